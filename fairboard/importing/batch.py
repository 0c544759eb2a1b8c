"""A file that was understood → batches, one for each kind of table in it, ready to be stored; nothing is stored here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd

from fairboard.errors import InputFileError, Message, QuestionError, message
from fairboard.importing.coverage import Coverage
from fairboard.importing.kinds import KINDS, label_of
from fairboard.importing.layouts import Layout, load_layouts
from fairboard.importing.mapping import SheetMapping, column_letter
from fairboard.importing.occasions import Occasion, find_occasion
from fairboard.importing.reader import read_records
from fairboard.importing.reading import SourceFile, read_file
from fairboard.importing.records import SheetRecords, joined
from fairboard.importing.sectors import refresh_rules
from fairboard.importing.understanding import SheetPlan, understand

Progress = Callable[[int], None]
"""Called with the percentage points by which the work has moved on."""

READING_POINTS = 40
RECORDS_POINTS = 60


@dataclass(frozen=True)
class SheetSummary:
    """What was found in one sheet; ``problem`` says why it was left out, and is null when it was not; ``filled_down`` in how many empty
    cells of a field the one above was taken."""

    sheet: str
    kind: str | None = None
    header_row: int | None = None
    row_count: int = 0
    loaded_count: int = 0
    rejected_count: int = 0
    repeated_count: int = 0
    skipped: dict[str, int] | None = None
    problem: InputFileError | None = None
    filled_down: dict[str, int] | None = None


@dataclass(frozen=True)
class Batch:
    """The sheets of one kind in a file, ready to be added to a fair."""

    file_name: str
    sha256: str
    kind: str
    sheets: tuple[SheetSummary, ...]
    mappings: tuple[SheetMapping, ...]
    records: pd.DataFrame
    rejected: pd.DataFrame
    repeated: dict[str, Sequence[int]]
    coverage: dict[str, Coverage]
    latest_on: date | None

    @property
    def row_count(self) -> int:
        """Rows read: loaded + rejected + repeated."""
        return sum(sheet.row_count for sheet in self.sheets)

    @property
    def loaded_count(self) -> int:
        """Rows that become records; of an attendance list several may become one count."""
        return sum(sheet.loaded_count for sheet in self.sheets)

    @property
    def rejected_count(self) -> int:
        """Rows that cannot be a record."""
        return sum(sheet.rejected_count for sheet in self.sheets)

    @property
    def repeated_count(self) -> int:
        """Rows that repeat another one of their sheet exactly."""
        return sum(sheet.repeated_count for sheet in self.sheets)

    @property
    def removed_count(self) -> int:
        """Cells from which a telephone number, a mail address or an identity number was taken out."""
        return sum(counts.removed for counts in self.coverage.values())

    @property
    def dropped_headings(self) -> tuple[str, ...]:
        """Headings of the columns that were dropped because they hold personal data."""
        return tuple(dict.fromkeys(heading for mapping in self.mappings for heading in mapping.dropped_personal()))


@dataclass(frozen=True)
class Intake:
    """A whole file: its batches, the sheets that were left out with the reason, and the plans by which it was read."""

    file_name: str
    sha256: str
    batches: tuple[Batch, ...]
    left_out: tuple[SheetSummary, ...] = ()
    plans: tuple[SheetPlan, ...] = ()

    def of_kind(self, kind: str) -> Batch:
        """The batch of a kind of table."""
        return next(batch for batch in self.batches if batch.kind == kind)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of table in the file."""
        return tuple(batch.kind for batch in self.batches)

    @property
    def latest_on(self) -> date | None:
        """The latest day that a job table names."""
        return max((batch.latest_on for batch in self.batches if batch.latest_on), default=None)

    @property
    def occasion(self) -> Occasion:
        """What the lines above the tables say of the fair and of the sender."""
        return find_occasion(self.plans)

    @property
    def first_day(self) -> date | None:
        """The day that the lines above the tables name, else the latest one in a job table."""
        return self.occasion.starts_on or self.latest_on

    @property
    def layout_office(self) -> str | None:
        """The region code of the office whose saved layout the file has; None where it has none, or those of several offices."""
        offices = {plan.layout.office for plan in self.plans if plan.is_used and plan.layout and plan.layout.office}
        return offices.pop() if len(offices) == 1 else None


def read_intake(
    path: Path,
    *,
    kind: str | None = None,
    is_answered: bool = False,
    constants: Mapping[str, str] | None = None,
    progress: Progress = lambda points: None,
) -> Intake:
    """Read and understand a file by the saved layouts; nothing is stored.

    ``constants`` are values of fields that hold for every row, where no column gives the field. Raises InputFileError when it holds no
    table, and QuestionError when something has to be asked, unless ``is_answered``: then what is proposed is taken.
    """
    refresh_rules()
    source = read_file(path)
    progress(READING_POINTS)
    plans = tuple(with_constants(plan, constants or {}) for plan in understand(source, load_layouts(), kind))
    if is_answered:
        plans = tuple(with_proposals(plan) for plan in plans)
    plans = tuple(plan.left_out() if is_aside(plan, plans) else plan for plan in plans)
    check_questions(source.name, plans)
    return read_plans(source, plans, progress)


def with_proposals(plan: SheetPlan) -> SheetPlan:
    """The plan with every question answered by what is proposed; as it is where that leaves something open."""
    answered = plan.mapping.answered() if plan.mapping else None
    return plan.with_mapping(answered) if answered and not answered.missing else plan


def understand_file(source: SourceFile, layouts: Sequence[Layout]) -> tuple[SheetPlan, ...]:
    """A plan for every sheet of a file, with the sheets left out that are no table beside one that is."""
    plans = understand(source, layouts)
    return tuple(plan.left_out() if is_aside(plan, plans) else plan for plan in plans)


