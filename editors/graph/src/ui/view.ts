// The view: one graph, what is open of it, what is selected, and the parts of the page that show it.
import type { Graph } from "../format.ts";
import type { Cursor, GraphView, Height, Host, Options, Theme, ViewState } from "../host.ts";
import { setHeaderMeasure } from "../draw/draw.ts";
import { fontOf } from "../draw/painter.ts";
import { paletteOf, type Palette } from "../draw/palette.ts";
import { isWithin, type Item } from "../model/items.ts";
import { Model, pathTo } from "../model/model.ts";
import { startEngine, type LayoutWorker } from "../scene/engine.ts";
import { Layout, type Line, type Placed, type Scene } from "../scene/layout.ts";
import type { FontName } from "../scene/sizes.ts";
import { canOpen, Openness, visibleGraph } from "../scene/visible.ts";
import { button, make } from "./dom.ts";
import { buildFrame, heightChoice, HEIGHTS, makeHelp } from "./frame.ts";
import { Details } from "./details.ts";
import { download, toPng, toSvg } from "./exports.ts";
import { neighbour, pressKey, type Commands, type Direction } from "./keys.ts";
import { Minimap } from "./minimap.ts";
import { Mirror, spoken } from "./mirror.ts";
import { Search } from "./search.ts";
import { bringIntoSight, fitScene } from "./sight.ts";
import { Stage } from "./stage.ts";
import { Themed } from "./theme.ts";

const NARROW = 640; // pixels: details lie below, and come only when asked for

export class View implements GraphView, Commands {
  private model: Model | null = null;
  private openness: Openness | null = null;
  private scene: Scene | null = null;
  private drawn: Model | null = null; // that the scene is of
  private isAwaited = false; // what was selected is still to be brought into sight
  private chosen = new Map<string, boolean>();
  private height: Height = "modules";
  private selected: Item | null = null;
  private hovered: Item | null = null;
  private lit = new Set<Line>();
  private layouts = 0; // asked for so far; only the newest is shown
  private isFitted = false; // the camera stands where fit() put it
  private pending: ViewState["view"] = null;
  private saving = 0;
  private work: Promise<void> = Promise.resolve();

  private worker: LayoutWorker = startEngine();
  private layout: Layout;
  private palette!: Palette;
  private themed: Themed;
  private stage: Stage;
  private minimap: Minimap;
  private mirror: Mirror;
  private details: Details;
  private search: Search;
  private heading = make("h1", {});
  private banner = make("button", {
    type: "button",
    class: "banner",
    hidden: true,
    on: { click: () => this.nextStop() },
  });
  private status = make("div", { class: "unseen", role: "status", "aria-live": "polite" });
  private busy = make("div", { class: "busy", hidden: true }, "Laying out…");
  private panel: HTMLElement;
  private panelButton: HTMLButtonElement;
  private heights: ReturnType<typeof heightChoice>;
  private help: HTMLDialogElement;
  private stopAt = -1;
  private measuring = document.createElement("canvas").getContext("2d")!;
  private widths = new Map<string, number>();

