"""What is wrong in a file, cell by cell: for the return file and for the page that shows what an import would do."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["rejected", "unparsed", "repeated", "flagged"]
SEVERITIES: tuple[Severity, ...] = ("rejected", "unparsed", "flagged", "repeated")
"""The gravest first."""
SEVERITY_NAMES: dict[Severity, str] = {
    "rejected": "Left out",
    "unparsed": "Not understood",
    "flagged": "Looks wrong",
    "repeated": "Repeated",
}
SEVERITY_MEANINGS: dict[Severity, str] = {
    "rejected": "The row could not become a record.",
    "unparsed": "The row was taken over, but not this cell.",
    "flagged": "Taken over as it stands; the value is unusual.",
    "repeated": "The same as another row; taken over once.",
}


@dataclass(frozen=True)
class Finding:
    """One thing to look at: ``row`` from 1 and ``column`` from 0 as in the sender's file, None where it is the whole row.

    ``reason`` is an English text and the key of its translation.
    """

    sheet: str
    row: int
    column: int | None
    heading: str
    value: str
    reason: str
    severity: Severity


def gravest(findings: list[Finding]) -> Severity:
    """The severity whose colour a cell with these findings bears."""
    return min((finding.severity for finding in findings), key=SEVERITIES.index)
