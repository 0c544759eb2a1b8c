"""An import that is killed at any moment leaves the data as they were before it, or as they are after it, and never stands in the way."""

import itertools
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fairboard.store import checks, versions

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="an import is started by fork here, which this system does not have")

PROJECT = Path(__file__).parents[2]
KILL_COUNT = 54
PUBLISHED_AT, STEP = 0.75, 1.15
POSTING_COUNT = 40
STARTER = """
import os, sys
import fairboard.commands.importing, fairboard.importing.batch, fairboard.store.writing  # noqa
from fairboard.__main__ import main
for line in iter(sys.stdin.readline, ""):
    process = os.fork()
    if process == 0:
        os.dup2(os.open(os.devnull, os.O_RDWR), 0)
        log = os.open(os.environ["FAIRBOARD_TEST_LOG"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1), os.dup2(log, 2)
        try:
            main(line.rstrip("\\n").split("\\t"), standalone_mode=True)
        except SystemExit as ended:
            os._exit(ended.code or 0)
        except BaseException as error:
            print(repr(error), flush=True)
            os._exit(99)
        os._exit(0)
    print(process, flush=True)
    sys.stdin.readline()
    print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)
"""
"""A process that has loaded the program and forks a new import for each line, so that an import takes no two seconds to start."""


def import_arguments(table: Path, number: int) -> list[str]:
    """The command line of the import under test."""
    return ["--lang", "en", "import", str(table), "--new-fair", f"第{number}场", "--starts-on", "2026-03-25"]


class Imports:
    """Starts imports, one at a time."""

    def __init__(self, table: Path, log: Path) -> None:
        self.table, self.log = table, log
        self.numbers = itertools.count(1)
        environment = os.environ | {"FAIRBOARD_TEST_LOG": str(log), "PYTHONPATH": str(PROJECT)}
        self.starter = subprocess.Popen(
            [sys.executable, "-c", STARTER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            env=environment,
            cwd=PROJECT,
        )

    def start(self) -> int:
        """Begin an import of the table into a new fair; gives its process."""
        self.starter.stdin.write("\t".join(import_arguments(self.table, next(self.numbers))) + "\n")
        return int(self.starter.stdout.readline())

    def wait(self) -> int:
        """How the import ended; only now does the system forget its number, so that no other process can be killed by it."""
        self.starter.stdin.write("\n")
        ready, _, _ = select.select([self.starter.stdout], [], [], 60)
        assert ready, "the import does not end"
        return int(self.starter.stdout.readline())

    def run(self) -> float:
        """One whole import; gives its seconds."""
        begun = time.monotonic()
        self.start()
        assert self.wait() == 0, self.log.read_text(encoding="utf-8")
        return time.monotonic() - begun

    def kill_after(self, seconds: float) -> int:
        """One import that is killed after ``seconds``, or has ended by then; gives how it ended."""
        process = self.start()
        time.sleep(seconds)
        os.kill(process, signal.SIGKILL)
        return self.wait()

    def close(self) -> None:
        """End the process that starts them."""
        self.starter.stdin.close()
        self.starter.stdout.close()
        self.starter.wait(timeout=20)


@pytest.fixture
def imports(tmp_path: Path, small_sample: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Imports]:
    """Imports of a small table into a data folder of their own that holds the small sample."""
    monkeypatch.setenv("FAIRBOARD_DATA", str(small_sample()))
    table = tmp_path / "岗位表.csv"
    lines = [f"焊工{number},大连船厂{number % 7},大连,{number % 5 + 1},6-8千" for number in range(POSTING_COUNT)]
    table.write_text("\n".join(["职位名称,单位名称,工作地点,招聘人数,薪资", *lines]), encoding="gbk")
    started = Imports(table, tmp_path / "import.log")
    yield started
    started.close()


def recorded() -> tuple[int, ...]:
    """Recorded fairs, their postings, openings and participations, and the batches of the current version, which is consistent."""
    con = versions.open_reader(versions.current_version())
    try:
        assert checks.find_faults(con) == []
        return con.execute("""
            select count(*), (select count(*) from postings where batch_id is not null),
                   (select coalesce(sum(openings), 0)::bigint from postings where batch_id is not null),
                   (select count(*) from participations join fairs using (fair_id) where record_kind = 'recorded'),
                   (select count(*) from batches)
            from fairs where record_kind = 'recorded'
        """).fetchone()
    finally:
        con.close()


def corrected(whole_seconds: float, moment: float, *, is_published: bool) -> float:
    """The time over which kills are spread, as the rest of the machine does more or less: what an import publishes should come at three quarters."""
    if is_published == (moment > PUBLISHED_AT):
        return whole_seconds
    return whole_seconds / STEP if is_published else whole_seconds * STEP


@pytest.mark.timeout(600)  # some fifty imports, of which each takes as long as the machine needs
def test_an_import_killed_at_any_moment_leaves_the_data_before_or_after_it(imports: Imports) -> None:
    imports.run()
    one = recorded()
    assert one == (1, POSTING_COUNT, POSTING_COUNT * 3, 7, 1)
    whole_seconds = sorted(imports.run() for _ in range(3))[1]
    before, kinds, drafts, chance = recorded(), {"before": 0, "after": 0}, 0, random.Random(1)
    moments = [(place + chance.random()) * 1.05 / KILL_COUNT for place in range(KILL_COUNT)]
    for moment in chance.sample(moments, KILL_COUNT):
        seconds = moment * whole_seconds
        ended = imports.kill_after(seconds)
        assert ended in (0, -signal.SIGKILL), imports.log.read_text(encoding="utf-8")
        drafts += bool(list(versions.data_folder().glob("*.partial*")))
        found = recorded()
        after = tuple(map(sum, zip(before, one, strict=True)))
        assert found in (before, after), f"killed after {seconds:.3f} s of {whole_seconds:.3f}"
        assert ended != 0 or found == after, "an import that says it is done has stored its records"
        kinds["after" if found == after else "before"] += 1
        before = found
        whole_seconds = corrected(whole_seconds, moment, is_published=found == after)
    assert kinds["before"] >= KILL_COUNT // 3 and kinds["after"] >= 3 and drafts >= 5, f"the kills missed the work: {kinds}, {drafts} drafts left"
    print(f"{KILL_COUNT} kills within {whole_seconds:.2f} s: {kinds}, {drafts} with a draft left behind")
    imports.run()
    assert recorded() == tuple(map(sum, zip(before, one, strict=True)))
    assert not list(versions.data_folder().glob("*.partial*"))
