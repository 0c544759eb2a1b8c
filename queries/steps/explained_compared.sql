-- Question: Which postings of the two sides of a comparison are behind a number?
-- Grain: one row per side and posting
-- Uses: compared_postings, changed_cells, compared_identities
-- Parameters:
--   of_sides varchar[]: only these sides (a, b); null for both
--   of_parts varchar[]: only these parts of the change (new, lost, sector_mix, region_mix, volume); null for all
--   of_sectors varchar[]: only of these sectors; null for any
--   of_regions varchar[]: only with these places of work, elsewhere for those outside the province, unknown for none; null for any
--   of_identities bigint[]: only of these employers; null for any
--   is_first_time boolean: true for employers that had been at no earlier fair, false for those that had; null for both
--   is_matched boolean: true for employers that are on the other side too, false for those that are not; null for both
-- Columns:
--   side varchar: a or b
--   posting_id bigint: the posting
--   identity_id bigint: the employer, by its credit code or its normalised name
-- Order: none
-- Notes: A lookup says again that its parameter is set, or it would be made in any case.
with cells as (
    select identity_id, sector_code, coalesce(region_code, '') as cell_code
    from changed_cells
    where $of_parts is not null and list_contains($of_parts, part)
)
select compared_postings.*, identity_id
from compared_postings
inner join employer_identities using (employer_id)
left join regions on compared_postings.region_code = regions.region_code
where
    ($of_sides is null or compared_postings.side in (select unnest($of_sides)))
    and (
        $of_parts is null
        or (
            identity_id,
            compared_postings.sector_code,
            if($a_region_codes is null and $b_region_codes is null, coalesce(compared_postings.region_code, ''), '')
        ) in (select (identity_id, sector_code, cell_code) from cells)
    )
    and ($of_sectors is null or compared_postings.sector_code in (select unnest($of_sectors)))
    and (
        $of_regions is null
        or list_contains($of_regions, case
            when compared_postings.region_code is null then 'unknown'
            when regions.is_liaoning_unit or compared_postings.region_code = '210000' then compared_postings.region_code
            else 'elsewhere'
        end)
    )
    and ($of_identities is null or identity_id in (select unnest($of_identities)))
    and (
        ($is_first_time is null and $is_matched is null)
        or (compared_postings.side, identity_id) in (
            select (side, identity_id)
            from compared_identities
            where
                ($is_first_time is not null or $is_matched is not null)
                and ($is_first_time is null or is_first_time = $is_first_time)
                and ($is_matched is null or is_matched = $is_matched)
        )
    )
