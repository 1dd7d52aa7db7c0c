#!/usr/bin/env node
// How smoothly the page of `nnscan view` moves: 5,000 boxes, all open, in Chromium without a GPU.
//
//   bench/view.mjs [--write]    --write puts the figures into docs/view.md
//
// Needs `tools/setup test` and a build. Each step moves or zooms by a little, draws, and waits until the
// pixels are there; what is counted is that time, and how long a frame took in all. The longest task is
// the most processor time that the page's own thread took in one piece while all was opened.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tasksOf } from "../tests/harness/view/tasks.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { chromium } = createRequire(join(root, "build/clients/node_modules/x.js"))(
  "playwright-core",
);
const STEPS = 150;
const MODELS = [
  ["Nested", [], "modules in modules, all different"],
  ["Flat", ["--max-unroll", "2000"], "no modules"],
];

// In the page: one pass over the drawing; the milliseconds of each step.
async function pass({ kind, steps }) {
  const { stage } = nnscanView;
  const { camera } = stage;
  const { width, height } = stage.scene.root;
  const whole = Math.min(camera.width / width, camera.height / height);
  const context = stage.canvas.getContext("2d");
  const draws = [];
  const frames = [];
  let last = 0;
  for (let i = 0; i < steps; ++i) {
    const time = await new Promise((done) => requestAnimationFrame(done));
    if (last) frames.push(time - last);
    last = time;
    const part = i / (steps - 1);
    if (kind === "zoom") camera.goTo(width / 2, height * 0.37, whole * (1 / whole) ** part, true);
    else camera.goTo(width / 2, height * part, kind === "pan" ? 1 : 0.12, true);
    const begin = performance.now();
    stage.draw(begin);
    context.getImageData(0, 0, 1, 1); // waits for the pixels
    draws.push(performance.now() - begin);
  }
  return { draws, frames };
}

const at = (list, part) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];
const text = (value) => value.toFixed(1);

const folder = mkdtempSync(join(tmpdir(), "nnscan-bench-"));
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const rows = [
  "| graph | boxes | opened in s | longest task in ms | movement | drawn in ms: median, 99 % | frame in ms: median, 99 % |",
  "|---|---|---|---|---|---|---|",
];
try {
  for (const [name, more, what] of MODELS) {
    const page_file = join(folder, `${name}.html`);
    execFileSync(join(root, "build/nnscan"), [
      "view",
      join(root, "tests/harness/view/models/large.py"),
      "--class",
      name,
      "--input",
      "x:float32[N,8]",
      ...more,
      "-o",
      page_file,
    ]);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(600_000);
    await page.addInitScript(() => {
      window.drawn = 0;
      document.addEventListener(
        "nnscan-drawn",
        (event) => Object.assign(window, { drawn: window.drawn + 1, boxes: event.detail.boxes }),
        true,
      );
    });
    await page.goto(`file://${page_file}`);
    const drawn = (count) => page.waitForFunction((count) => window.drawn >= count, count);
    await drawn(1);
    const begin = Date.now();
    const [longest] = await tasksOf(page, async () => {
      let count = 1;
      for (const key of ["3", "o", "o"]) {
        await page.locator(".stage").press(key);
        await drawn(++count);
      }
    });
    const seconds = (Date.now() - begin) / 1000;
    const boxes = await page.evaluate(() => window.boxes);
    for (const [kind, movement] of [
      ["pan", "down at full size"],
      ["far", "down, 1 : 8"],
      ["zoom", "from all of it to full size"],
    ]) {
      const { draws, frames } = await page.evaluate(pass, { kind, steps: STEPS });
      const of = (list) => `${text(at(list, 0.5))}, ${text(at(list, 0.99))}`;
      rows.push(
        `| ${what} | ${boxes.toLocaleString("en")} | ${text(seconds)} | ${text(longest)} | ${movement} | ${of(draws)} | ${of(frames)} |`,
      );
    }
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
console.log(rows.join("\n"));
if (process.argv.includes("--write")) {
  const path = join(root, "docs/view.md");
  const page = readFileSync(path, "utf8");
  const marked = /(<!-- bench\/view -->\n)[\s\S]*?(\n<!-- end -->)/;
  if (!marked.test(page)) throw new Error(`${path} has no place for the figures`);
  writeFileSync(
    path,
    page.replace(marked, (_, before, after) => `${before}\n${rows.join("\n")}\n${after}`),
  );
}
