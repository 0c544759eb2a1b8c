// Streamlit keeps the chosen theme in the browser's storage, one entry for each path; the switch writes all pages' entries and reloads.
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.title = data.help;
  button.onclick = () => {
    const root = window.location.pathname.replace(/[^/]*$/, "");
    for (const path of ["", ...data.pages]) localStorage.setItem(`stActiveTheme-${root}${path}-v2`, JSON.stringify(data.to));
    window.location.reload();
  };
}
