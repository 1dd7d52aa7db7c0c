import assert from "node:assert/strict";
import test from "node:test";
import { byteColumn, cursorOf } from "../src/places.ts";

test("columns of the graph count bytes from 1", () => {
  assert.equal(byteColumn("abc", 0), 1);
  assert.equal(byteColumn("abc", 3), 4);
  assert.equal(byteColumn("é = x", 2), 4);
  assert.equal(byteColumn("𝛼 = x", 2), 5); // two UTF-16 units, four bytes
});

test("a cursor has no end, a selection has", () => {
  const lines = ["x = 1", "é = 2"];
  const at = (line: number, character: number) => ({ line, character });
  const text = (line: number) => lines[line];
  assert.deepEqual(cursorOf("file:///m.py", { start: at(1, 1), end: at(1, 1) }, text), {
    uri: "file:///m.py",
    line: 2,
    column: 3,
  });
  assert.deepEqual(cursorOf("file:///m.py", { start: at(0, 4), end: at(1, 5) }, text), {
    uri: "file:///m.py",
    line: 1,
    column: 5,
    end_line: 2,
    end_column: 7,
  });
});
