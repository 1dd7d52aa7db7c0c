// Which part of the scene is in sight: the scene's point at the middle of the stage, and the scale.
import type { Window } from "../draw/draw.ts";
import type { Point } from "../scene/layout.ts";

const LEAST = 0.004;
const MOST = 4;
const GLIDE = 160; // milliseconds

export class Camera {
  x = 0;
  y = 0;
  scale = 1;
  width = 1; // of the stage, in pixels
  height = 1;
  private glide: {
    from: [number, number, number];
    to: [number, number, number];
    start: number;
  } | null = null;

  toScene(x: number, y: number): Point {
    return {
      x: this.x + (x - this.width / 2) / this.scale,
      y: this.y + (y - this.height / 2) / this.scale,
    };
  }

  toScreen({ x, y }: Point): Point {
    return {
      x: (x - this.x) * this.scale + this.width / 2,
      y: (y - this.y) * this.scale + this.height / 2,
    };
  }

  get window(): Window {
    const halfWidth = this.width / 2 / this.scale;
    const halfHeight = this.height / 2 / this.scale;
    return {
      left: this.x - halfWidth,
      right: this.x + halfWidth,
      top: this.y - halfHeight,
      bottom: this.y + halfHeight,
    };
  }

  pan(dx: number, dy: number): void {
    this.glide = null;
    this.x -= dx / this.scale;
    this.y -= dy / this.scale;
  }

  // What is under the pixel stays under it.
  zoom(factor: number, x = this.width / 2, y = this.height / 2): void {
    this.glide = null;
    const before = this.toScene(x, y);
    this.scale = Math.min(MOST, Math.max(LEAST, this.scale * factor));
    const after = this.toScene(x, y);
    this.x += before.x - after.x;
    this.y += before.y - after.y;
  }

  // `now`: at once, without the glide there.
  goTo(x: number, y: number, scale: number, now: boolean): void {
    const bounded = Math.min(MOST, Math.max(LEAST, scale));
    if (now) {
      this.glide = null;
      [this.x, this.y, this.scale] = [x, y, bounded];
    } else
      this.glide = {
        from: [this.x, this.y, this.scale],
        to: [x, y, bounded],
        start: performance.now(),
      };
  }

  // Moves on with a glide; whether there is more to come.
  step(time: number): boolean {
    if (!this.glide) return false;
    const { from, to, start } = this.glide;
    const part = Math.min(1, Math.max(0, (time - start) / GLIDE));
    const eased = 1 - (1 - part) ** 3;
    [this.x, this.y, this.scale] = from.map((value, i) => value + (to[i] - value) * eased) as [
      number,
      number,
      number,
    ];
    if (part === 1) this.glide = null;
    return this.glide !== null;
  }
}
