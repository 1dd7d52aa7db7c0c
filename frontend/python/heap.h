// Where objects live: bump-allocated, destroyed together with the session.
#pragma once

#include <sys/mman.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
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
  struct Free {
    void operator()(std::byte* chunk) const { std::free(chunk); }
  };
  static constexpr size_t kSmallest = 256 << 10, kLargest = 4 << 20, kHugePage = 2 << 20;

  void* allocate(size_t size, size_t align) {
    size_t at = (used_ + align - 1) & ~(align - 1);
    if (at + size > chunk_size_) {
      grow();
      at = 0;
    }
    used_ = at + size;
    total_ += size;
    return chunks_.back().get() + at;
  }

  // Each chunk is twice as large as the one before. A long program makes so many objects that the
  // kernel's work for small pages shows.
  void grow() {
    chunk_size_ = chunks_.empty() ? kSmallest : std::min(chunk_size_ * 2, kLargest);
    bool is_huge = chunk_size_ >= kHugePage;
    void* chunk = std::aligned_alloc(is_huge ? kHugePage : alignof(std::max_align_t), chunk_size_);
    if (!chunk) throw std::bad_alloc();
    chunks_.emplace_back(static_cast<std::byte*>(chunk));
    if (is_huge) ::madvise(chunk, chunk_size_, MADV_HUGEPAGE);
  }

  std::vector<std::unique_ptr<std::byte, Free>> chunks_;
  size_t chunk_size_ = 0, used_ = 0, total_ = 0;
  std::vector<Owned> owned_;
};

}  // namespace nnscan::py
