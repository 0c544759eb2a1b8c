// A change shown at once: the charts are painted from the index, then the server is told, and what it sends is compared with what stands.
// `target` is the selection that the charts show or are about to show, `pending` what the server has not confirmed yet.

const LONGEST_WAIT_MS = 4000;
const LOAD_AFTER_MS = 150;

function isEqual(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key], other[key]));
}

const sizeOf = (view) => `${view.scroll.clientWidth} ${view.panel.height}`;
const isShowing = (view, chart, figure) => Boolean(chart?.shown) && chart.shown.size === sizeOf(view) && isEqual(chart.shown.figure, figure);

function plot(view, chart, figure) {
  const { data, layout } = structuredClone(figure); // Plotly writes into what it is given
  chart.shown = { figure, size: sizeOf(view) };
  const config = { displayModeBar: false, responsive: true, scrollZoom: false, doubleClick: false, showTips: false };
  return window.Plotly.react(chart, data, fitted(layout, view.scroll.clientWidth), config);
}

// Show a figure unless the chart shows it already, in the same size: it is there on the spare, or is handed to Plotly.
function react(view, figure) {
  if (isShowing(view, view.chart, figure)) return null;
  view.board.redraws += 1;
  return bringForward(view, figure) ? null : plot(view, view.chart, figure);
}

// The views with a dimension, each with its figure under `selection`; null where one of them is not in the index.
function figuresUnder(board, selection) {
  const held = [...board.views.values()].filter(({ panel }) => panel.cube && panel.figure && !panel.empty);
  if (!board.index || !held.length || held.some((view) => !view.isListening)) return null;
  const figures = held.map((view) => [view, figureOf(view.panel, board.index, selection)]);
  return figures.every(([, figure]) => figure) ? figures : null;
}

// Paint the charts by a dimension for `selection` from the index; false, and nothing painted, where one of them is not in it. The other
// charts stand back for as long as they are of another selection.
function paintFromIndex(board, selection) {
  stopIdle(board.idle);
  const figures = figuresUnder(board, selection);
  if (!figures) return false;
  for (const [view, figure] of figures) react(view, figure);
  board.root.dataset.painted = "cube";
  board.root.classList.toggle("fb-apart", !isSameSelection(selection, board.confirmed));
  return true;
}

// Until the server has followed, tiles, titles and open tables stand back: they are those of the selection before.
function setBehind(board, isBehind) {
  board.root.classList.toggle("fb-behind", isBehind);
  board.root.setAttribute("aria-busy", String(isBehind));
  if (!isBehind) board.root.classList.remove("fb-apart");
}

function choose(board, changes) {
  board.target = { ...board.target, ...changes };
  board.pending = { ...board.pending, ...changes };
  if (paintFromIndex(board, board.target)) setBehind(board, true);
  board.tell("pick", { changes: board.pending });
  board.waits = 2;
  clearTimeout(board.timer);
  board.timer = setTimeout(() => { if (board.pending) settle(board); }, LONGEST_WAIT_MS);
  for (const view of board.views.values()) view.range?.follow();
  lookAhead(board);
}

// What a click on the mark `code` changes, as texts by URL key.
function changesOf(board, filter, code) {
  if (filter === "wage_at_least_yuan") {
    const range = rangeOf(code, code);
    return isSameSelection({ ...board.target, ...range }, board.target) ? { wage: "", wage_to: "" } : range;
  }
  const key = board.keys[filter];
  const held = chosenCodes(board.target, key);
  const text = String(code);
  return { [key]: (held.includes(text) ? held.filter((item) => item !== text) : [...held, text]).join(".") };
}

// The server's word is taken: for a selection that it never confirms, or one that it has.
function settle(board) {
  board.pending = null;
  board.target = board.confirmed;
  setBehind(board, false);
  for (const view of board.views.values()) {
    if (view.isListening && view.panel.figure && !view.panel.empty) react(view, view.panel.figure);
    view.range?.follow();
  }
}

// Whether the charts wait for another answer: one that came belongs to an earlier click.
function isAwaiting(board, selection) {
  board.confirmed = selection;
  if (board.pending && !isSameSelection(selection, board.target) && board.waits-- > 0) return true;
  board.pending = null;
  board.target = selection;
  return false;
}

// The address of the page changes before the server has answered: by Back and Forward, and early in the server's run.
function watchAddress(board) {
  const path = window.location.pathname;
  const source = window.navigation ?? window;
  const name = window.navigation ? "currententrychange" : "popstate";
  const look = () => {
    if (!board.root.isConnected) return source.removeEventListener(name, look);
    if (board.pending || window.location.pathname !== path) return undefined;
    const selection = selectionOf(window.location.href);
    if (isSameSelection(selection, board.target) || !paintFromIndex(board, selection)) return undefined;
    board.target = selection;
    setBehind(board, true);
    for (const view of board.views.values()) view.range?.follow();
    return undefined;
  };
  source.addEventListener(name, look);
}

// Want the index of the selection shown, when all is painted; the one before stays until it is here. It costs the server something, so
// after the first one of a visit it is fetched only for a hand that is near: a pointer or the focus in the board, or a touch screen.
function wantIndex(board, url, family) {
  if (board.family !== family) {
    Object.assign(board, { index: null, family, isNear: true });
    for (const view of board.views.values()) dropSpare(view);
  }
  if (!url || board.indexUrl === url) return;
  board.wanted = url;
  if (board.isNear || window.matchMedia("(hover: none)").matches) loadIndex(board);
}

function loadIndex(board) {
  const url = board.wanted;
  if (!url || board.indexUrl === url) return;
  board.indexUrl = url;
  clearTimeout(board.loading);
  board.loading = setTimeout(async () => {
    try {
      const answer = await fetch(url, { priority: "low" });
      if (answer.status !== 200 || board.indexUrl !== url) return;
      board.index = await answer.json();
      board.root.dataset.index = url;
      lookAhead(board);
    } catch { board.indexUrl = null; } // the server answers then
  }, LOAD_AFTER_MS);
}

function watchNearness(board) {
  const { root } = board;
  const come = ({ pointerType }) => {
    if (pointerType) board.isTouched = pointerType === "touch";
    board.isNear = true;
    loadIndex(board);
  };
  const go = () => { board.isNear = root.matches(":hover, :focus-within"); };
  for (const name of ["pointerenter", "focusin"]) root.addEventListener(name, come);
  for (const name of ["pointerleave", "focusout"]) root.addEventListener(name, go);
  const over = ({ target, buttons }) => {
    if (!root.isConnected) return leaveBoard();
    const isAway = board.pointed && !buttons && !board.pointed.view.scroll.contains(target);
    if (isAway && !target.matches("html, .dragcover")) pointAt(board, null); // Plotly covers the page while a mark is pressed
    return undefined;
  };
  const leaveBoard = () => {
    document.removeEventListener("pointerover", over);
    for (const view of board.views.values()) dropSpare(view);
  };
  document.addEventListener("pointerover", over);
}
