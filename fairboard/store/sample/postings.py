"""The postings of the sample, computed by DuckDB from their numbers alone.

Chance is a hash of (fair, number in the fair, salt), so a row is the same whatever the portion, the threads or the total.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import duckdb
import pyarrow as pa

from fairboard.store.sample.drawing import hundred
from fairboard.store.sample.employers import Employer
from fairboard.store.sample.fairs import CAMPAIGN_EN, CAMPAIGN_ZH, THEME_OWNERSHIP, THEME_SECTORS, Fair
from fairboard.store.sample.jobs import EDUCATION_SHARES, HEADCOUNT_SHARES, JOBS, TITLE_VARIANTS, WAGE_BASE_YUAN
from fairboard.store.sample.majors import classes_of
from fairboard.store.sample.places import NEIGHBOURS, SHORT_NAMES, WAGE_FACTORS

PORTION_ROWS = 8 * 122_880
"""Eight of DuckDB's row groups: each thread computes and writes whole ones, in their order, so that nothing has to be sorted."""

SECTOR_TRENDS = {
    2023: {
        "engineering": 9,
        "mechanical": 11,
        "electrical": 7,
        "software": 10,
        "electronics": 4,
        "chemical": 5,
        "energy": 3,
        "construction": 9,
    },
    2024: {
        "engineering": 8,
        "mechanical": 10,
        "electrical": 11,
        "software": 7,
        "electronics": 7,
        "chemical": 5,
        "energy": 6,
        "construction": 5,
    },
    2025: {
        "engineering": 8,
        "mechanical": 9,
        "electrical": 13,
        "software": 8,
        "electronics": 9,
        "chemical": 6,
        "energy": 8,
        "construction": 2,
    },
}
"""What employers look for beside their own fields, by year, in a hundred; the rest is shared by REST_SECTORS."""

REST_SECTORS = {
    "transport": 5, "manufacturing": 7, "agriculture": 2, "medical": 3, "education": 3, "finance": 5, "sales": 9, "administration": 7,
    "law_public": 2, "culture_service": 3, "unclassified": 1,
}  # fmt: skip

MACROS = """
create or replace temp macro chance(fair_id, k, salt) as (hash((fair_id::bigint * 1000000000 + k) * 128 + salt) >> 12)::double / 4503599627370496.0;
create or replace temp macro pick(list, point) as list[1 + floor(point * len(list))::integer];
create or replace temp macro job_slot(job_number, point) as (job_number * 100 + floor(point * 100))::integer;
create or replace temp macro plain(number) as rtrim(rtrim(printf('%.2f', number), '0'), '.');
create or replace temp macro round_wage(yuan) as case when yuan < 10000 then round(yuan / 500) * 500 else round(yuan / 1000) * 1000 end;
"""

PARTICIPATIONS = """
-- A weighted draw without replacement (the smallest exponential scores); at the launch three of every region come first.
insert into participations by name
with weighted as (
    select fair.fair_id, employer.employer_id, employer.region_code, fair.employer_count,
           case when employer.region_code = fair.host_region_code then 5.0
                when list_contains(fair.near_regions, employer.region_code) then 2.0
                when employer.region_code in ('210100', '210200') then 1.4 else 0.8 end
         * case when list_contains(fair.theme_sectors, employer.main_sector) then 12.0 else 1.0 end
         * case when fair.theme_ownership is null then 1.0 when fair.theme_ownership = employer.ownership then 15.0 else 0.3 end
         * case when fair.fair_id = 1 then employer.launch_weight else 1.0 end as weight
    from sample_fairs as fair cross join sample_employers as employer
),
scored as (select *, -ln(1 - chance(fair_id, employer_id, 99)) / weight as score from weighted),
ranked as (select *, row_number() over (partition by fair_id, region_code order by score, employer_id) as local_rank from scored)
select fair_id, employer_id from ranked
qualify row_number() over (partition by fair_id order by fair_id = 1 and local_rank <= 3 desc, score, employer_id) <= employer_count
order by fair_id, employer_id
"""

