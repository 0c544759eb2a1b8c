"""What the page of the agreements shows of a day: who has one with whom, what that covers, and what is missing."""

from typing import Any

from fairboard.analysis import formatting, metrics
from fairboard.analysis.runner import Answer
from fairboard.charts import ranking
from fairboard.charts.agreement_coverage import coverage_chart
from fairboard.charts.agreement_matrix import agreement_matrix_chart
from fairboard.charts.labels import plain, shortened, wrapped
from fairboard.charts.theme import Figure
from fairboard.ui.agreements_controls import Day
from fairboard.ui.board import Marks, Origin, Panel, Tile, alt_of
from fairboard.ui.context import Context
from fairboard.ui.explain_marks import ROW

MOST_UNIVERSITIES = 20
MOST_RANKED = 15
MOST_LISTED = 100
NAME_WIDTH, PAIR_WIDTH, PAIRS_WIDTH_PX = 22, 26, 410
WORKING = ("in_force", "expiring", "signed")
"""The states in which an agreement covers people."""
PAIR_PX = 37
"""What a pair takes whose name stands in two lines."""
PEOPLE = ("on_site_people", "people_under_agreement", "people_without_agreement", "people_unstated")
LEADER = ("leader_label_zh", "leader_label_en", "leader_people", "leader_share", "leader_status_label_zh", "leader_status_label_en")


def tiles(context: Context, day: Day) -> list[Tile]:
    """Six figures of the day."""
    answer = context.run("agreements/headline", as_of_on=day.on)
    row = answer.rows()[0]
    outside = row["universities_under_agreement"] - row["universities_inside"]
    renewed = context.text("{count} of them followed by another in force", count=row["agreements_renewed"]) if row["agreements_renewed"] else ""
    no_end = context.text("{count} state no end", count=row["agreements_without_end"]) if row["agreements_without_end"] else ""
    unstated = context.text("{share} of the people have no known university", share=formatting.share(row["people_unstated"] / row["on_site_people"])) \
        if row["on_site_people"] and row["people_unstated"] else ""
    covered = context.text("{count} of {base} people on site", count=formatting.exact(row["people_under_agreement"]), base=formatting.exact(row["on_site_people"])) \
        if row["on_site_people"] else context.text("nobody counted on site")
    notes = {
        "agreements_in_force": no_end,
        "agreements_expiring": context.text("of those in force"),
        "agreements_lapsed": renewed,
        "regions_under_agreement": context.text("of the 15 units"),
        "universities_under_agreement": context.text("{inside} inside the province, {outside} outside", inside=row["universities_inside"], outside=outside),
        "attendance_under_agreement_share": covered,
    }
    return [
        Tile(metric, context.text(metrics.metric(metric).label), formatting.value_text(row[metric], metric, context.language),
             context.text(metrics.metric(metric).definition), note=note,
             comparison=" ".join(text for text in (unstated, ignored_by_attendance(context, answer)) if text) if metric == "attendance_under_agreement_share" else "",
             origin=Origin(answer, metric, (row,)))
        for metric, note in notes.items()
    ]


def ignored_by_attendance(context: Context, answer: Answer) -> str:
    """Which active filters the share of the attendance does not obey: all universities stand in its base, whichever are chosen."""
    names = [context.filter_label(name) for name in context.filters.active() if name == "university_codes" or name not in answer.query.filters]
    return context.text("Does not obey: {filters}", filters=("、" if context.language == "zh" else ", ").join(names)) if names else ""


def coverage_answer(context: Context, day: Day) -> Answer:
    """The 15 regions whatever region or university is chosen, so that a chosen one is seen among the others."""
    return context.run("agreements/coverage", without="region_codes", as_of_on=day.on)


