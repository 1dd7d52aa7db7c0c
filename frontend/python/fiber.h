// A second stack for a function that may pause: what a generator's body runs on.
#pragma once

#include <ucontext.h>

#include <cstddef>
#include <exception>
#include <functional>

namespace nnscan::py {

class Fiber {
 public:
  // `body` runs at the first resume. An exception that leaves it comes out of resume().
  explicit Fiber(std::function<void()> body, size_t stack_bytes = 512 * 1024);
  ~Fiber();
  Fiber(const Fiber&) = delete;

  void resume();   // from outside: runs until the body pauses or ends
  void pause();    // from inside: back to whoever resumed
  bool done() const { return done_; }
  bool running() const { return running_; }

 private:
  static void enter(unsigned high, unsigned low);
  std::function<void()> body_;
  ucontext_t inside_{}, outside_{};
  void* stack_ = nullptr;
  size_t stack_bytes_;
  bool started_ = false, done_ = false, running_ = false;
  std::exception_ptr failure_;
  void* outer_fake_stack_ = nullptr;  // of the address sanitizer
  void* inner_fake_stack_ = nullptr;
  const void* outer_bottom_ = nullptr;
  size_t outer_size_ = 0;
};

}  // namespace nnscan::py
