"""Commands, for clients that bring nothing of their own."""
from __future__ import annotations

import json
import pathlib
import re
import urllib.parse

from harness.lsp.client import CAPABILITIES, uri_of
from harness.lsp.scratch import NET, Cases, Scratch, holds, same

case = Cases()


def shown_page(client, uri: str, entry: str) -> tuple[dict, str]:
    answer = client.request("workspace/executeCommand", {"command": "nnscan.showGraph", "arguments": [{"uri": uri, "entry": entry}]})
    return answer, pathlib.Path(urllib.parse.unquote(answer["uri"].removeprefix("file://"))).read_text()


def graph_in(page: str) -> dict:
    return json.loads(re.search(r'id="graph">(.*?)</script>', page, re.DOTALL).group(1))


@case("without a view of its own, a client is shown the page of the graph")
def show_graph(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        offered = client.initialized["capabilities"]["executeCommandProvider"]["commands"]
        same(sorted(offered), ["nnscan.exportOnnx", "nnscan.showGraph"], "the commands")
        client.replace(uri, "return Net(2)", "return Net(5)")  # not saved
        answer, page = shown_page(client, uri, "tiny")
        asked = client.wait_until(lambda: next((m["params"] for m in client.asked if m["method"] == "window/showDocument"), None), "it is shown")
        same((asked["uri"], asked["external"]), (answer["uri"], True), "in a browser")
        graph = graph_in(page)
        assert {"first.conv", "second.norm", "head"} <= {m["path"] for m in graph["modules"]}, graph["modules"]
        same(graph["outputs"][0]["shape"][-1], 5, "it is of the buffer's text")
        # What a lens names is what is offered.
        lens = next(l["command"] for l in client.request("textDocument/codeLens", {"textDocument": {"uri": uri}}) if l["command"]["title"] == "Show graph")
        assert lens["command"] in offered, lens
        again = client.request("workspace/executeCommand", {"command": lens["command"], "arguments": lens["arguments"]})
        assert pathlib.Path(again["uri"].removeprefix("file://")).exists(), again


@case("of a refused model, the page goes as far as the analysis does")
def show_refused(s: Scratch) -> None:
    client, uri = s.opened(text=NET.replace("pooled = b.mean", "pooled = b.nothing_such"))
    with client:
        _, page = shown_page(client, uri, "Net")
        graph = graph_in(page)
        same([stop["code"] for stop in graph["stopped"]], ["NN301"], "the stop")
        assert any(m["path"] == "first.conv" for m in graph["modules"]), graph["modules"]


@case("a client that cannot show a page is told where it is")
def show_elsewhere(s: Scratch) -> None:
    capabilities = {**CAPABILITIES, "window": {}}
    client, uri = s.opened(capabilities=capabilities)
    with client:
        answer, _ = shown_page(client, uri, "Net")
        path = answer["uri"].removeprefix("file://")
        client.wait_until(lambda: True if any(n["method"] == "window/showMessage" and path in n["params"]["message"]
                                              for n in client.notifications) else None, "a message")
        same(any(m["method"] == "window/showDocument" for m in client.asked), False, "it was asked all the same")


@case("a client's own commands are left to it")
def own_commands(s: Scratch) -> None:
    client, uri = s.opened(options={"clientCommands": ["nnscan.showGraph", "nnscan.exportOnnx"]})
    with client:
        same(client.initialized["capabilities"]["executeCommandProvider"]["commands"], [], "the commands")
        titles = {l["command"]["title"]: l["command"]["command"] for l in client.request("textDocument/codeLens", {"textDocument": {"uri": uri}})}
        same((titles["Show graph"], titles["Export ONNX"]), ("nnscan.showGraph", "nnscan.exportOnnx"), "what lenses name")


@case("an export goes to the workspace folder that the file is in")
def folders(s: Scratch) -> None:
    path = s.write("one/deep/net.py", NET)
    client = s.client()
    with client:
        client.initialize([s.folder / "one"])
        uri = client.open(path)
        client.analysed(uri)
        export = {"command": "nnscan.exportOnnx", "arguments": [{"uri": uri, "entry": "Net"}]}
        same(client.request("workspace/executeCommand", export)["path"], str(s.folder / "one/Net.onnx"), "in the folder")
        event = {"added": [{"uri": uri_of(s.folder / "one/deep"), "name": "deep"}], "removed": [{"uri": uri_of(s.folder / "one"), "name": "one"}]}
        client.notify("workspace/didChangeWorkspaceFolders", {"event": event})
        same(client.request("workspace/executeCommand", export)["path"], str(s.folder / "one/deep/Net.onnx"), "after the folders have changed")
        options = {"command": "nnscan.exportOnnx", "arguments": [{"uri": uri, "entry": "Net", "output": str(s.folder / "there.onnx")}]}
        holds(str(client.request("workspace/executeCommand", options)["path"]), "there.onnx")
        assert (s.folder / "there.onnx").stat().st_size > 1000
