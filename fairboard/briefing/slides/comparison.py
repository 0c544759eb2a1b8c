"""What has changed against the fair, or the time, before?"""

from dataclasses import dataclass
from typing import Any

from fairboard.analysis import comparability, comparison, formatting, metrics, runner
from fairboard.analysis.comparison import Comparison
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer
from fairboard.analysis.sides import Sides
from fairboard.briefing import rankings, writing
from fairboard.briefing.findings import Entry
from fairboard.briefing.model import Chart, Column, Fact, Series, Slide, Table, Text
from fairboard.briefing.setting import Setting, coded, fact
from fairboard.briefing.slides.headline import answer_of, label
from fairboard.briefing.slides.headline import metrics_of as headline_metrics
from fairboard.briefing.slides.university import METRICS as UNIVERSITY_METRICS
from fairboard.briefing.slides.university import presence

MOST_PAIRS = 10


@dataclass(frozen=True)
class Line:
    """One figure before and now, and why the two are not compared, where they are not."""

    before: Fact
    now: Fact
    refusal: str = ""
    remark: str = ""

    @property
    def is_told(self) -> bool:
        """True where a change may be stated."""
        return not self.refusal and not self.remark and self.before.is_known and self.now.is_known and self.before.value != 0


def make(setting: Setting) -> Slide:
    """The headline figures of both sides, with their change, and the openings by sector (of a university: the people by discipline) side by side."""
    title = setting.translate("Compared with the last one")
    compared = setting.compared()
    if compared is None:
        return Slide("comparison", title, (), empty_reason=comparison.nothing_before(setting.filters, setting.language))
    if reason := _refusal(setting, compared):
        return Slide("comparison", title, (), basis=compared.name, empty_reason=setting.translate("not compared: {reason}", reason=reason))
    answers = {side: _headline(setting, filters) for side, filters in (("before", compared.before), ("now", compared.now))}
    lines = _lines(setting, compared, answers)
    if not any(line.before.is_known and line.before.value for line in lines):
        return Slide("comparison", title, (), basis=compared.name, empty_reason=setting.translate("The earlier side has no figures to compare with."),
                     sql=setting.sql(*answers.values()))
    chart, asked = _chart(setting, title, compared)
    return Slide(
        "comparison", title, _finding(setting, compared, lines), basis=_basis(setting, compared, answers["now"]), chart=chart, table=_table(setting, compared, lines),
        caveat=_caveat(setting, lines), definitions=setting.definitions(*(line.now.metric for line in lines)), sql=setting.sql(*answers.values(), *asked),
    )


def _is_university(setting: Setting) -> bool:
    return setting.subject == "university" and bool(setting.filters.university_codes)


def _headline(setting: Setting, filters: Filters) -> Answer:
    return presence(setting, filters) if _is_university(setting) else answer_of(setting, filters)


def _sides(compared: Comparison) -> Sides:
    if compared.now.fair_ids:
        return Sides("fair", *(Filters(fair_ids=side.fair_ids) for side in (compared.before, compared.now)))
    return Sides("period", *(Filters(start_on=side.start_on, end_on=side.end_on) for side in (compared.before, compared.now)))


def _refusal(setting: Setting, compared: Comparison) -> str:
    return comparability.refusal(_sides(compared), setting.version, setting.record_kinds, setting.language)


def _lines(setting: Setting, compared: Comparison, answers: dict[str, Answer]) -> list[Line]:
    """A line for each figure; people are not set against visits, and what rests on too few is marked."""
    counts = {side: presence(setting, filters).rows()[0] for side, filters in (("a", compared.before), ("b", compared.now))}
    rows = {side: counts[side] | answers[name].rows()[0] | {"on_site_visits": counts[side]["on_site_visits"]} for side, name in (("a", "before"), ("b", "now"))}
    names = UNIVERSITY_METRICS if _is_university(setting) else headline_metrics(setting)
    found = []
    for name in names:
        before, now = (fact(f"comparison/{side}/{name}", name, answer, answer.rows()[0]) for side, answer in answers.items())
        refused = comparability.metric_refusal(name, _sides(compared), setting.filters, rows, setting.language)
        found.append(Line(before, now, _why(setting, rows) if refused else "", _small(setting, name, rows) or _partly(setting, name, rows)))
    return found


def _why(setting: Setting, rows: dict[str, dict[str, Any]]) -> str:
    """Why people are not compared, without the letters of the page that compares."""
    counted = [not formatting.is_missing(row["on_site_people"]) for row in rows.values()]
    if any(counted) and any(not formatting.is_missing(row["on_site_visits"]) for row, has in zip(rows.values(), counted, strict=True) if not has):
        return setting.translate("people were counted on one side, visits on the other")
    return setting.translate("people were counted on one side only" if any(counted) else "nobody counted on site")


def _small(setting: Setting, name: str, rows: dict[str, dict[str, Any]]) -> str:
    """That the figure of a side rests on too few."""
    base, least = comparability.BASES.get(metrics.metric(name).basis, ("", 0))
    few = any(not formatting.is_missing(row.get(base)) and row[base] < least for row in rows.values())
    return setting.translate(comparability.BASE_TEXTS[base], count=least) if few else ""


