// The board: tiles and panels of one page. It keeps its Plotly charts alive between runs of the page and only hands them new
// arrays. Everything shown comes as data and is written as text, never as HTML.

const boards = new WeakMap();
let plotly = null;

function loadPlotly(url) {
  plotly ??= window.Plotly ? Promise.resolve(window.Plotly) : new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => { plotly = null; reject(new Error(`not loaded: ${url}`)); };
    document.head.append(script);
  });
  return plotly;
}

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
}

// A tile is a button: it explains its number.
function tile(item, words, explain) {
  const node = make("button", "fb-tile");
  node.type = "button";
  node.dataset.metric = item.metric;
  node.title = item.definition;
  node.setAttribute("aria-description", words.explain_help);
  node.setAttribute("aria-haspopup", "dialog");
  node.onclick = explain;
  if (item.value.includes(" | ")) node.classList.add("fb-tile-pair"); // the two sides of a comparison
  const value = make("span", "fb-tile-value", item.value);
  if (item.unit) value.append(make("span", "fb-tile-unit", item.unit));
  const hint = make("span", "fb-tile-hint", words.explain);
  hint.setAttribute("aria-hidden", "true");
  node.append(make("span", "fb-tile-label", item.label), value);
  if (item.note) node.append(make("span", "fb-tile-note", item.note));
  if (item.change || item.comparison) {
    const change = make("span", "fb-tile-change");
    if (item.change) change.append(make("b", "", item.change), " ");
    change.append(item.comparison ?? "");
    node.append(change);
  }
  node.append(hint);
  return node;
}

// Tiles that say the same as before stay, so that the focus does when a dialog opens and closes.
function fillTiles(board, items, words, explain) {
  items.forEach((item, number) => {
    const says = JSON.stringify([item, words]);
    const held = board.tiles.children[number];
    if (held?.says === says) return;
    const node = tile(item, words, () => explain({ tile: number }));
    node.says = says;
    if (held) held.replaceWith(node);
    else board.tiles.append(node);
  });
  while (board.tiles.children.length > items.length) board.tiles.lastChild.remove();
}

function tableOf(panel, words, pick, explain) {
  const table = make("table");
  table.append(make("caption", "fb-hidden", panel.title));
  const head = make("tr");
  for (const column of panel.table.columns) {
    const cell = make("th", column.kind, column.label);
    cell.scope = "col";
    head.append(cell);
  }
  const last = make("th");
  last.scope = "col";
  last.append(make("span", "fb-hidden", words.explain));
  head.append(last);
  table.createTHead().append(head);
  const body = table.createTBody();
  panel.table.rows.forEach((row, number) => {
    const line = body.insertRow();
    row.forEach((text, position) => {
      const cell = line.insertCell();
      cell.className = panel.table.columns[position].kind || widthClass(text ?? "");
      const code = panel.table.codes?.[number];
      if (position === 0 && panel.pick && code !== undefined && code !== null) {
        const button = make("button", "fb-row-pick", text);
        button.type = "button";
        button.title = words.pick;
        button.onclick = () => pick(panel.pick, code);
        cell.append(button);
      } else if (/^https?:\/\/[^\s]+$/.test(text ?? "") && URL.canParse(text)) cell.append(outside(text));
      else cell.textContent = text;
    });
    const ask = button(words.explain, words.explain_help, () => explain({ panel: panel.id, row: number }));
    ask.className = "fb-row-explain";
    ask.setAttribute("aria-label", words.explain_row.replace("{name}", row[0] ?? ""));
    line.insertCell().append(ask);
  });
  return table;
}

// How a text takes its place in a table: dates and short names stay on one line, long texts get more room.
function widthClass(text) {
  if (/^\d{4}-\d{2}-\d{2}/.test(text) || text.length <= 8) return "fb-one-line";
  return text.length > 24 ? "fb-long" : "";
}

// A link to a public text: opened only by a click, in a tab of its own, shown by the name of its host.
function outside(address) {
  const node = make("a", "fb-outside", new URL(address).hostname);
  Object.assign(node, { href: address, title: address, target: "_blank", rel: "noopener noreferrer" });
  return node;
}

function drawer(view, kind) {
  view.open = view.open === kind ? null : kind;
  fillDrawer(view);
}

function fillDrawer(view) {
  const { panel, words } = view;
  view.drawer.replaceChildren();
  view.drawer.hidden = !view.open || (!panel.figure && Boolean(panel.empty));
  for (const kind of ["table", "sql"]) view.buttons[kind].setAttribute("aria-expanded", String(view.open === kind));
  if (view.open === "table") view.drawer.append(tableOf(panel, words, view.pick, view.explain));
  if (view.open === "sql") view.drawer.append(make("pre", "", panel.sql));
}

