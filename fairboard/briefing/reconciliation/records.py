"""What the records say: the facts of a selection, one for each kind of figure that they hold."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fairboard.analysis import runner
from fairboard.analysis.explain import Origin
from fairboard.analysis.filters import Filters
from fairboard.briefing.model import Fact
from fairboard.briefing.reconciliation.kinds import KINDS, SHARES

LINE_YUAN = 10_000
HEADLINE = ("overview/headline", "headline")
SOURCES: dict[str, tuple[str, str, str]] = {
    **{kind: (*HEADLINE, kind) for kind in ("fairs", "employers", "postings", "openings", "openings_over_threshold", "on_site_people", "live_views", "openings_per_attendee")},
    "universities": ("universities/headline", "universities", "universities"),
    "on_site_visits": ("universities/headline", "universities", "on_site_visits"),
    "wage_median_yuan": ("wages/headline", "wages", "wage_median_yuan"),
    "participations": ("reconciliation/participations", "participations", "participations"),
    "agreements": ("communique/agreements", "agreements", "agreements"),
    "universities_under_agreement": ("communique/agreements", "agreements", "signing_universities"),
    "regions_under_agreement": ("communique/agreements", "agreements", "signing_regions"),
}  # fmt: skip
"""Kind → the question whose only row has it, the first half of the fact's id, and the column."""
FROM_POSTINGS = ("employers", "participations", "postings", "openings", "openings_over_threshold")
"""Kinds of which a selection without any posting says nothing: it holds no data, which is not zero."""
PARAMETERS: dict[str, tuple[str, ...]] = {"overview/headline": ("wage_basis", "threshold_yuan"), "wages/headline": ("wage_basis", "threshold_yuan")}


@dataclass(frozen=True)
class Counted:
    """A number of the records: its value, the facts it comes from (two for a share or a difference), and the selection."""

    value: float | None
    facts: tuple[Fact, ...]
    filters: Filters


def fact(kind: str, filters: Filters, version: Path, line_yuan: int | None = None, suffix: str = "") -> Fact | None:
    """The fact of ``kind`` for a selection; None where no question gives it."""
    if kind not in SOURCES:
        return None
    query, group, column = SOURCES[kind]
    own: dict[str, Any] = {"wage_basis": "floor", "threshold_yuan": LINE_YUAN if line_yuan is None else line_yuan}
    answer = runner.run(query, filters, version, **{name: own[name] for name in PARAMETERS.get(query, ())})
    row = answer.rows()[0]
    return Fact(f"{group}/{kind}{suffix}", KINDS[kind].metric, row[column], Origin(answer, column, (row,)))


def counted(kind: str, filters: Filters, version: Path, *, narrowed: Filters | None = None, line_yuan: int | None = None, suffix: str = "") -> Counted | None:
    """The number of ``kind``; for a share in percent, the ``narrowed`` selection of the whole one."""
    if kind in SHARES:
        if narrowed is None or (narrowed == filters and line_yuan is None):
            return None
        base = KINDS[kind].metric
        part_kind = base if line_yuan is None else "openings_over_threshold"
        part, whole = fact(part_kind, narrowed, version, line_yuan, suffix=f"{suffix}/part"), fact(base, filters, version, suffix=suffix)
        if part is None or whole is None:
            return None
        is_known = part.is_known and whole.is_known and whole.value
        return Counted(100 * part.value / whole.value if is_known else None, (part, whole), narrowed)
    found = fact(kind, narrowed or filters, version, line_yuan, suffix)
    if found is None:
        return None
    is_known = found.is_known and not (kind in FROM_POSTINGS and not fact("postings", filters, version).value)
    return Counted(found.value if is_known else None, (found,), narrowed or filters)


def ignored(number: Counted, names: tuple[str, ...]) -> tuple[str, ...]:
    """Of the filters called ``names`` those that the question behind ``number`` does not obey."""
    held = number.facts[0].origin.answer.query.filters
    return tuple(name for name in names if name not in held)
