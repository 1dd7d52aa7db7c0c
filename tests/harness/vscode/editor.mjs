// A window of VS Code, as somebody before it uses it.

const PATIENCE = 120_000; // milliseconds for anything to appear, on a machine that is busy

export class Editor {
  constructor(page) {
    this.page = page;
    this.errors = [];
    page.on("console", (message) => {
      if (message.type() === "error" && isOurs(message.location().url + message.text()))
        this.errors.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => {
      if (isOurs(error.stack ?? "")) this.errors.push(`exception: ${error.stack}`);
    });
    page.on("request", (request) => {
      if (isOurs(frameOf(request)) && !isLocal(request.url()))
        this.errors.push(`asks the network for ${request.url()}`);
    });
  }

  static async open(host, folder, files = [], { size = { width: 1280, height: 800 } } = {}) {
    const context = await host.browser.newContext({ viewport: size, reducedMotion: "reduce" });
    context.setDefaultTimeout(PATIENCE);
    const editor = new Editor(await context.newPage());
    await editor.page.goto(host.address(folder), {
      timeout: 2 * PATIENCE,
      waitUntil: "commit",
    });
    await editor.loaded();
    for (const file of files) {
      await editor.openFile(file);
      await editor.page.locator(".editor-instance .view-line").first().waitFor();
    }
    return editor;
  }

  async loaded() {
    const row = this.page.locator(".explorer-folders-view .monaco-list-row");
    await row.first().waitFor({ timeout: 2 * PATIENCE });
  }

  async close() {
    await this.page.context().close();
  }

  // Runs what the command palette calls `title`.
  async command(title) {
    await this.page.keyboard.press("F1");
    const input = this.page.locator(".quick-input-widget input.input");
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page
      .locator(".quick-input-list .monaco-list-row", { hasText: title })
      .first()
      .click();
  }

  // A file of the open folder, in the first group of editors.
  async openFile(name) {
    await this.page.keyboard.press("Control+1");
    const row = this.page.locator(".explorer-folders-view .monaco-list-row", { hasText: name });
    await row.first().dblclick();
    await this.page.locator(".tab.active", { hasText: name }).first().waitFor();
  }

  // Puts the cursor to a place in the first group's file, counted from 1. The panel beside it may
  // still be taking the focus, and a key that comes too early is lost: then it is tried again.
  async moveTo(line, column = 1) {
    const widget = this.page.locator(".quick-input-widget");
    const input = widget.locator("input.input");
    const offered = widget.locator(".monaco-list-row", { hasText: new RegExp(`line ${line}\\b`) });
    const wanted = `:${line}:${column}`;
    for (let i = 0; i < 10; ++i) {
      await this.page.keyboard.press("Control+1");
      await this.page.keyboard.press("Control+g");
      await input.waitFor();
      await input.fill(wanted).catch(() => null);
      const isThere = await comes(offered.first());
      if (isThere && (await input.inputValue()) === wanted) {
        await this.page.keyboard.press("Enter");
        if (await comes(widget, "hidden")) break;
      }
      await this.page.keyboard.press("Escape");
    }
    await widget.waitFor({ state: "hidden" });
    await this.cursorAt(line);
  }

  // What a dialogue for a file suggests, once it does.
  async suggestion(pattern) {
    const input = this.page.locator(".quick-input-widget input.input");
    await input.waitFor();
    for (let i = 0; i < 200 && !pattern.test(await input.inputValue()); ++i)
      await this.page.waitForTimeout(50);
    const value = await input.inputValue();
    if (!pattern.test(value)) throw new Error(`${value} is suggested`);
    return value;
  }

  // Where the cursor is, as the status bar says: "Ln 12, Col 3".
  cursorAt(line) {
    return this.page
      .locator("#status\\.editor\\.selection", { hasText: new RegExp(`Ln ${line},`) })
      .waitFor();
  }

  lineWith(text) {
    return this.page.locator(".editor-instance .view-line", { hasText: text }).first();
  }

  lens(text) {
    return this.page.locator(".codelens-decoration a", { hasText: text }).first();
  }

  // What the panel marks in the text.
  mark() {
    return this.page.locator('.editor-instance .cdr[class*="ced-"]').first();
  }

  async markIsAt(text) {
    const middle = async (locator) => {
      const box = await locator.boundingBox({ timeout: PATIENCE });
      return box.y + box.height / 2;
    };
    for (let i = 0; i < 100; ++i) {
      if (Math.abs((await middle(this.mark())) - (await middle(this.lineWith(text)))) < 5) return;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`the mark is not at ${text}`);
  }

  squiggle(severity) {
    return this.page.locator(`.editor-instance .squiggly-${severity}`).first();
  }

  status(text = /nnscan/) {
    return this.page.locator("#nnscan\\.nnscan\\.nnscan\\.status", { hasText: text });
  }

  statusIcon(name) {
    return this.page.locator(`#nnscan\\.nnscan\\.nnscan\\.status .codicon-${name}`);
  }

  notification(text) {
    return this.page.locator(".notification-toast", { hasText: text }).first();
  }

  // The graph's page: a frame in a frame.
  graph() {
    return this.page
      .locator("iframe.webview.ready")
      .last()
      .contentFrame()
      .locator("#active-frame")
      .contentFrame();
  }

  async reload() {
    const again = this.page.waitForEvent("domcontentloaded", { timeout: 2 * PATIENCE });
    await this.command("Developer: Reload Window");
    await again;
    await this.loaded();
  }
}

// Whether it comes to that before long.
const comes = (locator, state = "visible") =>
  locator.waitFor({ state, timeout: PATIENCE / 12 }).then(
    () => true,
    () => false,
  );

// What speaks for the extension: its files, its page, its name in the extension host.
const isOurs = (text) =>
  /nnscan\.nnscan-|extensionId=nnscan\.nnscan|Content Security Policy/.test(text);

const isLocal = (url) =>
  /^(http:\/\/127\.0\.0\.1:|blob:|data:|https:\/\/[^/]*\.vscode-resource\.vscode-cdn\.net\/)/.test(
    url,
  );

function frameOf(request) {
  try {
    return request.frame().url();
  } catch {
    return ""; // of a worker
  }
}
