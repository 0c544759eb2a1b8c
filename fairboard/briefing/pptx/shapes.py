"""Shapes as PresentationML, put on a slide in the order in which they are read."""

from typing import Any

from pptx.oxml import parse_xml
from pptx.slide import Slide

from fairboard.briefing.pptx.grid import EMU, Box
from fairboard.briefing.pptx.words import fill, quoted

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
NO_INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"'
FIELD_ID = "{7F1C6E0A-55B1-4C0E-9C3B-0B7F2A4D8E11}"


def put(slide: Slide, xml: str) -> Any:
    """The element of ``xml``, as the last of the slide."""
    element = parse_xml(xml)
    slide.shapes._spTree.append(element)
    return element


def next_id(slide: Slide) -> int:
    """An id that no shape of the slide has."""
    return max(int(value) for value in slide.shapes._spTree.xpath(".//p:cNvPr/@id")) + 1


def named(number: int, name: str, alt: str = "") -> str:
    """Id, name, and where there is one an alternative text with its title."""
    described = f" descr={quoted(alt)} title={quoted(name)}" if alt else ""
    return f'<p:cNvPr id="{number}" name={quoted(name)}{described}/>'


def placeholder(number: int, name: str, ph: str, paragraphs: str, *, is_fitted: bool = True) -> str:
    """A placeholder that stands where its layout has it; ``ph`` are its attributes: ``type="title"``."""
    body = "<a:bodyPr><a:normAutofit/></a:bodyPr>" if is_fitted else "<a:bodyPr/>"
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr>{named(number, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody>{body}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def box(
    number: int, name: str, place: Box, paragraphs: str, *, alt: str = "", colour: str = "", border: str = "", border_pt: float = 0.75, anchor: str = "t",
    insets: tuple[float, float] = (0, 0), shape: str = "rect", is_text_box: bool = False,
) -> str:  # fmt: skip
    """A rectangle with text. ``insets`` are inches at the sides and at top and bottom; without ``colour`` it is clear."""
    x, y, width, height = place.emu
    side, end = (round(inset * EMU) for inset in insets)
    line = f'<a:ln w="{round(border_pt * 12_700)}">{fill(border)}</a:ln>' if border else "<a:ln><a:noFill/></a:ln>"
    kind = '<p:cNvSpPr txBox="1"/>' if is_text_box else "<p:cNvSpPr/>"
    return (
        f"<p:sp {NAMESPACES}><p:nvSpPr>{named(number, name, alt)}{kind}<p:nvPr/></p:nvSpPr>"
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>'
        f"{fill(colour) if colour else '<a:noFill/>'}{line}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" lIns="{side}" tIns="{end}" rIns="{side}" bIns="{end}" anchor="{anchor}" rtlCol="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{paragraphs}</p:txBody></p:sp>"
    )


def group(number: int, name: str, place: Box, content: str, *, alt: str) -> str:
    """Shapes that belong together; they keep their places on the slide."""
    x, y, width, height = place.emu
    frame = f'<a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/><a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/>'
    return (
        f"<p:grpSp {NAMESPACES}><p:nvGrpSpPr>{named(number, name, alt)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{frame}</a:xfrm></p:grpSpPr>{content}</p:grpSp>"
    )
