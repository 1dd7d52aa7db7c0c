// What to say about text that the grammar could not read: from its error nodes to diagnostics.
#pragma once

#include <string_view>

#include "grammar/parser.h"
#include "ir/base/diagnostic.h"

namespace nnscan::syntax {

// One diagnostic for each outermost error; at least one, for a tree that has errors.
void report_errors(const grammar::Tree& tree, std::string_view text, FileId file,
                   DiagnosticSink& sink);

}  // namespace nnscan::syntax
