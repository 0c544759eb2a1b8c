"""The server's routes of presenting: the slides, the speaker's window, their files, and which version is the current one."""

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from fairboard.errors import FairboardError, RequestError, StoreError
from fairboard.locale import explain, translate
from fairboard.store import versions
from fairboard.ui.links import ROOT, route
from fairboard.ui.present import document
from fairboard.ui.present.wanted import Wanted, wanted

KEPT = "public, max-age=31536000, immutable"


def present(request: Request) -> Response:
    """All slides in one document. An address without a version is led to the one with the current version: a reload stays on it."""
    asked = wanted(request.query_params)
    try:
        version = asked.version
        if not asked.version_id:
            return RedirectResponse(asked.address("present", version.stem), headers={"Cache-Control": "no-store"})
        text = document.presentation(asked.briefing(version), asked, back_version="" if version.stem == _current() else version.stem)
    except FairboardError as error:
        return _problem(error, asked)
    return HTMLResponse(text, headers=document.HEADERS)


def notes(request: Request) -> Response:
    """The speaker's window."""
    asked = wanted(request.query_params)
    return HTMLResponse(document.notes(asked.language, asked.mode), headers=document.HEADERS)


def current_version(_: Request) -> Response:
    """The id of the current version, null where there is none."""
    return JSONResponse({"version_id": _current()}, headers={"Cache-Control": "no-store"})


def asset(request: Request) -> Response:
    """A script or a style sheet of the two windows, kept by the browser for as long as it is the same."""
    path = document.ASSETS.get(request.path_params["name"])
    if path is None:
        return PlainTextResponse("no such file", status_code=404)
    is_same = request.path_params["stamp"] == document.stamp()
    return FileResponse(path, headers={"Cache-Control": KEPT if is_same else "no-store", "X-Content-Type-Options": "nosniff"})


def _current() -> str | None:
    try:
        return versions.current_version().stem
    except FairboardError:
        return None


def _problem(error: FairboardError, asked: Wanted) -> Response:
    message = explain(error, asked.language)
    if asked.version_id and isinstance(error, RequestError | StoreError) and asked.version_id not in _ids():
        message = translate("The version {version} of this presentation is not here any more.", asked.language, version=repr(asked.version_id)[1:41])
    status = 404 if isinstance(error, RequestError | StoreError) else 500
    return HTMLResponse(document.problem(message, asked), status_code=status, headers=document.HEADERS)


def _ids() -> set[str]:
    return {path.stem for path in versions.data_folder().glob("*.duckdb")}


ROUTES = [
    Route(route(f"{ROOT}/present"), present),
    Route(route(f"{ROOT}/present/notes"), notes),
    Route(route(f"{ROOT}/present-assets/{{stamp}}/{{name}}"), asset),
    Route(route(f"{ROOT}/current-version"), current_version),
]
