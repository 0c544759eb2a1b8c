// Charts that are drawn before they are seen. They answer to hover, and a click on a mark makes the others step back; no number changes.

const CONFIG = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false, showTips: false };
const FAINT = 0.3, ROW_OF_TYPE = 1.15;
const FONTS = ["font", "tickfont", "textfont"];

// Draws the chart of a slide, unless it stands there in its size already; the library has to be loaded.
export function draw(section, figure) {
  const box = section.querySelector(".chart");
  if (!box || !figure || (box.isDrawn && box.layout.width === box.clientWidth && box.layout.height === box.clientHeight)) return;
  const isFirst = !box.isDrawn;
  const { data, layout } = inRows(structuredClone(figure), box.clientHeight);
  box.isDrawn = true;
  Object.assign(box, { marked: null, opacities: null });
  window.Plotly.react(box, data, { ...layout, width: box.clientWidth, height: box.clientHeight, autosize: false }, CONFIG);
  if (isFirst) {
    box.on("plotly_click", ({ points }) => {
      const code = points[0]?.customdata;
      if (code !== undefined && code !== null) mark(box, box.marked === code ? null : code);
    });
  }
}

// Where rows are lower than their type, because the texts of the slide take much room, the type of the chart is made smaller.
function inRows(figure, height) {
  const bars = figure.data.filter((trace) => trace.orientation === "h");
  const rows = bars.reduce((count, trace) => count + trace.y.length, 0), { margin, font } = figure.layout;
  const part = (height - margin.t - margin.b) / (rows * font.size * ROW_OF_TYPE);
  return rows && part < 1 ? withType(figure, part) : figure;
}

function withType(value, part, key = "", parent = "") {
  if (key === "hoverlabel") return value;
  if (Array.isArray(value)) return value.map((item) => withType(item, part, key, parent));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withType(item, part, name, key)]));
  return key === "size" && FONTS.includes(parent) ? value * part : value;
}

// True where a mark had been chosen.
export function unmark(section) {
  const box = section.querySelector(".chart");
  if (!box?.isDrawn || (box.marked ?? null) === null) return false;
  mark(box, null);
  return true;
}

function mark(box, code) {
  box.marked = code;
  const isFaint = (other) => code !== null && other !== code;
  const traces = box.data.flatMap((trace, number) => (trace.customdata?.length && trace.marker ? [number] : []));
  const own = box.opacities ??= traces.map((number) => box.data[number].marker.opacity ?? 1);
  const opacities = traces.map((number, place) => [...box.data[number].customdata].map((other, position) => {
    const before = Array.isArray(own[place]) ? own[place][position] : own[place];
    return isFaint(other) ? before * FAINT : before;
  }));
  const places = traces.length ? [...box.data[traces[0]].customdata] : [];
  const isTiles = box.layout.shapes?.length === places.length && box.layout.annotations?.length === places.length;
  const changes = isTiles ? Object.fromEntries(places.flatMap((other, place) => [
    [`shapes[${place}].opacity`, isFaint(other) ? FAINT : 1], [`annotations[${place}].opacity`, isFaint(other) ? 2 * FAINT : 1],
  ])) : {};
  window.Plotly.update(box, { "marker.opacity": opacities }, changes, traces);
}
