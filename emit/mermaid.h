// The graph as a Mermaid flowchart, which Markdown on many sites shows as a drawing: a box for each
// leaf module and each torch call outside of one, containers and the branches of If and Loop as nested
// frames, edges with types.
#pragma once

#include <string>

#include "emit/emit.h"

namespace nnscan {

EmitResult emit_mermaid(const EmitInput& input);
std::string mermaid_text(const EmitInput& input);

}  // namespace nnscan
