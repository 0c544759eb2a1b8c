// The window of the audience. It holds every slide, and decides which one is shown; the speaker's window asks and is told.

import { channel, newSession, place as placeInAddress } from "./channel.js";
import * as charts from "./charts.js";
import { filled, read } from "./deck.js";
import { Keys, isOfFocus } from "./keys.js";
import { watchVersion } from "./newer.js";
import { Overlays } from "./overlays.js";
import { listenToPointer } from "./pointer.js";
import * as screen from "./screen.js";
import { build, fit, label } from "./slides.js";
import { Clock, NotesWindow } from "./speaker.js";
import { place, sizeFor } from "./stage.js";

const CLAIM_MS = 150, TOAST_MS = 5000, RESIZE_MS = 120;
const deck = read("deck"), words = read("words"), links = read("links");
const stage = document.getElementById("stage"), live = document.getElementById("live"), toastBox = document.getElementById("toast");
const own = newSession();
const sections = deck.slides.map((_, number) => build(deck, number, words));
const overlays = new Overlays(document.getElementById("overlay"), words, tell);
const fitted = new Set(), clock = new Clock();
const notes = new NotesWindow(links.notes, () => toast(words.notes_blocked));
const keys = new Keys((digits) => { document.getElementById("digits").textContent = digits; });
let { session, index } = placeInAddress();
let runs = 0, isBlank = false, newer = null, line = null, size = null, toastTimer = null, resizeTimer = null;

function state() {
  return { index, isBlank, overlay: overlays.kind, newer, clock: clock.value, screen: { width: size.width, height: size.height } };
}

function tell() {
  line?.send({ type: "state", state: state() });
}

function show(number) {
  const wanted = Math.max(0, Math.min(sections.length - 1, number));
  overlays.close();
  blank(false);
  if (wanted !== index) {
    charts.unmark(sections[index]);
    if (wanted > index && clock.isUntouched) clock.start();
  }
  prepare(wanted);
  sections[index].classList.remove("is-shown");
  sections[wanted].classList.add("is-shown");
  index = wanted;
  live.textContent = label(deck, index, words);
  remember();
  tell();
}

function remember() {
  if (!session) return;
  try {
    history.replaceState(null, "", `#s=${session}&n=${index + 1}`);
    clock.save(session);
  } catch { /* a browser that counts or forbids this shows the slides all the same */ }
}

function blank(isWanted) {
  if (isBlank === isWanted) return;
  isBlank = isWanted;
  document.getElementById("blank").hidden = !isBlank;
  live.textContent = isBlank ? words.blank : label(deck, index, words);
  tell();
}

function changeClock(how) {
  clock[how]();
  remember();
  tell();
}

function leave() {
  if (overlays.close()) return;
  if (isBlank) return blank(false);
  if (charts.unmark(sections[index]) || screen.exit()) return;
  line?.send({ type: "bye" });
  if (screen.isFramed()) window.parent.postMessage({ type: "fairboard-present-closed", newer }, location.origin);
  else location.assign(links.back);
}

function toggle(kind) {
  blank(false);
  overlays.toggle(kind, deck.slides[index]);
  tell();
}

const COMMANDS = {
  next: () => show(index + 1),
  back: () => show(index - 1),
  first: () => show(0),
  last: () => show(sections.length - 1),
  go: (number) => show(Number.isInteger(number) ? number : index),
  blank: () => { overlays.close(); blank(!isBlank); },
  definition: () => toggle("definition"),
  table: () => toggle("table"),
  help: () => toggle("help"),
  leave,
  clear: () => overlays.close() || (isBlank ? blank(false) : charts.unmark(sections[index])),
  fullscreen: () => screen.toggle().catch(() => toast(words.no_fullscreen)),
  notes: () => notes.open(session),
  clock_start: () => changeClock("start"),
  clock_pause: () => changeClock("pause"),
  clock_reset: () => changeClock("reset"),
  renew: () => { if (newer) location.replace(`${links.without_version}&v=${encodeURIComponent(newer)}#s=${session}&n=${index + 1}`); },
};
const FROM_SPEAKER = new Set(Object.keys(COMMANDS).filter((name) => !["leave", "fullscreen", "notes"].includes(name)));

