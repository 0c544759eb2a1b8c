"""Supply and demand by what people studied: discipline, degree and university."""

from dataclasses import replace
from typing import Any

from fairboard.analysis import formatting, options
from fairboard.charts import balance, heatmap
from fairboard.charts.labels import shortened, wrapped
from fairboard.ui import supply_view
from fairboard.ui.board import Panel, alt_of
from fairboard.ui.context import Context
from fairboard.ui.explain_marks import Marks
from fairboard.ui.supply_panels import HALF_LETTERS
from fairboard.ui.supply_view import RATIO, Columns

MOST_UNIVERSITIES = 15
NAME_LETTERS, LINE_LETTERS = 44, 21


def flows(context: Context) -> Panel:
    """How many people of each discipline the crosswalk sends to each sector."""
    answer = context.run("supply/flows", without="sector_codes")
    language = context.language
    cells: dict[str, dict[str, dict[str, Any]]] = {}
    sectors: dict[str, str] = {}
    for row in answer.rows():
        cells.setdefault(row["discipline_code"], {})[row["sector_code"]] = row
        sectors[row["sector_code"]] = row[f"sector_label_{language}"]
    order = [code for code in _official(context) if code in sectors]
    names = [next(iter(line.values()))[f"discipline_label_{language}"] for line in cells.values()]
    values = [[line[code]["applicants"] if code in line else None for code in order] for line in cells.values()]
    texts = [["" if value is None else formatting.exact(value) for value in line] for line in values]
    hover = [[_flow(context, line[code]) if code in line else "" for code in order] for line in cells.values()]
    columns = [wrapped(sectors[code], 6) if language == "zh" else shortened(sectors[code], 14) for code in order]
    figure = heatmap.heatmap_chart(names, columns, values, texts, hover, list(cells), mode=context.mode, meaning="supply",
                                   chosen_columns=[number for number, code in enumerate(order) if code in context.filters.sector_codes])
    figure["layout"]["xaxis"] |= {"tickangle": 0} if language == "zh" else {"tickangle": -45}
    largest = max(answer.rows(), key=lambda row: row["applicants"], default=None)
    title = context.text("Where the crosswalk sends the people of each discipline")
    if largest:
        title = context.text("The crosswalk sends most people from {discipline} to {sector}: about {people}", discipline=largest[f"discipline_label_{language}"],
                             sector=largest[f"sector_label_{language}"], people=formatting.exact(largest["applicants"]))
    subtitle = context.text("People on site by discipline (rows) times the weight of the sector (columns), rounded to whole people")
    pairs = [(f"{row[f'discipline_label_{language}']} → {row[f'sector_label_{language}']}", formatting.exact(row["applicants"]))
             for row in sorted(answer.rows(), key=lambda row: -row["applicants"])]
    return Panel("flows", title, subtitle, answer, figure, alt_of(context, title, pairs), width="full", height=130 + 28 * max(len(cells), 3), value="applicants",
                 marks=Marks("discipline_code", points=("sector_code", order)))


def by_discipline(context: Context) -> Panel:
    """People of each discipline against the openings that name a major of it."""
    answer = replace(context, filters=context.filters.without("wage_at_least_yuan", "wage_at_most_yuan")).run("supply/by_discipline")
    rows = [row for row in answer.rows() if row["openings"] or row["on_site_people"]]
    lines = [supply_view.line_of(context, row, Columns("row_code", "on_site_people", "openings", None)) for row in rows]
    groups = [("", lines)]
    figure = balance.balance_chart(groups, names=(context.text("People on site"), context.text("Openings that name it")), mode=context.mode, name_letters=HALF_LETTERS)
    title = context.text("People by discipline, and the openings that name it")
    if lines:
        people, openings = (formatting.share(rows[0][column], 0) for column in ("people_share", "openings_share"))
        title = context.text("{name}: {people} of the people on site, named by {openings} of the openings", name=lines[0].label, people=people, openings=openings)
    subtitle = context.text("By the majors that postings name, without the crosswalk; an opening that names several disciplines stands in each, so there is no ratio")
    subtitle += _people_of_all(context)
    pairs = [(line.label, f"{line.people_text} / {line.openings_text}") for line in lines]
    return Panel("disciplines", title, subtitle, answer, figure, alt_of(context, title, pairs), height=supply_view.height_of(groups, 27), value="openings", marks=Marks("row_code"))


