"""What this process tells about itself in Prometheus' format: ``/fairboard/metrics``.

Labels come from fixed lists (routes, pages, queries, statuses): nothing that a user has written, and no number of series that grows.
Processor time and memory of the process come from the library's own collectors.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, Counter, Gauge, Histogram, disable_created_metrics, generate_latest
from prometheus_client.core import InfoMetricFamily
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from streamlit.runtime import exists, get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.stats import ACTIVE_SESSIONS_FAMILY

from fairboard.analysis import observed
from fairboard.errors import FairboardError
from fairboard.store import versions
from fairboard.ui.registry import PAGES

OTHER = "other"
_PAGE_NAMES = frozenset(page.name for page in PAGES)

disable_created_metrics()
REQUESTS = Counter("fairboard_requests", "Requests by route and status; a websocket that was opened has the status 101.", ["route", "status"])
RUNS = Histogram("fairboard_run_seconds", "Runs of a page for one change of one user, from its start to its end.", ["page"],
                 buckets=(0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.8, 2, 5))  # fmt: skip
QUERIES = Histogram("fairboard_query_seconds", "Questions that DuckDB answered, by query.", ["query"],
                    buckets=(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10))  # fmt: skip
ANSWERS = Counter("fairboard_answers", "Answers to questions, by where they came from: remembered, or DuckDB.", ["source"])
SESSIONS = Gauge("fairboard_sessions", "Sessions with an open websocket.")


class CurrentVersion(Collector):
    """The data version that the next click will show; none where there is none."""

    def collect(self) -> Iterator[InfoMetricFamily]:
        """One line, asked anew each time."""
        try:
            version = versions.current_version().stem
        except FairboardError:
            return
        yield InfoMetricFamily("fairboard_version", "The data version shown.", {"version": version})


REGISTRY.register(CurrentVersion())


def _answered(query_name: str, seconds: float | None) -> None:
    ANSWERS.labels("remembered" if seconds is None else "duckdb").inc()
    if seconds is not None:
        QUERIES.labels(query_name).observe(seconds)


def _sessions() -> float:
    if not exists():
        return 0
    return sum(stat.value for stat in get_instance().stats_mgr.get_stats(family_names=[ACTIVE_SESSIONS_FAMILY])[ACTIVE_SESSIONS_FAMILY])


observed.observe(_answered)
SESSIONS.set_function(_sessions)


@contextmanager
def timed_run() -> Iterator[None]:
    """Count the run of a page and its time, however it ends."""
    started = time.perf_counter()
    try:
        yield
    finally:
        RUNS.labels(_page()).observe(time.perf_counter() - started)


def _page() -> str:
    """The page that this run has shown, by its name in the registry."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return OTHER
    name = context.pages_manager.get_pages().get(context.page_script_hash, {}).get("url_pathname", OTHER) or PAGES[0].name
    return name if name in _PAGE_NAMES else OTHER


def metrics(_: Request) -> Response:
    """All of it as text. Runs in a thread of its own, so that it holds nobody up."""
    return Response(generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"})
