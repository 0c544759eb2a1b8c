"""Mosaic's page and what it reads, written into ``build/peers`` for one version and served from there.

Mosaic makes tables beside the data that it shows, so it gets a database of its own: the postings with the names beside them, made
anew for each run, so that nothing of the run before helps.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from bench.peers.install import FOLDER, NODE
from bench.peers.questions import BY_KEY, PREPARED, QUESTIONS, ask, opened
from bench.peers.serving import BUILT, THEIR_PYTHON, running
from bench.servers import Server

WASM = NODE / "node_modules" / "@duckdb" / "duckdb-wasm" / "dist"
PARTS = (NODE / "bundle.js", WASM / "duckdb-eh.wasm", WASM / "duckdb-browser-eh.worker.js")


@contextmanager
def serving_rest(version: Path) -> Iterator[Server]:
    """Mosaic with its DuckDB server from PyPI; the processor time is that of this server. Raises RuntimeError where npm has not installed Mosaic."""
    site = _site("rest")
    _write_page(site, version)
    database = site / "postings.duckdb"
    database.unlink(missing_ok=True)
    _write_database(version, database)
    words = [str(THEIR_PYTHON), "-m", "bench.peers.mosaic_server", "--database", str(database), "--port", "{port}"]
    with running("mosaic-duckdb", words, version, "/page/", SITE=str(site)) as server:
        yield Server(f"{server.address}?server=/", server.process_id)


@contextmanager
def serving_wasm(version: Path) -> Iterator[Server]:
    """Mosaic with DuckDB in the browser: the server only hands out files, and does nothing for a change. Raises as :func:`serving_rest` does."""
    site = _site("wasm")
    _write_page(site, version)
    with duckdb.connect(version, read_only=True) as con:
        reader = con.sql(PREPARED).to_arrow_reader(100_000)
        with pa.OSFile(str(site / "postings.arrow"), "wb") as file, pa.ipc.new_stream(file, reader.schema) as writer:
            for batch in reader:
                writer.write_batch(batch)
    with running("mosaic-wasm", _static(site), version) as page:
        yield page


def _site(name: str) -> Path:
    missing = [part.name for part in PARTS if not part.is_file()]
    if missing:
        raise RuntimeError(f"npm has not installed Mosaic: {', '.join(missing)} missing in build/peers")
    site = BUILT / f"mosaic-{name}"
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    return site


def _write_page(site: Path, version: Path) -> None:
    for part in (FOLDER / "mosaic.html", *PARTS):
        shutil.copy(part, site / ("index.html" if part.suffix == ".html" else part.name))
    with opened(str(version)) as con:
        regions = [label for _, label, _ in ask(con, BY_KEY["regions"], None)]
    page = {"titles": {question.key: question.title for question in QUESTIONS}, "regions": regions}
    (site / "page.json").write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")


def _write_database(version: Path, database: Path) -> None:
    with duckdb.connect(database) as con:
        con.execute(f"attach '{version}' as version (read_only)")
        con.execute("use version")
        con.execute(f"create table {database.stem}.main.postings as {PREPARED}")


def _static(site: Path) -> list[str]:
    return [sys.executable, "-m", "http.server", "{port}", "--bind", "127.0.0.1", "--directory", str(site)]
