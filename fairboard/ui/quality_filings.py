"""Who filed for which fair, when, and what a new filing changed."""

from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from fairboard.analysis import formatting
from fairboard.charts.labels import plain, shortened
from fairboard.charts.status_matrix import status_matrix_chart
from fairboard.ui import panels
from fairboard.ui.board import Panel, alt_of
from fairboard.ui.context import Context

BEIJING = timezone(timedelta(hours=8))
SIGNS = {"in_time": "✓", "late": "△", "missing": "✗", "awaited": "…"}
MOST_CHANGES = 200
SHORT_SIGN = 2
NAME_WIDTH, NARROW_NAME_WIDTH = 30, 12
ROW_HEIGHT_PX, HEAD_HEIGHT_PX = 40, 90


def today() -> Any:
    """The day in Beijing, by which a filing is in time or late."""
    return datetime.now(UTC).astimezone(BEIJING).date()


def matrix(context: Context, table_kind: str | None, most_fairs: int) -> Panel:
    """The 15 offices by the latest recorded fairs: a sign and a colour for what became of each filing."""
    answer = context.run("quality/filings", today=today(), table_kind=table_kind, most_fairs=most_fairs)
    by_fair: dict[int, list[dict[str, Any]]] = {}
    for row in answer.rows():
        by_fair.setdefault(int(row["fair_id"]), []).append(row)
    lines = list(by_fair.values())
    offices = [panels.over_column(context, _named(context, "office_label", row)) for row in lines[0]] if lines else []
    figure = status_matrix_chart(
        [_fair_name(context, line, NAME_WIDTH) for line in lines],
        offices,
        [[row["state_code"] for row in line] for line in lines],
        [[_sign(row) for row in line] for line in lines],
        [[_hover(context, row) for row in line] for line in lines],
        list(by_fair),
        mode=context.mode,
        narrow_rows=[_fair_name(context, line, NARROW_NAME_WIDTH) for line in lines],
    )
    states = Counter(row["state_code"] for row in answer.rows())
    title = _finding(context, states)
    subtitle = context.text(
        "✓ filed in time · △n filed n days late · ✗ not filed · … not due yet · ↻n replaced n times; click a row for the fair"
    )
    if unnamed := sum(1 for row in context.run("quality/batches").rows() if row["office_label_en"] is None):
        subtitle += context.text(" · files that name no office and stand nowhere here: {count}", count=unnamed)
    missing = Counter(_named(context, "office_label", row) for row in answer.rows() if row["state_code"] == "missing")
    alt = alt_of(context, title, [(name, f"✗ {count}") for name, count in missing.most_common()])
    return Panel("filings", title, subtitle, answer, figure, alt, pick="fair_ids", code_column="fair_id", width="full",
                 height=HEAD_HEIGHT_PX + ROW_HEIGHT_PX * max(len(lines), 2))  # fmt: skip


def change_counts(context: Context) -> Panel:
    """How much each new filing changed."""
    answer = context.run("quality/filing_change_counts")
    title = context.text("What new filings changed")
    subtitle = context.text("Postings of each new filing against the one it replaced; the same employer and job title are the same posting")
    return Panel("change_counts", title, subtitle, answer, None, title, width="full")


def changes(context: Context) -> Panel:
    """The postings that new filings added, removed or changed."""
    answer = context.run("quality/filing_changes")
    count = answer.row_count
    title = context.text("Changed postings")
    subtitle = context.text("Wage, headcount, place and education before and after")
    if count > MOST_CHANGES:
        subtitle += first_of(context, MOST_CHANGES, count)
    return Panel("changes", title, subtitle, answer.first(MOST_CHANGES), None, title, width="full")


def first_of(context: Context, shown: int, count: int) -> str:
    """What a subtitle says where a table shows only the first rows."""
    return context.text(" · the first {shown} of {count}; the files hold all", shown=shown, count=formatting.exact(count))


def _finding(context: Context, states: Counter) -> str:
    due = states["in_time"] + states["late"] + states["missing"]
    if states["missing"]:
        text = "{missing} of {due} filings are missing, {late} came late"
        return context.text(text, missing=states["missing"], due=due, late=states["late"])
    if states["late"]:
        return context.text("All {due} filings that were due are there, {late} of them late", due=due, late=states["late"])
    return (
        context.text("All {due} filings that were due came in time", due=due)
        if due
        else context.text("Which offices filed for which fairs")
    )


def _fair_name(context: Context, line: list[dict[str, Any]], width: int) -> str:
    filed = sum(1 for row in line if row["state_code"] in ("in_time", "late"))
    name = shortened(_named(context, "fair_label", line[0]), width)
    return f"{name}<br>{line[0]['starts_on']:{'%Y-%m-%d' if width == NAME_WIDTH else '%m-%d'}} · {filed}/{len(line)}"


def _sign(row: dict[str, Any]) -> str:
    sign = SIGNS[row["state_code"]]
    if row["days_late"] is not None:
        sign += formatting.exact(row["days_late"])
    between = "<br>" if len(sign) > SHORT_SIGN else " "
    return f"{sign}{between}↻{int(row['replaced_count'])}" if row["replaced_count"] else sign


def _hover(context: Context, row: dict[str, Any]) -> str:
    parts = [f"{_named(context, 'office_label', row)}: {_named(context, 'state_label', row)}", _named(context, "fair_label", row)]
    parts.append(context.text("due by {day}", day=formatting.day(row["due_on"], context.language)))
    if row["filed_on"] is not None:
        parts.append(
            context.text(
                "filed on {day}, file no. {number}", day=formatting.day(row["filed_on"], context.language), number=int(row["batch_number"])
            )
        )
    if row["replaced_count"]:
        parts.append(context.text("replaced {count} times", count=int(row["replaced_count"])))
    return "<br>".join(parts)


def _named(context: Context, name: str, row: dict[str, Any]) -> str:
    return plain(row[f"{name}_{context.language}"])
