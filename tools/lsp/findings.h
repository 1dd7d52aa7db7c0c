// What an analysis found that is more than diagnostics: hints, calls, modules, counts and the
// graph, as JSON (analysis.h).
#pragma once

#include "frontend/torch/workspace.h"
#include "tools/lsp/watch.h"

namespace nnscan::lsp {

Json found(torch::Workspace& workspace, const Watch& watch, const torch::Built& built,
           const torch::Attempt& attempt, const Json& run);

}  // namespace nnscan::lsp
