// Numbers that lie in bytes, aligned or not.
#pragma once

#include <cstddef>
#include <cstring>

namespace nnscan {

template <class T>
T load(const std::byte* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

template <class T>
void store(std::byte* to, T value) {
  std::memcpy(to, &value, sizeof value);
}

}  // namespace nnscan
