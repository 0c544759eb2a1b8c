"""The six charts in Panel with Bokeh, for the environment of ``requirements.txt``:

    VERSION=… python -m panel serve bench/peers/panel_page.py

What somebody who knows Panel does: figures and sources made once for each session, a tap on a bar selects it (Bokeh does that in the
browser), and the selection changes the data of the other sources; ``hold`` sends all five changes as one message. One read-only
connection for the server, the chart of regions asked for once. Everything is served from the installed packages.
"""

import os
from typing import Any

import panel as pn
from bokeh.models import ColumnDataSource
from bokeh.plotting import figure

from bench.peers.questions import BY_KEY, NARROWED, QUESTIONS, Question, Row, ask, opened

if "connection" not in pn.state.cache:
    pn.state.cache["connection"] = opened(os.environ["VERSION"])
    pn.state.cache["regions"] = ask(pn.state.cache["connection"], BY_KEY["regions"], None)
connection, regions = pn.state.cache["connection"], pn.state.cache["regions"]


def columns(question: Question, rows: list[Row]) -> dict[str, list[Any]]:
    """The data of a source: where each bar stands and how long it is."""
    return {"mark": [label if question.is_ranking else code for code, label, _ in rows], "openings": [openings for _, _, openings in rows]}


def chart(question: Question, source: ColumnDataSource) -> Any:
    """Bars, without tools that nobody needs here: a tool that follows the mouse would only cost Bokeh time."""
    look = {"title": question.title, "name": question.key, "height": 340, "sizing_mode": "stretch_width", "toolbar_location": None}
    if question.is_ranking:
        plot = figure(y_range=list(reversed(source.data["mark"])), tools="tap" if question.key == "regions" else "", **look)
        plot.hbar(y="mark", right="openings", height=0.8, source=source)
    else:
        plot = figure(tools="", **look)
        plot.vbar(x="mark", top="openings", width=800 if question.key == "wages" else 0.8, source=source)
    return plot


sources = {question.key: ColumnDataSource(columns(question, ask(connection, question, None))) for question in QUESTIONS}
plots = {question.key: chart(question, sources[question.key]) for question in QUESTIONS}


def choose(name: str, before: list[int], numbers: list[int]) -> None:
    """The tapped region is chosen; the same one again clears the choice."""
    region = regions[numbers[0]][0] if numbers else None
    with pn.io.hold():
        for question in NARROWED:
            data = columns(question, ask(connection, question, region))
            sources[question.key].data = data
            if question.is_ranking:
                plots[question.key].y_range.factors = list(reversed(data["mark"]))


sources["regions"].selected.on_change("indices", choose)
pn.GridBox(*(pn.pane.Bokeh(plots[question.key], sizing_mode="stretch_width") for question in QUESTIONS), ncols=2, sizing_mode="stretch_width").servable(title="Panel")
