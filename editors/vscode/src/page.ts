// The panel's document: what it may load, and where the graph goes.

export interface PageParts {
  nonce: string;
  source: string; // webview.cspSource
  scripts: readonly string[];
  styles: readonly string[];
}

// Scripts run by their nonce only, nothing is fetched, and no style stands in an attribute. The
// layout's worker starts from a blob.
export function policy(parts: PageParts): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${parts.nonce}'`,
    `style-src ${parts.source}`,
    "img-src blob: data:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

export function page(parts: PageParts): string {
  const styles = parts.styles.map((href) => `<link rel="stylesheet" href="${attribute(href)}">`);
  const scripts = parts.scripts.map(
    (src) => `<script nonce="${attribute(parts.nonce)}" src="${attribute(src)}"></script>`,
  );
  return [
    "<!DOCTYPE html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${attribute(policy(parts))}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<title>nnscan</title>",
    ...styles,
    "</head>",
    "<body>",
    '<div id="message" role="status" hidden></div>',
    '<div id="entries" hidden><label for="entry">Model</label><select id="entry"></select></div>',
    '<div id="graph"></div>',
    ...scripts,
    "</body>",
    "</html>",
  ].join("\n");
}

function attribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