def _partly(setting: Setting, name: str, rows: dict[str, dict[str, Any]]) -> str:
    """That some fairs of a side counted visits, which are not in the people."""
    is_mixed = any(not formatting.is_missing(row["on_site_people"]) and not formatting.is_missing(row["on_site_visits"]) for row in rows.values())
    return setting.translate("fairs that counted visits are not in it") if name == "on_site_people" and is_mixed else ""


RISES = {"openings": "Openings rose by {change} ({comparison}), from {before} to {now}.",
         "on_site_people": "People on site rose by {change} ({comparison}), from {before} to {now}."}
FALLS = {"openings": "Openings fell by {change} ({comparison}), from {before} to {now}.",
         "on_site_people": "People on site fell by {change} ({comparison}), from {before} to {now}."}
NEARLY = {"openings": "Openings are almost unchanged ({comparison}): {before} before, {now} now.",
          "on_site_people": "People on site are almost unchanged ({comparison}): {before} before, {now} now."}
SAME = {"openings": "Openings are unchanged ({comparison}): {now}.", "on_site_people": "People on site are unchanged ({comparison}): {now}."}


def _finding(setting: Setting, compared: Comparison, lines: list[Line]) -> Text:
    told = [line for line in lines if line.now.metric in RISES and line.is_told]
    return writing.sentences([_change(setting, compared, line) for line in told], setting.language)


def _change(setting: Setting, compared: Comparison, line: Line) -> Text:
    """By how much a figure rose or fell; a change that is written as nothing is none."""
    change = formatting.change(line.now.value, line.before.value, setting.language).lstrip("+−")
    is_same, is_nearly = line.now.value == line.before.value, not change.endswith("%")
    texts = SAME if is_same else NEARLY if is_nearly else RISES if line.now.value > line.before.value else FALLS
    return setting.say(texts[line.now.metric], change=change, comparison=compared.short_name, now=setting.mention(line.now), before=setting.mention(line.before))


def _table(setting: Setting, compared: Comparison, lines: list[Line]) -> Table:
    headings = [setting.translate("Figure"), *compared.side_names, setting.translate("Change"), setting.translate("Remark")]
    rows = []
    for line in lines:
        change = "" if line.refusal else formatting.change(line.now.value, line.before.value, setting.language)
        remark = setting.translate("not compared: {reason}", reason=line.refusal) if line.refusal else line.remark
        rows.append((label(setting, line.now.metric), line.before, line.now, change, remark))
    metric = "openings"
    return Table((Column(headings[0]), Column(headings[1], metric), Column(headings[2], metric), Column(headings[3]), Column(headings[4])), tuple(rows))


def _chart(setting: Setting, title: str, compared: Comparison) -> tuple[Chart | None, tuple[Answer, ...]]:
    """Both sides by sector or discipline, the largest of now first; None where a side has none."""
    is_university = _is_university(setting)
    name, code, metric = ("universities/disciplines", "discipline_code", "on_site_people") if is_university else ("overview/by_sector", "sector_code", "openings")
    asked = tuple(runner.run(name, side, setting.version) for side in (compared.before, compared.now))
    sides = [{row[code]: row for row in answer.rows()} for answer in asked]
    kept = [key for key in sides[1] if key in sides[0] and key not in (None, "unclassified")][:MOST_PAIRS]
    if not kept:
        return None, asked
    series = tuple(
        Series(heading, tuple(fact(f"comparison/{side}/{coded(key)}/{metric}", metric, answer, rows[key]) for key in kept), meaning)
        for heading, side, answer, rows, meaning in zip(compared.side_names, ("before", "now"), asked, sides, ("rest", "supply" if is_university else "demand"), strict=True)
    )
    names = tuple(setting.label(sides[1][key]) for key in kept)
    alt = rankings.alt(setting, title, [Entry(coded(key), name, item) for key, name, item in zip(kept, names, series[1].facts, strict=True)])
    return Chart("pairs", metric, names, tuple(coded(key) for key in kept), series, alt=alt), asked


def _basis(setting: Setting, compared: Comparison, answer: Answer) -> str:
    ignored = setting.not_obeyed(answer.query)
    if not _is_university(setting) and "university_codes" in setting.filters.active():
        ignored.append("university_codes")
    parts = [setting.translate("Comparison {name}", name=compared.name),
             setting.translate("chart: the people by discipline on both sides" if _is_university(setting) else "chart: the largest sectors that are on both sides"),
             setting.translate("Does not obey: {filters}", filters=setting.filter_names(ignored)) if ignored else ""]
    return " · ".join(part for part in parts if part)


def _caveat(setting: Setting, lines: list[Line]) -> str:
    if any(line.now.metric in RISES and line.is_told for line in lines):
        return ""
    return setting.translate("No change is stated: the base is small, or the two sides were counted in different ways.")
