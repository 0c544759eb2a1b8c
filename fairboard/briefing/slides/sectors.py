"""Which sectors ask for most people?"""

from fairboard.briefing import rankings
from fairboard.briefing.model import Slide
from fairboard.briefing.rankings import Words
from fairboard.briefing.setting import Setting

WORDS = Words("{name} has most openings: {count}, {share} of all", "{names} are level with most openings, {count} each",
              "Of the openings with a known sector: {sentence}", is_common=True)


def make(setting: Setting) -> Slide:
    """The sectors by openings, whatever sector is chosen, as on the pages."""
    answer = setting.ask("overview/by_sector", "sector_codes")
    title = setting.translate("Demand by sector")
    if answer.is_empty:
        return Slide("sectors", title, (), empty_reason=setting.empty_reason(answer), sql=setting.sql(answer))
    found = rankings.entries(setting, answer, "sectors", "openings", "sector_code", share="openings_share")
    ranking = rankings.ranking(found, "openings")
    return Slide(
        "sectors", title, rankings.finding(setting, ranking, WORDS),
        basis=setting.basis("openings", setting.not_obeyed(answer.query, "sector_codes", "university_codes"), rankings.cut_remark(setting, found)),
        chart=rankings.bars(setting, title, "openings", found, [entry.code for entry in ranking.leaders]),
        table=rankings.table(setting, setting.translate("Sector"), found, "openings", "openings_share"),
        caveat=rankings.base_caveat(setting, found, "openings"),
        definitions=setting.definitions("openings", "openings_share"),
        sql=setting.sql(answer),
    )
