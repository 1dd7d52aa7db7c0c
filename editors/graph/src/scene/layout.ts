// Where everything stands: each open group is laid out by itself by ELK's layered algorithm, from the
// inside out, since a group is a box of fixed size for the one around it. Its ports, where lines cross
// its border, are points of its first and last layer. Equal groups are laid out once.
import type { Height } from "../host.ts";
import type { Item } from "../model/items.ts";
import type { Model } from "../model/model.ts";
import { edgeText, type Label } from "../model/labels.ts";
import { Pace } from "../model/steps.ts";
import { columnLayout } from "./column.ts";
import { boxOf, HEADER, headerWidth, PAD, type Measure } from "./sizes.ts";
import type { Group, Segment } from "./visible.ts";

export interface Point {
  x: number;
  y: number;
}

export interface Line {
  segment: Segment;
  points: Point[]; // absolute
  isStart: boolean; // the shape is written here
  left: number; // what it covers
  top: number;
  right: number;
  bottom: number;
}

export interface Placed {
  item: Item;
  label: Label;
  x: number; // absolute, of the upper left corner
  y: number;
  width: number;
  height: number;
  group: Group | null; // it is open
  members: Placed[];
  lines: Line[];
  parent: Placed | null;
}

export interface Scene {
  root: Placed;
  byItem: Map<Item, Placed>;
  count: number; // boxes
}

// ELK's own graph, as far as it is used here.
export interface ElkGraph {
  id: string;
  layoutOptions?: Record<string, string>;
  children?: ElkBox[];
  edges?: { id: string; sources: string[]; targets: string[]; sections?: ElkSection[] }[];
  width?: number;
  height?: number;
}
interface ElkBox {
  id: string;
  width: number;
  height: number;
  x?: number;
  y?: number;
  ports?: {
    id: string;
    width: number;
    height: number;
    x?: number;
    y?: number;
    layoutOptions?: Record<string, string>;
  }[];
  layoutOptions?: Record<string, string>;
}
interface ElkSection {
  startPoint: Point;
  endPoint: Point;
  bendPoints?: Point[];
}
export type Engine = (graph: ElkGraph) => Promise<ElkGraph>;

const MOST_KEPT = 2000; // layouts
const SPACING = { layer: 34, node: 30, edge: 14 };
const MOST_SIDE_BY_SIDE = 6; // shapes below one box
const MOST_FOR_ELK = 1500; // members and ports of one group
const LARGE = 60; // members: beyond it the quicker ways are taken

// What a group's layout gives the one around it. Points are from the group's corner.
interface Interior {
  width: number;
  height: number;
  members: Point[]; // corners, by the member's place in the group
  lines: Point[][]; // by the segment's place
  into: Map<string, number>; // x of each value's port at the top
  outOf: Map<string, number>; // at the bottom
}

export class Layout {
  private cache = new Map<string, Promise<ElkGraph>>();
  private used = new Set<string>(); // by the scene that is being made
  private pace = new Pace();

  constructor(
    private engine: Engine,
    private measure: Measure,
  ) {}

  async scene(model: Model, visible: Group, height: Height): Promise<Scene> {
    const interiors = new Map<Group, Interior>();
    const boxes = new Map<Item, { label: Label; width: number; height: number }>();
    await this.arrange(model, visible, height, interiors, boxes);
    const byItem = new Map<Item, Placed>();
    const place = (
      item: Item,
      group: Group | null,
      x: number,
      y: number,
      parent: Placed | null,
    ): Placed => {
      const { label, width, height: tall } = boxes.get(item)!;
      const placed: Placed = {
        item,
        label,
        x,
        y,
        width,
        height: tall,
        group,
        members: [],
        lines: [],
        parent,
      };
      byItem.set(item, placed);
      if (!group) return placed;
      const interior = interiors.get(group)!;
      placed.members = group.members.map((member, i) => {
        const at = interior.members[i];
        return place(member, group.groups.get(member) ?? null, x + at.x, y + at.y, placed);
      });
      placed.lines = group.segments.map((segment, i) => lineOf(segment, interior.lines[i], x, y));
      markStarts(group, placed.lines);
      return placed;
    };
    const root = place(visible.item, visible, 0, 0, null);
    this.prune();
    return { root, byItem, count: byItem.size };
  }

