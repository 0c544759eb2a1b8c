"""What the page of the universities shows. People, visits and views are three units; each panel says which one it counts."""

from dataclasses import replace
from typing import Any

from fairboard.analysis import formatting, metrics, runner
from fairboard.analysis.runner import Answer
from fairboard.charts import attendance, heatmap, ranking
from fairboard.charts.labels import wrapped
from fairboard.ui import panels
from fairboard.ui.board import Marks, Origin, Panel, Tile, alt_of
from fairboard.ui.context import Context
from fairboard.ui.headline import ATTENDANCE_IGNORES

MOST_RANKED = 15
MOST_IN_MATRIX = 20
FEWEST_SLOTS = 7
"""A chart with fewer bars leaves the rest of the height free, so that one bar alone does not fill it."""
NAME_WIDTH = 30
OUTSIDE = "outside"


def tiles(context: Context) -> list[Tile]:
    """Universities, people on site from inside and outside the province, views, and visits where an office counts those."""
    answer = context.run("universities/headline")
    row = answer.rows()[0]

    def tile(metric: str, label: str, column: str, **words: str) -> Tile:
        return _tile(context, metric, label, row[column], Origin(answer, column, (row,)), **words)

    ignored = _ignored(context)
    inside = context.text("{count} of them in Liaoning", count=formatting.exact(row["universities_in_province"])) if row["universities"] else ""
    outside = ""
    if row["elsewhere_share"] is not None:
        outside = context.text("from outside the province: {people} ({share})", people=formatting.short(row["people_elsewhere"], context.language),
                               share=formatting.share(row["elsewhere_share"]))
    found = [
        tile("universities", context.text("Universities present"), "universities", note=inside),
        tile("on_site_people", context.text("People on site"), "on_site_people", note=ignored),
        tile("on_site_people", context.text("People from inside the province"), "people_in_province", note=_of_known(context, row["in_province_share"]),
             comparison=outside),
        tile("live_views", context.text("Live views"), "live_views", note=_views_note(context) or ignored),
    ]
    if row["on_site_visits"] is not None:
        found.insert(2, tile("on_site_visits", context.text("Visits on site"), "on_site_visits",
                             note=context.text("where the office counts visits; not added to people")))
    return found


def by_university(context: Context) -> Panel:
    """The universities with most people on site, a chosen one among the others; the province stands behind the name of one from outside."""
    answer = runner.run("universities/ranking", context.filters.without("university_codes"), context.version)
    rows = answer.rows()
    shown = rows[:MOST_RANKED] + [row for row in rows[MOST_RANKED:] if row["university_code"] in context.filters.university_codes]
    texts = [formatting.value_text(row["on_site_people"], "on_site_people", context.language) for row in shown]
    hover = [context.text("{university}: {people} people at {fairs} fairs, {share} of all", university=_name(context, row),
                          people=formatting.exact(row["on_site_people"]), fairs=row["fairs"], share=formatting.share(row["people_share"])) for row in shown]
    figure = ranking.ranking_chart([wrapped(_name(context, row), NAME_WIDTH) for row in shown], [row["on_site_people"] for row in shown], texts,
                                   [row["university_code"] for row in shown], mode=context.mode, meaning="supply",
                                   chosen=context.filters.university_codes, hover=hover)
    title = context.text("Which universities sent most people")
    subtitle = context.text("People counted on site, the first {shown} of {count} universities; the province is named where it is not Liaoning",
                            shown=min(MOST_RANKED, len(rows)), count=len(rows))
    return Panel("ranking", title, subtitle, answer, figure, alt_of(context, title, list(zip((_name(context, row) for row in shown), texts, strict=True))),
                 pick="university_codes", code_column="university_code", width="wide", height=520, hidden_columns=("is_in_liaoning",))


