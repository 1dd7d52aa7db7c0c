"""Run by the oracle: the dtypes and shapes that PyTorch gives the names of one file while a model runs.

    observe.py FILE MODULE CALL SIZES    (SIZES: JSON, a list of sizes an input; "int" first for indices)

Writes JSON: [[line, name, dtype, shape], ...], of assignments, of parameters at their function's line, and
of what is returned, under the empty name.
"""
import ast
import importlib
import json
import pathlib
import sys

import torch

FILE, MODULE, CALL, SIZES = sys.argv[1:]
sys.path.insert(0, str(pathlib.Path(FILE).parent))

statements = {}  # that assign or return, by their first line: their last one, and the names
for node in ast.walk(ast.parse(pathlib.Path(FILE).read_text())):
    if isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = {each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)}
        statements[node.lineno] = (node.end_lineno, names)
    elif isinstance(node, ast.Return):
        statements[node.lineno] = (node.end_lineno, set())

seen = set()


def note(line, name, value):
    if isinstance(value, torch.Tensor):
        seen.add((line, name, str(value.dtype).removeprefix("torch."), tuple(value.shape)))


def enter(frame, _event, _argument):
    code = frame.f_code
    if code.co_filename != FILE:
        return None
    for name in code.co_varnames[:code.co_argcount]:
        note(code.co_firstlineno, name, frame.f_locals[name])
    at = None  # the first line of the statement that is being run

    def step(frame, event, argument):
        nonlocal at
        last, names = statements.get(at, (0, set()))
        if event == "line" and at is not None and at < frame.f_lineno <= last:
            return step
        for name in names & frame.f_locals.keys():
            note(at, name, frame.f_locals[name])
        if event == "return":
            note(at, "", argument)
        at = frame.f_lineno
        return step
    return step


model = eval(CALL, vars(importlib.import_module(MODULE))).eval()
inputs = [torch.randint(0, 9, size[1:]) if size[0] == "int" else torch.rand(size) for size in json.loads(SIZES)]
sys.settrace(enter)
with torch.no_grad():
    model(*inputs)
sys.settrace(None)
print(json.dumps(sorted(seen)))
