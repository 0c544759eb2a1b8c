"""The controls of the page on agreements: the day of which the state is told, and which universities stand on the chart, both in the URL."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from fairboard.analysis import formatting
from fairboard.ui import controls, quality_filings
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape

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
    """The URL leads, and what the user chooses is written into it. The control is made anew for each day that the URL asks for, so that none keeps an older one."""
    last = last_day(context)
    asked = read_day(st.query_params.get(DAY_KEY), last)
    pressed = st.session_state.pop("agreements_day_pressed", None)
    text = st.query_params.get(DAY_KEY)
    if text and not pressed and text != asked.isoformat():
        st.warning(escape(context.text("These values in the link mean nothing here and were dropped: {values}", values=repr(f"{DAY_KEY}={text}")[1:-1][:40])))
    shown = pressed or asked
    key = f"agreements_day_{shown}"
    st.date_input(context.text("Status on"), value=shown, key=key, min_value=EARLIEST, max_value=LATEST, format="YYYY-MM-DD", width=170, on_change=_take, args=(key, last))
    chosen = shown
    st.button(context.text("Today"), on_click=_press, args=(quality_filings.today(),), key="agreements_today")
    st.button(context.text("Last day of the records"), on_click=_press, args=(last,), key="agreements_last", disabled=chosen == last)
    wanted = None if chosen == last else chosen.isoformat()
    if wanted is None and DAY_KEY in st.query_params:
        del st.query_params[DAY_KEY]
    elif wanted is not None and st.query_params.get(DAY_KEY) != wanted:
        st.query_params[DAY_KEY] = wanted
    return Day(chosen, chosen == last)


def _press(day: date) -> None:
    """Take a day by a button."""
    st.session_state["agreements_day_pressed"] = day


def _take(key: str, last: date) -> None:
    """Take the day that was chosen in the control; without one, the last of the records."""
    _press(st.session_state[key] or last)
