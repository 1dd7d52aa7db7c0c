// mountGraph: the view in an element of a page.
import type { Graph, GraphNode } from "./format.ts";
import type { Cursor, GraphView, Host, Options, Theme, ViewState } from "./host.ts";

export type * from "./format.ts";
export type * from "./host.ts";

export function mountGraph(
  element: HTMLElement,
  graph: Graph | null,
  host: Host,
  options: Options = {},
): GraphView {
  const list = document.createElement("ol");
  let nodes: GraphNode[] = [];
  const show = (next: Graph | null) => {
    nodes = next?.body.nodes ?? [];
    list.replaceChildren(
      ...nodes.map((node) => {
        const item = document.createElement("li");
        item.textContent = [node.op, node.module, node.torch].filter(Boolean).join(" · ");
        item.addEventListener("click", () => node.source && host.reveal(node.source, false));
        return item;
      }),
    );
  };
  element.classList.add("nnscan-graph");
  element.append(list);
  show(graph);
  const state: ViewState = options.state ?? { height: "modules", open: {}, selected: null, view: null };
  return {
    select(cursor: Cursor) {
      const found = nodes.findIndex((node) => node.source?.line === cursor.line);
      [...list.children].forEach((item, i) => item.classList.toggle("selected", i === found));
      return found >= 0;
    },
    update: show,
    setTheme(theme: Theme) {
      element.dataset.theme = theme;
    },
    state: () => state,
    dispose: () => list.remove(),
  };
}
