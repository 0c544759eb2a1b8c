"""A file from outside → grids of text: one per sheet, every cell a text, nothing interpreted yet.

The kind of file is told by its first bytes, not by its name. A file that cannot be a table is refused with what is wrong and
what to do; nothing in it is ever executed or resolved.
"""

import codecs
import csv
import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

import pandas as pd
import pyarrow as pa
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from fairboard.errors import InputFileError

LARGEST_FILE_BYTES = 2_000_000_000
LARGEST_ROW_COUNT = 5_000_000
LARGEST_COLUMN_COUNT = 1_000
LARGEST_CELL_CHARACTERS = 1_000_000
PORTION_ROWS = 50_000
CHUNK_BYTES = 8_000_000

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
DELIMITERS = (",", "\t", ";")
END_OF_FILE = "\x1e end of file"
"""A last line of our own: where it does not come back as a row, a quotation mark before it was never closed."""
LEAST_COMMON_SHARE = 0.8
"""Share of the non-ASCII characters that must be in GB 2312: GB 18030 can decode almost any bytes, to rare characters."""


@dataclass(frozen=True)
class Grid:
    """One sheet: ``cells`` has columns 0, 1, … of text, "" where empty; row i is row i + 1 of the file."""

    sheet: str
    cells: pd.DataFrame
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


@dataclass(frozen=True)
class SourceFile:
    """A file that was read."""

    name: str
    sha256: str
    grids: tuple[Grid, ...]


def read_file(path: Path) -> SourceFile:
    """Read every sheet of ``path``. Raises InputFileError when it is not a table that can be read."""
    check_path(path)
    try:
        with path.open("rb") as file:
            head = file.read(CHUNK_BYTES)
        is_workbook = head.startswith((OLE_MAGIC, ZIP_MAGIC))
        grids = read_workbook(path, head) if is_workbook else (read_text_table(path, head),)
        sha256 = digest(path)
    except OSError as error:
        raise InputFileError(
            "{name} cannot be read: {reason}. Check the file and its permissions.", name=path.name, reason=error.strerror or error
        ) from error
    grids = tuple(grid for grid in grids if len(grid.cells))
    if not grids:
        raise InputFileError("{name} has no rows. Send a file with a header row and at least one row of data.", name=path.name)
    return SourceFile(path.name, sha256, grids)


def check_path(path: Path) -> None:
    """Raise unless ``path`` is a file that is neither empty nor enormous."""
    try:
        if path.is_dir():
            raise InputFileError("{name} is a folder, not a file. Give the file itself.", name=path.name or str(path))
        if not path.exists():
            raise InputFileError("There is no file {path}. Check the name and the folder.", path=path)
        if not path.is_file():
            raise InputFileError("{name} is not an ordinary file. Give an XLSX, XLS, CSV or TSV file.", name=path.name)
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        raise InputFileError(
            "{name} cannot be read: {reason}. Check the file and its permissions.", name=path.name[:100], reason=error
        ) from error
    if size == 0:
        raise InputFileError("{name} is empty: it has no bytes. Ask for the file again.", name=path.name)
    if size > LARGEST_FILE_BYTES:
        raise too_large(path, f"{size / 1e9:.1f} GB")


def too_large(path: Path, found: str) -> InputFileError:
    """What to say about a file beyond the limits."""
    return InputFileError(
        "{name} is too large ({found}): the limit is {limit_gb} GB and {limit_rows} rows. Split it into several files.",
        name=path.name,
        found=found,
        limit_gb=f"{LARGEST_FILE_BYTES / 1e9:.0f}",
        limit_rows=f"{LARGEST_ROW_COUNT:,}",
    )


