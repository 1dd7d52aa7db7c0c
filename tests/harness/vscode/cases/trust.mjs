// A workspace that is not trusted names an executable and holds another: neither may run.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Editor } from "../editor.mjs";
import { makeWorkspace, Watched } from "../workspace.mjs";

export async function trust({ suite, host, scratch, settings, nnscan, watch, noErrors }) {
  await suite.run("nothing of a workspace that is not trusted is run", 400, async () => {
    const folder = makeWorkspace(scratch, "of a stranger");
    const named = new Watched(join(folder, "tools/nnscan"), nnscan.path);
    const held = new Watched(join(folder, ".venv/bin/nnscan"), nnscan.path);
    mkdirSync(join(folder, ".vscode"));
    const theirs = { "nnscan.path": "${workspaceFolder}/tools/nnscan" };
    writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify(theirs));
    host.configure({
      ...settings,
      "security.workspace.trust.enabled": true,
      "security.workspace.trust.startupPrompt": "never",
      "security.workspace.trust.untrustedFiles": "open",
    });
    const editor = watch(await Editor.open(host, folder, ["early_exit.py"]));
    try {
      // The user's own executable does the work.
      const before = nnscan.starts;
      await editor.lens("Show graph").waitFor();
      await editor.page.waitForTimeout(1000);
      assert.equal(named.starts + held.starts, 0);
      assert.ok(before <= nnscan.starts && nnscan.starts > 0);
      // Trust makes the workspace's setting count, at once.
      await editor.command("Workspaces: Manage Workspace Trust");
      const agree = editor.page.locator(".workspace-trust-editor .monaco-button", {
        hasText: /^Trust/,
      });
      await agree.first().click();
      for (let i = 0; i < 200 && named.starts === 0; ++i) await editor.page.waitForTimeout(50);
      assert.equal(named.starts, 1);
      assert.equal(held.starts, 0);
      noErrors(editor);
    } finally {
      host.configure(settings);
      await editor.close();
    }
  });
}