  constructor(
    private element: HTMLElement,
    graph: Graph | null,
    private host: Host,
    options: Options,
  ) {
    element.classList.add("nnscan-graph");
    this.layout = new Layout(this.worker.engine, (text, font) => this.measure(text, font));
    setHeaderMeasure((text) => this.measure(text, "header"));
    const { state } = options;
    if (state) {
      this.height = state.height;
      this.chosen = new Map(Object.entries(state.open));
      this.pending = state.view;
    }
    this.stage = new Stage(
      {
        press: (placed, onToggle) => this.press(placed, onToggle),
        twice: (placed) => this.activate(placed.item),
        hover: (placed) => this.hover(placed),
        moved: () => this.moved(),
        drawn: () => this.minimap?.frame(this.palette.accent),
      },
      () => this.look(),
      () => this.isFitted && this.fit(true),
    );
    this.minimap = new Minimap(this.stage.camera, () => {
      this.moved();
      this.stage.invalidate();
    });
    this.mirror = new Mirror(this.stage.element);
    this.details = new Details(
      {
        choose: (item) => this.choose(item),
        reveal: (place) => host.reveal(place, true),
        link: (url) =>
          host.openLink
            ? (event) => {
                event.preventDefault();
                host.openLink!(url);
              }
            : null,
      },
      options.sourceText ?? true,
    );
    this.search = new Search(
      () => this.model,
      (item) => this.choose(item),
      () => this.stage.invalidate(),
      () => this.stage.element.focus(),
    );
    this.panelButton = button("panel", "Details", () => this.showPanel(this.panel.hidden));
    this.panel = make(
      "aside",
      { class: "panel", "aria-label": "Details" },
      make(
        "div",
        { class: "panel-bar" },
        button("cross", "Close the details", () => this.showPanel(false)),
      ),
      this.details.element,
    );
    this.help = makeHelp();
    this.heights = heightChoice(this.height, (height) => this.setHeight(height));
    const { heading, panelButton, panel, help, status } = this;
    this.stage.element.append(this.mirror.element);
    const surface = [this.stage.element, this.minimap.element, this.busy, this.banner];
    const parts = {
      heading,
      panelButton,
      panel,
      help,
      status,
      surface,
      search: this.search.element,
    };
    element.replaceChildren(...buildFrame(parts, this.heights.element, this));
    this.themed = new Themed(element, options.theme ?? "auto", () => this.recolour());
    this.stage.element.addEventListener("keydown", (event) => pressKey(event, this));
    this.showPanel(element.clientWidth > NARROW);
    if (graph) this.load(graph, state?.selected ?? null);
    else this.heading.textContent = "No graph";
  }

  // ---- what a host asks for

  select(cursor: Cursor, how: { open?: boolean } = {}): boolean {
    const item = this.model?.at(cursor) ?? null;
    if (!item) return false;
    if (how.open) void this.reach(item);
    else this.take(this.seen(item), "cursor");
    return true;
  }

  update(graph: Graph): void {
    this.load(graph, this.selected?.key ?? null);
  }

  setTheme(theme: Theme): void {
    this.themed.set(theme);
  }

  state(): ViewState {
    const { x, y, scale } = this.stage.camera;
    return {
      height: this.height,
      open: Object.fromEntries(this.chosen),
      selected: this.selected?.key ?? null,
      view: this.scene && !this.isFitted ? { x, y, scale } : null,
    };
  }

  dispose(): void {
    this.stage.dispose();
    this.themed.dispose();
    this.worker.stop();
    clearTimeout(this.saving);
    this.element.replaceChildren();
    this.element.classList.remove("nnscan-graph");
  }

  // ---- for scripts that drive the page

  // Where an item is on the page, in pixels; null where it is not drawn.
  where(key: string): { x: number; y: number; width: number; height: number } | null {
    const item = this.model?.byKey.get(key);
    const placed = item && this.scene?.byItem.get(item);
    if (!placed) return null;
    const { x, y } = this.stage.camera.toScreen(placed);
    const box = this.stage.element.getBoundingClientRect();
    const { scale } = this.stage.camera;
    return {
      x: box.left + x,
      y: box.top + y,
      width: placed.width * scale,
      height: placed.height * scale,
    };
  }

  // Once everything that was asked for so far is drawn.
  async whenIdle(): Promise<void> {
    for (let work: unknown = null; work !== this.work;) await (work = this.work);
  }

  // The key of the first thing in the drawing.
  firstBox(): string | null {
    return this.scene?.root.members[0]?.item.key ?? null;
  }

  // ---- the page

  private showPanel(shown: boolean): void {
    this.panel.hidden = !shown;
    this.panelButton.setAttribute("aria-pressed", String(shown));
  }

  private isNarrow(): boolean {
    return this.element.clientWidth <= NARROW;
  }

