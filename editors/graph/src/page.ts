// The page of `nnscan view`: the graph stands in the page as JSON.
import { mountGraph } from "./index.ts";
import type { Graph } from "./format.ts";

const graph = JSON.parse(document.getElementById("graph")!.textContent!) as Graph;
document.title = `${graph.name} · nnscan`;
mountGraph(document.getElementById("view")!, graph, { reveal: () => undefined });