def by_degree(context: Context) -> Panel:
    """People by degree against openings by the lowest education that they accept."""
    answer = context.run("supply/by_degree")
    rows = answer.rows()
    lines = [supply_view.line_of(context, row, Columns("education_level", "on_site_people", "openings", None)) for row in rows]
    groups = [("", lines)]
    names = context.text("People with the degree"), context.text("Openings asking for it")
    figure = balance.balance_chart(groups, names=names, mode=context.mode, name_letters=HALF_LETTERS)
    title = context.text("People by degree, and the lowest education that openings accept")
    subtitle = context.text("Not one to one: whoever has a higher degree may take what asks for less, so there is no ratio") + _people_of_all(context)
    pairs = [(line.label, f"{line.people_text} / {line.openings_text}") for line in lines]
    return Panel("degrees", title, subtitle, answer, figure, alt_of(context, title, pairs), height=supply_view.height_of(groups, 30), value="openings",
                 marks=Marks("education_level"))


def by_university(context: Context) -> Panel:
    """The universities with most people, and their part of the openings of the sectors that their graduates look for."""
    answer = supply_view.ask(context, "by_university", without="university_codes", most_universities=MOST_UNIVERSITIES)
    lines = [replace(supply_view.line_of(context, row, Columns("university_code", "applicants", "openings_weighted")), short_label=_in_two_lines(context.label(row)))
             for row in answer.rows()]
    groups = [("", lines)]
    figure = balance.balance_chart(groups, names=(context.text("Applicants"), context.text("Openings within reach")), mode=context.mode,
                                   chosen=context.filters.university_codes, name_letters=NAME_LETTERS)
    rated = sorted((row for row in answer.rows() if row[RATIO] is not None), key=lambda row: row[RATIO])
    title = context.text("What the openings are for the graduates of each university")
    if len(rated) > 1:
        title = context.text("Of the largest universities, {name} has most openings for each of its people: {ratio}", name=context.label(rated[-1]),
                             ratio=supply_view.ratio_text(context, rated[-1][RATIO]))
    subtitle = context.text("The {count} universities with most people; openings of a sector shared out evenly among all whom the crosswalk sends there, any major left out",
                            count=len(lines))
    pairs = [(line.label, f"{line.people_text} / {line.openings_text}") for line in lines]
    return Panel("universities", title, subtitle, answer, figure, alt_of(context, title, pairs), pick="university_codes", code_column="university_code",
                 height=supply_view.height_of(groups, 30), value="openings_weighted")


def _in_two_lines(name: str) -> str:
    """A name in at most two lines, the second one cut where it is too long."""
    first, _, rest = wrapped(name, LINE_LETTERS).partition("<br>")
    return f"{first}<br>{shortened(rest.replace('<br>', ' '), LINE_LETTERS)}" if rest else first


def _people_of_all(context: Context) -> str:
    """What to add to a subtitle where a sector narrows only the openings."""
    return context.text("; the sector narrows only the openings") if context.filters.sector_codes else ""


def _flow(context: Context, row: dict[str, Any]) -> str:
    return context.text("{discipline} → {sector}: about {people} people (weight {weight})", discipline=row[f"discipline_label_{context.language}"],
                        sector=row[f"sector_label_{context.language}"], people=formatting.exact(row["applicants"]), weight=formatting.exact(row["weight"], 2))


def _official(context: Context) -> list[str]:
    """The sectors in official order."""
    return [option.code for option in options.of_version(context.version)["sector_codes"]]
