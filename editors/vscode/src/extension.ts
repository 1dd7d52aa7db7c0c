// The extension's parts, and when they start: with the first Python file that can hold a module.
import * as vscode from "vscode";
import { debounce } from "./debounce.ts";
import { isOurs, PYTHON } from "./documents.ts";
import { Explanations, showMarkdown } from "./explain.ts";
import { exportOnnx } from "./export.ts";
import { GraphPanel } from "./panel.ts";
import type { EntryArgument } from "./protocol.ts";
import { Server } from "./server.ts";
import { StatusBar } from "./statusbar.ts";

const LOOK_PAUSE = 500; // milliseconds after a keystroke

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const dist = vscode.Uri.joinPath(context.extensionUri, "dist");
  const output = vscode.window.createOutputChannel("nnscan", { log: true });
  const trace = vscode.window.createOutputChannel("nnscan (trace)", { log: true });
  const started = new Server(output, trace);
  server = started;
  const panel = new GraphPanel(dist, started);
  const explanations = new Explanations(vscode.Uri.joinPath(dist, "diagnostics"));
  const instructions = () => showMarkdown(vscode.Uri.joinPath(context.extensionUri, "README.md"));

  // A file with a module starts the server; any other costs this look.
  const look = (document: vscode.TextDocument) => {
    if (isOurs(document)) void started.start();
  };
  const lookLater = debounce(LOOK_PAUSE, look);
  const command = (name: string, work: (...args: never[]) => unknown) =>
    vscode.commands.registerCommand(name, work);

  context.subscriptions.push(
    output,
    trace,
    started,
    panel,
    new StatusBar(started),
    command("nnscan.showGraph", (argument?: EntryArgument) => panel.show(entryOf(argument))),
    command("nnscan.exportOnnx", (argument?: EntryArgument) =>
      exportOnnx(started, entryOf(argument)),
    ),
    command("nnscan.explain", (code?: string) => explanations.open(code)),
    command("nnscan.restartServer", () => started.restart()),
    command("nnscan.showOutput", () => output.show()),
    command("nnscan.showInstructions", instructions),
    vscode.languages.registerCodeActionsProvider(PYTHON, explanations, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (started.state.kind === "off" && document.languageId === "python") lookLater(document);
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("nnscan")) void started.reconsider();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => started.reconsider()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => started.reconsider()),
    vscode.window.onDidChangeActiveTextEditor(setContext),
    started.onChange(tellWhatIsMissing(output, instructions)),
    { dispose: () => lookLater.cancel() },
  );
  vscode.workspace.textDocuments.forEach(look);
  setContext(vscode.window.activeTextEditor);
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

// Menus show the graph's button where a module may be.
function setContext(editor: vscode.TextEditor | undefined): void {
  if (!editor || editor.document.uri.scheme === "output") return; // the file is still in sight
  const holds = isOurs(editor.document);
  void vscode.commands.executeCommand("setContext", "nnscan.holdsModule", holds);
}

// A menu gives the file's address to its command, a lens an entry.
function entryOf(argument: EntryArgument | undefined): EntryArgument | undefined {
  return typeof argument?.entry === "string" ? argument : undefined;
}

// Says once what is wrong, and what to do; the status bar keeps saying it.
function tellWhatIsMissing(output: vscode.LogOutputChannel, instructions: () => unknown) {
  let told = "";
  return async (state: Server["state"]) => {
    if (state.kind === "running") told = "";
    if (state.kind !== "missing" && state.kind !== "failed") return;
    if (told === state.kind) return;
    told = state.kind;
    const [how, settings, log] = ["How to Install", "Open Settings", "Show Output"];
    const answer =
      state.kind === "missing"
        ? await vscode.window.showErrorMessage(missing(state.looked), how, settings)
        : await vscode.window.showErrorMessage(`nnscan: ${state.message}`, log);
    if (answer === how) void instructions();
    if (answer === log) output.show();
    if (answer === settings)
      void vscode.commands.executeCommand("workbench.action.openSettings", "nnscan.path");
  };
}

function missing(looked: string[]): string {
  const setting = vscode.workspace.getConfiguration("nnscan").get<string>("path", "");
  if (setting)
    return `nnscan: there is no executable ${looked[0]}, which the setting nnscan.path names.`;
  const untrusted = vscode.workspace.isTrusted
    ? ""
    : " Virtual environments of this workspace are not looked into, since it is not trusted.";
  const places = "on PATH nor in ~/.local/bin, .venv or venv";
  return `nnscan: the executable was found neither ${places}.${untrusted}`;
}
