"""The selection as one sentence, so that a screenshot explains itself."""

from pathlib import Path

from fairboard.analysis import formatting, options
from fairboard.analysis.filters import Filters
from fairboard.locale import Language, translate

FILTER_LABELS = {
    "fair_ids": "Fair",
    "fair_kinds": "Kind of fair",
    "start_on": "From",
    "end_on": "To",
    "region_codes": "Region",
    "sector_codes": "Sector",
    "education_levels": "Education",
    "wage_at_least_yuan": "Wage",
    "wage_at_most_yuan": "Wage up to",
    "ownerships": "Ownership",
    "university_codes": "University",
    "record_kinds": "Record kind",
}
MOST_NAMES = 3


def filter_sentence(filters: Filters, version: Path, language: Language) -> str:
    """What is selected, in words: "All fairs", or the active filters one after another."""
    parts = [f"{translate(FILTER_LABELS[name], language)}{_colon(language)}{value_text(name, filters, version, language)}"
             for name in filters.active() if name not in ("start_on", "end_on", "record_kinds")]
    if filters.start_on or filters.end_on:
        parts.insert(0, period(filters, language))
    stop = "；" if language == "zh" else "; "
    return stop.join(parts) if parts else translate("All fairs, no filter", language)


def period(filters: Filters, language: Language) -> str:
    """The period of a selection in words; one of its ends at least is set."""
    start, end = formatting.day(filters.start_on, language), formatting.day(filters.end_on, language)
    if filters.start_on and filters.end_on:
        return translate("{start} to {end}", language, start=start, end=end)
    if filters.start_on:
        return translate("from {start} on", language, start=start)
    return translate("up to {end}", language, end=end)


def value_text(name: str, filters: Filters, version: Path, language: Language) -> str:
    """The values of one filter in words, the first three by name."""
    if name == "wage_at_least_yuan":
        return translate("{amount} yuan a month or more", language, amount=formatting.exact(filters.wage_at_least_yuan))
    if name == "wage_at_most_yuan":
        return translate("{amount} yuan a month or less", language, amount=formatting.exact(filters.wage_at_most_yuan))
    codes = getattr(filters, name)
    names = [options.name_of(version, name, code, language) for code in codes[:MOST_NAMES]]
    rest = len(codes) - len(names)
    text = ("、" if language == "zh" else ", ").join(names)
    return text + (translate(" and {count} more", language, count=rest) if rest else "")


def _colon(language: Language) -> str:
    return "：" if language == "zh" else ": "
