import torch
import torch.nn.functional as F
from torch import nn


class Function(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.layer = nn.MultiheadAttention(4, 2)
        self.options = options

    def forward(self, q, k):
        m = self.layer
        return F.multi_head_attention_forward(
            q, k, k, 4, 2, m.in_proj_weight, m.in_proj_bias, m.bias_k, m.bias_v, False, 0.0,
            m.out_proj.weight, m.out_proj.bias, training=False, **self.options)


class Separate(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.out = (nn.Linear(4, 4) for _ in range(4))

    def forward(self, x):
        bias = torch.cat([self.q.bias, self.k.bias, self.v.bias])
        return F.multi_head_attention_forward(
            x, x, x, 4, 2, torch.empty(0), bias, None, None, False, 0.1, self.out.weight,
            self.out.bias, training=False, key_padding_mask=None, need_weights=False,
            use_separate_proj_weight=True, q_proj_weight=self.q.weight,
            k_proj_weight=self.k.weight, v_proj_weight=self.v.weight)[0]


#> --class Function --input 'q:float32[L,N,4]' --input 'k:float32[S,N,4]'
#> --class 'Function(need_weights=False)' --input 'q:float32[L,4]' --input 'k:float32[S,4]'
#> --class 'Function(average_attn_weights=False)' --input 'q:float32[L,N,4]' \
#>     --input 'k:float32[S,N,4]'
#> --class Separate --input 'x:float32[L,N,4]'
