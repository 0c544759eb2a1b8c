"""The styles of a release in Word, after the manner of official documents: 仿宋 for the text, 宋体 for the headline, 黑体 for small headings."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml import etree

from fairboard.briefing.communique.word_parts import element

LATIN = "Times New Roman"
FACES = {"Release Headline": "宋体", "Release Dateline": "仿宋", "Release Text": "仿宋", "Release Note": "黑体", "Release Heading": "黑体", "Release Basis": "仿宋",
         "footnote text": "宋体", "Release Margin": "宋体"}
"""Style → its East Asian face. All four stand in Windows, WPS and Office in Chinese; elsewhere their other names, given below, or a face of the same kind."""
OTHER_NAMES = {"仿宋": "FangSong", "宋体": "SimSun", "黑体": "SimHei"}
RED = RGBColor(0x9C, 0x1C, 0x1C)
BLACK = RGBColor(0, 0, 0)


@dataclass(frozen=True)
class _Look:
    size_pt: float
    line: float = 1.0
    after_pt: float = 0
    before_pt: float = 0
    is_bold: bool = False
    is_centred: bool = False
    color: RGBColor = BLACK


_LOOKS = {
    "Release Headline": _Look(18, 1.2, 6, 4, is_bold=True, is_centred=True),
    "Release Dateline": _Look(11, 1.2, 10, is_centred=True),
    "Release Text": _Look(12, 1.35, 4),
    "Release Note": _Look(10.5, 1.2, 6, is_bold=True, color=RED),
    "Release Heading": _Look(10.5, 1.2, 3, 8, is_bold=True),
    "Release Basis": _Look(9, 1.2, 1),
    "footnote text": _Look(8, 1.0, 0),
    "Release Margin": _Look(8),
}


def add_styles(document: Document) -> None:
    """All styles, and the other names of their faces."""
    _set_fonts(document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}"), "仿宋")
    for name, look in _LOOKS.items():
        _add(document, name, look)
    _give(document.styles["Release Headline"], 0)
    _give(document.styles["Release Heading"], 1)
    reference = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    _add_other_names(document)


def _add(document: Document, name: str, look: _Look) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.size, style.font.bold, style.font.color.rgb = Pt(look.size_pt), look.is_bold, look.color
    _set_fonts(style.element.get_or_add_rPr(), FACES[name])
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(look.before_pt), Pt(look.after_pt), look.line
    if look.is_centred:
        layout.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if name in ("Release Headline", "Release Heading"):
        layout.keep_with_next = True


def _give(style: ParagraphStyle, level: int) -> None:
    """The style's place in the outline, so that the navigation pane shows it."""
    style.element.get_or_add_pPr().append(element("w:outlineLvl", val=str(level)))


def _set_fonts(properties: BaseOxmlElement, face: str) -> None:
    """Latin and East Asian face; the faces of the theme would win, so they are taken away."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = element("w:rFonts")
        properties.insert(0, fonts)
    fonts.attrib.clear()
    for name, value in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", face)):
        fonts.set(qn(f"w:{name}"), value)


def _add_other_names(document: Document) -> None:
    """The other names of the Chinese faces in the table of fonts, for systems that know them by these."""
    part = next(part for part in document.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    table = parse_xml(part.blob)
    for face, other in OTHER_NAMES.items():
        table.append(parse_xml(f'<w:font {nsdecls("w")} w:name="{face}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="auto"/>'
                               '<w:pitch w:val="variable"/></w:font>'))
    part._blob = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)
