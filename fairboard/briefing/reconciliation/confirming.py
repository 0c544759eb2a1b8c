"""Figures that a person has confirmed → rows that the store keeps."""

from collections.abc import Iterable

from fairboard.analysis import metrics
from fairboard.briefing.reconciliation.comparing import APART
from fairboard.briefing.reconciliation.figures import Figure
from fairboard.briefing.reconciliation.kinds import KINDS, SHARES
from fairboard.briefing.reconciliation.records import LINE_YUAN
from fairboard.store import published
from fairboard.store.published import Confirmed, PublishedFigure, Source

UNITS = {
    "percent": "percent", "yuan_month": "yuan a month", "yuan_year": "yuan a year", "yuan": "yuan", "people": "people", "visits": "visits", "views": "views",
    "employers": "employers",    "fairs": "fairs", "universities": "universities", "agreements": "agreements", "jobs": "openings",
}  # fmt: skip
LONGEST_WORDS = 40


def confirm(source: Source, figures: Iterable[Figure], fair_id: int | None = None) -> Confirmed:
    """Keep the figures whose reading is sure or assigned in a new version, with the text as their source; raises RequestError."""
    return published.confirm(source, rows_of(figures), fair_id)


def rows_of(figures: Iterable[Figure]) -> list[PublishedFigure]:
    """The rows of ``published_figures``: those whose reading is open, and lines of wages, are left out; a range makes two."""
    return [row for figure in figures if is_kept(figure) for row in _rows(figure)]


def is_kept(figure: Figure) -> bool:
    """True for a figure of which it is known what it states."""
    return bool(figure.reading.kind) and figure.reading.is_sure and figure.reading.kind != "wage_line" and not figure.is_garbled


def _rows(figure: Figure) -> list[PublishedFigure]:
    kind = KINDS[figure.reading.kind]
    is_whole = not figure.parts and not APART & set(figure.scopes) and figure.line_yuan in (None, LINE_YUAN) and figure.reading.kind not in SHARES
    is_whole = is_whole and not (figure.reading.kind == "live_views" and figure.unit == "people")
    metric = kind.metric if kind.metric and is_whole else kind.kind if is_whole else f"{kind.kind}_part"
    unit = metrics.metric(kind.metric).unit if kind.metric and is_whole else UNITS.get(figure.unit, "count")
    words = [part.words for part in figure.parts if part.words] + [scope for scope in figure.scopes if scope in APART]
    if figure.line_yuan not in (None, LINE_YUAN) or (figure.line_yuan and figure.reading.kind in SHARES):
        words.append(f"> {figure.line_yuan}")
    name = f"{kind.label} ({', '.join(words)[:LONGEST_WORDS]})" if words else kind.label
    ends = (figure.value,) if figure.high is None else (figure.value, figure.high)
    names = (metric,) if len(ends) == 1 else (f"{kind.kind}_low", f"{kind.kind}_high")
    return [PublishedFigure(own, name, value, unit, figure.is_approximate) for value, own in zip(ends, names, strict=True)]
