// Where the camera goes: to the whole scene, or to one box of it.
import type { Placed, Scene } from "../scene/layout.ts";
import type { Camera } from "./camera.ts";

const MARGIN = 24; // pixels around the scene
const LARGEST = 1.15; // scale of a scene that is smaller than the stage
const READABLE = 0.55; // least scale of what one is to read

// `now`: at once, and a scene that is too long to be read as a whole is shown from its beginning.
export function fitScene(camera: Camera, scene: Scene, now: boolean, isStill: boolean): void {
  const { width, height } = scene.root;
  const across = (camera.width - 2 * MARGIN) / width;
  const whole = Math.min(across, (camera.height - 2 * MARGIN) / height, LARGEST);
  if (!now || whole >= READABLE) {
    camera.goTo(width / 2, height / 2, whole, now || isStill);
    return;
  }
  const scale = Math.min(LARGEST, Math.max(READABLE, Math.min(across, 0.85)));
  camera.goTo(entrance(scene), (camera.height / 2 - MARGIN) / scale, scale, true);
}

// The middle of what the graph begins with.
function entrance(scene: Scene): number {
  const { root } = scene;
  const first = root.members.reduce<Placed | null>(
    (top, each) => (top && top.y <= each.y ? top : each),
    null,
  );
  return first ? first.x + first.width / 2 : root.width / 2;
}

// Whether it had to move.
export function bringIntoSight(camera: Camera, placed: Placed, isStill: boolean): boolean {
  const { left, right, top, bottom } = camera.window;
  const margin = 40 / camera.scale;
  const isIn =
    placed.x >= left + margin * 0.2 &&
    placed.x + placed.width <= right - margin * 0.2 &&
    placed.y >= top + margin &&
    placed.y + Math.min(placed.height, 60) <= bottom - margin;
  const scale = Math.max(camera.scale, READABLE);
  if (isIn && scale === camera.scale) return false;
  const tall = camera.height / scale;
  const isTall = placed.height > tall * 0.9;
  const y = isTall ? placed.y + tall / 2 - margin : placed.y + placed.height / 2;
  camera.goTo(placed.x + placed.width / 2, y, scale, isStill);
  return true;
}
