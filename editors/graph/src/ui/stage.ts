// The drawing surface: draws when something changed, and turns pointers, wheel and fingers into moves of
// the camera and presses on what is drawn.
import { CanvasPainter } from "../draw/canvas.ts";
import { drawScene, type Look } from "../draw/draw.ts";
import type { Placed, Point, Scene } from "../scene/layout.ts";
import { HEADER, TOGGLE } from "../scene/sizes.ts";
import { Camera } from "./camera.ts";
import { make } from "./dom.ts";

export interface Presses {
  press(placed: Placed | null, onToggle: boolean): void;
  twice(placed: Placed): void;
  hover(placed: Placed | null): void;
  moved(): void; // the camera did, by hand
  drawn(): void;
}

const STILL = 5; // pixels that a press may move
const TWICE = 350; // milliseconds between two presses

export class Stage {
  readonly element: HTMLElement;
  readonly canvas = make("canvas", { "aria-hidden": "true" });
  readonly camera = new Camera();
  scene: Scene | null = null;
  private context: CanvasRenderingContext2D;
  private frame = 0;
  private pointers = new Map<number, Point>();
  private start: Point | null = null; // of a press that has not moved
  private last: { time: number; placed: Placed | null } = { time: 0, placed: null };
  private sizes: ResizeObserver;

  constructor(
    private presses: Presses,
    private look: () => Omit<Look, "scale" | "window"> | null,
    private sized: () => void,
  ) {
    this.element = make("div", { class: "stage", tabindex: 0, role: "tree" }, this.canvas);
    this.context = this.canvas.getContext("2d", { alpha: false })!;
    this.sizes = new ResizeObserver(() => this.resize());
    this.sizes.observe(this.element);
    this.listen();
  }

  dispose(): void {
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
  }

  private resize(): void {
    const { clientWidth, clientHeight } = this.element;
    if (!clientWidth || !clientHeight) return;
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(clientWidth * ratio);
    this.canvas.height = Math.round(clientHeight * ratio);
    this.camera.width = clientWidth;
    this.camera.height = clientHeight;
    this.sized();
    this.draw(performance.now());
  }

  invalidate(): void {
    this.frame ||= requestAnimationFrame((time) => this.draw(time));
  }

  private draw(time: number): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const moves = this.camera.step(time);
    const look = this.look();
    if (!look) return;
    const { context, camera, canvas } = this;
    const ratio = canvas.width / camera.width;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = look.palette.background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    const scale = camera.scale * ratio;
    context.setTransform(
      scale,
      0,
      0,
      scale,
      canvas.width / 2 - camera.x * scale,
      canvas.height / 2 - camera.y * scale,
    );
    if (this.scene) {
      const painter = new CanvasPainter(context, look.palette.font);
      drawScene(painter, this.scene.root, { ...look, scale: camera.scale, window: camera.window });
    }
    this.presses.drawn();
    if (moves) this.invalidate();
  }

  // The innermost thing at a pixel, and whether it is the mark that opens and closes it.
  hit(x: number, y: number): { placed: Placed; onToggle: boolean } | null {
    if (!this.scene) return null;
    const point = this.camera.toScene(x, y);
    let found: Placed | null = null;
    let level: Placed[] = this.scene.root.members;
    for (;;) {
      const next = level.find(
        (each) =>
          point.x >= each.x &&
          point.x <= each.x + each.width &&
          point.y >= each.y &&
          point.y <= each.y + each.height,
      );
      if (!next) break;
      found = next;
      level = next.members;
    }
    if (!found) return null;
    const left = found.group ? found.x + 8 : found.x + 4;
    const onToggle =
      found.item.children.length > 0 &&
      found.item.kind !== "branch" &&
      point.x >= left &&
      point.x <= left + TOGGLE + 6 &&
      point.y - found.y <= HEADER;
    return { placed: found, onToggle };
  }

  private at(event: { clientX: number; clientY: number }): Point {
    const box = this.element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  private listen(): void {
    const { element } = this;
    element.addEventListener("pointerdown", (event) => {
      if (event.button > 1) return;
      // The first finger: whatever others left without a word are gone.
      if (event.isPrimary) this.pointers.clear();
      element.setPointerCapture(event.pointerId);
      const point = this.at(event);
      this.pointers.set(event.pointerId, point);
      this.start = this.pointers.size === 1 ? point : null;
    });
    element.addEventListener("pointermove", (event) => this.move(event));
    const up = (event: PointerEvent) => {
      const wasPress =
        this.start && this.pointers.delete(event.pointerId) && event.type === "pointerup";
      this.pointers.delete(event.pointerId);
      element.classList.remove("panning");
      if (wasPress) this.pressed(this.start!);
      this.start = null;
    };
    element.addEventListener("pointerup", up);
    element.addEventListener("pointercancel", up);
    element.addEventListener("pointerleave", () => this.presses.hover(null));
    element.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? this.camera.height : 1;
        const { x, y } = this.at(event);
        if (event.ctrlKey || event.metaKey)
          this.camera.zoom(
            Math.exp(-event.deltaY * unit * 0.0022 * (event.deltaMode ? 1 : 2)),
            x,
            y,
          );
        else if (event.shiftKey && !event.deltaX) this.camera.pan(-event.deltaY * unit, 0);
        else this.camera.pan(-event.deltaX * unit, -event.deltaY * unit);
        this.presses.moved();
        this.invalidate();
      },
      { passive: false },
    );
  }

  private move(event: PointerEvent): void {
    const point = this.at(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse")
        this.presses.hover(this.hit(point.x, point.y)?.placed ?? null);
      return;
    }
    if (this.start && Math.hypot(point.x - this.start.x, point.y - this.start.y) < STILL) return;
    this.start = null;
    this.element.classList.add("panning");
    if (this.pointers.size === 1) this.camera.pan(point.x - before.x, point.y - before.y);
    else if (this.pointers.size === 2) {
      // Two fingers: what was between them stays between them.
      const other = [...this.pointers].find(([id]) => id !== event.pointerId)![1];
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      const is = Math.hypot(point.x - other.x, point.y - other.y);
      this.camera.pan((point.x - before.x) / 2, (point.y - before.y) / 2);
      if (was > 1) this.camera.zoom(is / was, (point.x + other.x) / 2, (point.y + other.y) / 2);
    }
    this.pointers.set(event.pointerId, point);
    this.presses.moved();
    this.invalidate();
  }

  private pressed(point: Point): void {
    const hit = this.hit(point.x, point.y);
    const placed = hit?.placed ?? null;
    const time = performance.now();
    const isSecond =
      placed && this.last.placed?.item === placed.item && time - this.last.time < TWICE;
    this.last = isSecond || hit?.onToggle ? { time: 0, placed: null } : { time, placed };
    if (isSecond && !hit!.onToggle) this.presses.twice(placed);
    else this.presses.press(placed, hit?.onToggle ?? false);
  }
}
