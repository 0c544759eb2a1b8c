"""What there is to check of the comparison: gross and net counts, matched employers, and pairs that were not matched."""

from fairboard.analysis import comparability, formatting, metrics
from fairboard.analysis.runner import Answer
from fairboard.charts import dumbbell
from fairboard.charts.labels import wrapped
from fairboard.ui.board import Marks, Panel, alt_of
from fairboard.ui.compare_view import CompareView

MOST_SHOWN = 100
LABEL_LETTERS = 17
COUNTS = ("participations", "employer_identities", "first_time_employers", "returning_employers", "matched_employers")


def counts(view: CompareView) -> Panel:
    """Participations against different employers, and first-time against returning ones."""
    context = view.context
    answer = view.run("employers")
    a, b = answer.rows()
    labels = [context.text(metrics.metric(name).label) for name in COUNTS]
    texts = [comparability.difference_text(a[name], b[name], name, context.language) for name in COUNTS]
    hover = [f"{label}: {formatting.exact(a[name])} → {formatting.exact(b[name])} ({text})" for label, name, text in zip(labels, COUNTS, texts, strict=True)]
    figure = dumbbell.dumbbell_chart([wrapped(label, LABEL_LETTERS) for label in labels], [a[name] for name in COUNTS], [b[name] for name in COUNTS], texts, COUNTS, hover,
                                     names=(view.mark("a"), view.mark("b")), mode=context.mode)
    title = context.text("Gross and net: who took part")
    subtitle = context.text("An employer at two fairs is two participations and one employer; first time: at no earlier fair in the records")
    return Panel("counts", title, subtitle, answer, figure, alt_of(context, title, list(zip(labels, texts, strict=True))), height=380, hidden_columns=("side",),
                 marks=Marks("code", series=("side", (None, "a", "b")), is_column=True))


def lists(view: CompareView) -> list[Panel]:
    """The matched employers, largest difference first, and the possible matches that were not counted."""
    possible = view.run("possible_matches")
    found = [_matched(view, has_possible=not possible.is_empty)]
    return found if possible.is_empty else [*found, _possible(view, possible)]


def _matched(view: CompareView, *, has_possible: bool) -> Panel:
    context = view.context
    whole = view.run("matched_employers")
    count = whole.row_count
    answer = whole.first(MOST_SHOWN)
    title = context.text("Employers on both sides: {count}", count=formatting.exact(count))
    subtitle = context.text("To check the matching: names on both sides and by what they were matched; largest differences first")
    if not has_possible:
        subtitle = f"{subtitle} · {context.text('no pair of the others differs in its legal form alone')}"
    return Panel("matched", title, _cut(view, subtitle, count), answer, None, title, width="full", hidden_columns=("identity_id",))


def _possible(view: CompareView, whole: Answer) -> Panel:
    context = view.context
    count = whole.row_count
    answer = whole.first(MOST_SHOWN)
    title = context.text("Possible matches that were not counted: {count}", count=formatting.exact(count))
    subtitle = context.text("An employer of A only and one of B only whose names are equal without their legal form; they count as lost and as new")
    return Panel("possible", title, _cut(view, subtitle, count), answer, None, title, width="full", hidden_columns=("identity_a_id", "identity_b_id"))


def _cut(view: CompareView, subtitle: str, count: int) -> str:
    if count <= MOST_SHOWN:
        return subtitle
    return f"{subtitle} · {view.context.text('the first {shown} of {count}; CSV and XLSX below hold all', shown=MOST_SHOWN, count=formatting.exact(count))}"
