#include "emit/onnx/rewrites.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace nnscan {

namespace {

using Ints = std::vector<int64_t>;

// The rank of the first input, or -1.
int64_t rank_of(const Rewriting& r) {
  const Type* type = r.input_type(0);
  return type && type->ranked ? static_cast<int64_t>(type->rank()) : -1;
}

// `axis` from 0 up, or nothing where it is out of range or the rank is not known.
std::optional<int64_t> axis_from_front(int64_t axis, int64_t rank) {
  if (axis < 0) axis += rank;
  if (rank < 0 || axis < 0 || axis >= rank) return std::nullopt;
  return axis;
}

// Each of these reduces one element to itself, so reducing no axis is the identity.
bool is_idempotent(const std::string& op) {
  return op == "ReduceSum" || op == "ReduceMean" || op == "ReduceMax" || op == "ReduceMin" ||
         op == "ReduceProd";
}

bool all_ones(const Attribute* attribute) {
  const auto* values = attribute ? std::get_if<Ints>(attribute) : nullptr;
  return !values || std::all_of(values->begin(), values->end(), [](int64_t v) { return v == 1; });
}

ConstantRef no_floats() { return Constant::own(DType::kFloat32, {0}, {}); }

}  // namespace

bool rewrite_axes(Rewriting& r) {
  bool keep_all = r.form.int_or("noop_with_empty_axes", 0) != 0;
  r.form.drop("noop_with_empty_axes");
  const Constant* axes = r.constant(1);
  if (r.form.has(1) && !axes) return false;
  if (axes && axes->numel() > 0) {
    r.form.set("axes", axes->ints());
  } else if (keep_all) {
    if (!is_idempotent(r.form.op)) return false;
    r.form.op = "Identity";
    r.form.attributes.clear();
  } else if (r.form.op == "Unsqueeze") {
    return false;
  }
  r.form.omit(1);
  return true;
}

// Without sizes, opsets before 18 split evenly or fail when the model runs; 18 makes the last
// part smaller. https://onnx.ai/onnx/operators/onnx__Split.html
bool rewrite_split_count(Rewriting& r) {
  r.form.drop("num_outputs");
  if (r.form.has(1)) return true;
  auto axis = axis_from_front(r.form.int_or("axis", 0), rank_of(r));
  if (!axis) return false;
  int64_t parts = static_cast<int64_t>(r.form.outputs.size());
  Dim dim = r.input_type(0)->dims[*axis];
  std::optional<int64_t> size = r.dims.known(dim);
  if (!size) return r.dims.divide_exactly(dim, r.dims.constant(parts)).has_value();
  int64_t part = (*size + parts - 1) / parts;
  int64_t last = *size - part * (parts - 1);
  if (last < 0) return false;
  Ints sizes(parts, part);
  sizes.back() = last;
  r.form.put(1, Constant::of_ints(sizes));
  return true;
}

bool rewrite_split_sizes(Rewriting& r) {
  if (!r.form.has(1)) return true;
  const Constant* sizes = r.constant(1);
  if (!sizes) return false;
  r.form.set("split", sizes->ints());
  r.form.omit(1);
  return true;
}

// Before 13 the axes from `axis` on count as one. On the last axis that is the same thing; any
// other is brought there and back.
bool rewrite_softmax(Rewriting& r) {
  int64_t wanted = r.form.int_or("axis", -1);
  int64_t rank = rank_of(r);
  if (rank < 0) {
    r.form.set("axis", int64_t{-1});
    return wanted == -1;
  }
  auto axis = axis_from_front(wanted, rank);
  if (!axis) return false;
  r.form.set("axis", rank - 1);
  if (*axis == rank - 1) return true;
  Ints swap(rank);
  std::iota(swap.begin(), swap.end(), 0);
  std::swap(swap[*axis], swap.back());
  DType dtype = r.input_type(0)->dtype;
  Between moved = r.between(dtype), done = r.between(dtype);
  r.before.push_back({"Transpose", {r.form.inputs[0]}, {{"perm", swap}}, {moved}});
  r.after.push_back({"Transpose", {done}, {{"perm", swap}}, {r.form.outputs[0]}});
  r.form.inputs[0] = moved;
  r.form.outputs[0] = done;
  return true;
}

