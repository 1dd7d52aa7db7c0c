#include "ir/contents.h"

#include <algorithm>

namespace nnscan {

namespace {

using Contents = std::optional<Dims>;
constexpr size_t kMaxLength = 256;

std::optional<std::vector<int64_t>> constant_ints(const InferContext& ctx, size_t i) {
  const Constant* constant = ctx.constant(i);
  if (!constant || is_float(constant->dtype()) || constant->numel() > int64_t{kMaxLength})
    return std::nullopt;
  return constant->ints();
}

Contents contents_of_shape(InferContext& ctx) {
  const Type& type = ctx.in(0);
  if (!type.ranked) return std::nullopt;
  int64_t rank = static_cast<int64_t>(type.rank());
  auto bound = [&](const char* name, int64_t fallback) {
    int64_t at = ctx.node.int_or(name, fallback);
    return std::clamp<int64_t>(at < 0 ? at + rank : at, 0, rank);
  };
  int64_t start = bound("start", 0), end = std::max(start, bound("end", rank));
  return Dims(type.dims.begin() + start, type.dims.begin() + end);
}

Contents contents_of_size(InferContext& ctx) {
  Dim count = element_count(ctx.in(0), ctx.dims);
  return count.valid() ? Contents(Dims{count}) : std::nullopt;
}

// The same elements in the same order.
Contents same_contents(InferContext& ctx) { return ctx.dims_value(0); }

Contents contents_of_gather(InferContext& ctx) {
  Contents data = ctx.dims_value(0);
  auto indices = constant_ints(ctx, 1);
  if (!data || !indices || ctx.in(0).rank() != 1) return std::nullopt;
  Dims result;
  int64_t length = static_cast<int64_t>(data->size());
  for (int64_t index : *indices) {
    if (index < 0) index += length;
    if (index < 0 || index >= length) return std::nullopt;
    result.push_back((*data)[static_cast<size_t>(index)]);
  }
  return result;
}

Contents contents_of_slice(InferContext& ctx) {
  Contents data = ctx.dims_value(0);
  auto starts = constant_ints(ctx, 1), ends = constant_ints(ctx, 2);
  if (!data || !starts || !ends || starts->size() != 1 || ends->size() != 1) return std::nullopt;
  int64_t step = 1, length = static_cast<int64_t>(data->size());
  if (ctx.has(4)) {
    auto steps = constant_ints(ctx, 4);
    if (!steps || steps->size() != 1 || steps->front() == 0) return std::nullopt;
    step = steps->front();
  }
  int64_t low = step > 0 ? 0 : -1, high = step > 0 ? length : length - 1;
  auto bound = [&](int64_t at) { return std::clamp(at < 0 ? at + length : at, low, high); };
  Dims result;
  int64_t at = bound(starts->front()), end = bound(ends->front());
  for (; step > 0 ? at < end : at > end; at += step) {
    result.push_back((*data)[static_cast<size_t>(at)]);
    if (step > length || step < -length) break;
  }
  return result;
}

Contents contents_of_concat(InferContext& ctx) {
  Dims result;
  for (size_t i = 0; i < ctx.input_count(); ++i) {
    Contents part = ctx.dims_value(i);
    if (!part) return std::nullopt;
    result.insert(result.end(), part->begin(), part->end());
  }
  return result;
}

Contents contents_of_expand(InferContext& ctx) {
  Contents data = ctx.dims_value(0);
  const Type& out = ctx.outputs[0];
  std::optional<int64_t> length = out.rank() == 0 ? 1 : ctx.dims.known(out.dims[0]);
  if (!data || !length || *length < 0 || *length > int64_t{kMaxLength}) return std::nullopt;
  if (data->size() == static_cast<size_t>(*length)) return data;
  if (data->size() != 1) return std::nullopt;
  return Dims(static_cast<size_t>(*length), data->front());
}

// One dim from two; nullopt where the expression cannot say it.
using Binary = std::optional<Dim> (*)(DimPool&, Dim, Dim);

// Element by element, a single element repeated.
template <Binary kApply>
Contents elementwise(InferContext& ctx) {
  Contents result = ctx.dims_value(0);
  for (size_t i = 1; result && i < ctx.input_count(); ++i) {
    Contents other = ctx.dims_value(i);
    if (!other) return std::nullopt;
    if (result->size() == 1) result->resize(other->size(), result->front());
    if (other->size() == 1) other->resize(result->size(), other->front());
    if (result->size() != other->size()) return std::nullopt;
    for (size_t k = 0; k < result->size(); ++k) {
      std::optional<Dim> dim = kApply(ctx.dims, (*result)[k], (*other)[k]);
      if (!dim) return std::nullopt;
      (*result)[k] = *dim;
    }
  }
  return result;
}

// All elements into one.
template <Binary kApply>
Contents reduced(InferContext& ctx) {
  Contents data = ctx.dims_value(0);
  if (!data || data->empty()) return std::nullopt;
  bool may_keep_all = ctx.node.int_or("noop_with_empty_axes", 0) != 0;
  if (may_keep_all && data->size() != 1) return std::nullopt;
  Dim result = data->front();
  for (size_t i = 1; i < data->size(); ++i) {
    std::optional<Dim> dim = kApply(ctx.dims, result, (*data)[i]);
    if (!dim) return std::nullopt;
    result = *dim;
  }
  return Dims{result};
}

std::optional<Dim> added(DimPool& dims, Dim a, Dim b) { return dims.add(a, b); }
std::optional<Dim> subtracted(DimPool& dims, Dim a, Dim b) { return dims.sub(a, b); }
std::optional<Dim> multiplied(DimPool& dims, Dim a, Dim b) { return dims.mul(a, b); }
std::optional<Dim> larger(DimPool& dims, Dim a, Dim b) { return dims.max(a, b); }
std::optional<Dim> smaller(DimPool& dims, Dim a, Dim b) { return dims.min(a, b); }

bool at_least(DimPool& dims, Dim dim, int64_t bound) {
  return dims.compare(Compare::kGe, dim, dims.constant(bound)) == true;
}

// ONNX divides integers towards zero: the same only where nothing is left, or is negative.
std::optional<Dim> divided(DimPool& dims, Dim a, Dim b) {
  std::optional<int64_t> divisor = dims.known(b);
  if (divisor == 0) return std::nullopt;
  if (divisor || at_least(dims, b, 1))
    if (std::optional<Dim> exact = dims.divide_exactly(a, b)) return exact;
  if (at_least(dims, a, 0) && at_least(dims, b, 0)) return dims.floor_div(a, b);
  return std::nullopt;
}

// With fmod = 0 the sign is the divisor's, as in Python.
std::optional<Dim> remainder(DimPool& dims, Dim a, Dim b) {
  if (dims.known(b) == 0) return std::nullopt;
  return dims.mod(a, b);
}

Contents contents_of_mod(InferContext& ctx) {
  if (ctx.node.int_or("fmod", 0) != 0) return std::nullopt;
  return elementwise<remainder>(ctx);
}

Contents contents_of_neg(InferContext& ctx) {
  Contents data = ctx.dims_value(0);
  if (!data) return std::nullopt;
  for (Dim& dim : *data) dim = ctx.dims.neg(dim);
  return data;
}

Contents contents_of_abs(InferContext& ctx) {
  Contents data = ctx.dims_value(0);
  if (!data) return std::nullopt;
  for (Dim& dim : *data) dim = ctx.dims.max(dim, ctx.dims.neg(dim));
  return data;
}

Contents contents_of_where(InferContext& ctx) {
  const Constant* condition = ctx.constant(0);
  if (!condition || condition->numel() != 1) return std::nullopt;
  Contents chosen = ctx.dims_value(condition->as_int(0) != 0 ? 1 : 2);
  const Type& out = ctx.outputs[0];
  std::optional<int64_t> length = out.rank() == 0 ? 1 : ctx.dims.known(out.dims[0]);
  if (!chosen || !length || static_cast<int64_t>(chosen->size()) != *length) return std::nullopt;
  return chosen;
}

struct Row {
  std::string_view op;
  Contents (*rule)(InferContext&);
};

constexpr Row kRows[] = {
    {"Shape", contents_of_shape},       {"Size", contents_of_size},
    {"Identity", same_contents},        {"Cast", same_contents},
    {"Reshape", same_contents},         {"Squeeze", same_contents},
    {"Unsqueeze", same_contents},       {"Flatten", same_contents},
    {"Gather", contents_of_gather},     {"Slice", contents_of_slice},
    {"Concat", contents_of_concat},     {"Expand", contents_of_expand},
    {"Add", elementwise<added>},        {"Sub", elementwise<subtracted>},
    {"Mul", elementwise<multiplied>},   {"Div", elementwise<divided>},
    {"Mod", contents_of_mod},           {"Max", elementwise<larger>},
    {"Min", elementwise<smaller>},      {"Neg", contents_of_neg},
    {"Abs", contents_of_abs},           {"Where", contents_of_where},
    {"ReduceSum", reduced<added>},      {"ReduceProd", reduced<multiplied>},
    {"ReduceMax", reduced<larger>},     {"ReduceMin", reduced<smaller>},
};

}  // namespace

std::optional<Dims> known_contents(InferContext& ctx) {
  if (ctx.outputs.size() != 1) return std::nullopt;
  const Type& out = ctx.outputs[0];
  if (out.dtype != DType::kInt64 || !out.ranked || out.rank() > 1) return std::nullopt;
  for (const Row& row : kRows) {
    if (row.op != ctx.node.op->name) continue;
    Contents contents = row.rule(ctx);
    bool fits = contents && contents->size() <= kMaxLength;
    return fits ? std::move(contents) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace nnscan
