// What dict.keys(), values() and items() give: a look at the dict as it is now.
#pragma once

#include "frontend/python/interp.h"

namespace nnscan::py {

struct DictViewObj : Obj {
  static constexpr Kind kKind = Kind::kDictView;
  DictViewObj(ClassObj* cls, DictObj* dict, IteratorObj::Over over) : Obj(kKind, cls), dict(dict), over(over) {}
  DictObj* dict;
  IteratorObj::Over over;  // kKeys, kValues or kItems
};

// The set that a view of keys or items stands for; other values as they are.
Value view_as_set(Interp& in, const Value& v);

}  // namespace nnscan::py
