// What the status bar says. Pure.
import type { ServerState } from "./server.ts";
import type { Analysed, Verdict } from "./protocol.ts";

export interface StatusText {
  text: string; // with VS Code's icons, `$(name)`
  tooltip: string; // Markdown
  level: "normal" | "warning" | "error";
  command: string;
}

const MARK: Record<Verdict, string> = {
  exact: "$(check)",
  "exact under assumptions": "$(info)",
  refused: "$(error)",
  "not analysed": "$(circle-slash)",
};

// `analysed`: of the file in the active editor.
export function statusText(state: ServerState, analysed: Analysed | undefined): StatusText {
  const output = "nnscan.showOutput";
  switch (state.kind) {
    case "off":
      return { text: "nnscan", tooltip: "Not started", level: "normal", command: output };
    case "starting":
      return { text: "$(sync~spin) nnscan", tooltip: "Starting", level: "normal", command: output };
    case "missing":
      return {
        text: "$(warning) nnscan",
        tooltip: "The executable `nnscan` was not found. Click to read how to install it.",
        level: "warning",
        command: "nnscan.showInstructions",
      };
    case "failed":
      return {
        text: "$(error) nnscan",
        tooltip: `${escape(state.message)}\n\nClick for the output.`,
        level: "error",
        command: output,
      };
    case "running":
      return {
        text: `${state.busy ? "$(sync~spin)" : worst(analysed)} nnscan`.trim(),
        tooltip: [
          ...(state.busy ? ["Analysing"] : []),
          ...(state.message ? [escape(state.message)] : []),
          ...(analysed ? verdicts(analysed) : []),
          "Click for the output.",
        ].join("\n\n"),
        level: "normal",
        command: output,
      };
  }
}

function worst(analysed: Analysed | undefined): string {
  const found = new Set(analysed?.entries.map((entry) => entry.verdict));
  const order: Verdict[] = ["refused", "exact under assumptions", "exact", "not analysed"];
  const verdict = order.find((candidate) => found.has(candidate));
  return verdict ? MARK[verdict] : "";
}

function verdicts(analysed: Analysed): string[] {
  const lines = analysed.entries
    .slice(0, 20)
    .map((entry) => `${MARK[entry.verdict]} ${escape(entry.entry)}: ${entry.verdict}`);
  const more = analysed.entries.length - lines.length;
  return [
    ...lines,
    ...(more > 0 ? [`and ${more} more`] : []),
    `${Math.round(analysed.seconds * 1000)} ms`,
  ];
}

// Text for Markdown: nothing of it is markup, an icon or a link.
export function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, "\\$&");
}
