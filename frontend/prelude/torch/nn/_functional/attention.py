"""Attention: scaled_dot_product_attention and the function behind nn.MultiheadAttention."""
import math
import _native
import onnx
from ..._errors import dtype_error, shape_error
from ..._support import cast, count_up, dtypes, known, reshaped, same, tensor_of
from .dropout import dropout
from .linear import linear

__module__ = 'torch.nn.functional'

_NEGATIVE_INFINITY = float('-inf')


def _swapped(tensor):
    """The last two axes exchanged."""
    ndim = tensor.ndim
    return onnx.Transpose(tensor, perm=list(range(ndim - 2)) + [ndim - 1, ndim - 2])


def _additive(mask, dtype):
    """A mask to add to scores: of bools, 0 where True and -inf where False."""
    if mask.dtype != dtypes.bool:
        return cast(mask, dtype)
    return onnx.Where(mask, tensor_of(0.0, dtype), tensor_of(_NEGATIVE_INFINITY, dtype))


def scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0,
                                 is_causal=False, scale=None, enable_gqa=False):
    if is_causal and attn_mask is not None:
        raise RuntimeError('_scaled_dot_product_attention: Explicit attn_mask should not be set '
                           'when is_causal=True')
    if enable_gqa:
        key, value = _repeated_heads(query, key), _repeated_heads(query, value)
    scores = _scores(query, key, scale)
    if is_causal:
        scores = onnx.Add(scores, _causal_mask(query.shape[-2], key.shape[-2], query.dtype))
    elif attn_mask is not None:
        scores = onnx.Add(scores, _additive(attn_mask, query.dtype))
    weights = dropout(onnx.Softmax(scores, axis=-1), dropout_p, dropout_p > 0)
    result = onnx.MatMul(weights, value)
    return result if attn_mask is None else _without_blind_rows(result, attn_mask)


def _without_blind_rows(result, mask):
    """Zeros for queries whose mask leaves them no key; their softmax gave no numbers."""
    if mask.dtype == dtypes.bool:
        best = onnx.ReduceMax(onnx.Cast(mask, to=dtypes.int32), axes=[-1], keepdims=1)
        sees = onnx.Cast(best, to=dtypes.bool)
    else:
        best = onnx.ReduceMax(mask, axes=[-1], keepdims=1)
        sees = onnx.Greater(best, tensor_of(_NEGATIVE_INFINITY, mask.dtype))
    if _native.is_constant(sees) and False not in _flat(_native.tolist(sees)):
        return result
    return onnx.Where(sees, result, tensor_of(0.0, result.dtype))


def _flat(nested):
    if not isinstance(nested, list):
        return [nested]
    return [item for part in nested for item in _flat(part)]


def _scores(query, key, scale):
    """query @ key^T, scaled; the scale is a number unless the head size is unknown."""
    if scale is None:
        width = query.shape[-1]
        if known(width):
            scale = 1.0 / math.sqrt(width)
        else:
            scale = onnx.Reciprocal(onnx.Sqrt(_native.constant(width, query.dtype)))
    return onnx.MatMul(onnx.Mul(query, scale), _swapped(key))


def _causal_mask(rows, columns, dtype):
    """-inf above the diagonal; a constant where the lengths are known."""
    below = onnx.GreaterOrEqual(onnx.Unsqueeze(count_up(0, rows, 1), [1]),
                                count_up(0, columns, 1))
    return _additive(below, dtype)


def _repeated_heads(query, tensor):
    """Grouped-query attention: each key head serves several query heads."""
    times = query.shape[-3] // tensor.shape[-3]
    if same(times, 1):
        return tensor
    from ..._join import repeat_interleave
    return repeat_interleave(tensor, times, -3)


def multi_head_attention_forward(
        query, key, value, embed_dim_to_check, num_heads, in_proj_weight, in_proj_bias, bias_k,
        bias_v, add_zero_attn, dropout_p, out_proj_weight, out_proj_bias, training=True,
        key_padding_mask=None, need_weights=True, attn_mask=None,
        use_separate_proj_weight=False, q_proj_weight=None, k_proj_weight=None,
        v_proj_weight=None, static_k=None, static_v=None, average_attn_weights=True,
        is_causal=False):
    """Tensors are (length, batch, features), or (length, features) without a batch."""
    batched = query.ndim == 3
    if not batched:
        alone = key is query and value is query
        query = onnx.Unsqueeze(query, [1])
        key = query if alone else onnx.Unsqueeze(key, [1])
        value = query if alone else onnx.Unsqueeze(value, [1])
        if key_padding_mask is not None:
            key_padding_mask = onnx.Unsqueeze(key_padding_mask, [0])
    embed_dim = query.shape[2]
    if known(embed_dim) and embed_dim != embed_dim_to_check:
        raise shape_error(f'was expecting embedding dimension of {embed_dim_to_check}, but got '
                          f'{embed_dim}', AssertionError)
    weights_of = (q_proj_weight, k_proj_weight, v_proj_weight) if use_separate_proj_weight \
        else in_proj_weight
    width = embed_dim_to_check // num_heads
    q, k, v = _project(query, key, value, weights_of, in_proj_bias, num_heads, width, False)
    k, v, extra = _with_extra_keys(k, v, bias_k, bias_v, static_k, static_v, add_zero_attn,
                                   num_heads, width)
    mask = _attention_mask(attn_mask, key_padding_mask, q, num_heads, extra)
    result, attention = _attend(q, k, v, mask, dropout_p if training else 0.0, width, False)
    output = linear(result, out_proj_weight, out_proj_bias)
    if not need_weights:
        attention = None
    elif average_attn_weights:
        attention = onnx.ReduceMean(attention, [1], keepdims=0)
    if not batched:
        output = onnx.Squeeze(output, [1])
        attention = None if attention is None else onnx.Squeeze(attention, [0])
    return output, attention


