import type { Point } from "../scene/layout.ts";
import type { FontName } from "../scene/sizes.ts";
import { corners, fontOf, type Align, type Painter, type Stroke } from "./painter.ts";

export class CanvasPainter implements Painter {
  private font = "";

  constructor(
    private context: CanvasRenderingContext2D,
    private family: string,
  ) {
    context.textBaseline = "middle";
    context.lineJoin = "round";
  }

  private stroke({ color, width, dash }: Stroke): void {
    const { context } = this;
    context.strokeStyle = color;
    context.lineWidth = width;
    context.setLineDash(dash ?? []);
    context.stroke();
  }

  box(
    x: number,
    y: number,
    width: number,
    height: number,
    radius: number,
    fill: string | null,
    stroke: Stroke | null,
  ): void {
    const { context } = this;
    if (!stroke && !radius) {
      context.fillStyle = fill!;
      context.fillRect(x, y, width, height);
      return;
    }
    context.beginPath();
    if (radius) context.roundRect(x, y, width, height, radius);
    else context.rect(x, y, width, height);
    if (fill) {
      context.fillStyle = fill;
      context.fill();
    }
    if (stroke) this.stroke(stroke);
  }

  lines(list: Point[][], radius: number, stroke: Stroke): void {
    if (!list.length) return;
    const { context } = this;
    context.beginPath();
    for (const points of list) {
      if (points.length < 2) continue;
      context.moveTo(points[0].x, points[0].y);
      if (radius)
        for (const { from, corner, to } of corners(points, radius)) {
          context.lineTo(from.x, from.y);
          context.quadraticCurveTo(corner.x, corner.y, to.x, to.y);
        }
      else for (let i = 1; i + 1 < points.length; ++i) context.lineTo(points[i].x, points[i].y);
      const last = points[points.length - 1];
      context.lineTo(last.x, last.y);
    }
    this.stroke(stroke);
  }

  polygons(list: Point[][], fill: string): void {
    if (!list.length) return;
    const { context } = this;
    context.beginPath();
    for (const points of list) {
      context.moveTo(points[0].x, points[0].y);
      for (const point of points.slice(1)) context.lineTo(point.x, point.y);
      context.closePath();
    }
    context.fillStyle = fill;
    context.fill();
  }

  text(
    text: string,
    x: number,
    y: number,
    font: FontName,
    color: string,
    align: Align,
    halo?: string,
  ): void {
    const { context } = this;
    const wanted = fontOf(font, this.family);
    if (wanted !== this.font) context.font = this.font = wanted;
    context.textAlign = align;
    if (halo) {
      context.strokeStyle = halo;
      context.lineWidth = 3;
      context.setLineDash([]);
      context.strokeText(text, x, y);
    }
    context.fillStyle = color;
    context.fillText(text, x, y);
  }
}
