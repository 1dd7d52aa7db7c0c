// The language server's process and the client that talks to it: found, started when it is first
// needed, started again on request.
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import * as vscode from "vscode";
import { CloseAction, ErrorAction, LanguageClient, State } from "vscode-languageclient/node";
import type {
  CancellationToken,
  ErrorHandler,
  LanguageClientOptions,
  MessageSignature,
  ServerOptions,
} from "vscode-languageclient/node";
import { locate } from "./locate.ts";
import type { Analysed, ServerStatus } from "./protocol.ts";

export type ServerState =
  | { kind: "off" }
  | { kind: "missing"; looked: string[] }
  | { kind: "starting" }
  | { kind: "running"; busy: boolean; message?: string }
  | { kind: "failed"; message: string };

// Commands of lenses that this extension runs itself: it has a panel, and asks where to write to.
const OURS = ["nnscan.showGraph", "nnscan.exportOnnx"];

// A server that ends is started again, unless it keeps ending.
const MOST_ENDS = 4;
const ENDS_WITHIN = 3 * 60 * 1000; // milliseconds

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function located() {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath);
  const setting = vscode.workspace.getConfiguration("nnscan").get<string>("path", "");
  return locate(
    { setting, folders, trusted: vscode.workspace.isTrusted },
    {
      platform: process.platform,
      home: homedir(),
      path: process.env.PATH ?? process.env.Path ?? "",
      isExecutable,
    },
  );
}

// A request that fails is for the log, not for a message on the screen; and one to a server that is
// being stopped is no failure.
class QuietClient extends LanguageClient {
  override handleFailedRequest<T>(
    type: MessageSignature,
    token: CancellationToken | undefined,
    error: unknown,
    otherwise: T,
    _show?: boolean,
    throwOnCancel?: boolean,
  ): T {
    if (this.state !== State.Running) return otherwise;
    return super.handleFailedRequest(type, token, error, otherwise, false, throwOnCancel);
  }
}

export class Server implements vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<ServerState>();
  private readonly analyses = new vscode.EventEmitter<Analysed>();
  readonly onChange = this.changes.event;
  readonly onAnalysed = this.analyses.event;
  state: ServerState = { kind: "off" };
  private client: LanguageClient | undefined;
  private file: string | undefined; // the executable that `client` runs
  // Starts and stops happen one after the other.
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly output: vscode.LogOutputChannel,
    private readonly trace: vscode.LogOutputChannel,
  ) {}

  // Starts the server if it is not running. False, where it cannot be; `state` says why.
  start(): Promise<boolean> {
    return this.enqueue(() => this.startNow());
  }

  restart(): Promise<boolean> {
    return this.enqueue(async () => {
      await this.stopNow();
      return this.startNow();
    });
  }

  // After a change of settings, folders or trust: another executable may be the one to run now,
  // else the one that runs is told. (The client library would tell one that is stopping, too.)
  reconsider(): Promise<void> {
    return this.enqueue(async () => {
      if (this.state.kind === "off") return;
      const found = located();
      if ("file" in found ? found.file !== this.file : this.client) {
        await this.stopNow();
        await this.startNow();
      } else if (this.client?.state === State.Running) {
        const settings = { nnscan: vscode.workspace.getConfiguration("nnscan") };
        await this.client.sendNotification("workspace/didChangeConfiguration", { settings });
      }
    });
  }

  // Asks the server. Undefined, where none is running or the request was overtaken by a newer one.
  async request<R>(method: string, params: unknown): Promise<R | undefined> {
    if (!(await this.start()) || !this.client) return undefined;
    try {
      return await this.client.sendRequest<R>(method, params);
    } catch (error) {
      if (isCancellation(error)) return undefined;
      throw error;
    }
  }

  dispose(): void {
    void this.enqueue(() => this.stopNow());
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.stopNow());
  }

  private enqueue<R>(work: () => Promise<R>): Promise<R> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private set(state: ServerState): void {
    this.state = state;
    this.changes.fire(state);
  }

  private async startNow(): Promise<boolean> {
    if (this.client?.state === State.Running) return true;
    const found = located();
    if ("looked" in found) {
      this.output.error(`no executable nnscan; looked at: ${found.looked.join(", ") || "nothing"}`);
      this.set({ kind: "missing", looked: found.looked });
      return false;
    }
    await this.stopNow();
    this.output.info(`starting ${found.file} lsp`);
    this.set({ kind: "starting" });
    this.file = found.file;
    this.client = this.makeClient(found.file);
    try {
      await this.client.start();
      // What the server said of itself meanwhile stays.
      if ((this.state.kind as string) === "starting") this.set({ kind: "running", busy: false });
      return true;
    } catch (error) {
      this.set({ kind: "failed", message: messageOf(error) });
      this.output.error(`${found.file} lsp did not start: ${messageOf(error)}`);
      return false;
    }
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.file = undefined;
    if (!client) return;
    try {
      await client.dispose(2000);
    } catch (error) {
      this.output.debug(`stopping: ${messageOf(error)}`);
    }
  }

  private makeClient(file: string): LanguageClient {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    const run = { command: file, args: ["lsp"], options: { cwd: folder } };
    const options: LanguageClientOptions = {
      documentSelector: [{ scheme: "file", language: "python" }],
      outputChannel: this.output,
      traceOutputChannel: this.trace,
      initializationOptions: {
        settings: vscode.workspace.getConfiguration("nnscan"),
        clientCommands: OURS,
      },
      // The caller tells, and where; without a dialogue of the library's own.
      initializationFailedHandler: () => false,
      errorHandler: this.errorHandler(),
    };
    const servers: ServerOptions = { run, debug: run };
    const client = new QuietClient("nnscan", "nnscan", servers, options);
    client.onDidChangeState((change) => {
      if (client !== this.client) return;
      if (change.newState === State.Running) this.set({ kind: "running", busy: false });
    });
    client.onNotification("nnscan/status", (status: ServerStatus) => {
      if (client !== this.client) return;
      this.set({ kind: "running", busy: status.state === "analysing", message: status.message });
      if (status.state === "failed" && status.message) this.output.error(status.message);
    });
    client.onNotification("nnscan/analysed", (analysed: Analysed) => this.analyses.fire(analysed));
    return client;
  }

  private errorHandler(): ErrorHandler {
    const ends: number[] = [];
    return {
      error: () => ({ action: ErrorAction.Continue }),
      closed: () => {
        ends.push(Date.now());
        this.output.error("the server has ended");
        if (ends.filter((end) => end > Date.now() - ENDS_WITHIN).length < MOST_ENDS)
          return { action: CloseAction.Restart, handled: true };
        this.set({ kind: "failed", message: `the server has ended ${MOST_ENDS} times` });
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// RequestCancelled, ContentModified and ServerCancelled of LSP.
function isCancellation(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  const codes: unknown[] = [-32800, -32801, -32802];
  return error instanceof vscode.CancellationError || codes.includes(code);
}