def by_province(context: Context) -> Panel:
    """People on site by the province of their university, Liaoning first."""
    answer = context.run("universities/provinces")
    rows = answer.rows()
    texts = [formatting.share(row["people_share"]) for row in rows]
    hover = [context.text("{name}: {people} people from {universities} universities", name=context.label(row),
                          people=formatting.exact(row["on_site_people"]), universities=row["universities"]) for row in rows]
    figure = ranking.ranking_chart([context.label(row) for row in rows], [row["people_share"] for row in rows], texts,
                                   [row["province_code"] or "" for row in rows], mode=context.mode, meaning="supply",
                                   chosen=[row["province_code"] for row in rows if row["is_in_liaoning"]], hover=hover)
    figure["layout"]["yaxis"]["range"] = [max(len(rows), FEWEST_SLOTS) - 0.4, -0.6]
    home = next((row["people_share"] for row in rows if row["is_in_liaoning"]), None)
    title = context.text("{share} came from universities in Liaoning", share=formatting.share(home, 0)) if home else context.text("Where their universities are")
    return Panel("provinces", title, context.text("Share of the people counted on site, by province of the university"), answer, figure,
                 alt_of(context, title, [(context.label(row), text) for row, text in zip(rows, texts, strict=True)]),
                 width="third", height=520, hidden_columns=("is_in_liaoning",), value="people_share", marks=Marks("province_code"))


def arrivals(context: Context) -> Panel:
    """When people came, by the hour."""
    answer = context.run("universities/arrivals")
    rows = answer.rows()
    counts = [row["on_site_people"] for row in rows]
    texts = [context.text("{start} to {end}: {people} people", start=_clock(row["hour"] * 60), end=_clock(row["hour"] * 60 + 60),
                          people=formatting.exact(row["on_site_people"])) for row in rows]
    figure = attendance.arrivals_chart([row["hour"] for row in rows], counts, [formatting.share(row["people_share"], 0) for row in rows], texts, mode=context.mode)
    title = context.text("When people arrive")
    if rows:
        busiest = rows[counts.index(max(counts))]["hour"]
        title = context.text("Most people arrive between {start} and {end}", start=_clock(busiest * 60), end=_clock(busiest * 60 + 60))
    return Panel("arrivals", title, _over_fairs(context, context.text("Share of the people counted on site, by hour")), answer, figure,
                 alt_of(context, title, [(text, "") for text in texts]), marks=Marks("hour"))


def broadcast(context: Context) -> Panel:
    """The views of the live broadcast through the day."""
    answer = context.run("universities/broadcast")
    rows = answer.rows()
    counts = [row["live_views"] for row in rows]
    texts = [context.text("{start}: {views} views", start=row["slot_start"], views=formatting.exact(row["live_views"])) for row in rows]
    title, peak_text = context.text("When the broadcast is watched"), ""
    if rows:
        peak = rows[counts.index(max(counts))]
        views = formatting.short(peak["live_views"], context.language)
        title = context.text("The broadcast peaks at {start}", start=peak["slot_start"])
        peak_text = context.text("peak {start}: {views} views", start=peak["slot_start"], views=views)
    figure = attendance.broadcast_chart([row["slot_minute"] for row in rows], counts, texts, peak_text=peak_text, mode=context.mode, language=context.language)
    return Panel("broadcast", title, _over_fairs(context, context.text("Views of the live broadcast, by slot of ten minutes")), answer, figure,
                 alt_of(context, title, [(peak_text, "")]), hidden_columns=("slot_minute",), marks=Marks("slot_minute"))


def mixes(context: Context) -> list[Panel]:
    """What the people on site studied, and to which degree."""
    subtitle = context.text("Share of the people counted on site")
    return [
        _mix(context, context.run("universities/disciplines"), "disciplines", "discipline_code", context.text("What they studied"), subtitle),
        _mix(context, context.run("universities/degrees"), "degrees", "degree_level_code", context.text("Which degree they have or study for"), subtitle),
    ]


def _mix(context: Context, answer: Answer, panel_id: str, code: str, title: str, subtitle: str) -> Panel:
    return replace(
        panels.ranked(context, answer, panel_id, title, subtitle, value="people_share", code=code, meaning="supply", metric="openings_over_threshold_share"),
        pick=None, code_column=None, marks=Marks(code),
    )  # fmt: skip


