"""The yardstick: how one would write the page in an afternoon. Six charts, seven queries on the table of postings, one filter.

    streamlit run bench/naive.py

Nothing is done here for speed on purpose: every run asks all seven queries of all postings again and builds all six figures anew.
"""

from typing import Any

import duckdb
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from fairboard.store.versions import current_version

CHOSEN = "($region is null or region_code = $region)"
BY_NAME = "select {table}.name_zh as label, sum(openings)::bigint as openings from postings join {table} using ({key}) where {chosen} group by all order by 2"
BY_VALUE = "select {value} as label, sum(openings)::bigint as openings from postings where {chosen} group by 1 order by 1"
CHARTS = {
    "各行业需求": BY_NAME.format(table="sectors", key="sector_code", chosen=CHOSEN),
    "各地区需求": BY_NAME.format(table="regions", key="region_code", chosen=f"is_liaoning_unit and {CHOSEN}"),
    "薪酬分布": BY_VALUE.format(value="least(wage_min // 1000, 30) * 1000", chosen=f"wage_min is not null and {CHOSEN}"),
    "各场招聘会": BY_VALUE.format(value="fair_id", chosen=CHOSEN),
    "学历要求": BY_NAME.format(table="education_levels", key="education_level", chosen=CHOSEN),
    "单位性质": BY_NAME.format(table="ownerships", key="ownership", chosen=CHOSEN),
}
HEADLINE = f"select count(distinct employer_id) as employers, count(*) as postings, sum(openings)::bigint as openings from postings where {CHOSEN}"


@st.cache_resource
def database(path: str) -> duckdb.DuckDBPyConnection:
    """One connection for the server: even an afternoon's page has that."""
    return duckdb.connect(path, read_only=True)


def ask(sql: str, **parameters: Any) -> pd.DataFrame:
    """The rows of one query."""
    return database(str(current_version())).cursor().execute(sql, parameters).df()


st.set_page_config(page_title="Yardstick", layout="wide")
regions = ask("select region_code, short_zh from regions where is_liaoning_unit order by official_order")
names = dict(zip(regions["region_code"], regions["short_zh"], strict=True))
region = st.selectbox("地区", [None, *names], format_func=lambda code: names.get(code, "全部"))
headline = ask(HEADLINE, region=region).iloc[0]
for place, (label, name) in zip(st.columns(3), {"单位": "employers", "岗位": "postings", "需求人数": "openings"}.items(), strict=True):
    place.metric(label, f"{headline[name] or 0:,}")
places = st.columns(2)
for number, (title, sql) in enumerate(CHARTS.items()):
    frame = ask(sql, region=region)
    is_ranking = frame["label"].dtype == object or pd.api.types.is_string_dtype(frame["label"])
    bars = go.Bar(x=frame["openings"], y=frame["label"], orientation="h") if is_ranking else go.Bar(x=frame["label"], y=frame["openings"])
    figure = go.Figure(bars)
    figure.update_layout(title=title)
    places[number % 2].plotly_chart(figure, key=f"chart_{number}")
