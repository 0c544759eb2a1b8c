// What a key means; the same in the window of the audience and in that of the speaker.

const BY_KEY = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
  ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back",
  Home: "first", End: "last", Escape: "leave", "?": "help", "？": "help", ".": "blank", "。": "blank",
  b: "blank", d: "definition", f: "fullscreen", n: "notes", t: "table", h: "help",
};
// With an input method for Chinese switched on, a letter arrives as "Process"; the key itself is still known.
const BY_CODE = { KeyB: "blank", KeyD: "definition", KeyF: "fullscreen", KeyN: "notes", KeyT: "table", KeyH: "help", Period: "blank", Space: "next" };
const DIGITS_LAST_MS = 3000, MOST_DIGITS = 3;

export class Keys {
  constructor(onDigits) {
    this.digits = "";
    this.onDigits = onDigits;
  }

  // The command of a key press, or null: {name, value}.
  read(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return null;
    if (/^[0-9]$/.test(event.key)) {
      this.hold((this.digits + event.key).slice(-MOST_DIGITS));
      return null;
    }
    const digits = this.digits;
    if (!["Shift", "Process"].includes(event.key)) this.hold("");
    if (event.key === "Enter" && digits) return { name: "go", value: Number(digits) - 1 };
    if (event.key === "Escape" && digits) return null;
    const name = BY_KEY[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      ?? (["Process", "Unidentified"].includes(event.key) || event.isComposing ? BY_CODE[event.code] : undefined);
    return name ? { name } : null;
  }

  hold(digits) {
    if (digits === this.digits) return;
    this.digits = digits;
    clearTimeout(this.timer);
    if (digits) this.timer = setTimeout(() => this.hold(""), DIGITS_LAST_MS);
    this.onDigits(digits);
  }
}

// True where the key belongs to what has the focus: a button, a link, or a text that can be scrolled.
export function isOfFocus(event) {
  const { target, key } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest("button, a, summary") && (key === "Enter" || key === " ")) return true;
  return Boolean(target.closest("dialog, .scrolls")) && (key === "ArrowUp" || key === "ArrowDown" || key === "Tab");
}
