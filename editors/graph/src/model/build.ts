// From a graph to its tree of items.
//
// A module's group is a run of nodes in program order, so that a module that is called twice is two
// groups, and nothing outside of a group ever lies between two of its nodes: the tree folded at any
// height is acyclic.
import type { Block, Graph, GraphNode, Place, Value } from "../format.ts";
import type { Item, Kind, Operator } from "./items.ts";
import { sizeNodes } from "./sizes.ts";
import type { Steps } from "./steps.ts";

export interface Tree {
  graph: Graph;
  root: Item;
  items: Item[];
  operators: Operator[]; // in program order
  bodies: Map<GraphNode, Body[]>; // of each If and Loop
  controls: Map<GraphNode, Item>;
  inputs: Item[]; // of the graph
  outputs: Item[];
}

export interface Body {
  item: Item;
  block: Block;
  inputs: Item[]; // a loop's iteration number, condition and states
  results: (Item | null)[]; // where nothing in the body makes the value, or it says whether to go on
}

export function samePlace(a: Place | null | undefined, b: Place | null | undefined): boolean {
  if (!a || !b) return a === b || (!a && !b);
  return (
    a.file === b.file &&
    a.line === b.line &&
    a.column === b.column &&
    a.end_line === b.end_line &&
    a.end_column === b.end_column
  );
}

const samePlaces = (a: Place[], b: Place[]) =>
  a.length === b.length && a.every((place, i) => samePlace(place, b[i]));

export const lastName = (dotted: string) => dotted.slice(dotted.lastIndexOf(".") + 1);

// Source text of a place in one line, as far as the graph has it.
export function sourceText(graph: Graph, place: Place | null | undefined): string {
  const lines = place && graph.sources?.[place.file];
  if (!place || !lines) return "";
  const bytes = new TextEncoder();
  const text = new TextDecoder();
  const parts: string[] = [];
  for (let number = place.line; number <= place.end_line; ++number) {
    const line = lines[number];
    if (line === undefined) break;
    const from = number === place.line ? place.column - 1 : 0;
    const to = number === place.end_line ? place.end_column - 1 : undefined;
    parts.push(text.decode(bytes.encode(line).slice(from, to)).trim());
  }
  return parts.join(" ");
}

class Builder {
  items: Item[] = [];
  operators: Operator[] = [];
  bodies = new Map<GraphNode, Body[]>();
  controls = new Map<GraphNode, Item>();
  private classes: Map<string, string>;
  private sizes: Set<GraphNode>;
  private names = new Map<Item, Map<string, number>>();

  constructor(private graph: Graph) {
    this.classes = new Map(graph.modules.map((module) => [module.path, module.class]));
    this.sizes = sizeNodes(graph);
  }

  *build(): Steps<Tree> {
    const { graph } = this;
    const root = this.make("root", null, graph.name);
    root.class = this.classes.get("") ?? graph.name;
    const inputs = graph.inputs.map((value) => this.port("input", root, value));
    yield* this.fill(root, graph.body, "");
    const outputs = graph.outputs.map((value) => this.port("output", root, value));
    yield;
    for (const item of this.items) item.isSize = this.onlySizes(item);
    const { items, operators, bodies, controls } = this;
    return { graph, root, items, operators, bodies, controls, inputs, outputs };
  }

  private make(kind: Kind, parent: Item | null, name: string, key = name): Item {
    let number = 0;
    if (parent) {
      const taken = this.names.get(parent) ?? new Map<string, number>();
      this.names.set(parent, taken);
      number = taken.get(kind + key) ?? 0;
      taken.set(kind + key, number + 1);
    }
    const own = `${kind[0]}:${key}${number ? `#${number + 1}` : ""}`;
    const at = this.operators.length;
    const item: Item = {
      index: this.items.length,
      key: parent ? `${parent.key}/${own}` : "",
      kind,
      parent,
      children: [],
      depth: parent ? parent.depth + 1 : 0,
      from: at,
      to: at,
      isSize: false,
      name,
      path: parent?.path ?? "",
      class: "",
      torch: "",
      type: null,
      source: null,
      calls: [],
      instances: 0,
      stop: null,
    };
    this.items.push(item);
    parent?.children.push(item);
    return item;
  }

