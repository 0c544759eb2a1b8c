"""What do the openings pay?"""

from fairboard.analysis import formatting
from fairboard.analysis.runner import Answer
from fairboard.briefing import rankings
from fairboard.briefing.model import Chart, Column, Fact, Series, Slide, Table, Text
from fairboard.briefing.setting import LEAST_OPENINGS, THRESHOLD_YUAN, Setting, fact

TOLD = ("openings_over_threshold", "openings_over_threshold_share", "wage_median_yuan")
LAST_BAND_YUAN = 30_000
BAND_YUAN = 1_000


def make(setting: Setting) -> Slide:
    """Openings by bands of wage, floor basis, with the line of 10,000 yuan, and what share is beyond it."""
    bands = setting.ask("briefing/wage_bands", wage_basis="floor")
    headline = setting.ask("wages/headline", wage_basis="floor", threshold_yuan=THRESHOLD_YUAN)
    title = setting.translate("What the openings pay")
    row = headline.rows()[0]
    if bands.is_empty:
        reason = setting.empty_reason(bands) if not row["postings"] else setting.translate("No posting of the selection states a monthly wage.")
        return Slide("wages", title, (), empty_reason=reason, sql=setting.sql(bands, headline))
    facts = {name: fact(f"wages/{name}", name, headline, row) for name in TOLD}
    is_small = row["openings_with_wage"] < LEAST_OPENINGS
    remark = setting.translate("monthly wage, floor basis (the lower end of the range), {count} of {base} openings state one",
                               count=formatting.exact(row["openings_with_wage"]), base=formatting.exact(row["openings"]))
    return Slide(
        "wages", title, () if is_small else _finding(setting, facts),
        basis=setting.basis("openings", setting.not_obeyed(bands.query, "university_codes"), remark),
        chart=_chart(setting, title, bands), table=_table(setting, bands),
        caveat=setting.translate("Small base: fewer than {count} openings, so no statement is made.", count=LEAST_OPENINGS) if is_small else "",
        definitions=setting.definitions("openings_with_wage", *TOLD),
        sql=setting.sql(bands, headline),
    )


def _finding(setting: Setting, facts: dict[str, Fact]) -> Text:
    share, count, median = (setting.mention(facts[name]) for name in ("openings_over_threshold_share", "openings_over_threshold", "wage_median_yuan"))
    if not facts["openings_over_threshold"].value:
        return setting.say("No opening with a stated wage pays over {amount} yuan a month; the median is {median} yuan.", amount=_amount(setting, THRESHOLD_YUAN), median=median)
    return setting.say("{share} of the openings with a wage pay over {amount} yuan a month ({count}); the median is {median} yuan.", share=share,
                       amount=_amount(setting, THRESHOLD_YUAN), count=count, median=median)


def _chart(setting: Setting, title: str, bands: Answer) -> Chart:
    """A column for each band from the first to the last that has openings."""
    rows = bands.rows()
    facts = tuple(fact(f"wages/{row['band_start_yuan']}/openings", "openings", bands, row) for row in rows)
    starts = [row["band_start_yuan"] for row in rows]
    names = tuple(_band(setting, start) for start in starts)
    over = next((place for place, start in enumerate(starts) if start >= THRESHOLD_YUAN), None)
    largest = sorted(zip(names, facts, strict=True), key=lambda pair: -pair[1].value)[: rankings.MOST_ALT]
    values = ("；" if setting.language == "zh" else "; ").join(f"{name} {item.text(setting.language)}" for name, item in largest)
    return Chart("columns", "openings", names, tuple(str(start) for start in starts), (Series(setting.translate("Openings"), facts, "demand"),), over_from=over,
                 line_text=setting.translate("over {amount} yuan →", amount=_amount(setting, THRESHOLD_YUAN)),
                 alt=setting.translate("{title}: {values}", title=title, values=values))


def _table(setting: Setting, bands: Answer) -> Table:
    rows = tuple((_band(setting, row["band_start_yuan"]), fact(f"wages/{row['band_start_yuan']}/openings", "openings", bands, row)) for row in bands.rows())
    return Table((Column(setting.translate("Monthly wage (yuan)")), rankings.column(setting, "openings")), rows)


def _band(setting: Setting, start: int) -> str:
    """A band in words: it holds wages above its lower end up to its upper end."""
    if start >= LAST_BAND_YUAN:
        return setting.translate("over {amount}", amount=formatting.exact(start))
    return f"{formatting.exact(start)}–{formatting.exact(start + BAND_YUAN)}"


def _amount(setting: Setting, yuan: int) -> str:
    return formatting.short(yuan, setting.language)
