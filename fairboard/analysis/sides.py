"""The two sides of a comparison: what each is, how it stands in a URL, and which parameters it gives to the queries.

A side is a :class:`Filters` of which one kind of field is set: fairs, a period, regions or universities. Both sides are of one kind.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from fairboard.analysis import filters, options, runner, sentence
from fairboard.analysis.filters import URL_KEYS, Filters
from fairboard.errors import RequestError
from fairboard.locale import Language, translate

Kind = Literal["fair", "period", "region", "univ"]
FIELDS: dict[str, tuple[str, ...]] = {
    "fair": ("fair_ids",),
    "period": ("start_on", "end_on"),
    "region": ("region_codes",),
    "univ": ("university_codes",),
}
KINDS = tuple(FIELDS)
KIND_NAMES = {"fair": "Fairs", "period": "Periods", "region": "Regions", "univ": "Universities"}
KIND_KEY = "by"
SIDES = ("a", "b")
KEYS = (KIND_KEY, *(f"{side}_{URL_KEYS[name]}" for side in SIDES for names in FIELDS.values() for name in names))
"""Every key in a URL that belongs to a comparison."""


@dataclass(frozen=True)
class Sides:
    """What is compared: ``a`` is where the change starts, ``b`` where it ends. A side that restricts nothing has not been chosen."""

    kind: Kind = "fair"
    a: Filters = Filters()
    b: Filters = Filters()

    @property
    def is_whole(self) -> bool:
        """True where both sides are chosen."""
        return bool(self.a.active() and self.b.active())

    def side(self, name: str) -> Filters:
        """Side ``a`` or ``b``."""
        return self.a if name == "a" else self.b

    def with_side(self, name: str, side: Filters) -> "Sides":
        """The same with another side ``a`` or ``b``."""
        return replace(self, a=side) if name == "a" else replace(self, b=side)

    def swapped(self) -> "Sides":
        """B against A."""
        return replace(self, a=self.b, b=self.a)

    def to_url(self) -> dict[str, str]:
        """Short ASCII query parameters: ``by=region``, ``a_region=210100``, ``b_region=210200``."""
        keys = {f"{name}_{key}": text for name in SIDES for key, text in self.side(name).to_url().items()}
        return {KIND_KEY: self.kind} | keys

    def parameters(self, version: Path, record_kinds: Iterable[str]) -> dict[str, list | None]:
        """The parameters of the queries; a period becomes the fairs of ``record_kinds`` that begin in it."""
        found: dict[str, list | None] = {}
        for name in SIDES:
            side = self.side(name)
            fair_ids = list(fairs_of(side, version, record_kinds)) if side.start_on or side.end_on else list(side.fair_ids) or None
            found |= {f"{name}_fair_ids": fair_ids, f"{name}_region_codes": list(side.region_codes) or None,
                      f"{name}_university_codes": list(side.university_codes) or None}
        return found


def from_url(query: Mapping[str, str], allowed: Mapping[str, Iterable] | None = None) -> tuple[Sides, tuple[str, ...]]:
    """The sides that a URL asks for, and the values (``key=value``) that were dropped.

    Raises RequestError where the two sides are of different kinds: such a comparison means nothing.
    """
    dropped: list[str] = []
    chosen: dict[str, Filters] = {}
    for name in SIDES:
        own = {key.removeprefix(f"{name}_"): value for key, value in query.items() if key in KEYS and key.startswith(f"{name}_")}
        chosen[name], bad = filters.from_url(own, allowed)
        dropped += [" ".join(f"{name}_{part}" for part in item.split(" ")) for item in bad]
    asked = query.get(KIND_KEY)
    if asked is not None and asked not in KINDS:
        dropped.append(f"{KIND_KEY}={asked}")
        asked = None
    kinds = {name: _kinds_of(side) for name, side in chosen.items()}
    found = [kind for kind in KINDS if kind in kinds["a"] | kinds["b"]]
    if len(found) > 1 or (asked and found and found != [asked]):
        raise RequestError("A and B must be of one kind: two sets of fairs, two periods, two regions or two universities. The link asks for {kinds}.",
                           kinds=_conflict(kinds, asked))
    return Sides(asked or (found[0] if found else "fair"), chosen["a"], chosen["b"]), tuple(dropped)


def _kinds_of(side: Filters) -> set[str]:
    return {kind for kind, names in FIELDS.items() if set(names) & set(side.active())}


def _conflict(kinds: dict[str, set[str]], asked: str | None) -> str:
    """The keys of the URL that contradict each other."""
    parts = [f"{KIND_KEY}={asked}"] if asked else []
    parts += [f"{name}_{URL_KEYS[FIELDS[kind][0]]}" for name in SIDES for kind in KINDS if kind in kinds[name]]
    return ", ".join(parts)


def all_fairs(version: Path) -> list[dict[str, Any]]:
    """Every fair of the version, newest first: ``fair_id``, names, ``fair_kind``, ``record_kind``, ``starts_on``, ``half_starts_on``."""
    return runner.run("compare/fairs", Filters(), version).rows()


def fairs_of(side: Filters, version: Path, record_kinds: Iterable[str]) -> tuple[int, ...]:
    """The fairs of a side: those that are named, those of ``record_kinds`` that begin in its period, or all of ``record_kinds``."""
    if side.fair_ids:
        return side.fair_ids
    kinds = set(record_kinds)
    return tuple(int(row["fair_id"]) for row in all_fairs(version) if row["record_kind"] in kinds and _is_within(day_of(row["starts_on"]), side))


def _is_within(day: date, side: Filters) -> bool:
    return (side.start_on is None or day >= side.start_on) and (side.end_on is None or day <= side.end_on)


def day_of(moment: Any) -> date:
    """The day of a date as a query gives it."""
    return moment.date() if hasattr(moment, "date") else moment


def latest_pair(version: Path, record_kinds: Iterable[str]) -> Sides:
    """What is compared before anybody chooses: the latest fair that has one of its kind before it, against that one."""
    kinds = set(record_kinds)
    rows = [row for row in all_fairs(version) if row["record_kind"] in kinds]
    for position, latest in enumerate(rows):
        for earlier in rows[position + 1 :]:
            if (earlier["fair_kind"], earlier["record_kind"]) == (latest["fair_kind"], latest["record_kind"]):
                return Sides("fair", Filters(fair_ids=(int(earlier["fair_id"]),)), Filters(fair_ids=(int(latest["fair_id"]),)))
    return Sides()


@dataclass(frozen=True)
class Group:
    """All fairs of a kind in a half-year: a quick way to choose a side."""

    code: str
    kind_label_zh: str
    kind_label_en: str
    half_starts_on: date
    fair_ids: tuple[int, ...]


def groups(version: Path, record_kinds: Iterable[str]) -> list[Group]:
    """The groups that have a fair, newest first."""
    kinds = set(record_kinds)
    found: dict[str, Group] = {}
    for row in all_fairs(version):
        if row["record_kind"] not in kinds:
            continue
        half = day_of(row["half_starts_on"])
        code = f"{row['fair_kind']}.{half.year}.{1 if half.month == 1 else 2}"
        held = found.get(code) or Group(code, row["kind_label_zh"], row["kind_label_en"], half, ())
        found[code] = replace(held, fair_ids=(*held.fair_ids, int(row["fair_id"])))
    return sorted(found.values(), key=lambda group: (-group.half_starts_on.toordinal(), group.kind_label_en))


def usual(kind: Kind, version: Path, record_kinds: Iterable[str]) -> Sides:
    """What stands on the two sides when a kind is chosen: the latest fairs, the latest two years, or the first two that are offered."""
    if kind == "fair":
        return latest_pair(version, record_kinds)
    if kind == "period":
        years = sorted({day_of(row["starts_on"]).year for row in all_fairs(version) if row["record_kind"] in set(record_kinds)})
        return Sides(kind, *(Filters(start_on=date(year, 1, 1), end_on=date(year, 12, 31)) for year in years[-2:])) if len(years) > 1 else Sides(kind)
    (name,) = FIELDS[kind]
    codes = [option.code for option in options.of_version(version).get(name, ())]
    return Sides(kind, *(Filters(**{name: (code,)}) for code in codes[:2])) if len(codes) > 1 else Sides(kind)


def name_of(sides: Sides, side: str, version: Path, record_kinds: Iterable[str], language: Language) -> str:
    """What stands on side ``a`` or ``b``, in words."""
    chosen = sides.side(side)
    if not chosen.active():
        return ""
    group = next((group for group in groups(version, record_kinds) if len(group.fair_ids) > 1 and set(group.fair_ids) == set(chosen.fair_ids)), None)
    if group:
        return translate("{group} ({count} fairs)", language, group=group_name(group, language), count=len(group.fair_ids))
    if sides.kind == "period":
        return sentence.period(chosen, language)
    (name,) = FIELDS[sides.kind]
    return sentence.value_text(name, chosen, version, language)


def group_name(group: Group, language: Language) -> str:
    """A group in words: Campus docking, second half of 2025."""
    text = "{kind}, first half of {year}" if group.half_starts_on.month == 1 else "{kind}, second half of {year}"
    return translate(text, language, kind=group.kind_label_zh if language == "zh" else group.kind_label_en, year=group.half_starts_on.year)
