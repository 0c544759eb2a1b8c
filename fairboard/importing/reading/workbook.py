"""The sheets of a workbook as grids of text."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from fairboard.errors import InputFileError
from fairboard.importing.reading import limits
from fairboard.importing.reading.cells import cell_text
from fairboard.importing.reading.frames import table_of
from fairboard.importing.reading.grids import TextTable
from fairboard.importing.reading.limits import damaged, too_large

ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
LONGEST_SHEET_NAME = 100


def read_workbook(path: Path, name: str) -> Iterator[TextTable]:
    """Every worksheet that is not empty, hidden ones marked. Raises InputFileError for whatever the file does to the library."""
    with calamine_errors(name), path.open("rb") as file:
        workbook = CalamineWorkbook.from_filelike(file)
        sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        if len(sheets) > limits.LARGEST_SHEET_COUNT:
            raise damaged(name, f"{len(sheets):,} sheets")
        cell_count = 0
        for metadata in sheets:
            table = read_sheet(name, workbook.get_sheet_by_name(metadata.name), metadata)
            if table is not None:
                cell_count += table.columns.num_rows * table.columns.num_columns
                if cell_count > limits.LARGEST_CELL_COUNT:
                    raise too_large(name, f"> {limits.LARGEST_CELL_COUNT:,}")
                yield table


@contextmanager
def calamine_errors(name: str) -> Iterator[None]:
    """Turn what the library raises into InputFileError: its panics are no ordinary exceptions and would end the program."""
    try:
        yield
    except PasswordError:
        raise protected(name) from None
    except (CalamineError, ValueError, OverflowError) as error:
        raise damaged(name, error) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise damaged(name, "panic") from None
        raise


def protected(name: str) -> InputFileError:
    """What to say about an encrypted workbook."""
    return InputFileError("{name} is protected by a password. Remove the password in Excel, save it and import it again.", name=name)


def check_password(path: Path, name: str, head: bytes) -> None:
    """Raise when the container holds an encrypted workbook; its list of streams may stand anywhere in the file."""
    sector_bytes = 1 << min(int.from_bytes(head[30:32], "little"), 16)
    with path.open("rb") as file:
        file.seek((int.from_bytes(head[48:52], "little") + 1) * sector_bytes)
        listing = file.read(sector_bytes)
    if ENCRYPTED_PACKAGE in listing or ENCRYPTED_PACKAGE in head:
        raise protected(name)


def read_sheet(name: str, sheet: CalamineSheet, metadata: SheetMetadata) -> TextTable | None:
    """One worksheet, None when it is empty."""
    if not sheet.height or not sheet.width:
        return None
    if sheet.total_height > limits.LARGEST_ROW_COUNT:
        raise too_large(name, f"{sheet.total_height:,}")
    if sheet.total_width > limits.LARGEST_COLUMN_COUNT and sheet.height * sheet.width > limits.LARGEST_SHEET_CELL_COUNT:
        raise InputFileError(
            "The sheet {sheet} of {name} has {count} columns. Delete the empty ones and save it again.",
            sheet=shown_sheet_name(sheet.name),
            name=name,
            count=sheet.width,
        )
    left = [""] * (sheet.start[1] if sheet.start else 0)
    rows = (left + [value if value.__class__ is str else cell_text(value) for value in row] for row in sheet.iter_rows())
    return table_of(
        name,
        shown_sheet_name(sheet.name),
        rows,
        merged=tuple(sheet.merged_cell_ranges or ()),
        is_hidden=metadata.visible != SheetVisibleEnum.Visible,
    )


def shown_sheet_name(name: str) -> str:
    """The name of a sheet on one line and not endless."""
    return "".join(character if character.isprintable() else " " for character in name).strip()[:LONGEST_SHEET_NAME]
