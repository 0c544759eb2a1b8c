"""How large is the selection?"""

from dataclasses import dataclass
from typing import Any

from fairboard.analysis import comparison, formatting, metrics, runner
from fairboard.analysis.comparability import BASES, ONE_SIDED
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer
from fairboard.briefing.model import Fact, Slide, Text, Tile
from fairboard.briefing.setting import LEAST_OPENINGS, THRESHOLD_YUAN, Setting, fact

METRICS = ("fairs", "employers", "openings", "openings_over_threshold", "on_site_people", "live_views", "openings_per_attendee")
ATTENDANCE = ("on_site_people", "live_views")
ATTENDANCE_IGNORES = ("sector_codes", "education_levels", "wage_at_least_yuan", "wage_at_most_yuan", "ownerships")


@dataclass(frozen=True)
class Before:
    """The two rows that a change is counted from, and the name of the comparison in two or three words."""

    now: dict[str, Any]
    before: dict[str, Any]
    short_name: str


def make(setting: Setting) -> Slide:
    """Seven figures with their change against the named comparison."""
    answer = answer_of(setting, setting.filters)
    row = answer.rows()[0]
    title = setting.translate("Headline figures")
    if not row["fairs"] and not row["postings"] and formatting.is_missing(row["on_site_people"]):
        return Slide("headline", title, (), empty_reason=setting.empty_reason(setting.ask("overview/by_fair")), sql=setting.sql(answer))
    facts = {name: fact(f"headline/{name}", name, answer, row) for name in metrics_of(setting)}
    compared = setting.compared()
    before = Before(row_of(setting, compared.now), row_of(setting, compared.before), compared.short_name) if compared else None
    is_small = row["openings"] < LEAST_OPENINGS
    return Slide(
        "headline", title, () if is_small else _finding(setting, facts),
        basis=_basis(setting, compared.name if compared else ""),
        tiles=tuple(_tile(setting, item, before) for item in facts.values()),
        caveat=_caveat(setting, row) if is_small else "",
        definitions=setting.definitions(*facts),
        sql=setting.sql(answer, *(answer_of(setting, side) for side in ((compared.now, compared.before) if compared else ()))),
    )


def _caveat(setting: Setting, row: dict[str, Any]) -> str:
    if not row["postings"]:
        return setting.translate("No posting of the selection is recorded.")
    return setting.translate("Small base: fewer than {count} openings, so no statement is made.", count=LEAST_OPENINGS)


def answer_of(setting: Setting, filters: Filters) -> Answer:
    """The headline of a selection, as the pages ask it."""
    return runner.run("overview/headline", filters, setting.version, wage_basis="floor", threshold_yuan=THRESHOLD_YUAN)


def row_of(setting: Setting, filters: Filters) -> dict[str, Any]:
    """Its only row."""
    return answer_of(setting, filters).rows()[0]


def label(setting: Setting, metric_id: str) -> str:
    """The name of a figure on its tile."""
    if metric_id == "openings_over_threshold":
        return setting.translate("Over {amount} yuan (floor)", amount=formatting.short(THRESHOLD_YUAN, setting.language))
    return setting.translate(metrics.metric(metric_id).label)


def change_text(setting: Setting, metric_id: str, before: Before | None) -> str:
    """The change with the name of what it is against; empty where there is none, or where a side rests on too few."""
    if before is None or _is_small(metric_id, before):
        return ""
    change = formatting.change(before.now.get(metric_id), before.before.get(metric_id), setting.language)
    return setting.translate("{change} {comparison}", change=change, comparison=before.short_name) if change else ""


def _is_small(metric_id: str, before: Before) -> bool:
    base, least = BASES.get(metrics.metric(metric_id).basis, ("", 0))
    values = [row.get(base) for row in (before.now, before.before)]
    return any(not formatting.is_missing(value) and value < least for value in values)


def metrics_of(setting: Setting) -> tuple[str, ...]:
    """The figures that have a meaning under the filters: no ratio where one of them narrows only openings or only people."""
    return METRICS[:-1] if ONE_SIDED & set(setting.filters.active()) else METRICS


def _tile(setting: Setting, item: Fact, before: Before | None) -> Tile:
    text = formatting.value_text(item.value, item.metric, setting.language)
    return Tile(item, label(setting, item.metric), text, setting.translate(metrics.metric(item.metric).unit), _remark(setting, item, before))


def _remark(setting: Setting, item: Fact, before: Before | None) -> str:
    if not item.is_known:
        return setting.translate("no broadcast counted" if item.metric == "live_views" else "nobody counted on site")
    if item.metric == "openings_over_threshold" and formatting.is_missing(item.origin.rows[0]["openings_over_threshold_share"]):
        return setting.translate("no wage stated")
    return change_text(setting, item.metric, before)


def _basis(setting: Setting, compared: str) -> str:
    active = setting.filters.active()
    ignored = [name for name in active if name in ATTENDANCE_IGNORES]
    parts = [
        setting.translate("Change: comparison {name}", name=compared) if compared else comparison.nothing_before(setting.filters, setting.language),
        setting.translate("People and views do not obey: {filters}", filters=setting.filter_names(ignored)) if ignored else "",
        setting.translate("Employers and openings do not obey: {filters}", filters=setting.filter_names(["university_codes"])) if "university_codes" in active else "",
        setting.translate("Openings by place of work, fairs and people by host") if "region_codes" in active else "",
    ]
    return " · ".join(part for part in parts if part)


def _finding(setting: Setting, facts: dict[str, Fact]) -> Text:
    told = {name: _counted(setting, facts[name]) for name in ("employers", "openings")}
    over, amount = facts["openings_over_threshold"], formatting.short(THRESHOLD_YUAN, setting.language)
    regions = len(setting.filters.region_codes)
    if regions:
        demand = setting.say("{employers} offered {openings} in the region" if regions == 1 else "{employers} offered {openings} in the chosen regions", **told)
    elif facts["fairs"].value == 1:
        demand = setting.say("{employers} offered {openings}", **told)
    else:
        demand = setting.say("At {fairs} fairs, {employers} offered {openings}", fairs=setting.mention(facts["fairs"]), **told)
    if over.value and (regions or facts["fairs"].value == 1):
        demand = setting.say("{sentence}, {over} of them over {amount} yuan a month", sentence=demand, over=setting.mention(over), amount=amount)
    return _with_people(setting, demand, facts, "{sentence}; {people} came to fairs hosted there." if regions else "{sentence}; {people} came on site.")


def _counted(setting: Setting, item: Fact) -> Text:
    """A number with its noun."""
    count = setting.mention(item)
    if item.metric == "employers":
        return setting.say("{count} employer" if item.value == 1 else "{count} employers", count=count)
    if item.metric == "openings":
        return setting.say("{count} opening" if item.value == 1 else "{count} openings", count=count)
    return setting.say("{count} person" if item.value == 1 else "{count} people", count=count)


def _with_people(setting: Setting, demand: Text, facts: dict[str, Fact], text: str) -> Text:
    people = facts["on_site_people"]
    return setting.say(text, sentence=demand, people=_counted(setting, people)) if people.is_known else setting.say("{sentence}.", sentence=demand)
