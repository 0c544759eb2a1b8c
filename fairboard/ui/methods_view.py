"""The sections of the Methods page: what each number means and where it comes from, all of it searchable."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from fairboard.analysis import columns, formatting, glossary, metrics, sentence
from fairboard.analysis.catalogue import Query
from fairboard.analysis.filters import FILTER_NAMES, URL_KEYS
from fairboard.analysis.metrics import Metric
from fairboard.analysis.runner import Answer
from fairboard.importing.kinds import label_of
from fairboard.locale import translate
from fairboard.ui import board
from fairboard.ui.board import Tile
from fairboard.ui.context import Context
from fairboard.ui.frame import escape

Section = Callable[[Context, str], None]
LONGEST_SEARCH = 100
QUALITY = {
    "unclassified_share": ("Sector unknown", "Postings whose title no rule gives a sector."),
    "unplaced_share": ("Place unknown", "Postings without a place of work that could be understood."),
    "unwaged_share": ("Wage unknown", "Postings without a monthly wage at either end of the range."),
    "education_unstated_share": ("Education not stated", "Postings that state no level of education."),
}


def search_box(context: Context) -> str:
    """The box that narrows every section; its text is kept in the URL."""
    return st.text_input(
        context.text("Search"), key="q", bind="query-params", max_chars=LONGEST_SEARCH, icon=":material/search:",
        placeholder=context.text("A metric, a question, a column, a source …"),
    )


def show_sections(context: Context, search: str) -> None:
    """The sections as tabs; only the open one is drawn, the others cost nothing."""
    sections: dict[str, Section] = {
        context.text("Metrics"): show_metrics,
        context.text("Questions and SQL"): show_queries,
        context.text("Filters"): show_filters,
        context.text("Sources"): show_sources,
        context.text("Published figures"): show_published,
        context.text("Data dictionary"): show_dictionary,
        context.text("Imported files"): show_batches,
    }
    for tab, draw in zip(st.tabs(list(sections), key="methods_section", on_change="rerun"), sections.values(), strict=True):
        if tab.open:
            with tab:
                draw(context, search)


def show_metrics(context: Context, search: str) -> None:
    """Every metric: definition, unit, basis, caveat, and the SQL that gives it."""
    found = [item for item in metrics.REGISTRY.values() if glossary.matches(search, metric_texts(item))]
    count_line(context, len(found), len(metrics.REGISTRY))
    for item in found:
        expander = st.expander(f"**{escape(context.text(item.label))}**\u2003{escape(context.text(item.definition))}", key=f"metric_{item.metric_id}", on_change="rerun")
        if expander.open:
            with expander:
                show_metric(context, item)


def metric_texts(item: Metric) -> list[str]:
    """What a search for a metric looks at, in both languages."""
    english = [item.metric_id, item.label, item.definition, item.unit, item.basis, item.caveat]
    return english + [translate(text, "zh") for text in english if text]


def show_metric(context: Context, item: Metric) -> None:
    """The facts of one metric, and the SQL of one of the queries that give it."""
    facts = [
        (context.text("Unit"), context.text(item.unit)),
        (context.text("What is counted"), context.text(item.basis)),
        (context.text("Adds up"), context.text("yes, over parts that share no record") if item.is_additive else context.text("no: the parts do not add up to the whole")),
        (context.text("Caveat"), context.text(item.caveat) if item.caveat else ""),
        (context.text("Name in SQL"), item.metric_id),
        (context.text("In this selection"), value_in_selection(context, item.metric_id)),
    ]
    st.table({name: escape(text) for name, text in facts if text}, border="horizontal")
    given = {query.name: query for query in glossary.queries_of_metric(item.metric_id)}
    if given:
        name = st.selectbox(context.text("SQL that gives it"), list(given), format_func=lambda name: question_of(context, given[name]), key=f"sql_{item.metric_id}")
        st.code(given[name].sql, language="sql", wrap_lines=True)


def value_in_selection(context: Context, metric_id: str) -> str:
    """The metric's value for the filters chosen, where it is a plain total; else nothing."""
    row = context.run("methods/totals").rows()[0]
    return formatting.value_text(row[metric_id], metric_id, context.language, is_short=False) if metric_id in row else ""


def question_of(context: Context, query: Query) -> str:
    """A query's question in the user's language, with the query's name."""
    return f"{context.text(query.question)} ({query.name})"


