"""The folder of the data versions: where it is, who writes in it, and what a killed writer leaves behind.

``writing.lock`` is held by the one build or import that runs, and freed by the system when it dies; ``writer.json`` says who that is.
"""

import errno
import json
import os
import re
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from fairboard.errors import RequestError, StoreError
from fairboard.store.schema import PROJECT

ID_PATTERN = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{4}")
LOCK = "writing.lock"
WRITER = "writer.json"
LEFTOVERS = ("*.partial", "*.partial.wal", "*.partial.tmp", "*.tmp", "*.duckdb.wal")
WINDOWS_DISK_FULL = 112
WINDOWS_WAITS_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8)
DISK_FULL = (errno.ENOSPC, errno.EDQUOT, WINDOWS_DISK_FULL)


def data_folder() -> Path:
    """The folder of the versions: FAIRBOARD_DATA, or ``data/versions`` in the project."""
    chosen = os.environ.get("FAIRBOARD_DATA")
    return Path(chosen) if chosen else PROJECT / "data" / "versions"


def version_path(version_id: str) -> Path:
    """Where the version of this id is or would be; an id of another shape raises, so that none leads out of the folder."""
    if not ID_PATTERN.fullmatch(version_id):
        raise RequestError("{version_id} is not a version id. `python -m fairboard versions list` shows them.", version_id=version_id[:60])
    return data_folder() / f"{version_id}.duckdb"


@contextmanager
def only_writer() -> Iterator[None]:
    """Hold the lock of the folder; raise at once when another process has it. The system frees it when a process dies."""
    lock = take_lock()
    try:
        yield
    finally:
        lock.release()


def take_lock() -> BaseFileLock:
    """The lock of the folder, taken, with a note of who took it."""
    folder = data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK, timeout=0)
        lock.acquire()
        note = {"process": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
        (folder / WRITER).write_text(json.dumps(note), encoding="utf-8")
    except Timeout:
        writer = current_writer()
        raise StoreError(
            "Another build or import is writing in {folder} (process {process}, since {since}). Wait until it has ended and try again.",
            folder=folder,
            process=writer.get("process", "?"),
            since=writer.get("since", "?"),
        ) from None
    except OSError as error:
        raise failed_write(error) from error
    return lock


def current_writer() -> dict[str, object]:
    """Who says to be writing; empty when nobody does."""
    try:
        return json.loads((data_folder() / WRITER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def clean_leftovers() -> None:
    """Remove what killed runs left behind, unless somebody is writing just now; called when a command or the dashboard starts."""
    if not any(leftovers()):
        return
    try:
        with only_writer():
            remove_leftovers()
    except StoreError:
        return


def leftovers() -> Iterator[Path]:
    """The files and folders in the data folder that only a running writer may have."""
    for pattern in LEFTOVERS:
        yield from data_folder().glob(pattern)


def remove_leftovers() -> None:
    """Remove every leftover; to be called by the only writer."""
    for path in list(leftovers()):
        remove(path)


def remove(path: Path) -> None:
    """Remove a file or a folder; one that is still open (Windows) or gone already is left for the next time."""
    try:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    except OSError:
        return


def replace(path: Path, target: Path) -> None:
    """Put ``path`` in the place of ``target`` in one step.

    Windows refuses that while another program has one of the two open: a reader of the pointer, or a virus scanner that looks at
    every new file. They let go within moments, so it is tried again.
    """
    for wait in WINDOWS_WAITS_SECONDS if sys.platform == "win32" else ():
        try:
            os.replace(path, target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    os.replace(path, target)


def flush(path: Path) -> None:
    """Wait until the file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def is_about_folder(error: Exception) -> bool:
    """False for an error about a file elsewhere, such as the one being imported: that is not for the store to explain."""
    names = [name for name in (getattr(error, "filename", None), getattr(error, "filename2", None)) if name]
    return not names or any(str(data_folder()) in str(name) for name in names)


def failed_write(error: Exception) -> StoreError:
    """What to say when the disk or the database refused a write."""
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    folder = data_folder()
    is_disk_full = getattr(error, "errno", None) in DISK_FULL or "no space left" in reason.lower() or "not enough space" in reason.lower()
    if is_disk_full:
        return StoreError("The disk of {folder} is full; nothing changed. Free some space and try again.", folder=folder)
    if isinstance(error, PermissionError):
        return StoreError(
            "{folder} may not be written to; nothing changed. Give this user the right to write, or set FAIRBOARD_DATA.", folder=folder
        )
    return StoreError("Writing in {folder} failed: {reason}. Nothing changed.", folder=folder, reason=reason)
