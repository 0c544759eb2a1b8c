"""The controls of the page on agreements: the day of which the state is told, and which universities stand on the chart, both in the URL."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from fairboard.analysis import formatting
from fairboard.ui import controls, quality_filings
from fairboard.ui.context import Context

DAY_KEY, PLACE_KEY = "on", "unis"
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)
PLACES = {"all": None, "inside": True, "outside": False}


@dataclass(frozen=True)
class Day:
    """The day of which the state is told, and why it is that day."""

    on: date
    is_last: bool

    def sentence(self, context: Context) -> str:
        """The day in words."""
        day = formatting.day(self.on, context.language)
        return context.text("Status as of {day}, the last day of the records", day=day) if self.is_last else context.text("Status as of {day}", day=day)


def draw(context: Context) -> tuple[Day, bool | None]:
    """The day, and whether only universities inside (True) or outside (False) the province stand on the chart."""
    with controls.row():
        day = _day(context)
        names = {"all": context.text("All"), "inside": context.text("Inside the province"), "outside": context.text("Outside the province")}
        place = controls.choice(context, PLACE_KEY, context.text("Universities"), names, default="all")
    return day, PLACES[place]


def last_day(context: Context) -> date:
    """The last day of a fair among the selected records; today where there are none."""
    last = context.run("agreements/day").rows()[0]["last_on"]
    return quality_filings.today() if formatting.is_missing(last) else last.date()


def read_day(text: str | None, otherwise: date) -> date:
    """The day that ``text`` in the URL asks for, as 2025-12-06; ``otherwise`` for anything else."""
    try:
        day = date.fromisoformat((text or "")[:11])
    except ValueError:
        return otherwise
    return day if day.isoformat() == text and EARLIEST <= day <= LATEST else otherwise


def _day(context: Context) -> Day:
    """The URL leads where it is not what was written last (a link, a reload, the browser's Back), else the control does."""
    state, last = st.session_state, last_day(context)
    asked = st.query_params.get(DAY_KEY)
    is_led_by_url = "agreements_day" not in state or asked != state.get("written_day") or (asked is None and state["agreements_day"] != last)
    if is_led_by_url and not state.pop("agreements_day_moved", False):
        state["agreements_day"] = read_day(asked, last)
    chosen = st.date_input(context.text("Status on"), key="agreements_day", min_value=EARLIEST, max_value=LATEST, format="YYYY-MM-DD", width=170, on_change=_take) or last
    st.button(context.text("Today"), on_click=_set, args=(quality_filings.today(),), key="agreements_today")
    st.button(context.text("Last day of the records"), on_click=_set, args=(last,), key="agreements_last", disabled=chosen == last)
    wanted = None if chosen == last else chosen.isoformat()
    state["written_day"], state["agreements_day_moved"] = wanted, False
    if wanted is None and DAY_KEY in st.query_params:
        del st.query_params[DAY_KEY]
    elif wanted is not None and st.query_params.get(DAY_KEY) != wanted:
        st.query_params[DAY_KEY] = wanted
    return Day(chosen, chosen == last)


def _take() -> None:
    """After a change by the user the control leads and the URL follows."""
    st.session_state["agreements_day_moved"] = True


def _set(day: date) -> None:
    st.session_state["agreements_day"] = day
    _take()
