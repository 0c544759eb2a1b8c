"""Supply and demand by sector, by region, and by both."""

from typing import Any

from fairboard.analysis import formatting
from fairboard.charts import balance
from fairboard.charts.balance import Line
from fairboard.charts.balance_map import balance_map_chart
from fairboard.charts.labels import shortened
from fairboard.ui import panels, supply_view
from fairboard.ui.board import Panel, alt_of
from fairboard.ui.context import Context
from fairboard.ui.explain_marks import Marks
from fairboard.ui.supply_view import RATIO, Columns

ANY_MAJOR, UNCLASSIFIED = "any_major", "unclassified"
HALF_LETTERS = 22


def by_sector(context: Context) -> Panel:
    """Openings against applicants by sector, the scarcest people first; a chosen sector stands out among the others."""
    answer = supply_view.ask(context, "by_sector", without="sector_codes")
    reasons = {ANY_MAJOR: context.text("open to everybody"), UNCLASSIFIED: context.text("not in the crosswalk")}
    lines = [supply_view.line_of(context, row, Columns("row_code"), reason=reasons.get(row["row_code"], context.text("not in the crosswalk") if row["applicants"] is None else ""))
             for row in answer.rows()]
    groups = supply_view.grouped(context, lines)
    names = context.text("Applicants by the crosswalk"), context.text("Openings")
    figure = balance.balance_chart(groups, names=names, mode=context.mode, chosen=context.filters.sector_codes)
    title = sector_finding(context, lines)
    subtitle = context.text("Openings (any major apart) and the people whom the crosswalk sends to the sector; blue: more openings, green: more people")
    return Panel("sectors", title, subtitle, answer, figure, alt_of(context, title, _pairs(context, lines)), pick="sector_codes", code_column="sector_code",
                 width="full", height=supply_view.height_of(groups), value=RATIO, marks=Marks("row_code"))


def sector_finding(context: Context, lines: list[Line]) -> str:
    """How many sectors have more openings than applicants, and which stand at either end."""
    rated = [line for line in lines if line.side != "none"]
    more = [line for line in rated if line.side == "demand"]
    if not rated:
        return context.text("Openings and applicants by sector")
    if len(rated) == 1:
        return context.text("{name}: {ratio} openings for each applicant", name=rated[0].label, ratio=_bare(rated[0]))
    return context.text("More openings than applicants in {count} of {total} sectors: from {first} ({most}) to {last} ({least})", count=len(more), total=len(rated),
                        first=rated[0].label, most=_bare(rated[0]), last=rated[-1].label, least=_bare(rated[-1]))


def by_region(context: Context) -> Panel:
    """Openings against people at each region's fairs; of the chosen sectors by the crosswalk, else all of both."""
    answer = supply_view.ask(context, "by_region", without="region_codes")
    has_sector = bool(context.filters.sector_codes)
    columns = Columns("region_code", "applicants", "crosswalk_openings", RATIO) if has_sector else Columns("region_code", "on_site_people", "openings", "openings_per_attendee")
    rows = sorted(answer.rows(), key=lambda row: -(row[columns.ratio] or 0))
    lines = [supply_view.line_of(context, row, columns) for row in rows]
    groups = supply_view.grouped(context, lines)
    names = context.text("Applicants") if has_sector else context.text("People on site"), context.text("Openings")
    figure = balance.balance_chart(groups, names=names, mode=context.mode, chosen=context.filters.region_codes, name_letters=HALF_LETTERS)
    more, rated = [line for line in lines if line.side == "demand"], [line for line in lines if line.side != "none"]
    title = context.text("Openings and people by host region")
    if rated:
        title = context.text("More openings than people at the fairs of {count} of {total} regions", count=len(more), total=len(rated))
    what = ("、" if context.language == "zh" else ", ").join(context.name("sector_codes", code) for code in context.filters.sector_codes)
    subtitle = (context.text("{sectors}: openings and applicants by the crosswalk, by host of the fair", sectors=what) if has_sector
                else context.text("All openings and all people on site, by host of the fair"))
    return Panel("regions", title, subtitle, answer, figure, alt_of(context, title, _pairs(context, lines)), pick="region_codes", code_column="region_code",
                 height=supply_view.height_of(groups, 24), value=columns.ratio)


