"""Who hires, and what education is asked for?"""

from fairboard.briefing import rankings
from fairboard.briefing.model import Slide
from fairboard.briefing.rankings import Plan, Words
from fairboard.briefing.setting import Setting
from fairboard.charts.labels import plain

LEVELS = Words("{name} is asked for most often as the lowest education: {count} openings, {share} of all",
               "{names} are level as the lowest education asked for, {count} openings each",
               "Where the education is stated: {sentence}", is_quoted=True)
SPOKEN = {
    "state": "state-owned employers", "private": "private employers", "foreign": "employers with foreign, Hong Kong, Macao or Taiwan investment",
    "institution": "public institutions", "government": "government bodies", "other": "employers of another ownership",
}  # fmt: skip
"""The kinds of ownership as an English sentence calls them."""
OWNERSHIPS = Words("By ownership, {name} are the largest group: {count}", "By ownership, {names} are level as the largest groups, {count} each",
                   "Where the ownership is stated: {sentence}", is_quoted=True, in_english=SPOKEN)
EMPLOYERS = Words("{name} seeks most people: {count}, {share} of all openings", "{names} are level with most openings, {count} each", "{sentence}")


def education(setting: Setting) -> Slide:
    """The lowest education accepted, from none to doctor, whatever level is chosen."""
    answer = setting.ask("sectors/education", "education_levels")
    plan = Plan("education", setting.translate("Education asked for"), setting.translate("Education"), "openings", LEVELS, "openings_share",
                ("education_levels", "university_codes"), is_ordered=True, remark=setting.translate("lowest level accepted"))
    return rankings.slide(setting, plan, answer, rankings.entries(setting, answer, "education", "openings", "education_level", share="openings_share"))


def ownership(setting: Setting) -> Slide:
    """Employers by kind of ownership, whatever kind is chosen."""
    answer = setting.ask("briefing/ownership", "ownerships")
    plan = Plan("ownership", setting.translate("Employers by ownership"), setting.translate("Ownership"), "employers", OWNERSHIPS, ignored=("ownerships", "university_codes"))
    return rankings.slide(setting, plan, answer, rankings.entries(setting, answer, "ownership", "employers", "ownership"))


def employers(setting: Setting) -> Slide:
    """The twenty employers that seek most people."""
    answer = setting.ask("sectors/employers")
    plan = Plan("employers", setting.translate("Employers that seek most people"), setting.translate("Employer"), "openings", EMPLOYERS, "openings_share", ("university_codes",),
                remark=setting.translate("the twenty largest employers"))
    found = rankings.entries(setting, answer, "employers", "openings", "employer_id", share="openings_share", label=lambda row: plain(row["employer"]))
    return rankings.slide(setting, plan, answer, found)
