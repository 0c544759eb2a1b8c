"""Columns that pack several fields into one cell: 3-5年|本科|招2人."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fairboard.importing.mapping import SheetMapping
from fairboard.importing.parsing.packed import name_token, split_packed

LEAST_PACKED_SHARE = 0.2
"""Share of the cells that must name a field for the column to give it."""
PACKED_FIELDS = ("experience", "education", "headcount", "size", "ownership", "place", "industry", "wage")


def unpack(mapping: SheetMapping, values: Mapping[int, list[str]]) -> SheetMapping:
    """Note for each packed column the fields that it gives and no other column does; a packed column that gives none is not used."""
    given = {column.field for column in mapping.columns if column.field}
    columns = []
    for column in mapping.columns:
        if column.field == "packed" or column.proposed == "packed":
            parts = packed_parts(values[column.column], given) if mapping.kind == "postings" else ()
            given |= set(parts)
            is_used = bool(parts)
            column = replace(column, parts=parts if column.field else (), field=column.field if is_used else None,
                             proposed=column.proposed if is_used else None, reason=column.reason if is_used else "unknown")  # fmt: skip
        columns.append(column)
    return replace(mapping, columns=tuple(columns))


def packed_parts(values: Sequence[str], given: set[str | None]) -> tuple[str, ...]:
    """The fields that the tokens of packed cells name in a fair share of them."""
    counts = {name: 0 for name in PACKED_FIELDS if name not in given and not (name == "wage" and given & {"wage_min", "wage_max"})}
    for value in values:
        for name in set(packed_fields(split_packed(value))):
            if name in counts:
                counts[name] += 1
    return tuple(name for name, count in counts.items() if count >= LEAST_PACKED_SHARE * len(values))


def packed_fields(tokens: Sequence[str]) -> dict[str, str]:
    """The first token for each field; the last token after a size or an ownership is the industry."""
    found: dict[str, str] = {}
    last_employer_token = -1
    for position, token in enumerate(tokens):
        name = name_token(token)
        if name:
            found.setdefault(name, token)
            if name in ("size", "ownership"):
                last_employer_token = position
    if 0 <= last_employer_token < len(tokens) - 1 and name_token(tokens[-1]) is None:
        found.setdefault("industry", tokens[-1])
    return found
