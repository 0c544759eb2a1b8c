"""The server's own routes beside Streamlit's: the files the browser needs, exports, health, readiness and metrics."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import plotly
import streamlit
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from fairboard.analysis import options
from fairboard.errors import FairboardError
from fairboard.store import versions
from fairboard.ui import (
    briefing_routes,
    cube_routes,
    export_routes,
    frame,  # noqa: F401  loaded with the server, not by its first user
    handover,
    links,
    metrics,
    progress,
    readiness,
    theme_message,
    views_opening,
    warming,
)
from fairboard.ui.board import assets as board_assets
from fairboard.ui.intake import draft
from fairboard.ui.links import ROOT, route
from fairboard.ui.present import routes as present_routes
from fairboard.ui.registry import PAGES
from fairboard.ui.request_counter import CountRequests

ASSETS = {"plotly.min.js": Path(plotly.__file__).parent / "package_data" / "plotly.min.js"}
BOARD = {found.name: found for found in (board_assets.SCRIPT, board_assets.STYLE)}
A_DAY = "public, max-age=86400"
FOR_GOOD = "public, max-age=31536000, immutable"
WITHOUT_CHARTS = {"records", "methods", "import", "sql", "views", "briefing"}

# Streamlit's client takes the address of the app from window.__streamlit. Where it is not told, it asks below /<page>/ first, and two
# requests fail before it finds the app one level up. The preload must be the very address that the board loads.
APP_ADDRESS = '<script>window.__streamlit = { BACKEND_BASE_URL: new URL(".", window.location.href).href }</script>'
CONNECTED_AGAIN = f"<script>{(Path(__file__).parent / 'reconnect.js').read_text(encoding='utf-8')}</script>"
CHARTS_EARLY = f'<link rel="preload" as="script" href="{links.asset("plotly.min.js")}">{board_assets.EARLY}'


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Clean what a killed import left behind, and prepare theme and current version before the first user waits for them."""
    theme_message.keep()
    handover.gather()
    versions.clean_leftovers()
    draft.sweep()
    with suppress(FairboardError):  # the page says what is wrong, in the user's language
        options.of_version(versions.current_version())
    warming.begin()
    readiness.drain_before_the_end(readiness.drain_seconds())
    yield {}


async def asset(request: Request) -> Response:
    """A file that the browser needs, by a name from a fixed list."""
    name = request.path_params["name"]
    if found := BOARD.get(name):
        return Response(found.text, media_type=found.media_type, headers={"Cache-Control": FOR_GOOD})
    path = ASSETS.get(name)
    return FileResponse(path, headers={"Cache-Control": A_DAY}) if path else PlainTextResponse("no such file", status_code=404)


@cache
def _document(has_charts: bool) -> str:
    own = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    added = APP_ADDRESS + CONNECTED_AGAIN + (CHARTS_EARLY if has_charts else "")
    return own.replace("</head>", f"{added}{progress.snippet()}</head>", 1)


async def document(request: Request) -> Response:
    """What a page starts from: Streamlit's own document, with the app's address and an early request for what draws the charts."""
    page = request.url.path.rpartition("/")[2]
    return HTMLResponse(_document(page not in WITHOUT_CHARTS), headers={"Cache-Control": "no-cache"})


async def first_page(request: Request) -> Response:
    """The first page by its name: Streamlit knows it only by the root."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{links.base()}{query}")


async def health(_: Request) -> Response:
    """Alive; whether it can answer is said by ``ready``."""
    return PlainTextResponse("ok")


ROUTES = [
    Route(route(""), document),
    *(Route(route(page.name), document) for page in PAGES[1:]),
    Route(route(PAGES[0].name), first_page),
    Route(route(f"{ROOT}/assets/{{name}}"), asset),
    Route(route(f"{ROOT}/health"), health),
    Route(route(f"{ROOT}/ready"), readiness.ready),
    Route(route(f"{ROOT}/metrics"), metrics.metrics),
    *briefing_routes.ROUTES,
    *export_routes.ROUTES,
    *cube_routes.ROUTES,
    *views_opening.ROUTES,
    *present_routes.ROUTES,
]
MIDDLEWARE = [Middleware(CountRequests, routes=ROUTES)]
