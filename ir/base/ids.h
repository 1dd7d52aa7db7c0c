// Typed 32-bit ids over flat stores. An id is only an index; the store that made it owns the
// object. Ids of different things do not mix, cost nothing to copy, and stay valid when the
// store grows.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace nnscan {

template <class Tag>
struct Id {
  static constexpr uint32_t kNone = 0xffffffffu;
  uint32_t index = kNone;

  constexpr bool valid() const { return index != kNone; }
  constexpr explicit operator bool() const { return valid(); }
  friend constexpr auto operator<=>(Id, Id) = default;
};

template <class IdT, class T>
class Store {
 public:
  IdT add(T item) {
    items_.push_back(std::move(item));
    return IdT{static_cast<uint32_t>(items_.size() - 1)};
  }
  T& operator[](IdT id) { return items_[id.index]; }
  const T& operator[](IdT id) const { return items_[id.index]; }
  uint32_t size() const { return static_cast<uint32_t>(items_.size()); }
  // Forgets everything made since the store had `size` items.
  void truncate(uint32_t size) { items_.erase(items_.begin() + size, items_.end()); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

 private:
  std::vector<T> items_;
};

}  // namespace nnscan

template <class Tag>
struct std::hash<nnscan::Id<Tag>> {
  size_t operator()(nnscan::Id<Tag> id) const { return std::hash<uint32_t>{}(id.index); }
};
