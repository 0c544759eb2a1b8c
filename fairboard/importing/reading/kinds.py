"""What kind of table a file holds, told by its bytes: offices often send a page or a text under the name of a workbook."""

import json
import re
import zipfile
from enum import Enum
from pathlib import Path

from fairboard.errors import InputFileError

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
XML_SHEET_NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
HTML_START = re.compile(r"<(?:!doctype\s+html|html|head|meta|style|body|table|div|center)\b", re.IGNORECASE)
COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
HTML_TABLE = re.compile(r"<table\b", re.IGNORECASE)
XML_START = re.compile(r"<\?xml\b|<(?:\w+:)?Workbook\b")
MIME_START = re.compile(r"(?:MIME-Version|Content-Type|From|X-Document-Type):", re.IGNORECASE)


class Kind(Enum):
    """The kinds of files; the values are kept with the file that was read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    DELIMITED = "delimited"
    JSON = "json"
    HTML = "html"
    XML_SHEET = "xml"


def find_workbook_kind(path: Path, name: str, head: bytes) -> Kind | None:
    """The kind of a workbook in a container; None for a text. Raises for an archive that is damaged or holds none."""
    if head.startswith(OLE_MAGIC):
        return Kind.XLS
    return find_zip_kind(path, name) if head.startswith(ZIP_MAGIC) else None


def find_zip_kind(path: Path, name: str) -> Kind:
    """The kind of a zipped workbook by the files in it; XLSX only where nothing in it could be taken for another kind."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = {entry.lower() for entry in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise InputFileError("{name} is damaged: it breaks off or is not a whole workbook. Ask for the file again.", name=name) from error
    if "content.xml" in entries:
        return Kind.ODS
    if "xl/workbook.bin" in entries:
        return Kind.XLSB
    if "xl/workbook.xml" in entries:
        return Kind.XLSX
    raise InputFileError("{name} is an archive that is not a workbook. Unpack it and import the files in it one by one.", name=name)


def find_text_kind(name: str, text: str) -> Kind:
    """The kind of a text by how it begins. Raises for pages and XML that hold no table."""
    start = text.lstrip("\ufeff \t\r\n")
    if looks_like_json(start):
        return Kind.JSON
    while comment := COMMENT.match(start):
        start = start[comment.end() :].lstrip()
    if XML_START.match(start) and XML_SHEET_NAMESPACE in start[:4_000]:
        return Kind.XML_SHEET
    if HTML_START.match(start) or (XML_START.match(start) and HTML_TABLE.search(start)):
        return Kind.HTML
    if XML_START.match(start) or MIME_START.match(start):
        raise InputFileError(
            "{name} is a web archive or an XML file that is no spreadsheet. Open it in Excel and save it as XLSX.", name=name
        )
    return Kind.DELIMITED


def looks_like_json(start: str) -> bool:
    """True for a JSON object, a list of objects or lists, and lines that are lists; a heading such as [职位] is none of these."""
    if re.match(r'\{\s*["}]|\[\s*(?:[{\[]|\]\s*$)', start):
        return True
    if not start.startswith("["):
        return False
    try:
        return isinstance(json.loads(start.split("\n", 1)[0]), list)
    except (ValueError, RecursionError):
        return False
