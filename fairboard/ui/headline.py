"""The headline tiles: seven figures with their change against a named comparison."""

from typing import Any

from fairboard.analysis import comparison, formatting, metrics, runner
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer, Ask
from fairboard.ui.board import Origin, Tile
from fairboard.ui.context import Context

RATIO = "openings_per_attendee"
METRICS = ("fairs", "employers", "openings", "openings_over_threshold", "on_site_people", "live_views", RATIO)
# Filters that only postings obey, or only attendance: under these a ratio of the two says nothing.
ONE_SIDED = {"sector_codes", "education_levels", "wage_at_least_yuan", "wage_at_most_yuan", "ownerships", "university_codes", "region_codes"}
ATTENDANCE_IGNORES = ("sector_codes", "education_levels", "wage_at_least_yuan", "wage_at_most_yuan", "ownerships")
THRESHOLD_YUAN = 10_000
PARTS = {
    "overview/people": ("fairs", "on_site_people", "live_views"),
    "overview/demand": ("employers", "openings", "openings_over_threshold"),
    "overview/openings_per_attendee": (RATIO,),
}
"""The questions that together are ``overview/headline``, with the metrics that each answers: asked one by one, since each obeys other filters, and
a smaller rollup answers it.
"""
QUERIES = {metric_id: query for query, metric_ids in PARTS.items() for metric_id in metric_ids}
PARAMETERS = {"overview/demand": {"wage_basis": "floor", "threshold_yuan": THRESHOLD_YUAN}}
SHARES = {"openings_over_threshold": "openings_over_threshold_share", "openings": "openings_unstated_share"}


def tiles(context: Context) -> tuple[list[Tile], str]:
    """The tiles of the selection, in the order of METRICS, and the line that names what they are compared with."""
    values = headline(context, context.filters)
    compared = comparison.named_comparison(context.filters, context.version, context.language)
    if compared is None:
        return [_tile(context, metric_id, values, {}, {}, "") for metric_id in METRICS], comparison.nothing_before(context.filters, context.language)
    now = values if compared.now == context.filters else headline(context, compared.now)
    before = headline(context, compared.before)
    found = [_tile(context, metric_id, values, now, before, compared.short_name) for metric_id in METRICS]
    return found, context.text("Change: comparison {name}", name=compared.name)


def headline(context: Context, filters: Filters) -> dict[str, Any]:
    """The headline figures of ``filters`` by metric id."""
    found: dict[str, Any] = {RATIO: None}
    for ask in _asks(filters):
        found |= runner.run(ask.name, ask.filters, context.version, **ask.parameters).rows()[0]
    return found


def answer_of(context: Context, filters: Filters, metric_id: str) -> Answer:
    """The answer in which a headline figure of ``filters`` stands."""
    query = QUERIES[metric_id]
    return runner.run(query, filters, context.version, **PARAMETERS.get(query, {}))


def asks(context: Context) -> list[Ask]:
    """What :func:`tiles` will ask, so that a page can put it beside its own questions."""
    compared = comparison.named_comparison(context.filters, context.version, context.language)
    selections = dict.fromkeys([context.filters, *([compared.now, compared.before] if compared else [])])
    return [ask for filters in selections for ask in _asks(filters)]


def _asks(filters: Filters) -> list[Ask]:
    """The questions about ``filters``; the ratio is not asked for where it would say nothing."""
    return [Ask(query, filters, PARAMETERS.get(query, {})) for query in PARTS if not (query == QUERIES[RATIO] and _is_one_sided(filters))]


def _is_one_sided(filters: Filters) -> bool:
    return bool(ONE_SIDED & set(filters.active()))


def wage_finding(context: Context) -> str:
    """What share pays over the line, as a title."""
    share = headline(context, context.filters)["openings_over_threshold_share"]
    if formatting.is_missing(share):
        return context.text("What the openings pay")
    return context.text("{share} of openings with a wage pay over {amount} yuan", share=formatting.share(share),
                        amount=formatting.short(THRESHOLD_YUAN, context.language))


def _tile(context: Context, metric_id: str, values: dict[str, Any], now: dict[str, Any], before: dict[str, Any], name: str) -> Tile:
    item = metrics.metric(metric_id)
    change = formatting.change(now.get(metric_id), before.get(metric_id), context.language)
    return Tile(
        metric=metric_id,
        label=_label(context, metric_id),
        value=formatting.value_text(values[metric_id], metric_id, context.language),
        definition=context.text(item.definition),
        note=_note(context, metric_id, values),
        change=change,
        comparison=name if change else "",
        origin=_origin(context, metric_id),
    )


def _origin(context: Context, metric_id: str) -> Origin | None:
    """Where the figure stands; None for the ratio where it is not asked for."""
    if metric_id == RATIO and _is_one_sided(context.filters):
        return None
    answer = answer_of(context, context.filters, metric_id)
    return Origin(answer, metric_id, tuple(answer.rows()))


def _label(context: Context, metric_id: str) -> str:
    if metric_id == "openings_over_threshold":
        return context.text("Over {amount} yuan (floor)", amount=formatting.short(THRESHOLD_YUAN, context.language))
    return context.text(metrics.metric(metric_id).label)


def _note(context: Context, metric_id: str, values: dict[str, Any]) -> str:
    if metric_id in SHARES and values[SHARES[metric_id]] is None:
        return ""
    if metric_id == "openings_over_threshold":
        return context.text("{share} of openings with a wage", share=formatting.share(values["openings_over_threshold_share"]))
    if metric_id == "openings":
        return context.text("{share} of postings state no number", share=formatting.share(values["openings_unstated_share"]))
    if metric_id == "fairs" and context.filters.region_codes:
        return context.text("hosted in the chosen region")
    ignored = [context.filter_label(name) for name in context.filters.active() if name in ATTENDANCE_IGNORES]
    if metric_id in ("on_site_people", "live_views") and ignored:
        return context.text("Does not obey: {filters}", filters=("、" if context.language == "zh" else ", ").join(ignored))
    if metric_id == RATIO and values[metric_id] is None:
        return context.text("not defined under these filters") if _is_one_sided(context.filters) else context.text("nobody counted on site")
    return ""