PORTION = """
with numbers as (
    select $first + number as k, chance($fair_id, k, 1) as u_employer, chance($fair_id, k, 2) as u_sector, chance($fair_id, k, 3) as u_title,
           chance($fair_id, k, 4) as u_education, chance($fair_id, k, 5) as u_wage, chance($fair_id, k, 6) as u_text,
           chance($fair_id, k, 7) as u_place, chance($fair_id, k, 8) as u_headcount, chance($fair_id, k, 9) as u_experience,
           chance($fair_id, k, 10) + chance($fair_id, k, 11) + chance($fair_id, k, 12) - 1.5 as deviation
    from sample_numbers where number < $last - $first
),
hired as (
    select numbers.*, employer.* exclude (name), fair.starts_on, fair.general_sectors,
           case when u_sector < 0.48 then main_sector when u_sector < 0.62 then second_sector
                else pick(fair.general_sectors, (u_sector - 0.62) / 0.38) end as sector_code
    from numbers
    join sample_participants as participant
        on participant.place = case when k < $employer_count then k else floor($employer_count * pow(u_employer, 1.6)) end::bigint
    join sample_employers as employer using (employer_id)
    cross join (from sample_fairs where fair_id = $fair_id) as fair
),
placed as (
    select hired.*, job_slot(first_job + floor(u_title * job_count), u_education) as education_slot,
           job_slot(first_job + floor(u_title * job_count), u_headcount) as headcount_slot
    from hired join sample_job_counts using (sector_code)
),
titled as (
    select placed.* exclude (region_code), job.title as plain_title, job.majors, job.major_class_codes, job.class, wanted.headcount as drawn_headcount,
           job.wage_base * job.wage_factor as job_wage, asked.education_level,
           case when u_place < 0.82 then region_code when u_place < 0.92 then pick(near_regions, (u_place - 0.82) / 0.1)
                when u_place < 0.965 then '210100' when u_place < 0.992 then '210200' else null end as region_code,
           pick(['应届毕业生', '应届毕业生', '应届毕业生', '不限', '不限', '不限', '1年以上', '1-3年', '3-5年', '5-10年'], u_experience) as experience_text
    from placed
    join sample_jobs as job on job.job_number = education_slot // 100
    join sample_education as asked using (education_slot)
    join sample_headcounts as wanted using (headcount_slot)
),
waged as (
    select titled.*, round_wage(greatest(2200, job_wage * wage_factor * coalesce(place.factor, 0.95)
             * case education_level when 'none' then 0.74 when 'junior_secondary' then 0.72 when 'senior_secondary' then 0.76
                    when 'secondary_vocational' then 0.78 when 'associate' then 0.84 when 'master' then 1.38 when 'doctor' then 2.1 else 1.0 end
             * case experience_text when '1-3年' then 1.12 when '1年以上' then 1.06 when '3-5年' then 1.3 when '5-10年' then 1.65 else 1.0 end
             * (1 + 0.035 * (year(starts_on) - 2023)) * exp(0.42 * deviation))) as low
    from titled left join sample_places as place using (region_code)
),
ranged as (
    select *, round_wage(low * (1.22 + 0.5 * u_text) + 250) as high,
           case when u_wage < 0.045 then 'open' when u_wage < 0.055 then 'none' when u_wage < 0.062 and low < 6000 then 'ceiling'
                when u_wage < 0.085 then 'floor' when u_wage < 0.115 and low >= 8000 then 'year' when u_wage < 0.12 and class = 'w' then 'day'
                else 'month' end as wage_form
    from waged
),
stated as (
    select *, case wage_form when 'year' then round(low * 12 / 10000) * 10000 when 'day' then round(low / 217.5) * 10 else low end as first_number,
           case wage_form when 'year' then greatest(round(high * 12 / 10000), round(low * 12 / 10000) + 1) * 10000
                when 'day' then round(high / 217.5) * 10 + 10 else high end as second_number,
           case when wage_form = 'month' and u_text > 0.86 then 13 when wage_form = 'month' and u_text > 0.83 then 14 else 12 end as months
    from ranged
)
select $first_id + k as posting_id, $fair_id as fair_id, employer_id, null as batch_id, null as source_row,
       case when u_text < 0.4 then plain_title
            else format(pick($title_variants, u_employer), plain_title, own_word) end as title,
       sector_code, region_code, coalesce(place_zh.name, '不限') as place_text, ownership, industry_section, education_level,
       case education_level when 'none' then '不限' when 'junior_secondary' then '初中' when 'senior_secondary' then '高中'
            when 'secondary_vocational' then '中专' when 'associate' then '大专' when 'bachelor' then '本科' when 'master' then '硕士'
            when 'doctor' then '博士' end as education_text,
       case wage_form when 'month' then first_number when 'floor' then first_number when 'year' then floor(first_number / 12 + 0.5)
            when 'day' then floor(first_number * 21.75 + 0.5) end::integer as wage_min,
       case wage_form when 'month' then second_number when 'ceiling' then second_number when 'year' then floor(second_number / 12 + 0.5)
            when 'day' then floor(second_number * 21.75 + 0.5) end::integer as wage_max,
       case wage_form when 'open' then 'unknown' when 'none' then 'unknown' when 'year' then 'year' when 'day' then 'day' else 'month' end as wage_period,
       months as wage_months,
       case wage_form when 'open' then '面议' when 'none' then null
            when 'ceiling' then plain(second_number / 1000) || '千及以下'
            when 'floor' then case when first_number < 10000 then plain(first_number / 1000) || '千以上' else plain(first_number / 10000) || '万以上' end
            when 'year' then plain(first_number / 10000) || '-' || plain(second_number / 10000) || '万/年'
            when 'day' then plain(first_number) || '-' || plain(second_number) || '元/天'
            else case when second_number < 10000 then plain(first_number / 1000) || '-' || plain(second_number / 1000) || '千'
                      when first_number < 10000 then plain(first_number / 1000) || '千-' || plain(second_number / 10000) || '万'
                      else plain(first_number / 10000) || '-' || plain(second_number / 10000) || '万' end
                 || case when months > 12 then '·' || months || '薪' else '' end end as wage_text,
       case when drawn_headcount > 0 then drawn_headcount end as headcount,
       case drawn_headcount when 0 then 'several' when -1 then 'missing' else 'stated' end as headcount_status,
       greatest(drawn_headcount, 1) as openings, majors as major_text, major_class_codes, experience_text
from stated left join sample_places as place_zh using (region_code)
"""

