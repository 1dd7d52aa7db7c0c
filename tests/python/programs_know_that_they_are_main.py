from __future__ import annotations
import sys

__all__ = ["main", "Shape"]
__version__ = "1.2"

Shape = tuple
DEBUG = True
mode = "debug" if DEBUG else "release"
sys.path.append("nowhere")

def is_torch_available():
    return True

if is_torch_available():
    Backend = "torch"
else:
    Backend = "none"

def main(argv: list[str] | None = None) -> int:
    print(mode, Backend, __version__, __all__, argv)
    return 0

if __name__ == "__main__":
    main(["x"])
    print(__name__)
