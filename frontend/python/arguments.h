// The arguments of a call while they are evaluated, and other short lists: nearly always few, and
// then on the stack.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <type_traits>
#include <vector>

#include "frontend/python/value.h"

namespace nnscan::py {

template <class T, size_t kInline>
class ShortList {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  ShortList() = default;
  ShortList(const ShortList&) = delete;
  ShortList& operator=(const ShortList&) = delete;
  explicit ShortList(std::span<const T> all) { append(all); }
  ShortList(const T& first, std::span<const T> rest) {
    push_back(first);
    append(rest);
  }

  void push_back(const T& v) {
    if (count_ < kInline) {
      inline_items()[count_++] = v;
      return;
    }
    if (more_.empty()) more_.assign(inline_items(), inline_items() + kInline);
    more_.push_back(v);
    ++count_;
  }
  void append(std::span<const T> items) {
    if (count_ + items.size() <= kInline) {
      std::copy(items.begin(), items.end(), inline_items() + count_);
      count_ += items.size();
    } else {
      for (const T& v : items) push_back(v);
    }
  }
  std::span<const T> all() const { return {more_.empty() ? inline_items() : more_.data(), count_}; }
  size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  auto begin() const { return all().begin(); }
  auto end() const { return all().end(); }
  const T& operator[](size_t i) const { return all()[i]; }

 private:
  T* inline_items() { return reinterpret_cast<T*>(room_); }
  const T* inline_items() const { return reinterpret_cast<const T*>(room_); }
  alignas(T) std::byte room_[kInline * sizeof(T)];
  size_t count_ = 0;
  std::vector<T> more_;  // all of them, once they are more
};

using ArgumentList = ShortList<Value, 6>;

}  // namespace nnscan::py
