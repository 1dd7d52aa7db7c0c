// Draws a scene: what is in sight, in as much detail as can be seen at the scale.
import type { Item } from "../model/items.ts";
import type { Tree } from "../model/build.ts";
import { edgeText } from "../model/labels.ts";
import type { Line, Placed, Point } from "../scene/layout.ts";
import { HEADER, TOGGLE } from "../scene/sizes.ts";
import type { Painter, Stroke } from "./painter.ts";
import { categoryOf, type Palette } from "./palette.ts";

export interface Window {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Look {
  tree: Tree;
  palette: Palette;
  scale: number; // pixels for one unit
  window: Window; // what is in sight
  selected: Item | null;
  hovered: Item | null;
  found: Set<Item> | null; // by the search
  lit: Set<Line>; // lines of what is selected
}

// Scales below which something is left out.
const READABLE = 0.42; // titles
const SHAPES = 0.62; // text on lines
const ROUND = 0.3; // rounded corners, arrow heads
const SMALLEST_GROUP = 14; // pixels: below it, a group is a block
const SMALLEST_LINE = 3; // pixels

export function drawScene(painter: Painter, root: Placed, look: Look): void {
  drawInside(painter, root, look, 0);
}

const isOut = (window: Window, left: number, top: number, right: number, bottom: number) =>
  right < window.left || left > window.right || bottom < window.top || top > window.bottom;

function drawInside(painter: Painter, group: Placed, look: Look, depth: number): void {
  const { window, scale } = look;
  const seen = group.members.filter(
    (member) =>
      !isOut(window, member.x, member.y, member.x + member.width, member.y + member.height),
  );
  const opened = seen.filter((member) => member.group);
  for (const member of opened) drawGroup(painter, member, look, depth);
  const lines = group.lines.filter((line) => {
    if (isOut(window, line.left, line.top, line.right, line.bottom)) return false;
    return Math.max(line.right - line.left, line.bottom - line.top) * scale >= SMALLEST_LINE;
  });
  drawLines(painter, lines, look);
  for (const member of opened) {
    if (isBlock(member, scale)) continue;
    drawInside(painter, member, look, depth + 1);
    drawHeader(painter, member, look);
  }
  for (const member of seen) if (!member.group) drawBox(painter, member, look);
  if (scale >= SHAPES) drawShapes(painter, lines, look);
}

const isBlock = (group: Placed, scale: number) =>
  Math.max(group.width, group.height) * scale < SMALLEST_GROUP;

function outline(placed: Placed, look: Look, edge: string): Stroke {
  const { selected, hovered, found, palette, scale } = look;
  const thin = 1 / Math.min(1, scale);
  if (placed.item === selected) return { color: palette.accent, width: Math.max(2.5, 2 * thin) };
  if (found?.has(placed.item))
    return { color: palette.accent, width: Math.max(1.5, thin), dash: [4, 2] };
  if (placed.item === hovered) return { color: palette.accent, width: Math.max(1.25, thin) };
  return { color: edge, width: 1 };
}

function drawGroup(painter: Painter, group: Placed, look: Look, depth: number): void {
  const { palette, scale } = look;
  const { item, x, y, width, height } = group;
  const category = categoryOf(look.tree, item);
  if (isBlock(group, scale)) {
    painter.box(x, y, width, height, 0, palette.tints[category].edge, null);
    return;
  }
  const radius = scale < ROUND ? 0 : 9;
  const isControl = item.kind === "if" || item.kind === "loop" || item.kind === "branch";
  const edge = isControl ? palette.tints.control.edge : palette.groupEdge;
  const fill =
    isControl && item.kind !== "branch" ? palette.tints.control.fill : palette.groups[depth % 2];
  const stroke = outline(group, look, edge);
  if (item.kind === "branch" && !stroke.dash) stroke.dash = [5, 3];
  if (item.kind === "fold") {
    // A pile of cards, as many as are alike.
    const shift = Math.min(3, item.instances - 1) * 3;
    for (let at = shift; at > 0; at -= 3)
      painter.box(x + at, y + at, width, height, radius, fill, { color: edge, width: 1 });
  }
  painter.box(x, y, width, height, radius, fill, stroke);
}

function drawHeader(painter: Painter, group: Placed, look: Look): void {
  const { palette, scale } = look;
  if (scale < READABLE * 0.7) return;
  const { label, x, y, item } = group;
  const middle = y + HEADER / 2;
  const color =
    item.kind === "if" || item.kind === "loop" || item.kind === "branch"
      ? palette.tints.control.edge
      : palette.text;
  let left = x + 12;
  if (item.kind !== "branch") {
    toggle(painter, left, middle, item.kind === "fold" ? "pile" : "open", look);
    left += TOGGLE + 4;
  }
  painter.text(
    label.title,
    left,
    middle,
    "header",
    contrastOf(palette, color),
    "left",
    haloOf(group, look),
  );
  if (!label.subtitle || item.kind === "if" || item.kind === "loop") return;
  left += measured(label.title) + 8;
  painter.text(
    label.subtitle,
    left,
    middle,
    "subtitle",
    palette.faint,
    "left",
    haloOf(group, look),
  );
}

// The header stands above lines that come in from the top.
function haloOf(group: Placed, look: Look): string {
  const isControl = group.item.kind === "if" || group.item.kind === "loop";
  return isControl ? look.palette.tints.control.fill : look.palette.groups[depthOf(group) % 2];
}

function depthOf(placed: Placed): number {
  let depth = -1;
  for (let at = placed.parent; at; at = at.parent) ++depth;
  return Math.max(0, depth);
}

const contrastOf = (palette: Palette, color: string) =>
  palette.isDark ? palette.text : color === palette.text ? color : palette.text;

// Widths of header texts; set by whoever measures.
let measure: (text: string) => number = (text) => text.length * 7.4;
export function setHeaderMeasure(next: (text: string) => number): void {
  measure = next;
}
const measured = (text: string) => measure(text);

function toggle(
  painter: Painter,
  x: number,
  middle: number,
  kind: "open" | "closed" | "pile",
  look: Look,
): void {
  if (look.scale < READABLE) return;
  const { palette } = look;
  const half = 6;
  painter.box(x, middle - half, 2 * half, 2 * half, 3, palette.background, {
    color: palette.faint,
    width: 1,
  });
  const stroke = { color: palette.faint, width: 1.5 };
  painter.lines(
    [
      [
        { x: x + 3, y: middle },
        { x: x + 2 * half - 3, y: middle },
      ],
    ],
    0,
    stroke,
  );
  if (kind !== "open")
    painter.lines(
      [
        [
          { x: x + half, y: middle - 3 },
          { x: x + half, y: middle + 3 },
        ],
      ],
      0,
      stroke,
    );
}

function drawBox(painter: Painter, placed: Placed, look: Look): void {
  const { palette, scale } = look;
  const { item, label, x, y, width, height } = placed;
  const tint = palette.tints[categoryOf(look.tree, item)];
  const stroke = outline(placed, look, tint.edge);
  if (height * scale < 5) {
    const isPlain = stroke.color === tint.edge;
    painter.box(x, y, width, height, 0, isPlain ? tint.edge : stroke.color, null);
    return;
  }
  const isPill = item.kind === "input" || item.kind === "output" || item.kind === "result";
  const radius = scale < ROUND ? 0 : isPill ? height / 2 : item.kind === "condition" ? 4 : 7;
  if (item.kind === "condition" && scale >= ROUND) hexagon(painter, placed, tint.fill, stroke);
  else if (item.kind === "stop" && scale >= ROUND)
    octagon(painter, placed, tint.fill, { ...stroke, width: Math.max(2, stroke.width) });
  else painter.box(x, y, width, height, radius, tint.fill, stroke);
  if (scale < READABLE) return;
  const lines: [string, "title" | "subtitle" | "detail", string][] = [
    [label.title, "title", palette.text],
  ];
  if (label.subtitle) lines.push([label.subtitle, "subtitle", palette.faint]);
  if (label.detail) lines.push([label.detail, "detail", palette.faint]);
  const heights = lines.map(([, font]) => (font === "title" ? 17 : 15));
  let top = y + (height - heights.reduce((sum, each) => sum + each, 0)) / 2;
  const hasToggle = item.children.length > 0;
  const middle = x + width / 2 + (hasToggle ? (TOGGLE + 4) / 2 : 0);
  lines.forEach(([text, font, color], i) => {
    painter.text(
      text,
      i === 0 ? middle : x + width / 2,
      top + heights[i] / 2,
      font,
      color,
      "center",
    );
    top += heights[i];
  });
  if (hasToggle)
    toggle(
      painter,
      x + 8,
      y + (height - heights.reduce((sum, each) => sum + each, 0)) / 2 + 8.5,
      "closed",
      look,
    );
}

function hexagon(
  painter: Painter,
  { x, y, width, height }: Placed,
  fill: string,
  stroke: Stroke,
): void {
  const cut = Math.min(16, height / 2);
  const middle = y + height / 2;
  const points = [
    { x, y: middle },
    { x: x + cut, y },
    { x: x + width - cut, y },
    { x: x + width, y: middle },
    { x: x + width - cut, y: y + height },
    { x: x + cut, y: y + height },
  ];
  painter.polygons([points], fill);
  painter.lines([[...points, points[0]]], 0, stroke);
}

function octagon(
  painter: Painter,
  { x, y, width, height }: Placed,
  fill: string,
  stroke: Stroke,
): void {
  const cut = 10;
  const points = [
    { x: x + cut, y },
    { x: x + width - cut, y },
    { x: x + width, y: y + cut },
    { x: x + width, y: y + height - cut },
    { x: x + width - cut, y: y + height },
    { x: x + cut, y: y + height },
    { x, y: y + height - cut },
    { x, y: y + cut },
  ];
  painter.polygons([points], fill);
  painter.lines([[...points, points[0]]], 0, stroke);
}

function drawLines(painter: Painter, lines: Line[], look: Look): void {
  const { palette, scale, lit } = look;
  const radius = scale < ROUND ? 0 : 6;
  const width = Math.max(1.2, 0.7 / scale);
  const plain: Point[][] = [];
  const dashed: Point[][] = [];
  const bright: Point[][] = [];
  for (const line of lines) {
    const { type, isBack, isConditional } = line.segment;
    if (lit.has(line)) bright.push(line.points);
    else if (!type || isBack || isConditional) dashed.push(line.points);
    else plain.push(line.points);
  }
  painter.lines(plain, radius, { color: palette.line, width });
  painter.lines(dashed, radius, { color: palette.tints.control.edge, width, dash: [5, 3] });
  painter.lines(bright, radius, { color: palette.accent, width: width * 1.8 });
  if (scale < ROUND) return;
  const heads = (wanted: (line: Line) => boolean) =>
    lines.filter((line) => line.segment.to && wanted(line)).flatMap(head);
  const isDashed = (line: Line) =>
    !line.segment.type || line.segment.isBack || line.segment.isConditional;
  painter.polygons(
    heads((line) => !lit.has(line) && !isDashed(line)),
    palette.line,
  );
  painter.polygons(
    heads((line) => !lit.has(line) && isDashed(line)),
    palette.tints.control.edge,
  );
  painter.polygons(
    heads((line) => lit.has(line)),
    palette.accent,
  );
}

function head(line: Line): Point[][] {
  const { points } = line;
  const end = points[points.length - 1];
  const before = points[points.length - 2];
  if (!before) return [];
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const back = { x: end.x - dx * 6, y: end.y - dy * 6 };
  return [
    [
      end,
      { x: back.x - dy * 3.2, y: back.y + dx * 3.2 },
      { x: back.x + dy * 3.2, y: back.y - dx * 3.2 },
    ],
  ];
}

// Shapes stand where a line leaves its box, words of control where it arrives.
function drawShapes(painter: Painter, lines: Line[], look: Look): void {
  const { palette } = look;
  for (const line of lines) {
    const { label, type } = line.segment;
    if (label) {
      const end = line.points[line.points.length - 1];
      painter.text(label, end.x + 6, end.y - 12, "edge", palette.text, "left", palette.background);
    } else if (line.isStart && line.points.length) {
      const [start] = line.points;
      painter.text(
        edgeText(type),
        start.x + 5,
        start.y + 9,
        "edge",
        palette.faint,
        "left",
        palette.background,
      );
    }
  }
}
