"""What a check makes of inputs that nobody declares, and what it advises."""
from __future__ import annotations

from harness.check.scratch import Cases, Scratch, holds, model, same

case = Cases()
_LINEAR = "self.a = nn.Linear(16, 512); self.b = nn.Linear({}, 2)"


@case("indices are integers, because they are used as such")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", model("Tokens", "return self.table(x)", setup="self.table = nn.Embedding(9, 4)"))
    same(scratch.verdicts(), {"Tokens": "exact"}, "verdicts")


@case("sizes that do not fit are found where no rank is known")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", model("Bad", "return self.b(self.a(x))", setup=_LINEAR.format(392)),
                  model("Good", "return self.b(self.a(x))", setup=_LINEAR.format(512)))
    same(scratch.verdicts(), {"Bad": "refused", "Good": "exact"}, "verdicts")
    same([row["code"] for row in scratch.json()["diagnostics"]], ["NN401"], "codes")


@case("a rank and a size that nothing says are supposed, and said")
def _(scratch: Scratch) -> None:
    scratch.write("net.py",
                  model("Halves", "n = x.shape; return x.reshape(n[0], n[1], n[2] // 2, 2, n[3])"),
                  model("Splits", "a, b = self.conv(x).split(x.shape[2] // 2, 2)\n        return a",
                        setup="self.conv = nn.Conv2d(3, 8, 3)"))
    same(scratch.verdicts(), {"Halves": "assumptions", "Splits": "assumptions"}, "verdicts")
    said = [row["message"].rpartition("assumption that ")[2] for row in scratch.json()["diagnostics"]]
    same(said, ["`x` is float32[?,?,?,?]", "`x` is float32[?,3,224,224]"], "assumptions")


@case("the image size that a module names is supposed first")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", model("Splits", "a, b = x.split(x.shape[2] // 2, 2)\n        return a + b + self.table",
                                  setup="self.img_size = (48, 80); "
                                        "self.table = nn.Parameter(torch.ones(24, 80))"))
    said, = scratch.json()["diagnostics"]
    same(said["message"].rpartition("assumption that ")[2], "`x` is float32[?,?,48,80]", "assumption")


@case("what one module needed of its inputs is not presumed of another")
def _(scratch: Scratch) -> None:
    net = model("Net", "y = self.conv(x)\n        if self.halves:\n            n = y.shape; "
                "y = y.reshape(n[0], n[1], n[2] // 2, 2, n[3])\n        return y", ", channels=3, halves=True",
                "self.conv = nn.Conv2d(channels, 4, 3); self.halves = halves")
    makers = ["\n\ndef first():\n    return Net(1)\n", "\n\ndef second():\n    return Net(3, False)\n"]
    expected = None
    for order in (makers, makers[::-1]):
        scratch.write("net.py", net.replace("class Net(nn.Module)", "class Net(nn.Module)"), *order)
        scratch.write("use.py", "from net import Net\n\n\ndef third():\n    return Net(3, False)\n# torch Module\n")
        for jobs in ("1", "2"):
            verdicts = scratch.verdicts(".", "--jobs", jobs)
            same(expected or verdicts, verdicts, "verdicts")
            expected = verdicts
    same((expected["second"], expected["third"]), ("exact", "exact"), "modules that need nothing")


@case("inputs of different ranks are supposed one by one")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", "\n\nclass Net(nn.Module):\n    def forward(self, x, y, z):\n"
                  "        pooled = nn.functional.adaptive_avg_pool2d(x, 1).reshape(x.size(0), -1, 1)\n"
                  "        steps = y.reshape(y.size(0), y.size(1), -1)[:, :1] * pooled.mean()\n"
                  "        return steps + z.reshape(-1, 1)[0], y.size(2), z.size(0) + z.dim()\n")
    same(scratch.verdicts(), {"Net": "assumptions"}, "verdicts")


@case("a list of tensors is supposed to hold one")
def _(scratch: Scratch) -> None:
    forward = ("\n\nclass Net(nn.Module):\n    def forward(self, images: {}):\n"
               "        return torch.stack([image.mean(dim=(1, 2)) for image in images])\n")
    for kind in ("list[torch.Tensor]", "'list[torch.Tensor]'"):
        scratch.write("net.py", forward.format(kind))
        same(scratch.verdicts(), {"Net": "assumptions"}, "verdicts")
        said = [row["message"] for row in scratch.json()["diagnostics"]]
        same(said, ["the graph is exact under the assumption that `images` is a list of 1 tensor, "
                    "`images.0` is float32[?,?,?]"], "assumptions")
    scratch.write("net.py", "\n\nclass Net(nn.Module):\n    def forward(self, images: list[torch.Tensor]):\n"
                  "        return images[0] + 1\n")
    said, = scratch.json()["diagnostics"]
    same(said["message"].rpartition(" that ")[2], "`images` is a list of 1 tensor", "assumption of any rank")


