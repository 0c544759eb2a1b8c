"""What a number is made of: parts of records, each with the conditions of the queries under ``queries/explain`` that find them."""

from dataclasses import dataclass, field, replace
from typing import Any, Literal

Records = Literal["postings", "employers", "attendance", "universities", "agreements", "fairs", "compared", "identities"]
Row = dict[str, Any]
NOT_STATED = "not_stated"


@dataclass(frozen=True)
class Part:
    """Records that a number counts.

    ``measure`` is the column that is added up, ``role`` what the part is in the number. ``filters`` are fields of the selection that these
    records obey in another way than their answer, ``side`` is the side of a comparison. ``codes`` names the code columns by which a mark
    narrows the part: None for all of its row.
    """

    records: Records
    measure: str
    conditions: dict[str, Any] = field(default_factory=dict)
    role: Literal["whole", "numerator", "denominator", "base", "half", "taken", "added"] = "whole"
    filters: dict[str, Any] = field(default_factory=dict)
    side: str = ""
    codes: tuple[str, ...] | None = None

    def where(self, **conditions: Any) -> "Part":
        """The part cut down further."""
        return replace(self, conditions=self.conditions | conditions)

    def of_side(self, side: str, filters: dict[str, Any]) -> "Part":
        """The part on one side of a comparison."""
        return replace(self, side=side, filters=self.filters | filters)


POSTINGS = Part("postings", "postings")
OPENINGS = Part("postings", "openings")
WAGED = OPENINGS.where(has_wage=True)
PEOPLE = Part("attendance", "attendance_count", {"of_channel": "on_site", "of_unit": "people"})
VISITS = Part("attendance", "attendance_count", {"of_channel": "on_site", "of_unit": "visits"})
VIEWS = Part("attendance", "attendance_count", {"of_channel": "livestream", "of_unit": "views"})
UNIVERSITIES = Part("universities", "universities", PEOPLE.conditions)
FAIRS = Part("fairs", "fairs")
AGREEMENTS = Part("agreements", "agreements")


def ratio(numerator: Part, denominator: Part) -> list[Part]:
    """One part divided by another."""
    return [replace(numerator, role="numerator"), replace(denominator, role="denominator")]


def share(part: Part, base: Part, codes: tuple[str, ...] = ()) -> list[Part]:
    """A part of a base that the mark does not narrow, or only by ``codes``."""
    return ratio(part, replace(base, codes=codes))


def difference(a: Part, b: Part) -> list[Part]:
    """Side B less side A."""
    return [replace(a, role="taken"), replace(b, role="added")]


def plain(value: Any) -> Any:
    """Whole numbers as Python's own, days as days, so that they are bound by their type; a code that is missing by its name."""
    if value is None:
        return NOT_STATED
    if hasattr(value, "date"):
        return value.date()
    return int(value) if isinstance(value, float) else value.item() if hasattr(value, "item") else value


def codes_of(rows: list[Row], column: str) -> list[Any]:
    """The different codes of ``rows`` in ``column``, in their order."""
    return list(dict.fromkeys(plain(row[column]) for row in rows))
