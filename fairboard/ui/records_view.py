"""The postings themselves: searched, sorted and shown a page at a time, with everything that was chosen in the URL."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from fairboard.analysis import catalogue, columns, formatting
from fairboard.analysis.runner import Answer
from fairboard.exports.rows import MOST_SHEET_ROWS
from fairboard.ui import links
from fairboard.ui.context import Context
from fairboard.ui.frame import escape

SORTS = {
    "stored": "As stored", "starts_on": "First day of the fair", "employer": "Employer", "sector": "Sector", "region": "Region",
    "education": "Education", "wage_min": "Wage from", "wage_max": "Wage to", "openings": "Openings",
}
SIZES = (50, 100, 500)
MOST_REACHED_ROWS = 50_000
"""How far the pages go: further on, each page would sort more rows than anybody reads. The files hold all."""
LONGEST_SEARCH = 100
SHOWN = ("title", "employer_name", "region_label", "sector_label", "education_label", "wage_min_yuan", "wage_max_yuan", "openings", "starts_on", "fair_label")
WIDE = ("title", "employer_name", "fair_label")
BYTES_PER_ROW = {"csv": 45, "xlsx": 120, "parquet": 20}
"""About what a row takes in a file, measured on the sample; the CSV comes zipped."""
KEYS = ("q", "sort", "dir", "size", "page", "cols")


@dataclass(frozen=True)
class View:
    """What is chosen on the page. ``shown`` are column names without the language."""

    search: str = ""
    sort: str = "stored"
    is_descending: bool = False
    size: int = SIZES[1]
    page: int = 1
    shown: tuple[str, ...] = SHOWN

    def to_url(self) -> dict[str, str]:
        """The values off their defaults as short ASCII keys."""
        texts = {"q": self.search, "sort": self.sort, "dir": "desc" if self.is_descending else "asc", "size": str(self.size),
                 "page": str(self.page), "cols": ".".join(self.shown)}
        usual = {"q": "", "sort": "stored", "dir": "asc", "size": str(SIZES[1]), "page": "1", "cols": ".".join(SHOWN)}
        return {key: text for key, text in texts.items() if text != usual[key]}


def from_url(query: dict[str, str], known: list[str]) -> View:
    """The view that the URL asks for; a value that means nothing is the default."""
    size, page = query.get("size", ""), query.get("page", "")
    shown = tuple(dict.fromkeys(name for name in query.get("cols", "").split(".") if name in known))
    return View(
        search=clean(query.get("q", "")),
        sort=query["sort"] if query.get("sort") in SORTS else "stored",
        is_descending=query.get("dir") == "desc",
        size=int(size) if size in map(str, SIZES) else SIZES[1],
        page=int(page) if page.isascii() and page.isdigit() and 0 < len(page) < 8 and int(page) else 1,
        shown=shown or SHOWN,
    )


def clean(text: str) -> str:
    """A text to search for: no control characters, no blanks around it, not longer than any title."""
    return "".join(letter for letter in text if letter.isprintable()).strip()[:LONGEST_SEARCH]


def draw(context: Context) -> None:
    """Controls, counts, one page of rows, and the links to the files."""
    view = _controls(context, _read(context))
    search = view.search or None
    counted = (context.run("records/count", search=search) if search else context.run("records/total")).rows()[0]
    last_page = max(1, -(-min(counted["postings"], MOST_REACHED_ROWS) // view.size))
    page = _pager(context, counted, view, last_page)
    answer = context.run("records/page", search=search, sort_column=view.sort, is_descending=view.is_descending,
                         row_limit=view.size, row_offset=(page - 1) * view.size)
    _write(view, page)
    if answer.is_empty:
        st.info(_empty_reason(context, answer, view))
    else:
        _table(context, answer, view)
        _files(context, view, counted["postings"])
    with st.expander("SQL"):
        st.code(answer.query.sql, language="sql")


def column_names(context: Context) -> dict[str, str]:
    """Every column of a posting without the language → its heading."""
    shown = columns.shown(catalogue.load("records/page"), context.language)
    return {_bare(column.name): f"{column.label} ({context.text(column.unit)})" if "yuan" in column.unit else column.label for column in shown}


def _bare(name: str) -> str:
    return name.removesuffix("_zh").removesuffix("_en")


def _read(context: Context) -> View:
    """The URL leads where it is not what was written last, else the controls do; the controls are set accordingly."""
    state = st.session_state
    query = {key: st.query_params[key] for key in KEYS if key in st.query_params}
    if query != state.get("records_written") or "records_search" not in state:
        view = from_url(query, list(column_names(context)))
        state.update({"records_search": view.search, "records_sort": view.sort, "records_descending": view.is_descending,
                      "records_size": view.size, "records_page": view.page, "records_columns": list(view.shown)})
    return View(page=state.get("records_page", 1))


def _first_page() -> None:
    st.session_state["records_page"] = 1


def _controls(context: Context, held: View) -> View:
    names = column_names(context)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        search = st.text_input(context.text("Search in titles and employers"), key="records_search", max_chars=LONGEST_SEARCH, on_change=_first_page,
                               placeholder=context.text("Part of a title or an employer"), width=290)
        sort = st.selectbox(context.text("Sort by"), list(SORTS), key="records_sort", format_func=lambda code: context.text(SORTS[code]), width=190,
                            on_change=_first_page)
        is_descending = st.toggle(context.text("Largest first"), key="records_descending", on_change=_first_page, disabled=sort == "stored")
        size = st.selectbox(context.text("Rows a page"), SIZES, key="records_size", width=110, on_change=_first_page)
        with st.popover(context.text("Columns")):
            shown = st.multiselect(context.text("Columns"), list(names), key="records_columns", format_func=names.__getitem__, select_all=False)
    return View(clean(search), sort, is_descending and sort != "stored", size, held.page, tuple(shown) or SHOWN)


def _pager(context: Context, counted: dict[str, Any], view: View, last_page: int) -> int:
    """How many there are, which of them are shown, and the control of the page; gives the page."""
    page = min(view.page, last_page)
    st.session_state["records_page"] = page
    first, last = (page - 1) * view.size + 1, min(page * view.size, counted["postings"])
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        found = context.text("{postings} postings with {openings} openings", postings=formatting.exact(counted["postings"]),
                             openings=formatting.exact(counted["openings"]))
        shown = context.text("rows {first} to {last}", first=formatting.exact(first), last=formatting.exact(last)) if counted["postings"] else ""
        st.markdown(f"**{found}**" + (f" · {shown}" if shown else ""), width="content")
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            st.button("‹", key="records_back", on_click=_turn, args=(-1,), disabled=page <= 1, help=context.text("Previous page"))
            st.number_input(context.text("Page"), 1, last_page, key="records_page", label_visibility="collapsed", width=130)
            st.markdown(context.text("of {count} pages", count=formatting.exact(last_page)), width="content")
            st.button("›", key="records_on", on_click=_turn, args=(1,), disabled=page >= last_page, help=context.text("Next page"))
    if counted["postings"] > MOST_REACHED_ROWS:
        st.caption(context.text("The pages go as far as row {most}. Narrow the selection or sort the other way to see others; the files hold all.",
                                most=formatting.exact(MOST_REACHED_ROWS)))
    return page


def _turn(by: int) -> None:
    st.session_state["records_page"] += by


def _write(view: View, page: int) -> None:
    """Put the view into the URL, beside what is there of the selection."""
    wanted = View(view.search, view.sort, view.is_descending, view.size, page, view.shown).to_url()
    others = {key: value for key, value in st.query_params.items() if key not in KEYS}
    if dict(st.query_params.items()) != others | wanted:
        st.query_params.from_dict(others | wanted)
    st.session_state["records_written"] = wanted


def _table(context: Context, answer: Answer, view: View) -> None:
    """One page of rows; everything that comes from files is a text column, which Streamlit shows as plain text."""
    names = column_names(context)
    full = {_bare(column.name): column for column in columns.shown(answer.query, context.language)}
    config: dict[str, Any] = {}
    for name in view.shown:
        column = full[name]
        if column.is_number:
            config[column.name] = st.column_config.NumberColumn(names[name], format="localized")
        elif name == "starts_on":
            config[column.name] = st.column_config.DateColumn(names[name], format="YYYY-MM-DD")
        else:
            config[column.name] = st.column_config.TextColumn(names[name], width="medium" if name in WIDE else None)
    order = [full[name].name for name in view.shown]
    st.dataframe(answer.frame[order], column_config=config, column_order=order, hide_index=True, width="stretch", height=560, placeholder=formatting.NOTHING)


def _empty_reason(context: Context, answer: Answer, view: View) -> str:
    if view.search and context.run("records/total").rows()[0]["postings"]:
        return context.text("No posting of the selection holds “{search}” in its title or its employer's name.", search=escape(view.search))
    return context.empty_reason(answer)


def _files(context: Context, view: View, row_count: int) -> None:
    """Links to files with all postings that match, in the order in which they are stored."""
    st.markdown(context.text("All {count} postings as a file, with definitions and version:", count=formatting.exact(row_count)))
    with st.container(horizontal=True):
        for ending, label in (("csv", "CSV (zip)"), ("xlsx", "XLSX"), ("parquet", "Parquet")):
            size = context.text("about {size} MB", size=formatting.exact(max(row_count * BYTES_PER_ROW[ending] / 1e6, 0.1), 1))
            is_too_long = ending == "xlsx" and row_count > MOST_SHEET_ROWS
            hint = context.text("An Excel sheet holds {most} rows at the most.", most=formatting.exact(MOST_SHEET_ROWS)) if is_too_long else None
            st.link_button(f"{label} · {size}", address(context, view, ending), disabled=is_too_long, help=hint)


def address(context: Context, view: View, ending: str) -> str:
    """Where the file with all postings that match is."""
    own = {"p_search": view.search} if view.search else {}
    own |= {"with": "definitions"} if ending == "csv" else {}
    query = context.filters.to_url() | own | {"lang": context.language, "v": context.version_id}
    return f"{links.base()}{links.ROOT}/export/records.{ending}?{urlencode(query)}"
