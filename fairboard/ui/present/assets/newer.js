// Asks the server now and then which version is the current one. Nothing on the slides depends on the answer.

const EVERY_MS = 10000;

export function watchVersion(address, shown, onNewer) {
  let told = null;
  async function ask() {
    if (document.hidden) return;
    try {
      const answer = await fetch(address, { cache: "no-store" });
      if (!answer.ok) return;
      const { version_id: current } = await answer.json();
      const newer = current && current > shown ? current : null;
      if (newer === told) return;
      told = newer;
      onNewer(newer);
    } catch { /* the server is away; the slides are all here */ }
  }
  setInterval(ask, EVERY_MS);
  document.addEventListener("visibilitychange", ask);
}
