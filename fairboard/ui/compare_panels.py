"""Why the openings of the two sides differ: the parts of the change, then sector by sector and region by region."""

from typing import Any

from fairboard.analysis import comparability, formatting, metrics
from fairboard.analysis.comparability import LEAST_OPENINGS
from fairboard.analysis.runner import Answer
from fairboard.analysis.sides import SIDES
from fairboard.charts import slope, waterfall
from fairboard.charts.labels import wrapped
from fairboard.ui import compare_lists, compare_people, compare_wages
from fairboard.ui.board import Marks, Panel, alt_of
from fairboard.ui.compare_view import CompareView

PARTS = ("volume_change", "sector_mix_change", "region_mix_change", "new_openings", "lost_openings")
ONE_SIDED = {"new_openings": "Employers on B only", "lost_openings": "Employers on A only"}
"""What new and lost are called between two regions, which do not follow one another."""
LABEL_LETTERS = 26
ROW_PX, LEAST_PX = 25, 380


def panels(view: CompareView) -> list[Panel]:
    """Every panel of the comparison; none where it is refused."""
    if view.refusal:
        return []
    people = compare_people.panels(view)
    if not view.has_postings:
        return people
    change = view.run("change")
    return [
        change_parts(view, change),
        compare_lists.counts(view),
        breakdown(view, change, "sector", "sector_codes"),
        *([breakdown(view, change, "region", "region_codes")] if view.sides.kind != "region" else []),
        *compare_wages.panels(view),
        *people,
        *compare_lists.lists(view),
    ]


def change_parts(view: CompareView, change: Answer) -> Panel:
    """From the openings of A to those of B, part by part."""
    context = view.context
    answer = change.where(lambda row: row["breakdown"] == "all")
    title = context.text("Why the openings differ")
    subtitle = context.text("Openings of A, the parts of the change, openings of B; every part is defined under “How the change is split”")
    if answer.is_empty:
        return Panel("change", title, subtitle, answer, None, title)
    row = answer.rows()[0]
    parts = [part for part in PARTS if part != "region_mix_change" or view.sides.kind != "region"]
    changes = [row["openings_a"], *((-row[part] if part == "lost_openings" else row[part]) for part in parts)]
    names = [view.name("a"), *(part_label(view, part) for part in parts), view.name("b")]
    texts = [formatting.exact(changes[0]), *(signed(change) for change in changes[1:]), formatting.exact(row["openings_b"])]
    labels = [wrapped(name, LABEL_LETTERS) for name in names]
    hover = [f"{name}: {text}" for name, text in zip(names, texts, strict=True)]
    figure = waterfall.waterfall_chart(labels, changes, texts, hover, mode=context.mode)
    title = context.text("{openings} openings from A to B: {matched} of it from employers on both sides", openings=signed(row["openings_change"]),
                         matched=signed(row["matched_openings_b"] - row["matched_openings_a"]))
    return Panel("change", title, subtitle, answer, figure, alt_of(context, title, list(zip(names, texts, strict=True))), height=LEAST_PX,
                 hidden_columns=("breakdown",), marks=Marks(point_columns=("openings_a", *parts, "openings_b")), filters=view.selections)