bool rewrite_pad(Rewriting& r) {
  if (!r.form.has(3)) return true;
  const Constant* pads = r.constant(1);
  const Constant* axes = r.constant(3);
  int64_t rank = rank_of(r);
  if (!pads || !axes || rank < 0 || pads->numel() != 2 * axes->numel()) return false;
  Ints all(2 * rank, 0);
  for (int64_t i = 0; i < axes->numel(); ++i) {
    auto axis = axis_from_front(axes->as_int(i), rank);
    if (!axis) return false;
    all[*axis] = pads->as_int(i);
    all[rank + *axis] = pads->as_int(axes->numel() + i);
  }
  r.form.put(1, Constant::of_ints(all));
  r.form.omit(3);
  return true;
}

namespace {

// `scales` with 1 for the axes that are not listed.
bool spread_scales(Rewriting& r, const Ints& axes, int64_t rank) {
  const Constant* scales = r.constant(2);
  if (!scales || scales->numel() != static_cast<int64_t>(axes.size())) return false;
  std::vector<std::byte> bytes(rank * sizeof(float));
  for (int64_t i = 0; i < rank; ++i) store_element(DType::kFloat32, &bytes[i * sizeof(float)], 1.0);
  for (size_t i = 0; i < axes.size(); ++i)
    store_element(DType::kFloat32, &bytes[axes[i] * sizeof(float)], scales->as_double(i));
  r.form.put(2, Constant::own(DType::kFloat32, {rank}, std::move(bytes)));
  return true;
}

// `sizes` with the present size, if known, for the axes that are not listed.
bool spread_sizes(Rewriting& r, const Ints& axes, int64_t rank) {
  const Constant* sizes = r.constant(3);
  if (!sizes || sizes->numel() != static_cast<int64_t>(axes.size())) return false;
  Ints all(rank);
  for (int64_t i = 0; i < rank; ++i) {
    auto listed = std::find(axes.begin(), axes.end(), i);
    auto known = r.dims.known(r.input_type(0)->dims[i]);
    if (listed == axes.end() && !known) return false;
    all[i] = listed == axes.end() ? *known : sizes->as_int(listed - axes.begin());
  }
  r.form.put(3, Constant::of_ints(all));
  return true;
}

}  // namespace

bool rewrite_resize_axes(Rewriting& r) {
  if (r.form.int_or("antialias", 0) != 0) return false;
  if (r.form.string_or("keep_aspect_ratio_policy", "stretch") != "stretch") return false;
  r.form.drop("antialias");
  r.form.drop("keep_aspect_ratio_policy");
  const Attribute* attribute = r.form.find("axes");
  if (!attribute) return true;
  Ints axes = std::get<Ints>(*attribute);
  r.form.drop("axes");
  int64_t rank = rank_of(r);
  for (int64_t& axis : axes) {
    auto from_front = axis_from_front(axis, rank);
    if (!from_front) return false;
    axis = *from_front;
  }
  if (r.form.has(1)) return false;  // a region is a matter of the listed axes too
  return r.form.has(3) ? spread_sizes(r, axes, rank) : spread_scales(r, axes, rank);
}

bool rewrite_resize_inputs(Rewriting& r) {
  if (!r.form.has(1)) r.form.put(1, no_floats());
  if (!r.form.has(2)) r.form.put(2, no_floats());
  return true;
}

bool rewrite_grid_sample(Rewriting& r) {
  if (rank_of(r) != 4) return false;
  std::string mode = r.form.string_or("mode", "linear");
  if (mode == "linear") r.form.drop("mode");  // the older default is bilinear
  if (mode == "cubic") r.form.set("mode", "bicubic");
  return true;
}

