"""A process says whether it should get users: its version opens and answers, and it is not about to end."""

import asyncio
import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from fairboard.analysis import runner
from fairboard.ui import readiness, server
from fairboard.ui.links import ROOT
from tests.ui.asking import Client

CLIENT = Client(Starlette(routes=server.ROUTES))


def ready() -> tuple[int, str]:
    answer = CLIENT.get(f"/{ROOT}/ready")
    assert answer.headers["cache-control"] == "no-store"
    return answer.status_code, answer.text


@pytest.fixture
def folder(sample_version: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder that the test may damage."""
    copy = Path(shutil.copytree(sample_version.parent, tmp_path / "data"))
    monkeypatch.setenv("FAIRBOARD_DATA", str(copy))
    yield copy
    runner.forget()


def test_a_process_whose_version_answers_is_ready_and_names_it(sample_version: Path):
    assert ready() == (200, f"ready {sample_version.stem}")


def test_without_data_it_is_alive_and_not_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FAIRBOARD_DATA", str(tmp_path))
    status, reason = ready()
    assert status == 503
    assert "There is no data yet" in reason
    assert CLIENT.get(f"/{ROOT}/health").status_code == 200


def test_a_version_that_was_cut_off_is_not_ready_with_the_reason(folder: Path, sample_version: Path):
    path = folder / sample_version.name
    path.write_bytes(path.read_bytes()[:5_000])
    status, reason = ready()
    assert status == 503
    assert path.name in reason


def test_a_pointer_to_nothing_is_not_ready(folder: Path, sample_version: Path):
    (folder / sample_version.name).unlink()
    status, reason = ready()
    assert status == 503
    assert sample_version.stem in reason


def test_a_version_that_does_not_answer_in_time_is_not_ready(sample_version: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(readiness, "LONGEST_CHECK_SECONDS", 0.05)
    monkeypatch.setattr(readiness.readiness, "check", lambda version: time.sleep(0.5))
    assert ready() == (503, "The current version did not answer within 0.05 seconds.")


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
def test_a_request_to_end_first_makes_it_unready_and_ends_it_after_the_time_to_drain(sample_version: Path, monkeypatch: pytest.MonkeyPatch):
    ended: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, frame: ended.append(number))
    monkeypatch.setattr(readiness, "_draining", threading.Event())

    async def live() -> None:
        readiness.drain_before_the_end(0.2)
        os.kill(os.getpid(), signal.SIGTERM)
        assert ended == []
        assert (await readiness.ready(None)).status_code == 503
        while not ended:
            await asyncio.sleep(0.01)
        os.kill(os.getpid(), signal.SIGTERM)  # a second one does not wait

    try:
        asyncio.run(live())
    finally:
        signal.signal(signal.SIGTERM, before)
    assert ended == [signal.SIGTERM, signal.SIGTERM]


@pytest.mark.parametrize(("said", "seconds"), [(None, 0), ("", 0), ("15", 15), ("2.5", 2.5), ("-1", 0), ("soon", 0)])
def test_the_time_to_drain_is_a_number_of_seconds_or_nothing(monkeypatch: pytest.MonkeyPatch, said: str | None, seconds: float):
    monkeypatch.setenv(readiness.DRAIN_SECONDS, said) if said is not None else monkeypatch.delenv(readiness.DRAIN_SECONDS, raising=False)
    assert readiness.drain_seconds() == seconds


def test_without_a_time_to_drain_a_request_to_end_is_left_alone():
    before = signal.getsignal(signal.SIGTERM)
    readiness.drain_before_the_end(0)
    assert signal.getsignal(signal.SIGTERM) is before
