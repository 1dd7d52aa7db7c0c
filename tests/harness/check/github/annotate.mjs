// Prints the annotations that standard input holds, as JSON, the way GitHub's own toolkit has the
// runner make them: https://github.com/actions/toolkit/tree/main/packages/core#annotations
//
//   node annotate.mjs FOLDER    FOLDER is where @actions/core is installed
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const file = path.resolve(process.argv[2], "node_modules/@actions/core/lib/core.js");
const core = await import(pathToFileURL(file));
for (const { level, message, ...properties } of JSON.parse(readFileSync(0, "utf8"))) {
  core[level](message, properties);
}
