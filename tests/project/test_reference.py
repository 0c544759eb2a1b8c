"""The reference lists hold together: codes, parents, tiles, weights, rules, boundaries and the published figures."""

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
TABLES = {
    "regions": "region_code", "universities": "university_code", "sectors": "sector_code", "industries": "industry_section",
    "education_levels": "education_level", "ownerships": "ownership", "fair_kinds": "fair_kind", "disciplines": "discipline_code",
}  # fmt: skip
OFFICIAL_ORDER = [
    "沈阳", "大连", "鞍山", "抚顺", "本溪", "丹东", "锦州", "营口", "阜新", "辽阳", "盘锦", "铁岭", "朝阳", "葫芦岛", "沈抚示范区",
]  # fmt: skip

# Sorted into sectors by hand, not by the rules.
KNOWN_TITLES = {
    "销售工程师": "sales", "电气工程师": "electrical", "机械工程师": "mechanical", "软件测试工程师": "software", "工程师": "engineering",
    "Java开发工程师": "software", "一级科员": "law_public", "会计": "finance", "销售会计": "finance", "小学语文教师": "education",
    "招生老师": "sales", "护士": "medical", "执业药师": "medical", "土建工程师": "construction", "造价员": "construction",
    "数字IC验证工程师": "electronics", "嵌入式工程师": "electronics", "通信工程师": "electronics", "化工工艺工程师": "chemical",
    "材料研发工程师": "chemical", "光伏工程师": "energy", "采矿工程师": "energy", "物流专员": "transport", "货车司机": "transport",
    "采购经理": "transport", "质检员": "manufacturing", "普工": "manufacturing", "兽医": "agriculture", "农艺师": "agriculture",
    "人事专员": "administration", "行政前台": "administration", "律师": "law_public", "平面设计师": "culture_service",
    "酒店服务员": "culture_service", "翻译": "culture_service", "智能化工程师": "electrical", "设备维护工程师": "mechanical",
    "博士后": "education", "电气销售工程师": "sales", "银行客户经理": "finance", "数据分析师": "software", "模具设计工程师": "mechanical",
    "船舶设计师": "mechanical", "消防员": "law_public", "预警系统运维工程师": "software", "光伏运维": "energy", "兽医师": "agriculture",
    "硬件测试工程师": "electronics", "数控编程": "manufacturing", "技术总监": "engineering", "乡村振兴专干": "law_public",
}  # fmt: skip


