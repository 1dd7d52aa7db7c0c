// package.json, the README and the code speak of the same commands and settings.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const readme = readFileSync("README.md", "utf8");
const source = readdirSync("src")
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(`src/${file}`, "utf8"))
  .join("\n");
const settings = manifest.contributes.configuration.properties as Record<
  string,
  { default: unknown; scope: string; markdownDescription: string }
>;
const commands: { command: string; title: string }[] = manifest.contributes.commands;

test("each setting is documented, and the README has its default", () => {
  for (const [name, setting] of Object.entries(settings)) {
    assert.ok(setting.markdownDescription, name);
    assert.ok(setting.scope, name);
    const row = `| \`${name}\` | \`${JSON.stringify(setting.default)}\` |`;
    assert.ok(readme.includes(row), `the README lacks ${row}`);
  }
});

test("each command is registered and in the README", () => {
  for (const { command, title } of commands) {
    assert.ok(source.includes(`command("${command}"`), command);
    assert.ok(readme.includes(`| nnscan: ${title} |`), title);
  }
});

test("a workspace that is not trusted cannot name what is run", () => {
  const trust = manifest.capabilities.untrustedWorkspaces;
  assert.equal(trust.supported, "limited");
  const dangerous = Object.keys(settings).filter((name) =>
    /path|command|executable|env/i.test(name),
  );
  assert.deepEqual(dangerous, ["nnscan.path"]);
  for (const name of dangerous) assert.ok(trust.restrictedConfigurations.includes(name));
});

test("nothing is sent anywhere", () => {
  assert.doesNotMatch(
    source,
    /\bfetch\(|XMLHttpRequest|WebSocket|node:https?|TelemetryLogger|node:net/,
  );
});
