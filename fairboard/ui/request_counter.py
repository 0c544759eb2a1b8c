"""Counts what the server is asked for, by route and status."""

from collections.abc import Sequence
from typing import Any

from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fairboard.ui.links import route
from fairboard.ui.metrics import OTHER, REQUESTS

STREAMLIT = ("_stcore/stream", "_stcore/health", "_stcore/host-config", "_stcore/upload_file", "_stcore/bidi-components", "_stcore/metrics", "static", "media", "component")
"""Streamlit's own routes, by how their addresses begin."""


class CountRequests:
    """Middleware that leaves every request as it is."""

    def __init__(self, app: ASGIApp, routes: Sequence[Route]) -> None:
        self._app = app
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and count it when its answer begins."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        name, counted = self.name_of(scope["path"]), False

        def count(status: str) -> None:
            nonlocal counted
            if not counted:
                counted = True
                REQUESTS.labels(name, status).inc()

        async def send_on(message: Message) -> None:
            if (status := _status(message)) is not None:
                count(status)
            await send(message)

        try:
            await self._app(scope, receive, send_on)
        except Exception:
            count("500")
            raise

    def name_of(self, path: str) -> str:
        """The pattern of a route of ours, the beginning of one of Streamlit's, or ``other``: never what the user has written."""
        for own in self._routes:
            if own.path_regex.match(path):
                return own.path
        below = path.removeprefix(route(""))
        return next((begin for begin in STREAMLIT if below == begin or below.startswith(f"{begin}/")), OTHER)


def _status(message: dict[str, Any]) -> str | None:
    """The status that a message of the server sets; a websocket that is closed before it was opened was refused."""
    kind = message["type"]
    if kind in ("http.response.start", "websocket.http.response.start"):
        return str(message["status"])
    return {"websocket.accept": "101", "websocket.close": "403"}.get(kind)
