"""The tiles and panels of the page on wages; every label says on which basis the wage is counted."""

from dataclasses import dataclass
from typing import Any

from fairboard.analysis import formatting, metrics, runner
from fairboard.analysis.runner import Answer
from fairboard.charts import share_ranking, split_histogram
from fairboard.charts.labels import wrapped
from fairboard.ui.board import Marks, Origin, Panel, Tile, alt_of
from fairboard.ui.context import Context
from fairboard.ui.wage_controls import BASIS_NAMES

BAND_YUAN, LAST_BAND_YUAN = 1_000, 30_000
LABEL_WIDTH = 20
# breakdown of wages/shares: filter that a click sets, title, height of the panel
BREAKDOWNS = {
    "sector": ("sector_codes", "Over {amount} yuan, by sector", 680),
    "region": ("region_codes", "Over {amount} yuan, by region", 680),
    "education": ("education_levels", "Over {amount} yuan, by education", 400),
    "ownership": ("ownerships", "Over {amount} yuan, by ownership", 400),
}


@dataclass(frozen=True)
class WageView:
    """The context with the basis and the line that the user has chosen."""

    context: Context
    basis: str
    line_yuan: int

    @property
    def basis_name(self) -> str:
        """The basis in the user's language."""
        return self.context.text(BASIS_NAMES[self.basis])

    @property
    def amount(self) -> str:
        """The line as it is read aloud."""
        return formatting.short(self.line_yuan, self.context.language)

    def run(self, name: str, *without: str, **changes: Any) -> Answer:
        """The answer of a query on this basis, with this line where it has one, and without some of the filters."""
        own = {"wage_basis": self.basis, "threshold_yuan": self.line_yuan} | changes
        return runner.run(name, self.context.filters.without(*without), self.context.version, **own)


def tiles(view: WageView, answer: Answer) -> list[Tile]:
    """How many state a wage, how many exceed the line, and what the middle is."""
    context = view.context
    row = answer.rows()[0]
    base = formatting.exact(row["openings_with_wage"])
    with_wage = row["openings_with_wage"] / row["openings"] if row["openings"] else None
    return [
        _tile(view, answer, "openings_over_threshold_share", context.text("Over {amount} yuan ({basis})", amount=view.amount, basis=view.basis_name),
              context.text("{count} of {base} openings with a wage", count=formatting.exact(row["openings_over_threshold"]), base=base)),
        _tile(view, answer, "wage_median_yuan", context.text("Median wage, yuan a month ({basis})", basis=view.basis_name), _middle_half(view, row)),
        _tile(view, answer, "openings_with_wage", context.text("Openings with a wage ({basis})", basis=view.basis_name),
              context.text("{share} of {count} openings", share=formatting.share(with_wage), count=formatting.exact(row["openings"]))),
        _tile(view, answer, "postings_without_wage", context.text("Postings without a wage ({basis})", basis=view.basis_name),
              context.text("{share} of {count} postings", share=formatting.share(row["postings_without_wage_share"]), count=formatting.exact(row["postings"]))),
    ]


def _tile(view: WageView, answer: Answer, metric_id: str, label: str, note: str) -> Tile:
    context, row = view.context, answer.rows()[0]
    value = formatting.value_text(row[metric_id], metric_id, context.language)
    return Tile(metric_id, label, value, context.text(metrics.metric(metric_id).definition), note=note, origin=Origin(answer, metric_id, (row,)))


def _middle_half(view: WageView, row: dict[str, Any]) -> str:
    context = view.context
    if row["wage_median_yuan"] is None:
        return ""
    return context.text("quartiles {low} and {high} yuan: half of the openings lie between", low=formatting.exact(row["wage_quartile_1_yuan"]),
                     high=formatting.exact(row["wage_quartile_3_yuan"]))


def panels(view: WageView, headline: Answer) -> list[Panel]:
    """The distribution, then the share over the line by sector, region, education and ownership."""
    whole = headline.rows()[0]["openings_over_threshold_share"]
    return [bands(view, whole), *(shares(view, breakdown, whole) for breakdown in BREAKDOWNS)]


