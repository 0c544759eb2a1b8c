"""A page as one workbook: what it is about, its tiles, and a sheet for each panel with its numbers and a chart of the spreadsheet's own."""

import io
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import xlsxwriter
from xlsxwriter.workbook import Workbook

from fairboard.analysis import metrics
from fairboard.analysis.explain import Origin
from fairboard.analysis.filled_sql import filled
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer
from fairboard.exports import page_sheets
from fairboard.exports.manifest import Manifest, manifest_of, with_manifest
from fairboard.exports.stated import RowFact, facts_of_rows
from fairboard.exports.word_sheets import OPTIONS, WordSheets, origins, sheet_names
from fairboard.locale import Language, translate


@dataclass(frozen=True)
class PageTile:
    """A headline figure: as it is written, as a number with its way of writing where it is one, and where it comes from."""

    metric: str
    label: str
    text: str
    value: float | None
    number_format: str
    unit: str
    definition: str
    note: str
    change: str
    origin: Origin | None = None


@dataclass(frozen=True)
class PagePanel:
    """A block of the page; ``figure`` is in the colours of the light palette, ``value`` the column that its marks show."""

    title: str
    subtitle: str
    ignored: str
    answer: Answer
    hidden: tuple[str, ...]
    figure: dict[str, Any] | None
    code_column: str | None
    value: str


@dataclass(frozen=True)
class PageBook:
    """Everything that the workbook of a page needs."""

    title: str
    question: str
    sentence: str
    record_kinds: str
    has_synthetic: bool
    link: str
    version: Path
    filters: Filters
    language: Language
    tiles: list[PageTile] = field(default_factory=list)
    tiles_note: str = ""
    panels: list[PagePanel] = field(default_factory=list)

    def say(self, text: str, **params: Any) -> str:
        """``text`` in the language of the workbook."""
        return translate(text, self.language, **params)


def write_page(page: PageBook) -> bytes:
    """The workbook as bytes, with a manifest of its numbers."""
    manifest, target = manifest_for(page), io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        book.set_properties({"title": page.title, "comments": f"Fairboard {page.version.stem}; {page.record_kinds}"})
        names = sheet_names([page.say("About"), *([page.say("Tiles")] if page.tiles else []), *(panel.title for panel in page.panels), "SQL"])
        write = Writer(book, page, manifest.manifest_id)
        write.about(next(names))
        if page.tiles:
            write.tiles(next(names))
        for panel in page.panels:
            page_sheets.write_panel(book, next(names), page, panel)
        write.sql(next(names))
    return with_manifest(target.getvalue(), "xlsx", manifest)


def manifest_for(page: PageBook) -> Manifest:
    """What the workbook says about itself: the numbers of its tiles and of the tables of its panels."""
    address = {name: text for name, text in parse_qsl(urlsplit(page.link).query) if name not in ("lang", "v")}
    facts = [RowFact(f"tile/{place}/{tile.metric}", tile.origin) for place, tile in enumerate(page.tiles) if tile.origin]
    facts += [fact for place, panel in enumerate(page.panels) for fact in facts_of_rows(f"panel/{place}", panel.answer, panel.hidden)]
    return manifest_of(page.title, address, page.language, page.version, facts, "page")


class Writer(WordSheets):
    """The sheets that are not of one panel."""

    def __init__(self, book: Workbook, page: PageBook, mark: str) -> None:
        super().__init__(book)
        self.page, self.mark = page, mark

    def about(self, name: str) -> None:
        """Question, selection, version, definitions and sources."""
        page, sheet = self.page, self.sheet(name)
        for position, width in enumerate((26, 60, 16, 18, 60)):
            sheet.set_column(position, position, width)
        pairs = [
            ("Question", page.question), ("Selection", page.sentence), ("Record kind", page.record_kinds),
            ("Note", page.say("Contains synthetic records: made up, not real.") if page.has_synthetic else ""),
            ("Version", page.version.stem), ("Id of this file", self.mark), ("Exported on", datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")), ("Link to this view", page.link),
        ]  # fmt: skip
        self.text(sheet, 0, 0, page.title, self.bold)
        line = self.rows(sheet, 1, [(page.say(label), text) for label, text in pairs if text])
        line = self.block(sheet, line + 1, page.say("Definitions"), self._definitions())
        self.block(sheet, line + 1, page.say("Sources"), origins(page.filters, page.version, page.language))

    def tiles(self, name: str) -> None:
        """The headline figures, as numbers where they are."""
        page, sheet = self.page, self.sheet(name)
        for position, width in enumerate((32, 16, 14, 40, 26, 60)):
            sheet.set_column(position, position, width)
        for position, label in enumerate(("Figure", "Value", "Unit", "Remark", "Change", "Definition")):
            self.text(sheet, 0, position, page.say(label), self.head)
        for line, tile in enumerate(page.tiles, 1):
            self.text(sheet, line, 0, tile.label)
            if tile.value is None:
                self.text(sheet, line, 1, tile.text)
            else:
                sheet.write_number(line, 1, tile.value, self.book.add_format({"num_format": tile.number_format, "bold": True, "valign": "top"}))
            self.height(sheet, line, (tile.definition, tile.note + " " * 20))
            for position, text in enumerate((tile.unit, tile.note, tile.change, tile.definition), 2):
                self.text(sheet, line, position, text)
        self.text(sheet, len(page.tiles) + 2, 0, page.tiles_note)
        sheet.freeze_panes(1, 0)

    def sql(self, name: str) -> None:
        """The question of each panel with its parameters filled in, once where several panels share it."""
        answers = [panel.answer for panel in self.page.panels]
        self.statements(name, [(self.page.say(answer.query.question), filled(answer.query.sql, answer.parameters)) for answer in answers])

    def _definitions(self) -> list[tuple[str, ...]]:
        """Every metric that the page shows: name, definition with caveat, unit, counting basis, id."""
        names = [tile.metric for tile in self.page.tiles] + [item.name for panel in self.page.panels for item in panel.answer.query.columns]
        say = self.page.say
        rows = [(say("Metric"), say("Definition"), say("Unit"), say("Counting basis"), say("Name in the SQL"))]
        for name in dict.fromkeys(name for name in names if name in metrics.REGISTRY):
            metric = metrics.REGISTRY[name]
            definition = " ".join(say(text) for text in (metric.definition, metric.caveat) if text)
            rows.append((say(metric.label), definition, say(metric.unit), say(metric.basis), name))
        return rows
