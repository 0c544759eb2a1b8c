"""The first slide: what the briefing is about, of which records, in which version."""

import re

from fairboard.analysis import formatting, options, sentence
from fairboard.analysis.sides import all_fairs
from fairboard.briefing.model import KINDS_JOINED_BY, Slide, Text
from fairboard.briefing.setting import Setting
from fairboard.briefing.slides.agreements import as_of

DAY_BEFORE = re.compile(r"^\d{4}-\d\d-\d\d\s+")
"""The day with which the name of a fair begins in lists; the cover tells it on a line of its own."""


def make(setting: Setting) -> Slide:
    """The subject as title; selection, kinds of record and version as lines."""
    return Slide("title", subject_title(setting), (), points=tuple(lines(setting)), caveat=_synthetic(setting))


def _synthetic(setting: Setting) -> str:
    """That some of the records are made up; where all are, the mark on every slide says it."""
    is_part = "synthetic" in setting.record_kinds and len(setting.record_kinds) > 1
    return setting.translate("Part of the records is a synthetic sample.") if is_part else ""


def subject_title(setting: Setting) -> str:
    """The name of the fair, region or university, or the time that the selected fairs cover."""
    filters = setting.filters
    if setting.subject == "fair" and len(filters.fair_ids) == 1:
        return DAY_BEFORE.sub("", fair_name(setting, filters.fair_ids[0]))
    if setting.subject == "region" and len(filters.region_codes) == 1:
        return setting.translate("Recruitment fairs and demand: {region}", region=setting.name("region_codes", filters.region_codes[0]))
    if setting.subject == "university" and len(filters.university_codes) == 1:
        return setting.translate("At the recruitment fairs: {university}", university=setting.name("university_codes", filters.university_codes[0]))
    span = setting.ask("overview/span").rows()[0]
    if formatting.is_missing(span["first_on"]):
        return setting.translate("Recruitment fairs")
    first, last = span["first_on"].year, span["last_on"].year
    return setting.translate("Recruitment fairs {year}", year=first) if first == last else setting.translate("Recruitment fairs {first}–{last}", first=first, last=last)


def lines(setting: Setting) -> list[Text]:
    """Selection in words, unless it is the one fair that the title names; the days of the fairs, kinds of record, version."""
    span = days(setting)
    is_told = setting.subject == "fair" and len(setting.filters.fair_ids) == 1 and set(setting.filters.active()) <= {"fair_ids", "record_kinds"}
    return [(line,) for line in (
        *([] if is_told else [sentence.filter_sentence(setting.filters, setting.version, setting.language)]),
        _days_text(setting, span),
        setting.translate("Records: {kinds}", kinds=kinds_text(setting)),
        setting.translate("Version {version}", version=setting.version.stem),
    )]


def fair_name(setting: Setting, fair_id: int) -> str:
    """The name of a fair; its number where the version does not know it."""
    row = next((row for row in all_fairs(setting.version) if row["fair_id"] == fair_id), None)
    return setting.label(row) if row else str(fair_id)


def _days_text(setting: Setting, span: tuple[str, str] | None) -> str:
    if span is None:
        return setting.translate("No fair is in the selection")
    if span[0] == span[1]:
        return setting.translate("Fair of {day}", day=span[0])
    text = "Fair from {first} to {last}" if len(setting.filters.fair_ids) == 1 else "Fairs from {first} to {last}"
    return setting.translate(text, first=span[0], last=span[1])


def days(setting: Setting) -> tuple[str, str] | None:
    """The first and the last day of the selected fairs, of which some go on for days; None where there is none."""
    row, last = setting.ask("overview/span").rows()[0], as_of(setting)
    if formatting.is_missing(row["first_on"]) or last is None:
        return None
    return formatting.day(row["first_on"], setting.language), formatting.day(last, setting.language)


def kinds_text(setting: Setting) -> str:
    """The kinds of record in words."""
    return KINDS_JOINED_BY.join(options.name_of(setting.version, "record_kinds", kind, setting.language) for kind in setting.record_kinds)


