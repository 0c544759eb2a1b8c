"""Which slides a briefing has, in which order, under which titles and with which notes: a value that is the page's URL beside the filters."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from fairboard.analysis.filters import Filters
from fairboard.briefing import deck_code
from fairboard.briefing.deck_code import MOST_NOTE_LETTERS, MOST_TITLE_LETTERS, SlideChoice, cleaned
from fairboard.briefing.model import SubjectKind
from fairboard.briefing.subjects import ON, SUBJECTS, kinds_of
from fairboard.locale import Language

SUBJECT_KEY, DECK_KEY = "subject", "deck"
KEYS = (SUBJECT_KEY, DECK_KEY)
"""Every key in a URL that belongs to a storyboard."""


@dataclass(frozen=True)
class Storyboard:
    """The slides of a subject, each kind once. ``is_own_subject`` is True where the subject was chosen and does not follow from the filters."""

    subject: SubjectKind
    slides: tuple[SlideChoice, ...]
    is_own_subject: bool = field(default=False)

    @property
    def on(self) -> tuple[SlideChoice, ...]:
        """The slides that are shown."""
        return tuple(slide for slide in self.slides if slide.is_on)

    @property
    def is_standard(self) -> bool:
        """True where nothing has been changed."""
        return self.slides == standard(self.subject).slides

    @property
    def is_too_long(self) -> bool:
        """True where titles and notes are too long for a link: :meth:`to_url` would refuse them."""
        return len(deck_code.packed(self.slides)) > deck_code.MOST_CODE_LETTERS

    def slide(self, kind: str) -> SlideChoice:
        """The slide of a kind; KeyError for one that the subject does not have."""
        return {slide.kind: slide for slide in self.slides}[kind]

    def switched(self, kind: str) -> "Storyboard":
        """The same with the slide of ``kind`` on where it was off, and off where it was on."""
        return self._with(replace(self.slide(kind), is_on=not self.slide(kind).is_on))

    def moved(self, kind: str, step: int) -> "Storyboard":
        """The same with the slide of ``kind`` moved by ``step`` places, towards the end where it is positive, as far as there are places."""
        place = self.slides.index(self.slide(kind))
        others = [slide for slide in self.slides if slide.kind != kind]
        others.insert(min(max(place + step, 0), len(others)), self.slide(kind))
        return replace(self, slides=tuple(others))

    def retitled(self, kind: str, language: Language, text: str) -> "Storyboard":
        """The same with another title in one language; the standard one where ``text`` is blank. A long one is cut to 80 letters."""
        slide = self.slide(kind)
        return self._with(replace(slide, titles=_changed(slide.titles, language, cleaned(text, MOST_TITLE_LETTERS, is_one_line=True))))

    def noted(self, kind: str, language: Language, text: str) -> "Storyboard":
        """The same with another speaker's note in one language; none where ``text`` is blank. A long one is cut to 1,000 letters."""
        slide = self.slide(kind)
        return self._with(replace(slide, notes=_changed(slide.notes, language, cleaned(text, MOST_NOTE_LETTERS))))

    def reset(self) -> "Storyboard":
        """The standard storyboard of the subject."""
        return replace(standard(self.subject), is_own_subject=self.is_own_subject)

    def to_url(self) -> dict[str, str]:
        """Short ASCII query parameters; nothing where all is standard. Raises RequestError where the texts are too long for a link."""
        subject = {SUBJECT_KEY: self.subject} if self.is_own_subject or not self.is_standard else {}
        return subject | ({} if self.is_standard else {DECK_KEY: deck_code.encoded(self.slides)})

    def _with(self, slide: SlideChoice) -> "Storyboard":
        return replace(self, slides=tuple(slide if held.kind == slide.kind else held for held in self.slides))


def standard(subject: SubjectKind) -> Storyboard:
    """The storyboard of a subject before anybody changes it."""
    return Storyboard(subject, tuple(SlideChoice(kind, kind in ON[subject]) for kind in kinds_of(subject)))


def subject_of(filters: Filters) -> SubjectKind:
    """What a selection is about: one fair, one university or one region where exactly one is chosen, else a season."""
    if len(filters.fair_ids) == 1:
        return "fair"
    if len(filters.university_codes) == 1:
        return "university"
    return "region" if len(filters.region_codes) == 1 else "season"


def from_url(query: Mapping[str, str], filters: Filters = Filters()) -> tuple[Storyboard, tuple[str, ...]]:  # noqa: B008
    """The storyboard that a URL asks for, and what of it was dropped, each as ``key=value``. Without a subject it follows from ``filters``."""
    asked = query.get(SUBJECT_KEY)
    is_known = asked in SUBJECTS
    dropped = [] if asked is None or is_known else [f"{SUBJECT_KEY}={asked[:40]}"]
    subject: SubjectKind = asked if is_known else subject_of(filters)
    found = replace(standard(subject), is_own_subject=is_known)
    if query.get(DECK_KEY) is None:
        return found, tuple(dropped)
    slides, bad = deck_code.decoded(query[DECK_KEY], found.slides)
    return replace(found, slides=slides), (*dropped, *(f"{DECK_KEY}={item}" for item in bad))


def _changed(texts: dict[Language, str], language: Language, text: str) -> dict[Language, str]:
    others = {held: words for held, words in texts.items() if held != language}
    return others | ({language: text} if text else {})
