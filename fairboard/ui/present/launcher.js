// Opens a presentation over the page that it is told from:
//
//   button.onclick = () => openPresentation(url, { title: "Presentation", onClosed: ({ newer }) => … });
//
// Call it in the handler of a click or a key, without waiting for anything before: only then may the browser fill the screen. The address is
// that of `fairboard.ui.present.address`, with #3 to begin at the third slide. The presentation lies in a frame over everything. It goes away
// when it says that it was left (a message {type: "fairboard-present-closed", newer}, newer being the id of a version that came meanwhile, or
// null), and the focus goes back to where it was. Leaving the full screen alone (Esc, or a second window) does not end it: the second Esc does.
// Returns the frame. The same address in a frame of any other kind is a preview: it takes no keys and no focus, and follows the number after #
// when that changes.
export function openPresentation(url, { title = "", onClosed = () => {} } = {}) {
  const before = document.activeElement;
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: url, title, allow: "fullscreen", allowFullscreen: true, className: "fairboard-presentation" });
  Object.assign(frame.style, { position: "fixed", inset: "0", width: "100vw", height: "100vh", border: "0", zIndex: "2147483647", background: "Canvas" });

  function close(newer) {
    window.removeEventListener("message", onMessage);
    document.removeEventListener("keydown", onKey, true);
    if (document.fullscreenElement === frame) document.exitFullscreen().catch(() => {});
    frame.remove();
    before?.focus?.();
    onClosed({ newer: newer ?? null });
  }
  function onMessage(event) {
    if (event.source === frame.contentWindow && event.origin === location.origin && event.data?.type === "fairboard-present-closed") close(event.data.newer);
  }
  // Keys that reach the page while the frame has lost the focus belong to the presentation.
  function onKey(event) {
    event.stopPropagation();
    if (event.key === "Escape" && !frame.contentDocument?.getElementById("stage")) close(null);
    else frame.contentWindow?.focus();
  }

  window.addEventListener("message", onMessage);
  document.addEventListener("keydown", onKey, true);
  frame.addEventListener("load", () => frame.contentWindow?.focus());
  document.body.append(frame);
  frame.requestFullscreen?.().catch(() => {});
  return frame;
}
