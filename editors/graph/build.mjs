// Bundles the view: OUT/graph.js and OUT/graph.css for editors, OUT/page.html for the executable.
//
// usage: node build.mjs [OUT]    (default: dist beside this file)
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "dist"));
const require = createRequire(import.meta.url);

// The layout engine is 1.6 MB of text; packed it is 0.5. It is unpacked when the worker starts.
const packedWorker = {
  name: "packed-worker",
  setup(hooks) {
    hooks.onResolve({ filter: /^packed:elk$/ }, (found) => ({
      path: found.path,
      namespace: "packed",
    }));
    hooks.onLoad({ filter: /.*/, namespace: "packed" }, () => {
      const worker = readFileSync(require.resolve("elkjs/lib/elk-worker.min.js"));
      const text = gzipSync(worker, { level: 9 }).toString("base64");
      return { contents: `export default ${JSON.stringify(text)};`, loader: "js" };
    });
  },
};

const common = {
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022", "chrome100", "firefox113", "safari16.4"],
  charset: "ascii",
  legalComments: "inline",
  write: false,
  absWorkingDir: here,
  plugins: [packedWorker],
  logLevel: "warning",
};
const banner =
  "/* nnscan, Apache-2.0. Contains elkjs (Eclipse Layout Kernel), EPL-2.0: https://github.com/kieler/elkjs */";

async function bundled(entry, options = {}) {
  const result = await build({ ...common, ...options, entryPoints: [entry] });
  return result.outputFiles[0].text;
}

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const library = await bundled("src/index.ts", {
  globalName: "nnscanGraph",
  banner: { js: banner },
});
const style = await bundled("src/style.css");
const script = (await bundled("src/page.ts", { banner: { js: banner } })).replaceAll(
  "</script",
  "<\\/script",
);

const policy = [
  "default-src 'none'",
  `script-src ${hash(script)}`,
  `style-src ${hash(style)}`,
  "img-src blob: data:",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const page = readFileSync(join(here, "src/page.html"), "utf8")
  .replace("@POLICY@", () => policy)
  .replace("@STYLE@", () => style)
  .replace("@SCRIPT@", () => script);

mkdirSync(out, { recursive: true });
writeFileSync(join(out, "graph.js"), library);
writeFileSync(join(out, "graph.css"), style);
writeFileSync(join(out, "page.html"), page);
