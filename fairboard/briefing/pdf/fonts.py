"""The one face of the handout, for Chinese and Latin letters alike: it is embedded, so that the file looks the same everywhere."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from fairboard.errors import StoreError

FACE = "NotoSansSC"
PACKAGE, FILE = "zhplot", "fonts/NotoSansSC-Regular.ttf"


def font_path() -> Path:
    """The font's file in the installed package that carries it, which is not imported; raises StoreError where it is absent."""
    found = find_spec(PACKAGE)
    path = Path(found.origin).parent / FILE if found and found.origin else None
    if path is None or not path.is_file():
        raise StoreError("The font for PDF files is not installed. Run: pip install -r requirements.txt")
    return path


@cache
def face() -> str:
    """The name by which reportlab knows the face; the file is read once."""
    pdfmetrics.registerFont(TTFont(FACE, str(font_path())))
    pdfmetrics.registerFontFamily(FACE, FACE, FACE, FACE, FACE)
    return FACE


def width(text: str, size: float) -> float:
    """The width of ``text`` in points."""
    return pdfmetrics.stringWidth(text, face(), size)
