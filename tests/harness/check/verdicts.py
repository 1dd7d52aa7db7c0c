"""Which classes are entries, what becomes of each, and the exit status."""
from __future__ import annotations

from harness.check.scratch import ASSUMES, EXACT, REFUSED, Cases, Scratch, holds, model, same

case = Cases()


@case("each entry has its verdict, and the worst decides the status")
def _(scratch: Scratch) -> None:
    scratch.write("all.py", EXACT, ASSUMES, REFUSED,
                  model("Open", "return x * self.n", ", n", "self.n = n"))
    same(scratch.verdicts(), {"Exact": "exact", "Assumes": "assumptions", "Refused": "refused",
                              "Open": "not analysed"}, "verdicts")
    same(scratch.run(".").status, 1, "status")
    scratch.write("all.py", EXACT, ASSUMES)
    same(scratch.run(".").status, 0, "status with a warning only")


@case("--exit-zero changes the status and nothing else")
def _(scratch: Scratch) -> None:
    scratch.write("all.py", REFUSED)
    plain, zero = scratch.run("."), scratch.run(".", "--exit-zero")
    same((plain.status, zero.status), (1, 0), "status")
    same(zero.stdout, plain.stdout, "output")


@case("a class that others hold is a part of them")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", model("Part", "return x * self.n", ", n", "self.n = n"),
                  model("Whole", "return self.part(x)", setup="self.part = Part(3)"))
    same(scratch.verdicts(), {"Part": "part", "Whole": "exact"}, "verdicts")


@case("arguments are taken from where others make the class")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", model("Open", "return x * self.n", ", n", "self.n = n"))
    scratch.write("use.py", "from net import Open\n\n\ndef main(path):\n"
                  "    train(torch.nn.DataParallel(Open(7)), path)  # a Module\n")
    same(scratch.verdicts("net.py", "use.py").get("Open(7)"), "exact", "verdict on Open(7)")


@case("what is not analysed is never reported as fine")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", model("Open", "return x * self.n", ", n", "self.n = n"))
    result = scratch.run(".", "--summary")
    same(result.lines, ["net.py:5: Open not analysed: needs arguments",
                        "1 entry in 1 file, 1 not analysed"], "output")
    (suite, cases), = scratch.consumed("junit").items()
    same((suite, cases["Open"][0][0]), ("net.py", "Skipped"), "case in JUnit")


@case("functions and variables that give modules are entries")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", EXACT, "\n\ndef make():\n    return Exact()\n\n\nready = Exact()\n",
                  "\n\ndef add(x=1):\n    return x + 1\n")
    entries = scratch.json()["entries"]
    same([(entry["name"], entry["kind"], entry["line"], entry["verdict"]) for entry in entries],
         [("Exact", "class", 5, "exact"), ("make", "function", 14, "exact"),
          ("ready", "variable", 18, "exact")], "entries")


@case("what several entries run into is said once")
def _(scratch: Scratch) -> None:
    helper = "\n\ndef helper(x):\n    return nn.functional.nothing_such(x)\n"
    scratch.write("net.py", helper, model("First", "return helper(x)"),
                  model("Second", "return helper(x + 1)"), model("Third", "return x"))
    found = scratch.json()
    same([(row["line"], row["entries"]) for row in found["diagnostics"]],
         [(6, ["net.py:First", "net.py:Second"])], "findings")
    text = scratch.run(".").stdout.decode()
    holds(text, "  in net.py:First and 1 more\n", "2 refused")
    same(text.count("error["), 1, "errors in the text")


@case("findings are in the order of files and lines, however many work on them")
def _(scratch: Scratch) -> None:
    for name in ("b.py", "a.py", "c/d.py", "c/__init__.py"):
        scratch.write(name, EXACT, REFUSED, REFUSED.replace("Refused", "Again"))
    runs = [scratch.run(".", "--format=concise", f"--jobs={jobs}").stdout for jobs in (1, 2, 4)]
    same(runs[1:], runs[:1] * 2, "output with other --jobs")
    places = [line.split(": ")[0] for line in runs[0].decode().splitlines()[:-1]]
    same(places, [f"{name}:{line}:16" for name in ("a.py", "b.py", "c/__init__.py", "c/d.py")
                  for line in (20, 29)], "places")


@case("a constructor that never ends is a limit, and the rest is analysed")
def _(scratch: Scratch) -> None:
    endless = "while True:\n            pass"
    scratch.write("net.py", model("Endless", "return x", setup=endless), EXACT)
    found = scratch.json("net.py", "--timeout=1", "--max-steps=1000000000000")
    same({entry["name"]: entry["verdict"] for entry in found["entries"]},
         {"Endless": "refused", "Exact": "exact"}, "verdicts by the clock")
    row, = found["diagnostics"]
    same((row["code"], row["message"]), ("NN801", "the analysis took longer than 1 s"), "finding")
    found = scratch.json("net.py", "--max-steps=10000")
    same([(row["code"], row["line"]) for row in found["diagnostics"]], [("NN801", 8)],
         "findings by steps")


@case("what an entry breaks stays with it")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", "\n\nshared = [1]\n",
                  model("First", "return x", setup="shared.clear()"),
                  model("Second", "return x + shared[0]"))
    same(scratch.verdicts(), {"First": "exact", "Second": "exact"}, "verdicts")


@case("what the opset lacks refuses an entry, as it would its export")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", model("Net", "return nn.functional.grid_sample(self.conv(x), torch.zeros(1, 2, 2, 2), "
                                "align_corners=False)",
                                setup="self.conv = nn.Conv2d(3, 4, 1)"))
    same(scratch.verdicts(".", "--opset", "12"), {"Net": "refused"}, "verdict at opset 12")
    same([row["code"] for row in scratch.json(".", "--opset", "12")["diagnostics"]], ["NN601"], "codes")


@case("a class that needs a configuration is made with the default one")
def _(scratch: Scratch) -> None:
    config = "\n\nclass Config:\n    def __init__(self, size={}):\n        self.size = size\n"
    body = ("return self.fc(x)", ", config: Config", "self.fc = nn.Linear(config.size, 2)")
    scratch.write("net.py", config.format(4), model("Net", *body))
    same(scratch.verdicts(), {"Net(config=Config())": "exact"}, "verdicts")
    # A default that cannot be used says nothing of the class.
    scratch.write("net.py", config.format("None"), model("Net", *body))
    same(scratch.verdicts(), {"Net": "not analysed"}, "verdict where the default is none")


@case("a module that nobody needs is not a reason")
def _(scratch: Scratch) -> None:
    scratch.write("pkg/__init__.py", "")
    scratch.write("pkg/deep.py", "def down(n):\n    return down(n + 1)\n\n\ndown(0)\nBOTTOM = 1\n")
    scratch.write("pkg/table.py", "from pkg.deep import BOTTOM\n\nTABLE = {}\n\n\ndef register(name):\n"
                  "    def put(function):\n        TABLE[name] = function\n        return function\n    return put\n"
                  "\n\n@register('two')\ndef two(x):\n    return x * 2\n")
    one = "return TABLE['two'](x) if 'one' not in TABLE else x"
    scratch.write("pkg/net.py", "from pkg.table import TABLE\n", model("First", one), model("Second", one))
    scratch.write("pkg/user.py", "from pkg.deep import BOTTOM\n", model("User", "return x * BOTTOM"), model("Other", "return x"))
    expected = {"First": "exact", "Second": "exact", "User": "refused", "Other": "exact"}
    same(scratch.verdicts(".", "--jobs", "1"), expected, "verdicts")
    same([row["code"] for row in scratch.json(".")["diagnostics"]], ["NN802"], "codes")
