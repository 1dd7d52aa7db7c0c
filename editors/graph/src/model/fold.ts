// Equal items in sequence become one fold, of which the first stands for all: the twelve blocks of a
// transformer, the layers of a stage. Equal means: the same operators, attributes, types and wiring,
// parameters of the same sizes; and each takes what the one before makes. Names differ, and so may
// operators that only compute sizes.
import type { Attribute, GraphNode, TypeOf } from "../format.ts";
import type { Tree } from "./build.ts";
import { isWithin, type Item } from "./items.ts";
import type { Steps } from "./steps.ts";

const LONGEST_PERIOD = 8; // items of one instance
const MOST_TO_COMPARE = 4000; // children of one group: beyond that, only single items are compared
const WORTH = 4; // operators of an instance that is worth a fold by itself

interface Facts {
  own: string[]; // by operator: what it is, without its inputs
  inputs: { from: number; text: string }[][]; // from: the operator that makes it, or -1 and what it is
}

// Sizes by what is done to them, not by their names: `min(T, 64)` is `min(?3, 64)`, but no `min(2*T, 64)`.
function typeText(type: TypeOf | null | undefined): string {
  if (!type) return "-";
  const shape = type.shape?.map((size) =>
    typeof size === "string" ? size.replace(/\?\d+|\b[A-Za-z_]\w*\b(?!\()/g, "?") : size,
  );
  return `${type.dtype}[${shape ? shape.join(",") : "*"}]`;
}

const attributesText = (attributes: Record<string, Attribute> | undefined) =>
  attributes ? JSON.stringify(attributes) : "";

function* gather(tree: Tree): Steps<Facts> {
  const { graph, operators } = tree;
  const parameters = new Map(graph.parameters.map((value) => [value.name, value]));
  const producer = new Map<string, number>();
  operators.forEach(({ node }, i) =>
    node.outputs.forEach((output) => output && producer.set(output.name, i)),
  );
  const facts: Facts = { own: [], inputs: [] };
  const inputOf = (name: string | null) => {
    if (name === null) return { from: -1, text: "-" };
    const at = producer.get(name);
    if (at !== undefined)
      return operators[at].isSize ? { from: -1, text: "size" } : { from: at, text: "" };
    const constant = graph.constants[name];
    if (constant) return { from: -1, text: `${typeText(constant)}${constant.data ?? ""}` };
    const parameter = parameters.get(name);
    return { from: -1, text: parameter ? typeText(parameter) : "outer" };
  };
  for (const { node } of operators) {
    yield;
    const names = (node.blocks ?? []).map((block) => `${block.nodes.length}`);
    facts.own.push(
      [node.op, attributesText(node.attributes), ...node.outputs.map(typeText), ...names].join("|"),
    );
    facts.inputs.push([...node.inputs, ...bodyResults(node)].map(inputOf));
  }
  return facts;
}

const bodyResults = (node: GraphNode) =>
  (node.blocks ?? []).flatMap((block) => block.results ?? []);

export function* foldRepeats(tree: Tree): Steps<void> {
  const facts = yield* gather(tree);
  const { operators } = tree;

  // What the operators of [from, to) are to each other. Other operators are `outer`.
  const describe = (from: number, to: number): string => {
    const number = new Map<number, number>();
    const parts: string[] = [];
    for (let i = from; i < to; ++i) {
      if (operators[i].isSize) continue;
      number.set(i, number.size);
      const inputs = facts.inputs[i].map(({ from: made, text }) =>
        made < 0
          ? text
          : String(number.get(made) ?? (made >= to || made < from ? "outer" : "later")),
      );
      parts.push(`${facts.own[i]}(${inputs.join(";")})`);
    }
    return parts.join("\n");
  };
  // Where the inputs from outside of each instance come from: the same operator of the one before, or the
  // same value for all. Instances are [bounds[i], bounds[i + 1]). Gives how many are wired alike.
  const chained = (bounds: number[]): number => {
    const place = (from: number, to: number) => {
      const number = new Map<number, number>();
      for (let i = from; i < to; ++i) if (!operators[i].isSize) number.set(i, number.size);
      return number;
    };
    const outer = (at: number) => {
      const [from, to] = [bounds[at], bounds[at + 1]];
      const before = at ? place(bounds[at - 1], from) : new Map<number, number>();
      const wires: string[] = [];
      for (let i = from; i < to; ++i) {
        if (operators[i].isSize) continue;
        for (const { from: made } of facts.inputs[i]) {
          if (made < 0 || (made >= from && made < to)) continue;
          wires.push(
            made >= bounds[0] ? `before ${before.get(made) ?? "long"}` : `outside ${made}`,
          );
        }
      }
      return wires;
    };
    const first = outer(0);
    const second = outer(1);
    const isChain =
      second.length === first.length &&
      second.every((wire, i) => wire.startsWith("before") || wire === first[i]);
    if (
      !isChain ||
      second.includes("before long") ||
      !second.some((wire) => wire.startsWith("before"))
    )
      return 1;
    const text = second.join(";");
    for (let at = 2; at + 1 < bounds.length; ++at) if (outer(at).join(";") !== text) return at;
    return bounds.length - 1;
  };
  const count = (from: number, to: number): number => {
    let found = 0;
    for (let i = from; i < to; ++i) if (!operators[i].isSize) ++found;
    return found;
  };

  const foldIn = function* (group: Item): Steps<void> {
    // Children are folded in first: an outer fold shows its first instance.
    for (const child of group.children) yield* foldIn(child);
    const list = group.children.filter((child) => !child.isSize && child.to > child.from);
    if (list.length < 2) return;
    const ids = new Map<string, number>();
    const same: number[] = [];
    for (const child of list) {
      yield;
      const text = `${child.kind}|${child.class}|${child.torch}|${child.children.length > 0}|${describe(child.from, child.to)}`;
      if (!ids.has(text)) ids.set(text, ids.size);
      same.push(ids.get(text)!);
    }
    const longest = list.length > MOST_TO_COMPARE ? 1 : LONGEST_PERIOD;
    const children: Item[] = [];
    const folded = new Map<Item, Item>();
    for (let at = 0; at < list.length;) {
      yield;
      const found = bestRun(at, longest);
      if (!found) {
        ++at;
        continue;
      }
      const { period, times } = found;
      const members = list.slice(at, at + period * times);
      const fold = makeFold(tree, group, members, times);
      for (const member of members) folded.set(member, fold);
      at += period * times;
    }
    if (!folded.size) return;
    // What lies between two members (sizes) goes with them.
    const placed = new Set<Item>();
    for (const child of group.children) {
      const inFold =
        folded.get(child) ??
        [...new Set(folded.values())].find(
          (fold) => child.from >= fold.from && child.to <= fold.to && child.to > child.from,
        );
      if (!inFold) {
        children.push(child);
        continue;
      }
      child.parent = inFold;
      inFold.children.push(child);
      if (!placed.has(inFold)) children.push(inFold);
      placed.add(inFold);
    }
    group.children = children;

    function bestRun(at: number, periods: number): { period: number; times: number } | null {
      let best: { period: number; times: number } | null = null;
      for (let period = 1; period <= periods && at + 2 * period <= list.length; ++period) {
        let times = 1;
        while (at + (times + 1) * period <= list.length && matches(at, at + times * period, period))
          ++times;
        if (times < 2) continue;
        times = verified(at, period, times);
        if (times < 2 || !isWorth(at, period, times)) continue;
        if (!best || period * times > best.period * best.times) best = { period, times };
      }
      return best;
    }

    function matches(a: number, b: number, period: number): boolean {
      for (let i = 0; i < period; ++i) if (same[a + i] !== same[b + i]) return false;
      return true;
    }

    // How many instances are wired alike too, and hang on each other.
    function verified(at: number, period: number, times: number): number {
      const bounds: number[] = [];
      for (let i = 0; i <= times; ++i)
        bounds.push(i < times ? list[at + i * period].from : list[at + times * period - 1].to);
      let alike = 1;
      const first = period > 1 ? describe(bounds[0], bounds[1]) : "";
      while (
        alike < times &&
        (period === 1 || describe(bounds[alike], bounds[alike + 1]) === first)
      )
        ++alike;
      return alike < 2 ? alike : chained(bounds.slice(0, alike + 1));
    }

    function isWorth(at: number, period: number, times: number): boolean {
      const size = count(list[at].from, list[at + period - 1].to);
      return size >= WORTH || (times > 2 && size > 1);
    }
  };
  yield* foldIn(tree.root);
}

function makeFold(tree: Tree, parent: Item, members: Item[], times: number): Item {
  const first = members[0];
  const last = members[members.length - 1];
  const fold: Item = {
    ...first,
    index: tree.items.length,
    key: `${parent.key}/fold:${first.key.slice(parent.key.length + 1)}`,
    kind: "fold",
    parent,
    children: [],
    to: last.to,
    name: `${first.name} … ${last.name}`,
    class: members.length === times ? first.class : "",
    torch: "",
    type: null,
    instances: times,
    isSize: false,
  };
  tree.items.push(fold);
  return fold;
}

// For each item in a fold's later instances, the one in the first that it is like; size operators, which
// need not be alike, have none.
export function standIns(tree: Tree, fold: Item): Map<Item, Item | null> {
  const { operators } = tree;
  const found = new Map<Item, Item | null>();
  const groups = instancesOf(fold);
  const bases = groups.map((members) => within(members));
  bases.slice(1).forEach((list) => {
    list.forEach((item, i) => found.set(item, bases[0][i] ?? null));
  });
  for (let i = fold.from; i < fold.to; ++i) {
    const { item, isSize } = operators[i];
    if (isSize && !found.has(item) && !groups[0].some((member) => isWithin(item, member)))
      found.set(item, null);
  }
  return found;
}

// The items of each instance, sizes left out.
export function instancesOf(fold: Item): Item[][] {
  const members = fold.children.filter((child) => !child.isSize && child.to > child.from);
  const period = members.length / fold.instances;
  const groups: Item[][] = [];
  for (let i = 0; i < fold.instances; ++i) groups.push(members.slice(i * period, (i + 1) * period));
  return groups;
}

// All items in order, the groups among them, without those that only compute sizes.
function within(items: Item[]): Item[] {
  const list: Item[] = [];
  const visit = (item: Item) => {
    if (item.isSize) return;
    list.push(item);
    item.children.forEach(visit);
  };
  items.forEach(visit);
  return list;
}
