"""Every format, through what reads it."""
from __future__ import annotations

import json
import re

from harness.check.scratch import (ASSUMES, EXACT, REFUSED, Cases, Scratch, annotations, holds,
                                   model, same)
from harness.tool import ROOT

case = Cases()

# The call stands behind characters of one, two, three and four bytes.
WIDE = model("Wide", "é = 'aü€😀'; return nn.functional.nothing_such(x)")
BEGIN = len("        é = 'aü€😀'; return ") + 1
END = BEGIN + len("nn.functional.nothing_such")
CHAIN = ("\n\ndef helper(x):\n    return nn.functional.nothing_such(x)\n" +
         model("Net", "é = '€'; return helper(x)"))
CALL = [15, len("        é = '€'; return ") + 1]


@case("concise is a line for each finding, as compilers print them")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", ASSUMES, REFUSED)
    same(scratch.run(".", "--format=concise").lines, [
        "net.py:11:9: warning[NN505]: the graph is exact under the assumption that "
        "`assert x.sum() > 0` holds",
        "net.py:21:16: error[NN301]: `torch.nn.functional.nothing_such` is not supported",
        "2 entries in 1 file, 1 exact under assumptions, 1 refused"], "output")


@case("JSON holds all there is")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", CHAIN, EXACT)
    scratch.write("other.py", "x = 1\n", head="")
    found = scratch.json()
    for entry in found["entries"]:
        same(0 < entry.pop("seconds") < 60, True, "the time is one")
    same(found, {
        "version": 1,
        "diagnostics": [{
            "file": "net.py", "line": 6, "column": 12, "end_line": 6, "end_column": 38,
            "code": "NN301", "severity": "error",
            "message": "`torch.nn.functional.nothing_such` is not supported",
            "hint": "`nnscan ops` lists what is", "fix": None,
            "chain": [{"file": "net.py", "line": CALL[0], "column": CALL[1],
                       "function": "Net.forward"}],
            "notes": [], "entries": ["net.py:Net"],
            "similar": 0}],
        "entries": [{"name": "Net", "kind": "class", "file": "net.py", "line": 9,
                     "verdict": "refused", "reason": ""},
                    {"name": "Exact", "kind": "class", "file": "net.py", "line": 18,
                     "verdict": "exact", "reason": ""}],
        "files": 1, "skipped": 1}, "report")


@case("places that explain a finding come along")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", "é = 1; y = nn.functional.nothing_such(é)\n",
                  model("Net", "return x + y"))
    row, = scratch.json()["diagnostics"]
    same((row["line"], row["notes"]), (12, [{"file": "net.py", "line": 3, "column": 12,
                                             "message": "it comes from here"}]), "JSON")
    row, = scratch.consumed("sarif")
    same(row["related"], [["net.py", 3, 12, 3, 38]], "SARIF")


@case("the page on formats names them all, and every key of JSON")
def _(scratch: Scratch) -> None:
    def keys(value) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(keys, value))
        return set(value).union(*map(keys, value.values())) if isinstance(value, dict) else set()

    page = (ROOT / "docs/check-formats.md").read_text()
    sample = re.search(r"^## json\n\n((?: {4}.*\n)+)", page, re.MULTILINE)[1]
    scratch.write("net.py", "y = nn.functional.nothing_such(1)\n", CHAIN,
                  model("Uses", "return x + y"), model("Typo", "return nn.functional.rellu(x)"))
    same(keys(scratch.json()), keys(json.loads(sample)), "keys")
    names = scratch.run(".", "--format=?").stderr.split("there are ")[1].strip().split(", ")
    same(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE), names, "formats")


@case("columns count characters where the format says so")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", WIDE)
    row, = scratch.json()["diagnostics"]
    same((row["column"], row["end_column"]), (BEGIN, END), "JSON")
    row, = scratch.consumed("sarif")
    same(row["places"], [["net.py", 11, BEGIN, 11, END]], "SARIF")
    holds(scratch.run(".", "--format=github").stdout.decode(), f",col={BEGIN},endColumn={END}::")


@case("SARIF holds against its schema: rules, regions, code flows, related places")
def _(scratch: Scratch) -> None:
    scratch.write("pkg/net.py", CHAIN, ASSUMES)
    chained, assumed = scratch.consumed("sarif")
    same((chained["code"], chained["level"]), ("NN301", "error"), "rule")
    holds(chained["message"], "`torch.nn.functional.nothing_such` is not supported\nhint: ")
    place = ["pkg/net.py", 6, 12, 6, 38]
    same(chained["places"], [place], "place")
    same(chained["calls"], [["pkg/net.py", *CALL, 15, CALL[1] + len("helper(x)")], place], "calls")
    same((assumed["code"], assumed["level"], assumed["calls"]), ("NN505", "warning", []), "warning")


@case("SARIF of a clean tree has no results")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", EXACT)
    same(scratch.consumed("sarif"), [], "results")


@case("paths outside of the working directory are whole, and URIs in SARIF")
def _(scratch: Scratch) -> None:
    scratch.write("a b/net.py", REFUSED)
    (scratch.folder / "deep/er/still").mkdir(parents=True)
    inner = Scratch(scratch.tool, scratch.folder / "deep/er/still")
    row, = inner.consumed("sarif", "../../../a b")
    same(row["places"][0][0], f"file://{scratch.folder}/a b/net.py", "place")


