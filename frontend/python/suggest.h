// What a misspelt name was meant to be, for hints: Python says it of its own exceptions, too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frontend/python/interp.h"

namespace nnscan::py {

// The attribute of an exception that says which diagnostic it is where nobody catches it: a tuple of a
// code and a hint or None.
constexpr const char* kDiagnosticAttribute = "_diagnostic";

// The nearest of the candidates; empty where none is near.
std::string meant_by(std::string_view name, const std::vector<std::string>& candidates);
// The same for a name that may well be right, as one of torch's that is not supported: a slip of the
// finger, and nothing that makes another name of torch's of it (`conv2d` and `conv3d`).
std::string slip_of(std::string_view name, const std::vector<std::string>& candidates);
std::string did_you_mean(const std::string& meant);  // empty for an empty one

// The names that a module, an object or a frame offers, those of its classes and star imports too.
std::vector<std::string> names_of(Interp& in, ModuleObj* module);
std::vector<std::string> names_of(Interp& in, const Value& object);
std::vector<std::string> names_of(Interp& in, const Frame& frame);

[[noreturn]] void raise_with_hint(Interp& in, ClassObj* type, std::string message, std::string hint);
// Of a name in torch, or in a library that stands in for one.
Value refuse_name(Interp& in, const std::string& full, std::string_view name, const std::vector<std::string>& candidates);

}  // namespace nnscan::py
