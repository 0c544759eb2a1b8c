"""Write docs/reconciliation.md: how well the figures of published texts are found and read, with every miss.

    python scripts/reconciliation_report.py

The 34 real texts lie outside the project (``published-figures.csv``): their figures, titles, days and addresses may be named, their phrases not.
"""

import csv
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from fairboard.briefing.reconciliation import Figure, find  # noqa: E402
from fairboard.briefing.reconciliation.comparing import APART  # noqa: E402
from fairboard.briefing.reconciliation.kinds import SHARES  # noqa: E402

REAL_FIGURES = PROJECT.parent / "shared" / "real" / "published-figures.csv"
OWN_SETS = (PROJECT / "tests" / "briefing" / "held_out_phrases.csv", PROJECT / "tests" / "briefing" / "held_out_later.csv",
            PROJECT / "tests" / "briefing" / "held_out_last.csv", PROJECT / "tests" / "briefing" / "held_out_press.csv",
            PROJECT / "tests" / "briefing" / "held_out_final.csv", PROJECT / "tests" / "briefing" / "held_out_doubts.csv")  # fmt: skip
DOCUMENT = PROJECT / "docs" / "reconciliation.md"
KINDS = {
    "jobs": ("openings",), "jobs_state_owned": ("openings",), "jobs_campaign": ("openings",), "jobs_wage_over_10000": ("openings_over_threshold",),
    "attendance_visits": ("on_site_visits",), "viewers": ("live_views",), "views": ("live_views",), "viewers_peak": ("peak_viewers",), "universities_present": ("universities",),
    "universities_member": ("universities",), "cities_signing": ("regions_under_agreement", "provinces"), "graduates_increase": ("change",), "trainee_posts": ("trainee_posts",),
    "trained_students": ("trained",), "graduates_stayed_in_liaoning_5y": ("destinations",), "foreign_students": ("foreign_students",), "agreements_signed": ("agreements",),
    "agreements_total": ("agreements",), "job_types": ("postings",), "job_classes": ("job_classes",), "wage_min": ("wage_offered",), "wage_max": ("wage_offered",),
    "agreements_intended": ("cooperation_intentions",), "talent_stations": ("stations",), "provinces_of_employers": ("provinces",), "startup_projects": ("projects",),
    "livestreams": ("fairs",), "conversion_rate": ("rate",), "headcount_teachers_one_employer": ("openings",), "headcount_counsellors_one_employer": ("openings",),
    "share_hires_from_outside": ("rate", "people_share"), "graduates_postgraduate": ("cohort",), "graduates_bachelor": ("cohort",), "graduates_college": ("cohort",),
}  # fmt: skip
"""Name of a figure in the file → the kinds that are right for it."""
FAMILIES = (
    ("graduates_cohort", "cohort"), ("graduates_to", "destinations"), ("share_graduates_to", "people_share"), ("share_in_province", "people_share"), ("employers", "employers"),
    ("attendees", "on_site_people"), ("intentions", "intentions"), ("resumes", "resumes"), ("share_employers", "employers_share"), ("share_jobs", "openings_share"),
    ("share_demand", "openings_share"), ("wage", "wage_offered"),
)  # fmt: skip
UNIT_GROUPS = {"percent": ("percent",), "yuan_per_month": ("yuan_month",), "yuan_per_year": ("yuan_year",)}
YUAN = ("yuan", "yuan_month", "yuan_year")
OUTCOMES = ("decided, right", "asked, right one first", "asked, right one offered", "asked, right one not offered", "decided, wrong", "not found")

