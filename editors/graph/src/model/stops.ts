// Where the analysis stopped, as items of the tree: after the last operator that the source makes before
// the stop's place, in the module or branch that it stands in.
import type { GraphNode, Place, Stop } from "../format.ts";
import { samePlace, type Tree } from "./build.ts";
import { plain } from "./connect.ts";
import type { Connection, Item } from "./items.ts";

const chainOf = (at: { calls?: Place[]; source?: Place | null }) => [
  ...(at.calls ?? []),
  ...(at.source ? [at.source] : []),
];

function ends(a: Place, b: Place): number {
  return a.end_line - b.end_line || a.end_column - b.end_column;
}

function shared(a: Place[], b: Place[]): number {
  let same = 0;
  while (same < a.length && same < b.length && samePlace(a[same], b[same])) ++same;
  return same;
}

// Whether a node was made before the stop was met, and in how much of the chain of calls they agree.
function before(node: GraphNode, stop: Place[]): number {
  const chain = chainOf(node);
  const same = shared(chain, stop);
  if (same === chain.length || same === stop.length) return same;
  const [own, other] = [chain[same], stop[same]];
  return own.file === other.file && ends(own, other) <= 0 ? same : -1;
}

export function addStops(tree: Tree, connections: Connection[]): Item[] {
  const stops: Item[] = [];
  for (const stop of tree.graph.stopped ?? []) {
    const chain = chainOf(stop);
    const best = lastBefore(tree, stop, chain);
    const last = best < 0 ? null : tree.operators[best].item;
    let [parent, after] = groupFor(tree, last, stop.module ?? last?.path ?? "");
    const branch = after?.kind === "if" && after === last ? branchFor(after, chain) : null;
    if (branch) [parent, after] = [branch, null];
    const item: Item = {
      ...parent,
      index: tree.items.length,
      key: `${parent.key}/stop:${stop.code}#${stops.length}`,
      kind: "stop",
      parent,
      children: [],
      depth: parent.depth + 1,
      from: best + 1,
      to: best + 1,
      isSize: false,
      name: stop.code,
      class: "",
      torch: "",
      type: null,
      source: stop.source ?? null,
      calls: stop.calls ?? [],
      instances: 0,
      stop,
    };
    const firstOutput = parent.children.findIndex((child) => child.kind === "output");
    const end = firstOutput < 0 ? parent.children.length : firstOutput;
    parent.children.splice(
      after ? parent.children.indexOf(after) + 1 : parent.kind === "branch" ? 0 : end,
      0,
      item,
    );
    tree.items.push(item);
    stops.push(item);
    if (last && !branch && last.kind !== "if" && last.kind !== "loop")
      connections.push({ ...plain(last, item), isConditional: true });
  }
  return stops;
}

// The last operator made before the stop; where the graph does not say which, by their places.
function lastBefore(tree: Tree, stop: Stop, chain: Place[]): number {
  const named =
    stop.after === undefined
      ? -1
      : tree.operators.findIndex(({ node }) => node.name === stop.after);
  if (named >= 0) return named;
  let best = -1;
  let agreed = 0;
  tree.operators.forEach(({ node }, i) => {
    const same = chain.length ? before(node, chain) : 0;
    if (same < agreed || same < 0) return;
    best = i;
    agreed = same;
  });
  return best;
}

// The innermost group around `last` that the stop's module is in as well, and the child of it that holds
// `last`.
function groupFor(tree: Tree, last: Item | null, path: string): [Item, Item | null] {
  let at = last;
  while (at?.parent) {
    const group: Item = at.parent;
    const isOfModule = group.kind === "root" || group.kind === "branch" || group.kind === "module";
    if (isOfModule && `${path}.`.startsWith(group.path ? `${group.path}.` : "")) return [group, at];
    at = group;
  }
  return [tree.root, null];
}

// Of an `if` right before the stop: the side whose operators all come later, if there is one.
function branchFor(item: Item, chain: Place[]): Item | null {
  const place = chain[chain.length - 1];
  const branches = item.children.filter((child) => child.kind === "branch");
  return (
    branches.find((branch) =>
      branch.children.every((child) => !child.source || !place || ends(child.source, place) > 0),
    ) ?? null
  );
}
