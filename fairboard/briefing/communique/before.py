"""With what a release compares its selection, where the two are comparable."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from fairboard.analysis import comparability, comparison, runner
from fairboard.analysis.comparability import LEAST_EMPLOYERS, LEAST_PEOPLE
from fairboard.analysis.filters import Filters
from fairboard.analysis.sides import Sides
from fairboard.briefing.communique.names import Names, of_row
from fairboard.briefing.communique.records import LEAST_OPENINGS, Records, headline
from fairboard.briefing.model import Fact

LEAST = {"fairs": 1, "employers": LEAST_EMPLOYERS, "openings": LEAST_OPENINGS, "on_site_people": LEAST_PEOPLE}
"""What is compared, and from how many on each side."""


@dataclass(frozen=True)
class Before:
    """Figures of then and now by what they are. ``name`` and ``days`` are those of the fair or period before, ``now_days`` those of now."""

    kind: Literal["fair", "period", "years"]
    name: Names | None
    days: tuple[date, date]
    now_days: tuple[date, date]
    pairs: dict[str, tuple[Fact, Fact]]


def of(records: Records) -> Before | None:
    """The comparison with the fair of the same kind before, with the period of the same length before, or of the last year with the one before.

    None where there is nothing before, where recorded fairs would be set against the sample or published ones, and where nothing is large enough on both sides. Openings are
    compared under every filter; people only where no filter narrows the openings alone, and where both sides counted people and no visits.
    """
    if records.is_published or not records.fairs:
        return None
    filters = replace(records.filters, fair_ids=(int(records.fair["fair_id"]),), start_on=None, end_on=None) if records.fair else records.filters
    found = comparison.named_comparison(filters, records.version, "en")
    if found is None or comparability.refusal(_sides(found), records.version, records.kinds, "en"):
        return None
    is_all = found.now == filters
    now = records.figures if is_all else headline(found.now, records.version, "comparison/now")
    pairs = _pairs(headline(found.before, records.version, "comparison/before"), now, _comparable(records, found.now, found.before))
    if not pairs.keys() - {"fairs"}:
        return None
    if records.fair:
        (row,) = runner.run("communique/fairs", found.before, records.version).rows()
        return Before("fair", of_row(row), (row["starts_on"].date(), row["ends_on"].date()), records.days, _without(pairs, "fairs"))
    kind = "period" if filters.start_on and filters.end_on else "years"
    return Before(kind, None, (found.before.start_on, found.before.end_on), (found.now.start_on, found.now.end_on), pairs)


def _sides(found: comparison.Comparison) -> Sides:
    """Both sides by the fairs or the days that make them."""
    if found.now.fair_ids:
        return Sides("fair", *(Filters(fair_ids=side.fair_ids) for side in (found.before, found.now)))
    return Sides("period", *(Filters(start_on=side.start_on, end_on=side.end_on) for side in (found.before, found.now)))


def _comparable(records: Records, *sides: Filters) -> tuple[str, ...]:
    """What may be compared on both sides."""
    names = ("fairs", "employers", "openings") if records.has_demand else ()
    rows = [runner.run("universities/headline", side, records.version).rows()[0] for side in sides]
    counts_people = all(row["on_site_people"] and not row["on_site_visits"] for row in rows)
    return (*names, "on_site_people") if counts_people and not records.is_narrowed else names


def _pairs(before: dict[str, Fact], now: dict[str, Fact], names: tuple[str, ...]) -> dict[str, tuple[Fact, Fact]]:
    return {name: (before[name], now[name]) for name in names
            if name in before and name in now and min(before[name].value, now[name].value) >= LEAST[name]}


def _without(pairs: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: pair for key, pair in pairs.items() if key != name}
