"""Asks an app without a server."""

import asyncio

import httpx
from starlette.types import ASGIApp


class Client:
    """Gives what ``app`` answers; a fault in it is the answer 500, as from a server."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    def get(self, path: str, params: dict[str, str] | None = None) -> httpx.Response:
        """The answer to a GET."""
        return asyncio.run(self._get(path, params))

    async def _get(self, path: str, params: dict[str, str] | None) -> httpx.Response:
        transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://server") as client:
            return await client.get(path, params=params)

    def open_websocket(self, path: str, query: str = "") -> str:
        """What the app does first with a websocket: ``websocket.accept`` or ``websocket.close``."""
        sent: list[str] = []

        async def receive() -> dict:
            return {"type": "websocket.disconnect", "code": 1000} if sent else {"type": "websocket.connect"}

        async def send(message: dict) -> None:
            sent.append(message["type"])

        scope = {"type": "websocket", "path": path, "query_string": query.encode(), "headers": [], "subprotocols": []}
        asyncio.run(self._app(scope, receive, send))
        return sent[0]
