// A session lives in the memory of one process. Where that has ended, Streamlit's client connects again, to another or to its
// successor, and waits for the next click; but that session has never run the page and would not know what was clicked. So the page is
// run once, by the client's own key for it, which sends along what is chosen. Not all at the same moment: many come over at once.
{
  const LONGEST_WAIT_MS = 400;
  let wasConnected = false;
  let isAway = false;
  const runAgain = () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "r", code: "KeyR", keyCode: 82, bubbles: true }));
  new MutationObserver(([{ target }]) => {
    const isConnected = target.dataset.testConnectionState === "CONNECTED";
    if (isConnected && isAway) setTimeout(runAgain, Math.random() * LONGEST_WAIT_MS);
    isAway = wasConnected && !isConnected;
    wasConnected ||= isConnected;
  }).observe(document.documentElement, { subtree: true, attributeFilter: ["data-test-connection-state"] });
}
