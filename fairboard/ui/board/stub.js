// All of the component that travels with its answers: the board itself is loaded once, from an address that the browser keeps.

const boards = (window.fairboardBoards ??= new Map());

const styled = (href) => new Promise((resolve) => {
  const address = new URL(href, document.baseURI).href;
  if ([...document.styleSheets].some((sheet) => sheet.href === address)) return resolve();
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: address, onload: resolve, onerror: resolve });
  document.head.append(link);
});

function load({ script, style }) {
  const loading = Promise.all([import(new URL(script, document.baseURI).href), styled(style)]).then(([{ default: run }]) => {
    boards.set(script, { run });
    return run;
  });
  loading.catch(() => boards.delete(script));
  boards.set(script, { loading });
  return boards.get(script);
}

export default function (component) {
  const data = JSON.parse(new TextDecoder().decode(component.data));
  const { run, loading } = boards.get(data.board.script) ?? load(data.board);
  if (run) return run({ ...component, data });
  loading.then((loaded) => loaded({ ...component, data })).catch((error) => {
    component.parentElement.querySelector(".fb-board").dataset.state = "failed";
    console.error(error);
  });
}
