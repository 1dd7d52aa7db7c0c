"""Which classes are entries, what becomes of each, and the exit status."""
from __future__ import annotations

import json
import os
import signal
import subprocess
import time

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
                  "\n\ndef add(x=1):\n    return x + 1\n",
                  "\n\ndef tables():\n    return list(nothing_such)\n\n\ndef pair():\n    return nothing_such, 1\n")
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


# What a module holds, what an entry does to it, and what the next one must find nevertheless.
_SHARED = """

import functools
import itertools
import os
import sys


class Config:
    size = 1


class Other:
    pass


class Box:
    def __init__(self):
        self.items = [1]


def helper(x, n=1):
    return n


def bump():
    global level
    level += 1


def made_counter():
    count = 0

    def counter():
        nonlocal count
        count += 1
        return count

    return counter


@functools.lru_cache(None)
def remembered(key):
    level_list.append(key)
    return len(level_list)


level = 0
level_list = []
names, table, known = ["a"], {"a": 1}, {1, 2}
box, thing = Box(), Config()
counter = made_counter()
generated = (i for i in range(9))
iterated, counted = iter([1, 2, 3]), itertools.count()
numbers = torch.arange(4)
shared_layer = nn.Linear(4, 4)
"""
_BREAKS = {
    "names.append('b')": "names == ['a']",
    "names[:] = []": "len(names) == 1",
    "table.pop('a')": "table['a'] == 1",
    "table['b'] = 2": "'b' not in table",
    "known.add(3)": "len(known) == 2",
    "box.items.append(2)": "box.items == [1]",
    "box.items = None": "box.items == [1]",
    "del box.items": "hasattr(box, 'items')",
    "Config.size = 2": "Config.size == 1",
    "Config.more = 2": "not hasattr(Config, 'more')",
    "del Config.size": "Config.size == 1",
    "Config.__name__ = 'Renamed'": "Config.__name__ == 'Config'",
    "thing.__class__ = Other": "type(thing) is Config",
    "thing.size = 3": "thing.size == 1",
    "helper.calls = 3": "not hasattr(helper, 'calls')",
    "helper.__defaults__ = (9,)": "helper(0) == 1",
    "bump()": "level == 0",
    "sys.modules[__name__].level = 7": "level == 0",
    "globals()['added'] = 7": "'added' not in globals()",
    "counter()": "counter() == 1",
    "next(generated)": "next(generated) == 0",
    "next(iterated)": "next(iterated) == 1",
    "next(counted)": "next(counted) == 0",
    "remembered(5)": "remembered(6) == 1",
    "type('Late', (Config,), {})": "Config.__subclasses__() == []",
    "numbers[0] = 5": "int(numbers[0]) == 0",
    "numbers.add_(1)": "int(numbers.sum()) == 6",
    "torch.set_default_dtype(torch.float64)": "torch.zeros(1).dtype == torch.float32",
    "nn.ReLU.more = 1": "not hasattr(nn.ReLU, 'more')",
    "nn.ReLU.forward = lambda self, x: x.nothing_such()": "isinstance(nn.ReLU()(x), torch.Tensor)",
    "shared_layer.more = 1": "not hasattr(shared_layer, 'more')",
    "shared_layer.weight = None": "shared_layer.weight is not None",
    "self.own = shared_layer": "shared_layer.bias.shape[0] == 4",
    "os.environ['NEW_NAME'] = '1'": "'NEW_NAME' not in os.environ",
    "sys.path.append('nowhere')": "'nowhere' not in sys.path",
}


@case("whatever a constructor or `forward` changes, the entries after it find as it was")
def _(scratch: Scratch) -> None:
    for where in ("constructor", "forward"):
        for n, (does, finds) in enumerate(_BREAKS.items()):
            inside = f"{does}\n        return x" if where == "forward" else "return x"
            first = model("A", inside, setup=does if where == "constructor" else "pass")
            scratch.write(f"{where}/net{n:02}.py", _SHARED, first,
                          model("B", f"assert {finds}\n        return x + 1"),
                          model("C", f"assert {finds}\n        return x + 2"),
                          model("Again", inside, setup=does if where == "constructor" else "pass"),
                          model("D", f"assert {finds}\n        return x * 2"))
    wrong = [(list(_BREAKS)[int(entry["file"][-5:-3])], entry["file"], entry["name"], entry["verdict"])
             for entry in scratch.json(".")["entries"]
             if entry["name"] in "BCD" and entry["verdict"] != "exact"]
    same(wrong, [], "entries that find something changed")


