// Where objects live: bump-allocated, destroyed together with the session.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace nnscan::py {

class Heap {
 public:
  Heap() = default;
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;
  ~Heap() {
    for (auto it = owned_.rbegin(); it != owned_.rend(); ++it) it->destroy(it->object);
  }

  template <class T, class... A>
  T* make(A&&... args) {
    T* object = new (allocate(sizeof(T), alignof(T))) T(std::forward<A>(args)...);
    if constexpr (!std::is_trivially_destructible_v<T>)
      owned_.push_back({object, [](void* p) { static_cast<T*>(p)->~T(); }});
    return object;
  }
  size_t bytes() const { return total_; }

 private:
  struct Owned {
    void* object;
    void (*destroy)(void*);
  };
  static constexpr size_t kChunk = 256 * 1024;

  void* allocate(size_t size, size_t align) {
    size_t at = (used_ + align - 1) & ~(align - 1);
    if (chunks_.empty() || at + size > kChunk) {
      chunks_.push_back(std::make_unique<std::byte[]>(kChunk));
      at = 0;
    }
    used_ = at + size;
    total_ += size;
    return chunks_.back().get() + at;
  }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  size_t used_ = 0, total_ = 0;
  std::vector<Owned> owned_;
};

}  // namespace nnscan::py
