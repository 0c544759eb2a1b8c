"""What the columns of a sheet are: plain data that can be saved and edited, and says of every column why it is what it is.

What is not sure is a question to a person.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from fairboard.importing.kinds import KINDS, PERSONAL

SPLIT = "split"
"""The reason of a column that holds a part of a number: the people of one degree, the views on one platform."""


@dataclass(frozen=True)
class ColumnMapping:
    """One column. ``field`` is None when it is not used; ``reason`` is heading, part, values, split, saved, person, personal, other,
    duplicate, not_additive, mismatch or unknown; ``proposed`` is what it could be where the confidence is too small; ``parts`` are the fields that a packed
    column gives."""

    column: int
    heading: str
    field: str | None
    reason: str
    confidence: float = 1.0
    proposed: str | None = None
    parts: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    @property
    def is_question(self) -> bool:
        """True where a person has to say what the column is."""
        return self.proposed is not None


@dataclass(frozen=True)
class SheetMapping:
    """One sheet: the kind of its table, where its header stands (last row, from 1; 0 where it has none), what its columns are, and
    values that hold for every row of it; ``proposals`` are such values that a person has to confirm."""

    sheet: str
    kind: str
    header_row: int
    header_height: int
    columns: tuple[ColumnMapping, ...]
    constants: Mapping[str, str] = field(default_factory=dict)
    proposals: Mapping[str, str] = field(default_factory=dict)

    def column_of(self, field_name: str) -> ColumnMapping | None:
        """The first column that holds a field."""
        return next((column for column in self.columns if column.field == field_name or field_name in column.parts), None)

    def columns_of(self, field_name: str) -> tuple[ColumnMapping, ...]:
        """The columns that hold a field together."""
        return tuple(column for column in self.columns if column.field == field_name)

    def heading_of(self, field_name: str) -> str:
        """The heading of a field's column, or the letter of the column where it has none."""
        column = self.column_of(field_name)
        return (column.heading or column_letter(column.column)) if column else ""

    @property
    def fields(self) -> frozenset[str]:
        """Every field that the sheet gives: by a column, by a part of one, or for the whole sheet."""
        return frozenset({column.field for column in self.columns if column.field} | {name for column in self.columns for name in column.parts}
                         | self.constants.keys()) - {"packed"}  # fmt: skip

    @property
    def missing(self) -> tuple[str, ...]:
        """The required fields that nothing gives."""
        return tuple(name for name in KINDS[self.kind].required if name not in self.fields and not (name == "views" and "views_total" in self.fields))

    @property
    def questions(self) -> tuple[ColumnMapping, ...]:
        """The columns about which a person has to be asked."""
        return tuple(column for column in self.columns if column.is_question)

    def dropped_personal(self) -> tuple[str, ...]:
        """Headings of the columns that were dropped because they hold personal data."""
        return tuple(column.heading or column_letter(column.column) for column in self.columns if column.reason == PERSONAL)

    def with_field(self, column: int, field_name: str | None) -> "SheetMapping":
        """The mapping after a person has said what a column is; another column that held the field lets go of it."""
        is_joined = field_name is not None and KINDS[self.kind].field(field_name).is_joined
        columns = []
        for old in self.columns:
            if old.column == column:
                parts = old.parts if field_name == "packed" else ()
                columns.append(replace(old, field=field_name, reason="person", confidence=1.0, proposed=None, parts=parts))
            elif field_name and old.field == field_name and not is_joined:
                columns.append(replace(old, field=None, reason="person", confidence=1.0))
            else:
                columns.append(replace(old, parts=tuple(part for part in old.parts if part != field_name)))
        return replace(self, columns=tuple(columns))

    def with_constant(self, field_name: str, value: str | None) -> "SheetMapping":
        """The mapping with one value of a field for the whole sheet, or without it."""
        constants = {name: old for name, old in self.constants.items() if name != field_name} | ({field_name: value} if value else {})
        return replace(self, constants=constants, proposals={name: old for name, old in self.proposals.items() if name != field_name})

    def answered(self) -> "SheetMapping":
        """The mapping with every question answered by what is proposed."""
        columns = tuple(
            replace(column, field=column.proposed, proposed=None, reason="person") if column.is_question else column for column in self.columns
        )
        return replace(self, columns=columns, constants={**self.proposals, **self.constants}, proposals={})

    def record(self) -> dict[str, object]:
        """The mapping as it is stored with a batch: without examples, which are cells of the file."""
        plain = asdict(replace(self, columns=()))
        return plain | {"columns": [{name: value for name, value in asdict(column).items() if name != "examples"} for column in self.columns]}


def column_letter(column: int) -> str:
    """The letter of a column in a spreadsheet: 0 → A, 26 → AA."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