def hosts(context: Context) -> Panel:
    """Which universities came to which region's fairs; hosts outside the province share a column."""
    answer = context.run("universities/hosts", most_universities=MOST_IN_MATRIX)
    cells: dict[str, dict[str, int]] = {}
    names: dict[str, str] = {}
    held: dict[str, str] = {}
    for row in answer.rows():
        host = row["host_region_code"] if row["host_region_code"].startswith("21") else OUTSIDE
        line = cells.setdefault(row["university_code"], {})
        line[host] = line.get(host, 0) + row["on_site_people"]
        names[row["university_code"]] = row[f"university_label_{context.language}"]
        held[host] = row[f"region_label_{context.language}"] if host != OUTSIDE else context.text("Elsewhere")
    columns = sorted(held)
    outside = [row["host_region_code"] for row in answer.rows() if not row["host_region_code"].startswith("21")]
    values = [[line.get(code) for code in columns] for line in cells.values()]
    texts = [[formatting.exact(value) if value is not None else "" for value in line] for line in values]
    pairs = {code: [(held[host], text) for host, text in zip(columns, line, strict=True)] for code, line in zip(cells, texts, strict=True)}
    hover = [[context.text("{university} in {region}: {people} people", university=names[code], region=host, people=text) if text else "" for host, text in line]
             for code, line in pairs.items()]
    figure = heatmap.heatmap_chart([wrapped(names[code], 40) for code in cells], [panels.over_column(context, held[host]) for host in columns], values, texts, hover,
                                   list(cells), mode=context.mode, meaning="supply", chosen_rows=context.filters.university_codes)
    figure["layout"]["xaxis"] |= {"tickangle": 0} if context.language == "zh" else {"ticklabeloverflow": "allow"}
    figure["layout"]["margin"] = figure["layout"]["margin"] | {"r": 16 if context.language == "zh" else 48}
    title = context.text("Which universities came to which region's fairs")
    subtitle = context.text("People counted on site, the {count} universities with most people by host region; blank where nobody was counted", count=len(cells))
    alt = alt_of(context, title, [(f"{names[code]} {host}", text) for code, line in pairs.items() for host, text in line if text])
    return Panel("hosts", title, subtitle, answer, figure, alt, pick="university_codes", code_column="university_code", width="full",
                 height=100 + 28 * max(len(cells), 3), marks=Marks("university_code", points=("host_region_code", [outside if code == OUTSIDE else code for code in columns])))


def _tile(context: Context, metric: str, label: str, value: Any, origin: Origin, *, note: str = "", comparison: str = "") -> Tile:
    return Tile(metric, label, formatting.value_text(value, metric, context.language), context.text(metrics.metric(metric).definition), note=note,
                comparison=comparison, origin=origin)


def _name(context: Context, row: dict[str, Any]) -> str:
    if row["is_in_liaoning"]:
        return context.label(row)
    return context.text("{university} ({province})", university=context.label(row), province=row[f"province_label_{context.language}"])


def _of_known(context: Context, share: float | None) -> str:
    return context.text("{share} of those whose university is known", share=formatting.share(share)) if share is not None else ""


def _ignored(context: Context) -> str:
    names = [context.filter_label(name) for name in context.filters.active() if name in ATTENDANCE_IGNORES]
    return context.text("Does not obey: {filters}", filters=("、" if context.language == "zh" else ", ").join(names)) if names else ""


def _views_note(context: Context) -> str:
    return context.text("views have no university") if context.filters.university_codes else ""


def _over_fairs(context: Context, subtitle: str) -> str:
    """``subtitle`` with what it is summed over: one fair, or all that are selected."""
    fairs = context.filters.fair_ids
    if len(fairs) == 1:
        return f"{subtitle} · {context.name('fair_ids', fairs[0])}"
    return subtitle + context.text(", summed over the selected fairs")


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
