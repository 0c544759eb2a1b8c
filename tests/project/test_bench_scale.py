"""The measurement of growth measures something, on a tiny sample. How long anything takes is not held here."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import duckdb
import pytest
import streamlit as st

from bench import building, coverage, data, scale, scale_report
from bench.scale_report import PageCost, Size
from fairboard.analysis import runner

STAGES = {"records": 10.0, "crowd": 2.0, "derived": 5.0, "checks": 1.0}


@pytest.fixture(autouse=True)
def closed_before_and_after() -> Iterator[None]:
    """The benchmark opens the sample with settings of its own, which DuckDB refuses while the file is open with others."""
    runner.forget()
    yield
    st.cache_resource.clear()
    runner.forget()


@pytest.fixture
def sizes() -> list[Size]:
    """Two sizes: ten times the postings, ten times the seconds and bytes, twice the rows of one aggregate, the same of the other."""
    small = Size(1_000_000, 1_000_000, 50_000_000, STAGES | {"bare": 2.0, "bare_bytes": 3e7, "peak_mb": 500.0},
                 {"rollup_titles": 1000, "rollup_demand": 600}, {"overview": PageCost([20.0, 30.0], [100.0], 400.0)})  # fmt: skip
    large = Size(10_000_000, 10_000_000, 500_000_000, {stage: 10 * value for stage, value in small.build.items()},
                 {"rollup_titles": 2000, "rollup_demand": 600}, {"overview": PageCost([20.0, 30.0], [1000.0], 400.0)})  # fmt: skip
    return [small, large]


def test_a_build_in_a_process_of_its_own_notes_what_each_stage_cost(tmp_path: Path):
    cost = building.measured(tmp_path / "built", 3_000)
    assert cost.keys() == {*STAGES, "bare", "bare_bytes", "peak_mb"} and min(cost.values()) > 0
    version = data.current_version(tmp_path / "built")
    counts = data.row_counts(version)
    assert counts["postings"] == 3_000 and counts["attendance"] > 7_580
    with duckdb.connect(version, read_only=True) as con:
        people, by_aggregate = (con.execute(f"select sum(attendance_count) from {table} where unit = 'people'").fetchone()[0] for table in ("attendance", "rollup_people"))
    assert people == by_aggregate
    assert not list(data.FOLDER.glob("bare.duckdb*"))


def test_too_small_a_disk_is_told_before_anything_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1))
    with pytest.raises(click.ClickException, match="GB on the disk"):
        building.measured(tmp_path / "built", 3_000)
    assert not (tmp_path / "built").exists()


def test_too_little_memory_is_told_before_anything_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(building, "free_memory_mb", lambda: 100)
    with pytest.raises(click.ClickException, match="100 MB are free"):
        building.measured(tmp_path / "built", 3_000)
    assert not (tmp_path / "built").exists()


def test_what_reads_the_postings_is_told_from_the_plans(sample_version: Path):
    selections = ({"region": "210100"}, {"edu": "bachelor"})
    assert coverage.covered(sample_version.parent, "overview", selections) == [True, True]
    assert coverage.covered(sample_version.parent, "records", selections) == [False, False]


def test_a_page_is_timed_apart_for_what_aggregates_cover(sample_version: Path):
    cost = scale.page_cost(sample_version.parent, "fairs", [True, False], ({"region": "210100"}, {"edu": "bachelor"}))
    assert len(cost.covered) == len(cost.missed) == 1 and min(*cost.covered, *cost.missed) > 0


def test_the_table_has_the_ratio_to_the_bare_copy_and_both_kinds_of_answer(sizes: list[Size]):
    text = scale_report.section(sizes)
    assert "| **all ÷ bare** | 9.0 | 9.0 |" in text  # 18 s to 2 s
    assert "| Overview | 25 (30) / 100 (100) | 25 (30) / 1,000 (1,000) |" in text
    assert "| rows of all aggregates | 1,600 | 2,600 |" in text


def test_a_billion_is_reckoned_from_the_slopes(sizes: list[Size]):
    text = scale_report.billion(sizes)
    # Ten times the rows took ten times the time, so a billion takes a hundred times as long as ten million: 160 s without the crowd.
    assert "| build, without the crowd | 160 s | 1.00 | 16,000 s | 16,000 s |" in text
    assert "| Overview not covered, slowest | 1,000 ms | 1.00 | 100,000 ms | 100,000 ms |" in text
    # Doubled in a tenfold: doubled twice more until a billion; the other does not grow any more.
    assert "| `rollup_titles` | 1,000 | 2,000 | 0.30 | 8,000 |" in text
    assert "| `rollup_demand` | 600 | 600 | 0.00 | full |" in text
    assert "4.4 hours" in text


def test_the_plot_is_a_picture_and_the_same_every_time(sizes: list[Size], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    pictures = []
    for name in ("one.svg", "other.svg"):
        monkeypatch.setattr(scale_report, "PICTURE", tmp_path / name)
        scale_report.draw(sizes)
        pictures.append((tmp_path / name).read_bytes())
    assert pictures[0] == pictures[1] and b"<svg" in pictures[0]
