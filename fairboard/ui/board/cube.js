// The index of one selection: sums of openings by two dimensions, each under all filters but those of the two. From it the values of a
// chart follow for every selection that differs in one dimension beside the chart's own. A selection is an object of texts by URL key.

const KEYS_OF = {
  sector: ["sector"], region: ["region"], wage: ["wage", "wage_to"], fair: ["fair", "kind", "from", "to", "record"], education: ["edu"], ownership: ["own"],
};
const NUMBER_KEYS = ["wage", "wage_to", "from", "to"];
const SELECTION_KEYS = [...Object.values(KEYS_OF).flat(), "univ"];

// The same selection always as the same texts: lists in one order, nothing that restricts nothing.
function canonical(selection) {
  const found = {};
  for (const key of SELECTION_KEYS) {
    if (!selection[key]) continue;
    found[key] = NUMBER_KEYS.includes(key) ? selection[key] : selection[key].split(".").sort().join(".");
  }
  return found;
}

function selectionOf(address) {
  return Object.fromEntries([...new URL(address).searchParams].filter(([key]) => SELECTION_KEYS.includes(key)));
}

function isSameSelection(one, other) {
  const [a, b] = [canonical(one), canonical(other)];
  return SELECTION_KEYS.every((key) => a[key] === b[key]);
}

function changedDimensions(one, other) {
  const [a, b] = [canonical(one), canonical(other)];
  return Object.keys(KEYS_OF).filter((dimension) => KEYS_OF[dimension].some((key) => a[key] !== b[key]));
}

const chosenCodes = (selection, key) => (selection[key] ? selection[key].split(".") : []);

function wageEnds(selection) {
  return [selection.wage ? Number(selection.wage) : null, selection.wage_to ? Number(selection.wage_to) : null];
}

// Piece 2k holds wages from 1000k + 1 to 1000k + 999, piece 2k + 1 the whole thousand above, piece 60 all over 30,000. Null where the
// selection cuts through a piece: then only the server knows.
function chosenPieces(selection) {
  const [least, most] = wageEnds(selection);
  if (least === null && most === null) return () => true;
  if (least !== null && (least % 1000 > 1 || least > 30001)) return null;
  if (most !== null && (![0, 999].includes(most % 1000) || most > 30000)) return null;
  return (piece) => {
    if (piece === null) return false;
    const first = piece % 2 ? 500 * (piece + 1) : 500 * piece + 1;
    const last = piece === 60 ? Infinity : piece % 2 ? first : first + 998;
    return (least === null || first >= least) && (most === null || last <= most);
  };
}

function chosenFairs(index, selection, isById) {
  const ids = isById ? chosenCodes(selection, "fair") : [];
  const kinds = chosenCodes(selection, "kind");
  const records = selection.record ? chosenCodes(selection, "record") : index.default_records;
  const found = new Set(index.members.fair.filter((fair) => (!ids.length || ids.includes(String(fair.code))) && (!kinds.length || kinds.includes(fair.kind))
    && (!selection.from || fair.day >= selection.from) && (!selection.to || fair.day <= selection.to) && records.includes(fair.record)).map((fair) => fair.code));
  return (code) => found.has(code);
}

function chosenOf(index, dimension, selection) {
  if (dimension === "wage") return chosenPieces(selection);
  if (dimension === "fair") return chosenFairs(index, selection, true);
  const codes = chosenCodes(selection, KEYS_OF[dimension][0]);
  return codes.length ? (code) => codes.includes(code) : () => true;
}

// Openings by code of `dimension` under `selection` but the filter of the dimension itself; null where the index does not hold them.
function valuesOf(index, dimension, selection) {
  const changed = changedDimensions(index.selection, selection).filter((name) => name !== dimension);
  if (changed.length > 1) return null;
  const other = changed[0] ?? (dimension === "sector" ? "region" : "sector");
  const isFirst = `${dimension}_${other}` in index.pairs;
  const pair = index.pairs[isFirst ? `${dimension}_${other}` : `${other}_${dimension}`];
  const isChosen = chosenOf(index, other, selection);
  if (!isChosen) return null;
  const isShown = dimension === "fair" ? chosenFairs(index, selection, false) : () => true;
  const [own, others] = isFirst ? [pair.rows, pair.columns] : [pair.columns, pair.rows];
  const [step, stride] = isFirst ? [pair.columns.length, 1] : [1, pair.columns.length];
  const places = others.flatMap((code, place) => (isChosen(code) ? [place * stride] : []));
  const found = new Map();
  own.forEach((code, place) => {
    if (!isShown(code)) return;
    let sum = 0;
    let isThere = false;
    for (const at of places) {
      const cell = pair.cells[place * step + at];
      if (cell < 0) continue;
      isThere = true;
      sum += cell;
    }
    if (isThere) found.set(code, sum);
  });
  return found;
}
