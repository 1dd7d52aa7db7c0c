// What the option parser knows, as data for those who describe it: shell completions and the manual
// page. The parser's own description is the only one, so that they cannot lag behind it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace nnscan::cli {

struct OptionText {
  std::vector<std::string> names;    // "-o", "--opset"; of an operand its one name, "FILE"
  std::string value;                 // "N"; empty: takes none
  std::vector<std::string> choices;  // the values there are, where they can be listed
  std::string help;
  bool repeatable = false;

  bool takes_folder() const { return value == "DIR"; }
  bool takes_file() const { return value == "FILE" || value == "OUT" || value == "PATH"; }
};

struct CommandText {
  std::string name;  // empty: without a subcommand
  std::string help;
  std::vector<OptionText> options, operands;
};

// The executable without a subcommand first, then the subcommands that are not hidden. A value
// whose name is lower-case words with bars between them, "text|json", is a choice of these.
std::vector<CommandText> command_texts(const CLI::App& app);

// `text` with each of `special` behind `escape`.
std::string escaped(std::string_view text, std::string_view special, std::string_view escape);
std::string joined(const std::vector<std::string>& words, std::string_view separator);

}  // namespace nnscan::cli
