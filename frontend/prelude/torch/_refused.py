"""Functions that torch has and ONNX cannot express. Each says so where it is called."""
import _native

__module__ = 'torch'


def _refusal(name, why, hint=''):

    def refused(*args, **kwargs):
        return _native.refuse(why, hint)

    refused.__name__ = refused.__qualname__ = name
    return refused


_COMPLEX = 'complex tensors have no counterpart in ONNX'
_FACTORS = 'matrix factorisations have no ONNX operator'
_SPARSE = 'sparse tensors have no counterpart in ONNX'

istft = _refusal('istft', _COMPLEX)
eig = _refusal('eig', _FACTORS)
geqrf = _refusal('geqrf', _FACTORS)
lu = _refusal('lu', _FACTORS)
qr = _refusal('qr', _FACTORS)
svd = _refusal('svd', _FACTORS)
symeig = _refusal('symeig', _FACTORS)
pinverse = _refusal('pinverse', _FACTORS)
lstsq = _refusal('lstsq', _FACTORS)
solve = _refusal('solve', _FACTORS)


def to_dense(self, dtype=None):
    """Of a dense tensor, itself."""
    return self if dtype is None else self.to(dtype)


to_mkldnn = _refusal('to_mkldnn', _SPARSE)
sparse_coo_tensor = _refusal('sparse_coo_tensor', _SPARSE)
save = _refusal('save', 'an analysed model has nothing to save')
is_sparse_csr = False
