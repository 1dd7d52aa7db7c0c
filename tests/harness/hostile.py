"""Checkpoints that lie: pickles written opcode by opcode, archives and headers that make no sense."""
from __future__ import annotations

import io
import json
import pickle
import struct
import zipfile


class Evil:
    """What a hostile checkpoint holds: a call of whatever `function` names."""

    def __init__(self, function, *args):
        self.function, self.args = function, args

    def __reduce__(self):
        return self.function, self.args


def torch_zip(pickled: bytes, records: dict[str, bytes] | None = None) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("archive/data.pkl", pickled)
        archive.writestr("archive/version", "3\n")
        for name, data in (records or {}).items():
            archive.writestr(f"archive/{name}", data)
    return file.getvalue()


def tensor_pickle(size=(3, 4), stride=(4, 1), offset=0, numel=12, key="0",
                  storage="FloatStorage") -> bytes:
    """A state_dict {'fc.weight': tensor} written opcode by opcode: it need not make sense."""
    def text(value: str) -> bytes:
        return b"X" + struct.pack("<I", len(value)) + value.encode()

    def number(value: int) -> bytes:
        return pickle.dumps(value, 2)[2:-1]

    def numbers(values) -> bytes:
        return b"(" + b"".join(map(number, values)) + b"t"

    persistent = (b"(" + text("storage") + b"ctorch\n" + storage.encode() + b"\n" + text(key)
                  + text("cpu") + number(numel) + b"tQ")
    tensor = (b"ctorch._utils\n_rebuild_tensor_v2\n(" + persistent + number(offset) + numbers(size)
              + numbers(stride) + b"\x89ccollections\nOrderedDict\n)RtR")
    return b"\x80\x02}" + text("fc.weight") + tensor + b"s."


def safetensors(header, data: bytes = b"", length: int | None = None) -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text) if length is None else length) + text + data


def entry(offsets=(0, 48), shape=(3, 4), dtype="F32") -> dict:
    return {"fc.weight": {"dtype": dtype, "shape": list(shape), "data_offsets": list(offsets)}}
