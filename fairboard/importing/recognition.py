"""Which column of a sheet is which field, with how much confidence: by its heading, and by the look of its values.

Columns that hold personal data are recognised here and never leave this module.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from fairboard.importing.doubts import is_doubtful, states_numbers
from fairboard.importing.headers import Table
from fairboard.importing.headings import OTHER, QUALIFIED, Heading, find_heading, find_part, heading_key, load_headings
from fairboard.importing.kinds import PERSONAL, Kind
from fairboard.importing.looks import HEADED, LOOKS, examined_values, is_personal, looks_like_company_size, looks_of, share
from fairboard.importing.mapping import SPLIT, ColumnMapping, SheetMapping
from fairboard.importing.packing import unpack
from fairboard.importing.parsing.wage import parse_wage
from fairboard.importing.splits import find_split
from fairboard.importing.units import heading_unit

LEAST_LIKENESS = 0.5
LARGEST_HEADCOUNT, LARGEST_COUNT = 999, 99_999
LEAST_WAGE, LARGEST_WAGE, LARGEST_SMALL_WAGE = 1_000, 200_000, 200
"""Bounds of whole numbers that may count people wanted, count people who came, or be yuan a month."""
RIVALS = frozenset({"headcount", "employer", "university", "attendance_count", "views"})
"""Fields of which two columns with equally good headings may mean different things: 计划人数 and 招聘人数."""


def map_columns(table: Table, kind: Kind) -> SheetMapping:
    """The mapping of a sheet, read as a kind of table."""
    values = {column: examined_values(table.rows[column]) for column in table.rows}
    found: dict[int, ColumnMapping] = {}
    headings = {column: find_heading(label, kind) for column, label in enumerate(table.labels) if label}
    for column, label in enumerate(table.labels):
        heading = headings.get(column)
        if (heading and heading.field == PERSONAL) or is_personal(heading_key(label), values[column], is_known=heading is not None):
            found[column] = ColumnMapping(column, label, None, PERSONAL)
        elif heading and heading.field == OTHER:
            found[column] = ColumnMapping(column, label, None, OTHER)
    map_split(table, kind, found)
    map_by_heading(table.labels, headings, values, kind, found)
    map_by_values(table.labels, values, kind, found)
    settle_wages(found, values)
    ask_about_numbers(table.labels, values, kind, found)
    columns = [replace(found[column], examples=shown(values[column]) if found[column].reason != PERSONAL else ()) for column in sorted(found)]
    mapping = SheetMapping(table.sheet, kind.name, table.header_row + 1 if table.header.height else 0, table.header.height, tuple(columns))
    return unpack(mapping, values)


def map_split(table: Table, kind: Kind, found: dict[int, ColumnMapping]) -> None:
    """Give the columns into which a number is split (博士, 硕士, 本科) the field of that number, or none where their total has it."""
    split = find_split(table, kind, frozenset(found))
    if split is None:
        return
    is_total_used = split.total is not None and not (split.is_whole and kind.name == "attendance")
    for column in split.columns:
        found[column] = ColumnMapping(column, table.labels[column], None if is_total_used else split.field, SPLIT, 0.9)
    if split.total is not None:
        label = table.labels[split.total]
        if not is_total_used:
            found[split.total] = ColumnMapping(split.total, label, None, "duplicate")
        elif split.is_whole or find_heading(label, kind):
            found[split.total] = ColumnMapping(split.total, label, split.field, "heading", 0.95)
        else:
            found[split.total] = ColumnMapping(split.total, label, None, SPLIT, 0.6, proposed=split.field)


def shown(values: Sequence[str]) -> tuple[str, ...]:
    """A few values as they are shown to a person."""
    return tuple(value[:60] for value in values[:4])


def settle_wages(found: dict[int, ColumnMapping], values: Mapping[int, list[str]]) -> None:
    """Wages without a unit are no question where another column states the unit; small ones in two columns are one where none does."""
    fields = {mapping.field for mapping in found.values()}
    for column, mapping in found.items():
        if "wage_unit" in fields and mapping.proposed == "wage" and mapping.reason == "mismatch":
            found[column] = replace(mapping, field="wage", reason="heading", confidence=0.9, proposed=None)
        elif mapping.field in ("wage_min", "wage_max") and not fields & {"wage", "wage_unit", "wage_months"} and has_no_unit(mapping.heading, values[column]):
            found[column] = replace(mapping, field=None, reason="mismatch", confidence=0.6, proposed=mapping.field)


def has_no_unit(heading: str, values: Sequence[str]) -> bool:
    """True for small numbers of which nothing says whether they are thousands a month or ten thousands a year."""
    numbers = sorted(float(value) for value in values if re.fullmatch(r"\d{1,9}(?:\.\d+)?", value))
    return heading_unit(heading) == 1 and bool(numbers) and numbers[len(numbers) // 2] <= LARGEST_SMALL_WAGE


def map_by_heading(labels: Sequence[str], headings: Mapping[int, Heading | None], values: Mapping[int, list[str]], kind: Kind,
                   found: dict[int, ColumnMapping]) -> None:  # fmt: skip
    """Give the columns whose headings are known, or have a known part, their fields; the more telling headings first."""
    candidates = [(heading.rank, column, heading) for column, heading in headings.items() if heading and column not in found]
    for column, label in enumerate(labels):
        if label and column not in found and not headings.get(column) and (heading := find_part(label, kind)):
            candidates.append((heading.rank, column, heading))
    taken: set[str | None] = {name for mapping in found.values() for name in (mapping.field, mapping.proposed)}
    holders: dict[str, int] = {}
    for _, column, heading in sorted(candidates, key=lambda candidate: candidate[:2]):
        mapping = judge(column, labels[column], heading, values[column], kind, taken)
        if mapping is None:
            continue
        found[column] = mapping
        taken |= {mapping.field, mapping.proposed}
        if mapping.reason == "duplicate" and heading.field in holders:
            doubt_rivals(found, labels, headings, values, holders[heading.field], column)
        elif mapping.field:
            holders.setdefault(mapping.field, column)


def doubt_rivals(found: dict[int, ColumnMapping], labels: Sequence[str], headings: Mapping[int, Heading | None], values: Mapping[int, list[str]],
                 first: int, second: int) -> None:  # fmt: skip
    """Make the first of two columns a question where nothing tells which of them is meant: one heading, or two as good, over different values."""
    field_name = found[first].field
    is_same = heading_key(labels[first]) == heading_key(labels[second])
    is_rival = field_name in RIVALS and all(heading and heading.rank < len(load_headings()) for heading in (headings.get(first), headings.get(second)))
    if field_name and (is_same or is_rival) and values[second] and values[first] != values[second]:
        found[first] = replace(found[first], field=None, confidence=0.6, proposed=field_name)


def judge(column: int, label: str, heading: Heading, values: list[str], kind: Kind, taken: set[str | None]) -> ColumnMapping | None:
    """What a column with a heading is; None where its values have to decide."""
    name = heading.field
    if name == "headcount" and looks_like_company_size(values):
        name = "size" if "size" in kind.field_names else None
        return ColumnMapping(column, label, name, "values", 0.9) if name not in taken else ColumnMapping(column, label, None, "duplicate")
    if name not in kind.field_names:
        return ColumnMapping(column, label, None, "not_additive", 0.9)
    if name in taken and not kind.field(name).is_joined:
        return ColumnMapping(column, label, None, "duplicate")
    likeness = likeness_of(name, label, values)
    if likeness is not None and likeness < LEAST_LIKENESS:
        return ColumnMapping(column, label, None, "mismatch", 0.5, proposed=name) if heading.is_whole and states_numbers(name, values) else None
    if heading.is_whole and is_doubtful(name, label, values):
        return ColumnMapping(column, label, None, "mismatch", 0.6, proposed=name)
    if heading.is_whole:
        return ColumnMapping(column, label, name, "heading", 0.95 if likeness is None else round(0.85 + 0.1 * likeness, 2))
    if not values:
        return ColumnMapping(column, label, None, "unknown")
    strict = share(values, LOOKS[name].test) if name in LOOKS else 0.0
    if name in LOOKS and strict >= LOOKS[name].ask:
        return ColumnMapping(column, label, name, "part", 0.85)
    return None if name in taken else ColumnMapping(column, label, None, "part", 0.6 if likeness else 0.5, proposed=name)


def likeness_of(name: str, label: str, values: Sequence[str]) -> float | None:
    """Share of the values that can stand under a heading of the field; None where anything can, or there are none."""
    if name == "wage" and (unit := heading_unit(label)) > 1:
        return share(values, lambda value: parse_wage(value, unit_yuan=unit).status != "unparsed") if values else None
    return share(values, HEADED[name]) if name in HEADED and values else None


def map_by_values(labels: Sequence[str], values: Mapping[int, list[str]], kind: Kind, found: dict[int, ColumnMapping]) -> None:
    """Give the other columns the fields that their values look like, the likeliest first."""
    taken = {name for mapping in found.values() for name in (mapping.field, mapping.proposed) if name}
    if taken & {"wage_min", "wage_max"}:
        taken.add("wage")
    rest = [column for column in range(len(labels)) if column not in found]
    looks = {column: {} if QUALIFIED.search(heading_key(labels[column])) else looks_of(values[column], kind.field_names) for column in rest}
    order = sorted(((-round(value_share, 1), list(LOOKS).index(name) if name in LOOKS else 0, column, name)
                    for column, names in looks.items() for name, value_share in names.items()))  # fmt: skip
    for _, _, column, name in order:
        if column in found or name in taken:
            continue
        value_share = looks[column][name]
        heading = labels[column]
        is_sure = value_share >= (LOOKS[name].sure if name in LOOKS else 0.8) and not (name in LOOKS and LOOKS[name].is_weak and says_something(heading))
        is_sure = is_sure and not is_doubtful(name, heading, values[column])
        if is_sure:
            found[column] = ColumnMapping(column, heading, name, "values", round(0.8 + 0.15 * value_share, 2))
        else:
            found[column] = ColumnMapping(column, heading, None, "values", round(0.75 * value_share, 2), proposed=name)
        taken.add(name)
    for column in rest:
        if column not in found:
            known = find_heading(labels[column], kind) if labels[column] else None
            found[column] = ColumnMapping(column, labels[column], None, "mismatch" if known and values[column] else "unknown")


def ask_about_numbers(labels: Sequence[str], values: Mapping[int, list[str]], kind: Kind, found: dict[int, ColumnMapping]) -> None:
    """Propose what columns of whole numbers that nothing names may count: else a list of counts would be read as a list of persons."""
    used = {name for mapping in found.values() for name in (mapping.field, mapping.proposed, *mapping.parts) if name}
    for column, mapping in sorted(found.items()):
        if mapping.field or mapping.proposed or mapping.reason != "unknown" or QUALIFIED.search(heading_key(labels[column])):
            continue
        is_silent = not says_something(labels[column])
        name = None
        if kind.name == "attendance" and is_count_column(values[column], LARGEST_COUNT):
            name = "attendance_count"
        elif kind.name == "postings" and is_silent and is_count_column(values[column], LARGEST_HEADCOUNT):
            name = "headcount"
        elif kind.name == "postings" and is_silent and is_wage_column(values[column]) and "wage" not in used:
            name = "wage_max" if "wage_min" in used else "wage_min"
        if name and name not in used:
            found[column] = replace(mapping, reason="values", confidence=0.45, proposed=name)
            used.add(name)


def is_count_column(values: Sequence[str], largest: int) -> bool:
    """True for whole numbers that may count people: not 1, 2, 3, … as rows are numbered, not all too large."""
    if len(values) < 2 or not all(value.isdecimal() and len(value) <= 6 for value in values):
        return False
    numbers = [int(value) for value in values]
    return max(numbers) <= largest and numbers != list(range(numbers[0], numbers[0] + len(numbers)))


def is_wage_column(values: Sequence[str]) -> bool:
    """True for whole numbers that may be yuan a month."""
    return len(values) > 1 and all(value.isdecimal() and LEAST_WAGE <= int(value) <= LARGEST_WAGE for value in values)


def says_something(heading: str) -> bool:
    """True for a heading with a word in it: not 3, F5, col_2 or 列4."""
    return re.fullmatch(r"(?:列|字段|column|col|field|unnamed|[a-z])?\d*", heading_key(heading)) is None
