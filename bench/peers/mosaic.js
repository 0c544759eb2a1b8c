// The six charts in Mosaic. What somebody who knows it does: one cross-filter selection, a toggle and a highlight on the chart of
// regions, sums left to DuckDB. Mosaic writes the SQL, and prepares small tables for it as soon as the mouse enters that chart.
// `?server=` is the address of a DuckDB server; without it DuckDB runs in the browser, from the files beside this page: no other host is asked.
import * as vg from "@uwdata/vgplot";
import * as duckdb from "@duckdb/duckdb-wasm";

const server = new URLSearchParams(location.search).get("server");
const { titles, regions } = await (await fetch("page.json")).json();

async function inBrowser() {
  const file = (name) => new URL(name, location.href).href;
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(file("duckdb-browser-eh.worker.js")));
  await database.instantiate(file("duckdb-eh.wasm"));
  const connection = await database.connect();
  await connection.query("set autoload_known_extensions = false");
  await connection.query("set autoinstall_known_extensions = false");
  const postings = new Uint8Array(await (await fetch("postings.arrow")).arrayBuffer());
  await connection.insertArrowFromIPCStream(postings, { name: "postings", create: true });
  return vg.wasmConnector({ duckdb: database, connection });
}

vg.coordinator().databaseConnector(server ? vg.restConnector({ uri: new URL(server, location.href).href }) : await inBrowser());

const chosen = vg.Selection.crossfilter();
const postings = vg.from("postings", { filterBy: chosen });
const openings = vg.sum("openings");
const size = [vg.width(640), vg.height(340)];

function ranking(name, ...more) {
  return [vg.barX(postings, { x: openings, y: name, sort: { y: "-x" }, fill: "steelblue" }), vg.marginLeft(150), vg.yLabel(null), ...more];
}

function columns(name, step) {
  return [vg.rectY(postings, { x: vg.bin(name, { step }), y: openings, inset: 0.5, fill: "steelblue" }), vg.marginLeft(60)];
}

const charts = {
  sectors: ranking("sector"),
  regions: [
    vg.barX(postings, { x: openings, y: "region", fill: "steelblue" }),
    vg.yDomain(regions), vg.marginLeft(150), vg.yLabel(null), vg.toggleY({ as: chosen }), vg.highlight({ by: chosen }),
  ],
  wages: columns("wage_band", 1000),
  fairs: columns("fair", 1),
  education: ranking("education"),
  ownership: ranking("ownership"),
};

for (const [key, title] of Object.entries(titles)) {
  const block = document.createElement("section");
  block.id = key;
  block.append(Object.assign(document.createElement("h4"), { textContent: title }), vg.plot(...charts[key], ...size));
  document.querySelector("main").append(block);
}
