"""Batches → a fair in one new version, or not at all; and back."""

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

import pandas as pd
import pyarrow as pa

from fairboard.errors import RequestError
from fairboard.importing.batch import Batch, Intake, Progress
from fairboard.importing.kinds import KINDS
from fairboard.store import filings, retiring, writing

POSTING_SCHEMA = pa.schema(
    [(name, pa.string()) for name in (
        "title", "sector_code", "region_code", "place_text", "ownership", "industry_section", "education_level", "education_text", "wage_period",
        "wage_text", "headcount_status", "major_text", "experience_text",
    )]
    + [(name, pa.int64()) for name in ("employer_id", "source_row", "wage_min", "wage_max", "wage_months", "headcount", "openings")]
    + [("major_class_codes", pa.list_(pa.string()))]
)  # fmt: skip
EMPLOYER_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("name", "credit_code", "ownership", "industry_section", "region_code", "size_text")]
)
ATTENDANCE_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("channel", "unit", "university_code", "degree_level", "discipline_code", "major_class_code")]
    + [(name, pa.int64()) for name in ("slot_minute", "attendance_count")]
)
AGREEMENT_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("region_code", "university_code")] + [(name, pa.date32()) for name in ("signed_on", "in_force_until")]
)
POLICY_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("name_zh", "name_en", "region_code", "source_title", "url")] + [("issued_on", pa.date32())]
)
PACT_SCHEMA = pa.schema([(name, pa.string()) for name in ("name_zh", "name_en", "province_code")] + [("signed_on", pa.date32())])
REJECTED_SCHEMA = pa.schema(
    [("sheet", pa.string()), ("source_row", pa.int64()), ("column_name", pa.string()), ("value", pa.string()), ("reason", pa.string())]
)
UNPARSED_SCHEMA = pa.schema([("field", pa.string()), ("text", pa.string()), ("cell_count", pa.int64())])


@dataclass(frozen=True)
class NewFair:
    """A fair that an import brings with it; offices file in time until ``filings_due_on``, seven days after its end where that is None."""

    name_zh: str
    name_en: str
    fair_kind: str
    starts_on: date
    ends_on: date
    host_region_code: str | None = None
    venue_zh: str | None = None
    filings_due_on: date | None = None

    def __post_init__(self) -> None:
        for name in (self.name_zh, self.name_en):
            check_name(name)
        if self.ends_on < self.starts_on:
            raise RequestError(
                "The fair ends on {ends_on}, before it starts on {starts_on}. Correct the dates.",
                ends_on=self.ends_on,
                starts_on=self.starts_on,
            )


def check_name(name: str) -> None:
    """Raise unless ``name`` can be the name of a fair."""
    if not name.strip() or len(name) > 200 or re.search(r"[\x00-\x1f\x7f]", name):
        raise RequestError("The name of a fair has 1 to 200 characters on one line. Give another name.")


@dataclass(frozen=True)
class Filing:
    """Where the batches of a file went; ``fair_id`` is None for lists that belong to no fair."""

    fair_id: int | None
    batch_ids: tuple[int, ...]
    replaced_ids: tuple[int, ...] = ()


def store_intake(
    intake: Intake,
    fair: NewFair | int | None,
    *,
    office: str | None = None,
    is_repeat_allowed: bool = False,
    is_replacing: bool = False,
    progress: Progress = lambda points: None,
) -> Filing:
    """Add the batches of a file to a new, a known or no fair in one new version, which becomes the current one.

    ``office`` is the region code of who sent it. With ``is_replacing`` the active batches of the same office, fair and kind of table
    give way, and what changed against them is kept. Nothing is left of a failed attempt.
    """
    with writing.new_version(origin="import") as con:
        filing = add_intake(
            con, intake, fair, office=office, is_repeat_allowed=is_repeat_allowed, is_replacing=is_replacing, progress=progress
        )
    progress(20)
    return filing


