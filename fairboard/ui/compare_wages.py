"""The wages of the two sides over one another, and how far their quartiles lie apart."""

from typing import Any

from fairboard.analysis import comparability, formatting
from fairboard.charts import dumbbell, overlaid_shares
from fairboard.ui.board import Marks, Panel, alt_of
from fairboard.ui.compare_view import CompareView

BAND_YUAN, LAST_BAND_YUAN = 1_000, 30_000
HEIGHT = 360
TICK_YUAN = 2_000


def panels(view: CompareView) -> list[Panel]:
    """The distributions, then the quartiles."""
    return [_bands(view), _quartiles(view)]


def _bands(view: CompareView) -> Panel:
    context = view.context
    answer = view.run("wage_bands")
    rows = answer.rows()
    medians = tuple(view.headline[side].get("wage_median_yuan") for side in ("a", "b"))
    texts = tuple("" if median is None else context.text("{side}: median {yuan}", side=view.mark(side), yuan=formatting.exact(median))
                  for side, median in zip(("a", "b"), medians, strict=True))
    ticks = {yuan: formatting.short(yuan, context.language) for yuan in range(5 * BAND_YUAN, LAST_BAND_YUAN + 1, 5 * BAND_YUAN)}
    hover = [[_band_text(view, row, side) for row in rows] for side in ("a", "b")]
    figure = overlaid_shares.overlaid_shares_chart(
        [row["band_start_yuan"] for row in rows], [row["openings_share_a"] for row in rows], [row["openings_share_b"] for row in rows], *hover,
        width=BAND_YUAN, names=view.names, middles=medians, middle_texts=texts, tick_texts=ticks, mode=context.mode)
    title = context.text("What the two sides pay")
    subtitle = context.text("Share of the openings with a wage (floor), bands of 1,000 yuan; the last band holds all above 30,000")
    return Panel("wages", title, subtitle, answer, figure, alt_of(context, title, [(text, "") for text in texts if text]), height=HEIGHT,
                 marks=Marks("band_start_yuan", columns=("openings_a", "openings_b")), filters=view.selections)


def _band_text(view: CompareView, row: dict[str, Any], side: str) -> str:
    context = view.context
    start = row["band_start_yuan"]
    band = context.text("{start}–{end} yuan: {count} openings" if start < LAST_BAND_YUAN else "over {start} yuan: {count} openings",
                     start=formatting.exact(start), end=formatting.exact(start + BAND_YUAN), count=formatting.exact(row[f"openings_{side}"]))
    return f"{view.mark(side)} · {band} ({formatting.share(row[f'openings_share_{side}'])})"


def _quartiles(view: CompareView) -> Panel:
    context = view.context
    answer = view.run("quartiles")
    rows = answer.rows()
    texts = [_difference(view, row) for row in rows]
    labels = [context.label(row) for row in rows]
    hover = [f"{label}: {formatting.exact(row['wage_a_yuan'])} → {formatting.exact(row['wage_b_yuan'])} ({text})" for label, row, text in zip(labels, rows, texts, strict=True)]
    figure = dumbbell.dumbbell_chart(
        labels, [row["wage_a_yuan"] for row in rows], [row["wage_b_yuan"] for row in rows], texts, [row["quartile_code"] for row in rows], hover,
        names=(view.mark("a"), view.mark("b")), mode=context.mode, least_rows=5, is_from_zero=False,
        tick_texts={yuan: formatting.short(yuan, context.language) for yuan in range(0, 1 + max((_most(row) for row in rows), default=0), TICK_YUAN)})
    title = context.text("How far the quartiles lie apart")
    note = comparability.small_base("wage_median_yuan", view.headline, context.language)
    subtitle = context.text("Monthly wage in yuan (floor), by openings; at the right B − A") + (f" · {note}" if note else "")
    return Panel("quartiles", title, subtitle, answer, figure, alt_of(context, title, list(zip(labels, texts, strict=True))), height=HEIGHT,
                 marks=Marks("quartile_code", columns=(None, "wage_a_yuan", "wage_b_yuan")), filters=view.selections)


def _most(row: dict[str, Any]) -> int:
    return max(row["wage_a_yuan"] or 0, row["wage_b_yuan"] or 0)


def _difference(view: CompareView, row: dict[str, Any]) -> str:
    if row["wage_difference_yuan"] is None:
        return view.context.text("one side only")
    return view.context.text("{change} yuan", change=comparability.difference_text(row["wage_a_yuan"], row["wage_b_yuan"], "wage_median_yuan", view.context.language))
