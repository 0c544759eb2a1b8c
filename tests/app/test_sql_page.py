"""The SQL page: prefilled, never run by a link, and every outcome said."""

import pytest

from fairboard.analysis.sandbox import jobs
from fairboard.locale import translate
from fairboard.ui import sql_schema

TEXT = "sql_text"


def run(dashboard, sql: str):
    """Type ``sql`` and press Run."""
    dashboard.app.text_area(key=TEXT).set_value(sql)
    button(dashboard, "Run").click()
    return dashboard.run()


def button(dashboard, label: str):
    return next(item for item in dashboard.app.button if item.label in (label, translate(label, "zh")))


def test_a_link_fills_the_editor_and_runs_nothing(dashboard, monkeypatch):
    monkeypatch.setattr(jobs, "Job", lambda *_: pytest.fail("a link must run nothing"))
    dashboard.open("sql", lang="en", sql="select 42 as n").assert_stands()
    assert dashboard.app.text_area(key=TEXT).value == "select 42 as n"
    assert len(dashboard.app.dataframe) == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_s_question_is_put_into_the_editor_and_run(dashboard, language):
    dashboard.open("sql", lang=language, region="210200")
    dashboard.app.selectbox(key="sql_start_page").set_value("sectors")
    dashboard.run()
    dashboard.app.selectbox(key="sql_start_sectors").set_value("sectors/ranking")
    dashboard.run()
    button(dashboard, "Into the editor").click()
    dashboard.run()
    text = dashboard.app.text_area(key=TEXT).value
    assert text.startswith("-- ")
    assert "['210200']" in text
    run(dashboard, text).assert_stands()
    frame = dashboard.app.dataframe[0].value
    assert "openings" in frame.columns
    assert len(frame) > 5
    assert dashboard.app.query_params["sql"] in (text, [text])
    assert len(dashboard.app.get("plotly_chart")) == 1
    assert len(dashboard.app.get("download_button")) == 3


@pytest.mark.parametrize(("language", "said"), [("zh", "这里不执行 COPY"), ("en", "COPY is not run here")])
def test_a_statement_that_writes_is_refused_in_the_language(dashboard, language, said):
    dashboard.open("sql", lang=language)
    run(dashboard, "copy fairs to '/tmp/x.csv'")
    assert said in dashboard.texts
    assert len(dashboard.app.dataframe) == 0


def test_an_error_of_the_sql_is_shown_with_its_place_as_plain_text(dashboard):
    dashboard.open("sql", lang="en")
    run(dashboard, "select <b> from fairs")
    assert "DuckDB cannot run this" in dashboard.texts
    assert "LINE 1: select <b> from fairs" in dashboard.app.code[0].value
    run(dashboard, "select 1 as n").assert_stands()
    assert dashboard.app.dataframe[0].value["n"].tolist() == [1]


def test_a_cut_result_says_so(dashboard, monkeypatch):
    monkeypatch.setenv("FAIRBOARD_SQL_MOST_ROWS", "10")
    dashboard.open("sql", lang="en")
    run(dashboard, "from range(11)")
    assert "the first 10 rows" in dashboard.texts


def test_a_statement_too_long_for_a_link_runs_and_says_that_the_link_lacks_it(dashboard):
    dashboard.open("sql", lang="en")
    run(dashboard, "select 1 as n -- " + "x" * 11_000)
    assert "too long for the address" in dashboard.texts
    assert "sql" not in dashboard.app.query_params


def test_bad_choices_of_a_chart_in_a_link_are_left_aside(dashboard):
    dashboard.open("sql", lang="en", chart="pie", x="99", y="-1")
    run(dashboard, "select 'a' as name, 3 as n").assert_stands()
    assert dashboard.app.selectbox(key="sql_chart_x").value == 0
    assert dashboard.app.selectbox(key="sql_chart_y").value == 1


def test_the_schema_is_searched_in_both_languages(dashboard):
    dashboard.open("sql", lang="zh")
    everything = len(dashboard.app.expander)
    dashboard.app.text_input(key="sql_schema_search").set_value("wage_min")
    dashboard.run()
    found = dashboard.app.expander
    assert 1 <= len(found) < everything
    assert any("postings" in item.label for item in found)
    assert sql_schema.matching("月薪", [{"table_name": "t", "table_meaning": None, "column_name": "c", "data_type": "INTEGER", "meaning": None}]) == []


def test_the_limits_and_the_kinds_of_record_are_said_beside_the_editor(dashboard):
    dashboard.open("sql", lang="en")
    assert "512 MB of memory" in dashboard.texts
    assert "fairs.record_kind" in dashboard.texts
