"""Whether a version is consistent: keys, references, counts and, for the sample, the published totals of its launch fair.

The large tables declare no keys (an index would double their size), nor do those whose rows go with a batch that is taken back (a key that is declared
cannot lose both ends in one transaction), so they are checked here after every write.
"""

from collections.abc import Iterable, Mapping

import duckdb

from fairboard.store.lake import LARGE_TABLES

SLICE_IDS = 5_000_000

REFERENCES = (
    ("fairs", "host_region_code", "regions", "region_code"),
    ("employers", "region_code", "regions", "region_code"),
    ("participations", "fair_id", "fairs", "fair_id"),
    ("participations", "employer_id", "employers", "employer_id"),
    ("postings", "fair_id", "fairs", "fair_id"),
    ("postings", "employer_id", "employers", "employer_id"),
    ("postings", "batch_id", "batches", "batch_id"),
    ("postings", "sector_code", "sectors", "sector_code"),
    ("postings", "region_code", "regions", "region_code"),
    ("postings", "ownership", "ownerships", "ownership"),
    ("postings", "industry_section", "industries", "industry_section"),
    ("postings", "education_level", "education_levels", "education_level"),
    ("attendance", "fair_id", "fairs", "fair_id"),
    ("attendance", "batch_id", "batches", "batch_id"),
    ("attendance", "university_code", "universities", "university_code"),
    ("attendance", "discipline_code", "disciplines", "discipline_code"),
    ("attendance", "major_class_code", "major_classes", "class_code"),
    ("agreements", "fair_id", "fairs", "fair_id"),
    ("agreements", "batch_id", "batches", "batch_id"),
    ("pacts", "fair_id", "fairs", "fair_id"),
    ("pacts", "batch_id", "batches", "batch_id"),
    ("pact_parties", "pact_id", "pacts", "pact_id"),
    ("pact_parties", "batch_id", "batches", "batch_id"),
    ("policies", "source_id", "sources", "source_id"),
    ("policies", "batch_id", "batches", "batch_id"),
    ("participations", "batch_id", "batches", "batch_id"),
    ("rejected_rows", "batch_id", "batches", "batch_id"),
    ("unparsed_texts", "batch_id", "batches", "batch_id"),
)

RULES = {
    "postings of an employer that does not take part in the fair": """
        select count(*) from (select distinct fair_id, employer_id from postings) anti join participations using (fair_id, employer_id)""",
    "postings with a wage that is not positive or a low end above the high end": """
        select count(*) from postings where wage_min <= 0 or wage_max <= 0 or wage_min > wage_max""",
    "postings whose openings are not the headcount, or 1 where none is stated": """
        select count(*) from postings where openings <> coalesce(headcount, 1) or openings < 0
        or (headcount is null) <> (headcount_status <> 'stated')""",
    "postings with an unknown wage period, headcount status or number of months": """
        select count(*) from postings where wage_period not in ('month', 'year', 'day', 'hour', 'week', 'task', 'unknown')
        or headcount_status not in ('stated', 'several', 'missing') or wage_months not between 1 and 24""",
    "attendance counted in a unit that its channel does not have": """
        select count(*) from attendance where (channel = 'livestream') <> (unit = 'views')""",
    "batches where read is not loaded + rejected + repeated": """
        select count(*) from batches where rows_read <> rows_loaded + rows_rejected + rows_repeated""",
    "batches that are not active and still have records": """
        select count(*) from batches where status <> 'active' and batch_id in (
            select batch_id from postings union select batch_id from attendance union select batch_id from agreements
            union select batch_id from policies union select batch_id from pacts union select batch_id from pact_parties
        )""",
    "batches that are replaced by none, or ended without a day": """
        select count(*) from batches where (status = 'replaced') <> (replaced_by is not null) or (status = 'active') <> (ended_at is null)""",
    "pacts without two provinces": """
        select count(*) from (select pact_id from pacts left join pact_parties using (pact_id) group by pact_id having count(province_code) < 2)""",
    "agreements that end before they begin": "select count(*) from agreements where in_force_until < signed_on",
}

LARGE_REFERENCES = tuple(reference for reference in REFERENCES if reference[0] in LARGE_TABLES)
LARGE_RULES = {rule: query for rule, query in RULES.items() if any(f"from {table}" in query for table in LARGE_TABLES)}

SAMPLE_LAUNCH_FAIR_ID = 1
LAUNCH_TOTALS = {
    "employers": (202, "select count(*) from participations where fair_id = $fair_id"),
    "employers with postings": (202, "select count(distinct employer_id) from postings where fair_id = $fair_id"),
    "openings": (5_459, "select sum(openings)::bigint from postings where fair_id = $fair_id"),
    "openings over 10,000 yuan": (949, "select sum(openings)::bigint from postings where fair_id = $fair_id and wage_min > 10000"),
    "people on site": (7_580, "select sum(attendance_count)::bigint from attendance where fair_id = $fair_id and unit = 'people'"),
    "live views": (49_000, "select sum(attendance_count)::bigint from attendance where fair_id = $fair_id and unit = 'views'"),
    "universities": (15, "select count(distinct university_code) from attendance where fair_id = $fair_id"),
    "regions": (
        15,
        "select count(distinct region_code) from postings join regions using (region_code) where fair_id = $fair_id and is_liaoning_unit",
    ),
    "strongest sectors": (
        "engineering, mechanical, electrical",
        """
        select string_agg(sector_code, ', ' order by openings desc)
        from (select sector_code, sum(openings) as openings from postings where fair_id = $fair_id group by all order by 2 desc limit 3)
        """,
    ),
}
"""What the public reports say of the launch on 18 March 2023."""


