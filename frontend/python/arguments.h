// The positional arguments of a call while they are evaluated: nearly always few, and then on the
// stack.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "frontend/python/value.h"

namespace nnscan::py {

class ArgumentList {
 public:
  ArgumentList() = default;
  ArgumentList(Value first, std::span<const Value> rest) {
    push(first);
    for (const Value& v : rest) push(v);
  }

  void push(Value v) {
    if (count_ < kInline) {
      inline_[count_++] = v;
      return;
    }
    if (more_.empty()) more_.assign(inline_.begin(), inline_.end());
    more_.push_back(v);
  }
  std::span<const Value> all() const {
    return more_.empty() ? std::span<const Value>(inline_.data(), count_) : more_;
  }

 private:
  static constexpr size_t kInline = 6;
  std::array<Value, kInline> inline_;
  size_t count_ = 0;
  std::vector<Value> more_;  // all of them, once they are more
};

}  // namespace nnscan::py
