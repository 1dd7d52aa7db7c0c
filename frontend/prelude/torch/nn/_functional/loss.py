"""Losses, as plain arithmetic: a model that returns its loss exports like any other."""
import math
import _native
import onnx
from ... import _kernels as kernels
from ..._compare import eq
from ..._arithmetic import add, mul, sub, true_divide
from ..._support import cast, count_up, promoted, tensor_of
from ..._reduce import mean, sum
from ..._softmax import log_softmax
from ..._pointwise import exp, log, neg, relu

__module__ = 'torch.nn.functional'


def _mode(reduction, size_average, reduce):
    """The deprecated flags in terms of `reduction`."""
    if size_average is None and reduce is None:
        return reduction
    if reduce is False:
        return 'none'
    return 'sum' if size_average is False else 'mean'


def _reduced(loss, reduction):
    if reduction == 'none':
        return loss
    if reduction == 'mean':
        return mean(loss)
    if reduction == 'sum':
        return sum(loss)
    raise ValueError(f'{reduction} is not a valid value for reduction')


def mse_loss(input, target, size_average=None, reduce=None, reduction='mean'):
    a, b = promoted(input, target)
    gap = onnx.Sub(a, b)
    return _reduced(onnx.Mul(gap, gap), _mode(reduction, size_average, reduce))


def l1_loss(input, target, size_average=None, reduce=None, reduction='mean'):
    a, b = promoted(input, target)
    return _reduced(onnx.Abs(onnx.Sub(a, b)), _mode(reduction, size_average, reduce))


def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction='mean', beta=1.0):
    if beta == 0:
        return l1_loss(input, target, size_average, reduce, reduction)
    a, b = promoted(input, target)
    gap = onnx.Abs(onnx.Sub(a, b))
    square = onnx.Div(onnx.Mul(onnx.Mul(gap, gap), 0.5), beta)
    loss = onnx.Where(onnx.Less(gap, beta), square, onnx.Sub(gap, 0.5 * beta))
    return _reduced(loss, _mode(reduction, size_average, reduce))


def huber_loss(input, target, reduction='mean', delta=1.0):
    a, b = promoted(input, target)
    gap = onnx.Abs(onnx.Sub(a, b))
    square = onnx.Mul(onnx.Mul(gap, gap), 0.5)
    line = onnx.Mul(onnx.Sub(gap, 0.5 * delta), delta)
    return _reduced(onnx.Where(onnx.LessOrEqual(gap, delta), square, line), reduction)


def binary_cross_entropy(input, target, weight=None, size_average=None, reduce=None,
                         reduction='mean'):
    """Logarithms are held at -100 and above, as torch does."""
    log_p = kernels.Clip(onnx.Log(input), -100.0)
    log_q = kernels.Clip(onnx.Log(onnx.Sub(1.0, input)), -100.0)
    loss = onnx.Neg(onnx.Add(onnx.Mul(target, log_p), onnx.Mul(onnx.Sub(1.0, target), log_q)))
    if weight is not None:
        loss = onnx.Mul(loss, weight)
    return _reduced(loss, _mode(reduction, size_average, reduce))


def binary_cross_entropy_with_logits(input, target, weight=None, size_average=None, reduce=None,
                                     reduction='mean', pos_weight=None):
    """(1 - t) * x + w * softplus(-x), with w = 1 + (pos_weight - 1) * t."""
    low = kernels.Softplus(onnx.Neg(input))
    if pos_weight is not None:
        low = onnx.Mul(low, onnx.Add(onnx.Mul(onnx.Sub(pos_weight, 1.0), target), 1.0))
    loss = onnx.Add(onnx.Mul(onnx.Sub(1.0, target), input), low)
    if weight is not None:
        loss = onnx.Mul(loss, weight)
    return _reduced(loss, _mode(reduction, size_average, reduce))


def nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None,
             reduction='mean'):
    """Minus the log-probability at each target, weighted by class."""
    axis = 0 if input.ndim == 1 else 1
    ignored = onnx.Equal(target, ignore_index)
    safe = onnx.Where(ignored, 0, target)
    picked = onnx.Squeeze(onnx.GatherElements(input, onnx.Unsqueeze(safe, [axis]), axis=axis),
                          [axis])
    share = onnx.Cast(onnx.Not(ignored), to=input.dtype)
    if weight is not None:
        share = onnx.Mul(share, onnx.Gather(weight, safe, axis=0))
    loss = onnx.Neg(onnx.Mul(picked, share))
    mode = _mode(reduction, size_average, reduce)
    if mode == 'mean':
        return onnx.Div(sum(loss), sum(share))
    return _reduced(loss, mode)


