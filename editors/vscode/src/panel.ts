// The panel with the graph: asks the server for it, hands it to the page, follows the cursor, and
// leads from the graph back to the source.
import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { debounce } from "./debounce.ts";
import { enclosingDefinition, mayHoldModule } from "./modules.ts";
import { page } from "./page.ts";
import { cursorOf } from "./places.ts";
import type {
  EntryArgument,
  FromPage,
  GraphResult,
  PageState,
  Position,
  Range,
  ToPage,
} from "./protocol.ts";
import { messageOf, type Server } from "./server.ts";

export const VIEW_TYPE = "nnscan.graph";
const CURSOR_PAUSE = 80; // milliseconds

// By what a graph is asked for: an entry, a place, or both, where the place has other entries too.
interface Wanted {
  uri: string;
  entry?: string;
  position?: Position;
}

export class GraphPanel implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private panel: vscode.WebviewPanel | undefined;
  private ready = false; // the page listens
  private shown: Wanted | undefined;
  private wanted: Wanted | undefined; // what was asked for and did not come yet
  private waiting: ToPage | undefined; // what the page gets when it is ready
  private asked: string | undefined; // where the cursor was when a graph was last asked for it
  private revealed: string | undefined; // where our own `reveal` put the cursor
  private requests = 0;
  private readonly mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("editor.findMatchHighlightBackground"),
    overviewRulerColor: new vscode.ThemeColor("editorOverviewRuler.findMatchForeground"),
  });
  private readonly follow = debounce(CURSOR_PAUSE, (editor: vscode.TextEditor) => {
    if (this.panel?.visible) this.post({ type: "cursor", cursor: cursorAt(editor) });
  });
  private readonly refresh = debounce(50, () => {
    if (this.shown) void this.load(this.shown);
  });
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly folder: vscode.Uri, // the extension's dist/
    private readonly server: Server,
  ) {
    this.disposables = [
      this.mark,
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      vscode.window.onDidChangeTextEditorSelection((event) => this.moved(event)),
      server.onAnalysed((analysed) => {
        if (sameFile(analysed.uri, this.shown?.uri)) this.refresh();
      }),
      server.onChange((state) => {
        if (this.wanted && state.kind === "running" && !state.busy) void this.load(this.wanted);
      }),
    ];
  }

  dispose(): void {
    this.follow.cancel();
    this.refresh.cancel();
    this.panel?.dispose();
    this.disposables.forEach((disposable) => disposable.dispose());
  }

  // The graph of an entry, or of the place where the cursor is.
  async show(argument?: EntryArgument): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const uri = argument?.uri ?? editor?.document.uri.toString();
    if (!uri) return;
    if (!this.panel) {
      this.adopt(
        vscode.window.createWebviewPanel(
          VIEW_TYPE,
          "nnscan",
          { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
          // The layout of a large graph takes a while: it is kept while the panel is hidden.
          { retainContextWhenHidden: true },
        ),
      );
    }
    this.panel?.reveal(undefined, true);
    const cursor = argument ? undefined : editor && plain(editor.selection.active);
    await this.load({ uri, entry: argument?.entry, position: argument?.position ?? cursor });
    if (editor && sameFile(editor.document.uri.toString(), uri)) this.follow(editor);
  }

  // After a reload of the window: the page has kept what it showed.
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state?: PageState): Promise<void> {
    this.panel?.dispose();
    this.adopt(panel);
    if (state?.uri) await this.load({ uri: state.uri, entry: state.entry });
    else this.post({ type: "empty", message: "“nnscan: Show Graph” shows one." });
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    this.ready = false;
    this.shown = this.wanted = this.waiting = this.asked = undefined;
    panel.iconPath = vscode.Uri.joinPath(this.folder, "icon.png");
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.folder] };
    panel.webview.onDidReceiveMessage((message: FromPage) => void this.receive(message));
    panel.onDidDispose(() => {
      if (this.panel !== panel) return;
      this.panel = this.shown = this.wanted = undefined;
      this.unmark();
    });
    const local = (name: string) =>
      panel.webview.asWebviewUri(vscode.Uri.joinPath(this.folder, name)).toString();
    panel.webview.html = page({
      nonce: randomBytes(16).toString("base64url"),
      source: panel.webview.cspSource,
      scripts: [local("graph.js"), local("panel.js")],
      styles: [local("graph.css"), local("panel.css")],
    });
  }

  private post(message: ToPage): void {
    if (this.ready) void this.panel?.webview.postMessage(message);
    else if (message.type !== "cursor") this.waiting = message;
  }

  private async load(wanted: Wanted): Promise<void> {
    const request = ++this.requests;
    this.wanted = wanted;
    const nothing = (message: string) => this.post({ type: "empty", message });
    try {
      // The server analyses documents that are open.
      await vscode.workspace.openTextDocument(vscode.Uri.parse(wanted.uri));
      const { uri, entry, position } = wanted;
      const result = await this.server.request<GraphResult | null>("nnscan/graph", {
        textDocument: { uri },
        entry,
        position,
      });
      if (request !== this.requests) return; // another was asked for meanwhile
      if (result === null) this.wanted = undefined; // without a server it is asked for again
      if (result) this.display(wanted, result);
      else if (result === null) nothing("Nothing here is a module that can be analysed.");
      else if (!this.shown) nothing(this.why());
    } catch (error) {
      this.server.output.error(`nnscan/graph: ${messageOf(error)}`);
      if (request === this.requests) nothing(messageOf(error));
    }
  }

  private display({ uri, position }: Wanted, result: GraphResult): void {
    this.wanted = undefined; // whatever was asked for before this
    this.shown = { uri, position, entry: result.entry };
    if (this.panel) this.panel.title = `Graph: ${result.entry}`;
    const message = result.graph ? "" : (result.diagnostics[0]?.message ?? result.verdict);
    this.waiting = { type: "graph", uri, result, message };
    this.post(this.waiting);
  }

  // Why there is no server.
  private why(): string {
    switch (this.server.state.kind) {
      case "missing":
        return "The executable nnscan was not found: see “nnscan: How to Install nnscan”.";
      case "failed":
        return `The server has failed: ${this.server.state.message}`;
      default:
        return "No graph yet.";
    }
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case "ready":
        this.ready = true;
        if (this.waiting) this.post(this.waiting);
        return;
      case "missed":
        return this.followTo(message.uri, message.line);
      case "entry":
        if (this.shown) return this.load({ ...this.shown, entry: message.entry });
        return;
      case "reveal":
        return this.reveal(message.uri, message.range, message.focus);
      case "link":
        if (message.url.startsWith("https://"))
          await vscode.env.openExternal(vscode.Uri.parse(message.url));
        return;
      case "save":
        return save(message.name, Buffer.from(message.content, "base64"));
    }
  }

  private moved(event: vscode.TextEditorSelectionChangeEvent): void {
    const document = event.textEditor.document;
    if (!this.panel || document.languageId !== "python" || document.uri.scheme !== "file") return;
    const ours = this.revealed === keyOf(document.uri, event.selections[0]);
    this.revealed = undefined;
    if (ours) return;
    event.textEditor.setDecorations(this.mark, []);
    if (vscode.workspace.getConfiguration("nnscan").get("graph.followCursor", true))
      this.follow(event.textEditor);
  }

  // The cursor is at a line that is not in the graph: perhaps it is in another model. That is asked
  // once for each class and function that it comes to.
  private async followTo(uri: string, line: number): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !sameFile(editor.document.uri.toString(), uri)) return;
    const text = editor.document.getText();
    const definition = enclosingDefinition(text.split(/\r?\n/), line - 1);
    const place = `${uri}#${definition}`;
    if (definition < 0 || place === this.asked || !mayHoldModule(text)) return;
    this.asked = place;
    const request = ++this.requests;
    const position = { line: line - 1, character: 0 };
    let result: GraphResult | null | undefined;
    try {
      result = await this.server.request<GraphResult | null>("nnscan/graph", {
        textDocument: { uri },
        position,
      });
    } catch (error) {
      if (request === this.requests)
        this.server.output.error(`nnscan/graph: ${messageOf(error)}`);
    }
    if (request !== this.requests) {
      // What was shown has been asked for again meanwhile. The cursor still wants another.
      if (this.asked !== place) return;
      this.asked = undefined;
      return this.followTo(uri, editor.selection.active.line + 1);
    }
    const same =
      result && sameFile(uri, this.shown?.uri) && result.entries.includes(this.shown?.entry ?? "");
    if (result && !same) this.display({ uri, position }, result);
    else if (this.wanted) await this.load(this.wanted); // this took its place
  }

  private async reveal(uri: string, range: Range, focus: boolean): Promise<void> {
    const target = vscode.Uri.parse(uri);
    const place = new vscode.Range(
      range.start.line,
      range.start.character,
      range.end.line,
      range.end.character,
    );
    const open = vscode.window.visibleTextEditors.find((editor) =>
      sameFile(editor.document.uri.toString(), uri),
    );
    this.unmark();
    this.revealed = focus ? keyOf(target, new vscode.Selection(place.start, place.end)) : undefined;
    const editor =
      open && !focus
        ? open
        : await vscode.window.showTextDocument(target, {
            viewColumn: open?.viewColumn ?? this.columnForSource(),
            preserveFocus: !focus,
            selection: focus ? place : undefined,
          });
    editor.setDecorations(this.mark, [place]);
    editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  // Beside the panel, not over it.
  private columnForSource(): vscode.ViewColumn {
    const column = this.panel?.viewColumn;
    return column === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
  }

  private unmark(): void {
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.mark, []);
  }
}

function cursorAt(editor: vscode.TextEditor) {
  const document = editor.document;
  const { start, end } = editor.selection;
  return cursorOf(
    document.uri.toString(),
    { start: plain(start), end: plain(end) },
    (line) => document.lineAt(line).text,
  );
}

const plain = (position: { line: number; character: number }) => ({
  line: position.line,
  character: position.character,
});

const keyOf = (uri: vscode.Uri, selection: vscode.Selection) =>
  [uri, selection.start.line, selection.start.character].join(" ");

// Two spellings of one address are one file.
function sameFile(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one === other || vscode.Uri.parse(one).toString() === vscode.Uri.parse(other).toString();
}

async function save(name: string, content: Uint8Array): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    defaultUri: folder && vscode.Uri.joinPath(folder, name),
    title: "Save the picture",
  });
  if (target) await vscode.workspace.fs.writeFile(target, content);
}
