// Places as editors count (from 0, in UTF-16) and as the graph counts (from 1, columns in bytes).
import type { Cursor } from "../../graph/src/host.ts";
import type { Range } from "./protocol.ts";

const bytes = new TextEncoder();

export function byteColumn(line: string, character: number): number {
  return bytes.encode(line.slice(0, character)).length + 1;
}

// `line`: the text of a line, by its number from 0.
export function cursorOf(uri: string, range: Range, line: (number: number) => string): Cursor {
  const { start, end } = range;
  const cursor: Cursor = {
    uri,
    line: start.line + 1,
    column: byteColumn(line(start.line), start.character),
  };
  if (start.line === end.line && start.character === end.character) return cursor;
  cursor.end_line = end.line + 1;
  cursor.end_column = byteColumn(line(end.line), end.character);
  return cursor;
}
