"""The layouts as PresentationML: where title, finding, content, unit and basis, footer and number stand, and how large they are."""

from dataclasses import dataclass

from fairboard.briefing.pptx.grid import (
    BASIS,
    CONTENT,
    COVER_FINDING,
    COVER_FOOTER,
    COVER_LINES,
    COVER_TITLE,
    FINDING,
    FINDINGS,
    FOOTER,
    MARGIN,
    NUMBER,
    RULE_Y,
    SPAN,
    TITLE,
    Box,
)
from fairboard.briefing.pptx.shapes import FIELD_ID, NAMESPACES, NO_INSETS
from fairboard.briefing.pptx.words import fill, paragraph, properties, run
from fairboard.charts import theme

FINDING_INDEX, SECOND_FINDING_INDEX, BODY_INDEX, BASIS_INDEX, FOOTER_INDEX, NUMBER_INDEX = 13, 14, 15, 16, 17, 18
TITLE_PT, FINDING_PT, SECOND_FINDING_PT, BODY_PT, BASIS_PT, FOOTER_PT = 28, 18, 15, 20, 10.5, 9
COVER_TITLE_PT, COVER_FINDING_PT, COVER_BODY_PT = 40, 20, 16
COVER_COLOUR, COVER_PALE, COVER_ACCENT = theme.amounts("light")[-1], theme.amounts("light")[1], theme.colour("over_line", "dark")
"""The first slide is dark: its ground, what is said less loudly on it, and the line under its title."""


@dataclass(frozen=True)
class Field:
    """A placeholder of a layout: its name, attributes, place, type size, colour and where its text stands in it."""

    name: str
    ph: str
    place: Box
    size_pt: float
    colour: str = "ink"
    anchor: str = "t"
    align: str = "l"
    is_bold: bool = False

    @property
    def is_number(self) -> bool:
        """True for the number of the slide."""
        return "sldNum" in self.ph


@dataclass(frozen=True)
class Layout:
    """A layout of the master. ``kind`` is what PowerPoint calls it."""

    name: str
    kind: str
    fields: tuple[Field, ...]
    is_cover: bool = False


def _body(name: str, index: int, place: Box, size_pt: float, **more: object) -> Field:
    return Field(name, f'type="body" sz="quarter" idx="{index}"', place, size_pt, **more)


_TITLE = Field("Title", 'type="title"', TITLE, TITLE_PT, anchor="ctr", is_bold=True)
_FOOTER = Field("Footer", f'type="ftr" sz="quarter" idx="{FOOTER_INDEX}"', FOOTER, FOOTER_PT, "ink_muted", "ctr")
_NUMBER = Field("Slide number", f'type="sldNum" sz="quarter" idx="{NUMBER_INDEX}"', NUMBER, 11, "ink_muted", "ctr", "r")
_BASIS = _body("Unit and basis", BASIS_INDEX, BASIS, BASIS_PT, colour="ink_muted", anchor="b")
_ONE = (_body("Finding", FINDING_INDEX, FINDING, FINDING_PT),)
_TWO = tuple(_body(f"Finding {number + 1}", index, place, SECOND_FINDING_PT)
             for number, (index, place) in enumerate(zip((FINDING_INDEX, SECOND_FINDING_INDEX), FINDINGS, strict=True)))  # fmt: skip
_TEXT = _body("Text", BODY_INDEX, CONTENT, BODY_PT)
_COVER = (
    Field("Title", 'type="ctrTitle"', COVER_TITLE, COVER_TITLE_PT, "ground", "b", is_bold=True),
    Field("Finding", 'type="subTitle" idx="1"', COVER_FINDING, COVER_FINDING_PT, "ground"),
    _body("Selection and version", BODY_INDEX, COVER_LINES, COVER_BODY_PT, colour=COVER_PALE),
    Field("Footer", f'type="ftr" sz="quarter" idx="{FOOTER_INDEX}"', COVER_FOOTER, FOOTER_PT, COVER_PALE, "ctr"),
    Field("Slide number", f'type="sldNum" sz="quarter" idx="{NUMBER_INDEX}"', NUMBER, 11, COVER_PALE, "ctr", "r"),
)
COVER = Layout("Cover", "title", _COVER, is_cover=True)
CHART = Layout("Finding and content", "cust", (_TITLE, *_ONE, _BASIS, _FOOTER, _NUMBER))
TEXT = Layout("Finding and text", "cust", (_TITLE, *_ONE, _TEXT, _BASIS, _FOOTER, _NUMBER))
CHART_BOTH = Layout("Two findings and content", "cust", (_TITLE, *_TWO, _BASIS, _FOOTER, _NUMBER))
TEXT_BOTH = Layout("Two findings and text", "cust", (_TITLE, *_TWO, _TEXT, _BASIS, _FOOTER, _NUMBER))
LAYOUTS = (COVER, CHART, TEXT, CHART_BOTH, TEXT_BOTH)
_MASTER = (_TITLE, Field("Text", 'type="body" idx="1"', CONTENT, BODY_PT), Field("Footer", 'type="ftr" sz="quarter" idx="3"', FOOTER, FOOTER_PT, "ink_muted", "ctr"),
           Field("Slide number", 'type="sldNum" sz="quarter" idx="4"', NUMBER, 11, "ink_muted", "ctr", "r"))  # fmt: skip


