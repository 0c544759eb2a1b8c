"""Files that carry a manifest, made by the libraries that write such files, and a manifest to put in."""

import io

import docx
import openpyxl
import pptx
from reportlab.pdfgen import canvas

from fairboard.exports.manifest import Manifest
from fairboard.exports.stated import StatedFact

FACT = StatedFact(
    "sectors/mechanical/openings", "招聘人数 · 机械", "openings", 5459, "overview/by_sector", "openings", ({"sector_code": "mechanical"},), {"record": "synthetic"}, {},
    "0123456789ab",
)  # fmt: skip
OTHERS = (
    StatedFact("share", "</script><b>&\x01\ud83d\ude00 ]]>".encode("utf-16", "surrogatepass").decode("utf-16"), "", 0.1 + 0.2),
    StatedFact("unknown", "Views", "live_views", None, "overview/headline", "live_views", (), {"fair": "3.4", "from": "2023-03-18"},
               {"wage_basis": "floor", "threshold_yuan": "10000"}, "0123456789ab"),
    StatedFact("fairs", "Fairs", "fairs", 3, "overview/by_fair", "", (), {}, {}, "0123456789ab", is_row_count=True),
)  # fmt: skip
MANIFEST = Manifest("briefing", "招聘会 “Launch” <1>", "zh", "20261124T203710Z-172d", {"subject": "fair", "fair": "3"}, (FACT, *OTHERS))


def empty_pptx() -> bytes:
    """A presentation of one slide."""
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "slide"
    return _saved(deck)


def empty_docx() -> bytes:
    """A document of one paragraph; the library's own pattern has a custom XML part already."""
    text = docx.Document()
    text.add_paragraph("paragraph")
    return _saved(text)


def empty_xlsx() -> bytes:
    """A workbook of one cell."""
    book = openpyxl.Workbook()
    book.active["A1"] = "cell"
    return _saved(book)


def empty_pdf() -> bytes:
    """A PDF of one page."""
    target = io.BytesIO()
    page = canvas.Canvas(target)
    page.setTitle("pdf title")
    page.drawString(100, 100, "page")
    page.save()
    return target.getvalue()


def empty_html() -> bytes:
    """A page of one paragraph."""
    return "<!doctype html>\n<html lang='zh'><head><title>x</title></head><body><p>段落</p></body></html>".encode()


EMPTY = {"pptx": empty_pptx, "docx": empty_docx, "xlsx": empty_xlsx, "pdf": empty_pdf, "html": empty_html}


def _saved(document: object) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
