"""The sections of the page Data quality, their own controls, and what stands there before anything was imported."""

from collections.abc import Callable

import streamlit as st

from fairboard.ui import controls, links, quality_filings, quality_panels
from fairboard.ui.board import Panel
from fairboard.ui.context import Context
from fairboard.ui.frame import escape

SECTIONS = {"filings": "Filings", "files": "Files", "left_out": "Left out", "flags": "Looks wrong"}
TABLES = {
    "postings": "Job table",
    "attendance": "Attendance",
    "employers": "List of employers",
    "livestream": "Live broadcast",
    "any": "Any table",
}
FAIR_COUNTS = {"12": "The latest 12", "30": "The latest 30", "1000": "All"}
WOULD_STAND_HERE = (
    "Which of the 15 offices filed for which fair: in time, late, replaced, or not at all",
    "Each file with its office, its fair, and what became of its rows",
    "How much of each file was understood: wage, place, headcount, education, sector, major",
    "The rows that were left out, with the reason, and the texts that were not understood",
    "What a new filing changed against the one it replaced",
    "Values that look wrong: wages far from their sector, impossible numbers of people, totals that contradict published figures",
)


def has_something(context: Context) -> bool:
    """True when a file was imported, or when the user asks for the sample by name: its records raise no flags by themselves."""
    return has_files(context) or "synthetic" in context.filters.record_kinds


def has_files(context: Context) -> bool:
    """True when this version has an imported file, whatever the filters."""
    return not context.run("methods/batches").is_empty


def explain(context: Context) -> None:
    """What would stand here, and the way to the first import."""
    st.markdown(f"#### {escape(context.text('No file has been imported yet'))}")
    st.markdown(escape(context.text("What is shown is the sample. After the first import this page shows:")))
    st.markdown("\n".join(f"- {escape(context.text(line))}" for line in WOULD_STAND_HERE))
    st.markdown(f"[{escape(context.text('Import a file'))}]({links.page('import')}?lang={context.language})")
    st.caption(escape(context.text("To try the rules on the sample, choose the synthetic records among the filters.")))


def choose(context: Context) -> str:
    """The section that is chosen."""
    default = "filings" if has_files(context) else "flags"
    return controls.choice(context, "section", context.text("Section"), _named(context, SECTIONS), default=default)


def panels(context: Context, section: str) -> list[Panel]:
    """The panels of a section, under its own controls."""
    sections: dict[str, Callable[[Context], list[Panel]]] = {
        "filings": filings, "files": quality_panels.of_files, "left_out": quality_panels.of_left_out, "flags": quality_panels.of_flags,
    }  # fmt: skip
    return sections[section](context)


def filings(context: Context) -> list[Panel]:
    """Who filed for what, and what new filings changed."""
    with controls.row():
        table = controls.choice(context, "table", context.text("Kind of table"), _named(context, TABLES), default="postings")
        fair_count = controls.choice(context, "fairs", context.text("Fairs"), _named(context, FAIR_COUNTS), default="12")
    return [
        quality_filings.matrix(context, None if table == "any" else table, int(fair_count)),
        quality_filings.change_counts(context),
        quality_filings.changes(context),
    ]


def _named(context: Context, texts: dict[str, str]) -> dict[str, str]:
    return {code: context.text(text) for code, text in texts.items()}
