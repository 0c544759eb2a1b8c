"""Putting a manifest into a file: a custom XML part in Office files, an attachment in a PDF, a script of data in HTML.

All of them are places that the format has for it, so that Office, WPS and LibreOffice open the file as before.
"""

import html
import io
import re
import uuid
import zipfile
import zlib
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from lxml import etree
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

NAMESPACE = "urn:fairboard:manifest"
ATTACHMENT = "fairboard.json"
SCRIPT_ID = "fairboard-manifest"
MAIN_PARTS = {"pptx": "ppt/presentation.xml", "xlsx": "xl/workbook.xml", "docx": "word/document.xml"}
CONTENT_TYPES, CORE = "[Content_Types].xml", "docProps/core.xml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PROPERTIES = f"{OFFICE}/customXml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
DC, CP = "http://purl.org/dc/elements/1.1/", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DATE = (1980, 1, 1, 0, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class Load:
    """What a file is to carry: the id for its properties, a title, and the manifest as JSON in ASCII."""

    mark: str
    title: str
    text: str


def put(data: bytes, ending: str, load: Load) -> bytes:
    """``data`` with ``load`` inside; KeyError for a format that carries none."""
    return {"pdf": _into_pdf, "html": _into_html}[ending](data, load) if ending not in MAIN_PARTS else _into_office(data, MAIN_PARTS[ending], load)


def _into_office(data: bytes, main: str, load: Load) -> bytes:
    """The package written anew, its parts in the same order, with one more and what refers to it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        infos = package.infolist()
        parts = {info.filename: package.read(info) for info in infos}
    dates = {info.filename: info.date_time for info in infos}
    folder, _, name = main.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    number = next(n for n in range(1, 10_000) if f"customXml/item{n}.xml" not in parts)
    item = f"customXml/item{number}.xml"
    parts[relations] = _related(parts[relations], f"{OFFICE}/relationships/customXml", f"../{item}")
    parts |= _new_parts(number, load)
    parts[CORE] = _core(parts.get(CORE), load)
    parts[CONTENT_TYPES] = _typed(parts[CONTENT_TYPES], f"/customXml/itemProps{number}.xml")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            info = zipfile.ZipInfo(part, dates.get(part, DATE))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            package.writestr(info, content)
    return target.getvalue()


def _new_parts(number: int, load: Load) -> dict[str, bytes]:
    item_id = f"{{{str(uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE + load.mark)).upper()}}}"
    item = f"{HEAD}<manifest xmlns={quoteattr(NAMESPACE)} id={quoteattr(load.mark)}>{escape(load.text)}</manifest>"
    properties = (
        f'{HEAD}<ds:datastoreItem ds:itemID="{item_id}" xmlns:ds={quoteattr(PROPERTIES)}><ds:schemaRefs>'
        f"<ds:schemaRef ds:uri={quoteattr(NAMESPACE)}/></ds:schemaRefs></ds:datastoreItem>"
    )
    relations = (
        f'{HEAD}<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" Type="{OFFICE}/relationships/customXmlProps" '
        f'Target="itemProps{number}.xml"/></Relationships>'
    )
    return {
        f"customXml/item{number}.xml": item.encode(), f"customXml/itemProps{number}.xml": properties.encode(),
        f"customXml/_rels/item{number}.xml.rels": relations.encode(),
    }  # fmt: skip


def _related(content: bytes, kind: str, target: str) -> bytes:
    root = etree.fromstring(content)
    taken = {element.get("Id") for element in root}
    free = next(f"rId{n}" for n in range(1, 100_000) if f"rId{n}" not in taken)
    etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=free, Type=kind, Target=target)
    return _bytes(root)


def _typed(content: bytes, properties: str) -> bytes:
    root = etree.fromstring(content)
    if not any(element.get("Extension", "").lower() == "xml" for element in root):
        root.insert(0, etree.Element(f"{{{TYPES}}}Default", Extension="xml", ContentType="application/xml"))
    wanted = {properties: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml", f"/{CORE}": CORE_TYPE}
    held = {element.get("PartName") for element in root}
    for part, kind in wanted.items():
        if part not in held:
            etree.SubElement(root, f"{{{TYPES}}}Override", PartName=part, ContentType=kind)
    return _bytes(root)


def _core(content: bytes | None, load: Load) -> bytes:
    """The core properties with the id as identifier and among the keywords."""
    root = etree.fromstring(content) if content else etree.Element(f"{{{CP}}}coreProperties", nsmap={"cp": CP, "dc": DC})
    for tag, text in ((f"{{{DC}}}identifier", load.mark), (f"{{{CP}}}keywords", load.mark)):
        element = root.find(tag)
        if element is None:
            element = etree.SubElement(root, tag)
        is_added = tag.endswith("keywords") and element.text and load.mark not in element.text
        element.text = f"{element.text}, {text}" if is_added else text
    return _bytes(root)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _into_pdf(data: bytes, load: Load) -> bytes:
    reader = PdfReader(io.BytesIO(data))
    writer = PdfWriter(clone_from=reader)
    attachment = writer.add_attachment(ATTACHMENT, zlib.compress(load.text.encode()))
    attachment.pdf_object["/EF"]["/F"][NameObject("/Filter")] = NameObject("/FlateDecode")
    held = {str(name): str(text) for name, text in (reader.metadata or {}).items()}
    words = [word for word in (held.get("/Keywords", ""), load.mark) if word]
    writer.add_metadata(held | {"/Keywords": ", ".join(dict.fromkeys(words))})
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _into_html(data: bytes, load: Load) -> bytes:
    """Before the end of the head; nothing in the text can end the script, as every angle bracket is written as a code."""
    text = load.text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    added = f'<meta name="identifier" content="{html.escape(load.mark)}">\n<script type="application/json" id="{SCRIPT_ID}">{text}</script>\n'.encode()
    place = re.search(rb"</head\s*>", data, re.IGNORECASE)
    if place is None:
        return data + added
    return data[: place.start()] + added + data[place.start() :]
