#include "frontend/torch/checkpoint_strided.h"

#include <fmt/format.h>

#include <algorithm>

namespace nnscan::checkpoint {
namespace {

struct Axis {
  int64_t size;
  int64_t stride;  // in elements
};

[[noreturn]] void fail_size(std::string_view key) {
  fail(Code::kMalformed,
       fmt::format("checkpoint is damaged: {} has an impossible size", quote(key)));
}

// The number of elements. Zero sizes do not hide an overflow of the others: later code may
// multiply them in any order.
int64_t count_elements(const StridedView& view, std::string_view key) {
  if (view.shape.size() > kMaxRank) fail_size(key);
  int64_t count = static_cast<int64_t>(size_of(view.dtype));
  bool empty = false;
  for (const int64_t size : view.shape) {
    if (size < 0) fail_size(key);
    empty = empty || size == 0;
    const auto product = checked_mul(count, std::max<int64_t>(size, 1));
    if (!product) fail_size(key);
    count = *product;
  }
  return empty ? 0 : count / static_cast<int64_t>(size_of(view.dtype));
}

// Axes longer than 1, neighbours merged where they are one run of equal steps.
std::vector<Axis> merged_axes(const StridedView& view) {
  std::vector<Axis> axes;
  for (size_t i = 0; i < view.shape.size(); ++i) {
    const Axis axis{view.shape[i], view.strides[i]};
    if (axis.size == 1) continue;
    const auto run = checked_mul(axis.size, axis.stride);
    if (!axes.empty() && run && axes.back().stride == *run) {
      axes.back() = {axes.back().size * axis.size, axis.stride};
    } else {
      axes.push_back(axis);
    }
  }
  return axes;
}

// Fails unless every element lies inside the storage.
void check_extent(const StridedView& view, const std::vector<Axis>& axes, const Window& storage,
                  std::string_view key) {
  int64_t last = view.offset;
  bool inside = view.offset >= 0;
  for (const Axis& axis : axes) {
    int64_t reach = 0;
    inside = inside && axis.stride >= 0 &&
             !__builtin_mul_overflow(axis.size - 1, axis.stride, &reach) &&
             !__builtin_add_overflow(last, reach, &last);
  }
  const uint64_t held = storage.size() / size_of(view.dtype);
  if (!inside || static_cast<uint64_t>(last) >= held) {
    fail(Code::kMalformed,
         fmt::format("checkpoint is damaged: {} reaches outside its storage of {} bytes",
                     quote(key), storage.size()));
  }
}

// One row-major pass; the innermost axis is the loop that matters.
template <size_t kSize>
void gather(const std::byte* from, const std::vector<Axis>& axes, std::byte* to) {
  const Axis inner = axes.back();
  const size_t outer = axes.size() - 1;
  std::vector<int64_t> index(outer, 0);
  int64_t at = 0;
  for (;;) {
    const std::byte* source = from + static_cast<size_t>(at) * kSize;
    for (int64_t i = 0; i < inner.size; ++i, to += kSize) {
      std::memcpy(to, source + static_cast<size_t>(i * inner.stride) * kSize, kSize);
    }
    size_t axis = outer;
    for (; axis > 0; --axis) {
      at += axes[axis - 1].stride;
      if (++index[axis - 1] < axes[axis - 1].size) break;
      at -= axes[axis - 1].size * axes[axis - 1].stride;
      index[axis - 1] = 0;
    }
    if (axis == 0) return;
  }
}

using Gather = void (*)(const std::byte*, const std::vector<Axis>&, std::byte*);
Gather gather_for(size_t element) {
  return element == 1 ? gather<1> : element == 2 ? gather<2> : element == 4 ? gather<4> : gather<8>;
}

bool is_row_major(const std::vector<Axis>& axes) {
  return axes.empty() || (axes.size() == 1 && axes[0].stride == 1);
}

// A byte other than 0 and 1 is true, as PyTorch takes it; consumers of the bytes want 1.
bool has_odd_bools(const std::byte* data, int64_t count) {
  return std::any_of(data, data + count, [](std::byte b) { return b > std::byte{1}; });
}
void normalise_bools(std::vector<std::byte>& data) {
  for (std::byte& b : data) b = b == std::byte{0} ? b : std::byte{1};
}

}  // namespace

ConstantRef read_strided(const StridedView& given, const Window& storage, CopyBudget& budget,
                         std::string_view key) {
  StridedView view = given;
  const int64_t count = count_elements(view, key);
  if (count == 0) return Constant::own(view.dtype, view.shape, {});
  if (view.strides.empty()) {
    view.strides.resize(view.shape.size());
    int64_t stride = 1;
    for (size_t i = view.shape.size(); i-- > 0; stride *= view.shape[i]) view.strides[i] = stride;
  }
  const std::vector<Axis> axes = merged_axes(view);
  check_extent(view, axes, storage, key);

  const size_t element = size_of(view.dtype);
  const std::byte* const from = storage.bytes.data() + static_cast<size_t>(view.offset) * element;
  const bool is_bool = view.dtype == DType::kBool;
  // Looking through bools is work that overlapping views could repeat without end: it is charged.
  if (is_bool) budget.take(static_cast<uint64_t>(count), key);
  if (is_row_major(axes) && !(is_bool && has_odd_bools(from, count))) {
    return Constant::borrow(view.dtype, view.shape, from, storage.owner);
  }
  // A splat costs nothing here, but whoever asks for its bytes gets them all.
  budget.take(static_cast<uint64_t>(count) * element, key);
  if (axes.size() == 1 && axes[0].stride == 0 && !is_bool) {
    return Constant::splat(view.dtype, view.shape, from);
  }
  std::vector<std::byte> data(static_cast<size_t>(count) * element);
  gather_for(element)(from, axes.empty() ? std::vector<Axis>{{1, 1}} : axes, data.data());
  if (is_bool) normalise_bools(data);
  return Constant::own(view.dtype, view.shape, std::move(data));
}

}  // namespace nnscan::checkpoint
