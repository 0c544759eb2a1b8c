"""Saved views: a page with its selection under a name, kept in ``views.sqlite`` beside the versions.

SQLite does what several processes need: one writes at a time, the others wait, and what was written is on the disk. Its rollback
journal is used, not its write-ahead log, which needs memory that all processes share and so fails on a network disk.
"""

import json
import re
import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fairboard.errors import RequestError, StoreError
from fairboard.store.folder import ID_PATTERN, data_folder

FILE = "views.sqlite"
FORMAT = 1
LONGEST_WAIT_S = 15
LONGEST_NAME, LONGEST_DESCRIPTION, LONGEST_PARAMETERS = 120, 2_000, 16_000
MOST_VIEWS = 5_000
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Of ids: none that is taken for another when it is read aloud or copied by hand."""
ID_LENGTH = 8
VIEW_ID = re.compile(rf"[{LETTERS}]{{{ID_LENGTH}}}")
_PAGE = re.compile(r"[a-z][a-z_]{0,39}")
KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TABLE = """
create table if not exists views (
    view_id text primary key, name text not null, description text not null, page text not null, parameters text not null,
    version_id text, created_at text not null, updated_at text not null
)"""
_COLUMNS = "view_id, name, description, page, parameters, version_id, created_at, updated_at"


@dataclass(frozen=True)
class View:
    """A page and the parameters of its address; ``version_id`` is None where the latest version is meant. Moments are UTC."""

    view_id: str
    name: str
    description: str
    page: str
    parameters: dict[str, str]
    version_id: str | None
    created_at: datetime
    updated_at: datetime


def path() -> Path:
    """Where the views are."""
    return data_folder() / FILE


def list_views() -> tuple[View, ...]:
    """All views, the one changed last at first; none where none was ever saved."""
    if not path().is_file():
        return ()
    with _reading() as con:
        return tuple(_view(row) for row in con.execute(f"select {_COLUMNS} from views order by updated_at desc, view_id"))


def find(view_id: str) -> View | None:
    """The view of this id, or None."""
    if not VIEW_ID.fullmatch(view_id) or not path().is_file():
        return None
    with _reading() as con:
        row = con.execute(f"select {_COLUMNS} from views where view_id = ?", [view_id]).fetchone()
    return _view(row) if row else None


def save(name: str, description: str, page: str, parameters: Mapping[str, str], version_id: str | None) -> View:
    """Keep a view under a new id. Raises RequestError for a value that is not allowed, StoreError where it cannot be written."""
    now = datetime.now(UTC)
    own_id = "".join(secrets.choice(LETTERS) for _ in range(ID_LENGTH))
    view = View(own_id, *checked_texts(name, description), page, dict(parameters), version_id, now, now)
    _check_target(view)
    with _writing() as con:
        if con.execute("select count(*) from views").fetchone()[0] >= MOST_VIEWS:
            raise RequestError("There are {most} saved views, the most that are kept. Delete some that nobody needs.", most=MOST_VIEWS)
        con.execute(f"insert into views ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?)", _row(view))
    return view


def describe(view_id: str, name: str, description: str) -> None:
    """Give a view another name and description. Raises RequestError where it is not there any more."""
    texts = checked_texts(name, description)
    with _writing() as con:
        changed = con.execute("update views set name = ?, description = ?, updated_at = ? where view_id = ?", [*texts, _moment(datetime.now(UTC)), view_id])
        if not changed.rowcount:
            raise RequestError("This view is not there any more: somebody has deleted it.")


def delete(view_id: str) -> View | None:
    """Take a view away and give it back for :func:`restore`; None where it was not there."""
    with _writing() as con:
        row = con.execute(f"delete from views where view_id = ? returning {_COLUMNS}", [view_id]).fetchone()
    return _view(row) if row else None


def restore(view: View) -> None:
    """Put a deleted view back as it was, under its own id, so that links to it work again."""
    with _writing() as con:
        con.execute(f"insert or ignore into views ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?)", _row(view))


def checked_texts(name: str, description: str) -> tuple[str, str]:
    """Name and description as they are kept; raises RequestError for none or too long a text."""
    name, description = " ".join(_printable(name).split()), _printable(description).strip()
    if not name:
        raise RequestError("A view needs a name.")
    if len(name) > LONGEST_NAME:
        raise RequestError("The name is longer than {most} letters.", most=LONGEST_NAME)
    if len(description) > LONGEST_DESCRIPTION:
        raise RequestError("The description is longer than {most} letters.", most=LONGEST_DESCRIPTION)
    return name, description


def _check_target(view: View) -> None:
    texts = all(isinstance(value, str) and KEY.fullmatch(key) for key, value in view.parameters.items())
    if not _PAGE.fullmatch(view.page) or not texts or (view.version_id is not None and not ID_PATTERN.fullmatch(view.version_id)):
        raise RequestError("This is no page of Fairboard with its parameters, so it cannot be saved as a view.")
    if len(json.dumps(view.parameters, ensure_ascii=False)) > LONGEST_PARAMETERS:
        raise RequestError("What the page shows is too long for a view: {most} letters is the most. Shorten the SQL or the selection.", most=LONGEST_PARAMETERS)


def _printable(text: str) -> str:
    """``text`` without control characters and halves of characters, which no file could hold."""
    return "".join(letter for letter in text if letter in "\n\t" or (letter.isprintable() and not "\ud800" <= letter <= "\udfff"))


@contextmanager
def _reading() -> Iterator[sqlite3.Connection]:
    with _explained(), closing(_connect("ro")) as con:
        _check_format(con)
        yield con


@contextmanager
def _writing() -> Iterator[sqlite3.Connection]:
    """A transaction: all of it is on the disk afterwards, or nothing."""
    with _explained():
        data_folder().mkdir(parents=True, exist_ok=True)
        with closing(_connect("rwc")) as con:
            con.execute("begin immediate")
            try:
                if _check_format(con) == 0:
                    con.execute(_TABLE)
                    con.execute(f"pragma user_version = {FORMAT}")
                yield con
            except BaseException:
                con.rollback()
                raise
            con.commit()


def _connect(mode: str) -> sqlite3.Connection:
    con = sqlite3.connect(f"{path().absolute().as_uri()}?mode={mode}", uri=True, timeout=LONGEST_WAIT_S, isolation_level=None)
    con.execute("pragma synchronous = full")
    return con


def _check_format(con: sqlite3.Connection) -> int:
    found = con.execute("pragma user_version").fetchone()[0]
    if found > FORMAT:
        raise StoreError("{path} was written by a newer Fairboard. Update Fairboard to read the saved views.", path=path())
    return found


@contextmanager
def _explained() -> Iterator[None]:
    """What SQLite and the system say, as what happened, where, and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _failure(error) from error
    except OSError as error:
        raise StoreError("Saved views cannot be kept in {folder}: {reason}.", folder=data_folder(), reason=error.strerror or type(error).__name__) from error
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(error) from error


