// One slide as an element of a stage of fixed width: built once, fitted to the stage, shown and hidden by a class.

import { filled, make } from "./deck.js";

// The parts of the full size that are tried one after the other; 0.8 of the head is 48 points. Numbers of tiles are at least 90 points high
// but where nothing else helps.
const HEAD_STEPS = [1, 0.94, 0.87, 0.8], HEAD_PART = 0.3, MOST_HEAD_PART = 0.45, BARE_HEAD_PART = 0.62, TITLE_HEAD_PART = 0.52;
const STEPS = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4, 0.34, 0.28], LARGER_STEPS = [1.4, 1.25, 1.12], TILE_STEPS = 6;
const AMOUNTS = ["128px", "116px", "104px", "96px", "90px"], LOWER_AMOUNTS = ["82px", "74px"], SMALL_AMOUNTS = ["90px", "76px", "64px", "52px", "44px", "36px"];
const MOST_IN_A_COLUMN = 3;
const LEAST_TYPE = "30px";
const FOOT_STEPS = ["26px", "23px", "20px", "17px", "14px"];
const MOST_ON_ONE_LINE = 14;
const LEAST_CHART = "380px", TINY_CHART = "220px";

export function build(deck, number, words) {
  const slide = deck.slides[number];
  const section = make("section", "slide");
  section.setAttribute("aria-roledescription", words.slide);
  section.setAttribute("aria-label", label(deck, number, words));
  const kinds = { tiles: slide.tiles.length, chart: slide.figure, points: slide.points.length, table: slide.table && !slide.figure && !slide.tiles.length };
  const parts = Object.keys(kinds).filter((kind) => kinds[kind]);
  section.classList.add(...(parts.length ? parts.map((part) => `has-${part}`) : ["is-bare"]));
  if (slide.kind === "title") section.classList.add("is-title");
  if (slide.figure && slide.tiles.length > MOST_IN_A_COLUMN) section.classList.add("has-many-tiles");
  section.append(head(slide));
  const content = make("div", "content");
  if (kinds.tiles) content.append(tiles(slide.tiles));
  if (kinds.chart) content.append(chart(slide));
  if (kinds.points) content.append(points(slide.points));
  if (kinds.table) content.append(shortTable(slide.table, words));
  if (slide.empty_reason) content.append(make("p", "empty", slide.empty_reason));
  section.append(content, remarks(slide), foot(deck, number, words));
  return section;
}

export function label(deck, number, words) {
  return `${filled(words.slide_of, { number: number + 1, count: deck.slides.length })}: ${deck.slides[number].title}`;
}

function head(slide) {
  const header = make("header");
  header.append(make("h2", "title", slide.title));
  if (slide.finding.length) header.append(sentence("p", "finding", slide.finding));
  else header.classList.add("has-title-only");
  return header;
}

// Words and numbers; the numbers stand out.
export function sentence(tag, className, parts) {
  const node = make(tag, className);
  for (const [text, isNumber] of parts) node.append(isNumber ? make("b", "", text) : text);
  return node;
}

function tiles(items) {
  const box = make("div", "tiles");
  for (const item of items) {
    const tile = make("div", "tile");
    const value = make("p", "value");
    value.append(make("span", "amount", item.text));
    if (item.unit) value.append(make("span", "unit", item.unit));
    tile.append(make("p", "label", item.label), value);
    tile.append(make("p", "remark", item.remark));
    box.append(tile);
  }
  return box;
}

function chart(slide) {
  const box = make("div", "chart");
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", slide.alt || slide.title);
  return box;
}

function points(items) {
  const list = make("ul", "points");
  for (const item of items) list.append(sentence("li", "", item));
  return list;
}

function shortTable(table, words) {
  const box = make("div", "short-table");
  box.append(tableOf(table), make("p", "more"));
  box.moreText = words.more_rows;
  return box;
}

export function tableOf(table) {
  const node = make("table");
  const line = node.createTHead().insertRow();
  for (const column of table.columns) {
    const cell = make("th", column.is_number ? "number" : "", column.label);
    cell.scope = "col";
    line.append(cell);
  }
  const body = node.createTBody();
  for (const row of table.rows) {
    const made = body.insertRow();
    row.forEach((text, place) => {
      const cell = made.insertCell();
      cell.textContent = text;
      if (table.columns[place].is_number) cell.className = "number";
      else if (widthOf(text) <= MOST_ON_ONE_LINE) cell.className = "short";
    });
  }
  return node;
}

// How wide a text is in Latin letters; a Chinese character is as wide as two.
function widthOf(text) {
  return [...text].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 2 : 1), 0);
}

function remarks(slide) {
  const box = make("div", "remarks");
  if (slide.basis) box.append(make("p", "basis", slide.basis));
  if (slide.caveat) box.append(make("p", "caveat", slide.caveat));
  return box;
}

function foot(deck, number, words) {
  const footer = make("footer");
  if (deck.has_synthetic) footer.append(make("span", "synthetic", words.synthetic));
  footer.append(make("span", "sentence", [deck.sentence, deck.record_kinds].filter(Boolean).join(" · ")));
  footer.append(make("span", "stamp", deck.version_text));
  footer.append(make("span", "place", `${number + 1} / ${deck.slides.length}`));
  return footer;
}

