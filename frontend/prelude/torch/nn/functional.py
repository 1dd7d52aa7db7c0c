"""torch.nn.functional: each name is loaded from its file when it is first used."""
from ._functional.linear import bilinear, linear
from ._functional.conv import (
    conv1d, conv2d, conv3d, conv_tbc, conv_transpose1d, conv_transpose2d, conv_transpose3d)
from ._functional.activation import (
    celu, celu_, elu, elu_, gelu, glu, gumbel_softmax, hardshrink, hardsigmoid, hardswish,
    hardtanh, hardtanh_, leaky_relu, leaky_relu_, logsigmoid, mish, prelu, relu, relu6, relu_,
    rrelu, rrelu_, selu, selu_, sigmoid, silu, softmin, softplus, softshrink, softsign, tanh,
    tanhshrink, threshold, threshold_)
from .._softmax import log_softmax_function as log_softmax, softmax_function as softmax
from ._functional.norm import (
    batch_norm, group_norm, instance_norm, layer_norm, local_response_norm, normalize, rms_norm)
from ._functional.dropout import (
    alpha_dropout, dropout, dropout1d, dropout2d, dropout3d, feature_alpha_dropout)
from ._functional.pool import (
    avg_pool1d, avg_pool2d, avg_pool3d, lp_pool1d, lp_pool2d, lp_pool3d, max_pool1d,
    max_pool1d_with_indices, max_pool2d, max_pool2d_with_indices, max_pool3d,
    max_pool3d_with_indices)
from ._functional.unpool import max_unpool1d, max_unpool2d, max_unpool3d
from ._functional.adaptive_pool import (
    adaptive_avg_pool1d, adaptive_avg_pool2d, adaptive_avg_pool3d, adaptive_max_pool1d,
    adaptive_max_pool1d_with_indices, adaptive_max_pool2d, adaptive_max_pool2d_with_indices,
    adaptive_max_pool3d, adaptive_max_pool3d_with_indices, fractional_max_pool2d,
    fractional_max_pool3d)
from ._functional.pad import pad
from ._functional.resize import (
    affine_grid, grid_sample, interpolate, upsample, upsample_bilinear, upsample_nearest)
from ._functional.shuffle import (
    channel_shuffle, fold, native_channel_shuffle, pixel_shuffle, pixel_unshuffle, unfold)
from ._functional.embedding import embedding, embedding_bag, one_hot
from ._functional.attention import multi_head_attention_forward, scaled_dot_product_attention
from ._functional.distance import cosine_similarity, pairwise_distance, pdist
from ._functional.loss import (
    binary_cross_entropy, binary_cross_entropy_with_logits, cosine_embedding_loss, cross_entropy,
    ctc_loss, gaussian_nll_loss, hinge_embedding_loss, huber_loss, kl_div, l1_loss,
    margin_ranking_loss, mse_loss, multi_margin_loss, multilabel_margin_loss,
    multilabel_soft_margin_loss, nll_loss, poisson_nll_loss, smooth_l1_loss, soft_margin_loss,
    triplet_margin_loss, triplet_margin_with_distance_loss)
