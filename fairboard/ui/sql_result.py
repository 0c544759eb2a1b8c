"""What came of a statement: the rows as a table, as a chart of the user's choice, and as files."""

import streamlit as st

from fairboard.analysis import formatting
from fairboard.analysis.sandbox.jobs import Result
from fairboard.charts import free
from fairboard.errors import FairboardError
from fairboard.exports import sql_results
from fairboard.locale import explain
from fairboard.ui import controls
from fairboard.ui.context import Context
from fairboard.ui.frame import escape
from fairboard.ui.sql_editor import FAILURE, RESULT

NUMBERS = ("int", "float", "double", "uint")
CONFIG = {"displaylogo": False, "modeBarButtonsToRemove": ["select2d", "lasso2d"]}


def draw(context: Context) -> None:
    """The result or the failure of the last run; nothing before the first."""
    failure, result = st.session_state.get(FAILURE), st.session_state.get(RESULT)
    if st.session_state.get("sql_is_too_long"):
        st.warning(escape(context.text("The statement is too long for the address: the link and a saved view open this page without it.")))
    if failure is not None:
        _failure(context, failure)
    elif result is not None:
        _result(context, result)


def _failure(context: Context, failure: FairboardError) -> None:
    """The first line as a notice, what DuckDB shows of the place under it as it is."""
    first, _, rest = explain(failure, context.language).partition("\n")
    st.error(escape(first))
    if rest.strip():
        st.code(rest.strip("\n"), language=None, wrap_lines=True)


def _result(context: Context, result: Result) -> None:
    count = formatting.exact(result.table.num_rows)
    st.subheader(context.text("What came out"), anchor=False)
    st.caption(escape(context.text("{rows} rows · {seconds} s · version {version}", rows=count, seconds=f"{result.seconds:.1f}", version=result.version_id)))
    if result.is_cut:
        st.warning(escape(context.text("These are the first {rows} rows, the most that are shown and exported here; the statement gives more.", rows=count)))
    config = {name: st.column_config.TextColumn(name) for name, kind in zip(result.table.column_names, result.table.schema.types, strict=True) if str(kind) == "string"}
    st.dataframe(result.table, column_config=config, hide_index=True, width="stretch", height=420 if result.table.num_rows > 10 else "auto",
                 placeholder=formatting.NOTHING, alt=context.text("The rows of the result"))
    _files(context, result)
    _chart(context, result)


def _files(context: Context, result: Result) -> None:
    name = f"fairboard-sql-{result.version_id}"
    with st.container(horizontal=True):
        st.download_button("CSV", lambda: sql_results.as_csv(result), f"{name}.csv", "text/csv", key="sql_csv", on_click="ignore", icon=":material/download:")
        st.download_button("XLSX", lambda: sql_results.as_workbook(result, context.language), f"{name}.xlsx", key="sql_xlsx", on_click="ignore", icon=":material/download:")
        st.download_button("Parquet", lambda: sql_results.as_parquet(result), f"{name}.parquet", key="sql_parquet", on_click="ignore", icon=":material/download:")


def _chart(context: Context, result: Result) -> None:
    names = result.table.column_names
    numbers = [number for number, kind in enumerate(result.table.schema.types) if str(kind).startswith(NUMBERS)]
    if not numbers or not result.table.num_rows:
        st.caption(context.text("A chart needs rows and a column of numbers."))
        return
    st.subheader(context.text("Chart"), anchor=False)
    with controls.row():
        kinds = {"bar": context.text("Bars"), "line": context.text("Line"), "scatter": context.text("Points")}
        kind = controls.choice(context, "chart", context.text("Kind of chart"), kinds, default="bar")
        x = _column("x", context.text("Along"), names, list(range(len(names))), 0)
        y = _column("y", context.text("Height"), names, numbers, next((number for number in numbers if number != x), numbers[0]))
    figure = free.free_chart(
        result.table.column(x).to_pylist(), result.table.column(y).to_pylist(), kind=kind, x_name=names[x], y_name=names[y], mode=context.mode,
    )  # fmt: skip
    figure["layout"]["height"] = 380
    st.plotly_chart(figure, theme=None, config=CONFIG, key="sql_chart", alt=context.text("{y} over {x}", x=names[x], y=names[y]))
    if result.table.num_rows > free.MOST_MARKS:
        st.caption(context.text("The chart shows the first {count} rows.", count=formatting.exact(free.MOST_MARKS)))


def _column(key: str, label: str, names: list[str], offered: list[int], usual: int) -> int:
    """The position of the column chosen, kept in the URL where it is not the usual one."""
    state, widget = st.session_state, f"sql_chart_{key}"
    asked = st.query_params.get(key, "")
    wanted = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 and int(asked) in offered else usual
    if state.get(widget) not in offered or wanted != state.get(f"written_{key}"):
        state[widget] = wanted
    chosen = st.selectbox(label, offered, format_func=names.__getitem__, key=widget, width=220)
    state[f"written_{key}"] = chosen
    if chosen != usual and asked != str(chosen):
        st.query_params[key] = str(chosen)
    elif chosen == usual and asked:
        del st.query_params[key]
    return chosen
