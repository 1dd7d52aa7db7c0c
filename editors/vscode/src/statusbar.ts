// The item in the status bar: what the analysis of the active file is at.
import * as vscode from "vscode";
import { isOurs } from "./documents.ts";
import type { Analysed } from "./protocol.ts";
import type { Server } from "./server.ts";
import { statusText } from "./status.ts";

const COLOUR = {
  normal: undefined,
  warning: new vscode.ThemeColor("statusBarItem.warningBackground"),
  error: new vscode.ThemeColor("statusBarItem.errorBackground"),
};

export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    "nnscan.status",
    vscode.StatusBarAlignment.Right,
    50,
  );
  private readonly analysed = new Map<string, Analysed>(); // by the document's address
  private shown: vscode.TextDocument | undefined;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly server: Server) {
    this.item.name = "nnscan";
    this.disposables = [
      this.item,
      server.onChange(() => this.show()),
      server.onAnalysed((analysed) => {
        this.analysed.set(vscode.Uri.parse(analysed.uri).toString(), analysed);
        this.show();
      }),
      vscode.workspace.onDidCloseTextDocument((document) =>
        this.analysed.delete(document.uri.toString()),
      ),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
    ];
  }

  dispose(): void {
    this.disposables.forEach((disposable) => disposable.dispose());
  }

  // The file in the active editor. One beside the output or the graph is still looked at when those
  // have the focus.
  private document(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document;
    if (active && active.uri.scheme !== "output") return active;
    const visible = vscode.window.visibleTextEditors.map((editor) => editor.document);
    return visible.find((document) => document === this.shown) ?? visible.find(isOurs);
  }

  private show(): void {
    const document = this.document();
    this.shown = document;
    if (!document || !isOurs(document)) return this.item.hide();
    const analysed = this.analysed.get(document.uri.toString());
    const { text, tooltip, level, command } = statusText(this.server.state, analysed);
    this.item.text = text;
    this.item.tooltip = new vscode.MarkdownString(tooltip, true);
    this.item.backgroundColor = COLOUR[level];
    this.item.command = command;
    this.item.show();
  }
}
