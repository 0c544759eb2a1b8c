"""A folder of files → one new version: every file that can be read without asking anybody goes in, the others are told of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fairboard.errors import FairboardError, InputFileError, QuestionError
from fairboard.importing.batch import Intake, read_intake
from fairboard.importing.filing import Filing, NewFair, add_intake
from fairboard.importing.offices import find_office
from fairboard.store import writing

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".et", ".ods", ".csv", ".tsv", ".tab", ".txt", ".json", ".jsonl", ".ndjson"})


@dataclass(frozen=True)
class Choices:
    """What holds for every file of an import: see ``read_intake`` and ``store_intake``; ``office`` is that of the file's name, else that of
    its saved layout, unless given."""

    fair: NewFair | int | None = None
    kind: str | None = None
    office: str | None = None
    is_answered: bool = False
    is_replacing: bool = False
    is_repeat_allowed: bool = False
    constants: dict[str, str] = field(default_factory=dict)

    def office_of(self, path: Path, intake: Intake | None = None) -> str | None:
        """The office that sent a file: as given, else as its name says, else the one that has always sent tables of its layout."""
        return self.office or find_office(path) or (intake.occasion.office or intake.layout_office if intake else None)


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    path: Path
    office: str | None = None
    intake: Intake | None = None
    filing: Filing | None = None
    error: FairboardError | None = None


class NothingStored(Exception):
    """Leaves the new version unmade, because no file could go in."""


def find_files(folder: Path) -> list[Path]:
    """Every table in a folder and the folders in it, in the order of their names; hidden and temporary files are passed over."""
    paths = [path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and not is_passed_over(path.relative_to(folder))]
    if not paths:
        raise InputFileError("There is no table in the folder {folder}: it holds no XLSX, XLS, CSV, TSV or JSON file.", folder=folder)
    return sorted(path for path in paths if path.is_file())


def is_passed_over(path: Path) -> bool:
    """True for what Office and the system leave lying about: ~$岗位表.xlsx, .hidden/x.csv."""
    return any(part.startswith((".", "~$")) for part in path.parts)


def read_folder(paths: list[Path], choices: Choices) -> Iterator[Outcome]:
    """What each file holds; nothing is stored."""
    for path in paths:
        office = choices.office_of(path)
        try:
            intake = read_intake(path, kind=choices.kind, is_answered=choices.is_answered, constants=choices.constants)
        except InputFileError as error:
            yield Outcome(path, office, error=error)
        else:
            yield Outcome(path, choices.office_of(path, intake), intake)


def store_folder(paths: list[Path], choices: Choices) -> Iterator[Outcome]:
    """Each file into one new version, which is published after the last; what cannot be read is passed over and told of.

    A file is in the version as a whole or not at all. When the process ends before the last one, nothing of any of them is.
    """
    fair, outcomes = choices.fair, 0
    try:
        with writing.new_version(origin="import") as con:
            for outcome in read_folder(paths, choices):
                if outcome.intake:
                    try:
                        filing = add_intake(con, outcome.intake, fair, office=outcome.office, is_replacing=choices.is_replacing and outcome.office is not None,
                                            is_repeat_allowed=choices.is_repeat_allowed)  # fmt: skip
                    except FairboardError as error:
                        outcome = Outcome(outcome.path, outcome.office, outcome.intake, error=error)
                    else:
                        fair = filing.fair_id if filing.fair_id is not None else fair
                        outcomes += 1
                        outcome = Outcome(outcome.path, outcome.office, outcome.intake, filing)
                yield outcome
            if not outcomes:
                raise NothingStored
    except NothingStored:
        return


def exit_code(outcomes: list[Outcome]) -> int:
    """0 when every file went in, 3 when one was refused, 6 when some only wait for an answer."""
    errors = [outcome.error for outcome in outcomes if outcome.error]
    if not errors:
        return 0
    return QuestionError.exit_code if all(isinstance(error, QuestionError) for error in errors) else InputFileError.exit_code
