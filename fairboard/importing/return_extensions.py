"""Drop-down lists that Excel keeps in an extension of a sheet, carried from the sender's workbook into its return file.

Excel stores a list whose values stand on another sheet, as in our own templates once Excel has saved them, where openpyxl drops it.
"""

import io
import re
import zipfile
from pathlib import Path
from posixpath import join, normpath
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LISTS_URI = "{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"
EXTENSION = re.compile(rb"<ext\b[^>]*?\buri=\"([^\"]+)\".*?</ext>", re.DOTALL)
REVISION_MARK = re.compile(rb"\s(?:xr\d*:\w+|xmlns:xr\d*)=\"[^\"]*\"")
END = b"</worksheet>"


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Title of each sheet → its part in the archive."""
    relations = fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): normpath(join("/xl", relation.get("Target", ""))).lstrip("/") for relation in relations}
    sheets = fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
    return {sheet.get("name", ""): targets[sheet.get(RELATION)] for sheet in sheets if sheet.get(RELATION) in targets}


def find_lists(path: Path) -> tuple[dict[str, bytes], bool]:
    """Title of a sheet → the extension with its drop-down lists; and whether there are extensions that cannot be carried over."""
    found, has_others = {}, False
    try:
        with zipfile.ZipFile(path) as archive:
            for title, part in sheet_parts(archive).items():
                _, _, tail = archive.read(part).rpartition(b"</sheetData>")
                for extension in EXTENSION.finditer(tail):
                    text = REVISION_MARK.sub(b"", extension[0])
                    if extension[1].decode() == LISTS_URI and is_whole(text):
                        found[title] = text
                    else:
                        has_others = True
    except (KeyError, ParseError, DefusedXmlException):
        return {}, False
    return found, has_others


def is_whole(extension: bytes) -> bool:
    """True when the extension is XML by itself, with every prefix that it uses declared in it."""
    try:
        fromstring(extension)
    except (ParseError, DefusedXmlException):
        return False
    return True


def put_lists(content: bytes, lists: dict[str, bytes]) -> bytes:
    """The workbook with the extensions put at the end of the sheets of the same titles."""
    if not lists:
        return content
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        wanted = {part: lists[title] for title, part in sheet_parts(old).items() if title in lists}
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename in wanted and data.endswith(END):
                data = data.removesuffix(END) + b"<extLst>" + wanted[entry.filename] + b"</extLst>" + END
            new.writestr(entry, data)
    return target.getvalue()
