// tests/locate.test.ts
import assert from "node:assert/strict";
import test from "node:test";

// src/locate.ts
function locate(wish2, machine2) {
  const candidates = wish2.setting.trim() ? [expand(wish2.setting.trim(), wish2, machine2)] : [...environments(wish2, machine2), ...onPath(machine2)];
  const file = candidates.find((candidate) => machine2.isExecutable(candidate));
  return file === void 0 ? { looked: candidates } : { file };
}
var separator = (machine2) => machine2.platform === "win32" ? "\\" : "/";
var name = (machine2) => machine2.platform === "win32" ? "nnscan.exe" : "nnscan";
function isAbsolute(path, machine2) {
  return machine2.platform === "win32" ? /^([A-Za-z]:)?[\\/]/.test(path) : path.startsWith("/");
}
function expand(setting, wish2, machine2) {
  const folder = wish2.folders[0] ?? machine2.home;
  const path = setting.replace(/^~(?=$|[\\/])/, () => machine2.home).replaceAll("${userHome}", () => machine2.home).replaceAll("${workspaceFolder}", () => folder);
  if (!/[\\/]/.test(path)) {
    const found = onPath(machine2, path).find((candidate) => machine2.isExecutable(candidate));
    return found ?? path;
  }
  return isAbsolute(path, machine2) ? path : folder + separator(machine2) + path;
}
function environments(wish2, machine2) {
  if (!wish2.trusted) return [];
  const slash = separator(machine2);
  const bin = machine2.platform === "win32" ? "Scripts" : "bin";
  return wish2.folders.flatMap(
    (folder) => [".venv", "venv"].map((venv) => [folder, venv, bin, name(machine2)].join(slash))
  );
}
function onPath(machine2, file = name(machine2)) {
  return machine2.path.split(machine2.platform === "win32" ? ";" : ":").filter((folder) => isAbsolute(folder, machine2)).map((folder) => folder.replace(/[\\/]$/, "") + separator(machine2) + file);
}

// tests/locate.test.ts
function machine(files, more = {}) {
  return {
    platform: "linux",
    home: "/home/ada",
    path: "/usr/local/bin:/usr/bin/",
    isExecutable: (file) => files.includes(file),
    ...more
  };
}
var wish = { setting: "", folders: ["/w"], trusted: true };
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
    file: "/usr/bin/nnscan"
  });
  const found = locate({ ...wish, trusted: false }, { ...here, path: ".:bin:/usr/bin" });
  assert.deepEqual(found, { looked: ["/usr/bin/nnscan"] });
});
test("relative entries of PATH are left out", () => {
  const found = locate({ ...wish, folders: [] }, machine([], { path: ".::bin:/usr/bin" }));
  assert.deepEqual(found, { looked: ["/usr/bin/nnscan"] });
});
test("Windows", () => {
  const here = machine(["C:\\w\\.venv\\Scripts\\nnscan.exe", "D:\\tools\\nnscan.exe"], {
    platform: "win32",
    home: "C:\\Users\\ada",
    path: "C:\\Windows;D:\\tools\\;."
  });
  const folders = ["C:\\w"];
  assert.deepEqual(locate({ ...wish, folders }, here), {
    file: "C:\\w\\.venv\\Scripts\\nnscan.exe"
  });
  assert.deepEqual(locate({ ...wish, folders, trusted: false }, here), {
    file: "D:\\tools\\nnscan.exe"
  });
});
