#include <fmt/format.h>

#include "tools/cli/pages.h"

namespace nnscan::cli {

namespace {

// Within single quotes.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (char c : text) {
    if (c == '\'') result += "'\\'";  // ends the quotes, and the next character opens them again
    result += c;
  }
  return result += '\'';
}

std::string action(const OptionText& option) {
  if (!option.choices.empty()) return fmt::format("({})", joined(option.choices, " "));
  if (option.takes_folder()) return "_files -/";
  return option.takes_file() ? "_files" : " ";
}

// `_arguments` takes "--name=[help]:message:action".
std::string specification(const OptionText& option, const std::string& name) {
  std::string text = option.repeatable ? "*" : "";
  if (!option.repeatable && option.names.size() > 1) text += fmt::format("({})", joined(option.names, " "));
  text += name;
  if (!option.value.empty()) text += name[1] == '-' ? "=" : "+";
  text += fmt::format("[{}]", escaped(option.help, "[]\\", "\\"));
  if (!option.value.empty()) text += ":value:" + action(option);
  return quoted(text);
}

std::string arguments(const CommandText& command, const std::string& indent) {
  std::string text = indent + "_arguments";
  for (const OptionText& option : command.options)
    for (const std::string& name : option.names)
      text += " \\\n" + indent + "  " + specification(option, name);
  for (const OptionText& operand : command.operands)
    text += " \\\n" + indent + "  " +
            quoted((operand.repeatable ? "*:" : ":") + operand.names[0] + ":" + action(operand));
  return text + "\n";
}

}  // namespace

std::string zsh_completions(const std::vector<CommandText>& commands) {
  std::string text = "#compdef nnscan\n# As `nnscan completions zsh` prints it.\n_nnscan() {\n"
                     "  local -a commands\n  commands=(\n";
  for (const CommandText& command : commands)
    if (!command.name.empty()) text += "    " + quoted(command.name + ":" + command.help) + "\n";
  text += "  )\n  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
          "    _describe command commands\n  fi\n  local command=$words[2]\n  case $command in\n";
  for (const CommandText& command : commands)
    if (!command.name.empty())
      text += "    " + command.name + ")\n      if (( CURRENT > 2 )); then\n        shift words\n"
              "        (( CURRENT-- ))\n" + arguments(command, "        ") +
              "        return\n      fi ;;\n";
  text += "  esac\n" + arguments(commands[0], "  ") + "}\n";
  // Loaded as a file of completions, or sourced.
  return text + "if [[ $funcstack[1] == _nnscan ]]; then\n  _nnscan \"$@\"\nelse\n"
                "  compdef _nnscan nnscan\nfi\n";
}

}  // namespace nnscan::cli
