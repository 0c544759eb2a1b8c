"""The sections of the Methods page: what each number means and where it comes from, all of it searchable."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from fairboard.analysis import columns, formatting, glossary, metrics, sentence
from fairboard.analysis.catalogue import Query
from fairboard.analysis.filters import FILTER_NAMES, URL_KEYS
from fairboard.analysis.metrics import Metric
from fairboard.analysis.runner import Answer
from fairboard.importing.summary import FIELD_NAMES
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
    "openings_unstated_share": ("Number of people not stated", "Postings that say 'several' or nothing; each counts as one opening."),
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
    found = [item for item in metrics.REGISTRY.values() if glossary.matches(search, metric_texts(context, item))]
    count_line(context, len(found), len(metrics.REGISTRY))
    for item in found:
        expander = st.expander(f"**{escape(context.text(item.label))}** — {escape(context.text(item.definition))}", key=f"metric_{item.metric_id}", on_change="rerun")
        if expander.open:
            with expander:
                show_metric(context, item)


def metric_texts(context: Context, item: Metric) -> list[str]:
    """What a search for a metric looks at, in both languages."""
    english = [item.metric_id, item.label, item.definition, item.unit, item.basis, item.caveat]
    return english + [context.text(text) for text in english if text]


def show_metric(context: Context, item: Metric) -> None:
    """The facts of one metric, and the SQL of one of the queries that give it."""
    facts = [
        (context.text("Unit"), context.text(item.unit)),
        (context.text("What is counted"), context.text(item.basis)),
        (context.text("Adds up"), context.text("yes, over parts that share no record") if item.is_additive else context.text("no: the parts do not add up to the whole")),
        (context.text("Caveat"), context.text(item.caveat) if item.caveat else ""),
        (context.text("Name in SQL"), item.metric_id),
    ]
    st.table({name: escape(text) for name, text in facts if text}, border="horizontal")
    given = {query.name: query for query in glossary.queries_of_metric(item.metric_id)}
    if given:
        name = st.selectbox(context.text("SQL that gives it"), list(given), format_func=lambda name: question_of(context, given[name]), key=f"sql_{item.metric_id}")
        st.code(given[name].sql, language="sql", wrap_lines=True)


def question_of(context: Context, query: Query) -> str:
    """A query's question in the user's language, with the query's name."""
    return f"{context.text(query.question)} ({query.name})"


def show_queries(context: Context, search: str) -> None:
    """Every question that the pages put to the records, with its SQL."""
    queries = glossary.queries()
    found = [query for query in queries if glossary.matches(search, (query.name, query.question, context.text(query.question), query.sql, query.notes))]
    count_line(context, len(found), len(queries))
    for query in found:
        expander = st.expander(f"{escape(context.text(query.question))} `{query.name}`", key=f"query_{query.name}", on_change="rerun")
        if expander.open:
            with expander:
                show_query(context, query)


def show_query(context: Context, query: Query) -> None:
    """The header of one query, its columns and its SQL."""
    obeyed = [context.filter_label(name) for name in query.filters]
    separator = "、" if context.language == "zh" else ", "
    st.markdown(f"{escape(context.text('Filters obeyed'))}: {escape(separator.join(obeyed) or context.text('none'))}")
    table([
        {
            context.text("Column"): item.name,
            context.text("Heading"): columns.label(item.name, context.language),
            context.text("Type"): item.type,
            context.text("Unit"): item.unit,
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
    found_rows(context, rows_of(context, context.run("methods/sources")), search)


def show_published(context: Context, search: str) -> None:
    """The figures that public texts state."""
    found_rows(context, rows_of(context, context.run("methods/published_figures")), search)


def show_dictionary(context: Context, search: str) -> None:
    """Tables and columns of a data version, with their meaning."""
    rows = [
        {
            context.text("Table"): row["table_name"],
            context.text("Column"): row["column_name"],
            context.text("Type"): row["data_type"].lower(),
            context.text("May be empty"): row["is_nullable"],
            context.text("Meaning"): context.text(row["meaning"] or ""),
            context.text("The table"): context.text(row["table_meaning"] or ""),
        }
        for row in context.run("methods/data_dictionary").rows()
    ]
    found_rows(context, rows, search)


def show_batches(context: Context, search: str) -> None:
    """How much of the selection could be classified, the imported files, and what became of their rows and cells."""
    board.show(context, panels=[], tiles=quality_tiles(context))
    tables = {
        context.text("Imported files: rows read are the rows loaded, rejected and repeated together"): "methods/batches",
        context.text("Cells that say something, and those of them that were understood"): "methods/coverage",
        context.text("Why rows were rejected"): "methods/rejections",
        context.text("Texts that were not understood, the most frequent first"): "methods/unparsed",
    }
    if context.run("methods/batches").is_empty:
        st.caption(context.text("No file was imported into this version."))
        return
    for title, name in tables.items():
        st.subheader(title, anchor=False)
        found_rows(context, [named_in_words(context, row) for row in rows_of(context, context.run(name))], search)


def named_in_words(context: Context, row: dict[str, Any]) -> dict[str, Any]:
    """The row of an import with the name of its field and its reason in the user's language."""
    field, reason = columns.label("field", context.language), columns.label("reason", context.language)
    changes = {field: context.text(FIELD_NAMES.get(row[field], row[field]))} if field in row else {}
    return row | changes | ({reason: context.text(row[reason])} if reason in row else {})


def quality_tiles(context: Context) -> list[Tile]:
    """Shares of the selected postings that lack something."""
    row = context.run("methods/classification").rows()[0]
    return [
        Tile(metric=name, label=context.text(label), value=formatting.share(row[name]), definition=context.text(definition),
             note=context.text("of {count} postings", count=formatting.short(row["postings"], context.language)))
        for name, (label, definition) in QUALITY.items()
    ]


def rows_of(context: Context, answer: Answer) -> list[dict[str, Any]]:
    """The rows of an answer under the headings of its columns, codes included."""
    other = "en" if context.language == "zh" else "zh"
    kept = [columns.column(item, context.language) for item in answer.query.columns if not item.name.endswith(f"_{other}")]
    return [{column.label: column.write(row[column.name]) if column.is_share else row[column.name] for column in kept} for row in answer.rows()]


def found_rows(context: Context, rows: list[dict[str, Any]], search: str) -> None:
    """The rows that match the search, as a table with their number above."""
    found = [row for row in rows if glossary.matches(search, (str(value) for value in row.values() if value is not None))]
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
    """A table as high as its rows need, up to a screen."""
    st.dataframe(rows, hide_index=True, width="stretch", height=min(36 * (len(rows) + 1) + 2, 640), row_height=36)
