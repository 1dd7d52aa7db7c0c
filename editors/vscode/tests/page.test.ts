import assert from "node:assert/strict";
import test from "node:test";
import { page, policy } from "../src/page.ts";

const parts = {
  nonce: "n0nce",
  source: "https://file.example",
  scripts: ["graph.js", 'a"><script>.js'],
  styles: ["graph.css"],
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
  for (const script of scripts)
    assert.match(script, /^<script nonce="n0nce" src="[^"]*"><\/script>$/);
  assert.doesNotMatch(text, /\son\w+=|\sstyle=/);
});
