"""A crosswalk edited by hand: the file is checked as a whole, and what is right becomes a new version of the data.

Columns discipline_code, sector_code, weight, rationale; the weights of a discipline add up to 1. A file with a fault changes nothing.
"""

import csv
import io
import re
from collections import defaultdict
from dataclasses import dataclass

import duckdb

from fairboard.errors import InputFileError, Message, message
from fairboard.store import crosswalk, versions, writing
from fairboard.store.crosswalk import COLUMNS
from fairboard.store.opening import open_reader

LARGEST_BYTES = 1_000_000
MOST_FAULTS = 10
LONGEST_RATIONALE, LONGEST_NOTE = 500, 500
SUM_TOLERANCE = 1e-6
UNCLASSIFIED = "unclassified"
Row = tuple[str, str, float, str]
_WEIGHT = re.compile(r"[0-9]{1,3}(\.[0-9]{1,12})?|\.[0-9]{1,12}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True)
class Adopted:
    """What became of a file: the edition of its rows, how many there are, and whether it differs from the one before."""

    edition: str
    row_count: int
    is_new: bool


def adopt(content: bytes, file_name: str, note: str | None = None) -> Adopted:
    """Make a new version of the data that counts by the crosswalk in ``content``; one that holds already makes none.

    Raises InputFileError with every fault of the file; then nothing is changed.
    """
    con = open_reader(versions.current_version())
    try:
        rows = read(content, file_name, con)
        before = crosswalk.edition(con)
        edition = _edition_of(rows)
    finally:
        con.close()
    if edition != before:
        with writing.new_version(origin="crosswalk") as writer:
            replace_rows(writer, rows)
            crosswalk.note_edition(writer, (note or "").strip()[:LONGEST_NOTE] or None)
    return Adopted(edition, len(rows), edition != before)


def replace_rows(con: duckdb.DuckDBPyConnection, rows: list[Row]) -> None:
    """Put ``rows`` in the place of the crosswalk of a version."""
    con.execute("delete from discipline_sectors")
    con.executemany("insert into discipline_sectors values (?, ?, ?, ?)", rows)


def read(content: bytes, file_name: str, con: duckdb.DuckDBPyConnection) -> list[Row]:
    """The rows of a file, every one checked against the disciplines and sectors of the version behind ``con``."""
    lines = _lines(content, file_name)
    heading = [name.strip() for name in lines[0]] if lines else []
    if tuple(heading) != COLUMNS:
        raise InputFileError("{name}: the first row has to be {columns}, and is {found}. Nothing was changed.",
                             name=file_name, columns=",".join(COLUMNS), found=",".join(heading)[:200] or "–")
    known = [{code for (code,) in con.execute(f"select {column} from {table}").fetchall()}
             for table, column in (("disciplines", "discipline_code"), ("sectors", "sector_code"))]
    rows: list[Row] = []
    faults: list[Message] = []
    for number, cells in enumerate(lines[1:], start=2):
        if any(cell.strip() for cell in cells):
            row, found = _row(number, cells, *known)
            faults += found
            rows += [row] if row else []
    faults += [] if faults else _whole(rows)
    if faults:
        more = (message("and {count} more", count=len(faults) - MOST_FAULTS),) if len(faults) > MOST_FAULTS else ()
        raise InputFileError("{name} cannot be the crosswalk. {faults}. Nothing was changed.", name=file_name, faults=(*faults[:MOST_FAULTS], *more))
    return sorted(rows)


def as_csv(rows: list[Row]) -> str:
    """``rows`` as a file that can be edited and read again."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([COLUMNS, *((discipline, sector, f"{weight:.9g}", rationale) for discipline, sector, weight, rationale in rows)])
    return out.getvalue()


def _lines(content: bytes, file_name: str) -> list[list[str]]:
    if len(content) > LARGEST_BYTES:
        raise InputFileError("{name} is larger than {size} MB: that is no crosswalk. Nothing was changed.", name=file_name, size=LARGEST_BYTES // 10**6)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return list(csv.reader(io.StringIO(content.decode(encoding), newline=""), strict=True))
        except UnicodeDecodeError:
            continue
        except csv.Error:
            break
    raise InputFileError("{name} cannot be read as CSV. Save it as CSV (UTF-8) and try again. Nothing was changed.", name=file_name)


def _row(number: int, cells: list[str], disciplines: set[str], sectors: set[str]) -> tuple[Row | None, list[Message]]:
    if len(cells) != len(COLUMNS):
        return None, [message("Row {row}: there are {count} columns where there should be 4; put a text with commas between quotation marks", row=number, count=len(cells))]
    discipline, sector, weight, rationale = (cell.strip() for cell in cells)
    discipline = discipline.zfill(2) if discipline.isascii() and discipline.isdigit() else discipline  # Excel takes 01 for a number
    faults = []
    if discipline not in disciplines:
        faults.append(message("Row {row}, discipline_code: {value} is no discipline; take one of {codes}", row=number, value=_shown(discipline), codes=_listed(disciplines)))
    if sector not in sectors - {UNCLASSIFIED}:
        faults.append(message("Row {row}, sector_code: {value} is no sector; take one of {codes}", row=number, value=_shown(sector), codes=_listed(sectors - {UNCLASSIFIED})))
    if not _WEIGHT.fullmatch(weight) or not 0 < float(weight) <= 1:
        faults.append(message("Row {row}, weight: {value} is not a number over 0 and up to 1; write a share such as 0.25", row=number, value=_shown(weight)))
    if not rationale or len(rationale) > LONGEST_RATIONALE or _CONTROL.search(rationale):
        faults.append(message("Row {row}, rationale: say in one line of up to {most} characters why the weight is what it is", row=number, most=LONGEST_RATIONALE))
    return (None, faults) if faults else ((discipline, sector, float(weight), rationale), [])


def _whole(rows: list[Row]) -> list[Message]:
    """What is wrong with rows that are right one by one: repeats, and sums that are not 1."""
    if not rows:
        return [message("There is no row under the headings")]
    places = [row[:2] for row in rows]
    repeated = sorted({place for place in places if places.count(place) > 1})
    faults = [message("{discipline} and {sector} stand in several rows; leave one", discipline=discipline, sector=sector) for discipline, sector in repeated]
    sums: dict[str, float] = defaultdict(float)
    for discipline, _, weight, _ in rows:
        sums[discipline] += weight
    return faults + [message("The weights of discipline {discipline} add up to {total}; change them so that they add up to 1", discipline=discipline, total=f"{total:.6f}")
                     for discipline, total in sorted(sums.items()) if abs(total - 1) > SUM_TOLERANCE]


def _listed(codes: set[str]) -> str:
    return ", ".join(sorted(codes))


def _shown(text: str) -> str:
    return f"“{_CONTROL.sub('�', text)[:40]}”"


def _edition_of(rows: list[Row]) -> str:
    """The edition that a version with these rows would have, by the same SQL."""
    with duckdb.connect() as con:
        con.execute("create table discipline_sectors (discipline_code varchar, sector_code varchar, weight double, rationale varchar)")
        con.executemany("insert into discipline_sectors values (?, ?, ?, ?)", rows)
        return crosswalk.edition(con)
