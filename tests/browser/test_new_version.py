"""A running dashboard shows what was imported while it was open, at the next click."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.screen import Screen

JOBS = """单位名称,招聘岗位,工作地点,薪资待遇,需求人数,学历要求
沈阳星海数控机床有限公司,机械设计工程师,沈阳市铁西区,8-12K,6,本科
沈阳星海数控机床有限公司,电气工程师,沈阳市铁西区,1-1.5万,4,本科
大连蓝湾软件股份有限公司,Java开发工程师,大连市,12-18K,10,本科
"""


def test_an_import_is_seen_at_the_next_click_without_a_restart(fresh_server: Server, page: Page, tmp_path: Path) -> None:
    screen = Screen(page, fresh_server.address)
    screen.open("?lang=zh")
    expect(screen.badge).to_have_text("模拟样本，非真实记录")
    table = tmp_path / "jobs.csv"
    table.write_text(JOBS, encoding="utf-8")
    fresh_server.run("import", str(table), "--new-fair", "测试招聘会", "--host", "沈阳", "--starts-on", "2026-03-25")
    screen.page.get_by_text("English", exact=True).click()
    expect(screen.tile("fairs")).to_have_text("1")
    expect(screen.tile("employers")).to_have_text("2")
    expect(screen.tile("openings")).to_have_text("20")
    expect(screen.tile("openings_over_threshold")).to_have_text("10")  # from 12,000; a range from 10,000 is not over 10,000
    expect(screen.badge).to_have_count(0)
    expect(screen.caption).not_to_contain_text("Synthetic")
