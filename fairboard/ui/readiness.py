"""Whether this process should get users: ``/fairboard/ready``, and the time between a request to end and the end.

A process that is asked to end (SIGTERM) with FAIRBOARD_DRAIN_SECONDS set says for so long that it is not ready, and serves on: a
balancer that asks for readiness sends nobody new in the meantime. nginx does not ask, it notices a closed port; there it stays 0.
"""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from fairboard.analysis import readiness
from fairboard.errors import FairboardError
from fairboard.locale import explain
from fairboard.store import versions

LONGEST_CHECK_SECONDS = 5
DRAIN_SECONDS = "FAIRBOARD_DRAIN_SECONDS"
_draining = threading.Event()


async def ready(_: Request) -> Response:
    """200 where the current version opens and answers, else 503 with the reason in a line of English, for those who run the server."""
    if _draining.is_set():
        return _answer("This process is about to end.", 503)
    try:
        async with asyncio.timeout(LONGEST_CHECK_SECONDS):
            return _answer(f"ready {await run_in_threadpool(_check)}", 200)
    except FairboardError as error:
        return _answer(explain(error, "en"), 503)
    except TimeoutError:
        return _answer(f"The current version did not answer within {LONGEST_CHECK_SECONDS} seconds.", 503)


def _check() -> str:
    version = versions.current_version()
    readiness.check(version)
    return version.stem


def _answer(text: str, status: int) -> Response:
    return PlainTextResponse(text, status_code=status, headers={"Cache-Control": "no-store"})


def drain_seconds() -> float:
    """How long to serve on after a request to end; 0 where the variable says nothing that is a number."""
    try:
        return max(0.0, float(os.environ.get(DRAIN_SECONDS) or 0))
    except ValueError:
        return 0.0


def drain_before_the_end(seconds: float) -> None:
    """From now on a first SIGTERM only begins the end, a second one ends at once. Called in the running loop of the main thread."""
    at_once = signal.getsignal(signal.SIGTERM)
    if seconds > 0 and callable(at_once) and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _end_later(seconds, at_once, asyncio.get_running_loop()))


def _end_later(seconds: float, at_once: Callable[[int, Any], Any], loop: asyncio.AbstractEventLoop) -> Callable[[int, Any], None]:
    def end(number: int, frame: Any) -> None:
        if _draining.is_set():
            at_once(number, frame)
        else:
            _draining.set()
            loop.call_soon_threadsafe(loop.call_later, seconds, at_once, number, None)

    return end
