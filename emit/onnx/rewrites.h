// The rows' functions: each takes a node's form from the opset where the row ends to the form
// before it, or says no and leaves the form unusable.
#pragma once

#include "emit/onnx/opset.h"

namespace nnscan {

bool rewrite_axes(Rewriting& rewriting);
bool rewrite_split_count(Rewriting& rewriting);
bool rewrite_split_sizes(Rewriting& rewriting);
bool rewrite_softmax(Rewriting& rewriting);
bool rewrite_pad(Rewriting& rewriting);
bool rewrite_resize_axes(Rewriting& rewriting);
bool rewrite_resize_inputs(Rewriting& rewriting);
bool rewrite_grid_sample(Rewriting& rewriting);
bool rewrite_roi_align(Rewriting& rewriting);
bool rewrite_is_inf(Rewriting& rewriting);
bool rewrite_ceil_mode(Rewriting& rewriting);
bool rewrite_average_pool(Rewriting& rewriting);
bool rewrite_extreme(Rewriting& rewriting);
bool rewrite_shape(Rewriting& rewriting);
bool rewrite_reshape(Rewriting& rewriting);

}  // namespace nnscan
