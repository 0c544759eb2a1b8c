"""How did the season go, fair by fair?"""

from dataclasses import replace

from fairboard.analysis.runner import Answer
from fairboard.briefing import rankings
from fairboard.briefing.findings import Entry
from fairboard.briefing.model import Chart, Slide
from fairboard.briefing.rankings import Plan, Words
from fairboard.briefing.setting import Setting

OPENINGS = Words("The fair with most openings, {count}, is {name}", "{names} are level with most openings, {count} each", "{sentence}", has_followers=False)
PEOPLE = Words("Most people, {count}, came to {name}", "{names} are level with most people, {count} each", "{sentence}", has_followers=False)


def openings(setting: Setting) -> Slide:
    """Openings at each fair on its first day, whatever fair is chosen."""
    answer = setting.ask("overview/by_fair", "fair_ids")
    plan = Plan("course", setting.translate("The season, fair by fair"), setting.translate("Fair"), "openings", OPENINGS, ignored=("fair_ids", "university_codes"))
    return _course(setting, plan, answer)


def people(setting: Setting) -> Slide:
    """People on site at each fair that counted any: for a university, the fairs that it attended."""
    answer = setting.ask("briefing/attended_fairs")
    plan = Plan("attended", setting.translate("Fairs attended"), setting.translate("Fair"), "on_site_people", PEOPLE, meaning="supply")
    return _course(setting, plan, answer)


def _course(setting: Setting, plan: Plan, answer: Answer) -> Slide:
    found = rankings.entries(setting, answer, plan.kind, plan.metric, "fair_id")
    largest_first = sorted(found, key=lambda entry: -entry.value)
    made = rankings.slide(setting, plan, answer, largest_first)
    if made.chart is None:
        return made
    leaders = [largest_first[place].code for place in rankings.ranking(largest_first, plan.metric).places]
    remark = "" if len(found) <= rankings.MOST_TABLE_ROWS else setting.translate("the table holds the {shown} largest of {count}", shown=rankings.MOST_TABLE_ROWS, count=len(found))
    basis = setting.basis(plan.metric, setting.not_obeyed(answer.query, *plan.ignored), remark)
    return replace(made, basis=basis, chart=_stems(setting, plan, answer, found, leaders))


def _stems(setting: Setting, plan: Plan, answer: Answer, found: list[Entry], leaders: list[str]) -> Chart:
    drawn = rankings.chart(setting, "stems", plan.title, plan.metric, found, leaders, meaning=plan.meaning)
    return replace(drawn, days=tuple(row["starts_on"].date() for row in answer.rows()))
