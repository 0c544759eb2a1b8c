"""The questions that can be put to the records: every SQL file under ``queries/``, with the facts in its header.

A file is one SELECT under a header of comment lines. ``Uses`` names steps (``queries/steps/<name>.sql``) that are put before
it as named steps of the same statement, so that what "selected" means is written once. The parameters that a step declares are those of
every query that uses it; ``step.*`` among the columns stands for those that the step declares.

    -- Question: Which sectors ask for most people?
    -- Grain: one row per sector
    -- Uses: selected_postings
    -- Parameters:
    --   threshold_yuan integer: the line that a wage has to exceed, in yuan a month
    -- Columns:
    --   openings bigint [openings]: people wanted
    -- Order: openings, descending
    -- Notes: ...

Two more lines tell which rollup may answer, and are true or the tests say so: ``Wages: by the thousand`` where wages matter only as being over
a line or in a band, and ``Employers by: region_code`` (or ``nothing``), the columns of the employers that the statement reads.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import duckdb

from fairboard.analysis.filters import FILTER_NAMES, PARAMETER_FILTERS
from fairboard.errors import QueryError

FOLDER = Path(__file__).parents[2] / "queries"
# Steps that carry the filters and the wage basis: what they name is needed only where a filter is set, or for the basis chosen.
SELECTING_STEPS = (
    "selected_fairs", "counted_postings", "selected_postings", "waged_postings", "employed_pairs", "selected_pairs", "counted_attendance", "selected_attendance",
    "compared_fairs", "compared_postings", "attended_postings",
)  # fmt: skip
_ITEM = re.compile(r"(?P<name>\w+) (?P<type>[\w\[\]() ,]+?)(?: \[(?P<unit>[^\]]*)\])?: (?P<meaning>.+)")
_COLUMNS_OF_STEP = re.compile(r"^(\w+)\.\*$", re.MULTILINE)
_FIELDS = ("Question", "Grain", "Uses", "Parameters", "Columns", "Order", "Notes", "Wages", "Employers by")


@dataclass(frozen=True)
class Item:
    """A parameter or a column: name, SQL type, unit (may be empty) and meaning."""

    name: str
    type: str
    unit: str
    meaning: str


@dataclass(frozen=True)
class Query:
    """One SQL file: its header, its own statement (``body``) and the steps put before it, in order."""

    name: str
    question: str
    grain: str
    parameters: tuple[Item, ...]
    columns: tuple[Item, ...]
    order: str
    notes: str
    steps: dict[str, str]
    body: str
    parameter_names: frozenset[str]
    has_wages_by_thousand: bool = False
    employers_by: frozenset[str] | None = None

    @cached_property
    def sql(self) -> str:
        """The whole statement, steps included, as it is shown."""
        return self.with_steps_from({})

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Every name that stands in the statement outside the steps that select."""
        texts = [self.body, *(sql for step, sql in self.steps.items() if step not in SELECTING_STEPS)]
        return frozenset(re.findall(r"\w+", " ".join(texts)))

    def with_steps_from(self, replaced: dict[str, str]) -> str:
        """The whole statement with other SQL for the steps named in ``replaced``."""
        return assembled({step: replaced.get(step, sql) for step, sql in self.steps.items()}, self.body)

    @property
    def filters(self) -> tuple[str, ...]:
        """The filters that the query obeys."""
        obeyed = {PARAMETER_FILTERS[name] for name in self.parameter_names if name in PARAMETER_FILTERS}
        return tuple(name for name in FILTER_NAMES if name in obeyed)