def _project(query, key, value, weights, bias, heads, width, batch_first):
    """The projected q, k, v as (batch, heads, length, width). Self-attention takes one product
    for all three; `weights` is the stacked weight, or a tuple of three."""
    if not isinstance(weights, tuple):
        if query is key and key is value:
            return _project_together(query, weights, bias, heads, width, batch_first)
        size = heads * width
        weights = onnx.Split(weights, [size, size, size], axis=0, outputs=3)
    biases = (None, None, None)
    if bias is not None:
        size = heads * width
        biases = onnx.Split(bias, [size, size, size], axis=0, outputs=3)
    sources = (query, key, value)
    return [_heads(linear(sources[i], weights[i], biases[i]), heads, width, batch_first)
            for i in range(3)]


def _project_together(query, weight, bias, heads, width, batch_first):
    x = linear(query, weight, bias)
    x = onnx.Reshape(x, [0, 0, 3, heads, width])
    perm = [2, 0, 3, 1, 4] if batch_first else [2, 1, 3, 0, 4]
    x = onnx.Transpose(x, perm=perm)
    return [onnx.Gather(x, i, axis=0) for i in range(3)]


def _heads(x, heads, width, batch_first):
    x = onnx.Reshape(x, [0, 0, heads, width])
    return onnx.Transpose(x, perm=[0, 2, 1, 3] if batch_first else [1, 2, 0, 3])


def _with_extra_keys(k, v, bias_k, bias_v, static_k, static_v, add_zero_attn, heads, width):
    """Keys and values beside the projected ones. Returns them and how many were appended."""
    if static_k is not None:
        k = onnx.Reshape(static_k, [-1, heads, static_k.shape[1], width])
    if static_v is not None:
        v = onnx.Reshape(static_v, [-1, heads, static_v.shape[1], width])
    extra = 0
    if bias_k is not None:
        k, v = _appended(k, _bias_row(bias_k, k, heads, width)), \
            _appended(v, _bias_row(bias_v, v, heads, width))
        extra += 1
    if add_zero_attn:
        k, v = _appended(k, _zero_row(k)), _appended(v, _zero_row(v))
        extra += 1
    return k, v, extra


def _bias_row(bias, like, heads, width):
    row = onnx.Reshape(bias, [1, heads, 1, width])
    return onnx.Add(_zero_row(like), row)


def _zero_row(like):
    batch, heads, _, width = like.shape
    return onnx.Expand(tensor_of(0, like.dtype), [batch, heads, 1, width])


def _appended(x, row):
    return onnx.Concat(x, row, axis=2)


def _attention_mask(attn_mask, key_padding_mask, q, heads, extra):
    """Both masks as one to add to (batch, heads, target, source) scores, or None. True in a mask
    of bools means: leave out."""
    mask = None
    if attn_mask is not None:
        mask = _to_add(attn_mask, q.dtype)
        if mask.ndim == 3:
            mask = reshaped(mask, [q.shape[0], heads] + list(mask.shape[1:]))
    if key_padding_mask is not None:
        padding = onnx.Unsqueeze(_to_add(key_padding_mask, q.dtype), [1, 2])
        mask = padding if mask is None else onnx.Add(mask, padding)
    if mask is not None and extra:
        mask = onnx.Pad(mask, [0] * (2 * mask.ndim - 1) + [extra])
    return mask


def _to_add(mask, dtype):
    if mask.dtype == dtypes.uint8:
        mask = onnx.Cast(mask, to=dtypes.bool)
    if mask.dtype == dtypes.bool:
        return onnx.Where(mask, tensor_of(_NEGATIVE_INFINITY, dtype), tensor_of(0.0, dtype))
    if not mask.dtype.is_floating_point:
        raise dtype_error('only bool and floating types of attn_mask are supported', AssertionError)
    return cast(mask, dtype)


def _attend(q, k, v, mask, dropout_p, width, batch_first):
    """Softmax of the scores, and the weighted values joined over the heads."""
    scores = onnx.MatMul(onnx.Mul(q, 1.0 / math.sqrt(width)), _swapped(k))
    if mask is not None:
        scores = onnx.Add(scores, mask)
    attention = dropout(onnx.Softmax(scores, axis=-1), dropout_p, dropout_p > 0)
    mixed = onnx.MatMul(attention, v)
    perm = [0, 2, 1, 3] if batch_first else [2, 0, 1, 3]
    joined = onnx.Transpose(mixed, perm=perm)
    return onnx.Reshape(joined, [0, 0, -1]), attention
