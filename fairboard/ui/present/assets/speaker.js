// What the window of the audience keeps for the speaker: the clock, and the window of notes.

const CLOSING_MS = 300;

// Runs while `startedAt` is set; `before` are the milliseconds of earlier runs. It outlives a reload of the window.
export class Clock {
  constructor() {
    this.value = { startedAt: null, before: 0 };
  }

  get isUntouched() {
    return this.value.startedAt === null && !this.value.before;
  }

  start() {
    if (this.value.startedAt === null) this.value = { ...this.value, startedAt: Date.now() };
  }

  pause() {
    const { startedAt, before } = this.value;
    this.value = { startedAt: null, before: before + (startedAt ? Date.now() - startedAt : 0) };
  }

  reset() {
    this.value = { startedAt: this.value.startedAt ? Date.now() : null, before: 0 };
  }

  save(session) {
    sessionStorage.setItem(`fairboard-present-${session}`, JSON.stringify(this.value));
  }

  load(session) {
    try { this.value = JSON.parse(sessionStorage.getItem(`fairboard-present-${session}`)) ?? this.value; } catch { /* starts at nought */ }
  }
}

export class NotesWindow {
  constructor(address, onBlocked) {
    Object.assign(this, { address, onBlocked, opened: null, count: 0 });
  }

  open(session) {
    if (this.opened && !this.opened.closed) {
      this.opened.focus();
      setTimeout(() => { if (this.opened.closed) this.open(session); }, CLOSING_MS); // it was being closed at this moment
      return;
    }
    this.opened = window.open(`${this.address}#s=${session}`, `fairboard-notes-${session}-${this.count}`, "popup,width=1180,height=760");
    this.count += 1; // the name of a window that is closing would lead to that
    if (this.opened) this.opened.focus();
    else this.onBlocked();
  }
}
