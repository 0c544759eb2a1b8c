"""How large a file may be, and what to say about one that is larger.

The limits keep the memory of one import under about 2 GB, whatever the file claims about itself.
"""

from fairboard.errors import InputFileError

LARGEST_FILE_BYTES = 2_000_000_000
LARGEST_MARKUP_BYTES = 100_000_000
"""Of a page or an XML spreadsheet, which are kept whole while they are read."""
LARGEST_ROW_COUNT = 5_000_000
LARGEST_COLUMN_COUNT = 1_000
LARGEST_CELL_COUNT = 60_000_000
"""Rows × columns of a sheet, empty cells included."""
LARGEST_SHEET_CELL_COUNT = 24_000_000
"""The same for a sheet of a workbook, which is unpacked whole: 32 bytes a cell before its text."""
LARGEST_CELL_CHARACTERS = 1_000_000
LARGEST_RECORD_CHARACTERS = 16_000_000
"""Of one JSON record."""
LARGEST_ENTRY_COUNT = 10_000
"""Files in a zipped workbook."""
LARGEST_SHEET_COUNT = 1_000
CHUNK_BYTES = 4_000_000


def too_large(name: str, found: str) -> InputFileError:
    """What to say about a file beyond the limits."""
    return InputFileError(
        "{name} is too large ({found}): the limit is {limit_gb} GB and {limit_rows} rows. Split it into several files.",
        name=name,
        found=found,
        limit_gb=f"{LARGEST_FILE_BYTES / 1e9:.0f}",
        limit_rows=f"{LARGEST_ROW_COUNT:,}",
    )


def too_wide(name: str, count: int) -> InputFileError:
    """What to say about a table with more columns than the limit."""
    return InputFileError(
        "{name} has {count} columns; the limit is {limit}. Delete those that are not needed.",
        name=name,
        count=f"{count:,}",
        limit=f"{LARGEST_COLUMN_COUNT:,}",
    )


def damaged(name: str, reason: object) -> InputFileError:
    """What to say about a workbook that cannot be opened."""
    return InputFileError(
        "{name} is not a workbook that can be read, or it is damaged ({reason}). Save it again as XLSX.",
        name=name,
        reason=str(reason)[:200],
    )


def check_markup_size(name: str, size_bytes: int) -> None:
    """Raise for a page or an XML spreadsheet that is too large to be kept whole."""
    if size_bytes > LARGEST_MARKUP_BYTES:
        raise InputFileError(
            "{name} is a page or an XML file of {size_mb} MB; the limit is {limit_mb} MB. Save it as XLSX or CSV.",
            name=name,
            size_mb=f"{size_bytes / 1e6:,.0f}",
            limit_mb=f"{LARGEST_MARKUP_BYTES / 1e6:,.0f}",
        )
