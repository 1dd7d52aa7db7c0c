// A diagnostic as other programs take it: its place, code, message, hint, the edit that mends it if one is
// known, calls and notes. Columns are in characters; one about a whole run has line 0.
#pragma once

#include <nlohmann/json.hpp>

#include "ir/base/diagnostic.h"

namespace nnscan::check {

nlohmann::ordered_json diagnostic_json(const Diagnostic& diagnostic, const SourceMap& sources);

}  // namespace nnscan::check
