"""nn.MultiheadAttention."""
import _native
from ..._errors import shape_error
from .linear import NonDynamicallyQuantizableLinear
from .module import Module
from .. import functional as F
from .. import init
from ..parameter import Parameter
from ..._create import empty
from ..._support import rank_of

__module__ = 'torch.nn.modules.activation'


class MultiheadAttention(Module):

    def __init__(self, embed_dim, num_heads, dropout=0.0, bias=True, add_bias_kv=False,
                 add_zero_attn=False, kdim=None, vdim=None, batch_first=False, device=None,
                 dtype=None):
        super().__init__()
        self.embed_dim = embed_dim
        self.kdim = embed_dim if kdim is None else kdim
        self.vdim = embed_dim if vdim is None else vdim
        self._qkv_same_embed_dim = self.kdim == embed_dim and self.vdim == embed_dim
        self.num_heads = num_heads
        self.dropout = dropout
        self.batch_first = batch_first
        self.head_dim = embed_dim // num_heads
        assert self.head_dim * num_heads == embed_dim, 'embed_dim must be divisible by num_heads'
        if self._qkv_same_embed_dim:
            self.in_proj_weight = Parameter(empty((3 * embed_dim, embed_dim), dtype=dtype))
            self.register_parameter('q_proj_weight', None)
            self.register_parameter('k_proj_weight', None)
            self.register_parameter('v_proj_weight', None)
        else:
            self.q_proj_weight = Parameter(empty((embed_dim, embed_dim), dtype=dtype))
            self.k_proj_weight = Parameter(empty((embed_dim, self.kdim), dtype=dtype))
            self.v_proj_weight = Parameter(empty((embed_dim, self.vdim), dtype=dtype))
            self.register_parameter('in_proj_weight', None)
        if bias:
            self.in_proj_bias = Parameter(empty(3 * embed_dim, dtype=dtype))
        else:
            self.register_parameter('in_proj_bias', None)
        self.out_proj = NonDynamicallyQuantizableLinear(embed_dim, embed_dim, bias=bias,
                                                        dtype=dtype)
        if add_bias_kv:
            self.bias_k = Parameter(empty((1, 1, embed_dim), dtype=dtype))
            self.bias_v = Parameter(empty((1, 1, embed_dim), dtype=dtype))
        else:
            self.bias_k = self.bias_v = None
        self.add_zero_attn = add_zero_attn
        self._reset_parameters()

    def _reset_parameters(self):
        if self._qkv_same_embed_dim:
            init.xavier_uniform_(self.in_proj_weight)
        else:
            init.xavier_uniform_(self.q_proj_weight)
            init.xavier_uniform_(self.k_proj_weight)
            init.xavier_uniform_(self.v_proj_weight)
        if self.in_proj_bias is not None:
            init.constant_(self.in_proj_bias, 0.0)
            init.constant_(self.out_proj.bias, 0.0)
        if self.bias_k is not None:
            init.xavier_normal_(self.bias_k)
        if self.bias_v is not None:
            init.xavier_normal_(self.bias_v)

    def forward(self, query, key, value, key_padding_mask=None, need_weights=True, attn_mask=None,
                average_attn_weights=True, is_causal=False):
        ndim = rank_of(query, 3)
        if ndim not in (2, 3):
            raise shape_error('query should be unbatched 2D or batched 3D tensor but received '
                              f'{ndim}-D query tensor', AssertionError)
        if self._is_plain(query):
            return self._batch_first_forward(query, key, value, key_padding_mask, need_weights,
                                             attn_mask, average_attn_weights)
        turned = self.batch_first and query.ndim == 3
        if turned:
            query, key, value = _turned(query, key, value)
        output, weights = F.multi_head_attention_forward(
            query, key, value, self.embed_dim, self.num_heads, self.in_proj_weight,
            self.in_proj_bias, self.bias_k, self.bias_v, self.add_zero_attn, self.dropout,
            self.out_proj.weight, self.out_proj.bias, training=self.training,
            key_padding_mask=key_padding_mask, need_weights=need_weights, attn_mask=attn_mask,
            use_separate_proj_weight=not self._qkv_same_embed_dim,
            q_proj_weight=self.q_proj_weight, k_proj_weight=self.k_proj_weight,
            v_proj_weight=self.v_proj_weight, average_attn_weights=average_attn_weights)
        return (output.transpose(0, 1) if turned else output), weights

    def _is_plain(self, query):
        """Batch first, and nothing appended to the keys: no transposes around are needed."""
        return (self.batch_first and query.ndim == 3 and self.bias_k is None
                and not self.add_zero_attn)

    def _batch_first_forward(self, query, key, value, key_padding_mask, need_weights, attn_mask,
                             average):
        from .._functional.attention import _attend, _attention_mask, _project
        size = query.shape[2]
        if _native.known(size) and size != self.embed_dim:
            raise shape_error(f'was expecting embedding dimension of {self.embed_dim}, but got '
                              f'{size}', AssertionError)
        weights = self.in_proj_weight
        if not self._qkv_same_embed_dim:
            weights = (self.q_proj_weight, self.k_proj_weight, self.v_proj_weight)
        q, k, v = _project(query, key, value, weights, self.in_proj_bias, self.num_heads,
                          self.head_dim, True)
        mask = _attention_mask(attn_mask, key_padding_mask, q, self.num_heads, 0)
        drop = self.dropout if self.training else 0.0
        result, attention = _attend(q, k, v, mask, drop, self.head_dim, True)
        output = F.linear(result, self.out_proj.weight, self.out_proj.bias)
        if not need_weights:
            return output, None
        return output, attention.mean(1) if average else attention


def _turned(query, key, value):
    """(batch, length, …) to (length, batch, …); one tensor stays one."""
    turned_query = query.transpose(0, 1)
    turned_key = turned_query if key is query else key.transpose(0, 1)
    if value is query:
        return turned_query, turned_key, turned_query
    return turned_query, turned_key, turned_key if value is key else value.transpose(0, 1)
