from ._return_types import (
    aminmax, cummax, cummin, kthvalue, max, median, min, mode, nanmedian, sort, topk)
