"""The data versions in a folder, and the small file that says which of them is the current one.

    data/versions/
        20261124T064300Z-3f2a.duckdb    a version; never changed once it stands there under this name
        20261124T064300Z-3f2a.pinned    an empty file: this version is kept whatever comes after it
        current.json                    {"version_id": "20261124T064300Z-3f2a"}
        writing.lock                    held by the one build or import that runs
        writer.json                     who holds it
        *.partial                       a draft; one that no process is writing any more is a leftover

A version appears in two steps, each of them atomic: the finished draft gets its name, then the pointer is replaced. A process
killed at any moment leaves the pointer on a whole version.
"""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb

from fairboard.errors import NoVersionError, RequestError, StoreError
from fairboard.store import checks
from fairboard.store.folder import (
    ID_PATTERN,
    clean_leftovers,
    data_folder,
    failed_write,
    flush,
    is_about_folder,
    only_writer,
    remove,
    remove_leftovers,
    replace,
    version_path,
)
from fairboard.store.lake import reading as lake
from fairboard.store.opening import check_facts, open_reader, read_facts

__all__ = ["clean_leftovers", "data_folder", "open_reader", "version_path"]

KEPT_VERSIONS = 10
POINTER = "current.json"
ID_FORMAT = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class Version:
    """One data version as it is listed; ``problem`` says why it cannot be opened, and is null when it can."""

    version_id: str
    path: Path
    size_bytes: int
    created_at: str | None
    origin: str | None
    parent_version_id: str | None
    is_current: bool
    is_pinned: bool
    problem: StoreError | None = None


@dataclass(frozen=True)
class Draft:
    """A version that is being written: where, under which id, and from which version it starts."""

    path: Path
    version_id: str
    parent_path: Path | None

    def facts(self) -> dict[str, str | None]:
        """What the draft has to carry in ``version_info`` to become a version."""
        return {
            "version_id": self.version_id,
            "parent_version_id": self.parent_path.stem if self.parent_path else None,
            "created_at": datetime.now(UTC).isoformat(timespec="seconds"),
        }


def current_version() -> Path:
    """The file of the current version; cheap enough to ask on every interaction."""
    pointer = data_folder() / POINTER
    try:
        version_id = json.loads(pointer.read_text(encoding="utf-8"))["version_id"]
        path = version_path(version_id)
    except FileNotFoundError:
        raise NoVersionError(
            "There is no data yet in {folder}. Build the sample with `python -m fairboard build`.", folder=pointer.parent
        ) from None
    except OSError as error:
        raise StoreError("{pointer} cannot be read: {reason}.", pointer=pointer, reason=error.strerror or error) from error
    except (ValueError, KeyError, TypeError, RequestError) as error:
        raise StoreError("{pointer} is damaged. Choose a version with `python -m fairboard versions use`.", pointer=pointer) from error
    if not path.is_file():
        raise StoreError(
            "The current data version {version_id} is gone from {folder}. Choose another with `python -m fairboard versions use`, or build one.",
            version_id=version_id,
            folder=path.parent,
        )
    return path


def list_versions() -> list[Version]:
    """Every version in the folder, the newest first, also those that cannot be opened."""
    try:
        current = current_version()
    except StoreError:
        current = None
    paths = [path for path in data_folder().glob("*.duckdb") if ID_PATTERN.fullmatch(path.stem)]
    return [describe(path, is_current=path == current) for path in sorted(paths, reverse=True)]


def describe(path: Path, *, is_current: bool) -> Version:
    """What the listing says about one file."""
    facts, problem = {}, None
    try:
        facts = facts_of(path)
    except StoreError as error:
        problem = error
    return Version(
        version_id=path.stem,
        path=path,
        size_bytes=path.stat().st_size,
        created_at=facts.get("created_at"),
        origin=facts.get("origin"),
        parent_version_id=facts.get("parent_version_id"),
        is_current=is_current,
        is_pinned=path.with_suffix(".pinned").exists(),
        problem=problem,
    )


def facts_of(path: Path, *, is_older_allowed: bool = False) -> dict[str, str | None]:
    """The facts in ``version_info`` of a version; raises StoreError when it cannot be opened."""
    con = open_reader(path, is_older_allowed=is_older_allowed)
    try:
        return read_facts(con, path)
    finally:
        con.close()


def use_version(version_id: str) -> Path:
    """Make a version that is in the folder the current one; it is opened first, so the pointer never moves to a broken file."""
    path = version_path(version_id)
    facts_of(path)
    with only_writer():
        move_pointer(version_id)
    return path


