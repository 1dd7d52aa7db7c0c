// The graph as JSON, for tools and views. docs/json.md says what stands where.
#pragma once

#include <string>

#include "emit/emit.h"

namespace nnscan {

EmitResult emit_json(const EmitInput& input);
enum class JsonStyle : uint8_t { kIndented, kCompact };
std::string json_text(const EmitInput& input, JsonStyle style = JsonStyle::kIndented);

}  // namespace nnscan
