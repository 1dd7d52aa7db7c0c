// Bundles the extension into dist/: what the package holds besides its texts.
//
// usage: node build.mjs --graph FOLDER [--development]   FOLDER: what editors/graph/build.mjs wrote
//        node build.mjs --tests                          the unit tests, into dist-tests/
import { Resvg } from "@resvg/resvg-js";
import { build } from "esbuild";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    graph: { type: "string", default: join(here, "../graph/dist") },
    development: { type: "boolean", default: false },
    tests: { type: "boolean", default: false },
  },
});
const common = {
  absWorkingDir: here,
  bundle: true,
  charset: "utf8",
  logLevel: "warning",
  minify: !options.development && !options.tests,
  sourcemap: options.development ? "linked" : false,
};

if (options.tests) await bundleTests();
else await bundleExtension();

async function bundleTests() {
  rmSync(join(here, "dist-tests"), { recursive: true, force: true });
  const files = readdirSync(join(here, "tests")).filter((file) => file.endsWith(".test.ts"));
  await build({
    ...common,
    entryPoints: files.map((file) => join("tests", file)),
    outdir: "dist-tests",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    platform: "node",
    target: "node18",
  });
}

async function bundleExtension() {
  const dist = join(here, "dist");
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  const extension = await build({
    ...common,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    format: "cjs",
    platform: "node",
    target: "node18",
    external: ["vscode"],
    metafile: true,
  });
  writeFileSync(join(dist, "third-party.txt"), notices(Object.keys(extension.metafile.inputs)));
  await build({
    ...common,
    entryPoints: { panel: "src/webview.ts" },
    outdir: "dist",
    format: "iife",
    target: "es2022",
  });
  copyFileSync(join(here, "src/panel.css"), join(dist, "panel.css"));
  for (const file of ["graph.js", "graph.css"])
    copyFileSync(join(resolve(options.graph), file), join(dist, file));
  const svg = readFileSync(join(here, "media/icon.svg"), "utf8");
  const icon = new Resvg(svg, { fitTo: { mode: "width", value: 256 } }).render();
  writeFileSync(join(dist, "icon.png"), icon.asPng());
  const pages = join(here, "../../docs/diagnostics");
  cpSync(pages, join(dist, "diagnostics"), {
    recursive: true,
    filter: (file) => !file.endsWith("README.md"),
  });
}

// The licences of the packages that a bundle holds. (What graph.js holds, it says itself.)
function notices(inputs) {
  const packages = new Set(
    inputs.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
  );
  return [...packages]
    .sort()
    .map((folder) => {
      const { name, version } = JSON.parse(
        readFileSync(join(here, folder, "package.json"), "utf8"),
      );
      const files = readdirSync(join(here, folder)).filter((file) => /^licen[cs]e/i.test(file));
      if (files.length === 0) throw new Error(`${name} has no licence file`);
      const texts = files.map((file) => readFileSync(join(here, folder, file), "utf8").trim());
      return [`${name} ${version}`, ...texts].join("\n\n");
    })
    .join(`\n\n${"-".repeat(80)}\n\n`);
}
