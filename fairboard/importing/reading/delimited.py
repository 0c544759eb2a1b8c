"""Texts with a delimiter: CSV, TSV, and what is called so."""

import csv
import re
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from fairboard.errors import InputFileError
from fairboard.importing.reading.frames import grid_of
from fairboard.importing.reading.grids import Grid
from fairboard.importing.reading.limits import LARGEST_CELL_CHARACTERS

DELIMITERS = (",", "\t", ";", "|")
TAB_SUFFIXES = (".tsv", ".tab")
EXCEL_HINT = re.compile(r"\ufeff?\"?sep=([^\r\n\"])\"?\s*$", re.IGNORECASE)
"""Excel writes the delimiter into the first line when it is not the one of the system."""
SAMPLE_LINES = 50
END_OF_FILE = "\x1e end of file"
"""A last line of our own: where it does not come back as a row, a quotation mark before it was never closed."""


def read_delimited(path: Path, name: str, encoding: str) -> tuple[Grid, ...]:
    """The one grid of a CSV or TSV file."""
    with path.open(encoding=encoding, newline="", errors="strict", buffering=1_000_000) as file:
        sample = [line[:LARGEST_CELL_CHARACTERS] for line in islice(file, SAMPLE_LINES)]
        delimiter = "\t" if path.suffix.lower() in TAB_SUFFIXES else find_delimiter(sample)
        file.seek(0)
        return (grid_of(name, Path(name).stem, read_rows(name, file, delimiter)),)


def read_rows(name: str, file: TextIO, delimiter: str) -> Iterator[list[str]]:
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
                    name=name,
                    line=line,
                )
            yield row
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputFileError(
            "{name} is not a table of texts: {reason} (line {line}). Send CSV or XLSX.", name=name, reason=error, line=line
        ) from error
    finally:
        csv.field_size_limit(previous_limit)


def find_delimiter(lines: list[str]) -> str:
    """The delimiter that the first line names, else the one that cuts the lines into the most columns, a comma where none does."""
    if lines and (hint := EXCEL_HINT.match(lines[0])):
        return hint[1]

    def columns(delimiter: str) -> int:
        widths = sorted(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
        return widths[len(widths) // 2] if widths else 1

    try:
        return max(DELIMITERS, key=columns)
    except csv.Error:
        return ","
