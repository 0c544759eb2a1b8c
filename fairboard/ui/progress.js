// Says that the page is at work where an answer takes longer than a moment, and nothing where it does not. Streamlit's client marks the
// app while a run goes on; nothing is asked of the server for this, and a fast run changes nothing on the screen.
{
  const MOMENT_MS = 400;
  const TEXTS = __TEXTS__;
  const note = document.createElement("div");
  note.className = "fb-progress";
  note.setAttribute("role", "status");
  let timer = null;
  const language = () => (new URLSearchParams(window.location.search).get("lang") === "en" ? "en" : "zh");
  const say = () => { note.textContent = TEXTS[language()]; };
  const AT_WORK = ["running", "rerunRequested"]
    .map((state) => `[data-testid="stApp"][data-test-script-state="${state}"]`).join();
  const watch = () => {
    const isRunning = Boolean(document.querySelector(AT_WORK));
    if (isRunning && timer === null) timer = setTimeout(say, MOMENT_MS);
    if (!isRunning && timer !== null) {
      clearTimeout(timer);
      timer = null;
      note.textContent = "";
    }
  };
  new MutationObserver(watch).observe(document.documentElement, { subtree: true, attributeFilter: ["data-test-script-state"] });
  document.addEventListener("DOMContentLoaded", () => document.body.append(note));
}
