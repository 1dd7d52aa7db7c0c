// `[tool.nnscan]` of pyproject.toml: what options say, and per-file and per-entry settings.
#pragma once

#include "tools/check/check.h"

namespace nnscan::check {

// Adds what the settings file says and the command line does not. The file is `settings.config`, or
// the first pyproject.toml with such a table in the folder of the first path or above it. Paths in
// it are relative to its folder. What is wrong with it goes to standard error; false: something is.
bool read_settings_file(Settings& settings);

}  // namespace nnscan::check
