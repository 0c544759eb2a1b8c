"""A version with three recorded fairs and the filings of some offices: in time, late, replaced, taken back, and values that look wrong.

Fair A (3 March 2026, due on 20 March): Shenyang on the 5th in time; Dalian on the 22nd, two days late; Anshan on the 6th, replaced on
the 9th; Fushun on the 7th, taken back. Fair B (1 April 2026, two days, no day set, so due on the 9th): Shenyang on the 9th at 23:30 in
Beijing, which is in time. Fair C has no filing. The other offices filed nothing.
"""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from fairboard.importing.postings import NO_TITLE
from fairboard.store import retiring, versions, writing

SHENYANG, DALIAN, ANSHAN, FUSHUN = "210100", "210200", "210300", "210400"
PLAIN_WAGES = [(5000 + 100 * number, 7000 + 100 * number) for number in range(24)]
"""With the three odd ones there are 27 lower ends: the 7th is 5,600, the 21st 6,900, three ranges beyond that 10,800. Of the upper ends
the 7th is 7,600, the 21st 9,000, three ranges beyond that 13,200."""


def fair(name: str, starts_on: date, days: int = 1, due_on: date | None = None, host: str = SHENYANG) -> dict[str, Any]:
    ends_on = date.fromordinal(starts_on.toordinal() + days - 1)
    return {"name_zh": name, "name_en": name, "fair_kind": "campus", "record_kind": "recorded", "starts_on": starts_on, "ends_on": ends_on,
            "host_region_code": host, "filings_due_on": due_on}  # fmt: skip


def add_filing(
    con: duckdb.DuckDBPyConnection, name: str, fair_id: int, office: str | None, utc: datetime, rows: list[Mapping[str, Any]]
) -> int:
    """A job table with these postings; returns its batch id."""
    batch_id = writing.next_batch_id(con)
    (employer_id,) = writing.add_employers(con, pd.DataFrame({"name": [f"{name}的单位"]}))
    usual = {"employer_id": employer_id, "title": "车工", "sector_code": "mechanical", "ownership": "private", "education_level": "bachelor",
             "wage_period": "month", "wage_months": 12, "headcount_status": "missing", "region_code": SHENYANG}  # fmt: skip
    frame = pd.DataFrame([usual | {"source_row": number} | dict(row) for number, row in enumerate(rows, start=2)])
    writing.add_postings(con, frame, fair_id, batch_id)
    counts = {"rows_read": len(rows) + 3, "rows_loaded": len(rows), "rows_rejected": 2, "rows_repeated": 1, "sheet_count": 1}
    writing.add_batch(con, {"batch_id": batch_id, "file_name": f"{name}.xlsx", "sha256": f"{batch_id:064d}", "table_kind": "postings",
                            "office": office, "fair_id": fair_id, "imported_at": utc} | counts)  # fmt: skip
    return batch_id


def wages(low: int | None, high: int | None, **more: Any) -> dict[str, Any]:
    return {"wage_min": low, "wage_max": high, "wage_text": f"{low}-{high}"} | more


def write() -> Path:
    """Add the season to the current version and return the new one."""
    with writing.new_version(origin="import") as con:
        fair_a = writing.add_fair(con, fair("春季招聘会甲", date(2026, 3, 3), due_on=date(2026, 3, 20)))
        fair_b = writing.add_fair(con, fair("春季招聘会乙", date(2026, 4, 1), days=2, host=DALIAN))
        writing.add_fair(con, fair("春季招聘会丙", date(2026, 5, 6)))
        plain = [wages(low, high) for low, high in PLAIN_WAGES]
        odd = [
            wages(6000, 300_000),  # row 26: above 13,200
            wages(10_800, 13_200),  # row 27: on both bounds, not beyond
            wages(10_801, 13_000),  # row 28: beyond
            {"headcount": 499, "headcount_status": "stated"},
            {"headcount": 999, "headcount_status": "stated", "title": "普工", "sector_code": "unclassified"},  # row 30
        ]
        first = add_filing(con, "沈阳一", fair_a, SHENYANG, datetime(2026, 3, 5, 1), plain + odd)
        add_filing(con, "大连", fair_a, DALIAN, datetime(2026, 3, 22, 1), [{}])
        older = add_filing(con, "鞍山旧", fair_a, ANSHAN, datetime(2026, 3, 6, 1), [{}, {}])
        newer = writing.next_batch_id(con)
        retiring.replace(con, older, newer)
        assert add_filing(con, "鞍山新", fair_a, ANSHAN, datetime(2026, 3, 9, 1), [{}, {}, {}]) == newer
        changes = [
            ("added", "钳工", None, "6000-8000 · 2"),
            ("removed", "焊工", "5000-6000 · 1", None),
            ("changed", "车工", "5000 · 1", "6000 · 1"),
        ]
        frame = pd.DataFrame([{"change": kind, "employer": "甲公司", "title": title, "before_text": before, "after_text": after}
                              for kind, title, before, after in changes])  # fmt: skip
        writing.add_filing_changes(con, frame, newer)
        taken_back = add_filing(con, "抚顺", fair_a, FUSHUN, datetime(2026, 3, 7, 1), [{}])
        retiring.undo(con, taken_back)
        add_filing(con, "沈阳二", fair_b, SHENYANG, datetime(2026, 4, 9, 15, 30), [{}])
        rejected = pd.DataFrame({"sheet": ["岗位", "岗位"], "source_row": [40, 41], "column_name": ["岗位名称"] * 2, "value": [None, None],
                                 "reason": [NO_TITLE] * 2})  # fmt: skip
        writing.add_rejected_rows(con, rejected, first)
        writing.add_unparsed_texts(con, pd.DataFrame({"field": ["wage", "place"], "text": ["看表现", "厂区"], "cell_count": [7, 2]}), first)
    return versions.current_version()
