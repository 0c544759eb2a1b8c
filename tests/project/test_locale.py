"""Every text that a person can see has a Chinese translation with the same {placeholders}."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from babel.messages.pofile import read_po

from fairboard import errors, locale
from fairboard.analysis import columns, glossary, metrics, sentence
from fairboard.analysis.catalogue import Item, Query
from fairboard.briefing import stale
from fairboard.importing import agreements, attendance, inspection, kinds, pacts, policies, postings, summary
from fairboard.store import schema
from fairboard.ui import filter_panel, methods_view
from fairboard.ui.intake import check_step, fair_step, mapping_step
from fairboard.ui.registry import PAGES

PROJECT = Path(__file__).parents[2]
CALLS = {"message", "translate", "say"}
ERRORS = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, errors.FairboardError)}
PLACEHOLDER = re.compile(r"\{(\w+)[^}]*\}")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
NOT_SHOWN_AS_A_TABLE = {
    "import/recent", "filters/options", "filters/rollups", "filters/selected_fairs",
    "overview/span", "methods/classification", "methods/data_dictionary", "methods/published_figures",
}  # fmt: skip
"""Queries whose columns the program reads itself, or shows under other headings."""
SAME_IN_BOTH = {"SHA-256", "SQL", "CSV", "XLSX", "Parquet"}


def program_files(project: Path) -> list[Path]:
    """The Python files that a person can get a text from."""
    return [*sorted((project / "fairboard").rglob("*.py")), *sorted((project / "pages").glob("*.py"))]


def literal_texts(path: Path) -> Iterator[str]:
    """The texts given as literals to ``context.text``, ``translate``, ``say`` and the errors of the program."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and is_text_call(node.func):
            yield from constants(node.args[0], path)


def is_text_call(called: ast.expr) -> bool:
    """True for what takes a text of the interface as its first argument."""
    if isinstance(called, ast.Attribute):
        return called.attr in CALLS | ERRORS or (called.attr == "text" and isinstance(called.value, ast.Name) and called.value.id in ("context", "self"))
    return isinstance(called, ast.Name) and called.id in CALLS | ERRORS


def constants(argument: ast.expr, path: Path) -> Iterator[str]:
    """The literal, or both sides of a choice between two; a text put together with f"" could not be translated."""
    assert not isinstance(argument, ast.JoinedStr), f"{path.name}:{argument.lineno}: a text with values in it cannot be translated; use {{name}}"
    if isinstance(argument, ast.IfExp):
        yield from constants(argument.body, path)
        yield from constants(argument.orelse, path)
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value


def listed_texts() -> Iterator[str]:
    """The texts that stand in registries and lists and are translated from there."""
    for page in PAGES:
        yield from (page.title, page.question)
    for item in metrics.REGISTRY.values():
        yield from (item.label, item.definition, item.unit, item.basis, item.caveat)
    for lists in (sentence.FILTER_LABELS, columns.LABELS, glossary.FILTER_MEANINGS, glossary.FIGURE_NAMES, filter_panel.HELP, stale.STATES):
        yield from lists.values()
    for pair in methods_view.QUALITY.values():
        yield from pair
    for kind in kinds.KINDS.values():
        yield from (kind.label, kind.description)
        yield from (text for field in kind.fields for text in (field.label, field.hint))
    yield from import_texts()
    yield from schema_comments()


def import_texts() -> Iterator[str]:
    """What the import says of columns, rows and cells."""
    for lists in (mapping_step.REASONS, summary.SKIPPED_NAMES, summary.REASON_NOTES, inspection.NOT_UNDERSTOOD, inspection.PREVIEW_HEADINGS, fair_step.CHOICES):
        yield from lists.values()
    yield from (inspection.REPEATED, inspection.MANY_PEOPLE, inspection.HIGH_WAGE, inspection.NOT_UNDERSTOOD_OTHERWISE)
    modules = (postings, attendance, agreements, policies, pacts)
    yield from (text for module in modules for name, text in vars(module).items() if name.isupper() and isinstance(text, str) and " " in text)
    yield from (label for _, label in check_step.TILES)


def schema_comments() -> list[str]:
    """The meanings of tables and columns, which the data dictionary shows."""
    con = duckdb.connect()
    con.execute(schema.schema_text())
    rows = con.execute("select comment from duckdb_columns() where not internal union select comment from duckdb_tables()").fetchall()
    con.close()
    return [comment for (comment,) in rows]


