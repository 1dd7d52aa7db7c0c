// Who takes whose values: the lines of the graph, between items without children.
import type { GraphNode, TypeOf } from "../format.ts";
import type { Tree } from "./build.ts";
import type { Connection, Item } from "./items.ts";
import type { Steps } from "./steps.ts";

interface Maker {
  item: Item;
  isConditional: boolean; // one side's result
}

export function* connect(tree: Tree): Steps<Connection[]> {
  const { graph, operators, bodies, controls } = tree;
  const types = new Map<string, TypeOf>();
  const byNode = new Map<GraphNode, Item>();
  const producers = new Map<string, GraphNode>();
  const named = new Map<string, { item: Item; output: number }>();
  const pills = new Map<string, Item>();
  for (const { node, item } of operators) {
    yield;
    byNode.set(node, item);
    node.outputs.forEach((output, i) => {
      if (!output) return;
      producers.set(output.name, node);
      types.set(output.name, output);
      named.set(output.name, { item, output: i });
    });
  }
  const pill = (value: { name: string } & TypeOf, item: Item) => {
    pills.set(value.name, item);
    named.set(value.name, { item, output: 0 });
    types.set(value.name, value);
  };
  graph.inputs.forEach((value, i) => pill(value, tree.inputs[i]));
  for (const each of bodies.values())
    for (const body of each) body.block.inputs?.forEach((value, i) => pill(value, body.inputs[i]));

  // What makes a value: an operator, an input, or for a result of If and Loop what makes it in the bodies.
  const known = new Map<string, Maker[]>();
  const makers = (name: string | null): Maker[] => {
    if (name === null) return [];
    const before = known.get(name);
    if (before) return before;
    const found: Maker[] = [];
    known.set(name, found);
    const item = pills.get(name);
    const node = producers.get(name);
    if (item) found.push({ item, isConditional: false });
    else if (node && !bodies.has(node))
      found.push({ item: byNode.get(node)!, isConditional: false });
    else if (node) {
      const at = node.outputs.findIndex((output) => output?.name === name);
      const index = node.op === "If" ? at : at + 1;
      for (const body of bodies.get(node)!) {
        const own = body.results[index];
        const inner = own
          ? [{ item: own, isConditional: true }]
          : makers(body.block.results?.[index] ?? null);
        for (const maker of inner) found.push({ ...maker, isConditional: true });
      }
      // Of a graph that is not whole, a branch may have no results.
      if (!found.length) found.push({ item: controls.get(node)!, isConditional: true });
    }
    return found;
  };

  const connections: Connection[] = [];
  const sizes = new Set(operators.filter((operator) => operator.isSize).map(({ node }) => node));
  const isSize = (name: string | null) => name !== null && sizes.has(producers.get(name)!);
  const connectTo = (to: Item, name: string | null, isBack = false, forSize = false) => {
    for (const { item, isConditional } of makers(name))
      connections.push({
        from: item,
        to,
        value: name!,
        maker: named.get(name!)!.item,
        output: named.get(name!)!.output,
        type: types.get(name!) ?? null,
        label: "",
        isBack,
        isConditional,
        isSize: forSize || isSize(name),
      });
  };
  const control = (from: Item, to: Item, label: string) =>
    connections.push({ ...plain(from, to), label });

  for (const { node, item, isSize: forSize } of operators) {
    yield;
    const own = bodies.get(node);
    if (!own) {
      for (const name of new Set(node.inputs)) connectTo(item, name, false, forSize);
      continue;
    }
    const condition = item.children[0];
    const isIf = node.op === "If";
    for (const name of new Set(isIf ? node.inputs.slice(0, 1) : node.inputs.slice(0, 2)))
      connectTo(condition, name);
    own.forEach((body, i) => {
      control(condition, body.item, isIf ? (i === 0 ? "true" : "false") : "each time");
      body.results.forEach((result, at) => {
        if (result) connectTo(result, body.block.results![at]);
      });
      if (isIf) return;
      body.inputs.forEach((input, at) => {
        if (at < 2) return;
        connectTo(input, node.inputs[at] ?? null);
        const next = body.block.results?.[at - 1] ?? null;
        const back = body.results[at - 1];
        if (back) connections.push({ ...plain(back, input), type: input.type, isBack: true });
        else connectTo(input, next, true);
      });
    });
  }
  graph.outputs.forEach((output, i) => connectTo(tree.outputs[i], output.value));
  return connections;
}

// Without a value of its own.
export function plain(from: Item, to: Item): Connection {
  const none = { isBack: false, isConditional: false, isSize: false };
  return { from, to, value: "", maker: from, output: 0, type: null, label: "", ...none };
}
