"""What the records say about a selection, before any language: numbers as facts, names in both languages.

A number that is not known, or is zero, is not among the figures: a release leaves out what it has nothing to say about.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from fairboard.analysis import runner
from fairboard.analysis.comparability import LEAST_OPENINGS
from fairboard.analysis.explain import Origin
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer
from fairboard.analysis.sides import day_of
from fairboard.briefing.communique import strongest
from fairboard.briefing.communique.names import Named, Names, of_row
from fairboard.briefing.model import Fact

THRESHOLD_YUAN = 10_000
WAGES = {"wage_basis": "floor", "threshold_yuan": THRESHOLD_YUAN}
HEADLINE = ("fairs", "employers", "openings", "openings_over_threshold", "on_site_people", "live_views")
POSTING_FILTERS = ("sector_codes", "education_levels", "wage_at_least_yuan", "wage_at_most_yuan", "ownerships")
"""Filters that only postings obey."""
PARTS = ("openings_over_threshold", "openings_with_wage")
"""Parts of the openings: one that is all of them says nothing, as under a filter on the wage, and is left out."""


@dataclass(frozen=True)
class Pact:
    """A cooperation agreement between provinces, with those that signed it."""

    name: Names
    parties: tuple[Names, ...]


def fact_of(fact_id: str, metric: str, answer: Answer, row: dict[str, Any], column: str | None = None) -> Fact:
    """The number in ``column`` (else the one called like the metric) of one row."""
    column = column or metric
    return Fact(fact_id, metric, row[column], Origin(answer, column, (row,)))


def stated(facts: dict[str, Fact]) -> dict[str, Fact]:
    """The facts whose number is known and not zero."""
    return {role: fact for role, fact in facts.items() if fact.is_known and fact.value}


def headline(filters: Filters, version: Path, prefix: str = "headline") -> dict[str, Fact]:
    """The headline figures of a selection by metric."""
    answer = runner.run("overview/headline", filters, version, **WAGES)
    (row,) = answer.rows()
    return stated({name: fact_of(f"{prefix}/{name}", name, answer, row) for name in HEADLINE})


@dataclass(frozen=True)
class Records:
    """A selection with everything a release may say of it."""

    filters: Filters
    version: Path

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of record selected."""
        return self.filters.record_kinds or runner.default_record_kinds(self.version)

    @cached_property
    def fairs(self) -> tuple[dict[str, Any], ...]:
        """The selected fairs, oldest first, with days as dates."""
        rows = self._ask("communique/fairs").rows()
        return tuple(row | {name: day_of(row[name]) for name in ("starts_on", "ends_on")} for row in rows)

    @property
    def fair(self) -> dict[str, Any] | None:
        """The fair, where the release is about one."""
        return self.fairs[0] if len(self.fairs) == 1 else None

    @property
    def is_published(self) -> bool:
        """True where the numbers are those of a public text."""
        return self.fair is not None and self.fair["record_kind"] == "published"

    @property
    def has_demand(self) -> bool:
        """True where openings may be told: a posting has no university."""
        return not self.filters.university_codes

    @property
    def is_about_one_university(self) -> bool:
        """True where one university is chosen and no fair."""
        return len(self.filters.university_codes) == 1 and not self.filters.fair_ids

    @property
    def is_narrowed(self) -> bool:
        """True where postings are narrowed by filters that attendance does not obey."""
        return bool(set(POSTING_FILTERS) & set(self.filters.active()))

    @property
    def days(self) -> tuple[date, date] | None:
        """From the first day of the first fair to the first day of the last, or the period chosen where it has both ends."""
        if self.filters.start_on and self.filters.end_on and not self.fair:
            return self.filters.start_on, self.filters.end_on
        if self.fair:
            return self.fair["starts_on"], self.fair["ends_on"]
        return (self.fairs[0]["starts_on"], self.fairs[-1]["starts_on"]) if self.fairs else None

    @cached_property
    def figures(self) -> dict[str, Fact]:
        """Every single number that is known, by what it is."""
        if self.is_published:
            return self._published()
        found = headline(self.filters, self.version, "presence" if self.is_about_one_university else "headline") | self._wages() | self._people() | self._agreements()
        if not self.has_demand:
            found = {role: fact for role, fact in found.items() if role not in ("employers", "openings", "openings_over_threshold", "openings_with_wage", "wage_median_yuan")}
        return {role: fact for role, fact in found.items() if role not in PARTS or fact.value != found["openings"].value}

    @cached_property
    def sectors(self) -> tuple[Named, ...]:
        """The sectors in strongest demand, at most three; empty where the base is small."""
        return strongest.of(self._ask("overview/by_sector"), "sectors", "sector_code", "unclassified", LEAST_OPENINGS) if self.has_demand else ()

    @cached_property
    def regions(self) -> tuple[Named, ...]:
        """The places of work with most openings, at most three; empty where the base is small or places are chosen."""
        has_choice = self.has_demand and not self.filters.region_codes
        return strongest.of(self._ask("overview/by_region"), "regions", "region_code", "", LEAST_OPENINGS) if has_choice else ()

    @cached_property
    def largest(self) -> Named | None:
        """The fair with most openings, of three or more."""
        answer = self._ask("overview/by_fair")
        rows = sorted(answer.rows(), key=lambda row: -row["openings"])
        if not self.has_demand or len(rows) < 3 or rows[0]["openings"] == rows[1]["openings"] or rows[0]["openings"] < LEAST_OPENINGS:
            return None
        return Named(of_row(rows[0]), fact_of(f"fairs/{rows[0]['fair_id']}/openings", "openings", answer, rows[0]), day_of(rows[0]["starts_on"]))

    @cached_property
    def degrees(self) -> tuple[Named, ...]:
        """People on site by degree, where the degree is known, for a release about universities."""
        if self.has_demand or self.is_published:
            return ()
        answer = self._ask("universities/degrees")
        return tuple(Named(of_row(row), fact_of(f"degrees/{row['degree_level_code']}/on_site_people", "on_site_people", answer, row))
                     for row in answer.rows() if row["degree_level_code"])

    @cached_property
    def signing(self) -> dict[str, Any]:
        """The row that counts the agreements signed."""
        return self._ask("communique/agreements").rows()[0]

    @cached_property
    def from_everywhere(self) -> bool:
        """True where people came from universities inside and outside the province, and nobody's university is unknown."""
        row = self._ask("universities/headline").rows()[0]
        return not self.is_published and bool(row["people_in_province"] and row["people_elsewhere"] and not row["people_unstated"])

    @cached_property
    def knows_all_universities(self) -> bool:
        """True where the university of everybody on site is known."""
        return not self.is_published and self._ask("universities/headline").rows()[0]["people_unstated"] == 0

    @cached_property
    def pacts(self) -> tuple[Pact, ...]:
        """The pacts signed; none where regions or universities are chosen, for a pact is between provinces."""
        if self.filters.region_codes or self.filters.university_codes:
            return ()
        found: dict[int, Pact] = {}
        for row in self._ask("communique/pacts").rows():
            held = found.get(row["pact_id"], Pact(of_row(row, "pact_label"), ()))
            found[row["pact_id"]] = Pact(held.name, (*held.parties, of_row(row)))
        return tuple(found.values())

    @cached_property
    def policies(self) -> tuple[Names, ...]:
        """The policies issued on a day of the fair, where the release is about one."""
        if not self.fair or self.filters.university_codes:
            return ()
        rows = self._ask("policies/list").rows()
        return tuple(of_row(row) for row in rows if self.fair["starts_on"] <= day_of(row["issued_on"]) <= self.fair["ends_on"])

    def _ask(self, name: str, **own: Any) -> Answer:
        return runner.run(name, self.filters, self.version, **own)

    def _published(self) -> dict[str, Fact]:
        answer = self._ask("communique/published")
        names = ("employers", "openings", "openings_over_threshold", "on_site_people", "on_site_visits", "live_views", "universities")
        return stated({name: fact_of(f"published/{row['fair_id']}/{name}", name, answer, row) for row in answer.rows() for name in names})

    def _wages(self) -> dict[str, Fact]:
        answer = self._ask("wages/headline", **WAGES)
        (row,) = answer.rows()
        if row["openings_with_wage"] < LEAST_OPENINGS:
            return {}
        return stated({name: fact_of(f"wages/{name}", name, answer, row) for name in ("openings_with_wage", "wage_median_yuan")})

    def _people(self) -> dict[str, Fact]:
        answer = self._ask("universities/headline")
        (row,) = answer.rows()
        found = {"universities": fact_of("universities/universities", "universities", answer, row)}
        found["on_site_visits"] = fact_of("universities/on_site_visits", "on_site_visits", answer, row)
        if len(self.filters.university_codes) == 1:
            ranking = self._ask("universities/ranking")
            for only in ranking.rows():
                found["attended_fairs"] = fact_of("presence/fairs_attended", "fairs", ranking, only)
        return stated(found)

    def _agreements(self) -> dict[str, Fact]:
        answer = self._ask("communique/agreements")
        (row,) = answer.rows()
        return stated({name: fact_of(f"signing/{name}", name, answer, row) for name in ("agreements", "signing_regions", "signing_universities")})

    @property
    def has_synthetic(self) -> bool:
        """True where something told here comes from the sample."""
        return any(row["record_kind"] == "synthetic" for row in self.fairs) or ("synthetic" in self.kinds and not self.fair)
