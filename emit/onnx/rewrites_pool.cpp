#include <algorithm>
#include <optional>

#include "emit/onnx/rewrites.h"

namespace nnscan {

namespace {

using Ints = std::vector<int64_t>;

// One spatial axis of a pooling. Sizes are of input and output, where known.
struct Window {
  std::optional<int64_t> size, output;
  int64_t kernel = 1, stride = 1;
  int64_t begin = 0, end = 0;  // padding

  bool is_known() const { return size && output; }
  int64_t room() const { return *size + begin + end - kernel; }
  // Whether ONNX's count of windows, rounded up, is the one that we have.
  bool is_counted() const { return !is_known() || (room() + stride - 1) / stride + 1 == *output; }
  bool is_exact() const { return room() / stride + 1 == *output; }
  // The padding at the end with which the last window just fits; negative where it always does.
  int64_t fitting_end() const { return (*output - 1) * stride + kernel - *size - begin; }
};

Ints ints_of(const Form& form, const char* name, size_t count, int64_t fallback) {
  const Attribute* found = form.find(name);
  return found ? std::get<Ints>(*found) : Ints(count, fallback);
}

// The windows, or nothing where the rank is not known.
std::vector<Window> windows_of(const Rewriting& r) {
  const Type* input = r.input_type(0);
  const Type* output = r.type(r.form.outputs[0]);
  if (!input || !output || !input->ranked || !output->ranked) return {};
  size_t count = input->rank() - 2;
  Ints kernel = ints_of(r.form, "kernel_shape", count, 1);
  Ints strides = ints_of(r.form, "strides", count, 1);
  Ints dilations = ints_of(r.form, "dilations", count, 1);
  Ints pads = ints_of(r.form, "pads", 2 * count, 0);
  std::vector<Window> windows;
  for (size_t i = 0; i < count; ++i)
    windows.push_back({r.dims.known(input->dims[i + 2]), r.dims.known(output->dims[i + 2]),
                       (kernel[i] - 1) * dilations[i] + 1, strides[i], pads[i], pads[count + i]});
  return windows;
}

// Where all sizes are known, rounding down gives what rounding up should have.
bool pad_exactly(std::vector<Window>& windows) {
  for (Window& w : windows) {
    w.end = std::max(w.end, w.fitting_end());
    if (!w.is_exact()) return false;
  }
  return true;
}

// Where others stay rounded up, a known axis gets the padding that needs no rounding.
bool pad_known(std::vector<Window>& windows) {
  for (Window& w : windows) {
    if (w.is_counted()) continue;
    w.end = w.fitting_end();
    if (w.end < 0) return false;
  }
  return true;
}

}  // namespace

// Torch and ONNX Runtime drop a last window that would start in the padding; ONNX before 22
// counts it. There the same windows are had by padding the end as far as the last one reaches.
bool rewrite_ceil_mode(Rewriting& r) {
  if (r.form.int_or("ceil_mode", 0) == 0) return true;
  std::vector<Window> windows = windows_of(r);
  if (std::all_of(windows.begin(), windows.end(), [](auto& w) { return w.is_counted(); }))
    return true;
  // What is added for rounding never counts in a mean; what the source pads may.
  bool is_padded =
      std::any_of(windows.begin(), windows.end(), [](auto& w) { return w.begin > 0 || w.end > 0; });
  if (r.form.int_or("count_include_pad", 0) != 0 && is_padded) return false;
  r.form.drop("count_include_pad");
  if (std::all_of(windows.begin(), windows.end(), [](auto& w) { return w.is_known(); })) {
    if (!pad_exactly(windows)) return false;
    r.form.drop("ceil_mode");
  } else if (!pad_known(windows)) {
    return false;
  }
  Ints pads;
  for (const Window& w : windows) pads.push_back(w.begin);
  for (const Window& w : windows) pads.push_back(w.end);
  r.form.set("pads", pads);
  return true;
}

}  // namespace nnscan
