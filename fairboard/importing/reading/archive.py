"""What a zipped workbook holds, looked through before it is opened: its real size, what its XML declares, how far its sheets reach.

A workbook is unpacked whole by the library that reads it, and a sheet takes memory for every cell between its first and its last
one. So each file in the archive is unpacked here once, in portions, and nothing of it is kept.
"""

import re
import string
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fairboard.errors import InputFileError
from fairboard.importing.reading import limits
from fairboard.importing.reading.limits import CHUNK_BYTES, damaged, too_large

READ_ERRORS = (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, RuntimeError, KeyError)
"""What zipfile raises for damaged archives and for methods it does not know."""
LONGEST_TAG_BYTES = 10_000
FILLED_CELL = re.compile(rb"""<c r="([A-Za-z]{1,7}[0-9]{1,10})"(?: (?:s|t|cm|vm|ph)="[A-Za-z0-9]*")* ?>""")
"""The address of a cell that holds something. A second address in one tag would win, so only the attributes that are known are let pass."""
EMPTY_CELL = re.compile(rb"""<c r="[A-Za-z]{1,7}[0-9]{1,10}"(?: (?:s|t|cm|vm|ph)="[A-Za-z0-9]*")* ?/>""")
"""A cell that only has a format, and takes no memory."""
ODD_CELL = re.compile(rb"<c[\t\r\n/>]"), re.compile(rb":c[\s/>]")
"""Cells without an address, or with a prefix before the name of the tag."""
DIGITS, LETTERS = string.digits.encode(), string.ascii_letters.encode()
DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
REPEAT = re.compile(rb"""number-(?:columns|rows)-repeated\s*=\s*["']([0-9]{1,20})["']""")
KEPT_TAGS = (re.compile(rb"<(?:si|sheet|xf)\b"), re.compile(rb":(?:si|sheet|xf)\b"))
MOST_KEPT_TAGS = 24_000_000
"""Shared texts, sheets and formats are kept in memory, at 24 bytes and more for each."""
MERGED_TAG = b"mergeCell "
MOST_MERGED_RANGES = 500_000


@dataclass
class Reach:
    """How far the cells of one part reach, rows and columns from 1."""

    first_row: int = 1 << 40
    last_row: int = 0
    first_column: int = 1 << 40
    last_column: int = 0
    filled_count: int = 0

    def include(self, cells: list[bytes]) -> None:
        """Take in some addresses, as letters and digits."""
        addresses = b" ".join(cells)
        columns = [column_number(letters) for letters in set(addresses.translate(None, DIGITS).split())]
        rows = [int(digits) for digits in set(addresses.translate(None, LETTERS).split())]
        self.first_row, self.last_row = min(self.first_row, *rows), max(self.last_row, *rows)
        self.first_column, self.last_column = min(self.first_column, *columns), max(self.last_column, *columns)
        self.filled_count += len(cells)

    @property
    def area(self) -> int:
        """Cells between the first and the last one, the empty ones included."""
        return max(self.last_row - self.first_row + 1, 0) * max(self.last_column - self.first_column + 1, 0)


def check_archive(path: Path, name: str) -> bool:
    """Raise when the archive is damaged, unpacks to more than the limits, or holds what no workbook needs.

    True when every cell has its address where all known programs write it, so that how far the sheets reach is known for sure.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            check_listing(name, entries)
            is_usual = [check_entry(name, archive, entry) for entry in entries]
            return all(is_usual)
    except READ_ERRORS as error:
        raise InputFileError("{name} is damaged: it breaks off or is not a whole workbook. Ask for the file again.", name=name) from error


def check_listing(name: str, entries: list[zipfile.ZipInfo]) -> None:
    """Raise for too many files in the archive, for their stated sizes, and for one that is encrypted."""
    if len(entries) > limits.LARGEST_ENTRY_COUNT:
        raise damaged(name, f"{len(entries):,} files in the archive")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.LARGEST_FILE_BYTES:
        raise too_large(name, f"{unpacked / 1e9:.1f} GB")
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputFileError("{name} is protected by a password. Remove the password in Excel, save it and import it again.", name=name)


def check_entry(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Raise when a file in the archive is larger than it says, declares entities, or is a sheet that reaches too far.

    True when its cells are written in the usual way.
    """
    is_usual = True
    reach = Reach()
    kept_count = merged_count = 0
    for portion in portions(name, archive, entry):
        if DECLARATION.search(portion):
            raise InputFileError(
                "{name} declares entities inside its XML, which no workbook needs and some attacks do. It is not opened. Save it again as XLSX.",
                name=name,
            )
        cells = FILLED_CELL.findall(portion)
        is_usual = is_usual and has_usual_cells(portion, len(cells))
        if cells:
            reach.include(cells)
            check_reach(name, reach)
        kept_count += sum(len(tag.findall(portion)) for tag in KEPT_TAGS)
        merged_count += portion.count(MERGED_TAG)
        if kept_count > MOST_KEPT_TAGS or merged_count > MOST_MERGED_RANGES:
            raise damaged(name, f"{entry.filename[:60]}: {kept_count:,} texts, {merged_count:,} merged ranges")
        check_repeats(name, portion)
    return is_usual


def portions(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked bytes of one file in the archive, never cut inside a tag. Raises when there are more than it says."""
    stated, carried, seen = entry.file_size, b"", 0
    entry.file_size = limits.LARGEST_FILE_BYTES + 1  # or zipfile stops at what is stated, and other readers do not
    with archive.open(entry) as file:
        while chunk := file.read(CHUNK_BYTES):
            seen += len(chunk)
            if seen > stated:
                raise damaged(name, f"{entry.filename[:60]}: > {stated:,} B")
            chunk = carried + chunk
            cut = chunk.rfind(b"<", len(chunk) - LONGEST_TAG_BYTES)
            carried = chunk[cut:] if cut > 0 else b""
            yield chunk[: len(chunk) - len(carried)]
    yield carried


def has_usual_cells(portion: bytes, filled_count: int) -> bool:
    """True when every cell begins with its address and nothing else could be taken for one."""
    count = portion.count(b'<c r="')
    if count != portion.count(b"<c ") or any(tag.search(portion) for tag in ODD_CELL):
        return False
    return filled_count == count or filled_count + len(EMPTY_CELL.findall(portion)) == count


def check_reach(name: str, reach: Reach) -> None:
    """Raise for a sheet whose cells are too many or too far apart to be kept."""
    if reach.last_row > limits.LARGEST_ROW_COUNT:
        raise too_large(name, f"{reach.last_row:,}")
    if max(reach.area, reach.filled_count) > limits.LARGEST_SHEET_CELL_COUNT:
        raise InputFileError(
            "A sheet of {name} reaches to row {row} and column {column}, which is {area} cells, {filled} of them filled. "
            "Delete the cells far away (Ctrl+End shows the last one), or split the sheet, and save it again.",
            name=name,
            row=f"{reach.last_row:,}",
            column=f"{reach.last_column:,}",
            area=f"{reach.area:,}",
            filled=f"{reach.filled_count:,}",
        )


def check_repeats(name: str, portion: bytes) -> None:
    """Raise for a cell of an OpenDocument sheet that repeats itself more often than a sheet has rows."""
    if any(int(count) > 1 << 20 for count in REPEAT.findall(portion)):
        raise damaged(name, "number-rows-repeated")


def column_number(letters: bytes) -> int:
    """The number of a column by its letters: A is 1, XFD is 16384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
