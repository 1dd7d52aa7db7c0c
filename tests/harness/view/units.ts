// The view's model and layout under node, without a browser: for each graph, at each height, as it opens,
// with all of it open, and with all repeats open, the drawing must hold together.
//
// usage: node units.js FOLDER NAME...    (NAME.json in FOLDER); a line of JSON for each check
import { readFileSync } from "node:fs";
import ELK from "elkjs/lib/elk.bundled.js";
import type { Graph } from "../../../editors/graph/src/format.ts";
import type { Height } from "../../../editors/graph/src/host.ts";
import { isWithin, type Item } from "../../../editors/graph/src/model/items.ts";
import { Model } from "../../../editors/graph/src/model/model.ts";
import { atOnce } from "../../../editors/graph/src/model/steps.ts";
import { columnLayout } from "../../../editors/graph/src/scene/column.ts";
import {
  Layout,
  type ElkGraph,
  type Engine,
  type Placed,
  type Scene,
} from "../../../editors/graph/src/scene/layout.ts";
import { Openness, visibleGraph } from "../../../editors/graph/src/scene/visible.ts";

const [folder, ...names] = process.argv.slice(2);
const say = (name: string, problems: string[]) =>
  console.log(JSON.stringify({ name, problems: problems.slice(0, 8) }));
const read = (name: string) => JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8")) as Graph;
const elk = new ELK();
const engine: Engine = async (graph) => (await elk.layout(graph as never)) as unknown as ElkGraph;
const measure = (text: string) => text.length * 6.5;

const title = (placed: Placed) => `${placed.item.kind} ${placed.item.key}`;

// Boxes lie in their groups, and no two of one group on each other.
function boxProblems(scene: Scene): string[] {
  const problems: string[] = [];
  const visit = (group: Placed) => {
    const sorted = [...group.members].sort((a, b) => a.y - b.y);
    sorted.forEach((a, i) => {
      const isIn =
        a.x >= group.x &&
        a.y >= group.y &&
        a.x + a.width <= group.x + group.width + 0.5 &&
        a.y + a.height <= group.y + group.height + 0.5;
      if (!isIn) problems.push(`${title(a)} is not inside of ${title(group)}`);
      for (let j = i + 1; j < sorted.length && sorted[j].y < a.y + a.height; ++j) {
        const b = sorted[j];
        if (b.x < a.x + a.width && a.x < b.x + b.width)
          problems.push(`${title(a)} lies on ${title(b)}`);
      }
      if (a.group) visit(a);
    });
  };
  visit(scene.root);
  return problems;
}

// A line begins and ends at the borders of what it joins; where it crosses a border, the other piece
// begins at the same point.
function lineProblems(scene: Scene): string[] {
  const problems: string[] = [];
  const visit = (group: Placed) => {
    for (const line of group.lines) {
      const { from, to, value } = line.segment;
      const start = line.points[0];
      const end = line.points[line.points.length - 1];
      if (!start || !end) {
        problems.push(`a line without points in ${title(group)}`);
        continue;
      }
      const source = from ? scene.byItem.get(from)! : group;
      const target = to ? scene.byItem.get(to)! : group;
      const isAtX = (x: number, box: Placed) => x >= box.x - 1 && x <= box.x + box.width + 1;
      const startY = from ? source.y + source.height : source.y;
      const endY = to ? target.y : target.y + target.height;
      if (Math.abs(start.y - startY) > 1 || !isAtX(start.x, source))
        problems.push(`a line leaves ${title(source)} elsewhere`);
      if (Math.abs(end.y - endY) > 1 || !isAtX(end.x, target))
        problems.push(`a line arrives at ${title(target)} elsewhere`);
      if (source.group && from) {
        const inner = source.lines.find(
          (each) => each.segment.to === null && each.segment.value === value,
        );
        const out = inner?.points[inner.points.length - 1];
        if (inner && Math.abs(out!.x - start.x) > 1)
          problems.push(`a line breaks at the bottom of ${title(source)}`);
      }
      if (target.group && to) {
        const inner = target.lines.find(
          (each) => each.segment.from === null && each.segment.value === value,
        );
        if (inner && Math.abs(inner.points[0].x - end.x) > 1)
          problems.push(`a line breaks at the top of ${title(target)}`);
      }
    }
    for (const member of group.members) if (member.group) visit(member);
  };
  visit(scene.root);
  return problems;
}

