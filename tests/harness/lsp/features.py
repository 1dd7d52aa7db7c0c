"""What the server answers on a small model."""
from __future__ import annotations

import json
import re
import subprocess

from harness.lsp.client import CAPABILITIES, Failure, uri_of
from harness.lsp.scratch import NET, Cases, Scratch, codes, holds, lacks, line_of, plain, same

case = Cases()


def hint_at(client, uri: str, part: str) -> str:
    line = line_of(client.texts[uri], part)
    found = [label for at, label, _ in client.hints(uri) if at == line]
    assert found, f"no hint on the line of {part!r}"
    return " ".join(plain(label) for label in found)


@case("hints show dtype and symbolic shape")
def hints(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        same(hint_at(client, uri, "pooled = "), "float32[N, 16]", "the mean of two axes")
        same(hint_at(client, uri, "a = self.first"), "float32[N, 8, H, W]", "what a block gives")
        same(hint_at(client, uri, "def forward(self, image)"), "float32[N, 3, H, W]", "the parameter")
        same(hint_at(client, uri, "return self.head"), "float32[N, 2|10]", "what two models give")


@case("a hint where calls differ is the union, and its tooltip has each")
def union(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        line = line_of(NET, "y = self.conv(x)")
        label, tooltip = next((label, tip) for at, label, tip in client.hints(uri) if at == line)
        same(plain(label), "float32[N, 8|16, H|H//2, W|W//2]", "the union")
        holds(tooltip, "`float32[N, 8, H, W]` in `first`", "`float32[N, 16, H//2, W//2]` in `second`")


@case("hints follow settings")
def hint_settings(s: Scratch) -> None:
    client, uri = s.opened(settings={"inlayHints": {"returns": False, "parameters": False, "maximumLength": 12}})
    with client:
        labels = [label for _, label, _ in client.hints(uri)]
        assert labels and not any(label.startswith("→") for label in labels), labels
        assert all(len(label) <= 2 + 12 for label in labels), labels
        client.settings["inlayHints"] = {"enable": False}
        client.notify("workspace/didChangeConfiguration", {"settings": None})
        client.wait_until(lambda: True if client.hints(uri) == [] else None, "no hints")


def torch_hover(client, uri: str, text: str, shift: int) -> str:
    """A hover waits for what is known of torch, on a busy machine perhaps not long enough: then it is asked again."""
    for _ in range(10):
        found = client.request("textDocument/hover", client.at(uri, text, shift))["contents"]["value"]
        if "lowest opset" in found:
            break
    return found


@case("hover on a layer's call")
def hover_layer(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        text = torch_hover(client, uri, "self.conv(x)", 6)
        holds(text, "torch.nn.Conv2d.forward(input)", "float32[N, 3, H, W] → float32[N, 8, H, W]",
              "`first.conv`", "224 parameters", "`second.conv`", "1.17 k parameters", "ONNX: `Conv`", "lowest opset: 11",
              "https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html")
        text = client.request("textDocument/hover", client.at(uri, "nn.Conv2d(inside", 5))["contents"]["value"]
        holds(text, "torch.nn.Conv2d(in_channels, out_channels, kernel_size", "`first.conv`, 224 parameters", "lowest opset: 11")


@case("hover on a function of torch's")
def hover_function(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        text = torch_hover(client, uri, "F.max_pool2d", 3)
        holds(text, "torch.nn.functional.max_pool2d(input, kernel_size", "ONNX: `MaxPool`", "lowest opset: 11",
              "float32[N, 8, H, W] → float32[N, 8, H//2, W//2]",
              "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.max_pool2d.html")


@case("hover says which opset a call needs, as `nnscan ops` does")
def hover_opset(s: Scratch) -> None:
    calls = {"torch.nn.functional.gelu(x)": 11, "torch.einsum('ij,kj->ik', x, x)": 12, "torch.nn.functional.grid_sample(x, g)": 16}
    text = "import torch\nfrom torch import nn\n" + "".join(
        f"\n\nclass M{n}(nn.Module):\n    def forward(self, x: torch.Tensor, g: torch.Tensor):\n        y = {call}\n        return y\n"
        for n, call in enumerate(calls))
    listed = {row["name"]: row["lowest_opset"]
              for row in json.loads(subprocess.run([s.tool.path, "ops", "--format", "json"], capture_output=True, check=True).stdout)}
    client, uri = s.opened("many.py", text)
    with client:
        for call, opset in calls.items():
            name = call[:call.index("(")]
            text = torch_hover(client, uri, name, len(name) - 1)
            holds(text, f"{name}(", f"lowest opset: {opset}", f"https://docs.pytorch.org/docs/stable/generated/{name}.html")
            same(listed[name], opset, f"{name} in `nnscan ops`")


@case("hover on a module of the program's")
def hover_module(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        text = client.request("textDocument/hover", client.at(uri, "self.second(F", 6))["contents"]["value"]
        holds(text, "Block", "`second`", "1.20 k parameters")


@case("hover on a name shows its shape")
def hover_name(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        read = client.request("textDocument/hover", client.at(uri, "self.head(pooled)", 11))["contents"]["value"]
        holds(read, "pooled: float32[N, 16]")
        assert client.request("textDocument/hover", client.at(uri, "import torch")) is None


@case("lenses show costs and commands")
def lenses(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        lenses = client.request("textDocument/codeLens", {"textDocument": {"uri": uri}})
        titles: dict[int, list[str]] = {}
        for lens in lenses:
            titles.setdefault(lens["range"]["start"]["line"], []).append(lens["command"]["title"])
        # first: 3*8*9+8 + 2*8; second: 8*16*9+16 + 2*16; head: 16*10+10
        same(titles[line_of(NET, "class Net")][0].split(",")[0], "1.61 k parameters", "of Net")
        # 224*224*3*9*8 + 112*112*8*9*16 + 160
        holds(titles[line_of(NET, "class Net")][0], "25.3 M·N multiply-adds at H=224, W=224")
        holds(titles[line_of(NET, "class Block")][0], "240 to 1.20 k parameters")
        for place in ("class Net", "def tiny"):
            same(titles[line_of(NET, place)][1:], ["Show graph", "Export ONNX"], f"the commands at {place}")
        graph = next(l["command"] for l in lenses if l["command"]["title"] == "Show graph" and
                     l["range"]["start"]["line"] == line_of(NET, "def tiny"))
        same((graph["command"], graph["arguments"][0]["entry"], graph["arguments"][0]["uri"]), ("nnscan.showGraph", "tiny", uri), "the command")


@case("an export is what the command line writes, of the buffer's text")
def export(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        client.replace(uri, "return Net(2)", "return Net(5)")
        answer = client.request("workspace/executeCommand", {
            "command": "nnscan.exportOnnx", "arguments": [{"uri": uri, "entry": "tiny"}]})
        same(answer["path"], str(s.folder / "Net.onnx"), "where it is")
        written = (s.folder / "Net.onnx").read_bytes()
        (s.folder / "net.py").write_text(client.texts[uri])
        subprocess.run([s.tool.path, "net.py", "--class", "tiny", "-o", "other.onnx"], cwd=s.folder, check=True)
        same(written == (s.folder / "other.onnx").read_bytes(), True, "the bytes are the same")
        try:
            client.request("workspace/executeCommand", {"command": "nnscan.exportOnnx", "arguments": [{"uri": uri, "entry": "nothing"}]})
            raise AssertionError("an entry that is not there was exported")
        except Failure as failure:
            holds(str(failure), "NN103")


@case("symbols are classes, methods and submodules")
def symbols(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        found = client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
        same([symbol["name"] for symbol in found], ["Block", "Net", "tiny"], "at the margin")
        same([(i["name"], i["detail"]) for i in found[1]["children"]],
             [("first", "Block"), ("second", "Block"), ("head", "nn.Linear"), ("__init__", "(self, classes=10)"), ("forward", "(self, image)")],
             "inside of Net")


@case("definitions lead from a call to the line that makes the module")
def definitions(s: Scratch) -> None:
    s.write("blocks.py", NET)
    text = "from blocks import Block\nfrom torch import nn\n\n\nclass Other(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.block = Block(3, 4)\n\n    def forward(self, x):\n        return self.block(x)\n"
    client, uri = s.opened("other.py", text)
    with client:
        here = client.request("textDocument/definition", client.at(uri, "self.block(x)", 6))
        same((here["uri"], here["range"]["start"]["line"]), (uri, line_of(text, "self.block = ")), "the submodule")
        there = client.request("textDocument/definition", client.at(uri, "Block(3, 4)"))
        same((there["uri"], there["range"]["start"]["line"]), (uri_of(s.folder / "blocks.py"), line_of(NET, "class Block")), "the class")


BROKEN = NET.replace("nn.Linear(16, classes)", "nn.Linear(17, classes)")


@case("diagnostics are those of a check, with the call chain")
def diagnostics(s: Scratch) -> None:
    client, uri = s.opened(text=BROKEN)
    with client:
        found = client.diagnostics(uri)
        checked = json.loads(subprocess.run([s.tool.path, "check", "--format=json", "net.py"], cwd=s.folder, capture_output=True).stdout)
        findings = [(f["code"], f["line"] - 1, f["column"] - 1) for f in checked["diagnostics"]]
        same([(d["code"], d["range"]["start"]["line"], d["range"]["start"]["character"]) for d in found], findings, "the findings")
        assert any(d["code"] == "NN401" for d in found), found
        same({d["source"] for d in found}, {"nnscan"}, "their source")


@case("a diagnostic inside of a call names who called")
def chain(s: Scratch) -> None:
    client, uri = s.opened(text=NET.replace("return F.relu(y)", "return F.relu(y.view(3, 5, 7))"))
    with client:
        related = [r for d in client.diagnostics(uri) for r in d.get("relatedInformation", [])]
        assert any("called from" in r["message"] for r in related), client.diagnostics(uri)


@case("diagnostics in an imported file stand at the call that leads there")
def imported_diagnostics(s: Scratch) -> None:
    s.write("blocks.py", NET.replace("F.relu(y)", "F.nothing_such(y)"))
    text = "from blocks import Block\nfrom torch import nn\n\n\nclass Other(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.block = Block(3, 4)\n\n    def forward(self, x):\n        return self.block(x)\n"
    client, uri = s.opened("other.py", text)
    with client:
        found = [d for d in client.diagnostics(uri) if d["code"] == "NN301"]
        same([d["range"]["start"]["line"] for d in found], [line_of(text, "self.block(x)")], "the place")
        same(found[0]["relatedInformation"][0]["location"]["uri"], uri_of(s.folder / "blocks.py"), "the related place")


@case("diagnostics can be pulled")
def pull(s: Scratch) -> None:
    capabilities = json.loads(json.dumps(CAPABILITIES))
    capabilities["textDocument"]["diagnostic"] = {"dynamicRegistration": False}
    client, uri = s.opened(text=BROKEN, capabilities=capabilities)
    with client:
        same(client.diagnostics(uri), [], "nothing is pushed")
        first = client.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        same(first["kind"], "full", "the first time")
        assert "NN401" in codes(first["items"]), first
        again = client.request("textDocument/diagnostic", {"textDocument": {"uri": uri}, "previousResultId": first["resultId"]})
        same(again["kind"], "unchanged", "the second time")
        client.replace(uri, "nn.Linear(17", "nn.Linear(16")
        after = client.request("textDocument/diagnostic", {"textDocument": {"uri": uri}, "previousResultId": first["resultId"]})
        same(codes(after["items"]), [], "after the edit")
        whole = client.request("workspace/diagnostic", {"previousResultIds": []})
        same([report["uri"] for report in whole["items"]], [uri], "of the workspace")


def applied(text: str, action: dict, uri: str) -> str:
    [edit] = action["edit"]["changes"][uri]
    lines = text.splitlines(keepends=True)

    def offset(position):
        return sum(map(len, lines[:position["line"]])) + position["character"]
    return text[:offset(edit["range"]["start"])] + edit["newText"] + text[offset(edit["range"]["end"]):]


def actions(client, uri: str) -> list[dict]:
    found = client.diagnostics(uri)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 10000, "character": 0}}
    return client.request("textDocument/codeAction", {"textDocument": {"uri": uri}, "range": whole, "context": {"diagnostics": found}})


@case("an action silences a diagnostic")
def silence(s: Scratch) -> None:
    client, uri = s.opened(text=BROKEN)
    with client:
        action = next(a for a in actions(client, uri) if a["title"] == "Silence NN401 here")
        text = applied(client.texts[uri], action, uri)
        holds(text, "return self.head(pooled)  # nnscan: ignore[NN401]\n")
        client.edit(uri, 0, len(client.texts[uri]), text)
        client.analysed(uri)
        lacks(str(codes(client.diagnostics(uri))), "NN401")


@case("an action makes the edit that a hint knows")
def fix(s: Scratch) -> None:
    client, uri = s.opened(text=NET.replace("return F.relu(y)", "return F.relu(y)  # nnscan: ignore[NN501]"))
    with client:
        same(codes(client.diagnostics(uri)), ["NN108"], "before")
        action = next(a for a in actions(client, uri) if a["title"].startswith("Remove"))
        same("ignore" in applied(client.texts[uri], action, uri).split("return F.relu(y)")[1].split("\n")[0].replace("ignore[]", ""), False, "the code is gone")


@case("actions put in a missing colon and mend a misspelt name")
def mend(s: Scratch) -> None:
    for wrong, right, title in (("def forward(self, x)", "def forward(self, x):", "Add `:`"),
                                ("F.rellu(y)", "F.relu(y)", "Change to `relu`")):
        client, uri = s.opened(text=NET.replace(right, wrong, 1))
        with client:
            action = next(a for a in actions(client, uri) if a["title"] == title)
            same(action["isPreferred"], True, "preferred")
            same(applied(client.texts[uri], action, uri), NET, "text")


@case("entries are listed with verdicts and costs")
def listed(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        found = {e["entry"]: e for e in client.request("nnscan/entries", {"textDocument": {"uri": uri}})}
        same(found["Net"]["verdict"], "exact", "of Net")
        same(found["tiny"]["parameters"], 1474, "of tiny")
        assert re.fullmatch(r"[\d.]+ M·N", found["Net"]["multiplyAdds"]), found
