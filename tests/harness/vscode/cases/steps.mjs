// The three steps of the README, in a home where nothing is installed yet.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Editor } from "../editor.mjs";
import { root } from "../paths.mjs";
import { lineOf } from "../workspace.mjs";

export async function steps({ suite, host, home, settings, watch, noErrors }) {
  await suite.run("three steps from the README to hints", 400, async () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const section = readme.split("## In your editor")[1].split("\n## ")[0];
    // One: what is built already is installed, as the line says.
    const install = /cmake --install \S+ --prefix ~\S+/.exec(section)[0];
    execFileSync("sh", ["-c", install], { cwd: root, env: { ...process.env, HOME: home } });
    // Two: the package is what `make vsix` makes, and the host has it.
    assert.match(section, /`make vsix`, then `code --install-extension build\/nnscan-\*\.vsix`/);
    assert.match(readFileSync(join(root, "Makefile"), "utf8"), /^vsix:\n\ttools\/vsix$/m);
    // Three: the file that it names. No setting says where the executable is.
    const file = /such as `(\S+)`/.exec(section)[1];
    const name = file.split("/").pop();
    assert.ok(existsSync(join(root, file)));
    const { "nnscan.path": _, ...untouched } = settings;
    host.configure(untouched);
    const editor = watch(await Editor.open(host, join(root, file, ".."), []));
    try {
      await editor.openFile(name);
      await editor.moveTo(lineOf(join(root, file, ".."), name, "def forward"));
      await editor.lens("Show graph").waitFor();
      const early = editor.lineWith("self.early_head(x)");
      await early.filter({ hasText: /early\s*:\s*float32\[\w+,\s*10\]/ }).waitFor();
      noErrors(editor);
    } finally {
      host.configure(settings);
      await editor.close();
    }
  });
}