  private async arrange(
    model: Model,
    group: Group,
    height: Height,
    interiors: Map<Group, Interior>,
    boxes: Map<Item, { label: Label; width: number; height: number }>,
  ): Promise<void> {
    await Promise.all(
      [...group.groups.values()].map((inner) =>
        this.arrange(model, inner, height, interiors, boxes),
      ),
    );
    if (this.pace.isDue) await this.pace.rest(); // between groups
    const own = boxOf(model.tree, group.item, height, this.measure);
    for (const member of group.members)
      if (!group.groups.has(member))
        boxes.set(member, boxOf(model.tree, member, height, this.measure));
    this.widen(group, boxes);
    const graph = elkGraph(group, boxes, interiors);
    const text = JSON.stringify(graph);
    this.used.add(text);
    let result = this.cache.get(text);
    if (!result) {
      result = this.laidOut(graph);
      this.cache.set(text, result);
    }
    const interior = interiorOf(group, await result, headerWidth(own.label, this.measure));
    interiors.set(group, interior);
    boxes.set(group.item, { label: own.label, width: interior.width, height: interior.height });
  }

  private async laidOut(graph: ElkGraph): Promise<ElkGraph> {
    const count = graph.children!.length;
    if (!count) return graph;
    if (count > MOST_FOR_ELK || graph.edges!.length > 4 * MOST_FOR_ELK) return columnLayout(graph);
    try {
      return await this.engine(graph);
    } catch {
      return columnLayout(graph);
    }
  }

  // Room for the shapes of a box that gives several values: they stand side by side below it.
  private widen(group: Group, boxes: Map<Item, { width: number }>): void {
    const shapes = new Map<Item, Map<string, number>>();
    for (const { from, value, type } of group.segments) {
      if (!from || !type || group.groups.has(from)) continue;
      const known = shapes.get(from) ?? new Map<string, number>();
      shapes.set(from, known.set(value, this.measure(edgeText(type), "edge")));
    }
    for (const [item, widths] of shapes) {
      if (widths.size < 2 || widths.size > MOST_SIDE_BY_SIDE) continue;
      const box = boxes.get(item)!;
      box.width = Math.max(box.width, (widths.size + 1) * (Math.max(...widths.values()) + 8));
    }
  }

  // Forgets what the newest scene has no use for, once that is a lot: edits make ever new graphs.
  private prune(): void {
    if (this.cache.size > MOST_KEPT)
      for (const text of this.cache.keys()) if (!this.used.has(text)) this.cache.delete(text);
    this.used.clear();
  }
}

const side = (name: string) => ({ "elk.port.side": name });

function elkGraph(
  group: Group,
  boxes: Map<Item, { width: number; height: number }>,
  interiors: Map<Group, Interior>,
): ElkGraph {
  const place = new Map(group.members.map((member, i) => [member, i]));
  const ports = group.members.map(() => new Map<string, string>());
  const port = (member: Item, isOut: boolean, value: string): string => {
    const at = place.get(member)!;
    const known = ports[at];
    const key = `${isOut ? "o" : "i"}${value}`;
    let id = known.get(key);
    if (!id) known.set(key, (id = `${at}${isOut ? "o" : "i"}${known.size}`));
    return id;
  };
  const borders = new Map<string, string>();
  const border = (isOut: boolean, value: string): string => {
    const key = `${isOut ? "o" : "i"}${value}`;
    let id = borders.get(key);
    if (!id) borders.set(key, (id = `${isOut ? "O" : "I"}${borders.size}`));
    return `${id}p`;
  };
  const edges = group.segments.map((segment, i) => ({
    id: `e${i}`,
    sources: [
      segment.from ? port(segment.from, true, segment.value) : border(false, segment.value),
    ],
    targets: [segment.to ? port(segment.to, false, segment.value) : border(true, segment.value)],
  }));
  const children: ElkBox[] = group.members.map((member, i) => {
    const { width, height } = boxes.get(member)!;
    const inner = group.groups.get(member);
    const interior = inner && interiors.get(inner);
    const own = [...ports[i]].map(([key, id]) => {
      const isOut = key[0] === "o";
      const x = interior && (isOut ? interior.outOf : interior.into).get(key.slice(1));
      return {
        id,
        width: 0,
        height: 0,
        layoutOptions: side(isOut ? "SOUTH" : "NORTH"),
        // Control ends at a group's border, where there is no port inside.
        ...(interior ? { x: x ?? width / 2, y: isOut ? height : 0 } : {}),
      };
    });
    const layoutOptions: Record<string, string> = {
      "elk.portConstraints": interior ? "FIXED_POS" : "FIXED_SIDE",
    };
    // Branches begin side by side.
    if (member.kind === "branch") layoutOptions["elk.alignment"] = "TOP";
    return { id: String(i), width, height, ports: own, layoutOptions };
  });
  for (const [key, id] of borders)
    children.push({
      id,
      width: 2,
      height: 2,
      ports: [
        {
          id: `${id}p`,
          width: 0,
          height: 0,
          x: 1,
          y: key[0] === "o" ? 0 : 2,
          layoutOptions: side(key[0] === "o" ? "NORTH" : "SOUTH"),
        },
      ],
      layoutOptions: {
        "elk.portConstraints": "FIXED_POS",
        "elk.layered.layering.layerConstraint": key[0] === "o" ? "LAST_SEPARATE" : "FIRST_SEPARATE",
      },
    });
  return { id: "g", layoutOptions: optionsFor(group, borders.size > 0), children, edges };
}

