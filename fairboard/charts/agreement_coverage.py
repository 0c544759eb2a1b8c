"""For each region the parts of its attendance: under agreement, without one, and unknown."""

from collections.abc import Sequence

from fairboard.charts.ranking import room_for
from fairboard.charts.theme import Figure, Mode, colour, layout


def coverage_chart(
    labels: Sequence[str],
    parts: Sequence[tuple[float, float, float] | None],
    texts: Sequence[str],
    codes: Sequence[str],
    part_names: tuple[str, str, str],
    *,
    mode: Mode,
    chosen: Sequence[str] = (),
) -> Figure:
    """A bar of full length for each label, from the top, in three ``parts`` that add up to 1; ``None`` leaves the line empty.

    ``texts`` stand at the end of each bar: what the first part is. Chosen lines keep their full colour, the others step back.
    """
    hues = (colour("supply", mode), colour("rest", mode), colour("no_data", mode))
    faint = [0.45 if chosen and code not in chosen else 1 for code in codes]
    traces = []
    for number, (name, hue) in enumerate(zip(part_names, hues, strict=True)):
        traces.append({
            "type": "bar", "orientation": "h", "name": name,
            "x": [part[number] if part else None for part in parts],
            "y": list(range(len(labels))),
            "customdata": list(codes),
            "hovertext": [f"{label}<br>{name}: {part[number]:.1%}" if part else "" for label, part in zip(labels, parts, strict=True)],
            "hoverinfo": "text",
            "marker": {"color": hue, "opacity": faint, "pattern": {"shape": "/" if number == 2 else "", "fgcolor": colour("ink_muted", mode), "size": 6}},
        })
    notes = [
        {"x": 1, "xref": "paper", "xshift": 6, "y": number, "text": text, "showarrow": False, "xanchor": "left", "font": {"color": colour("ink", mode), "size": 13}}
        for number, text in enumerate(texts)
    ]
    return {
        "data": traces,
        "layout": layout(
            mode,
            barmode="stack",
            hovermode="closest",
            annotations=notes,
            margin={"r": room_for(texts), "t": 34},
            showlegend=True,
            legend={"orientation": "h", "x": 0, "y": 1.01, "yanchor": "bottom", "font": {"size": 12}, "itemclick": False, "itemdoubleclick": False, "traceorder": "normal"},
            xaxis={"range": [0, 1], "showticklabels": False},
            yaxis={"tickvals": list(range(len(labels))), "ticktext": list(labels), "range": [len(labels) - 0.4, -0.6], "ticks": "", "ticklabelstandoff": 6,
                   "tickfont": {"color": colour("ink", mode), "size": 13}},
        ),
    }
