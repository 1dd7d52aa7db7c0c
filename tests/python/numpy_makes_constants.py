import numpy as np
print(np.prod([2, 3, 4]), np.prod((7, 7)), int(np.prod([1, 2])), np.sqrt(16), np.log2(8), np.ceil(2.1), np.log(1.0), np.exp(0), np.floor(-0.5))
a = np.array([[1, 2, 3], [4, 5, 6]])
print(a.shape, a.ndim, a.size, a.dtype, a[0, 1], a[:, 1].tolist(), a[-1].tolist(), a.T.tolist(), len(a))
print((a * 2).tolist(), (a / 2).tolist(), (a + a).tolist(), (a ** 2).tolist(), (a > 2).tolist(), (a // 2).tolist(), (-a).tolist())
print(a.sum(), a.sum(axis=0).tolist(), a.mean(), a.mean(axis=1).tolist(), a.max(), a.min(axis=0).tolist(), a.argmax(), a.prod(), a.std())
print(np.zeros((2, 3)).tolist(), np.ones(2).tolist(), np.arange(5).tolist(), np.arange(1, 10, 3).tolist(), np.arange(0, 1, 0.25).tolist(), np.linspace(0, 1, 5).tolist(), np.full((2,), 7).tolist(), np.eye(2).tolist())
print(np.concatenate([a, a]).shape, np.concatenate((a, a), axis=1).tolist(), np.stack([a, a], axis=-1).shape, np.any(a > 5), np.all(a > 0), np.clip(a, 2, 4).tolist(), np.atleast_1d(3).tolist(), np.asarray([1.5]).tolist())
b = np.zeros((2, 2), dtype=np.float32)
b[0, 1] = 5
b[1] = [1, 2]
b[:, 0] += 1
print(b.tolist(), b.dtype, b.astype(int).tolist(), b.reshape(-1).tolist(), b.reshape(4, 1).shape, b.flatten().tolist(), b.transpose(1, 0).tolist())
print(np.array([1.0, 2.0]).dtype, np.array([True, False]).dtype, np.float32(1.5), np.int64(3), np.pi, np.inf, float(np.float64(2.5)))
print(np.meshgrid(np.arange(2), np.arange(3))[0].tolist(), np.cumsum([1, 2, 3]).tolist(), np.where(a > 2, a, 0).tolist(), np.maximum(a, 3).tolist(), np.outer([1, 2], [3, 4]).tolist(), np.dot([1, 2], [3, 4]))
print([int(x) for x in np.linspace(3, 9, 4)], [x.item() for x in np.linspace(0, 0.2, 3)], list(np.array([1, 2])), np.repeat([1, 2], 2).tolist(), np.tile([1, 2], 2).tolist(), np.power(10000, 0.5))
v = np.arange(6).reshape(2, 3)
w = v[0]
w[0] = 99
print(v.tolist(), w.base is v or w.base is not None, v[v > 3].tolist(), v[[1, 0]].tolist(), v[..., ::2].tolist(), v[None].shape, np.newaxis is None)
print(isinstance(a, np.ndarray), np.round(2.567, 2), np.abs(-3), np.abs(np.array([-1, 2])).tolist(), np.sum([[1, 2], [3, 4]], axis=1).tolist(), np.mean([1, 2]), np.sin(0.0), np.cos(0), np.tanh(0.0))
print(np.isscalar(3), np.ndim(a), np.shape(a), np.expand_dims(a, 0).shape, np.squeeze(np.zeros((1, 3, 1))).shape, np.vstack([a, a]).shape, np.hstack([a, a]).shape, np.flip(np.arange(3)).tolist(), np.argsort([3, 1, 2]).tolist(), np.sort([3, 1, 2]).tolist(), np.unique([1, 2, 1]).tolist())
import torch
t = torch.from_numpy(np.linspace(0, 1, 3)).float()
print(t.tolist(), t.dtype, torch.tensor(np.array([1, 2])).dtype, torch.as_tensor(np.zeros(2, dtype=np.float32)).dtype, torch.from_numpy(a).shape)
