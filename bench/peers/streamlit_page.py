"""The six charts as a plain Streamlit page, the way the manual shows it:

    VERSION=… streamlit run bench/peers/streamlit_page.py

One cached connection, six ``st.plotly_chart``, of which the one of regions runs the page again when a bar is clicked. The yardstick
of the other comparison, ``bench/naive.py``, is the same page with a select box.
"""

import os

import duckdb
import plotly.graph_objects as go
import streamlit as st

from bench.peers.questions import QUESTIONS, Question, Row, ask, opened


@st.cache_resource
def connection(path: str) -> duckdb.DuckDBPyConnection:
    """One connection for the server."""
    return opened(path)


def figure(question: Question, rows: list[Row]) -> go.Figure:
    """Bars."""
    marks, openings, codes = [label if question.is_ranking else code for code, label, _ in rows], [row[2] for row in rows], [row[0] for row in rows]
    bars = go.Bar(y=marks, x=openings, customdata=codes, orientation="h") if question.is_ranking else go.Bar(x=marks, y=openings)
    axis = {"autorange": "reversed", "automargin": True} if question.is_ranking else {}
    return go.Figure(bars).update_layout(title=question.title, yaxis=axis, height=340, margin={"t": 40, "b": 30})


st.set_page_config(page_title="Streamlit", layout="wide")
points = st.session_state.get("regions", {}).get("selection", {}).get("points", [])
region = points[0]["customdata"] if points else None
region = region[0] if isinstance(region, list) else region
places = st.columns(2)
for number, question in enumerate(QUESTIONS):
    chart = figure(question, ask(connection(os.environ["VERSION"]), question, region))
    with places[number % 2]:
        if question.key == "regions":
            st.plotly_chart(chart, key=question.key, on_select="rerun", selection_mode="points")
        else:
            st.plotly_chart(chart, key=question.key)
