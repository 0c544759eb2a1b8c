"""What stands around a table and holds for all its rows: labelled cells above it (单位名称：沈阳机床), its title, the name of its sheet."""

import re
from dataclasses import replace

from fairboard.importing.headers import Table, one_line
from fairboard.importing.headings import find_heading
from fairboard.importing.kinds import KINDS
from fairboard.importing.looks import COMPANY, LOOKS
from fairboard.importing.mapping import SheetMapping
from fairboard.importing.parsing.place import parse_place, parse_place_in_name
from fairboard.importing.parsing.university import parse_university
from fairboard.importing.reading import Grid

STATED_FIELDS = frozenset({"employer", "credit_code", "ownership", "industry", "size", "university", "region", "degree"})
"""Fields that a labelled cell above a table can state for all of it."""
LABELLED = re.compile(r"([^:：]{2,12})[:：]\s*(.{2,60})")
NAME = r"[\u4e00-\u9fff（）()A-Za-z·]{2,40}?"
FIRM_NAMES = (
    re.compile(rf"{NAME}公司(?:[\u4e00-\u9fff]{{1,8}}分公司)?"),
    re.compile(rf"{NAME}(?:集团|研究院|研究所|设计院|医院|大学|学院|银行|酒店|厂|局|中心)"),
)
"""Names of employers in a title, the surer ones first."""
SCHOOL_NAME = re.compile(r"[\u4e00-\u9fff]{2,20}?(?:大学|学院|学校)(?:[（(][\u4e00-\u9fff]{1,6}[）)])?")
LEAD_WORDS = re.compile(r"^(?:附件\d*[:：]?|表\d+[:：]?|(?:20)?\d\d年(?:度)?(?:[春秋夏冬]季)?|关于)+")
SENDER = re.compile(r"填报|报送|上报|制表|审核|主办|承办|时间|日期|联系|电话")


def texts_above(grid: Grid, table: Table) -> list[list[str]]:
    """The filled cells of the rows above the header."""
    rows = grid.cells.iloc[: max(0, table.header_row + 1 - table.header.height)]
    return [cells for row in rows.itertuples(index=False) if (cells := [text for cell in row if (text := one_line(cell))])]


def stated_above(grid: Grid, table: Table, mapping: SheetMapping) -> dict[str, str]:
    """The fields that labelled cells above the table state and no column holds: 单位名称：沈阳机床, or 单位名称 beside 沈阳机床."""
    kind, found = KINDS[mapping.kind], {}
    held = mapping.fields | {column.proposed for column in mapping.questions}
    for cells in texts_above(grid, table):
        pairs = [match.groups() for cell in cells if (match := LABELLED.fullmatch(cell))] or list(zip(cells, cells[1:], strict=False))
        for label, value in pairs:
            heading = find_heading(label, kind)
            if heading and heading.field in STATED_FIELDS and heading.field not in held and not find_heading(value, kind):
                found.setdefault(heading.field, value.strip())
    return found


def proposed_around(grid: Grid, table: Table, mapping: SheetMapping) -> dict[str, str]:
    """For each required field that nothing gives, the value that the name of the sheet or a title above the table names."""
    proposed = {column.proposed for column in mapping.questions}
    wanted = [name for name in mapping.missing if name not in proposed and KINDS[mapping.kind].field(name).is_constant]
    titles = [grid.sheet, *(cell for cells in texts_above(grid, table) for cell in cells if not SENDER.search(cell))]
    return {name: value for name in wanted if (value := next((value for title in titles if (value := name_in(title, name))), None))}


def name_in(title: str, field: str) -> str | None:
    """The employer, university, region or degree that a title names."""
    text = LEAD_WORDS.sub("", title.strip())
    if field == "employer":
        return next((found.group() for pattern in FIRM_NAMES if (found := pattern.search(text)) and COMPANY.search(found.group())), None)
    if field == "university":
        names = [text, *SCHOOL_NAME.findall(text)]
        return next((name for name in names if parse_university(name).status == "stated"), None)
    if field == "region":
        return next((text for parse in (parse_place, parse_place_in_name) if parse(text).region_code), None)
    return text if field in LOOKS and LOOKS[field].test(text) else None


def with_surroundings(grid: Grid, table: Table, mapping: SheetMapping) -> SheetMapping:
    """The mapping with what stands around the table: stated values as constants, guessed ones as proposals."""
    stated = replace(mapping, constants={**stated_above(grid, table, mapping), **mapping.constants})
    saved = {name: value for name, value in mapping.proposals.items() if name not in stated.fields}
    return replace(stated, proposals={**saved, **proposed_around(grid, table, stated)})
