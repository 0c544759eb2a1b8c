"""A lake: the records as Parquet files in a folder on a disk, in HDFS or in S3, for those whose records outgrow one machine.

    postings/fair_id=1/*.parquet        the large tables, a folder a fair; the columns of ``schema.sql`` without fair_id
    attendance/fair_id=1/*.parquet
    fairs/*.parquet, employers/*.parquet, …   the other tables; one that is absent is filled from the lists that the project ships

What begins with ``_`` or ``.`` is not part of it. A version made from a lake holds the small tables and the rollups; its postings and its
attendance are views over the files of the lake as they were when it was built.
"""

LARGE_TABLES = ("postings", "attendance")
DERIVED_TABLES = ("version_info", "employer_identities")
"""Made anew with every version, so they have no place in a lake."""
UNFINISHED = "_unfinished"
"""Stands in a lake while it is being written."""
PROTOCOL = "lake"
"""How DuckDB is told of files that are not on a disk of this machine: ``lake://postings/…``."""
