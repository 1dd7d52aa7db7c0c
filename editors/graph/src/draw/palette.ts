// Colours. What belongs to the page comes from its style (and so from VS Code's theme, where there is
// one); what tells kinds of boxes apart is here, for light and for dark.
import type { Item } from "../model/items.ts";
import { lastName, type Tree } from "../model/build.ts";

export type Category =
  | "module"
  | "convolution"
  | "linear"
  | "norm"
  | "activation"
  | "pool"
  | "embedding"
  | "shape"
  | "math"
  | "control"
  | "port"
  | "stop";

interface Tint {
  fill: string;
  edge: string;
}

export interface Palette {
  isDark: boolean;
  background: string;
  text: string;
  faint: string; // of second lines and shapes
  line: string;
  accent: string;
  groups: [string, string]; // fills, by depth in turn
  groupEdge: string;
  tints: Record<Category, Tint>;
  font: string;
}

const LIGHT: Record<Category, Tint> = {
  module: { fill: "#ffffff", edge: "#8fa3bd" },
  convolution: { fill: "#e4eefc", edge: "#6a98d8" },
  linear: { fill: "#fdeedd", edge: "#d59548" },
  norm: { fill: "#efebfb", edge: "#9d8bd4" },
  activation: { fill: "#e3f5e8", edge: "#64ad7b" },
  pool: { fill: "#dff4f3", edge: "#55a8a4" },
  embedding: { fill: "#fce7f0", edge: "#cf7ba6" },
  shape: { fill: "#f1f3f6", edge: "#a9b3c0" },
  math: { fill: "#fbf6dc", edge: "#bfa640" },
  control: { fill: "#f4ebfc", edge: "#9a6bcb" },
  port: { fill: "#e9eef5", edge: "#7d8ca0" },
  stop: { fill: "#fde8e8", edge: "#c93a3a" },
};
const DARK: Record<Category, Tint> = {
  module: { fill: "#262d38", edge: "#66788f" },
  convolution: { fill: "#1d3250", edge: "#5486c8" },
  linear: { fill: "#43301a", edge: "#c08a45" },
  norm: { fill: "#322a50", edge: "#8b79c7" },
  activation: { fill: "#1c3a27", edge: "#549a6a" },
  pool: { fill: "#173a39", edge: "#4a9a96" },
  embedding: { fill: "#45243a", edge: "#b96a93" },
  shape: { fill: "#2b3036", edge: "#6d7783" },
  math: { fill: "#3b3516", edge: "#ab9744" },
  control: { fill: "#382751", edge: "#9a71c9" },
  port: { fill: "#2a3340", edge: "#74869c" },
  stop: { fill: "#4a1f22", edge: "#e06363" },
};

export function paletteOf(element: Element, isDark: boolean): Palette {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    isDark,
    background: read("--graph-background"),
    text: read("--graph-text"),
    faint: read("--graph-faint"),
    line: read("--graph-line"),
    accent: read("--graph-accent"),
    groups: [read("--graph-group"), read("--graph-group-inner")],
    groupEdge: read("--graph-group-edge"),
    tints: isDark ? DARK : LIGHT,
    font: read("--graph-font") || "system-ui, sans-serif",
  };
}

const BY_NAME: [RegExp, Category][] = [
  [/conv/i, "convolution"],
  [/norm|dropout/i, "norm"],
  [/pool|interpolate|upsample|resize|pad$/i, "pool"],
  [/embedding|^gather$|one_hot/i, "embedding"],
  [/linear$|matmul|^mm$|^bmm$|einsum|gemm|attention|lstm|gru|rnn/i, "linear"],
  [
    /relu|gelu|silu|mish|swish|sigmoid|tanh|softmax|softplus|^elu|selu|celu|^erf|activation/i,
    "activation",
  ],
  [
    /view|reshape|flatten|transpose|permute|squeeze|^cat|concat|stack|split|chunk|slice|__getitem__|expand|identity|roll|shape|size|constantofshape|range|arange|repeat|tile|unbind|select|narrow|contiguous|cast|^to$/i,
    "shape",
  ],
];

export function categoryOf(tree: Tree, item: Item): Category {
  switch (item.kind) {
    case "if":
    case "loop":
    case "condition":
    case "branch":
    case "result":
      return "control";
    case "input":
    case "output":
      return "port";
    case "stop":
      return "stop";
    default:
  }
  // A module that calls others is what its author made of it.
  const isWhole = item.children.some((child) => child.kind === "module" || child.kind === "fold");
  if (isWhole || item.kind === "fold" || item.kind === "part" || item.kind === "root")
    return "module";
  const name =
    item.class || (item.torch ? lastName(item.torch) : (tree.operators[item.from]?.node.op ?? ""));
  for (const [pattern, category] of BY_NAME) if (pattern.test(name)) return category;
  return item.kind === "module" && item.children.length ? "module" : "math";
}
