// A storage: the one location of the graph's world that Python code can change in place. Its
// content is an SSA value; tensors are views of storages (frontend/torch/tensor.h).
#pragma once

#include <vector>

#include "frontend/python/object.h"

namespace nnscan::py {

struct StorageObj : Obj {
  static constexpr Kind kKind = Kind::kStorage;
  explicit StorageObj(ValueId content) : Obj(kKind, nullptr), content(content) {}

  // On the path where `condition` is `when`, the tensors `self`, of this storage, and `other` are
  // the same memory: what is written to one must reach the other, on that path.
  struct Alias {
    ValueId condition;
    bool when;
    Obj* self;   // tensors
    Obj* other;
  };

  ValueId content;
  std::vector<Alias> aliases;
  // It shares memory with another on some path in a way that no alias can say: not to be written.
  bool entangled = false;
  Span entangled_at;  // the branch or loop that did it
};

}  // namespace nnscan::py
