// One graph, ready to be shown: its tree with folds and stops, its lines, and what can be found in it.
import type { Graph, Place } from "../format.ts";
import type { Cursor } from "../host.ts";
import { buildTree, type Tree } from "./build.ts";
import { connect } from "./connect.ts";
import { foldRepeats, standIns } from "./fold.ts";
import { ancestors, type Connection, type Item, type Operator } from "./items.ts";
import { cutIntoParts } from "./parts.ts";
import { atOnce, type Steps } from "./steps.ts";
import { addStops } from "./stops.ts";

export class Model {
  readonly root: Item;
  readonly byKey = new Map<string, Item>();
  // Of each fold: what stands in for the items of its later instances.
  readonly standIns = new Map<Item, Map<Item, Item | null>>();
  private byConnection = {
    from: new Map<Item, Connection[]>(),
    to: new Map<Item, Connection[]>(),
  };

  private constructor(
    readonly graph: Graph,
    readonly tree: Tree,
    readonly connections: Connection[],
    readonly stops: Item[],
  ) {
    this.root = tree.root;
  }

  static of(graph: Graph): Model {
    return atOnce(Model.steps(graph));
  }

  static *steps(graph: Graph): Steps<Model> {
    const tree = yield* buildTree(graph);
    const connections = yield* connect(tree);
    const stops = addStops(tree, connections);
    yield* foldRepeats(tree);
    cutIntoParts(tree);
    const model = new Model(graph, tree, connections, stops);
    yield* model.index();
    return model;
  }

  private *index(): Steps<void> {
    const rest = [this.root];
    for (let item = rest.pop(); item; item = rest.pop()) {
      yield;
      item.depth = item.parent ? item.parent.depth + 1 : 0;
      this.byKey.set(item.key, item);
      if (item.kind === "fold") this.standIns.set(item, standIns(this.tree, item));
      for (let i = item.children.length; i-- > 0;) rest.push(item.children[i]);
    }
    for (const end of ["from", "to"] as const)
      for (const connection of this.connections) {
        yield;
        const list = this.byConnection[end].get(connection[end]);
        if (list) list.push(connection);
        else this.byConnection[end].set(connection[end], [connection]);
      }
  }

  get operators(): Operator[] {
    return this.tree.operators;
  }

  walk(visit: (item: Item) => void, from: Item = this.root): void {
    visit(from);
    for (const child of from.children) this.walk(visit, child);
  }

  // The lines that begin or end at an item without children.
  linesOf(item: Item): { from: Connection[]; to: Connection[] } {
    return {
      from: this.byConnection.from.get(item) ?? [],
      to: this.byConnection.to.get(item) ?? [],
    };
  }

  // An input of a loop's body that nothing in it takes.
  isIdle(item: Item): boolean {
    return (
      item.kind === "input" && item.parent?.kind === "branch" && !this.linesOf(item).from.length
    );
  }

  // What crosses the item's border, each value once.
  valuesOf(item: Item): { taken: Connection[]; given: Connection[] } {
    const taken = new Map<string, Connection>();
    const given = new Map<string, Connection>();
    const inside = new Set<Item>();
    this.walk((each) => inside.add(each), item);
    for (const each of inside) {
      const { from, to } = this.linesOf(each);
      for (const line of to) if (line.type && !inside.has(line.from)) taken.set(line.value, line);
      for (const line of from) if (line.type && !inside.has(line.to)) given.set(line.value, line);
    }
    return { taken: [...taken.values()], given: [...given.values()] };
  }

  // The innermost item of what the source at the cursor made: on its line, and where a column is given,
  // the smallest place around it. A statement's parts on the same line count when nothing is closer.
  at(cursor: Cursor): Item | null {
    let best: Item | null = null;
    let bestScore = Infinity;
    this.walk((item) => {
      if (
        item.kind === "root" ||
        item.kind === "condition" ||
        item.kind === "fold" ||
        item.kind === "part"
      )
        return;
      const place = item.source;
      if (!place || !isSameFile(place, cursor)) return;
      const score = distance(place, cursor);
      if (score === null) return;
      // Of equal places the outer item: the call rather than one of its operators.
      if (score < bestScore) [best, bestScore] = [item, score];
    });
    return best;
  }

  // Items with all words of the text in what they are called, best first.
  search(text: string, most: number): { items: Item[]; total: number } {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return { items: [], total: 0 };
    const scored: { item: Item; score: number }[] = [];
    this.walk((item) => {
      if (
        item.kind === "root" ||
        item.kind === "fold" ||
        item.kind === "branch" ||
        item.kind === "part" ||
        this.isIdle(item)
      )
        return;
      const name = item.name.toLowerCase();
      const own = `${name} ${item.class.toLowerCase()} ${item.torch.toLowerCase()} ${this.opsOf(item)}`;
      const all = `${own} ${item.path.toLowerCase()}`;
      if (!words.every((word) => all.includes(word))) return;
      const isOwn = words.every((word) => own.includes(word));
      const isStart = name.startsWith(words[0]) || item.class.toLowerCase().startsWith(words[0]);
      const isWhole = words.some((word) => word === name || word === item.path.toLowerCase());
      const rank = isOwn || isWhole ? (isWhole ? 0 : isStart ? 1 : 2) : isStart ? 2 : 3;
      scored.push({ item, score: rank * 100 + item.depth });
    });
    scored.sort((a, b) => a.score - b.score || a.item.from - b.item.from);
    return { items: scored.slice(0, most).map(({ item }) => item), total: scored.length };
  }

  private opsOf(item: Item): string {
    if (item.children.length || item.to === item.from)
      return item.stop?.message.toLowerCase() ?? "";
    return this.operators[item.from].node.op.toLowerCase();
  }

  // The item of this graph that is what `key` named in another: itself, or the nearest that is left.
  nearest(key: string | null): Item | null {
    for (let at = key; at; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
      const found = this.byKey.get(at);
      if (found) return found;
    }
    return null;
  }
}

function isSameFile(place: Place, cursor: Cursor): boolean {
  if (cursor.uri !== undefined && place.uri !== undefined) return place.uri === cursor.uri;
  if (cursor.file !== undefined) return place.file === cursor.file;
  // A host that knows files by their address, and a graph that does not.
  return cursor.uri === undefined || decodeURIComponent(cursor.uri).endsWith(`/${place.file}`);
}

// Smaller is closer; null: not at the cursor.
function distance(place: Place, cursor: Cursor): number | null {
  const last = cursor.end_line ?? cursor.line;
  if (place.end_line < cursor.line || place.line > last) return null;
  const size = (place.end_line - place.line) * 1000 + (place.end_column - place.column);
  if (cursor.column === undefined)
    return 1e6 - Math.min(size, 1e5) + (place.line === cursor.line ? 0 : 1e6);
  const starts =
    place.line < cursor.line || (place.line === cursor.line && place.column <= cursor.column);
  const ends =
    place.end_line > cursor.line ||
    (place.end_line === cursor.line && place.end_column >= cursor.column);
  if (starts && ends) return size;
  if (place.line !== cursor.line && place.end_line !== cursor.line) return null;
  const gap = Math.min(
    Math.abs(place.column - cursor.column),
    Math.abs(place.end_column - cursor.column),
  );
  return 1e6 + gap;
}

export function pathTo(item: Item): Item[] {
  return [...ancestors(item)].reverse();
}
