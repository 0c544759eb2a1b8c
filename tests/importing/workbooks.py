"""Workbooks made by hand, part by part, so that a test can put into them what no program would write."""

import zipfile
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = f'xmlns="{MAIN}" xmlns:r="{OFFICE}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def text_cell(address: str, text: str) -> str:
    """A cell that holds its own text."""
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def rows(*rows_of_texts: list[str]) -> str:
    """The data of a sheet of up to 26 columns."""
    lines = (
        f'<row r="{number}">' + "".join(text_cell(f"{chr(65 + place)}{number}", text) for place, text in enumerate(texts)) + "</row>"
        for number, texts in enumerate(rows_of_texts, start=1)
    )
    return f"<sheetData>{''.join(lines)}</sheetData>"


TABLE = rows(["职位名称", "单位名称"], ["焊工", "大连船厂"])


def relationships(*targets: tuple[str, str]) -> str:
    """A list of parts, each with its kind."""
    lines = (
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def write_workbook(
    path: Path, *sheets: str, names: tuple[str, ...] = (), shared: str | None = None, prolog: str = "", states: dict[int, str] | None = None
) -> Path:
    """Write an XLSX file whose worksheets have ``sheets`` as their content; ``prolog`` stands before the root of every part."""
    names = names or tuple(f"Sheet{number}" for number in range(1, len(sheets) + 1))
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}"{(states or {}).get(number - 1, "")} r:id="rId{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    targets = [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)]
    parts = {
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relationships(*targets, *([("sharedStrings", "sharedStrings.xml")] if shared is not None else [])),
        "xl/workbook.xml": f"{DECLARATION}{prolog}<workbook {NAMESPACES}><sheets>{listed}</sheets></workbook>",
    } | {
        f"xl/{target}": f"{DECLARATION}{prolog}<worksheet {NAMESPACES}>{sheet}</worksheet>"
        for (_, target), sheet in zip(targets, sheets, strict=True)
    }
    if shared is not None:
        parts["xl/sharedStrings.xml"] = f"{DECLARATION}{prolog}<sst {NAMESPACES}>{shared}</sst>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return path
