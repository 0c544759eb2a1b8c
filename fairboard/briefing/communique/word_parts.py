"""What python-docx does not write by itself: the part with the footnotes, and the settings that belong to it."""

from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SEPARATORS = ((-1, "separator", "w:separator"), (0, "continuationSeparator", "w:continuationSeparator"))
AFTER_NOTES = ("w:endnotePr", "w:compat", "w:docVars", "w:rsids")
"""Elements of the settings that the rule on footnotes has to stand before."""


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element of WordprocessingML with ``w:`` attributes."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def add_footnotes(document: Document, paragraphs: Sequence[BaseOxmlElement]) -> None:
    """The part that holds ``paragraphs``, footnote 1 and those after it, and the entry in the settings."""
    root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
    for note_id, kind, tag in SEPARATORS:
        root.append(parse_xml(f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{note_id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
                              f"<w:r><{tag}/></w:r></w:p></w:footnote>"))
    for note_id, paragraph in enumerate(paragraphs, start=1):
        note = element("w:footnote", id=str(note_id))
        note.append(paragraph)
        root.append(note)
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    _declare(document.settings.element)


def _declare(settings: BaseOxmlElement) -> None:
    rule = element("w:footnotePr")
    for note_id, _, _ in SEPARATORS:
        rule.append(element("w:footnote", id=str(note_id)))
    following = next((child for tag in AFTER_NOTES for child in settings.findall(qn(tag))), None)
    if following is None:
        settings.append(rule)
    else:
        following.addprevious(rule)


def number_notes_by_letters(section: BaseOxmlElement) -> None:
    """Footnotes as a, b, c …, anew in each section: a raised figure behind a figure would be read as part of it."""
    rule = element("w:footnotePr")
    rule.append(element("w:numFmt", val="lowerLetter"))
    references = [*section.findall(qn("w:headerReference")), *section.findall(qn("w:footerReference"))]
    if references:
        references[-1].addnext(rule)
    else:
        section.insert(0, rule)


def set_languages(document: Document, latin: str, east_asian: str) -> None:
    """The languages of the document where a run states none."""
    for found in (document.settings.element.find(qn("w:themeFontLang")), document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")):
        if found is not None:
            found.set(qn("w:val"), latin)
            found.set(qn("w:eastAsia"), east_asian)
