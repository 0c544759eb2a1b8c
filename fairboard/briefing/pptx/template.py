"""The master and its layouts, made out of the empty presentation of python-pptx: nothing of that one is left but its parts."""

import io
from functools import cache

from lxml import etree
from pptx import Presentation
from pptx.opc.package import Part, XmlPart
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.util import Inches

from fairboard.briefing.pptx import faces
from fairboard.briefing.pptx.layout_xml import common_slide, master_styles
from fairboard.briefing.pptx.layouts import LAYOUTS
from fairboard.briefing.pptx.shapes import NAMESPACES
from fairboard.briefing.pptx.theme import with_theme

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Fairboard</Application></Properties>"
)


def empty_deck() -> Deck:
    """A presentation without slides that has our master."""
    return Presentation(io.BytesIO(_template()))


@cache
def _template() -> bytes:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(40 / 3), Inches(7.5)
    deck.part._element.find(f"{{{deck.part._element.nsmap['p']}}}sldSz").attrib.pop("type", None)
    _make_layouts(deck)
    _make_master(deck)
    faces.set_everywhere(deck.notes_master.element, "en")
    _list_notes_master(deck)
    for master in (deck.slide_master, deck.notes_master):
        theme = next(relation.target_part for relation in master.part.rels.values() if relation.reltype.endswith("/theme"))
        _rewrite(theme, with_theme(theme.blob))
    _drop_leftovers(deck)
    data = io.BytesIO()
    deck.save(data)
    return data.getvalue()


def _make_layouts(deck: Deck) -> None:
    layouts = deck.slide_layouts
    for layout in list(layouts)[len(LAYOUTS) :]:
        layouts.remove(layout)
    for layout, made in zip(layouts, LAYOUTS, strict=True):
        element = layout.element
        element.attrib.clear()
        element.set("type", made.kind)
        element.set("preserve", "1")
        if made.is_cover:
            element.set("showMasterSp", "0")
        element.replace(element.cSld, parse_xml(common_slide(made)))


def _make_master(deck: Deck) -> None:
    element = deck.slide_master.element
    element.replace(element.cSld, parse_xml(common_slide(None)))
    styles = next(child for child in element if etree.QName(child).localname == "txStyles")
    element.replace(styles, parse_xml(master_styles()))


def _list_notes_master(deck: Deck) -> None:
    """Name the master of the notes in the presentation, which python-pptx leaves out."""
    key = deck.part.relate_to(deck.notes_master.part, f"{RELATIONSHIPS}/notesMaster")
    listed = parse_xml(f'<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id="{key}"/></p:notesMasterIdLst>')
    deck.part._element.sldMasterIdLst.addnext(listed)


def _drop_leftovers(deck: Deck) -> None:
    """Printer settings and thumbnail of the file that python-pptx starts from; and what that file said of its program."""
    for owner in (deck.part, deck.part.package):
        rels = owner.rels if hasattr(owner, "rels") else owner._rels
        for key, relation in list(rels.items()):
            if relation.reltype.endswith(("/printerSettings", "/thumbnail")):
                rels.pop(key)
            elif relation.reltype.endswith("/extended-properties"):
                _rewrite(relation.target_part, APP.encode("utf-8"))


def _rewrite(part: Part, blob: bytes) -> None:
    """Give a part other content, whether python-pptx keeps it as bytes or as elements."""
    if isinstance(part, XmlPart):
        part._element = parse_xml(blob)
    else:
        part._blob = blob