def _failure(error: sqlite3.Error) -> StoreError:
    reason = str(error)
    if "locked" in reason or "busy" in reason:
        return StoreError("{path} has been in use by another process for {seconds} seconds. Try again in a moment.", path=path(), seconds=LONGEST_WAIT_S)
    if "readonly" in reason or "unable to open" in reason or "full" in reason or "disk I/O" in reason:
        return StoreError(
            "{path} cannot be opened or written ({reason}); nothing changed. Give this user the right to write in the folder, or free space on its disk.",
            path=path(), reason=reason,
        )
    return _damaged(error)


def _damaged(error: Exception) -> StoreError:
    return StoreError(
        "{path} is damaged or is no file of Fairboard's ({reason}). The records are not touched. "
        "Put back a copy of the file, or move it away: then a new, empty one is begun.",
        path=path(), reason=str(error) or type(error).__name__,
    )


def _row(view: View) -> list[Any]:
    return [view.view_id, view.name, view.description, view.page, json.dumps(view.parameters, ensure_ascii=False), view.version_id,
            _moment(view.created_at), _moment(view.updated_at)]


def _view(row: tuple) -> View:
    view_id, name, description, page, parameters, version_id, created_at, updated_at = row
    held = json.loads(parameters)
    return View(view_id, str(name), str(description), str(page), {str(key): str(value) for key, value in held.items()}, version_id,
                datetime.fromisoformat(created_at), datetime.fromisoformat(updated_at))


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")
