// Source locations as the outputs show them: `model.py:12`, never an absolute path, so that the
// same input gives the same bytes wherever it lies.
#pragma once

#include <string>

#include "ir/graph.h"

namespace nnscan {

std::string shown_path(const SourceMap& sources, FileId file);
std::string shown_place(const SourceMap& sources, Span span);  // empty for an invalid span

// The lines of a node's doc_string; each is left out where nothing is known:
//   source: model.py:12
//   module: layer1.0.conv1 (Conv2d)
//   torch: torch.nn.functional.conv2d
std::string doc_string(const SourceMap& sources, const Origin& origin);

// `model.py:12: the message`, one for each assumption, joined by newlines.
std::string assumption_list(const SourceMap& sources, const std::vector<Assumption>& assumptions);

}  // namespace nnscan
