#include "ir/ops/lacks.h"
#include "ir/ops/rule.h"

#include <fmt/format.h>

#include <cstdlib>

namespace nnscan {

std::string quoted(DType dtype) { return fmt::format("`{}`", info(dtype).name); }

static bool contains(DTypeSet set, DType dtype) { return set & one_of(dtype); }

static std::string names(DTypeSet set) {
  std::string out;
  for (int i = 0; i < kDTypeCount; ++i) {
    if (!contains(set, DType(i))) continue;
    out += (out.empty() ? "" : ", ") + quoted(DType(i));
  }
  return out;
}

bool admit(InferContext& ctx, size_t input, const Admits& admits) {
  DType dtype = ctx.in(input).dtype;
  if (!contains(admits.all, dtype)) {
    throw OperatorLacks(ctx, Code::kTargetLacks,
                        fmt::format("ONNX's `{}` takes {}, not {}", ctx.node.op->name,
                                    names(admits.all), quoted(dtype)));
    return false;
  }
  // bfloat16 came to ONNX as a whole with opset 13.
  int since = contains(admits.late, dtype) ? admits.since : 0;
  if (dtype == DType::kBFloat16) since = std::max(since, 13);
  if (ctx.graph.opset >= since) return true;
  throw OperatorLacks(ctx, Code::kOpsetTooLow,
                      fmt::format("{} needs opset {} here", quoted(dtype), since));
}

bool admit_only(InferContext& ctx, size_t input, DType dtype) {
  return admit(ctx, input, {one_of(dtype)});
}

bool same_dtype(InferContext& ctx, size_t a, size_t b) {
  DType left = ctx.in(a).dtype, right = ctx.in(b).dtype;
  if (left == right) return true;
  throw OperatorLacks(ctx, Code::kDTypeMismatch,
                      fmt::format("the inputs have different dtypes, {} and {}", quoted(left),
                                  quoted(right)));
}

bool needs_opset(InferContext& ctx, int since, const char* what) {
  if (ctx.graph.opset >= since) return true;
  throw OperatorLacks(ctx, Code::kOpsetTooLow, fmt::format("{} needs opset {}", what, since));
}

bool admit_list(InferContext& ctx, size_t input, const char* what) {
  return admit_only(ctx, input, DType::kInt64) && ctx.want_rank(input, 1, what);
}

std::optional<DType> dtype_from_onnx(int64_t code) {
  for (int i = 0; i < kDTypeCount; ++i) {
    if (info(DType(i)).onnx == code) return DType(i);
  }
  return std::nullopt;
}

Type retyped(const Type& type, DType dtype) {
  Type out = type;
  out.dtype = dtype;
  return out;
}

Dims unknown_dims(InferContext& ctx, size_t rank) {
  Dims dims;
  for (size_t i = 0; i < rank; ++i) dims.push_back(ctx.dims.unknown());
  return dims;
}

void infer_same(InferContext& ctx) { ctx.set(ctx.in(0)); }

void infer_broadcast(InferContext& ctx, const Admits& admits, std::optional<DType> result) {
  std::vector<const Type*> types;
  for (size_t i = 0; i < ctx.input_count(); ++i) {
    if (!admit(ctx, i, admits) || !same_dtype(ctx, 0, i)) return;
    types.push_back(&ctx.in(i));
  }
  ctx.set(ctx.broadcast(result.value_or(ctx.in(0).dtype), types));
}

Dim min_of(InferContext& ctx, Dim a, Dim b) {
  auto less = ctx.dims.compare(Compare::kLe, a, b);
  if (less) return *less ? a : b;
  return ctx.dims.min(a, b);
}

Dim max_of(InferContext& ctx, Dim a, Dim b) {
  auto less = ctx.dims.compare(Compare::kLe, a, b);
  if (less) return *less ? b : a;
  return ctx.dims.max(a, b);
}

Dim ceil_div(InferContext& ctx, Dim a, int64_t b) {
  return b == 1 ? a : ctx.dims.floor_div(add(ctx, a, b - 1), ctx.dims.constant(b));
}

Dim add(InferContext& ctx, Dim a, int64_t b) { return ctx.dims.add(a, ctx.dims.constant(b)); }

Dim mul(InferContext& ctx, Dim a, int64_t b) { return ctx.dims.mul(a, ctx.dims.constant(b)); }

Dim product(InferContext& ctx, std::span<const Dim> dims) {
  Dim out = ctx.dims.constant(1);
  for (Dim dim : dims) out = ctx.dims.mul(out, dim);
  return out;
}

bool not_negative(InferContext& ctx, const Dims& sizes) {
  for (Dim size : sizes) {
    if (ctx.dims.compare(Compare::kLt, size, ctx.dims.constant(0)) != true) continue;
    ctx.fail(fmt::format("a size cannot be {}", ctx.text(size)));
    return false;
  }
  return true;
}

std::optional<std::vector<int64_t>> known_ints(InferContext& ctx, size_t input) {
  if (!ctx.has(input)) return std::nullopt;
  if (const Constant* constant = ctx.constant(input)) return constant->ints();
  auto dims = ctx.dims_value(input);
  if (!dims) return std::nullopt;
  std::vector<int64_t> out;
  for (Dim dim : *dims) {
    auto value = ctx.dims.known(dim);
    if (!value) return std::nullopt;
    out.push_back(*value);
  }
  return out;
}

std::optional<int64_t> known_int(InferContext& ctx, size_t input) {
  auto values = known_ints(ctx, input);
  if (!values || values->size() != 1) return std::nullopt;
  return values->front();
}

std::optional<int64_t> known_length(InferContext& ctx, size_t input) {
  const Type& type = ctx.in(input);
  if (!type.ranked || type.rank() != 1) return std::nullopt;
  return ctx.dims.known(type.dims[0]);
}

// With ceil_mode a window that would start in the padding after the data does not count, in
// PyTorch as in ONNX. That needs a bound only where a window can start so late at all.
Dim window_output(InferContext& ctx, Dim size, const Window& window) {
  int64_t pads = window.pad_begin + window.pad_end;
  Dim room = add(ctx, size, pads - window.extent());
  if (ctx.dims.compare(Compare::kLt, room, ctx.dims.constant(0)) == true) {
    ctx.fail(fmt::format("a window of {} does not fit into size {} with padding {}",
                         window.extent(), ctx.text(size), pads));
    return size;
  }
  if (!window.ceil_mode) {
    return add(ctx, ctx.dims.floor_div(room, ctx.dims.constant(window.stride)), 1);
  }
  Dim out = add(ctx, ceil_div(ctx, room, window.stride), 1);
  if (window.stride + window.pad_end <= window.extent()) return out;
  return min_of(ctx, out, ceil_div(ctx, add(ctx, size, window.pad_begin), window.stride));
}

// Keeps sums and products of these numbers far from overflow.
static constexpr int64_t kMaxWindow = int64_t{1} << 30;

std::vector<Window> windows(InferContext& ctx, const std::vector<int64_t>& kernel) {
  size_t n = kernel.size();
  auto strides = ctx.node.ints_or("strides", std::vector<int64_t>(n, 1));
  auto dilations = ctx.node.ints_or("dilations", std::vector<int64_t>(n, 1));
  auto pads = ctx.node.ints_or("pads", std::vector<int64_t>(2 * n, 0));
  if (strides.size() != n || dilations.size() != n || pads.size() != 2 * n) {
    ctx.fail(fmt::format("a kernel of {} axes needs {} `strides`, {} `dilations` and {} `pads`; "
                         "got {}, {} and {}", n, n, n, 2 * n, strides.size(), dilations.size(),
                         pads.size()));
    return {};
  }
  std::vector<Window> out(n);
  bool ceil_mode = ctx.node.int_or("ceil_mode", 0) != 0;
  for (size_t i = 0; i < n; ++i) {
    out[i] = {kernel[i], strides[i], dilations[i], pads[i], pads[n + i], ceil_mode};
    for (int64_t number : {kernel[i], strides[i], dilations[i]}) {
      if (number > 0 && number <= kMaxWindow) continue;
      ctx.fail(fmt::format("a kernel size, stride or dilation cannot be {}", number));
    }
    for (int64_t pad : {pads[i], pads[n + i]}) {
      if (std::abs(pad) > kMaxWindow) ctx.fail(fmt::format("padding cannot be {}", pad));
    }
  }
  return out;
}

Dims window_outputs(InferContext& ctx, std::span<const Dim> sizes,
                    const std::vector<Window>& windows) {
  std::string auto_pad = ctx.node.string_or("auto_pad", "NOTSET");
  bool same = auto_pad == "SAME_UPPER" || auto_pad == "SAME_LOWER";
  Dims out;
  for (size_t i = 0; i < windows.size() && !ctx.failed(); ++i) {
    out.push_back(same ? ceil_div(ctx, sizes[i], windows[i].stride)
                       : window_output(ctx, sizes[i], windows[i]));
  }
  return out;
}

}  // namespace nnscan
