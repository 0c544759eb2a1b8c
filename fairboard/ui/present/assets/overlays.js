// What lies over a slide on request: its definitions and SQL, its table, the keys. One at a time; focus goes in and comes back.

import { make } from "./deck.js";
import { tableOf } from "./slides.js";

const FILL = { definition, table, help };

export class Overlays {
  constructor(dialog, words, onClose) {
    Object.assign(this, { dialog, words, kind: null });
    dialog.addEventListener("close", () => { this.kind = null; onClose(); });
    dialog.addEventListener("click", (event) => { if (event.target === dialog) this.close(); });
    dialog.addEventListener("cancel", (event) => event.preventDefault()); // Esc is read with the other keys
  }

  toggle(kind, slide) {
    if (this.kind === kind) return this.close();
    this.kind = kind;
    const body = make("div", "scrolls");
    body.tabIndex = 0;
    const close = make("button", "close", "×");
    close.type = "button";
    close.setAttribute("aria-label", this.words.close);
    close.onclick = () => this.close();
    const title = make("h2", "", kind === "help" ? this.words.keys : slide.title);
    title.id = "overlay-title";
    const top = make("div", "overlay-top");
    top.append(title);
    this.dialog.className = `overlay is-${kind}`;
    this.dialog.replaceChildren(top, body, close);
    FILL[kind](body, slide, this.words);
    if (!this.dialog.open) this.dialog.showModal();
    body.focus();
  }

  // True where something was open.
  close() {
    if (!this.dialog.open) return false;
    this.dialog.close();
    return true;
  }
}

function definition(body, slide, words) {
  const list = make("dl", "definitions");
  for (const item of slide.definitions) {
    const text = make("dd", "", item.text);
    if (item.unit) text.append(make("span", "unit", item.unit));
    list.append(make("dt", "", item.label), text);
  }
  if (slide.definitions.length) body.append(list);
  for (const { question, statement } of slide.sql) body.append(make("h3", "", question), make("pre", "", statement));
  if (!slide.definitions.length && !slide.sql.length) body.append(make("p", "", words.no_definition));
}

function table(body, slide, words) {
  body.append(slide.table?.rows.length ? tableOf(slide.table) : make("p", "", words.no_table));
}

function help(body, slide, words) {
  const list = make("dl", "keys");
  for (const [keys, meaning] of words.key_list) {
    const term = make("dt");
    for (const key of keys) term.append(make("kbd", "", key));
    list.append(term, make("dd", "", meaning));
  }
  body.append(list);
}
