"""What `to_sparse` gives: a tensor that is kept, handed around and made dense again. ONNX has no
sparse tensors to compute with, so all else is refused."""
import _native

__module__ = 'torch'


def sparse_operation(self, *args, **kwargs):
    return _native.refuse('sparse tensors have no counterpart in ONNX',
                          'compute with the dense tensor', code='NN602')


class SparseTensor:
    stands_for_a_tensor = is_sparse = True
    to_be_returned_as = '`x.to_dense()`'

    def __init__(self, dense):
        self._dense = dense

    @property
    def shape(self):
        return self._dense.shape

    @property
    def dtype(self):
        return self._dense.dtype

    @property
    def device(self):
        return self._dense.device

    @property
    def ndim(self):
        return self._dense.ndim

    def size(self, dim=None):
        return self._dense.size() if dim is None else self._dense.size(dim)

    def dim(self):
        return self._dense.ndim

    def to_dense(self):
        return self._dense.clone()

    def to_sparse(self):
        return self

    def coalesce(self):
        return self

    def is_coalesced(self):
        return True

    def indices(self):
        """Of the elements that are not zero, one in each column."""
        return self._dense.nonzero().t()

    def values(self):
        return self._dense[self._dense != 0]

    def to(self, *args, **kwargs):
        return SparseTensor(self._dense.to(*args, **kwargs))

    def __getattr__(self, name):
        return sparse_operation(self)

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __matmul__ = sparse_operation
    __rmatmul__ = __truediv__ = __neg__ = __getitem__ = __setitem__ = __len__ = sparse_operation
    __iter__ = __bool__ = __float__ = __int__ = __eq__ = __ne__ = __lt__ = __gt__ = sparse_operation


def to_sparse(self, sparse_dim=None):
    if sparse_dim is not None and sparse_dim != self.ndim:
        return sparse_operation(self)
    return SparseTensor(self)