def show_queries(context: Context, search: str) -> None:
    """Every question that the pages put to the records, with its SQL."""
    queries = glossary.queries()
    found = [query for query in queries if glossary.matches(search, query_texts(query))]
    count_line(context, len(found), len(queries))
    for query in found:
        expander = st.expander(f"{escape(context.text(query.question))} `{query.name}`", key=f"query_{query.name}", on_change="rerun")
        if expander.open:
            with expander:
                show_query(context, query)


def query_texts(query: Query) -> list[str]:
    """What a search for a query looks at, its words in both languages."""
    english = glossary.header_texts(query)
    return [query.name, query.sql, *english, *(translate(text, "zh") for text in english)]


def show_query(context: Context, query: Query) -> None:
    """The header of one query, its parameters, its columns and its SQL."""
    obeyed = [context.filter_label(name) for name in query.filters]
    separator, colon = ("、", "：") if context.language == "zh" else (", ", ": ")
    facts = {"Grain": query.grain, "Order": query.order, "Notes": query.notes}
    lines = [f"{context.text(label)}{colon}{context.text(text)}" for label, text in facts.items() if text]
    lines.append(context.text("Filters obeyed: {filters}", filters=separator.join(obeyed) or context.text("none")))
    st.markdown("  \n".join(escape(line) for line in lines))
    if query.parameters:
        table([
            {context.text("Parameters"): item.name, context.text("Type"): item.type, context.text("Meaning"): context.text(item.meaning)}
            for item in query.parameters
        ])
    table([
        {
            context.text("Column"): item.name,
            context.text("Heading"): columns.label(item.name, context.language) if columns.has_label(item.name) else "",
            context.text("Type"): item.type,
            context.text("Unit"): context.text(item.unit) if item.unit else "",
            context.text("Meaning"): context.text(item.meaning),
        }
        for item in query.columns
    ])
    st.code(query.sql, language="sql", wrap_lines=True)


def show_filters(context: Context, search: str) -> None:
    """Every filter: what it means, and its name in the address of a page."""
    rows = [
        {
            context.text("Filter"): context.text(sentence.FILTER_LABELS[name]),
            context.text("Meaning"): context.text(glossary.FILTER_MEANINGS[name]),
            context.text("In the address"): f"{URL_KEYS[name]}=",
            context.text("Questions that obey it"): len(glossary.queries_of_filter(name)),
        }
        for name in FILTER_NAMES
    ]
    found_rows(context, rows, search)


def show_sources(context: Context, search: str) -> None:
    """Where numbers and lists come from, with date and licence."""
    found_entries(context, rows_of(context, context.run("methods/sources")), columns.label("source_title", context.language), search)


def show_published(context: Context, search: str) -> None:
    """The figures that public texts state, each with the source it stands in."""
    answer = context.run("methods/published_figures")
    rows = [
        {
            context.text("Fair"): written(context, answer, "fair_label", row[f"fair_label_{context.language}"]),
            context.text("Figure"): figure_name(context, row),
            context.text("Value stated"): written(context, answer, "figure_value", row["figure_value"]),
            context.text("Unit"): context.text(row["figure_unit"]),
            context.text("Approximate"): context.text("yes") if row["is_approximate"] else context.text("no"),
            context.text("Source no."): row["source_id"],
        }
        for row in answer.rows()
    ]
    found_rows(context, rows, search)


def figure_name(context: Context, row: dict[str, Any]) -> str:
    """The label of the metric a published figure is comparable with, else what the glossary calls it, else its own name."""
    known = metrics.REGISTRY.get(row["metric"])
    return context.text(known.label if known else glossary.FIGURE_NAMES.get(row["metric"], row["figure_name"]))


def show_dictionary(context: Context, search: str) -> None:
    """Tables and columns of a data version, with their meaning; a row without a column is about the table."""
    rows: list[dict[str, str]] = []
    for row in context.run("methods/data_dictionary").rows():
        if not rows or rows[-1][context.text("Table name")] != row["table_name"]:
            rows.append(dictionary_row(context, row["table_name"], "", "", "", row["table_meaning"]))
        is_nullable = context.text("yes") if row["is_nullable"] else context.text("no")
        rows.append(dictionary_row(context, row["table_name"], row["column_name"], row["data_type"].lower(), is_nullable, row["meaning"]))
    found_rows(context, rows, search)


