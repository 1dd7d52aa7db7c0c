// The graph as JSON, for tools and views. docs/json.md says what stands where.
#pragma once

#include <string>

#include "emit/emit.h"

namespace nnscan {

EmitResult emit_json(const EmitInput& input);
std::string json_text(const EmitInput& input);

}  // namespace nnscan