// Type shrinks step by step until nothing of the slide is cut off: the head down to its least size, then the rest, and numbers last.
export function fit(section) {
  const set = (name, value) => section.style.setProperty(name, value);
  const isBare = section.matches(".is-bare, .is-title"), header = section.querySelector("header");
  const fitsBy = (name, steps, isFitting) => steps.some((step) => { set(name, step); return isFitting(); });
  const isHeadBelow = (part) => () => header.offsetHeight <= section.clientHeight * part;
  set("--size", 1);
  set("--floor", LEAST_TYPE);
  fitsBy("--foot", FOOT_STEPS, () => !isCut(section.querySelector("footer .sentence")));
  if (isBare) fitsBy("--head", STEPS, isHeadBelow(section.matches(".is-bare") ? BARE_HEAD_PART : TITLE_HEAD_PART));
  else if (!fitsBy("--head", HEAD_STEPS, isHeadBelow(HEAD_PART)) && !isHeadBelow(MOST_HEAD_PART)()) {
    fitsBy("--head", STEPS.filter((step) => step < HEAD_STEPS.at(-1)), isHeadBelow(MOST_HEAD_PART));
  }
  const columns = columnsOfTiles(section), hasTiles = columns.length > 0;
  const isArranged = (amounts) => (hasTiles ? columns : [1]).some((count) => {
    set("--columns", count);
    return fitsBy("--amount", amounts, () => { alignUnits(section); cutTable(section); return !isOver(section); });
  });
  const larger = section.matches(".has-points:not(.has-chart, .has-tiles, .has-table, .is-title)") ? LARGER_STEPS : [];
  set("--least", LEAST_CHART);
  if (fitsBy("--size", [...larger, ...STEPS.slice(0, hasTiles ? TILE_STEPS : STEPS.length)], () => isArranged(hasTiles ? AMOUNTS : AMOUNTS.slice(0, 1)))) return;
  if (hasTiles && fitsBy("--size", STEPS.slice(0, TILE_STEPS), () => isArranged(LOWER_AMOUNTS))) return;
  set("--least", TINY_CHART);
  if (hasTiles && fitsBy("--size", STEPS.slice(3, 6), () => isArranged(SMALL_AMOUNTS))) return;
  set("--floor", "0px");
  fitsBy("--size", STEPS.slice(3), () => isArranged(SMALL_AMOUNTS));
}

function isCut(box) {
  return box.scrollHeight > box.clientHeight + 2;
}

// Looks at where the boxes lie, and not at what they could be scrolled by: lines of Chinese are higher than the room they take.
function isOver(section) {
  const pairs = [[".content", ".content > *"], [".points", ".points > li"], [".short-table", ".short-table > *"]];
  const inside = pairs.flatMap(([outer, inner]) => [...section.querySelectorAll(inner)].map((item) => [section.querySelector(outer), item]));
  const tiles = [...section.querySelectorAll(".tiles .tile")];
  const own = tiles.flatMap((tile) => [...tile.children].map((item) => [tile, item])).concat(tiles.map((tile) => [tile.parentElement, tile]));
  const isBeyond = [...inside, ...own, [section, section.querySelector("footer")]].some(([outer, inner]) => sticksOut(inner, outer));
  return isBeyond || [...section.querySelectorAll(".value > *")].some((part) => part.getBoundingClientRect().right > part.parentElement.getBoundingClientRect().right + 1);
}

function sticksOut(inner, outer) {
  const a = inner.getBoundingClientRect(), b = outer.getBoundingClientRect();
  return a.top < b.top - 1 || a.bottom > b.bottom + 1 || a.left < b.left - 1 || a.right > b.right + 1;
}

// In how many columns tiles may stand, the best first.
function columnsOfTiles(section) {
  const box = section.querySelector(".tiles");
  if (!box) return [];
  const count = box.children.length;
  if (section.matches(".has-chart") && !section.closest(".is-upright")) return [count > MOST_IN_A_COLUMN ? 2 : 1];
  const most = { 4: 2, 5: 3, 6: 3 }[count] ?? Math.min(count, 4);
  return Array.from({ length: most }, (_, place) => most - place);
}

// Where one unit has no room beside its number, all stand below theirs.
function alignUnits(section) {
  section.classList.remove("has-units-below");
  const isBelow = (unit) => unit.offsetTop > unit.previousSibling.offsetTop + unit.previousSibling.offsetHeight * 0.7;
  section.classList.toggle("has-units-below", [...section.querySelectorAll(".unit")].some(isBelow));
}

// As many rows as have room; how many more the table has is said.
function cutTable(section) {
  const box = section.querySelector(".short-table");
  if (!box) return;
  const rows = [...box.querySelectorAll("tbody tr")], more = box.querySelector(".more");
  for (const row of rows) row.hidden = false;
  more.textContent = "";
  for (let shown = rows.length; shown > 1 && (sticksOut(box.firstChild, box) || sticksOut(more, box)); shown -= 1) {
    rows[shown - 1].hidden = true;
    more.textContent = filled(box.moreText, { count: rows.length - shown + 1 });
  }
}
