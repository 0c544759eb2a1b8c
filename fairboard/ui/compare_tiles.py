"""The two sides in figures: A | B, their difference and ratio, or the reason why there is none."""

from typing import Any

from fairboard.analysis import comparability, formatting, metrics
from fairboard.analysis.formatting import is_missing
from fairboard.analysis.sides import SIDES
from fairboard.ui.board import Tile
from fairboard.ui.compare_view import THRESHOLD_YUAN, CompareView

NAME_LETTERS = 100
METRICS = ("openings", "employer_identities", "participations", "first_time_employers", "returning_employers", "openings_over_threshold", "wage_median_yuan",
           "on_site_people", "live_views", "universities", "openings_per_attendee")
UNIVERSITY_METRICS = ("openings", "on_site_people", "universities", "openings_per_attendee")
"""Between two universities: what can be compared, and the two that people look for and that are refused with the reason."""


def tiles(view: CompareView) -> list[Tile]:
    """A tile for each metric; none where the sides are not chosen."""
    if not view.sides.is_whole:
        return []
    rows = {side: {} for side in SIDES} if view.refusal else view.headline
    return [_tile(view, metric_id, rows) for metric_id in _metrics(view, rows)]


def note(view: CompareView) -> str:
    """The line under the tiles: what stands in them, and which side is which."""
    if not view.sides.is_whole:
        return ""
    legend = view.context.text("Each tile: A | B, then the difference B − A and the ratio B ÷ A. Wages by the lower end.")
    return f"{view.name('a', NAME_LETTERS)}; {view.name('b', NAME_LETTERS)}. {legend}"


def _metrics(view: CompareView, rows: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    found = UNIVERSITY_METRICS if view.sides.kind == "univ" else METRICS
    if all(not is_missing(rows[side].get("on_site_visits")) for side in SIDES):
        place = found.index("on_site_people") + 1
        found = (*found[:place], "on_site_visits", *found[place:])
    return found


def _tile(view: CompareView, metric_id: str, rows: dict[str, dict[str, Any]]) -> Tile:
    context = view.context
    definition = context.text(metrics.metric(metric_id).definition)
    reason = view.refusal or comparability.metric_refusal(metric_id, view.sides, context.filters, rows, context.language)
    if reason:
        return Tile(metric_id, _label(view, metric_id), formatting.NOTHING, definition, note=context.text("not compared: {reason}", reason=reason))
    a, b = (rows[side].get(metric_id) for side in SIDES)
    texts = [formatting.value_text(value, metric_id, context.language) for value in (a, b)]
    difference, ratio = comparability.difference_text(a, b, metric_id, context.language), comparability.ratio_text(a, b)
    return Tile(metric_id, _label(view, metric_id), " | ".join(texts), definition, note=_note(view, metric_id, rows), change=difference, comparison=ratio,
                origin=view.origins(metric_id))


def _label(view: CompareView, metric_id: str) -> str:
    context = view.context
    if metric_id == "openings_over_threshold":
        return context.text("Over {amount} yuan (floor)", amount=formatting.short(THRESHOLD_YUAN, context.language))
    if metric_id == "wage_median_yuan":
        return context.text("Median wage, yuan a month ({basis})", basis=context.text("floor"))
    return context.text(metrics.metric(metric_id).label)


def _note(view: CompareView, metric_id: str, rows: dict[str, dict[str, Any]]) -> str:
    context = view.context
    parts = [comparability.small_base(metric_id, rows, context.language)]
    if metric_id == "on_site_people":
        parts.append(comparability.partly_visits(rows, context.language))
    if metric_id == "employer_identities":
        parts.append(context.text("{count} on both sides", count=formatting.exact(rows["a"]["matched_employers"])))
    return "; ".join(part for part in parts if part)