def leaders(context: Context, answer: Answer) -> Panel:
    """For each region the university that sends most people, and whether there is an agreement: the gaps first, the largest on top."""
    answer = answer.in_order(lambda row: (row["leader_code"] is None, row["leader_status_code"] in WORKING, -(row["leader_people"] or 0)))
    rows = [row for row in answer.rows() if row["leader_code"] is not None]
    missing = [context.label(row) for row in rows if row["leader_status_code"] not in WORKING]
    title = context.text("Which university sends each region most people")
    if missing:
        names = ("、" if context.language == "zh" else ", ").join(missing)
        title = context.text("{count} of the 15 units have no agreement in force with the university that sends most people to their fairs: {names}",
                             count=len(missing), names=names)
    elif rows:
        title = context.text("Every region whose people were counted has an agreement in force with the university that sends it most people")
    subtitle = context.text("People on site at the fairs that the region hosted; click a name to choose the region")
    pairs = [(context.label(row), f"{row[f'leader_label_{context.language}']} ({row[f'leader_status_label_{context.language}']})") for row in rows]
    return Panel("leaders", title, subtitle, answer, None, alt_of(context, title, pairs), pick="region_codes", code_column="region_code", width="wide",
                 hidden_columns=("agreements_in_force", "attendance_under_agreement_share", *PEOPLE))


def coverage(context: Context, answer: Answer) -> Panel:
    """The parts of each region's attendance, the best covered first; regions where nobody was counted stand last without a bar."""
    rows = sorted(answer.rows(), key=lambda row: (row["attendance_under_agreement_share"] is None, -(row["attendance_under_agreement_share"] or 0)))
    parts = [tuple(row[name] / row["on_site_people"] for name in PEOPLE[1:]) if row["on_site_people"] else None for row in rows]
    texts = [formatting.share(row["attendance_under_agreement_share"]) for row in rows]
    names = (context.text("University under agreement"), context.text("University without one"), context.text("University not known"))
    figure = coverage_chart([context.label(row) for row in rows], parts, texts, [row["region_code"] for row in rows], names, mode=context.mode,
                            chosen=context.filters.region_codes)
    title = context.text("How much of the attendance comes from universities under agreement")
    none = [context.label(row) for row in rows if row["attendance_under_agreement_share"] == 0]
    if none:
        title = context.text("In {count} regions nobody came from a university under agreement", count=len(none))
    subtitle = context.text("Share of the people on site at the region's fairs; a dash where nobody was counted")
    return Panel("coverage", title, subtitle, answer, figure, alt_of(context, title, [(context.label(row), text) for row, text in zip(rows, texts, strict=True)]),
                 pick="region_codes", code_column="region_code", width="third", height=430, hidden_columns=LEADER, value="attendance_under_agreement_share",
                 marks=Marks("region_code", columns=PEOPLE[1:]))


def matrix(context: Context, day: Day, is_inside: bool | None) -> Panel:
    """The 15 regions by the universities with an agreement and those that send most people; the table names the pairs that signed, the files all."""
    answer = context.run("agreements/matrix", without="region_codes", as_of_on=day.on, most_universities=MOST_UNIVERSITIES, is_inside=is_inside)
    lines: dict[str, list[dict[str, Any]]] = {}
    for row in answer.rows():
        lines.setdefault(row["region_code"], []).append(row)
    first = next(iter(lines.values()), [])
    inside = sum(row["is_in_liaoning"] for row in first)
    groups = [(context.text("Inside the province: {count}", count=inside), inside), (context.text("Outside: {count}", count=len(first) - inside), len(first) - inside)]
    framed = [(number, column) for number, line in enumerate(lines.values()) for column, row in enumerate(line) if row["is_leader"]]
    figure = agreement_matrix_chart(
        [plain(line[0][f"region_label_{context.language}"]) for line in lines.values()], [_short(context, row) for row in first],
        [[row["status_code"] for row in line] for line in lines.values()], [[_cell(context, row) for row in line] for line in lines.values()], list(lines),
        mode=context.mode, groups=[group for group in groups if group[1]], framed=framed, chosen_rows=context.filters.region_codes,
    )
    title = context.text("Which region has an agreement with which university")
    signs = context.text("✓ in force · △ expires within 180 days · ○ signed, no end stated · ✗ lapsed · blank: not signed")
    subtitle = context.text("{signs}; framed: the university that sends the region most people; click a cell to choose the region; the table lists the pairs that signed",
                            signs=signs)
    held = {code: sum(row["status_code"] in WORKING for row in line) for code, line in lines.items()}
    alt = alt_of(context, title, [(line[0][f"region_label_{context.language}"], str(held[code])) for code, line in lines.items()])
    whole, signed = answer, answer.where(lambda row: row["status_code"] != "none")
    if not signed.is_empty:
        answer = signed
    return Panel("matrix", title, subtitle, answer, figure, alt, pick="region_codes", code_column="region_code", width="full", height=620,
                 value="agreements", marks=Marks("region_code", points=("university_code", [row["university_code"] for row in first])), whole=whole)


