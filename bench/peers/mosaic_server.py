"""Mosaic's DuckDB server, as its command ``duckdb-server`` starts it, with the page beside it under ``/page``:

    SITE=… python -m bench.peers.mosaic_server --database … --port …

Page and data come from one address, as in any installation behind a proxy: so the browser need not ask first whether it may ask.
Release 0.34.2 gives msgspec a named union, which msgspec understands from Python 3.12 on only: here it gets the same union unnamed.
"""

import os
from pathlib import Path

import pkg.__main__
import pkg.app
from pkg.commands import ArrowRequest, ExecRequest
from starlette.applications import Starlette
from starlette.staticfiles import StaticFiles


def create_app(database: Path | str) -> Starlette:
    """The server's own app and the page."""
    app = pkg.app.create_app(database)
    app.mount("/page", StaticFiles(directory=os.environ["SITE"], html=True))
    return app


if __name__ == "__main__":
    pkg.app.Command = ArrowRequest | ExecRequest
    pkg.__main__.create_app = create_app
    pkg.__main__.serve()
