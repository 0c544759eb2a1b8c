"""Where a lake is: a folder of this machine, or an address of HDFS or S3. No password is ever part of it."""

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path

from pyarrow import fs

from fairboard.errors import RequestError, StoreError

SECONDS_TO_ANSWER = 10
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://(.*)", re.DOTALL | re.IGNORECASE)
_REMOTE = re.compile(r"(?P<host>[A-Za-z0-9.-]*)(?::(?P<port>\d{1,5}))?(?P<path>(?:/[\w.=-]+)*)/?")


@dataclass(frozen=True)
class Lake:
    """A lake by its address: ``scheme`` is file, hdfs or s3; ``host`` is a name node or a bucket, empty for a folder."""

    scheme: str
    host: str
    path: str
    port: int | None = None

    @property
    def uri(self) -> str:
        """The address, as it is shown and as it stands in a version."""
        if self.scheme == "file":
            return self.path
        return f"{self.scheme}://{self.host}{f':{self.port}' if self.port else ''}{self.path}"

    @property
    def is_local(self) -> bool:
        """True where the files lie on a disk that this machine sees."""
        return self.scheme == "file"

    def for_spark(self, path: str) -> str:
        """The address of ``path`` in the lake as Spark knows it: letters stand for themselves, none is written as %20."""
        if self.scheme == "file":
            return f"file://{self.path}/{path}"
        return f"{self.uri.replace('s3://', 's3a://', 1)}/{path}"

    def folder(self, name: str) -> "Lake":
        """A folder within it."""
        return replace(self, path=f"{self.path}/{name}")

    def files(self) -> fs.FileSystem:
        """The folder of the lake as a file system; raises StoreError where it cannot be reached."""
        try:
            return fs.SubTreeFileSystem(self._root(), self._file_system())
        except (OSError, ValueError) as error:
            raise away(self, error) from error

    def make_folder(self) -> None:
        """Make the folder where it is absent."""
        self._file_system().create_dir(self._root(), recursive=True)

    def remove_folder(self) -> None:
        """Remove the folder with all that is in it."""
        self._file_system().delete_dir(self._root())

    def _root(self) -> str:
        return f"{self.host}{self.path}" if self.scheme == "s3" else self.path or "/"

    def _file_system(self) -> fs.FileSystem:
        if self.scheme == "file":
            return fs.LocalFileSystem()
        if self.scheme == "hdfs":
            return fs.HadoopFileSystem(self.host or "default", self.port or 0)
        region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")
        retry = fs.AwsStandardS3RetryStrategy(max_attempts=2)
        return fs.S3FileSystem(region=region, connect_timeout=SECONDS_TO_ANSWER, request_timeout=6 * SECONDS_TO_ANSWER, retry_strategy=retry)


def parse(text: str) -> Lake:
    """The lake at ``text``: a path, ``file:///…``, ``hdfs://host:port/…``, ``s3://bucket/…`` (or ``s3a://``); raises RequestError for anything else."""
    found = _SCHEME.fullmatch(text.strip())
    if not found or found[1].lower() == "file":
        return _local(found[2] if found else text.strip())
    scheme, rest = found[1].lower().replace("s3a", "s3"), found[2]
    if scheme not in ("s3", "hdfs"):
        raise RequestError("A lake is a folder, or an address that begins with hdfs:// or s3://, not {scheme}://.", scheme=scheme[:20])
    if set(rest) & set("@?#"):
        raise RequestError("An address of a lake has no user, password or options in it. Credentials are taken from the environment, see docs/spark.md.")
    parts = _REMOTE.fullmatch(rest)
    if not parts or (scheme == "s3" and not parts["host"]) or ".." in rest:
        raise RequestError("{uri} is not an address of a lake; an example: s3://bucket/fairs", uri=text[:100])
    return Lake(scheme, parts["host"], parts["path"], int(parts["port"]) if parts["port"] else None)


def _local(text: str) -> Lake:
    path = str(Path(text).expanduser().absolute()) if text else ""
    if not path or set(path) & set("*?[]{}\\%") or not path.isprintable():
        raise RequestError("{uri} cannot be the folder of a lake: its name is empty, or has one of * ? [ ] %, a brace or a backslash in it.", uri=text[:100])
    return Lake("file", "", os.path.normpath(path))


def away(lake: Lake, error: Exception) -> StoreError:
    """What to say of a lake that cannot be reached."""
    return StoreError(
        "The lake {uri} cannot be read: {reason}. Numbers that need single postings wait until it is there again; the others are shown as usual.",
        uri=lake.uri,
        reason=reason_of(error),
    )


def reason_of(error: Exception) -> str:
    """The error in a line."""
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")[:200]
