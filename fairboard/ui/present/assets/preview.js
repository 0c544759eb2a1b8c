// A slide in small, as the audience sees it.

import * as charts from "./charts.js";
import { make } from "./deck.js";
import { build, fit } from "./slides.js";
import { place } from "./stage.js";

export class Preview {
  constructor(box, words) {
    Object.assign(this, { box, words, shown: "" });
  }

  // The slide `number` of `deck` on a stage of the audience's proportions; past the last one it says that this was the end.
  show(deck, number, size) {
    const key = `${deck.version_id} ${number} ${size.width} ${size.height}`;
    this.box.style.aspectRatio = `${size.width} / ${size.height}`;
    if (key !== this.shown || deck !== this.deck) {
      Object.assign(this, { shown: key, deck });
      this.fill(deck, number, size);
    }
    if (this.stage) place(this.stage, size, this.box.clientWidth / size.width);
  }

  fill(deck, number, size) {
    this.stage = null;
    if (number >= deck.slides.length) return this.box.replaceChildren(make("p", "end", this.words.end));
    this.stage = make("div", "stage");
    const section = build(deck, number, this.words);
    section.classList.add("is-shown");
    this.stage.append(section);
    this.box.replaceChildren(this.stage);
    place(this.stage, size, this.box.clientWidth / size.width);
    fit(section);
    charts.draw(section, deck.slides[number].figure);
  }
}
