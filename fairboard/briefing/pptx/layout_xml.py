"""Master and layouts as PresentationML."""

from fairboard.briefing.pptx import grid
from fairboard.briefing.pptx.grid import Box
from fairboard.briefing.pptx.layouts import BODY_PT, COVER_ACCENT, COVER_COLOUR, MASTER, TITLE_PT, Field, Layout
from fairboard.briefing.pptx.shapes import FIELD_ID, NAMESPACES, NO_INSETS
from fairboard.briefing.pptx.words import fill, paragraph, properties, run


def common_slide(layout: Layout | None) -> str:
    """The slide data of a layout, or of the master where there is none."""
    fields = layout.fields if layout else MASTER
    background = ""
    if layout is None:
        background = f"<p:bg><p:bgPr>{fill('ground')}<a:effectLst/></p:bgPr></p:bg>"
    elif layout.is_cover:
        background = f"<p:bg><p:bgPr>{fill(COVER_COLOUR)}<a:effectLst/></p:bgPr></p:bg>"
    drawn = ""
    if layout is None:
        accent = _rectangle(101, "Accent", Box(0, grid.TITLE.y + 0.08, 0.14, grid.TITLE.height - 0.16), "demand")
        drawn = accent + _rectangle(102, "Rule", Box(grid.MARGIN, grid.RULE_Y, grid.SPAN, 0.01), "grid")
    elif layout.is_cover:
        drawn = _rectangle(101, "Accent", Box(grid.COVER_LINES.x, grid.COVER_LINES.y - 0.28, 1.2, 0.05), COVER_ACCENT)
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
