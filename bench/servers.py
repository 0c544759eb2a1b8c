"""The two servers that are measured, each a process of its own on a free port."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from bench.data import FOLDER, PROJECT

DASHBOARD, NAIVE = "dashboard.py", "bench/naive.py"
LONGEST_START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server."""

    address: str
    process_id: int

    def processor_ms(self) -> float | None:
        """Processor time used since the start, in milliseconds; None where the system does not tell it under /proc."""
        try:
            fields = Path(f"/proc/{self.process_id}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def peak_mb(self) -> float | None:
        """The peak of its memory since the start, in megabytes; None where the system does not tell it under /proc."""
        try:
            lines = Path(f"/proc/{self.process_id}/status").read_text(encoding="utf-8").splitlines()
        except OSError:
            return None
        return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM:")), None)


@contextmanager
def running(script: str, data: Path) -> Iterator[Server]:
    """``script`` served with the data in the folder ``data``; what it writes goes to a file in build/bench."""
    port = free_port()
    words = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), "--server.address", "127.0.0.1",
             "--logger.hideWelcomeMessage", "true"]
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{Path(script).stem}.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(words, cwd=PROJECT, env=os.environ | {"FAIRBOARD_DATA": str(data)}, stdout=log, stderr=log)
        try:
            wait_until_open(f"http://127.0.0.1:{port}/_stcore/health", server, Path(log.name))
            yield Server(f"http://127.0.0.1:{port}", server.pid)
        finally:
            server.terminate()
            server.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_until_open(address: str, server: subprocess.Popen, log: Path) -> None:
    """Wait until the server answers; raises where it ends or does not answer in time."""
    for _ in range(LONGEST_START_SECONDS * 10):
        if server.poll() is not None:
            break
        try:
            urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The server did not start. What it said stands in {log}:\n{log.read_text(encoding='utf-8')[-2000:]}")
