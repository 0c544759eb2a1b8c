"""The frame around every page: navigation, language, theme, version and the shared filters.

Every page script calls :func:`enter` first. The first call of a run draws the frame and runs the page that the URL names; within
that, the page's own call gives the context and draws nothing. So a page is right whether it is opened from the menu, by a deep
link on a fresh server, or by a test.
"""

import gc
from contextvars import ContextVar
from copy import copy
from functools import cache
from pathlib import Path

import streamlit as st

from fairboard.analysis import runner
from fairboard.errors import FairboardError
from fairboard.locale import Language, explain, translate
from fairboard.store import versions
from fairboard.ui import address, filter_panel, metrics, overview_asks, page_export, preferences, views_saving
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape
from fairboard.ui.registry import PAGES, page_of, sections

PROJECT = Path(__file__).parents[2]
EARLY_ASKS = {"overview": overview_asks.asks}
"""What a page asks whatever else is on it, by page: begun before the sidebar is drawn, which takes as long as the first answers."""
_current: ContextVar[Context | None] = ContextVar("fairboard_context", default=None)


def enter() -> Context:
    """The context of this run. The outermost call of a run draws the frame and runs the chosen page, then stops."""
    context = _current.get()
    if context is not None:
        return context
    with metrics.timed_run():
        _draw()
    st.stop()


def _draw() -> None:
    language = preferences.language()
    pages = {name: copy(page) for name, page in _pages(language).items()}
    st.set_page_config(page_title=translate("Fairboard", language), layout="wide", initial_sidebar_state="auto")
    menu = {translate(section, language): [pages[page.name] for page in found] for section, found in sections().items()}
    chosen = st.navigation(menu, position="top")
    name = chosen.url_path or PAGES[0].name
    try:
        _run(chosen, name, language)
    except FairboardError as error:
        _show_failure(error, language)


@cache
def _pages(language: Language) -> dict[str, st.Page]:
    """The pages by name; each run takes copies, since Streamlit notes in them what it does with them."""
    return {page.name: st.Page(str(PROJECT / page.script), title=translate(page.title, language), url_path=page.name, default=page is PAGES[0]) for page in PAGES}


def _run(chosen: object, name: str, language: Language) -> None:
    version, is_pinned = _version(language)
    filters = address.read(version, language, page=name)
    context = Context(name, language, preferences.mode(), version, is_pinned, filters)
    if name in EARLY_ASKS:
        runner.begin(EARLY_ASKS[name](context), version)
    with st.sidebar:
        preferences.draw(context)
        if page_of(name).has_filters:
            views_saving.draw(context)
            context = filter_panel.draw(context)
    address.write(context)
    token = _current.set(context)
    try:
        _title(context)
        _notice()
        chosen.run()
    finally:
        _current.reset(token)
    _settle(version, name)


@cache
def _settle(version: Path, page: str) -> None:
    """Once for each version and page: what was loaded for them stays, so the collector need not look at it again and again.

    What was kept out of its way before is looked through this once, so that sessions that have ended since leave nothing behind.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _version(language: Language) -> tuple[Path, bool]:
    pinned = st.query_params.get("v") or st.session_state.get("pinned_version")
    if pinned:
        try:
            path = versions.version_path(pinned)
            runner.cursor(path)
        except FairboardError:
            st.session_state["pinned_version"] = None
            gone = translate("The version {version} in the link is not here any more; the current one is shown.", language, version=repr(pinned)[1:41])
            st.warning(escape(gone))
        else:
            st.session_state["pinned_version"] = pinned
            return path, True
    path = None
    try:
        path = versions.current_version()
        runner.cursor(path)
    except FairboardError as error:
        return _last_good(path, error, language), False
    st.session_state["last_version"] = path
    return path, False


def _last_good(path: Path | None, error: FairboardError, language: Language) -> Path:
    """The version this user saw last, or any other that opens, when the one pointed to does not."""
    seen = st.session_state.get("last_version")
    others = [versions.version_path(version.version_id) for version in versions.list_versions()]
    for candidate in [seen, *others]:
        if candidate is None or candidate == path:
            continue
        try:
            runner.cursor(candidate)
        except FairboardError:
            continue
        instead = translate("The version {version} is shown instead.", language, version=candidate.stem)
        st.warning(escape(f"{explain(error, language)} {instead}"))
        return candidate
    raise error


def _title(context: Context) -> None:
    page = page_of(context.page)
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        st.title(context.text(page.question), anchor=False, width="content")
        page_export.reserve(st.container(width="content"))
    if "synthetic" in context.record_kinds:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge(context.text("Synthetic sample: no real records"), color="orange", width="content")
            st.caption(escape(context.caption), width="content")
    else:
        st.caption(escape(context.stamp))


def _notice() -> None:
    if notice := st.session_state.pop("notice", None):
        st.warning(escape(notice))


def _show_failure(error: FairboardError, language: Language) -> None:
    st.title(translate("Fairboard cannot show the records", language), anchor=False)
    st.error(escape(explain(error, language)))
    st.caption(translate("Nothing was changed. When this is mended, reload the page.", language))
