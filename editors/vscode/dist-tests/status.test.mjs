// tests/status.test.ts
import assert from "node:assert/strict";
import test from "node:test";

// src/status.ts
var MARK = {
  exact: "$(check)",
  "exact under assumptions": "$(info)",
  refused: "$(error)",
  "not analysed": "$(circle-slash)"
};
function statusText(state, analysed2) {
  const output = "nnscan.showOutput";
  switch (state.kind) {
    case "off":
      return { text: "nnscan", tooltip: "Not started", level: "normal", command: output };
    case "starting":
      return { text: "$(sync~spin) nnscan", tooltip: "Starting", level: "normal", command: output };
    case "missing":
      return {
        text: "$(warning) nnscan",
        tooltip: "The executable `nnscan` was not found. Click to read how to install it.",
        level: "warning",
        command: "nnscan.showInstructions"
      };
    case "failed":
      return {
        text: "$(error) nnscan",
        tooltip: `${escape(state.message)}

Click for the output.`,
        level: "error",
        command: output
      };
    case "running":
      return {
        text: `${state.busy ? "$(sync~spin)" : worst(analysed2)} nnscan`.trim(),
        tooltip: [
          ...state.busy ? ["Analysing"] : [],
          ...state.message ? [escape(state.message)] : [],
          ...analysed2 ? verdicts(analysed2) : [],
          "Click for the output."
        ].join("\n\n"),
        level: "normal",
        command: output
      };
  }
}
function worst(analysed2) {
  const found = new Set(analysed2?.entries.map((entry) => entry.verdict));
  const order = ["refused", "exact under assumptions", "exact", "not analysed"];
  const verdict = order.find((candidate) => found.has(candidate));
  return verdict ? MARK[verdict] : "";
}
function verdicts(analysed2) {
  const lines = analysed2.entries.slice(0, 20).map((entry) => `${MARK[entry.verdict]} ${escape(entry.entry)}: ${entry.verdict}`);
  const more = analysed2.entries.length - lines.length;
  return [
    ...lines,
    ...more > 0 ? [`and ${more} more`] : [],
    `${Math.round(analysed2.seconds * 1e3)} ms`
  ];
}
function escape(text) {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, "\\$&");
}

// tests/status.test.ts
var analysed = (...verdicts2) => ({
  uri: "file:///m.py",
  version: 1,
  whole: true,
  seconds: 0.0123,
  entries: verdicts2.map((verdict, i) => ({ entry: `Net${i}(a_b)`, verdict }))
});
var running = { kind: "running", busy: false };
test("the mark is that of the worst verdict", () => {
  assert.match(statusText(running, analysed("exact", "refused")).text, /error/);
  assert.match(statusText(running, analysed("exact", "exact under assumptions")).text, /info/);
  assert.match(statusText(running, analysed("exact", "not analysed")).text, /check/);
  assert.match(statusText(running, analysed("not analysed")).text, /circle-slash/);
  assert.match(statusText({ ...running, busy: true }, analysed("refused")).text, /sync~spin/);
});
test("before anything was analysed no verdict is shown", () => {
  assert.equal(statusText(running, void 0).text, "nnscan");
  assert.equal(statusText(running, analysed()).text, "nnscan");
});
test("the tooltip lists what was analysed, as text", () => {
  const { tooltip } = statusText(running, analysed("exact"));
  assert.match(tooltip, /Net0\\\(a\\_b\\\): exact/);
  assert.match(tooltip, /12 ms/);
  const many = statusText(running, analysed(...Array(25).fill("exact"))).tooltip;
  assert.match(many, /and 5 more/);
});
test("a click leads to the output, or to the instructions where nothing is installed", () => {
  assert.equal(statusText(running, void 0).command, "nnscan.showOutput");
  assert.equal(statusText({ kind: "failed", message: "x" }, void 0).command, "nnscan.showOutput");
  const missing = statusText({ kind: "missing", looked: [] }, void 0);
  assert.equal(missing.command, "nnscan.showInstructions");
  assert.equal(missing.level, "warning");
});
test("what a server says is not markup", () => {
  assert.equal(escape("[a](b) $(x) <b>"), "\\[a\\]\\(b\\) \\$\\(x\\) \\<b\\>");
});
