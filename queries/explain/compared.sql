-- Question: Which postings of the two sides are behind the number?
-- Grain: one row per side and posting
-- Uses: explained_compared, described_postings
-- Parameters:
--   row_limit integer: how many rows to give; null for all
-- Columns:
--   side_label_zh varchar: name of the side in Chinese
--   side_label_en varchar: name of the side in English
--   part_label_zh varchar: the part of the change to which the posting belongs, in Chinese
--   part_label_en varchar: the part of the change to which the posting belongs, in English
--   described_postings.*
-- Order: side, posting_id
with shown as (
    select side, posting_id, part
    from explained_compared
    order by side, posting_id
    limit $row_limit
)
select
    if(shown.side = 'a', '甲', '乙') as side_label_zh,
    upper(shown.side) as side_label_en,
    case shown.part
        when 'new' then '新增单位' when 'lost' then '流失单位' when 'sector_mix' then '类别结构' when 'region_mix' then '地区结构' else '数量'
    end as part_label_zh,
    case shown.part
        when 'new' then 'New employers' when 'lost' then 'Lost employers' when 'sector_mix' then 'Mix of sectors' when 'region_mix' then 'Mix of regions' else 'Volume'
    end as part_label_en,
    described_postings.*
from described_postings
inner join shown using (posting_id)
where posting_id in (select posting_id from shown)
order by shown.side, posting_id