@case("GitHub's commands are those of its own toolkit")
def _(scratch: Scratch) -> None:
    broken = "nn.functional.\\\n            nothing_such"
    scratch.write("a,b:c%.py", model("Net", "raise ValueError('100%\\n::error::no\\r')"), ASSUMES,
                  model("Wraps", f"return {broken}(x)"),
                  model("Freezes", "return x if x.sum() > 0 else -x"))
    rows = scratch.json()["diagnostics"]
    same([row["severity"] for row in rows], ["error", "warning", "error", "note"], "severities")
    titles = {"NN202": "the code raises an exception",
              "NN505": "the graph is exact only while this holds",
              "NN301": "a torch function or class is not supported",
              "NN506": "a tracing exporter would keep one side only"}
    expected = []
    for row in rows:
        annotation = {"level": row["severity"].replace("note", "notice"),
                      "title": f"nnscan {row['code']}: {titles[row['code']]}", "file": "a,b:c%.py",
                      "startLine": row["line"], "endLine": row["end_line"],
                      "message": row["message"] + (f"\nhint: {row['hint']}" if row["hint"] else "")}
        # The runner drops columns of more than one line, with a warning.
        if row["line"] == row["end_line"]:
            annotation |= {"startColumn": row["column"], "endColumn": row["end_column"]}
        expected.append(annotation)
    same([row["line"] for row in rows if row["line"] != row["end_line"]], [30], "long places")
    holds(rows[0]["message"], "100%", "::error::no")
    same(scratch.run(".", "--format=github").stdout.decode(), annotations(expected), "commands")


@case("GitLab's fingerprints stay when lines move, and differ where findings do")
def _(scratch: Scratch) -> None:
    again = REFUSED.replace("Refused", "Again")
    scratch.write("net.py", REFUSED, again, ASSUMES)
    scratch.write("other.py", REFUSED)
    before = scratch.consumed("gitlab")
    same([row["severity"] for row in before], ["major", "major", "minor", "major"], "severities")
    same([row["check_name"] for row in before], ["NN301", "NN301", "NN505", "NN301"], "names")
    scratch.write("net.py", "\n# a comment\n\n", EXACT, REFUSED, again, ASSUMES)
    after = scratch.consumed("gitlab")
    same([row["fingerprint"] for row in after], [row["fingerprint"] for row in before],
         "fingerprints after an edit above")
    same([row["location"]["lines"]["begin"] for row in after[:2]],
         [row["location"]["lines"]["begin"] + 12 for row in before[:2]], "lines")
    scratch.write("net.py", REFUSED.replace("(x)", "(x + 1)"), again, ASSUMES)
    same(scratch.consumed("gitlab")[0]["fingerprint"] in {row["fingerprint"] for row in before},
         False, "the fingerprint of another line is one of those")


@case("JUnit has a suite for each file and a case for each entry")
def _(scratch: Scratch) -> None:
    scratch.write("a.py", EXACT, REFUSED, ASSUMES, model("Open", "return x * n", ", n"))
    scratch.write("b.py", model("Net", "raise ValueError(']]> & <a b=\"c\"> \\x1b \\x00')"))
    suites = scratch.consumed("junit")
    same(sorted(suites), ["a.py", "b.py"], "suites")
    cases = suites["a.py"]
    same({name: results and results[0][:2] for name, results in cases.items()}, {
        "Exact": [], "Assumes": [],
        "Refused": ["Failure", "`torch.nn.functional.nothing_such` is not supported"],
        "Open": ["Skipped", "not analysed: needs arguments"]}, "cases")
    holds(cases["Refused"][0][2], "a.py:20:16: error[NN301]", "^~~~~")
    (kind, message, text), = suites["b.py"]["Net"]
    same(kind, "Failure", "the entry that raises")
    holds(message, "]]> & <a b=\"c\"> \ufffd")
    holds(text, "]]> & <a b=")


@case("a finding in a file that is imported fails the entry that imports it")
def _(scratch: Scratch) -> None:
    scratch.write("helpers.py", "\n\ndef helper(x):\n    return nn.functional.nothing_such(x)\n")
    scratch.write("net.py", "from helpers import helper\n", model("Net", "return helper(x)"))
    row, = scratch.json("net.py")["diagnostics"]
    same((row["file"], row["entries"]), ("helpers.py", ["net.py:Net"]), "finding")
    suites = scratch.consumed("junit", "net.py")
    same(list(suites), ["net.py"], "suites")
    holds(suites["net.py"]["Net"][0][2], "helpers.py:6:12: error[NN301]")


@case("-q leaves errors only, and no closing line")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", ASSUMES, EXACT)
    same(scratch.run(".", "-q").stdout, b"", "output without errors")
    scratch.write("net.py", ASSUMES, REFUSED)
    same([line.split(": ")[1] for line in scratch.run(".", "-q", "--format=concise").lines],
         ["error[NN301]"], "lines")
    same([row["code"] for row in scratch.json(".", "-q")["diagnostics"]], ["NN301"], "JSON")


@case("--statistics counts by code, most frequent first")
def _(scratch: Scratch) -> None:
    again = REFUSED.replace("Refused", "Again")
    scratch.write("net.py", ASSUMES, REFUSED, again)
    counts = ["     2  NN301  a torch function or class is not supported",
              "     1  NN505  the graph is exact only while this holds"]
    closing = "3 entries in 1 file, 1 exact under assumptions, 2 refused"
    for kind in ("text", "concise"):
        result = scratch.run(".", f"--format={kind}", "--statistics")
        same(result.lines[-3:], [*counts, closing], kind)
    result = scratch.run(".", "--format=json", "--statistics")
    same(len(json.loads(result.stdout)["diagnostics"]), 3, "JSON")
    same(result.stderr.splitlines(), counts, "standard error beside JSON")


@case("a format that there is not is wrong usage")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", EXACT)
    result = scratch.run(".", "--format=yaml")
    same((result.status, result.stdout), (2, b""), "status and output")
    holds(result.stderr, "no `yaml`", "text, concise, json, sarif, github, gitlab, junit")