def read(name: str) -> list[dict[str, str]]:
    """Rows of one of the shipped CSV files, named by folder and table."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def regions() -> dict[str, dict[str, str]]:
    return {row["region_code"]: row for row in read("reference/regions")}


@pytest.fixture(scope="module")
def rules() -> list[dict[str, str]]:
    return sorted(read("reference/sector_rules"), key=lambda rule: int(rule["priority"]))


@pytest.mark.parametrize("table", TABLES)
def test_codes_are_unique_and_names_are_given_in_both_languages(table):
    rows = read(f"reference/{table}")
    assert max(Counter(row[TABLES[table]] for row in rows).values()) == 1
    assert all(row["name_zh"] and row["name_en"] for row in rows)


def test_every_region_below_a_province_has_one_as_parent(regions):
    for row in regions.values():
        if row["level"] == "prefecture":
            assert regions[row["parent_code"]]["level"] == "province", row
        else:
            assert not row["parent_code"], row


def test_the_fifteen_units_stand_in_their_official_order_on_tiles_of_their_own(regions):
    units = sorted((row for row in regions.values() if row["is_liaoning_unit"] == "true"), key=lambda row: int(row["official_order"]))
    assert [row["short_zh"] for row in units] == OFFICIAL_ORDER
    assert len({(row["tile_row"], row["tile_column"]) for row in units}) == 15
    assert all(row["parent_code"] == "210000" for row in units)


def test_names_that_are_read_in_two_ways_have_the_right_pinyin(regions):
    expected = {"211300": "chaoyang", "140400": "changzhi", "411100": "luohe", "220100": "changchun", "500100": "chongqing"}
    assert {code: regions[code]["pinyin"] for code in expected} == expected


def test_every_university_lies_in_a_known_prefecture_of_its_province(regions):
    universities = read("reference/universities")
    assert len(universities) > 2600
    for row in universities:
        assert re.fullmatch(r"\d{5}", row["university_code"])
        assert regions[row["region_code"]]["parent_code"] == row["province_code"], row
        assert (row["is_in_liaoning"] == "true") == (row["province_code"] == "210000")
    assert [row["university_code"] for row in universities] == sorted(row["university_code"] for row in universities)


def test_no_two_schools_share_a_chinese_name_a_short_name_or_a_former_name():
    universities = read("reference/universities")
    names = [row["name_zh"] for row in universities]
    aliases = [alias for row in universities for alias in row["aliases"].split("|") if alias]
    assert max(Counter(names + aliases).values()) == 1
    assert max(Counter(row["short_zh"] for row in universities).values()) == 1


def test_schools_of_liaoning_have_distinct_english_names_and_well_known_ones_the_name_they_use():
    universities = {row["university_code"]: row for row in read("reference/universities")}
    assert max(Counter(row["name_en"] for row in universities.values() if row["is_in_liaoning"] == "true").values()) == 1
    assert universities["10001"]["name_en"] == "Peking University"
    assert universities["10152"]["name_en"] == "Dalian Polytechnic University"
    assert universities["10141"]["short_zh"] == "大工"


def test_place_names_point_to_regions_and_short_names_mean_one_place(regions):
    places = read("reference/place_names")
    assert all(row["region_code"] in regions for row in places)
    assert max(Counter(row["name"] for row in places if row["kind"] != "county").values()) == 1
    codes = {(row["name"], row["region_code"]) for row in places}
    assert {("吉林", "220000"), ("朝阳", "211300"), ("马鞍山", "340500"), ("北京", "110100"), ("沈抚新区", "21SF00")} <= codes
    assert {("铁西区", "210100"), ("铁西区", "210300")} <= codes


def test_weights_of_each_discipline_add_up_to_one():
    totals: dict[str, float] = {}
    for row in read("reference/discipline_sectors"):
        totals[row["discipline_code"]] = totals.get(row["discipline_code"], 0) + float(row["weight"])
        assert row["rationale"]
    assert set(totals) == {row["discipline_code"] for row in read("reference/disciplines")}
    assert totals == pytest.approx(dict.fromkeys(totals, 1.0))


def test_crosswalk_and_rules_name_only_known_sectors(rules):
    sectors = {row["sector_code"] for row in read("reference/sectors")}
    assert {row["sector_code"] for row in read("reference/discipline_sectors")} <= sectors
    assert {rule["sector_code"] for rule in rules} == sectors
    assert len(sectors) == 19


def test_every_rule_compiles_and_no_two_have_the_same_priority(rules):
    for rule in rules:
        assert not re.compile(rule["pattern"], re.IGNORECASE).search(""), f"rule {rule['priority']} matches the empty title"
        assert rule["field"] in ("title", "major", "employer")
    assert max(Counter(rule["priority"] for rule in rules).values()) == 1


@pytest.mark.parametrize(("title", "sector"), KNOWN_TITLES.items())
def test_known_titles_fall_into_their_sector(rules, title, sector):
    found = next(
        rule["sector_code"] for rule in rules if rule["field"] == "title" and re.search(rule["pattern"], title, re.IGNORECASE)
    )
    assert found == sector


def test_the_boundary_file_is_small_and_has_the_fifteen_units_of_which_only_shenfu_is_a_symbol(regions):
    path = DATA / "reference" / "region_boundaries.geojson"
    assert path.stat().st_size < 60_000
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    symbolic = {item["properties"]["region_code"]: item["properties"]["is_symbolic"] for item in features}
    assert set(symbolic) == {code for code, row in regions.items() if row["is_liaoning_unit"] == "true"}
    assert [code for code, is_symbolic in symbolic.items() if is_symbolic] == ["21SF00"]
    for item in features:
        for polygon in item["geometry"]["coordinates"]:
            assert polygon[0][0] == polygon[0][-1] and len(polygon[0]) > 3
            assert all(118 < x < 126 and 38 < y < 44 for x, y in polygon[0])


def test_neighbours_share_their_border_point_for_point():
    features = json.loads((DATA / "reference" / "region_boundaries.geojson").read_text(encoding="utf-8"))["features"]
    points = {
        item["properties"]["region_code"]: {tuple(point) for polygon in item["geometry"]["coordinates"] for point in polygon[0]}
        for item in features
    }
    assert len(points["210100"] & points["210400"]) > 10  # Shenyang and Fushun


def test_published_figures_name_their_source_and_their_fair(regions):
    sources = {row["source_id"] for row in read("published/sources")}
    fairs = {row["fair_id"]: row for row in read("published/fairs")}
    for row in read("published/published_figures"):
        assert row["source_id"] in sources
        assert row["fair_id"] in fairs or not row["fair_id"]
        assert row["value"] or row["is_approximate"] == "true"
    for row in fairs.values():
        assert row["record_kind"] == "published" and row["source_id"] in sources
        assert row["host_region_code"] in regions or not row["host_region_code"]


def test_the_launch_fair_has_the_figures_of_its_public_text():
    launch = {row["metric"]: float(row["value"]) for row in read("published/published_figures") if row["fair_id"] == "9001"}
    assert launch == {
        "employers": 202, "openings": 5459, "openings_over_threshold": 949, "on_site_people": 7580, "live_views": 49000,
        "universities": 15, "cities_signing": 14,
    }  # fmt: skip


def test_the_pact_has_its_four_parties(regions):
    pact = read("published/pacts")[0]
    assert pact["signed_on"] == "2023-03-18"
    names = {regions[row["province_code"]]["name_en"] for row in read("published/pact_parties") if row["pact_id"] == pact["pact_id"]}
    assert names == {"Liaoning", "Jilin", "Heilongjiang", "Inner Mongolia"}
