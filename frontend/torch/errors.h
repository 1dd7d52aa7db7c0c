// What torch raises where shapes or dtypes do not fit is the exception that PyTorch raises, so that
// the model's own `try` catches it. Beside its message it carries which diagnostic it becomes where
// nobody does: the prelude attaches it in torch/_errors.py, native functions here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "frontend/python/interp.h"

namespace nnscan::torch {

// By its id: "NN401".
std::optional<Code> code_of(std::string_view id);

// Raises a RuntimeError that is reported with this code.
[[noreturn]] void raise_as(py::Interp& in, Code code, std::string message);

// If nobody catches the exception, its report has this code and hint. One given before stays.
void give_hint(py::Interp& in, const py::Value& exception, Code code, std::string hint);

// Refuses what needs the number of axes of a value: names the input whose declaration would tell it,
// once for each input.
py::Value refuse_rank(py::Interp& in, ValueId value);

// The report of an exception that nobody caught. `where` is what raised it: "`forward`".
Diagnostic uncaught(py::Interp& in, const py::Raise& raised, const std::string& where);

}  // namespace nnscan::torch
