"""Taking a manifest out of a file from outside. Its type is told by its content, and nothing is unpacked beyond a bound."""

import io
import re
import zipfile
import zlib

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from fairboard.exports.carriers import ATTACHMENT, CORE, MAIN_PARTS, NAMESPACE, SCRIPT_ID
from fairboard.exports.manifest_check import LONGEST_JSON, ManifestError

LARGEST_FILE = 64_000_000
LARGEST_PART = LONGEST_JSON + 100_000
MOST_PARTS, MOST_ITEMS = 20_000, 20
ITEM = re.compile(r"customXml/item[0-9]{1,4}\.xml")
MARK = re.compile(r"FB-[0-9a-f]{10}")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SCRIPT = re.compile(rb"<script[^>]{0,200}\bid=[\"']?" + SCRIPT_ID.encode() + rb"[\"']?[^>]{0,200}>", re.IGNORECASE)
PAGE = re.compile(rb"<(?:!doctype|html|head|body|meta|script|p|h1|article|section)\b", re.IGNORECASE)
BROKEN_PDF = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError, MemoryError, AssertionError, NotImplementedError, zlib.error)
"""What a PDF that is not well formed raises in the library that reads it."""


def text_in(data: bytes) -> str:
    """The JSON that the file carries; raises ManifestError where there is none."""
    if len(data) > LARGEST_FILE:
        raise ManifestError("The file is larger than {most} MB.", most=LARGEST_FILE // 1_000_000)
    if data.startswith(b"PK"):
        return _in_office(data)
    if b"%PDF-" in data[:1024]:
        return _in_pdf(data)
    if data.startswith(OLD_OFFICE):
        raise ManifestError("The file is locked with a password or in an old format. Save it as PPTX, XLSX or DOCX without a password.")
    if PAGE.search(data[:2048]):
        return _in_html(data)
    raise _foreign()


def _in_office(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            if len(names) > MOST_PARTS or not any(main in names for main in MAIN_PARTS.values()):
                raise _foreign()
            for name in [name for name in names if ITEM.fullmatch(name)][:MOST_ITEMS]:
                if (text := _item(_part(package, name))) is not None:
                    return text
            core = _part(package, CORE) if CORE in names else b""
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, ValueError, NotImplementedError, EOFError):
        raise _broken() from None
    raise _lost() if MARK.search(core.decode("utf-8", "replace")) else _foreign()


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    """A part of a package, never more of it than the bound, whatever the package says of its size."""
    if package.getinfo(name).file_size > LARGEST_PART:
        raise _too_large()
    with package.open(name) as part:
        content = part.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        raise _too_large()
    return content


def _item(content: bytes) -> str | None:
    """The text of a custom XML part that is ours."""
    if NAMESPACE.encode() not in content[:2000]:
        return None
    try:
        root = ElementTree.fromstring(content, forbid_dtd=True)
    except (ElementTree.ParseError, DefusedXmlException, ValueError):
        raise _broken() from None
    return root.text or "" if root.tag == f"{{{NAMESPACE}}}manifest" else None


def _in_pdf(data: bytes) -> str:
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise ManifestError("The file is locked with a password. Save it without one.")
        for attachment in reader.attachment_list:
            if attachment.name == ATTACHMENT:
                return _decoded(attachment.content)
        keywords = str((reader.metadata or {}).get("/Keywords", ""))
    except BROKEN_PDF:
        raise _broken() from None
    raise _lost() if MARK.search(keywords) else _foreign()


def _in_html(data: bytes) -> str:
    start = SCRIPT.search(data)
    if start is None:
        raise _lost() if MARK.search(data.decode("utf-8", "replace")) else _foreign()
    end = data.find(b"</script", start.end())
    if end < 0:
        raise _broken()
    return _decoded(data[start.end() : end])


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST_PART:
        raise _too_large()
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise _broken() from None


def _foreign() -> ManifestError:
    return ManifestError("This is no file of Fairboard. Take a PPTX, PDF, XLSX, DOCX or HTML file that was exported here.")


def _lost() -> ManifestError:
    return ManifestError("The file comes from Fairboard, but another program has removed what it says about itself when saving it. Take the file as it was exported.")


def _broken() -> ManifestError:
    return ManifestError("The file is damaged and cannot be read.")


def _too_large() -> ManifestError:
    return ManifestError("What the file says about itself is too large to be read.")
