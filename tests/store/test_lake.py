"""A lake: written out of a version, built from, read by partition, and what is said when it is away or another one."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from pyarrow import parquet

from fairboard.analysis import catalogue, rollups, runner
from fairboard.analysis.filters import Filters
from fairboard.analysis.sandbox import jobs
from fairboard.errors import QueryError, RequestError, StoreError
from fairboard.store import checks, opening, schema, versions, writing
from fairboard.store.lake import LARGE_TABLES, address, building, exporting, filesystem, reading, snapshot
from fairboard.store.lake.address import Lake


@pytest.fixture(scope="module")
def plain(sample_version: Path) -> Path:
    """A version that has its postings in itself."""
    return sample_version


@pytest.fixture(scope="module")
def exported(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Lake:
    lake = address.parse(str(tmp_path_factory.mktemp("lake") / "l'été 招聘会"))
    exporting.export(plain, lake)
    return lake


@pytest.fixture(scope="module")
def built(exported: Lake, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A version of the lake, in a data folder of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FAIRBOARD_DATA", str(tmp_path_factory.mktemp("data of lake")))
        yield building.build(exported, building.with_duckdb)
        runner.forget()


@pytest.fixture(scope="module")
def of_a_copy(exported: Lake, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """A version of a copy of the lake, and the copy."""
    folder = tmp_path_factory.mktemp("copies") / "lake"
    shutil.copytree(exported.path, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FAIRBOARD_DATA", str(tmp_path_factory.mktemp("data of copy")))
        yield building.build(address.parse(str(folder)), building.with_duckdb), folder
        runner.forget()


@pytest.fixture
def lost(of_a_copy: tuple[Path, Path], exported: Lake, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Path]]:
    """A version and its lake, which the test may spoil: it is put in order again."""
    version, folder = of_a_copy
    monkeypatch.setenv("FAIRBOARD_DATA", str(version.parent))
    yield of_a_copy
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(exported.path, folder)
    runner.forget_answers()
    reading.forget()


def answers(version: Path, filters: Filters) -> list:
    names = ("overview/headline", "records/total", "records/sources", "overview/by_sector", "quality/coverage", "filters/options")
    found = [runner.run(name, filters, version, **own(name)).rows() for name in names]
    return [*found, runner.run("records/page", filters, version, search=None, sort_column="wage_min", is_descending=True, row_limit=20, row_offset=5).rows()]


def own(name: str) -> dict:
    """Usual values for a query's own parameters."""
    usual = {"wage_basis": "floor", "threshold_yuan": 10_000, "search": None, "as_of_on": None}
    return {item.name: usual.get(item.name) for item in catalogue.load(name).parameters}


def test_every_table_comes_back_row_for_row(plain: Path, built: Path):
    con = runner.cursor(plain)
    expected = {table: con.execute(f"select * from {table} order by all").fetchall() for table in schema.table_names() if table != "version_info"}
    con = opening.open_reader(built)
    try:
        for table, rows in expected.items():
            found = con.execute(f"select * from {table} order by all").fetchall()
            if table == "method_versions":  # the edition of the crosswalk is noted when the version is made
                found, rows = [row[:2] for row in found], [row[:2] for row in rows]
            assert found == rows, table
    finally:
        con.close()


def test_the_columns_of_the_views_have_types_and_comments_as_in_the_schema(plain: Path, built: Path):
    about = "select table_name, column_name, data_type, comment from duckdb_columns() where table_name in ('postings', 'attendance') order by all"
    assert runner.cursor(built).execute(about).fetchall() == runner.cursor(plain).execute(about).fetchall()


@pytest.mark.parametrize("filters", [Filters(), Filters(fair_ids=(1,)), Filters(sector_codes=("mechanical",), region_codes=("210100",)), Filters(fair_ids=(999,))])
def test_every_answer_is_the_same_from_a_lake(plain: Path, built: Path, filters: Filters):
    assert answers(built, filters) == answers(plain, filters)


def test_the_version_is_consistent_and_says_where_it_comes_from(built: Path, exported: Lake):
    con = opening.open_reader(built)
    try:
        facts = opening.read_facts(con, built)
        assert checks.find_faults(con) == []
    finally:
        con.close()
    assert (facts["origin"], facts["lake_uri"], facts["lake_snapshot"]) == ("lake", exported.uri, snapshot.id_of(snapshot.take(exported)))


def test_rows_of_one_fair_are_read_from_the_files_of_that_fair_alone(built: Path):
    sql = "explain analyze " + catalogue.load("records/count").sql
    values = runner.bound(catalogue.load("records/count"), Filters(fair_ids=(1, 7)), built, {"search": None})
    plan = runner.cursor(built).execute(sql, values).fetchall()[0][1]
    assert "Total Files Read: 2 " in plan


