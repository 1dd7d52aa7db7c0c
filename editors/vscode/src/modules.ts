// A look at a text, before anything is started for it: can it define a module, and what does a line
// belong to.

// Whether a Python file can define an nn.Module. The rule is that of `nnscan check`, so that the
// editor and the check leave out the same files.
export function mayHoldModule(text: string): boolean {
  return text.includes("Module") && text.includes("torch");
}

// The class or function at the file's margin that line `line` (from 0) belongs to, as the number of
// the line that it begins with; -1 outside of all. Decorators belong to what follows them.
export function enclosingDefinition(lines: readonly string[], line: number): number {
  let at = Math.min(line, lines.length - 1);
  while (at < lines.length - 1 && /^@/.test(lines[at])) ++at;
  for (; at >= 0; --at) {
    if (/^(class|def|async\s+def)\s/.test(lines[at])) return at;
    // A statement at the margin ends what is above it; `)` closes a head of several lines.
    if (/^[^\s#)\]}]/.test(lines[at])) return -1;
  }
  return -1;
}
