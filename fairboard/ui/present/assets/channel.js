// What joins the window of the audience and that of the speaker: a channel with the session's own name, so that two presentations
// in one browser do not mix.

const FORM = /^[a-z0-9]{8,40}$/;

export function newSession() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (number) => number.toString(36)).join("");
}

// The session and the slide that the address names: #3, or #s=…&n=3 once the window is open.
export function place() {
  const text = location.hash.slice(1), values = new URLSearchParams(/^[0-9]+$/.test(text) ? `n=${text}` : text);
  const session = values.get("s") ?? "", number = Number(values.get("n") ?? 1);
  return { session: FORM.test(session) ? session : "", index: Number.isInteger(number) && number > 0 ? number - 1 : 0 };
}

export function channel(session, onMessage) {
  const opened = new BroadcastChannel(`fairboard-present-${session}`);
  opened.onmessage = (event) => onMessage(event.data);
  return { send: (message) => opened.postMessage(message), close: () => opened.close() };
}
