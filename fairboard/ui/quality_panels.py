"""What the page Data quality shows of the files, of what was left out of them, and of values that look wrong."""

from typing import Any

from fairboard.analysis import columns, formatting
from fairboard.analysis.runner import Answer
from fairboard.charts import heatmap, ranking
from fairboard.charts.labels import shortened, wrapped
from fairboard.importing.kinds import label_of
from fairboard.ui.board import Origin, Panel, Tile, alt_of
from fairboard.ui.context import Context
from fairboard.ui.quality_filings import first_of, today

MOST_ROWS = 200
MOST_FILES = 30
MOST_REASONS, FEWEST_BARS = 12, 8
"""Reasons shown at most, and bars for which there is always room, so that two of them are not drawn as thick beams."""
NAME_WIDTH, LABEL_WIDTH = 34, 11
SHARES = (
    "wage_share",
    "place_share",
    "headcount_share",
    "education_share",
    "sector_share",
    "major_share",
    "university_share",
    "degree_share",
)


def tiles(context: Context) -> list[Tile]:
    """How much came in, how much of it is missing, and how much looks wrong."""
    answer, rules = context.run("quality/summary"), context.run("quality/flag_rules", today=today())
    row = answer.rows()[0]
    flags = sum(rule["flag_count"] for rule in rules.rows())
    origins = {name: Origin(answer, name, (row,)) for name in ("files", "rows_rejected", "cells_unparsed")}
    left_out = row["rows_rejected"] / row["rows_read"] if row["rows_read"] else None
    return [
        _tile(context, "files", "Files in use", row["files"], origins["files"], "Imported files whose records are in the numbers.",
              context.text("{count} more were replaced or undone", count=formatting.exact(row["files_ended"]))),
        _tile(context, "rows_rejected", "Rows left out of the records", row["rows_rejected"], origins["rows_rejected"], "Rows that could not be a record.",
              context.text("{share} of {count} rows read", share=formatting.share(left_out), count=formatting.exact(row["rows_read"]))),
        _tile(context, "cells_unparsed", "Cells not understood", row["cells_unparsed"], origins["cells_unparsed"], "Cells whose text is kept, but gives no value.", ""),
        _tile(context, "flags", "Values that look wrong", flags, Origin(rules, "flag_count", tuple(rules.rows())),
              "Values that one of the rules on this page catches. They may be right.", ""),
    ]  # fmt: skip


def of_files(context: Context) -> list[Panel]:
    """The files, how much of each was understood, and the titles without a sector."""
    return [batches(context), coverage(context), unclassified(context)]


def of_left_out(context: Context) -> list[Panel]:
    """Reasons, texts that were not understood, and the rows themselves."""
    return [reasons(context), unparsed(context), rejected_rows(context)]


def of_flags(context: Context) -> list[Panel]:
    """The rules with what they catch, and the values."""
    return [flag_rules(context), flags(context)]


def batches(context: Context) -> Panel:
    """Every file with its history."""
    title = context.text("Imported files and what became of them")
    subtitle = context.text("Rows read are the rows loaded, rejected and repeated together")
    return Panel("batches", title, subtitle, context.run("quality/batches"), None, title, width="full")


def coverage(context: Context) -> Panel:
    """A cell for each file and field: the share of its records that say something which was understood."""
    answer = context.run("quality/coverage")
    shown = answer.first(MOST_FILES)
    rows = shown.rows()
    fields = [name for name in SHARES if any(row[name] is not None for row in rows)]
    names = [shortened(f"{row['batch_number']} {row['file_name']}", NAME_WIDTH) for row in rows]
    labels = [columns.label(name, context.language) for name in fields]
    heads = [wrapped(label, LABEL_WIDTH) for label in labels]
    texts = [[formatting.share(row[name], 0) if row[name] is not None else "" for name in fields] for row in rows]
    hover = [
        [f"{row['file_name']}<br>{label}: {text}" for label, text in zip(labels, line, strict=True)]
        for row, line in zip(rows, texts, strict=True)
    ]
    codes = [str(row["batch_number"]) for row in rows]
    figure = heatmap.heatmap_chart(
        names, heads, [[row[name] for name in fields] for row in rows], texts, hover, codes, mode=context.mode, meaning="supply"
    )
    title, weakest = context.text("How much of each file was understood"), _weakest(answer.rows(), fields)
    if weakest:
        title = context.text(
            "Weakest field: {field}, {share}", field=columns.label(weakest[0], context.language), share=formatting.share(weakest[1])
        )
    subtitle = context.text("Share of the postings or people of each file; blank where the kind of table has no such field")
    if answer.row_count > MOST_FILES:
        subtitle += first_of(context, MOST_FILES, answer.row_count)
    pairs = [
        (f"{row['file_name']} {label}", text)
        for row, line in zip(rows, texts, strict=True)
        for label, text in zip(labels, line, strict=True)
        if text
    ]
    return Panel(
        "coverage", title, subtitle, shown, figure, alt_of(context, title, pairs), width="full", height=110 + 30 * max(len(rows), 2)
    )