function link(text, href, title) {
  const node = make("a", "", text);
  node.href = href;
  node.download = "";
  node.title = title;
  return node;
}

function button(text, title, action) {
  const node = make("button", "", text);
  node.type = "button";
  node.title = title;
  node.onclick = action;
  return node;
}

// While a chart is armed, the next click on a mark explains it instead of filtering by it. Where the tool is pressed by keyboard the
// table opens instead, with a button in each row: marks take no focus.
function arm(view, isArmed) {
  view.isArmed = isArmed;
  view.buttons.explain?.setAttribute("aria-pressed", String(isArmed));
  view.status.textContent = isArmed ? view.words.explain_armed : "";
  view.node.classList.toggle("fb-armed", isArmed);
  setCursor(view);
}

function setCursor(view) {
  const cursor = view.isArmed ? "help" : view.panel.pick ? "pointer" : "default";
  if (view.scroll.style.cursor !== cursor) view.scroll.style.cursor = cursor;
}

function askOf(view, event) {
  if (event.detail !== 0) return arm(view, !view.isArmed);
  view.open = "table";
  fillDrawer(view);
  view.drawer.querySelector(".fb-row-explain")?.focus();
}

function newView(panel, board) {
  const view = { node: make("section"), board, open: null, buttons: {}, chart: newChart(), spare: null, get shown() { return this.chart.shown; } };
  view.title = make("h3");
  view.subtitle = make("p", "fb-subtitle");
  view.ignored = make("p", "fb-ignored");
  view.scroll = make("div", "fb-scroll");
  view.scroll.append(view.chart);
  view.empty = make("div", "fb-empty");
  view.status = make("p", "fb-status");
  view.status.setAttribute("role", "status");
  view.tools = make("div", "fb-tools");
  view.drawer = make("div", "fb-drawer");
  view.drawer.tabIndex = 0;
  view.node.dataset.panel = panel.id;
  view.node.append(view.title, view.subtitle, view.ignored, view.scroll, view.empty, view.status, view.tools, view.drawer);
  const stop = (event) => { if (event.key === "Escape" && view.isArmed) arm(view, false); };
  document.addEventListener("keydown", stop);
  view.forget = () => document.removeEventListener("keydown", stop);
  return view;
}

function fillView(view, panel, words, pick, explain) {
  Object.assign(view, { panel, words, pick, explain });
  view.node.className = `fb-panel fb-${panel.width}${panel.cube ? "" : " fb-unheld"}`;
  view.title.textContent = panel.title;
  view.subtitle.textContent = panel.subtitle;
  view.ignored.textContent = panel.ignored;
  view.ignored.hidden = !panel.ignored;
  view.empty.hidden = !panel.empty;
  view.empty.textContent = panel.empty ?? "";
  view.scroll.hidden = Boolean(panel.empty) || !panel.figure;
  view.chart.setAttribute("aria-label", panel.alt);
  if (panel.cube === "wage" && !view.range) {
    view.range = newRange(view);
    view.scroll.after(view.range.box);
    view.scroll.classList.add("fb-brushed");
    brush(view);
  }
  if (view.range) {
    view.range.box.hidden = view.scroll.hidden;
    view.range.follow();
  }
  view.tools.replaceChildren();
  view.buttons = {
    table: button(words.table, words.table_help, () => drawer(view, "table")),
    sql: button("SQL", words.sql_help, () => drawer(view, "sql")),
  };
  view.tools.append(view.buttons.table, view.buttons.sql);
  if (panel.figure && !panel.empty && panel.has_marks) {
    view.buttons.explain = button(words.explain, words.explain_help, (event) => askOf(view, event));
    view.tools.append(view.buttons.explain);
  }
  arm(view, false);
  for (const [name, href] of Object.entries(panel.links)) view.tools.append(link(name, href, words.download));
  if (panel.figure && !panel.empty) {
    for (const format of ["png", "svg"]) view.tools.append(button(format.toUpperCase(), words.download, () => picture(view, format)));
  }
  if (!panel.figure && !view.open) view.open = "table";
  fillDrawer(view);
}

function picture(view, format) {
  const { panel, chart } = view;
  const layout = structuredClone(chart.layout);
  const data = chart.data;
  layout.paper_bgcolor = layout.meta?.ground ?? "#ffffff";
  layout.title = { text: panel.title, font: { size: 18 }, x: 0.01, y: 0.985, yanchor: "top", subtitle: { text: panel.stamp, font: { size: 11 } } };
  layout.margin = { ...layout.margin, t: (layout.margin?.t ?? 8) + 70 };
  window.Plotly.downloadImage({ data, layout }, { format, width: 1280, height: 720, filename: panel.file_name });
}

