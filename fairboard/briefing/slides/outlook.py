"""What comes next, as far as the records know it?"""

from datetime import date

from fairboard.analysis import formatting
from fairboard.analysis.runner import Answer
from fairboard.briefing.model import Column, Slide, Table, Text
from fairboard.briefing.setting import LEAST_PEOPLE, Row, Setting, count_fact, fact
from fairboard.briefing.slides.agreements import as_of, headline_of
from fairboard.briefing.writing import Part, joined, listed

MOST_FAIRS = 8
MOST_NAMED = 3
LOOKED_BEYOND = ("fair_ids", "start_on", "end_on")
"""Filters that coming fairs cannot obey, for they lie after what is chosen: nothing that has to be said."""


def make(setting: Setting) -> Slide:
    """The fairs after the last selected one, agreements that end, pairs without an agreement, policies of the time; nothing that no record says."""
    title, day = setting.translate("What comes next"), as_of(setting)
    if day is None:
        return Slide("outlook", title, (), empty_reason=setting.translate("The records say nothing of what comes next."))
    fairs = setting.ask("briefing/coming_fairs", after_on=day)
    points, answers = [], [fairs]
    for make_point in (_expiring, _white_spot, _policies):
        point, asked = make_point(setting, day)
        points += [point] if point else []
        answers += asked
    coming = fairs.rows()
    return Slide(
        "outlook", title, _fairs(setting, fairs, day) if coming else _none(setting, day), points=tuple(points),
        basis=_basis(setting, fairs, day), table=_table(setting, coming) if coming else None, sql=setting.sql(*answers),
        definitions=setting.definitions(*(["fairs"] if coming else []), *(["agreements_in_force", "agreements_expiring"] if points else [])),
    )


def _none(setting: Setting, day: date) -> Text:
    return setting.say("The records hold no fair after {day}.", day=formatting.day(day, setting.language))


def _fairs(setting: Setting, answer: Answer, day: date) -> Text:
    """How many fairs come after the day, and which is next."""
    first = answer.rows()[0]
    count = count_fact("outlook/fairs", "fairs", answer, "fair_id")
    parts: dict[str, Part] = {"name": setting.label(first), "start": formatting.day(first["starts_on"], setting.language), "day": formatting.day(day, setting.language)}
    if count.value == 1:
        return setting.say("After {day}, the records hold {count} more fair: {name}, {start}.", count=setting.mention(count), **parts)
    return setting.say("After {day}, the records hold {count} more fairs; the next is {name}, {start}.", count=setting.mention(count), **parts)


def _expiring(setting: Setting, day: date) -> tuple[Text, list[Answer]]:
    """Agreements that end within 180 days, the first of them by name."""
    headline, pairs = headline_of(setting, day), setting.ask("briefing/expiring_agreements", as_of_on=day)
    row = headline.rows()[0]
    if not row["agreements_expiring"]:
        return (), [headline, pairs]
    expiring, in_force = (setting.mention(fact(f"outlook/{name}", name, headline, row)) for name in ("agreements_expiring", "agreements_in_force"))
    named = pairs.rows()[:MOST_NAMED]
    text = "{expiring} of {in_force} agreements in force expire within 180 days: {pairs}." if len(named) == row["agreements_expiring"] \
        else "{expiring} of {in_force} agreements in force expire within 180 days, first {pairs}."
    return setting.say(text, expiring=expiring, in_force=in_force, pairs=listed([_pair_until(setting, pair) for pair in named], setting.language)), [headline, pairs]


def _pair_until(setting: Setting, row: Row) -> str:
    return setting.translate("{region} – {university} ({day})", region=setting.label(row, "region_label"), university=setting.label(row, "university_label"),
                             day=formatting.day(row["in_force_until"], setting.language))


def _white_spot(setting: Setting, day: date) -> tuple[Text, list[Answer]]:
    """The pair without an agreement in force that sent most people, or the pairs that are level; none below 30 people."""
    answer = setting.ask("agreements/white_spots", as_of_on=day)
    rows = answer.rows()
    if not rows or rows[0]["on_site_people"] < LEAST_PEOPLE:
        return (), [answer]
    level = [row for row in rows if row["on_site_people"] == rows[0]["on_site_people"]]
    if len(level) > 1:
        return (), [answer]
    row = rows[0]
    people = fact(f"outlook/white_spot/{row['region_code']}/{row['university_code']}", "on_site_people", answer, row)
    return setting.say("Largest gap in agreements: {people} people from {university} came to fairs hosted by {region} without an agreement in force.",
                       people=setting.mention(people), university=setting.label(row, "university_label"), region=setting.label(row, "region_label")), [answer]


def _policies(setting: Setting, day: date) -> tuple[Text, list[Answer]]:
    """The policies issued in the time that the selection covers, the newest first."""
    answer, span = setting.ask("policies/list"), setting.ask("overview/span").rows()[0]
    first = setting.filters.start_on or (None if formatting.is_missing(span["first_on"]) else span["first_on"].date())
    last = setting.filters.end_on or day
    issued = [row for row in answer.rows() if first and first <= row["issued_on"].date() <= last]
    if not issued:
        return (), [answer]
    named = [setting.translate("{policy} ({day})", policy=setting.label(row), day=formatting.day(row["issued_on"], setting.language)) for row in issued[::-1][:MOST_NAMED]]
    text = "Policies issued in this time: {policies}." if len(named) == len(issued) else "Latest policies issued in this time: {policies}."
    return setting.say(text, policies=joined(list(listed(named, setting.language)))), [answer]


def _table(setting: Setting, rows: list[Row]) -> Table:
    headings = tuple(Column(setting.translate(name)) for name in ("First day", "Fair", "Kind of fair", "Host"))
    return Table(headings, tuple((formatting.day(row["starts_on"], setting.language), setting.label(row), setting.label(row, "kind_label"), setting.label(row, "host_label"))
                                 for row in rows[:MOST_FAIRS]))


def _basis(setting: Setting, fairs: Answer, day: date) -> str:
    ignored, count = [name for name in setting.not_obeyed(fairs.query) if name not in LOOKED_BEYOND], len(fairs.rows())
    parts = [setting.translate("From the records only, seen from {day}", day=formatting.day(day, setting.language)),
             setting.translate("the table holds the next {shown} of {count} fairs", shown=MOST_FAIRS, count=formatting.exact(count)) if count > MOST_FAIRS else "",
             setting.translate("The coming fairs are not narrowed by: {filters}", filters=setting.filter_names(ignored)) if ignored else ""]
    return " · ".join(part for part in parts if part)