// Each line of the graph whose ends are in sight is drawn, all the way; and nothing goes up but what goes
// from one iteration to the next.
function connectionProblems(model: Model, scene: Scene, height: Height): string[] {
  const problems: string[] = [];
  const drawn = new Map<unknown, number>();
  const visit = (group: Placed) => {
    for (const line of group.lines) {
      for (const connection of line.segment.connections)
        drawn.set(connection, (drawn.get(connection) ?? 0) + 1);
      const { from, to, isBack } = line.segment;
      if (!from || !to || isBack) continue;
      if (scene.byItem.get(from)!.y > scene.byItem.get(to)!.y)
        problems.push(`a line goes up from ${from.key} to ${to.key}`);
    }
    for (const member of group.members) if (member.group) visit(member);
  };
  visit(scene.root);
  for (const connection of model.connections) {
    const { from, to, isSize } = connection;
    if ((isSize && height !== "operators") || !scene.byItem.has(from) || !scene.byItem.has(to))
      continue;
    const depth = (item: Item) => (item.parent ? 1 + depth(item.parent) : 0);
    let shared: Item = from;
    while (!isWithin(to, shared) || shared === to) shared = shared.parent!;
    const wanted = depth(from) + depth(to) - 2 * depth(shared) - 1;
    if ((drawn.get(connection) ?? 0) < Math.max(1, wanted))
      problems.push(`the line from ${from.key} to ${to.key} is not drawn`);
  }
  return problems;
}

// Every operator is in the tree once, and every box that is seen stands for some.
function treeProblems(model: Model): string[] {
  const problems: string[] = [];
  const seen = new Set<Item>();
  const keys = new Set<string>();
  model.walk((item) => {
    if (seen.has(item)) problems.push(`${item.key} is in the tree twice`);
    if (keys.has(item.key)) problems.push(`two items have the key ${item.key}`);
    seen.add(item);
    keys.add(item.key);
    for (const child of item.children)
      if (child.parent !== item) problems.push(`${child.key} has another parent`);
  });
  for (const { node, item } of model.operators)
    if (!seen.has(item)) problems.push(`${node.name} is not in the tree`);
  return problems;
}

function open(model: Model, how: "first" | "all" | "unfolded"): Map<string, boolean> {
  const chosen = new Map<string, boolean>();
  if (how === "first") return chosen;
  model.walk((item) => {
    if (item.children.length && (item.kind !== "fold" || how === "unfolded"))
      chosen.set(item.key, true);
  });
  return chosen;
}

async function checkDrawings(name: string): Promise<void> {
  const model = Model.of(read(name));
  say(`${name}: the tree`, treeProblems(model));
  const layout = new Layout(engine, measure);
  for (const height of ["modules", "calls", "operators"] as Height[])
    for (const how of ["first", "all", "unfolded"] as const) {
      // The largest ones open once, where most is drawn: their layouts take a while.
      const isLarge = model.operators.length > 4000;
      if (isLarge && how !== "first" && (how !== "unfolded" || height !== "operators")) continue;
      const scene = await layout.scene(
        model,
        atOnce(visibleGraph(model, new Openness(model, height, open(model, how)))),
        height,
      );
      const problems = [
        ...boxProblems(scene),
        ...lineProblems(scene),
        ...connectionProblems(model, scene, height),
      ];
      say(`${name}: ${height}, ${how}: ${scene.count} boxes`, problems);
    }
}

const expect = (condition: boolean, problem: string) => (condition ? [] : [problem]);

function folds(model: Model): Item[] {
  const found: Item[] = [];
  model.walk((item) => item.kind === "fold" && found.push(item));
  return found;
}

