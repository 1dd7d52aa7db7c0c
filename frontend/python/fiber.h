// A second stack for a function that may pause: what a generator's body runs on. Models make
// thousands of short generators, so that a stack is handed on once its function has ended.
#pragma once

#include <setjmp.h>
#include <ucontext.h>

#include <cstddef>
#include <exception>
#include <functional>
#include <vector>

namespace nnscan::py {

// The stacks of fibers that have ended, for those to come. Outlives all its fibers.
class FiberStacks {
 public:
  static constexpr size_t kBytes = 32 << 20;  // reserved, touched only as needed

  FiberStacks() = default;
  FiberStacks(const FiberStacks&) = delete;
  ~FiberStacks();

  void* take();
  void give(void* stack);

 private:
  std::vector<void*> free_;
};

class Fiber {
 public:
  // `body` runs at the first resume. An exception that leaves it comes out of resume().
  Fiber(FiberStacks& stacks, std::function<void()> body);
  ~Fiber();
  Fiber(const Fiber&) = delete;

  void resume();   // from outside: runs until the body pauses or ends
  void pause();    // from inside: back to whoever resumed
  bool done() const { return done_; }
  bool running() const { return running_; }

 private:
  // A place to go on from. Switching contexts asks the kernel for the signal mask each time, so that
  // only the first entry of a stack is a context; from then on it is a jump.
  struct Place {
    ucontext_t context{};
    jmp_buf jump{};
    bool is_jump = false;
  };
  static void switch_between(Place& from, Place& to);
  static void enter(unsigned high, unsigned low);
  FiberStacks& stacks_;
  std::function<void()> body_;
  Place inside_, outside_;
  void* stack_ = nullptr;  // from the first resume until the body ends
  bool started_ = false, done_ = false, running_ = false;
  std::exception_ptr failure_;
  void* outer_fake_stack_ = nullptr;  // of the address sanitizer
  void* inner_fake_stack_ = nullptr;
  const void* outer_bottom_ = nullptr;
  size_t outer_size_ = 0;
};

}  // namespace nnscan::py
