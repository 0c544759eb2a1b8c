"""Saved mappings: the layout of an office's table, once corrected by a person, is recognised when it comes again.

    data/versions/layouts/3f2a90c1d4e5b678.json     one layout each, named by what its headings are

They lie beside the versions, not in them: undoing an import does not undo what a person said about a layout.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from fairboard.errors import StoreError
from fairboard.importing.headers import SEARCHED_ROW_COUNT, Header, Table, cut_table, header_at
from fairboard.importing.headings import heading_key
from fairboard.importing.kinds import KINDS
from fairboard.importing.looks import HEADED, examined_values, share
from fairboard.importing.mapping import PERSONAL, ColumnMapping, SheetMapping, map_columns, shown, unpack
from fairboard.importing.reading import Grid
from fairboard.store import folder

LEAST_LIKENESS = 0.3
"""Share of the values that must still look like the field; below, the column is asked about again."""


@dataclass(frozen=True)
class Layout:
    """What was said about a layout: ``keys`` are its headings without blanks and punctuation, ``fields`` one entry for each column."""

    kind: str
    header_height: int
    keys: tuple[str, ...]
    fields: tuple[str | None, ...]
    constants: dict[str, str] = field(default_factory=dict)
    office: str | None = None
    saved_at: str = ""

    @property
    def layout_id(self) -> str:
        """Sixteen hexadecimal digits that stand for the headings."""
        text = "\x1f".join((str(self.header_height), *self.keys)) if self.header_height else f"\x1f{len(self.fields)} columns"
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def layout_of(mapping: SheetMapping, office: str | None = None) -> Layout:
    """The layout that a mapping, as it stands, describes."""
    columns = mapping.columns
    keys = tuple(heading_key(column.heading) for column in columns)
    return Layout(
        mapping.kind, mapping.header_height, keys, tuple(column.field for column in columns), dict(mapping.constants), office,
        datetime.now(UTC).isoformat(timespec="seconds"),
    )  # fmt: skip


def layouts_folder() -> Path:
    """Where the layouts lie."""
    return folder.data_folder() / "layouts"


def save_layout(layout: Layout) -> Path:
    """Keep a layout; one of the same headings is replaced."""
    target = layouts_folder() / f"{layout.layout_id}.json"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_suffix(".tmp")
        draft.write_text(json.dumps(layout.__dict__, ensure_ascii=False, indent=1), encoding="utf-8")
        folder.replace(draft, target)
    except OSError as error:
        raise StoreError("The mapping could not be saved in {folder}: {reason}.", folder=target.parent, reason=error.strerror or error) from error
    return target


def load_layouts() -> tuple[Layout, ...]:
    """Every saved layout, the newest first; a file that is no layout is passed over."""
    found = []
    for path in layouts_folder().glob("*.json"):
        if re.fullmatch(r"[0-9a-f]{16}", path.stem) and (layout := read_layout(path)):
            found.append(layout)
    return tuple(sorted(found, key=lambda layout: layout.saved_at, reverse=True))


def read_layout(path: Path) -> Layout | None:
    """The layout in a file, None when it is damaged or of fields that are not known."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        layout = Layout(row["kind"], int(row["header_height"]), tuple(map(str, row["keys"])), tuple(row["fields"]), dict(row["constants"]),
                        row.get("office"), str(row.get("saved_at", "")))  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None
    known = {*KINDS[layout.kind].field_names, "views_total", None} if layout.kind in KINDS else set()
    return layout if known and set(layout.fields) <= known else None


def remove_layout(layout_id: str) -> None:
    """Forget a layout."""
    if re.fullmatch(r"[0-9a-f]{16}", layout_id):
        (layouts_folder() / f"{layout_id}.json").unlink(missing_ok=True)


def recognise(grid: Grid, layouts: Sequence[Layout]) -> tuple[Table, SheetMapping, Layout] | None:
    """The table and the mapping of a sheet whose layout is known; None when none fits."""
    for layout in layouts:
        header = find_saved_header(grid, layout)
        if header is not None:
            table = cut_table(grid, header)
            return table, apply_layout(table, layout), layout
    return None


def find_saved_header(grid: Grid, layout: Layout) -> Header | None:
    """Where the headings of a layout stand in a sheet."""
    kind, width = KINDS[layout.kind], len(layout.fields)
    if layout.header_height == 0:
        from_top = header_at(grid, -1, 0, kind)
        return from_top if grid.cells.shape[1] == width else None
    if grid.cells.shape[1] < width:
        return None
    for row in range(layout.header_height - 1, min(SEARCHED_ROW_COUNT, len(grid.cells))):
        header = header_at(grid, row, layout.header_height, kind)
        keys = tuple(map(heading_key, header.labels))
        if keys[:width] == layout.keys and not any(keys[width:]):
            return header
    return None


def apply_layout(table: Table, layout: Layout) -> SheetMapping:
    """The mapping that a layout gives a table; a column whose values have changed their look is asked about."""
    fresh = map_columns(table, KINDS[layout.kind])
    values = {column: examined_values(table.rows[column]) for column in table.rows}
    columns = []
    for column in fresh.columns:
        name = layout.fields[column.column] if column.column < len(layout.fields) else None
        if column.reason == PERSONAL:
            columns.append(column)
            continue
        test = HEADED.get(name)
        is_alike = not values[column.column] or test is None or share(values[column.column], test) >= LEAST_LIKENESS
        columns.append(
            ColumnMapping(column.column, column.heading, name, "saved", 1.0, examples=shown(values[column.column]))
            if is_alike
            else ColumnMapping(column.column, column.heading, None, "saved", 0.5, proposed=name, examples=shown(values[column.column]))
        )
    return unpack(replace(fresh, columns=tuple(columns), constants=layout.constants), values)