HEAD = """# Reconciliation: what is found in published texts

Written by `.venv/bin/python scripts/reconciliation_report.py`; `tests/briefing/test_reconciliation_score.py` holds the shares.

A figure counts as found when its value stands among those found in its phrase and its unit is right (a count, percent, yuan a month, yuan
a year). What it states is either decided, or a person is asked, with a first suggestion and others. **Right** is the decided kind, or the
first suggestion; **silently wrong** is a kind that was decided and is not the one the text means. Figures that a phrase cut out of its text
cannot tell (“2,000 graduates”: those who came, or those of a year?) are asked about on purpose.

What is said of the conventions (bounds of 余, 近, 约; parts; scopes) stands in [assumptions.md](assumptions.md).
"""
UNSEEN = """## Other real texts

The better guess for a text that somebody pastes. Six sets of one or two sentences each were taken from real texts (newspapers, universities, labour
offices, Xinhua and China Daily, the press of a dozen other countries), none of them among the 34, and labelled by hand before anything was run;
where a careful reader of the phrase alone could not tell, several kinds count as right. After each the general causes were mended, and the next one
is of other texts, so each line tells how the rules of that day read what they had never seen. The phrases are other people's and stay outside
the project.

| first try | figures | value and unit found | right kind | asked | silently wrong | of these of a kind that the records hold | taken for the whole |
|---|---|---|---|---|---|---|---|
| first | 232 (90 English) | 215 (92.7%) | 190 (81.9%) | 40 (17.2%) | 8 (3.4%) | 7 (3.0%) | 15 (6.5%) |
| second | 193 (84) | 187 (96.9%) | 163 (84.5%) | 45 (23.3%) | 11 (5.7%) | 6 (3.1%) | 8 (4.1%) |
| third | 180 (75) | 173 (96.1%) | 146 (81.1%) | 35 (19.4%) | 10 (5.6%) | 3 (1.7%) | 4 (2.2%) |
| fourth | 169 (87) | 158 (93.5%) | 136 (80.5%) | 36 (21.3%) | 6 (3.6%) | 4 (2.4%) | 8 (4.7%) |
| fifth | 109 (46) | 106 (97.2%) | 91 (83.5%) | 17 (15.6%) | 9 (8.3%) | 7 (6.4%) | 3 (2.8%) |
| sixth: what was left of the texts met while looking | 97 (52) | 91 (93.8%) | 73 (75.3%) | 28 (28.9%) | 2 (2.1%) | 2 (2.1%) | 2 (2.1%) |

Taken for the whole is what has the right kind and is of a part, a plan or another time. Besides, numbers that nobody had labelled were decided
wrongly: five in the first set (a platform called “24365”, the 200 of a ranking, a two-day fair), one in each of the third and the sixth, none in the
others.

So on texts that nobody has looked at two to eight figures of a hundred are still decided wrongly, and the aim of none is **not reached**: there are
more wordings than the rules know, and what is mended for one text helps the next less than one would wish. With the rules of today none of the 980
figures is silently wrong any more, and seven are taken for the whole; that says only that those are known now. More is asked than before, a fifth to
a third of the figures: a noun away from its number, employers of whom nothing shows that they were at a fair, people of whom nothing shows
that they came.

What stays weak: heads of noun phrases that no list knows (70 employer tables), places of origin outside China as a part, numbers in a quotation of one
person, figures about a day of a fair of several days, and shares of people whose base stands in another sentence.
"""
OWN_HEAD = """## Phrases of our own

Six sets written for this project; all of them are invented. Each of the first five was written before the rules were changed for it, the sixth
after the causes that the other real texts had shown were mended, with other sentences of the same kinds, and so is milder than they are. What they scored **when
first tried** is the better guess for other texts, since the rules were mended afterwards:

| first try | figures | value and unit found | right kind | silently wrong |
|---|---|---|---|---|
| first set | 91 | 80 (87.9%), most of the others only a unit by another name | 86 (94.5%) | 3 (3.3%) |
| second set | 58 | 53 (91.4%) | 49 (84.5%) | 3 (5.2%) |
| third set | 56 | 51 (91.1%) | 48 (85.7%) | 2 (3.6%) |
| fourth set: 65 whole sentences of press texts | 151 | 140 (92.7%) | 135 (89.4%) | 2 (1.3%) |
| fifth set: 20 more, after what the fourth had shown was mended | 47 | 45 (95.7%) | 43 (91.5%) | 1 (2.1%) |
| sixth set: 30 sentences full of doubts | 75 | 74 (98.7%) | 70 (93.3%) | 1 (1.3%) |

The fourth, fifth and sixth set also tell which figures are about something less or else than the selection: a part, a plan, last year, another
province's fair, a morning. Of the fourth, 12 figures (7.9%; 62 stand apart) had the right kind but would have been set against the whole
selection, and 3 were held for less than they are; of the fifth, 2 (4.3%; of 24) and none; of the
sixth, none (of 27) and 3. So the first sets, which had not asked this, were milder than
they looked. One word of approximation of 198 was read otherwise than meant (最高月薪3.5万元: not as the most).

Excerpts of 27 other news texts, read by eye, had about 140 figures, of which about ten were silently wrong at first (such as 接待应聘人员
read as people wanted, the 达4000多人 of a fair as graduates of a year). So on texts that nobody has looked at a few per cent are to be expected, as the
other real texts above show too: that is why every figure is shown in its sentence with its kind, which a person can change, before anything is kept.

Today the sets score:
"""


