"""A lake in HDFS or S3 as a file system that DuckDB can read through: its own extension for that would have to be downloaded."""

from datetime import UTC, datetime
from functools import cached_property
from typing import Any

import duckdb
from fsspec import AbstractFileSystem
from pyarrow import NativeFile, fs

from fairboard.store.lake import PROTOCOL
from fairboard.store.lake.address import Lake


class LakeFileSystem(AbstractFileSystem):
    """Files under ``lake://``, for reading only; the lake itself is reached when the first file is opened."""

    protocol = PROTOCOL
    cachable = False

    def __init__(self, lake: Lake) -> None:
        super().__init__()
        self.lake = lake

    @cached_property
    def inner(self) -> fs.FileSystem:
        """The folder of the lake."""
        return self.lake.files()

    def glob(self, path: str, **_: Any) -> list[str]:
        """The path itself: the views name every file."""
        return [self._strip_protocol(path)]

    def info(self, path: str, **_: Any) -> dict[str, Any]:
        """Name, size and kind of a file."""
        found = self.inner.get_file_info(self._strip_protocol(path))
        return {"name": path, "size": found.size, "type": "file", "mtime_ns": found.mtime_ns}

    def modified(self, path: str) -> datetime:
        """When a file was last written, UTC."""
        return datetime.fromtimestamp((self.info(path)["mtime_ns"] or 0) / 1e9, UTC)

    def open(self, path: str, mode: str = "rb", **_: Any) -> NativeFile:
        """A file of the lake, to be read."""
        if mode != "rb":
            raise PermissionError(f"{path} is opened for reading only")
        return self.inner.open_input_file(self._strip_protocol(path))


def register(con: duckdb.DuckDBPyConnection, lake: Lake) -> None:
    """Make ``lake://`` known to the database of ``con``."""
    con.register_filesystem(LakeFileSystem(lake))