def by_sector_and_region(context: Context) -> Panel:
    """The ratio of each sector at each region's fairs; blank where the base is too small or nobody was counted."""
    answer = supply_view.ask(context, "by_sector_and_region", without="sector_codes")
    cells: dict[str, list[dict[str, Any]]] = {}
    for row in answer.rows():
        cells.setdefault(row["sector_code"], []).append(row)
    language = context.language
    # Scarcest people first, by the openings and people of all regions.
    order = sorted(cells, key=lambda code: -_total(cells[code], "openings") / (_total(cells[code], "applicants") or 1))
    places = [(row["region_code"], row[f"region_label_{language}"]) for row in cells[order[0]]] if order else []
    labels = [shortened(cells[code][0][f"sector_label_{language}"], 24) for code in order]
    ratios = [[row[RATIO] for row in cells[code]] for code in order]
    texts = [[formatting.exact(ratio, 1) if ratio is not None else "" for ratio in line] for line in ratios]
    hover = [[_cell(context, row) for row in cells[code]] for code in order]
    figure = balance_map_chart(labels, [panels.over_column(context, name) for _, name in places], ratios, texts, hover, order, mode=context.mode,
                               chosen_rows=context.filters.sector_codes, chosen_columns=[number for number, (code, _) in enumerate(places) if code in context.filters.region_codes])
    figure["layout"]["xaxis"] |= {"tickangle": 0} if language == "zh" else {"tickangle": -45}
    held = [(row, ratio) for code in order for row, ratio in zip(cells[code], (row[RATIO] for row in cells[code]), strict=True) if ratio is not None]
    more = [row for row, ratio in held if supply_view.side_of(ratio) == "demand"]
    title = context.text("Where each sector has more openings than applicants")
    if held:
        title = context.text("In {count} of {total} pairs of sector and region there are more openings than applicants", count=len(more), total=len(held))
    subtitle = context.text("Openings per applicant by sector and host of the fair; blue: more openings, green: more people; blank: base too small, or nobody counted")
    pairs = [(f"{row[f'sector_label_{language}']} {row[f'region_label_{language}']}", supply_view.ratio_text(context, ratio))
             for row, ratio in sorted(held, key=lambda pair: -pair[1])]
    return Panel("matrix", title, subtitle, answer, figure, alt_of(context, title, pairs), pick="sector_codes", code_column="sector_code", width="full",
                 height=110 + 27 * max(len(order), 3), value=RATIO, marks=Marks("sector_code", points=("region_code", [code for code, _ in places])))


def _cell(context: Context, row: dict[str, Any]) -> str:
    if row["openings"] is None:
        return ""
    words = context.text("{sector} in {region}: {openings} openings, about {people} people", sector=row[f"sector_label_{context.language}"],
                         region=row[f"region_label_{context.language}"], openings=formatting.exact(row["openings"]), people=formatting.exact(row["applicants"]))
    if row[RATIO] is None:
        return f"{words}<br>{supply_view.no_ratio(context, row['applicants'], row['openings'])}"
    return f"{words}<br>{context.text('{ratio} openings a person', ratio=supply_view.ratio_text(context, row[RATIO]))}"


def _total(rows: list[dict[str, Any]], column: str) -> float:
    return sum(row[column] or 0 for row in rows)


def _bare(line: Line) -> str:
    return line.short_ratio_text.removeprefix("<b>").removesuffix("</b>")


def _pairs(context: Context, lines: list[Line]) -> list[tuple[str, str]]:
    return [(line.label, context.text("{ratio} openings a person", ratio=_bare(line))) for line in lines if line.side != "none"]