def find_faults(con: duckdb.DuckDBPyConnection, *, is_large_left_out: bool = False) -> list[str]:
    """One English sentence for every rule that the version breaks; an empty list when it is consistent.

    What reads all postings or all attendance may be left out where they lie in a lake: there :func:`large_faults` has looked at them.
    """
    if is_large_left_out:
        references = [reference for reference in REFERENCES if reference not in LARGE_REFERENCES]
        rules = {rule: query for rule, query in RULES.items() if rule not in LARGE_RULES}
        return [*key_faults(con, has_postings=False), *reference_faults(con, references), *rule_faults(con, rules), *launch_faults(con)]
    return [*key_faults(con), *reference_faults(con), *rule_faults(con), *launch_faults(con)]


def large_faults(con: duckdb.DuckDBPyConnection) -> list[str]:
    """The rules about postings and attendance alone, as one statement, so that an engine of many machines plans and shares out its work once.

    ``con`` may be anything that runs DuckDB's SQL by execute and fetchall.
    """
    parts = ["select 'rows repeat a value of postings.posting_id' as rule, count(*) - count(distinct posting_id) as found, null as example from postings"]
    parts += [f"select '{rule}' as rule, found, null as example from ({_with_name(query)}) as counted" for rule, query in LARGE_RULES.items()]
    for table, column, target, key in LARGE_REFERENCES:
        missing = f"select {column} from {table} where {column} is not null except select {key} from {target}"
        parts.append(f"select '{table}.{column}: values not in {target}' as rule, count(*) as found, min(cast({column} as varchar)) as example from ({missing}) as lost")
    rows = con.execute(" union all ".join(parts)).fetchall()
    return [f"{found} {rule}" + (f", for example {example}" if example else "") for rule, found, example in rows if found]


def _with_name(query: str) -> str:
    return query.strip().replace("select count(*) from", "select count(*) as found from", 1)


def key_faults(con: duckdb.DuckDBPyConnection, *, has_postings: bool = True) -> list[str]:
    """Keys that stand more than once."""
    repeats = {"postings.posting_id": repeated_posting_count(con)} if has_postings else {}
    repeats["employers.name"] = con.execute("select count(*) - count(distinct name) from employers").fetchone()[0]
    return [f"{count} rows repeat a value of {key}" for key, count in repeats.items() if count]


def repeated_posting_count(con: duckdb.DuckDBPyConnection) -> int:
    """How many postings repeat an id, counted range by range so that a hundred million of them fit in memory."""
    first, last = con.execute("select coalesce(min(posting_id), 0), coalesce(max(posting_id), -1) from postings").fetchone()
    query = "select count(*) - count(distinct posting_id) from postings where posting_id >= $first and posting_id < $first + $size"
    return sum(con.execute(query, {"first": start, "size": SLICE_IDS}).fetchone()[0] for start in range(first, last + 1, SLICE_IDS))


def reference_faults(con: duckdb.DuckDBPyConnection, references: Iterable[tuple[str, str, str, str]] = REFERENCES) -> list[str]:
    """Codes and ids that point to nothing."""
    faults = []
    for table, column, target, key in references:
        missing = f"select distinct {column} from {table} where {column} is not null except select {key} from {target}"
        count, example = con.execute(f"select count(*), min({column})::varchar from ({missing})").fetchone()
        if count:
            faults.append(f"{table}.{column}: {count} values are not in {target}, for example {example}")
    return faults


def rule_faults(con: duckdb.DuckDBPyConnection, rules: Mapping[str, str] = RULES) -> list[str]:
    """Rows that break a rule."""
    counts = {rule: con.execute(query).fetchone()[0] for rule, query in rules.items()}
    return [f"{count} {rule}" for rule, count in counts.items() if count]


def launch_faults(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Totals in which the sample's launch fair departs from the published ones; none where there is no sample."""
    parameters = {"fair_id": SAMPLE_LAUNCH_FAIR_ID}
    sample = con.execute(
        "from fairs where fair_id = $fair_id and record_kind = 'synthetic' and fair_kind = 'launch'", parameters
    ).fetchone()
    if sample is None:
        return []
    found = {name: con.execute(query, parameters).fetchone()[0] for name, (_, query) in LAUNCH_TOTALS.items()}
    return [
        f"{name} at the launch fair of the sample: {found[name]} instead of {expected}"
        for name, (expected, _) in LAUNCH_TOTALS.items()
        if found[name] != expected
    ]
