// mountGraph: the view in an element of a page.
import type { Graph } from "./format.ts";
import type { GraphView, Host, Options } from "./host.ts";
import { View } from "./ui/view.ts";

export type * from "./format.ts";
export type * from "./host.ts";

export function mountGraph(
  element: HTMLElement,
  graph: Graph | null,
  host: Host,
  options: Options = {},
): GraphView {
  return new View(element, graph, host, options);
}
