// "Export ONNX": which entry, where to, then the server writes it.
import * as vscode from "vscode";
import type { Entry, EntryArgument } from "./protocol.ts";
import { messageOf, type Server } from "./server.ts";

interface Exported {
  path: string;
  messages: string[];
}

export async function exportOnnx(server: Server, argument?: EntryArgument): Promise<void> {
  const wanted = argument ?? (await choose(server));
  if (!wanted) return;
  const target = await vscode.window.showSaveDialog({
    defaultUri: suggestion(vscode.Uri.parse(wanted.uri), wanted.entry),
    filters: { ONNX: ["onnx"] },
    title: `Export ${wanted.entry}`,
  });
  if (!target) return;
  try {
    const result = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: `Exporting ${wanted.entry}` },
      () =>
        server.request<Exported>("workspace/executeCommand", {
          command: "nnscan.exportOnnx",
          arguments: [{ uri: wanted.uri, entry: wanted.entry, output: target.fsPath }],
        }),
    );
    if (result) await report(result, server);
  } catch (error) {
    server.output.error(`export of ${wanted.entry}: ${messageOf(error)}`);
    const first = messageOf(error).split("\n", 1)[0];
    const output = "Show Output";
    const text = `${wanted.entry} was not exported: ${first}`;
    if ((await vscode.window.showErrorMessage(text, output)) === output) server.output.show();
  }
}

async function report(result: Exported, server: Server): Promise<void> {
  for (const message of result.messages) server.output.warn(message);
  const [output, copy] = ["Show Output", "Copy Path"];
  const notes = result.messages.length > 0 ? ", with notes" : "";
  const answer = await vscode.window.showInformationMessage(
    `Wrote ${result.path}${notes}.`,
    ...(notes ? [copy, output] : [copy]),
  );
  if (answer === output) server.output.show();
  if (answer === copy) await vscode.env.clipboard.writeText(result.path);
}

function suggestion(source: vscode.Uri, entry: string): vscode.Uri {
  const name = /^\w+/.exec(entry)?.[0] ?? "model";
  const folder = vscode.workspace.getWorkspaceFolder(source)?.uri;
  return vscode.Uri.joinPath(folder ?? vscode.Uri.joinPath(source, ".."), `${name}.onnx`);
}

// Of the file in the active editor.
async function choose(server: Server): Promise<EntryArgument | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return undefined;
  const uri = document.uri.toString();
  const found = await server.request<Entry[]>("nnscan/entries", { textDocument: { uri } });
  if (!found) return undefined;
  if (found.length === 0) {
    void vscode.window.showInformationMessage("This file has no module that can be exported.");
    return undefined;
  }
  if (found.length === 1) return { uri, entry: found[0].entry };
  const items = found.map((entry) => ({
    label: entry.entry,
    description: entry.verdict,
    detail: entry.reason || undefined,
  }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: "Which module?" });
  return picked && { uri, entry: picked.label };
}
