"""Slides that rank something: entries out of an answer, the sentence on who is first, the bars, the table and the remarks on the base."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from fairboard.analysis import metrics
from fairboard.analysis.runner import Answer
from fairboard.briefing import writing
from fairboard.briefing.findings import Entry, Ranking, ranked, total
from fairboard.briefing.model import Chart, Column, Series, Slide, Table, Text
from fairboard.briefing.setting import LEAST_EMPLOYERS, LEAST_OPENINGS, LEAST_PEOPLE, LEAST_ROWS, Row, Setting, coded, fact

MOST_BARS = 12
MOST_TABLE_ROWS = 20
MOST_ALT = 5
LEAST = {"openings": LEAST_OPENINGS, "on_site_people": LEAST_PEOPLE, "employers": LEAST_EMPLOYERS, "live_views": LEAST_PEOPLE}
SMALL_BASE = {
    "openings": "Small base: fewer than {count} openings, so no statement is made.",
    "on_site_people": "Small base: fewer than {count} people, so no statement is made.",
    "employers": "Small base: fewer than {count} employers, so no statement is made.",
    "live_views": "Small base: fewer than {count} views, so no statement is made.",
}


@dataclass(frozen=True)
class Words:
    """How the sentence on a ranking is said. ``first`` has {name}, {count} and {share}, ``level`` has {names} and {count}; ``among`` goes before
    them where what has no name could change who is first. ``is_common`` is True where the names are common nouns, ``is_quoted`` where they are
    terms that need quotation marks; ``has_followers`` where it is said who follows. ``in_english`` says a code in an English sentence.
    """

    first: str
    level: str
    among: str
    is_common: bool = False
    is_quoted: bool = False
    has_followers: bool = True
    in_english: Mapping[str, str] = field(default_factory=dict)

    def name(self, setting: Setting, entry: Entry, *, is_inside: bool) -> str:
        """The name of an entry as it stands in the sentence."""
        if setting.language == "en" and entry.code in self.in_english:
            return self.in_english[entry.code]
        if self.is_quoted:
            return f"“{entry.name}”"
        return inside(setting, entry) if is_inside and self.is_common else entry.name


def entries(setting: Setting, answer: Answer, prefix: str, metric_id: str, code: str, *, share: str = "", column: str = "",
            unnamed: tuple[str | None, ...] = (None, "unclassified", "unknown"), label: Callable[[Row], str] | None = None) -> list[Entry]:
    """The rows of ``answer`` as entries, in their order; ``code`` is the column that tells them apart, ``unnamed`` the codes that are no name."""
    found = []
    for row in answer.rows():
        fact_id = f"{prefix}/{coded(row[code])}"
        shared = fact(f"{fact_id}/{share}", share, answer, row) if share else None
        name = label(row) if label else setting.label(row)
        found.append(Entry(coded(row[code]), name, fact(f"{fact_id}/{column or metric_id}", metric_id, answer, row, column), shared, row[code] not in unnamed))
    return found


def finding(setting: Setting, found: Ranking, words: Words) -> Text:
    """The sentence on a ranking; empty where nobody is first."""
    if not found.has_leader:
        return ()
    language = setting.language
    names = [words.name(setting, entry, is_inside=number > 0 or not found.is_sure) for number, entry in enumerate(found.leaders)]
    first = found.leaders[0]
    count = setting.mention(first.fact)
    if len(found.leaders) > 1:
        body = writing.say(words.level, language, names=writing.listed(names, language), count=count)
    else:
        body = writing.say(words.first, language, name=names[0], count=count, share=setting.mention(first.share) if first.share else "")
    if not found.is_sure:
        body = writing.say(words.among, language, sentence=body)
    return _with_followers(setting, body, [words.name(setting, entry, is_inside=True) for entry in found.followers] if words.has_followers else [])


def _with_followers(setting: Setting, body: Text, names: Sequence[str]) -> Text:
    """``body`` as a sentence, with those that follow the first."""
    if not names:
        return setting.say("{sentence}.", sentence=body)
    if len(names) == 1:
        return setting.say("{sentence}; {name} follows.", sentence=body, name=names[0])
    return setting.say("{sentence}; {first} and {second} follow.", sentence=body, first=names[0], second=names[1])


def inside(setting: Setting, entry: Entry) -> str:
    """The name of an entry inside a sentence, where it is a common noun."""
    return writing.within(entry.name, setting.language)


def ranking(found: Sequence[Entry], metric_id: str) -> Ranking:
    """The ranking by the least base of the metric."""
    return ranked(found, least=LEAST[metric_id], least_rows=LEAST_ROWS)


def base_caveat(setting: Setting, found: Sequence[Entry], metric_id: str) -> str:
    """Why nothing is said: too few openings or people, or too few names; empty where the base is large enough."""
    if total(found) < LEAST[metric_id]:
        return small_base(setting, metric_id)
    if sum(entry.is_named and entry.value > 0 for entry in found) < LEAST_ROWS:
        return setting.translate("Small base: fewer than {count} rows to compare, so no statement is made.", count=LEAST_ROWS)
    return ""


def small_base(setting: Setting, metric_id: str) -> str:
    """That a base is too small for a statement."""
    return setting.translate(SMALL_BASE[metric_id], count=LEAST[metric_id])


def bars(setting: Setting, title: str, metric_id: str, found: Sequence[Entry], emphasised: Sequence[str] = (), *, meaning: str = "demand") -> Chart:
    """The largest as bars, what has no name after them. ``emphasised`` are the codes that the finding names."""
    named = sorted((entry for entry in found if entry.is_named), key=lambda entry: -entry.value)[:MOST_BARS]
    kept = [*named, *(entry for entry in found if not entry.is_named)]
    return chart(setting, "bars", title, metric_id, kept, emphasised, meaning=meaning)


def chart(setting: Setting, kind: str, title: str, metric_id: str, kept: Sequence[Entry], emphasised: Sequence[str] = (), *, meaning: str = "demand",
          places: tuple[tuple[int, int], ...] = ()) -> Chart:
    """A chart of one series with ``kept`` in their order."""
    series = Series(setting.translate(metrics.metric(metric_id).label), tuple(entry.fact for entry in kept), meaning)
    return Chart(kind, metric_id, tuple(entry.name for entry in kept), tuple(entry.code for entry in kept), (series,), places=places,
                 emphasised=tuple(place for place, entry in enumerate(kept) if entry.code in emphasised), alt=alt(setting, title, kept))


def alt(setting: Setting, title: str, kept: Sequence[Entry]) -> str:
    """What a chart shows in words: its title and the largest numbers."""
    largest = sorted((entry for entry in kept if entry.fact.is_known), key=lambda entry: -entry.value)[:MOST_ALT]
    stop = "；" if setting.language == "zh" else "; "
    pairs = stop.join(f"{entry.name} {entry.fact.text(setting.language)}" for entry in largest)
    return setting.translate("{title}: {values}", title=title, values=pairs) if pairs else title


def table(setting: Setting, heading: str, found: Sequence[Entry], *metric_ids: str) -> Table:
    """The entries as rows, the first twenty: name, number, and the share where ``metric_ids``, the columns, name one."""
    rows = []
    for entry in found[:MOST_TABLE_ROWS]:
        shared = (entry.share,) if entry.share else ()
        rows.append((entry.name, entry.fact, *(shared or (("",) if len(metric_ids) > 1 else ()))))
    return Table((Column(heading), *(column(setting, metric_id) for metric_id in metric_ids)), tuple(rows))


def column(setting: Setting, metric_id: str) -> Column:
    """The heading of a metric, with its unit where the heading does not say it."""
    item = metrics.metric(metric_id)
    label = setting.translate(item.label)
    says_it = item.unit == "%" or item.unit.lower() in item.label.lower()
    return Column(label if says_it else setting.translate("{label} ({unit})", label=label, unit=setting.translate(item.unit)), metric_id)


def cut_remark(setting: Setting, found: Sequence[Entry]) -> str:
    """That a chart or table does not hold all; empty where both do."""
    named = sum(entry.is_named for entry in found)
    if named <= MOST_BARS:
        return ""
    if len(found) <= MOST_TABLE_ROWS:
        return setting.translate("the chart shows the {shown} largest of {count}, the table all", shown=MOST_BARS, count=named)
    return setting.translate("the chart shows the {shown} largest of {count}, the table {listed}", shown=MOST_BARS, count=named, listed=MOST_TABLE_ROWS)


@dataclass(frozen=True)
class Plan:
    """A slide that ranks the rows of one answer: what it is called, by which number, in which words, and how it is drawn.

    ``without`` are the filters that were left out, ``ignored`` those that mean nothing there; ``is_ordered`` keeps the order of the rows.
    """

    kind: str
    title: str
    heading: str
    metric: str
    words: Words
    share: str = ""
    ignored: tuple[str, ...] = ()
    meaning: str = "demand"
    is_ordered: bool = False
    remark: str = ""


def slide(setting: Setting, plan: Plan, answer: Answer, found: Sequence[Entry], more: Text = ()) -> Slide:
    """The slide of ``plan``; ``more`` is a sentence that stands after the finding, where there is one."""
    if not any(entry.value for entry in found):
        return Slide(plan.kind, plan.title, (), empty_reason=setting.empty_reason(answer), sql=setting.sql(answer))
    placed = ranking(found, plan.metric)
    leaders = [entry.code for entry in placed.leaders]
    if plan.is_ordered:
        drawn, remark = chart(setting, "columns", plan.title, plan.metric, found, leaders, meaning=plan.meaning), _largest_remark(setting, found)
    else:
        drawn, remark = bars(setting, plan.title, plan.metric, found, leaders, meaning=plan.meaning), cut_remark(setting, found)
    said = finding(setting, placed, plan.words)
    metric_ids = (plan.metric, plan.share) if plan.share else (plan.metric,)
    remarks = ("；" if setting.language == "zh" else "; ").join(part for part in (plan.remark, remark) if part)
    return Slide(
        plan.kind, plan.title, writing.sentences([said, more if said else ()], setting.language),
        basis=setting.basis(plan.metric, setting.not_obeyed(answer.query, *plan.ignored), remarks),
        chart=drawn, table=table(setting, plan.heading, _largest(found) if plan.is_ordered else found, *metric_ids), caveat=base_caveat(setting, found, plan.metric),
        definitions=setting.definitions(*metric_ids), sql=setting.sql(answer),
    )


def _largest(found: Sequence[Entry]) -> list[Entry]:
    """As many entries as a table holds, the largest, in their own order."""
    kept = {entry.code for entry in sorted(found, key=lambda entry: -entry.value)[:MOST_TABLE_ROWS]}
    return [entry for entry in found if entry.code in kept]


def _largest_remark(setting: Setting, found: Sequence[Entry]) -> str:
    if len(found) <= MOST_TABLE_ROWS:
        return ""
    return setting.translate("the table holds the {shown} largest rows of {count}", shown=MOST_TABLE_ROWS, count=len(found))
