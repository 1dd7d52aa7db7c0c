// tests/debounce.test.ts
import assert from "node:assert/strict";
import test from "node:test";

// src/debounce.ts
function debounce(milliseconds, work) {
  let timer;
  const call = (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...args), milliseconds);
  };
  return Object.assign(call, { cancel: () => clearTimeout(timer) });
}

// tests/debounce.test.ts
test("only the last of many calls is made, after the pause", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const made = [];
  const call = debounce(50, (value) => made.push(value));
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
