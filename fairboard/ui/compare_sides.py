"""The two sides of the comparison on the page: read from the URL, chosen by the user, written back."""

from collections.abc import Iterable
from datetime import date

import streamlit as st

from fairboard.analysis import options, sides
from fairboard.analysis.filters import Filters
from fairboard.analysis.sides import FIELDS, KIND_NAMES, KINDS, SIDES, Sides
from fairboard.errors import RequestError
from fairboard.locale import explain
from fairboard.ui import address
from fairboard.ui.context import Context
from fairboard.ui.filter_panel import EARLIEST, LATEST
from fairboard.ui.frame import escape

MARKS = {"a": ("A", "blue"), "b": ("B", "orange")}
HELP = {
    "region": "Openings go by the place of work; fairs and people by the host city.",
    "univ": "People on site only: a posting has no university.",
}
MOST_SHOWN = 5


def draw(context: Context) -> Sides:
    """Draw the controls of both sides; gives what is compared. A link that asks for the impossible is told why on the page."""
    held = _read(context)
    chosen = held if held is not None else sides.latest_pair(context.version, context.record_kinds)
    _fill(chosen, context)
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        st.segmented_control(context.text("What is compared"), list(KINDS), format_func=lambda kind: context.text(KIND_NAMES[kind]), key=f"compare_kind_{context.language}",
                             required=True, on_change=_take_kind, args=(context,))
        st.button(context.text("Swap A and B"), icon=":material/swap_horiz:", on_click=_swap, args=(chosen,), disabled=not chosen.is_whole, key="compare_swap")
    for column, name in zip(st.columns(2, gap="large"), SIDES, strict=True):
        with column:
            _side(context, chosen, name)
    _write(held)
    return chosen


def _read(context: Context) -> Sides | None:
    """What the user or the URL has chosen; None where nobody has. The URL leads where it is not what was written last."""
    state = st.session_state
    query = {key: st.query_params[key] for key in sides.KEYS if key in st.query_params}
    is_chosen = state.pop("compare_moved", False) and not address.is_led()
    is_visited_again = f"compare_kind_{context.language}" not in state and not query
    if "compare" not in state or address.is_led() or not (is_chosen or is_visited_again or query == state.get("compare_written")):
        state["compare"], state["compare_problem"] = _from_url(context, query)
    if is_chosen:
        state["compare_problem"] = None
    if state.get("compare_problem"):
        st.warning(escape(explain(state["compare_problem"], context.language)))
    return state["compare"]


def _from_url(context: Context, query: dict[str, str]) -> tuple[Sides | None, RequestError | None]:
    if not query:
        return None, None
    allowed = {name: {option.code for option in found} for name, found in options.of_version(context.version).items()}
    try:
        found, dropped = sides.from_url(query, allowed)
    except RequestError as problem:
        return Sides(), problem
    if dropped:
        shown = ", ".join(repr(item)[1:-1][:40] for item in dropped[:MOST_SHOWN])
        st.warning(escape(context.text("These values in the link mean nothing here and were dropped: {values}", values=shown)))
    if found == Sides(found.kind):
        found = sides.usual(found.kind, context.version, context.record_kinds)
    return found, None


def _write(held: Sides | None) -> None:
    """Put the comparison into the URL; the one that nobody chose stays out of it, a link that was refused stays as it is."""
    state = st.session_state
    if state.get("compare_problem"):
        state["compare_written"] = {key: st.query_params[key] for key in sides.KEYS if key in st.query_params}
        return
    wanted = held.to_url() if held is not None else {}
    others = {key: value for key, value in st.query_params.items() if key not in sides.KEYS}
    if dict(st.query_params.items()) != others | wanted:
        st.query_params.from_dict(others | wanted)
    state["compare_written"] = wanted


def _fill(chosen: Sides, context: Context) -> None:
    """Set the widgets to what is compared."""
    state = st.session_state
    state[f"compare_kind_{context.language}"] = chosen.kind
    for name in SIDES:
        state[f"compare_{name}_group"] = None
        for field in FIELDS[chosen.kind]:
            value = getattr(chosen.side(name), field)
            state[f"compare_{name}_{field}"] = list(value) if isinstance(value, tuple) else value