@dataclass(frozen=True)
class Truth:
    """What is known of a figure: where it stands, its value (None: garbled), units and kinds that are right."""

    text_id: str
    name: str
    phrase: str
    value: float | None
    high: float | None
    units: tuple[str, ...]
    kinds: tuple[str, ...]
    word: str = ""
    is_apart: bool | None = None
    """Whether the figure is about a part, a plan, another time or place, and so must not be set against the whole selection; None: not said"""


@dataclass(frozen=True)
class Scored:
    """A figure of the truth with what was found for it."""

    truth: Truth
    figure: Figure | None

    @property
    def has_unit(self) -> bool:
        """True where value and unit are found."""
        return self.figure is not None and (self.truth.value is None or not self.truth.units or self.figure.unit in self.truth.units)

    @property
    def outcome(self) -> str:
        """One of ``OUTCOMES``."""
        if self.figure is None:
            return OUTCOMES[5]
        reading = self.figure.reading
        if self.truth.value is None:
            return OUTCOMES[0]
        if reading.kind in self.truth.kinds:
            return OUTCOMES[0] if reading.is_sure else OUTCOMES[1]
        if reading.is_sure:
            return OUTCOMES[4]
        return OUTCOMES[2] if set(reading.others) & set(self.truth.kinds) else OUTCOMES[3]

    @property
    def is_right(self) -> bool:
        """True where the decided kind or the first suggestion is right."""
        return self.outcome in OUTCOMES[:2]

    @property
    def is_taken_for_all(self) -> bool:
        """True where a decided figure of the records is set against the whole selection, though it is about something less or else."""
        figure = self.figure
        if not (figure and self.truth.is_apart and figure.reading.is_sure and figure.reading.metric) or figure.reading.kind in SHARES:
            return False
        return not (figure.parts or figure.scopes)

    @property
    def is_narrowed(self) -> bool:
        """True where a decided figure of the records is of the whole selection and is held for less or something else."""
        figure = self.figure
        return bool(figure and self.truth.is_apart is False and figure.reading.is_sure and figure.reading.metric and (figure.parts or APART & set(figure.scopes)))

    @property
    def has_word(self) -> bool:
        """True where the word of approximation is read rightly, or the truth names none."""
        return self.figure is not None and (not self.truth.word or self.figure.word in self.truth.word.split("/"))


def kinds_of(name: str) -> tuple[str, ...]:
    """The kinds that are right for a figure of the file."""
    if name in KINDS:
        return KINDS[name]
    found = next((kind for start, kind in FAMILIES if name.startswith(start)), "fairs" if "fairs" in name else None)
    if found is None:
        raise KeyError(name)
    return (found,)


