"""Writing an export to a file, in bounded memory."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from fairboard.exports import about, rows
from fairboard.exports.cells import neutral, neutral_array
from fairboard.exports.request import Export
from fairboard.exports.workbook import write_workbook
from fairboard.locale import translate

Report = Callable[[int], None]
BOM = "\ufeff".encode()


def write(export: Export, path: Path, report: Report = lambda _: None) -> int:
    """Write the export to ``path`` and give the number of rows; ``report`` is called with the rows of each batch.

    Raises RequestError where there are more rows than the format can hold, OSError where the disk does not take them.
    """
    if export.has_definitions:
        return write_archive(export, path, report)
    return {"csv": write_csv, "xlsx": write_workbook, "parquet": write_parquet}[export.ending](export, path, report)


def write_csv(export: Export, path: Path, report: Report) -> int:
    """UTF-8 with a byte order mark for Excel; headings with units; the last two columns say kind of record and version."""
    columns = rows.file_columns(export)
    names = [column.item.name for column in columns]
    kinds = {} if f"record_label_{export.language}" in names else {translate("Record kind", export.language): export.record_kinds_text}
    constants = kinds | {translate("Version", export.language): export.version.stem}
    source = rows.schema(export)
    schema = pa.schema([source.field(name) for name in names] + [pa.field(name, pa.string()) for name in constants])
    heading = ",".join('"' + neutral(text).replace('"', '""') + '"' for text in [*(column.heading for column in columns), *constants])
    row_count = 0
    with path.open("wb") as file:
        file.write(BOM + heading.encode() + b"\n")
        with pacsv.CSVWriter(file, schema, write_options=pacsv.WriteOptions(include_header=False)) as writer:
            for batch in rows.batches(export):
                arrays = [neutral_array(batch.column(name)) for name in names]
                arrays += [pa.repeat(pa.scalar(text), batch.num_rows) for text in constants.values()]
                writer.write_batch(pa.record_batch(arrays, schema=schema))
                row_count += batch.num_rows
                report(batch.num_rows)
    return row_count


def write_archive(export: Export, path: Path, report: Report) -> int:
    """A zip of the CSV and a text with definitions, selection, sources and SQL."""
    table = path.with_suffix(".part.csv")
    stem = export.file_name.removesuffix(".zip")
    try:
        row_count = write_csv(export, table, report)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
            with table.open("rb") as source, archive.open(f"{stem}.csv", "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target, 1 << 20)
            archive.writestr("definitions.txt", BOM + about.as_text(export, row_count).encode())
    finally:
        table.unlink(missing_ok=True)
    return row_count


def write_parquet(export: Export, path: Path, report: Report) -> int:
    """All columns under their names in the SQL; definitions, selection and version in the schema."""
    items = {item.name: item for item in export.query.columns}
    source = rows.schema(export)
    fields = [field.with_metadata({"unit": items[field.name].unit, "meaning": items[field.name].meaning}) for field in source]
    schema = pa.schema(fields, metadata=about.as_metadata(export))
    row_count = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in rows.batches(export):
            writer.write_batch(pa.record_batch(batch.columns, schema=schema))
            row_count += batch.num_rows
            report(batch.num_rows)
    return row_count
