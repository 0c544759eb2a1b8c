"""Who came on the two sides: universities new and lost, degrees and disciplines."""

from typing import Any

from fairboard.analysis import comparability, formatting
from fairboard.analysis.runner import Answer
from fairboard.charts import dumbbell
from fairboard.charts.labels import shortened
from fairboard.ui.board import Marks, Panel, alt_of
from fairboard.ui.compare_view import CompareView

MOST_SHOWN = 20
LABEL_LETTERS = 40
ROW_PX, LEAST_PX = 27, 320
TITLES = {"university": "Universities: {new} new, {lost} lost, {both} on both sides", "discipline": "What they studied", "degree": "Which degree they have or study for"}
PICKS = {"university": "university_codes"}


def panels(view: CompareView) -> list[Panel]:
    """The universities of both sides and what they studied; nothing where the sides count people in different units."""
    if comparability.metric_refusal("on_site_people", view.sides, view.context.filters, view.headline, view.context.language):
        return []
    answer = view.run("people")
    shown = ("discipline", "degree") if view.sides.kind == "univ" else ("university", "discipline")
    return [_breakdown(view, answer, name) for name in shown]


def _breakdown(view: CompareView, whole: Answer, name: str) -> Panel:
    context = view.context
    answer = whole.where(lambda row: row["breakdown"] == name)
    every = answer.rows()
    rows = every[:MOST_SHOWN]
    labels = [context.label(row) for row in rows]
    texts = [_text(view, row) for row in rows]
    hover = [context.text("{name}: {a} → {b} people", name=label, a=formatting.exact(row["people_a"]), b=formatting.exact(row["people_b"])) + f" ({text})"
             for label, row, text in zip(labels, rows, texts, strict=True)]
    pick = PICKS.get(name)
    figure = dumbbell.dumbbell_chart(
        [shortened(label, LABEL_LETTERS) for label in labels], [row["people_a"] for row in rows], [row["people_b"] for row in rows], texts,
        [row["value_code"] for row in rows], hover, names=(view.mark("a"), view.mark("b")), mode=context.mode, least_rows=6,
        chosen=getattr(context.filters, pick) if pick else ())
    counts = {status: sum(row["status_code"] == status for row in every) for status in ("new", "lost", "both")}
    titles = TITLES if view.is_over_time else TITLES | {"university": "Universities: {new} on B only, {lost} on A only, {both} on both sides"}
    title = context.text(titles[name], **(counts if name == "university" else {}))
    subtitle = context.text("People counted on site; at the right B − A")
    if len(every) > MOST_SHOWN:
        subtitle = context.text("People counted on site, the first {shown} of {count}; at the right B − A", shown=MOST_SHOWN, count=len(every))
    hidden = ("breakdown",) if name == "university" else ("breakdown", f"status_label_{context.language}")
    return Panel(name, title, subtitle, answer, figure, alt_of(context, title, list(zip(labels, texts, strict=True))), pick=pick,
                 code_column="value_code" if pick else None, height=_height(rows), hidden_columns=hidden,
                 marks=Marks("value_code", columns=(None, "people_a", "people_b")), filters=view.selections)


def _height(rows: list[dict[str, Any]]) -> int:
    return max(LEAST_PX, 70 + ROW_PX * len(rows))


def _text(view: CompareView, row: dict[str, Any]) -> str:
    """The difference, and the word new or lost where one side has nobody."""
    change = comparability.difference_text(row["people_a"], row["people_b"], "on_site_people", view.context.language)
    if row["status_code"] == "both":
        return change
    word = row[f"status_label_{view.context.language}"] if view.is_over_time else view.context.text("B only" if row["status_code"] == "new" else "A only")
    return f"{change} {word}"
