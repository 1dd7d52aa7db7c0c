// The text form of ir/text.h as an output.
#pragma once

#include "emit/emit.h"

namespace nnscan {

EmitResult emit_ssa(const EmitInput& input);

}  // namespace nnscan