def dictionary_row(context: Context, table_name: str, column_name: str, data_type: str, may_be_empty: str, meaning: str | None) -> dict[str, str]:
    """A line of the data dictionary."""
    return {
        context.text("Table name"): table_name,
        context.text("Column"): column_name,
        context.text("Type"): data_type,
        context.text("May be empty"): may_be_empty,
        context.text("Meaning"): context.text(meaning or ""),
    }


def show_batches(context: Context, search: str) -> None:
    """How much of the selection could be classified, the imported files, and what became of their rows and cells."""
    board.show(context, panels=[], tiles=quality_tiles(context))
    tables = {
        context.text("Cells that say something, and those of them that were understood"): "methods/coverage",
        context.text("Why rows were rejected"): "methods/rejections",
        context.text("Texts that were not understood, the most frequent first"): "methods/unparsed",
    }
    batches = context.run("methods/batches")
    if batches.is_empty:
        st.caption(context.text("No file was imported into this version."))
        return
    st.subheader(context.text("Imported files: rows read are the rows loaded, rejected and repeated together"), anchor=False)
    found_entries(context, rows_of(context, batches), columns.label("file_name", context.language), search)
    for title, name in tables.items():
        st.subheader(title, anchor=False)
        found_rows(context, [named_in_words(context, row) for row in rows_of(context, context.run(name))], search)


def named_in_words(context: Context, row: dict[str, Any]) -> dict[str, Any]:
    """The row of an import with the name of its field and its reason in the user's language."""
    field, reason = columns.label("field", context.language), columns.label("reason", context.language)
    changes = {field: context.text(label_of(row[field]))} if field in row else {}
    return row | changes | ({reason: context.text(row[reason])} if reason in row else {})


def quality_tiles(context: Context) -> list[Tile]:
    """Shares of the selected postings that lack something."""
    row = context.run("methods/classification").rows()[0]
    return [
        Tile(metric=name, label=context.text(label), value=formatting.share(row[name]), definition=context.text(definition),
             note=context.text("of {count} postings", count=formatting.short(row["postings"], context.language)))
        for name, (label, definition) in QUALITY.items()
    ]


def rows_of(context: Context, answer: Answer) -> list[dict[str, str]]:
    """The rows of an answer as text under the headings of its columns, codes included."""
    other = "en" if context.language == "zh" else "zh"
    names = [item.name for item in answer.query.columns if not item.name.endswith(f"_{other}")]
    return [{columns.label(name, context.language): written(context, answer, name, row[name]) for name in names} for row in answer.rows()]


def written(context: Context, answer: Answer, name: str, value: Any) -> str:
    """A value of a column as text; whole numbers without decimals."""
    if isinstance(value, float) and value.is_integer() and not name.endswith("_share"):
        return formatting.exact(value)
    item = next((item for item in answer.query.columns if item.name == name), None)
    return columns.column(item, context.language).write(value) if item else value or formatting.NOTHING


def found_entries(context: Context, rows: list[dict[str, str]], title: str, search: str) -> None:
    """The rows that match the search, each as a line with its other facts below; for long texts."""
    found = [row for row in rows if glossary.matches(search, row.values())]
    count_line(context, len(found), len(rows))
    colon = "：" if context.language == "zh" else ": "
    for row in found:
        facts = " · ".join(f"{heading}{colon}{text}" for heading, text in row.items() if heading != title and text != formatting.NOTHING)
        st.markdown(f"**{escape(row[title])}**  \n:small[{escape(facts)}]")


def found_rows(context: Context, rows: list[dict[str, Any]], search: str) -> None:
    """The rows that match the search, as a table with their number above."""
    found = [row for row in rows if glossary.matches(search, (str(value) for value in row.values() if value))]
    count_line(context, len(found), len(rows))
    if found:
        table(found)


def count_line(context: Context, found: int, total: int) -> None:
    """How many entries match the search, and of how many."""
    if total:
        st.caption(context.text("{found} of {total}", found=found, total=total) if found else context.text("Nothing matches the search."))
    else:
        st.caption(context.text("None in this version."))


def table(rows: list[dict[str, Any]]) -> None:
    """A table whose texts are shown whole and as they are."""
    st.table([{heading: escape(str(value)) for heading, value in row.items()} for row in rows], border="horizontal", hide_index=True)
