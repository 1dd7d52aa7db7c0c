// Keys of dicts and items of sets.
#pragma once

#include "frontend/python/value.h"

namespace nnscan::py {

// Whether it is, or holds, a number that is known only when the model runs.
bool is_unknown_key(const Value& key);

}  // namespace nnscan::py
