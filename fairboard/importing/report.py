"""What an import did, as plain data for a JSON report."""

from typing import Any

from fairboard.errors import FairboardError, QuestionError
from fairboard.importing.batch import Batch, Intake, SheetSummary
from fairboard.importing.filing import Filing
from fairboard.importing.mapping import SheetMapping

SHOWN_TEXT_COUNT = 20


def intake_report(intake: Intake, *, office: str | None, filing: Filing | None) -> dict[str, Any]:
    """A file that was read: ``status`` is stored, or read where nothing was to be stored."""
    return {
        "file": intake.file_name,
        "sha256": intake.sha256,
        "status": "stored" if filing else "read",
        "office": office,
        "fair_id": filing.fair_id if filing else None,
        "replaced_batch_ids": list(filing.replaced_ids) if filing else [],
        "batches": [
            batch_report(batch, filing.batch_ids[place] if filing else None) for place, batch in enumerate(intake.batches)
        ],
        "sheets_left_out": [{"sheet": sheet.sheet, "reason": str(sheet.problem)} for sheet in intake.left_out],
    }  # fmt: skip


def failure_report(file_name: str, error: FairboardError) -> dict[str, Any]:
    """A file that was not read: ``status`` is questions where somebody has to be asked, else refused."""
    return {"file": file_name, "status": "questions" if isinstance(error, QuestionError) else "refused", "reason": str(error)}


def batch_report(batch: Batch, batch_id: int | None) -> dict[str, Any]:
    """The sheets of one kind of table: rows read = loaded + rejected + repeated."""
    return {
        "batch_id": batch_id,
        "kind": batch.kind,
        "rows_read": batch.row_count,
        "rows_loaded": batch.loaded_count,
        "rows_rejected": batch.rejected_count,
        "rows_repeated": batch.repeated_count,
        "sheets": [sheet_report(sheet, mapping) for sheet, mapping in zip(batch.sheets, batch.mappings, strict=True)],
        "rejected_by_reason": {reason: int(count) for reason, count in batch.rejected["reason"].value_counts().items()},
        "fields": {
            field: counts.report() | {"unparsed_texts": dict(counts.unparsed.most_common(SHOWN_TEXT_COUNT))}
            for field, counts in batch.coverage.items()
        },
        "personal_columns_dropped": list(batch.dropped_headings),
        "cells_with_personal_data_removed": batch.removed_count,
    }  # fmt: skip


def sheet_report(sheet: SheetSummary, mapping: SheetMapping) -> dict[str, Any]:
    """One sheet with its columns."""
    return {
        "sheet": sheet.sheet,
        "header_row": sheet.header_row,
        "rows_read": sheet.row_count,
        "rows_that_are_no_records": sheet.skipped,
        "cells_taken_from_the_one_above": sheet.filled_down or {},
        "the_same_in_every_row": dict(mapping.constants),
        "columns": [
            {"heading": column.heading, "field": column.field, "parts": list(column.parts), "reason": column.reason, "confidence": column.confidence}
            for column in mapping.columns
        ],
    }  # fmt: skip
