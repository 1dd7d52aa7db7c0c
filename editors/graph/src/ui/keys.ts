// Moving about with the keyboard: the nearest box in a direction, among those of the same group.
import type { Placed } from "../scene/layout.ts";

export type Direction = "up" | "down" | "left" | "right";

const AXES: Record<Direction, [number, number]> = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] };

export function neighbour(placed: Placed, direction: Direction): Placed | null {
  const [dx, dy] = AXES[direction];
  const centre = (each: Placed) => ({ x: each.x + each.width / 2, y: each.y + each.height / 2 });
  // From edge to edge along the direction, from the middle across it.
  for (let at: Placed | null = placed; at?.parent; at = at.parent) {
    const from = centre(at);
    let best: Placed | null = null;
    let bestScore = Infinity;
    for (const other of at.parent.members) {
      if (other === at) continue;
      const to = centre(other);
      const gap = dx
        ? dx > 0
          ? other.x - (at.x + at.width)
          : at.x - (other.x + other.width)
        : dy > 0
          ? other.y - (at.y + at.height)
          : at.y - (other.y + other.height);
      if (gap < -1) continue;
      const across = dx ? Math.abs(to.y - from.y) : Math.abs(to.x - from.x);
      const score = gap + across * (dx ? 2.5 : 0.6);
      if (score < bestScore) [best, bestScore] = [other, score];
    }
    if (best) return best;
    if (at.parent.item.kind === "root") return null;
  }
  return null;
}

export const HELP: [string, string][] = [
  ["↑ ↓ ← →", "the next box that way"],
  ["Enter, Space", "open or close; of a single box: show its source"],
  ["Page Down", "into an open group"],
  ["Escape", "out to the group around"],
  ["Shift + arrows", "move the picture"],
  ["+ −", "larger, smaller"],
  ["F", "all of it"],
  ["Z", "the selected box"],
  ["1 2 3", "modules, calls, operators"],
  ["/", "search; Enter for the next one"],
  ["O, C", "open all groups (again: repeats too), close all"],
  ["S", "show the source"],
  ["?", "this list"],
];