def cross_entropy(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None,
                  reduction='mean', label_smoothing=0.0):
    axis = 0 if input.ndim == 1 else 1
    logs = log_softmax(input, axis)
    mode = _mode(reduction, size_average, reduce)
    if target.dtype.is_floating_point:
        return _soft_cross_entropy(logs, target, weight, axis, mode, label_smoothing)
    hard = nll_loss(logs, target, weight, None, ignore_index, None, mode)
    if label_smoothing == 0.0:
        return hard
    classes = input.shape[axis]
    kept = onnx.Cast(onnx.Not(onnx.Equal(target, ignore_index)), to=input.dtype)
    spread = logs if weight is None else onnx.Mul(logs, _along(weight, axis, input.ndim))
    smooth = onnx.Mul(onnx.Neg(onnx.ReduceSum(spread, [axis], keepdims=0)), kept)
    if mode == 'mean':
        share = kept
        if weight is not None:
            safe = onnx.Where(onnx.Equal(target, ignore_index), 0, target)
            share = onnx.Mul(kept, onnx.Gather(weight, safe, axis=0))
        smooth = onnx.Div(sum(smooth), sum(share))
    elif mode == 'sum':
        smooth = sum(smooth)
    part = onnx.Mul(onnx.Div(smooth, tensor_of(classes, input.dtype)), label_smoothing)
    return onnx.Add(onnx.Mul(hard, 1.0 - label_smoothing), part)


def _along(weight, axis, ndim):
    trailing = ndim - axis - 1
    return onnx.Unsqueeze(weight, list(range(1, trailing + 1))) if trailing else weight


def _soft_cross_entropy(logs, target, weight, axis, mode, label_smoothing):
    """Targets are probabilities; the mean is over samples."""
    if label_smoothing:
        classes = tensor_of(logs.shape[axis], logs.dtype)
        target = onnx.Add(onnx.Mul(target, 1.0 - label_smoothing),
                          onnx.Div(tensor_of(label_smoothing, logs.dtype), classes))
    terms = onnx.Mul(logs, target)
    if weight is not None:
        terms = onnx.Mul(terms, _along(weight, axis, logs.ndim))
    loss = onnx.Neg(onnx.ReduceSum(terms, [axis], keepdims=0))
    if mode == 'mean':
        return mean(loss)
    return _reduced(loss, mode)


def kl_div(input, target, size_average=None, reduce=None, reduction='mean', log_target=False):
    if log_target:
        loss = onnx.Mul(onnx.Exp(target), onnx.Sub(target, input))
    else:
        entropy = onnx.Mul(target, onnx.Log(target))
        entropy = onnx.Where(onnx.Equal(target, 0.0), 0.0, entropy)
        loss = onnx.Sub(entropy, onnx.Mul(target, input))
    mode = _mode(reduction, size_average, reduce)
    if mode == 'batchmean':
        return onnx.Div(sum(loss), tensor_of(input.shape[0], input.dtype))
    return _reduced(loss, mode)


def poisson_nll_loss(input, target, log_input=True, full=False, size_average=None, eps=1e-8,
                     reduce=None, reduction='mean'):
    if log_input:
        loss = sub(exp(input), mul(target, input))
    else:
        loss = sub(input, mul(target, log(add(input, eps))))
    if full:
        stirling = add(sub(mul(target, log(target)), target),
                       mul(log(mul(target, 2 * math.pi)), 0.5))
        loss = add(loss, onnx.Where(onnx.LessOrEqual(target, 1), 0.0, stirling))
    return _reduced(loss, _mode(reduction, size_average, reduce))


def gaussian_nll_loss(input, target, var, full=False, eps=1e-6, reduction='mean'):
    var = kernels.Clip(var, eps)
    if var.ndim == input.ndim - 1:
        var = onnx.Unsqueeze(var, [-1])
    gap = onnx.Sub(input, target)
    loss = onnx.Mul(onnx.Add(onnx.Log(var), onnx.Div(onnx.Mul(gap, gap), var)), 0.5)
    if full:
        loss = onnx.Add(loss, 0.5 * math.log(2 * math.pi))
    return _reduced(loss, reduction)


