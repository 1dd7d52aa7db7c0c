// The page of `nnscan view`: the graph stands in the page as JSON.
import type { Graph } from "./format.ts";
import { mountGraph } from "./index.ts";

const graph = JSON.parse(document.getElementById("graph")!.textContent!) as Graph;
document.title = `${graph.name} · nnscan`;
// The details show the line; there is no editor to show it in.
const view = mountGraph(document.getElementById("view")!, graph, { reveal: () => undefined });
// For scripts that drive the page, and for its tests.
Object.assign(window, { nnscanView: view });
