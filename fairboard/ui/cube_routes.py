"""The server's route to the index that a board holds in the browser: ``/fairboard/cube`` for a version, a selection, a language and a theme.

It is asked for after the charts are painted, runs in a thread of its own, and never changes: the version is in its address.
"""

import json
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from cachetools import LRUCache
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from fairboard.analysis import cube, filters, options, runner
from fairboard.analysis.filters import URL_KEYS, Filters
from fairboard.charts import labels, tile_grid
from fairboard.charts.look import look
from fairboard.charts.theme import Mode
from fairboard.errors import FairboardError, StoreError
from fairboard.exports import request as requests
from fairboard.locale import Language, explain, translate
from fairboard.store import versions
from fairboard.ui.links import ROOT, base, route

FORM = "1"
"""Raised whenever the body changes its form, so that no browser takes an old one out of its cache."""
MOST_BYTES = 300_000
MOST_HELD = 64
LONGEST_WAIT_S = 2
FOR_A_DAY = {"Cache-Control": "public, max-age=86400, immutable", "X-Content-Type-Options": "nosniff"}

_held: LRUCache = LRUCache(maxsize=MOST_HELD)
_lock = threading.Lock()
_turn = threading.Lock()


def address(selection: Filters, version_id: str, language: Language, mode: Mode) -> str:
    """The address of the index that belongs to a selection, as a page sees it."""
    return f"{base()}{ROOT}/cube?{urlencode(selection.to_url() | {'lang': language, 'mode': mode, 'v': version_id, 'form': FORM})}"


def answer(asked: Request) -> Response:
    """The index as JSON; 204 where it would be larger than ``MOST_BYTES``, or where too many are asked for: then the server answers each change.

    One at a time, so that those who wait for a page go first.
    """
    language = requests.language_of(asked.query_params)
    key = asked.url.query
    with _lock:
        body = _held.get(key)
    if body is None:
        if not _turn.acquire(timeout=LONGEST_WAIT_S):
            return Response(status_code=204, headers={"Cache-Control": "no-store"})
        try:
            body = _body(asked.query_params, language)
        except FairboardError as error:
            return PlainTextResponse(explain(error, language), status_code=404 if isinstance(error, StoreError) else 400)
        finally:
            _turn.release()
        with _lock:
            _held[key] = body
    return Response(body, media_type="application/json", headers=FOR_A_DAY) if body else Response(status_code=204, headers=FOR_A_DAY)


def _body(url: Mapping[str, str], language: Language) -> bytes:
    version = versions.version_path(url.get("v", ""))
    allowed = {name: {option.code for option in found} for name, found in options.of_version(version).items()}
    selection, _ = filters.from_url({name: url[name] for name in URL_KEYS.values() if name in url}, allowed)
    found = index(selection, version, language, "dark" if url.get("mode") == "dark" else "light")
    body = json.dumps(found, separators=(",", ":"), ensure_ascii=False).encode() if found else b""
    return body if len(body) <= MOST_BYTES else b""


def index(selection: Filters, version: Path, language: Language, mode: Mode) -> dict[str, Any] | None:
    """What ``board/cube.js`` and ``board/binders.js`` read; ``None`` where the pairs have too many cells."""
    pairs = cube.pairs(selection, version)
    if pairs is None:
        return None
    return {
        "selection": selection.to_url(),
        "language": language,
        "default_records": runner.default_record_kinds(version),
        "pairs": {f"{pair.one}_{pair.other}": {"rows": pair.rows, "columns": pair.columns, "cells": pair.cells} for pair in pairs},
        "members": _members(version, language),
        "look": look(mode),
        "words": {name: translate(text, language, start="{start}", end="{end}", count="{count}") for name, text in BAND_WORDS.items()},
    }


BAND_WORDS = {"band": "{start}–{end} yuan: {count} openings", "open_band": "over {start} yuan: {count} openings"}


def _members(version: Path, language: Language) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {"sector": [], "region": [], "fair": []}
    for row in cube.members(version):
        label = labels.plain(row[f"label_{language}"])
        found[row["dimension"]].append({"code": row["code"], "label": label, "position": int(row["position"])} | _own(row, label))
    return found


def _own(row: dict[str, Any], label: str) -> dict[str, Any]:
    if row["dimension"] == "fair":
        return {"code": int(row["code"]), "day": f"{row['starts_on']:%Y-%m-%d}", "kind": row["fair_kind"], "record": row["record_kind"], "short": labels.beside_mark(label)}
    return {"fitted": tile_grid.fitted(label)} if row["dimension"] == "region" else {}


ROUTES = [Route(route(f"{ROOT}/cube"), answer, methods=["GET"])]
