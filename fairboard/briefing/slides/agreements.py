"""Which school-site agreements are in force, and what do they cover?"""

from dataclasses import replace
from datetime import date

from fairboard.analysis import formatting, metrics
from fairboard.analysis.runner import Answer
from fairboard.briefing import rankings, writing
from fairboard.briefing.model import Column, Fact, Slide, Table, Text, Tile
from fairboard.briefing.setting import LEAST_PEOPLE, Setting, fact

METRICS = ("agreements_in_force", "agreements_expiring", "agreements_lapsed", "regions_under_agreement", "universities_under_agreement", "attendance_under_agreement_share")
ATTENDANCE_SHARE = "attendance_under_agreement_share"


def as_of(setting: Setting) -> date | None:
    """The day of which the state is told: the last day of the selected fairs, as on the page of the agreements; None where the records have no day."""
    last = setting.ask("agreements/day").rows()[0]["last_on"]
    return None if formatting.is_missing(last) else last.date()


def headline_of(setting: Setting, day: date) -> Answer:
    """The figures of the agreements on a day."""
    return setting.ask("agreements/headline", as_of_on=day)


def make(setting: Setting) -> Slide:
    """The agreements in force by region, or those of one university pair by pair."""
    title, day = setting.translate("School-site agreements"), as_of(setting)
    if day is None:
        return Slide("agreements", title, (), empty_reason=setting.translate("There are no such records in this version."))
    headline = headline_of(setting, day)
    row = headline.rows()[0]
    if not row["agreements_in_force"] and not row["agreements_lapsed"]:
        return Slide("agreements", title, (), empty_reason=setting.translate("No agreement of the selection was signed until {day}.", day=formatting.day(day, setting.language)),
                     sql=setting.sql(headline))
    is_one = setting.subject == "university" and bool(setting.filters.university_codes)
    facts = {name: fact(f"agreements/{name}", name, headline, row) for name in METRICS if not (is_one and name in (ATTENDANCE_SHARE, "universities_under_agreement"))}
    slide = Slide(
        "agreements", title, _finding(setting, facts, is_small=(row["on_site_people"] or 0) < LEAST_PEOPLE),
        basis=_basis(setting, headline, day, is_one=is_one), tiles=tuple(_tile(setting, item) for item in facts.values()),
        caveat=rankings.small_base(setting, "on_site_people") if not is_one and (row["on_site_people"] or 0) < LEAST_PEOPLE else "",
        definitions=setting.definitions(*facts), sql=setting.sql(headline),
    )
    return _with_pairs(setting, slide, day) if is_one else _with_regions(setting, slide, day)


def _with_regions(setting: Setting, slide: Slide, day: date) -> Slide:
    """The 15 units by their agreements in force, whatever region is chosen."""
    answer = setting.ask("agreements/coverage", "region_codes", as_of_on=day)
    found = rankings.entries(setting, answer, "agreements", "agreements_in_force", "region_code")
    shares = [fact(f"agreements/{row['region_code']}/{ATTENDANCE_SHARE}", ATTENDANCE_SHARE, answer, row) for row in answer.rows()]
    chosen = setting.filters.region_codes if len(setting.filters.region_codes) == 1 else ()
    rows = sorted(zip(found, shares, strict=True), key=lambda pair: -pair[0].value)
    table = Table((Column(setting.translate("Region")), rankings.column(setting, "agreements_in_force"), rankings.column(setting, ATTENDANCE_SHARE)),
                  tuple((entry.name, entry.fact, share) for entry, share in rows))
    chart = rankings.chart(setting, "tile_grid", slide.title, "agreements_in_force", found, chosen, meaning="supply", places=_places(setting))
    return replace(slide, chart=chart, table=table, sql=slide.sql + setting.sql(answer))


