// Charts that are drawn before they are seen. They answer to hover, and a click on a mark makes the others step back; no number changes.

const CONFIG = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false, showTips: false };
const FAINT = 0.3;

export function draw(section, figure) {
  const box = section.querySelector(".chart");
  if (!box || !figure || box.isDrawn) return;
  box.isDrawn = true;
  const { data, layout } = structuredClone(figure);
  const size = { width: box.clientWidth, height: box.clientHeight, autosize: false };
  window.Plotly.newPlot(box, data, { ...layout, ...size }, CONFIG);
  box.on("plotly_click", ({ points }) => {
    const code = points[0]?.customdata;
    if (code !== undefined && code !== null) mark(box, box.marked === code ? null : code);
  });
}

export function resize(section) {
  const box = section.querySelector(".chart");
  if (!box?.isDrawn || (box.layout.width === box.clientWidth && box.layout.height === box.clientHeight)) return;
  window.Plotly.relayout(box, { width: box.clientWidth, height: box.clientHeight });
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
