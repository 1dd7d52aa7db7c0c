// What is seen in the text: nothing for other files, then hints, lenses, marks and fixes.
import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { Editor } from "../editor.mjs";
import { lineOf } from "../workspace.mjs";

export async function editing({ suite, host, folder, nnscan, watch, picture, pictures, noErrors }) {
  let editor;

  await suite.run("a Python file without a module starts nothing", 400, async () => {
    editor = watch(await Editor.open(host, folder, ["plain.py"]));
    await editor.page.waitForTimeout(2000);
    assert.equal(nnscan.starts, 0);
    assert.equal(await editor.status().count(), 0);
  });
  if (!editor) return;

  await suite.run("hints, lens and verdict of a module", 400, async () => {
    await editor.openFile("early_exit.py");
    await editor.moveTo(lineOf(folder, "early_exit.py", "def forward"));
    await editor.lens("Show graph").waitFor();
    await editor.lens("Export ONNX").waitFor();
    await editor.page.locator(".codelens-decoration", { hasText: /param/ }).first().waitFor();
    const early = editor.lineWith("self.early_head(x)");
    await early.filter({ hasText: /early\s*:\s*float32\[\w+,\s*10\]/ }).waitFor();
    await editor.statusIcon("check").or(editor.statusIcon("info")).waitFor();
    assert.equal(nnscan.starts, 1);
    await picture(editor, "vscode-hints");
  });

  await suite.run("a diagnostic is a squiggle, and goes when it is mended", 400, async () => {
    await editor.openFile("broken.py");
    await editor.squiggle("error").waitFor();
    await editor.statusIcon("error").waitFor();
    if (pictures) {
      await editor.moveTo(lineOf(folder, "broken.py", "return self.second(x)"), 18);
      await editor.command("Show or Focus Hover");
      await editor.page.locator(".monaco-hover:visible", { hasText: /NN401/ }).first().waitFor();
      await picture(editor, "vscode-mark", { x: 348, y: 60, width: 932, height: 440 });
      await editor.page.keyboard.press("Escape");
    }
    await editor.moveTo(lineOf(folder, "broken.py", "nn.Linear(32, 4)"), 33);
    await editor.page.keyboard.press("Delete");
    await editor.page.keyboard.press("Delete");
    await editor.page.keyboard.type("16");
    await editor.squiggle("error").waitFor({ state: "detached" });
    await editor.page.keyboard.press("Control+z");
    await editor.page.keyboard.press("Control+z");
    await editor.page.keyboard.press("Control+z");
    await editor.squiggle("error").waitFor();
  });

  await suite.run("the light bulb leads to the page on the code", 400, async () => {
    await editor.moveTo(lineOf(folder, "broken.py", "return self.second(x)"), 18);
    await editor.page.keyboard.press("Control+.");
    const action = editor.page.locator(".action-widget .monaco-list-row", {
      hasText: /Open documentation of NN\d{3}/,
    });
    await action.waitFor();
    const isFocused = () => action.evaluate((row) => row.classList.contains("focused"));
    for (let i = 0; i < 20 && !(await isFocused()); ++i) {
      await editor.page.keyboard.press("ArrowDown");
      await editor.page.waitForTimeout(50);
    }
    await editor.page.keyboard.press("Enter");
    const preview = editor.graph(); // a page as well
    await preview.locator("h1", { hasText: /^NN\d{3}: / }).waitFor();
    await editor.command("View: Close Editor");
  });

  await suite.run("a file that becomes a module is taken up while typing", 400, async () => {
    await editor.openFile("plain.py");
    await editor.moveTo(1);
    await editor.page.keyboard.press("Control+End");
    // In lines of their own margin: an editor indents text that it is given as it sees fit.
    await editor.page.keyboard.insertText(
      "from torch import nn\nclass Fresh(nn.Module): forward = lambda self, x: x.flatten(1)\n",
    );
    await editor.lens("Show graph").waitFor();
    await editor.command("File: Revert File");
  });

  await suite.run("Export ONNX writes a file", 400, async () => {
    await editor.openFile("early_exit.py");
    await editor.moveTo(lineOf(folder, "early_exit.py", "class EarlyExit"));
    await editor.lens("Export ONNX").click();
    await editor.suggestion(/EarlyExit\.onnx$/);
    await editor.page.keyboard.press("Enter");
    await editor.notification("Wrote").waitFor();
    const file = join(folder, "EarlyExit.onnx");
    assert.ok(existsSync(file) && statSync(file).size > 1000);
  });

  await suite.run("the server is started again on request", 400, async () => {
    const before = nnscan.starts;
    await editor.command("nnscan: Restart Server");
    await editor.lens("Show graph").waitFor();
    for (let i = 0; i < 100 && nnscan.starts === before; ++i) await editor.page.waitForTimeout(50);
    assert.equal(nnscan.starts, before + 1);
    await editor.statusIcon("check").or(editor.statusIcon("info")).waitFor();
  });

  await suite.run("the status bar item opens the output", 400, async () => {
    await editor.status().click();
    const shown = editor.page.locator(".panel select:visible").first();
    await shown.waitFor();
    assert.match(await shown.evaluate((select) => select.selectedOptions[0].text), /^nnscan/);
    await editor.command("View: Toggle Panel Visibility");
  });

  await suite.run("no error of ours while editing", 5, async () => noErrors(editor));
  await editor.close();
}
