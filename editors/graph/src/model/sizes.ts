// Which operators only compute sizes: they are noise above the height of operators.
import type { Block, Graph, GraphNode, Value } from "../format.ts";

const SOURCES = new Set(["Shape", "Size"]);
const LARGEST = 8; // items of a list of sizes

function isSmallInteger(value: Value | null): boolean {
  if (!value) return true;
  if (!["int64", "int32", "bool"].includes(value.dtype) || !value.shape) return false;
  if (value.shape.length > 1) return false;
  const length = value.shape[0] ?? 1;
  return typeof length === "number" && length <= LARGEST;
}

// The names of the nodes that only compute sizes.
export function sizeNodes(graph: Graph): Set<GraphNode> {
  const found = new Set<GraphNode>();
  const values = new Set<string>(Object.keys(graph.constants));
  const visit = (block: Block) => {
    for (const node of block.nodes) {
      node.blocks?.forEach(visit);
      if (node.blocks || !node.outputs.every(isSmallInteger)) continue;
      const inputs = node.inputs.filter((name) => name !== null);
      if (!SOURCES.has(node.op) && (!inputs.length || !inputs.every((name) => values.has(name))))
        continue;
      found.add(node);
      for (const output of node.outputs) if (output) values.add(output.name);
    }
  };
  visit(graph.body);
  return found;
}
