
// The preview: the very document that is presented, in a frame of fixed size that is scaled to its place. Another storyboard is loaded in a
// second frame behind the first, so that nothing flashes.

const STAGE_WIDTH = 1366;
const STAGE_HEIGHT = 768;
const stages = new WeakMap();

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

function newFrame(title) {
  const frame = element("iframe", "fb-stage-frame");
  Object.assign(frame, { title, tabIndex: -1, width: STAGE_WIDTH, height: STAGE_HEIGHT });
  return frame;
}

function build(host) {
  const view = { bar: element("div", "fb-stage-bar"), box: element("div", "fb-stage-box"), off: element("p", "fb-stage-off"), url: null, number: null };
  view.present = element("button", "fb-stage-present");
  view.present.type = "button";
  view.window = element("a", "fb-stage-window");
  view.window.target = "_blank";
  view.bar.append(view.present, view.window);
  host.replaceChildren(view.bar, view.box, view.off);
  const scale = () => view.box.style.setProperty("--fb-stage-scale", view.box.clientWidth / STAGE_WIDTH);
  new ResizeObserver(scale).observe(view.box);
  scale();
  return view;
}

function address(data, number) {
  return `${data.url}#n=${number || 1}`;
}

function show(view, data) {
  const held = view.box.querySelector("iframe:not([data-coming])");
  view.box.hidden = !data.slide_number;
  view.off.hidden = Boolean(data.slide_number);
  if (!data.slide_number) return;
  if (view.url !== data.url) {
    view.box.querySelector("iframe[data-coming]")?.remove();
    const coming = newFrame(data.words.preview);
    coming.dataset.coming = "";
    coming.onload = () => { delete coming.dataset.coming; for (const other of view.box.querySelectorAll("iframe")) if (other !== coming) other.remove(); };
    coming.src = address(data, data.slide_number);
    view.box.append(coming);
  } else if (view.number !== data.slide_number) {
    const frame = view.box.querySelector("iframe[data-coming]") ?? held;
    frame.contentWindow?.location.replace(address(data, data.slide_number));
  }
  view.url = data.url;
  view.number = data.slide_number;
}

export default function stage(component) {
  const { data, parentElement, setTriggerValue } = component;
  const host = parentElement.querySelector(".fb-stage-host");
  if (!stages.has(host)) stages.set(host, build(host));
  const view = stages.get(host);
  view.present.textContent = data.words.present;
  view.present.title = data.words.present_help;
  view.present.disabled = !data.slide_count;
  view.present.onclick = () => openPresentation(address(data, data.slide_number), {
    title: data.words.present,
    onClosed: ({ newer }) => setTriggerValue("closed", { newer, at: Date.now() }),
  });
  view.window.textContent = data.words.window;
  view.window.href = address(data, data.slide_number);
  view.window.hidden = !data.slide_count;
  view.off.textContent = data.words.off;
  show(view, data);
}
