"""To which region's fairs did people come?"""

from fairboard.briefing import rankings
from fairboard.briefing.model import Slide
from fairboard.briefing.rankings import Words
from fairboard.briefing.setting import Setting

WORDS = Words("Most people came to fairs hosted by {name}: {count}", "Fairs hosted by {names} are level with most people, {count} each", "{sentence}")


def make(setting: Setting) -> Slide:
    """People on site at the fairs of each of the 15 units, whatever region is chosen."""
    answer = setting.ask("briefing/hosts", "region_codes")
    title = setting.translate("People by host region")
    found = rankings.entries(setting, answer, "hosts", "on_site_people", "host_region_code")
    if not any(entry.value for entry in found):
        return Slide("hosts", title, (), empty_reason=setting.translate("Nobody was counted on site at fairs of the 15 units."), sql=setting.sql(answer))
    ranking = rankings.ranking(found, "on_site_people")
    chosen = setting.filters.region_codes if len(setting.filters.region_codes) == 1 else [entry.code for entry in ranking.leaders]
    return Slide(
        "hosts", title, rankings.finding(setting, ranking, WORDS),
        basis=setting.basis("on_site_people", setting.not_obeyed(answer.query, "region_codes"), setting.translate("by the region that hosted the fair")),
        chart=rankings.chart(setting, "tile_grid", title, "on_site_people", found, chosen, meaning="supply",
                             places=tuple((row["tile_row"], row["tile_column"]) for row in answer.rows())),
        table=rankings.table(setting, setting.translate("Region"), sorted(found, key=lambda entry: -entry.value), "on_site_people"),
        caveat=rankings.base_caveat(setting, found, "on_site_people"), definitions=setting.definitions("on_site_people"), sql=setting.sql(answer),
    )
