// The panel with the graph: there and back between a node and its line.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Editor } from "../editor.mjs";
import { lineOf } from "../workspace.mjs";

// The graph view is a drawing; beside it stands the same as a tree for screen readers, which shows
// the selected item and what is around it.
class Graph {
  constructor(editor) {
    this.page = editor.page;
    this.frame = editor.graph();
    this.view = this.frame.locator(".nnscan-graph");
    this.stage = this.view.locator(".stage");
    this.selected = this.view.locator('[role=treeitem][aria-selected="true"]');
  }

  // Chooses what a search finds first.
  async find(text) {
    const field = this.view.getByLabel("Search modules, calls and operators");
    await field.fill(text);
    const found = this.selected.filter({ hasText: text });
    // Until it is laid out, there is nothing to be selected.
    for (let i = 0; i < 60 && (await found.count()) === 0; ++i) {
      await field.press("Enter");
      await this.page.waitForTimeout(500);
    }
    await this.isSelected(text);
    await field.press("Escape");
    await field.press("Escape"); // back to the drawing
  }

  isSelected(text) {
    return this.selected.filter({ hasText: text }).waitFor({ state: "attached" });
  }

  items(text) {
    return this.view.locator("[role=treeitem]", { hasText: text });
  }

  // What is selected, by the view's own name for it.
  key() {
    return this.view.evaluate(() => window.nnscanView.state().selected);
  }

  // Presses the middle of a box that is in sight.
  async press(key) {
    const box = await this.view.evaluate((_, key) => window.nnscanView.where(key), key);
    await this.view.click({ position: await this.inView(box) });
  }

  async inView({ x, y, width, height }) {
    const origin = await this.view.evaluate((element) => {
      const { left, top } = element.getBoundingClientRect();
      return [left, top];
    });
    return { x: x + width / 2 - origin[0], y: y + height / 2 - origin[1] };
  }
}

export async function panel({ suite, host, folder, watch, picture, pictures, noErrors }) {
  const size = { width: 1280, height: 860 };
  const line = (text, file = "early_exit.py") => lineOf(folder, file, text);
  let editor, graph;

  // The text and the graph, side by side.
  async function pose(name) {
    if (!pictures) return;
    await editor.command("View: Toggle Primary Side Bar Visibility");
    const details = graph.view.getByRole("button", { name: "Close the details" });
    if (await details.isVisible()) await details.click();
    await editor.moveTo(line("if confidence.min()")); // the text from its margin on
    await graph.find("if");
    await graph.stage.press("z");
    for (let i = 0; i < 3; ++i) await graph.stage.press("Shift+ArrowDown");
    await editor.page.waitForTimeout(1500);
    await picture(editor, name);
    await editor.command("View: Toggle Primary Side Bar Visibility");
  }

  await suite.run("panel: opened by the lens, with both branches of the If", 400, async () => {
    editor = watch(await Editor.open(host, folder, ["early_exit.py"], { size }));
    graph = new Graph(editor);
    await editor.moveTo(line("class EarlyExit"));
    await editor.lens("Show graph").click();
    await graph.view.waitFor();
    await editor.page.locator(".tab", { hasText: "Graph: EarlyExit" }).waitFor();
    await graph.find("If");
    assert.equal(await graph.selected.getAttribute("aria-expanded"), "true");
    // What is in the branch that goes on is in the graph as well.
    await graph.find("late_head");
    assert.ok((await graph.items(/else/).count()) > 0);
    noErrors(editor);
  });

  if (!graph) return;

  await suite.run("panel: from a node to its source", 400, async () => {
    await graph.find("early_head");
    await editor.markIsAt("self.early_head(x)");
    await graph.find("late_head");
    await editor.markIsAt("self.late_head(self.second(x))");
    // By keyboard to the first of its boxes, and back; then that box by hand.
    await graph.stage.press("PageDown");
    await graph.isSelected("AdaptiveAvgPool2d");
    const inner = await graph.key();
    await graph.find("early_head");
    await editor.markIsAt("self.early_head(x)");
    await graph.find("late_head");
    await graph.press(inner);
    await graph.isSelected("AdaptiveAvgPool2d");
    assert.equal(await graph.key(), inner);
    await editor.markIsAt("self.late_head(self.second(x))");
    // With the keyboard, the cursor goes there too.
    await graph.stage.press("s");
    await editor.cursorAt(line("self.late_head(self.second(x))"));
  });

  await suite.run("panel: from the cursor to a node", 400, async () => {
    await editor.openFile("early_exit.py");
    await editor.moveTo(line("self.early_head(x)"), 25);
    await graph.isSelected("early_head");
    await editor.moveTo(line("if confidence.min()"), 12);
    await graph.isSelected(/min/);
    await pose("vscode-graph");
  });

  await suite.run("panel: stays as it was over a reload of the window", 400, async () => {
    await graph.stage.press("3");
    await graph.find("early_head");
    await editor.page.waitForTimeout(4000); // what it keeps is written at rest
    await editor.reload();
    await graph.view.waitFor();
    await graph.isSelected("early_head");
    assert.ok(await graph.view.getByRole("radio", { name: "Operators" }).isChecked());
    await graph.stage.press("1");
    noErrors(editor);
  });

  await suite.run("panel: follows the cursor into another model", 400, async () => {
    await editor.openFile("two.py");
    await editor.moveTo(line("été = self.conv(x)", "two.py"), 16);
    await editor.page.locator(".tab", { hasText: "Graph: Sharpen" }).waitFor();
    // On one line, by the column: the accents before it are counted right.
    await editor.moveTo(line("été = self.conv(x)", "two.py"), 35);
    await graph.isSelected(/relu/i);
    await editor.moveTo(line("été = self.conv(x)", "two.py"), 18);
    await graph.isSelected(/conv/i);
    await editor.moveTo(line("self.pool(x)", "two.py"), 20);
    await editor.page.locator(".tab", { hasText: "Graph: Soften" }).waitFor();
    await graph.isSelected(/pool/i);
  });

  await suite.run("panel: saves a picture where it is told to", 400, async () => {
    await graph.view.getByRole("button", { name: "Save as SVG" }).click();
    const suggested = await editor.suggestion(/\.svg$/);
    await editor.page.keyboard.press("Enter");
    const file = join(folder, suggested.split("/").pop());
    for (let i = 0; i < 200 && !existsSync(file); ++i) await editor.page.waitForTimeout(50);
    assert.match(readFileSync(file, "utf8"), /^<svg|^<\?xml/);
  });

  await suite.run("panel: takes VS Code's theme", 400, async () => {
    const shade = () => graph.view.evaluate((element) => element.dataset.shade);
    const before = await shade();
    await editor.command("Preferences: Toggle between Light/Dark Themes");
    for (let i = 0; i < 200 && (await shade()) === before; ++i)
      await editor.page.waitForTimeout(50);
    assert.notEqual(await shade(), before);
    noErrors(editor);
    await editor.openFile("early_exit.py");
    await editor.moveTo(line("if confidence.min()"), 12);
    await graph.isSelected(/min/);
    await pose("vscode-dark");
  });
  await editor.close();
}
