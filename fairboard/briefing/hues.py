"""The colours of marks in files, which are read on paper: the light palette."""

from fairboard.briefing.model import Chart, Series
from fairboard.charts import theme

PALE_STEP = 2
"""What the finding does not name stands back beside what it names."""


def mark_colour(chart: Chart, series: Series, place: int) -> str:
    """The colour of a mark: strong where the finding names it or nothing is named, another beyond a stated line."""
    if chart.over_from is not None and place >= chart.over_from:
        return theme.colour("over_line", "light")
    if chart.emphasised and place not in chart.emphasised and len(chart.series) == 1 and series.meaning in ("demand", "supply"):
        return theme.amounts("light", series.meaning)[PALE_STEP]
    return theme.colour(series.meaning, "light")
