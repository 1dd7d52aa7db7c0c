// A join: the end of a branch, where what its two sides left becomes one (fork.cpp, fork_lists.cpp).
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "frontend/python/interp.h"

namespace nnscan::py {

struct Interp::Join {
  NodeId branch;
  ValueId condition;
  uint32_t stamp;                                   // of the fork: what is younger is the sides' own
  std::vector<std::pair<StorageObj*, ValueId>> then_storages;  // what the then-side left in them
  std::map<std::pair<int64_t, int64_t>, Value> merged;         // pairs of objects done
  std::vector<std::pair<Value, Value>> exports[2];  // tensors of storages that a side made, merged
  std::map<Obj*, Value> exported[2];                // containers of a side that left it
  // The function has returned on this side: its variables there are of no use to anybody.
  enum class Dead : uint8_t { kNone, kThen, kElse } dead = Dead::kNone;
  Frame* dead_frame = nullptr;
  std::string where;                                // what is being merged, for messages
  std::map<const Cell*, Cell*> cells = {};          // of functions that a side made
  bool younger(const Obj* object) const { return object->birth >= stamp; }
};

}  // namespace nnscan::py
