// What drawing needs of a surface: the screen's canvas, a picture's canvas, or an SVG file.
import { FONT, type FontName } from "../scene/sizes.ts";
import type { Point } from "../scene/layout.ts";

export interface Stroke {
  color: string;
  width: number;
  dash?: number[];
}

export type Align = "left" | "center" | "right";

export interface Painter {
  box(
    x: number,
    y: number,
    width: number,
    height: number,
    radius: number,
    fill: string | null,
    stroke: Stroke | null,
  ): void;
  // Lines with rounded corners, of one look.
  lines(list: Point[][], radius: number, stroke: Stroke): void;
  polygons(list: Point[][], fill: string): void;
  // `y` is the middle of the text; `halo` keeps it readable above lines.
  text(
    text: string,
    x: number,
    y: number,
    font: FontName,
    color: string,
    align: Align,
    halo?: string,
  ): void;
}

export const fontOf = (font: FontName, family: string) =>
  `${FONT[font].weight} ${FONT[font].size}px ${family}`;

// The stretches of a polyline with rounded corners: at each corner, where the curve begins and ends.
export function* corners(
  points: Point[],
  radius: number,
): Generator<{ from: Point; corner: Point; to: Point }> {
  for (let i = 1; i + 1 < points.length; ++i) {
    const [before, corner, after] = [points[i - 1], points[i], points[i + 1]];
    const first = Math.hypot(corner.x - before.x, corner.y - before.y);
    const second = Math.hypot(after.x - corner.x, after.y - corner.y);
    const r = Math.min(radius, first / 2, second / 2);
    const towards = (end: Point, length: number) => ({
      x: corner.x + ((end.x - corner.x) * r) / (length || 1),
      y: corner.y + ((end.y - corner.y) * r) / (length || 1),
    });
    yield { from: towards(before, first), corner, to: towards(after, second) };
  }
}
