"""The benchmark of the import measures something. How long anything takes is not held here."""

from bench import importing, report


def test_every_step_of_an_import_is_timed_in_a_process_of_its_own(tmp_path):
    path = importing.make_file(tmp_path / "jobs.csv", 3_000)
    times = importing.one_import(path, tmp_path / "versions")
    assert set(importing.STEPS) <= times.keys() and all(value > 0 for value in times.values())
    assert importing.bare_seconds(path) > 0
    assert not (tmp_path / "versions").exists()


def test_the_file_is_the_same_every_time(tmp_path):
    files = [importing.make_file(tmp_path / name, 500).read_bytes() for name in ("one.csv", "other.csv")]
    assert files[0] == files[1] and files[0].count(b"\r\n") == 501


def test_the_section_about_imports_shows_seconds_ratio_and_memory():
    times = {"bare": [2.0], "read": [5.0], "understand": [1.0], "records": [10.0], "store": [14.0], "all": [30.0], "ratio": [15.0], "peak": [1600.0]}
    text = report.import_section(times)
    assert text.startswith("## How long an import takes\n")
    assert "| 1,600 MB |" in text and "| 15.0 |" in text and "| 14.0 s |" in text
