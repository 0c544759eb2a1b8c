"""What the sheet of check results says: the same lines whichever way a return file is written."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from fairboard.importing.findings import SEVERITIES, SEVERITY_MEANINGS, SEVERITY_NAMES, Finding, Severity, gravest
from fairboard.importing.templates import CHECK_RESULTS
from fairboard.locale import Language, translate

MOST_LISTED = 5_000
MOST_COMMENTS = 5_000
LONGEST_VALUE = 300
COLUMN_WIDTHS = (34, 62, 12, 10, 24, 40, 62)
FILLS: dict[Severity, str] = {"rejected": "F9CDB5", "unparsed": "FFE48F", "flagged": "BCD9F2", "repeated": "DCDCE2"}
INK = "1B2430"
"""Text on these colours: a contrast of more than 9 to 1 on each."""
AUTHOR = "Fairboard"
WHOLE_COPY = "The texts are a copy of your file as it was read."
ROWS_ONLY = "The file is very large: this copy holds only the rows with findings, with their row numbers in your file."

Style = Literal["title", "head", "text", "file_text", "link", "rejected", "unparsed", "flagged", "repeated"]


@dataclass(frozen=True)
class SummaryCell:
    """One cell: ``file_text`` comes from the sender and is never a formula; ``link`` is a place in the workbook."""

    text: str
    style: Style = "text"
    link: str | None = None


Link = Callable[[Finding], tuple[str, str | None]]
"""A finding → the name of its cell, and where that is in this workbook (None where it is not in it)."""


def summary_rows(
    file_name: str,
    findings: Sequence[Finding],
    summary: Sequence[tuple[str, str]],
    language: Language,
    link: Link,
    notes: Sequence[str] = (),
) -> Iterator[list[SummaryCell]]:
    """The rows of the sheet: what file, counts, what the colours mean, findings by reason, and the findings themselves."""

    def heads(*texts: str) -> list[SummaryCell]:
        return [SummaryCell(translate(text, language), "head") for text in texts]

    yield [SummaryCell(translate(CHECK_RESULTS, language), "title")]
    yield [SummaryCell(translate(HOW_TO if findings else NOTHING_FOUND, language))]
    for note in notes:
        yield [SummaryCell(translate(note, language))]
    yield []
    yield [SummaryCell(translate("File", language), "head"), SummaryCell(file_name, "file_text")]
    for label, value in summary:
        yield [SummaryCell(translate(label, language), "head"), SummaryCell(value, "file_text")]
    if not findings:
        return
    yield []
    yield heads("Mark", "Meaning", "Findings")
    severities = Counter(finding.severity for finding in findings)
    for severity in SEVERITIES:
        if severities[severity]:
            name = SummaryCell(translate(SEVERITY_NAMES[severity], language), severity)
            yield [name, SummaryCell(translate(SEVERITY_MEANINGS[severity], language)), SummaryCell(f"{severities[severity]:,}")]
    yield []
    yield heads("Mark", "What is wrong", "Findings")
    reasons = Counter((finding.severity, finding.reason) for finding in findings)
    for (severity, reason), count in sorted(reasons.items(), key=lambda item: (SEVERITIES.index(item[0][0]), -item[1], item[0][1])):
        yield [
            SummaryCell(translate(SEVERITY_NAMES[severity], language), severity),
            SummaryCell(translate(reason, language), "file_text"),
            SummaryCell(f"{count:,}"),
        ]
    yield []
    if len(findings) > MOST_LISTED:
        text = "Of {count:,} findings the first {most:,} are listed and have comments; the others are marked by colour."
        yield [SummaryCell(translate(text, language, count=len(findings), most=MOST_LISTED))]
    yield heads("Mark", "Sheet", "Row", "Cell", "Heading", "What stands there", "What is wrong")
    for finding in findings[:MOST_LISTED]:
        yield listed(finding, language, link)


HOW_TO = "Marked cells have a comment that says what is wrong. Correct them in this file and send it back; this sheet is not read."
NOTHING_FOUND = "Nothing in this file was objected to."


def listed(finding: Finding, language: Language, link: Link) -> list[SummaryCell]:
    """A finding as a row of the list."""
    name, place = link(finding)
    value = finding.value if len(finding.value) <= LONGEST_VALUE else finding.value[:LONGEST_VALUE] + "…"
    return [
        SummaryCell(translate(SEVERITY_NAMES[finding.severity], language), finding.severity),
        SummaryCell(finding.sheet, "file_text"),
        SummaryCell(f"{finding.row:,}"),
        SummaryCell(name, "link" if place else "text", place),
        SummaryCell(finding.heading, "file_text"),
        SummaryCell(value, "file_text"),
        SummaryCell(translate(finding.reason, language), "file_text"),
    ]


def by_place(findings: Sequence[Finding]) -> dict[str, dict[int, dict[int | None, list[Finding]]]]:
    """Findings by sheet, row (from 1) and column (from 0, None for the whole row)."""
    places: dict[str, dict[int, dict[int | None, list[Finding]]]] = {}
    for finding in findings:
        places.setdefault(finding.sheet, {}).setdefault(finding.row, {}).setdefault(finding.column, []).append(finding)
    return places


def marks_of_row(columns: Mapping[int | None, list[Finding]], width: int) -> dict[int, Severity]:
    """Column, from 0 → the colour it bears; a finding about the whole row colours the cells that have none of their own."""
    marks = {column: gravest(found) for column, found in columns.items() if column is not None}
    if whole := columns.get(None):
        marks = dict.fromkeys(range(max(width, 1)), gravest(whole)) | marks
    return marks


def comment_text(findings: Sequence[Finding], language: Language, own_row: int | None = None) -> str:
    """What a comment says: one line for each thing that is wrong; of another row than the cell's own, which."""
    lines = []
    for finding in findings:
        name, reason = translate(SEVERITY_NAMES[finding.severity], language), translate(finding.reason, language)
        if own_row is None or finding.row == own_row:
            line = translate("{mark}: {reason}", language, mark=name, reason=reason)
        else:
            line = translate("Row {row}, {mark}: {reason}", language, row=finding.row, mark=name, reason=reason)
        lines.append(line)
    return "\n".join(dict.fromkeys(lines))


def cell_place(sheet: str, cell: str) -> str:
    """Where a cell is, as a link inside a workbook: ``'Sheet'!B7``."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell}"


def unique_title(wanted: str, taken: Sequence[str]) -> str:
    """A sheet's name of at most 31 characters that no other sheet has; Excel does not tell upper from lower case."""
    clean = "".join("_" if letter in "[]:*?/\\" or letter < " " else letter for letter in wanted).strip("'")[:31] or "_"
    lower, title, number = {name.lower() for name in taken}, clean, 1
    while title.lower() in lower:
        number += 1
        title = f"{clean[: 30 - len(str(number))]} {number}"
    return title
