// Sampling of images: resizing, grids, regions, and the choice among boxes.
#include <fmt/format.h>

#include <cmath>
#include <numeric>

#include "ir/ops/families.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

// The axes that sizes or scales speak of.
std::vector<int64_t> resized_axes(InferContext& ctx, size_t rank) {
  std::vector<int64_t> all(rank);
  std::iota(all.begin(), all.end(), 0);
  auto axes = ctx.node.ints_or("axes", all);
  for (int64_t& axis : axes) axis = ctx.axis(axis, rank);
  return axes;
}

// floor(size * scale). Exact for symbolic sizes where the scale is a fraction of a small power
// of two, which float32 then multiplies without rounding.
Dim scaled(InferContext& ctx, Dim size, float scale) {
  if (scale == 1) return size;
  if (auto known = ctx.dims.known(size)) {
    return ctx.dims.constant(static_cast<int64_t>(std::floor(static_cast<float>(*known) * scale)));
  }
  for (int64_t divisor = 1; divisor <= 64; divisor *= 2) {
    float numerator = scale * static_cast<float>(divisor);
    if (numerator != std::floor(numerator) || numerator > 4096) continue;
    return ctx.dims.floor_div(mul(ctx, size, static_cast<int64_t>(numerator)),
                              ctx.dims.constant(divisor));
  }
  return ctx.dims.unknown();
}

bool check_resize(InferContext& ctx) {
  if (ctx.node.string_or("keep_aspect_ratio_policy", "stretch") != "stretch") {
    ctx.fail("only the aspect policy `stretch` is supported");
    return false;
  }
  if (ctx.has(1) && ctx.node.string_or("coordinate_transformation_mode", "") !=
                        "tf_crop_and_resize") {
    ctx.fail("a region goes only with the mode `tf_crop_and_resize`");
    return false;
  }
  if (ctx.node.int_or("antialias", 0) != 0 && !needs_opset(ctx, 18, "`antialias`")) return false;
  bool symmetric = ctx.node.string_or("coordinate_transformation_mode", "") ==
                   "half_pixel_symmetric";
  return !symmetric || needs_opset(ctx, 19, "`half_pixel_symmetric`");
}

// X, roi, scales, sizes; of the last two exactly one.
void infer_resize(InferContext& ctx) {
  if (!check_resize(ctx)) return;
  const Type& x = ctx.in(0);
  if (ctx.has(2) == ctx.has(3)) return ctx.fail("either scales or sizes must be given");
  if (!x.ranked) return ctx.set(x);
  auto axes = resized_axes(ctx, x.rank());
  if (ctx.failed()) return;
  Dims out = x.dims;
  auto wrong_length = [&](size_t n) {
    if (n != axes.size()) ctx.fail(fmt::format("{} numbers for {} axes", n, axes.size()));
    return ctx.failed();
  };
  if (ctx.has(3)) {
    if (!admit_list(ctx, 3, "the list of sizes")) return;
    auto sizes = ctx.dims_value(3);
    if (sizes && wrong_length(sizes->size())) return;
    for (size_t i = 0; i < axes.size(); ++i) {
      out[axes[i]] = sizes ? (*sizes)[i] : ctx.dims.unknown();
    }
  } else {
    if (!admit_only(ctx, 2, DType::kFloat32) || !ctx.want_rank(2, 1, "the scales")) return;
    const Constant* scales = ctx.constant(2);
    if (scales && wrong_length(static_cast<size_t>(scales->numel()))) return;
    for (size_t i = 0; i < axes.size(); ++i) {
      auto factor = scales ? static_cast<float>(scales->as_double(int64_t(i))) : 0;
      if (scales && !(factor > 0)) return ctx.fail("a scale must be positive");
      out[axes[i]] = scales ? scaled(ctx, x.dims[axes[i]], factor) : ctx.dims.unknown();
    }
  }
  ctx.set(x.dtype, std::move(out));
}

