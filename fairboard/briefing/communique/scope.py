"""What a release is limited to, in words."""

from dataclasses import dataclass

from fairboard.analysis import options, sentence
from fairboard.briefing import writing
from fairboard.briefing.communique.records import POSTING_FILTERS, Records
from fairboard.briefing.model import plain
from fairboard.locale import Language

MOST_NAMES = 15
MANY = {"region_codes": {"zh": "所选各地区", "en": "the regions chosen"}, "university_codes": {"zh": "所选各高校", "en": "the universities chosen"}}
"""What is said instead of more names than that; the selection in full stands in the foot of the files."""


@dataclass(frozen=True)
class Scope:
    """The regions, the universities, the kinds of fair and what narrows the postings, each empty where nothing is chosen."""

    regions: str
    universities: str
    kinds: str
    narrowing: str


def of(records: Records, language: Language) -> Scope:
    """The filters of ``records`` as the sentences need them. A kind is not named where the release is about one fair, which says it itself."""
    filters = records.filters

    def names(name: str) -> str:
        codes = getattr(filters, name)
        if len(codes) > MOST_NAMES:
            return MANY[name][language]
        return plain(writing.listed([options.name_of(records.version, name, code, language) for code in codes], language))

    def labelled(*kept: str) -> str:
        others = [name for name in filters.active() if name not in kept]
        cut = filters.without(*others)
        return sentence.filter_sentence(cut, records.version, language) if cut.active() else ""

    return Scope(names("region_codes"), names("university_codes"), "" if records.fair else labelled("fair_kinds"), labelled(*POSTING_FILTERS))
