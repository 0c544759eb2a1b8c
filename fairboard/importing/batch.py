"""One file → one batch: read, understand, and add to a fair in one new version, or not at all."""

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa

from fairboard.errors import InputFileError, RequestError
from fairboard.importing.coverage import Coverage
from fairboard.importing.headers import find_table
from fairboard.importing.mapping import SheetMapping, map_columns
from fairboard.importing.postings import SheetPostings, read_postings
from fairboard.importing.reading import read_file
from fairboard.store import filings, writing

Progress = Callable[[int], None]
"""Called with the percentage points by which the work has moved on."""

POSTING_SCHEMA = pa.schema(
    [(name, pa.string()) for name in (
        "title", "sector_code", "region_code", "place_text", "ownership", "industry_section", "education_level", "education_text", "wage_period",
        "wage_text", "headcount_status", "major_text", "experience_text",
    )]
    + [(name, pa.int64()) for name in ("employer_id", "source_row", "wage_min", "wage_max", "wage_months", "headcount", "openings")]
)  # fmt: skip
EMPLOYER_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("name", "credit_code", "ownership", "industry_section", "region_code", "size_text")]
)
REJECTED_SCHEMA = pa.schema(
    [("sheet", pa.string()), ("source_row", pa.int64()), ("column_name", pa.string()), ("value", pa.string()), ("reason", pa.string())]
)
UNPARSED_SCHEMA = pa.schema([("field", pa.string()), ("text", pa.string()), ("cell_count", pa.int64())])

NO_COLUMN = {
    "title": "The sheet {sheet} has no column of job titles. Its columns are: {headings}. Name the right one 职位名称.",
    "employer": "The sheet {sheet} has no column of employers. Its columns are: {headings}. Name the right one 单位名称.",
}


@dataclass(frozen=True)
class SheetSummary:
    """What was found in one sheet; ``problem`` says why it was left out, and is null when it was not."""

    sheet: str
    header_row: int | None = None
    row_count: int = 0
    loaded_count: int = 0
    rejected_count: int = 0
    repeated_count: int = 0
    skipped: dict[str, int] | None = None
    problem: InputFileError | None = None


@dataclass(frozen=True)
class Batch:
    """A file that was understood and is ready to be added to a fair."""

    file_name: str
    sha256: str
    sheets: tuple[SheetSummary, ...]
    mappings: tuple[SheetMapping, ...]
    postings: pd.DataFrame
    rejected: pd.DataFrame
    coverage: dict[str, Coverage]
    latest_on: date | None

    @property
    def row_count(self) -> int:
        """Rows read: loaded + rejected + repeated."""
        return sum(sheet.row_count for sheet in self.sheets)

    @property
    def repeated_count(self) -> int:
        """Rows that repeat another one of their sheet exactly."""
        return sum(sheet.repeated_count for sheet in self.sheets)


@dataclass(frozen=True)
class NewFair:
    """A fair that an import brings with it."""

    name_zh: str
    name_en: str
    fair_kind: str
    starts_on: date
    ends_on: date
    host_region_code: str | None = None
    venue_zh: str | None = None

    def __post_init__(self) -> None:
        for name in (self.name_zh, self.name_en):
            check_name(name)
        if self.ends_on < self.starts_on:
            raise RequestError(
                "The fair ends on {ends_on}, before it starts on {starts_on}. Correct the dates.",
                ends_on=self.ends_on,
                starts_on=self.starts_on,
            )


def check_name(name: str) -> None:
    """Raise unless ``name`` can be the name of a fair."""
    if not name.strip() or len(name) > 200 or re.search(r"[\x00-\x1f\x7f]", name):
        raise RequestError("The name of a fair has 1 to 200 characters on one line. Give another name.")


@dataclass(frozen=True)
class Filing:
    """Where a batch went."""

    fair_id: int
    batch_id: int