// X [N, C, in...], grid [N, out..., axes] to [N, C, out...].
void infer_grid_sample(InferContext& ctx) {
  if (!admit(ctx, 0, {kIeeeFloats}) || !same_dtype(ctx, 0, 1)) return;
  if (!ctx.in(0).ranked && ctx.in(1).ranked) {
    if (!ctx.want_rank(0, static_cast<int>(ctx.in(1).rank()), "the input")) return;
  }
  if (!ctx.in(0).ranked) return ctx.set(ctx.in(0));
  size_t rank = ctx.in(0).rank();
  if (!ctx.want_rank(1, static_cast<int>(rank), "the grid")) return;
  if (rank < 4) return ctx.fail(fmt::format("the input has {} axes, 4 are needed", rank));
  if (rank > 4 && !needs_opset(ctx, 20, "sampling of volumes")) return;
  const Type &x = ctx.in(0), &grid = ctx.in(1);
  ctx.unify(grid.dims.back(), ctx.dims.constant(static_cast<int64_t>(rank) - 2),
            "the grid's last axis and the number of spatial axes");
  Dims out = {ctx.unify(x.dims[0], grid.dims[0], "the batches of input and grid"), x.dims[1]};
  out.insert(out.end(), grid.dims.begin() + 1, grid.dims.end() - 1);
  ctx.set(x.dtype, std::move(out));
}

// theta [N, 2, 3] or [N, 3, 4], size [N, C, out...] to [N, out..., axes].
void infer_affine_grid(InferContext& ctx) {
  if (!admit(ctx, 0, {kIeeeFloats}) || !admit_list(ctx, 1, "the size")) return;
  auto size = ctx.dims_value(1);
  if (!size) return ctx.set(Type::unranked(ctx.in(0).dtype));
  if (size->size() != 4 && size->size() != 5) return ctx.fail("the size needs 4 or 5 numbers");
  Dims out = {size->front()};
  out.insert(out.end(), size->begin() + 2, size->end());
  out.push_back(ctx.dims.constant(static_cast<int64_t>(size->size()) - 2));
  ctx.set(ctx.in(0).dtype, std::move(out));
}

// X [N, C, H, W], boxes [R, 4], which image each box is of [R] to [R, C, height, width].
void infer_roi_align(InferContext& ctx) {
  if (!admit(ctx, 0, {kIeeeFloats}) || !same_dtype(ctx, 0, 1)) return;
  if (!admit_only(ctx, 2, DType::kInt64)) return;
  if (!ctx.want_rank(0, 4, "the input") || !ctx.want_rank(1, 2, "the boxes") ||
      !ctx.want_rank(2, 1, "the image numbers")) return;
  const Type &x = ctx.in(0), &boxes = ctx.in(1);
  ctx.unify(boxes.dims[1], ctx.dims.constant(4), "the numbers of a box");
  Dim n = ctx.unify(boxes.dims[0], ctx.in(2).dims[0], "the boxes and the image numbers");
  ctx.set(x.dtype, {n, x.dims[1], ctx.dims.constant(ctx.node.int_or("output_height", 1)),
                    ctx.dims.constant(ctx.node.int_or("output_width", 1))});
}

// Boxes [N, S, 4], scores [N, classes, S] to rows (image, class, box).
void infer_nms(InferContext& ctx) {
  if (!admit_only(ctx, 0, DType::kFloat32) || !admit_only(ctx, 1, DType::kFloat32)) return;
  if (!ctx.want_rank(0, 3, "the boxes") || !ctx.want_rank(1, 3, "the scores")) return;
  const Type &boxes = ctx.in(0), &scores = ctx.in(1);
  ctx.unify(boxes.dims[0], scores.dims[0], "the batches of boxes and scores");
  ctx.unify(boxes.dims[1], scores.dims[2], "the numbers of boxes and scores");
  ctx.unify(boxes.dims[2], ctx.dims.constant(4), "the numbers of a box");
  if (ctx.has(2) && !admit_only(ctx, 2, DType::kInt64)) return;
  for (size_t i = 3; i < 5; ++i) {
    if (ctx.has(i) && !admit_only(ctx, i, DType::kFloat32)) return;
  }
  ctx.set(DType::kInt64, {ctx.dims.unknown(), ctx.dims.constant(3)});
}

constexpr OpInfo kImageRows[] = {
    // Below 18 there is no `axes`: what is given for some is spread over all. Below 13 inputs 1
    // and 2 may not be left out; where they are, empty float32 constants are written.
    {"Resize", 11, infer_resize},
    // The modes are `linear`, `nearest`, `cubic`. Below 20: `bilinear` (the default then too),
    // `nearest`, `bicubic`.
    {"GridSample", 16, infer_grid_sample},
    {"AffineGrid", 20, infer_affine_grid},
    // Below 16 there is no `coordinate_transformation_mode`; it is `output_half_pixel` then, but
    // `half_pixel` by default from 16 on.
    {"RoiAlign", 10, infer_roi_align},
    {"NonMaxSuppression", 11, infer_nms},
};

}  // namespace

std::span<const OpInfo> image_ops() { return kImageRows; }

}  // namespace nnscan
