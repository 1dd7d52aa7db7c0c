"""A scratch tree and servers for it."""
from __future__ import annotations

import pathlib
import re

from harness.check.scratch import Cases, holds, lacks, same
from harness.lsp.client import Client
from harness.tool import Tool

__all__ = ["Cases", "Scratch", "holds", "lacks", "same", "NET", "SETTINGS"]

# Short pauses: a test has nobody who types.
SETTINGS = {"debounce": 0, "pause": 0}

NET = '''import torch
from torch import nn
import torch.nn.functional as F


class Block(nn.Module):
    def __init__(self, inside, outside):
        super().__init__()
        self.conv = nn.Conv2d(inside, outside, 3, padding=1)
        self.norm = nn.BatchNorm2d(outside)

    def forward(self, x):
        y = self.conv(x)
        y = self.norm(y)
        return F.relu(y)


class Net(nn.Module):
    def __init__(self, classes=10):
        super().__init__()
        self.first = Block(3, 8)
        self.second = Block(8, 16)
        self.head = nn.Linear(16, classes)

    def forward(self, image):
        a = self.first(image)
        b = self.second(F.max_pool2d(a, 2))
        pooled = b.mean(dim=(2, 3))
        return self.head(pooled)


def tiny():
    return Net(2)
'''


class Scratch:
    def __init__(self, tool: Tool, folder: pathlib.Path):
        self.tool, self.folder = tool, folder

    def write(self, name: str, text: str) -> pathlib.Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def client(self, settings: dict | None = None, **more) -> Client:
        return Client(self.tool.path, self.folder, {**SETTINGS, **(settings or {})}, **more)

    def opened(self, name: str = "net.py", text: str = NET, settings: dict | None = None, wait: bool = True,
               **more) -> tuple[Client, str]:
        """A server that has analysed one file, or is about to."""
        path = self.write(name, text)
        client = self.client(settings, **more)
        client.initialize()
        uri = client.open(path)
        if wait:
            client.analysed(uri)
        return client, uri


def line_of(text: str, part: str) -> int:
    return text[:text.index(part)].count("\n")


def codes(diagnostics: list[dict]) -> list[str]:
    return sorted(d["code"] for d in diagnostics)


def plain(label: str) -> str:
    return re.sub(r"^(: |→ )", "", label)
