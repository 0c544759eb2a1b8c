"""A person at the provincial office brings in a table: drops it, corrects a column, commits, looks, sends back what is wrong, takes it back."""

import tempfile
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from tests.browser.conftest import Server
from tests.browser.screen import Screen

WAIT_LONG_MS = 60_000
NOT_USED = "不使用"


class ImportScreen(Screen):
    """The page Import as a person works with it."""

    def open(self, path: str = "") -> None:
        """Go to the page and wait for its box."""
        self.page.goto(f"{self.address}/{path}")
        expect(self.page.get_by_test_id("stFileUploader")).to_be_visible()

    def drop(self, path: Path) -> None:
        """Put a file into the box, and wait until it was understood."""
        self.page.locator("input[type=file]").set_input_files(path)
        expect(self.page.locator(".st-key-import_cancel button").first).to_be_visible(timeout=WAIT_LONG_MS)

    def button(self, key: str) -> Locator:
        """A button by its key; Streamlit keeps a second, hidden one to measure the first."""
        return self.page.locator(f".st-key-{key} button:visible").first

    def field_of(self, heading: str) -> Locator:
        """The list in which the field of a column is chosen."""
        return self.page.get_by_role("combobox", name=heading)

    def choose_field(self, heading: str, field: str) -> None:
        """Say what a column is."""
        self.pick_field(heading, field)
        expect(self.field_of(heading)).to_have_value(field)

    def set_aside(self, heading: str) -> None:
        """Say that a column is not used: it goes to the others of that kind, in a group that is closed until it is clicked."""
        count = int(self.page.get_by_text("列未使用").inner_text().split()[0])
        self.pick_field(heading, NOT_USED)
        self.page.get_by_text(f"{count + 1} 列未使用").click()
        expect(self.field_of(heading)).to_have_value(NOT_USED)

    def pick_field(self, heading: str, field: str) -> None:
        """Take a field from a column's list; where the list closes because the page is drawn anew just then, it is opened once more."""
        option = self.page.get_by_role("option", name=field, exact=True)
        for patience_ms in (3_000, 6_000, 12_000):
            self.at_rest()
            self.field_of(heading).click()
            self.page.keyboard.type(field)
            with suppress(TimeoutError):
                option.click(timeout=patience_ms)
                break
            self.page.keyboard.press("Escape")

    def count(self, label: str) -> Locator:
        """The figure of a tile."""
        return self.page.get_by_test_id("stMetric").filter(has_text=label).get_by_test_id("stMetricValue")


@pytest.fixture
def screen(fresh_server: Server, page: Page) -> ImportScreen:
    return ImportScreen(page, fresh_server.address)


def jobs_by_hand(path: Path) -> tuple[int, int]:
    """Different rows and different employers of the workbook, counted with another library."""
    book = openpyxl.load_workbook(path)
    rows = {tuple("" if cell is None else str(cell).strip() for cell in row) for row in book.active.iter_rows(min_row=2, values_only=True)}
    return len(rows), len({row[3] for row in rows})


def test_a_real_workbook_comes_in_is_corrected_looked_at_sent_back_and_taken_back(screen: ImportScreen, real_files: Path, tmp_path: Path) -> None:
    workbook = real_files / "51job-2024-huangshuai" / "result_销售.xlsx"
    row_count, employer_count = jobs_by_hand(workbook)
    screen.open("import?lang=zh")
    screen.drop(workbook)
    expect(screen.field_of("地点（已处理）")).to_have_value("工作地点")
    screen.set_aside("地点（已处理）")
    screen.button("import_check").click()
    expect(screen.count("读取行数")).to_have_text("11,000", timeout=WAIT_LONG_MS)
    expect(screen.count("导入行数")).to_have_text(f"{row_count:,}")
    expect(screen.count("完全重复")).to_have_text(f"{11_000 - row_count:,}")
    screen.page.get_by_label("招聘会名称").fill("销售人才专场")
    screen.page.get_by_label("招聘会名称").press("Tab")
    screen.button("import_commit").click()
    expect(screen.button("import_undo")).to_be_visible(timeout=WAIT_LONG_MS)
    returned = screen.download(screen.button("import_return"), tmp_path)
    assert openpyxl.load_workbook(returned).worksheets[1].title == "Sheet1"
    screen.page.get_by_text("在总览中查看该招聘会").click()
    expect(screen.tile("employers")).to_have_text(f"{employer_count:,}")
    expect(screen.tile("openings")).to_contain_text("1.0")  # 10,606 in wan, one posting without a number each
    expect(screen.badge).to_have_count(0)
    screen.follow("导入")
    screen.page.get_by_role("button", name="撤销").first.click()
    expect(screen.badge).to_have_text("模拟样本，非真实记录", timeout=WAIT_LONG_MS)


LAYOUT = "单位,岗位名,甲,乙\n沈阳机床股份有限公司,焊工,5000-6000,3\n大连船舶重工集团,会计,6000-8000,2\n"


def test_a_corrected_layout_is_recognised_the_next_time(screen: ImportScreen, tmp_path: Path) -> None:
    first, second = tmp_path / "一月.csv", tmp_path / "二月.csv"
    first.write_text(LAYOUT, encoding="utf-8")
    second.write_text(LAYOUT.replace("焊工", "钳工"), encoding="gbk")
    screen.open("import?lang=zh")
    screen.drop(first)
    screen.page.get_by_text("列未使用").click()
    screen.choose_field("乙", "招聘人数")
    screen.button("import_check").click()
    screen.page.get_by_label("招聘会名称").fill("一月招聘会")
    screen.page.get_by_label("招聘会名称").press("Tab")
    screen.button("import_commit").dblclick()  # an impatient hand breaks nothing off
    expect(screen.button("import_undo")).to_be_visible(timeout=WAIT_LONG_MS)
    screen.button("import_cancel").click()
    screen.drop(second)
    expect(screen.page.get_by_text("此版式以前保存过，已自动识别。")).to_be_visible()
    expect(screen.field_of("乙")).to_have_value("招聘人数")


def test_a_file_that_is_let_go_leaves_no_trace(fresh_server: Server, screen: ImportScreen, tmp_path: Path) -> None:
    before, held = fresh_server.run("versions", "list"), uploads()
    table = tmp_path / "jobs.csv"
    table.write_text(LAYOUT, encoding="utf-8")
    screen.open("import?lang=en")
    screen.drop(table)
    assert uploads() == held, "a sender's file lies on the disk only while it is read"
    screen.button("import_cancel").click()
    expect(screen.page.get_by_test_id("stFileUploader")).to_be_visible()
    assert uploads() == held
    assert fresh_server.run("versions", "list") == before


def uploads() -> set[Path]:
    """The folders in which files lie that are being imported."""
    return set(Path(tempfile.gettempdir()).glob("fairboard-import-*"))


@pytest.mark.parametrize(("name", "content"), [("空.xlsx", b""), ("坏.xlsx", b"PK\x03\x04 broken"), ("图.csv", b"\x00\x01\x02" * 50)])
def test_a_file_that_is_no_table_is_refused_in_words(screen: ImportScreen, tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    screen.open("import?lang=zh")
    screen.page.locator("input[type=file]").set_input_files(path)
    expect(screen.page.get_by_test_id("stAlert")).to_contain_text(name)
    expect(screen.page.get_by_test_id("stFileUploader")).to_be_visible()
