// A layout for what is too much for ELK: one column in program order, its lines beside it.
import type { ElkGraph, Point } from "./layout.ts";

const GAP = 40; // between boxes
const LANE = 6; // between lines
const LANES = 24; // then they lie above each other

export function columnLayout(graph: ElkGraph): ElkGraph {
  const boxes = graph.children!;
  const rank = (id: string) => (id[0] === "I" ? 0 : id[0] === "O" ? 2 : 1);
  const order = [...boxes].sort((a, b) => rank(a.id) - rank(b.id));
  const width = Math.max(...boxes.map((box) => box.width));
  const ports = new Map<string, Point>();
  const place = new Map<string, number>();
  let y = 0;
  order.forEach((box, at) => {
    box.x = (width - box.width) / 2;
    box.y = y;
    const sides = { NORTH: 0, SOUTH: 0 };
    for (const port of box.ports ?? []) {
      const isOut = port.layoutOptions?.["elk.port.side"] === "SOUTH";
      const count = box.ports!.filter(
        (each) => each.layoutOptions?.["elk.port.side"] === port.layoutOptions?.["elk.port.side"],
      ).length;
      const next = ++sides[isOut ? "SOUTH" : "NORTH"];
      port.x ??= (box.width * next) / (count + 1);
      ports.set(port.id, { x: box.x + port.x, y: y + (isOut ? box.height : 0) });
      place.set(port.id, at);
    }
    y += box.height + GAP;
  });
  let lane = 0;
  for (const edge of graph.edges ?? []) {
    const [startPoint, endPoint] = [ports.get(edge.sources[0])!, ports.get(edge.targets[0])!];
    const isNext = place.get(edge.targets[0])! - place.get(edge.sources[0])! === 1;
    const x = width + LANE * (1 + (lane++ % LANES));
    const below = startPoint.y + GAP * 0.6;
    const above = endPoint.y - GAP * 0.35;
    const middle = (startPoint.y + endPoint.y) / 2;
    const bendPoints = isNext
      ? [
          { x: startPoint.x, y: middle },
          { x: endPoint.x, y: middle },
        ]
      : [
          { x: startPoint.x, y: below },
          { x, y: below },
          { x, y: above },
          { x: endPoint.x, y: above },
        ];
    edge.sections = [{ startPoint, bendPoints, endPoint }];
  }
  return { ...graph, width: width + LANE * (LANES + 1), height: Math.max(0, y - GAP) };
}
