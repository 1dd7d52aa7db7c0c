// The panel's page: the graph view with VS Code as its host. Runs in the webview.
import type { Graph } from "../../graph/src/format.ts";
import type { Cursor, GraphView, Host, Options, ViewState } from "../../graph/src/host.ts";
import type { FromPage, GraphResult, PageState, ToPage } from "./protocol.ts";

// Of graph.js.
declare const nnscanGraph: {
  mountGraph(place: HTMLElement, graph: Graph | null, host: Host, options?: Options): GraphView;
};
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const editor = acquireVsCodeApi();
const byId = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const place = byId("graph");
const notice = byId("message");
const entries = byId("entries");
const choice = byId<HTMLSelectElement>("entry");

let view: GraphView | undefined;
let shown: { uri: string; entry: string } | undefined;
let cursor: Cursor | undefined; // where it was last
let drawn = false; // before the first layout nothing can be selected

const host: Host = {
  reveal(source, focus) {
    if (source.uri && source.range)
      editor.postMessage({ type: "reveal", uri: source.uri, range: source.range, focus });
  },
  openLink: (url) => editor.postMessage({ type: "link", url }),
  async save(name, content) {
    editor.postMessage({ type: "save", name, content: await base64(content) });
  },
  changed: keep,
};

function keep(state: ViewState): void {
  if (shown) editor.setState({ ...shown, view: state });
}

async function base64(content: Blob): Promise<string> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function say(message: string): void {
  notice.textContent = message;
  notice.hidden = message === "";
}

function point(): void {
  if (!drawn || !view || !cursor?.uri || view.select(cursor)) return;
  editor.postMessage({ type: "missed", uri: cursor.uri, line: cursor.line });
}

function offer(result: GraphResult): void {
  const options = result.entries.map((entry) => new Option(entry, entry));
  choice.replaceChildren(...options);
  choice.value = result.entry;
  entries.hidden = result.entries.length < 2;
}

function show(uri: string, result: GraphResult, message: string): void {
  const same = shown?.uri === uri && shown.entry === result.entry;
  shown = { uri, entry: result.entry };
  offer(result);
  say(message);
  if (!result.graph) return;
  if (view && same) {
    view.update(result.graph);
  } else {
    view?.dispose();
    drawn = false;
    const kept = editor.getState();
    const state = kept?.uri === uri && kept.entry === result.entry ? kept.view : undefined;
    view = nnscanGraph.mountGraph(place, result.graph, host, { state, sourceText: false });
    Object.assign(window, { nnscanView: view }); // as in the page of `nnscan view`
  }
  keep(view.state());
}

place.addEventListener("nnscan-drawn", () => {
  if (drawn) return;
  drawn = true;
  point();
});

choice.addEventListener("change", () => editor.postMessage({ type: "entry", entry: choice.value }));

window.addEventListener("message", (event: MessageEvent<ToPage>) => {
  const message = event.data;
  switch (message.type) {
    case "graph":
      return show(message.uri, message.result, message.message);
    case "empty":
      return say(message.message);
    case "cursor":
      cursor = message.cursor;
      point();
  }
});

editor.postMessage({ type: "ready" });
