"""The rows of an export, batch by batch, and the columns that a file gets."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from fairboard.analysis import columns, runner
from fairboard.analysis.catalogue import Item
from fairboard.analysis.columns import Column
from fairboard.exports.request import RECORDS_QUERY, Export
from fairboard.locale import Language, translate

RANGE_ROWS = 250_000
MOST_SHEET_ROWS = 1_048_575
"""Rows that a worksheet holds under its heading."""
TEXTS = ("reason",)
"""Columns whose values are texts of the program, stored in English."""


@dataclass(frozen=True)
class FileColumn:
    """A column of a file: its item in the query's header, its heading and how its values are written."""

    item: Item
    heading: str
    column: Column


def file_columns(export: Export) -> list[FileColumn]:
    """All columns but the names in the other language and the positions on the tile grid; codes stay, to join by."""
    other = "en" if export.language == "zh" else "zh"
    return [
        FileColumn(item, heading(item, export.language), columns.column(item, export.language))
        for item in export.query.columns
        if not item.name.endswith(f"_{other}") and not item.name.startswith("tile_")
    ]


def heading(item: Item, language: Language) -> str:
    """The column's label, with its unit where the label does not say it."""
    for ending in columns.CODE_ENDINGS:
        if item.name.endswith(ending):
            return translate("{name} (code)", language, name=columns.label(item.name.removesuffix(ending), language))
    text = columns.label(item.name, language)
    unit = "0–1" if item.unit == "share" else translate(item.unit, language)
    if not unit or unit.lower() in text.lower() or item.unit == item.name:
        return text
    return f"{text}（{unit}）" if language == "zh" else f"{text} ({unit})"


def batches(export: Export) -> Iterator[pa.RecordBatch]:
    """The rows; all postings come range by range in their order, so that no more than a range is ever in memory."""
    if export.query.name != RECORDS_QUERY:
        for batch in runner.stream(export.query.name, export.filters, export.version, **export.parameters).batches:
            yield in_words(batch, export.language)
        return
    counted = count(export)
    first, last = counted["first_posting_id"], counted["last_posting_id"]
    for start in range(first, last + 1, RANGE_ROWS) if first is not None else ():
        bounds = {"first_id": start, "end_id": start + RANGE_ROWS}
        yield from runner.stream(RECORDS_QUERY, export.filters, export.version, **export.parameters | bounds).batches


def in_words(batch: pa.RecordBatch, language: Language) -> pa.RecordBatch:
    """The same rows with the texts of the program itself, such as why a row was left out, in ``language``."""
    for name in TEXTS:
        if name in batch.schema.names:
            words = [text and translate(text, language) for text in batch.column(name).to_pylist()]
            batch = batch.set_column(batch.schema.get_field_index(name), name, pa.array(words, batch.schema.field(name).type))
    return batch


def schema(export: Export) -> pa.Schema:
    """Names and Arrow types of all columns of the query."""
    parameters = export.parameters | ({"first_id": 0, "end_id": 0} if export.query.name == RECORDS_QUERY else {})
    return runner.stream(export.query.name, export.filters, export.version, **parameters).schema


def count(export: Export) -> dict[str, int | None]:
    """Postings, openings and bounds of the numbers of all postings that match."""
    return runner.run("records/count", export.filters, export.version, search=export.parameters.get("search")).rows()[0]


def expected_rows(export: Export) -> int | None:
    """How many rows there will be, where that is known beforehand."""
    return count(export)["postings"] if export.query.name == RECORDS_QUERY else None