def add_intake(
    con: object,
    intake: Intake,
    fair: NewFair | int | None,
    *,
    office: str | None = None,
    is_repeat_allowed: bool = False,
    is_replacing: bool = False,
    progress: Progress = lambda points: None,
) -> Filing:
    """Add the batches of a file inside a transaction; see :func:`store_intake`."""
    if fair is None and any(KINDS[kind].is_of_fair and kind != "employers" for kind in intake.kinds):
        raise RequestError("Say which fair the file belongs to: either --new-fair NAME or --fair NUMBER.")
    if is_replacing and office is None:
        raise RequestError("Say which office sent the file: only an office's own earlier filing can be replaced.")
    fair_id = None if fair is None else choose_fair(con, intake, fair, is_repeat_allowed=is_repeat_allowed)
    progress(10)
    replaced: list[int] = []
    batch_ids = []
    for batch in intake.batches:
        batch_id, earlier = add_batch(con, batch, fair_id, office, is_replacing=is_replacing)
        replaced += earlier
        batch_ids.append(batch_id)
        progress(70 // len(intake.batches))
    return Filing(fair_id, tuple(batch_ids), tuple(replaced))


def add_batch(con: object, batch: Batch, fair_id: int | None, office: str | None, *, is_replacing: bool) -> tuple[int, list[int]]:
    """Add one batch with what was left out of it; its id, and those of the batches that gave way."""
    batch_id = writing.next_batch_id(con)
    earlier = filings.find_filings(con, fair_id, office, batch.kind) if is_replacing else []
    writing.add_batch(con, batch_row(batch, batch_id) | {"fair_id": fair_id, "office": office})
    STORERS[batch.kind](con, batch, fair_id, batch_id)
    writing.add_rejected_rows(con, pa.Table.from_pandas(batch.rejected, schema=REJECTED_SCHEMA, preserve_index=False), batch_id)
    writing.add_unparsed_texts(con, unparsed_table(batch), batch_id)
    for old_id in earlier:
        if batch.kind == "postings":
            filings.record_changes(con, old_id, batch_id)
        retiring.replace(con, old_id, batch_id)
    return batch_id, earlier


def undo_batches(batch_ids: Sequence[int]) -> list[int]:
    """Take batches back in one new version: their records go, and a fair with them if nothing else is known of it.

    Those that had been replaced by them are in use again; their ids are returned. Batches that ended before are passed over; raises
    RequestError when one is unknown, when a newer one stands in its place, or when there is nothing to take back.
    """
    with writing.new_version(origin="undo") as con:
        active = [batch_id for batch_id in batch_ids if is_active(con, batch_id)]
        if not active:
            raise RequestError("The batch {batch_id} is not active any more: nothing to take back.", batch_id=", ".join(map(str, batch_ids)))
        return [restored for batch_id in active for restored in retiring.undo(con, batch_id)]


def is_active(con: object, batch_id: int) -> bool:
    """True for a batch whose records are in use; raises RequestError for one that is unknown or was replaced."""
    status, replaced_by = filings.find_batch_status(con, batch_id)
    if status is None:
        raise RequestError("There is no batch {batch_id}.", batch_id=batch_id)
    if status == "replaced":
        raise RequestError(
            "Batch {newer} stands in the place of batch {batch_id}. Take {newer} back, and {batch_id} is in use again.", newer=replaced_by, batch_id=batch_id
        )
    return status == "active"


def choose_fair(con: object, intake: Intake, fair: NewFair | int, *, is_repeat_allowed: bool) -> int:
    """The id of the fair, added when it is new. Raises when it is unknown, or has this very file already."""
    if isinstance(fair, int):
        check_known_fair(con, fair)
    fair_id = fair if isinstance(fair, int) else filings.find_fair_named(con, fair.name_zh, fair.starts_on)
    if fair_id is not None and fair_id in filings.find_fairs_with_file(con, intake.sha256) and not is_repeat_allowed:
        raise RequestError(
            "{name} is already in the fair {fair_id}, byte for byte; nothing changed. To count it twice all the same, use the command line with --again.",
            name=intake.file_name,
            fair_id=fair_id,
        )
    if fair_id is not None and not isinstance(fair, int) and not is_repeat_allowed:
        raise RequestError(
            "There is already a fair of this name and day, number {fair_id}. To add to it, choose it among the known fairs (--fair {fair_id}).", fair_id=fair_id
        )
    return fair if isinstance(fair, int) else writing.add_fair(con, asdict(fair) | {"record_kind": "recorded"})


def check_known_fair(con: object, fair_id: int) -> None:
    """Raise unless there is such a fair and it is a recorded one: records are never mixed into synthetic or published figures."""
    record_kind = filings.find_record_kind(con, fair_id)
    if record_kind is None:
        raise RequestError("There is no fair with the number {fair_id}. Use --new-fair to add one.", fair_id=fair_id)
    if record_kind != "recorded":
        raise RequestError(
            "The fair {fair_id} is not a recorded one (it belongs to the sample or to the published figures). Use --new-fair to add one.",
            fair_id=fair_id,
        )


def store_postings(con: object, batch: Batch, fair_id: int | None, batch_id: int) -> None:
    """Postings and their employers."""
    postings = batch.records
    facts = employer_facts(postings).assign(region_code=postings["region_code"].where(postings["place_text"].isna()))
    records = postings.assign(employer_id=add_employers(con, facts))
    writing.add_postings(con, pa.Table.from_pandas(records, schema=POSTING_SCHEMA, preserve_index=False), fair_id, batch_id)


def store_employers(con: object, batch: Batch, fair_id: int | None, batch_id: int) -> None:
    """Employers with all their facts; known ones gain those they lack, and at a fair they take part."""
    ids = add_employers(con, employer_facts(batch.records).assign(region_code=batch.records["region_code"]), is_completing=True)
    if fair_id is not None:
        writing.add_participations(con, ids, fair_id, batch_id)


def store_attendance(con: object, batch: Batch, fair_id: int | None, batch_id: int) -> None:
    """Counts of people, visits or views."""
    writing.add_attendance(con, pa.Table.from_pandas(batch.records, schema=ATTENDANCE_SCHEMA, preserve_index=False), fair_id, batch_id)


def store_agreements(con: object, batch: Batch, fair_id: int | None, batch_id: int) -> None:
    """Agreements between regions and universities."""
    writing.add_agreements(con, pa.Table.from_pandas(batch.records, schema=AGREEMENT_SCHEMA, preserve_index=False), fair_id, batch_id)


def store_policies(con: object, batch: Batch, fair_id: int | None, batch_id: int) -> None:
    """Policies with their sources; they belong to no fair."""
    writing.add_policies(con, pa.Table.from_pandas(batch.records, schema=POLICY_SCHEMA, preserve_index=False), batch_id)


def store_pacts(con: object, batch: Batch, fair_id: int | None, batch_id: int) -> None:
    """Pacts with the provinces that signed them."""
    writing.add_pacts(con, pa.Table.from_pandas(batch.records, schema=PACT_SCHEMA, preserve_index=False), fair_id, batch_id)


STORERS: dict[str, Callable[[object, Batch, int | None, int], None]] = {
    "postings": store_postings,
    "employers": store_employers,
    "attendance": store_attendance,
    "livestream": store_attendance,
    "agreements": store_agreements,
    "policies": store_policies,
    "pacts": store_pacts,
}


def employer_facts(records: pd.DataFrame) -> pd.DataFrame:
    """What rows say of their employers: name, credit_code, ownership, industry_section, size_text."""
    return pd.DataFrame({
        "name": records["employer"],
        "credit_code": records["credit_code"],
        "ownership": records["ownership"].where(records["ownership"] != "unknown"),
        "industry_section": records["industry_section"],
        "size_text": records["size_text"],
    })  # fmt: skip


def add_employers(con: object, facts: pd.DataFrame, *, is_completing: bool = False) -> list[int]:
    """The employer id of every row; of an employer's rows the first that states a fact counts."""
    employers = facts.groupby("name", sort=False, as_index=False).first()
    table = pa.Table.from_pandas(employers, schema=EMPLOYER_SCHEMA, preserve_index=False)
    ids = writing.add_employers(con, table)
    if is_completing:
        writing.complete_employers(con, table, ids)
    return facts["name"].map(dict(zip(employers["name"], ids, strict=True))).tolist()


def unparsed_table(batch: Batch) -> pa.Table:
    """Every text that was not understood, with its field and how many cells hold it; for sectors, the titles no rule knows."""
    rows = [
        {"field": field, "text": text, "cell_count": count}
        for field, counts in batch.coverage.items()
        for text, count in counts.unparsed.most_common()
    ]
    return pa.Table.from_pylist(rows, schema=UNPARSED_SCHEMA)


def batch_row(batch: Batch, batch_id: int) -> dict[str, object]:
    """The row of ``batches``."""
    return {
        "batch_id": batch_id,
        "file_name": batch.file_name,
        "sha256": batch.sha256,
        "table_kind": batch.kind,
        "sheet_count": len(batch.mappings),
        "rows_read": batch.row_count,
        "rows_loaded": batch.loaded_count,
        "rows_rejected": batch.rejected_count,
        "rows_repeated": batch.repeated_count,
        "mapping": {mapping.sheet: mapping.record() for mapping in batch.mappings},
        "column_report": {field: counts.report() for field, counts in batch.coverage.items()},
    }
