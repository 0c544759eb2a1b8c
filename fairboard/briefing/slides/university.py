"""How many people came from one university, to how many fairs, and what agreements does it have?"""

from typing import Any

from fairboard.analysis import comparison, formatting, metrics, runner
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer
from fairboard.briefing import rankings
from fairboard.briefing.model import Fact, Slide, Text, Tile
from fairboard.briefing.setting import LEAST_PEOPLE, Setting, fact
from fairboard.briefing.slides.agreements import as_of, headline_of
from fairboard.briefing.slides.headline import Before, change_text

METRICS = ("on_site_people", "fairs_attended", "host_regions")
AGREEMENTS = ("agreements_in_force", "agreements_expiring")


def make(setting: Setting) -> Slide:
    """People, fairs and host regions with their change against the named comparison; agreements on the last day of the records."""
    answer = presence(setting, setting.filters)
    row = answer.rows()[0]
    title = setting.translate("The university in figures")
    day = as_of(setting)
    signed = headline_of(setting, day) if day else None
    if formatting.is_missing(row["on_site_people"]) and not (signed and signed.rows()[0]["agreements_in_force"]):
        reason = setting.empty_reason(setting.ask("briefing/attended_fairs"))
        if row["on_site_visits"]:
            reason = setting.translate("The selected fairs counted visits on site, not people.")
        return Slide("presence", title, (), empty_reason=reason, sql=setting.sql(answer))
    facts = [fact(f"presence/{name}", name, answer, row) for name in METRICS]
    facts += [fact(f"presence/{name}", name, signed, signed.rows()[0]) for name in AGREEMENTS] if signed else []
    compared = setting.compared()
    before = Before(_row(setting, compared.now), _row(setting, compared.before), compared.short_name) if compared else None
    is_small = (row["on_site_people"] or 0) < LEAST_PEOPLE
    return Slide(
        "presence", title, () if is_small else _finding(setting, facts), basis=_basis(setting, answer, compared.name if compared else "", day),
        tiles=tuple(_tile(setting, item, before) for item in facts), caveat=rankings.small_base(setting, "on_site_people") if is_small else "",
        definitions=setting.definitions(*(item.metric for item in facts)), sql=setting.sql(answer, *([signed] if signed else [])),
    )


def presence(setting: Setting, filters: Filters) -> Answer:
    """People, fairs attended and host regions of a selection."""
    return runner.run("briefing/presence", filters, setting.version)


def _row(setting: Setting, filters: Filters) -> dict[str, Any]:
    return presence(setting, filters).rows()[0]


def _tile(setting: Setting, item: Fact, before: Before | None) -> Tile:
    metric = metrics.metric(item.metric)
    change = change_text(setting, item.metric, before) if item.metric in METRICS else ""
    return Tile(item, setting.translate(metric.label), formatting.value_text(item.value, item.metric, setting.language), setting.translate(metric.unit), change)


def _basis(setting: Setting, answer: Answer, compared: str, day: Any) -> str:
    ignored = setting.not_obeyed(answer.query)
    parts = [
        setting.translate("Change: comparison {name}", name=compared) if compared else comparison.nothing_before(setting.filters, setting.language),
        setting.translate("agreements as of {day}", day=formatting.day(day, setting.language)) if day else "",
        setting.translate("Does not obey: {filters}", filters=setting.filter_names(ignored)) if ignored else "",
    ]
    return " · ".join(part for part in parts if part)


def _finding(setting: Setting, facts: list[Fact]) -> Text:
    told = {item.metric: setting.mention(item) for item in facts}
    attended, hosts = facts[1].value, facts[2].value
    fairs = setting.say("{count} recruitment fair" if attended == 1 else "{count} recruitment fairs", count=told["fairs_attended"])
    where = setting.say("{fairs} in {count} of the 15 units", fairs=fairs, count=told["host_regions"]) if hosts else fairs
    if len(setting.filters.university_codes) == 1:
        return setting.say("{people} people from the university came to {fairs}.", people=told["on_site_people"], fairs=where)
    return setting.say("{people} people came to {fairs}.", people=told["on_site_people"], fairs=where)
