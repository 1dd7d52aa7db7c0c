#include "frontend/torch/checkpoint_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "frontend/torch/checkpoint_bytes.h"

namespace nnscan {
namespace {

using checkpoint::quote;

constexpr std::string_view kWrappers[] = {"module.", "_orig_mod."};
constexpr int kMaxWrappers = 4;
constexpr std::string_view kBatches = "num_batches_tracked";
// Normalisation modules of this version and above save that buffer.
constexpr int64_t kBatchesSince = 2;

using Slots = std::map<std::string_view, const ParameterSlot*>;

bool all_start_with(const Checkpoint& checkpoint, const std::string& prefix) {
  return !checkpoint.tensors.empty() &&
         std::ranges::all_of(checkpoint.tensors,
                             [&](const CheckpointTensor& t) { return t.key.starts_with(prefix); });
}

size_t count_known(const Checkpoint& checkpoint, const Slots& slots, size_t skip) {
  return static_cast<size_t>(
      std::ranges::count_if(checkpoint.tensors, [&](const CheckpointTensor& tensor) {
        return slots.contains(std::string_view(tensor.key).substr(skip));
      }));
}

// What wrappers put before every key of the checkpoint and the module does not have: of the
// prefixes that could come off, the one that leaves most keys known; the longest of those.
std::string wrapper_prefix(const Checkpoint& checkpoint, const Slots& slots) {
  std::string best;
  size_t best_count = count_known(checkpoint, slots, 0);
  std::string prefix;
  for (int depth = 0; depth < kMaxWrappers; ++depth) {
    const auto wrapper = std::ranges::find_if(kWrappers, [&](std::string_view name) {
      return all_start_with(checkpoint, prefix + std::string(name));
    });
    if (wrapper == std::end(kWrappers)) break;
    prefix += *wrapper;
    const size_t count = count_known(checkpoint, slots, prefix.size());
    if (count < best_count) continue;
    best = prefix;
    best_count = count;
  }
  return best;
}

// Keys for a message: all of them, up to the bound.
struct KeyList {
  std::string text;
  size_t count = 0;

  void add(const std::string& item) {
    if (count++ < kMaxListedKeys) text += (text.empty() ? "" : ", ") + item;
  }
  void print_to(std::string& out, std::string_view what) const {
    if (count == 0) return;
    out += fmt::format("{}{} {} key{}: {}", out.empty() ? "" : "; ", count, what,
                       count == 1 ? "" : "s", text);
    if (count > kMaxListedKeys) out += fmt::format(" and {} more", count - kMaxListedKeys);
  }
};

std::string shape_text(const std::vector<int64_t>& shape) {
  return fmt::format("[{}]", fmt::join(shape, ","));
}

class Matcher {
 public:
  Matcher(std::span<const ParameterSlot> slots, const Checkpoint& checkpoint);
  std::variant<std::vector<ConstantRef>, CheckpointError> run();

 private:
  ConstantRef match(const ParameterSlot& slot);
  ConstantRef missing(const ParameterSlot& slot);
  bool may_lack(const ParameterSlot& slot) const;
  void note_unexpected();
  CheckpointError error() const;
  std::string hint() const;

  std::span<const ParameterSlot> slots_;
  const Checkpoint& checkpoint_;
  Slots by_key_;
  std::string prefix_;
  std::map<std::string_view, ConstantRef> tensors_;  // without the prefix
  KeyList missing_, unexpected_, misshapen_;
  std::string_view first_unexpected_;
};

Matcher::Matcher(std::span<const ParameterSlot> slots, const Checkpoint& checkpoint)
    : slots_(slots), checkpoint_(checkpoint) {
  for (const ParameterSlot& slot : slots) by_key_.emplace(slot.key, &slot);
  prefix_ = wrapper_prefix(checkpoint, by_key_);
  for (const CheckpointTensor& tensor : checkpoint.tensors) {
    tensors_.emplace(std::string_view(tensor.key).substr(prefix_.size()), tensor.data);
  }
}

std::variant<std::vector<ConstantRef>, CheckpointError> Matcher::run() {
  std::vector<ConstantRef> out;
  for (const ParameterSlot& slot : slots_) out.push_back(match(slot));
  note_unexpected();
  if (missing_.count + unexpected_.count + misshapen_.count > 0) return error();
  for (size_t i = 0; i < out.size(); ++i) out[i] = convert_constant(out[i], slots_[i].dtype);
  return out;
}

ConstantRef Matcher::match(const ParameterSlot& slot) {
  const auto found = tensors_.find(slot.key);
  if (found == tensors_.end()) return missing(slot);
  const ConstantRef& data = found->second;
  if (data->shape() == slot.shape) return data;
  if (slot.shape.empty() && data->rank() == 1 && data->numel() == 1) return data->reshaped({});
  misshapen_.add(fmt::format("{} is {} in the checkpoint and {} in the module", quote(slot.key),
                             shape_text(data->shape()), shape_text(slot.shape)));
  return nullptr;
}

ConstantRef Matcher::missing(const ParameterSlot& slot) {
  if (may_lack(slot)) return Constant::scalar_int(0, slot.dtype);
  missing_.add(quote(slot.key));
  return nullptr;
}

// https://github.com/pytorch/pytorch/blob/main/torch/nn/modules/batchnorm.py: the buffer came with
// version 2 of the module, whose _load_from_state_dict puts a 0 in place of a missing one.
bool Matcher::may_lack(const ParameterSlot& slot) const {
  const std::string_view key = slot.key;
  if (!key.ends_with(kBatches) || !slot.shape.empty()) return false;
  const std::string path(key.substr(0, key.size() - kBatches.size()));  // "bn1." or ""
  if ((!path.empty() && path.back() != '.') || !by_key_.contains(path + "running_mean")) {
    return false;
  }
  std::string module = prefix_ + path;
  if (!module.empty()) module.pop_back();
  const auto version = checkpoint_.versions.find(module);
  return version == checkpoint_.versions.end() || version->second < kBatchesSince;
}

void Matcher::note_unexpected() {
  for (const CheckpointTensor& tensor : checkpoint_.tensors) {
    const std::string_view key = std::string_view(tensor.key).substr(prefix_.size());
    if (by_key_.contains(key)) continue;
    if (unexpected_.count == 0) first_unexpected_ = key;
    unexpected_.add(quote(key));
  }
}

CheckpointError Matcher::error() const {
  std::string lists;
  missing_.print_to(lists, "missing");
  unexpected_.print_to(lists, "unexpected");
  misshapen_.print_to(lists, "wrongly shaped");
  return {CheckpointError::Code::kMismatch, "checkpoint does not fit the module: " + lists, hint()};
}

std::string Matcher::hint() const {
  const size_t dot = first_unexpected_.find('.');
  if (missing_.count > 0 && dot != std::string_view::npos) {
    const std::string_view prefix = first_unexpected_.substr(0, dot + 1);
    const size_t skip = prefix_.size() + prefix.size();
    if (all_start_with(checkpoint_, prefix_ + std::string(prefix)) &&
        count_known(checkpoint_, by_key_, skip) > 0) {
      return fmt::format("every key of the checkpoint starts with {}: save the state_dict of that "
                         "submodule", quote(prefix));
    }
  }
  return "construct the module with the arguments it had when the checkpoint was saved: "
         "`--class 'Net(...)'`";
}

}  // namespace

std::variant<std::vector<ConstantRef>, CheckpointError> match_checkpoint(
    std::span<const ParameterSlot> slots, const Checkpoint& checkpoint) {
  return Matcher(slots, checkpoint).run();
}

}  // namespace nnscan
