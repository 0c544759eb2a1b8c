"""What a file holds, sheet by sheet, before anything is stored: the kind of table, its header, its columns, and what has to be asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fairboard.errors import InputFileError
from fairboard.importing.headers import Table, cut_table, find_table, header_at
from fairboard.importing.headings import heading_key
from fairboard.importing.kinds import KINDS, PERSONAL
from fairboard.importing.layouts import Layout, recognise
from fairboard.importing.looks import EXAMINED_ROW_COUNT
from fairboard.importing.mapping import SheetMapping
from fairboard.importing.reading import Grid, SourceFile
from fairboard.importing.recognition import map_columns
from fairboard.importing.surroundings import texts_above, with_surroundings
from fairboard.importing.templates import INSTRUCTION_SHEETS

LEAST_FIELD_COUNT = 2
"""Fields that a table must have to be of a kind without a question."""
NAMED_KINDS = frozenset({"policies", "pacts"})
"""Kinds whose values are any text: a table is surely one of them only where its headings say so."""
NAMES_OF_PERSONS = frozenset({"姓名", "学生姓名", "毕业生姓名", "考生姓名", "员工姓名", "name", "fullname", "studentname"})
"""Headings that a list of persons has and no table of jobs: staff, people hired, people who look for work."""
ATTENDANCE_WORDS = re.compile(
    r"签到|参会|参加|到场|到会|入场|进场|出席|现场|到达|报到|人次|attend|check.?in|visitor|arriv|on.?site|people.?counted|参加人数|登记"
)
"""Without one of them a list of people by university may be a list of graduates or applicants."""
JOB_FIELDS = frozenset({"headcount", "wage", "wage_min", "wage_max", "education", "experience"})
"""Fields of jobs: a list that has them is not one of employers alone, but perhaps a job table that lacks the names of the jobs."""
PROPOSED_PENALTY = 0.5
"""What a required field that a person has to confirm counts as missing."""
THIN_PENALTY = 0.6
"""What a table with fewer fields than that counts as lacking of its required fields."""


@dataclass(frozen=True)
class SheetPlan:
    """One sheet and what is to be done with it: ``problem`` says why it cannot be used, ``is_used`` is False where it is left out."""

    grid: Grid
    table: Table | None
    mapping: SheetMapping | None
    is_used: bool = True
    is_kind_sure: bool = True
    layout: Layout | None = None
    is_header_given: bool = False
    problem: InputFileError | None = None

    @property
    def sheet(self) -> str:
        """Its name."""
        return self.grid.sheet

    @property
    def is_ready(self) -> bool:
        """True when it can be imported without asking anybody."""
        return self.is_used and self.mapping is not None and self.is_kind_sure and not self.open_fields and not self.mapping.questions

    @property
    def open_fields(self) -> tuple[str, ...]:
        """The required fields that nothing gives, and those for which a value is proposed."""
        return tuple(dict.fromkeys((*self.mapping.missing, *self.mapping.proposals))) if self.mapping else ()

    @property
    def question_count(self) -> int:
        """How many things have to be asked: the kind, columns, and fields that nothing gives for sure."""
        if not self.is_used or self.mapping is None:
            return 0
        return (not self.is_kind_sure) + len(self.mapping.questions) + len(self.open_fields)

    def as_kind(self, kind: str) -> "SheetPlan":
        """The sheet read as another kind of table; a header that a person pointed out stays."""
        plan = plan_as(self.grid, kind, is_sure=True)
        header = self.table.header if self.table and self.is_header_given else None
        return plan.with_header(header.row, header.height) if header and plan.mapping else plan

    def with_header(self, row: int, height: int) -> "SheetPlan":
        """The sheet with its header in ``row`` (the last one, from 0) of ``height`` rows; without a header ``row`` is -1 or what precedes the records."""
        kind = KINDS[self.mapping.kind if self.mapping else "postings"]
        table = cut_table(self.grid, header_at(self.grid, row, height, kind))
        mapping = with_surroundings(self.grid, table, map_columns(table, kind))
        if self.mapping and self.mapping.kind == kind.name:
            mapping = with_answers(mapping, self.mapping)
        return replace(self, table=table, mapping=mapping, layout=None, problem=None, is_header_given=True)

    def with_mapping(self, mapping: SheetMapping) -> "SheetPlan":
        """The sheet with another mapping."""
        return replace(self, mapping=mapping, is_kind_sure=True)

    def left_out(self) -> "SheetPlan":
        """The sheet as one that is not imported."""
        return replace(self, is_used=False)

    def taken(self) -> "SheetPlan":
        """The sheet as one that is imported."""
        return replace(self, is_used=self.mapping is not None)


def with_answers(mapping: SheetMapping, older: SheetMapping) -> SheetMapping:
    """A new mapping of a sheet with what a person said of columns that still have the same heading."""
    for column in older.columns:
        fresh = next((other for other in mapping.columns if other.column == column.column), None)
        if column.reason == "person" and fresh and fresh.heading == column.heading and fresh.reason != PERSONAL:
            mapping = mapping.with_field(column.column, column.field)
    return mapping


def understand(source: SourceFile, layouts: Sequence[Layout] = (), kind: str | None = None) -> tuple[SheetPlan, ...]:
    """A plan for every sheet: by a saved layout where one fits, else as the kind of table that it looks most like.

    A hidden sheet is left out unless somebody takes it: it is mostly a list for drop-downs or an older state of the table.
    """
    plans = [plan_sheet(grid, layouts, kind, source.name) for grid in source.grids if grid.sheet not in INSTRUCTION_SHEETS]
    return tuple(plan.left_out() if plan.grid.is_hidden else plan for plan in plans)


def plan_sheet(grid: Grid, layouts: Sequence[Layout], kind: str | None, file_name: str = "") -> SheetPlan:
    """The plan for one sheet; the name of the file may say what its table is about."""
    known = recognise(grid, [layout for layout in layouts if kind in (None, layout.kind)])
    if known:
        table, mapping, layout = known
        return SheetPlan(grid, table, with_surroundings(grid, table, mapping), layout=layout)
    if kind:
        return plan_as(grid, kind, is_sure=True)
    head = replace(grid, cells=grid.cells.head(EXAMINED_ROW_COUNT))
    fittest = max((plan_as(head, name, is_sure=True) for name in KINDS), key=fitness)
    plan = plan_as(grid, fittest.mapping.kind, is_sure=True) if fittest.mapping else fittest
    return replace(plan, is_kind_sure=is_sure_of_kind(plan, file_name))


def plan_as(grid: Grid, kind: str, *, is_sure: bool) -> SheetPlan:
    """The plan for a sheet as one kind of table."""
    table = find_table(grid, KINDS[kind])
    if table is None or table.rows.empty:
        return SheetPlan(grid, None, None, is_used=False, problem=InputFileError("The sheet {sheet} holds no table.", sheet=grid.sheet))
    return SheetPlan(grid, table, with_surroundings(grid, table, map_columns(table, KINDS[kind])), is_kind_sure=is_sure)


def fitness(plan: SheetPlan) -> tuple[float, float, float]:
    """How well a sheet fits a kind of table: first the required fields, then how many others, then how surely."""
    if plan.mapping is None:
        return (-1.0, 0.0, 0.0)
    required = KINDS[plan.mapping.kind].required
    sure = sum(column.confidence for column in plan.mapping.columns if column.field) + sum(len(column.parts) for column in plan.mapping.columns)
    asked = sum(column.confidence for column in plan.mapping.columns if column.is_question)
    proposed = {column.proposed for column in plan.mapping.questions} | plan.mapping.proposals.keys()
    headed = {column.proposed for column in plan.mapping.questions if column.reason != "values"}
    missing = sum(PROPOSED_PENALTY if name in proposed else 1 for name in plan.mapping.missing)
    lacking = missing / len(required) if missing else THIN_PENALTY * (len(plan.mapping.fields | headed) < LEAST_FIELD_COUNT)
    return (-lacking, round(sure + 0.5 * asked, 3), -len(required))


def is_sure_of_kind(plan: SheetPlan, file_name: str = "") -> bool:
    """True where a sheet has what its kind requires, or can be asked for it, with more than one field to show, and nothing speaks against it."""
    mapping = plan.mapping
    if mapping is None:
        return True
    kind, proposed = KINDS[mapping.kind], {column.proposed for column in mapping.questions}
    open_fields = [name for name in mapping.missing if name not in proposed]
    if not all(kind.field(name).is_constant for name in open_fields):
        return False
    if len(mapping.fields | proposed) < LEAST_FIELD_COUNT + bool(open_fields):
        return False
    if mapping.kind in NAMED_KINDS:
        return all(any(column.field == name and column.reason == "heading" for column in mapping.columns) for name in kind.required)
    if mapping.kind == "postings":
        return not any(heading_key(column.heading) in NAMES_OF_PERSONS for column in mapping.columns)
    if mapping.kind == "employers":
        return not map_columns(plan.table, KINDS["postings"]).fields & JOB_FIELDS
    if mapping.kind == "attendance":
        texts = [file_name, plan.sheet, *mapping_headings(mapping), *(cell for cells in texts_above(plan.grid, plan.table) for cell in cells)]
        return any(ATTENDANCE_WORDS.search(text.lower()) for text in texts)
    return True


def mapping_headings(mapping: SheetMapping) -> list[str]:
    """The headings of a sheet."""
    return [column.heading for column in mapping.columns]
