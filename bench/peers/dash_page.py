"""The six charts in Dash, for the environment of ``requirements.txt``:

    VERSION=… PORT=… python -m bench.peers.dash_page

What somebody who knows Dash does: one callback for all charts (one per chart was slower), ``Patch`` so that numbers travel and not
figures, the chart of regions asked for once, one read-only connection, orjson for what is sent, and waitress, as Dash's own server
says that it is not for production. Everything is served from the installed packages.
"""

import os
from typing import Any

import waitress
from dash import Dash, Input, Output, Patch, State, dcc, html

from bench.peers.questions import BY_KEY, NARROWED, QUESTIONS, Question, Row, ask, opened

connection = opened(os.environ["VERSION"])
regions = [code for code, _, _ in ask(connection, BY_KEY["regions"], None)]
app = Dash(__name__)


def figure(question: Question, rows: list[Row]) -> dict[str, Any]:
    """A chart as a dictionary: ``go.Figure`` would check it on every start and change nothing."""
    bar = {"type": "bar", "orientation": "h" if question.is_ranking else "v"} | arrays(question, rows)
    axis = {"autorange": "reversed", "automargin": True} if question.is_ranking else {}
    return {"data": [bar], "layout": {"title": {"text": question.title}, "yaxis": axis, "height": 340, "margin": {"t": 40, "b": 30}}}


def arrays(question: Question, rows: list[Row]) -> dict[str, Any]:
    """What of a chart depends on the choice."""
    marks, openings = [label if question.is_ranking else code for code, label, _ in rows], [openings for _, _, openings in rows]
    return {"y": marks, "x": openings} if question.is_ranking else {"x": marks, "y": openings}


@app.callback(
    [Output(question.key, "figure") for question in QUESTIONS], Output("chosen", "data"), Output("regions", "clickData"),
    Input("regions", "clickData"), State("chosen", "data"), prevent_initial_call=True,
)  # fmt: skip
def choose(click: dict[str, Any] | None, before: int | None) -> tuple[Any, ...]:
    """The clicked region is chosen; the same one again clears the choice."""
    number = click["points"][0]["pointNumber"] if click else None
    chosen = None if number == before else number
    patches = {"regions": Patch()}
    patches["regions"]["data"][0]["selectedpoints"] = None if chosen is None else [chosen]
    for question in NARROWED:
        patches[question.key] = patch = Patch()
        for name, values in arrays(question, ask(connection, question, None if chosen is None else regions[chosen])).items():
            patch["data"][0][name] = values
    return *(patches[question.key] for question in QUESTIONS), chosen, None


app.layout = html.Div(
    [
        dcc.Store(id="chosen"),
        html.Div(
            [dcc.Graph(id=question.key, figure=figure(question, ask(connection, question, None))) for question in QUESTIONS],
            style={"display": "grid", "gridTemplateColumns": "1fr 1fr"},
        ),
    ]
)

if __name__ == "__main__":
    waitress.serve(app.server, host="127.0.0.1", port=int(os.environ["PORT"]))
