// The jumps below go from one stack to another, which glibc's fortified longjmp takes for an error.
#undef _FORTIFY_SOURCE
#include "frontend/python/fiber.h"

#include <sys/mman.h>

#include <cstdint>
#include <new>
#include <utility>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#define NNSCAN_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#define NNSCAN_ASAN 1
#endif
#endif

namespace nnscan::py {

FiberStacks::~FiberStacks() {
  for (void* stack : free_) munmap(stack, kBytes);
}

void* FiberStacks::take() {
  if (!free_.empty()) {
    void* stack = free_.back();
    free_.pop_back();
    return stack;
  }
  void* stack = mmap(nullptr, kBytes, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (stack == MAP_FAILED) throw std::bad_alloc();
  mprotect(stack, 4096, PROT_NONE);  // running off the end is a fault, not a wild write
  return stack;
}

void FiberStacks::give(void* stack) {
#ifdef NNSCAN_ASAN
  // The outermost frame never returned.
  __asan_unpoison_memory_region(stack, kBytes);
#endif
  free_.push_back(stack);
}

void Fiber::switch_between(Place& from, Place& to) {
#ifdef NNSCAN_ASAN
  swapcontext(&from.context, &to.context);
#else
  from.is_jump = true;
  if (_setjmp(from.jump) != 0) return;
  if (to.is_jump) _longjmp(to.jump, 1);
  setcontext(&to.context);
#endif
}

Fiber::Fiber(FiberStacks& stacks, std::function<void()> body)
    : stacks_(stacks), body_(std::move(body)) {}

Fiber::~Fiber() {
  if (stack_) stacks_.give(stack_);
}

void Fiber::enter(unsigned high, unsigned low) {
  auto* self = reinterpret_cast<Fiber*>((static_cast<uintptr_t>(high) << 32) | low);
#ifdef NNSCAN_ASAN
  __sanitizer_finish_switch_fiber(nullptr, &self->outer_bottom_, &self->outer_size_);
#endif
  try {
    self->body_();
  } catch (...) {
    self->failure_ = std::current_exception();
  }
  self->done_ = true;
#ifdef NNSCAN_ASAN
  __sanitizer_start_switch_fiber(nullptr, self->outer_bottom_, self->outer_size_);
#endif
  switch_between(self->inside_, self->outside_);
}

void Fiber::resume() {
  if (!started_) {
    started_ = true;
    stack_ = stacks_.take();
    ucontext_t& context = inside_.context;
    getcontext(&context);
    context.uc_stack.ss_sp = stack_;
    context.uc_stack.ss_size = FiberStacks::kBytes;
    context.uc_link = nullptr;
    auto address = reinterpret_cast<uintptr_t>(this);
    makecontext(&context, reinterpret_cast<void (*)()>(&Fiber::enter), 2,
                static_cast<unsigned>(address >> 32), static_cast<unsigned>(address));
  }
  running_ = true;
#ifdef NNSCAN_ASAN
  __sanitizer_start_switch_fiber(&outer_fake_stack_, stack_, FiberStacks::kBytes);
#endif
  switch_between(outside_, inside_);
#ifdef NNSCAN_ASAN
  __sanitizer_finish_switch_fiber(outer_fake_stack_, nullptr, nullptr);
#endif
  running_ = false;
  if (done_) stacks_.give(std::exchange(stack_, nullptr));
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void Fiber::pause() {
#ifdef NNSCAN_ASAN
  __sanitizer_start_switch_fiber(&inner_fake_stack_, outer_bottom_, outer_size_);
#endif
  switch_between(inside_, outside_);
#ifdef NNSCAN_ASAN
  __sanitizer_finish_switch_fiber(inner_fake_stack_, &outer_bottom_, &outer_size_);
#endif
}

}  // namespace nnscan::py
