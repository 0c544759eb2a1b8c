"""What came of a statement: the rows as a table, as a chart of the user's choice, and as files."""

import streamlit as st

from fairboard.analysis import formatting
from fairboard.analysis.sandbox.jobs import Result
from fairboard.charts import free
from fairboard.exports import sql_results
from fairboard.locale import Language
from fairboard.ui import controls
from fairboard.ui.context import Context
from fairboard.ui.escaping import escape
from fairboard.ui.sql_editor import RESULT

CODES = ("_id", "_code")
NUMBERS = ("int", "float", "double", "uint")
CONFIG = {"displaylogo": False, "modeBarButtonsToRemove": ["select2d", "lasso2d"]}


def draw(context: Context) -> None:
    """The rows of the last run that gave any; nothing before the first, and nothing beside a failure."""
    result: Result | None = st.session_state.get(RESULT)
    if result is None:
        return
    st.subheader(context.text("What came out"), anchor=False)
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
        x = _column("x", context.text("Along"), names, list(range(len(names))), _usual_x(result, context.language))
        y = _column("y", context.text("Height"), names, numbers, next((number for number in numbers if number != x and not names[number].endswith(CODES)), numbers[-1]))
    figure = free.free_chart(
        result.table.column(x).to_pylist(), result.table.column(y).to_pylist(), kind=kind, x_name=names[x], y_name=names[y], mode=context.mode,
    )  # fmt: skip
    figure["layout"]["height"] = 380
    st.plotly_chart(figure, theme=None, config=CONFIG, key="sql_chart", alt=context.text("{y} over {x}", x=names[x], y=names[y]))
    if kind == "bar" and free.is_repeated(result.table.column(x).to_pylist()):
        st.caption(escape(context.text(
            "Rows of the same {x} stand on one another, so a bar is their sum: that means something for counts alone. For other numbers let the statement sum up.",
            x=names[x],
        )))  # fmt: skip
    if result.table.num_rows > free.MOST_MARKS:
        st.caption(context.text("The chart shows the first {count} rows.", count=formatting.exact(free.MOST_MARKS)))


def _usual_x(result: Result, language: Language) -> int:
    """A name in the user's language, else the first text or day, else the first column."""
    kinds = [str(kind) for kind in result.table.schema.types]
    names = [number for number, name in enumerate(result.table.column_names) if kinds[number] == "string" and name.endswith(f"_{language}")]
    others = [number for number, kind in enumerate(kinds) if kind == "string" or kind.startswith(("date", "timestamp"))]
    return next(iter([*names, *others, 0]))


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
