#include <fmt/format.h>

#include "tools/cli/pages.h"

namespace nnscan::cli {

namespace {

constexpr const char* kHead = R"(# bash completion for nnscan, as `nnscan completions bash` prints it.
_nnscan() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= options
  # In --option=value, bash takes `=` for a word.
  if [[ $current == = ]]; then
    current=
  elif [[ $before == = ]]; then
    before=${COMP_WORDS[COMP_CWORD-2]}
  fi
  offer() { mapfile -t COMPREPLY < <(compgen "$@" -- "$current"); }
  offer_paths() { offer "$@"; compopt -o filenames 2>/dev/null; }
)";

// "list:-I|list:--input": the option after which the value stands.
std::string pattern(const CommandText& command, const OptionText& option) {
  std::vector<std::string> patterns;
  for (const std::string& name : option.names) patterns.push_back(command.name + ":" + name);
  return joined(patterns, "|");
}

std::string offer(const OptionText& option) {
  if (!option.choices.empty()) return fmt::format("offer -W '{}'", joined(option.choices, " "));
  if (option.takes_folder()) return "offer_paths -d";
  return option.takes_file() ? "offer_paths -f" : "COMPREPLY=()";
}

std::string option_names(const CommandText& command) {
  std::vector<std::string> names;
  for (const OptionText& option : command.options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return joined(names, " ");
}

}  // namespace

std::string bash_completions(const std::vector<CommandText>& commands) {
  std::vector<std::string> names;
  for (const CommandText& command : commands)
    if (!command.name.empty()) names.push_back(command.name);
  std::string text = kHead;
  text += "  if ((COMP_CWORD > 1)); then\n    case ${COMP_WORDS[1]} in\n      " + joined(names, "|") +
          ") command=${COMP_WORDS[1]} ;;\n    esac\n  fi\n  case $command:$before in\n";
  for (const CommandText& command : commands)
    for (const OptionText& option : command.options)
      if (!option.value.empty())
        text += "    " + pattern(command, option) + ") " + offer(option) + "; return ;;\n";
  text += "  esac\n  case $command in\n";
  for (const CommandText& command : commands)
    text += "    '" + command.name + "') options='" + option_names(command) + "' ;;\n";
  text += "  esac\n  if [[ $current == -* ]]; then\n    offer -W \"$options\"\n    return\n  fi\n";
  text += "  case $command in\n";
  for (const CommandText& command : commands)
    if (!command.name.empty())
      text += "    " + command.name + ") " +
              (command.operands.empty() ? "COMPREPLY=()" : offer(command.operands[0])) + " ;;\n";
  text += "    *)\n      offer_paths -f\n      if ((COMP_CWORD == 1)); then\n"
          "        mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -W '" + joined(names, " ") +
          "' -- \"$current\")\n      fi ;;\n  esac\n}\ncomplete -F _nnscan nnscan\n";
  return text;
}

}  // namespace nnscan::cli
