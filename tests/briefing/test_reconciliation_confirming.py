"""Figures that are confirmed: they become a new version, replace themselves, lose nothing, and can be taken back."""

from datetime import date

import pytest

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters
from fairboard.briefing.reconciliation import assign, confirm, find, rows_of
from fairboard.errors import RequestError
from fairboard.store import versions
from fairboard.store.published import PublishedFigure, Source
from fairboard.store.published import confirm as store
from tests.analysis.conftest import add_fairs
from tests.conftest import data_in

SOURCE = Source("招聘会新闻", "zh", producer="某报", published_on=date(2023, 3, 20), url="https://example.cn/a")
TEXT = "共有4家用人单位参会，提供岗位近40个，收到简历30份，2000余名毕业生，月薪超过1.2万元的岗位8个，国有企业1家参会，本科生月薪5000至7000元。"


@pytest.fixture
def folder(made_once):
    with data_in(made_once("tiny", add_fairs)) as found:
        yield found
        runner.forget()


def table(name, order="1"):
    con = versions.open_reader(versions.current_version())
    rows = con.execute(f"from {name} order by {order}").fetchall()
    con.close()
    return rows


def own_rows():
    return [row for row in table("published_figures") if row[1].startswith("R")]


def test_a_text_becomes_rows_of_sources_and_of_published_figures(folder):
    before, shipped = versions.current_version(), table("published_figures")
    postings = len(table("postings"))
    done = confirm(SOURCE, find(TEXT), None)
    assert versions.current_version() == done.version != before
    assert (done.source_id, done.figure_count, done.replaced_count) == ("R01", 7, 0)
    assert [row[3:] for row in own_rows()] == [
        ("employers", "Employers", 4, "employers", False),
        ("openings", "Openings", 40, "openings", True),
        ("resumes", "Applications received", 30, "count", False),
        ("openings_over_threshold_part", "Openings over the line (> 12000)", 8, "openings", False),
        ("employers_part", "Employers (国有)", 1, "employers", False),
        ("wage_offered_low", "A wage offered (本科)", 5000, "yuan a month", True),
        ("wage_offered_high", "A wage offered (本科)", 7000, "yuan a month", True),
    ]
    (source,) = [row for row in table("sources") if row[0] == "R01"]
    assert source == ("R01", "招聘会新闻", "某报", date(2023, 3, 20), "https://example.cn/a", "figures only; text not reproduced", "zh", None)
    assert [row for row in table("published_figures") if row not in own_rows()] == shipped
    assert len(table("postings")) == postings
    assert versions.facts_of(done.version)["origin"] == "confirm"


def test_a_text_confirmed_again_replaces_its_figures_and_no_others(folder):
    confirm(SOURCE, find("共有4家用人单位参会，提供岗位40个"), None)
    other = confirm(Source("另一篇", "zh"), find("提供岗位37个"), None)
    again = confirm(Source("改过的标题", "zh", url=SOURCE.url), find("提供岗位41个"), None)
    assert (other.source_id, again.source_id, again.replaced_count) == ("R02", "R01", 2)
    assert [(row[1], row[5]) for row in own_rows()] == [("R02", 37), ("R01", 41)]
    assert [row[1] for row in table("sources") if row[0] == "R01"] == ["改过的标题"]


def test_a_text_without_address_is_known_by_title_and_day(folder):
    for day, source_id in ((date(2023, 3, 20), "R01"), (date(2023, 3, 20), "R01"), (date(2023, 4, 1), "R02")):
        assert confirm(Source("无网址", "zh", published_on=day), find("提供岗位40个"), None).source_id == source_id


def test_what_the_project_ships_is_never_touched(folder):
    shipped = next(row for row in table("sources") if row[4] and row[0].startswith("F"))
    done = confirm(Source(shipped[1], "en", url=shipped[4]), find("37 jobs were offered"), None)
    assert done.source_id == "R01"
    assert shipped in table("sources")


def test_undo_takes_a_confirmation_back(folder):
    confirm(SOURCE, find("提供岗位40个"), None)
    versions.undo()
    assert own_rows() == []
    assert [row for row in table("sources") if row[0].startswith("R")] == []


def test_a_fair_with_confirmed_figures_shows_them_beside_its_records(folder):
    fair_id = next(row[0] for row in table("fairs") if row[2] == "A")
    confirm(SOURCE, find("提供岗位11个，共有5家用人单位参会"), fair_id)
    rows = runner.run("fairs/published", Filters(fair_ids=(fair_id,)), versions.current_version()).rows()
    assert {row["figure_label_en"]: row["verdict_label_en"] for row in rows} == {"Openings": "equal", "Employers": "differs by 3"}


@pytest.mark.parametrize(("source", "text", "fair_id", "reason"), [
    (Source("", "zh"), "提供岗位40个", None, "title"), (Source(" \x00 ", "zh"), "提供岗位40个", None, "title"), (Source("a" * 301, "zh"), "提供岗位40个",
    None, "longer than 300"),
    (Source("a", "it"), "提供岗位40个", None, "language"), (Source("a", "zh", url="javascript:alert(1)"), "提供岗位40个", None, "address"), (Source("a", "zh",
    url="https://a b"), "提供岗位40个", None, "address"),
    (Source("a", "zh", published_on=date(1066, 1, 1)), "提供岗位40个", None, "publication"), (Source("a", "zh"), "2000余名毕业生", None, "no figure"),
    (Source("a", "zh"), "提供岗位40个", 77, "no fair 77"),
])  # fmt: skip
def test_what_cannot_be_kept_changes_nothing(folder, source, text, fair_id, reason):
    before = versions.current_version()
    with pytest.raises(RequestError, match=reason):
        confirm(source, find(text), fair_id)
    assert versions.current_version() == before


def test_too_many_figures_are_refused(folder):
    with pytest.raises(RequestError, match="too many"):
        store(SOURCE, [PublishedFigure("openings", "Openings", 1, "openings", False)] * 501, None)


def test_sql_in_a_title_is_a_title(folder):
    title = "'); drop table sources; --"
    confirm(Source(title, "en"), find("37 jobs were offered"), None)
    assert title in [row[1] for row in table("sources")]


def test_only_what_is_known_is_kept():
    figures = find("2000余名毕业生")
    assert rows_of(figures) == []
    assert [row.metric for row in rows_of([assign(figures[0], "on_site_people")])] == ["on_site_people"]
