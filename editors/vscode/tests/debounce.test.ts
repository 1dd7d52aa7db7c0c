import assert from "node:assert/strict";
import test from "node:test";
import { debounce } from "../src/debounce.ts";

test("only the last of many calls is made, after the pause", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const made: number[] = [];
  const call = debounce(50, (value: number) => made.push(value));
  call(1);
  t.mock.timers.tick(49);
  call(2);
  t.mock.timers.tick(49);
  assert.deepEqual(made, []);
  t.mock.timers.tick(1);
  assert.deepEqual(made, [2]);
  call(3);
  call.cancel();
  t.mock.timers.tick(100);
  assert.deepEqual(made, [2]);
});