def real_truths() -> list[Truth]:
    """The figures of the 34 texts."""
    with REAL_FIGURES.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    units = ("employers", "jobs", "people", "visits", "views", "fairs", "universities", "agreements", "documents", "intentions", "number", "places", "times",
             "job_kinds", "job_classes", "items", "stations", "projects", "talks", "participations", "interviews", "offers")  # fmt: skip
    return [Truth(row["id"], row["figure"], row["phrase"].split(" (number garbled")[0], float(row["value"]) if row["value"] else None, None,
                  UNIT_GROUPS.get(row["unit"], units), kinds_of(row["figure"])) for row in rows]  # fmt: skip


def own_truths(path: Path) -> list[Truth]:
    """The figures of a set of our own; a phrase without figures has none."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="|"))
    found = []
    has_more = path.stem in ("held_out_press", "held_out_final", "held_out_doubts")
    for number, row in enumerate(rows, start=1):
        for figure in filter(None, row["figures"].split("; ")):
            value, unit, kind, *more = figure.split()
            low, _, high = value.partition("-")
            found.append(Truth(str(number), kind, row["phrase"], None if low == "garbled" else float(low), float(high) if high else None,
                               tuple(unit.split("/")), tuple(kind.split("/")), *told_of(more, has_more=has_more)))  # fmt: skip
    return found


def told_of(more: list[str], *, has_more: bool) -> tuple[str, bool | None]:
    """Word of approximation and whether the figure stands apart, for the sets that tell them (exact and not apart where nothing is written)."""
    if not has_more:
        return "", None
    return next((word for word in more if word != "apart"), "exact"), "apart" in more


def empty_phrases(path: Path) -> list[str]:
    """The phrases of a set of our own in which there is no figure."""
    with path.open(encoding="utf-8", newline="") as file:
        return [row["phrase"] for row in csv.DictReader(file, delimiter="|") if not row["figures"]]


def scored(truths: Iterable[Truth]) -> list[Scored]:
    """Each figure of the truth with that found in its own phrase."""
    results = []
    taken: dict[str, set[str]] = {}
    for truth in truths:
        used = taken.setdefault(f"{truth.text_id} {truth.phrase}", set())
        match = matched(truth, find(truth.phrase), used)
        used |= {match.figure_id} if match and match.high is None else set()
        results.append(Scored(truth, match))
    return results


def scored_together(truths: list[Truth]) -> list[Scored]:
    """The same with all phrases of a text put together, in their order, as one paragraph."""
    results = []
    for text_id in dict.fromkeys(truth.text_id for truth in truths):
        own = [truth for truth in truths if truth.text_id == text_id]
        phrases = list(dict.fromkeys(truth.phrase for truth in own))
        found, used = find(("，" if any("\u4e00" <= character <= "\u9fff" for character in phrases[0]) else ", ").join(phrases)), set()
        for truth in own:
            match = matched(truth, found, used)
            used |= {match.figure_id} if match and match.high is None else set()
            results.append(Scored(truth, match))
    return results


def matched(truth: Truth, figures: Iterable[Figure], used: set[str]) -> Figure | None:
    """The figure with the value of the truth, one with its unit before others."""
    held = [figure for figure in figures if figure.figure_id not in used and is_value(truth, figure)]
    return min(held, key=lambda figure: (truth.value is not None and figure.unit not in truth.units), default=None)


def is_value(truth: Truth, figure: Figure) -> bool:
    """True where the figure has the value; either end of a range will do where only one is asked for."""
    if truth.value is None or figure.value is None:
        return truth.value is None and figure.value is None
    if truth.high is not None:
        return (figure.value, figure.high) == (truth.value, truth.high)
    return truth.value in (figure.value, figure.high)


def summary(results: list[Scored]) -> dict[str, int]:
    """The counts of a table."""
    counts = {"figures": len(results), "value and unit found": sum(item.has_unit for item in results), "right kind": sum(item.is_right for item in results)}
    return counts | {outcome: sum(item.outcome == outcome for item in results) for outcome in OUTCOMES}


def table(columns: dict[str, dict[str, int]]) -> str:
    """Counts with their shares, one column for each way of scoring."""
    lines = [f"| | {' | '.join(columns)} |", f"|---|{'---|' * len(columns)}"]
    for name in next(iter(columns.values())):
        cells = [str(counts[name]) if name == "figures" else f"{counts[name]} ({counts[name] / counts['figures']:.1%})" for counts in columns.values()]
        label = "silently wrong (decided, wrong)" if name == OUTCOMES[4] else name
        lines.append(f"| {label} | {' | '.join(cells)} |")
    return "\n".join(lines)


def apart(results: list[Scored]) -> str:
    """How many figures of the sets that tell it are set against the whole though they are about less or else, and the other way round."""
    told = [item for item in results if item.truth.is_apart is not None]
    return (f"Of the {sum(bool(item.truth.is_apart) for item in told)} figures of the fourth, fifth and sixth set that are about something less or else than the selection, "
            f"{sum(item.is_taken_for_all for item in told)} would be set against the whole of it; of the {sum(not item.truth.is_apart for item in told)} others "
            f"{sum(item.is_narrowed for item in told)} is held for less.")  # fmt: skip


def misses(results: list[Scored], *, has_phrases: bool) -> str:
    """Every figure that was not found with its unit, or whose kind was not decided rightly."""
    kept = [item for item in results if not item.has_unit or item.outcome != OUTCOMES[0]]
    lines = ["| text | figure | value | outcome | unit found | decided or suggested |", "|---|---|---|---|---|---|"]
    for item in kept:
        truth, figure = item.truth, item.figure
        value = "garbled" if truth.value is None else f"{truth.value:,.10g}" + (f"–{truth.high:,.10g}" if truth.high else "")
        name = f"{truth.name}: “{truth.phrase}”" if has_phrases else truth.name
        unit = "–" if figure is None else figure.unit + ("" if item.has_unit else " (wrong)")
        lines.append(f"| {truth.text_id} | {name.replace('|', '/')} | {value} | {item.outcome} | {unit} | {(figure.reading.kind if figure else '') or '–'} |")
    return "\n".join(lines)


def texts() -> str:
    """The texts by number, with title, day and address."""
    with REAL_FIGURES.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    return "\n".join(f"- {key}: {row['title'].replace('[no title in stored copy] ', '')}{', ' + row['published_on'] if row['published_on'] else ''}"
                     + (f" ({row['source_url']})" if row["source_url"] else "") for key, row in rows.items())  # fmt: skip


def document() -> str:
    """The whole report."""
    real = real_truths()
    alone, together = scored(real), scored_together(real)
    parts = [HEAD, "## The 34 real texts\n", "Phrase by phrase, and with the phrases of each text put together as one paragraph (closer to what a person pastes):\n",
             table({"each phrase alone": summary(alone), "phrases of a text together": summary(together)}),
             "\n### Every figure that was missed or asked about, each phrase alone\n", misses(alone, has_phrases=False),
             "\n### … with the phrases of a text together\n", misses(together, has_phrases=False), "\n### The texts\n", texts(), "", UNSEEN, OWN_HEAD]  # fmt: skip
    results = {f"{name} set": scored(own_truths(path)) for name, path in zip(("first", "second", "third", "fourth", "fifth", "sixth"), OWN_SETS, strict=True)}
    parts += [table({name: summary(found) for name, found in results.items()})]
    parts += ["", apart([item for found in results.values() for item in found])]
    for name, found in results.items():
        parts += [f"\n### The {name}: every figure that was missed or asked about\n", misses(found, has_phrases=True)]
    false = [figure.text for path in OWN_SETS for phrase in empty_phrases(path) for figure in find(phrase)]
    parts.append(f"\nOf the phrases without a figure (dates, times, telephone numbers, addresses, 985, 500强) {len(false)} numbers were taken for figures.\n")
    return "\n".join(parts)


def main() -> int:
    """Write the report; 0 also where the real texts are not there."""
    if not REAL_FIGURES.is_file():
        print("The figures of the real texts are not on this machine; docs/reconciliation.md stays as it is.")
        return 0
    DOCUMENT.write_text(document(), encoding="utf-8")
    print("Written: docs/reconciliation.md")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
