"""An official opens the dashboard, reads it, and changes language and theme."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.screen import Screen, query

LAUNCH = {"employers": "202", "openings": "5,459", "openings_over_threshold": "949", "on_site_people": "7,580"}
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture
def screen(server: Server, page: Page) -> Screen:
    return Screen(page, server.address)


def background(page: Page) -> list[int]:
    colour = page.get_by_test_id("stApp").evaluate("node => getComputedStyle(node).backgroundColor")
    return [int(part) for part in re.findall(r"\d+", colour)[:3]]


def test_the_launch_fair_shows_the_published_totals(screen: Screen) -> None:
    screen.open("?fair=1")
    for metric, value in LAUNCH.items():
        expect(screen.tile(metric)).to_contain_text(value)
    expect(screen.tile("live_views")).to_contain_text("4.9万")
    expect(screen.badge).to_have_text("模拟样本，非真实记录")


def test_english_changes_every_word_and_number(screen: Screen) -> None:
    screen.open("?fair=1")
    expect(screen.title).to_have_text("招聘规模有多大，需求集中在哪里？")
    screen.page.get_by_role("radio", name="English").or_(screen.page.get_by_role("button", name="English")).first.click()
    expect(screen.title).to_have_text("How large is the season, and what is in demand?")
    expect(screen.tile("live_views")).to_contain_text("49,000")
    expect(screen.page).to_have_url(query(fair="1", lang="en"))
    screen.at_rest()
    for metric, value in LAUNCH.items():
        expect(screen.tile(metric)).to_contain_text(value)
    left = [text for text in screen.page.locator(".fb-board, h1, [data-testid=stTopNavLink]").all_inner_texts() if CHINESE.search(text)]
    assert not left, left


def test_the_dark_theme_stays_on_another_page_and_after_a_reload(screen: Screen) -> None:
    screen.open("?fair=1")
    assert min(background(screen.page)) > 200
    screen.page.get_by_role("button", name="深色", exact=True).click()
    expect(screen.page.get_by_role("button", name="浅色", exact=True)).to_be_visible()
    assert max(background(screen.page)) < 60
    expect(screen.page).to_have_url(query(fair="1"))
    screen.follow("薪资")
    expect(screen.title).to_have_text("岗位薪资水平如何？")
    screen.page.reload()
    expect(screen.page.get_by_role("button", name="浅色", exact=True)).to_be_visible()
    assert max(background(screen.page)) < 60
