// Where the documentation of a torch call or of an operator is.

export function torchLink(name: string): string | null {
  const [, dotted] = /^((?:torch|torchvision)\.[\w.]+)$/.exec(name) ?? [];
  if (!dotted || /\.__\w+__$/.test(dotted)) return null;
  const base = dotted.startsWith("torchvision.")
    ? "https://docs.pytorch.org/vision/stable"
    : "https://docs.pytorch.org/docs/stable";
  return `${base}/generated/${dotted}.html`;
}

export const operatorLink = (op: string) =>
  `https://onnx.ai/onnx/operators/onnx__${encodeURIComponent(op)}.html`;
