"""What a process tells of itself: counted as it happened, and never in words that a user has written."""

from pathlib import Path
from urllib.parse import quote

import pytest
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from streamlit.testing.v1 import AppTest

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters
from fairboard.ui import server
from fairboard.ui.links import ROOT
from fairboard.ui.request_counter import STREAMLIT, CountRequests
from tests.ui.asking import Client

PROJECT = Path(__file__).parents[2]
HOSTILE = quote("x\"} 1\nfairboard_sessions 99")


async def _stream(socket):
    await (socket.accept() if "good" in socket.query_params else socket.close())


def _fails(_):
    raise RuntimeError("planted")


PLANTED = [Route("/planted", _fails), Route("/static/{path:path}", lambda _: PlainTextResponse("")), WebSocketRoute("/_stcore/stream", _stream)]
CLIENT = Client(Starlette(routes=[*server.ROUTES, *PLANTED], middleware=server.MIDDLEWARE))


def value(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0


def requests(route: str, status: str) -> float:
    return value("fairboard_requests_total", route=route, status=status)


def test_the_text_is_what_prometheus_reads_and_has_every_measure(sample_version: Path):
    answer = CLIENT.get(f"/{ROOT}/metrics")
    families = {family.name: family for family in text_string_to_metric_families(answer.text)}
    wanted = {"fairboard_requests", "fairboard_run_seconds", "fairboard_query_seconds", "fairboard_answers", "fairboard_sessions", "fairboard_version_info"}
    assert wanted <= families.keys()
    assert families["fairboard_version_info"].samples[0].labels == {"version": sample_version.stem}
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["cache-control"] == "no-store"


def test_without_a_version_the_rest_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FAIRBOARD_DATA", str(tmp_path))
    text = CLIENT.get(f"/{ROOT}/metrics").text
    assert "fairboard_sessions" in text
    assert "fairboard_version_info{" not in text


@pytest.mark.parametrize(("path", "route", "status"), [
    (f"/{ROOT}/health", f"/{ROOT}/health", "200"),
    (f"/{ROOT}/assets/nothing.js", f"/{ROOT}/assets/{{name}}", "404"),
    ("/wages?region=210100", "/wages", "200"),
    ("/static/js/index.123.js", "static", "200"),
    ("/planted", "other", "500"),
    ("/some/where", "other", "404"),
    (f"/{HOSTILE}", "other", "404"),
    (f"/{ROOT}/view/{HOSTILE}", f"/{ROOT}/view/{{view_id}}", "404"),
])  # fmt: skip
def test_a_request_is_counted_by_the_pattern_of_its_route(sample_version: Path, path: str, route: str, status: str):
    before = requests(route, status)
    CLIENT.get(path)
    assert requests(route, status) == before + 1


def test_no_label_holds_what_a_user_wrote(sample_version: Path):
    for path in (HOSTILE, f"{ROOT}/export/{HOSTILE}.csv", f"_stcore/{HOSTILE}", f"static/{HOSTILE}"):
        CLIENT.get(f"/{path}", params={"region": HOSTILE})
    assert "99" not in {line.rpartition(" ")[2] for line in CLIENT.get(f"/{ROOT}/metrics").text.splitlines() if line.startswith("fairboard_sessions")}
    labels = {sample.labels["route"] for family in REGISTRY.collect() if family.name == "fairboard_requests" for sample in family.samples}
    assert labels <= {route.path for route in server.ROUTES} | set(STREAMLIT) | {"other"}


def test_a_websocket_counts_once_when_it_is_opened_and_when_it_is_refused():
    opened, refused = requests("_stcore/stream", "101"), requests("_stcore/stream", "403")
    assert CLIENT.open_websocket("/_stcore/stream", "good") == "websocket.accept"
    assert CLIENT.open_websocket("/_stcore/stream") == "websocket.close"
    assert (requests("_stcore/stream", "101"), requests("_stcore/stream", "403")) == (opened + 1, refused + 1)


def test_routes_that_look_alike_are_told_apart():
    counter = CountRequests(None, server.ROUTES)
    assert [counter.name_of(path) for path in ("/static", "/staticky", "/wages", "/wages2")] == ["static", "other", "/wages", "other"]


def test_an_answer_is_counted_as_asked_once_and_as_remembered_after_that(sample_version: Path):
    def counts() -> tuple[float, ...]:
        return (value("fairboard_query_seconds_count", query=name), *(value("fairboard_answers_total", source=source) for source in ("duckdb", "remembered")))

    name, selection = "methods/sources", Filters()  # a query that no other is asked for
    runner.forget_answers()
    before = counts()
    for _ in range(3):
        runner.run(name, selection, sample_version)
    assert [now - then for now, then in zip(counts(), before, strict=True)] == [1, 1, 2]


def test_a_run_is_counted_by_its_page(sample_version: Path):
    before = value("fairboard_run_seconds_count", page="overview")
    app = AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=60).run()
    assert not app.exception
    assert value("fairboard_run_seconds_count", page="overview") == before + 1
