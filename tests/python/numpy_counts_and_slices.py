import numpy as np

class Anchors:
    def __init__(self, sizes=(32, 64), ratios=(0.5, 1, 2)):
        self.base = np.array([self.make(s, r) for s in sizes for r in ratios])
        self.total = int(np.prod(self.base.shape))

    def make(self, s, r):
        w = s * np.sqrt(1.0 / r)
        return [-w / 2, -s, w / 2, s]

a = Anchors()
print(a.total, a.base.shape, np.round(a.base[0], 3).tolist(), a.base.dtype)

def sincos(dim, pos):
    omega = np.arange(dim // 2, dtype=np.float64)
    omega /= dim / 2.0
    omega = 1.0 / 10000 ** omega
    out = np.outer(pos.reshape(-1), omega)
    return np.concatenate([np.sin(out), np.cos(out)], axis=1)

e = sincos(8, np.arange(4, dtype=np.float32))
print(e.shape, e.dtype, [round(v, 6) for v in e[1].tolist()])

table = np.zeros((3, 4), dtype=np.float32)
for i in range(3):
    for j in range(4):
        table[i, j] = i / np.power(100, 2 * j / 4)
table[:, 0::2] = np.sin(table[:, 0::2])
table[:, 1::2] = np.cos(table[:, 1::2])
print([[round(float(v), 4) for v in row] for row in table])
grid = np.stack(np.meshgrid(np.arange(2, dtype=np.float32), np.arange(3, dtype=np.float32)), axis=0)
print(grid.shape, grid.reshape([2, 1, 3, 2]).shape, grid[0].tolist(), grid.dtype)
coords = np.indices((2, 2)).reshape(2, -1)
print(coords.tolist(), (coords[:, :, None] - coords[:, None, :]).shape)
depth = 12
print([float(x) for x in np.linspace(0, 0.1, 3)], np.log2(64), int(np.log2(224 / 7)), np.ceil(7 / 2), int(np.ceil(7 / 2)), np.floor(3.7))
mask = np.array([True, False, True])
print(mask.sum(), (~mask).tolist(), np.where(mask)[0].tolist(), np.array([1, 2, 3])[mask].tolist(), np.any(mask), np.all(mask), np.asarray([1, 2])[::-1].tolist())
print(np.cumsum([0] + [2, 3]).tolist(), np.array([[1, 2], [3, 4]]) @ np.array([1, 1]), np.arange(3)[None, :].shape, np.arange(10)[2:8:3].tolist(), np.atleast_1d(np.array([1, 2])).tolist())
x = np.array([1.5, -2.5, 3.5])
x[x < 0] = 0
x += 1
print(x.tolist(), x.max(), x.argmax(), np.clip(x, 1, 3).tolist(), x.astype(np.int64).tolist(), (x > 2).any(), x.min(), len(x), x.copy().tolist())
print(np.int64(7) // 2, np.float32(0.1) == 0.1, float(np.float32(0.1)), np.float64(0.1) + 0.2, np.int32(5) + 1, isinstance(np.prod([2, 3]), (int, np.integer)), isinstance(a.base, np.ndarray))
for i, v in enumerate(np.array([[1, 2], [3, 4]])):
    print(i, v.tolist())
print(np.full((2, 2), -np.inf).tolist(), np.tril(np.ones((2, 2))).tolist(), np.triu(np.ones((2, 2)), k=1).tolist(), np.eye(2, dtype=int).tolist(), np.zeros(3, int).tolist(), np.array(3).shape, np.array([]).size)
print(np.mean([[1, 2], [3, 4]], axis=0).tolist(), np.mean([1.0, 2.0]), np.std([1, 2, 3, 4]), np.var([1, 2, 3]), np.max([1, 5, 2]), np.min(np.array([3, 1])), np.sum([0.5, 1.5]), np.abs([-1, 2]).tolist())
print(a.base.tolist() == a.base.copy().tolist(), np.array_equal([1, 2], [1, 2]), np.allclose([1.0], [1.0 + 1e-9]), str(np.float32), np.dtype("float32").itemsize, np.array([1, 2], dtype="float32").dtype, np.dtype(np.float64))
