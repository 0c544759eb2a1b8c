"""Several processes of the dashboard, and nginx before them with the configuration that ``python -m fairboard deploy`` writes."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.data import PROJECT
from bench.servers import DASHBOARD, Server, wait_until_open
from fairboard.commands.deploy import Plan, rendered

LONGEST_START_SECONDS = 30
MAIN = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 2048; }}
http {{
    include {mime};
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/fairboard.conf;
}}
"""


def find_nginx() -> str | None:
    """The program, or None where it is not installed."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def free_ports(count: int) -> int:
    """The first of ``count`` ports in a row that nobody listens on."""
    for first in range(20_000 + os.getpid() % 10_000, 40_000, count):
        with ExitStack() as stack:
            try:
                for port in range(first, first + count):
                    stack.enter_context(socket.socket()).bind(("127.0.0.1", port))
            except OSError:
                continue
            return first
    raise RuntimeError("There are no free ports in a row.")


@contextmanager
def process(data: Path, port: int, log: Path) -> Iterator[Server]:
    """A process that only shows records, as the unit of deploy/ starts it."""
    words = [sys.executable, "-m", "streamlit", "run", DASHBOARD, "--server.port", str(port), "--server.address", "127.0.0.1"]
    environment = os.environ | {
        "FAIRBOARD_DATA": str(data), "FAIRBOARD_READ_ONLY": "1", "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "60", "MALLOC_ARENA_MAX": "2",
        "FAIRBOARD_READER_THREADS": "1",
        "STREAMLIT_SERVER_COOKIE_SECRET": "the same for all processes of a test",
    }  # fmt: skip
    with log.open("a", encoding="utf-8") as output:
        running = subprocess.Popen(words, cwd=PROJECT, env=environment, stdout=output, stderr=output)
    try:
        wait_until_open(f"http://127.0.0.1:{port}/_stcore/health", running, log)
        yield Server(f"http://127.0.0.1:{port}", running.pid)
    finally:
        running.terminate()
        running.wait()


def main_text(folder: Path, mime: Path | None = None) -> str:
    """The configuration around the one of the site. Started by root, nginx works as root, too: the folder is nobody else's."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return MAIN.format(folder=folder, mime=mime or folder / "none*.types", user="user root;" if is_root else "")


@contextmanager
def nginx(folder: Path, plan: Plan) -> Iterator[Server]:
    """nginx with the configuration of ``plan``; its files lie in ``folder``, and it needs no rights of the system."""
    program = find_nginx()
    if program is None:
        raise RuntimeError("nginx is not installed. On Debian: apt-get install nginx-light")
    (folder / "fairboard.conf").write_text(rendered(plan)["fairboard.conf"], encoding="utf-8")
    mime = Path("/etc/nginx/mime.types")
    main = folder / "nginx.conf"
    main.write_text(main_text(folder, mime if mime.is_file() else None), encoding="utf-8")
    running = subprocess.Popen([program, "-c", str(main), "-p", str(folder), "-e", str(folder / "error.log")])
    try:
        address = f"http://{plan.listen}"
        wait_until_it_answers(f"{address}{plan.base}fairboard/health", running, folder / "error.log")
        yield Server(address, running.pid)
    finally:
        running.terminate()
        running.wait()


def wait_until_it_answers(address: str, running: subprocess.Popen, log: Path) -> None:
    """Wait until a request comes through; raises with what nginx said where it ends or does not."""
    for _ in range(LONGEST_START_SECONDS * 10):
        if running.poll() is not None:
            break
        try:
            urlopen(address, timeout=2).close()
        except (URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"nginx did not start:\n{log.read_text(encoding='utf-8') if log.is_file() else ''}")