function checkFacts(): void {
  const gpt = Model.of(read("gpt"));
  const blocks = folds(gpt).filter((fold) => fold.class === "Block");
  say(
    "twelve equal blocks are one fold",
    expect(
      blocks.length === 1 && blocks[0].instances === 12,
      `folds: ${folds(gpt).map((fold) => `${fold.class} x ${fold.instances}`)}`,
    ),
  );
  const stands = blocks.length ? [...gpt.standIns.get(blocks[0])!] : [];
  say("each item of a later block has one in the first that is like it", [
    ...expect(stands.length > 11 * 20, `${stands.length} stand-ins`),
    ...stands
      .filter(
        ([item, other]) =>
          other &&
          (other.kind !== item.kind || other.class !== item.class || other.torch !== item.torch),
      )
      .map(([item]) => `${item.key} has another`),
  ]);
  const resnet = Model.of(read("resnet50"));
  const times = folds(resnet)
    .filter((fold) => fold.class === "Bottleneck")
    .map((fold) => fold.instances);
  say(
    "the blocks of each stage of resnet50 but its first are one fold",
    expect(times.join() === "2,3,5,2", times.join()),
  );
  const nested = Model.of(read("nested"));
  const across = folds(nested).filter((fold) => fold.name.includes("stages"));
  say(
    "stages of different widths are no fold",
    across.map((fold) => `${fold.name} is one`),
  );

  const early = Model.of(read("early_exit"));
  const [branch] = early.root.children.filter((item) => item.kind === "if");
  say("an If has its condition's text and two branches", [
    ...expect(
      branch?.children[0].name === "confidence.min() > self.threshold",
      `${branch?.children[0].name}`,
    ),
    ...expect(
      branch?.children
        .slice(1)
        .map((item) => item.name)
        .join() === "then,else",
      "branches",
    ),
  ]);
  const file = Object.keys(early.graph.sources!)[0];
  const text = early.graph.sources![file];
  const number = Number(
    Object.keys(text).find((line) => text[line].includes("self.late_head(self.second(x))")),
  );
  const line = text[number];
  const at = (word: string) => early.at({ file, line: number, column: line.indexOf(word) + 2 });
  say("a cursor finds what the source under it made", [
    ...expect(at("self.second")?.path === "second", `at second: ${at("self.second")?.key}`),
    ...expect(
      at("self.late_head")?.path === "late_head",
      `at late_head: ${at("self.late_head")?.key}`,
    ),
    ...expect(
      early.at({ file, line: number })?.path === "late_head",
      "the whole line is its outermost call",
    ),
    ...expect(early.at({ file, line: 1 }) === null, "a line that makes nothing has none"),
    ...expect(early.at({ file: "other.py", line: number }) === null, "nor has another file"),
  ]);
  const found = early.search("batchnorm second", 100);
  say(
    "search finds by class and path",
    expect(
      found.total === 4 && found.items.every((item) => item.class === "BatchNorm2d"),
      `${found.total}`,
    ),
  );
  say(
    "keys find their item again",
    early.operators
      .filter(({ item }) => early.nearest(item.key) !== item)
      .map(({ node }) => node.name),
  );

  const loop = Model.of(read("loop"));
  const loops = loop.root.children.filter((item) => item.kind === "loop");
  say("a Loop has what is carried from one iteration to the next", [
    ...expect(loops.length === 1, "one loop"),
    ...expect(
      loop.connections.some((line) => line.isBack),
      "no line back",
    ),
  ]);
  const stopped = Model.of(read("stopped"));
  say("a stop stands in the branch and the block where it is", [
    ...expect(stopped.stops.length === 1, `${stopped.stops.length} stops`),
    ...expect(
      stopped.stops[0]?.parent?.name === "then" && stopped.stops[0].path === "blocks.0",
      `${stopped.stops[0]?.key}`,
    ),
  ]);
}

function checkColumn(): void {
  const box = (id: string) => ({
    id,
    width: 50,
    height: 20,
    ports: [
      { id: `${id}i`, width: 0, height: 0, layoutOptions: { "elk.port.side": "NORTH" } },
      { id: `${id}o`, width: 0, height: 0, layoutOptions: { "elk.port.side": "SOUTH" } },
    ],
  });
  const done = columnLayout({
    id: "g",
    children: [box("0"), box("1"), box("2")],
    edges: [{ id: "e0", sources: ["0o"], targets: ["2i"] }],
  });
  const ys = done.children!.map((each) => each.y);
  say(
    "what is too much for ELK becomes a column",
    expect(ys.join() === "0,60,120" && done.edges![0].sections!.length === 1, ys.join()),
  );
}

checkColumn();
checkFacts();
for (const name of names) await checkDrawings(name);
