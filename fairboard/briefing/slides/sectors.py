"""Which sectors ask for most people?"""

from fairboard.briefing import rankings
from fairboard.briefing.model import Slide
from fairboard.briefing.rankings import Plan, Words
from fairboard.briefing.setting import Setting

WORDS = Words("{name} has most openings: {count}, {share} of all", "{names} are level with most openings, {count} each",
              "Of the openings with a known sector: {sentence}", is_common=True)


def make(setting: Setting) -> Slide:
    """The sectors by openings, whatever sector is chosen, as on the pages."""
    answer = setting.ask("overview/by_sector", "sector_codes")
    plan = Plan("sectors", setting.translate("Demand by sector"), setting.translate("Sector"), "openings", WORDS, "openings_share", ("sector_codes", "university_codes"))
    return rankings.slide(setting, plan, answer, rankings.entries(setting, answer, "sectors", "openings", "sector_code", share="openings_share"))
