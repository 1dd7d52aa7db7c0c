// The graph as a Graphviz drawing: a box for each node, with its weights and constants as lines
// of text; modules as nested clusters; the blocks of an If or Loop as clusters whose results
// lead to the node, so that every edge runs the way the data does. Edges carry types.
#pragma once

#include <string>

#include "emit/emit.h"

namespace nnscan {

EmitResult emit_dot(const EmitInput& input);
std::string dot_text(const EmitInput& input);

}  // namespace nnscan
