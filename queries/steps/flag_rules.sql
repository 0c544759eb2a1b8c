-- Question: What makes a value look wrong?
-- Grain: one row per rule
-- Columns:
--   rule_code varchar: the rule
-- Order: none
-- Notes: The bounds stand in the step flagged_values as well.
select
    unnest(['wage', 'headcount', 'views', 'people', 'future', 'published']) as rule_code,
    unnest([1, 2, 3, 4, 5, 6]) as rule_order,
    unnest(['月薪离群', '招聘人数过大', '观看人次过大', '现场人数过大', '签约日期在将来', '与公开数据不符']) as rule_label_zh,
    unnest([
        'Wage far from its sector', 'Very many people wanted', 'More views than an audience', 'More people than a venue',
        'Signed in the future', 'Contradicts a published figure'
    ]) as rule_label_en,
    unnest([
        '月薪下限或上限超出同一岗位类别四分位距的 3 倍（至少 20 个岗位条目才判断）',
        '一个岗位条目招聘 500 人及以上，含常见的占位数 999',
        '一场招聘会直播观看超过 1 亿人次，或超过 100 万人次且每名现场参会者对应 1,000 次以上',
        '一场招聘会平均每天现场参会超过 10 万人',
        '校地合作协议的签订日期晚于今天',
        '同日同地或同名招聘会的合计与公开数据不同；公开数为约数的，相差超过一成'
    ]) as definition_zh,
    unnest([
        'The lower or upper end is more than three interquartile ranges beyond the quartiles of its sector (of 20 postings or more)',
        'A posting asks for 500 people or more, 999 among them, which often only fills the cell',
        'A fair has over 100 million views, or over a million and more than 1,000 for each person on site',
        'More than 100,000 people on site a day on average',
        'The day of signing of an agreement is later than today',
        'A total differs from that published for a fair of the same day and host, or the same name; from an approximate one by over a tenth'
    ]) as definition_en
