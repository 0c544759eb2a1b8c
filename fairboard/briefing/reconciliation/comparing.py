"""The figures of a text set against the records of the selection."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from fairboard.analysis import formatting
from fairboard.analysis.filters import Filters
from fairboard.briefing.model import Fact
from fairboard.briefing.reconciliation.explanations import Explanation, explanations, narrowed
from fairboard.briefing.reconciliation.figures import Figure
from fairboard.briefing.reconciliation.kinds import KINDS, SHARES
from fairboard.briefing.reconciliation.records import Counted, counted, ignored
from fairboard.errors import Message, message
from fairboard.locale import Language, translate

Verdict = Literal["equal", "equal_rounded", "differs", "not_found", "not_compared", "asked", "garbled"]
VERDICTS: dict[str, str] = {
    "equal": "Equal", "equal_rounded": "Equal after rounding", "differs": "Differs", "not_found": "Not in the records", "not_compared": "Not compared",
    "asked": "What does it state?", "garbled": "Damaged in the text",
}  # fmt: skip
WORD_MISFITS = "Same number, but the word does not fit"
"""A text that says more than 5,459 where the records have exactly that."""
SCOPES: dict[str, str] = {
    "plan": "The text speaks of a plan, not of a result.",
    "nation": "The text speaks of the whole country.",
    "earlier": "The text speaks of an earlier time.",
    "elsewhere": "The text speaks of a fair or recruitment outside the province.",
    "hours": "The text speaks of a part of the day.",
    "per_item": "The text speaks of each fair, employer or person.",
    "city": "The text speaks of one city; choose it to compare.",
    "province": "The text speaks of the whole province, and the selection is of a part of it.",
    "total": "The text speaks of a total over some time; the selection may be of another.",
}
MORE = ("The records have {size} more than the text.", "The records are {size} percentage points above the text.")
FEWER = ("The records have {size} fewer than the text.", "The records are {size} percentage points below the text.")
APART = frozenset({"plan", "nation", "per_item", "earlier", "elsewhere", "hours"})
"""Scopes in which a figure is never set against the selection, unless a person assigns it."""
EACH = frozenset({"openings_per_attendee", "wage_median_yuan"})
"""Kinds that are of one person or a month by themselves."""
MOST_SUGGESTED = 3


@dataclass(frozen=True)
class Reconciled:
    """A figure beside the records. ``recorded`` is what they say (a share in percent), ``difference`` it less the figure of the text.

    ``explanations`` give the figure under another reading or selection, each tried; ``suggestions`` are kinds that would agree, for a
    figure that a person has to assign. ``remarks`` say what a reader should know.
    """

    figure: Figure
    verdict: Verdict
    recorded: float | None = None
    facts: tuple[Fact, ...] = ()
    filters: Filters | None = None
    difference: float | None = None
    explanations: tuple[Explanation, ...] = ()
    suggestions: tuple[str, ...] = ()
    remarks: tuple[Message, ...] = ()
    language: Language = "en"

    @property
    def fact(self) -> Fact | None:
        """The fact of the records, with its origin; the part's for a share."""
        return self.facts[0] if self.facts else None

    @property
    def recorded_text(self) -> str:
        """What the records say, as it is written."""
        if self.recorded is None:
            return formatting.NOTHING
        if self.figure.reading.kind in SHARES:
            return f"{formatting.exact(self.recorded, 1)}%"
        return self.facts[0].text(self.language) if len(self.facts) == 1 else formatting.exact(self.recorded)

    @property
    def label(self) -> str:
        """The verdict in a word or two; a number that is the same, but not as the text calls it, has one of its own."""
        return translate(WORD_MISFITS if self.verdict == "differs" and self.difference == 0 else VERDICTS[self.verdict], self.language)

    @property
    def sentence(self) -> str:
        """The verdict in words."""
        if self.verdict == "differs":
            if not self.difference:
                return translate("The records have exactly this number, which the text calls more or less than it.", self.language)
            size = formatting.exact(abs(self.difference), decimals_of(self))
            words = translate(MORE[self.figure.unit == "percent"] if self.difference > 0 else FEWER[self.figure.unit == "percent"], self.language, size=size)
            reasons = [translate(item.reason.template, self.language, **dict(item.reason.params)) for item in self.explanations]
            space = "" if self.language == "zh" else " "
            return space.join([words, *(reasons or [translate("No reason that was tried gives the number of the text.", self.language)])])
        return translate(VERDICTS[self.verdict], self.language)


def decimals_of(item: Reconciled) -> int:
    """How many decimals a difference is written with."""
    return 1 if item.figure.unit == "percent" else 2 if item.figure.reading.kind == "openings_per_attendee" else 0


def reconcile(figures: Iterable[Figure], filters: Filters, version: Path, language: Language, *, published_on: date | None = None) -> tuple[Reconciled, ...]:
    """Each of ``figures`` beside the records that ``filters`` select; ``published_on`` is the day of the text, where it is known."""
    return tuple(compared(figure, filters, version, language, published_on) for figure in figures)


