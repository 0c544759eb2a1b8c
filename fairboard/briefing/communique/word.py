"""Releases as a Word document: real styles, East Asian and Latin faces on every run, a footnote at each figure."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from fairboard.briefing.communique import word_parts, word_styles
from fairboard.briefing.communique.content import Communique
from fairboard.briefing.communique.notes import footer, note
from fairboard.briefing.communique.word_parts import element
from fairboard.briefing.model import Mention, Text
from fairboard.locale import Language, translate

LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en-GB"}
LONGEST_PROPERTY = 255
_INVALID = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")


def write_docx(releases: Sequence[Communique]) -> bytes:
    """The document; several releases follow each other in sections of their own."""
    document = docx.Document()
    word_styles.add_styles(document)
    word_parts.set_languages(document, LANGUAGE_TAGS["en"], LANGUAGE_TAGS["zh"])
    _describe(document, releases)
    notes: list[BaseOxmlElement] = []
    for position, release in enumerate(releases):
        section = document.sections[0] if position == 0 else document.add_section(WD_SECTION.NEW_PAGE)
        _lay_out(section, release)
        _Writer(document, release, notes).write()
    word_parts.add_footnotes(document, notes)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


class _Writer:
    """Writes one release at the end of the document and adds its footnotes to ``notes``."""

    def __init__(self, document: Document, release: Communique, notes: list[BaseOxmlElement]) -> None:
        self.document, self.release, self.notes, self.language = document, release, notes, release.language

    def write(self) -> None:
        """The whole release."""
        release = self.release
        self._line("Release Note", release.synthetic_note)
        self._line("Release Headline", release.title)
        self._line("Release Dateline", release.dateline)
        for text in release.paragraphs:
            self._paragraph(text)
        if release.basis:
            self._line("Release Heading", translate("How the figures are counted", self.language))
        for remark in release.basis:
            self._line("Release Basis", remark)

    def _line(self, style: str, words: str) -> None:
        if words:
            add_run(self.document.add_paragraph(style=style), words, self.language)

    def _paragraph(self, text: Text) -> None:
        paragraph = self.document.add_paragraph(style="Release Text")
        if self.language == "zh":
            paragraph._p.get_or_add_pPr().append(element("w:ind", firstLineChars="200", firstLine="480"))
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        for part in text:
            if isinstance(part, str):
                add_run(paragraph, part, self.language)
            else:
                add_run(paragraph, part.text, self.language)
                self._refer(paragraph, part)

    def _refer(self, paragraph: Paragraph, mention: Mention) -> None:
        """The reference to a new footnote about ``mention``."""
        self.notes.append(self._footnote(note(mention.fact, self.release)))
        run = add_run(paragraph, "", self.language, style="footnote reference")
        run._r.append(element("w:footnoteReference", id=str(len(self.notes))))

    def _footnote(self, words: str) -> BaseOxmlElement:
        paragraph = Paragraph(element("w:p"), self.document._body)
        paragraph.style = self.document.styles["footnote text"]
        mark = add_run(paragraph, "", self.language, face="footnote text", style="footnote reference")
        mark._r.append(element("w:footnoteRef"))
        add_run(paragraph, f" {words}", self.language)
        return paragraph._p


def add_run(paragraph: Paragraph, words: str, language: Language, *, face: str = "", style: str | None = None) -> Run:
    """A run with both faces and the language of its letters of either kind; ``face`` names the style whose face it has, else that of the paragraph."""
    run = paragraph.add_run(clean(words), style=style)
    properties = run._r.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), word_styles.LATIN)
    fonts.set(qn("w:eastAsia"), word_styles.FACES[face or paragraph.style.name])
    if language == "zh":
        fonts.set(qn("w:hint"), "eastAsia")
    properties.append(element("w:lang", val=LANGUAGE_TAGS["en"], eastAsia=LANGUAGE_TAGS["zh"]))
    return run


def clean(words: str) -> str:
    """Words without what no XML file may hold."""
    return _INVALID.sub("", words)


def _lay_out(section: Section, release: Communique) -> None:
    """A4 with the margins of an official document; what the text is, above and below on every page."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = Mm(30), Mm(25), Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(14), Mm(13)
    section.different_first_page_header_footer = True
    foot = footer(release)
    for margin, words in ((section.first_page_header, ""), (section.header, release.synthetic_note), (section.first_page_footer, foot), (section.footer, foot)):
        margin.is_linked_to_previous = False
        paragraph = margin.paragraphs[0]
        paragraph.style = "Release Margin"
        if words:
            add_run(paragraph, words, release.language)
    for margin in (section.first_page_footer, section.footer):
        _add_page_number(margin.paragraphs[0], release.language)
    word_parts.number_notes_by_letters(section._sectPr)


def _add_page_number(paragraph: Paragraph, language: Language) -> None:
    add_run(paragraph, " · ", language)
    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = add_run(paragraph, "", language)
        if kind:
            run._r.append(element("w:fldChar", fldCharType=kind))
        else:
            text = element("w:instrText")
            text.text = f" {code} "
            run._r.append(text)


def _describe(document: Document, releases: Sequence[Communique]) -> None:
    """What the file says about itself."""
    first, properties = releases[0], document.core_properties
    now = datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    properties.title = _property(" / ".join(release.title for release in releases))
    properties.subject = _property(" / ".join(release.sentence for release in releases))
    properties.keywords = _property(f"Fairboard; {first.version_id}; {first.record_kinds}")
    properties.comments = _property(" / ".join(release.synthetic_note for release in releases if release.synthetic_note))
    properties.category = _property(translate("Press release", first.language))
    properties.author = properties.last_modified_by = "Fairboard"
    properties.language = LANGUAGE_TAGS[first.language]
    properties.version = _property(first.version_id)
    properties.created = properties.modified = now
    properties.revision = 1


def _property(words: str) -> str:
    return clean(words)[:LONGEST_PROPERTY]