@case("comments may hold the annotations")
def _(scratch: Scratch) -> None:
    forward = ("\n\nclass Net(nn.Module):\n    def forward(self, images, targets=None):{}\n"
               "        return torch.stack([image.mean(dim=(1, 2)) for image in images])\n")
    kinds = "(List[Tensor], Optional[List[Dict[str, Tensor]]]) -> Tensor"
    for comment in (f"  # type: {kinds}", f"\n        # type: {kinds}", f"\n        # type: (Any, {kinds[1:]}"):
        scratch.write("net.py", forward.format(comment))
        same(scratch.verdicts(), {"Net": "assumptions"}, "verdicts")
        said = [row["message"] for row in scratch.json()["diagnostics"]]
        same(said, ["the graph is exact under the assumption that `images` is a list of 1 tensor, "
                    "`images.0` is float32[?,?,?]"], "assumptions")


@case("a tuple of so many tensors is one")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", "\n\nclass Net(nn.Module):\n"
                  "    def forward(self, x, pair: tuple[torch.Tensor, torch.Tensor]):\n"
                  "        sine, cosine = pair\n        return x * sine + cosine\n")
    same(scratch.verdicts(), {"Net": "exact"}, "verdicts")


@case("a module without a forward of its own is for others to derive from")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", "\n\nclass Base(nn.Module):\n    width = 3\n",
                  "\n\nclass Net(Base):\n    def forward(self, x):\n        return x * self.width\n",
                  "\n\nclass Alone(nn.Module):\n    pass\n")
    same(scratch.verdicts(), {"Base": "part", "Net": "exact", "Alone": "not analysed"}, "verdicts")
    reason, = [entry["reason"] for entry in scratch.json()["entries"] if entry["name"] == "Alone"]
    same(reason, "it has no `forward`", "reason")


@case("submodules that reach nothing and decisions by data are told, and are no errors")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", model("Net", "return self.a(x) if x.sum() > 0 else x",
                                  setup="self.a = nn.Linear(4, 4)\n        self.b = nn.Linear(4, 4)"))
    rows = scratch.json()["diagnostics"]
    same([(row["code"], row["severity"]) for row in rows], [("NN206", "warning"), ("NN506", "note")],
         "advice")
    same("`b`" in rows[0]["message"], True, "the submodule is named")
    same(scratch.run(".").status, 0, "status")


@case("what a block repeats at one line is said once")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", model("Block", "self.calls = self.calls + 1; return x * self.calls", setup="self.calls = 0"),
                  model("Net", "return self.c(self.b(self.a(x)))",
                        setup="self.a = Block(); self.b = Block(); self.c = Block()"))
    row, = [row for row in scratch.json()["diagnostics"] if "net.py:Net" in row["entries"]]
    same(row["similar"], 2, "further ones")


@case("a file that others import is read once: its classes are the same")
def _(scratch: Scratch) -> None:
    scratch.write("pkg/__init__.py")
    scratch.write("pkg/a.py", "from .b import Special\n",
                  model("User", "return self.part(x)", setup="self.part = Special(); assert type(self.part) in {Special}"))
    scratch.write("pkg/b.py", model("Special", "return x * 2"))
    scratch.write("pkg/c.py", "from .a import User\nfrom .b import Special\n",
                  model("Both", "return self.user(x)", setup="self.user = User()\n"
                        "        if not isinstance(self.user.part, Special):\n"
                        "            raise TypeError('another class of that name')"))
    verdicts = scratch.verdicts()
    same(verdicts["Both"], "exact", "verdict")


@case("where all parameters have defaults, those are given without which it will not do")
def _(scratch: Scratch) -> None:
    needs = ("\n\nclass Needs(nn.Module):\n    def forward(self, x: torch.Tensor | None = None, "
             "mask: torch.Tensor | None = None, ids: torch.Tensor | None = None):\n")
    raises = "        if {0} is None:\n            raise ValueError('{1}')\n"
    free = "\n\nclass Free(nn.Module):\n    def forward(self, x=None):\n        return torch.ones(2) if x is None else x\n"
    for body, given in ((raises.format("x", "which?"), "`x`"),
                        (raises.format("ids", "you have to specify ids"), "`ids`"),
                        (raises.format("x", "x or ids") + raises.format("ids", "and ids"), "`ids`, `x`")):
        scratch.write("net.py", needs, body + "        return (0 if x is None else x) + (0 if ids is None else ids) + 1\n", free)
        same(scratch.verdicts(), {"Needs": "assumptions", "Free": "exact"}, f"verdicts with {given}")
        said, = scratch.json()["diagnostics"]
        same(said["message"], f"the graph is exact under the assumption that `forward` is given {given}", "assumption")


