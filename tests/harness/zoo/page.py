"""The page that says how the zoo fared, and beside it a list of each family's models."""
from __future__ import annotations

import collections
import csv
import dataclasses
import pathlib
import statistics

from harness.zoo.entry import BAD, VERDICTS, Verdict


def table(families: dict[str, list[Verdict]], sizes: dict[str, int]) -> list[str]:
    """A row a family: how many ran, of how many, how many of each verdict, and how long the export
    took."""
    used = [v for v in VERDICTS if any(r.verdict == v for rows in families.values() for r in rows)
            or v in ("right", "refused", *BAD)]
    lines = ["| family | models | " + " | ".join(used) + " | median s | longest s | peak MB |",
             "|---" * (len(used) + 5) + "|"]
    for family, rows in families.items():
        counts = collections.Counter(row.verdict for row in rows)
        seconds = [row.seconds for row in rows]
        models = len(rows) if len(rows) == sizes[family] else f"{len(rows)} of {sizes[family]}"
        lines.append(f"| {family} | {models} | " + " | ".join(str(counts[v]) for v in used)
                     + f" | {statistics.median(seconds):.2f} | {max(seconds):.2f} | "
                     f"{max(row.peak_mb for row in rows):.0f} |")
    return lines


def refusals(rows: list[Verdict]) -> list[str]:
    """What was not right, the most frequent reason first, with the models it concerns."""
    groups = collections.defaultdict(list)
    for row in rows:
        if row.verdict not in ("right", "exported", "large"):
            groups[row.verdict, row.code, row.message.splitlines()[0] if row.message else ""].append(
                row.name)
    lines = []
    for (verdict, code, message), names in sorted(groups.items(), key=lambda g: -len(g[1])):
        shown = ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")
        lines.append(f"- {len(names)} {verdict}{' ' + code if code else ''}: {message[:160]} "
                     f"({shown})")
    return lines


def page(families: dict[str, list[Verdict]], sizes: dict[str, int], packages: list[str],
         command: str) -> str:
    lines = ["# The model zoo", "",
             "`make zoo` exports other people's models from their unmodified sources, runs each in "
             "ONNX Runtime and compares it with eager PyTorch at two batch sizes, with random "
             "weights, BatchNorm statistics and constant fills included; on small images, for which "
             "models of one size are made where their builder takes one (timm's `img_size=96`, "
             f"pytorchcv's `in_size=(128, 128)`). `{command}` wrote this page; "
             "nobody edits it. With `--report` it is what earlier runs found of the models that they "
             "came to.", "",
             "*Right*: equal to 1e-4 of the output's scale, or no further from PyTorch's double "
             "precision than four times its single precision is. *Noisy*: single precision itself is "
             "off by 1e-3, or gives no finite number, so that nothing is decided. *Refused*: status 1 "
             "and a diagnostic. *Wrong*: other numbers, or a file that does not run. *Large*: exported, not compared "
             "for its size. *Exported*: exported, and not among those compared. *Unbuildable*: PyTorch "
             "itself cannot build or run it here. Seconds are of the export as a whole process, with its "
             "weights where it was compared.", "",
             "Beside this page, `zoo/FAMILY.tsv` lists every model with what was found, the largest "
             "difference as a part of the output's scale, and the commit at which it ran last.", "",
             *table(families, sizes), "", "Sources: " + ", ".join(packages) + ".", ""]
    for family, rows in families.items():
        missed = refusals(rows)
        if missed:
            lines += [f"## {family}", "", *missed, ""]
    return "\n".join(lines).rstrip() + "\n"


# What the list of a family's models says of each, and what stands for it there.
_COLUMNS = {"model": "name", "found": "verdict", "code": "code", "difference": "worst",
            "seconds": "seconds", "MB": "peak_mb", "million parameters": "millions",
            "commit": "commit", "where": "where", "message": "message"}
_MESSAGE = 160  # characters of one that are kept


def write_list(path: pathlib.Path, rows: list[Verdict]) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", newline="") as file:
        out = csv.writer(file, delimiter="\t", lineterminator="\n")
        out.writerow(_COLUMNS)
        for row in sorted(rows, key=lambda row: row.name):
            told = row.message if row.verdict != "right" else ""
            short = dataclasses.replace(row, worst=float(f"{row.worst:.1e}"),
                                        message=" ".join(told.split())[:_MESSAGE])
            out.writerow([getattr(short, field) for field in _COLUMNS.values()])


def read_list(path: pathlib.Path) -> list[Verdict]:
    """What an earlier `write_list` kept; none where there is no such file."""
    if not path.exists():
        return []
    types = {field.name: field.type for field in dataclasses.fields(Verdict)}
    with path.open(newline="") as file:
        return [Verdict(**{field: float(row[column]) if types[field] == "float" else row[column]
                           for column, field in _COLUMNS.items()})
                for row in csv.DictReader(file, delimiter="\t")]
