// What is drawn, as a tree that screen readers know: the selected item, what is around it, and the groups
// that hold it. Nobody sees these elements; the stage's aria-activedescendant names one of them.
import { pathTo } from "../model/model.ts";
import type { Item } from "../model/items.ts";
import { labelOf, typeText } from "../model/labels.ts";
import type { Tree } from "../model/build.ts";
import type { Height } from "../host.ts";
import type { Scene } from "../scene/layout.ts";
import { make } from "./dom.ts";

const NEIGHBOURS = 25; // on each side

let mirrors = 0;

export class Mirror {
  readonly element = make("div", { class: "unseen", role: "presentation" });
  private prefix = `nnscan-${++mirrors}-`;

  constructor(private stage: HTMLElement) {}

  show(tree: Tree, scene: Scene, selected: Item | null, height: Height): void {
    const path = selected ? [...pathTo(selected), selected] : [tree.root];
    const shown = path.filter((item) => scene.byItem.has(item));
    const rows: HTMLElement[] = [];
    shown.forEach((item, depth) => {
      if (item.kind === "root") return;
      const around = scene.byItem.get(item)!.parent?.members.map((placed) => placed.item) ?? [item];
      const at = around.indexOf(item);
      const isLast = depth === shown.length - 1;
      const from = isLast ? Math.max(0, at - NEIGHBOURS) : at;
      const to = isLast ? Math.min(around.length, at + NEIGHBOURS + 1) : at + 1;
      for (let i = from; i < to; ++i)
        rows.push(
          this.row(tree, scene, around[i], depth, i, around.length, around[i] === selected, height),
        );
    });
    this.element.replaceChildren(...rows);
    if (selected && rows.length)
      this.stage.setAttribute("aria-activedescendant", this.prefix + selected.index);
    else this.stage.removeAttribute("aria-activedescendant");
  }

  private row(
    tree: Tree,
    scene: Scene,
    item: Item,
    level: number,
    at: number,
    count: number,
    isSelected: boolean,
    height: Height,
  ): HTMLElement {
    return make(
      "div",
      {
        id: this.prefix + item.index,
        role: "treeitem",
        "aria-level": Math.max(1, level),
        "aria-posinset": at + 1,
        "aria-setsize": count,
        "aria-selected": String(isSelected),
        "aria-expanded": item.children.length ? String(!!scene.byItem.get(item)?.group) : undefined,
      },
      spoken(tree, item, height),
    );
  }
}

export function spoken(tree: Tree, item: Item, height: Height): string {
  const { title, subtitle, detail } = labelOf(tree, item, height);
  const makes = ["module", "call", "operator", "if", "loop"].includes(item.kind);
  const type = item.type ? typeText(item.type) : makes ? outputText(tree, item) : "";
  return [title, subtitle, detail, type].filter(Boolean).join(", ");
}

function outputText(tree: Tree, item: Item): string {
  if (item.to === item.from) return "";
  return typeText(tree.operators[item.to - 1].node.outputs.find((output) => output) ?? null);
}
