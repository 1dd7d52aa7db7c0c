"""The pages that tests/view looks at, and how nnscan makes them."""
from __future__ import annotations

import dataclasses
import pathlib

from harness.tool import ORACLE_PACKAGES, ROOT, Tool

_MODELS = ROOT / "tests/harness/view/models"
_TORCHVISION = pathlib.Path(ORACLE_PACKAGES) / "torchvision/models"
_IMAGE = "x:float32[N,3,224,224]"


@dataclasses.dataclass
class Page:
    name: str
    file: pathlib.Path
    entry: str
    inputs: list[str]
    more: list[str] = dataclasses.field(default_factory=list)
    status: int = 0

    def arguments(self) -> list[str]:
        inputs = [word for each in self.inputs for word in ("--input", each)]
        return [str(self.file), "--class", self.entry, *inputs, *self.more]


PAGES = [
    Page("resnet50", _TORCHVISION / "resnet.py", "resnet50", [_IMAGE]),
    Page("swin", _TORCHVISION / "swin_transformer.py", "swin_t", [_IMAGE]),
    Page("unet", ROOT / "examples/unet.py", "UNet", ["x:float32[N,3,H,W]"]),
    Page("early_exit", ROOT / "examples/early_exit.py", "EarlyExit", ["x:float32[N,3,32,32]"]),
    Page("gpt", ROOT / "examples/gpt.py", "GPT(GPTConfig(n_layer=12))", ["idx:int64[B,T]"]),
    Page("loop", _MODELS / "loop.py", "Refine", ["x:float32[N,4]"]),
    Page("markup", _MODELS / "markup.py", "Evil", ["x:float32[N,4]"]),
    Page("stopped", _MODELS / "stopped.py", "Net", ["x:float32[4,4]"], status=1),
    Page("nested", _MODELS / "large.py", "Nested", ["x:float32[N,8]"]),
    Page("flat", _MODELS / "large.py", "Flat", ["x:float32[N,8]"], ["--max-unroll", "2000"]),
]
FLOWCHARTS = ["resnet50", "unet", "early_exit", "gpt", "loop", "markup"]  # also as Mermaid


def write(nnscan: Tool, page: Page, folder: pathlib.Path) -> list[str]:
    """Writes NAME.html, and NAME.json as it stands in the page; what is wrong with the command."""
    target = folder / f"{page.name}.html"
    result = nnscan.run(["view", *page.arguments(), "-o", str(target)], cwd=folder)
    if result.status != page.status:
        return [f"nnscan view ended with {result.status}, not {page.status}:\n{result.stderr}"]
    text = target.read_text()
    start = text.index('id="graph">') + len('id="graph">')
    (folder / f"{page.name}.json").write_text(text[start:text.index("</script>", start)])
    if page.name not in FLOWCHARTS:
        return []
    result = nnscan.run([*page.arguments(), "--emit", "mermaid", "-o", str(folder / f"{page.name}.mmd")], cwd=folder)
    return [] if result.status == 0 else [f"--emit mermaid ended with {result.status}:\n{result.stderr}"]
