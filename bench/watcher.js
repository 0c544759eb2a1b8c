// Put into every page that is timed: notes when a person let go of the mouse and when charts were last painted, the same way
// everywhere. A chart counts as painted two frames after the last change inside it; labels that follow the mouse do not count. Changes
// count from the moment the button goes down, as some pages answer then already; the time does from the moment it is let go.
window.bench = { pressed: 0, started: 0, painted: 0, touched: new Set(), isArmed: false, isDown: false, boardRun: undefined };

window.bench.arm = () => Object.assign(window.bench, {
  pressed: 0, started: 0, painted: 0, touched: new Set(), isArmed: true, isDown: false, boardRun: document.querySelector(".fb-board")?.dataset.run,
});

window.bench.isQuiet = (charts, quietMs) => {
  const { touched, painted, pressed, isArmed, isDown, boardRun } = window.bench;
  const app = document.querySelector('[data-testid="stApp"]');
  const isRunning = app && app.dataset.testScriptState !== "notRunning";
  const board = document.querySelector(".fb-board");
  const isDrawing = board && (board.dataset.state !== "painted" || board.dataset.run === boardRun);
  return !isArmed && !isDown && !isRunning && !isDrawing && touched.size >= charts && painted > pressed && performance.now() - painted > quietMs;
};

window.bench.elapsed = () => window.bench.painted - window.bench.started;

window.addEventListener("pointerdown", (event) => {
  if (window.bench.isArmed) Object.assign(window.bench, { pressed: event.timeStamp, isArmed: false, isDown: true });
}, true);

window.addEventListener("mouseup", (event) => {
  if (window.bench.isDown) Object.assign(window.bench, { started: event.timeStamp, isDown: false });
}, true);

// Plotly and Mosaic draw elements; Bokeh draws on canvases within shadow roots, of which an observer of the document hears nothing.
// (Within its drawings Plotly has groups named plot, too.)
window.bench.charts = ":is(.js-plotly-plot, div.plot)";

window.bench.note = (chart) => {
  const { bench } = window;
  if (bench.isArmed) return;
  bench.touched.add(chart);
  if (bench.isNoted) return;
  bench.isNoted = true;
  requestAnimationFrame(() => {
    bench.isNoted = false;
    requestAnimationFrame(() => { bench.painted = performance.now(); });
  });
};

new MutationObserver((changes) => {
  for (const { target, attributeName } of changes) {
    if (attributeName?.startsWith("aria-")) continue; // words for those who cannot see it, which come with the server's answer
    const node = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    const chart = node?.closest(window.bench.charts);
    if (chart && !node.closest(".hoverlayer")) window.bench.note(chart);
  }
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

// A canvas is changed by these calls and by no other that Bokeh makes. One that measures text is not in the page, and does not count.
for (const name of ["clearRect", "fillRect", "fill", "stroke", "fillText", "drawImage"]) {
  const draw = CanvasRenderingContext2D.prototype[name];
  CanvasRenderingContext2D.prototype[name] = function (...values) {
    if (this.canvas.isConnected) window.bench.note(this.canvas.getRootNode().host ?? this.canvas);
    return draw.apply(this, values);
  };
}
