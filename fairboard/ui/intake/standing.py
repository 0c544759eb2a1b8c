"""What the version shown has already: its recorded fairs, and what stands at one of them of the file that is coming in."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from fairboard.analysis import runner
from fairboard.importing.batch import Intake
from fairboard.importing.options import reference_rows
from fairboard.locale import Language
from fairboard.store import filings

COUNTED = {"attendance": ("People on site", "on_site"), "livestream": ("Live views", "livestream")}
"""Kinds of table whose numbers add up at a fair: what they count, and the channel."""


@dataclass(frozen=True)
class FairLine:
    """A recorded fair as it stands in a list."""

    name_zh: str
    name_en: str
    starts_on: str
    host: str | None

    def label(self, language: Language) -> str:
        """Name and day."""
        return f"{self.name_zh if language == 'zh' else self.name_en} · {self.starts_on}"


@dataclass(frozen=True)
class Found:
    """What stands at a fair: the same bytes, how many of the rows by employer and title, earlier filings of the
    office, and counts of people or views that are recorded already: what they are, how many, by which batches."""

    is_same_file: bool = False
    overlap_count: int = 0
    examples: tuple[tuple[str, str], ...] = ()
    earlier_ids: tuple[int, ...] = ()
    present: tuple[tuple[str, int, tuple[int, ...]], ...] = ()


def list_fairs(version: Path) -> dict[int, FairLine]:
    """The recorded fairs by id, the latest first."""
    rows = filings.list_fairs(runner.cursor(version))
    return {fair_id: FairLine(name_zh, name_en, f"{starts_on:%Y-%m-%d}", host) for fair_id, name_zh, name_en, starts_on, host in rows}


def units() -> dict[str, dict[Language, str]]:
    """The fifteen regions by code, in their official order."""
    return {row["region_code"]: {"zh": row["name_zh"], "en": row["name_en"]} for row in reference_rows("regions") if row["is_liaoning_unit"] == "true"}


def find_at(version: Path, intake: Intake, fair_id: int | None, office: str | None) -> Found:
    """What stands at a fair, or at none, of a file that is coming in."""
    con = runner.cursor(version)
    earlier = [batch_id for batch in intake.batches for batch_id in (filings.find_filings(con, fair_id, office, batch.kind) if office else [])]
    if fair_id is None:
        return Found(earlier_ids=tuple(earlier))
    count, examples = 0, []
    if "postings" in intake.kinds:
        records = intake.of_kind("postings").records
        count, examples = filings.count_overlap(con, fair_id, pd.DataFrame({"employer": records["employer"], "title": records["title"]}))
    present = [
        (label, *filings.count_attendance(con, fair_id, channel)) for kind, (label, channel) in COUNTED.items() if kind in intake.kinds
    ]
    return Found(fair_id in filings.find_fairs_with_file(con, intake.sha256), count, tuple(examples), tuple(earlier),
                 tuple(item for item in present if item[1]))  # fmt: skip
