"""What has become of the numbers of a file, worked out by hand.

Before: the fairs A, B and C of ``tests.analysis.conftest``. After: A with one more posting (mechanical, 7 openings from 11,000 yuan) and B.
Openings 11 + 14 + 12 = 37, then 18 + 14 = 32; mechanical 2 + 3 + 5 = 10, then 2 + 3 + 7 = 12; over 10,000 yuan 3 + 2 + 1 + 5 = 11, then
3 + 7 + 2 + 1 = 13; employers 4, then 3; software 2 + 1 = 3 both times; agriculture 6 + 1 = 7, then not there.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fairboard.analysis import runner
from fairboard.analysis.explain import Origin
from fairboard.analysis.filters import Filters
from fairboard.briefing import stale
from fairboard.briefing.model import Fact
from fairboard.exports.manifest import Manifest, manifest_of, read_manifest, with_manifest
from fairboard.store import versions, writing
from tests.analysis import conftest as tiny_records
from tests.conftest import data_in
from tests.exports.manifests import empty_html

MORE = (13, "A", "甲", "mechanical", "210100", "state", "bachelor", 11_000, 12_000, 7, "stated")
RECORDED = Filters(record_kinds=("recorded",))


@pytest.fixture(scope="module")
def before(made_once: Callable[..., Path]) -> Path:
    with data_in(made_once("tiny", tiny_records.add_fairs)):
        return versions.current_version()


@pytest.fixture(scope="module")
def after(made_once: Callable[..., Path]) -> Path:
    def make() -> None:
        with pytest.MonkeyPatch.context() as patch, writing.new_version(origin="import") as con:
            patch.setattr(tiny_records, "POSTINGS", [*tiny_records.POSTINGS, MORE])
            for name in ("A", "B"):
                tiny_records.add_fair(con, name, tiny_records.FAIRS[name])

    with data_in(made_once("tiny, later", make)):
        return versions.current_version()


def facts(version: Path, name: str, column: str, filters: Filters = RECORDED, **own: object) -> list[Fact]:
    """A fact for each row of an answer."""
    answer = runner.run(name, filters, version, **own)
    label = next((item.name for item in answer.query.columns if item.name.endswith("_code")), "")
    return [Fact(f"{name}/{row.get(label, '')}/{column}", column, row[column], Origin(answer, column, (row,))) for row in answer.rows()]


def manifest(version: Path) -> Manifest:
    found = facts(version, "overview/by_sector", "openings")
    for column in ("openings", "employers", "openings_over_threshold"):
        found += facts(version, "overview/headline", column, wage_basis="floor", threshold_yuan=10_000)
    answer = runner.run("overview/by_fair", RECORDED, version)
    found.append(Fact("fairs", "fairs", 3, Origin(answer, "fairs")))
    last = max(row["fair_id"] for row in answer.rows())
    found += [replace(fact, fact_id="of C") for fact in facts(version, "overview/headline", "openings", replace(RECORDED, fair_ids=(last,)), wage_basis="floor", threshold_yuan=1)]
    return manifest_of("title", {}, "en", version, found)


def changes(manifest: Manifest, version: Path) -> dict[str, stale.FactChange]:
    return {change.fact.fact_id: change for change in stale.check(manifest, version).changes}


def test_nothing_has_changed_on_the_version_that_a_file_was_made_from(before: Path):
    found = stale.check(manifest(before), before)
    assert found.is_same_version
    assert not found.is_stale
    assert found.counts == {"equal": len(found.changes), "changed": 0, "redefined": 0, "gone": 0, "no_selection": 0, "no_question": 0}


@pytest.mark.parametrize(("fact_id", "values", "difference", "state"), [
    ("overview/headline//openings", (37, 32), "−5", "changed"),
    ("overview/by_sector/mechanical/openings", (10, 12), "+2", "changed"),
    ("overview/headline//openings_over_threshold", (11, 13), "+2", "changed"),
    ("overview/headline//employers", (4, 3), "−1", "changed"),
    ("fairs", (3, 2), "−1", "changed"),
    ("overview/by_sector/software/openings", (3, 3), "", "equal"),
    ("overview/by_sector/agriculture/openings", (7, None), "", "gone"),
    ("of C", (12, None), "", "no_selection"),
])
def test_each_number_is_told_with_what_it_was_and_is(before: Path, after: Path, fact_id: str, values: tuple, difference: str, state: str):
    change = changes(manifest(before), after)[fact_id]
    assert (change.before, change.after) == values
    assert change.difference_text("en") == difference
    assert change.state == state


def test_what_is_gone_comes_first_then_the_largest_changes_and_last_what_is_equal(before: Path, after: Path):
    found = stale.check(manifest(before), after)
    order = [change.fact.fact_id for change in found.changes]
    assert set(order[:2]) == {"overview/by_sector/agriculture/openings", "of C"}
    sizes = ["fairs", "overview/headline//employers", "overview/by_sector/mechanical/openings", "overview/headline//openings_over_threshold", "overview/headline//openings"]
    assert order[2:7] == sizes
    assert all(change.state == "equal" for change in found.changes[7:])
    assert found.counts["changed"] == 5
    assert found.is_stale
    assert not found.is_same_version


def test_a_file_that_was_carried_around_tells_the_same_when_its_version_is_gone(before: Path, after: Path):
    carried = read_manifest(with_manifest(empty_html(), "html", replace(manifest(before), version_id="20200101T000000Z-dead")))
    assert changes(carried, after)["overview/headline//openings"].difference == -5


def test_the_kind_of_record_is_that_of_the_file_whatever_opens_by_default(before: Path):
    found = facts(before, "overview/headline", "openings", Filters(), wage_basis="floor", threshold_yuan=1)
    assert manifest_of("title", {}, "en", before, found).stated[0].filters == {"record": "recorded"}


def test_a_question_that_is_worded_anew_or_not_asked_any_more_is_named(before: Path, after: Path):
    held = manifest(before)
    redefined = replace(held, stated=tuple(replace(fact, sql_hash="0" * 12) for fact in held.stated))
    assert changes(redefined, after)["overview/headline//openings"].state == "redefined"
    assert changes(redefined, after)["overview/headline//openings"].after == 32
    for changed in ({"query": "overview/former"}, {"column": "former"}, {"query": ""}):
        lost = replace(held, stated=tuple(replace(fact, **changed) for fact in held.stated if not fact.is_row_count and fact.fact_id != "of C"))
        assert {change.state for change in stale.check(lost, before).changes} == {"no_question"}


def test_a_number_that_its_answer_does_not_have_cannot_be_asked_again(before: Path):
    (fact,) = facts(before, "overview/headline", "openings", wage_basis="floor", threshold_yuan=1)
    held = manifest_of("title", {}, "en", before, [replace(fact, value=38)])
    assert held.stated[0].query == ""
    assert changes(held, before)[fact.fact_id].state == "no_question"


def test_names_are_those_of_the_language_asked_for(before: Path, after: Path):
    named = {change.fact.fact_id: change.label for change in stale.check(manifest(before), after, "zh").changes}
    assert named["overview/by_sector/mechanical/openings"] == "招聘人数（岗位数） · 机械"
    assert named["overview/by_sector/agriculture/openings"].startswith("Openings · Agric")


def test_rows_without_a_code_are_told_apart_by_their_steps(before: Path, after: Path):
    held = manifest_of("title", {}, "en", before, [
        Fact(str(row["band_start_yuan"]), "openings", row["openings"], Origin(answer, "openings", (row,)))
        for answer in [runner.run("wages/bands", RECORDED, before, wage_basis="floor", threshold_yuan=10_000)] for row in answer.rows()
    ])
    found = changes(held, after)
    assert (found["10000"].before, found["10000"].after) == (3, 10)
    assert found["30000"].state == "equal"


def test_a_row_that_has_another_number_now_is_found_by_its_name(before: Path, after: Path):
    held = manifest(before)
    renumbered = replace(held, stated=tuple(replace(fact, keys=({"sector_code": "former"},)) if fact.keys and "sector_code" in fact.keys[0] else fact for fact in held.stated))
    found = changes(renumbered, after)["overview/by_sector/mechanical/openings"]
    assert (found.state, found.before, found.after, found.is_by_name) == ("changed", 10, 12, True)
    assert "found by its name" in found.state_text("en")
    assert not changes(held, after)["overview/by_sector/mechanical/openings"].is_by_name


def test_a_question_worded_anew_is_told_with_whether_the_number_changed(before: Path, after: Path):
    held = manifest(before)
    redefined = replace(held, stated=tuple(replace(fact, sql_hash="0" * 12) for fact in held.stated))
    assert changes(redefined, before)["overview/headline//openings"].state_text("en").startswith("unchanged")
    assert changes(redefined, after)["overview/headline//openings"].state_text("en").startswith("changed")