def _with_pairs(setting: Setting, slide: Slide, day: date) -> Slide:
    """The regions that signed with the university: since when, until when, in what state."""
    answer = setting.ask("agreements/matrix", "region_codes", as_of_on=day, most_universities=0, is_inside=None)
    signed = [row for row in answer.rows() if row["status_code"] != "none"]
    headings = (Column(setting.translate(name)) for name in ("Region", "University", "Signed on", "In force until", "State"))
    rows = tuple((setting.label(row, "region_label"), setting.label(row, "university_label"), formatting.day(row["signed_on"], setting.language),
                  formatting.day(row["in_force_until"], setting.language), setting.label(row, "status_label")) for row in signed[: rankings.MOST_TABLE_ROWS])
    return replace(slide, table=Table(tuple(headings), rows), sql=slide.sql + setting.sql(answer))


def _places(setting: Setting) -> tuple[tuple[int, int], ...]:
    """Where the 15 units stand on the tile grid, in official order."""
    return tuple((row["tile_row"], row["tile_column"]) for row in setting.ask("briefing/hosts", "region_codes").rows())


def _tile(setting: Setting, item: Fact) -> Tile:
    metric = metrics.metric(item.metric)
    remark = setting.translate("of the 15 units") if item.metric == "regions_under_agreement" else ""
    return Tile(item, setting.translate(metric.label), formatting.value_text(item.value, item.metric, setting.language), setting.translate(metric.unit), remark)


def _basis(setting: Setting, headline: Answer, day: date, *, is_one: bool) -> str:
    """The agreements obey region, university and kind of record; the share of the attendance the fairs and the host, and never the university.

    The map shows all regions and all their agreements, so that a chosen one is seen among the others.
    """
    active = setting.filters.active()
    of_agreements = [name for name in active if name not in ("region_codes", "university_codes", "record_kinds")]
    of_chart = [name for name in active if name != "record_kinds"]
    of_share = setting.not_obeyed(headline.query, "university_codes")
    parts = [
        setting.translate("Status as of {day}", day=formatting.day(day, setting.language)),
        setting.translate("Agreements do not obey: {filters}", filters=setting.filter_names(of_agreements)) if of_agreements else "",
        setting.translate("The share of the attendance does not obey: {filters}", filters=setting.filter_names(of_share)) if of_share and not is_one else "",
        setting.translate("The chart does not obey: {filters}", filters=setting.filter_names(of_chart)) if of_chart and not is_one else "",
    ]
    return " · ".join(part for part in parts if part)


def _finding(setting: Setting, facts: dict[str, Fact], *, is_small: bool) -> Text:
    told = {name: setting.mention(item) for name, item in facts.items()}
    in_force = facts["agreements_in_force"].value
    if not in_force:
        return setting.say("No agreement is in force; lapsed agreements: {count}.", count=told["agreements_lapsed"])
    count = setting.say("{count} agreement is in force" if in_force == 1 else "{count} agreements are in force", count=told["agreements_in_force"])
    if facts["regions_under_agreement"].value and "universities_under_agreement" not in facts:
        count = setting.say("{sentence}, with {regions} of the 15 units", sentence=count, regions=told["regions_under_agreement"])
    elif in_force > 1 and "universities_under_agreement" in facts:
        one = facts["universities_under_agreement"].value == 1
        count = setting.say("{sentence}, with {universities} university" if one else "{sentence}, with {universities} universities",
                            sentence=count, universities=told["universities_under_agreement"])
    if facts["agreements_expiring"].value:
        one = facts["agreements_expiring"].value == 1
        template = "{sentence}; {expiring} of the agreements expires within 180 days" if one else "{sentence}; {expiring} of the agreements expire within 180 days"
        count = setting.say(template, sentence=count, expiring=told["agreements_expiring"])
    first = setting.say("{sentence}.", sentence=count)
    if is_small or ATTENDANCE_SHARE not in facts or not facts[ATTENDANCE_SHARE].is_known:
        return first
    second = setting.say("Universities under agreement with the host sent {share} of the people on site.", share=told[ATTENDANCE_SHARE])
    return writing.sentences([first, second], setting.language)
