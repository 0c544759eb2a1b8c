"""The list of saved views: search, open, pass on, describe, delete and take back."""

from datetime import UTC

import streamlit as st

from fairboard.analysis import filters, formatting, glossary, options, sentence
from fairboard.errors import FairboardError
from fairboard.locale import explain, translate
from fairboard.store import versions, views
from fairboard.store.views import View
from fairboard.ui import views_opening, views_saving
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape
from fairboard.ui.registry import PAGES, page_of

LONGEST_SEARCH = 100
STEP = 20
DELETED, FAILED, SHOWN = "deleted_view", "views_failure", "views_shown"


def draw(context: Context) -> None:
    """The whole page."""
    if views_saving.is_off():
        st.info(escape(views_saving.reason_off(context)))
    _after_a_change(context)
    with st.container(key="views_list"):
        _list(context)


def _list(context: Context) -> None:
    try:
        held = views.list_views()
    except FairboardError as error:
        st.error(escape(explain(error, context.language)))
        return
    if not held:
        st.markdown(escape(context.text("No view is saved yet. On any page, choose filters and press “Save this view” at the side.")))
        return
    search = st.text_input(context.text("Search"), key="q", bind="query-params", max_chars=LONGEST_SEARCH, icon=":material/search:",
                           placeholder=context.text("A name, a word of the description, a page …"))
    found = [view for view in held if glossary.matches(search, _texts(view))]
    st.caption(context.text("{count} of {total} views", count=formatting.exact(len(found)), total=formatting.exact(len(held))))
    shown = st.session_state.get(SHOWN, STEP)
    for view in found[:shown]:
        _entry(context, view)
    if len(found) > shown:
        st.button(context.text("Show more"), key="views_more", on_click=_show_more)


def _show_more() -> None:
    st.session_state[SHOWN] = st.session_state.get(SHOWN, STEP) + STEP


def _after_a_change(context: Context) -> None:
    """What the last press of a button came to, and the way back from a deletion."""
    if error := st.session_state.pop(FAILED, None):
        st.error(escape(explain(error, context.language)))
    if view := st.session_state.get(DELETED):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(escape(context.text("“{name}” is deleted.", name=view.name)), width="content")
            st.button(context.text("Undo"), key="undo_delete", on_click=_restore, args=(view,))


def _texts(view: View) -> list[str]:
    title = page_of(view.page).title if _is_known(view) else view.page
    return [view.view_id, view.name, view.description, title, translate(title, "zh")]


def _is_known(view: View) -> bool:
    return view.page in {page.name for page in PAGES}


def _entry(context: Context, view: View) -> None:
    with st.container(border=True, key=f"view_{view.view_id}"):
        st.markdown(f"**{escape(view.name)}**")
        if view.description:
            st.markdown("  \n".join(escape(line) for line in view.description.splitlines()))
        st.caption(escape(_facts(context, view)))
        is_gone = _is_gone(view)
        if is_gone:
            st.caption(":orange[" + escape(context.text("The version {version} is not here any more; the view can be opened on the latest one.", version=view.version_id)) + "]")
        with st.container(horizontal=True, vertical_alignment="center"):
            query = {"lang": context.language} | ({"latest": "1"} if is_gone else {})
            st.link_button(context.text("Open on the latest version") if is_gone else context.text("Open"), views_opening.short_link(view, **query),
                           key=f"open_{view.view_id}", icon=":material/open_in_new:", disabled=not _is_known(view))
            st.code(views_opening.whole_link(view), language=None, width="content")
            if st.button(context.text("Rename"), key=f"rename_{view.view_id}", type="tertiary", disabled=views_saving.is_off()):
                st.dialog(context.text("Name and description"))(_form)(context, view)
            st.button(context.text("Delete"), key=f"delete_{view.view_id}", type="tertiary", disabled=views_saving.is_off(), on_click=_delete, args=(view.view_id,))


def _is_gone(view: View) -> bool:
    return view.version_id is not None and not versions.version_path(view.version_id).is_file()


def _facts(context: Context, view: View) -> str:
    """Page, selection, version and last change in one line."""
    known = {name: {option.code for option in found} for name, found in options.of_version(context.version).items()}
    selection, _ = filters.from_url(view.parameters, known)
    data = context.text("Version {version}", version=view.version_id) if view.version_id else context.text("Latest version")
    changed = view.updated_at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
    title = context.text(page_of(view.page).title) if _is_known(view) else view.page
    return " · ".join([title, sentence.filter_sentence(selection, context.version, context.language), data, changed])


def _form(context: Context, view: View) -> None:
    with st.form("describe_view_form", border=False):
        name = st.text_input(context.text("Name"), value=view.name, max_chars=views.LONGEST_NAME, key="describe_view_name")
        description = st.text_area(context.text("Description"), value=view.description, max_chars=views.LONGEST_DESCRIPTION, key="describe_view_description")
        is_asked = st.form_submit_button(context.text("Save"), type="primary", key="describe_view_submit")
    if is_asked:
        try:
            views_saving.check_on()
            views.describe(view.view_id, name or "", description or "")
        except FairboardError as error:
            st.error(escape(explain(error, context.language)))
        else:
            st.rerun()


def _delete(view_id: str) -> None:
    try:
        views_saving.check_on()
        st.session_state[DELETED] = views.delete(view_id)
    except FairboardError as error:
        st.session_state[FAILED] = error


def _restore(view: View) -> None:
    try:
        views_saving.check_on()
        views.restore(view)
        st.session_state[DELETED] = None
    except FairboardError as error:
        st.session_state[FAILED] = error
