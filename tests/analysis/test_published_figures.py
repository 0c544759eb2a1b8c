"""What was published about a fair beside what is recorded."""

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters

LAUNCH = {"Employers": 202, "Openings": 5459, "Openings over 10,000 yuan": 949, "People on site": 7580, "Live views": 49000, "Universities present": 15,
          "Cities that signed agreements": 14}


def figures(version, **chosen):
    return runner.run("fairs/published", Filters(**chosen), version).rows()


def test_the_launch_fair_of_the_sample_is_held_against_the_published_one_of_its_day(sample_version):
    rows = figures(sample_version, fair_ids=(1,))
    assert {row["figure_label_en"]: row["published_value"] for row in rows} == LAUNCH
    assert {row["figure_label_en"]: row["recorded_value"] for row in rows} == LAUNCH
    assert {row["verdict_label_en"] for row in rows} == {"equal"}


def test_other_filters_do_not_move_the_comparison(sample_version):
    assert figures(sample_version, fair_ids=(1,), sector_codes=("mechanical",), region_codes=("210100",)) == figures(sample_version, fair_ids=(1,))


def test_a_published_fair_has_figures_but_nothing_recorded(sample_version):
    rows = figures(sample_version, fair_ids=(9003,), record_kinds=("published",))
    assert {row["verdict_label_en"] for row in rows} == {"not recorded"}
    assert [row["published_label_en"] for row in rows if row["figure_label_en"] == "Openings"] == ["about 21,000"]


def test_published_figures_never_count_as_records(sample_version):
    rows = runner.run("fairs/list", Filters(record_kinds=("published",)), sample_version).rows()
    assert len(rows) == 8
    assert {row["openings"] for row in rows} == {row["employers"] for row in rows} == {None}
