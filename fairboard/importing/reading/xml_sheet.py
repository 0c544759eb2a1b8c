"""The XML of Excel 2003 (SpreadsheetML), which many systems still save as .xls. Declared entities are refused, nothing is resolved."""

from pathlib import Path
from xml.parsers import expat

from fairboard.errors import InputFileError
from fairboard.importing.reading import limits
from fairboard.importing.reading.cells import cell_text
from fairboard.importing.reading.frames import grid_of
from fairboard.importing.reading.grids import Grid
from fairboard.importing.reading.limits import check_markup_size
from fairboard.importing.reading.placed_rows import PlacedRows
from fairboard.importing.reading.workbook import shown_sheet_name

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet "


def read_xml_sheet(path: Path, name: str, encoding: str) -> tuple[Grid, ...]:
    """One grid for each worksheet."""
    check_markup_size(name, path.stat().st_size)
    parser = SheetParser(name)
    with path.open(encoding=encoding, errors="strict") as file:
        try:
            while portion := file.read(limits.CHUNK_BYTES):
                parser.expat.Parse(portion)
            parser.expat.Parse("", True)
        except expat.ExpatError as error:
            raise InputFileError(
                "{name} is an XML spreadsheet that breaks off or is damaged (line {line}). Save it as XLSX.", name=name, line=error.lineno
            ) from error
    return tuple(
        grid_of(name, sheet, rows.rows, merged=rows.within_rows(), is_hidden=sheet in parser.hidden) for sheet, rows in parser.sheets
    )


class SheetParser:
    """Collects the rows of each worksheet."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.expat = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        self.expat.StartElementHandler = self.start
        self.expat.EndElementHandler = self.end
        self.expat.CharacterDataHandler = self.add_text
        self.expat.EntityDeclHandler = self.refuse
        self.expat.StartDoctypeDeclHandler = self.refuse
        self.sheets: list[tuple[str, PlacedRows]] = []
        self.hidden: set[str] = set()
        self.path: list[str] = []
        self.cell: dict[str, str] = {}
        self.parts: list[str] = []

    def refuse(self, *_: object) -> None:
        """Raise for a declaration."""
        raise InputFileError(
            "{name} declares entities inside its XML, which no workbook needs and some attacks do. It is not opened. Save it again as XLSX.",
            name=self.name,
        )

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a sheet, a row or a cell."""
        facts = {key.removeprefix(NAMESPACE): value for key, value in attributes.items()}
        self.path.append(tag.removeprefix(NAMESPACE))
        if len(self.path) > 100:
            raise limits.damaged(self.name, "nested too deep")
        match self.path[-1]:
            case "Worksheet":
                if len(self.sheets) >= limits.LARGEST_SHEET_COUNT:
                    raise limits.damaged(self.name, f"> {limits.LARGEST_SHEET_COUNT:,} sheets")
                self.sheets.append((shown_sheet_name(facts.get("Name", "")), PlacedRows(self.name)))
            case "Row" if self.sheets:
                self.sheets[-1][1].begin_row(place(facts.get("Index")))
            case "Cell" if self.sheets:
                self.cell, self.parts = facts, []

    def add_text(self, text: str) -> None:
        """Add text to the cell; the text of comments is no part of it."""
        if "Data" in self.path and "Comment" not in self.path:
            self.parts.append(text)

    def end(self, tag: str) -> None:
        """End a cell, or note that a sheet is hidden."""
        ended = self.path.pop()
        if ended == "Cell" and self.sheets:
            self.sheets[-1][1].put(
                number_text("".join(self.parts)),
                column_span=(place(self.cell.get("MergeAcross")) or 0) + 2 if self.cell.get("MergeAcross") else 1,
                row_span=(place(self.cell.get("MergeDown")) or 0) + 2 if self.cell.get("MergeDown") else 1,
                index=place(self.cell.get("Index")),
            )
        elif ended.endswith("Visible") and self.sheets:
            self.hidden.add(self.sheets[-1][0])


def place(text: str | None) -> int | None:
    """A number of a row or column from 1 as a place from 0; None where there is none."""
    return int(text) - 1 if text and text.isascii() and text.isdigit() and len(text) < 8 else None


def number_text(text: str) -> str:
    """The text of a cell; whole numbers, which may be written 6000.0, without a decimal point."""
    return cell_text(float(text)) if text.endswith(".0") and text[:-2].isdigit() and len(text) < 15 else text
