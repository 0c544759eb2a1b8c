"""Shares as horizontal bars against a share of the whole; a share of very few is hatched."""

from collections.abc import Sequence
from typing import Any

from fairboard.charts.ranking import ranking_chart
from fairboard.charts.theme import Figure, Mode, colour


def share_ranking_chart(
    labels: Sequence[str],
    shares: Sequence[float | None],
    texts: Sequence[str],
    codes: Sequence[str],
    is_small: Sequence[bool],
    *,
    mode: Mode,
    whole: float | None,
    whole_text: str,
    chosen: Sequence[str] = (),
    hover: Sequence[str] | None = None,
) -> Figure:
    """A bar for each share (0 to 1) in the order given; where ``is_small`` the bar is hatched. A line stands at ``whole``, if there is one."""
    figure = ranking_chart(labels, shares, texts, codes, mode=mode, meaning="over_line", chosen=chosen, hover=hover)
    bars, layout = figure["data"][0], figure["layout"]
    bars["text"] = [""] * len(texts)
    bars["marker"]["pattern"] = {"shape": ["/" if small else "" for small in is_small], "fillmode": "replace", "size": 6}
    largest = max([share for share in shares if share is not None] + [whole or 0]) or 1
    layout["xaxis"] = layout["xaxis"] | {"range": [0, largest]}
    layout["annotations"] = [_written(number, share, text, mode) for number, (share, text) in enumerate(zip(shares, texts, strict=True))]
    if whole is not None:
        layout["margin"] = layout["margin"] | {"t": 30}
        layout["shapes"] = [{"type": "line", "x0": whole, "x1": whole, "y0": 0, "y1": 1, "yref": "paper",
                             "line": {"color": colour("ink_muted", mode), "width": 1.5, "dash": "dot"}, "layer": "below"}]
        layout["annotations"].append({"x": whole, "y": 1, "yref": "paper", "yanchor": "bottom", "xanchor": "left", "xshift": -12, "text": whole_text,
                                      "showarrow": False, "font": {"color": colour("ink_muted", mode), "size": 13}})
    return figure


def _written(row: int, share: float | None, text: str, mode: Mode) -> dict[str, Any]:
    """A text at the end of its bar, on a ground of its own, so that the line does not strike it through."""
    return {"x": share or 0, "y": row, "xanchor": "left", "xshift": 3, "text": text, "showarrow": False, "borderpad": 0,
            "bgcolor": colour("ground", mode), "font": {"color": colour("ink" if share is not None else "ink_muted", mode), "size": 14}}
