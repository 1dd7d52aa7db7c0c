// What a number is besides its class.
#pragma once

#include "frontend/python/object.h"

namespace nnscan::py {

// The number of an instance of a subclass of int or float (enumerations, numpy's scalars); anything
// else is itself.
inline Value plain(const Value& v) {
  return is(v, Kind::kInstance) && !as<InstanceObj>(v)->payload.is_unbound() ? as<InstanceObj>(v)->payload : v;
}

}  // namespace nnscan::py
