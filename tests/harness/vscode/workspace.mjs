// Folders to open, and an executable that writes down each time that it is started.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./paths.mjs";

const FILES = {
  // No module: nothing may be started for it.
  "plain.py": "import os\n\nprint(os.name)\n",

  // Shapes that do not fit.
  "broken.py": `import torch
from torch import nn


class Broken(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(8, 16)
        self.second = nn.Linear(32, 4)

    def forward(self, x):
        x = self.first(x)
        return self.second(x)
`,

  // Two models, for a cursor that moves between them. Accents take more bytes than columns.
  "two.py": `import torch
from torch import nn


class Sharpen(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3)

    def forward(self, x):
        """Schärfe."""
        été = self.conv(x); y = torch.relu(été)
        return y


class Soften(nn.Module):
    def __init__(self):
        super().__init__()
        self.pool = nn.AvgPool2d(2)

    def forward(self, x):
        return self.pool(x).sigmoid()
`,
};

// A name with a space and an accent: addresses have to be encoded, and compared all the same.
export function makeWorkspace(scratch, name = "mes modèles") {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(folder, file), text);
  cpSync(join(root, "examples/early_exit.py"), join(folder, "early_exit.py"));
  return folder;
}

// Stands before the executable: each start is a line of `log`.
export class Watched {
  constructor(path, executable) {
    this.path = path;
    this.log = `${path}.log`;
    mkdirSync(dirname(path), { recursive: true });
    const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
    const lines = [
      "#!/bin/sh",
      `echo "$@" >>${quoted(this.log)}`,
      `exec ${quoted(executable)} "$@"`,
    ];
    writeFileSync(path, `${lines.join("\n")}\n`);
    chmodSync(path, 0o755);
  }

  get starts() {
    return existsSync(this.log) ? readFileSync(this.log, "utf8").split("\n").length - 1 : 0;
  }
}

export const lineOf = (folder, file, text) => {
  const lines = readFileSync(join(folder, file), "utf8").split("\n");
  const found = lines.findIndex((line) => line.includes(text));
  if (found < 0) throw new Error(`${file} has no line with ${text}`);
  return found + 1;
};
