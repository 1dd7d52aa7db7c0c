// What is known of the selected item, or of the whole graph when nothing is selected.
import type { Attribute, Parameter, Place, TypeOf } from "../format.ts";
import type { Item } from "../model/items.ts";
import { labelOf, ownParameters, typeText } from "../model/labels.ts";
import { operatorLink, torchLink } from "../model/links.ts";
import { pathTo, type Model } from "../model/model.ts";
import { constantText } from "../model/build.ts";
import { make } from "./dom.ts";

export interface Asks {
  choose(item: Item): void;
  reveal(place: Place): void;
  link(url: string): ((event: Event) => void) | null; // null: an ordinary link
}

const MOST_ROWS = 60;

export class Details {
  readonly element = make("div", { class: "facts" });

  constructor(
    private asks: Asks,
    private sourceText: boolean,
  ) {}

  show(model: Model, item: Item | null): void {
    this.element.replaceChildren(
      ...(item ? this.item(model, item) : this.overview(model)).filter((part) => part !== null),
    );
    this.element.scrollTop = 0;
  }

  private overview(model: Model): (HTMLElement | null)[] {
    const { graph } = model;
    const operators = model.operators.length;
    const parameters = graph.parameters.map(sizeOf);
    const known = parameters.every((size) => size !== null);
    const total = parameters.reduce((sum: number, size) => sum + (size ?? 0), 0);
    return [
      make("h2", {}, graph.name),
      this.reasons(model),
      rows("Graph", [
        ["operators", grouped(operators)],
        ["parameters", `${grouped(total)}${known ? "" : " or more"}`],
        ["opset", String(graph.opset)],
      ]),
      this.values("Inputs", graph.inputs),
      this.values("Outputs", graph.outputs),
      graph.assumptions.length
        ? section(
            "Exact under the assumption that",
            make(
              "ul",
              {},
              ...graph.assumptions.map((each) =>
                make("li", {}, each.message, this.place(each.source ?? null)),
              ),
            ),
          )
        : null,
    ];
  }

  private reasons(model: Model): HTMLElement | null {
    if (!model.stops.length) return null;
    const list = model.stops.map((item) =>
      make(
        "li",
        {},
        make(
          "button",
          { type: "button", class: "link", on: { click: () => this.asks.choose(item) } },
          item.stop!.code,
        ),
        ` ${item.stop!.message}`,
        this.place(item.source),
      ),
    );
    return section("The analysis stops here", make("ul", { class: "stops" }, ...list));
  }

  private item(model: Model, item: Item): (HTMLElement | null)[] {
    const { tree } = model;
    const label = labelOf(tree, item, "modules");
    const { taken, given } = model.valuesOf(item);
    const isLeaf = !item.children.length && item.to > item.from;
    const node =
      isLeaf || item.kind === "if" || item.kind === "loop" ? tree.operators[item.from].node : null;
    const operators = item.to - item.from;
    const kinds = kindOf(item);
    const parameters = ownParameters(tree, item);
    return [
      make("p", { class: "kind" }, kinds),
      make(
        "h2",
        {},
        item.kind === "condition"
          ? item.name
          : [label.title, label.subtitle].filter(Boolean).join(" "),
      ),
      this.crumbs(item),
      item.stop ? this.stop(item) : null,
      item.torch ? section("Torch call", this.link(item.torch, torchLink(item.torch))) : null,
      node ? section("Operator", this.link(node.op, operatorLink(node.op))) : null,
      item.type ? rows("Type", [[item.name, typeText(item.type)]]) : null,
      this.values(
        "Takes",
        taken.filter((line) => line.type).map((line) => ({ name: line.value, ...line.type! })),
      ),
      node ? this.constants(model, item) : null,
      this.values(
        "Gives",
        node && !node.blocks
          ? node.outputs.filter((value) => value !== null)
          : given.map((line) => ({ name: line.value, ...line.type! })),
      ),
      node?.attributes
        ? rows(
            "Attributes",
            Object.entries(node.attributes).map(([name, value]) => [name, attributeText(value)]),
          )
        : null,
      this.parameters(parameters),
      operators > 1
        ? rows("Holds", [
            ["operators", grouped(operators)],
            ...(item.instances ? [["times", String(item.instances)] as [string, string]] : []),
          ])
        : null,
      this.source(model, item),
    ];
  }

  private stop(item: Item): HTMLElement {
    const { message, hint } = item.stop!;
    return section(
      "The analysis stops here",
      make("p", {}, message),
      hint ? make("p", {}, `Hint: ${hint}`) : null,
    );
  }

  private crumbs(item: Item): HTMLElement | null {
    const path = pathTo(item).filter((each) => each.kind !== "branch" || each.parent);
    if (!path.length) return null;
    const parts = path.map((each) =>
      make(
        "li",
        {},
        make(
          "button",
          { type: "button", class: "link", on: { click: () => this.asks.choose(each) } },
          crumb(each),
        ),
      ),
    );
    return make("nav", { "aria-label": "In" }, make("ol", { class: "crumbs" }, ...parts));
  }

