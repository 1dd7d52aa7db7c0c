"""Writes weight files with PyTorch, reads them with checkpoint_dump, compares bit by bit.

    python3 checkpoint_oracle.py PATH/TO/checkpoint_dump
"""

import argparse
import collections
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest
import zipfile

import numpy
import torch

DUMP = None
DTYPES = [torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.int8, torch.int16,
          torch.int32, torch.int64, torch.uint8, torch.bool]


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def raw(tensor):
    tensor = tensor.detach().contiguous()
    return bytes(tensor.numpy().tobytes() if tensor.dtype != torch.bfloat16
                 else tensor.view(torch.int16).numpy().tobytes())


def line(key, tensor):
    shape = ",".join(str(size) for size in tensor.shape)
    return [key, str(tensor.dtype).replace("torch.", ""), shape, f"{fnv1a(raw(tensor)):016x}"]


def dump(path, *options):
    done = subprocess.run([DUMP, *options, str(path)], capture_output=True, text=True, timeout=120)
    rows = [row.split("\t") for row in done.stdout.splitlines()]
    if done.returncode == 1 and rows and rows[0][0] == "error":
        return {"error": rows[0][2], "hint": rows[0][3]}
    if done.returncode != 0:
        raise AssertionError(f"status {done.returncode}: {done.stdout}{done.stderr}")
    return {
        "container": [row[1] for row in rows if row[0] == "container"][0],
        "versions": {row[1]: int(row[2]) for row in rows if row[0] == "version"},
        "tensors": [row[1:4] + [row[5]] for row in rows if row[0] == "tensor"],
        "kept": {row[1]: row[4] for row in rows if row[0] == "tensor"},
    }


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = torch.nn.Conv2d(3, 4, 3)
        self.bn = torch.nn.BatchNorm2d(4)
        self.fc = torch.nn.Linear(4, 2)


def all_dtypes():
    base = torch.arange(24).reshape(2, 3, 4) - 5
    return collections.OrderedDict((str(d).replace("torch.", ""), base.to(d)) for d in DTYPES)


def views():
    base = torch.arange(120, dtype=torch.float32).reshape(4, 5, 6)
    return collections.OrderedDict([
        ("whole", base),
        ("transposed", base.transpose(0, 2)),
        ("slice", base[1:3]),
        ("inner_slice", base[:, 2:4, ::2]),
        ("row", base[2, 3]),
        ("element", base[1, 1, 1]),
        ("expanded", base[0, 0, :1].expand(3, 7)),
        ("expanded_part", base[0, :1].expand(4, 6)),
        ("empty", base[:0]),
        ("channels_last", torch.randn(2, 3, 4, 5).to(memory_format=torch.channels_last)),
        ("overlapping", base.as_strided((5, 4), (2, 1), 3)),
        ("unit_axes", base[:, :1, :1].as_strided((4, 1, 1), (30, 7, 9))),
        ("mask", torch.tensor([True, False, True])[::2]),
        ("mask_expanded", torch.tensor([True]).expand(5)),
        ("scalar", torch.tensor(3.5)),
        ("none", torch.zeros(0)),
        ("none_3d", torch.zeros(3, 0, 2, dtype=torch.int64)),
    ])


