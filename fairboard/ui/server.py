"""The server's own routes beside Streamlit's: the files the browser needs, exports, and health."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import plotly
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from fairboard.analysis import options
from fairboard.errors import FairboardError
from fairboard.store import versions
from fairboard.ui import (
    export_routes,
    frame,  # noqa: F401  loaded with the server, not by its first user
)
from fairboard.ui.links import ROOT, base
from fairboard.ui.registry import PAGES

ASSETS = {"plotly.min.js": Path(plotly.__file__).parent / "package_data" / "plotly.min.js"}
A_DAY = "public, max-age=86400"


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Clean what a killed import left behind, and open the current version before the first user waits for it."""
    versions.clean_leftovers()
    with suppress(FairboardError):  # the page says what is wrong, in the user's language
        options.of_version(versions.current_version())
    yield {}


async def asset(request: Request) -> Response:
    """A file that the browser needs, by a name from a fixed list."""
    path = ASSETS.get(request.path_params["name"])
    return FileResponse(path, headers={"Cache-Control": A_DAY}) if path else PlainTextResponse("no such file", status_code=404)


async def first_page(request: Request) -> Response:
    """The first page by its name: Streamlit knows it only by the root."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{base()}{query}")


async def health(_: Request) -> Response:
    """Alive."""
    return PlainTextResponse("ok")


ROUTES = [
    Route(f"/{PAGES[0].name}", first_page),
    Route(f"/{ROOT}/assets/{{name}}", asset),
    Route(f"/{ROOT}/health", health),
    *export_routes.ROUTES,
]