def compared(figure: Figure, filters: Filters, version: Path, language: Language, published_on: date | None) -> Reconciled:
    """One figure beside the records."""
    remarks = list(figure.remarks)
    if figure.is_garbled:
        return Reconciled(figure, "garbled", remarks=tuple(remarks), language=language)
    if figure.needs_answer:
        return Reconciled(figure, "asked", suggestions=suggested(figure, filters, version), remarks=tuple(remarks), language=language)
    kind = figure.reading.kind
    if not KINDS[kind].metric:
        text = message("This is the line of a wage that another figure names.") if kind == "wage_line" else message("The records hold nothing of this kind.")
        return Reconciled(figure, "not_found", remarks=(*remarks, text), language=language)
    selection = narrowed(filters, figure)
    number = counted(kind, filters, version, narrowed=selection, line_yuan=figure.line_yuan)
    apart = reasons_apart(figure, filters, number)
    if apart:
        return Reconciled(figure, "not_compared", filters=filters, remarks=(*remarks, *apart), language=language)
    remarks += scope_remarks(figure)
    if number is None or number.value is None:
        text = message("No question gives this for one selection.") if number is None else message("The records of the selection have no such number.")
        why = explanations(figure, kind, selection, version, published_on) if number else ()
        facts = number.facts if number else ()
        return Reconciled(figure, "not_found", facts=facts, filters=selection, explanations=why, remarks=(*remarks, text), language=language)
    return judged(figure, number, filters, version, language, published_on, remarks)


def judged(figure: Figure, number: Counted, filters: Filters, version: Path, language: Language, published_on: date | None, remarks: list[Message]) -> Reconciled:
    """The verdict on a figure whose number is in the records."""
    kind = figure.reading.kind
    is_equal = number.value == figure.value and figure.high is None
    if kind == "live_views" and figure.unit == "people":
        remarks.append(message("The text counts people, the records views: one person may watch more than once."))
    if is_equal and not figure.bounds.hold(number.value):
        return Reconciled(figure, "differs", number.value, number.facts, number.filters, 0, remarks=tuple(remarks), language=language)
    if is_equal or figure.bounds.hold(number.value):
        verdict: Verdict = "equal" if is_equal else "equal_rounded"
        return Reconciled(figure, verdict, number.value, number.facts, number.filters, number.value - figure.value, remarks=tuple(remarks), language=language)
    base = filters if kind in SHARES else number.filters
    why = explanations(figure, kind, base, version, published_on)
    if not why and rounds_to(number.value, figure):
        remarks.append(message("The number of the records rounds to that of the text, which has no word for it."))
    return Reconciled(figure, "differs", number.value, number.facts, number.filters, gap(figure, number.value), why, remarks=tuple(remarks), language=language)


def gap(figure: Figure, value: float) -> float:
    """How far the records are from what is written: from the nearer end of a range, else from the number itself."""
    nearest = figure.high if figure.high is not None and value > figure.high else figure.value
    return value - nearest


def rounds_to(value: float, figure: Figure) -> bool:
    """True where the text's number has final zeros and the records' rounds to it."""
    if figure.word != "exact" or not figure.value or figure.value != int(figure.value) or figure.value < 100:
        return False
    text = str(int(figure.value))
    zeros = len(text) - len(text.rstrip("0"))
    return zeros >= 2 and abs(value - figure.value) <= min(10**zeros / 2, figure.value / 20)


def reasons_apart(figure: Figure, filters: Filters, number: Counted | None) -> tuple[Message, ...]:
    """Why a figure is about something else than the selection; nothing where a person has assigned it."""
    is_each = figure.reading.kind in EACH
    found = [message(SCOPES[scope]) for scope in figure.scopes if scope in APART and not figure.reading.is_assigned and not (scope == "per_item" and is_each)]
    if "province" in figure.scopes and filters.region_codes and not figure.reading.is_assigned:
        found.append(message(SCOPES["province"]))
    if "city" in figure.scopes and not filters.region_codes and not figure.reading.is_assigned:
        found.append(message(SCOPES["city"]))
    untold = [part.words for part in figure.parts if not part.filter_name and part.words]
    names = tuple(part.filter_name for part in figure.parts if part.filter_name)
    not_obeyed = ignored(number, names) if number else ()
    untold += [part.words for part in figure.parts if part.filter_name in not_obeyed]
    if untold and not figure.reading.is_assigned:
        found.append(message("The text speaks of a part, “{part}”, that the records do not tell apart.", part=", ".join(dict.fromkeys(untold))))
    if figure.reading.kind in SHARES and number is None and not untold:
        found.append(message("The text does not say of which part this is the share."))
    return tuple(found)


def scope_remarks(figure: Figure) -> list[Message]:
    """What the figure is about, where it is compared all the same."""
    found = [message("Compared with the part of the selection that the text names: “{part}”.", part=part.words) for part in figure.parts if part.filter_name and part.words]
    return found + [message(SCOPES[scope]) for scope in figure.scopes if scope == "total"]


def suggested(figure: Figure, filters: Filters, version: Path) -> tuple[str, ...]:
    """The kinds, of those that the words allow, in which the records agree with the figure."""
    found = []
    for kind in dict.fromkeys((figure.reading.kind, *figure.reading.others)):
        if kind and KINDS[kind].metric:
            number = counted(kind, filters, version, narrowed=narrowed(filters, figure), line_yuan=figure.line_yuan)
            if number and number.value is not None and figure.bounds.hold(number.value):
                found.append(kind)
    return tuple(found[:MOST_SUGGESTED])
