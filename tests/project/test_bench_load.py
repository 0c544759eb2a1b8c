"""The load does what its tables say. How long anything takes is not held here."""

import asyncio
import itertools
import random
from pathlib import Path

import pytest

from bench import load, proxy
from bench.load import Case, Measured, Results
from bench.load_users import CHOICES, MOST_FILTERS, selections
from bench.measure import SELECTIONS
from fairboard.analysis import options


@pytest.mark.parametrize(("values", "share", "expected"), [([1.0] * 99 + [500.0], 95, 1.0), (list(range(101)), 95, 95.0), (list(range(101)), 50, 50.0), ([7.0], 99, 7.0)])
def test_a_percentile_is_the_value_that_so_many_do_not_exceed(values: list[float], share: int, expected: float):
    assert load.percentile(values, share) == expected


def test_a_budget_is_missed_by_an_answer_that_is_late_by_an_error_and_by_no_answer_at_all():
    def is_within(results: Results) -> bool:
        return Measured(Case(30, 1, 300), results, "no proxy", 0, 0, 0).is_within

    assert is_within(Results(changes=[300.0] * 20))
    assert not is_within(Results(changes=[301.0] * 20))
    assert not is_within(Results(changes=[1.0] * 20, errors=["a fault"]))
    assert not is_within(Results())


def test_users_change_one_filter_at_a_time_or_open_a_usual_selection_each_in_an_order_of_its_own():
    chosen = [list(itertools.islice(selections(random.Random(seed)), 400)) for seed in (1, 2)]
    assert chosen[0] != chosen[1]
    assert chosen[0] == list(itertools.islice(selections(random.Random(1)), 400))
    for before, after in itertools.pairwise(chosen[0]):
        changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        assert len(changed) == 1 or after in SELECTIONS
        assert len(after) <= MOST_FILTERS
    usual = sum(selection in SELECTIONS for selection in chosen[0]) / 400
    assert 0.25 < usual < 0.45


def test_every_choice_is_an_option_of_the_records(sample_version: Path):
    offered = options.of_version(sample_version)
    names = {"region": "region_codes", "sector": "sector_codes", "edu": "education_levels", "own": "ownerships", "kind": "fair_kinds"}
    for name, filter_name in names.items():
        assert set(CHOICES[name]) <= {option.code for option in offered[filter_name]}, name


def test_real_sessions_change_filters_and_every_answer_is_counted(sample_version: Path, tmp_path: Path):
    port = proxy.free_ports(1)
    with proxy.process(sample_version.parent, port, tmp_path / "server.log") as server:
        results = asyncio.run(load.visits(server.address, users=3, seconds=2, between=0.5, pages=("overview", "wages")))
        assert load._memory([server]) > 50
        assert load._processor([server]) > 0
    assert results.errors == []
    assert len(results.changes) == results.wanted >= 3
    assert results.by_page.keys() == {"overview", "wages"}
    assert "Traceback" not in (tmp_path / "server.log").read_text(encoding="utf-8")


def test_a_server_that_is_gone_is_an_error_of_each_user(tmp_path: Path):
    with pytest.raises(OSError):
        asyncio.run(load.visits(f"http://127.0.0.1:{proxy.free_ports(1)}", users=1, seconds=1))


def test_the_table_names_the_case_the_budget_and_what_a_change_costs():
    results = Results(changes=[10.0, 20.0, 30.0], by_page={"overview": [10.0, 20.0, 30.0]}, wanted=3, repeated=1)
    text = load.text([Measured(Case(30, 1, 300), results, "no proxy", 12.34, 0, 0.05, 400, 403, 410)], 60, 1_000_000)
    assert text.startswith("## Many viewers\n")
    assert "| 30 users, 1 process |" in text
    assert "| budget for 95 of 100, no error | 300: kept |" in text
    assert "| **processor time of the servers a change, ms** | **12.3** |" in text
    assert "| … with all sessions open; each more, MB | 403; 0.1 |" in text
    assert "33% of the changes had been asked" in text