def bands(view: WageView, whole: float | None) -> Panel:
    """Openings by band of 1,000 yuan, each bar split at the line."""
    context = view.context
    answer = view.run("wages/bands")
    rows = answer.rows()
    title = context.text("What the openings pay")
    texts = [_band_text(view, row) for row in rows]
    ticks = {yuan: formatting.short(yuan, context.language) for yuan in range(5 * BAND_YUAN, LAST_BAND_YUAN + 1, 5 * BAND_YUAN)}
    line_text = context.text("{share} over {amount} yuan ({basis})", share=formatting.share(whole), amount=view.amount, basis=view.basis_name)
    figure = split_histogram.split_histogram_chart(
        [row["band_start_yuan"] for row in rows], [row["openings"] - row["openings_over_threshold"] for row in rows],
        [row["openings_over_threshold"] for row in rows], texts, width=BAND_YUAN, line=view.line_yuan, line_text=line_text, tick_texts=ticks,
        mode=context.mode, language=context.language,
    )
    figure["data"][0]["name"] = context.text("Openings up to the line")
    subtitle = context.text("Openings by monthly wage ({basis}), bands of 1,000 yuan; the last band holds all above 30,000", basis=view.basis_name)
    largest = sorted(zip(rows, texts, strict=True), key=lambda pair: -pair[0]["openings"])
    alt = alt_of(context, title, [(line_text, ""), *((text.replace("<br>", " "), "") for _, text in largest)])
    return Panel("bands", title, subtitle, answer, figure, alt, width="full", height=340, marks=Marks("band_start_yuan"))


def shares(view: WageView, breakdown: str, whole: float | None) -> Panel:
    """The share over the line by one breakdown, its own filter left out so that what is chosen is seen among the others."""
    context = view.context
    pick, title_text, height = BREAKDOWNS[breakdown]
    answer = view.run("wages/shares", pick).where(lambda row: row["breakdown"] == breakdown)
    rows = answer.rows()
    notes = [row[f"base_note_{context.language}"] for row in rows]
    decimals = _decimals(rows)
    texts = [_share_text(view, row, note, decimals) for row, note in zip(rows, notes, strict=True)]
    figure = share_ranking.share_ranking_chart(
        [wrapped(context.label(row), LABEL_WIDTH) for row in rows], [row["openings_over_threshold_share"] for row in rows], texts,
        [row["value_code"] for row in rows], [note is not None for note in notes], mode=context.mode, whole=whole,
        whole_text=context.text("selection {share}", share=formatting.share(whole, decimals)), chosen=getattr(context.filters, pick),
        hover=[_share_hover(view, row, note) for row, note in zip(rows, notes, strict=True)],
    )
    title = context.text(title_text, amount=view.amount)
    subtitle = context.text("Share of the openings with a wage ({basis}), strictly more than the line", basis=view.basis_name)
    alt = alt_of(context, title, [(context.label(row), text) for row, text in zip(rows, texts, strict=True)])
    return Panel(breakdown, title, subtitle, answer, figure, alt, pick=pick, code_column="value_code", height=height, hidden_columns=("breakdown",))


def _band_text(view: WageView, row: dict[str, Any]) -> str:
    context = view.context
    start = row["band_start_yuan"]
    text = context.text("{start}–{end} yuan: {count} openings" if start < LAST_BAND_YUAN else "over {start} yuan: {count} openings",
                     start=formatting.exact(start), end=formatting.exact(start + BAND_YUAN), count=formatting.exact(row["openings"]))
    if 0 < row["openings_over_threshold"] < row["openings"]:
        text += "<br>" + context.text("{count} of them over {amount} yuan", count=formatting.exact(row["openings_over_threshold"]), amount=formatting.exact(view.line_yuan))
    return text


def _decimals(rows: list[dict[str, Any]]) -> int:
    """One place, or two where no share reaches one per cent."""
    return 1 if max((row["openings_over_threshold_share"] or 0 for row in rows), default=0) >= 0.01 else 2


def _share_text(view: WageView, row: dict[str, Any], note: str | None, decimals: int = 1) -> str:
    context = view.context
    if row["openings_over_threshold_share"] is None:
        return context.text("no wage stated") if row["openings"] else context.text("no openings")
    share = formatting.share(row["openings_over_threshold_share"], decimals)
    return context.text("{share} ({note})", share=share, note=note) if note else share


def _share_hover(view: WageView, row: dict[str, Any], note: str | None) -> str:
    context = view.context
    name = context.label(row)
    if row["openings_over_threshold_share"] is None:
        return f"{name}: {_share_text(view, row, None)}"
    text = context.text(
        "{name}: {share} over {amount} yuan ({basis})<br>{count} of {base} openings with a wage", name=name,
        share=formatting.share(row["openings_over_threshold_share"]), amount=formatting.exact(view.line_yuan), basis=view.basis_name,
        count=formatting.exact(row["openings_over_threshold"]), base=formatting.exact(row["openings_with_wage"]),
    )
    return f"{text}<br>{note}" if note else text
