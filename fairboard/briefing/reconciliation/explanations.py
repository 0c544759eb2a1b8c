"""Why a text may state another number than the records: each reason is tried on the records, and kept only where it gives the number."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from fairboard.analysis import columns, options, runner
from fairboard.analysis.filters import Filters
from fairboard.analysis.sentence import FILTER_LABELS
from fairboard.briefing.model import Fact
from fairboard.briefing.reconciliation import days
from fairboard.briefing.reconciliation.figures import Figure
from fairboard.briefing.reconciliation.kinds import KINDS, SHARES
from fairboard.briefing.reconciliation.parts import UNITS
from fairboard.briefing.reconciliation.records import LINE_YUAN, Counted, counted
from fairboard.errors import Message, message

SHENFU = "21SF00"
CITIES = tuple(code for code, _, _ in UNITS if code != SHENFU)
MOST_SHOWN = 3
LEAST_BY_DAY = 20
"""Smaller numbers are met by chance when many days and fairs are tried."""
COUNTS = frozenset({
    "fairs", "employers", "postings", "openings", "openings_over_threshold", "on_site_people", "on_site_visits", "live_views", "universities", "participations", "agreements",
})  # fmt: skip
ADDITIVE = frozenset({"openings", "postings", "openings_over_threshold", "agreements", "participations"})
OTHER_KINDS: dict[str, tuple[str, ...]] = {
    "openings": ("postings", "openings_over_threshold"), "postings": ("openings",), "employers": ("participations",), "participations": ("employers",),
    "on_site_people": ("on_site_visits", "live_views"), "on_site_visits": ("on_site_people", "live_views"), "live_views": ("on_site_visits", "on_site_people"),
    "openings_over_threshold": ("openings",), "agreements": ("universities_under_agreement", "regions_under_agreement"),
    "universities_under_agreement": ("agreements", "universities"), "universities": ("universities_under_agreement",), "regions_under_agreement": ("agreements",),
    "openings_share": ("employers_share",), "employers_share": ("openings_share",),
}  # fmt: skip


@dataclass(frozen=True)
class Explanation:
    """A reason that gives the number of the text: the words for it, the number in the records, and the facts it comes from."""

    reason: Message
    value: float
    facts: tuple[Fact, ...]
    filters: Filters
    is_exact: bool


@dataclass(frozen=True)
class Trial:
    """A reason to be tried. ``less`` is what is taken away from the number, for a part that no filter leaves out."""

    reason: Message
    kind: str
    filters: Filters
    line_yuan: int | None = None
    less: Filters | None = None
    is_by_day: bool = False


def explanations(figure: Figure, kind: str, filters: Filters, version: Path, published_on: date | None) -> tuple[Explanation, ...]:
    """The reasons that give the number of ``figure``, those that give it exactly first; ``filters`` are those it was compared under."""
    found: list[Explanation] = []
    known: set[tuple[float, tuple[str, ...]]] = set()
    for place, trial in enumerate(trials(figure, kind, filters, version, published_on)):
        if len(found) >= MOST_SHOWN and trial.is_by_day:
            break
        number = number_of(trial, figure, version, f"/{place}")
        if number is None or number.value is None or not figure.bounds.hold(number.value):
            continue
        key = (number.value, trial.reason.template, trial.kind)
        if key not in known:
            known.add(key)
            found.append(Explanation(trial.reason, number.value, number.facts, number.filters, number.value == figure.value))
    return tuple(sorted(found, key=lambda item: not item.is_exact)[:MOST_SHOWN])


def number_of(trial: Trial, figure: Figure, version: Path, suffix: str) -> Counted | None:
    """What the records say under the reason tried."""
    if trial.kind in SHARES:
        return counted(trial.kind, trial.filters, version, narrowed=narrowed(trial.filters, figure), line_yuan=figure.line_yuan, suffix=suffix)
    number = counted(trial.kind, trial.filters, version, line_yuan=trial.line_yuan or figure.line_yuan, suffix=suffix)
    if number is None or trial.less is None or number.value is None:
        return number
    taken = counted(trial.kind, trial.less, version, line_yuan=trial.line_yuan or figure.line_yuan, suffix=f"{suffix}/less")
    return Counted(number.value - (taken.value or 0), (*number.facts, *taken.facts), trial.filters)


def narrowed(filters: Filters, figure: Figure) -> Filters:
    """``filters`` narrowed to the parts that the figure is about, as far as filters tell them apart."""
    found = filters
    for part in figure.parts:
        if part.filter_name:
            held = getattr(found, part.filter_name)
            values = tuple(value for value in part.values if not held or str(value) in map(str, held))
            found = replace(found, **{part.filter_name: values or part.values})
    return found


def trials(figure: Figure, kind: str, filters: Filters, version: Path, published_on: date | None) -> Iterator[Trial]:
    """The reasons to try, the likeliest first."""
    for other in OTHER_KINDS.get(kind, ()):
        yield Trial(message("It is the number of {what}.", what=message(KINDS[other].label)), other, filters)
    if kind == "openings_over_threshold":
        yield Trial(message("It counts wages of exactly the line too."), kind, filters, (figure.line_yuan or LINE_YUAN) - 1)
    yield from _parts(figure, kind, filters)
    yield from _online(kind, filters, version)
    yield from _shenfu(kind, filters)
    yield from _filters(kind, filters)
    yield from _record_kinds(kind, filters, version)
    if kind in COUNTS and ((figure.value or 0) >= LEAST_BY_DAY or kind == "fairs"):
        for found in days.trials(figure, kind, filters, version, published_on):
            yield Trial(found.reason, kind, found.filters, is_by_day=True)


def _parts(figure: Figure, kind: str, filters: Filters) -> Iterator[Trial]:
    for part in figure.parts:
        if part.filter_name and getattr(filters, part.filter_name) == part.values:
            yield Trial(message("It is of all, not only of “{part}”.", part=part.words or ", ".join(part.values)), kind, filters.without(part.filter_name))


def _online(kind: str, filters: Filters, version: Path) -> Iterator[Trial]:
    known = tuple(option.code for option in options.of_version(version).get("fair_kinds", ()))
    chosen = filters.fair_kinds or known
    if "online" in chosen and len(chosen) > 1:
        yield Trial(message("It leaves out online fairs."), kind, replace(filters, fair_kinds=tuple(code for code in chosen if code != "online")))
    elif "online" not in chosen and "online" in known:
        yield Trial(message("It counts online fairs too."), kind, replace(filters, fair_kinds=(*chosen, "online")))


def _shenfu(kind: str, filters: Filters) -> Iterator[Trial]:
    held = filters.region_codes
    if not held:
        if kind in ADDITIVE:
            yield Trial(message("It leaves out the Shenfu demonstration zone."), kind, filters, less=replace(filters, region_codes=(SHENFU,)))
        yield Trial(message("It is of the 14 cities alone."), kind, replace(filters, region_codes=CITIES))
    elif SHENFU in held and len(held) > 1:
        yield Trial(message("It leaves out the Shenfu demonstration zone."), kind, replace(filters, region_codes=tuple(code for code in held if code != SHENFU)))
    elif SHENFU not in held:
        yield Trial(message("It counts the Shenfu demonstration zone too."), kind, replace(filters, region_codes=(*held, SHENFU)))


def _filters(kind: str, filters: Filters) -> Iterator[Trial]:
    narrowing = tuple(name for name in filters.active() if name not in (*days.PERIOD, "record_kinds"))
    for name in narrowing:
        yield Trial(message("It is without the filter “{name}”.", name=message(columns_name(name))), kind, filters.without(name))
    if len(narrowing) > 1:
        yield Trial(message("It is without any filter but the period and the fair."), kind, filters.without(*narrowing))


def columns_name(name: str) -> str:
    """The name of a filter as the panel has it."""
    return FILTER_LABELS.get(name) or columns.LABELS.get(name, name)


def _record_kinds(kind: str, filters: Filters, version: Path) -> Iterator[Trial]:
    chosen = filters.record_kinds or runner.default_record_kinds(version)
    for name, label in (("recorded", "recorded fairs"), ("synthetic", "the synthetic sample")):
        if name not in chosen:
            yield Trial(message("It counts {what} too.", what=message(label)), kind, replace(filters, record_kinds=(*chosen, name)))
        elif len(chosen) > 1:
            yield Trial(message("It leaves out {what}.", what=message(label)), kind, replace(filters, record_kinds=tuple(item for item in chosen if item != name)))
