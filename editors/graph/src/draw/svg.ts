// An SVG file: attributes only, so that it looks the same under any policy, and all text escaped.
import type { Point } from "../scene/layout.ts";
import { FONT, type FontName } from "../scene/sizes.ts";
import { corners, type Align, type Painter, type Stroke } from "./painter.ts";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
export const escaped = (text: string) =>
  text
    .replace(/[&<>"']/g, (char) => ENTITIES[char])
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");

const number = (value: number) => String(Math.round(value * 100) / 100);

export class SvgPainter implements Painter {
  private parts: string[] = [];

  constructor(private family: string) {}

  private add(
    name: string,
    attributes: Record<string, string | number | null>,
    content?: string,
  ): void {
    const text = Object.entries(attributes)
      .filter(([, value]) => value !== null)
      .map(
        ([key, value]) =>
          ` ${key}="${typeof value === "number" ? number(value) : escaped(value!)}"`,
      )
      .join("");
    this.parts.push(
      content === undefined ? `<${name}${text}/>` : `<${name}${text}>${escaped(content)}</${name}>`,
    );
  }

  private static stroked(stroke: Stroke | null): Record<string, string | number | null> {
    if (!stroke) return {};
    return {
      stroke: stroke.color,
      "stroke-width": stroke.width,
      "stroke-dasharray": stroke.dash?.length ? stroke.dash.join(" ") : null,
    };
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
    this.add("rect", {
      x,
      y,
      width,
      height,
      rx: radius || null,
      fill: fill ?? "none",
      ...SvgPainter.stroked(stroke),
    });
  }

  lines(list: Point[][], radius: number, stroke: Stroke): void {
    for (const points of list) {
      if (points.length < 2) continue;
      const at = ({ x, y }: Point) => `${number(x)} ${number(y)}`;
      let path = `M${at(points[0])}`;
      for (const { from, corner, to } of corners(points, radius))
        path += `L${at(from)}Q${at(corner)} ${at(to)}`;
      this.add("path", {
        d: `${path}L${at(points[points.length - 1])}`,
        fill: "none",
        ...SvgPainter.stroked(stroke),
      });
    }
  }

  polygons(list: Point[][], fill: string): void {
    for (const points of list)
      this.add("polygon", {
        points: points.map(({ x, y }) => `${number(x)},${number(y)}`).join(" "),
        fill,
      });
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
    const { size, weight } = FONT[font];
    this.add(
      "text",
      {
        x,
        y: y + size * 0.35,
        fill: color,
        "font-size": size,
        "font-weight": weight === 400 ? null : weight,
        "text-anchor": align === "center" ? "middle" : align === "right" ? "end" : null,
        ...(halo
          ? { stroke: halo, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" }
          : {}),
      },
      text,
    );
  }

  file(width: number, height: number, title: string): string {
    const size = `width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}"`;
    return (
      `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${size} ` +
      `font-family="${escaped(this.family)}" stroke-linejoin="round">\n<title>${escaped(title)}</title>\n` +
      `${this.parts.join("\n")}\n</svg>\n`
    );
  }
}