// The layout for the width at hand: a figure says in its meta what changes where it is narrow, one level deep.
function fitted(layout, width) {
  const narrow = layout.meta?.narrow;
  if (!narrow || width >= narrow.below_px) return layout;
  const found = { ...layout };
  for (const [name, change] of Object.entries(narrow.layout)) found[name] = Array.isArray(change) || !layout[name] ? change : { ...layout[name], ...change };
  return found;
}

async function draw(view, url, isLeft) {
  const { panel } = view;
  if (!panel.figure || panel.empty) return;
  const least = panel.figure.layout.meta?.least_width_px ?? 0;
  const room = `minmax(${panel.height}px, 1fr) / minmax(${least}px, 1fr)`; // before anything is loaded, so that nothing jumps
  if (view.room !== room) Object.assign(view, { room }).scroll.style.gridTemplate = room;
  await loadPlotly(url);
  if (!(isLeft && panel.cube && view.isListening)) await react(view, panel.figure);
  listen(view, view.chart);
  view.isListening = true;
  setCursor(view);
}

// What a person does on a chart, whichever of the two is seen.
function listen(view, chart) {
  if (chart.isHeard) return;
  chart.isHeard = true;
  chart.on("plotly_click", (event) => {
    if (view.isBrushing) return;
    const point = event.points?.[0];
    if (view.isArmed && point) {
      arm(view, false);
      view.explain({ panel: view.panel.id, trace: point.curveNumber, point: point.pointNumber ?? point.pointIndex ?? 0 });
      return;
    }
    const code = codeOf(point);
    if (view.panel.pick && code !== null) view.pick(view.panel.pick, code);
  });
  chart.on("plotly_hover", (event) => {
    const code = codeOf(event.points?.[0]);
    if (chart === view.chart && !view.isBrushing) pointAt(view.board, view.isArmed || code === null ? null : view, code);
  });
  chart.on("plotly_unhover", ({ event }) => { if (chart === view.chart && !event?.buttons) pointAt(view.board, null); }); // not for a press
}

function codeOf(point) {
  const code = point?.customdata ?? point?.data?.customdata ?? null; // a filled area has one code for all its points
  return Array.isArray(code) ? code[0] : code;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".fb-board");
  let board = boards.get(root);
  if (!board) {
    board = { root, views: new Map(), tiles: make("div", "fb-tiles"), note: make("p", "fb-tiles-note"), run: 0, redraws: 0, pending: null };
    boards.set(root, board);
    root.board = board; // for those who look from outside: tests and measurements
    root.append(board.tiles, board.note);
    watchAddress(board);
    watchNearness(board);
  }
  const run = ++board.run;
  board.tell = setTriggerValue;
  board.keys = data.keys;
  const isLeft = isAwaiting(board, data.selection);
  const pick = (filter, code) => choose(board, changesOf(board, filter, code));
  const explain = (asked) => setTriggerValue("explain", asked);
  fillTiles(board, data.tiles, data.words, explain);
  board.tiles.hidden = !data.tiles.length;
  board.note.textContent = data.tiles_note;
  board.note.hidden = !data.tiles_note;
  const wanted = new Set(data.panels.map((panel) => panel.id));
  for (const [id, view] of board.views) {
    if (wanted.has(id)) continue;
    window.Plotly?.purge(view.chart);
    dropSpare(view);
    view.forget();
    view.node.remove();
    board.views.delete(id);
  }
  data.panels.forEach((panel, position) => {
    if (!board.views.has(panel.id)) board.views.set(panel.id, newView(panel, board));
    const view = board.views.get(panel.id);
    fillView(view, panel, data.words, pick, explain);
    if (root.children[position + 2] !== view.node) root.insertBefore(view.node, root.children[position + 2] ?? null);
  });
  root.dataset.state = "drawing";
  const redraws = board.redraws;
  Promise.all(data.panels.map((panel) => draw(board.views.get(panel.id), data.plotly_url, isLeft)))
    .then(() => {
      if (run !== board.run) return;
      if (!isLeft) setBehind(board, false);
      if (board.redraws > redraws) root.dataset.painted = "server";
      Object.assign(root.dataset, { state: "painted", stamp: data.stamp, run, redraws: board.redraws });
      wantIndex(board, data.index_url, data.index_family);
      board.isNear = root.matches(":hover, :focus-within");
      lookAhead(board);
    })
    .catch((error) => { root.dataset.state = "failed"; console.error(error); });
}
