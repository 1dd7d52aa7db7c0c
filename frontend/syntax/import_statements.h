// The import statements of a source text, found without parsing it.
#pragma once

#include <string_view>
#include <vector>

namespace nnscan::syntax {

struct ImportStatement {
  struct Name {
    std::string_view name, bound;  // `name as bound`, or the same twice
  };

  int level = 0;            // dots before the module's name
  std::string_view module;  // dotted; empty in `from . import a`
  bool is_from = false;
  std::string_view alias;   // `import a.b as alias`
  std::vector<Name> names;  // what is imported from the module, "*" included
};

// In order; rather too many than too few: what stands in a docstring counts as well. Of
// `import a, b` each is a statement.
std::vector<ImportStatement> import_statements(std::string_view text);

}  // namespace nnscan::syntax
