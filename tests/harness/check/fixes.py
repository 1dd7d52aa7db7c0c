"""The edits that findings carry: applied, each leaves nothing of its finding, and nothing else."""
from __future__ import annotations

from typing import Any

from harness.check.scratch import EXACT, Cases, Scratch, model, same

case = Cases()

# Behind characters of one, two, three and four bytes.
WIDE = "é = 'aü€😀'; "


def applied(text: str, fix: dict[str, Any]) -> str:
    lines = text.splitlines(keepends=True)

    def offset(line: int, column: int) -> int:
        return sum(map(len, lines[:line - 1])) + column - 1
    begin = offset(fix["line"], fix["column"])
    end = offset(fix["end_line"], fix["end_column"])
    return text[:begin] + fix["text"] + text[end:]


def mended(scratch: Scratch, source: str, code: str, expected: str | None = None) -> str:
    """The file after the one finding's edit, which JSON and SARIF say alike."""
    scratch.write("net.py", source, head="")
    row, = scratch.json()["diagnostics"]
    same(row["code"], code, "code")
    assert row["fix"], f"no edit for: {row['message']} ({row['hint']})"
    result, = scratch.consumed("sarif")
    [(path, fix)] = result["fixes"]
    same((path, fix), ("net.py", row["fix"]), "SARIF")
    text = applied(source, row["fix"])
    scratch.write("net.py", text, head="")
    same([[row["code"], row["message"]] for row in scratch.json()["diagnostics"]], [],
         f"findings after the edit, in\n{text}")
    if expected is not None:
        same(text, expected, "text")
    return text


def unmended(scratch: Scratch, source: str, code: str) -> None:
    """There is no edit of which one could be sure."""
    scratch.write("net.py", source, head="")
    same([(row["code"], row["fix"]) for row in scratch.json()["diagnostics"]], [(code, None)],
         "finding")
    result, = scratch.consumed("sarif")
    same(result["fixes"], [], "SARIF")


HEAD = "import torch\nfrom torch import nn\n"


def net(body: str, setup: str = "pass") -> str:
    return HEAD + model("Net", body, setup=setup)


@case("a misspelt function is mended")
def _(s: Scratch) -> None:
    mended(s, net(WIDE + "return nn.functional.rellu(x)"), "NN301",
           net(WIDE + "return nn.functional.relu(x)"))


@case("a misspelt layer is mended")
def _(s: Scratch) -> None:
    mended(s, net("return self.conv(x)", "self.conv = nn.Conv2D(3, 4, 1)"), "NN301",
           net("return self.conv(x)", "self.conv = nn.Conv2d(3, 4, 1)"))


@case("a misspelt method of tensors is mended")
def _(s: Scratch) -> None:
    mended(s, net("return x.contiguos()"), "NN301", net("return x.contiguous()"))


@case("a misspelt argument is mended, and no attribute of that name")
def _(s: Scratch) -> None:
    call = "return self.conv(x)"
    mended(s, net(call, "self.kernel_sise = 1; "
                        "self.conv = nn.Conv2d(3, 4, kernel_sise=self.kernel_sise)"), "NN202",
           net(call, "self.kernel_sise = 1; "
                     "self.conv = nn.Conv2d(3, 4, kernel_size=self.kernel_sise)"))


@case("a misspelt submodule is mended")
def _(s: Scratch) -> None:
    mended(s, net("return self.cnov(x)", "self.conv = nn.Conv2d(3, 4, 1)"), "NN202",
           net("return self.conv(x)", "self.conv = nn.Conv2d(3, 4, 1)"))


@case("a misspelt variable is mended")
def _(s: Scratch) -> None:
    mended(s, net("output = x + 1; return ouptut"), "NN203", net("output = x + 1; return output"))


@case("a misspelt name that does not stand there has no edit")
def _(s: Scratch) -> None:
    unmended(s, net("return getattr(self, 'cn' + 'ov')(x)", "self.conv = nn.Conv2d(3, 4, 1)"), "NN202")


@case("of a name that stands there twice there is no edit")
def _(s: Scratch) -> None:
    unmended(s, net("return getattr(cnov := self, 'cnov')(x)", "self.conv = nn.Conv2d(3, 4, 1)"),
             "NN202")


@case("a name that nothing resembles has no edit")
def _(s: Scratch) -> None:
    unmended(s, net("return nn.functional.nothing_such(x)"), "NN301")


@case("a missing colon is put in")
def _(s: Scratch) -> None:
    broken = net("return x").replace("forward(self, x):", "forward(self, x)")
    mended(s, broken, "NN101", net("return x"))


@case("a comment that silences nothing is removed")
def _(s: Scratch) -> None:
    whole = HEAD + EXACT
    for comment in ("  # nnscan: ignore", "  # nnscan: ignore[NN301]", "\t#nnscan: ignore[ NN3 ]  "):
        mended(s, whole.replace("return x + 1", f"return x + 1{comment}"), "NN108", whole)


@case("what else a comment says stays")
def _(s: Scratch) -> None:
    whole = HEAD + EXACT
    for comment, left in (("# nnscan: ignore[NN301]  # noqa", "# noqa"),
                          ("# nnscan: ignore once upon a time", "# once upon a time"),
                          ("# noqa  # nnscan: ignore[NN301]", "# noqa")):
        mended(s, whole.replace("return x + 1", f"return x + 1  {comment}"), "NN108",
               whole.replace("return x + 1", f"return x + 1  {left}"))


@case("a comment for the whole file goes with its line")
def _(s: Scratch) -> None:
    mended(s, HEAD + "# nnscan: ignore-file[NN5]\n" + EXACT, "NN108", HEAD + EXACT)
    mended(s, HEAD.replace("\n", "\r\n") + "# nnscan: ignore-file\r\n" + EXACT, "NN108",
           HEAD.replace("\n", "\r\n") + EXACT)


@case("of several codes the one that silences nothing is removed")
def _(s: Scratch) -> None:
    refused = HEAD + model("Net", "return nn.functional.nothing_such(x)  # nnscan: ignore[CODES]")
    for codes, left in (("NN301, NN402", "NN301"), ("NN402, NN301", "NN301"),
                        ("NN2 ,NN301,NN4", None)):
        source = refused.replace("CODES", codes)
        if left:
            mended(s, source, "NN108", refused.replace("CODES", left))
            continue
        s.write("net.py", source, head="")
        while found := s.json()["diagnostics"]:
            source = applied(source, found[0]["fix"])
            s.write("net.py", source, head="")
        same(source, refused.replace("CODES", "NN301"), "one after the other")


@case("a misspelt code is mended")
def _(s: Scratch) -> None:
    refused = HEAD + model("Net", "return nn.functional.nothing_such(x)  # nnscan: ignore[CODE]")
    s.write("net.py", refused.replace("CODE", "NN310"), head="")
    wrong = next(row for row in s.json()["diagnostics"] if row["code"] == "NN108")
    same(applied((s.folder / "net.py").read_text(), wrong["fix"]), refused.replace("CODE", "NN301"),
         "text")
