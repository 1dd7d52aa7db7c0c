// Functions as values: what `__code__` and `__closure__` hold, and what can be made and changed of them.
#pragma once

#include "frontend/python/object.h"

namespace nnscan::py {

class Interp;

// `__closure__`: None, or a tuple of cells.
Value closure_of(Interp& in, FunctionObj* function);

// Sets `__defaults__` or `__kwdefaults__`; false: `name` is neither.
bool set_defaults(Interp& in, FunctionObj* function, Symbol name, Value values);

// The class by which users know what `self` is or derives from, where the function is a method of a class
// of the prelude that they never name; else null.
const ClassObj* public_owner(const Interp& in, const FunctionObj& function, const Value& self);
// What follows the owner's name, `.__init__`; nothing where the owner itself is called, by its metaclass.
std::string method_of_owner(const FunctionObj& function, bool of_class);
// How messages name a function that is called with `self` first, or with nothing (null): the qualified
// name, but for methods of such classes.
std::string shown_name(const Interp& in, const FunctionObj& function, const Value* self);

// types.FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)
Value function_new(Interp& in, const Args& args);

}  // namespace nnscan::py
