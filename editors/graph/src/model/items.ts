// The tree that the view shows: modules that hold modules, the torch calls in them, the operators of a
// call, the branches of an If. It is built once for a graph; what is open is no part of it.
import type { GraphNode, Place, Stop, TypeOf } from "../format.ts";

export type Kind =
  | "root" // the entry
  | "module" // one call of a module; called twice, it is two items
  | "call" // one torch call
  | "operator"
  | "if"
  | "loop"
  | "branch" // of an if or a loop: then, else, body
  | "condition" // what an if or a loop asks, at its top
  | "fold" // equal items in sequence, of which one stands for all
  | "part" // some of very many in one group, so that they can be laid out and looked through
  | "input" // of the graph, or of a loop's body
  | "result" // of a branch, where nothing in it makes it
  | "output"
  | "stop"; // where the analysis stopped

export interface Item {
  index: number; // in Model.items
  key: string; // the same item of the next graph has the same one
  kind: Kind;
  parent: Item | null;
  children: Item[]; // in program order; of a fold, those of all instances
  depth: number;
  // The operators in it, [from, to) of Model.nodes.
  from: number;
  to: number;
  isSize: boolean; // it only computes sizes
  name: string; // in its parent: "conv1", "relu", "Conv", "then"
  path: string; // of its module
  class: string; // of its module: "Conv2d"; else empty
  torch: string; // the torch call; else empty
  type: TypeOf | null; // of an input, a result or an output
  source: Place | null;
  calls: Place[];
  instances: number; // of a fold: how many are alike
  stop: Stop | null;
}

// A value on its way from what makes it to what takes it, both without children.
export interface Connection {
  from: Item;
  to: Item;
  value: string; // its name, as the consumer knows it
  // What gives the value that name, and as which of its outputs: one line is drawn for all that share it.
  maker: Item;
  output: number;
  type: TypeOf | null; // null: control, not data
  label: string; // of control: "true", "false"
  isBack: boolean; // from one iteration to the next
  isConditional: boolean; // a branch's result
  isSize: boolean; // it only serves to compute sizes
}

export interface Operator {
  node: GraphNode;
  item: Item; // the one without children that stands for it
  isSize: boolean;
}

export function isWithin(item: Item, group: Item): boolean {
  for (let at: Item | null = item; at; at = at.parent) if (at === group) return true;
  return false;
}

export function* ancestors(item: Item): Generator<Item> {
  for (let at = item.parent; at; at = at.parent) yield at;
}
