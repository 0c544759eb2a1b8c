"""The file that one user is importing just now, held in the memory of the session until it is stored or let go.

It may name people, so it lies on the disk only for the moment in which it is read, in a folder of its own.
"""

import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import streamlit as st

from fairboard.importing.batch import Intake, understand_file
from fairboard.importing.filing import Filing
from fairboard.importing.layouts import load_layouts
from fairboard.importing.mapping import SheetMapping
from fairboard.importing.occasions import find_occasion
from fairboard.importing.offices import find_office
from fairboard.importing.reading import SourceFile, read_file
from fairboard.importing.sectors import refresh_rules
from fairboard.importing.understanding import SheetPlan
from fairboard.ui.intake.job import Job

KEY = "import_draft"
FOLDER_PREFIX = "fairboard-import-"
STALE_SECONDS = 3600
LONGEST_NAME = 120


class Draft:
    """One file on its way in. ``intake`` is None until it was checked, ``filing`` until it was stored; ``found`` keeps what
    stands at a fair already."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = safe_name(name)
        self.content = content
        refresh_rules()
        with self.on_disk() as path:
            self.source: SourceFile = read_file(path)
        self.plans: tuple[SheetPlan, ...] = understand_file(self.source, load_layouts())
        known = next((plan.layout for plan in self.plans if plan.layout), None)
        self.occasion = find_occasion(self.plans)
        self.office: str | None = find_office(Path(name)) or self.occasion.office or (known.office if known else None)
        self.is_corrected = False
        self.intake: Intake | None = None
        self.job: Job | None = None
        self.filing: Filing | None = None
        self.undone = False
        self.found: dict[object, object] = {}

    @contextmanager
    def on_disk(self) -> Iterator[Path]:
        """The file under its name, for as long as it is being read."""
        with tempfile.TemporaryDirectory(prefix=FOLDER_PREFIX) as folder:
            path = Path(folder) / self.name
            path.write_bytes(self.content)
            yield path

    @property
    def question_count(self) -> int:
        """How many things still have to be answered."""
        return sum(plan.question_count for plan in self.plans)

    @property
    def is_ready(self) -> bool:
        """True when the file can be checked."""
        return self.question_count == 0 and any(plan.is_used for plan in self.plans)

    def change_plan(self, place: int, plan: SheetPlan) -> None:
        """Put another plan in the place of one; what was checked does not hold any more."""
        self.plans = (*self.plans[:place], plan, *self.plans[place + 1 :])
        self.is_corrected = True
        self.intake = None
        self.found = {}

    def change_mapping(self, place: int, mapping: SheetMapping) -> None:
        """Correct the mapping of a sheet."""
        self.change_plan(place, self.plans[place].with_mapping(mapping))


def current() -> Draft | None:
    """The draft of this session."""
    return st.session_state.get(KEY)


def start(name: str, content: bytes) -> Draft:
    """Read and understand a file that was dropped; raises InputFileError, and then nothing is kept."""
    let_go()
    draft = Draft(name, content)
    st.session_state[KEY] = draft
    return draft


def let_go() -> None:
    """Forget the draft and its bytes."""
    st.session_state.pop(KEY, None)
    st.session_state["import_round"] = round_number() + 1


def round_number() -> int:
    """Counts the drafts of a session, so that the widgets of the next one start afresh."""
    return st.session_state.get("import_round", 0)


def sweep() -> None:
    """Remove what a server that was killed while it read a file left on the disk; called when the server starts."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER_PREFIX}*"):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > STALE_SECONDS:
                shutil.rmtree(folder)


def safe_name(name: str) -> str:
    """The last part of a name without anything that a file system could take amiss; its ending stays."""
    last = re.split(r"[/\\]", name)[-1]
    clean = "".join("_" if not character.isprintable() or character in '<>:"|?*' else character for character in last).strip(" .")
    stem, dot, ending = clean.rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{ending[:10]}" if stem else (clean[:LONGEST_NAME] or "file")
