"""Lists of policies and of pacts between provinces: from the file into a version, back out of it, and in the place of an earlier one."""

from datetime import date
from pathlib import Path

import pytest

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters
from fairboard.importing.batch import read_intake
from fairboard.importing.filing import NewFair, store_intake, undo_batches
from fairboard.importing.pacts import provinces_of
from fairboard.importing.reading import read_file
from fairboard.importing.understanding import understand
from fairboard.store import checks, versions

POLICIES = """政策名称,印发日期,适用地区,来源标题,来源链接
一次性创业补贴办法,2026年1月5日,,关于支持创业的通知,https://www.example.gov.cn/1.html
租房补贴细则,2026-02-01,沈阳市,,
数字人才办法,2026/3/1,大连,,
外省的办法,2026-03-02,北京市,,
没有日期的办法,另行通知,,,
"""
PACTS = """协议名称,签订日期,签约省份
东北三省一区人才合作协议,2026-03-18,"辽宁、吉林省、黑龙江,内蒙古自治区"
辽吉合作协议,2026-04-01,辽宁
,,吉林
,,黑龙江
孤单的协议,2026-04-02,辽宁
写错的协议,2026-04-03,辽宁、沈阳
"""
TABLES = ("policies", "pacts", "pact_parties", "sources")


@pytest.fixture
def write(tmp_path: Path):
    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def ask(query: str) -> list[tuple]:
    con = versions.open_reader(versions.current_version())
    rows = con.execute(query).fetchall()
    con.close()
    return rows


def contents() -> dict[str, list[tuple]]:
    return {table: ask(f"select * from {table} order by all") for table in TABLES}


def faults() -> list[str]:
    con = versions.open_reader(versions.current_version())
    found = checks.find_faults(con)
    con.close()
    return found


def test_policies_come_in_with_their_sources_and_go_again(write, data_folder):
    store_intake(read_intake(write("无关.csv", "签约城市,签约高校,签订日期\n沈阳市,东北大学,2026-03-18\n")), None)
    before = contents()
    filing = store_intake(read_intake(write("政策.csv", POLICIES)), None)
    assert filing.fair_id is None
    assert ask("select name_zh, name_en, issued_on, region_code, record_kind, title, url from policies left join sources using (source_id) order by issued_on") == [
        ("一次性创业补贴办法", "一次性创业补贴办法", date(2026, 1, 5), None, "recorded", "关于支持创业的通知", "https://www.example.gov.cn/1.html"),
        ("租房补贴细则", "租房补贴细则", date(2026, 2, 1), "210100", "recorded", None, None),
        ("数字人才办法", "数字人才办法", date(2026, 3, 1), "210200", "recorded", None, None),
    ]
    assert ask("select source_row, column_name from rejected_rows order by 1") == [(5, "适用地区"), (6, "印发日期")]
    assert ask("select table_kind, rows_read, rows_loaded, rows_rejected from batches where batch_id = 2") == [("policies", 5, 3, 2)]
    assert faults() == []
    undo_batches(list(filing.batch_ids))
    assert contents() == before
    assert faults() == []


def test_a_newer_list_of_policies_takes_the_place_of_the_last_and_gives_it_back(write, data_folder):
    first = store_intake(read_intake(write("政策.csv", POLICIES)), None, office="210100")
    before = contents()
    second = store_intake(read_intake(write("政策2.csv", "政策名称,发布日期\n新办法,2026-05-01\n")), None, office="210100", is_replacing=True)
    assert second.replaced_ids == first.batch_ids
    assert ask("select name_zh from policies where batch_id is not null") == [("新办法",)]
    assert ask("select count(*) from sources where starts_with(source_id, 'batch-')") == [(0,)]
    assert faults() == []
    assert undo_batches(list(second.batch_ids)) == list(first.batch_ids)
    assert contents() == before


def test_a_pact_has_its_provinces_in_one_cell_or_in_several_rows(write, data_folder):
    policies = store_intake(read_intake(write("政策.csv", POLICIES)), None)
    before = contents()
    filing = store_intake(read_intake(write("协议.csv", PACTS)), None)
    assert ask("""
        select name_zh, signed_on, list(province_code order by province_code) from pacts inner join pact_parties using (pact_id)
        where record_kind = 'recorded' group by all order by 2
    """) == [
        ("东北三省一区人才合作协议", date(2026, 3, 18), ["150000", "210000", "220000", "230000"]),
        ("辽吉合作协议", date(2026, 4, 1), ["210000", "220000", "230000"]),
    ]  # fmt: skip
    assert ask("select source_row, reason from rejected_rows where batch_id = 2 order by 1") == [
        (6, "The pact names fewer than two provinces."), (7, "A party is not a province."),
    ]  # fmt: skip
    assert faults() == []
    undo_batches(list(filing.batch_ids))
    assert contents() == before
    undo_batches(list(policies.batch_ids))


def test_a_newer_list_of_pacts_takes_the_place_of_the_last_and_gives_it_back(write, data_folder):
    first = store_intake(read_intake(write("协议.csv", PACTS)), None, office="210100")
    before = contents()
    second = store_intake(read_intake(write("协议2.csv", PACTS.replace("辽吉", "吉辽"))), None, office="210100", is_replacing=True)
    assert ask("select name_zh from pacts where record_kind = 'recorded' order by pact_id") == [("东北三省一区人才合作协议",), ("吉辽合作协议",)]
    assert undo_batches(list(second.batch_ids)) == list(first.batch_ids)
    assert contents() == before


def test_agreements_signed_at_a_fair_that_only_they_make_known_go_with_it(write, data_folder):
    fair = NewFair("签约会", "Signing", "campus", date(2026, 3, 18), date(2026, 3, 18), "210100")
    filing = store_intake(read_intake(write("签约.csv", "签约城市,签约高校,签订日期\n沈阳市,东北大学,2026-03-18\n")), fair)
    undo_batches(list(filing.batch_ids))
    assert ask("select count(*) from fairs where record_kind = 'recorded'") == [(0,)]


@pytest.mark.parametrize(("text", "codes"), [
    ("辽宁、吉林", ("210000", "220000")),
    ("辽宁省和内蒙古自治区", ("210000", "150000")),
    ("Liaoning, Jilin and Inner Mongolia", ("210000", "220000", "150000")),
    ("东北三省一区", ("210000", "220000", "230000", "150000")),
    ("辽宁、辽宁省", ("210000",)),
    ("沈阳", None),
    ("", None),
])  # fmt: skip
def test_the_provinces_of_a_cell(text, codes):
    assert provinces_of(text) == codes


@pytest.mark.parametrize("rows", [
    "标题,发布日期\n关于开展招聘活动的通知,2026-01-05\n某公司招聘公告,2026-02-01\n",
    "优惠政策,日期\n五险一金,2026-01-05\n包吃住,2026-02-01\n",
    "省份,日期,人数\n辽宁,2026-01-05,12\n吉林,2026-01-06,15\n",
])  # fmt: skip
def test_what_only_looks_like_a_list_of_policies_or_pacts_is_asked_about(write, rows):
    (plan,) = understand(read_file(write("表.csv", rows)))
    assert not plan.is_ready


def test_what_came_in_is_named_for_what_it_is_on_the_page_of_the_files(write, data_folder):
    store_intake(read_intake(write("政策.csv", POLICIES)), None)
    store_intake(read_intake(write("协议.csv", PACTS)), None)
    found = runner.run("quality/batches", Filters(), versions.current_version()).rows()
    assert {row["table_label_en"] for row in found} == {"Policies", "Regional pacts"}
