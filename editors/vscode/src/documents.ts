// Which documents are ours.
import * as vscode from "vscode";
import { mayHoldModule } from "./modules.ts";

export const PYTHON: vscode.DocumentFilter = { scheme: "file", language: "python" };

export function isOurs(document: vscode.TextDocument): boolean {
  return vscode.languages.match(PYTHON, document) > 0 && mayHoldModule(document.getText());
}
