// Without an executable: what is said, and what helps.
import assert from "node:assert/strict";
import { join } from "node:path";
import { Editor } from "../editor.mjs";

export async function missing({ suite, host, folder, scratch, settings, nnscan, watch, noErrors }) {
  await suite.run("a missing executable is named, with instructions", 400, async () => {
    const gone = join(scratch, "gone/nnscan");
    host.configure({ ...settings, "nnscan.path": gone });
    const editor = watch(await Editor.open(host, folder, ["early_exit.py"]));
    try {
      const message = editor.notification(`there is no executable ${gone}`);
      await message.waitFor();
      await editor.statusIcon("warning").waitFor();
      await message.locator(".monaco-button", { hasText: "How to Install" }).click();
      await editor.graph().locator("h2", { hasText: "How to install" }).waitFor();
      assert.equal(await editor.lens("Show graph").count(), 0);
      // Installed meanwhile: the setting alone brings it to life.
      host.configure({ ...settings, "nnscan.path": nnscan.path });
      await editor.openFile("early_exit.py");
      await editor.lens("Show graph").waitFor();
      noErrors(editor);
    } finally {
      host.configure(settings);
      await editor.close();
    }
  });
}
