"""Write docs/import-report.md: what an import makes of real job tables, file by file and field by field.

    python scripts/import_report.py [FOLDER]

Without FOLDER the folder of real tables beside the project is taken, as the tests do. Nothing is stored.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from fairboard.errors import InputFileError, QuestionError  # noqa: E402
from fairboard.importing.batch import Batch, Intake, read_plans  # noqa: E402
from fairboard.importing.folder import find_files  # noqa: E402
from fairboard.importing.kinds import KINDS, label_of  # noqa: E402
from fairboard.importing.reading import read_file  # noqa: E402
from fairboard.importing.summary import COVERED_FIELDS, one_line  # noqa: E402
from fairboard.importing.understanding import SheetPlan, understand  # noqa: E402

REAL_FILES = PROJECT.parent / "shared" / "real"
DOCUMENT = PROJECT / "docs" / "import-report.md"
LISTS = "reference"
"""A folder of lists that serve to check the project, no tables to import."""
SHOWN_TEXT_COUNT = 3
LONGEST_SHOWN_TEXT = 12
"""Characters of a cell that may be shown: enough for a wage or a place, too short for a sentence."""

HEAD = """# What an import makes of real tables

Written by `.venv/bin/python scripts/import_report.py`. The tables lie outside the project, because most of them state no licence; each
goes in as it is, with no mapping made by hand and no saved layout. Rows read = loaded + rejected + repeated; a cell that states nothing
is not counted; of the stated cells of a field the share is given that was understood, with the most frequent texts that were not
(none longer than {longest} characters). Job tables have a sector for each posting: what stands there is the share with one.
"""


def main() -> int:
    """Write the report; 0 also where there is nothing to report on."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else REAL_FILES
    if not folder.is_dir():
        print("The folder of real tables is not on this machine; docs/import-report.md stays as it is.")
        return 0
    DOCUMENT.write_text(document(folder), encoding="utf-8")
    print("Written: docs/import-report.md")
    return 0


def document(folder: Path) -> str:
    """The whole report on the tables of a folder."""
    intakes: list[tuple[str, Intake]] = []
    others: list[tuple[str, str]] = []
    for path in find_files(folder):
        name = path.relative_to(folder).as_posix()
        if name.startswith(f"{LISTS}/"):
            continue
        found = read(path)
        if isinstance(found, Intake):
            intakes.append((name, found))
        else:
            others.append((name, found))
    parts = [HEAD.format(longest=LONGEST_SHOWN_TEXT), *summary(intakes), *(line for name, intake in intakes for line in details(name, intake)), *asked(others)]
    return "\n".join(parts).rstrip() + "\n"


def read(path: Path) -> Intake | str:
    """What a file gives, or why nothing of it is taken without an answer."""
    try:
        source = read_file(path)
        plans = understand(source)
        if all(plan.is_ready for plan in plans):
            return read_plans(source, plans)
        return "; ".join(question for plan in plans for question in questions(plan))
    except QuestionError as error:
        return str(error)
    except InputFileError as error:
        return f"refused: {error}"


def questions(plan: SheetPlan) -> Iterator[str]:
    """What is open about a sheet, without any of its cells."""
    if plan.mapping is None:
        yield "no table"
        return
    if not plan.is_kind_sure:
        yield f"is it a table of the kind {KINDS[plan.mapping.kind].label}?"
    proposed = {column.proposed: column for column in plan.mapping.questions}
    for name, column in proposed.items():
        yield f"is column {one_line(column.heading) or column.column + 1} the {label_of(name, plan.mapping.kind).lower()}?"
    for name in plan.open_fields:
        if name not in proposed:
            yield f"which column is the {label_of(name, plan.mapping.kind).lower()}?"


def summary(intakes: list[tuple[str, Intake]]) -> Iterator[str]:
    """The table of all files that went in."""
    yield "## Rows"
    yield ""
    yield "| file | kind | rows read | loaded | rejected | repeated |"
    yield "|---|---|---:|---:|---:|---:|"
    for name, intake in intakes:
        for batch in intake.batches:
            kind = KINDS[batch.kind].label
            yield f"| {name} | {kind} | {batch.row_count:,} | {batch.loaded_count:,} | {batch.rejected_count:,} | {batch.repeated_count:,} |"
    yield ""


def details(name: str, intake: Intake) -> Iterator[str]:
    """The fields of one file."""
    yield f"## {name}"
    yield ""
    for batch in intake.batches:
        for reason, count in batch.rejected["reason"].value_counts().items():
            yield f"Rejected: {count:,} rows. {reason}"
            yield ""
        yield "| field | column | cells that state something | understood | not understood, most frequent |"
        yield "|---|---|---:|---:|---|"
        for field in COVERED_FIELDS[batch.kind]:
            yield field_row(batch, field)
        yield ""


def field_row(batch: Batch, field: str) -> str:
    """One field: its columns, how many cells state something, the share understood."""
    headings = dict.fromkeys(one_line(column.heading) or f"column {column.column + 1}" for mapping in batch.mappings for column in mapping.columns
                             if holds(column.field, field) or field in column.parts)  # fmt: skip
    counts = batch.coverage.get(field)
    if counts is None or not counts.filled:
        return f"| {label_of(field, batch.kind)} | {cell(', '.join(headings)) or '–'} | – | – | |"
    short = [(text, count) for text, count in counts.unparsed.most_common() if len(text) <= LONGEST_SHOWN_TEXT][:SHOWN_TEXT_COUNT]
    shown = ", ".join(f"{cell(text)} ({count:,})" for text, count in short) or "longer texts"
    unparsed = counts.filled - counts.parsed
    share = f"{100 * counts.parsed / counts.filled:.2f} %" if unparsed else "all"
    return f"| {label_of(field, batch.kind)} | {cell(', '.join(headings)) or '–'} | {counts.filled:,} | {share} | {f'{unparsed:,}: {shown}' if unparsed else ''} |"


def holds(column_field: str | None, field: str) -> bool:
    """True where a column gives a field of the report: the ends of a wage are the wage."""
    return column_field == field or (field == "wage" and column_field in ("wage_min", "wage_max", "wage_months", "wage_unit"))


def cell(text: str) -> str:
    """A text as it may stand in a cell of a Markdown table."""
    return one_line(text).replace("|", "\\|").replace("<", "&lt;").replace("`", "'")


def asked(others: list[tuple[str, str]]) -> Iterator[str]:
    """The files of which nothing is taken before somebody has answered."""
    if others:
        yield "## Asked about, not taken over"
        yield ""
        yield "| file | what is asked |"
        yield "|---|---|"
        yield from (f"| {name} | {question.replace('|', ' ')} |" for name, question in others)


if __name__ == "__main__":
    sys.exit(main())
