// How large a box is: its text, measured, and what it is.
import type { Height } from "../host.ts";
import type { Tree } from "../model/build.ts";
import type { Item } from "../model/items.ts";
import { labelOf, type Label } from "../model/labels.ts";

export const FONT = {
  title: { size: 13, weight: 600 },
  subtitle: { size: 11.5, weight: 400 },
  detail: { size: 11, weight: 400 },
  edge: { size: 10.5, weight: 400 },
  header: { size: 13, weight: 600 },
} as const;
export type FontName = keyof typeof FONT;
export type Measure = (text: string, font: FontName) => number;

export const HEADER = 30; // of an open group, with its title
export const PAD = 16; // between a group's border and what is in it
export const TOGGLE = 16; // the mark that opens and closes
const LINE = { title: 17, subtitle: 15, detail: 15 };

export interface Box {
  label: Label;
  width: number;
  height: number;
}

export function boxOf(tree: Tree, item: Item, height: Height, measure: Measure): Box {
  const label = labelOf(tree, item, height);
  const isPill = ["input", "output", "result"].includes(item.kind);
  const widths = [measure(label.title, "title") + (item.children.length ? TOGGLE + 8 : 0)];
  let tall = LINE.title;
  if (label.subtitle) {
    widths.push(measure(label.subtitle, "subtitle"));
    tall += LINE.subtitle;
  }
  if (label.detail) {
    widths.push(measure(label.detail, "detail"));
    tall += LINE.detail;
  }
  const least = isPill ? 44 : item.kind === "condition" ? 60 : 92;
  return {
    label,
    width: Math.ceil(Math.max(least, Math.max(...widths) + (item.kind === "condition" ? 48 : 28))),
    height: tall + (isPill ? 8 : 14),
  };
}

export function headerWidth(label: Label, measure: Measure): number {
  const subtitle = label.subtitle ? measure(label.subtitle, "subtitle") + 10 : 0;
  return Math.ceil(measure(label.title, "header") + subtitle + TOGGLE + 36);
}
