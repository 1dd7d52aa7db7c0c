// What the server says besides LSP (docs/lsp.md), and what the panel says to its page and hears.
import type { Graph } from "../../graph/src/format.ts";
import type { Cursor, ViewState } from "../../graph/src/host.ts";

export interface Position {
  line: number; // from 0
  character: number; // UTF-16
}

export interface Range {
  start: Position;
  end: Position;
}

// How an analysis ended.
export type Verdict = "exact" | "exact under assumptions" | "refused" | "not analysed";

// The argument of `nnscan.showGraph` and `nnscan.exportOnnx`, as lenses have it.
export interface EntryArgument {
  uri: string;
  entry: string;
  position?: Position;
}

// Result of `nnscan/graph`.
export interface GraphResult {
  entry: string;
  entries: string[];
  version: number;
  verdict: Verdict;
  graph: Graph | null;
  diagnostics: { message: string; code?: string | number; range: Range }[];
}

// Of `nnscan/entries`.
export interface Entry {
  entry: string;
  name: string;
  kind: "class" | "function" | "variable";
  range: Range;
  verdict: Verdict;
  reason: string;
  parameters: number | null;
  multiplyAdds: string | null;
}

export interface Analysed {
  uri: string;
  version: number;
  whole: boolean;
  seconds: number;
  entries: { entry: string; verdict: Verdict }[];
}

export interface ServerStatus {
  state: "idle" | "analysing" | "failed";
  uri?: string;
  message?: string;
}

// What a page keeps, so that the panel can be made again after a reload.
export interface PageState {
  uri: string;
  entry: string;
  view?: ViewState;
}

export type ToPage =
  | { type: "graph"; uri: string; result: GraphResult; message: string }
  | { type: "empty"; message: string }
  | { type: "cursor"; cursor: Cursor };

export type FromPage =
  | { type: "ready" }
  | { type: "reveal"; uri: string; range: Range; focus: boolean }
  | { type: "entry"; entry: string }
  | { type: "link"; url: string }
  | { type: "save"; name: string; content: string } // base64
  | { type: "missed"; uri: string; line: number }; // nothing of the graph is at this line, from 1
