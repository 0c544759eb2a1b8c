"""The files of a lake at one moment, by which a version notices that its lake has changed."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from pyarrow import fs

from fairboard.errors import StoreError
from fairboard.store.lake import LARGE_TABLES, UNFINISHED
from fairboard.store.lake.address import Lake, away

_PARTITION = re.compile(r"(?P<table>\w+)/fair_id=\d{1,9}/[^/]+\.parquet")
_NAME = re.compile(r"[\w.=+,@ ()-]+")


@dataclass(frozen=True, order=True)
class LakeFile:
    """A file of the lake: ``path`` from its folder on, with the table first."""

    path: str
    size_bytes: int
    modified_at: datetime

    @property
    def table(self) -> str:
        """The table whose rows it holds."""
        return self.path.split("/")[0]


def take(lake: Lake) -> tuple[LakeFile, ...]:
    """Every Parquet file of the lake in the order of the paths; raises StoreError where the lake is away, unfinished or laid out otherwise."""
    try:
        found = lake.files().get_file_info(fs.FileSelector("", recursive=True))
    except OSError as error:
        raise away(lake, error) from error
    names = {info.path for info in found}
    if UNFINISHED in names:
        raise StoreError("The lake {uri} is not finished: an export into it was cut off or is still running. Export again into an empty folder.", uri=lake.uri)
    files = sorted(LakeFile(info.path, info.size, _moment(info)) for info in found if info.is_file and _is_part(info.path))
    for file in files:
        if not _is_in_place(file):
            raise StoreError("{path} has no place in the lake {uri}: postings and attendance lie in folders such as postings/fair_id=1/.", path=file.path, uri=lake.uri)
    return tuple(files)


def id_of(files: Iterable[LakeFile]) -> str:
    """A short name for exactly these files."""
    lines = "\n".join(f"{file.path}\t{file.size_bytes}\t{file.modified_at.isoformat()}" for file in files)
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


def first_difference(before: Iterable[LakeFile], now: Iterable[LakeFile]) -> str | None:
    """The path of a file that was added, removed or changed; None where all are the same."""
    return min((file.path for file in set(before) ^ set(now)), default=None)


def _moment(info: fs.FileInfo) -> datetime:
    return datetime.fromtimestamp((info.mtime_ns or 0) // 1_000_000_000, UTC).replace(tzinfo=None)


def _is_part(path: str) -> bool:
    return path.endswith(".parquet") and not any(part.startswith(("_", ".")) for part in path.split("/"))


def _is_in_place(file: LakeFile) -> bool:
    is_plain = all(_NAME.fullmatch(part) for part in file.path.split("/"))
    return is_plain and (file.table not in LARGE_TABLES or _PARTITION.fullmatch(file.path) is not None)
