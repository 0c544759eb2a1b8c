"""``python -m fairboard serve``: the dashboard in the browser."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from fairboard.commands import build
from fairboard.commands.language import say
from fairboard.errors import FairboardError, RequestError
from fairboard.store.schema import PROJECT

DEFAULT_PORT = 8501
LONGEST_START_SECONDS = 60
LONGEST_END_SECONDS = 10


@click.command(
    epilog="""
    \b
    Examples:
      python -m fairboard serve
      python -m fairboard serve --port 8600
      python -m fairboard serve --address 127.0.0.1     only for this machine
    """
)
@click.option("--port", type=click.IntRange(1, 65535), default=DEFAULT_PORT, envvar="PORT", show_default=True, show_envvar=True,
              help="The port the dashboard answers on.")
@click.option("--address", help="The network address it answers on; every address of this machine unless given.")
@click.pass_context
def command(context: click.Context, port: int, address: str | None) -> None:
    """Start the dashboard, and build the sample first where there is no data version yet.

    Ctrl-C ends it. Nothing is fetched from outside while it runs.
    """
    check_port_is_free(port, address)
    context.invoke(build.command, if_missing=True)
    say("Starting the dashboard ...")
    with running(streamlit_command(port, address)) as server:
        wait_until_open(server, port, address)
        say("Fairboard is open at http://{host}:{port} (Ctrl-C ends it).", host=address or "localhost", port=port)
        if server.wait():
            raise FairboardError("The dashboard stopped by itself (exit code {code}). What it said stands above.", code=server.returncode)


def streamlit_command(port: int, address: str | None) -> list[str]:
    """The command that starts Streamlit; its welcome is left out, because it would ask a host outside for this machine's address."""
    words = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port), "--logger.hideWelcomeMessage", "true"]
    return [*words, "--server.address", address] if address else words


def check_port_is_free(port: int, address: str | None) -> None:
    """Raise RequestError where another program answers on the port, or the address is not this machine's."""
    try:
        family, kind, _, _, target = socket.getaddrinfo(address or "0.0.0.0", port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            if sys.platform != "win32":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(target)
    except OSError as error:
        raise RequestError(
            "Port {port} cannot be used: {reason}. Choose another, for example `python -m fairboard serve --port {other}` or `make run PORT={other}`.",
            port=port,
            reason=error.strerror or error,
            other=port + 99 if port < 65000 else DEFAULT_PORT,
        ) from error


@contextmanager
def running(words: list[str]) -> Iterator[subprocess.Popen]:
    """A child process in the project's folder that ends with this one, whether by Ctrl-C or by a polite request to end."""
    server = subprocess.Popen(words, cwd=PROJECT)
    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield server
    except KeyboardInterrupt:
        say("The dashboard has ended.")
    finally:
        signal.signal(signal.SIGTERM, before)
        end(server)


def interrupt(_: int, __: Any) -> None:
    """What a request to end does: the same as Ctrl-C."""
    raise KeyboardInterrupt


def end(server: subprocess.Popen) -> None:
    """End the child, at first politely."""
    if server.poll() is None:
        server.terminate()
    try:
        server.wait(LONGEST_END_SECONDS)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()
        server.wait()


def wait_until_open(server: subprocess.Popen, port: int, address: str | None) -> None:
    """Wait until the server answers on its port; raises FairboardError where it ends or never does."""
    host = address if address not in (None, "0.0.0.0") else "127.0.0.1"
    for _ in range(LONGEST_START_SECONDS * 10):
        if server.poll() is not None:
            raise FairboardError("The dashboard stopped by itself (exit code {code}). What it said stands above.", code=server.returncode)
        try:
            with socket.create_connection((host, port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise FairboardError("The dashboard did not answer on port {port} within {seconds} seconds.", port=port, seconds=LONGEST_START_SECONDS)
