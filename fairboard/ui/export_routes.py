"""The server's route to the exports: ``/fairboard/export/<query>.<csv|xlsx|parquet>`` and ``/fairboard/export/records.<…>``."""

import shutil
import tempfile
import threading
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from fairboard.errors import FairboardError, QueryError, StoreError
from fairboard.exports import files, request
from fairboard.exports.request import RECORDS_QUERY, UnknownExportError
from fairboard.locale import Language, explain, translate
from fairboard.ui.links import ROOT, route

MOST_AT_ONCE = 2
LONGEST_WAIT_S = 60
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "zip": "application/zip",
}
_records_turn = threading.BoundedSemaphore(MOST_AT_ONCE)


def export(asked: Request) -> Response:
    """The file, or in a line of plain text why there is none. Runs in a thread of its own, so that it holds nobody up."""
    language = request.language_of(asked.query_params)
    try:
        wanted = request.from_url(asked.path_params["target"], asked.query_params)
        return _answer(wanted)
    except FairboardError as error:
        return PlainTextResponse(explain(error, language), status_code=_status(error))
    except OSError as error:
        text = translate("The file could not be written on the server: {reason}.", language, reason=error.strerror or type(error).__name__)
        return PlainTextResponse(text, status_code=507)


def _answer(wanted: request.Export) -> Response:
    """All postings are heavy work: a few at a time, the next waits a minute at the most."""
    is_heavy = wanted.query.name == RECORDS_QUERY
    if is_heavy and not _records_turn.acquire(timeout=LONGEST_WAIT_S):
        return _busy(wanted.language)
    try:
        return _file(wanted)
    finally:
        if is_heavy:
            _records_turn.release()


def _file(wanted: request.Export) -> Response:
    folder = Path(tempfile.mkdtemp(prefix="fairboard-export-"))
    try:
        path = folder / wanted.file_name
        files.write(wanted, path)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return FileResponse(
        path, media_type=TYPES[path.suffix[1:]], filename=path.name, headers={"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"},
        background=BackgroundTask(shutil.rmtree, folder, ignore_errors=True),
    )


def _busy(language: Language) -> Response:
    text = translate("Other large exports are being written. Try again in a minute.", language)
    return PlainTextResponse(text, status_code=503, headers={"Retry-After": "60"})


def _status(error: FairboardError) -> int:
    if isinstance(error, UnknownExportError | StoreError):
        return 404
    return 500 if isinstance(error, QueryError) else 400


ROUTES = [Route(route(f"{ROOT}/export/{{target:path}}"), export, methods=["GET"])]
