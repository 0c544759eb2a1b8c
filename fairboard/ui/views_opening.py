"""Short links to saved views: ``/fairboard/view/<id>`` leads to the page with its selection."""

from html import escape
from urllib.parse import urlencode, urljoin

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from fairboard.errors import FairboardError
from fairboard.locale import LANGUAGES, explain, translate
from fairboard.store import views
from fairboard.store.views import View
from fairboard.ui import links
from fairboard.ui.links import ROOT, route
from fairboard.ui.registry import PAGES

FOLDER = "view"


def short_link(view: View, **query: str) -> str:
    """The address of a view as a page sees it."""
    return f"{links.base()}{ROOT}/{FOLDER}/{view.view_id}" + (f"?{urlencode(query)}" if query else "")


def whole_link(view: View) -> str:
    """The address to pass on, with the name of the server as this user's browser knows it."""
    return urljoin(st.context.url or "", short_link(view))


def target(view: View, *, is_latest: bool = False, language: str | None = None) -> str:
    """The page of a view with its parameters, relative to a short link. What they say is checked by the page, as in any link."""
    query = dict(view.parameters)
    if view.version_id and not is_latest:
        query["v"] = view.version_id
    if language in LANGUAGES:
        query["lang"] = language
    page = "" if view.page == PAGES[0].name else view.page
    return f"../../{page}" + (f"?{urlencode(query)}" if query else "")


def open_view(asked: Request) -> Response:
    """Lead to the page, or say why there is none."""
    try:
        view = views.find(asked.path_params["view_id"])
    except FairboardError as error:
        return _said([explain(error, language) for language in LANGUAGES], 503)
    if view is None or view.page not in {page.name for page in PAGES}:
        text = "There is no saved view behind this link: it was deleted, or the link is not complete."
        return _said([translate(text, language) for language in LANGUAGES], 404)
    wanted = target(view, is_latest="latest" in asked.query_params, language=asked.query_params.get("lang"))
    return RedirectResponse(wanted, status_code=302, headers={"Cache-Control": "no-store"})


def _said(texts: list[str], status: int) -> Response:
    lines = "".join(f"<p>{escape(text)}</p>" for text in texts)
    words = " · ".join(escape(translate("Saved views", language)) for language in LANGUAGES)
    page = (
        '<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Fairboard</title>'
        "<style>body{font:16px/1.6 sans-serif;max-width:40rem;margin:15vh auto;padding:0 1rem;color-scheme:light dark}</style></head>"
        f'<body>{lines}<p><a href="../../views">{words}</a></p></body></html>'
    )
    return HTMLResponse(page, status_code=status, headers={"Cache-Control": "no-store"})


ROUTES = [Route(route(f"{ROOT}/{FOLDER}/{{view_id}}"), open_view)]
