"""The panels of the page on sectors: answers, their charts and their words, put together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from fairboard.analysis import formatting, runner
from fairboard.analysis.runner import Answer
from fairboard.charts import course, heatmap, quartiles, ranking
from fairboard.charts.events import Event, over_halves
from fairboard.charts.labels import shortened, wrapped
from fairboard.ui.board import Marks, Panel, alt_of
from fairboard.ui.context import Context
from fairboard.ui.explain_marks import ROW
from fairboard.ui.panels import over_column
from fairboard.ui.policies_overlay import Overlay

LINE_YUAN = 10_000
MOST_LINES = 5
MOST_NAMES = 10
LABEL_WIDTH = 20
NAME_WIDTH, LINE_WIDTH = 32, 18


def sectors_of(context: Context) -> Answer:
    """Every sector under the other filters, so that a chosen one is still seen among the others."""
    return runner.run("sectors/ranking", context.filters.without("sector_codes"), context.version, wage_basis="floor")


def panels(context: Context, sectors: Answer, policies: Overlay) -> list[Panel]:
    """The panels of the page in reading order; ``policies`` are laid over the course."""
    return [
        ranked(context, sectors),
        wage_range(context, sectors),
        by_region(context, runner.run("sectors/by_region", context.filters.without("sector_codes", "region_codes"), context.version)),
        policies.said_on(over_time(context, context.run("sectors/course"), policies.events)),
        education(context, runner.run("sectors/education", context.filters.without("education_levels"), context.version)),
        *leading(context, sectors),
        *policies.legend(),
    ]


def ranked(context: Context, answer: Answer) -> Panel:
    """The sectors by openings, with their share."""
    rows = answer.rows()
    title = context.text("{sector} asks for most people", sector=context.label(rows[0])) if rows else context.text("Which sectors ask for most people?")
    texts = [_count_and_share(context, row) for row in rows]
    figure = ranking.ranking_chart(
        _labels(context, rows), [row["openings"] for row in rows], texts, [row["sector_code"] for row in rows], mode=context.mode,
        chosen=context.filters.sector_codes, hover=[f"{context.label(row)}<br>{_counts(context, row)}" for row in rows],
    )
    subtitle = context.text("Openings and share of all openings")
    return Panel("ranking", title, subtitle, answer, figure, alt_of(context, title, _pairs(context, rows, texts)),
                 pick="sector_codes", code_column="sector_code", height=680,
                 hidden_columns=("openings_with_wage", "wage_quartile_1_yuan", "wage_median_yuan", "wage_quartile_3_yuan"))


def wage_range(context: Context, answer: Answer) -> Panel:
    """The middle half of the wages of each sector, the highest median first."""
    answer = answer.in_order(lambda row: -(row["wage_median_yuan"] or 0))
    rows = answer.rows()
    paid = [row for row in rows if row["wage_median_yuan"] is not None]
    title = context.text("{sector} has the highest median wage", sector=context.label(paid[0])) if paid else context.text("What do the sectors pay?")
    texts = [formatting.exact(row["wage_median_yuan"]) for row in rows]
    figure = quartiles.quartiles_chart(
        _labels(context, rows),
        [(row["wage_quartile_1_yuan"], row["wage_median_yuan"], row["wage_quartile_3_yuan"]) if row["wage_median_yuan"] is not None else None for row in rows],
        texts, [row["sector_code"] for row in rows], mode=context.mode, line=LINE_YUAN,
        line_text=context.text("{amount} yuan", amount=formatting.short(LINE_YUAN, context.language)),
        tick_texts=_thousands(context, max([row["wage_quartile_3_yuan"] for row in paid] + [LINE_YUAN])),
        chosen=context.filters.sector_codes, hover=[_wage_hover(context, row) for row in rows],
    )
    subtitle = context.text("Monthly wage in yuan, floor basis: median (mark) and middle half of the openings (bar)")
    return Panel("wage_range", title, subtitle, answer, figure, alt_of(context, title, _pairs(context, rows, texts)),
                 pick="sector_codes", code_column="sector_code", height=680, hidden_columns=("openings", "openings_share"), value="wage_median_yuan")


def by_region(context: Context, answer: Answer) -> Panel:
    """Sectors against the 15 regions."""
    rows = answer.rows()
    places = list({row["region_code"]: row[f"region_label_{context.language}"] for row in rows}.items())
    table = [rows[start:start + len(places)] for start in range(0, len(rows), len(places))] if places else []
    sectors = [line[0][f"sector_label_{context.language}"] for line in table]
    title = context.text("Which sectors ask for people in which region?")
    figure = heatmap.heatmap_chart(
        [wrapped(name, LABEL_WIDTH) for name in sectors], [over_column(context, name) for _, name in places],
        [[row["openings"] for row in line] for line in table],
        [[formatting.short(row["openings"], context.language) for row in line] for line in table],
        [[_cell_hover(context, row) for row in line] for line in table],
        [line[0]["sector_code"] for line in table], mode=context.mode, chosen_rows=context.filters.sector_codes,
        chosen_columns=[number for number, (code, _) in enumerate(places) if code in context.filters.region_codes],
    )
    subtitle = context.text("Openings by place of work, all 15 regions; darker for more")
    totals = [formatting.exact(line[0]["sector_openings"]) for line in table]
    return Panel("by_region", title, subtitle, answer, figure, alt_of(context, title, list(zip(sectors, totals, strict=True))),
                 pick="sector_codes", code_column="sector_code", width="full", height=640,
                 marks=Marks("sector_code", points=("region_code", [code for code, _ in places])))


def over_time(context: Context, answer: Answer, events: Sequence[Event] = ()) -> Panel:
    """The course of the chosen sectors, or of the strongest five, by half-year."""
    rows = answer.rows()
    known = [code for code in dict.fromkeys(row["sector_code"] for row in rows) if code != "unclassified" or code in context.filters.sector_codes]
    shown = known[:MOST_LINES]
    halves = sorted({row["half_starts_on"] for row in rows})
    lines = {
        wrapped(next(context.label(row) for row in rows if row["sector_code"] == code), 14): [row["openings"] for row in rows if row["sector_code"] == code]
        for code in shown
    }
    figure = course.lines_chart([_half(context, half) for half in halves], lines, mode=context.mode, language=context.language)
    figure = over_halves(figure, [half.date() for half in halves], events, mode=context.mode)
    title = context.text("Demand from half-year to half-year")
    is_chosen = bool(context.filters.sector_codes) and len(known) <= MOST_LINES
    subtitle = context.text("Openings by half-year, the chosen sectors") if is_chosen else context.text("Openings by half-year, the {count} strongest sectors", count=len(shown))
    totals = [formatting.exact(next(row["sector_openings"] for row in rows if row["sector_code"] == code)) for code in shown]
    names = [name.replace("<br>", " ") for name in lines]
    return Panel("course", title, subtitle, answer, figure, alt_of(context, title, list(zip(names, totals, strict=True))), height=360,
                 marks=Marks(series=("sector_code", shown), points=("half_starts_on", halves)))


def education(context: Context, answer: Answer) -> Panel:
    """Openings by the lowest level of education accepted, in the order of the levels."""
    rows = answer.rows()
    texts = [_count_and_share(context, row) for row in rows]
    figure = ranking.ranking_chart(
        _labels(context, rows), [row["openings"] for row in rows], texts, [row["education_level"] for row in rows], mode=context.mode,
        chosen=context.filters.education_levels, hover=[f"{context.label(row)}<br>{_counts(context, row)}" for row in rows],
    )
    title = context.text("Which education is asked for?")
    subtitle = context.text("Openings by the lowest level accepted, and share")
    return Panel("education", title, subtitle, answer, figure, alt_of(context, title, _pairs(context, rows, texts)),
                 pick="education_levels", code_column="education_level", height=360, hidden_columns=("education_level",))


def leading(context: Context, sectors: Answer) -> list[Panel]:
    """The leading titles and employers of the chosen sectors, or of the strongest one."""
    filters, strongest = context.filters, next((row["sector_code"] for row in sectors.rows() if row["sector_code"] != "unclassified"), None)
    is_chosen = bool(filters.sector_codes)
    if not is_chosen and strongest:
        filters = replace(filters, sector_codes=(strongest,))
    codes = filters.sector_codes
    name = ("、" if context.language == "zh" else ", ").join(context.name("sector_codes", code) for code in codes[:2])
    if len(codes) > 2:
        name = context.text("{sectors} and others, {count} in all", sectors=name, count=len(codes))
    subtitle = context.text("Openings, the first ten") if is_chosen else context.text("Openings, the first ten; the strongest sector, as none is chosen")
    return [
        _first_names(context, runner.run("sectors/titles", filters, context.version), "titles", "title",
                     context.text("Leading job titles: {sector}", sector=name), subtitle),
        _first_names(context, runner.run("sectors/employers", filters, context.version), "employers", "employer",
                     context.text("Leading employers: {sector}", sector=name), subtitle),
    ]


def _first_names(context: Context, answer: Answer, panel_id: str, column: str, title: str, subtitle: str) -> Panel:
    rows = answer.rows()[:MOST_NAMES]
    texts = [_count_and_share(context, row) for row in rows]
    figure = ranking.ranking_chart(
        [wrapped(shortened(row[column], NAME_WIDTH), LINE_WIDTH) for row in rows], [row["openings"] for row in rows], texts, list(range(len(rows))), mode=context.mode,
        hover=[f"{row[column]}<br>{_counts(context, row)}" for row in rows],
    )
    return Panel(panel_id, title, subtitle, answer, figure, alt_of(context, title, [(row[column], text) for row, text in zip(rows, texts, strict=True)]), height=420,
                 marks=Marks(ROW))


def _labels(context: Context, rows: list[dict[str, Any]]) -> list[str]:
    return [wrapped(context.label(row), LABEL_WIDTH) for row in rows]


def _pairs(context: Context, rows: list[dict[str, Any]], texts: list[str]) -> list[tuple[str, str]]:
    return [(context.label(row), text) for row, text in zip(rows, texts, strict=True)]


def _count_and_share(context: Context, row: dict[str, Any]) -> str:
    return f"{formatting.short(row['openings'], context.language)} · {formatting.share(row['openings_share'])}"


def _counts(context: Context, row: dict[str, Any]) -> str:
    return context.text("{openings} openings ({share}) in {postings} postings", openings=formatting.exact(row["openings"]),
                        share=formatting.share(row["openings_share"]), postings=formatting.exact(row["postings"]))


def _wage_hover(context: Context, row: dict[str, Any]) -> str:
    if row["wage_median_yuan"] is None:
        return context.text("{sector}: no posting states a wage", sector=context.label(row))
    return context.text(
        "{sector}<br>median {median} yuan; middle half {low} to {high} yuan<br>{base} openings with a wage", sector=context.label(row),
        median=formatting.exact(row["wage_median_yuan"]), low=formatting.exact(row["wage_quartile_1_yuan"]),
        high=formatting.exact(row["wage_quartile_3_yuan"]), base=formatting.exact(row["openings_with_wage"]),
    )


def _cell_hover(context: Context, row: dict[str, Any]) -> str:
    return context.text("{sector} in {region}: {openings} openings", sector=row[f"sector_label_{context.language}"],
                        region=row[f"region_label_{context.language}"], openings=formatting.exact(row["openings"]))


def _half(context: Context, half: Any) -> str:
    text = "{year}<br>H1" if half.month == 1 else "{year}<br>H2"
    return context.text(text, year=half.year)


def _thousands(context: Context, most: float) -> dict[float, str]:
    return {yuan: formatting.short(yuan, context.language) for yuan in range(0, int(most) + 1, 5000)}
