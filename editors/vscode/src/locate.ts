// Where the executable is. Pure: what it needs of the machine is handed in.

export interface Machine {
  platform: string; // process.platform
  home: string;
  path: string; // the variable PATH
  isExecutable(file: string): boolean;
}

export interface Wish {
  setting: string; // nnscan.path
  // Where the workspace is. Without trust the folders are not looked into; that `setting` is not
  // theirs then is VS Code's work (restrictedConfigurations in package.json).
  folders: readonly string[];
  trusted: boolean;
}

export type Located = { file: string } | { looked: string[] };

// The first of: the setting, a virtual environment of the workspace, PATH, ~/.local/bin. Where a
// setting is given, nothing else is tried: to run another executable would only confuse.
export function locate(wish: Wish, machine: Machine): Located {
  const candidates = wish.setting.trim()
    ? [expand(wish.setting.trim(), wish, machine)]
    : [...environments(wish, machine), ...onPath(machine), ...ofUser(machine)];
  const file = candidates.find((candidate) => machine.isExecutable(candidate));
  return file === undefined ? { looked: candidates } : { file };
}

const separator = (machine: Machine) => (machine.platform === "win32" ? "\\" : "/");
const name = (machine: Machine) => (machine.platform === "win32" ? "nnscan.exe" : "nnscan");

function isAbsolute(path: string, machine: Machine): boolean {
  return machine.platform === "win32" ? /^([A-Za-z]:)?[\\/]/.test(path) : path.startsWith("/");
}

function expand(setting: string, wish: Wish, machine: Machine): string {
  const folder = wish.folders[0] ?? machine.home;
  const path = setting
    .replace(/^~(?=$|[\\/])/, () => machine.home)
    .replaceAll("${userHome}", () => machine.home)
    .replaceAll("${workspaceFolder}", () => folder);
  // A bare name is looked up on PATH, as a shell does.
  if (!/[\\/]/.test(path)) {
    const found = onPath(machine, path).find((candidate) => machine.isExecutable(candidate));
    return found ?? path;
  }
  return isAbsolute(path, machine) ? path : folder + separator(machine) + path;
}

function environments(wish: Wish, machine: Machine): string[] {
  if (!wish.trusted) return [];
  const slash = separator(machine);
  const bin = machine.platform === "win32" ? "Scripts" : "bin";
  return wish.folders.flatMap((folder) =>
    [".venv", "venv"].map((venv) => [folder, venv, bin, name(machine)].join(slash)),
  );
}

// Where pip, pipx and `cmake --install` put it for one user. An editor that was started from a
// desktop may not have it on PATH.
function ofUser(machine: Machine): string[] {
  return machine.platform === "win32" ? [] : [`${machine.home}/.local/bin/nnscan`];
}

// Relative entries of PATH would be looked up in the workspace: they are left out.
function onPath(machine: Machine, file = name(machine)): string[] {
  return machine.path
    .split(machine.platform === "win32" ? ";" : ":")
    .filter((folder) => isAbsolute(folder, machine))
    .map((folder) => folder.replace(/[\\/]$/, "") + separator(machine) + file);
}
