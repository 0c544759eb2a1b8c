"""Storyboards: what a subject shows, what a person may change, and the way into a URL and back."""

import base64
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairboard.analysis.filters import Filters
from fairboard.briefing import deck_code, subjects
from fairboard.briefing.slides import MAKERS
from fairboard.briefing.storyboard import Storyboard, from_url, standard, subject_of
from fairboard.errors import RequestError
from fairboard.locale import LANGUAGES, catalogue

KINDS = sorted(subjects.KIND_NAMES)


def packed(entries: object) -> str:
    """A packed deck with anything in it."""
    return deck_code.PACKED + base64.urlsafe_b64encode(zlib.compress(json.dumps(entries).encode())).decode().rstrip("=")


def kinds_on(board: Storyboard) -> list[str]:
    """The kinds that are shown, in their order."""
    return [slide.kind for slide in board.on]


@st.composite
def changed_boards(draw: st.DrawFn) -> Storyboard:
    """A storyboard that somebody has worked on."""
    board = standard(draw(st.sampled_from(subjects.SUBJECTS)))
    for _ in range(draw(st.integers(0, 5))):
        kind = draw(st.sampled_from([slide.kind for slide in board.slides]))
        what = draw(st.sampled_from(["switched", "moved", "retitled", "noted"]))
        if what == "switched":
            board = board.switched(kind)
        elif what == "moved":
            board = board.moved(kind, draw(st.integers(-25, 25)))
        else:
            board = getattr(board, what)(kind, draw(st.sampled_from(LANGUAGES)), draw(st.text(max_size=150)))
    return board


def test_one_fair_one_university_or_one_region_is_the_subject_and_else_a_season():
    assert subject_of(Filters(fair_ids=(1,), region_codes=("210100",))) == "fair"
    assert subject_of(Filters(region_codes=("210100",), university_codes=("10145",))) == "university"
    assert subject_of(Filters(region_codes=("210100",))) == "region"
    assert subject_of(Filters(fair_ids=(1, 2), region_codes=("210100", "210200"))) == subject_of(Filters()) == "season"


def test_the_standard_storyboard_of_a_fair_and_a_season_shows_what_a_talk_needs_and_fifteen_slides_are_possible():
    wanted = ["title", "headline", "sectors", "wages", "regions", "universities", "comparison", "outlook"]
    assert kinds_on(standard("fair")) == kinds_on(standard("season")) == wanted
    assert set(wanted) < set(kinds_on(standard("region")))
    assert all(len(standard(subject).slides) >= 15 for subject in ("fair", "season", "region"))


def test_a_university_is_shown_what_it_has_and_no_openings():
    kinds = {slide.kind for slide in standard("university").slides}
    assert kinds.isdisjoint({"headline", "sectors", "wages", "regions", "education", "employers", "ownership", "supply"})
    assert {"presence", "attended", "disciplines", "degrees", "hosts", "agreements", "comparison", "outlook"} <= set(kinds_on(standard("university")))


def test_every_kind_has_a_name_in_both_languages_and_somebody_who_makes_it():
    assert MAKERS.keys() == subjects.KIND_NAMES.keys() == set().union(*(subjects.kinds_of(subject) for subject in subjects.SUBJECTS))
    assert all(name in catalogue() for name in (*subjects.KIND_NAMES.values(), *subjects.SUBJECT_NAMES.values()))


def test_a_standard_storyboard_leaves_no_trace_in_the_url():
    assert standard("season").to_url() == {}
    assert from_url({}, Filters(fair_ids=(1,)))[0] == standard("fair")


def test_a_chosen_subject_stays_chosen_though_the_filters_say_another():
    board, dropped = from_url({"subject": "season"}, Filters(fair_ids=(1,)))
    assert (board.subject, board.to_url(), dropped) == ("season", {"subject": "season"}, ())


def test_a_storyboard_without_texts_is_plain_codes():
    board = standard("university").switched("hosts").moved("outlook", -7)
    assert board.to_url() == {"subject": "university", "deck": "title.outlook.presence.attended.disciplines.degrees.-hosts.agreements.comparison.-universities.-arrivals"}


def test_a_slide_moves_no_further_than_the_ends():
    board = standard("fair")
    assert board.moved("outlook", -100).slides[0].kind == "outlook"
    assert board.moved("title", 100).slides[-1].kind == "title"
    assert board.moved("title", -1) == board


def test_titles_and_notes_are_held_by_language_and_go_when_they_are_blanked():
    board = standard("fair").retitled("sectors", "zh", "  哪类岗位\n最缺人 ").retitled("sectors", "en", "Where people are wanted")
    board = board.noted("sectors", "zh", "先说机械。\r\n再说电气。")
    assert board.slide("sectors").titles == {"zh": "哪类岗位 最缺人", "en": "Where people are wanted"}
    assert board.slide("sectors").notes == {"zh": "先说机械。\n再说电气。"}
    assert board.retitled("sectors", "zh", " ").slide("sectors").titles == {"en": "Where people are wanted"}
    assert board.reset() == standard("fair")


