// The seam between the graph view and what it stands in: a page of its own, or an editor's panel.
import type { Graph, Place } from "./format.ts";

// What the view asks of the place that it stands in. Only `reveal` must be there.
export interface Host {
  // Somebody chose a node: show where it comes from. `place` is the object of the graph itself, so that
  // it has `uri` and `range` where the graph had them. `focus`: move the cursor there too (Enter, or a
  // double click); without it only scroll to it and mark it.
  reveal(place: Place, focus: boolean): void;
  // A documentation link. Without it, the link is an ordinary <a target="_blank">.
  openLink?(url: string): void;
  // Keeps an exported picture. Without it, the browser downloads it.
  save?(name: string, content: Blob): void;
  // The state to give back as `options.state` when the view is made again. Called at rest, not at every
  // step.
  changed?(state: ViewState): void;
}

export type Height = "modules" | "calls" | "operators";
export type Theme = "auto" | "light" | "dark";

// What a view needs to look again as it did. Plain JSON.
export interface ViewState {
  height: Height;
  open: Record<string, boolean>; // what somebody opened or closed, by the item's key
  selected: string | null;
  view: { x: number; y: number; scale: number } | null; // the graph's point at the centre
}

export interface Options {
  // "auto": VS Code's theme where its variables are there, else the system's.
  theme?: Theme;
  state?: ViewState;
  // Shows the line's text and its file in the details; an editor has them at hand. Default: true.
  sourceText?: boolean;
}

// Where a cursor stands: `uri`, or the graph's own name of the file, and a line from 1; the column, in
// bytes from 1, chooses among nodes of one line. The end makes it a selection.
export interface Cursor {
  uri?: string;
  file?: string;
  line: number;
  column?: number;
  end_line?: number;
  end_column?: number;
}

export interface GraphView {
  // Selects what the source at the cursor made; false where nothing was. What is closed stays closed,
  // and the group that holds the node is selected, unless `open` is true. Never calls `reveal`. While a
  // graph is being laid out, it is done after that.
  select(cursor: Cursor, how?: { open?: boolean }): boolean;
  // Another graph, usually of the same model after an edit: what is open, selected and in sight stays.
  update(graph: Graph): void;
  setTheme(theme: Theme): void;
  state(): ViewState;
  dispose(): void;
}
