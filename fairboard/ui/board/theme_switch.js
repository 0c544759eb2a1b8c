// Two things that only the browser can do: change the theme, and notice Back and Forward.
// Streamlit keeps the chosen theme in the browser's storage, one entry for each path; the switch writes all pages' entries and reloads.
// Streamlit runs a page again when Back leads to another page, but not when it only leads to another selection of the same one.
export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.title = data.help;
  button.onclick = () => {
    const root = window.location.pathname.replace(/[^/]*$/, "");
    for (const path of ["", ...data.pages]) localStorage.setItem(`stActiveTheme-${root}${path}-v2`, JSON.stringify(data.to));
    window.location.reload();
  };
  const path = window.location.pathname;
  const moved = () => { if (window.location.pathname === path) setTriggerValue("moved", window.location.search); };
  window.addEventListener("popstate", moved);
  return () => window.removeEventListener("popstate", moved);
}
