"""The course over time: one mark a fair or a period, with gaps left as gaps."""

from collections.abc import Sequence
from datetime import date, timedelta

from fairboard.charts.axes import count_axis, day_axis, narrow
from fairboard.charts.labels import width_of
from fairboard.charts.theme import Figure, Mode, colour, layout, series
from fairboard.locale import Language


def lollipop_chart(
    days: Sequence[date],
    values: Sequence[float],
    texts: Sequence[str],
    codes: Sequence[int | str],
    *,
    mode: Mode,
    language: Language,
    meaning: str = "demand",
    emphasised: Sequence[int | str] = (),
    notes: dict[int | str, str] | None = None,
) -> Figure:
    """A stem and a dot for each event on its day. ``notes`` are written beside their dots; with ``emphasised`` codes the others step back."""
    hues = [colour("over_line" if code in emphasised else "rest" if emphasised else meaning, mode) for code in codes]
    xs = [day.isoformat() for day in days]
    stems = {
        "type": "bar", "x": xs, "y": list(values), "width": 2 * 86_400_000, "hoverinfo": "skip",
        "customdata": list(codes), "marker": {"color": hues, "opacity": 0.55},
    }
    dots = {
        "type": "scatter", "mode": "markers", "x": xs, "y": list(values), "customdata": list(codes),
        "hovertext": list(texts), "hoverinfo": "text", "marker": {"color": hues, "size": 9},
    }
    written = notes or {}
    labels = [
        {"x": x, "y": value, "text": written[code], "showarrow": False, "yshift": 14, "xanchor": _anchor(day, days),
         "font": {"size": 12, "color": colour("ink", mode)}}
        for day, x, value, code in zip(days, xs, values, codes, strict=True) if code in written
    ]
    top = max(values, default=0) or 1
    return {
        "data": [stems, dots],
        "layout": layout(
            mode, annotations=labels, hovermode="closest",
            xaxis=day_axis(language) | {"range": _padded(days)},
            yaxis=count_axis(top, language),
        ),
    }


def _anchor(day: date, days: Sequence[date]) -> str:
    """The side of a note that lies at its day, so that it reaches into the chart: in the middle third it is centred."""
    first, last = min(days), max(days)
    part = (day - first) / (last - first) if last > first else 0.5
    return "left" if part < 1 / 3 else "right" if part > 2 / 3 else "center"


def _padded(days: Sequence[date]) -> list[str]:
    """The span of ``days`` with a margin at both ends, four weeks at least."""
    first, last = min(days, default=date(2023, 1, 1)), max(days, default=date(2023, 12, 31))
    margin = max(timedelta(weeks=4), (last - first) / 30)
    return [(first - margin).isoformat(), (last + margin).isoformat()]


def lines_chart(
    periods: Sequence[str],
    lines: dict[str, Sequence[float | None]],
    *,
    mode: Mode,
    language: Language,
) -> Figure:
    """A line for each name in ``lines`` over the same periods, its name written at its end; ``None`` leaves a gap."""
    traces, labels = [], []
    for number, (name, values) in enumerate(lines.items()):
        hue = series(mode)[number % len(series(mode))]
        traces.append({
            "type": "scatter", "mode": "lines+markers", "x": list(periods), "y": list(values), "name": name, "connectgaps": False,
            "line": {"color": hue, "width": 2.5}, "marker": {"size": 7},
            "hovertemplate": f"{name}<br>%{{x}}: %{{y:,d}}<extra></extra>",
        })
        last = next((position for position in range(len(values) - 1, -1, -1) if values[position] is not None), None)
        if last is not None:
            labels.append({"x": periods[last], "y": values[last], "text": name, "showarrow": False, "xanchor": "left", "xshift": 8, "align": "left",
                           "font": {"color": hue, "size": 13}})
    longest = max((width_of(line) for name in lines for line in name.split("<br>")), default=0)
    top = max((value for values in lines.values() for value in values if value is not None), default=0) or 1
    return {
        "data": traces,
        "layout": layout(
            mode, annotations=_apart(labels, top), margin={"r": 16 + 8 * longest},
            xaxis={"type": "category", "range": [-0.3, len(periods) - 0.7], "tickangle": 0},
            yaxis=count_axis(top, language, room=1.05),
            meta=narrow(xaxis={"range": [-0.6, len(periods) - 0.7], "tickfont": {"color": colour("ink_muted", mode), "size": 10}}),
        ),
    }


def _apart(labels: list[dict], top: float) -> list[dict]:
    """Labels moved up until none lies on another: a line of text takes a fourteenth of the axis, which ends at ``top``."""
    ordered = sorted(labels, key=lambda label: label["y"])
    for below, above in zip(ordered, ordered[1:], strict=False):
        lines = 2 + below["text"].count("<br>") + above["text"].count("<br>")
        above["y"] = max(above["y"], below["y"] + top / 14 * lines / 2)
    return ordered
