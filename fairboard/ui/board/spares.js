// Charts drawn ahead. Before a mark is pressed a pointer rests on it: meanwhile what the click would show is drawn, on a spare chart that
// lies unseen over each chart, and the click only says which of the two is seen. Plotly takes a tenth of a second for the charts of a page.
// While no pointer rests on a mark, each panel holds its one chart.

const LONGEST_IDLE_WAIT_MS = 200;
const whenIdle = window.requestIdleCallback ? (act) => requestIdleCallback(act, { timeout: LONGEST_IDLE_WAIT_MS }) : (act) => setTimeout(act, 30);
const stopIdle = window.cancelIdleCallback ?? clearTimeout;

function newChart() {
  const chart = make("div", "fb-chart");
  chart.setAttribute("role", "img");
  return chart;
}

function newSpare(view) {
  const spare = newChart();
  spare.classList.add("fb-spare");
  spare.setAttribute("aria-hidden", "true");
  view.spare = spare;
  return spare;
}

// Plotly keeps the size of its first drawing until the window changes, whatever room there is since.
function isSameSize({ _fullLayout: one }, { _fullLayout: other }) {
  return Math.abs(one.width - other.width) < 1 && Math.abs(one.height - other.height) < 1;
}

const isReady = (view, figure) => isShowing(view, view.spare, figure) && isSameSize(view.spare, view.chart);

// The spare takes the chart's place if it shows `figure` in the same size; false, and nothing done, where it does not.
function bringForward(view, figure) {
  if (!isReady(view, figure)) return false;
  const { chart, spare } = view;
  if (!spare.isConnected) view.scroll.append(spare);
  spare.style.height = "";
  spare.classList.remove("fb-spare");
  spare.removeAttribute("aria-hidden");
  spare.setAttribute("aria-label", chart.getAttribute("aria-label"));
  chart.classList.add("fb-spare");
  chart.setAttribute("aria-hidden", "true");
  [view.chart, view.spare] = [spare, chart];
  return true;
}

// A pointer is on a mark by which a click would filter; null where it is on none. A finger does not rest before it presses.
function pointAt(board, view, code) {
  board.pointed = view?.panel.pick && !board.isTouched ? { view, code } : null;
  lookAhead(board);
}

// Draw what the click would show, one chart at a time while nothing else is to be done, and begin anew when something else is pointed at.
function lookAhead(board) {
  stopIdle(board.idle);
  const { pointed } = board;
  let ahead = null;
  const step = () => {
    if (!pointed) return clearSpares(board);
    ahead ??= (figuresUnder(board, { ...board.target, ...changesOf(board, pointed.view.panel.pick, pointed.code) }) ?? [])
      .filter(([view, figure]) => !isShowing(view, view.chart, figure));
    if (!ahead.length) return undefined;
    drawAhead(...ahead.shift());
    board.idle = whenIdle(step);
    return undefined;
  };
  board.idle = whenIdle(step);
}

function drawAhead(view, figure) {
  if (view.spare && !isSameSize(view.spare, view.chart)) dropSpare(view);
  const spare = view.spare ?? newSpare(view);
  if (view.scroll.lastChild !== spare) view.scroll.append(spare);
  if (isReady(view, figure)) return;
  spare.style.height = `${view.chart._fullLayout.height}px`;
  plot(view, spare, figure);
  listen(view, spare);
}

function clearSpares(board) {
  for (const view of board.views.values()) view.spare?.remove();
}

// What was drawn ahead for charts that are no more.
function dropSpare(view) {
  if (!view.spare) return;
  window.Plotly.purge(view.spare);
  view.spare.remove();
  view.spare = null;
}
