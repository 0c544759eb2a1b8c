-- Question: Which postings stand on this page of the list?
-- Grain: one row per posting
-- Uses: found_postings, described_postings
-- Parameters:
--   search varchar: a part of the title or of the employer's name, in any case; null for every posting
--   sort_column varchar: stored, starts_on, employer, sector, region, education, wage_min, wage_max or openings
--   is_descending boolean: true for the largest first
--   row_limit integer: rows a page
--   row_offset integer: rows before the page
-- Columns:
--   described_postings.*
-- Order: the sort column, what has no value last, then posting_id
-- Notes: In the order as stored, always upwards, the search for a page can stop early. Names of employers are sorted by pinyin, regions, sectors and education in their official order.
with employer_places as (
    select cast(employer_id as varchar) as code, row_number() over (order by name collate zh, employer_id) as place
    from employers
    where $sort_column = 'employer'
),
places as (
    select code, place from employer_places
    union all
    select cast(fair_id as varchar), row_number() over (order by starts_on, fair_id) from fairs where $sort_column = 'starts_on'
    union all
    select region_code, official_order from regions where $sort_column = 'region'
    union all
    select sector_code, official_order from sectors where $sort_column = 'sector'
    union all
    select education_level, rank from education_levels where $sort_column = 'education' and rank >= 0
),
placed_postings as (
    select posting_id, place * if($is_descending, -1, 1) as sort_key
    from found_postings
    left join places
        on
            code = case $sort_column
                when 'employer' then cast(employer_id as varchar)
                when 'starts_on' then cast(fair_id as varchar)
                when 'region' then region_code
                when 'sector' then sector_code
                when 'education' then education_level
            end
    where $sort_column in ('employer', 'starts_on', 'region', 'sector', 'education')
    order by sort_key nulls last, posting_id
    limit $row_limit
    offset $row_offset
),
measured_postings as (
    select
        posting_id,
        case $sort_column when 'wage_min' then wage_min when 'wage_max' then wage_max else openings end * if($is_descending, -1, 1) as sort_key
    from found_postings
    where $sort_column in ('wage_min', 'wage_max', 'openings')
    order by sort_key nulls last, posting_id
    limit $row_limit
    offset $row_offset
),
stored_postings as (
    select posting_id, null as sort_key
    from found_postings
    where $sort_column = 'stored'
    order by posting_id
    limit $row_limit
    offset $row_offset
),
page_postings as (
    select * from placed_postings
    union all
    select * from measured_postings
    union all
    select * from stored_postings
)
select described_postings.*
from described_postings
inner join page_postings using (posting_id)
where posting_id in (select posting_id from page_postings)
order by page_postings.sort_key nulls last, posting_id
