// What the client sets: section `nnscan` (docs/lsp.md), over which [tool.nnscan] of a file's
// pyproject.toml is laid.
#pragma once

#include <string>
#include <vector>

#include "tools/check/check.h"
#include "tools/lsp/json.h"

namespace nnscan::lsp {

struct Settings {
  bool hints = true, parameter_hints = true, return_hints = true;
  int64_t hint_length = 60;  // bytes
  bool lenses = true, diagnostics = true;
  std::vector<std::string> select, ignore, include;
  int64_t opset = 17;
  int64_t debounce = 30, pause = 500;  // milliseconds
  double timeout = 10;                 // seconds

  bool operator==(const Settings&) const = default;
};

// `problems`: what is of a wrong type, and left as it is by default.
Settings settings_from(const Json& section, std::vector<std::string>& problems);

// For one file: its project's settings, and where those say nothing, the client's. What is wrong
// with the project's file is in `problem`.
check::Settings project_settings(const Settings& settings, const std::string& path,
                                 const std::string& folder, std::string& problem);

// Whether the project leaves a file out of its checks: `exclude`, and no entry of it is configured.
bool is_excluded(const check::Settings& project, const std::string& path);

}  // namespace nnscan::lsp
