// What each key does, and moving about: the nearest box in a direction, among those of the same group.
import type { Height } from "../host.ts";
import type { Placed } from "../scene/layout.ts";

// What the bar's buttons and the keys ask of the view.
export interface Commands {
  openAll(): void;
  closeAll(): void;
  fit(now: boolean): void;
  zoom(factor: number): void;
  pan(direction: Direction): void;
  go(direction: Direction): void;
  into(): void; // the selected group
  out(): void;
  activateSelected(): void;
  showSelected(): void; // in the drawing
  revealSelected(): void; // in the source
  setHeight(height: Height): void;
  save(format: "svg" | "png"): Promise<void>;
  toggleTheme(): void;
  showHelp(): void;
  focusSearch(): void;
}

const ARROWS: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const KEYS: Record<string, (commands: Commands) => void> = {
  Enter: (commands) => commands.activateSelected(),
  " ": (commands) => commands.activateSelected(),
  Escape: (commands) => commands.out(),
  PageUp: (commands) => commands.out(),
  PageDown: (commands) => commands.into(),
  "+": (commands) => commands.zoom(1.3),
  "=": (commands) => commands.zoom(1.3),
  "-": (commands) => commands.zoom(1 / 1.3),
  f: (commands) => commands.fit(false),
  "0": (commands) => commands.fit(false),
  z: (commands) => commands.showSelected(),
  o: (commands) => commands.openAll(),
  c: (commands) => commands.closeAll(),
  s: (commands) => commands.revealSelected(),
  "/": (commands) => commands.focusSearch(),
  "?": (commands) => commands.showHelp(),
  "1": (commands) => commands.setHeight("modules"),
  "2": (commands) => commands.setHeight("calls"),
  "3": (commands) => commands.setHeight("operators"),
};

export function pressKey(event: KeyboardEvent, commands: Commands): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const direction = ARROWS[event.key];
  const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (direction) event.shiftKey ? commands.pan(direction) : commands.go(direction);
  else if (action) action(commands);
  else return;
  event.preventDefault();
}

export type Direction = "up" | "down" | "left" | "right";

const AXES: Record<Direction, [number, number]> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
};

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
