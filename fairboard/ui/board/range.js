// A range of wages, chosen on the bars of the wage bands: by dragging over them, or with two sliders under them.

const LAST_BAND = 30;
const LEAST_DRAG_PX = 5;

// The texts of the filters for the bands that start at `from` to `to`: a band holds the wages above its start up to its end.
function rangeOf(from, to) {
  return { wage: from > 0 ? String(from + 1) : "", wage_to: to < LAST_BAND * BAND_YUAN ? String(to + BAND_YUAN) : "" };
}

function bandsOf(selection) {
  const [least, most] = wageEnds(selection);
  const from = least === null ? 0 : Math.min(LAST_BAND, Math.floor((least - 1) / BAND_YUAN));
  return [from, most === null ? LAST_BAND : Math.max(from, Math.min(LAST_BAND, Math.ceil(most / BAND_YUAN) - 1))];
}

// One paint a frame, for the newest range.
function previewOf(view) {
  let wanted = null;
  return (range) => {
    if (!wanted) requestAnimationFrame(() => { const { board } = view; paintFromIndex(board, { ...board.target, ...wanted }); wanted = null; });
    wanted = range;
  };
}

function slider() {
  const node = make("input");
  Object.assign(node, { type: "range", min: 0, max: LAST_BAND, step: 1 });
  return node;
}

function newRange(view) {
  const box = make("div", "fb-range");
  box.setAttribute("role", "group");
  const [from, to] = [slider(), slider()];
  const said = make("output", "fb-range-said");
  box.append(from, to, said);
  const preview = previewOf(view);
  const bands = () => [Math.min(from.valueAsNumber, to.valueAsNumber), Math.max(from.valueAsNumber, to.valueAsNumber)];
  const say = () => {
    const { words } = view; // of the language by now
    const [first, last] = bands();
    for (const [node, label] of [[box, words.range], [from, words.range_from], [to, words.range_to]]) node.setAttribute("aria-label", label);
    const least = first > 0 ? words.range_over.replace("{amount}", exactText(first * BAND_YUAN)) : "";
    const most = last < LAST_BAND ? words.range_up_to.replace("{amount}", exactText((last + 1) * BAND_YUAN)) : "";
    from.setAttribute("aria-valuetext", least || words.range_any);
    to.setAttribute("aria-valuetext", most || words.range_any);
    said.textContent = [least, most].filter(Boolean).join(words.range_joint) || words.range_any;
  };
  const range = () => rangeOf(bands()[0] * BAND_YUAN, bands()[1] * BAND_YUAN);
  const show = (first, last) => { from.valueAsNumber = first; to.valueAsNumber = last; say(); };
  for (const node of [from, to]) {
    node.oninput = () => { say(); preview(range()); };
    node.onchange = () => choose(view.board, range());
  }
  const follow = () => show(...bandsOf(view.board.target));
  follow();
  return { box, show: (first, last) => { show(first, last); preview(range()); }, commit: () => choose(view.board, range()), follow };
}

function bandAt(chart, clientX) {
  const axis = chart._fullLayout.xaxis;
  const value = axis.p2d(clientX - chart.getBoundingClientRect().left - axis._offset);
  return Math.max(0, Math.min(LAST_BAND, Math.floor(value / BAND_YUAN)));
}

// Dragging over the bars. A press without a move stays a click on a bar.
function brush(view) {
  let start = null;
  const move = (event) => {
    if (Math.abs(event.clientX - start.x) < LEAST_DRAG_PX && !view.isBrushing) return;
    view.isBrushing = true;
    const band = bandAt(view.chart, event.clientX);
    view.range.show(Math.min(start.band, band), Math.max(start.band, band));
  };
  const stop = (isKept) => {
    for (const [name, handler] of handlers) window.removeEventListener(name, handler, true);
    start = null;
    if (!view.isBrushing) return;
    if (isKept) return view.range.commit();
    view.range.follow();
    paintFromIndex(view.board, view.board.target);
  };
  const handlers = [["pointermove", move], ["pointerup", () => stop(true)], ["pointercancel", () => stop(false)], ["keydown", (event) => { if (event.key === "Escape") stop(false); }]];
  view.scroll.addEventListener("pointerdown", (event) => {
    view.isBrushing = false;
    if (event.button !== 0 || view.isArmed || !event.isPrimary || !view.range) return;
    start = { x: event.clientX, band: bandAt(view.chart, event.clientX) };
    for (const [name, handler] of handlers) window.addEventListener(name, handler, true);
  }, true);
}
