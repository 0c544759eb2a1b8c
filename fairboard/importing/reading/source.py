"""The file itself: whether it can be read, what kind it is, and its digest."""

import hashlib
import re
from pathlib import Path, PureWindowsPath

from fairboard.errors import InputFileError
from fairboard.importing.reading import limits
from fairboard.importing.reading.apart import read_apart
from fairboard.importing.reading.archive import check_archive
from fairboard.importing.reading.delimited import read_delimited
from fairboard.importing.reading.encodings import find_encoding, read_head
from fairboard.importing.reading.grids import Grid, SourceFile
from fairboard.importing.reading.html_table import read_html
from fairboard.importing.reading.json_records import read_json
from fairboard.importing.reading.kinds import Kind, find_text_kind, find_workbook_kind
from fairboard.importing.reading.limits import too_large
from fairboard.importing.reading.workbook import check_password, read_workbook
from fairboard.importing.reading.xml_sheet import read_xml_sheet

LONGEST_NAME = 150
TEXT_READERS = {
    Kind.DELIMITED: read_delimited,
    Kind.JSON: read_json,
    Kind.HTML: read_html,
    Kind.XML_SHEET: read_xml_sheet,
}
UNSHOWABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def read_file(path: Path) -> SourceFile:
    """Read every sheet of ``path``. Raises InputFileError when it is not a table that can be read."""
    name = shown_name(path)
    check_path(path, name)
    try:
        head = read_head(path)
        kind = find_workbook_kind(path, name, head)
        encoding = "" if kind else find_encoding(path, name, head)
        if kind:
            grids = read_packed(path, name, kind, head)
        else:
            kind = find_text_kind(name, head.decode(encoding, errors="ignore"))
            grids = TEXT_READERS[kind](path, name, encoding)
        sha256 = digest(path)
    except OSError as error:
        raise InputFileError(
            "{name} cannot be read: {reason}. Check the file and its permissions.", name=name, reason=error.strerror or error
        ) from error
    grids = tuple(grid for grid in grids if len(grid.cells))
    if not grids:
        raise InputFileError("{name} has no rows. Send a file with a header row and at least one row of data.", name=name)
    return SourceFile(name, sha256, grids, kind.value, encoding)


def read_packed(path: Path, name: str, kind: Kind, head: bytes) -> tuple[Grid, ...]:
    """The sheets of a workbook, looked through first; what cannot be bounded from outside is opened in a process of its own."""
    is_bounded = False
    if kind is Kind.XLS:
        check_password(path, name, head)
    else:
        is_bounded = check_archive(path, name) and kind is Kind.XLSX
    return tuple(table.grid() for table in read_workbook(path, name)) if is_bounded else read_apart(path, name)


def shown_name(path: Path) -> str:
    """The name of the file as it may stand on a screen and in a table: no folders of another system, no controls, not endless."""
    name = UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", PureWindowsPath(path.name).name or path.name or str(path))
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 20]}…{name[-19:]}"


def check_path(path: Path, name: str) -> None:
    """Raise unless ``path`` is a file that is neither empty nor enormous."""
    try:
        if path.is_dir():
            raise InputFileError("{name} is a folder, not a file. Give the file itself.", name=name)
        if not path.exists():
            shown = UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", str(path))
            raise InputFileError("There is no file {path}. Check the name and the folder.", path=shown)
        if not path.is_file():
            raise InputFileError("{name} is not an ordinary file. Give an XLSX, XLS, CSV or TSV file.", name=name)
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        raise InputFileError(
            "{name} cannot be read: {reason}. Check the file and its permissions.",
            name=name,
            reason=getattr(error, "strerror", None) or error,
        ) from error
    if size == 0:
        raise InputFileError("{name} is empty: it has no bytes. Ask for the file again.", name=name)
    if size > limits.LARGEST_FILE_BYTES:
        raise too_large(name, f"{size / 1e9:.1f} GB")


def digest(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
