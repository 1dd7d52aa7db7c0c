// tests/places.test.ts
import assert from "node:assert/strict";
import test from "node:test";

// src/places.ts
var bytes = new TextEncoder();
function byteColumn(line, character) {
  return bytes.encode(line.slice(0, character)).length + 1;
}
function cursorOf(uri, range, line) {
  const { start, end } = range;
  const cursor = {
    uri,
    line: start.line + 1,
    column: byteColumn(line(start.line), start.character)
  };
  if (start.line === end.line && start.character === end.character) return cursor;
  cursor.end_line = end.line + 1;
  cursor.end_column = byteColumn(line(end.line), end.character);
  return cursor;
}

// tests/places.test.ts
test("columns of the graph count bytes from 1", () => {
  assert.equal(byteColumn("abc", 0), 1);
  assert.equal(byteColumn("abc", 3), 4);
  assert.equal(byteColumn("é = x", 2), 4);
  assert.equal(byteColumn("𝛼 = x", 2), 5);
});
test("a cursor has no end, a selection has", () => {
  const lines = ["x = 1", "é = 2"];
  const at = (line, character) => ({ line, character });
  const text = (line) => lines[line];
  assert.deepEqual(cursorOf("file:///m.py", { start: at(1, 1), end: at(1, 1) }, text), {
    uri: "file:///m.py",
    line: 2,
    column: 3
  });
  assert.deepEqual(cursorOf("file:///m.py", { start: at(0, 4), end: at(1, 5) }, text), {
    uri: "file:///m.py",
    line: 1,
    column: 5,
    end_line: 2,
    end_column: 7
  });
});
