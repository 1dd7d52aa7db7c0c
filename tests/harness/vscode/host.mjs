// VS Code's own server with the packaged extension in it, and a browser that looks at it.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { clients, root } from "./paths.mjs";

const { chromium } = createRequire(join(clients, "package.json"))("playwright-core");
const main = join(clients, "node_modules/code-server/lib/vscode/out/server-main.js");

const QUIET = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "window.commandCenter": false,
  "window.confirmBeforeClose": "never",
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "editor.minimap.enabled": false,
  "editor.accessibilitySupport": "off",
  "files.simpleDialog.enable": true,
};

// A host of its own below `folder`, with `vsix` installed. `settings` are the user's.
export class Host {
  constructor(folder, vsix, settings) {
    this.folder = folder;
    this.common = [
      ...["--server-data-dir", join(folder, "server"), "--user-data-dir", join(folder, "user")],
      ...["--extensions-dir", join(folder, "extensions"), "--accept-server-license-terms"],
    ];
    this.configure(settings);
    execFileSync(process.execPath, [main, ...this.common, "--install-extension", vsix], {
      stdio: "pipe",
      timeout: 180_000,
    });
  }

  // Written for the user of the browser and for the machine: which of them counts is the setting's
  // own affair.
  configure(settings) {
    for (const scope of ["User", "Machine"]) {
      const place = join(this.folder, "user", scope);
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, "settings.json"), JSON.stringify({ ...QUIET, ...settings }));
    }
  }

  async start({ environment = {} } = {}) {
    const options = [...this.common, "--host", "127.0.0.1", "--port", "0"];
    this.process = spawn(process.execPath, [main, ...options, "--without-connection-token"], {
      cwd: root,
      env: { ...process.env, ...environment, VSCODE_CLI: undefined },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.log = "";
    this.port = await new Promise((found, failed) => {
      const timer = setTimeout(() => failed(new Error(`no host:\n${this.log}`)), 180_000);
      const read = (chunk) => {
        this.log += chunk;
        const port = /Extension host agent listening on (\d+)/.exec(this.log)?.[1];
        if (!port) return;
        clearTimeout(timer);
        found(Number(port));
      };
      this.process.stdout.on("data", read);
      this.process.stderr.on("data", read);
      this.process.once("exit", (code) =>
        failed(new Error(`the host ended: ${code}\n${this.log}`)),
      );
    });
    this.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    });
  }

  // The address that opens a folder.
  address(folder) {
    return `http://127.0.0.1:${this.port}/?${new URLSearchParams({ folder })}`;
  }

  async stop() {
    await this.browser?.close();
    if (!this.process || this.process.exitCode !== null) return;
    const ended = new Promise((done) => this.process.once("exit", done));
    this.process.kill("SIGTERM");
    const timer = setTimeout(() => this.process.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(timer);
  }
}
