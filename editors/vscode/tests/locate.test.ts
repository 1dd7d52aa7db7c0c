import assert from "node:assert/strict";
import test from "node:test";
import { locate, type Machine, type Wish } from "../src/locate.ts";

function machine(files: string[], more: Partial<Machine> = {}): Machine {
  return {
    platform: "linux",
    home: "/home/ada",
    path: "/usr/local/bin:/usr/bin/",
    isExecutable: (file) => files.includes(file),
    ...more,
  };
}
const wish: Wish = { setting: "", folders: ["/w"], trusted: true };

test("the setting comes first, and nothing stands in for it", () => {
  const here = machine(["/opt/nnscan", "/usr/bin/nnscan"]);
  assert.deepEqual(locate({ ...wish, setting: "/opt/nnscan" }, here), { file: "/opt/nnscan" });
  assert.deepEqual(locate({ ...wish, setting: "/gone" }, here), { looked: ["/gone"] });
});

test("a setting may name the home folder, the workspace's, a relative path, or a bare name", () => {
  const here = machine(["/home/ada/bin/nnscan", "/w/build/nnscan", "/usr/bin/nn"]);
  for (const setting of ["~/bin/nnscan", "${userHome}/bin/nnscan"])
    assert.deepEqual(locate({ ...wish, setting }, here), { file: "/home/ada/bin/nnscan" });
  for (const setting of ["${workspaceFolder}/build/nnscan", "build/nnscan"])
    assert.deepEqual(locate({ ...wish, setting }, here), { file: "/w/build/nnscan" });
  assert.deepEqual(locate({ ...wish, setting: "nn" }, here), { file: "/usr/bin/nn" });
  const odd = { ...wish, folders: ["/w/$&"], setting: "${workspaceFolder}/n" };
  assert.deepEqual(locate(odd, machine(["/w/$&/n"])), { file: "/w/$&/n" });
});

test("the workspace's environment comes before PATH", () => {
  const here = machine(["/w/.venv/bin/nnscan", "/usr/bin/nnscan"]);
  assert.deepEqual(locate(wish, here), { file: "/w/.venv/bin/nnscan" });
});

test("nothing of a workspace that is not trusted is run", () => {
  const here = machine(["/w/.venv/bin/nnscan", "/w/nnscan"], { path: ".:/w/:bin" });
  assert.deepEqual(locate({ ...wish, trusted: false }, machine(["/usr/bin/nnscan"])), {
    file: "/usr/bin/nnscan",
  });
  const found = locate({ ...wish, trusted: false }, { ...here, path: ".:bin:/usr/bin" });
  assert.deepEqual(found, { looked: ["/usr/bin/nnscan", "/home/ada/.local/bin/nnscan"] });
});

test("relative entries of PATH are left out", () => {
  const found = locate({ ...wish, folders: [] }, machine([], { path: ".::bin:/usr/bin" }));
  assert.deepEqual(found, { looked: ["/usr/bin/nnscan", "/home/ada/.local/bin/nnscan"] });
});

test("the user's own folder comes last", () => {
  const own = "/home/ada/.local/bin/nnscan";
  assert.deepEqual(locate(wish, machine([own])), { file: own });
  assert.deepEqual(locate(wish, machine([own, "/usr/bin/nnscan"])), { file: "/usr/bin/nnscan" });
});

test("Windows", () => {
  const here = machine(["C:\\w\\.venv\\Scripts\\nnscan.exe", "D:\\tools\\nnscan.exe"], {
    platform: "win32",
    home: "C:\\Users\\ada",
    path: "C:\\Windows;D:\\tools\\;.",
  });
  const folders = ["C:\\w"];
  assert.deepEqual(locate({ ...wish, folders }, here), {
    file: "C:\\w\\.venv\\Scripts\\nnscan.exe",
  });
  assert.deepEqual(locate({ ...wish, folders, trusted: false }, here), {
    file: "D:\\tools\\nnscan.exe",
  });
});
