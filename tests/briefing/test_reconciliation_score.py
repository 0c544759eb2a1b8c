"""How well figures are found and read: the shares that docs/reconciliation.md tells are held here, on real phrases and on our own."""

import csv

import pytest

from fairboard.briefing.reconciliation import find
from scripts import reconciliation_report as report


def shares(results):
    counts = report.summary(results)
    return counts["value and unit found"] / counts["figures"], counts["right kind"] / counts["figures"]


@pytest.mark.parametrize("score", [report.scored, report.scored_together], ids=["each phrase alone", "phrases of a text together"])
def test_of_the_real_phrases_95_percent_are_found_85_percent_are_right_and_none_is_silently_wrong(real_files, score):
    results = score(report.real_truths())
    found, right = shares(results)
    assert len(results) == 174
    assert found >= 0.95
    assert right >= 0.85
    assert [item.truth.name for item in results if item.outcome == "decided, wrong"] == []


@pytest.mark.parametrize("path", report.OWN_SETS, ids=lambda path: path.stem)
def test_of_our_own_phrases_95_percent_are_found_85_percent_are_right_and_none_is_silently_wrong(path):
    results = report.scored(report.own_truths(path))
    found, right = shares(results)
    assert found >= 0.95
    assert right >= 0.85
    assert [item.truth.phrase for item in results if item.outcome == "decided, wrong"] == []


@pytest.mark.parametrize("path", report.OWN_SETS[3:], ids=lambda path: path.stem)
def test_no_figure_of_a_part_a_plan_or_another_time_is_taken_for_the_whole(path):
    results = report.scored(report.own_truths(path))
    assert sum(bool(item.truth.is_apart) for item in results) >= 20
    assert [item.truth.phrase for item in results if item.is_taken_for_all] == []
    assert sum(item.is_narrowed for item in results) <= 1
    assert sum(not item.has_word for item in results) <= 2


@pytest.mark.parametrize(("text", "scopes"), [
    ("去年同一活动提供岗位4820个", {"earlier"}), ("较去年同期，参会企业达230家", set()), ("去年参会企业180家，今年达230家", set()), ("与去年相比，参会企业达230家", set()),
    ("吉林省举办的招聘会有175家企业参会", {"elsewhere"}), ("在北京大学举行的招聘会上，230家企业参会", set()), ("来自北京、上海的230家企业参会", set()),
    ("Last year's fair drew 180 companies", {"earlier"}), ("230 companies came, more than last year", set()), ("A similar fair in Harbin drew 175 companies", {"elsewhere"}),
    ("BEIJING, March 18 (Xinhua) -- Liaoning held a job fair with 202 employers", set()), ("截至中午，现场共接待毕业生4300人", {"hours"}),
    ("3月18日上午，活动举行，吸引7580名毕业生到场", set()), ("By noon 4,300 students had entered the hall", {"hours"}),
])  # fmt: skip
def test_another_time_another_place_and_a_part_of_the_day_stand_apart(text, scopes):
    assert set(find(text)[-1].scopes) & {"earlier", "elsewhere", "hours"} == scopes


@pytest.mark.parametrize(("text", "kinds"), [
    ("202家用人单位提供岗位5459个，其中月薪超过1万元的949个", ["employers", "openings", "wage_line", "openings_over_threshold"]),
    ("5,459 openings, of which 949 pay more than 10,000 yuan a month", ["openings", "openings_over_threshold", "wage_line"]),
    ("沈阳市提供岗位2929个，其中机械类300个", ["openings", "openings"]),
    ("提供岗位5459个，参会企业202家，其中国企58个", ["openings", "employers", "employers"]),
])  # fmt: skip
def test_a_number_without_a_noun_is_some_of_what_was_counted_before(text, kinds):
    found = find(text)
    assert [figure.reading.kind for figure in found] == kinds
    assert all(figure.reading.is_sure for figure in found)


def test_openings_of_a_kind_of_employer_are_asked_about_and_are_no_employers():
    _, state, private = find("共提供岗位5459个，其中国有企业1200个、民营企业3000个")
    assert [(figure.reading.kind, figure.reading.is_sure) for figure in (state, private)] == [("openings", False)] * 2


def test_our_own_phrases_are_many_and_in_both_languages():
    phrases = []
    for path in report.OWN_SETS:
        with path.open(encoding="utf-8", newline="") as file:
            phrases += list(csv.DictReader(file, delimiter="|"))
    assert len({row["phrase"] for row in phrases}) == len(phrases) >= 120
    assert min(sum(row["lang"] == language for row in phrases) for language in ("zh", "en")) >= 40


def test_no_number_of_a_phrase_without_figures_is_taken_for_one():
    phrases = [phrase for path in report.OWN_SETS for phrase in report.empty_phrases(path)]
    assert len(phrases) >= 7
    assert [(figure.text, phrase) for phrase in phrases for figure in find(phrase)] == []


def test_a_wrong_kind_that_was_decided_counts_as_silently_wrong():
    truth = report.Truth("1", "employers", "提供岗位300个", 300, None, ("jobs",), ("employers",))
    assert [item.outcome for item in report.scored([truth])] == ["decided, wrong"]


def test_the_titles_of_notices_state_next_to_nothing(real_files):
    with (real_files / "liaoning-university-notices-2026" / "latest_jobs.csv").open(encoding="utf-8-sig", newline="") as file:
        titles = [row["title"] for row in csv.DictReader(file)]
    taken = [(figure.text, title) for title in titles for figure in find(title) if figure.reading.is_sure]
    assert len(titles) > 50
    assert [text for text, _ in taken] == ["6家"]  # an announcement by six institutions: a count, and of employers


def test_the_report_shows_no_phrase_of_the_real_texts(real_files):
    text = report.document()
    held = [truth.phrase for truth in report.real_truths() if len(truth.phrase) > 12]
    titles = report.texts()
    own = "\n".join(path.read_text(encoding="utf-8") for path in report.OWN_SETS)
    assert [phrase for phrase in held if phrase in text and phrase not in own and phrase not in titles] == []


def test_the_report_is_up_to_date(real_files):
    assert report.DOCUMENT.read_text(encoding="utf-8") == report.document()