def test_a_reader_opens_the_files_of_its_lake_and_no_other(built: Path, exported: Lake, tmp_path: Path):
    (tmp_path / "secret.txt").write_text("secret")
    shutil.copy(next(Path(exported.path).glob("postings/*/*.parquet")), tmp_path / "other.parquet")
    file = next(Path(exported.path).glob("postings/fair_id=1/*.parquet"))
    content = hashlib.sha256(file.read_bytes()).hexdigest()
    con = opening.open_reader(built)
    try:
        for sql in (
            f"select * from read_text('{tmp_path}/secret.txt')", f"select * from '{tmp_path}/other.parquet'", f"from glob('{tmp_path}/*')",
            f"copy (select 1) to '{tmp_path}/new.csv'", "set allowed_paths = ['/']", "set enable_external_access = true", f"attach '{tmp_path}/x.duckdb'",
        ):  # fmt: skip
            with pytest.raises(duckdb.Error):
                con.execute(sql)
    finally:
        con.close()
    assert hashlib.sha256(file.read_bytes()).hexdigest() == content
    assert {path.name for path in tmp_path.iterdir()} == {"secret.txt", "other.parquet"}


def test_a_lake_that_is_away_is_named_and_what_rollups_answer_is_still_shown(lost: tuple[Path, Path]):
    version, folder = lost
    folder.rename(folder.with_name("elsewhere"))
    headline = runner.run("overview/headline", Filters(), version, **own("overview/headline"))
    assert headline.rows()[0]["postings"] == 3_000
    assert runner.run("filters/options", Filters(), version).rows()
    with pytest.raises(StoreError, match=f"The lake {folder} cannot be read"):
        runner.run("records/count", Filters(), version, search=None)
    with pytest.raises(StoreError, match="cannot be read"):
        runner.stream("records/rows", Filters(), version, search=None, first_id=None, end_id=None)


@pytest.mark.parametrize("change", ["added", "removed", "rewritten"])
def test_a_lake_that_has_changed_is_noticed(lost: tuple[Path, Path], change: str):
    version, folder = lost
    file = folder / "postings" / "fair_id=1" / "part-00000.parquet"
    if change == "added":
        shutil.copy(file, file.with_name("part-00001.parquet"))
    elif change == "removed":
        file.unlink()
    else:
        table = parquet.read_table(file, partitioning=None)
        parquet.write_table(table.slice(1), file)
    with pytest.raises(StoreError, match=r"has changed since this version was built \(postings/fair_id=1/part-0000[01].parquet\)"):
        runner.run("records/count", Filters(), version, search=None)
    with pytest.raises(StoreError, match="has changed"):
        reading.inspect(version)
    assert runner.run("overview/headline", Filters(), version, **own("overview/headline")).rows()[0]["postings"] == 3_000


def test_small_tables_that_change_later_do_not_matter(lost: tuple[Path, Path]):
    version, folder = lost
    (folder / "fairs" / "part-00000.parquet").touch()
    assert runner.run("records/count", Filters(), version, search=None).rows()[0]["postings"] == 3_000


def test_nothing_is_written_into_a_version_of_a_lake(lost: tuple[Path, Path]):
    with pytest.raises(StoreError, match="nothing can be written into it here. Add the records to the lake and build again"), writing.new_version(origin="import"):
        pass
    assert len(versions.list_versions()) == 1


@pytest.mark.parametrize(("spoil", "said"), [
    (lambda folder: shutil.rmtree(folder / "postings"), "has no postings"),
    (lambda folder: shutil.rmtree(folder), "cannot be read"),
    (lambda folder: (folder / "_unfinished").touch(), "is not finished"),
    (lambda folder: shutil.copy(folder / "postings" / "fair_id=1" / "part-00000.parquet", folder / "postings"), "has no place in the lake"),
    (lambda folder: rewrite(folder / "postings" / "fair_id=1" / "part-00000.parquet", lambda t: t.drop_columns(["title"])), "do not fit"),
    (lambda folder: rewrite(folder / "fairs" / "part-00000.parquet", lambda t: pa.concat_tables([t, t])), "does not fit the table fairs"),
    (lambda folder: rewrite(folder / "participations" / "part-00000.parquet", lambda t: t.slice(5)), "employer that does not take part in the fair"),
])  # fmt: skip
def test_a_lake_that_cannot_be_built_from_says_why_and_leaves_no_version(exported: Lake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil, said: str):
    folder = Path(shutil.copytree(exported.path, tmp_path / "lake"))
    monkeypatch.setenv("FAIRBOARD_DATA", str(tmp_path / "data"))
    spoil(folder)
    with pytest.raises(StoreError, match=said):
        building.build(address.parse(str(folder)), building.with_duckdb)
    assert versions.list_versions() == []


def rewrite(file: Path, change) -> None:
    parquet.write_table(change(parquet.read_table(file, partitioning=None)), file)


