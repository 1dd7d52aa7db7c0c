// What an item is called, shortly and in full.
import type { Parameter, Size, TypeOf } from "../format.ts";
import { lastName, type Tree } from "./build.ts";
import type { Height } from "../host.ts";
import type { Item } from "./items.ts";

export function typeText(type: TypeOf | null): string {
  if (!type) return "";
  if (!type.shape) return `${type.dtype} of unknown rank`;
  if (!type.shape.length) return type.dtype;
  return `${type.dtype} ${shapeText(type.shape)}`;
}

export const sizeText = (size: Size) =>
  typeof size === "string" && size.startsWith("?") ? "?" : String(size);

export function shapeText(shape: Size[] | null): string {
  if (!shape) return "…";
  return shape.map(sizeText).join(" × ");
}

// On a line of the drawing: the shape, and the dtype where it is not the usual.
export function edgeText(type: TypeOf | null): string {
  if (!type) return "";
  const shape = type.shape ? shapeText(type.shape) : "?";
  if (type.dtype === "float32") return shape || "scalar";
  return shape ? `${type.dtype} ${shape}` : type.dtype;
}

export interface Label {
  title: string;
  subtitle: string;
  detail: string; // kernel sizes and the like
}

export function labelOf(tree: Tree, item: Item, height: Height): Label {
  switch (item.kind) {
    case "root":
      return { title: item.class, subtitle: "", detail: "" };
    case "module": {
      const isOperator = height === "operators" && !item.children.length;
      const title = isOperator ? tree.operators[item.from].node.op : item.class;
      return { title, subtitle: item.name, detail: detailOf(tree, item) };
    }
    case "call": {
      const isOperator = height === "operators" && !item.children.length;
      const op = item.to > item.from ? tree.operators[item.from].node.op : "";
      return {
        title: isOperator ? op : shortCall(item.torch),
        subtitle: "",
        detail: detailOf(tree, item),
      };
    }
    case "operator":
      return { title: item.name, subtitle: "", detail: detailOf(tree, item) };
    case "if":
      return { title: "if", subtitle: shortened(item.children[0]?.name ?? "", 48), detail: "" };
    case "loop":
      return { title: "loop", subtitle: shortened(item.children[0]?.name ?? "", 48), detail: "" };
    case "condition":
      return { title: shortened(item.name, 64), subtitle: "", detail: "" };
    case "fold":
      return {
        title: `× ${item.instances}`,
        subtitle: [item.class, item.name].filter(Boolean).join("  "),
        detail: "",
      };
    case "part":
      return { title: item.name, subtitle: "in program order", detail: "" };
    case "branch":
      return { title: item.name, subtitle: "", detail: "" };
    case "input":
    case "output":
      return { title: shortened(item.name, 40), subtitle: "", detail: edgeText(item.type) };
    case "result":
      return { title: shortened(item.name, 40), subtitle: "", detail: "" };
    case "stop":
      return {
        title: item.name,
        subtitle: shortened(item.stop?.message.replace(/`/g, "") ?? "", 56),
        detail: "",
      };
  }
}

// `torch.Tensor.view` as `view`; `__getitem__` as what is written for it.
const WRITTEN: Record<string, string> = {
  __getitem__: "[ ]",
  __setitem__: "[ ] =",
  __eq__: "==",
  __ne__: "!=",
};
export function shortCall(torch: string): string {
  const name = lastName(torch);
  return WRITTEN[name] ?? name;
}

export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

// The numbers that one looks for first.
function detailOf(tree: Tree, item: Item): string {
  const parameters = ownParameters(tree, item);
  const weight = parameters.find((each) => each.key.endsWith("weight"))?.shape;
  const node = tree.operators
    .slice(item.from, Math.min(item.to, item.from + 8))
    .find(
      ({ node }) => Array.isArray(node.attributes?.kernel_shape) || node.op.startsWith("Conv"),
    )?.node;
  const parts: string[] = [];
  if (node && item.to - item.from <= 8) {
    const attributes = node.attributes ?? {};
    const kernel =
      (attributes.kernel_shape as number[] | undefined) ??
      (weight?.slice(2) as number[] | undefined);
    if (kernel) parts.push(kernel.join("×"));
    const strides = attributes.strides as number[] | undefined;
    if (strides?.some((stride) => stride !== 1)) parts.push(`stride ${once(strides)}`);
    const dilations = attributes.dilations as number[] | undefined;
    if (dilations?.some((dilation) => dilation !== 1)) parts.push(`dilation ${once(dilations)}`);
    if (typeof attributes.group === "number" && attributes.group > 1)
      parts.push(`groups ${attributes.group}`);
  } else if (/Linear$|Embedding$/.test(item.class) && weight?.length === 2)
    parts.push(
      item.class.endsWith("Embedding")
        ? `${weight[0]} × ${weight[1]}`
        : `${weight[1]} → ${weight[0]}`,
    );
  else if (item.kind === "operator") {
    const axis = tree.operators[item.from].node.attributes;
    const shown = Object.entries(axis ?? {}).filter(
      ([, value]) => typeof value !== "object" || Array.isArray(value),
    );
    parts.push(
      shown
        .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(",") : value}`)
        .join("  "),
    );
  }
  return shortened(parts.filter(Boolean).join(", "), 40);
}

const once = (list: number[]) =>
  list.every((each) => each === list[0]) ? String(list[0]) : list.join("×");

// The parameters that the operators of an item take, in order of use.
export function ownParameters(tree: Tree, item: Item): Parameter[] {
  const found = new Map<string, Parameter>();
  const known = parametersOf(tree);
  for (let i = item.from; i < item.to; ++i)
    for (const input of tree.operators[i].node.inputs) {
      const parameter = input === null ? undefined : known.get(input);
      if (parameter) found.set(parameter.key, parameter);
    }
  return [...found.values()];
}

const parameterMaps = new WeakMap<Tree, Map<string, Parameter>>();
function parametersOf(tree: Tree): Map<string, Parameter> {
  let map = parameterMaps.get(tree);
  if (!map) {
    map = new Map(tree.graph.parameters.map((each) => [each.name, each]));
    parameterMaps.set(tree, map);
  }
  return map;
}
