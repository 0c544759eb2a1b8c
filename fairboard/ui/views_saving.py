"""The button in the sidebar that saves what a page shows under a name."""

import os

import streamlit as st

from fairboard.analysis import sentence
from fairboard.analysis.filters import URL_KEYS
from fairboard.errors import FairboardError, RequestError
from fairboard.locale import explain
from fairboard.store import views
from fairboard.ui import views_opening
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape
from fairboard.ui.registry import page_of

READ_ONLY = "FAIRBOARD_READ_ONLY"
LATEST, PINNED = "latest", "pinned"
NOT_KEPT = ("lang", "v", *URL_KEYS.values())


def is_off() -> bool:
    """True where the server keeps no views."""
    return bool(os.environ.get(READ_ONLY))


def reason_off(context: Context) -> str:
    """Why the server keeps none."""
    return context.text("Saving views is switched off on this server ({name} is set). Ask whoever runs it.", name=READ_ONLY)


def check_on() -> None:
    """Raise RequestError where the server keeps none: a disabled button alone would not hold back a forged message."""
    if is_off():
        raise RequestError("Saving views is switched off on this server ({name} is set). Ask whoever runs it.", name=READ_ONLY)


def draw(context: Context) -> None:
    """The button; it opens a form over the page."""
    if st.button(context.text("Save this view"), key="save_view", icon=":material/bookmark_add:", width="stretch", disabled=is_off(),
                 help=reason_off(context) if is_off() else context.text("Keep page, filters and settings under a name")):
        st.dialog(context.text("Save this view"))(_form)(context, parameters(context))


def parameters(context: Context) -> dict[str, str]:
    """What the address says of the page, language and version left out, with the selection as it is now."""
    own = {key: value for key, value in st.query_params.items() if key not in NOT_KEPT and views.KEY.fullmatch(key)}
    return own | context.filters.to_url()


def proposed_name(context: Context) -> str:
    """The page's title, with the selection where there is one."""
    title = context.text(page_of(context.page).title)
    chosen = sentence.filter_sentence(context.filters, context.version, context.language) if context.filters.active() else ""
    return f"{title} · {chosen}"[: views.LONGEST_NAME] if chosen else title


def _form(context: Context, shown: dict[str, str]) -> None:
    """The form; once the view is saved, its link stands in its place, so that a second press saves nothing twice."""
    place = st.empty()
    with place.form("save_view_form", border=False):
        name = st.text_input(context.text("Name"), value=proposed_name(context), max_chars=views.LONGEST_NAME, key="save_view_name")
        description = st.text_area(context.text("Description"), max_chars=views.LONGEST_DESCRIPTION, key="save_view_description",
                                   placeholder=context.text("What it shows, and what for"))
        choices = {LATEST: context.text("Always the latest version"), PINNED: context.text("This version: {version}", version=context.version_id)}
        chosen = st.radio(context.text("Data"), list(choices), format_func=choices.__getitem__, index=int(context.is_pinned), key="save_view_version")
        is_asked = st.form_submit_button(context.text("Save"), type="primary", key="save_view_submit")
    if not is_asked:
        return
    try:
        check_on()
        view = views.save(name or "", description or "", context.page, shown, context.version_id if chosen == PINNED else None)
    except FairboardError as error:
        st.error(escape(explain(error, context.language)))
        return
    place.empty()
    st.success(escape(context.text("Saved. This link opens it:")))
    st.code(views_opening.whole_link(view), language=None, wrap_lines=True)