@case("what is raised after all is that of the call that went furthest")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", "\n\nclass Needs(nn.Module):\n    def forward(self, x: torch.Tensor | None = None):\n"
                  "        if x is None:\n            raise ValueError('which?')\n"
                  "        return nn.functional.nothing_such(x)\n")
    same([row["code"] for row in scratch.json()["diagnostics"]], ["NN301"], "codes")


@case("an input of a kind that nobody knows is a reason, not a finding, unless the entry is configured")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", "\n\nclass Net(nn.Module):\n    def forward(self, x, shapes: dict[str, torch.Size]):\n"
                  "        return x\n",
                  "\n\nclass Either(nn.Module):\n    def forward(self, x: 'dict | torch.Tensor'):\n        return x + 1\n")
    entry, either = scratch.json()["entries"]
    same((entry["verdict"], entry["reason"], either["verdict"]),
         ("not analysed", "what to give for `shapes: dict[str, torch.Size]` is not known", "exact"), "verdicts")
    scratch.write("pyproject.toml", "[tool.nnscan.entries.'net.py:Net']\n", head="")
    found = scratch.json()
    same([row["code"] for row in found["diagnostics"]], ["NN107"], "codes")
    holds(found["diagnostics"][0]["hint"], 'inputs = ["shapes:', '[tool.nnscan.entries."net.py:Net"]')


@case("a default of None that is needed after all is an argument that nobody gives")
def _(scratch: Scratch) -> None:
    net = model("Net", "return self.fc(x)", ", width=None", "self.fc = nn.Linear(4, width * 2)")
    bug = model("Bug", "return x", "", "self.fc = nn.Linear(4, None * 2)")
    scratch.write("net.py", net, bug)
    same(scratch.verdicts(), {"Net": "not analysed", "Bug": "refused"}, "verdicts")
    scratch.write("use.py", "from net import Net\n\n\ndef make(path):\n    return Net(width=3).to(path)  # a Module\n")
    same(scratch.verdicts("net.py", "use.py").get("Net(width=3)"), "exact", "verdict with what others give")


@case("what nobody says of an input is asked for, whatever it may be")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", "\n\nclass Net(nn.Module):\n    def forward(self, x, kind):\n"
                  "        return x * getattr(self, f'{kind}_scale')\n")
    row, = scratch.json()["diagnostics"]
    same((row["line"], row["hint"].partition(", in [tool")[0]),
         (7, 'declare it, with a `?` for each dimension of any size, as in '
             '`inputs = ["kind:float32[?,?,?]"]`; if it is no tensor, fix it: `set = ["kind=None"]`'),
         "hint")


@case("what is named as indices are is declared as integers")
def _(scratch: Scratch) -> None:
    for name, dtype in (("input_ids", "int64[?,?]"), ("ids", "int64[?,?]"),
                        ("grids", "float32[?,?,?]")):
        scratch.write("net.py", f"\n\nclass Net(nn.Module):\n    def forward(self, {name}):\n"
                      f"        return getattr(self, f'{{{name}}}_scale')\n")
        row, = scratch.json()["diagnostics"]
        holds(row["hint"], f'as in `inputs = ["{name}:{dtype}"]`;')


@case("where None is of no use, the parameters that kept it are named")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", model("Net", "return x * self.sizes[0]", setup="self.sizes = None").replace(
        "forward(self, x)", "forward(self, x, scale=None)"))
    row, = scratch.json()["diagnostics"]
    same((row["code"], row["hint"].partition(", in [tool")[0]),
         ("NN202", '`forward` is called without `scale`: if it needs that, declare it, as with '
                   '`inputs = ["scale:float32[?,?,?]"]`'), "hint")


@case("a rank that one path alone teaches is not taken for the input's")
def _(scratch: Scratch) -> None:
    body = ("if x.ndim != 4:\n            x = x.permute(0, 2, 1, 3, 4)\n"
            "            raise ValueError('videos are not supported')\n        return self.conv(x)")
    scratch.write("net.py", model("Net", body, setup="self.conv = nn.Conv2d(3, 4, 1)"))
    same(scratch.verdicts(), {"Net": "assumptions"}, "verdict")
    row, = scratch.json()["diagnostics"]
    holds(row["message"], "`x` is float32[?,3,?,?]")


@case("a failure that comes whatever the rank is told, and not the rank asked for")
def _(scratch: Scratch) -> None:
    body = "y = x.reshape((*x.shape[:-1], 2, -1))\n        return einsum('...ij->...ji', y)"
    scratch.write("net.py", model("Net", body))
    row, = scratch.json()["diagnostics"]
    same((row["code"], row["line"]), ("NN203", 12), "finding")
    holds(row["message"], "name 'einsum' is not defined")
