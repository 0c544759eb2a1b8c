// The press text: words and figures come as data and are written as text, never as HTML.

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function paragraph(parts, words, ask) {
  const node = make("p");
  for (const part of parts) {
    if (!part.fact) { node.append(part.text); continue; }
    const figure = make("a", "fb-press-figure", part.text); // a button would let the line break between a bracket and the number
    Object.assign(figure, { href: "#", role: "button", title: words.explain });
    figure.setAttribute("aria-haspopup", "dialog");
    figure.onclick = (event) => { event.preventDefault(); ask(part.fact); };
    figure.onkeydown = (event) => { if (event.key === " ") { event.preventDefault(); ask(part.fact); } };
    node.append(figure);
  }
  return node;
}

function plain(data) {
  const lines = data.paragraphs.map((parts) => parts.map((part) => part.text).join(""));
  return [data.title, data.dateline, ...lines].filter(Boolean).join("\n\n");
}

// Where the page is not served over https, browsers offer no clipboard: the text is marked instead, ready for Ctrl+C.
async function copy(data, node, button) {
  try {
    await navigator.clipboard.writeText(plain(data));
    button.textContent = data.words.copied;
  } catch {
    getSelection().selectAllChildren(node);
  }
}

export default function press(component) {
  const { data, parentElement, setTriggerValue } = component;
  const node = parentElement.querySelector(".fb-press");
  const says = JSON.stringify(data);
  if (node.says === says) return;
  node.says = says;
  node.lang = data.language === "zh" ? "zh-CN" : "en";
  const body = make("div", "fb-press-body");
  body.append(make("h3", "", data.title));
  if (data.dateline) body.append(make("p", "fb-press-dateline", data.dateline));
  body.append(...data.paragraphs.map((parts) => paragraph(parts, data.words, (fact) => setTriggerValue("figure", { fact, at: Date.now() }))));
  const button = make("button", "fb-press-copy", data.words.copy);
  button.type = "button";
  button.onclick = () => copy(data, body, button);
  node.replaceChildren(body, button);
}