  private port(kind: Kind, parent: Item, value: Value, name = value.name): Item {
    const item = this.make(kind, parent, name);
    item.type = value;
    return item;
  }

  // The modules around a node that have groups of their own inside of a block of a module at `base`.
  private groupsOf(path: string, base: string): string[] {
    const groups: string[] = [];
    for (let dot = path.indexOf("."); path; dot = path.indexOf(".", dot + 1)) {
      const prefix = dot < 0 ? path : path.slice(0, dot);
      if (this.classes.has(prefix) && !`${base}.`.startsWith(`${prefix}.`)) groups.push(prefix);
      if (dot < 0) break;
    }
    return groups;
  }

  private *fill(group: Item, block: Block, base: string): Steps<void> {
    const open: Item[] = [group];
    const close = (count: number) => {
      while (open.length > count) this.finish(open.pop()!);
    };
    let call: Item | null = null;
    for (const node of block.nodes) {
      yield;
      const groups = this.groupsOf(node.module ?? "", base);
      let same = 0;
      while (same < groups.length && open[same + 1]?.path === groups[same]) ++same;
      if (same + 1 < open.length || same < groups.length) call = null;
      close(same + 1);
      for (const path of groups.slice(same)) {
        const above = open[open.length - 1];
        const name =
          above.path && path.startsWith(`${above.path}.`)
            ? path.slice(above.path.length + 1)
            : path;
        const module = this.make("module", above, name);
        module.path = path;
        module.class = this.classes.get(path)!;
        open.push(module);
      }
      const parent = open[open.length - 1];
      if (node.blocks) {
        call = null;
        yield* this.control(parent, node);
        continue;
      }
      if (!call || !node.torch || call.torch !== node.torch || !this.together(call, node)) {
        call = node.torch ? this.make("call", parent, lastName(node.torch)) : null;
        if (call) {
          call.torch = node.torch!;
          this.locate(call, node);
        }
      }
      this.operator(call ?? parent, node);
      if (call) call.to = this.operators.length;
    }
    close(1);
    group.to = this.operators.length;
    this.merge(group);
  }

  private together(call: Item, node: GraphNode): boolean {
    return samePlace(call.source, node.source) && samePlaces(call.calls, node.calls ?? []);
  }

  private locate(item: Item, node: GraphNode): void {
    item.source = node.source ?? null;
    item.calls = node.calls ?? [];
  }

  private operator(parent: Item, node: GraphNode): Item {
    const item = this.make("operator", parent, node.op);
    item.torch = node.torch ?? "";
    item.path = node.module ?? "";
    this.locate(item, node);
    this.operators.push({ node, item, isSize: this.sizes.has(node) });
    item.to = this.operators.length;
    return item;
  }

  private finish(module: Item): void {
    module.to = this.operators.length;
    this.merge(module);
    const first = this.operators[module.from]?.node;
    if (!first) return;
    // Where it is called: what all of its nodes have in common, and where they differ no more.
    const chain = [...(first.calls ?? []), ...(first.source ? [first.source] : [])];
    let shared = chain.length;
    for (const { node } of this.operators.slice(module.from, module.to)) {
      const other = [...(node.calls ?? []), ...(node.source ? [node.source] : [])];
      let same = 0;
      while (same < shared && same < other.length && samePlace(chain[same], other[same])) ++same;
      shared = same;
    }
    if (!shared) return;
    module.source = chain[shared - 1];
    module.calls = chain.slice(0, shared - 1);
  }

  // What is alone in its group is one with it: a call of one operator, a module of one call.
  private merge(group: Item): void {
    for (const child of group.children) if (child.kind === "call") this.absorb(child);
    if (group.kind === "module") this.absorb(group);
  }

