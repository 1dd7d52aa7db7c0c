"""What a check makes of inputs that nobody declares, and what it advises."""
from __future__ import annotations

from harness.check.scratch import Cases, Scratch, model, same

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
                  model("Pools", "return self.fc(self.pool(self.conv(x)).flatten(1))",
                        setup="self.conv = nn.Conv2d(3, 8, 3); self.pool = nn.AdaptiveAvgPool2d(6); "
                              "self.fc = nn.Linear(288, 2)"))
    same(scratch.verdicts(), {"Halves": "assumptions", "Pools": "assumptions"}, "verdicts")
    said = [row["message"].rpartition("assumption that ")[2] for row in scratch.json()["diagnostics"]]
    same(said, ["`x` is float32[?,?,?,?]", "`x` is float32[?,3,224,224]"], "assumptions")


@case("the image size that a module names is supposed first")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", model("Pools", "return self.pool(x) + self.table",
                                  setup="self.img_size = (48, 80); self.pool = nn.AdaptiveAvgPool2d((6, 5)); "
                                        "self.table = nn.Parameter(torch.ones(6, 5))"))
    said, = scratch.json()["diagnostics"]
    same(said["message"].rpartition("assumption that ")[2], "`x` is float32[?,?,48,80]", "assumption")


@case("a second module of a class is tried with what the first needed, and no further")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", model("Net", "return self.conv(x)", ", channels=3",
                                  "self.conv = nn.Conv2d(channels, 4, 3)"),
                  "\n\ndef gray():\n    return Net(1)\n\n\ndef colour():\n    return Net(3)\n")
    same(scratch.verdicts(), {"Net": "exact", "gray": "exact", "colour": "exact"}, "verdicts")


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


@case("where all parameters have defaults, the first is given if nothing else will do")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", "\n\nclass Needs(nn.Module):\n    def forward(self, x: torch.Tensor | None = None):\n"
                  "        if x is None:\n            raise ValueError('which?')\n        return x + 1\n",
                  "\n\nclass Free(nn.Module):\n    def forward(self, x=None):\n"
                  "        return torch.ones(2) if x is None else x\n")
    same(scratch.verdicts(), {"Needs": "assumptions", "Free": "exact"}, "verdicts")
    said, = scratch.json()["diagnostics"]
    same("given its first parameter" in said["message"], True, said["message"])
