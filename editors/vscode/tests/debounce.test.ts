import assert from "node:assert/strict";
import test from "node:test";
import { debounce } from "../src/debounce.ts";

test("only the last of many calls is made, after the pause", (t) => {
  const timers = new Map<number, () => void>();
  let made = 0;
  t.mock.method(globalThis, "setTimeout", (work: () => void, pause: number) => {
    assert.equal(pause, 50);
    timers.set(++made, work);
    return made;
  });
  t.mock.method(globalThis, "clearTimeout", (timer: number) => timers.delete(timer));
  const elapse = () => {
    const due = [...timers.values()];
    timers.clear();
    due.forEach((work) => work());
  };

  const calls: number[] = [];
  const call = debounce(50, (value: number) => calls.push(value));
  call(1);
  call(2);
  assert.deepEqual(calls, []);
  elapse();
  assert.deepEqual(calls, [2]);
  call(3);
  call.cancel();
  elapse();
  assert.deepEqual(calls, [2]);
});
