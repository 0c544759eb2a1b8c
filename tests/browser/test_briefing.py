"""A presenter makes a storyboard, shows it while newer data come in, takes it along as a file, and asks the file later what still holds."""

import re
from pathlib import Path

from playwright.sync_api import FrameLocator, Locator, Page, expect
from pptx import Presentation

from tests.browser.conftest import Server
from tests.browser.screen import Screen, query

HEADINGS = "单位名称,招聘岗位,工作地点,薪资待遇,需求人数,学历要求"
FIRST = [f"沈阳星海数控机床有限公司,机械设计工程师{number}组,沈阳市铁西区,8-12K,2,本科" for number in range(60)]
LATER = ["大连蓝湾软件股份有限公司,Java开发工程师,大连市,12-18K,6,本科"]
TEXT = "202家用人单位携近5500个岗位进场招聘。当日7580名高校毕业生到场求职，4.9万人次观看网络直播，收到简历3000余份。"


def imported(server: Server, folder: Path, name: str, rows: list[str], *words: str) -> str:
    """What an import of ``rows`` says."""
    table = folder / name
    table.write_text("\n".join([HEADINGS, *rows]), encoding="utf-8")
    return server.run("import", str(table), *words)


def presentation(page: Page) -> FrameLocator:
    """The presentation that lies over the page."""
    return page.frame_locator("iframe.fairboard-presentation")


def part(page: Page, key: str, tag: str) -> Locator:
    """A button or a box of the storyboard."""
    return page.locator(f".st-key-{key} {tag}:visible").first


def test_a_presenter_builds_shows_and_checks_a_briefing(fresh_server: Server, page: Page, tmp_path: Path) -> None:
    said = imported(fresh_server, tmp_path, "first.csv", FIRST, "--new-fair", "测试招聘会", "--host", "沈阳", "--starts-on", "2026-03-25")
    fair_id = re.search(r"of fair (\d+)", said)[1]
    screen = Screen(page, fresh_server.address)
    screen.open(f"briefing?lang=zh&fair={fair_id}")
    expect(page.locator(".fb-stage-frame")).to_have_count(1)

    # The storyboard: one slide off, one moved up, one with a title and a note of its own. All of it stands in the address.
    part(page, "briefing_up_wages", "button").click()
    expect(page).to_have_url(re.compile(r"deck=title\.headline\.wages\."))
    screen.at_rest()
    part(page, "briefing_line_outlook", "label").click()
    expect(page).to_have_url(re.compile(r"deck=title\.headline\.wages\.sectors\..*-outlook"))
    part(page, "briefing_show_wages", "button").click()
    expect(page.get_by_role("textbox", name="本页标题")).to_have_attribute("placeholder", "薪资分布")
    screen.at_rest()
    page.get_by_role("textbox", name="本页标题").fill("工资 <b>怎么样</b>")
    page.keyboard.press("Tab")
    expect(page).to_have_url(re.compile(r"deck=~"))
    titled = page.url
    page.get_by_role("textbox", name="演讲备注").fill("先说中位数。")
    page.keyboard.press("Tab")
    expect(page).not_to_have_url(titled)
    screen.at_rest()
    page.reload()
    expect(part(page, "briefing_show_wages", "button")).to_have_text(re.compile("3.*工资 <b>怎么样</b>"))

    # The files, and what they show.
    file = screen.download(page.get_by_role("link", name="PowerPoint"), tmp_path)
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(file).slides]
    assert titles[2] == "工资 <b>怎么样</b>"
    assert "先说中位数。" in Presentation(file).slides[2].notes_slide.notes_text_frame.text

    # Presenting, while another process publishes a version.
    part(page, "briefing_show_headline", "button").click()
    screen.at_rest()
    page.locator(".fb-stage-present").click()
    slides = presentation(page)
    expect(slides.locator(".slide.is-shown")).to_contain_text("120")
    page.keyboard.press("ArrowRight")
    expect(slides.locator(".slide.is-shown")).to_contain_text("工资 <b>怎么样</b>")
    page.keyboard.press("Home")
    page.keyboard.press("PageDown")
    before = slides.locator(".slide.is-shown").inner_text()
    imported(fresh_server, tmp_path, "later.csv", LATER, "--fair", fair_id)
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(slides.locator(".slide.is-shown")).to_contain_text("120")
    assert slides.locator(".slide.is-shown").inner_text() == before
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("iframe.fairboard-presentation")).to_have_count(0)
    expect(page.get_by_text("幻灯片打开之后数据有了更新")).to_be_visible()

    # The old file, dropped in: six openings more.
    page.get_by_text("核对旧文件", exact=True).click()
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)
    expect(page.get_by_text(re.compile("已经变了"))).to_be_visible()
    table = page.get_by_test_id("stDataFrame").first
    expect(table).to_be_visible()


def test_a_figure_of_the_press_text_explains_itself(server: Server, page: Page) -> None:
    screen = Screen(page, server.address)
    screen.open("briefing?part=text&fair=1&lang=en")
    figures = page.locator(".fb-press-figure")
    expect(figures.filter(has_text=re.compile("^5,459$")).first).to_be_visible()
    for number in ("202", "949", "7,580", "49,000"):
        expect(figures.filter(has_text=re.compile(f"^{number}$")).first).to_be_visible()
    figures.filter(has_text=re.compile("^5,459$")).first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("5,459")
    expect(dialog).to_contain_text("Records behind")
    page.keyboard.press("Escape")
    page.get_by_text("Rounded", exact=True).click()
    expect(page).to_have_url(query(rounded="1"))
    expect(page.locator(".fb-press")).to_contain_text("more than 5,400")


def test_figures_of_a_published_text_are_set_against_the_records(server: Server, page: Page) -> None:
    screen = Screen(page, server.address)
    screen.open("briefing?part=published&fair=1&lang=zh")
    page.locator(".st-key-briefing_published_text textarea").fill(TEXT)
    page.get_by_role("button", name="查找数字").click()
    marks = page.locator(".fb-published mark")
    expect(marks).to_have_count(5)
    assert marks.evaluate_all("nodes => nodes.map(node => node.className)") == ["fb-equal", "fb-equal_rounded", "fb-equal", "fb-equal", "fb-not_found"]
    part(page, "briefing_recorded_2", "button").click()
    expect(page.get_by_role("dialog")).to_contain_text("5,459")
