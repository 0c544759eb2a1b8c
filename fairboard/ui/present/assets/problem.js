// A presentation that cannot be opened still goes away on Esc, where it lies in a frame.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && window.parent !== window) window.parent.postMessage({ type: "fairboard-present-closed", newer: null }, location.origin);
});