def _side(context: Context, chosen: Sides, name: str) -> None:
    mark, hue = MARKS[name]
    title = sides.name_of(chosen, name, context.version, context.record_kinds, context.language)
    st.markdown(f":{hue}-badge[{context.text(mark)}] {f'**{escape(title)}**' if title else context.text('Not chosen yet')}")
    if chosen.kind == "period":
        _period(context, name)
        return
    (field,) = FIELDS[chosen.kind]
    found = _offered(context, chosen, field)
    held = getattr(chosen.side(name), field)
    st.multiselect(
        context.text("{kind} of {side}", kind=context.text(KIND_NAMES[chosen.kind]), side=context.text(mark)), list(found), key=f"compare_{name}_{field}",
        format_func=lambda code: found[code].name(context.language) if code in held else found[code].search_text(context.language),
        label_visibility="collapsed", placeholder=context.text("Choose by name"), on_change=_take, args=(context, chosen.kind), select_all=False,
        help=context.text(HELP[chosen.kind]) if chosen.kind in HELP else None,
    )
    if chosen.kind == "fair":
        _group(context, name)


def _offered(context: Context, chosen: Sides, field: str) -> dict[int | str, options.Option]:
    """What a side can be made of: fairs of the selected kinds of record and published ones; what is chosen is always among it."""
    found = {option.code: option for option in options.of_version(context.version).get(field, ())}
    if field != "fair_ids":
        return found
    kinds = {*context.record_kinds, "published"}
    known = {int(row["fair_id"]) for row in sides.all_fairs(context.version) if row["record_kind"] in kinds} | {*chosen.a.fair_ids, *chosen.b.fair_ids}
    return {code: option for code, option in found.items() if code in known}


def _period(context: Context, name: str) -> None:
    left, right = st.columns(2)
    for column, field, text in ((left, "start_on", "From"), (right, "end_on", "To")):
        with column:
            st.date_input(context.text(text), value=None, key=f"compare_{name}_{field}", min_value=EARLIEST, max_value=LATEST, format="YYYY-MM-DD", on_change=_take,
                          args=(context, "period"))


def _group(context: Context, name: str) -> None:
    found = {group.code: group for group in sides.groups(context.version, context.record_kinds)}
    st.selectbox(
        context.text("Or a whole group"), list(found), index=None, key=f"compare_{name}_group", label_visibility="collapsed",
        placeholder=context.text("Or all fairs of a kind in a half-year"), on_change=_take_group, args=(context, name, {code: group.fair_ids for code, group in found.items()}),
        format_func=lambda code: context.text("{group} ({count} fairs)", group=sides.group_name(found[code], context.language), count=len(found[code].fair_ids)),
    )


def _take(context: Context, kind: str) -> None:
    """After a change by the user the widgets lead and the URL follows; the browser's Back, which changes nothing in them, does not count."""
    taken = Sides(kind, *(_chosen(context, kind, name) for name in SIDES))
    if taken != st.session_state.get("compare"):
        _hold(taken)


def _chosen(context: Context, kind: str, name: str) -> Filters:
    values = {field: st.session_state.get(f"compare_{name}_{field}") for field in FIELDS[kind]}
    if kind != "period":
        return Filters(**{field: _codes(context, field, value or ()) for field, value in values.items()})
    start_on, end_on = values["start_on"], values["end_on"]
    if isinstance(start_on, date) and isinstance(end_on, date) and start_on > end_on:
        start_on, end_on = end_on, start_on
    return Filters(start_on=start_on, end_on=end_on)


def _codes(context: Context, field: str, values: Iterable[int | str]) -> tuple[int | str, ...]:
    """The codes of what a list holds: where its texts have changed meanwhile, Streamlit gives the text that the browser shows."""
    found = options.of_version(context.version).get(field, ())
    codes = {option.code for option in found}
    by_text = {text: option.code for option in found for text in (option.name(context.language), option.search_text(context.language))}
    return tuple(code for value in values if (code := value if value in codes else by_text.get(value)) is not None)


def _take_kind(context: Context) -> None:
    kind = st.session_state[f"compare_kind_{context.language}"]
    _hold(sides.usual(kind, context.version, context.record_kinds))


def _take_group(context: Context, name: str, groups: dict[str, tuple[int, ...]]) -> None:
    code = st.session_state[f"compare_{name}_group"]
    if code:
        other = {side: _chosen(context, "fair", side) for side in SIDES}
        _hold(Sides("fair", **(other | {name: Filters(fair_ids=groups[code])})))


def _swap(chosen: Sides) -> None:
    _hold(chosen.swapped())


def _hold(chosen: Sides) -> None:
    st.session_state["compare"] = chosen
    st.session_state["compare_moved"] = True

