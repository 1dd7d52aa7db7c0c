// Who is told what the program's own functions do, while they are analysed: nobody but an editor.
// An observer only looks. The interpreter calls it for frames of user code, never of the prelude.
#pragma once

#include "frontend/python/frame.h"
#include "frontend/python/object.h"

namespace nnscan::py {

class Observer {
 public:
  virtual ~Observer() = default;
  virtual void entered(const Frame& frame) = 0;  // a function begins, its parameters bound
  virtual void reached(const Frame& frame, Span statement) = 0;  // it has not begun
  virtual void assigned(Span target, const Value& owner, const Value& v) = 0;  // owner: of an attribute
  virtual void returned(Span expression, const Value& v) = 0;
  virtual void called(Span call, const Value& callee, const Args& args, const Value& result) = 0;
  // What was told since a mark did not happen: a loop's body is analysed again.
  virtual size_t mark() const = 0;
  virtual void forget(size_t mark) = 0;
};

}  // namespace nnscan::py