def untranslated(texts: Iterator[str], catalogue_texts: dict[str, str]) -> list[str]:
    """The texts that have no Chinese, or one with other placeholders."""
    needed = {text for text in texts if text and re.search("[A-Za-z]{2}", PLACEHOLDER.sub("", text)) and not CHINESE.search(text)} - SAME_IN_BOTH
    return sorted(text for text in needed if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(catalogue_texts.get(text, "{missing}"))))


@pytest.mark.parametrize("path", program_files(PROJECT), ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_every_text_in_the_program_has_its_chinese(path: Path):
    assert untranslated(literal_texts(path), locale.catalogue()) == []


def test_every_text_in_a_list_has_its_chinese():
    assert untranslated(listed_texts(), locale.catalogue()) == []


@pytest.mark.parametrize("query", glossary.queries(), ids=lambda query: query.name)
def test_every_text_in_the_header_of_a_query_has_its_chinese(query: Query):
    assert without_chinese(query, locale.catalogue()) == []


def without_chinese(query: Query, catalogue_texts: dict[str, str]) -> list[str]:
    """The question, grain, order, meanings and notes of the query that have no Chinese, or a copy of the English for it."""
    names = {column.name for column in query.columns}
    texts = [text for text in glossary.header_texts(query) if not names.issuperset(text.split(", "))]
    return untranslated(iter(texts), catalogue_texts) + [text for text in texts if text in catalogue_texts and not CHINESE.search(catalogue_texts[text])]


def test_no_column_or_table_is_without_a_meaning():
    assert all(schema_comments())


def test_every_column_that_is_shown_has_a_heading_of_its_own():
    shown = {(query.name, column.name) for query in glossary.queries() if query.name not in NOT_SHOWN_AS_A_TABLE and not query.name.startswith("cube/")
             for column in columns.shown(query, "zh")}
    assert sorted(f"{query}: {name}" for query, name in shown if not columns.has_label(name)) == []


@pytest.mark.parametrize("path", sorted((locale.FOLDER / "zh").glob("*.po")), ids=lambda path: path.name)
def test_a_catalogue_says_something_in_chinese_for_each_text(path: Path):
    with path.open("rb") as file:
        messages = [message for message in read_po(file, locale="zh") if message.id]
    assert messages
    assert [message.id for message in messages if not message.string or message.fuzzy] == []


def test_two_catalogues_never_give_different_chinese_for_one_text():
    seen: dict[str, str] = {}
    for path in sorted((locale.FOLDER / "zh").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="zh"):
                assert not message.id or seen.setdefault(message.id, message.string) == message.string, f"{path.name}: {message.id}"


@pytest.mark.parametrize("line", [
    'context.text("A text that nobody translated")',
    'translate("A text that nobody translated", language)',
    'say("A text that nobody translated", count=1)',
    'raise errors.StoreError("A text that nobody translated")',
    'context.text("Overview" if True else "A text that nobody translated")',
])
def test_a_planted_text_without_chinese_is_found(tmp_path: Path, line: str):
    (tmp_path / "planted.py").write_text(line, encoding="utf-8")
    assert untranslated(literal_texts(tmp_path / "planted.py"), {"Overview": "总览"}) == ["A text that nobody translated"]


PLANTED = "A text that nobody translated"


@pytest.mark.parametrize("planted", [
    {"grain": PLANTED}, {"order": PLANTED}, {"notes": PLANTED},
    {"columns": (Item("region_code", "varchar", "", PLANTED),)}, {"parameters": (Item("search", "varchar", "", PLANTED),)},
], ids=lambda planted: next(iter(planted)))
def test_a_planted_header_without_chinese_is_found(planted: dict[str, Any]):
    query = replace(glossary.queries()[0], **planted)
    assert without_chinese(query, locale.catalogue()) == [PLANTED]
    assert without_chinese(query, locale.catalogue() | {PLANTED: PLANTED}) == [PLANTED]


def test_an_order_of_names_of_columns_needs_no_chinese_but_a_word_does():
    query = replace(glossary.queries()[0], columns=(Item("row_count", "bigint", "", "rows"), Item("place", "varchar", "", "the region")))
    assert without_chinese(replace(query, order="row_count, place"), locale.catalogue()) == []
    assert without_chinese(replace(query, order="planted, place"), locale.catalogue()) == ["planted, place"]


def test_a_planted_translation_with_other_placeholders_is_found():
    assert untranslated(iter(["{count} rows"]), {"{count} rows": "{number} 行"}) == ["{count} rows"]


def test_a_planted_text_put_together_in_the_program_is_refused(tmp_path: Path):
    (tmp_path / "planted.py").write_text('translate(f"{count} rows", language)', encoding="utf-8")
    with pytest.raises(AssertionError, match="cannot be translated"):
        list(literal_texts(tmp_path / "planted.py"))
