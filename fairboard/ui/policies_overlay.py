"""Policies laid over a course over time: the control, the lines on the chart, and the list that says what the numbers mean."""

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from fairboard.analysis import formatting
from fairboard.analysis.runner import Answer
from fairboard.charts.events import Event
from fairboard.charts.labels import plain, wrapped
from fairboard.ui import address
from fairboard.ui.board import Panel, alt_of
from fairboard.ui.context import Context

KEY = "policies"
MOST_WORDS = 44
SOURCE = ("source_title", "url")
"""Left out of the list where no policy has an address."""


@dataclass(frozen=True)
class Overlay:
    """The policies to be shown, in the order of their days; none while the control is off."""

    context: Context
    answer: Answer | None

    @property
    def events(self) -> list[Event]:
        """The policies as what a chart lays over its course."""
        return [Event(row["issued_on"].date(), str(row["policy_number"]), hover(self.context, row)) for row in self._rows()]

    def said_on(self, panel: Panel) -> Panel:
        """``panel`` with its broken lines named in its text alternative and in the line under its title."""
        rows = self._rows()
        if not rows:
            return panel
        text = self.context.text
        names = alt_of(self.context, text("Policies"), [(f"{row['policy_number']}. {self.context.label(row)}", f"{row['issued_on']:%Y-%m-%d}") for row in rows])
        return replace(panel, subtitle=f"{panel.subtitle} · {text('broken lines: policies, by number')}", alt=f"{panel.alt} {names}")

    def legend(self, width: str = "full") -> list[Panel]:
        """The list that says which policy each number is; empty while the control is off."""
        if self.answer is None:
            return []
        title = self.context.text("The policies by number")
        subtitle = self.context.text("Policies of the whole province and of the chosen regions; one outside the time shown has no line")
        hidden = () if any(row["url"] for row in self._rows()) else SOURCE
        return [Panel("policies", title, subtitle, self.answer, None, title, width=width, hidden_columns=hidden)]

    def _rows(self) -> list[dict[str, Any]]:
        return self.answer.rows() if self.answer else []


def draw(context: Context) -> Overlay:
    """The control "Show policies", and what it shows."""
    return Overlay(context, policies(context) if _switch(context) else None)


def policies(context: Context) -> Answer:
    """The policies of the chosen regions and of the whole province, in the order of their days."""
    return context.run("policies/list")


def hover(context: Context, row: dict[str, Any]) -> str:
    """What a pointer on a policy shows."""
    place = plain(row[f"region_label_{context.language}"])
    return f"{row['policy_number']}. {wrapped(context.label(row), MOST_WORDS)}<br>{formatting.day(row['issued_on'], context.language)} · {place}"


def _switch(context: Context) -> bool:
    """``policies=1`` in the URL while it is on; any other value there is off.

    The URL leads where it is not what was written last (a link, a reload, the browser's Back), else the control does.
    """
    state = st.session_state
    widget, written = f"{KEY}_{context.page}", f"written_{KEY}_{context.page}"
    asked = st.query_params.get(KEY) == "1"
    if widget not in state or address.is_led() or asked != state.get(written):
        state[widget] = asked
    is_on = st.toggle(context.text("Show policies"), key=widget, help=context.text("Lay the policies over the course over time, each as a line on its day"))
    state[written] = is_on
    if is_on and st.query_params.get(KEY) != "1":
        st.query_params[KEY] = "1"
    elif not is_on and KEY in st.query_params:
        del st.query_params[KEY]
    return is_on
