"""Storing runs beside the page: a click, a change of language or a visit to another page does not break it off."""

import threading
from collections.abc import Callable

from fairboard.errors import FairboardError
from fairboard.importing.batch import Progress
from fairboard.importing.filing import Filing


class Job:
    """Work in a thread of its own; ``points`` of 100 are done. When ``is_done``, either ``filing`` or ``error`` is there."""

    def __init__(self, work: Callable[[Progress], Filing]) -> None:
        self.points = 0
        self.filing: Filing | None = None
        self.error: FairboardError | None = None
        self._work = work
        self._thread = threading.Thread(target=self._run, name="fairboard-import", daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """True when the thread has ended."""
        return not self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Wait a moment for the end."""
        self._thread.join(seconds)

    def _run(self) -> None:
        try:
            self.filing = self._work(self._move_on)
        except FairboardError as error:
            self.error = error

    def _move_on(self, points: int) -> None:
        self.points = min(100, self.points + points)