  private absorb(group: Item): void {
    const [only] = group.children;
    if (group.children.length !== 1 || (only.kind !== "operator" && only.kind !== "call")) return;
    group.torch ||= only.torch;
    group.source ??= only.source;
    if (!group.calls.length) group.calls = only.calls;
    group.children = only.children;
    for (const child of group.children) {
      child.parent = group;
      child.key = `${group.key}/${child.key.slice(only.key.length + 1)}`;
    }
    for (const operator of this.operators.slice(group.from, group.to))
      if (operator.item === only) operator.item = group;
    only.parent = null; // no longer in the tree
  }

  private *control(parent: Item, node: GraphNode): Steps<void> {
    const isIf = node.op === "If";
    const item = this.make(isIf ? "if" : "loop", parent, node.op);
    this.locate(item, node);
    item.path = node.module ?? "";
    this.controls.set(node, item);
    this.operators.push({ node, item, isSize: false });
    const condition = this.make(
      "condition",
      item,
      sourceText(this.graph, node.source) || node.op,
      "condition",
    );
    this.locate(condition, node);
    const bodies: Body[] = [];
    for (const [i, block] of node.blocks!.entries()) {
      const name = !isIf ? "body" : i === 0 ? "then" : "else";
      const branch = this.make("branch", item, name);
      const inputs = (block.inputs ?? []).map((value, at) =>
        this.port("input", branch, value, carried(node, at)),
      );
      yield* this.fill(branch, block, node.module ?? "");
      bodies.push({ item: branch, block, inputs, results: [] });
    }
    // In a branch, what it makes itself needs no pill.
    for (const body of bodies) {
      const made = new Set<string>();
      for (const each of body.block.nodes)
        for (const output of each.outputs) if (output) made.add(output.name);
      const results = body.block.results ?? [];
      body.results = results.map((name, i) => {
        const isWhether = !isIf && i === 0;
        if (isWhether && (name === null || this.graph.constants[name])) return null;
        if (!isWhether && name !== null && made.has(name)) return null;
        const type = node.outputs[isIf ? i : i - 1] ?? null;
        const known = name === null ? undefined : this.graph.constants[name];
        const text = isWhether
          ? "go on?"
          : name === null
            ? "nothing"
            : known
              ? constantText(known)
              : this.madeBy(name);
        const result = this.make("result", body.item, text, `result ${i}`);
        result.type = type;
        return result;
      });
    }
    this.bodies.set(node, bodies);
    item.to = this.operators.length;
  }

  // What a value is called in a branch that hands it on: after the module or call that made it.
  private madeBy(name: string): string {
    const node = this.operators.find(({ node }) =>
      node.outputs.some((output) => output?.name === name),
    )?.node;
    if (!node) return name;
    return `from ${node.module || (node.torch ? lastName(node.torch) : node.op)}`;
  }

  private onlySizes(item: Item): boolean {
    if (item.to === item.from || item.kind === "root" || item.kind === "branch") return false;
    for (let i = item.from; i < item.to; ++i) if (!this.operators[i].isSize) return false;
    return true;
  }
}

// What an input of a loop's body is: the source's name for what is carried, where the graph kept it.
function carried(node: GraphNode, at: number): string {
  if (at === 0) return "iteration";
  if (at === 1) return "go on";
  const name = node.outputs[at - 2]?.name ?? "";
  return name && !name.startsWith("/") ? name : `carried ${at - 1}`;
}

export function constantText(tensor: {
  data?: unknown[];
  shape: unknown[] | null;
  dtype: string;
}): string {
  const { data, shape } = tensor;
  if (!data || data.length > 8) return `${tensor.dtype}[${(shape ?? []).join(",")}]`;
  const text = data
    .map((each) => (typeof each === "number" ? String(+each.toPrecision(6)) : String(each)))
    .join(", ");
  return shape?.length ? `[${text}]` : text;
}

export const buildTree = (graph: Graph): Steps<Tree> => new Builder(graph).build();
