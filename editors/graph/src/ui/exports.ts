// The whole drawing as a file.
import { CanvasPainter } from "../draw/canvas.ts";
import { drawScene, type Look } from "../draw/draw.ts";
import { SvgPainter } from "../draw/svg.ts";
import type { Scene } from "../scene/layout.ts";
import { make } from "./dom.ts";

type Drawing = Omit<Look, "scale" | "window" | "selected" | "hovered" | "found" | "lit">;

const SIDE = 16000; // pixels of a picture, at most: what browsers can hold
const AREA = 100e6;

const wholly = (drawing: Drawing): Look => ({
  ...drawing,
  scale: 1,
  window: { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity },
  selected: null,
  hovered: null,
  found: null,
  lit: new Set(),
});

export function toSvg(scene: Scene, drawing: Drawing, title: string): Blob {
  const painter = new SvgPainter(drawing.palette.font);
  const { width, height } = scene.root;
  painter.box(0, 0, width, height, 0, drawing.palette.background, null);
  drawScene(painter, scene.root, wholly(drawing));
  return new Blob([painter.file(width, height, title)], { type: "image/svg+xml" });
}

// At twice the size, or what a browser can hold.
export async function toPng(scene: Scene, drawing: Drawing): Promise<Blob> {
  const { width, height } = scene.root;
  const scale = Math.min(2, SIDE / width, SIDE / height, Math.sqrt(AREA / (width * height)));
  const canvas = make("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d", { alpha: false })!;
  context.fillStyle = drawing.palette.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  drawScene(new CanvasPainter(context, drawing.palette.font), scene.root, {
    ...wholly(drawing),
    scale,
  });
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))),
      "image/png",
    ),
  );
}

export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