function optionsFor(group: Group, hasPorts: boolean): Record<string, string> {
  const isLarge = group.members.length > LARGE;
  const isControl = group.item.kind === "if" || group.item.kind === "loop";
  return {
    "elk.algorithm": "layered",
    "elk.direction": "DOWN",
    "elk.edgeRouting": "ORTHOGONAL",
    "elk.padding": "[top=0,left=0,bottom=0,right=0]",
    "elk.spacing.nodeNode": String(SPACING.node),
    "elk.spacing.edgeNode": String(SPACING.edge),
    "elk.spacing.edgeEdge": "10",
    "elk.layered.spacing.nodeNodeBetweenLayers": String(SPACING.layer),
    "elk.layered.spacing.edgeNodeBetweenLayers": String(SPACING.edge),
    "elk.layered.spacing.edgeEdgeBetweenLayers": "10",
    "elk.layered.cycleBreaking.strategy": "MODEL_ORDER",
    "elk.layered.nodePlacement.strategy": isLarge ? "BRANDES_KOEPF" : "NETWORK_SIMPLEX",
    "elk.layered.nodePlacement.favorStraightEdges": "true",
    "elk.layered.thoroughness": isLarge ? "1" : "7",
    // The layers of ports are above and below everything.
    "elk.separateConnectedComponents": String(!isControl && !hasPorts),
    // then stands left of else.
    ...(isControl
      ? {
          "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
          "elk.layered.crossingMinimization.forceNodeModelOrder": "true",
        }
      : {}),
  };
}

function interiorOf(group: Group, result: ElkGraph, leastWidth: number): Interior {
  const isRoot = group.item.kind === "root";
  const count = group.members.length;
  const inner = { width: result.width ?? 0, height: result.height ?? 0 };
  const width = Math.max(isRoot ? 0 : leastWidth, inner.width + 2 * PAD);
  const left = (width - inner.width) / 2;
  // The layer of ports brings a gap of its own.
  const children = result.children ?? [];
  const gap = Math.min(14, ...children.slice(0, count).map((child) => child.y ?? 0));
  const isLeft = group.segments.some((segment) => !segment.to);
  const top = isRoot ? PAD : HEADER - gap;
  const height = top + Math.max(inner.height, count ? 0 : 18) + (isLeft ? 0 : PAD);
  const members = children
    .slice(0, count)
    .map((child) => ({ x: left + (child.x ?? 0), y: top + (child.y ?? 0) }));
  const borderX = new Map<string, number>();
  for (const child of children.slice(count)) borderX.set(`${child.id}p`, left + (child.x ?? 0) + 1);
  const into = new Map<string, number>();
  const outOf = new Map<string, number>();
  const lines = group.segments.map((segment, i) => {
    const edge = result.edges![i];
    const section = edge.sections?.[0];
    const points = section
      ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]
      : [];
    const moved = points.map(({ x, y }) => ({ x: x + left, y: y + top }));
    if (!segment.from) {
      const x = borderX.get(edge.sources[0])!;
      into.set(segment.value, x);
      moved.unshift({ x, y: 0 });
    }
    if (!segment.to) {
      const x = borderX.get(edge.targets[0])!;
      outOf.set(segment.value, x);
      moved.push({ x, y: height });
    }
    return straightened(moved);
  });
  return { width, height, members, lines, into, outOf };
}

// Without points on a straight stretch.
function straightened(points: Point[]): Point[] {
  return points.filter((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before || !after) return true;
    const isVertical = Math.abs(before.x - point.x) < 0.75 && Math.abs(point.x - after.x) < 0.75;
    const isLevel = Math.abs(before.y - point.y) < 0.75 && Math.abs(point.y - after.y) < 0.75;
    return !isVertical && !isLevel;
  });
}

function lineOf(segment: Segment, points: Point[], x: number, y: number): Line {
  const moved = points.map((point) => ({ x: point.x + x, y: point.y + y }));
  const xs = moved.map((point) => point.x);
  const ys = moved.map((point) => point.y);
  return {
    segment,
    points: moved,
    isStart: false,
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}

// Of the lines that leave a box with the same value, one carries its shape. What leaves an open group
// has carried it inside.
function markStarts(group: Group, lines: Line[]): void {
  const seen = new Set<string>();
  for (const line of lines) {
    const { from, value, type } = line.segment;
    if (!from || !type || group.groups.has(from)) continue;
    const key = `${from.index}>${value}`;
    line.isStart = !seen.has(key);
    seen.add(key);
  }
}
