// The view: one graph, what is open of it, what is selected, and the parts of the page that show it.
import type { Graph } from "../format.ts";
import type { Cursor, GraphView, Height, Host, Options, Theme, ViewState } from "../host.ts";
import { setHeaderMeasure } from "../draw/draw.ts";
import { paletteOf, type Palette } from "../draw/palette.ts";
import type { Item } from "../model/items.ts";
import type { Model } from "../model/model.ts";
import { startEngine, type LayoutWorker } from "../scene/engine.ts";
import { Layout, type Line, type Placed, type Scene } from "../scene/layout.ts";
import { canOpen } from "../scene/visible.ts";
import { button, make } from "./dom.ts";
import { Drawing, type Arrangement } from "./drawing.ts";
import { buildFrame, heightChoice, HEIGHTS, makeHelp } from "./frame.ts";
import { Details } from "./details.ts";
import { download, toPng, toSvg } from "./exports.ts";
import { neighbour, pressKey, type Commands, type Direction } from "./keys.ts";
import { Measuring } from "./measure.ts";
import { Minimap } from "./minimap.ts";
import { Mirror, spoken } from "./mirror.ts";
import { Search } from "./search.ts";
import { bringIntoSight, fitScene } from "./sight.ts";
import { Stage } from "./stage.ts";
import { Themed } from "./theme.ts";

const NARROW = 640; // pixels: details lie below, and come only when asked for
const SLOW = 250; // milliseconds until it is said that something is under way

export class View implements GraphView, Commands {
  private drawing: Drawing;
  private selected: Item | null = null;
  private kept: string | null = null; // the key of what is to be selected in the graph that is read
  private isAwaited = false; // what was selected is still to be brought into sight
  private hovered: Item | null = null;
  private lit = new Set<Line>();
  private isFitted = false; // the camera stands where fit() put it
  private pending: ViewState["view"] = null;
  private saving = 0;
  private reading: Promise<void> = Promise.resolve();
  private work: Promise<void> = Promise.resolve();
  private works = 0; // that are under way

  private worker: LayoutWorker = startEngine();
  private measuring = new Measuring();
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

