"""Where are the openings, by place of work?"""

from fairboard.briefing import rankings, writing
from fairboard.briefing.findings import Entry, place_of, total
from fairboard.briefing.model import Slide, Text
from fairboard.briefing.rankings import Words
from fairboard.briefing.setting import LEAST_OPENINGS, Setting

WORDS = Words("{name} offers most openings: {count}, {share} of those in the 15 units", "{names} are level with most openings, {count} each", "{sentence}")


def make(setting: Setting) -> Slide:
    """The 15 units on the tile grid, whatever region is chosen; one that is chosen alone is told by its place among them."""
    answer = setting.ask("overview/by_region", "region_codes")
    title = setting.translate("Demand by region")
    found = rankings.entries(setting, answer, "regions", "openings", "region_code", share="openings_share")
    if not total(found):
        return Slide("regions", title, (), empty_reason=_nothing(setting), sql=setting.sql(answer))
    chosen = setting.filters.region_codes
    ranking = rankings.ranking(found, "openings")
    is_one = len(chosen) == 1
    emphasised = chosen if is_one else [entry.code for entry in ranking.leaders]
    places = tuple((row["tile_row"], row["tile_column"]) for row in answer.rows())
    return Slide(
        "regions", title, _placed(setting, found, chosen[0]) if is_one else rankings.finding(setting, ranking, WORDS),
        basis=setting.basis("openings", setting.not_obeyed(answer.query, "region_codes", "university_codes"),
                            setting.translate("by place of work; openings elsewhere or without a known place are not in it")),
        chart=rankings.chart(setting, "tile_grid", title, "openings", found, emphasised, places=places),
        table=rankings.table(setting, setting.translate("Region"), sorted(found, key=lambda entry: -entry.value), "openings", "openings_share"),
        caveat=rankings.base_caveat(setting, found, "openings"),
        definitions=setting.definitions("openings", "openings_share"),
        sql=setting.sql(answer),
    )


def _placed(setting: Setting, found: list[Entry], code: str) -> Text:
    """The place of one region among the units that have openings."""
    place, own = place_of(found, code), next((entry for entry in found if entry.code == code), None)
    if own is None or total(found) < LEAST_OPENINGS:
        return ()
    if place is None:
        return setting.say("{name} has no openings in the selection.", name=own.name)
    parts = {"name": own.name, "place": writing.place_text(place[0], setting.language), "count": setting.mention(own.fact), "share": setting.mention(own.share)}
    if place[1] > 1:
        return setting.say("{name} shares the {place} place among the 15 units: {count} openings, {share} of those in the province.", **parts)
    return setting.say("{name} is {place} among the 15 units: {count} openings, {share} of those in the province.", **parts)


def _nothing(setting: Setting) -> str:
    """Why none of the units has an opening: there are none at all, or only elsewhere."""
    all_openings = setting.ask("overview/by_sector", "region_codes")
    return setting.empty_reason(all_openings) if all_openings.is_empty else setting.translate("No opening of the selection has its place of work in one of the 15 units.")
