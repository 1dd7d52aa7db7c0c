// Where objects live: bump-allocated, destroyed together with the session. Objects of one kind that
// need destroying lie side by side, so that nobody has to list them.
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
    for (Pool& pool : pools_)
      for (Part& part : pool.parts)
        for (size_t at = 0; at < part.count; ++at) pool.destroy(part.first + at * pool.size);
  }

  template <class T, class... A>
  T* make(A&&... args) {
    if constexpr (std::is_trivially_destructible_v<T>) {
      return new (allocate(sizeof(T), alignof(T))) T(std::forward<A>(args)...);
    } else {
      if constexpr (requires { T::kKind; }) {
        static_assert(static_cast<size_t>(T::kKind) < kPools);
        Pool& pool = pools_[static_cast<size_t>(T::kKind)];
        if (pool.destroy == destroy<T> || !pool.destroy) {
          if (pool.parts.empty() || pool.parts.back().count == pool.parts.back().room) extend<T>(pool);
          Part& part = pool.parts.back();
          T* object = new (part.first + part.count * sizeof(T)) T(std::forward<A>(args)...);
          ++part.count;
          return object;
        }
      }
      T* object = new (allocate(sizeof(T), alignof(T))) T(std::forward<A>(args)...);
      owned_.push_back({object, destroy<T>});
      return object;
    }
  }
  // Room for so many of what needs no destroying, uninitialised.
  template <class T>
  T* room_for(size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    return static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
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
  struct Part {
    std::byte* first;
    size_t count, room;
  };
  struct Pool {
    std::vector<Part> parts;  // the last one has room
    void (*destroy)(void*) = nullptr;
    size_t size = 0;
  };
  static constexpr size_t kSmallest = 256 << 10, kLargest = 4 << 20, kHugePage = 2 << 20;
  static constexpr size_t kPools = 64;  // by the number of a kind
  static constexpr size_t kFirstPart = 8, kLargestPart = 1024;

  template <class T>
  static void destroy(void* object) {
    static_cast<T*>(object)->~T();
  }

  template <class T>
  void extend(Pool& pool) {
    size_t room = pool.parts.empty() ? kFirstPart : std::min(pool.parts.back().room * 2, kLargestPart);
    pool.destroy = destroy<T>;
    pool.size = sizeof(T);
    pool.parts.push_back({static_cast<std::byte*>(allocate(room * sizeof(T), alignof(T))), 0, room});
  }

  void* allocate(size_t size, size_t align) {
    size_t at = (used_ + align - 1) & ~(align - 1);
    if (at + size > chunk_size_) {
      grow(size);
      at = 0;
    }
    used_ = at + size;
    total_ += size;
    return chunk_ + at;
  }

  // Each chunk is twice as large as the one before. A long program makes so many objects that the
  // kernel's work for small pages shows.
  void grow(size_t wanted) {
    chunk_size_ = chunks_.empty() ? kSmallest : std::min(std::max(chunk_size_ * 2, kSmallest), kLargest);
    if (wanted > chunk_size_) chunk_size_ = (wanted + kHugePage - 1) / kHugePage * kHugePage;
    bool is_huge = chunk_size_ >= kHugePage;
    void* chunk = std::aligned_alloc(is_huge ? kHugePage : alignof(std::max_align_t), chunk_size_);
    if (!chunk) throw std::bad_alloc();
    chunk_ = static_cast<std::byte*>(chunk);
    chunks_.emplace_back(chunk_);
    if (is_huge) ::madvise(chunk, chunk_size_, MADV_HUGEPAGE);
  }

  std::vector<std::unique_ptr<std::byte, Free>> chunks_;
  std::byte* chunk_ = nullptr;
  size_t chunk_size_ = 0, used_ = 0, total_ = 0;
  std::vector<Owned> owned_;
  Pool pools_[kPools];
};

}  // namespace nnscan::py
