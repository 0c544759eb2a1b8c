"""What comes next: the fairs on record after those selected."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters
from fairboard.analysis.sides import day_of
from fairboard.briefing.communique.names import Names, of_row
from fairboard.briefing.communique.records import Records, headline
from fairboard.briefing.model import Fact


@dataclass(frozen=True)
class Following:
    """The fairs of the rest of a half-year: how many, of which kinds, and the first of them."""

    fact: Fact
    half_starts_on: date
    kinds: tuple[Names, ...]
    name: Names
    days: tuple[date, date]
    place: Names


def of(records: Records) -> Following | None:
    """The fairs after the last one selected, up to the end of the half-year in which the first of them begins.

    None where there is none, and for a fair known from a public text only: such texts do not give the calendar.

    Of the filters those hold that say which fairs: their kind, the region that hosts them, the kind of record.
    """
    if not records.days or records.is_published:
        return None
    first_day = max(records.fairs[-1]["starts_on"] if records.fairs else records.days[1], records.days[1]) + timedelta(days=1)
    kept = replace(Filters(), fair_kinds=records.filters.fair_kinds, region_codes=records.filters.region_codes, record_kinds=records.kinds)
    rows = _rows(replace(kept, start_on=first_day), records)
    if not rows:
        return None
    start, end = half_year(day_of(rows[0]["starts_on"]))
    within = replace(kept, start_on=first_day, end_on=end)
    rows = [row for row in rows if day_of(row["starts_on"]) <= end]
    kinds = {row["fair_kind_code"]: of_row(row, "kind_label") for row in rows}
    days = (day_of(rows[0]["starts_on"]), day_of(rows[0]["ends_on"]))
    facts = headline(within, records.version, "following")
    return Following(facts["fairs"], start, tuple(kinds.values()), of_row(rows[0]), days, of_row(rows[0], "host_label"))


def half_year(day: date) -> tuple[date, date]:
    """The first and the last day of the half-year that holds ``day``."""
    return (date(day.year, 1, 1), date(day.year, 6, 30)) if day.month <= 6 else (date(day.year, 7, 1), date(day.year, 12, 31))


def _rows(filters: Filters, records: Records) -> list[dict[str, Any]]:
    """The fairs that begin under ``filters`` and are hosted by its regions, oldest first."""
    rows = runner.run("communique/fairs", filters, records.version).rows()
    return [row for row in rows if not filters.region_codes or row["host_region_code"] in filters.region_codes]
