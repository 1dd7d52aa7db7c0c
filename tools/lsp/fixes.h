// Edits that do away with a diagnostic.
#pragma once

#include <string>
#include <vector>

#include "tools/lsp/document.h"

namespace nnscan::lsp {

struct Fix {
  std::string title;
  Range place;       // is replaced
  std::string text;  // by this
  bool preferred = false;
};

// `code`: "NN301"; `place`, `hint` and `message` are the diagnostic's.
std::vector<Fix> fixes_of(const Document& document, Range place, const Json& code,
                          const std::string& hint, const std::string& message);

}  // namespace nnscan::lsp
