"""What a file says about itself: selection, kind of record, version, definitions, SQL and sources."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from fairboard.analysis import metrics, runner
from fairboard.analysis.sentence import FILTER_LABELS
from fairboard.exports.request import Export
from fairboard.exports.rows import file_columns
from fairboard.locale import translate


@dataclass(frozen=True)
class Section:
    """A part of the description: a title and rows of cells."""

    title: str
    rows: list[tuple[str, ...]]


def sections(export: Export, row_count: int) -> list[Section]:
    """The whole description, in the language of the export."""
    found = [Section(_text(export, "About this file"), facts(export, row_count)), Section(_text(export, "Columns"), definitions(export))]
    if origins := sources(export):
        found.append(Section(_text(export, "Sources"), origins))
    return [*found, Section("SQL", [(line,) for line in export.query.sql.splitlines()])]


def facts(export: Export, row_count: int) -> list[tuple[str, str]]:
    """Label and text of everything that holds for the file as a whole."""
    ignored = [_text(export, FILTER_LABELS[name]) for name in export.filters.active() if name not in export.query.filters]
    own = {name: value for name, value in export.parameters.items() if value is not None}
    pairs = [
        ("Question", _text(export, export.query.question)),
        ("Selection", export.sentence),
        ("Does not obey", ", ".join(ignored)),
        ("Parameters", ", ".join(f"{name} = {value}" for name, value in own.items())),
        ("Record kind", export.record_kinds_text),
        ("Note", _text(export, "Contains synthetic records: made up, not real.") if "synthetic" in export.record_kinds else ""),
        ("Version", export.version.stem),
        ("Exported on", datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")),
        ("Rows", f"{row_count:,}"),
        ("Grain", _text(export, export.query.grain)),
        ("Order", _text(export, export.query.order)),
        ("Notes", _text(export, export.query.notes) if export.query.notes else ""),
    ]
    return [(_text(export, label), text) for label, text in pairs if text]


def definitions(export: Export) -> list[tuple[str, ...]]:
    """Heading, name in the SQL, unit, meaning here, and the metric's definition with its caveat."""
    rows = [tuple(_text(export, label) for label in ("Heading", "Name", "Unit", "Meaning", "Definition"))]
    for column in file_columns(export):
        metric = metrics.REGISTRY.get(column.item.name)
        definition = " ".join(_text(export, text) for text in (metric.definition, metric.caveat) if text) if metric else ""
        rows.append((column.heading, column.item.name, _text(export, column.item.unit), _text(export, column.item.meaning), definition))
    return rows


def sources(export: Export) -> list[tuple[str, ...]]:
    """A row for each imported file and each text that the selected fairs come from."""
    found = runner.run("records/sources", export.filters, export.version).rows()
    return [tuple(str(row[name]) for name in ("title", "producer", "published_on", "licence", "url", "detail") if row[name] is not None) for row in found]


def as_text(export: Export, row_count: int) -> str:
    """The description as plain text."""
    blocks = [f"{section.title}\n{'=' * 40}\n" + "\n".join(" | ".join(row) for row in section.rows) for section in sections(export, row_count)]
    return "\n\n".join(blocks) + "\n"


def as_metadata(export: Export) -> dict[str, str]:
    """Key and text for the schema of a Parquet file; the number of rows is in the file anyway."""
    return {
        "fairboard.version": export.version.stem,
        "fairboard.query": export.query.name,
        "fairboard.selection": export.sentence,
        "fairboard.record_kinds": ",".join(export.record_kinds),
        "fairboard.filters": json.dumps(export.filters.to_url()),
        "fairboard.exported_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "fairboard.definitions": json.dumps({item.name: {"unit": item.unit, "meaning": item.meaning} for item in export.query.columns}, ensure_ascii=False),
        "fairboard.sources": json.dumps(sources(export), ensure_ascii=False),
        "fairboard.sql": export.query.sql,
    }


def _text(export: Export, text: str) -> str:
    return translate(text, export.language) if text else ""