@case("blocks that are constructed alike are made anew once what they read has changed")
def _(scratch: Scratch) -> None:
    changes_itself = ("counter()", "next(", "remembered(", "(x)", "shared_layer.bias")
    breaks = [(does, finds) for does, finds in _BREAKS.items()
              if not any(part in finds for part in changes_itself)]
    for n, (does, finds) in enumerate(breaks):
        block = model("Block", "return x if self.ok else x.nothing_such()", setup=f"self.ok = {finds}")
        alike = "self.blocks = nn.Sequential(*[Block() for _ in range(4)])"
        changed = (f"blocks = [Block() for _ in range(3)]\n        {does}\n"
                   "        self.blocks = nn.Sequential(*blocks, Block())")
        scratch.write(f"net{n:02}.py", _SHARED, block, model("First", "return self.blocks(x)", setup=alike),
                      model("Changed", "return self.blocks(x)", setup=changed),
                      model("Last", "return self.blocks(x)", setup=alike))
    wrong = [(breaks[int(entry["file"][-5:-3])], entry["name"], entry["verdict"])
             for entry in scratch.json(".")["entries"]
             if entry["name"] != "Block" and (entry["verdict"] == "exact") != (entry["name"] != "Changed")]
    same(wrong, [], "entries whose blocks are not as they must be")
    assert len(breaks) > 20, "what is changed"


@case("an entry that passes a limit, wherever that is, leaves nothing behind")
def _(scratch: Scratch) -> None:
    shuffles = "return nn.functional.pixel_shuffle(torch.zeros(1, 4, 2, 2) + x.sum(), 2)"
    spends = [model(f"Spends{n:02}", shuffles, setup=f"for i in range({400 - 10 * n}):\n            pass")
              for n in range(40)]
    plain = model("Plain", shuffles)
    scratch.write("net.py", *spends, plain)
    found = scratch.json("net.py", "--max-steps=450")
    verdicts = {entry["name"]: entry["verdict"] for entry in found["entries"]}
    errors = {row["code"] for row in found["diagnostics"] if row["severity"] == "error"}
    same(errors, {"NN801"}, "errors")
    same((verdicts["Spends00"], verdicts["Plain"]), ("refused", "exact"), "verdicts")


@case("a time limit counts the time of processors")
def _(scratch: Scratch) -> None:
    busy = "n = sum(i % 7 for i in range(400000))"
    scratch.write("net.py", model("Busy", "return x", setup=busy))
    command = [scratch.tool.path, "check", "net.py", "--format=json", "--timeout=3", "--jobs=1",
               "--no-cache", "--max-steps=1000000000000"]
    process = subprocess.Popen(command, cwd=scratch.folder, stdin=subprocess.DEVNULL, text=True,
                               stdout=subprocess.PIPE, start_new_session=True)
    begin, stopped = time.monotonic(), 0.0
    while process.poll() is None and time.monotonic() - begin < 100:
        # Most of the time somebody else has the machine.
        time.sleep(0.02)
        if process.poll() is None and stopped < 6:
            os.killpg(process.pid, signal.SIGSTOP)
            time.sleep(0.5)
            os.killpg(process.pid, signal.SIGCONT)
            stopped += 0.5
    entry, = json.loads(process.communicate()[0])["entries"]
    same((entry["verdict"], stopped > 3), ("exact", True), "verdict, and that the clock went on")


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


@case("a class of a name that others have as well is made as its own file makes it")
def _(scratch: Scratch) -> None:
    part = model("Part", "return self.fc(x)", ", size", "self.fc = nn.Linear(size, 2)")
    vain = "".join(f"\n\ndef make{i}(size):\n    return Part(size + {i})\n" for i in range(8))
    scratch.write("a.py", part, vain)
    scratch.write("b.py", part, "\n\nmodel = [Part(7)]\n")
    scratch.write("c.py", model("Part", "return x.nothing_such()", ", size"), "\n\nmodel = [Part(8)]\n")
    found = scratch.json(".")
    verdicts = {(entry["file"], entry["name"]): entry["verdict"] for entry in found["entries"]}
    same(verdicts, {("a.py", "Part"): "not analysed", ("b.py", "Part(7)"): "exact", ("c.py", "Part(8)"): "refused"},
         "verdicts")


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


@case("an import that is given up inside of branches leaves none around what follows")
def _(scratch: Scratch) -> None:
    scratch.write("pkg/__init__.py", "")
    scratch.write("pkg/deep.py", "def down(x):\n    if x.sum() > 0:\n        return down(x + 1)\n"
                  "    return x\n\n\ndown(torch.rand(3))\nBOTTOM = 1\n")
    scratch.write("pkg/table.py", "from pkg.deep import BOTTOM\n\nTABLE = {}\n\n\n"
                  "def register(name, function):\n    TABLE[name] = function\n\n\n"
                  "register('two', lambda x: x * 2)\n")
    scratch.write("pkg/a.py", "from pkg.table import TABLE\n",
                  model("First", "return x + len([name for name in TABLE])"))
    counts = "return x * sum(i for i in range(3)) if x.sum() > 0 else x"
    scratch.write("pkg/b.py", "counted = (i for i in range(9))\n", model("Second", counts),
                  model("Third", "return x + next(counted)"), model("Fourth", "return self.part(x)",
                                                                   setup="self.part = nn.ReLU()"))
    expected = {name: "exact" for name in ("First", "Second", "Third", "Fourth")}
    same(scratch.verdicts(".", "--jobs", "1"), expected, "verdicts")
