"""Latin, East Asian and complex faces, and the language, on every piece of text there is: ``font.name`` alone sets the Latin one."""

from typing import Any

from lxml import etree

from fairboard.briefing.pptx.words import COMPLEX, EAST_ASIAN, LATIN, TAGS
from fairboard.locale import Language

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FACES = (("latin", LATIN), ("ea", EAST_ASIAN), ("cs", COMPLEX))
_AFTER = {f"{{{A}}}{name}" for name in ("sym", "hlinkClick", "hlinkMouseOver", "rtl", "extLst")}


def set_everywhere(root: Any, language: Language) -> None:
    """Set the faces and, where none is set, the language of all text under ``root``; a run without properties gets some."""
    for run in root.iter(f"{{{A}}}r", f"{{{A}}}fld"):
        if run.find(f"{{{A}}}rPr") is None:
            run.insert(0, etree.SubElement(run, f"{{{A}}}rPr"))
    for name in ("rPr", "defRPr", "endParaRPr"):
        for properties in root.iter(f"{{{A}}}{name}"):
            set_faces(properties)
            if not properties.get("lang"):
                properties.set("lang", TAGS[language])


def set_faces(properties: Any) -> None:
    """Set the three faces of one run's properties, at the place where the schema wants them."""
    for name, _ in _FACES:
        for old in properties.findall(f"{{{A}}}{name}"):
            properties.remove(old)
    place = next((number for number, child in enumerate(properties) if child.tag in _AFTER), len(properties))
    for number, (name, typeface) in enumerate(_FACES):
        face = etree.Element(f"{{{A}}}{name}")
        face.set("typeface", typeface)
        properties.insert(place + number, face)
