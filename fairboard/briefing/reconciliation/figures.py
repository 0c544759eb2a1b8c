"""What is found in a text: figures, each with its place, its unit, what it can stand for, and what it seems to state."""

from dataclasses import dataclass, field, replace

from fairboard.briefing.reconciliation.bounds import Bounds, Word
from fairboard.briefing.reconciliation.kinds import KINDS
from fairboard.errors import Message, RequestError


@dataclass(frozen=True)
class Reading:
    """What a figure seems to state: ``kind`` is an id of ``kinds.KINDS``, empty where nothing suggests one.

    ``is_sure`` is False where a person has to say it; then ``kind`` is the first suggestion and ``others`` are further ones.
    """

    kind: str
    is_sure: bool
    others: tuple[str, ...] = ()
    is_assigned: bool = False

    @property
    def metric(self) -> str:
        """The metric of the records; empty where they hold nothing of this kind."""
        return KINDS[self.kind].metric if self.kind else ""


def sure(kind: str, *others: str) -> Reading:
    """A reading that needs no answer."""
    return Reading(kind, True, others)


def asked(kind: str, *others: str) -> Reading:
    """A suggestion that a person has to confirm."""
    return Reading(kind, False, others)


@dataclass(frozen=True)
class Part:
    """A figure that is about a part: the values of a filter, or in ``words`` where no filter tells it apart."""

    filter_name: str = ""
    values: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True)
class Figure:
    """A number in a text, from ``start`` to ``end`` with its words and unit; ``value`` is None where it is garbled.

    ``high`` is the upper end of a range. ``unit`` is what is counted (employers, jobs, people, visits, percent, yuan_month …). ``scopes``
    name what keeps the figure from being about the selection: plan, nation, province, city, total, per_item, earlier, elsewhere, hours. ``line_yuan`` is the wage
    that the openings have to exceed.
    """

    figure_id: str
    start: int
    end: int
    text: str
    phrase: str
    value: float | None
    unit: str
    word: Word
    bounds: Bounds
    reading: Reading
    high: float | None = None
    parts: tuple[Part, ...] = ()
    scopes: tuple[str, ...] = ()
    line_yuan: int | None = None
    remarks: tuple[Message, ...] = field(default=())

    @property
    def is_garbled(self) -> bool:
        """True where the text is damaged at this place and no number can be read."""
        return self.value is None

    @property
    def is_approximate(self) -> bool:
        """True where the text does not state the number to the last digit."""
        return self.word != "exact" or self.bounds.low != self.bounds.high

    @property
    def needs_answer(self) -> bool:
        """True where a person has to say what the figure states."""
        return not self.is_garbled and not self.reading.is_sure


def assign(figure: Figure, kind: str) -> Figure:
    """``figure`` read as ``kind`` because a person says so; raises RequestError for a kind that is not known."""
    if kind not in KINDS:
        raise RequestError("{kind} is nothing that a figure can state.", kind=kind[:60])
    return replace(figure, reading=Reading(kind, True, figure.reading.others, is_assigned=True))
