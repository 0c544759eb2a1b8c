// The pointer hides when it rests, and a finger moves the slides by a swipe.

const REST_MS = 3000, SWIPE_PX = 60;

export function listenToPointer({ next, back }) {
  let timer = null, start = null, last = null;
  const rest = () => document.body.classList.add("is-at-rest");
  const wake = (event) => {
    const at = event ? `${event.clientX},${event.clientY}` : null;
    if (event?.type === "mousemove" && at === last) return; // a change of the slide under it is no movement
    last = at;
    document.body.classList.remove("is-at-rest");
    clearTimeout(timer);
    timer = setTimeout(rest, REST_MS);
  };
  for (const type of ["mousemove", "mousedown", "wheel"]) document.addEventListener(type, wake, { passive: true });
  wake();
  document.addEventListener("touchstart", (event) => { start = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!start || event.target.closest?.("dialog")) return;
    const across = event.changedTouches[0].clientX - start.clientX, down = event.changedTouches[0].clientY - start.clientY;
    start = null;
    if (Math.abs(across) < SWIPE_PX || Math.abs(across) < 2 * Math.abs(down)) return;
    if (across < 0) next();
    else back();
  }, { passive: true });
}