  private link(text: string, url: string | null): HTMLElement {
    if (!url) return make("code", {}, text);
    const press = this.asks.link(url);
    return make(
      "a",
      {
        href: url,
        target: "_blank",
        rel: "noopener noreferrer",
        on: press ? { click: press } : {},
      },
      make("code", {}, text),
    );
  }

  private values(title: string, values: ({ name: string } & TypeOf)[]): HTMLElement | null {
    if (!values.length) return null;
    return rows(
      title,
      values.map((value) => [value.name, typeText(value)]),
    );
  }

  private constants(model: Model, item: Item): HTMLElement | null {
    const found: [string, string][] = [];
    for (const name of model.operators[item.from].node.inputs) {
      const constant = name === null ? undefined : model.graph.constants[name];
      if (constant) found.push([name!, constantText(constant)]);
    }
    return found.length ? rows("Constants", found) : null;
  }

  private parameters(parameters: Parameter[]): HTMLElement | null {
    if (!parameters.length) return null;
    const total = parameters.reduce((sum, each) => sum + (sizeOf(each) ?? 0), 0);
    const list: [string, string][] = parameters.map((each) => [each.key, typeText(each)]);
    return rows(`Parameters: ${grouped(total)}`, list);
  }

  private source(model: Model, item: Item): HTMLElement | null {
    if (!item.source) return null;
    const calls = item.calls.length
      ? make(
          "ol",
          { class: "calls" },
          ...item.calls.map((call) => make("li", {}, "called from", this.place(call))),
        )
      : null;
    const text = this.sourceText ? excerpt(model, item.source) : null;
    return section("Source", this.place(item.source), text, calls);
  }

  private place(place: Place | null): HTMLElement | null {
    if (!place) return null;
    return make(
      "button",
      { type: "button", class: "link place", on: { click: () => this.asks.reveal(place) } },
      `${place.file}:${place.line}`,
    );
  }
}

function crumb(item: Item): string {
  if (item.kind === "fold") return `× ${item.instances}`;
  if (item.kind === "root") return item.class;
  return item.kind === "if" || item.kind === "loop" ? item.kind : item.name;
}

function kindOf(item: Item): string {
  switch (item.kind) {
    case "root":
      return "Model";
    case "module":
      return "Module";
    case "call":
      return "Torch call";
    case "if":
      return "Branch on data";
    case "loop":
      return "Loop on data";
    case "fold":
      return "Equal in sequence";
    case "part":
      return "Part of many";
    default:
      return item.kind[0].toUpperCase() + item.kind.slice(1);
  }
}

// The lines of a place, with what it covers marked.
function excerpt(model: Model, place: Place): HTMLElement | null {
  const lines = model.graph.sources?.[place.file];
  if (!lines) return null;
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const code = make("code", {});
  const indents: number[] = [];
  for (let number = place.line; lines[number] !== undefined && number <= place.end_line; ++number)
    indents.push(/^\s*/.exec(lines[number])![0].length);
  const indent = Math.min(...indents);
  for (let number = place.line; lines[number] !== undefined && number <= place.end_line; ++number) {
    const bytes = encoder.encode(lines[number]);
    const from = number === place.line ? place.column - 1 : indent;
    const to = number === place.end_line ? place.end_column - 1 : bytes.length;
    code.append(
      `${String(number).padStart(4)}  `,
      decoder.decode(bytes.slice(indent, from)),
      make("mark", {}, decoder.decode(bytes.slice(Math.max(indent, from), to))),
      decoder.decode(bytes.slice(to)),
      "\n",
    );
  }
  return make("pre", { tabindex: 0 }, code);
}

function section(title: string, ...content: (HTMLElement | null)[]): HTMLElement {
  return make("section", {}, make("h3", {}, title), ...content);
}

function rows(title: string, list: [string, string][]): HTMLElement {
  const shown = list
    .slice(0, MOST_ROWS)
    .map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)));
  const more = list.length - shown.length;
  return section(
    title,
    make("dl", {}, ...shown),
    more > 0 ? make("p", {}, `and ${more} more`) : null,
  );
}

function attributeText(value: Attribute): string {
  if (Array.isArray(value)) return `[${value.join(", ")}]`;
  if (typeof value === "object") return constantText(value);
  return typeof value === "number" ? String(+value.toPrecision(7)) : value;
}

// 25,557,032. The page's own way of saying so is slow to start.
const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

// Elements of a parameter; null where a size is not known.
function sizeOf(value: TypeOf): number | null {
  if (!value.shape) return null;
  let size = 1;
  for (const each of value.shape) {
    if (typeof each !== "number") return null;
    size *= each;
  }
  return size;
}