  private recolour(): void {
    this.palette = paletteOf(this.element, this.element.dataset.shade === "dark");
    this.widths.clear();
    if (this.scene && this.model) this.minimap.show(this.scene, this.look()!);
    this.stage.invalidate();
  }

  private measure(text: string, font: FontName): number {
    const key = `${font}|${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.measuring.font = fontOf(font, this.palette.font);
      this.widths.set(key, (width = this.measuring.measureText(text).width));
    }
    return width;
  }

  private look() {
    if (!this.model || !this.palette) return null;
    const { found } = this.search;
    return {
      tree: this.model.tree,
      palette: this.palette,
      selected: this.selected,
      hovered: this.hovered,
      found: found.length ? new Set(found.map((item) => this.seen(item)!)) : null,
      lit: this.lit,
    };
  }

  // ---- graphs and layouts

  private load(graph: Graph, selected: string | null): void {
    this.model = new Model(graph);
    this.hovered = null;
    this.heading.textContent = graph.name;
    this.stage.element.setAttribute("aria-label", `Graph of ${graph.name}`);
    const stops = this.model.stops.length;
    this.banner.hidden = stops === 0;
    this.banner.textContent =
      stops === 1
        ? `The analysis stops at ${this.model.stops[0].name}`
        : `The analysis stops in ${stops} places`;
    this.stopAt = -1;
    this.selected = selected ? this.model.nearest(selected) : null;
    if (this.selected?.kind === "root") this.selected = null;
    if (this.search.field.value) this.search.search();
    this.details.show(this.model, this.selected);
    void this.relayout(this.selected);
  }

  // Lays out what is seen now. `anchor` stays where it is on the screen.
  private relayout(anchor: Item | null): Promise<void> {
    return (this.work = this.layOut(anchor));
  }

  private async layOut(anchor: Item | null): Promise<void> {
    const { model, height } = this;
    if (!model) return;
    const ask = ++this.layouts;
    const openness = new Openness(model, height, this.chosen);
    const visible = visibleGraph(model, openness);
    const slow = setTimeout(() => (this.busy.hidden = false), 250);
    let scene: Scene;
    try {
      scene = await this.layout.scene(model, visible, height);
    } catch (error) {
      this.say(`The layout failed: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    } finally {
      clearTimeout(slow);
      if (ask === this.layouts) this.busy.hidden = true;
    }
    if (ask !== this.layouts) return;
    const before = this.scene && anchor && this.placedBefore(anchor);
    const at = before
      ? this.stage.camera.toScreen({ x: before.x + Math.min(before.width, 40), y: before.y })
      : null;
    const isFirst = !this.scene;
    this.openness = openness;
    this.scene = this.stage.scene = scene;
    this.drawn = model;
    if (this.selected) this.selected = this.seen(this.selected);
    const placed = anchor && scene.byItem.get(this.seen(anchor)!);
    if (isFirst && this.pending) {
      const { x, y, scale } = this.pending;
      this.stage.camera.goTo(x, y, scale, true);
    } else if (isFirst || this.isFitted) {
      this.fit(true);
    } else if (placed && at) {
      const now = this.stage.camera.toScreen({
        x: placed.x + Math.min(placed.width, 40),
        y: placed.y,
      });
      this.stage.camera.pan(at.x - now.x, at.y - now.y);
    }
    if (this.isAwaited && this.selected) {
      this.details.show(model, this.selected);
      this.bringIntoSight(this.selected);
    }
    this.isAwaited = false;
    this.light();
    this.minimap.show(scene, this.look()!);
    this.mirror.show(model.tree, scene, this.selected, height);
    this.stage.invalidate();
    this.element.dispatchEvent(new CustomEvent("nnscan-drawn", { detail: { boxes: scene.count } }));
  }

  // Where an item of the new graph was drawn in the old one.
  private placedBefore(anchor: Item): Placed | undefined {
    const same = this.scene!.byItem.get(anchor);
    if (same) return same;
    for (const [item, placed] of this.scene!.byItem) if (item.key === anchor.key) return placed;
    return undefined;
  }

  // What is drawn for an item: itself, its stand-in in a fold, or the closed group that holds it.
  private seen(item: Item): Item | null {
    const { model, scene, openness } = this;
    if (!model || !scene || !openness || this.drawn !== model) return item;
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

  setHeight(height: Height): void {
    if (height === this.height) return;
    this.height = height;
    this.heights.fields.get(height)!.checked = true;
    void this.relayout(this.selected);
    this.say(HEIGHTS.find(([each]) => each === height)![1]);
    this.keep();
  }

  private toggle(item: Item): void {
    if (!canOpen(item) || item.kind === "branch" || !this.openness) return;
    const open = !this.openness.isOpen(item);
    this.chosen.set(item.key, open);
    this.isFitted = false;
    void this.relayout(item);
    this.say(open ? "open" : "closed");
    this.keep();
  }

  openAll(): void {
    const { model, openness } = this;
    if (!model || !openness) return;
    const groups: Item[] = [];
    model.walk((item) => {
      const isCall =
        item.kind !== "part" && item.children.every((child) => child.kind === "operator");
      if (canOpen(item) && item.kind !== "branch" && (!isCall || this.height === "operators"))
        groups.push(item);
    });
    const closed = groups.filter((item) => item.kind !== "fold" && !openness.isOpen(item));
    for (const item of closed.length ? closed : groups) this.chosen.set(item.key, true);
    void this.relayout(this.selected);
    this.keep();
  }

  closeAll(): void {
    this.chosen.clear();
    this.model?.walk((item) => {
      if (canOpen(item) && item.kind !== "branch") this.chosen.set(item.key, false);
    });
    void this.relayout(null);
    this.keep();
  }

  // ---- selecting

  private press(placed: Placed | null, onToggle: boolean): void {
    if (placed && onToggle) return this.toggle(placed.item);
    this.take(placed?.item ?? null, "hand");
  }

  private take(item: Item | null, by: "hand" | "cursor" | "search"): void {
    if (!this.model) return;
    if (!this.scene || this.drawn !== this.model) {
      // Another graph is on its way; what is drawn belongs to the old one.
      if (by === "hand") return;
      this.selected = item;
      this.isAwaited = item !== null;
      return;
    }
    this.selected = item;
    this.light();
    this.details.show(this.model, item);
    this.mirror.show(this.model.tree, this.scene, item, this.height);
    if (item && by !== "hand") this.bringIntoSight(item);
    if (item && by === "hand" && this.isNarrow() && this.panel.hidden) this.showPanel(true);
    if (item && by === "hand" && item.source) this.host.reveal(item.source, false);
    this.stage.invalidate();
    this.keep();
  }

  // Selects an item wherever it is: what holds it is opened, repeats too.
  private choose(item: Item): void {
    this.work = this.reach(item).then(() => {
      if (item.source) this.host.reveal(item.source, false);
    });
  }

  private async reach(item: Item): Promise<void> {
    const { openness } = this;
    if (!openness) return;
    let changed = false;
    for (const group of pathTo(item)) {
      if (group.kind === "root" || group.kind === "branch") continue;
      const isInFirst =
        group.kind === "fold" && openness.membersOf(group).some((member) => isWithin(item, member));
      if (openness.isOpen(group) || isInFirst) continue;
      this.chosen.set(group.key, true);
      changed = true;
    }
    this.selected = item;
    if (changed || openness.isHidden(item)) {
      if (openness.isHidden(item)) this.setHeight("operators");
      await this.relayout(null);
    }
    if (item.kind === "root") this.fit(false);
    this.take(this.seen(item), "search");
  }

  private hover(placed: Placed | null): void {
    const item = placed?.item ?? null;
    if (item === this.hovered) return;
    this.hovered = item;
    this.stage.element.classList.toggle("pressable", !!item);
    this.stage.invalidate();
  }

  // The lines of the selected item, from where they come to where they lead.
  private light(): void {
    this.lit.clear();
    const { scene, selected } = this;
    if (!scene || !selected) return;
    for (const placed of scene.byItem.values())
      for (const line of placed.lines)
        for (const { from, to } of line.segment.connections)
          if (this.isSeenIn(from, selected) !== this.isSeenIn(to, selected)) {
            this.lit.add(line);
            break;
          }
  }

  private isSeenIn(item: Item, group: Item): boolean {
    const seen = this.seen(item);
    return !!seen && isWithin(seen, group);
  }

  private activate(item: Item): void {
    if (canOpen(item) && item.kind !== "branch") this.toggle(item);
    else if (item.source) this.host.reveal(item.source, true);
  }

  private nextStop(): void {
    const stops = this.model?.stops ?? [];
    if (!stops.length) return;
    this.stopAt = (this.stopAt + 1) % stops.length;
    this.showPanel(true);
    this.choose(stops[this.stopAt]);
  }

  // ---- the camera

  private get isStill(): boolean {
    return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  private moved(): void {
    this.isFitted = false;
    this.keep();
  }

  zoom(factor: number): void {
    this.stage.camera.zoom(factor);
    this.moved();
    this.stage.invalidate();
  }

  fit(now: boolean): void {
    if (!this.scene) return;
    fitScene(this.stage.camera, this.scene, now, this.isStill);
    this.isFitted = true;
    this.stage.invalidate();
  }

  private bringIntoSight(item: Item): void {
    const placed = this.scene?.byItem.get(item);
    if (!placed || !bringIntoSight(this.stage.camera, placed, this.isStill)) return;
    this.isFitted = false;
    this.stage.invalidate();
  }

  // ---- keys

  pan(direction: Direction): void {
    const [x, y] = { up: [0, 80], down: [0, -80], left: [80, 0], right: [-80, 0] }[direction];
    this.stage.camera.pan(x, y);
    this.moved();
    this.stage.invalidate();
  }

  go(direction: Direction): void {
    const { scene, selected } = this;
    if (!scene) return;
    const placed = selected && scene.byItem.get(selected);
    const next = placed ? neighbour(placed, direction) : scene.root.members[0];
    if (next) this.arrive(next.item);
  }

  into(): void {
    const inner = this.selected && this.scene?.byItem.get(this.selected)?.members[0];
    if (inner) this.arrive(inner.item);
  }

  out(): void {
    const around = this.selected?.parent;
    if (this.selected) this.arrive(around && around.kind !== "root" ? around : null);
  }

  activateSelected(): void {
    if (this.selected) this.activate(this.selected);
  }

  showSelected(): void {
    if (this.selected) this.bringIntoSight(this.selected);
  }

  revealSelected(): void {
    if (this.selected?.source) this.host.reveal(this.selected.source, true);
  }

  focusSearch(): void {
    this.search.field.focus();
  }

  showHelp(): void {
    this.help.showModal();
  }

  toggleTheme(): void {
    this.themed.toggle();
  }

  private arrive(item: Item | null): void {
    this.take(item, "cursor");
    if (!item) return;
    if (item.source) this.host.reveal(item.source, false);
    this.say(spoken(this.model!.tree, item, this.height));
  }

  // ---- the rest

  async save(format: "svg" | "png"): Promise<void> {
    const { scene, model, palette } = this;
    if (!scene || !model) return;
    const drawing = { tree: model.tree, palette };
    try {
      const blob =
        format === "svg" ? toSvg(scene, drawing, model.graph.name) : await toPng(scene, drawing);
      (this.host.save ?? download)(`${model.graph.name}.${format}`, blob);
    } catch (error) {
      this.say(`Not saved: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private say(text: string): void {
    this.status.textContent = text;
  }

  private keep(): void {
    if (!this.host.changed) return;
    clearTimeout(this.saving);
    this.saving = window.setTimeout(() => this.host.changed!(this.state()), 300);
  }
}
