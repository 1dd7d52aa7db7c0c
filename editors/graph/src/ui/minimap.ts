// The whole scene, small, with a frame around what is in sight. It is drawn once for a scene; the frame
// moves above it.
import { CanvasPainter } from "../draw/canvas.ts";
import { drawScene, type Look } from "../draw/draw.ts";
import type { Scene } from "../scene/layout.ts";
import type { Camera } from "./camera.ts";
import { make } from "./dom.ts";

const LARGEST = { width: 180, height: 200 };

export class Minimap {
  readonly element = make("canvas", { class: "minimap", "aria-hidden": "true" });
  private picture: HTMLCanvasElement | null = null;
  private scale = 1;

  constructor(
    private camera: Camera,
    private moved: () => void,
  ) {
    const follow = (event: PointerEvent) => {
      if (!(event.buttons & 1)) return;
      const box = this.element.getBoundingClientRect();
      camera.goTo(
        (event.clientX - box.left) / this.scale,
        (event.clientY - box.top) / this.scale,
        camera.scale,
        true,
      );
      this.moved();
    };
    this.element.addEventListener("pointerdown", (event) => {
      this.element.setPointerCapture(event.pointerId);
      follow(event);
    });
    this.element.addEventListener("pointermove", follow);
  }

  show(scene: Scene, look: Omit<Look, "scale" | "window">): void {
    const { width, height } = scene.root;
    this.scale = Math.min(LARGEST.width / width, LARGEST.height / height);
    const ratio = window.devicePixelRatio || 1;
    const picture = make("canvas");
    picture.width = Math.max(8, Math.ceil(width * this.scale * ratio));
    picture.height = Math.max(8, Math.ceil(height * this.scale * ratio));
    const context = picture.getContext("2d", { alpha: false })!;
    context.fillStyle = look.palette.background;
    context.fillRect(0, 0, picture.width, picture.height);
    context.setTransform(this.scale * ratio, 0, 0, this.scale * ratio, 0, 0);
    const all = { left: 0, top: 0, right: width, bottom: height };
    const plain = { ...look, selected: null, hovered: null, found: null, lit: new Set<never>() };
    drawScene(new CanvasPainter(context, look.palette.font), scene.root, {
      ...plain,
      scale: this.scale,
      window: all,
    });
    this.picture = picture;
    this.element.width = picture.width;
    this.element.height = picture.height;
    this.element.style.width = `${picture.width / ratio}px`;
    this.element.style.height = `${picture.height / ratio}px`;
    this.frame(look.palette.accent);
  }

  frame(color: string): void {
    const { picture, camera } = this;
    if (!picture) return;
    const context = this.element.getContext("2d")!;
    const ratio = window.devicePixelRatio || 1;
    context.drawImage(picture, 0, 0);
    const { left, top, right, bottom } = camera.window;
    const factor = this.scale * ratio;
    const [x, y] = [Math.max(left * factor, 1), Math.max(top * factor, 1)];
    const [x2, y2] = [
      Math.min(right * factor, picture.width - 1),
      Math.min(bottom * factor, picture.height - 1),
    ];
    // Everything is in sight anyway.
    this.element.classList.toggle(
      "idle",
      x <= 1 && y <= 1 && x2 >= picture.width - 1 && y2 >= picture.height - 1,
    );
    context.strokeStyle = color;
    context.lineWidth = 1.5 * ratio;
    context.globalAlpha = 0.12;
    context.fillStyle = color;
    context.fillRect(x, y, x2 - x, y2 - y);
    context.globalAlpha = 1;
    context.strokeRect(x, y, x2 - x, y2 - y);
  }
}
