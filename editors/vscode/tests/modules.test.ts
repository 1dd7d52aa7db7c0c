import assert from "node:assert/strict";
import test from "node:test";
import { enclosingDefinition, mayHoldModule } from "../src/modules.ts";

test("a file without torch or without Module is left alone", () => {
  assert.equal(mayHoldModule("import os\nprint(os.name)\n"), false);
  assert.equal(mayHoldModule("import torch\nprint(torch.ones(3))\n"), false);
  assert.equal(mayHoldModule("class Module: pass\n"), false);
  assert.equal(mayHoldModule("from torch import nn\nclass A(nn.Module): pass\n"), true);
  assert.equal(mayHoldModule("from pytorch_lightning import LightningModule\n"), true);
});

const SOURCE = `import torch
from torch import nn

class A(nn.Module):
    def forward(self, x):

        return x  # comment
# a comment at the margin
    # still A

x = 1

@decorated
@twice(
    1)
def factory(
    width,
):
    return A()

async def later():
    pass
`.split("\n");

test("a line belongs to the class or function at the margin above it", () => {
  const lineOf = (text: string) => SOURCE.findIndex((line) => line.includes(text));
  assert.equal(enclosingDefinition(SOURCE, lineOf("class A")), 3);
  assert.equal(enclosingDefinition(SOURCE, lineOf("return x")), 3);
  assert.equal(enclosingDefinition(SOURCE, lineOf("return x") - 1), 3);
  assert.equal(enclosingDefinition(SOURCE, lineOf("still A")), 3);
  assert.equal(enclosingDefinition(SOURCE, lineOf("return A()")), lineOf("def factory"));
  assert.equal(enclosingDefinition(SOURCE, lineOf("    pass")), lineOf("async def"));
});

test("a statement at the margin belongs to nothing", () => {
  assert.equal(enclosingDefinition(SOURCE, 0), -1);
  assert.equal(enclosingDefinition(SOURCE, SOURCE.indexOf("x = 1")), -1);
  assert.equal(enclosingDefinition([], 0), -1);
  assert.equal(enclosingDefinition(["class A:"], 7), 0);
});

test("a decorator belongs to what follows it", () => {
  assert.equal(enclosingDefinition(["@a", "@b", "class C:", "  x = 1"], 0), 2);
});
