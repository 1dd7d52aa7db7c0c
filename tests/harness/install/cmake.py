"""`cmake --install` and a project that finds the package."""
from __future__ import annotations

import pathlib

from harness import report
from harness.install import pages
from harness.install.shell import failure, run
from harness.tool import ROOT

_CONSUMER = """\
cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES NONE)
find_package(nnscan 0.1 REQUIRED)
nnscan_export(OUTPUT lenet.onnx SOURCE lenet.py ENTRY "LeNet()"
              OPTIONS --input "x:float32[N,1,28,28]" --init random)
add_custom_command(OUTPUT names.txt COMMAND nnscan::nnscan list ${CMAKE_SOURCE_DIR}/lenet.py >names.txt)
add_custom_target(models ALL DEPENDS lenet.onnx names.txt)
"""


def check(suite: report.Suite, scratch: pathlib.Path) -> None:
    prefix, project = scratch / "prefix", scratch / "consumer"
    installed = run(["cmake", "--install", ROOT / "build", "--prefix", prefix])
    suite.add("cmake --install", failure(installed))
    suite.add("the installed command", failure(run([prefix / "bin/nnscan", "--version"])))

    pages.check(suite, scratch, prefix / "share")

    project.mkdir()
    (project / "CMakeLists.txt").write_text(_CONSUMER)
    (project / "lenet.py").write_bytes((ROOT / "examples/lenet.py").read_bytes())
    configured = run(["cmake", "-S", project, "-B", project / "build",
                      f"-DCMAKE_PREFIX_PATH={prefix}"])
    suite.add("find_package(nnscan)", failure(configured))
    built = run(["cmake", "--build", project / "build"])
    suite.add("a build that exports a model", failure(built))
    missing = [name for name in ("lenet.onnx", "names.txt")
               if not (project / "build" / name).is_file()]
    suite.add("what the build wrote", [f"{name} is missing" for name in missing])
