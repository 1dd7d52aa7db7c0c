import assert from "node:assert/strict";
import test from "node:test";
import type { Analysed } from "../src/protocol.ts";
import { escape, statusText } from "../src/status.ts";

const analysed = (...verdicts: Analysed["entries"][number]["verdict"][]): Analysed => ({
  uri: "file:///m.py",
  version: 1,
  whole: true,
  seconds: 0.0123,
  entries: verdicts.map((verdict, i) => ({ entry: `Net${i}(a_b)`, verdict })),
});
const running = { kind: "running", busy: false } as const;

test("the mark is that of the worst verdict", () => {
  assert.match(statusText(running, analysed("exact", "refused")).text, /error/);
  assert.match(statusText(running, analysed("exact", "exact under assumptions")).text, /info/);
  assert.match(statusText(running, analysed("exact", "not analysed")).text, /check/);
  assert.match(statusText(running, analysed("not analysed")).text, /circle-slash/);
  assert.match(statusText({ ...running, busy: true }, analysed("refused")).text, /sync~spin/);
});

test("before anything was analysed no verdict is shown", () => {
  assert.equal(statusText(running, undefined).text, "nnscan");
  assert.equal(statusText(running, analysed()).text, "nnscan");
});

test("the tooltip lists what was analysed, as text", () => {
  const { tooltip } = statusText(running, analysed("exact"));
  assert.match(tooltip, /Net0\\\(a\\_b\\\): exact/);
  assert.match(tooltip, /12 ms/);
  const many = statusText(running, analysed(...Array<"exact">(25).fill("exact"))).tooltip;
  assert.match(many, /and 5 more/);
});

test("a click leads to the output, or to the instructions where nothing is installed", () => {
  assert.equal(statusText(running, undefined).command, "nnscan.showOutput");
  assert.equal(
    statusText({ kind: "failed", message: "x" }, undefined).command,
    "nnscan.showOutput",
  );
  const missing = statusText({ kind: "missing", looked: [] }, undefined);
  assert.equal(missing.command, "nnscan.showInstructions");
  assert.equal(missing.level, "warning");
});

test("what a server says is not markup", () => {
  assert.equal(escape("[a](b) $(x) <b>"), "\\[a\\]\\(b\\) \\$\\(x\\) \\<b\\>");
});
