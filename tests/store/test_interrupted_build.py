"""Ctrl-C in the middle of a build ends it in a moment and leaves no draft behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")


def test_an_interrupted_build_leaves_nothing_behind_and_says_no_more_than_that(tmp_path: Path):
    words = [sys.executable, "-m", "fairboard", "build", "--postings", "2000000"]
    # A child of a process in the background would ignore Ctrl-C.
    build = subprocess.Popen(words, cwd=PROJECT, env=os.environ | {"FAIRBOARD_DATA": str(tmp_path)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             text=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))  # fmt: skip
    while not any(path.stat().st_size > 1_000_000 for path in tmp_path.glob("*.partial")):
        assert build.poll() is None
        time.sleep(0.05)
    build.send_signal(signal.SIGINT)
    said, complaint = build.communicate()
    assert build.returncode == 130
    assert "Traceback" not in complaint and said == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["writer.json", "writing.lock"]