def digest(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# Workbooks


def read_workbook(path: Path, head: bytes) -> tuple[Grid, ...]:
    """Every worksheet of an XLSX, XLSM, XLSB, XLS or ODS file."""
    protected = InputFileError(
        "{name} is protected by a password. Remove the password in Excel, save it and import it again.", name=path.name
    )
    if head.startswith(OLE_MAGIC) and ENCRYPTED_PACKAGE in head:
        raise protected
    if head.startswith(ZIP_MAGIC):
        check_zip(path)
    try:
        workbook = CalamineWorkbook.from_path(path)
        return tuple(grid for name in workbook.sheet_names if (grid := read_sheet(path, workbook.get_sheet_by_name(name))) is not None)
    except PasswordError:
        raise protected from None
    except (CalamineError, ValueError, zipfile.BadZipFile) as error:
        raise InputFileError(
            "{name} is not a workbook that can be read, or it is damaged ({reason}). Save it again as XLSX.",
            name=path.name,
            reason=str(error)[:200],
        ) from error


def check_zip(path: Path) -> None:
    """Raise when the archive is damaged or unpacks to more than the limit."""
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise InputFileError(
            "{name} is damaged: it breaks off or is not a whole workbook. Ask for the file again.", name=path.name
        ) from error
    if unpacked > LARGEST_FILE_BYTES:
        raise too_large(path, f"{unpacked / 1e9:.1f} GB")


def read_sheet(path: Path, sheet: CalamineSheet) -> Grid | None:
    """One worksheet, None when it is empty."""
    if sheet.total_height > LARGEST_ROW_COUNT:
        raise too_large(path, f"{sheet.total_height:,}")
    if not sheet.height:
        return None
    if sheet.width > LARGEST_COLUMN_COUNT and sheet.height * sheet.width > LARGEST_ROW_COUNT * 20:
        raise InputFileError(
            "The sheet {sheet} of {name} has {count} columns. Delete the empty ones and save it again.",
            sheet=sheet.name,
            name=path.name,
            count=sheet.width,
        )
    rows = ([cell_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False))
    return Grid(sheet.name, frame_of(path, rows), tuple(sheet.merged_cell_ranges or ()))


def cell_text(value: object) -> str:
    """The text of a cell: whole numbers without a decimal point, dates as ISO."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value) if isinstance(value, (int, timedelta)) else ""


# Text tables


def read_text_table(path: Path, head: bytes) -> Grid:
    """A CSV or TSV file in UTF-8, UTF-16 (with its mark), GBK or GB 18030."""
    encoding = find_encoding(path, head)
    with path.open(encoding=encoding, newline="", errors="strict") as file:
        sample = list(islice(file, 50))
        delimiter = "\t" if path.suffix.lower() in (".tsv", ".tab") else find_delimiter(sample)
        file.seek(0)
        return Grid(path.stem, frame_of(path, read_rows(path, file, delimiter)))


def read_rows(path: Path, file: TextIO, delimiter: str) -> Iterator[list[str]]:
    """The rows of a delimited text. Raises when a quotation mark that is never closed would swallow the rest of the file."""
    previous_limit = csv.field_size_limit(LARGEST_CELL_CHARACTERS)
    reader = csv.reader(chain(file, [END_OF_FILE]), delimiter=delimiter)
    line = 1
    try:
        for row in reader:
            if row == [END_OF_FILE]:
                return
            if row and row[-1].endswith(END_OF_FILE):
                raise InputFileError(
                    "In {name} a quotation mark in line {line} is opened and never closed: the rows after it cannot be told apart. Correct it.",
                    name=path.name,
                    line=line,
                )
            yield row
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputFileError(
            "{name} is not a table of texts: {reason} (line {line}). Send CSV or XLSX.", name=path.name, reason=error, line=line
        ) from error
    finally:
        csv.field_size_limit(previous_limit)


def find_encoding(path: Path, head: bytes) -> str:
    """The encoding in which the whole file can be read. Raises when there is none, or when the file is not text."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        if decodes(path, "utf-16"):
            return "utf-16"
    elif b"\x00" in head:
        raise InputFileError("{name} is not a table: it holds binary data. Send an XLSX, XLS, CSV or TSV file.", name=path.name)
    elif decodes(path, "utf-8"):
        return "utf-8-sig"
    elif decodes(path, "gb18030") and looks_chinese(head):
        return "gb18030"
    raise InputFileError(
        "The characters of {name} cannot be read: it is neither UTF-8 nor GBK or GB 18030. Save it as XLSX or as CSV in UTF-8.",
        name=path.name,
    )


def decodes(path: Path, encoding: str) -> bool:
    """True when every byte of the file can be read in ``encoding``."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def looks_chinese(head: bytes) -> bool:
    """True when the bytes read as GB 18030 are texts that people write: common characters, no control codes."""
    text = head[:200_000].decode("gb18030", errors="ignore")
    wide = [character for character in text if character > "\x7f"]
    common = sum(1 for character in wide if is_in_gb2312(character))
    controls = sum(1 for character in text if character < " " and character not in "\t\r\n\f\x0b")
    return common >= LEAST_COMMON_SHARE * len(wide) and controls <= len(text) / 1000


def is_in_gb2312(character: str) -> bool:
    """True for the characters of everyday Chinese and its punctuation."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return character in "·—…￥€"
    return True


def find_delimiter(lines: list[str]) -> str:
    """The delimiter that cuts the lines into the most columns, a comma where none does."""

    def columns(delimiter: str) -> int:
        widths = sorted(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
        return widths[len(widths) // 2] if widths else 1

    try:
        return max(DELIMITERS, key=columns)
    except csv.Error:
        return ","


# Frames


def frame_of(path: Path, rows: Iterator[list[str]]) -> pd.DataFrame:
    """Rows of any width as a frame of texts, built in portions; empty rows at the end and empty columns at the right are cut."""
    portions, row_count, width = [], 0, 0
    rows = iter(rows)
    while portion := list(islice(rows, PORTION_ROWS)):
        row_count += len(portion)
        if row_count > LARGEST_ROW_COUNT:
            raise too_large(path, f"> {LARGEST_ROW_COUNT:,}")
        columns = columns_of(portion)
        width = max(width, len(columns))
        portions.append((len(portion), columns))
    if width > LARGEST_COLUMN_COUNT:
        raise InputFileError(
            "{name} has {count} columns; the limit is {limit}. Delete those that are not needed.",
            name=path.name,
            count=width,
            limit=LARGEST_COLUMN_COUNT,
        )
    chunks = [
        [columns[i] if i < len(columns) else pa.array([""] * size, pa.large_string()) for size, columns in portions] for i in range(width)
    ]
    table = pa.table({str(i): pa.chunked_array(parts, pa.large_string()) for i, parts in enumerate(chunks)})
    frame = table.to_pandas().set_axis(range(width), axis="columns")
    return cut_empty_end(frame)


def columns_of(portion: list[list[str]]) -> list[pa.Array]:
    """The columns of some rows; shorter rows are filled up with "", columns empty to the right are cut."""
    width = max(len(row) for row in portion)
    full = [row if len(row) == width else row + [""] * (width - len(row)) for row in portion]
    columns = [pa.array(column, pa.large_string()) for column in zip(*full, strict=True)]
    while columns and not any(columns[-1].to_pylist()):
        columns.pop()
    return columns


def cut_empty_end(frame: pd.DataFrame) -> pd.DataFrame:
    """``frame`` without the rows after the last that holds anything."""
    last = max((int(filled[filled].index[-1]) for name in frame if (filled := frame[name].str.strip() != "").any()), default=-1)
    return frame.iloc[: last + 1]
