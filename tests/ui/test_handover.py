"""What runs hand over reaches the event loop whole, in order, and in few batches."""

import asyncio
import threading

import pytest
from streamlit.runtime.app_session import AppSession

from fairboard.ui import handover

OWN = getattr(AppSession, handover.NAME)


class Session:
    """As much of a session as the hand-over needs, which counts how often its loop is woken."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._event_loop = loop
        self.wakes = 0

    def wake(self, callback) -> None:
        self.wakes += 1
        self._event_loop.call_soon_threadsafe(callback)


def handed_over(count: int, threads: int = 1, failing: int | None = None) -> tuple[list, int]:
    """What the callbacks of some threads leave behind, in the order in which they are called, and how often the loop was woken."""
    seen: list[tuple[int, int]] = []
    call_soon = handover.gathered(Session.wake)

    async def run() -> int:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda *_: None)
        session = Session(loop)

        def leave(thread: int, number: int) -> None:
            seen.append((thread, number))
            if number == failing:
                raise RuntimeError("this one fails")

        def work(thread: int) -> None:
            for number in range(count):
                call_soon(session, lambda number=number: leave(thread, number))

        workers = [threading.Thread(target=work, args=(thread,)) for thread in range(threads)]
        for worker in workers:
            worker.start()
        async with asyncio.timeout(20):
            while len(seen) < count * threads:
                await asyncio.sleep(0.005)
        for worker in workers:
            worker.join()
        return session.wakes

    return seen, asyncio.run(run())


def test_nothing_is_lost_and_the_order_stays():
    seen, _ = handed_over(500)
    assert seen == [(0, number) for number in range(500)]


def test_threads_that_hand_over_at_once_lose_nothing():
    seen, _ = handed_over(2000, threads=4)
    for thread in range(4):
        assert [number for found, number in seen if found == thread] == list(range(2000))


def test_the_loop_is_woken_for_a_batch_and_not_for_each():
    _, wakes = handed_over(500)
    assert 1 <= wakes < 250


def test_one_that_fails_holds_no_other_up():
    seen, _ = handed_over(20, failing=3)
    assert seen == [(0, number) for number in range(20)]


def test_sessions_of_streamlit_gather_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(AppSession, handover.NAME, OWN)
    handover.gather()
    gathered = getattr(AppSession, handover.NAME)
    handover.gather()
    assert getattr(AppSession, handover.NAME) is gathered


def test_a_streamlit_without_that_method_is_left_alone(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(AppSession, handover.NAME)
    handover.gather()
    assert not hasattr(AppSession, handover.NAME)
