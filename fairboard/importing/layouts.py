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
from fairboard.importing.doubts import is_doubtful
from fairboard.importing.headers import MOST_HEADER_ROWS, SEARCHED_ROW_COUNT, Header, Table, cut_table, find_header, header_at
from fairboard.importing.headings import heading_key
from fairboard.importing.kinds import KINDS, PERSONAL
from fairboard.importing.looks import examined_values
from fairboard.importing.mapping import SPLIT, SheetMapping
from fairboard.importing.packing import unpack
from fairboard.importing.reading import Grid
from fairboard.importing.recognition import likeness_of, map_columns, shown
from fairboard.store import folder

LARGEST_FILE_BYTES = 1_000_000
LEAST_LIKENESS = 0.3
"""Share of the values that must still look like the field; below, the column is asked about again."""
LASTING_CONSTANTS = frozenset({"wage_unit"})
"""Values for a whole sheet that hold for the next one too; who the employer or the university is has to be confirmed each time."""
REGION_CODE = re.compile(r"[0-9A-Z]{6}")


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
        if path.stat().st_size > LARGEST_FILE_BYTES:
            return None
        row = json.loads(path.read_text(encoding="utf-8"))
        layout = Layout(str(row["kind"]), int(row["header_height"]), tuple(map(str, row["keys"])), tuple(row["fields"]),
                        {str(name): str(value) for name, value in dict(row["constants"]).items()}, row.get("office"), str(row.get("saved_at", "")))  # fmt: skip
        return layout if is_sound(layout) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return None


def is_sound(layout: Layout) -> bool:
    """True for a layout whose kind, fields, height and office there are; raises TypeError for a field that is no text."""
    if layout.kind not in KINDS or not 0 <= layout.header_height <= MOST_HEADER_ROWS or len(layout.keys) != len(layout.fields):
        return False
    known = {*KINDS[layout.kind].field_names}
    is_office = layout.office is None or (isinstance(layout.office, str) and bool(REGION_CODE.fullmatch(layout.office)))
    return {*layout.fields} - {None} <= known and layout.constants.keys() <= known and any(layout.fields) and is_office


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
        header = find_header(grid, kind) if grid.cells.shape[1] == width else None
        return header if header and header.height == 0 else None
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
    kind = KINDS[layout.kind]
    fresh = map_columns(table, kind)
    values = {column: examined_values(table.rows[column]) for column in table.rows}
    is_unit_known = "wage_unit" in layout.fields or "wage_unit" in layout.constants
    columns, taken = [], set()
    for column in fresh.columns:
        name = layout.fields[column.column] if column.column < len(layout.fields) else None
        if column.reason == PERSONAL or (column.reason == SPLIT and column.field == name):
            columns.append(column)
            continue
        is_free = name is None or name not in taken or kind.field(name).is_joined
        is_alike = is_free and looks_alike(name, column.heading, values[column.column], is_unit_known=is_unit_known)
        columns.append(replace(column, field=name if is_alike else None, proposed=None if is_alike else name, reason="saved", parts=(),
                               confidence=1.0 if is_alike else 0.5, examples=shown(values[column.column])))  # fmt: skip
        taken.add(name)
    constants = {name: value for name, value in layout.constants.items() if name in LASTING_CONSTANTS}
    mapping = unpack(replace(fresh, columns=tuple(columns), constants=constants), values)
    return replace(mapping, proposals={name: value for name, value in layout.constants.items() if name not in mapping.fields})


def looks_alike(name: str | None, heading: str, values: Sequence[str], *, is_unit_known: bool) -> bool:
    """True where the values of a column can still be the field that a person said it is."""
    if name is None or not values:
        return True
    likeness = likeness_of(name, heading, values)
    if name == "wage" and is_unit_known:
        return True
    return (likeness is None or likeness >= LEAST_LIKENESS) and not is_doubtful(name, heading, values)
