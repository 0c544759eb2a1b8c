"""Which rows of ``employers`` are one and the same employer.

Offices write one employer in several ways: full-width brackets, spaces, a missing credit code. Two rows are one employer when they
state the same unified social credit code, or when their names are the same but for the spelling and their codes do not contradict it.
The legal form is part of a name: 有限公司 and 股份有限公司 are two companies.
"""

import duckdb

WIDE = "".join(map(chr, range(0xFF01, 0xFF5F)))
NARROW = "".join(map(chr, range(0x21, 0x7F)))
LEFT_OUT = r"[\s()\[\]{}<>〔〕【】《》〈〉·•・,.、。;:''\"“”‘’_—–-]+"
"""What is no part of a name: spaces, brackets (what stands in them stays) and marks."""

IDENTITIES = """
    with named as (
        select employer_id, credit_code,
               lower(regexp_replace(translate(name, $wide, $narrow), $left_out, '', 'g')) as plain_name, name
        from employers
    ),
    spelled as (select * exclude (plain_name, name), if(plain_name = '', name, plain_name) as plain_name from named),
    codes as (
        select plain_name, min(credit_code) as only_code
        from spelled where credit_code is not null group by plain_name having count(distinct credit_code) = 1
    ),
    keyed as (
        select employer_id, if(credit_code is null, 'name', 'credit_code') as matched_by,
               coalesce('code ' || coalesce(credit_code, only_code), 'name ' || plain_name) as identity_key
        from spelled left join codes using (plain_name)
    )
    select employer_id, min(employer_id) over (partition by identity_key) as identity_id, matched_by
    from keyed
    order by employer_id
"""


def build(con: duckdb.DuckDBPyConnection) -> None:
    """(Re)fill ``employer_identities`` from the employers of this version."""
    con.execute("delete from employer_identities")
    con.execute(f"insert into employer_identities by name {IDENTITIES}", {"wide": WIDE, "narrow": NARROW, "left_out": LEFT_OUT})
