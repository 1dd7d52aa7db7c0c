// Shell completions and the manual page, computed from the parser's own description of the options.
#pragma once

#include <string>
#include <vector>

#include "tools/cli/command_text.h"

namespace nnscan::cli {

std::string bash_completions(const std::vector<CommandText>& commands);
std::string zsh_completions(const std::vector<CommandText>& commands);
std::string fish_completions(const std::vector<CommandText>& commands);
std::string manual_page(const std::vector<CommandText>& commands);

// `nnscan completions SHELL`: to standard output.
int print_completions(const CLI::App& app, const std::string& shell);
// `nnscan pages DIR`, for the build: every page at its place below a prefix's `share`.
int write_pages(const CLI::App& app, const std::string& folder);

}  // namespace nnscan::cli