def common_slide(layout: Layout | None) -> str:
    """The slide data of a layout, or of the master where there is none."""
    fields = layout.fields if layout else _MASTER
    background = ""
    if layout is None:
        background = f"<p:bg><p:bgPr>{fill('ground')}<a:effectLst/></p:bgPr></p:bg>"
    elif layout.is_cover:
        background = f"<p:bg><p:bgPr>{fill(COVER_COLOUR)}<a:effectLst/></p:bgPr></p:bg>"
    drawn = ""
    if layout is None:
        drawn = _rectangle(101, "Accent", Box(0, TITLE.y + 0.1, 0.14, TITLE.height - 0.2), "demand") + _rectangle(102, "Rule", Box(MARGIN, RULE_Y, SPAN, 0.01), "grid")
    elif layout.is_cover:
        drawn = _rectangle(101, "Accent", Box(1.0, COVER_FINDING.y - 0.12, 1.2, 0.045), COVER_ACCENT)
    shapes = "".join(_placeholder(number + 2, field) for number, field in enumerate(fields))
    return (
        f'<p:cSld {NAMESPACES} name="{layout.name if layout else "Fairboard"}">{background}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f'<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{drawn}{shapes}</p:spTree></p:cSld>'
    )


def _rectangle(number: int, name: str, place: Box, colour: str) -> str:
    x, y, width, height = place.emu
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(colour)}<a:ln><a:noFill/></a:ln></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraph('', 'en')}</p:txBody></p:sp>"
    )


def _placeholder(number: int, field: Field) -> str:
    x, y, width, height = field.place.emu
    style = properties("en", size_pt=field.size_pt, colour=field.colour, is_bold=field.is_bold, tag="defRPr").replace(' dirty="0"', "")
    content = paragraph(_prompt(field), "en")
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{field.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {field.ph}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" {NO_INSETS} rtlCol="0" anchor="{field.anchor}"><a:normAutofit/></a:bodyPr>'
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{field.align}"><a:buNone/>{style}</a:lvl1pPr></a:lstStyle>{content}</p:txBody></p:sp>'
    )


def _prompt(field: Field) -> str:
    if field.is_number:
        return f'<a:fld id="{FIELD_ID}" type="slidenum">{properties("en")}<a:t>‹#›</a:t></a:fld>'
    return run(field.name, "en")


def master_styles() -> str:
    """How titles, text and other things are written unless a layout says otherwise."""
    def level(number: int, size_pt: float, *, is_bold: bool = False, bullet: bool = False) -> str:
        style = properties("en", size_pt=size_pt, colour="ink", is_bold=is_bold, tag="defRPr").replace(' dirty="0"', "").replace("<a:defRPr", '<a:defRPr kern="1200"')
        indent = f'marL="{228_600 * number}" indent="-228600"' if bullet else 'marL="0" indent="0"'
        mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if bullet else "<a:buNone/>"
        return f'<a:lvl{number}pPr {indent} algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">{mark}{style}</a:lvl{number}pPr>'

    body = "".join(level(number, BODY_PT - 2 * (number - 1), bullet=True) for number in range(1, 6))
    other = "".join(level(number, 14) for number in range(1, 6))
    title = level(1, TITLE_PT, is_bold=True)
    return f"<p:txStyles {NAMESPACES}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles>"
