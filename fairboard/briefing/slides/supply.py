"""In which sectors are there more openings than applicants?"""

from fairboard.analysis import formatting
from fairboard.briefing import rankings
from fairboard.briefing.findings import Entry
from fairboard.briefing.model import Chart, Column, Fact, Series, Slide, Table, Text
from fairboard.briefing.setting import LEAST_OPENINGS, LEAST_PEOPLE, LEAST_ROWS, Row, Setting, coded, fact

RATIO = "openings_per_applicant"
ONE_SIDED = ("education_levels", "wage_at_least_yuan", "wage_at_most_yuan", "ownerships", "university_codes")
"""Filters that narrow only openings, or only people: with one of them there is no ratio."""
UNNAMED = ("any_major", "unclassified")


def make(setting: Setting) -> Slide:
    """Openings against the people whom the crosswalk sends to each sector, at the fairs that counted people by discipline."""
    answer = setting.ask("supply/by_sector", "sector_codes", least_people=LEAST_PEOPLE, least_openings=LEAST_OPENINGS)
    title = setting.translate("Openings and applicants by sector")
    rows = [row for row in answer.rows() if row["openings"] or row["applicants"]]
    if not any(row["applicants"] for row in rows):
        reason = setting.translate("No selected fair counted people by discipline.")
        return Slide("supply", title, (), empty_reason=reason, sql=setting.sql(answer))
    found = [{name: fact(f"supply/{coded(row['row_code'])}/{name}", name, answer, row) for name in ("openings", "applicants", RATIO)} for row in rows]
    names = [setting.label(row) for row in rows]
    rated = [Entry(row["row_code"], name, facts[RATIO]) for row, name, facts in zip(rows, names, found, strict=True) if facts[RATIO].is_known and row["row_code"] not in UNNAMED]
    one_sided = [name for name in setting.filters.active() if name in ONE_SIDED]
    return Slide(
        "supply", title, _finding(setting, rated),
        basis=setting.basis(RATIO, setting.not_obeyed(answer.query, "sector_codes"),
                            setting.translate("only fairs that counted people by discipline; region: the host of the fair")),
        chart=_chart(setting, title, rows, names, found), table=_table(setting, names, found),
        caveat=_caveat(setting, rated, one_sided), definitions=setting.definitions("openings", "applicants", RATIO), sql=setting.sql(answer),
    )


def _finding(setting: Setting, rated: list[Entry]) -> Text:
    """Who stands at either end; nothing with too few ratios, or where either end is shared as it is written."""
    if len(rated) < LEAST_ROWS:
        return ()
    ordered = sorted(rated, key=lambda entry: -entry.value)
    texts = [entry.fact.text(setting.language) for entry in ordered]
    if texts[0] == texts[1] or texts[-1] == texts[-2]:
        return ()
    first, last = ordered[0], ordered[-1]
    return setting.say("Openings per applicant are highest in {first} ({most}) and lowest in {last} ({least}).", first=rankings.inside(setting, first),
                       most=setting.mention(first.fact),
                       last=rankings.inside(setting, last), least=setting.mention(last.fact))


def _caveat(setting: Setting, rated: list[Entry], one_sided: list[str]) -> str:
    estimate = setting.translate("Applicants are an estimate by the crosswalk; the headcount at a fair is not all demand, and attendance is not all supply.")
    if one_sided:
        return setting.translate("No ratio is shown while a filter narrows only openings or only people: {filters}.", filters=setting.filter_names(one_sided))
    if len(rated) < LEAST_ROWS:
        return setting.translate("Small base: fewer than {count} rows to compare, so no statement is made.", count=LEAST_ROWS)
    return estimate


def _chart(setting: Setting, title: str, rows: list[Row], names: list[str], found: list[dict[str, Fact]]) -> Chart:
    """Both numbers of the sectors that have both, the largest first."""
    kept = [place for place, row in enumerate(rows) if row["row_code"] not in UNNAMED and not formatting.is_missing(row["applicants"])]
    kept = sorted(kept, key=lambda place: -rows[place]["openings"])[: rankings.MOST_BARS]
    series = tuple(Series(setting.translate(label), tuple(found[place][metric] for place in kept), meaning)
                   for label, metric, meaning in (("Openings", "openings", "demand"), ("Applicants by the crosswalk", "applicants", "supply")))
    largest = [Entry(rows[place]["row_code"], names[place], found[place]["openings"]) for place in kept]
    return Chart("pairs", "openings", tuple(names[place] for place in kept), tuple(rows[place]["row_code"] for place in kept), series,
                 alt=rankings.alt(setting, title, largest))


def _table(setting: Setting, names: list[str], found: list[dict[str, Fact]]) -> Table:
    columns = (Column(setting.translate("Sector")), *(rankings.column(setting, metric) for metric in ("openings", "applicants", RATIO)))
    return Table(columns, tuple((name, facts["openings"], facts["applicants"], facts[RATIO]) for name, facts in zip(names, found, strict=True)))
