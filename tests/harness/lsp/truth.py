"""Hints are what PyTorch gives: torchvision's files and examples, run by the oracle with sizes of our choice."""
from __future__ import annotations

import ast
import json
import pathlib
import re
import subprocess

from harness.lsp.client import Client
from harness.lsp.scratch import Cases, Scratch
from harness.tool import ORACLE_PACKAGES, ORACLE_PYTHON, ROOT

case = Cases()

_TORCHVISION = pathlib.Path(ORACLE_PACKAGES) / "torchvision/models"
_IMAGE = {"N": 2, "H": 193, "W": 161}
# File, its module, and runs: a call, the inputs' sizes, what the hints' symbols are then.
FILES = [
    (_TORCHVISION / "resnet.py", "torchvision.models.resnet",
     [("resnet18()", [[2, 3, 193, 161]], _IMAGE), ("resnet50()", [[2, 3, 193, 161]], _IMAGE)]),
    (_TORCHVISION / "shufflenetv2.py", "torchvision.models.shufflenetv2", [("shufflenet_v2_x0_5()", [[2, 3, 193, 161]], _IMAGE)]),
    (_TORCHVISION / "vision_transformer.py", "torchvision.models.vision_transformer",
     [("vit_b_32()", [[2, 3, 224, 224]], {"N": 2, "H": 224, "W": 224})]),
    (ROOT / "examples/gpt.py", "gpt", [("GPT()", [["int", 2, 7]], {"N": 2, "L": 7})]),
    (ROOT / "examples/unet.py", "unet", [("UNet()", [[2, 3, 77, 64]], {"N": 2, "H": 77, "W": 64})]),
]


def split(text: str, separator: str) -> list[str]:
    """At separators outside of brackets."""
    parts, depth = [""], 0
    for char in text:
        depth += (char in "([") - (char in ")]")
        if char == separator and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def agrees(label: str, dtype: str, shape: list[int], sizes: dict[str, int]) -> bool:
    for one in label.split(" | "):
        told = re.fullmatch(r"([\w|]+)\[(.*)\]", one)
        if not told or dtype not in told[1].split("|"):
            continue
        dims = split(told[2], ",") if told[2] else []
        if len(dims) == len(shape) and all(covers(dim, size, sizes) for dim, size in zip(dims, shape)):
            return True
    return False


def covers(dim: str, size: int, sizes: dict[str, int]) -> bool:
    # "64|128|…" says that there are more, "?4" that it has no name.
    return any(each == "…" or each[0] == "?" or eval(each, {"min": min, "max": max}, sizes) == size
               for each in split(dim.strip(), "|"))


def hints_of(s: Scratch, path: pathlib.Path) -> tuple[str, dict[tuple[int, str], str]]:
    """By line and name; empty for what is returned. A parameter's line is its function's."""
    client = Client(s.tool.path, path.parent, {"debounce": 0, "pause": 0, "timeout": 60, "inlayHints": {"maximumLength": 2000}})
    with client:
        client.initialize()
        uri = client.open(path)
        client.analysed(uri, seconds=240)
        text = client.texts[uri]
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": text.count("\n") + 1, "character": 0}}
        found = client.request("textDocument/inlayHint", {"textDocument": {"uri": uri}, "range": whole})
    lines = text.splitlines()
    headers = {line: node.lineno for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)
               for line in range(node.lineno, node.body[0].lineno)}
    hints = {}
    for hint in found:
        line = hint["position"]["line"]
        label = hint["label"]
        name = "" if label.startswith("→ ") else re.search(r"\w*$", lines[line][:hint["position"]["character"]])[0]
        hints[headers.get(line + 1, line + 1), name] = re.sub("^(: |→ )", "", label)
    return text, hints


@case("hints are the dtypes and shapes that PyTorch gives")
def truth(s: Scratch) -> None:
    wrong, without, judged = [], [], 0
    for path, module, runs in FILES:
        _, hints = hints_of(s, path)
        for call, inputs, sizes in runs:
            observe = [pathlib.Path(__file__).with_name("observe.py"), path, module, call, json.dumps(inputs)]
            done = subprocess.run([ORACLE_PYTHON, *observe], capture_output=True, text=True, check=False, timeout=300)
            assert done.returncode == 0, done.stderr
            for line, name, dtype, shape in json.loads(done.stdout):
                label = hints.get((line, name))
                if label is None:
                    without.append(f"{path.name}:{line} {name}")
                    continue
                judged += 1
                if not agrees(label, dtype, shape, sizes):
                    wrong.append(f"{path.name}:{line} {name} {label}, and {call} gives {dtype}{shape}")
    assert not wrong, "\n".join(wrong[:20])
    assert judged > 200, f"only {judged} were judged"
    assert not without, f"without a hint: {sorted(set(without))[:20]}"