bool rewrite_roi_align(Rewriting& r) {
  if (r.form.string_or("coordinate_transformation_mode", "half_pixel") != "output_half_pixel") {
    return false;
  }
  r.form.drop("coordinate_transformation_mode");
  return true;
}

bool rewrite_is_inf(Rewriting& r) {
  const Type* type = r.input_type(0);
  if (!type || (type->dtype != DType::kFloat16 && type->dtype != DType::kBFloat16)) return true;
  Between wide = r.between(DType::kFloat32);
  int64_t to = info(DType::kFloat32).onnx;
  r.before.push_back({"Cast", {r.form.inputs[0]}, {{"to", to}}, {wide}});
  r.form.inputs[0] = wide;
  return true;
}

bool rewrite_average_pool(Rewriting& r) {
  if (!all_ones(r.form.find("dilations"))) return false;
  r.form.drop("dilations");
  return true;
}

bool rewrite_shape(Rewriting& r) {
  int64_t start = r.form.int_or("start", 0);
  int64_t end = r.form.int_or("end", std::numeric_limits<int64_t>::max());
  if (!r.form.find("start") && !r.form.find("end")) return true;
  r.form.attributes.clear();
  Between whole = r.between(DType::kInt64);
  Form slice{"Slice",
             {whole, Constant::of_ints({start}), Constant::of_ints({end}), Constant::of_ints({0})},
             {},
             {r.form.outputs[0]}};
  r.form.outputs[0] = whole;
  r.after.push_back(std::move(slice));
  return true;
}

namespace {

// Before 14 a size of 0 means the input's size at that place. It is the same thing where the
// size never is 0 or always is the input's.
bool is_safe_size(Rewriting& r, size_t axis, Dim size) {
  const Type* input = r.input_type(0);
  if (input && input->ranked && axis < input->rank() && input->dims[axis] == size) return true;
  return r.dims.range(size).lower.value_or(0) >= 1;
}

}  // namespace

// A model that must run with empty tensors too needs 14; the others are told what they assume.
bool rewrite_reshape(Rewriting& r) {
  bool keeps_zero = r.form.int_or("allowzero", 0) != 0;
  r.form.drop("allowzero");
  if (!keeps_zero) return true;
  if (const Constant* shape = r.constant(1)) {
    Ints sizes = shape->ints();
    return std::find(sizes.begin(), sizes.end(), 0) == sizes.end();
  }
  const Type* output = r.type(r.form.outputs[0]);
  if (!output || !output->ranked) return false;
  for (size_t axis = 0; axis < output->rank(); ++axis) {
    Dim size = output->dims[axis];
    if (is_safe_size(r, axis, size)) continue;
    if (r.dims.known(size)) return false;  // always empty
    r.assumptions.push_back("`" + r.dims.text(size) +
                            "` is not 0, which `Reshape` before opset 14 takes for a size to keep");
  }
  return true;
}

// Max and Min of integers, one pair after the other: the larger, or the smaller, of both.
bool rewrite_extreme(Rewriting& r) {
  const Type* type = r.input_type(0);
  if (!type || !is_integer(type->dtype)) return true;
  const char* compare = r.form.op == "Max" ? "Greater" : "Less";
  std::vector<Operand> operands = r.form.inputs;
  r.form.op = "Identity";
  for (size_t i = 1; i < operands.size(); ++i) {
    if (r.form.op == "Where") {  // what was chosen so far goes on
      Between best = r.between(type->dtype);
      Form chosen = r.form;
      chosen.outputs = {best};
      r.before.push_back(std::move(chosen));
      operands[0] = best;
    }
    Between holds = r.between(DType::kBool);
    r.before.push_back({compare, {operands[0], operands[i]}, {}, {holds}});
    r.form.op = "Where";
    r.form.inputs = {holds, operands[0], operands[i]};
  }
  return true;
}

}  // namespace nnscan