def hinge_embedding_loss(input, target, margin=1.0, size_average=None, reduce=None,
                         reduction='mean'):
    near = onnx.Where(eq(target, -1), 0.0, input)
    far = onnx.Where(eq(target, 1), 0.0, relu(onnx.Sub(margin, input)))
    return _reduced(onnx.Add(near, far), _mode(reduction, size_average, reduce))


def soft_margin_loss(input, target, size_average=None, reduce=None, reduction='mean'):
    loss = onnx.Log(onnx.Add(onnx.Exp(onnx.Neg(onnx.Mul(cast(target, input.dtype), input))), 1.0))
    return _reduced(loss, _mode(reduction, size_average, reduce))


def multilabel_soft_margin_loss(input, target, weight=None, size_average=None, reduce=None,
                                reduction='mean'):
    loss = onnx.Add(onnx.Mul(target, kernels.Softplus(onnx.Neg(input))),
                    onnx.Mul(onnx.Sub(1.0, target), kernels.Softplus(input)))
    if weight is not None:
        loss = onnx.Mul(loss, weight)
    return _reduced(onnx.ReduceMean(loss, [-1], keepdims=0),
                    _mode(reduction, size_average, reduce))


def margin_ranking_loss(input1, input2, target, margin=0.0, size_average=None, reduce=None,
                        reduction='mean'):
    ranked = add(mul(neg(target), sub(input1, input2)), margin)
    return _reduced(relu(ranked), _mode(reduction, size_average, reduce))


def cosine_embedding_loss(input1, input2, target, margin=0.0, size_average=None, reduce=None,
                          reduction='mean'):
    """torch adds 1e-12 to each squared length here."""
    dot = sum(mul(input1, input2), -1)
    squares = [add(sum(mul(x, x), -1), 1e-12) for x in (input1, input2)]
    cos = true_divide(dot, onnx.Sqrt(onnx.Mul(squares[0], squares[1])))
    near = onnx.Where(eq(target, 1), onnx.Sub(1.0, cos), 0.0)
    far = onnx.Where(eq(target, -1), relu(onnx.Sub(cos, margin)), 0.0)
    return _reduced(onnx.Add(near, far), _mode(reduction, size_average, reduce))


def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False,
                        size_average=None, reduce=None, reduction='mean'):
    from .distance import pairwise_distance
    return triplet_margin_with_distance_loss(
        anchor, positive, negative, margin=margin, swap=swap,
        distance_function=lambda a, b: pairwise_distance(a, b, p, eps),
        reduction=_mode(reduction, size_average, reduce))


def triplet_margin_with_distance_loss(anchor, positive, negative, *, distance_function=None,
                                      margin=1.0, swap=False, reduction='mean'):
    if distance_function is None:
        from .distance import pairwise_distance
        distance_function = pairwise_distance
    near = distance_function(anchor, positive)
    far = distance_function(anchor, negative)
    if swap:
        far = onnx.Min(far, distance_function(positive, negative))
    return _reduced(relu(onnx.Add(onnx.Sub(near, far), margin)), reduction)


def multi_margin_loss(input, target, p=1, margin=1.0, weight=None, size_average=None, reduce=None,
                      reduction='mean'):
    if input.ndim < 2:
        input, target = onnx.Reshape(input, [1, -1]), onnx.Reshape(target, [1])
    column = onnx.Unsqueeze(target, [1])
    right = onnx.GatherElements(input, column, axis=1)
    gaps = onnx.Add(onnx.Sub(input, right), margin)
    gaps = onnx.Where(onnx.Greater(gaps, 0.0), gaps, 0.0)
    if p != 1:
        gaps = onnx.Pow(gaps, float(p))
    if weight is not None:
        gaps = onnx.Mul(gaps, onnx.Gather(weight, column, axis=0))
    places = count_up(0, input.shape[1], 1)
    gaps = onnx.Where(onnx.Equal(places, column), 0.0, gaps)
    return _reduced(onnx.ReduceMean(gaps, [1], keepdims=0), _mode(reduction, size_average, reduce))


def multilabel_margin_loss(input, target, size_average=None, reduce=None, reduction='mean'):
    return _native.refuse('`multilabel_margin_loss` has no lowering')


def ctc_loss(log_probs, targets, input_lengths, target_lengths, blank=0, reduction='mean',
             zero_infinity=False):
    return _native.refuse('`ctc_loss` has no lowering')