def breakdown(view: CompareView, change: Answer, name: str, pick: str) -> Panel:
    """The slopes by sector or by region, for all employers or those on both sides."""
    context = view.context
    answer = change.where(lambda row: row["breakdown"] == name)
    rows = answer.rows()
    pairs = [_pair(view, row) for row in rows]
    totals = [sum(pair[side] for pair in pairs) for side in (0, 1)]
    values = [[_measured(view, pair[side], totals[side]) for pair in pairs] for side in (0, 1)]
    texts = [[_written(view, value) for value in side] for side in values]
    small = [min(pair) < LEAST_OPENINGS for pair in pairs]
    height = max(LEAST_PX, ROW_PX * len(rows) + 70)
    labels = [context.label(row) for row in rows]
    ends = [_end(view, *item) for item in zip(*values, strict=True)]
    figure = slope.slope_chart(labels, *values, texts[0], ends, [row["value_code"] for row in rows], [_hover(view, row, pair) for row, pair in zip(rows, pairs, strict=True)],
                               heads=(view.mark("a"), view.mark("b")), height=height, mode=context.mode, chosen=getattr(context.filters, pick), is_small=small)
    title = _title(view, name, rows, pairs)
    who = context.text("all employers") if view.who == "all" else context.text("only employers on both sides")
    unit = context.text("Openings") if view.unit == "openings" else context.text("Share of the openings of each side")
    subtitle = context.text("{unit}, {who}; dotted: fewer than {count} openings on a side", unit=unit, who=who, count=LEAST_OPENINGS)
    grew = sorted(zip(labels, pairs, strict=True), key=lambda item: item[1][0] - item[1][1])
    alt = alt_of(context, title, [(label, f"{formatting.exact(pair[0])} → {formatting.exact(pair[1])}") for label, pair in grew])
    return Panel(name, title, subtitle, answer, figure, alt, pick=pick if name == "sector" else None, code_column="value_code" if name == "sector" else None,
                 value=f"{_prefix(view)}_a", height=height, hidden_columns=("breakdown",), filters=view.selections,
                 marks=Marks("value_code", point_columns=tuple(f"{_prefix(view)}_{side}" for side in SIDES)))


def part_label(view: CompareView, part: str) -> str:
    """The name of a part of the change."""
    label = metrics.metric(part).label if view.is_over_time else ONE_SIDED.get(part, metrics.metric(part).label)
    return view.context.text(label)


def signed(value: float) -> str:
    """A change with its sign: +86, −4,513, ±0."""
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return f"{sign}{formatting.exact(abs(value))}"


def _pair(view: CompareView, row: dict[str, Any]) -> tuple[int, int]:
    return tuple(row[f"{_prefix(view)}_{side}"] for side in SIDES)


def _prefix(view: CompareView) -> str:
    """The columns of the employers that the slopes show, without the side."""
    return "openings" if view.who == "all" else "matched_openings"


def _measured(view: CompareView, value: int, total: int) -> float:
    return value if view.unit == "openings" else value / total if total else 0


def _written(view: CompareView, value: float) -> str:
    return formatting.exact(value) if view.unit == "openings" else formatting.share(value)


def _end(view: CompareView, left: float, right: float) -> str:
    """The amount on the right with its change."""
    if view.unit == "openings":
        return f"{formatting.exact(right)} ({signed(right - left)})"
    points = formatting.rounded((right - left) * 100, 1)
    sign = "+" if points > 0 else "−" if points < 0 else "±"
    return f"{formatting.share(right)} ({sign}{abs(points)})"


def _hover(view: CompareView, row: dict[str, Any], pair: tuple[int, int]) -> str:
    context = view.context
    ratio = comparability.ratio_text(*pair)
    first = context.text("{name}: {a} → {b} openings ({change})", name=context.label(row), a=formatting.exact(pair[0]), b=formatting.exact(pair[1]),
                         change=f"{signed(pair[1] - pair[0])}{f', {ratio}' if ratio else ''}")
    parts = [f"{part_label(view, part)} {signed(-row[part] if part == 'lost_openings' else row[part])}" for part in PARTS]
    return f"{first}<br>{'<br>'.join(parts)}"


def _title(view: CompareView, name: str, rows: list[dict[str, Any]], pairs: list[tuple[int, int]]) -> str:
    """Which one grew most, as a finding."""
    context = view.context
    changes = [(pair[1] - pair[0], context.label(row)) for row, pair in zip(rows, pairs, strict=True) if row["value_code"] not in ("unclassified", "unknown", "elsewhere")]
    most = max(changes, default=(0, ""))
    if most[0] > 0:
        finding = "{name} grew most: {change} openings" if view.is_over_time else "{name}: the largest lead of B, {change} openings"
        return context.text(finding, name=most[1], change=signed(most[0]))
    return context.text("By sector, from A to B") if name == "sector" else context.text("By region, from A to B")
