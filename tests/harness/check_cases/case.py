"""What a case consists of, and the files that most of them share."""
from __future__ import annotations

import dataclasses
import pathlib
from collections.abc import Callable


@dataclasses.dataclass
class Command:
    args: list[str]
    status: int
    says: tuple[str, ...] = ()
    folder: str = "."
    environment: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Case:
    name: str
    files: dict[str, str]
    # Commands of nnscan; of git, as lists; files that are written in between; what else happens to
    # the folder.
    steps: list[Command | list[str] | dict[str, str] | Callable[[pathlib.Path], None]]


def check(*args: str, status: int = 0, says: tuple[str, ...] | str = (), **more) -> Command:
    return Command(list(args), status, (says,) if isinstance(says, str) else says, **more)


def model(*forward: str, init: tuple[str, ...] = (), name: str = "Net", args: str = "") -> str:
    """A file with one class; `forward` are the lines of its method after `def`."""
    lines = ["import torch", "from torch import nn", "", "", f"class {name}(nn.Module):",
             f"    def __init__(self{args}):", "        super().__init__()",
             "        self.fc = nn.Linear(4, 3)", *[f"        {line}" for line in init], "",
             "    def forward(self, x):", *[f"        {line}" for line in forward]]
    return "\n".join(lines) + "\n"


GOOD = model("return self.fc(x)")
# Each refused, with one finding on line 11: an exception, and a shape that does not fit.
RAISES = model("raise ValueError('no')")
MISFIT = model("return self.fc(torch.zeros(2, 5))")


def raising_class(name: str) -> str:
    return (f"\n\nclass {name}(nn.Module):\n    def forward(self, x):\n"
            "        raise ValueError('no')\n")
