// Functions as values: what `__code__` and `__closure__` hold, and what can be made and changed of them.
#pragma once

#include "frontend/python/object.h"

namespace nnscan::py {

class Interp;

// `__closure__`: None, or a tuple of cells.
Value closure_of(Interp& in, FunctionObj* function);

// Sets `__defaults__` or `__kwdefaults__`; false: `name` is neither.
bool set_defaults(Interp& in, FunctionObj* function, Symbol name, Value values);

// types.FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)
Value function_new(Interp& in, const Args& args);

}  // namespace nnscan::py
