"""What there is to check of the comparison: gross and net counts, matched employers, and pairs that were not matched."""

from fairboard.analysis import formatting
from fairboard.analysis.runner import Answer
from fairboard.ui.board import Panel
from fairboard.ui.compare_view import CompareView

MOST_SHOWN = 100


def counts(view: CompareView) -> Panel:
    """Participations against different employers, and first-time against returning ones."""
    context = view.context
    answer = view.run("employers")
    title = context.text("Gross and net: who took part")
    subtitle = context.text("An employer at two fairs is two participations and one employer; first time: at no earlier fair in the records")
    return Panel("counts", title, subtitle, answer, None, title, width="third", hidden_columns=("side",))


def lists(view: CompareView) -> list[Panel]:
    """The matched employers, largest difference first, and the possible matches that were not counted."""
    possible = view.run("possible_matches")
    found = [_matched(view, has_possible=not possible.is_empty)]
    return found if possible.is_empty else [*found, _possible(view, possible)]


def _matched(view: CompareView, *, has_possible: bool) -> Panel:
    context = view.context
    whole = view.run("matched_employers")
    count = len(whole.frame)
    answer = whole.on(whole.frame.head(MOST_SHOWN))
    title = context.text("Employers on both sides: {count}", count=formatting.exact(count))
    subtitle = context.text("To check the matching: names on both sides and by what they were matched; largest differences first")
    if not has_possible:
        subtitle = f"{subtitle} · {context.text('no pair of the others differs in its legal form alone')}"
    return Panel("matched", title, _cut(view, subtitle, count), answer, None, title)


def _possible(view: CompareView, whole: Answer) -> Panel:
    context = view.context
    count = len(whole.frame)
    answer = whole.on(whole.frame.head(MOST_SHOWN))
    title = context.text("Possible matches that were not counted: {count}", count=formatting.exact(count))
    subtitle = context.text("An employer of A only and one of B only whose names are equal without their legal form; they count as lost and as new")
    return Panel("possible", title, _cut(view, subtitle, count), answer, None, title)


def _cut(view: CompareView, subtitle: str, count: int) -> str:
    if count <= MOST_SHOWN:
        return subtitle
    return f"{subtitle} · {view.context.text('the first {shown} of {count}; the files hold all', shown=MOST_SHOWN, count=formatting.exact(count))}"
