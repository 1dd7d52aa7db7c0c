// What is drawn: a graph, what is open of it, and where its boxes stand. Of the page it knows nothing.
//
// Two things take time, and are done in pieces: reading a graph, after which `model` is the new one, and
// arranging its boxes, after which `scene` is. In between, what is drawn belongs to an older graph.
import type { Graph } from "../format.ts";
import type { Height } from "../host.ts";
import { isWithin, type Item } from "../model/items.ts";
import { Model, pathTo } from "../model/model.ts";
import { atOnce, inSlices, type Steps } from "../model/steps.ts";
import type { Layout, Line, Placed, Scene } from "../scene/layout.ts";
import { canOpen, Openness, visibleGraph } from "../scene/visible.ts";

export interface Arrangement {
  model: Model;
  openness: Openness;
  scene: Scene;
}

const isToggle = (item: Item) => canOpen(item) && item.kind !== "branch";

export class Drawing {
  model: Model | null = null;
  scene: Scene | null = null;
  private openness: Openness | null = null;
  private drawn: Model | null = null; // that the scene is of
  private reading: Steps<Model> | null = null;
  private asked = 0; // arrangements; only the newest is wanted

  constructor(
    private layout: Layout,
    public height: Height,
    readonly chosen: Map<string, boolean>, // what somebody opened or closed
    private wasRead: (model: Model) => void,
  ) {}

  // ---- another graph

  get isReading(): boolean {
    return this.reading !== null;
  }

  // Ends once the graph is read, or another took its place.
  async read(graph: Graph): Promise<void> {
    const steps = Model.steps(graph);
    this.reading = steps;
    const model = await inSlices(steps, () => this.reading === steps);
    if (model) this.finish(model);
  }

  // For who cannot wait.
  readNow(): void {
    if (this.reading) this.finish(atOnce(this.reading));
  }

  stopReading(): void {
    this.reading = null;
  }

  private finish(model: Model): void {
    this.reading = null;
    this.model = model;
    this.wasRead(model);
  }

  // ---- where its boxes stand

  // What is drawn is of the newest graph.
  get isCurrent(): boolean {
    return this.scene !== null && this.drawn === this.model;
  }

  // Null: meanwhile another was asked for.
  async arrange(): Promise<Arrangement | null> {
    const { model, height } = this;
    if (!model) return null;
    const ask = ++this.asked;
    const openness = new Openness(model, height, this.chosen);
    const visible = await inSlices(visibleGraph(model, openness), () => ask === this.asked);
    if (!visible) return null;
    const scene = await this.layout.scene(model, visible, height);
    return ask === this.asked ? { model, openness, scene } : null;
  }

  show({ model, openness, scene }: Arrangement): void {
    this.drawn = model;
    this.openness = openness;
    this.scene = scene;
  }

  placed(item: Item | null): Placed | undefined {
    return item ? this.scene?.byItem.get(item) : undefined;
  }

  // Where an item of the newest graph is drawn, in the older one too.
  placedBefore(item: Item): Placed | undefined {
    const same = this.placed(item);
    if (same || !this.scene) return same;
    for (const [other, placed] of this.scene.byItem) if (other.key === item.key) return placed;
    return undefined;
  }

  // What is drawn for an item: itself, its stand-in in a fold, or the closed group that holds it.
  seen(item: Item): Item | null {
    const { model, scene, openness } = this;
    if (!model || !scene || !openness || !this.isCurrent) return item;
    let at: Item | null = item;
    for (let again = true; at && again;) {
      again = false;
      for (const fold of pathTo(at)) {
        if (fold.kind !== "fold" || openness.isOpen(fold)) continue;
        const map: Map<Item, Item | null> = model.standIns.get(fold)!;
        if (!map.has(at)) continue;
        at = map.get(at) ?? fold;
        again = true;
        break;
      }
    }
    while (at && !scene.byItem.has(at)) at = at.parent;
    return at && at.kind !== "root" ? at : null;
  }

  // The lines that leave a group or come into it, from where they begin to where they lead.
  linesAround(group: Item): Set<Line> {
    const found = new Set<Line>();
    const isIn = (item: Item) => {
      const seen = this.seen(item);
      return !!seen && isWithin(seen, group);
    };
    for (const placed of this.scene?.byItem.values() ?? [])
      for (const line of placed.lines)
        if (line.segment.connections.some(({ from, to }) => isIn(from) !== isIn(to)))
          found.add(line);
    return found;
  }

  // ---- what is open; another arrangement must follow

  // Whether it is open now; null: there is nothing to open.
  toggle(item: Item): boolean | null {
    if (!isToggle(item) || !this.openness) return null;
    const open = !this.openness.isOpen(item);
    this.chosen.set(item.key, open);
    return open;
  }

  // All but repeats; where nothing else is closed, repeats too.
  openAll(): void {
    const { model, openness } = this;
    if (!model || !openness) return;
    const groups: Item[] = [];
    model.walk((item) => {
      const isCall =
        item.kind !== "part" && item.children.every((child) => child.kind === "operator");
      if (isToggle(item) && (!isCall || this.height === "operators")) groups.push(item);
    });
    const closed = groups.filter((item) => item.kind !== "fold" && !openness.isOpen(item));
    for (const item of closed.length ? closed : groups) this.chosen.set(item.key, true);
  }

  closeAll(): void {
    this.chosen.clear();
    this.model?.walk((item) => {
      if (isToggle(item)) this.chosen.set(item.key, false);
    });
  }

  // Opens all that holds an item, repeats too. Whether anything was closed.
  openAround(item: Item): boolean {
    const { openness } = this;
    if (!openness) return false;
    let changed = false;
    for (const group of pathTo(item)) {
      if (group.kind === "root" || group.kind === "branch") continue;
      const isInFirst =
        group.kind === "fold" && openness.membersOf(group).some((member) => isWithin(item, member));
      if (openness.isOpen(group) || isInFirst) continue;
      this.chosen.set(group.key, true);
      changed = true;
    }
    return changed;
  }

  // It only computes sizes, and those are left out at this height.
  isHidden(item: Item): boolean {
    return this.openness?.isHidden(item) ?? false;
  }
}