def test_a_text_that_no_file_may_hold_is_cleaned_and_a_long_one_is_cut():
    board = standard("fair").retitled("title", "en", "a\x00b\x07c\ud800\u202e\ufffe" + "d" * 100).noted("title", "en", "n" * 2_000)
    assert board.slide("title").titles == {"en": "abc" + "d" * 77}
    assert len(board.slide("title").notes["en"]) == 1_000


@given(changed_boards())
def test_a_storyboard_comes_back_from_its_url_as_it_was(board: Storyboard):
    again, dropped = from_url(board.to_url(), Filters(fair_ids=(1,)) if board.subject == "fair" else Filters())
    assert dropped == ()
    if board.to_url():
        assert (again.subject, again.slides) == (board.subject, board.slides)
        assert again.to_url() == board.to_url()


@given(st.one_of(st.text(), st.from_regex(r"~[A-Za-z0-9_-]{0,60}", fullmatch=True)), st.text())
def test_whatever_stands_in_the_url_gives_a_storyboard_with_every_slide_once(deck: str, subject: str):
    board, _ = from_url({"deck": deck, "subject": subject}, Filters())
    assert sorted(slide.kind for slide in board.slides) == sorted(subjects.kinds_of("season"))


ANYTHING = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(KINDS),
                        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@given(ANYTHING)
def test_whatever_is_packed_into_a_deck_gives_a_storyboard_that_fits_its_limits(entries: object):
    board, _ = from_url({"deck": packed(entries)}, Filters())
    assert from_url(board.to_url(), Filters())[0].slides == board.slides


@pytest.mark.parametrize(("deck", "named"), [
    ("title.wealth.sectors", ("deck=wealth",)),
    ("title.title.sectors", ("deck=title",)),
    ("~not-base64!", ("deck=~not-base64!",)),
    ("~" + base64.urlsafe_b64encode(b"no deflated text").decode().rstrip("="), ("deck=~" + base64.urlsafe_b64encode(b"no deflated text").decode().rstrip("="),)),
    (packed({"title": 1}), (f"deck={packed({'title': 1})[:40]}",)),
    (packed([["title", 1, {"en": "x" * 81}, {}]]), ("deck=title.title.en",)),
    (packed([["title", 1, {}, {"fr": "bonjour"}]]), ("deck=title.note.fr",)),
    (packed([["title", 1, {"en": 5}, {}]]), ("deck=title.title.en",)),
    (packed([["title", 1, {"en": "A title"}]]), ("deck=['title', 1, {'en': 'A title'}]",)),
    (packed([["title", 2, {}, {}], ["sectors", 1, {}, {}]]), ("deck=['title', 2, {}, {}]",)),
])
def test_what_is_bad_in_a_deck_is_dropped_and_named(deck: str, named: tuple[str, ...]):
    board, dropped = from_url({"deck": deck}, Filters())
    assert dropped == named
    assert "title" in {slide.kind for slide in board.slides}


def test_an_unknown_subject_is_dropped_and_named():
    assert from_url({"subject": "moon" * 20}, Filters())[1] == ("subject=" + ("moon" * 20)[:40],)


def test_slides_that_a_deck_does_not_name_follow_switched_off():
    board, _ = from_url({"deck": "sectors.title"}, Filters())
    assert kinds_on(board) == ["sectors", "title"]
    assert len(board.slides) == len(standard("season").slides)


def test_a_deck_that_inflates_to_more_than_any_storyboard_has_is_not_read():
    bomb = deck_code.PACKED + base64.urlsafe_b64encode(zlib.compress(b"[" + b" " * 5_000_000 + b"]", 9)).decode().rstrip("=")
    assert len(bomb) < deck_code.MOST_CODE_LETTERS
    assert from_url({"deck": bomb}, Filters())[0].slides == standard("season").slides


def test_a_deck_nested_deeper_than_python_goes_is_not_read():
    deep = deck_code.PACKED + base64.urlsafe_b64encode(zlib.compress(b"[" * 200_000, 9)).decode().rstrip("=")
    assert from_url({"deck": deep}, Filters())[0].slides == standard("season").slides


def test_texts_too_long_for_a_link_are_refused_and_not_cut():
    board = standard("season")
    for slide in board.slides:
        assert not board.is_too_long or slide.kind != "title"
        board = board.noted(slide.kind, "zh", "".join(chr(0x4E00 + zlib.crc32(f"{slide.kind} {number}".encode()) % 20_000) for number in range(1_000)))
    assert board.is_too_long
    with pytest.raises(RequestError, match="too long for a link"):
        board.to_url()
