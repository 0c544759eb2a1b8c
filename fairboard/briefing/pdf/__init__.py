"""The handout: a briefing as PDF, a slide a page, with real text, vector charts, embedded fonts and bookmarks."""

import io
from collections.abc import Callable, Sequence
from functools import partial

from reportlab.pdfgen.canvas import Canvas

from fairboard.briefing.identity import manifest_for
from fairboard.briefing.model import Briefing, Definition, Slide
from fairboard.briefing.pdf import lines, pages
from fairboard.briefing.pdf.fonts import face
from fairboard.briefing.pdf.sheet import HEIGHT, WIDTH, Sheet
from fairboard.exports.manifest import with_manifest
from fairboard.locale import translate

Draw = Callable[[Sheet, pages.Frame], None]
LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}
NAMES = {"zh": "中文", "en": "English"}


def write_pdf(briefings: Sequence[Briefing]) -> bytes:
    """The handout of one briefing, or of the same storyboard in two languages one after the other; the same briefings give the same bytes."""
    manifest = manifest_for(briefings)
    first = briefings[0]
    drawn = [(briefing, *page) for briefing in briefings for page in _pages(briefing)]
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), initialFontName=face(), invariant=1, pageCompression=1, lang=LANGUAGE_TAGS[first.language])
    canvas.setTitle(lines.clean(first.title))
    canvas.setSubject(lines.clean(f"{first.sentence} · {first.record_kinds}"))
    canvas.setAuthor("Fairboard")
    canvas.setCreator(f"Fairboard {first.version_id}")
    canvas.setProducer("Fairboard")
    canvas.showOutline()
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, (briefing, name, draw) in enumerate(drawn, 1):
        is_first = number == 1 or drawn[number - 2][0] is not briefing
        _bookmark(canvas, number, name, briefing if is_first and len(briefings) > 1 else None, is_deep=len(briefings) > 1)
        draw(Sheet(canvas), pages.Frame(briefing, manifest.manifest_id, number, len(drawn)))
        canvas.showPage()
    canvas.save()
    return with_manifest(target.getvalue(), "pdf", manifest)


def _pages(briefing: Briefing) -> list[tuple[str, Draw]]:
    """The name of each page and what draws it: the slides, then the definitions on as many pages as they need."""
    found: list[tuple[str, Draw]] = [(slide.title, partial(_slide, slide)) for slide in briefing.slides]
    left = definitions_of(briefing)
    name = translate("Definitions", briefing.language)
    while left:
        taken = pages.fitting(left)
        found.append((name, partial(_definitions, taken)))
        left, name = left[len(taken) :], ""
    return found


def definitions_of(briefing: Briefing) -> list[Definition]:
    """Every definition of the briefing, each once."""
    return list(dict.fromkeys(definition for slide in briefing.slides for definition in slide.definitions))


def _slide(slide: Slide, sheet: Sheet, frame: pages.Frame) -> None:
    pages.slide_page(sheet, slide, frame)


def _definitions(taken: list[Definition], sheet: Sheet, frame: pages.Frame) -> None:
    pages.definitions_page(sheet, taken, frame)


def _bookmark(canvas: Canvas, number: int, name: str, opened: Briefing | None, *, is_deep: bool) -> None:
    key = f"page{number}"
    canvas.bookmarkPage(key)
    if opened:
        canvas.bookmarkPage(opened.language)
        canvas.addOutlineEntry(NAMES[opened.language], opened.language, 0, closed=False)
    if name:
        canvas.addOutlineEntry(lines.clean(name), key, 1 if is_deep else 0)
