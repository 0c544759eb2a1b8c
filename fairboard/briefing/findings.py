"""Rules that make a sentence out of a ranking: who is first, by how much, who follows; nothing where the base is too small or nobody stands out."""

from collections.abc import Sequence
from dataclasses import dataclass

from fairboard.briefing.model import Fact

MOST_LEVEL = 3
"""More names than this are not told as level with each other."""


@dataclass(frozen=True)
class Entry:
    """One line of a ranking. ``is_named`` is False for what has no name, such as unclassified or not stated: it is never first."""

    code: str
    name: str
    fact: Fact
    share: Fact | None = None
    is_named: bool = True

    @property
    def value(self) -> float:
        """The number, nothing where it is not known."""
        return self.fact.value or 0


@dataclass(frozen=True)
class Ranking:
    """What can be said of a ranking: the leaders (several: level), those that follow, and whether that holds whatever the unnamed would be."""

    leaders: tuple[Entry, ...]
    followers: tuple[Entry, ...]
    is_sure: bool
    places: tuple[int, ...]

    @property
    def has_leader(self) -> bool:
        """True where somebody is first."""
        return bool(self.leaders)


NOTHING = Ranking((), (), True, ())


def total(entries: Sequence[Entry]) -> float:
    """All entries together, the unnamed too."""
    return sum(entry.value for entry in entries)


def ranked(entries: Sequence[Entry], *, least: float, least_rows: int) -> Ranking:
    """The ranking of ``entries``, whatever their order; nothing below ``least`` in all, or with fewer than ``least_rows`` names above zero.

    Followers are one or two, and only those that are ahead of all that are not told. ``places`` are those of the leaders in ``entries``.
    """
    named = sorted((entry for entry in entries if entry.is_named and entry.value > 0), key=lambda entry: -entry.value)
    if total(entries) < least or len(named) < least_rows:
        return NOTHING
    leaders = [entry for entry in named if entry.value == named[0].value]
    if len(leaders) > MOST_LEVEL:
        return NOTHING
    rest = named[len(leaders) :]
    unnamed = sum(entry.value for entry in entries if not entry.is_named)
    is_sure = unnamed == 0 or (len(leaders) == 1 and unnamed < named[0].value - (rest[0].value if rest else 0))
    codes = {entry.code for entry in leaders}
    places = tuple(place for place, entry in enumerate(entries) if entry.is_named and entry.code in codes)
    return Ranking(tuple(leaders), tuple(_followers(rest)), is_sure, places)


def _followers(rest: list[Entry]) -> list[Entry]:
    """The next one or two, where the cut does not go through entries that are level."""
    for count in (2, 1):
        if len(rest) >= count and (len(rest) == count or rest[count - 1].value > rest[count].value):
            return rest[:count]
    return []


def place_of(entries: Sequence[Entry], code: str) -> tuple[int, int] | None:
    """The place of one entry among the named ones that are above zero, 1 for the most, and how many share it; None where it is not among them."""
    values = [entry.value for entry in entries if entry.is_named and entry.value > 0]
    own = next((entry.value for entry in entries if entry.code == code and entry.is_named), 0)
    return (1 + sum(value > own for value in values), values.count(own)) if own > 0 else None
