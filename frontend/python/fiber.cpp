#include "frontend/python/fiber.h"

#include <sys/mman.h>

#include <algorithm>
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

Fiber::Fiber(FiberStacks& stacks, std::function<void()> body)
    : stacks_(stacks), body_(std::move(body)) {}

Fiber::~Fiber() {
  if (stack_) stacks_.give(stack_);
}

#ifdef NNSCAN_OWN_SWITCH

// Keeps what a function must leave as it was on the stack, and the stack pointer in *left; takes up
// what was left at `entered`. A new fiber begins at the second label, with two registers as its arguments.
asm(R"(
.text
.p2align 4
.type nnscan_switch_stacks,@function
nnscan_switch_stacks:
  pushq %rbp
  pushq %rbx
  pushq %r12
  pushq %r13
  pushq %r14
  pushq %r15
  movq %rsp, (%rdi)
  movq %rsi, %rsp
  popq %r15
  popq %r14
  popq %r13
  popq %r12
  popq %rbx
  popq %rbp
  ret
.size nnscan_switch_stacks,.-nnscan_switch_stacks
.type nnscan_begin_fiber,@function
nnscan_begin_fiber:
  .cfi_startproc
  .cfi_undefined rip
  movq %r12, %rdi
  callq *%r13
  ud2
  .cfi_endproc
.size nnscan_begin_fiber,.-nnscan_begin_fiber
)");

extern "C" void nnscan_switch_stacks(void** left, void* entered);
extern "C" void nnscan_begin_fiber();

void Fiber::start() {
  constexpr size_t kKept = 7;  // words: six registers and where to go on
  auto top = reinterpret_cast<uintptr_t>(stack_) + FiberStacks::kBytes;
  auto** words = reinterpret_cast<void**>(top & ~uintptr_t{15}) - kKept - 2;  // the first call finds it aligned
  std::fill_n(words, kKept, nullptr);
  words[2] = reinterpret_cast<void*>(&Fiber::run);  // r13
  words[3] = this;                                  // r12
  words[6] = reinterpret_cast<void*>(&nnscan_begin_fiber);
  inside_ = words;
}

void Fiber::go_in() { nnscan_switch_stacks(&outside_, inside_); }
void Fiber::go_out() { nnscan_switch_stacks(&inside_, outside_); }

#else

void Fiber::start() {
  getcontext(&inside_);
  inside_.uc_stack.ss_sp = stack_;
  inside_.uc_stack.ss_size = FiberStacks::kBytes;
  inside_.uc_link = nullptr;
  auto address = reinterpret_cast<uintptr_t>(this);
  makecontext(&inside_, reinterpret_cast<void (*)()>(&Fiber::enter), 2, static_cast<unsigned>(address >> 32),
              static_cast<unsigned>(address));
}

void Fiber::enter(unsigned high, unsigned low) {
  run(reinterpret_cast<Fiber*>((static_cast<uintptr_t>(high) << 32) | low));
}

void Fiber::go_in() { swapcontext(&outside_, &inside_); }
void Fiber::go_out() { swapcontext(&inside_, &outside_); }

#endif

void Fiber::run(Fiber* self) {
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
  self->go_out();
}

void Fiber::resume() {
  if (!started_) {
    started_ = true;
    stack_ = stacks_.take();
    start();
  }
  running_ = true;
#ifdef NNSCAN_ASAN
  __sanitizer_start_switch_fiber(&outer_fake_stack_, stack_, FiberStacks::kBytes);
#endif
  go_in();
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
  go_out();
#ifdef NNSCAN_ASAN
  __sanitizer_finish_switch_fiber(inner_fake_stack_, &outer_bottom_, &outer_size_);
#endif
}

}  // namespace nnscan::py
