"""Write docs/data-dictionary.md from the comments in schema.sql and the headers of the queries.

    python scripts/data_dictionary.py           write it
    python scripts/data_dictionary.py --check   only say whether it is up to date
"""

import sys
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

import duckdb  # noqa: E402

from fairboard.analysis import catalogue, columns, glossary, metrics, sentence  # noqa: E402
from fairboard.analysis.filters import FILTER_NAMES, URL_KEYS  # noqa: E402
from fairboard.store import schema  # noqa: E402

TARGET = PROJECT / "docs" / "data-dictionary.md"
COLUMNS = """
    select columns.table_name, tables.comment, columns.column_name, lower(columns.data_type), columns.is_nullable, columns.comment
    from duckdb_columns() as columns
    inner join duckdb_tables() as tables using (table_oid)
    where not columns.internal
    order by columns.table_oid, columns.column_index
"""


def text() -> str:
    """The whole document."""
    return "\n".join([*introduction(), *metric_lines(), *filter_lines(), *table_lines(), *query_lines()]) + "\n"


def introduction() -> Iterator[str]:
    """Title and what the document is made from."""
    yield "# Data dictionary"
    yield ""
    yield "Written by `python scripts/data_dictionary.py` from the metric registry, `fairboard/store/schema.sql` and the headers in `queries/`;"
    yield "do not edit it by hand. The Methods page shows the same, with the SQL."
    yield ""


def metric_lines() -> Iterator[str]:
    """The metric registry."""
    yield from heading("Metrics", ("metric", "label", "definition", "unit", "counts", "adds up", "caveat"))
    for item in metrics.REGISTRY.values():
        yield row(f"`{item.metric_id}`", item.label, item.definition, item.unit, item.basis, "yes" if item.is_additive else "no", item.caveat)
    yield ""


def filter_lines() -> Iterator[str]:
    """The shared filters."""
    yield from heading("Filters", ("filter", "label", "in the address", "meaning"))
    for name in FILTER_NAMES:
        yield row(f"`{name}`", sentence.FILTER_LABELS[name], f"`{URL_KEYS[name]}=`", glossary.FILTER_MEANINGS[name])
    yield ""


def table_lines() -> Iterator[str]:
    """Every table of a data version with its columns."""
    yield "## Tables"
    yield ""
    con = duckdb.connect()
    con.execute(schema.schema_text())
    rows, last = con.execute(COLUMNS).fetchall(), None
    con.close()
    for table, table_meaning, column, data_type, is_nullable, meaning in rows:
        if table != last:
            yield from ("", f"### {table}", "", table_meaning + ".", "") if last else (f"### {table}", "", table_meaning + ".", "")
            yield from head_of_table(("column", "type", "may be empty", "meaning"))
            last = table
        yield row(f"`{column}`", data_type, "yes" if is_nullable else "no", meaning)
    yield ""


def query_lines() -> Iterator[str]:
    """Every query: question, grain, filters obeyed, columns."""
    yield "## Queries"
    for name in catalogue.names():
        query = catalogue.load(name)
        obeyed = ", ".join(sentence.FILTER_LABELS[filter_name].lower() for filter_name in query.filters) or "none"
        yield from ("", f"### {name}", "", f"{query.question} {query.grain[0].upper()}{query.grain[1:]}. Filters obeyed: {obeyed}.")
        if query.notes:
            yield from (" ".join(query.notes.split()),)
        yield ""
        yield from head_of_table(("column", "heading", "type", "unit", "meaning"))
        for item in query.columns:
            yield row(f"`{item.name}`", columns.label(item.name, "en"), item.type, item.unit, item.meaning)


def heading(title: str, names: tuple[str, ...]) -> Iterator[str]:
    """A section that begins with a table."""
    yield from (f"## {title}", "")
    yield from head_of_table(names)


def head_of_table(names: tuple[str, ...]) -> Iterator[str]:
    """The first two lines of a Markdown table."""
    yield row(*names)
    yield "|" + "---|" * len(names)


def row(*cells: str) -> str:
    """A line of a Markdown table."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main() -> int:
    """Write the document, or say whether it is up to date."""
    if "--check" in sys.argv:
        return 0 if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text() else 1
    TARGET.write_text(text(), encoding="utf-8")
    print(f"Written: {TARGET.relative_to(PROJECT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