def test_an_export_never_writes_beside_something_else_and_a_broken_one_is_marked(plain: Path, exported: Lake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(RequestError, match="There is something in"):
        exporting.export(plain, exported)
    monkeypatch.setattr(exporting, "write_large", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    lake = address.parse(str(tmp_path / "cut off"))
    with pytest.raises(StoreError, match="could not be written: No space left"):
        exporting.export(plain, lake)
    with pytest.raises(StoreError, match="is not finished"):
        snapshot.take(lake)


def test_a_large_fair_is_parted_into_several_files(plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(exporting, "BATCH_ROWS", 100)
    monkeypatch.setattr(exporting, "BATCHES_PER_FILE", 5)
    lake = address.parse(str(tmp_path / "lake"))
    assert exporting.export(plain, lake)["postings"] == 3_000
    files = sorted(Path(lake.path).glob("postings/fair_id=1/*.parquet"))
    assert len(files) > 1
    ids = [number for file in files for number in parquet.read_table(file, partitioning=None)["posting_id"].to_pylist()]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize(("text", "uri"), [
    ("/data/fairs/", "/data/fairs"), ("file:///data/fairs", "/data/fairs"), ("s3://bucket/a/b", "s3://bucket/a/b"), ("s3a://bucket/a", "s3://bucket/a"),
    ("hdfs://node:8020/fairs/", "hdfs://node:8020/fairs"), ("hdfs:///fairs", "hdfs:///fairs"),
])  # fmt: skip
def test_addresses_are_understood(text: str, uri: str):
    assert address.parse(text).uri == uri
    assert address.parse(uri) == address.parse(text)


@pytest.mark.parametrize("text", [
    "s3://key:secret@bucket/x", "s3://bucket/x?access_key=1", "https://host/x", "gs://bucket", "s3://", "s3://bucket/it's", "s3://bucket/../x", "hdfs://h:99x/a",
    "/data/*", "/data/[a]", "/data/{a}", "/data/50%", "/data/a\nb", "", "s3://bucket/a b",
])  # fmt: skip
def test_other_addresses_are_refused(text: str):
    with pytest.raises(RequestError):
        address.parse(text)


def test_spark_is_told_of_the_same_places():
    assert address.parse("/data/a b").for_spark("postings") == "file:///data/a b/postings"
    assert address.parse("s3://bucket/x").for_spark("postings") == "s3a://bucket/x/postings"
    assert address.parse("hdfs://node:8020/x").for_spark("postings") == "hdfs://node:8020/x/postings"


def test_a_remote_lake_is_read_through_its_file_system_by_partition_and_never_written(built: Path, exported: Lake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []

    class Watched(filesystem.LakeFileSystem):
        def open(self, path: str, mode: str = "rb", **options):
            opened.append(path)
            return super().open(path, mode, **options)

    expected = answers(built, Filters())
    of_one_fair = runner.run("records/count", Filters(fair_ids=(7,)), built, search="工程师").rows()
    monkeypatch.setattr(filesystem, "LakeFileSystem", Watched)
    monkeypatch.setattr(Lake, "is_local", False)  # HDFS and S3 have no server here; what is theirs alone is the file system of Arrow
    monkeypatch.setenv("FAIRBOARD_DATA", str(tmp_path))
    version = building.build(exported, building.with_duckdb)
    try:
        assert answers(version, Filters()) == expected
        opened.clear()
        assert runner.run("records/count", Filters(fair_ids=(7,)), version, search="工程师").rows() == of_one_fair
        assert {path.split("/")[3] for path in opened} <= {"fair_id=1", "fair_id=7"}  # the first file of all tells the columns
        with pytest.raises(duckdb.Error):
            runner.cursor(version).execute("copy (select 1 as a) to 'lake://postings/fair_id=1/part-00000.parquet' (use_tmp_file false)")
    finally:
        runner.forget()


def test_an_analyst_reads_the_postings_of_a_lake_on_a_disk_and_no_other_file(built: Path, tmp_path: Path):
    assert jobs.run("select count(*) as n, count(distinct fair_id) as fairs from postings where fair_id <= 2", built).table.to_pylist()[0]["fairs"] == 2
    (tmp_path / "secret.csv").write_text("a\n1\n")
    with pytest.raises(QueryError):
        jobs.run(f"select * from '{tmp_path}/secret.csv'", built)


def test_a_question_that_fails_for_another_reason_is_a_failed_question(built: Path):
    with pytest.raises(QueryError):
        runner.run("records/nothing", Filters(), built)


def test_only_statements_on_the_records_ask_for_the_lake(built: Path):
    tables = runner._rollup_tables(built)
    query = catalogue.load("overview/by_sector")
    sql = rollups.statement(query, rollups.Shape.of(runner.bound(query, Filters(), built, own("overview/by_sector")), None), tables)
    assert not reading._READS_LAKE.search(sql)
    assert all(f"from {table}" not in sql for table in LARGE_TABLES)
