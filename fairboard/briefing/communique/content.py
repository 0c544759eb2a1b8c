"""A press release as plain data, and how it is made from the records of a selection."""

from dataclasses import dataclass
from pathlib import Path

from fairboard.analysis import options, sentence
from fairboard.analysis.filters import Filters
from fairboard.briefing.communique import before, en, following, scope, zh
from fairboard.briefing.communique.records import Records
from fairboard.briefing.communique.writing import Pen, is_empty
from fairboard.briefing.model import Fact, Mention, Text, facts_of, unique
from fairboard.locale import Language, translate

WORDS = {"zh": zh, "en": en}
ROUNDED_KEY = "rounded"


@dataclass(frozen=True)
class Communique:
    """A press release in one language. ``synthetic_note`` stands on top where it is not empty; ``basis`` says how the numbers are counted.

    Where the selection holds nothing to tell, the only paragraph says so and has no figures. ``address`` holds the parameters of the
    page's URL that give the same text again, without language and version.
    """

    title: str
    dateline: str
    paragraphs: tuple[Text, ...]
    synthetic_note: str
    basis: tuple[str, ...]
    language: Language
    version: Path
    filters: Filters
    address: dict[str, str]
    sentence: str
    record_kinds: str
    has_synthetic: bool
    is_rounded: bool

    @property
    def version_id(self) -> str:
        """The version that all numbers come from."""
        return self.version.stem

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be known of the text: that it holds synthetic records, and how the numbers are counted."""
        return (self.synthetic_note, *self.basis) if self.synthetic_note else self.basis

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every number as it is written, in the order of the text; one that is told twice stands here twice."""
        return tuple(part for paragraph in self.paragraphs for part in paragraph if isinstance(part, Mention))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every number of the text, each once."""
        return unique(fact for paragraph in self.paragraphs for fact in facts_of(paragraph))


def build(filters: Filters, version: Path, language: Language, *, is_rounded: bool = False) -> Communique:
    """The release about ``filters``; with ``is_rounded`` counts are told by rounding words."""
    records, pen, words = Records(filters, version), Pen(language, is_rounded), WORDS[language]
    limits = scope.of(records, language)
    earlier, later = before.of(records), following.of(records)
    paragraphs = [
        words.lead(records, limits, pen),
        words.details(records, limits, pen),
        words.signing(records, limits, pen),
        words.comparison(earlier, pen) if earlier else (),
        words.outlook(records, limits, later, pen),
    ]
    has_figures = any(isinstance(part, Mention) for paragraph in paragraphs[:3] for part in paragraph)
    nothing = (translate("The records have nothing to tell about this selection.", language),)
    stop = "、" if language == "zh" else ", "
    return Communique(
        title=words.title(records, limits),
        dateline=words.dateline(records, limits),
        paragraphs=tuple(paragraph for paragraph in paragraphs if not is_empty(paragraph)) if has_figures else (nothing,),
        synthetic_note=words.synthetic_note(set(records.kinds) == {"synthetic"}) if records.has_synthetic and has_figures else "",
        basis=tuple(words.basis(records, pen)) if has_figures else (),
        language=language,
        version=version,
        filters=filters,
        address=filters.to_url() | ({ROUNDED_KEY: "1"} if is_rounded else {}),
        sentence=sentence.filter_sentence(filters, version, language),
        record_kinds=stop.join(options.name_of(version, "record_kinds", kind, language) for kind in records.kinds),
        has_synthetic=records.has_synthetic,
        is_rounded=is_rounded,
    )
