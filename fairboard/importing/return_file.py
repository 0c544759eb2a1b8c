"""The file that goes back to the sender: their own workbook with every doubtful cell marked and explained."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

from fairboard.importing.findings import Finding
from fairboard.importing.reading import read_file
from fairboard.importing.return_copy import write_copy
from fairboard.importing.return_marks import NotOpenableError, mark_workbook
from fairboard.locale import Language

MOST_CELLS = 300_000
"""Cells up to which a workbook is opened whole: openpyxl takes about half a kilobyte and 30 microseconds for each."""
MOST_UNPACKED_BYTES = 150_000_000
"""The same for what counts as no cell, such as formats of a million empty rows."""


def write_return_file(source: Path, findings: Sequence[Finding], summary: Sequence[tuple[str, str]], language: Language) -> bytes:
    """The bytes of an XLSX workbook: the sender's file, cells marked and commented, and a first sheet that sums it up.

    An XLSX keeps everything else it has. CSV, TSV, XLS and JSON come back as texts in a new workbook; of a very large file, only
    the rows with findings do. ``summary`` are pairs of a label and a value, the label an English key or a text.
    Raises InputFileError when the file cannot be read.
    """
    read = read_file(source)
    is_small = sum(grid.cells.size for grid in read.grids) <= MOST_CELLS
    if is_small and is_workbook_to_keep(source):
        try:
            return mark_workbook(source, findings, summary, language)
        except NotOpenableError:
            pass
    return write_copy(read, findings, summary, language, is_whole=is_small)


def is_workbook_to_keep(path: Path) -> bool:
    """True for an XLSX or XLSM of a size that can be opened."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        return "xl/workbook.xml" in names and sum(entry.file_size for entry in archive.infolist()) <= MOST_UNPACKED_BYTES
