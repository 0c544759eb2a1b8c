"""What an import writes: a new version with a fair, its batch, employers and postings.

    with writing.new_version(origin="import") as con:
        fair_id = writing.add_fair(con, {"name_zh": …, "fair_kind": "campus", "record_kind": "recorded", "starts_on": …, …})
        batch_id = writing.next_batch_id(con)
        employer_ids = writing.add_employers(con, employers)            # one id for each row of the frame, in its order
        writing.add_postings(con, postings, fair_id, batch_id)          # a frame with a column employer_id
        writing.add_rejected_rows(con, rejected, batch_id)
        writing.add_unparsed_texts(con, unparsed, batch_id)
        writing.add_batch(con, {"batch_id": batch_id, "file_name": …, "rows_read": …, …})

A frame is a pandas DataFrame or a pyarrow Table whose columns are named like those of the table; a column that is absent is null.
``postings`` comes without posting_id, fair_id and batch_id. Large files may call add_employers and add_postings in portions.
Whatever goes wrong inside the ``with``, the new version is thrown away and the current one stays.
"""

from fairboard.store.writing.agreements import add_agreements, add_pacts, add_policies
from fairboard.store.writing.batches import add_batch, add_filing_changes, add_rejected_rows, add_unparsed_texts, next_batch_id
from fairboard.store.writing.draft import new_version
from fairboard.store.writing.employers import add_employers, complete_employers
from fairboard.store.writing.fairs import add_attendance, add_fair, add_participations
from fairboard.store.writing.postings import add_postings, read_classified, write_sectors

__all__ = [
    "add_agreements",
    "add_attendance",
    "add_batch",
    "add_employers",
    "add_fair",
    "add_filing_changes",
    "add_pacts",
    "add_participations",
    "add_policies",
    "add_postings",
    "add_rejected_rows",
    "add_unparsed_texts",
    "complete_employers",
    "new_version",
    "next_batch_id",
    "read_classified",
    "write_sectors",
]