def with_constants(plan: SheetPlan, constants: Mapping[str, str]) -> SheetPlan:
    """The plan of a sheet with values that hold for all of it, for the fields of its kind that no column gives."""
    mapping = plan.mapping
    if mapping is None or not constants:
        return plan
    for name, value in constants.items():
        if name in KINDS[mapping.kind].field_names and name not in mapping.fields:
            mapping = mapping.with_constant(name, value)
    return replace(plan, mapping=mapping)


def is_aside(plan: SheetPlan, plans: Sequence[SheetPlan]) -> bool:
    """True for a sheet that is no table of any kind beside one that is: a cover page, a list of codes."""
    return not plan.is_ready and not plan.is_kind_sure and any(other.is_ready for other in plans)


def read_plans(source: SourceFile, plans: Sequence[SheetPlan], progress: Progress = lambda points: None) -> Intake:
    """The batches of a file, by plans that leave no question open; raises InputFileError when no row of it can be a record."""
    used = [plan for plan in plans if plan.is_used and plan.mapping]
    left_out = tuple(
        SheetSummary(plan.sheet, problem=plan.problem or reason_left_out(plan))
        for plan in plans
        if plan not in used
    )
    if not used:
        raise next((plan.problem for plan in plans if plan.problem), None) or InputFileError(
            "{name} holds no table that could be read. Send a file with a header row and at least one row of data.", name=source.name
        )
    parts: dict[str, list[tuple[SheetPlan, SheetRecords]]] = {}
    for plan in used:
        parts.setdefault(plan.mapping.kind, []).append((plan, read_records(plan.table, plan.mapping)))
        progress(RECORDS_POINTS // len(used))
    batches = tuple(assemble(source, kind, sheets) for kind, sheets in parts.items())
    filled = tuple(batch for batch in batches if batch.loaded_count)
    if not filled:
        raise nothing_loaded(source.name, batches[0])
    emptied = tuple(sheet for batch in batches if not batch.loaded_count for sheet in batch.sheets)
    return Intake(source.name, source.sha256, filled, left_out + emptied, tuple(plans))


def reason_left_out(plan: SheetPlan) -> InputFileError:
    """Why a sheet that holds a table was not imported."""
    if plan.grid.is_hidden:
        return InputFileError("The sheet {sheet} is hidden; on the page Import it can be taken all the same.", sheet=plan.sheet)
    return InputFileError("The sheet {sheet} was left out.", sheet=plan.sheet)


def nothing_loaded(name: str, batch: Batch) -> InputFileError:
    """What to say when not one row can be a record."""
    reasons = batch.rejected["reason"].value_counts()
    return InputFileError(
        "None of the {count} rows of {name} can be a record ({reason}) Check the columns and send the file again.",
        count=batch.row_count,
        name=name,
        reason=reasons.index[0] if len(reasons) else "",
    )


def assemble(source: SourceFile, kind: str, sheets: list[tuple[SheetPlan, SheetRecords]]) -> Batch:
    """The batch of all sheets of a kind."""
    coverage: dict[str, Coverage] = {}
    for _, part in sheets:
        for field, counts in part.coverage.items():
            coverage.setdefault(field, Coverage()).add(counts)
    return Batch(
        source.name,
        source.sha256,
        kind,
        tuple(summarise(plan, part) for plan, part in sheets),
        tuple(plan.mapping for plan, _ in sheets),
        pd.concat([part.records for _, part in sheets], ignore_index=True),
        joined([part.rejected for _, part in sheets]),
        {plan.sheet: part.repeated for plan, part in sheets},
        coverage,
        max((part.latest_on for _, part in sheets if part.latest_on), default=None),
    )


def summarise(plan: SheetPlan, part: SheetRecords) -> SheetSummary:
    """The counts of one sheet."""
    return SheetSummary(
        plan.sheet, part.kind, plan.mapping.header_row, part.row_count, part.loaded_count, part.rejected["source_row"].nunique(),
        len(part.repeated), plan.table.skipped, filled_down=part.filled_down,
    )  # fmt: skip


def check_questions(name: str, plans: Sequence[SheetPlan]) -> None:
    """Raise QuestionError when a person has to be asked before the file can be read."""
    questions = tuple(question for plan in plans if plan.is_used for question in questions_of(plan))
    if questions:
        raise QuestionError(
            "{name} leaves {count} questions open: {questions} Answer them on the page Import and save the mapping, or add --accept-proposals "
            "to take what is proposed.",
            name=name,
            count=len(questions),
            questions=questions,
        )


def questions_of(plan: SheetPlan) -> list[Message]:
    """The open questions of a sheet."""
    if plan.mapping is None:
        return []
    mapping, questions = plan.mapping, []
    if not plan.is_kind_sure:
        questions.append(message("in sheet {sheet}: what does it hold? Perhaps: {kind}", sheet=plan.sheet, kind=Message(KINDS[mapping.kind].label)))
    proposed = {column.proposed for column in mapping.questions}
    for column in mapping.questions:
        heading = column.heading or column_letter(column.column)
        field = Message(label_of(column.proposed, mapping.kind))
        questions.append(message("in sheet {sheet}: what is column {heading}? Perhaps: {field}", sheet=plan.sheet, heading=heading, field=field))
    for name in plan.open_fields:
        field = Message(label_of(name, mapping.kind))
        if name in mapping.proposals:
            questions.append(
                message("in sheet {sheet}: which “{field}” do all rows have? Perhaps: {value}", sheet=plan.sheet, field=field, value=mapping.proposals[name])
            )
        elif name not in proposed:
            questions.append(message("in sheet {sheet}: which column gives the field “{field}”?", sheet=plan.sheet, field=field))
    return questions
