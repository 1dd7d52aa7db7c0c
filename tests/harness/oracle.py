"""The oracle: eager PyTorch in a process of its own, asked for checkpoints and for right answers.

It runs on the system's Python (apt's python3-torch) and never sees ONNX. A request builds one
model, randomises what initialisation leaves constant, saves the checkpoint that nnscan will read,
and later evaluates calls of `forward`; inputs and results go to a .npz file for the judge.
"""
from __future__ import annotations

import contextlib
import copy
import importlib.util
import inspect
import pathlib
import sys

import torch

from harness import acceptance, arguments, outputs, randomise
from harness.server import serve
from harness.tool import ROOT

# Behind all else: only what the system's Python lacks comes from the judge's packages.
sys.path += [str(folder) for folder in ROOT.glob("build/venv/lib/python3*/site-packages")]

_modules: dict[str, object] = {}
_models: dict[int, torch.nn.Module] = {}


def load_file(path: str):
    """The namespace of a test file, executed once."""
    if path not in _modules:
        name = f"case_{len(_modules)}"
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module  # dataclasses look their module up by name
        # Examples import their neighbours, as they do when a person runs them.
        sys.path.insert(0, str(pathlib.Path(path).parent))
        try:
            spec.loader.exec_module(module)
        finally:
            sys.path.pop(0)
        _modules[path] = module
    return _modules[path]


def load(file):
    """The module of this dotted name, or that this file holds."""
    return load_file(file) if file.endswith(".py") else importlib.import_module(file)


def build(namespace: dict, entry: str, setup: str | None) -> torch.nn.Module:
    """What `--class ENTRY` means: a class or builder is called, an expression evaluated."""
    scope = {"torch": torch, **namespace}
    found = eval(entry, scope)
    model = found if isinstance(found, torch.nn.Module) else found()
    if not isinstance(model, torch.nn.Module):
        raise TypeError(f"`{entry}` gave a {type(model).__name__}, not a module")
    if setup:
        exec(setup, {**scope, "model": model})
    return model


def count(file, entry):
    """Numbers in the parameters of a model that is built without memory for them. Leaves tensors
    without values in what the module caches: ask a fork."""
    with torch.device("meta"):
        model = build(vars(load(file)), entry, None)
    return sum(parameter.numel() for parameter in model.parameters())


def prepare(file, entry, checkpoint, seed=0, train=False, init=None, weights=None, save=None,
            calibrate=None, heads=None, perturb=True, quick=False):
    """Builds the model and writes its checkpoint. `file` may be a dotted module name.

    calibrate: shape of an example input that sets BatchNorm statistics and layer scales.
    heads: mean and deviation of some layers' outputs for it, by a pattern of their names.
    weights, save: expressions over `sd` (the state_dict) for its values and for what is saved.
    quick: large tensors are filled from a pool of random numbers.
    """
    torch.manual_seed(seed)
    with randomise.quick_draws() if quick else contextlib.nullcontext():
        model = build(vars(load(file)), entry, init)
    model.train(train)
    if perturb:
        randomise.perturb(model)
    if calibrate:
        randomise.calibrate(model, calibrate, heads)
    sd = model.state_dict()
    scope = {"torch": torch, **randomise.CHECKPOINT_HELPERS}
    if weights:
        # From copies: what is saved may be views, and must not be views of what is loaded.
        copies = {name: tensor.clone() for name, tensor in sd.items()}
        sd = eval(weights, {**scope, "sd": copies})
        model.load_state_dict(sd)
    saved = eval(save, {**scope, "sd": sd}) if save else sd
    path = randomise.write_checkpoint(saved, checkpoint)
    number = len(_models)
    _models[number] = model
    return {"id": number, "checkpoint": path, "parameters": len(sd)}


def answer(id, declared, fixed, model_inputs, given, calls, values, exact=False, rounds=3):
    """Evaluates the calls that the directives ask for (or `rounds` default ones) and stores them.

    exact: the same calls in double precision, from the same weights.
    """
    model = _models[id]
    plan = arguments.Plan(inspect.signature(model.forward), declared, fixed, model_inputs, given)
    if not exact:
        return _evaluate(model, plan.calls(calls, rounds), values)
    return _evaluate(copy.deepcopy(model).double(),
                     [call.doubled() for call in plan.calls(calls, rounds)], values)


def _evaluate(model, calls, values):
    """Runs each call, stores inputs and results in the file `values`, returns the index."""
    arrays: dict = {}
    made = []
    for number, call in enumerate(calls):
        store = outputs.Store(arrays, number)
        for name, tensor in call.tensors.items():
            store.add("in", name, tensor)
        with torch.no_grad():
            positional, keywords = call.bind()
            result = model(*positional, **keywords)
        for position, (kind, tensor) in enumerate(outputs.flatten(result)):
            store.add("out", str(position), tensor, kind)
        made.append({"text": call.text, "arrays": store.index})
    outputs.save(values, arrays)
    return made


def drop(id):
    del _models[id]
    return None


def source_of(module):
    """The file that holds a module, e.g. `torchvision.models.resnet`."""
    return importlib.util.find_spec(module).origin


def module_of(package, name):
    """The module that defines `package.name`."""
    return getattr(importlib.import_module(package), name).__module__


def cases_of(file):
    """The list CASES of an acceptance file, as data."""
    return [acceptance.describe(case) for case in load_file(file).CASES]


def answer_case(id, file, name, calls, values):
    """Evaluates some calls, by number, of one acceptance case."""
    case = next(case for case in load_file(file).CASES if case.name == name)
    return _evaluate(_models[id], acceptance.calls(case, calls), values)


if __name__ == "__main__":
    # Several would wait for each other on a busy machine, and do not survive a fork.
    torch.set_num_threads(1)
    serve({"load": lambda file: load(file) and None, "count": count, "prepare": prepare,
           "answer": answer, "drop": drop, "source_of": source_of, "module_of": module_of,
           "cases_of": cases_of, "answer_case": answer_case})
