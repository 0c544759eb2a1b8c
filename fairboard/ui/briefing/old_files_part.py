"""The part for files of earlier days: drop one in, and see which of its numbers have changed since, and by how much."""

from typing import Any
from urllib.parse import urlencode

import streamlit as st

from fairboard.analysis import formatting
from fairboard.briefing import stale
from fairboard.briefing.stale import STATES, FactChange, Staleness
from fairboard.errors import FairboardError
from fairboard.exports import manifest
from fairboard.exports.carried import LARGEST_FILE
from fairboard.locale import explain
from fairboard.ui import links
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape
from fairboard.ui.intake.view import CHINESE_UPLOADER

PAGES = {"briefing": "briefing", "communique": "briefing"}
MOST_ROWS = 500


def draw(context: Context) -> None:
    """The whole part."""
    st.markdown(escape(context.text(
        "PowerPoint, PDF, Excel, Word and HTML files that Fairboard wrote carry a list of what they show. Drop one in: every number of it is asked for again on the "
        "version shown. The file is read here and not kept. Tables in Excel files of over 8 MB carry no list."
    )))  # fmt: skip
    if context.language == "zh":
        st.html(CHINESE_UPLOADER)
    upload = st.file_uploader(context.text("A file that Fairboard wrote"), key="briefing_old_file", max_upload_size=LARGEST_FILE // 10**6)
    if upload is None:
        return
    try:
        with st.spinner(context.text("Asking again …")):
            found = stale.check(manifest.read_manifest(upload.getvalue()), context.version, context.language)
    except FairboardError as error:
        st.error(escape(explain(error, context.language)))
        return
    _summary(context, found)
    _table(context, found)


def _summary(context: Context, found: Staleness) -> None:
    held = found.manifest
    st.subheader(escape(held.title), anchor=False)
    st.caption(escape(context.text("{id} · made from version {before} · compared with version {now}", id=held.manifest_id, before=held.version_id, now=found.version.stem)))
    count = formatting.exact(len(found.changes))
    if not found.changes:
        st.info(escape(context.text("The file states no number that can be asked for again.")))
    elif not found.is_stale:
        st.success(escape(context.text("All {count} numbers of the file still hold.", count=count)))
    else:
        changed = formatting.exact(sum(1 for change in found.changes if change.size))
        st.warning(escape(context.text("{changed} of the {count} numbers of the file are not the same any more.", changed=changed, count=count)))
    with st.container(horizontal=True, vertical_alignment="center"):
        parts = [f"{context.text(STATES[state])}{context.text(': ')}{formatting.exact(number)}" for state, number in found.counts.items() if number]
        st.caption(escape(" · ".join(parts)))
        if held.kind in PAGES:
            query = {key: value for key, value in held.address.items() if key not in ("lang", "v")} | {"lang": context.language}
            st.link_button(context.text("Open the same on this version"), f"{links.page(PAGES[held.kind])}?{urlencode(query)}", icon=":material/open_in_new:")
    if held.left_out:
        st.caption(escape(context.text("{count} more numbers of the file are not listed in it and were not checked.", count=formatting.exact(held.left_out))))


def _table(context: Context, found: Staleness) -> None:
    """What has changed, largest first; the numbers that hold below, on request."""
    changed, held = [change for change in found.changes if change.size], [change for change in found.changes if not change.size]
    if changed:
        _rows(context, changed, "briefing_changed")
    if held:
        with st.expander(context.text("Numbers that still hold: {count}", count=formatting.exact(len(held)))):
            _rows(context, held, "briefing_held")


def _rows(context: Context, changes: list[FactChange], key: str) -> None:
    st.dataframe([_row(context, change) for change in changes[:MOST_ROWS]], hide_index=True, width="stretch", key=key)
    if len(changes) > MOST_ROWS:
        st.caption(escape(context.text("The first {count}.", count=MOST_ROWS)))


def _row(context: Context, change: FactChange) -> dict[str, Any]:
    language = context.language
    return {
        context.text("Number"): change.label,
        context.text("In the file"): change.text(change.before, language),
        context.text("Now"): change.text(change.after, language),
        context.text("Difference"): change.difference_text(language) or formatting.NOTHING,
        context.text("State"): change.state_text(language),
    }
