// Full screen, also from within a frame of a page of this server: then it is the frame that fills the screen.

const root = window.frameElement ?? document.documentElement;
const owner = root.ownerDocument;

export function isFramed() {
  return window.parent !== window;
}

// A frame that the launcher did not make shows a slide within a page: it takes no keys and no focus, and joins no other window.
export function isPreview() {
  return isFramed() && !window.frameElement?.classList.contains("fairboard-presentation");
}

export async function toggle() {
  if (!exit()) await root.requestFullscreen();
}

// True where the screen was full.
export function exit() {
  if (!owner.fullscreenElement) return false;
  owner.exitFullscreen();
  return true;
}

export function onExit(action) {
  const listen = () => { if (!owner.fullscreenElement) action(); };
  owner.addEventListener("fullscreenchange", listen);
  window.addEventListener("pagehide", () => owner.removeEventListener("fullscreenchange", listen)); // the page around a frame lives on
}