@cache
def load(name: str) -> Query:
    """The query in ``queries/<name>.sql``; ``name`` is a path without the ending, such as ``sectors/ranking``.

    Raises QueryError for a name that does not exist or a header that is not complete.
    """
    header, body = _read(name)
    steps: dict[str, str] = {}
    parameters = {item.name: item for item in _items(name, header.get("Parameters", ""))}
    for step in _names(header.get("Uses", "")):
        _collect(step, steps, parameters)
    sql = assembled(steps, body)
    parameter_names = frozenset(duckdb.extract_statements(sql)[0].named_parameters)
    own = parameter_names - PARAMETER_FILTERS.keys()
    if parameters.keys() != own:
        raise QueryError("queries/{name}.sql declares the parameters {declared} but uses {used}", name=name, declared=sorted(parameters), used=sorted(own))
    return Query(
        name=name,
        question=header["Question"],
        grain=header["Grain"],
        parameters=tuple(parameters.values()),
        columns=_items(name, _with_columns_of_steps(header["Columns"])),
        order=header["Order"],
        notes=header.get("Notes", ""),
        steps=steps,
        body=body,
        parameter_names=parameter_names,
        has_wages_by_thousand=header.get("Wages") == "by the thousand",
        employers_by=_columns_of_employers(header.get("Employers by")),
    )


def names() -> tuple[str, ...]:
    """Every query, steps and rollups left out, in alphabetical order."""
    paths = (path.relative_to(FOLDER).with_suffix("") for path in FOLDER.rglob("*.sql"))
    return tuple(sorted(path.as_posix() for path in paths if path.parts[0] not in ("steps", "rollups")))


def _read(name: str) -> tuple[dict[str, str], str]:
    path = FOLDER / f"{name}.sql"
    if not re.fullmatch(r"[a-z0-9_]+(/[a-z0-9_]+)*", name) or not path.is_file():
        raise QueryError("There is no query {name} under queries/", name=name)
    lines = path.read_text(encoding="utf-8").splitlines()
    size = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    header: dict[str, str] = {}
    field = ""
    for line in lines[:size]:
        text = line[2:].strip()
        head, _, rest = text.partition(":")
        if line.startswith("-- ") and head in _FIELDS:
            field = head
            header[field] = rest.strip()
        elif field:
            header[field] = f"{header[field]}\n{text}".strip()
    missing = [field for field in ("Question", "Grain", "Columns", "Order") if not header.get(field)]
    if missing:
        raise QueryError("The header of queries/{name}.sql lacks {fields}", name=name, fields=", ".join(missing))
    return header, "\n".join(lines[size:]).strip().removesuffix(";")


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _columns_of_employers(text: str | None) -> frozenset[str] | None:
    return None if text is None else frozenset(_names(text)) - {"nothing"}


def _with_columns_of_steps(text: str) -> str:
    return _COLUMNS_OF_STEP.sub(lambda match: _read(f"steps/{match[1]}")[0]["Columns"].strip(), text)


def _items(query: str, text: str) -> tuple[Item, ...]:
    items = []
    for line in text.splitlines():
        match = _ITEM.fullmatch(line.strip())
        if line.strip() and not match:
            raise QueryError("The header of queries/{name}.sql has a line that is not 'name type [unit]: meaning': {line}", name=query, line=line)
        if match:
            items.append(Item(match["name"], match["type"], match["unit"] or "", match["meaning"]))
    return tuple(items)


def assembled(steps: dict[str, str], body: str) -> str:
    """The statement ``body`` with ``steps``, by name, put before it in their order."""
    if not steps:
        return body
    named = ",\n".join(f"{step} as not materialized (\n{_indent(sql)}\n)" for step, sql in steps.items())
    rest = f",\n{body[4:].lstrip()}" if body.lower().startswith("with") else f"\n{body}"
    return f"with {named}{rest}"


def _collect(step: str, ordered: dict[str, str], parameters: dict[str, Item]) -> None:
    """Add ``step`` to the steps before it, with those that it needs, and to ``parameters`` what they declare."""
    if step in ordered:
        return
    header, sql = _read(f"steps/{step}")
    for item in _items(f"steps/{step}", header.get("Parameters", "")):
        parameters.setdefault(item.name, item)
    for needed in _names(header.get("Uses", "")):
        _collect(needed, ordered, parameters)
    ordered[step] = sql


def _indent(sql: str) -> str:
    return "\n".join(f"    {line}" if line else line for line in sql.splitlines())
