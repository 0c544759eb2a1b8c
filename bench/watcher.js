// Put into every page that is timed: notes when a person let go of the mouse and when charts were last painted, the same way
// everywhere. A chart counts as painted two frames after the last change inside it; labels that follow the mouse do not count.
window.bench = { started: 0, painted: 0, touched: new Set(), isArmed: false, boardRun: undefined };

window.bench.arm = () => Object.assign(window.bench, {
  started: 0, painted: 0, touched: new Set(), isArmed: true, boardRun: document.querySelector(".fb-board")?.dataset.run,
});

window.bench.isQuiet = (charts, quietMs) => {
  const { touched, painted, started, isArmed, boardRun } = window.bench;
  const app = document.querySelector('[data-testid="stApp"]');
  const isRunning = app && app.dataset.testScriptState !== "notRunning";
  const board = document.querySelector(".fb-board");
  const isDrawing = board && (board.dataset.state !== "painted" || board.dataset.run === boardRun);
  return !isArmed && !isRunning && !isDrawing && touched.size >= charts && painted > started && performance.now() - painted > quietMs;
};

window.bench.elapsed = () => window.bench.painted - window.bench.started;

window.addEventListener("mouseup", (event) => {
  if (window.bench.isArmed) Object.assign(window.bench, { started: event.timeStamp, isArmed: false });
}, true);

new MutationObserver((changes) => {
  const { bench } = window;
  let isPainted = false;
  for (const { target } of changes) {
    const node = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    const chart = node?.closest(".js-plotly-plot");
    if (!chart || bench.isArmed || node.closest(".hoverlayer")) continue;
    bench.touched.add(chart);
    isPainted = true;
  }
  if (isPainted) requestAnimationFrame(() => requestAnimationFrame(() => { bench.painted = performance.now(); }));
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
