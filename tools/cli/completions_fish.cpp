#include <fmt/format.h>

#include "tools/cli/pages.h"

namespace nnscan::cli {

namespace {

std::string quoted(const std::string& text) { return fmt::format("'{}'", escaped(text, "'\\", "\\")); }

std::string values(const OptionText& option) {
  if (option.value.empty()) return "";
  if (!option.choices.empty()) return " -x -a " + quoted(joined(option.choices, " "));
  if (option.takes_folder()) return " -x -a '(__fish_complete_directories)'";
  return option.takes_file() ? " -r -F" : " -x";
}

std::string names(const OptionText& option) {
  std::string text;
  for (const std::string& name : option.names)
    text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  return text;
}

}  // namespace

std::string fish_completions(const std::vector<CommandText>& commands) {
  std::string all;
  for (const CommandText& command : commands) all += (command.name.empty() ? "" : " ") + command.name;
  std::string text = "# fish completion for nnscan, as `nnscan completions fish` prints it.\n";
  for (const CommandText& command : commands) {
    std::string when = command.name.empty() ? "not __fish_seen_subcommand_from" + all
                                            : "__fish_seen_subcommand_from " + command.name;
    std::string line = "complete -c nnscan -n " + quoted(when);
    if (!command.name.empty())
      text += "complete -c nnscan -n '__fish_use_subcommand' -a " + command.name + " -d " +
              quoted(command.help) + "\n";
    for (const OptionText& option : command.options)
      text += line + names(option) + values(option) + " -d " + quoted(option.help) + "\n";
    for (const OptionText& operand : command.operands)
      if (!operand.choices.empty())
        text += line + " -f -a " + quoted(joined(operand.choices, " ")) + "\n";
  }
  return text;
}

}  // namespace nnscan::cli
