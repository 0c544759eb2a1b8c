"""The theme of the file: our colours by meaning, and the faces for Latin, East Asian and complex scripts."""

from lxml import etree

from fairboard.briefing.pptx.faces import A
from fairboard.briefing.pptx.words import COMPLEX, EAST_ASIAN, LATIN, scheme_name
from fairboard.charts import theme

NAME = "Fairboard"
_TEXT = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_MEANINGS = ("ink", "ground", "ink_muted", "surface", "demand", "supply", "over_line", "rest", "line", "grid")


def with_theme(blob: bytes) -> bytes:
    """A theme part with our colours and faces in the place of its own."""
    root = etree.fromstring(blob)
    root.set("name", NAME)
    elements = root.find(f"{{{A}}}themeElements")
    for name, made in (("clrScheme", _colours()), ("fontScheme", _fonts())):
        elements.replace(elements.find(f"{{{A}}}{name}"), etree.fromstring(made))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _colours() -> str:
    """The colours of the light palette; links have the colour of demand."""
    found = {_TEXT.get(scheme_name(meaning), scheme_name(meaning)): theme.colour(meaning, "light") for meaning in _MEANINGS}
    found |= {"hlink": theme.colour("demand", "light"), "folHlink": theme.colour("ink_muted", "light")}
    order = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    return f'<a:clrScheme xmlns:a="{A}" name="{NAME}">' + "".join(f'<a:{name}><a:srgbClr val="{found[name].lstrip("#")}"/></a:{name}>' for name in order) + "</a:clrScheme>"


def _fonts() -> str:
    faces = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{EAST_ASIAN}"/><a:cs typeface="{COMPLEX}"/>'
    scripts = "".join(f'<a:font script="{script}" typeface="{EAST_ASIAN}"/>' for script in ("Hans", "Hant"))
    fonts = "".join(f"<a:{kind}Font>{faces}{scripts}</a:{kind}Font>" for kind in ("major", "minor"))
    return f'<a:fontScheme xmlns:a="{A}" name="{NAME}">{fonts}</a:fontScheme>'
