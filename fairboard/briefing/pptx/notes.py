"""What the speaker reads: the own note first, then selection, definitions, basis, version and kinds of record."""

from pptx.oxml import parse_xml
from pptx.slide import Slide as NativeSlide

from fairboard.briefing.model import Briefing, Slide
from fairboard.briefing.pptx import faces
from fairboard.briefing.pptx.shapes import FIELD_ID, NAMESPACES
from fairboard.briefing.pptx.words import cleaned, lines_of, one_line, properties
from fairboard.locale import Language, translate


def add_notes(native: NativeSlide, told: list[tuple[Briefing, Slide]]) -> None:
    """The notes of a slide, in every language of the file one after the other."""
    page = native.notes_slide
    texts = [(briefing.language, line) for briefing, slide in told for line in note_lines(briefing, slide)]
    body = page.notes_text_frame._txBody
    for paragraph in list(body.p_lst):
        body.remove(paragraph)
    for element in parse_xml(f"<p:txBody {NAMESPACES}><a:bodyPr/>{lines_of(texts)}</p:txBody>").p_lst:
        body.append(element)
    _number(page, told[0][0].language)
    for shape, name in zip(page.placeholders, ("Slide", "Notes", "Slide number"), strict=False):
        shape.name = name
    faces.set_everywhere(page.element, told[0][0].language)


def note_lines(briefing: Briefing, slide: Slide) -> list[str]:
    """The lines of one language."""
    language = briefing.language
    synthetic = translate("Synthetic sample: no real records", language) if briefing.has_synthetic else ""
    facts = [
        ("Selection", briefing.sentence), *(("Definition", f"{item.label}: {item.text} ({item.unit})") for item in slide.definitions),
        ("Unit and basis", slide.basis), ("Caveat", slide.caveat), ("Version", briefing.version_id), ("Record kind", briefing.record_kinds), ("Note", synthetic),
    ]  # fmt: skip
    own = [line for line in cleaned(slide.note).split("\n") if line.strip()]
    told = [_labelled(label, one_line(text), language) for label, text in facts if text]
    return [*own, *([""] if own else []), *told]


def _labelled(label: str, text: str, language: Language) -> str:
    return f"{translate(label, language)}{'：' if language == 'zh' else ': '}{text}"


def _number(page: object, language: Language) -> None:
    """The slide's number as a field, where the notes have a place for it."""
    for shape in page.placeholders:
        if "SLIDE_NUMBER" in str(shape.placeholder_format.type):
            old = shape._element.txBody
            if old is not None:
                shape._element.remove(old)
            field = f'<a:fld id="{FIELD_ID}" type="slidenum">{properties(language)}<a:t>‹#›</a:t></a:fld>'
            shape._element.append(parse_xml(f"<p:txBody {NAMESPACES}><a:bodyPr/><a:lstStyle/><a:p>{field}</a:p></p:txBody>"))