def unclassified(context: Context) -> Panel:
    """The commonest titles without a sector."""
    answer = context.run("quality/unclassified_titles")
    share = context.run("methods/classification").rows()[0]["unclassified_share"]
    title = context.text("Job titles that no rule gives a sector")
    if share is not None:
        title = context.text("{share} of the postings have no sector", share=formatting.share(share))
    subtitle = context.text("The commonest of their job titles; a rule in data/reference/sector_rules.csv gives them one")
    return Panel("unclassified", title, subtitle, answer.first(MOST_ROWS), None, title, width="full")


def reasons(context: Context) -> Panel:
    """Rows left out by reason."""
    answer = context.run("quality/rejections")
    rows = answer.rows()[:MOST_REASONS]
    labels = [
        shortened(context.text("{reason} ({column})", reason=context.text(row["reason"]), column=row["column_name"]), 44) for row in rows
    ]
    texts = [formatting.exact(row["row_count"]) for row in rows]
    figure = ranking.ranking_chart(
        labels, [row["row_count"] for row in rows], texts, list(range(len(rows))), mode=context.mode, meaning="over_line"
    )
    figure["layout"]["yaxis"]["range"] = [max(len(rows), FEWEST_BARS) - 0.4, -0.6]
    title = context.text("Why rows were left out")
    if rows:
        title = context.text("Rows left out, most of them for: {reason}", reason=context.text(rows[0]["reason"]))
    subtitle = context.text("Rows by reason and heading of the column at fault")
    height = 60 + 34 * max(len(rows), FEWEST_BARS)
    return Panel(
        "reasons",
        title,
        subtitle,
        _in_words(context, answer),
        figure,
        alt_of(context, title, list(zip(labels, texts, strict=True))),
        height=height,
    )


def unparsed(context: Context) -> Panel:
    """Texts that were not understood."""
    answer = context.run("quality/unparsed")
    cells = int(answer.frame["cell_count"].sum()) if answer.row_count else 0
    title = context.text("Texts that were not understood")
    subtitle = context.text("{cells} cells with {count} different texts; the rows are records, only this value is missing",
                            cells=formatting.exact(cells), count=formatting.exact(answer.row_count))  # fmt: skip
    if answer.row_count > MOST_ROWS:
        subtitle += first_of(context, MOST_ROWS, answer.row_count)
    return Panel("unparsed", title, subtitle, _in_words(context, answer.first(MOST_ROWS)), None, title)


def rejected_rows(context: Context) -> Panel:
    """The rows that were left out, as far as a page can show them; the files hold all."""
    answer = context.run("quality/rejected_rows")
    title = context.text("The rows that were left out")
    subtitle = context.text("Row numbers as in the sender's file")
    if answer.row_count > MOST_ROWS:
        subtitle += first_of(context, MOST_ROWS, answer.row_count)
    return Panel("rejected_rows", title, subtitle, _in_words(context, answer.first(MOST_ROWS)), None, title, width="full")


def flag_rules(context: Context) -> Panel:
    """What makes a value look wrong, and how often each rule catches one."""
    answer = context.run("quality/flag_rules", today=today())
    count = sum(row["flag_count"] for row in answer.rows())
    title = context.text("{count} values look wrong" if count else "No value looks wrong by these rules", count=formatting.exact(count))
    subtitle = context.text("The rules, and how many values each catches among the records shown")
    return Panel("flag_rules", title, subtitle, answer, None, title, width="full")


def flags(context: Context) -> Panel:
    """The values themselves, with file and row."""
    answer = context.run("quality/flags", today=today())
    title = context.text("Values to look at")
    subtitle = context.text("A value that looks wrong may be right: it stays in every number until the office sends another one")
    if answer.row_count > MOST_ROWS:
        subtitle += first_of(context, MOST_ROWS, answer.row_count)
    hidden = ("record_label_zh", "record_label_en") if answer.frame["record_label_en"].nunique() < 2 else ()
    return Panel("flags", title, subtitle, answer.first(MOST_ROWS), None, title, width="full", hidden_columns=hidden)


def _tile(context: Context, metric: str, label: str, value: Any, origin: Origin, definition: str, note: str) -> Tile:
    return Tile(metric, context.text(label), formatting.exact(value), context.text(definition), note=note, origin=origin)


def _weakest(rows: list[dict[str, Any]], fields: list[str]) -> tuple[str, float] | None:
    """The field that is known least often over all files, and its share; None where there is nothing to compare."""
    found = {}
    for name in fields:
        held = [(row[name], row["counted_rows"]) for row in rows if row[name] is not None]
        if total := sum(count for _, count in held):
            found[name] = sum(share * count for share, count in held) / total
    return min(found.items(), key=lambda item: item[1]) if found else None


def _in_words(context: Context, answer: Answer) -> Answer:
    """The same rows with the names of fields and the reasons in the user's language."""
    frame = answer.frame.copy()
    if "reason" in frame:
        frame["reason"] = [context.text(reason) for reason in frame["reason"]]
    if "field" in frame:
        frame["field"] = [context.text(label_of(field)) for field in frame["field"]]
    return answer.on(frame)