SLOTS = f"""
create or replace temp table sample_numbers as select range::integer as number from range({PORTION_ROWS});
create or replace temp table sample_job_counts as select sector_code, min(job_number) as first_job, count(*) as job_count from sample_jobs group by all;
create or replace temp table sample_education as
select (job_number * 100 + generate_subscripts(education_levels, 1) - 1)::integer as education_slot, unnest(education_levels) as education_level from sample_jobs;
create or replace temp table sample_headcounts as
select (job_number * 100 + generate_subscripts(headcounts, 1) - 1)::integer as headcount_slot, unnest(headcounts) as headcount from sample_jobs;
alter table sample_jobs drop education_levels;
alter table sample_jobs drop headcounts;
"""
"""What is picked from for every posting, a row for each hundredth: a join finds one entry, where a list would be carried along whole."""

LAUNCH = """
with rows as ({portion}),
shares as (
    select *, coalesce(wage_min > 10000, false) as is_high, case when headcount_status = 'stated' then least(headcount, 12) else 0 end as weight
    from rows
),
running as (
    select *, case when is_high then 949 else 5459 - 949 end - count(*) over (partition by is_high) as extra,
           sum(weight) over (partition by is_high order by posting_id rows unbounded preceding) as seen,
           sum(weight) over (partition by is_high) as everything
    from shares
),
counted as (
    select *, 1 + (floor(extra * seen / everything) - floor(extra * (seen - weight) / everything))::integer as exact from running
)
select * exclude (is_high, weight, extra, seen, everything, exact)
       replace (exact as openings, case when headcount_status = 'stated' then exact end as headcount)
from counted order by posting_id
"""
"""The launch with its headcounts adjusted so that the openings, and those over 10,000 yuan, add up to the published totals."""

LAUNCH_WEIGHTS = {"engineering": 6.5, "mechanical": 3.0, "electrical": 3.2, "chemical": 0.7, "software": 0.7}
"""How much likelier an employer of a sector is to be at the launch, where the three first were in strong demand."""


