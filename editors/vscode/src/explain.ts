// Documentation of the diagnostics' codes: the pages of docs/diagnostics, which the package holds.
import * as vscode from "vscode";

const CODE = /^NN\d{3}$/;

export class Explanations implements vscode.CodeActionProvider {
  constructor(private readonly folder: vscode.Uri) {}

  async open(code?: string): Promise<void> {
    const wanted = code ?? (await this.choose());
    if (!wanted || !CODE.test(wanted)) return;
    const page = vscode.Uri.joinPath(this.folder, `${wanted}.md`);
    try {
      await vscode.workspace.fs.stat(page);
    } catch {
      void vscode.window.showInformationMessage(
        `There is no page on ${wanted}: the extension may be older than the executable. ` +
          `“nnscan explain ${wanted}” in a terminal has it.`,
      );
      return;
    }
    await showMarkdown(page);
  }

  // In the light bulb of each diagnostic that is ours.
  provideCodeActions(
    _document: vscode.TextDocument,
    _range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const found = context.diagnostics.filter((diagnostic) => codeOf(diagnostic));
    return [...new Map(found.map((diagnostic) => [codeOf(diagnostic), diagnostic]))].map(
      ([code, diagnostic]) => {
        const title = `Open documentation of ${code}`;
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.command = { command: "nnscan.explain", title, arguments: [code] };
        action.diagnostics = [diagnostic];
        return action;
      },
    );
  }

  // Those at the cursor come first.
  private async choose(): Promise<string | undefined> {
    const here = new Set(diagnosticsAtCursor().map(codeOf));
    const pages = await Promise.all(
      (await vscode.workspace.fs.readDirectory(this.folder))
        .map(([file]) => file.replace(/\.md$/, ""))
        .filter((code) => CODE.test(code))
        .map(async (code) => ({ code, title: await this.title(code) })),
    );
    const items = pages
      .sort(
        (a, b) => Number(here.has(b.code)) - Number(here.has(a.code)) || (a.code < b.code ? -1 : 1),
      )
      .map(({ code, title }) => ({
        label: code,
        description: title,
        detail: here.has(code) ? "at the cursor" : undefined,
      }));
    const picked = await vscode.window.showQuickPick(items, {
      placeHolder: "Code of a diagnostic",
      matchOnDescription: true,
    });
    return picked?.label;
  }

  private async title(code: string): Promise<string> {
    const page = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.folder, `${code}.md`));
    const heading = new TextDecoder().decode(page).split("\n", 1)[0];
    return heading.replace(/^# NN\d{3}: /, "");
  }
}

export async function showMarkdown(page: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand("markdown.showPreview", page);
  } catch {
    await vscode.window.showTextDocument(page, { preview: true }); // the preview may be disabled
  }
}

function codeOf(diagnostic: vscode.Diagnostic): string | undefined {
  const code = typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code;
  return typeof code === "string" && CODE.test(code) ? code : undefined;
}

function diagnosticsAtCursor(): vscode.Diagnostic[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  const line = editor.selection.active.line;
  return vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ range }) => range.start.line <= line && line <= range.end.line);
}
