"""A version small enough to be worked out by hand, made by the real writing functions."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from fairboard.store import versions, writing
from tests.conftest import data_in

# name, kind, days, host. The ids are given by the store, after those of the published fairs.
FAIRS = {
    "A": {"fair_kind": "campus", "starts_on": date(2023, 3, 18), "ends_on": date(2023, 3, 18), "host_region_code": "210100"},
    "B": {"fair_kind": "special", "starts_on": date(2023, 10, 20), "ends_on": date(2023, 10, 21), "host_region_code": "210200"},
    "C": {"fair_kind": "campus", "starts_on": date(2024, 3, 20), "ends_on": date(2024, 3, 20), "host_region_code": "210100"},
}
# Number, fair, employer, sector, place, ownership, education, wage from, to, headcount, how it is stated. Openings: 11 + 14 + 12 = 37.
POSTINGS = [
    (1, "A", "甲", "mechanical", "210100", "state", "bachelor", 10_000, 12_000, 2, "stated"),  # exactly at the line; midpoint 11,000
    (2, "A", "甲", "mechanical", "210100", "state", "bachelor", 10_001, 15_000, 3, "stated"),  # midpoint 12,500.5, up to 12,501
    (3, "A", "甲", "electrical", "210200", "state", "master", 8_000, None, 1, "stated"),
    (4, "A", "乙", "engineering", "21SF00", "private", "associate", None, 9_000, 4, "stated"),
    (5, "A", "乙", "engineering", "210000", "private", "associate", 5_000, 7_001, None, "several"),  # midpoint 6,000.5, up to 6,001
    (6, "B", "乙", "engineering", "210200", "private", "bachelor", 9_000, 11_001, 10, "stated"),  # midpoint 10,000.5, up to 10,001
    (7, "B", "丙", "unclassified", None, "unknown", "unknown", None, None, None, "missing"),
    (8, "B", "丙", "software", "remote", "unknown", "bachelor", 30_000, 50_000, 2, "stated"),  # midpoint 40,000
    (9, "B", "丙", "software", "110100", "unknown", "doctor", 30_001, 60_000, 1, "stated"),  # midpoint 45,001
    (10, "C", "甲", "mechanical", "210100", "state", "bachelor", 12_000, 12_000, 5, "stated"),
    (11, "C", "丁", "agriculture", "211400", "private", "none", 1_000, 1_000, 6, "stated"),
    (12, "C", "丁", "agriculture", "abroad", "private", "none", 1_001, 3_000, None, "several"),  # midpoint 2,000.5, up to 2,001
]
# Fair, channel, unit, university, degree, discipline, minute of the day, count. People: 14 + 10 = 24; views: 180; visits: 500.
# 10145 and 10141 are in Liaoning, 10001 is in Beijing.
ATTENDANCE = [
    ("A", "on_site", "people", "10145", "bachelor", "08", 600, 5),
    ("A", "on_site", "people", "10145", "master", "08", 630, 3),
    ("A", "on_site", "people", "10141", "bachelor", "07", 660, 4),
    ("A", "on_site", "people", None, None, None, None, 2),
    ("A", "livestream", "views", None, None, None, 600, 100),
    ("A", "livestream", "views", None, None, None, 605, 50),
    ("A", "livestream", "views", None, None, None, 615, 30),
    ("B", "on_site", "visits", None, None, None, None, 500),
    ("C", "on_site", "people", "10001", "doctor", "08", 600, 6),
    ("C", "on_site", "people", "10145", "bachelor", "08", 540, 4),
]
POSTING_NAMES = ("sector_code", "region_code", "ownership", "education_level", "wage_min", "wage_max", "headcount", "headcount_status")
ATTENDANCE_NAMES = ("channel", "unit", "university_code", "degree_level", "discipline_code", "slot_minute", "attendance_count")


@pytest.fixture(scope="session")
def tiny(made_once: Callable[..., Path]) -> Path:
    """The file of a version with the records above."""
    with data_in(made_once("tiny", add_fairs)):
        return versions.current_version()


def add_fairs() -> None:
    """Write a new version with the records above."""
    with writing.new_version(origin="import") as con:
        for name, fair in FAIRS.items():
            add_fair(con, name, fair)


@pytest.fixture(scope="session")
def fair_ids(tiny: Path) -> dict[str, int]:
    """The ids of the fairs A, B and C."""
    con = versions.open_reader(tiny)
    found = dict(con.execute("select name_en, fair_id from fairs where record_kind = 'recorded'").fetchall())
    con.close()
    return found


def add_fair(con, name: str, fair: dict) -> None:
    """One fair with its employers, postings and counts of attendance."""
    fair_id = writing.add_fair(con, {"name_zh": f"招聘会{name}", "name_en": name, "record_kind": "recorded"} | fair)
    own = [row for row in POSTINGS if row[1] == name]
    employer_ids = writing.add_employers(con, pa.table({"name": [row[2] for row in own], "ownership": [row[5] for row in own]}))
    postings = [
        dict(zip(POSTING_NAMES, row[3:], strict=True)) | {"title": f"岗位{row[0]}", "wage_period": "month", "employer_id": employer_id}
        for row, employer_id in zip(own, employer_ids, strict=True)
    ]
    writing.add_postings(con, pa.Table.from_pylist(postings), fair_id, None)
    counts = [dict(zip(ATTENDANCE_NAMES, row[1:], strict=True)) for row in ATTENDANCE if row[0] == name]
    writing.add_attendance(con, pa.Table.from_pylist(counts), fair_id, None)