def undo() -> Path:
    """Make the version from which the current one was made the current one again."""
    current = current_version()
    parent = facts_of(current)["parent_version_id"]
    if parent is None:
        raise StoreError("{version_id} is the first version: there is nothing to go back to.", version_id=current.stem)
    return use_version(parent)


def pin_version(version_id: str, *, is_pinned: bool = True) -> None:
    """Keep a version whatever comes after it, or stop keeping it."""
    path = version_path(version_id)
    if not path.is_file():
        raise StoreError("There is no version {version_id} in {folder}.", version_id=version_id, folder=path.parent)
    mark = path.with_suffix(".pinned")
    mark.touch() if is_pinned else mark.unlink(missing_ok=True)


@contextmanager
def writing(*, continues: bool, is_older_allowed: bool = False) -> Iterator[Draft]:
    """A draft to write, by the only writer; it is checked and published on leaving, and thrown away if anything goes wrong.

    A draft that ``continues`` the current version raises when that one is broken; one that starts anew (a build) is a way out of that.
    """
    with only_writer():
        remove_leftovers()
        version_id = new_version_id()
        draft = Draft(data_folder() / f"{version_id}.partial", version_id, parent_of_draft(continues=continues, is_older_allowed=is_older_allowed))
        try:
            yield draft
            publish(draft)
        except (OSError, duckdb.IOException, duckdb.OutOfMemoryException) as error:
            if not is_about_folder(error):
                raise
            raise failed_write(error) from error
        finally:
            remove_leftovers()


def publish(draft: Draft) -> Path:
    """Check the draft, give it its name, make it the current version and let go of the oldest ones."""
    check_draft(draft)
    path = version_path(draft.version_id)
    flush(draft.path)
    replace(draft.path, path)
    move_pointer(draft.version_id)
    remove_old_versions()
    return path


def check_draft(draft: Draft) -> None:
    """Raise unless the draft is a whole, consistent version with its own id."""
    con = open_reader(draft.path)
    try:
        facts = read_facts(con, draft.path)
        check_facts(draft.path, facts)
        findings = checks.find_faults(con, is_large_left_out=lake.lake_in(facts) is not None)
    finally:
        con.close()
    if facts.get("version_id") != draft.version_id:
        raise StoreError(
            "The new version carries the id {found} instead of {version_id}; nothing changed.",
            found=facts.get("version_id"),
            version_id=draft.version_id,
        )
    if findings:
        raise StoreError(
            "The new version is not consistent and was thrown away; the current one is unchanged. First of {count} faults: {fault}",
            count=len(findings),
            fault=findings[0],
        )


def move_pointer(version_id: str) -> None:
    """Replace the pointer in one step: a reader sees the old or the new one, never a half."""
    new = data_folder() / f"{POINTER}.tmp"
    with new.open("w", encoding="utf-8") as file:
        json.dump({"version_id": version_id}, file)
        file.flush()
        os.fsync(file.fileno())
    replace(new, data_folder() / POINTER)


def remove_old_versions() -> None:
    """Remove all but the newest ``KEPT_VERSIONS``, the current one and the pinned ones."""
    for version in list_versions()[KEPT_VERSIONS:]:
        if not (version.is_current or version.is_pinned):
            remove(version.path)


def parent_of_draft(*, continues: bool, is_older_allowed: bool) -> Path | None:
    """The current version, or nothing if there is none yet; a broken one raises where the draft ``continues`` it."""
    try:
        current = current_version()
        facts = facts_of(current, is_older_allowed=is_older_allowed)
    except NoVersionError:
        return None
    except StoreError:
        if continues:
            raise
        return None
    if continues:
        refuse_lake(facts)
    return current


def refuse_lake(facts: dict[str, str | None]) -> None:
    """Raise where the version reads from a lake: what is written into a version would not be in the lake."""
    if (found := lake.lake_in(facts)) is not None:
        raise StoreError(
            "The current version reads its records from the lake {uri}, so nothing can be written into it here. Add the records to the lake and build "
            "again with `python -m fairboard build --engine spark`, or go to a version of its own with `python -m fairboard versions use`.",
            uri=found.uri,
        )


def new_version_id() -> str:
    """An id that sorts after every version in the folder: the moment in UTC and four random digits."""
    moment = datetime.now(UTC)
    newest = max((path.stem for path in data_folder().glob("*.duckdb") if ID_PATTERN.fullmatch(path.stem)), default=None)
    if newest:
        last = datetime.strptime(newest.split("-")[0], ID_FORMAT).replace(tzinfo=UTC)
        moment = max(moment, last + timedelta(seconds=1))
    return f"{moment.strftime(ID_FORMAT)}-{secrets.token_hex(2)}"
