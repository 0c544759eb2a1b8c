"""Who came: universities, provinces, disciplines and degrees of the people counted on site."""

from dataclasses import replace

from fairboard.analysis import formatting
from fairboard.analysis.runner import Answer
from fairboard.briefing import rankings, writing
from fairboard.briefing.findings import Entry, place_of, total
from fairboard.briefing.model import Slide, Text
from fairboard.briefing.rankings import Plan, Words
from fairboard.briefing.setting import LEAST_PEOPLE, Setting, fact

UNIVERSITIES = Words("{name} sent most people: {count}, {share} of those with a known university", "{names} are level with most people, {count} each",
                     "Of the people with a known university: {sentence}")
PROVINCES = Words("Most people came from universities in {name}: {count}, {share} of all", "{names} are level with most people, {count} each",
                  "Of the people with a known university: {sentence}")
DISCIPLINES = Words("{name} was studied by most people: {count}, {share} of all", "{names} are level with most people, {count} each",
                    "Of the people with a stated discipline: {sentence}", is_common=True)
DEGREES = Words("{name} is the most frequent degree: {count} people, {share} of all", "{names} are level with most people, {count} each",
                "Of the people with a stated degree: {sentence}", is_quoted=True)
ATTENDANCE_IGNORES = ("sector_codes", "education_levels", "wage_at_least_yuan", "wage_at_most_yuan", "ownerships")


def universities(setting: Setting) -> Slide:
    """The universities that sent most people, whatever university is chosen; one that is chosen alone is told by its place."""
    answer, headline = setting.ask("universities/ranking", "university_codes"), setting.ask("universities/headline", "university_codes")
    title = setting.translate("People by university")
    row = headline.rows()[0]
    if answer.is_empty:
        hold_fairs = not formatting.is_missing(setting.ask("overview/span").rows()[0]["first_on"])
        reason = setting.translate("Nobody was counted on site at the selected fairs.") if hold_fairs else setting.empty_reason(answer)
        if not formatting.is_missing(row["on_site_visits"]):
            reason = setting.translate("The selected fairs counted visits on site, not people.")
        return Slide("universities", title, (), empty_reason=reason, sql=setting.sql(answer))
    found = rankings.entries(setting, answer, "universities", "on_site_people", "university_code", share="people_share")
    if row["people_unstated"]:
        unstated = fact("universities/not_stated/on_site_people", "on_site_people", headline, row, "people_unstated")
        found.append(Entry("not_stated", setting.translate("University not known"), unstated, None, is_named=False))
    plan = Plan("universities", title, setting.translate("University"), "on_site_people", UNIVERSITIES, "people_share", ("university_codes",), meaning="supply",
                remark=_mixed(setting, row["on_site_visits"]))
    made = rankings.slide(setting, plan, answer, found, _present(setting, headline))
    chosen = setting.filters.university_codes
    if len(chosen) != 1:
        return made
    drawn = rankings.bars(setting, title, "on_site_people", found, chosen, meaning="supply")
    return replace(made, finding=_placed(setting, found, chosen[0]), chart=drawn)


def provinces(setting: Setting) -> Slide:
    """The provinces of the universities that people came from; where there are too few of them for a ranking, the share from inside is told."""
    made = _parts(setting, setting.ask("universities/provinces"), "provinces", "province_code", "Where people came from", "Province", PROVINCES)
    headline = setting.ask("universities/headline")
    row = headline.rows()[0]
    if made.finding or made.chart is None or row["people_in_province"] + row["people_elsewhere"] < LEAST_PEOPLE:
        return made
    inside = fact("provinces/people_in_province", "on_site_people", headline, row, "people_in_province")
    share = fact("provinces/in_province_share", "people_share", headline, row, "in_province_share")
    said = setting.say("{count} people, {share} of those with a known university, came from universities in Liaoning.", count=setting.mention(inside), share=setting.mention(share))
    return replace(made, finding=said, caveat="", sql=made.sql + setting.sql(headline))


def disciplines(setting: Setting) -> Slide:
    """What the people on site studied."""
    return _parts(setting, setting.ask("universities/disciplines"), "disciplines", "discipline_code", "Disciplines of the people on site", "Discipline", DISCIPLINES)


def degrees(setting: Setting) -> Slide:
    """Which degrees the people on site hold or study for, from the lowest to the highest."""
    return _parts(setting, setting.ask("universities/degrees"), "degrees", "degree_level_code", "Degrees of the people on site", "Degree", DEGREES, is_ordered=True)


def _parts(setting: Setting, answer: Answer, kind: str, code: str, title: str, heading: str, words: Words, *, is_ordered: bool = False) -> Slide:
    found = rankings.entries(setting, answer, kind, "on_site_people", code, share="people_share")
    plan = Plan(kind, setting.translate(title), setting.translate(heading), "on_site_people", words, "people_share", meaning="supply", is_ordered=is_ordered)
    return rankings.slide(setting, plan, answer, found)


def _present(setting: Setting, headline: Answer) -> Text:
    """How many universities there were in all."""
    count = fact("universities/universities", "universities", headline, headline.rows()[0])
    return setting.say("In all, people came from {count} universities.", count=setting.mention(count))


def _placed(setting: Setting, found: list[Entry], code: str) -> Text:
    """The place of one university among all that sent people."""
    place = place_of(found, code)
    if place is None or total(found) < LEAST_PEOPLE:
        return ()
    own = next(entry for entry in found if entry.code == code)
    parts = {"name": own.name, "place": writing.place_text(place[0], setting.language), "count": setting.mention(own.fact), "share": setting.mention(own.share)}
    if place[1] > 1:
        return setting.say("{name} shares the {place} place by people on site: {count}, {share} of those with a known university.", **parts)
    return setting.say("{name} is {place} by people on site: {count}, {share} of those with a known university.", **parts)


def _mixed(setting: Setting, visits: int | None) -> str:
    """That some fairs counted visits, which are another unit."""
    return "" if formatting.is_missing(visits) else setting.translate("{count} visits at other fairs are not in it", count=formatting.exact(visits))
