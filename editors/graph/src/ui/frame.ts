// The page around the drawing: the bar with its buttons, the corner, and the help.
import type { Height } from "../host.ts";
import { button, make } from "./dom.ts";
import { HELP, type Commands } from "./keys.ts";

export const HEIGHTS: [Height, string][] = [
  ["modules", "Modules"],
  ["calls", "Calls"],
  ["operators", "Operators"],
];

export interface Parts {
  heading: HTMLElement;
  search: HTMLElement;
  panelButton: HTMLElement;
  panel: HTMLElement;
  help: HTMLElement;
  status: HTMLElement;
  surface: HTMLElement[]; // what lies on the drawing, and the drawing itself
}

let frames = 0;

// The heights as a group of radio buttons, by height.
export function heightChoice(height: Height, choose: (height: Height) => void) {
  const name = `nnscan-height-${++frames}`;
  const fields = new Map<Height, HTMLInputElement>();
  const choices = HEIGHTS.map(([value, label]) => {
    const field = make("input", {
      type: "radio",
      name,
      value,
      on: { change: () => choose(value) },
    });
    field.checked = value === height;
    fields.set(value, field);
    return make("label", {}, field, make("span", {}, label));
  });
  const legend = make("legend", { class: "unseen" }, "Height");
  return { fields, element: make("fieldset", { class: "heights" }, legend, ...choices) };
}

export function buildFrame(parts: Parts, heights: HTMLElement, commands: Commands): HTMLElement[] {
  const tools = make(
    "div",
    { class: "tools", role: "toolbar", "aria-label": "Graph" },
    button("open", "Open all groups; again: all repeats", () => commands.openAll()),
    button("close", "Close all groups", () => commands.closeAll()),
    button("fit", "Fit into the window", () => commands.fit(false)),
    button("save", "Save as SVG", () => void commands.save("svg"), "SVG"),
    button("save", "Save as PNG", () => void commands.save("png"), "PNG"),
    button("theme", "Light or dark", () => commands.toggleTheme()),
    button("help", "Keyboard", () => commands.showHelp()),
    parts.panelButton,
  );
  const zoom = make(
    "div",
    { class: "zoom" },
    button("plus", "Larger", () => commands.zoom(1.3)),
    button("minus", "Smaller", () => commands.zoom(1 / 1.3)),
  );
  const surface = make("div", { class: "surface" }, ...parts.surface, zoom);
  return [
    make("header", { class: "bar" }, parts.heading, heights, parts.search, tools),
    make("div", { class: "body" }, surface, parts.panel),
    parts.status,
    parts.help,
  ];
}

export function makeHelp(): HTMLDialogElement {
  const rows = HELP.map(([keys, what]) =>
    make("div", {}, make("dt", {}, keys), make("dd", {}, what)),
  );
  const dialog = make(
    "dialog",
    { class: "help", "aria-label": "Keyboard" },
    make("h2", {}, "Keyboard"),
    make("dl", {}, ...rows),
    make(
      "p",
      {},
      "Wheel: move; with Ctrl: larger, smaller. Drag to move, pinch to zoom, press twice to open.",
    ),
    make("form", { method: "dialog" }, make("button", {}, "Close")),
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return dialog;
}
