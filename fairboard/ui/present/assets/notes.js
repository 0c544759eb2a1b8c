// The speaker's window: notes, the next slide and the clock. It gets everything from the window of the audience, and asks it by command.

import { channel, place as placeInAddress } from "./channel.js";
import { filled, read } from "./deck.js";
import { Keys, isOfFocus } from "./keys.js";
import { Preview } from "./preview.js";

const TICK_MS = 250, SILENCE_MS = 2000;
const words = read("words");
const part = (id) => document.getElementById(id);
const { session } = placeInAddress();
const keys = new Keys((digits) => { part("digits").textContent = digits; });
const previews = { now: new Preview(part("current"), words), next: new Preview(part("next"), words) };
let deck = null, state = null;

function onMessage(message) {
  if (message.type === "deck") {
    deck = message.deck;
    document.title = `${words.notes_title} · ${deck.title}`;
    part("closed").hidden = true;
  }
  if (message.type === "deck" || message.type === "state") {
    state = message.state;
    if (deck) fill();
    else line.send({ type: "hello" });
  }
  if (message.type === "bye") part("closed").hidden = false;
}

const line = channel(session, onMessage);

function ask(name, value) {
  line.send({ type: "command", name, value });
}

function fill() {
  const slide = deck.slides[state.index];
  previews.now.show(deck, state.index, state.screen);
  previews.next.show(deck, state.index + 1, state.screen);
  part("current").classList.toggle("is-blank", state.isBlank);
  part("place").textContent = `${state.index + 1} / ${deck.slides.length}`;
  if (part("note").dataset.of !== String(state.index)) part("note").parentElement.scrollTop = 0;
  part("note").dataset.of = state.index;
  part("note").textContent = slide.note || words.no_note;
  part("note").classList.toggle("is-empty", !slide.note);
  part("live").textContent = `${filled(words.slide_of, { number: state.index + 1, count: deck.slides.length })}: ${slide.title}`;
  for (const [id, isOn] of [["blank", state.isBlank], ["definition", state.overlay === "definition"], ["table", state.overlay === "table"]]) {
    part(id).setAttribute("aria-pressed", String(isOn));
  }
  part("newer").hidden = !state.newer;
  part("newer-text").textContent = state.newer ? filled(words.newer, { version: state.newer, shown: deck.version_id }) : "";
  part("run").textContent = state.clock.startedAt ? words.pause : words.start;
  tick();
}

function tick() {
  part("now").textContent = new Date().toLocaleTimeString(words.locale, { hour: "2-digit", minute: "2-digit", hour12: false });
  if (!state) return;
  const { startedAt, before } = state.clock;
  const seconds = Math.floor((before + (startedAt ? Date.now() - startedAt : 0)) / 1000);
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  part("elapsed").textContent = `${hours ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function press(command) {
  if (command.name === "notes") return;
  if (command.name === "fullscreen") {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => {});
  } else if (command.name === "leave") ask("clear"); // leaving is for the window of the audience
  else ask(command.name, command.value);
}

document.addEventListener("keydown", (event) => {
  if (isOfFocus(event)) return;
  const command = keys.read(event);
  if (!command) return;
  event.preventDefault();
  press(command);
});
for (const id of ["back", "next", "blank", "definition", "table"]) part(id === "next" ? "go-next" : id === "back" ? "go-back" : id).onclick = () => ask(id);
part("run").onclick = () => ask(state?.clock.startedAt ? "clock_pause" : "clock_start");
part("reset").onclick = () => ask("clock_reset");
part("renew").onclick = () => ask("renew");
window.addEventListener("resize", () => { if (deck) fill(); });
setInterval(tick, TICK_MS);
setTimeout(() => { if (!deck) part("closed").hidden = false; }, SILENCE_MS);
tick();
line.send({ type: "hello" });
