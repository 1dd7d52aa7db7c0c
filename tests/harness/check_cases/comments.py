"""`# nnscan: ignore` and those that have nothing to ignore."""
from .case import Case, GOOD, MISFIT, RAISES, check, model

SPREAD = ("x = torch.stack(", "    [x,", "     x.reshape(7)],  {}", "    dim=0,", ")  {}",
          "return x")


def spread(inner: str = "", last: str = "", before: str = "", after: str = "") -> str:
    lines = [line.format(inner if "reshape" in line else last) for line in SPREAD]
    return model(*([before] if before else []), "x = torch.zeros(2, 3)", *lines,
                 *([after] if after else []))


def raising(comment: str, *more: str) -> str:
    return model(f"raise ValueError('no')  {comment}", *more)


CASES = [
    Case("a comment silences what stands on its line", {
        "code.py": raising("# nnscan: ignore[NN202]"),
        "family.py": raising("# nnscan: ignore[NN2]"),
        "several.py": raising("# noqa: E501  # nnscan: ignore[NN202] as all of them"),
        "tight.py": raising("#nnscan:ignore[NN202]"),
        "all.py": raising("# nnscan: ignore"),
        "carriage.py": raising("# nnscan: ignore[NN202]").replace("\n", "\r\n"),
    }, [check(".", status=0, says=(r"6 refused", r"no:NN\d+"))]),
    Case("a comment silences no other codes", {"a.py": raising("# nnscan: ignore[NN4]")}, [
        check(".", status=1, says=r"error\[NN202\]"),
    ]),
    Case("a comment silences no other lines", {"a.py": model("y = x  # nnscan: ignore",
                                                             "raise ValueError('no')")}, [
        check(".", status=1, says=(r"error\[NN202\]")),
    ]),
    Case("any line of the statement will do", {
        "inner.py": spread(inner="# nnscan: ignore[NN]"),
        "last.py": spread(last="# nnscan: ignore[NN]"),
    }, [check(".", status=0, says=(r"2 refused", r"no:NN\d+"))]),
    Case("the lines around the statement will not", {
        "before.py": spread(before="# nnscan: ignore[NN]"),
        "after.py": spread(after="# nnscan: ignore[NN]"),
    }, [check(".", status=1, says=(r"^before\.py:1\d:\d+: error", r"^after\.py:1\d:\d+: error"))]),
    Case("a comment in a body is none on its header", {
        "a.py": model("if nothing_such:", "    return x  # nnscan: ignore", "return x"),
    }, [check(".", status=1, says=r"a\.py:11:\d+: error")]),
    Case("a comment silences a whole file", {
        "all.py": "# nnscan: ignore-file\n" + RAISES,
        "code.py": "# nnscan: ignore-file[NN202]\n" + RAISES,
        "other.py": "# nnscan: ignore-file[NN202]\n" + MISFIT,
    }, [check(".", status=1, says=(r"^other\.py:12:\d+: error\[NN401\]", r"no:NN202\]: "))]),
    Case("text in a string is no comment", {
        "a.py": model("s = '# nnscan: ignore'; raise ValueError('no')"),
        "b.py": model("raise ValueError('''", "# nnscan: ignore[NN202]", "''')"),
        "c.py": model("raise ValueError(f'{3!r:#>3}# nnscan: ignore')"),
    }, [check(".", status=1, says=(r"^a\.py:11.*NN202", r"^b\.py:11.*NN202", r"^c\.py:11.*NN202",
                                   r"no:NN108"))]),
    Case("a file with a syntax error can be silenced", {
        "a.py": "from torch.nn import Module\nx = ((  # nnscan: ignore[NN101]\n",
        "b.py": "# nnscan: ignore-file[NN101]\nfrom torch.nn import Module\nx = ((\n",
    }, [check("a.py", status=0, says=r"no:error"), check("b.py", status=0, says=r"no:error")]),
    Case("a comment that silences nothing is a finding", {
        "a.py": model("return self.fc(x)  # nnscan: ignore[NN401]"),
        "b.py": model("return self.fc(x)  # nnscan: ignore"),
        "c.py": "# nnscan: ignore-file[NN4]\n" + GOOD,
    }, [
        check(".", status=0, says=(r"^a\.py:11:45: warning\[NN108\].*`NN401`",
                                   r"^b\.py:11:28: warning\[NN108\]",
                                   r"^c\.py:1:23: warning\[NN108\].*`NN4`")),
        check(".", "--ignore", "NN108", status=0, says=r"no:NN108"),
        check(".", "--select", "NN1", status=0, says=r"NN108"),
    ]),
    Case("each code of a comment is judged", {"a.py": raising("# nnscan: ignore[NN202, NN401]")}, [
        check(".", status=0, says=(r"warning\[NN108\].*`NN401`", r"no:warning.*NN202")),
    ]),
    Case("a code that is not selected still has something to silence",
         {"a.py": raising("# nnscan: ignore[NN202]")},
         [check(".", "--ignore", "NN202", status=0, says=r"no:NN108")]),
    Case("a misspelt comment is a finding", {
        "a.py": model("return self.fc(x)  # nnscan: ignroe[NN401]"),
        "b.py": model("return self.fc(x)  # nnscan: ignore[NN999]"),
        "c.py": model("return self.fc(x)  # nnscan: ignore[]"),
    }, [check(".", status=0, says=(r"^a\.py:11:28: warning\[NN108\].*ignroe",
                                   r"^b\.py:11:45: warning\[NN108\].*NN999.*did you mean",
                                   r"^c\.py:11:28: warning\[NN108\].*names no code"))]),
    Case("nobody knows about code that was not analysed", {
        "a.py": model("return self.fc(x)  # nnscan: ignore[NN401]", args=", width"),
    }, [check(".", status=0, says=(r"1 not analysed", r"no:NN108"))]),
    Case("nobody knows what follows an error", {
        "a.py": model("raise ValueError('no')", "return x  # nnscan: ignore[NN401]"),
    }, [check(".", status=1, says=(r"NN202", r"no:NN108"))]),
    Case("a helper is judged where its users are", {
        "helper.py": "# for torch Modules\ndef misfit(x):\n"
                     "    raise ValueError('no')  # nnscan: ignore[NN202]\n"
                     "\n\ndef fits(x):\n    return x + 1  # nnscan: ignore[NN202]\n",
        "net.py": "from helper import misfit\n" + model("return misfit(x)"),
    }, [
        check(".", status=0, says=(r"helper\.py:7:\d+: warning\[NN108\]", r"no:helper\.py:3")),
        check("helper.py", status=0, says=r"no:NN108"),
    ]),
]
