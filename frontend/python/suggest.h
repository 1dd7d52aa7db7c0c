// The names that are there, for hints on misspelt ones: Python says them of its own exceptions, too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frontend/python/interp.h"
#include "ir/base/spelling.h"

namespace nnscan::py {

// The attribute of an exception that says which diagnostic it is where nobody catches it: a tuple of a
// code and a hint or None.
constexpr const char* kDiagnosticAttribute = "_diagnostic";

// The names that a module, an object or a frame offers, those of its classes and star imports too.
std::vector<std::string> names_of(Interp& in, ModuleObj* module);
std::vector<std::string> names_of(Interp& in, const Value& object);
std::vector<std::string> names_of(Interp& in, const Frame& frame);

[[noreturn]] void raise_with_hint(Interp& in, ClassObj* type, std::string message, std::string hint);
// Of a name in torch, or in a library that stands in for one.
Value refuse_name(Interp& in, const std::string& full, std::string_view name, const std::vector<std::string>& candidates);

}  // namespace nnscan::py
