"""The first slide: what the briefing is about, of which records, in which version."""

from fairboard.analysis import formatting, options, sentence
from fairboard.briefing.model import Slide, Text
from fairboard.briefing.setting import Setting


def make(setting: Setting) -> Slide:
    """The subject as title; selection, kinds of record and version as lines."""
    return Slide("title", subject_title(setting), (), points=tuple(lines(setting)))


def subject_title(setting: Setting) -> str:
    """The name of the fair, region or university, or the time that the selected fairs cover."""
    filters = setting.filters
    if setting.subject == "fair" and len(filters.fair_ids) == 1:
        return setting.name("fair_ids", filters.fair_ids[0])
    if setting.subject == "region" and len(filters.region_codes) == 1:
        return setting.translate("Recruitment fairs and demand: {region}", region=setting.name("region_codes", filters.region_codes[0]))
    if setting.subject == "university" and len(filters.university_codes) == 1:
        return setting.translate("At the recruitment fairs: {university}", university=setting.name("university_codes", filters.university_codes[0]))
    return setting.translate("Recruitment fairs")


def lines(setting: Setting) -> list[Text]:
    """Selection in words, the days of the fairs, kinds of record, version."""
    span = days(setting)
    return [(line,) for line in (
        sentence.filter_sentence(setting.filters, setting.version, setting.language),
        setting.translate("Fairs from {first} to {last}", first=span[0], last=span[1]) if span else setting.translate("No fair is in the selection"),
        setting.translate("Records: {kinds}", kinds=kinds_text(setting)),
        setting.translate("Version {version}", version=setting.version.stem),
    )]


def days(setting: Setting) -> tuple[str, str] | None:
    """The first days of the first and of the last selected fair; None where there is none."""
    row = setting.ask("overview/span").rows()[0]
    if formatting.is_missing(row["first_on"]):
        return None
    return formatting.day(row["first_on"], setting.language), formatting.day(row["last_on"], setting.language)


def kinds_text(setting: Setting) -> str:
    """The kinds of record in words."""
    return "+".join(options.name_of(setting.version, "record_kinds", kind, setting.language) for kind in setting.record_kinds)


