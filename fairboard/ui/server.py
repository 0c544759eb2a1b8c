"""The server's own routes beside Streamlit's: the files the browser needs, exports, and health."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import plotly
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from fairboard.store import versions
from fairboard.ui import export_routes
from fairboard.ui.links import ROOT

ASSETS = {"plotly.min.js": Path(plotly.__file__).parent / "package_data" / "plotly.min.js"}
A_DAY = "public, max-age=86400"


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Clean what a killed import left behind; then keep what is loaded out of the collector's way.

    Streamlit collects all garbage after every run; objects that live as long as the server need not be looked at each time.
    """
    versions.clean_leftovers()
    gc.collect()
    gc.freeze()
    yield {}


async def asset(request: Request) -> Response:
    """A file that the browser needs, by a name from a fixed list."""
    path = ASSETS.get(request.path_params["name"])
    return FileResponse(path, headers={"Cache-Control": A_DAY}) if path else PlainTextResponse("no such file", status_code=404)


async def health(_: Request) -> Response:
    """Alive."""
    return PlainTextResponse("ok")


ROUTES = [
    Route(f"/{ROOT}/assets/{{name}}", asset),
    Route(f"/{ROOT}/health", health),
    *export_routes.ROUTES,
]
