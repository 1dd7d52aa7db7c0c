#include "emit/ssa.h"

#include "ir/text.h"

namespace nnscan {

EmitResult emit_ssa(const EmitInput& input) {
  return emit_text(input, print(input.graph, input.dims));
}

}  // namespace nnscan