  constructor(
    private element: HTMLElement,
    graph: Graph | null,
    private host: Host,
    options: Options,
  ) {
    element.classList.add("nnscan-graph");
    const { state } = options;
    this.drawing = new Drawing(
      new Layout(this.worker.engine, (text, font) => this.measuring.width(text, font)),
      state?.height ?? "modules",
      new Map(Object.entries(state?.open ?? {})),
      (model) => this.took(model),
    );
    setHeaderMeasure((text) => this.measuring.width(text, "header"));
    this.pending = state?.view ?? null;
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
    this.heights = heightChoice(this.drawing.height, (height) => this.setHeight(height));
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

  private get model(): Model | null {
    return this.drawing.model;
  }

  private get scene(): Scene | null {
    return this.drawing.scene;
  }

  // ---- what a host asks for

  select(cursor: Cursor, how: { open?: boolean } = {}): boolean {
    this.drawing.readNow();
    const item = this.model?.at(cursor) ?? null;
    if (!item) return false;
    if (how.open) void this.reach(item);
    else this.take(this.drawing.seen(item), "cursor");
    return true;
  }

  update(graph: Graph): void {
    this.load(graph, this.selected?.key ?? this.kept);
  }

  setTheme(theme: Theme): void {
    this.themed.set(theme);
  }

  state(): ViewState {
    const { x, y, scale } = this.stage.camera;
    return {
      height: this.drawing.height,
      open: Object.fromEntries(this.drawing.chosen),
      selected: this.selected?.key ?? this.kept,
      view: this.scene && !this.isFitted ? { x, y, scale } : null,
    };
  }

  dispose(): void {
    this.drawing.stopReading();
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
    const placed = item && this.drawing.placedBefore(item);
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
    for (let work: unknown = null; this.drawing.isReading || work !== this.work;) {
      await this.reading;
      await (work = this.work);
    }
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
    this.measuring.use(this.palette.font);
    if (this.scene && this.model) this.minimap.show(this.scene, this.look()!);
    this.stage.invalidate();
  }

  private look() {
    if (!this.model || !this.palette) return null;
    const { found } = this.search;
    return {
      tree: this.model.tree,
      palette: this.palette,
      selected: this.selected,
      hovered: this.hovered,
      found: found.length ? new Set(found.map((item) => this.drawing.seen(item)!)) : null,
      lit: this.lit,
    };
  }

  // ---- graphs and layouts

  private load(graph: Graph, selected: string | null): void {
    this.heading.textContent = graph.name;
    this.stage.element.setAttribute("aria-label", `Graph of ${graph.name}`);
    this.kept = selected;
    this.reading = this.whileBusy(this.drawing.read(graph)).catch((error: unknown) => {
      this.fail("The graph cannot be read", error);
      throw error;
    });
  }

  // Another graph was read.
  private took(model: Model): void {
    this.hovered = null;
    const stops = model.stops.length;
    this.banner.hidden = stops === 0;
    this.banner.textContent =
      stops === 1
        ? `The analysis stops at ${model.stops[0].name}`
        : `The analysis stops in ${stops} places`;
    this.stopAt = -1;
    this.selected = this.kept === null ? null : model.nearest(this.kept);
    this.kept = null;
    if (this.selected?.kind === "root") this.selected = null;
    if (this.search.field.value) this.search.search();
    this.details.show(model, this.selected);
    void this.relayout(this.selected);
  }

  private async whileBusy<T>(work: Promise<T>): Promise<T> {
    ++this.works;
    const slow = setTimeout(() => (this.busy.hidden = false), SLOW);
    try {
      return await work;
    } finally {
      clearTimeout(slow);
      if (!--this.works) this.busy.hidden = true;
    }
  }

  // Lays out what is seen now. `anchor` stays where it is on the screen.
  private relayout(anchor: Item | null): Promise<void> {
    return (this.work = this.layOut(anchor));
  }

  private async layOut(anchor: Item | null): Promise<void> {
    let next: Arrangement | null;
    try {
      next = await this.whileBusy(this.drawing.arrange());
    } catch (error) {
      this.fail("The layout failed", error);
      throw error;
    }
    if (!next) return;
    const { drawing } = this;
    const before = anchor && drawing.placedBefore(anchor);
    const at = before && this.stage.camera.toScreen(handle(before));
    const isFirst = !this.scene;
    drawing.show(next);
    this.stage.scene = next.scene;
    if (this.selected) this.selected = drawing.seen(this.selected);
    const placed = anchor && drawing.placed(drawing.seen(anchor));
    if (isFirst && this.pending) {
      const { x, y, scale } = this.pending;
      this.stage.camera.goTo(x, y, scale, true);
    } else if (isFirst || this.isFitted) {
      this.fit(true);
    } else if (placed && at) {
      const now = this.stage.camera.toScreen(handle(placed));
      this.stage.camera.pan(at.x - now.x, at.y - now.y);
    }
    if (this.isAwaited && this.selected) {
      this.details.show(next.model, this.selected);
      this.bringIntoSight(this.selected);
    }
    this.isAwaited = false;
    this.drew(next);
  }

  private drew({ model, scene }: Arrangement): void {
    this.light();
    this.minimap.show(scene, this.look()!);
    this.mirror.show(model.tree, scene, this.selected, this.drawing.height);
    this.stage.invalidate();
    this.element.dispatchEvent(new CustomEvent("nnscan-drawn", { detail: { boxes: scene.count } }));
  }

  setHeight(height: Height): void {
    if (height === this.drawing.height) return;
    this.drawing.height = height;
    this.heights.fields.get(height)!.checked = true;
    void this.relayout(this.selected);
    this.say(HEIGHTS.find(([each]) => each === height)![1]);
    this.keep();
  }

  private toggle(item: Item): void {
    const open = this.drawing.toggle(item);
    if (open === null) return;
    this.isFitted = false;
    void this.relayout(item);
    this.say(open ? "open" : "closed");
    this.keep();
  }

  openAll(): void {
    this.drawing.openAll();
    void this.relayout(this.selected);
    this.keep();
  }

  closeAll(): void {
    this.drawing.closeAll();
    void this.relayout(null);
    this.keep();
  }

  // ---- selecting

  private press(placed: Placed | null, onToggle: boolean): void {
    if (placed && onToggle) return this.toggle(placed.item);
    this.take(placed?.item ?? null, "hand");
  }

  private take(item: Item | null, by: "hand" | "cursor" | "search"): void {
    const { model, scene, drawing } = this;
    if (!model) return;
    if (!scene || !drawing.isCurrent) {
      // Another graph is on its way; what is drawn, and pressed by hand, belongs to the old one.
      this.selected = item && by === "hand" ? model.nearest(item.key) : item;
      this.isAwaited = item !== null;
      if (item?.source && by === "hand") this.host.reveal(item.source, false);
      return;
    }
    this.selected = item;
    this.light();
    this.details.show(model, item);
    this.mirror.show(model.tree, scene, item, drawing.height);
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
    const { drawing } = this;
    if (!this.scene) return;
    const changed = drawing.openAround(item);
    this.selected = item;
    const isHidden = drawing.isHidden(item);
    if (isHidden) this.setHeight("operators");
    if (changed || isHidden) await this.relayout(null);
    if (item.kind === "root") this.fit(false);
    this.take(drawing.seen(item), "search");
  }

  private hover(placed: Placed | null): void {
    const item = placed?.item ?? null;
    if (item === this.hovered) return;
    this.hovered = item;
    this.stage.element.classList.toggle("pressable", !!item);
    this.stage.invalidate();
  }

  private light(): void {
    this.lit = this.selected ? this.drawing.linesAround(this.selected) : new Set();
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
    const placed = this.drawing.placed(item);
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
    const placed = this.drawing.placed(selected);
    const next = placed ? neighbour(placed, direction) : scene.root.members[0];
    if (next) this.arrive(next.item);
  }

  into(): void {
    const inner = this.drawing.placed(this.selected)?.members[0];
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
    this.say(spoken(this.model!.tree, item, this.drawing.height));
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
      this.fail("Not saved", error);
    }
  }

  private say(text: string): void {
    this.status.textContent = text;
  }

  private fail(what: string, error: unknown): void {
    this.say(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }

  private keep(): void {
    if (!this.host.changed) return;
    clearTimeout(this.saving);
    this.saving = window.setTimeout(() => this.host.changed!(this.state()), 300);
  }
}

// The corner of a box that stays in place while what is in it opens.
const handle = ({ x, y, width }: Placed) => ({ x: x + Math.min(width, 40), y });