def prepare(con: duckdb.DuckDBPyConnection, fairs: list[Fair], employers: list[Employer]) -> None:
    """Create the temporary tables and functions from which the postings are computed, and fill the participations."""
    con.execute(MACROS)
    put(con, "sample_employers", [employer_row(employer) for employer in employers])
    put(con, "sample_fairs", [fair_row(fair) for fair in fairs])
    put(con, "sample_jobs", list(job_rows()))
    con.execute(SLOTS)
    put(
        con,
        "sample_places",
        [{"region_code": code, "factor": factor, "name": SHORT_NAMES[code][0]} for code, factor in WAGE_FACTORS.items()],
    )
    con.execute(
        "insert into employers by name select employer_id, name, ownership, industry_section, region_code, size_text from sample_employers"
    )
    con.execute(
        """
        insert into fairs by name
        select fair_id, name_zh, name_en, fair_kind, 'synthetic' as record_kind, $zh as campaign_zh, $en as campaign_en,
               starts_on, ends_on, host_region_code, venue_zh, venue_en, 'sample' as source_id
        from sample_fairs
        """,
        {"zh": CAMPAIGN_ZH, "en": CAMPAIGN_EN},
    )
    con.execute(PARTICIPATIONS)


def put(con: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, object]]) -> None:
    """Make a temporary table of ``rows``."""
    con.register("given_rows", pa.Table.from_pylist(rows))
    con.execute(f"create or replace temp table {table} as from given_rows")
    con.unregister("given_rows")


def employer_row(employer: Employer) -> dict[str, object]:
    """An employer as the SQL needs it."""
    near = NEIGHBOURS.get(employer.region_code, ("210100", "210200"))
    return vars(employer) | {
        "near_regions": list(near),
        "own_word": employer.name.removeprefix(SHORT_NAMES[employer.region_code][0])[:2],
        "launch_weight": LAUNCH_WEIGHTS.get(employer.main_sector, 1.0),
    }


def fair_row(fair: Fair) -> dict[str, object]:
    """A fair as the SQL needs it."""
    return vars(fair) | {
        "near_regions": list(NEIGHBOURS.get(fair.host_region_code, ())),
        "theme_sectors": list(THEME_SECTORS.get(fair.theme, ())),
        "theme_ownership": THEME_OWNERSHIP.get(fair.theme),
        "general_sectors": hundred(SECTOR_TRENDS[fair.starts_on.year] | REST_SECTORS),
    }


def job_rows() -> Iterator[dict[str, object]]:
    """Every job of every sector, with the lists from which its education and headcount are picked."""
    numbers = count()
    for sector, jobs in JOBS.items():
        for title, kind, factor, majors in jobs:
            yield {
                "job_number": next(numbers),
                "sector_code": sector,
                "title": title,
                "class": kind,
                "wage_factor": factor,
                "wage_base": WAGE_BASE_YUAN[sector],
                "majors": majors,
                "major_class_codes": classes_of(majors),
                "education_levels": hundred(EDUCATION_SHARES[kind]),
                "headcounts": hundred(HEADCOUNT_SHARES[kind]),
            }


@contextmanager
def joins_as_written(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Keep DuckDB from turning the joins of a portion around: it takes the rows of a portion for few, and would gather all of them first."""
    con.execute("set disabled_optimizers = 'join_order,build_side_probe_side'")
    try:
        yield
    finally:
        con.execute("reset disabled_optimizers")


def add_postings(con: duckdb.DuckDBPyConnection, fair: Fair, first_id: int) -> Iterator[int]:
    """Write the postings of a fair, which get ids from ``first_id`` on; after each portion, how many rows it had."""
    con.execute(
        """
        create or replace temp table sample_participants as
        select employer_id, row_number() over (order by hash(employer_id, fair_id), employer_id) - 1 as place
        from participations where fair_id = $fair_id
        """,
        {"fair_id": fair.fair_id},
    )
    is_launch = fair.fair_id == 1  # small, and in one portion, because its totals are shared out over all its rows
    query, portion_rows = (LAUNCH.format(portion=PORTION), fair.posting_count) if is_launch else (PORTION, PORTION_ROWS)
    for first in range(0, fair.posting_count, portion_rows):
        last = min(first + portion_rows, fair.posting_count)
        parameters = {
            "fair_id": fair.fair_id,
            "employer_count": fair.employer_count,
            "first": first,
            "last": last,
            "first_id": first_id,
            "title_variants": list(TITLE_VARIANTS),
        }
        with joins_as_written(con):
            con.execute(f"insert into postings by name {query}", parameters)
        yield last - first