function toast(text) {
  toastBox.textContent = text;
  toastBox.classList.add("is-shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => toastBox.classList.remove("is-shown"), TOAST_MS);
}

function onMessage(message) {
  if (message.type === "claim" && message.own !== own) line.send({ type: "taken", own: message.own });
  if (message.type === "taken" && message.own === own) join(newSession());
  if (message.type === "hello") line.send({ type: "deck", deck, state: state() });
  if (message.type === "command" && FROM_SPEAKER.has(message.name)) COMMANDS[message.name](message.value);
}

function join(name) {
  line?.close();
  session = name;
  line = channel(session, onMessage);
  remember();
}

// A session named in the address is this window's own after a reload; in a copy of the tab it is another's, which says so.
function joinFirst() {
  clock.load(session);
  const isKnown = Boolean(session);
  join(session || newSession());
  if (!isKnown) return;
  line.send({ type: "claim", own });
  setTimeout(() => line.send({ type: "deck", deck, state: state() }), CLAIM_MS);
}

function resize() {
  const wanted = sizeFor(window.innerWidth, window.innerHeight);
  const isSame = size && size.width === wanted.width && size.height === wanted.height;
  place(stage, wanted, wanted.scale);
  document.documentElement.style.setProperty("--scale", wanted.scale);
  size = wanted;
  document.body.dataset.size = `${window.innerWidth}x${window.innerHeight}`;
  if (isSame) return;
  document.body.dataset.state = "fitting";
  fitted.clear();
  runs += 1; // what is still being prepared is prepared for the size before, and must not say that all is ready
  prepare(index);
  clearTimeout(resizeTimer);
  resizeTimer = setTimeout(() => { prepareAll(); tell(); }, RESIZE_MS);
}

// Fits a slide to the stage and draws its chart, where that is not done yet.
function prepare(number) {
  if (!fitted.has(number)) fit(sections[number]);
  fitted.add(number);
  if (window.Plotly) charts.draw(sections[number], deck.slides[number].figure);
}

// The slide that is seen, then its neighbours, then all others, one whenever the browser has nothing else to do.
async function prepareAll() {
  if (!window.Plotly) return;
  const run = runs += 1;
  const order = sections.map((_, number) => number).sort((a, b) => Math.abs(a - index) - Math.abs(b - index));
  for (const number of order) {
    await new Promise((resolve) => (window.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 200 }) : setTimeout(resolve)));
    if (run !== runs) return; // a newer one does it all
    prepare(number);
  }
  document.body.dataset.state = "ready";
}

function listen() {
  document.addEventListener("keydown", (event) => {
    if (isOfFocus(event)) return;
    const command = keys.read(event);
    if (!command) return;
    event.preventDefault();
    toastBox.classList.remove("is-shown");
    COMMANDS[command.name](command.value);
  });
  for (const [id, name] of [["edge-back", "back"], ["edge-next", "next"]]) {
    const edge = document.getElementById(id);
    edge.addEventListener("mousedown", (event) => event.preventDefault());
    edge.addEventListener("click", () => COMMANDS[name]());
  }
  listenToPointer({ next: COMMANDS.next, back: COMMANDS.back });
  screen.onExit(() => toast(words.hint_left));
  window.addEventListener("pagehide", () => line?.send({ type: "bye" }));
  watchVersion(links.current_version, deck.version_id, (found) => { newer = found; tell(); });
  joinFirst();
  window.focus();
  toast(words.hint);
}

document.title = deck.title;
index = Math.min(index, sections.length - 1);
stage.append(...sections);
resize();
if (screen.isPreview()) document.body.classList.add("is-preview");
else listen();
show(index);
window.addEventListener("resize", resize);
window.addEventListener("hashchange", () => show(placeInAddress().index));
const library = document.getElementById("library");
if (window.Plotly) prepareAll();
else library.addEventListener("load", prepareAll);