def white_spots(context: Context, day: Day) -> Panel:
    """The pairs without an agreement in force that would cover most people."""
    answer = context.run("agreements/white_spots", as_of_on=day.on)
    count = answer.row_count
    answer = answer.first(MOST_LISTED)
    rows = answer.rows()[:MOST_RANKED]
    labels = [pair_name(context, row, "university_label") for row in rows]
    texts = [context.text("{people} · +{points} points", people=formatting.exact(row["on_site_people"]),
                          points=formatting.exact(row["coverage_gain_share"] * 100, 1)) for row in rows]
    hover = [context.text("{pair}<br>{people} of the region's {base} people; agreement: {status}", pair=label, people=formatting.exact(row["on_site_people"]),
                          base=formatting.exact(row["region_people"]), status=row[f"status_label_{context.language}"]) for label, row in zip(labels, rows, strict=True)]
    figure = ranking.ranking_chart(labels, [row["on_site_people"] for row in rows], texts, [row["university_code"] for row in rows],
                                   mode=context.mode, meaning="supply", hover=hover, chosen=context.filters.university_codes)
    figure = with_pairs(figure, context, rows, "university_label")
    title = context.text("Gaps: where an agreement would cover most people")
    if rows:
        title = context.text("The largest gap: {pair}", pair=labels[0])
    subtitle = context.text("People sent without an agreement in force, and what one would add to the region's coverage; the first {shown} of {count} pairs",
                            shown=len(rows), count=formatting.exact(count))
    if count > MOST_LISTED:
        subtitle += context.text(" · the table holds {shown}, the files all", shown=MOST_LISTED)
    return Panel("white_spots", title, subtitle, answer, figure, alt_of(context, title, list(zip(labels, texts, strict=True))),
                 pick="university_codes", code_column="university_code", width="half", height=80 + PAIR_PX * max(len(rows), 5), value="on_site_people",
                 marks=Marks(points=(ROW, range(len(rows)))))


def pair_name(context: Context, row: dict[str, Any], university: str) -> str:
    """A region and a university as one name; ``university`` is the column of its label without the language."""
    return f"{plain(row[f'region_label_{context.language}'])} – {plain(row[f'{university}_{context.language}'])}"


def with_pairs(figure: Figure, context: Context, rows: list[dict[str, Any]], university: str) -> Figure:
    """``figure`` with the names of pairs beside its lines; a narrow screen scrolls it sideways."""
    frame = figure["layout"]
    names = [_in_two_lines(pair_name(context, row, university)) for row in rows]
    return figure | {"layout": frame | {"yaxis": frame["yaxis"] | {"ticktext": names}, "meta": {"least_width_px": PAIRS_WIDTH_PX}}}


def _in_two_lines(name: str) -> str:
    """A name in at most two lines; what is too much for them is cut."""
    first, *rest = wrapped(name, PAIR_WIDTH).split("<br>")
    return "<br>".join([first, *([shortened("".join(rest) if name.count(" ") < 3 else " ".join(rest), PAIR_WIDTH)] if rest else [])])


def _short(context: Context, row: dict[str, Any]) -> str:
    return plain(shortened(row[f"university_label_{context.language}"], NAME_WIDTH if context.language == "zh" else NAME_WIDTH + 4))


def _cell(context: Context, row: dict[str, Any]) -> str:
    parts = [pair_name(context, row, "university_label"), row[f"status_label_{context.language}"]]
    if row["signed_on"] is not None:
        parts.append(context.text("signed on {day}", day=formatting.day(row["signed_on"], context.language)))
    if row["in_force_until"] is not None:
        parts.append(context.text("until {day}", day=formatting.day(row["in_force_until"], context.language)))
    if row["on_site_people"] is not None:
        parts.append(context.text("{count} people on site at the region's fairs", count=formatting.exact(row["on_site_people"])))
    return "<br>".join(parts)
