"""Old and rare workbooks, read in a process of their own.

An XLS, XLSB or ODS file does not show from outside how much memory it will take, and a damaged one can make the library end its
process on the spot. So a second process reads it under limits and hands the sheets over as Arrow streams; if it ends
otherwise, the file is refused and nothing else happens.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa

from fairboard.errors import InputFileError
from fairboard.importing.reading.grids import Grid, TextTable
from fairboard.importing.reading.workbook import read_workbook

MEMORY_BYTES = 3_000_000_000
SECONDS = 300
OUTPUT_BYTES = 3_000_000_000
REFUSED = 3
PROJECT = Path(__file__).resolve().parents[3]


def read_apart(path: Path, name: str) -> tuple[Grid, ...]:
    """Every worksheet of ``path``, read by a second process. Raises InputFileError when that refuses the file or does not survive it."""
    # -P: or a file received next to others and called json.py would be run
    command = [sys.executable, "-P", "-X", "utf8", "-c", f"from {__name__} import main; main()", str(path.absolute()), name]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(PROJECT), os.environ.get("PYTHONPATH")]))}
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        try:
            code = subprocess.run(
                command, stdout=output, stderr=errors, stdin=subprocess.DEVNULL, env=environment, timeout=SECONDS
            ).returncode
        except subprocess.TimeoutExpired:
            raise not_survived(name) from None
        if code == REFUSED:
            errors.seek(0)
            refusal = json.loads(errors.read().splitlines()[-1])
            raise InputFileError(refusal["template"], **refusal["params"])
        if code:
            raise not_survived(name)
        output.seek(0)
        return tuple(received(output))


def not_survived(name: str) -> InputFileError:
    """What to say when the second process did not come to an end of its own."""
    return InputFileError(
        "{name} cannot be read within {limit_gb} GB of memory and {seconds} seconds: it is damaged, or a cell stands far away from the others. "
        "Copy the table into a new workbook and save it as XLSX.",
        name=name,
        limit_gb=f"{MEMORY_BYTES / 1e9:.0f}",
        seconds=SECONDS,
    )


def received(output: BinaryIO) -> Iterator[Grid]:
    """The sheets that the second process wrote."""
    size = os.fstat(output.fileno()).st_size
    while output.tell() < size:
        with pa.ipc.open_stream(output) as stream:
            columns = stream.read_all()
        facts = json.loads(columns.schema.metadata[b"sheet"])
        merged = tuple((tuple(first), tuple(last)) for first, last in facts.pop("merged"))
        yield TextTable(columns=columns.replace_schema_metadata(None), merged=merged, **facts).grid()


def send(table: TextTable, output: BinaryIO) -> None:
    """Write one sheet as an Arrow stream."""
    facts = {name: getattr(table, name) for name in ("sheet", "merged", "is_hidden", "repaired_cell_count")}
    columns = table.columns.replace_schema_metadata({"sheet": json.dumps(facts)})
    with pa.ipc.new_stream(output, columns.schema) as stream:
        stream.write_table(columns)


def main() -> None:
    """What the second process does: read the workbook named first under limits; the second argument is its name in messages."""
    limit_process()
    try:
        for table in read_workbook(Path(sys.argv[1]), sys.argv[2]):
            send(table, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except InputFileError as error:
        params = {key: str(value) for key, value in error.params.items()}
        print("\n" + json.dumps({"template": error.template, "params": params}), file=sys.stderr, flush=True)
        sys.exit(REFUSED)


def limit_process() -> None:
    """Bound memory, time and output where the system can (not on Windows, where only the time is bounded)."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, OUTPUT_BYTES)):
        hard = resource.getrlimit(kind)[1]
        with suppress(ValueError, OSError):  # a system that knows a limit but does not let it be set
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
