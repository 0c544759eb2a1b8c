"""The server's routes to the files of a briefing: ``/fairboard/briefing.<pptx|pdf|xlsx>`` and ``/fairboard/communique.<docx|html>``."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from fairboard.briefing import book, communique, pdf, pptx
from fairboard.briefing.communique.content import ROUNDED_KEY
from fairboard.briefing.identity import manifest_for
from fairboard.errors import FairboardError, StoreError
from fairboard.exports.manifest import with_manifest
from fairboard.locale import LANGUAGES, Language, explain
from fairboard.ui.links import ROOT, route
from fairboard.ui.present.wanted import Wanted, wanted

TYPES = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}
Writer = Callable[[Sequence[Any]], bytes]
SLIDES: dict[str, Writer] = {
    "pptx": lambda parts: with_manifest(pptx.write_pptx(parts), "pptx", manifest_for(parts)), "pdf": pdf.write_pdf, "xlsx": book.write_book,
}  # fmt: skip
TEXTS: dict[str, Writer] = {
    "docx": lambda parts: with_manifest(communique.write_docx(parts), "docx", manifest_for(parts, "communique")),
    "html": lambda parts: with_manifest(communique.write_html(parts), "html", manifest_for(parts, "communique")),
}
IN_KEY, BOTH = "in", "both"


def languages(query: Mapping[str, str], usual: Language) -> tuple[Language, ...]:
    """The languages of a file: ``in=zh``, ``in=en`` or ``in=both``; ``usual``, that of the page, where nothing is asked."""
    asked = query.get(IN_KEY, usual)
    return LANGUAGES if asked == BOTH else (asked,) if asked in LANGUAGES else (usual,)


def briefing_file(request: Request) -> Response:
    """The slides as a file. Runs in a thread of its own, so that it holds nobody up."""
    return _answer(request, SLIDES, "briefing", lambda asked, version, language: asked.briefing(version, language))


def communique_file(request: Request) -> Response:
    """The press text as a file."""
    is_rounded = request.query_params.get(ROUNDED_KEY) == "1"
    return _answer(request, TEXTS, "communique",
                   lambda asked, version, language: communique.build(asked.selection(version), version, language, is_rounded=is_rounded))


def _answer(request: Request, writers: dict[str, Writer], name: str, make: Callable[[Wanted, Path, Language], Any]) -> Response:
    """The file, or in a line of plain text why there is none."""
    asked, ending = wanted(request.query_params), request.path_params["ending"]
    if ending not in writers:
        return PlainTextResponse("no such file", status_code=404)
    try:
        version = asked.version
        parts = [make(asked, version, language) for language in languages(request.query_params, asked.language)]
        data = writers[ending](parts)
    except FairboardError as error:
        return PlainTextResponse(explain(error, asked.language), status_code=404 if isinstance(error, StoreError) else 400)
    headers = {
        "Content-Disposition": f'attachment; filename="fairboard-{name}-{version.stem}.{ending}"', "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
    }  # fmt: skip
    return Response(data, media_type=TYPES[ending], headers=headers)


ROUTES = [
    Route(route(f"{ROOT}/briefing.{{ending}}"), briefing_file, methods=["GET"]),
    Route(route(f"{ROOT}/communique.{{ending}}"), communique_file, methods=["GET"]),
]
