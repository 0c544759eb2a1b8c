"""What the panels of the comparison share: the two sides, their names, and the questions put to them."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from fairboard.analysis import comparability, sides
from fairboard.analysis.explain import Origin
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer
from fairboard.analysis.sides import SIDES, Sides
from fairboard.charts.labels import plain, shortened
from fairboard.ui import controls
from fairboard.ui.context import Context
from fairboard.ui.frame import escape

THRESHOLD_YUAN = 10_000
NAME_LETTERS = 34
WHO = {"all": "All employers", "matched": "Only employers on both sides"}
UNITS = {"openings": "Openings", "share": "Share"}
DEFINITION = (
    "Employers are matched by unified social credit code, or by name without brackets, spaces and marks.",
    "**New**: employers that are on side B only. **Lost**: employers that are on side A only.",
    "Of employers on both sides: in a sector where an employer seeks people on one side only, the difference is **mix of sectors**.",
    "In a sector of both sides but a place of work of one side only, it is **mix of regions**.",
    "In a sector and place of both sides it is **volume**: the same employers seek more or fewer people for the same.",
    "Change = volume + mix of sectors + mix of regions + new − lost. This adds up exactly, for every sector and region too, and swapping A and B turns every sign.",
)


@dataclass(frozen=True)
class CompareView:
    """The context with the two sides, and which employers and which unit the slopes show."""

    context: Context
    sides: Sides
    who: str = "all"
    unit: str = "openings"

    @property
    def is_over_time(self) -> bool:
        """True for fairs and periods, where what is on B only is new and what is on A only is lost."""
        return self.sides.kind in ("fair", "period")

    @cached_property
    def parameters(self) -> dict[str, Any]:
        """The parameters of both sides."""
        return self.sides.parameters(self.context.version, self.context.record_kinds)

    def run(self, name: str, **own: Any) -> Answer:
        """The answer of ``compare/<name>`` for both sides."""
        return self.context.run(f"compare/{name}", **self.parameters, **own)

    @cached_property
    def headline(self) -> dict[str, dict[str, Any]]:
        """How large each side is, by side."""
        found = {row["side"]: row for row in self.run("headline", threshold_yuan=THRESHOLD_YUAN).rows()}
        if self.has_postings:
            for row in self.run("employers").rows():
                found[row["side"]] |= row
            for quartile in self.run("quartiles").rows():
                for side in SIDES:
                    found[side][quartile["quartile_code"]] = quartile[f"wage_{side}_yuan"]
        return found

    def origins(self, metric_id: str) -> tuple[Origin, ...]:
        """Where the numbers of both sides stand, with the records of each side behind them."""
        if metric_id.startswith("wage_"):
            answer = self.run("quartiles")
            row = next((row for row in answer.rows() if row["quartile_code"] == metric_id), {})
            return tuple(Origin(answer, f"wage_{side}_yuan", (row,), self.selection(side), self.name(side)) for side in SIDES)
        answers = [self.run("headline", threshold_yuan=THRESHOLD_YUAN), *([self.run("employers")] if self.has_postings else [])]
        answer = next(answer for answer in answers if metric_id in {item.name for item in answer.query.columns})
        return tuple(Origin(answer, metric_id, (row,), self.selection(row["side"]), self.name(row["side"])) for row in answer.rows())

    @property
    def selections(self) -> dict[str, Filters]:
        """The selection of each side."""
        return {side: self.selection(side) for side in SIDES}

    def selection(self, side: str) -> Filters:
        """The selection of one side."""
        own = {name: tuple(self.parameters[f"{side}_{name}"] or ()) for name in ("fair_ids", "region_codes", "university_codes")}
        return replace(self.context.filters, **{name: codes for name, codes in own.items() if codes})

    @property
    def has_postings(self) -> bool:
        """False between universities: a posting has none."""
        return self.sides.kind != "univ"

    @cached_property
    def refusal(self) -> str:
        """Why the two sides cannot be compared at all; empty where they can."""
        if not self.sides.is_whole:
            return self.context.text("Choose both sides: A, from which the change is counted, and B.")
        return comparability.refusal(self.sides, self.context.version, self.context.record_kinds, self.context.language)

    def mark(self, side: str) -> str:
        """The letter of a side in the user's language."""
        return self.context.text(comparability.LABELS[side])

    def name(self, side: str, letters: int = NAME_LETTERS) -> str:
        """The letter of a side and what stands on it, for a chart."""
        text = sides.name_of(self.sides, side, self.context.version, self.context.record_kinds, self.context.language)
        return f"{self.mark(side)} · {plain(shortened(text, letters))}"

    @property
    def names(self) -> tuple[str, str]:
        """Both names."""
        return self.name("a"), self.name("b")


def draw(context: Context, chosen: Sides) -> CompareView:
    """The controls under the two sides, whom and what the slopes show, and the reason where nothing can be compared."""
    with controls.row():
        label = context.text("Employers in the charts of sectors and regions")
        who = controls.choice(context, "who", label, {code: context.text(name) for code, name in WHO.items()}, default="all")
        unit = controls.choice(context, "unit", context.text("Sectors and regions by"), {code: context.text(name) for code, name in UNITS.items()}, default="openings")
        view = CompareView(context, chosen, who, unit)
        explain_split(context)
        offer_link(view)
    if view.refusal:
        st.info(escape(view.refusal if not chosen.is_whole else context.text("not compared: {reason}", reason=view.refusal)))
    return view


def explain_split(context: Context) -> None:
    """The definition of the parts of the change, behind a button."""
    with st.popover(context.text("How the change is split"), icon=":material/call_split:"):
        for line in DEFINITION:
            st.markdown(context.text(line))


def offer_link(view: CompareView) -> None:
    """An address that opens this comparison in this version, to copy."""
    context = view.context
    own = {key: code for key, code, default in (("who", view.who, "all"), ("unit", view.unit, "openings")) if code != default}
    query = context.filters.to_url() | view.sides.to_url() | own | {"lang": context.language, "v": context.version_id}
    address = (st.context.url or "").split("?")[0] or "compare"
    with st.popover(context.text("Copy link"), icon=":material/link:"):
        st.code(f"{address}?{urlencode(query)}", language=None, wrap_lines=True)
        st.caption(context.text("Opens this comparison in this version of the data: the numbers stay as they are."))
