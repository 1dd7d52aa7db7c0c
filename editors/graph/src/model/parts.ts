// A group of very many members is cut into parts, in program order: a layout of thousands in one piece
// takes minutes, and nobody could read it.
import type { Tree } from "./build.ts";
import type { Item } from "./items.ts";

const MOST = 300; // members of a group
const SIZE = 100; // of a part

export function cutIntoParts(tree: Tree): void {
  const visit = (group: Item): void => {
    group.children.forEach(visit);
    // A fold counts its members by instances.
    while (group.kind !== "fold" && membersOf(group).length > MOST) cut(tree, group);
  };
  visit(tree.root);
}

const isPort = (item: Item) => item.kind === "input" || item.kind === "output";
const membersOf = (group: Item) => group.children.filter((child) => !isPort(child));

function cut(tree: Tree, group: Item): void {
  const members = membersOf(group);
  const parts: Item[] = [];
  for (let at = 0; at < members.length; at += SIZE) {
    const children = members.slice(at, at + SIZE);
    const last = children[children.length - 1];
    const first = children[0];
    const part: Item = {
      ...first,
      index: tree.items.length,
      key: `${group.key}/part:${at}`,
      kind: "part",
      parent: group,
      children,
      to: last.to,
      name: `${(first.kind === "part" ? first.from : at) + 1} – ${first.kind === "part" ? last.to : at + children.length}`,
      path: group.path,
      class: "",
      torch: "",
      type: null,
      stop: null,
      instances: 0,
      isSize: children.every((child) => child.isSize),
    };
    for (const child of children) child.parent = part;
    tree.items.push(part);
    parts.push(part);
  }
  const inputs = group.children.filter((child) => child.kind === "input");
  const outputs = group.children.filter((child) => child.kind === "output");
  group.children = [...inputs, ...parts, ...outputs];
}
