-- Question: Which selected postings are behind a number?
-- Grain: one row per posting
-- Uses: waged_postings, university_parts
-- Parameters:
--   wage_basis varchar: floor, midpoint or ceiling
--   of_fairs integer[]: only of these fairs; null for any
--   of_sectors varchar[]: only of these sectors; null for any
--   of_regions varchar[]: only with these places of work; null for any
--   of_hosts varchar[]: only fairs hosted by these regions; null for any
--   of_provinces varchar[]: only with a place of work in these provinces; null for any
--   of_places varchar[]: only these kinds of place (liaoning_unit, province_only, elsewhere, remote, nationwide, abroad, unknown); null for any
--   of_educations varchar[]: only these levels of education; null for any
--   of_ownerships varchar[]: only these kinds of ownership; null for any
--   of_employers bigint[]: only of these employers; null for any
--   of_title varchar: only this job title, letter by letter; null for any
--   of_bands integer[]: only wages in the bands of 1,000 yuan that begin here, the last one open; null for any
--   of_disciplines varchar[]: only those that accept majors of these disciplines, any_major for any of all, not_stated for none; null for any
--   of_half date: only fairs of the half-year that begins on this day; null for any
--   has_wage boolean: true for postings with a wage on the basis, false for those without; null for both
--   wage_over_yuan integer: only wages strictly over this, in yuan a month; null for any
--   wage_up_to_yuan integer: only wages of no more than this, in yuan a month; null for any
--   is_unstated boolean: true for postings that state no number of people, false for those that do; null for both
--   is_attended boolean: true for fairs at which people were counted on site, false for the others; null for both
--   is_by_discipline boolean: true for fairs that counted people on site by discipline, false for the others; null for both
--   is_for_any_major boolean: true for postings that accept any major, false for the others; null for both
--   is_in_crosswalk boolean: true for sectors of the crosswalk, false for the others; null for both
-- Columns:
--   posting_id bigint: the posting
--   weight double: part of the posting that counts; null where all of it does
--   weighted_openings double [openings]: people wanted, times the weight
-- Order: none
-- Notes: Every parameter narrows the selection further, to what a mark of a chart stands for and to what its metric counts. A lookup says again that its parameter is set, or it would be made in any case.
select waged_postings.*, university_parts.weight, openings * university_parts.weight as weighted_openings
from waged_postings
left join university_parts using (sector_code)
where
    ($part_of_university is null or university_parts.weight > 0)
    and ($of_fairs is null or fair_id in (select unnest($of_fairs)))
    and ($of_sectors is null or sector_code in (select unnest($of_sectors)))
    and ($of_regions is null or region_code in (select unnest($of_regions)))
    and ($of_hosts is null or fair_id in (select fair_id from fairs where host_region_code in (select unnest($of_hosts))))
    and (
        $of_provinces is null
        or region_code in (select region_code from regions where coalesce(parent_code, region_code) in (select unnest($of_provinces)))
    )
    and (
        $of_disciplines is null
        or list_has_any($of_disciplines, case
            when named_disciplines is null then ['not_stated'] when len(named_disciplines) = 0 then ['any_major'] else named_disciplines
        end)
    )
    and (
        $of_places is null
        or list_contains($of_places, case
            when region_code is null then 'unknown'
            when region_code = '210000' then 'province_only'
            when region_code in (select region_code from regions where level = 'scope') then region_code
            when region_code in (select region_code from regions where is_liaoning_unit) then 'liaoning_unit'
            else 'elsewhere'
        end)
    )
    and ($of_educations is null or education_level in (select unnest($of_educations)))
    and ($of_ownerships is null or ownership in (select unnest($of_ownerships)))
    and ($of_employers is null or employer_id in (select unnest($of_employers)))
    and ($of_title is null or title = $of_title)
    and (
        $of_bands is null
        or (wage_yuan is not null and least((greatest(wage_yuan, 1) - 1) // 1000, 30) * 1000 in (select unnest($of_bands)))
    )
    and (
        $of_half is null
        or fair_id in (
            select fair_id
            from fairs
            where make_date(year(starts_on), if(month(starts_on) <= 6, 1, 7), 1) = $of_half
        )
    )
    and ($has_wage is null or (wage_yuan is not null) = $has_wage)
    and ($wage_over_yuan is null or wage_yuan > $wage_over_yuan)
    and ($wage_up_to_yuan is null or wage_yuan <= $wage_up_to_yuan)
    and ($is_unstated is null or (headcount_status <> 'stated') = $is_unstated)
    and (
        $is_attended is null
        or (fair_id in (select fair_id from attendance where $is_attended is not null and channel = 'on_site' and unit = 'people')) = $is_attended
    )
    and (
        $is_by_discipline is null
        or $is_by_discipline = (
            fair_id in (
                select fair_id from attendance
                where $is_by_discipline is not null and channel = 'on_site' and unit = 'people' and discipline_code is not null and attendance_count > 0
            )
        )
    )
    and ($is_for_any_major is null or accepts_any_major = $is_for_any_major)
    and ($is_in_crosswalk is null or (sector_code in (select sector_code from discipline_sectors)) = $is_in_crosswalk)
