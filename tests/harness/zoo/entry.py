"""What the zoo knows of one model, and what it found out about it."""
from __future__ import annotations

import dataclasses


@dataclasses.dataclass
class Entry:
    """One model of a family.

    module: dotted name of the module that holds it. call: what `--class` says there. options:
    further options, `--input` among them. given, calls: directives of the comparison, as
    tests/README.md describes them. calibrate: shape of an example that sets BatchNorm statistics.
    init: statements on `model` before its constant tensors are perturbed and it is calibrated.
    heads: mean and deviation that it then gives to layers, by a pattern of their names.
    """
    name: str
    module: str
    call: str
    options: list[str]
    given: list[str] = dataclasses.field(default_factory=list)
    calls: list[str] = dataclasses.field(default_factory=list)
    calibrate: list[int] | None = None
    init: str | None = None
    heads: dict[str, tuple[float, float]] | None = None
    tolerance: float | None = None
    source: str = ""  # the module's file; `listing` fills it in

    @property
    def inputs(self) -> list[str]:
        return [value for option, value in zip(self.options, self.options[1:])
                if option == "--input"]

    @property
    def symbols(self) -> set[str]:
        dims = [dim for text in self.inputs for dim in text.partition("[")[2].rstrip("]").split(",")]
        return {dim for dim in dims if not dim.isdigit()}

    @property
    def fixed(self) -> list[str]:
        return [value for option, value in zip(self.options, self.options[1:])
                if option == "--set"]


def inputs(*declared: str) -> list[str]:
    """The options that declare these inputs."""
    return [word for text in declared for word in ("--input", text)]


def image(size: tuple[int, int], parameter: str = "x", channels: int = 3) -> list[str]:
    """The option that declares a batch of images of some height and width."""
    return inputs(f"{parameter}:float32[N,{channels},{size[0]},{size[1]}]")


# right; refused: status 1 with a diagnostic; wrong: other numbers than PyTorch's, or a file that
# does not run; crash: any other end; time: the limit passed; large: exported, too large to compare;
# noisy: PyTorch's own rounding is as large; exported: not compared by request; unbuildable:
# PyTorch itself cannot build or run it here.
VERDICTS = ("right", "refused", "wrong", "crash", "time", "noisy", "large", "exported", "unbuildable")
BAD = ("wrong", "crash", "time")


@dataclasses.dataclass
class Verdict:
    name: str
    verdict: str
    code: str = ""        # of the first diagnostic, where refused
    message: str = ""
    where: str = ""       # FILE:LINE of it
    seconds: float = 0.0  # of the export, as a whole process
    peak_mb: float = 0.0
    worst: float = 0.0    # largest difference, of the output's scale
    millions: float = 0.0  # of parameters
    commit: str = ""       # what nnscan was built from
    executable: str = ""   # digest of nnscan
