// tests/page.test.ts
import assert from "node:assert/strict";
import test from "node:test";

// src/page.ts
function policy(parts2) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${parts2.nonce}'`,
    `style-src ${parts2.source}`,
    "img-src blob: data:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
}
function page(parts2) {
  const styles = parts2.styles.map((href) => `<link rel="stylesheet" href="${attribute(href)}">`);
  const scripts = parts2.scripts.map(
    (src) => `<script nonce="${attribute(parts2.nonce)}" src="${attribute(src)}"></script>`
  );
  return [
    "<!DOCTYPE html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${attribute(policy(parts2))}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<title>nnscan</title>",
    ...styles,
    "</head>",
    "<body>",
    '<div id="message" role="status" hidden></div>',
    '<div id="entries" hidden><label for="entry">Model</label><select id="entry"></select></div>',
    '<div id="graph"></div>',
    ...scripts,
    "</body>",
    "</html>"
  ].join("\n");
}
function attribute(text) {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}

// tests/page.test.ts
var parts = {
  nonce: "n0nce",
  source: "https://file.example",
  scripts: ["graph.js", 'a"><script>.js'],
  styles: ["graph.css"]
};
test("the policy lets nothing in but scripts by nonce and the package's styles", () => {
  const rules = policy(parts).split("; ");
  assert.ok(rules.includes("default-src 'none'"));
  assert.ok(rules.includes("script-src 'nonce-n0nce'"));
  assert.ok(rules.includes("style-src https://file.example"));
  assert.ok(!policy(parts).includes("unsafe"));
  assert.ok(!/connect-src|frame-src/.test(policy(parts)));
});
test("each script has the nonce, none is in line, and no attribute holds a style or code", () => {
  const text = page(parts);
  const scripts = text.match(/<script[^>]*>[^]*?<\/script>/g) ?? [];
  assert.equal(scripts.length, 2);
  for (const script of scripts) assert.match(script, /^<script nonce="n0nce" src="[^"]*"><\/script>$/);
  assert.doesNotMatch(text, /\son\w+=|\sstyle=/);
});
