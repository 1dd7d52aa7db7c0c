// The extension in VS Code's real extension host, looked at through a browser. See tests/vscode.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { editing } from "./cases/editing.mjs";
import { missing } from "./cases/missing.mjs";
import { panel } from "./cases/panel.mjs";
import { steps } from "./cases/steps.mjs";
import { trust } from "./cases/trust.mjs";
import { Host } from "./host.mjs";
import { root } from "./paths.mjs";
import { Suite } from "./suite.mjs";
import { makeWorkspace, Watched } from "./workspace.mjs";

const { values: options } = parseArgs({
  options: {
    vsix: { type: "string" },
    passed: { type: "string", default: "0" }, // unit tests, for the closing line
    nnscan: { type: "string", default: join(root, "build/nnscan") },
    only: { type: "string", multiple: true }, // parts
    pictures: { type: "string" },
    keep: { type: "boolean", default: false },
    verbose: { type: "boolean", short: "v", default: false },
  },
});
const parts = { editing, panel, missing, trust, steps };
const chosen = (options.only ?? Object.keys(parts)).map((name) => {
  if (parts[name]) return parts[name];
  console.error(`there is no part ${name}: ${Object.keys(parts).join(", ")}`);
  process.exit(2);
});
const LONGEST = 25 * 60_000; // milliseconds for everything

const scratch = mkdtempSync(join(tmpdir(), "vscode-"));
const failures = join(root, "build/vscode-failures");
rmSync(failures, { recursive: true, force: true });
let window; // the one that a failure is a picture of
const suite = new Suite("vscode", {
  verbose: options.verbose,
  passed: Number(options.passed),
  async onFailure(name) {
    if (!window || window.page.isClosed()) return;
    mkdirSync(failures, { recursive: true });
    const picture = join(failures, `${name.replace(/\W+/g, "_")}.png`);
    await window.page.screenshot({ path: picture, timeout: 10_000 });
    console.log(`    what it looked like: ${picture}`);
    // Whatever stands open may not be in the next case's way.
    for (let i = 0; i < 3; ++i) await window.page.keyboard.press("Escape");
  },
});

const nnscan = new Watched(join(scratch, "bin/nnscan"), resolve(options.nnscan));
const folder = makeWorkspace(scratch);
const home = join(scratch, "home");
mkdirSync(home);
const host = new Host(join(scratch, "host"), resolve(options.vsix), {});
const settings = { "security.workspace.trust.enabled": false, "nnscan.path": nnscan.path };
const context = {
  ...{ suite, host, folder, nnscan, scratch, settings, home },
  watch: (editor) => (window = editor),
  // For the documentation, if they are wanted.
  pictures: options.pictures,
  async picture(editor, name, clip) {
    if (!options.pictures) return;
    mkdirSync(options.pictures, { recursive: true });
    await editor.page.screenshot({ path: join(options.pictures, `${name}.png`), clip });
  },
  noErrors: (editor) => assert.deepEqual(editor.errors, []),
};
process.on("exit", () => host.process?.kill("SIGKILL")); // however it ends
const timer = setTimeout(() => {
  console.log(`not done after ${LONGEST / 1000} s\nvscode: 0 passed, 1 failed`);
  process.exit(1);
}, LONGEST);
let status = 1;
try {
  host.configure(settings);
  // Nothing is installed for the user of the host.
  await host.start({ environment: { HOME: home, PATH: "/usr/bin:/bin" } });
  for (const part of chosen) await part(context);
  status = suite.close();
} finally {
  clearTimeout(timer);
  await host.stop();
  if (!options.keep) rmSync(scratch, { recursive: true, force: true });
}
process.exit(status);
