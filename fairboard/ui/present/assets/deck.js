// The slides as data, the words of the interface, and how elements are made: every text is set as text, never as HTML.

export function read(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

export function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
}

// "Slide {number} of {count}" with its values.
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
