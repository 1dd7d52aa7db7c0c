// Making elements. Text is always text: nothing here takes markup.

type Child = Node | string | null | false | undefined;
interface Properties {
  class?: string;
  on?: Record<string, (event: never) => void>;
  [attribute: string]:
    string | number | boolean | undefined | Record<string, (event: never) => void>;
}

export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (key === "on")
      for (const [event, listener] of Object.entries(value as Record<string, EventListener>))
        element.addEventListener(event, listener);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => !!child));
  return element;
}

const ICONS = {
  open: "M2.5 2.5h11v11h-11zM8 5v6M5 8h6",
  close: "M2.5 2.5h11v11h-11zM5 8h6",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  theme: "M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11",
  save: "M8 2.5v7M5 7l3 3 3-3M2.5 13.5h11",
  help: "M5.8 6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M8 12.2v.4",
  panel: "M2.5 3h11v10h-11zM10 3v10",
  cross: "M4 4l8 8M12 4l-8 8",
};
export type Icon = keyof typeof ICONS;

export function icon(name: Icon): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

export function button(
  name: Icon,
  label: string,
  press: (event: MouseEvent) => void,
  text?: string,
): HTMLButtonElement {
  return make(
    "button",
    { type: "button", title: label, "aria-label": label, on: { click: press } },
    icon(name),
    text,
  );
}