class Torch(unittest.TestCase):
    """Each case in every format that torch.save writes."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name) / "file"

    def tearDown(self):
        self.folder.cleanup()

    def saved(self, value, check):
        for options in ({}, {"_use_new_zipfile_serialization": False}, {"pickle_protocol": 1},
                        {"pickle_protocol": 3},
                        {"pickle_protocol": 4}, {"pickle_protocol": 5},
                        {"pickle_protocol": 4, "_use_new_zipfile_serialization": False}):
            with self.subTest(options=options):
                torch.save(value, self.path, **options)
                check(dump(self.path))

    def expect(self, value, state_dict, container=""):
        wanted = [line(key, tensor) for key, tensor in state_dict.items()]

        def check(result):
            self.assertEqual(result.get("tensors"), wanted, result)
            self.assertEqual(result["container"], container)
        self.saved(value, check)

    def refuse(self, value, *parts):
        def check(result):
            for part in parts:
                self.assertIn(part, result.get("error", "nothing"))
        self.saved(value, check)

    def test_dtypes(self):
        self.expect(all_dtypes(), all_dtypes())
        self.expect(dict(all_dtypes()), all_dtypes())

    def test_views(self):
        saved = views()
        self.expect(saved, saved)
        self.assertEqual(dump(self.path)["kept"]["expanded"], "splat")

    def test_module(self):
        net = Net()
        self.expect(net.state_dict(), net.state_dict())
        self.assertEqual(dump(self.path)["versions"]["bn"], 2)

    def test_parameters_and_other_entries(self):
        state = collections.OrderedDict(w=torch.nn.Parameter(torch.randn(2, 2)), epoch=3,
                                        name="x", _extra_state={"a": torch.ones(1)})
        self.expect(state, {"w": state["w"]})

    def test_shared_storages(self):
        base = torch.randn(6)
        state = {"a": base, "b": base, "c": base[2:], "d": base.view(2, 3)}
        self.expect(state, state)

    def test_trained(self):
        net = Net()
        for optimizer in (torch.optim.Adam(net.parameters()), torch.optim.SGD(
                net.parameters(), 0.1, momentum=0.9)):
            net.fc(torch.ones(1, 4)).sum().backward()
            optimizer.step()
            scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [2, 5])
            state = {
                "epoch": 4, "rng": torch.get_rng_state(), "loss": [1.0, 2.5, float("nan")],
                "optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict(),
                "args": argparse.Namespace(lr=0.1, name="x"), "device": torch.device("cpu"),
                "dtype": torch.float16, "size": torch.Size([1, 2]), "set": {1, 2},
                "best": numpy.float64(0.25), "numpy": numpy.arange(5), "bytes": b"\x00\xff",
                "big": 1 << 80, "counter": collections.Counter("abca"), "none": None,
                "lists": collections.defaultdict(list, {"a": [1]}),
                "queue": collections.deque([1, 2], 5), "frozen": frozenset([3]),
                "complex": complex(1, 2), "array": bytearray(b"abc"), "range": range(3),
            }
            for name in ("state_dict", "model", "net", "model_state_dict", "params_ema", "mine"):
                self.expect({**state, name: net.state_dict()} if name != "mine" else
                            {"mine": net.state_dict(), "optimizer": optimizer.state_dict()},
                            net.state_dict(), name)

    def test_nested(self):
        net = Net()
        self.expect({"model": {"state_dict": net.state_dict()}, "x": 1}, net.state_dict(),
                    "model.state_dict")
        self.expect({"params": {"a": torch.ones(1)}, "params_ema": {"a": torch.zeros(1)}},
                    {"a": torch.zeros(1)}, "params_ema")

    def test_cycle(self):
        state = {"epoch": 1}
        state["model"] = state
        self.refuse(state, "no state_dict", "`epoch`")

    def test_ambiguous(self):
        self.refuse({"a": {"w": torch.ones(1)}, "b": {"w": torch.ones(1)}}, "more than one", "`a`",
                    "`b`")

    def test_whole_module(self):
        self.refuse(Net(), "whole pickled module, `__main__.Net`")
        self.refuse({"model": torch.nn.Linear(2, 2)}, "`torch.nn.modules.linear.Linear`")

    def test_code(self):
        class Evil:
            def __reduce__(self):
                return os.system, ("echo no",)
        self.refuse({"w": torch.ones(1), "x": Evil()}, f"`{os.system.__module__}.system`",
                    "not data")
        self.refuse({"w": torch.ones(1), "x": pathlib.PurePosixPath("a")}, "pathlib.PurePosixPath")

    def test_unread_tensors(self):
        self.refuse({"a": torch.ones(1), "z": torch.ones(2, dtype=torch.complex64)},
                    "`z` is complex64")
        self.refuse({"q": torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8)},
                    "`q` is a quantised tensor")
        self.refuse({"s": torch.eye(3).to_sparse()}, "`s` is a sparse tensor")
        # Beside the weights they do not matter.
        self.expect({"model": {"w": torch.ones(2)}, "z": torch.ones(2, dtype=torch.complex64)},
                    {"w": torch.ones(2)}, "model")

    def test_not_a_state_dict(self):
        self.refuse(torch.ones(3), "a single tensor")
        self.refuse([torch.ones(3)], "a list")
        self.refuse({}, "an empty dict")
        self.refuse(collections.Counter("a"), "a Counter")
        self.refuse({"lr": 0.1}, "a dict without tensors", "`lr`")
        self.refuse(torch.optim.Adam([torch.nn.Parameter(torch.ones(1))]).state_dict(),
                    "no state_dict")

    def test_cut_anywhere(self):
        for options in ({}, {"_use_new_zipfile_serialization": False}):
            torch.save(Net().state_dict(), self.path, **options)
            whole = self.path.read_bytes()
            for size in [1, 2, 7, 8, 9, 60] + list(range(100, len(whole), len(whole) // 50)) + [
                    len(whole) - 1]:
                self.path.write_bytes(whole[:size])
                self.assertIn("error", dump(self.path), (options, size))

    def test_conversions(self):
        small = torch.tensor([0, -0.0, 0.4, -0.6, 1.5, 2.5, 3.5, 100.9, -100.9, 126, 1 / 3, 1e-8])
        # Beyond the range of an integer, where PyTorch leaves the result open.
        wide = torch.tensor([65519.0, 65520.0, 1e30, -1e-40, 3.4e38, 2049.0, float("inf")])
        ints = torch.tensor([0, 1, -1, 127, 128, 255, 256, 257, -300, 65519, 65521, 2**24 + 1,
                             2**31, 2**53 + 1, -2**62])
        state = {}
        for source in DTYPES:
            state[f"small {source}"] = small.to(source)
            state[f"ints {source}"] = ints.to(source)
            state[f"wide {source}"] = torch.cat([wide, ints.float()]).to(source)
        state["wide random"] = torch.randn(1000, dtype=torch.float64) * 100
        torch.save(state, self.path)
        for target in DTYPES:
            got = {row[0]: row for row in
                   dump(self.path, "--as", str(target).replace("torch.", ""))["tensors"]}
            for key, tensor in state.items():
                into_integer = not target.is_floating_point and target != torch.bool
                if tensor.is_floating_point() and into_integer and not key.startswith("small"):
                    continue
                with self.subTest(key=key, target=target):
                    wanted = torch.empty(tensor.shape, dtype=target).copy_(tensor)
                    self.assertEqual(got[key], line(key, wanted))

    def test_protocol_0(self):
        # It spells the name of a storage as text, which torch.load cannot read back either.
        for zipped in (True, False):
            torch.save({"a": torch.ones(1)}, self.path, pickle_protocol=0,
                       _use_new_zipfile_serialization=zipped)
            self.assertIn("damaged", dump(self.path)["error"])

    def test_repacked(self):
        net = Net()
        torch.save(net.state_dict(), self.path)
        again = self.path.with_name("again")
        for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            with zipfile.ZipFile(self.path) as old, zipfile.ZipFile(again, "w", method) as new:
                for name in old.namelist():
                    new.writestr(name, old.read(name))
            wanted = [line(key, tensor) for key, tensor in net.state_dict().items()]
            self.assertEqual(dump(again).get("tensors"), wanted)
        with zipfile.ZipFile(self.path) as old, zipfile.ZipFile(again, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name))
            new.writestr(old.namelist()[0].split("/")[0] + "/byteorder", "big")
        self.assertIn("big-endian", dump(again)["error"])

    def test_torchscript(self):
        torch.jit.script(torch.nn.Linear(2, 2)).save(self.path)
        self.assertIn("TorchScript", dump(self.path)["error"])

    def test_other_files(self):
        cases = {
            b"": "empty", b"hello\n": "text", b"\x89HDF\r\n\x1a\n123": "HDF5",
            b"\x1f\x8b123": "gzip", b"\x93NUMPY\x01": "NumPy", b"\x00\x01\x02": "unknown format",
            b"version https://git-lfs.github.com/spec/v1\n": "LFS",
            b"\x80\x02}q\x00.": "pickle", b"\x00" * 257 + b"ustar": "tar",
            b'{"metadata": {}, "weight_map": {"a": "b"}}': "several files",
        }
        for content, word in cases.items():
            self.path.write_bytes(content)
            self.assertIn(word, dump(self.path)["error"])
        self.assertIn("directory", dump(self.folder.name)["error"])
        self.assertIn("opened", dump(self.path.with_name("absent"))["error"])
        numpy.savez(self.path.with_suffix(".npz"), a=numpy.ones(2))
        self.assertIn("npz", dump(self.path.with_suffix(".npz"))["error"])

    def test_large(self):
        state = {f"w{i}": torch.randn(256, 1024) for i in range(100)}
        torch.save(state, self.path)
        milliseconds = float(subprocess.run([DUMP, "--time", "5", str(self.path)],
                                            capture_output=True, text=True, check=True).stdout)
        self.assertLess(milliseconds, 100)  # 100 MB that nobody reads


class Safetensors(unittest.TestCase):
    setUp = Torch.setUp
    tearDown = Torch.tearDown
    names = {torch.float32: "F32", torch.float64: "F64", torch.float16: "F16",
             torch.bfloat16: "BF16", torch.int8: "I8", torch.int16: "I16", torch.int32: "I32",
             torch.int64: "I64", torch.uint8: "U8", torch.bool: "BOOL"}

    def write(self, header, data, pad=0):
        text = (header if isinstance(header, str) else json.dumps(header)).encode() + b" " * pad
        self.path.write_bytes(struct.pack("<Q", len(text)) + text + data)

    def test_dtypes(self):
        header, data = {"__metadata__": {"format": "pt"}}, b""
        for key, tensor in all_dtypes().items():
            header[key] = {"dtype": self.names[tensor.dtype], "shape": list(tensor.shape),
                           "data_offsets": [len(data), len(data) + len(raw(tensor))]}
            data += raw(tensor)
        header["empty"] = {"dtype": "F32", "shape": [0, 4], "data_offsets": [len(data)] * 2}
        wanted = [line(k, t) for k, t in all_dtypes().items()] + [
            line("empty", torch.zeros(0, 4))]
        for pad in (0, 1, 5):
            self.write(header, data, pad)
            self.assertEqual(dump(self.path).get("tensors"), wanted)

    def test_order_is_the_data_s(self):
        self.write({"b": {"dtype": "U8", "shape": [1], "data_offsets": [1, 2]},
                    "a": {"dtype": "U8", "shape": [], "data_offsets": [0, 1]}}, b"\x01\x02")
        self.assertEqual([row[0] for row in dump(self.path)["tensors"]], ["a", "b"])


if __name__ == "__main__":
    DUMP = os.path.abspath(sys.argv.pop(1))
    result = unittest.main(exit=False).result
    failed = len({test.id().split(" ")[0] for test, _ in result.failures + result.errors})
    print(f"checkpoint_oracle: {result.testsRun - failed} passed, {failed} failed")
    sys.exit(failed > 0)
