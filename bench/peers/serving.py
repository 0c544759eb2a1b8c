"""The servers of the pages, each a process of its own on a free port of this machine, over the same version."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.data import FOLDER, PROJECT
from bench.servers import Server, free_port, wait_until_open

BUILT = PROJECT / "build" / "peers"
THEIR_PYTHON = BUILT / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
QUIET = {"BOKEH_RESOURCES": "server", "PYTHONPATH": str(PROJECT)}


@contextmanager
def running(name: str, words: list[str], version: Path, path: str = "/", **more: str) -> Iterator[Server]:
    """A server started by ``words``, in which {port} stands for its port; ``path`` answers when it is there, ``more`` is its environment."""
    port = free_port()
    FOLDER.mkdir(parents=True, exist_ok=True)
    environment = os.environ | QUIET | {"VERSION": str(version), "PORT": str(port)} | more
    with (FOLDER / f"peers-{name}.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen([word.format(port=port) for word in words], cwd=PROJECT, env=environment, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}{path}"
            wait_until_open(address, server, Path(log.name))
            yield Server(address, server.pid)
        finally:
            server.terminate()
            server.wait()


def dash_words() -> list[str]:
    """Dash, behind waitress."""
    return [str(THEIR_PYTHON), "-m", "bench.peers.dash_page"]


def panel_words() -> list[str]:
    """Panel by its own command."""
    return [str(THEIR_PYTHON), "-m", "panel", "serve", "bench/peers/panel_page.py", "--port", "{port}", "--address", "127.0.0.1",
            "--allow-websocket-origin", "127.0.0.1:{port}"]  # fmt: skip


def streamlit_words() -> list[str]:
    """The plain page with the same Streamlit as the dashboard."""
    return [sys.executable, "-m", "streamlit", "run", "bench/peers/streamlit_page.py", "--server.port", "{port}", "--server.address", "127.0.0.1",
            "--logger.hideWelcomeMessage", "true"]  # fmt: skip