def read_batch(path: Path, progress: Progress = lambda points: None) -> Batch:
    """Read a file and understand it; nothing is stored. Raises InputFileError when it holds no table of postings."""
    source = read_file(path)
    progress(40)
    summaries, mappings, parts = [], [], []
    for grid in source.grids:
        table = find_table(grid)
        mapping = map_columns(table) if table else None
        if problem := find_problem(grid.sheet, mapping):
            summaries.append(SheetSummary(grid.sheet, table.header_row + 1 if table else None, problem=problem))
            continue
        part = read_postings(table, mapping)
        summaries.append(summarise(grid.sheet, mapping, part, table.skipped))
        mappings.append(mapping)
        parts.append(part)
        progress(60 // len(source.grids))
    if not parts:
        raise summaries[0].problem
    return assemble(source.name, source.sha256, summaries, mappings, parts)


def find_problem(sheet: str, mapping: SheetMapping | None) -> InputFileError | None:
    """Why a sheet cannot be a table of postings."""
    if mapping is None:
        return InputFileError(
            "No header row was found in the sheet {sheet}: its first rows name no known columns. Name the columns, for instance 职位名称 and 单位名称.",
            sheet=sheet,
        )
    headings = "、".join(column.heading for column in mapping.columns if column.heading)[:200]
    for field, template in NO_COLUMN.items():
        if not mapping.column_of(field):
            return InputFileError(template, sheet=sheet, headings=headings)
    return None


def summarise(sheet: str, mapping: SheetMapping, part: SheetPostings, skipped: dict[str, int]) -> SheetSummary:
    """The counts of one sheet."""
    return SheetSummary(
        sheet, mapping.header_row, part.row_count, len(part.postings), part.rejected["source_row"].nunique(), part.repeated_count, skipped
    )


def assemble(name: str, sha256: str, summaries: list[SheetSummary], mappings: list[SheetMapping], parts: list[SheetPostings]) -> Batch:
    """The batch of all sheets; raises when no row of any of them can be a posting."""
    coverage: dict[str, Coverage] = {}
    for part in parts:
        for field, counts in part.coverage.items():
            coverage.setdefault(field, Coverage()).add(counts)
    batch = Batch(
        name, sha256, tuple(summaries), tuple(mappings),
        pd.concat([part.postings for part in parts], ignore_index=True),
        pd.concat([part.rejected for part in parts], ignore_index=True),
        coverage,
        max((part.latest_on for part in parts if part.latest_on), default=None),
    )  # fmt: skip
    if batch.postings.empty:
        raise InputFileError(
            "None of the {count} rows of {name} has a job title and an employer. Check the columns and send the file again.",
            count=batch.row_count,
            name=name,
        )
    return batch


def store_batch(batch: Batch, fair: NewFair | int, *, is_repeat_allowed: bool = False, progress: Progress = lambda points: None) -> Filing:
    """Add a batch to a new or a known fair in one new version, which becomes the current one. Nothing is left of a failed attempt."""
    with writing.new_version(origin="import") as con:
        fair_id = choose_fair(con, batch, fair, is_repeat_allowed=is_repeat_allowed)
        batch_id = writing.next_batch_id(con)
        progress(20)
        employer_ids = add_employers(con, batch)
        progress(20)
        postings = batch.postings.assign(employer_id=employer_ids)
        writing.add_postings(con, pa.Table.from_pandas(postings, schema=POSTING_SCHEMA, preserve_index=False), fair_id, batch_id)
        writing.add_rejected_rows(con, pa.Table.from_pandas(batch.rejected, schema=REJECTED_SCHEMA, preserve_index=False), batch_id)
        writing.add_unparsed_texts(con, unparsed_table(batch), batch_id)
        writing.add_batch(con, batch_row(batch, batch_id) | {"fair_id": fair_id})
        progress(40)
    progress(20)
    return Filing(fair_id, batch_id)


def choose_fair(con: object, batch: Batch, fair: NewFair | int, *, is_repeat_allowed: bool) -> int:
    """The id of the fair, added when it is new. Raises when it is unknown, or has this very file already."""
    if isinstance(fair, int):
        check_known_fair(con, fair)
    fair_id = fair if isinstance(fair, int) else filings.find_fair_named(con, fair.name_zh, fair.starts_on)
    if fair_id is not None and fair_id in filings.find_fairs_with_file(con, batch.sha256) and not is_repeat_allowed:
        raise RequestError(
            "{name} is already in the fair {fair_id}, byte for byte; nothing changed. Add --again if it is to be counted twice.",
            name=batch.file_name,
            fair_id=fair_id,
        )
    if fair_id is not None and not isinstance(fair, int) and not is_repeat_allowed:
        raise RequestError(
            "There is already a fair of this name and day, number {fair_id}. Use --fair {fair_id} to add to it.", fair_id=fair_id
        )
    return fair if isinstance(fair, int) else writing.add_fair(con, asdict(fair) | {"record_kind": "recorded"})


def check_known_fair(con: object, fair_id: int) -> None:
    """Raise unless there is such a fair and it is a recorded one: records are never mixed into synthetic or published figures."""
    record_kind = filings.find_record_kind(con, fair_id)
    if record_kind is None:
        raise RequestError("There is no fair with the number {fair_id}. Use --new-fair to add one.", fair_id=fair_id)
    if record_kind != "recorded":
        raise RequestError(
            "The fair {fair_id} is not a recorded one (it belongs to the sample or to the published figures). Use --new-fair to add one.",
            fair_id=fair_id,
        )


def add_employers(con: object, batch: Batch) -> list[int]:
    """The employer id of every posting; of an employer's rows the first that states a fact counts."""
    facts = pd.DataFrame({
        "name": batch.postings["employer"],
        "credit_code": batch.postings["credit_code"].str.upper().where(batch.postings["credit_code"].str.fullmatch(r"[0-9A-Za-z]{18}", na=False)),
        "ownership": batch.postings["ownership"].where(batch.postings["ownership"] != "unknown"),
        "industry_section": batch.postings["industry_section"],
        "region_code": batch.postings["region_code"].where(batch.postings["place_text"].isna()),
        "size_text": batch.postings["size_text"],
    })  # fmt: skip
    employers = facts.groupby("name", sort=False, as_index=False).first()
    ids = writing.add_employers(con, pa.Table.from_pandas(employers, schema=EMPLOYER_SCHEMA, preserve_index=False))
    return batch.postings["employer"].map(dict(zip(employers["name"], ids, strict=True))).tolist()


def unparsed_table(batch: Batch) -> pa.Table:
    """Every text that was not understood, with its field and how many cells hold it; for sectors, the titles no rule knows."""
    rows = [
        {"field": field, "text": text, "cell_count": count}
        for field, counts in batch.coverage.items()
        for text, count in counts.unparsed.most_common()
    ]
    return pa.Table.from_pylist(rows, schema=UNPARSED_SCHEMA)


def batch_row(batch: Batch, batch_id: int) -> dict[str, object]:
    """The row of ``batches``."""
    return {
        "batch_id": batch_id,
        "file_name": batch.file_name,
        "sha256": batch.sha256,
        "table_kind": "postings",
        "sheet_count": len(batch.mappings),
        "rows_read": batch.row_count,
        "rows_loaded": len(batch.postings),
        "rows_rejected": batch.row_count - len(batch.postings) - batch.repeated_count,
        "rows_repeated": batch.repeated_count,
        "mapping": {mapping.sheet: asdict(mapping) for mapping in batch.mappings},
        "column_report": {field: counts.report() for field, counts in batch.coverage.items()},
    }
