#include "tools/cli/usage.h"

#include <CLI/CLI.hpp>

#include <algorithm>

#include "ir/base/spelling.h"
#include "tools/cli/command_text.h"

namespace nnscan::cli {

namespace {

using Words = std::vector<std::string>;

// As one calls it: `nnscan`, `nnscan check`.
std::string called(const CommandText& command) {
  return command.name.empty() ? "nnscan" : "nnscan " + command.name;
}

std::string help_of(const CommandText& command) { return "`" + called(command) + " --help` shows the options"; }

Words long_names(const CommandText& command) {
  Words names;
  for (const OptionText& option : command.options)
    for (const std::string& name : option.names)
      if (name.starts_with("--")) names.push_back(name.substr(2));
  return names;
}

bool has(const CommandText& command, const std::string& option) {
  Words names = long_names(command);
  return std::find(names.begin(), names.end(), option) != names.end();
}

// `--clas=Net` as `clas`; so is `-clas`.
std::string bare_name(const std::string& argument) {
  size_t begin = argument.find_first_not_of('-'), end = argument.find('=');
  return begin == std::string::npos || begin >= end ? "" : argument.substr(begin, end - begin);
}

UsageProblem unknown_option(const std::string& argument, const CommandText& command, const std::vector<CommandText>& all) {
  std::string name = bare_name(argument);
  UsageProblem problem{"`" + called(command) + "` has no option `" + argument.substr(0, argument.find('=')) + "`", help_of(command)};
  // One letter may be any.
  std::string guess = name.size() > 1 ? meant_by(name, long_names(command)) : "";
  if (!guess.empty()) {
    problem.hint = "did you mean `--" + guess + "`?";
    return problem;
  }
  for (const CommandText& other : all)
    if (name.size() > 1 && has(other, name)) {
      if (has(command, name)) problem.hint = "did you mean `--" + name + "`?";  // behind one dash
      else problem.hint = "it is an option of `" + called(other) + (other.name.empty() ? " FILE" : "") + "`";
      return problem;
    }
  return problem;
}

UsageProblem surplus(const std::string& argument, const CommandText& command, const Words& operands,
                     const std::vector<CommandText>& all) {
  UsageProblem problem{"`" + argument + "` is one argument too many", help_of(command)};
  if (!command.name.empty() || operands.empty()) return problem;
  // `nnscan chek src`: what was meant for a command is taken for FILE.
  Words commands;
  for (const CommandText& one : all)
    if (!one.name.empty()) commands.push_back(one.name);
  bool is_path = operands[0].find_first_of("./") != std::string::npos;
  std::string guess = is_path ? "" : meant_by(operands[0], commands);
  if (guess.empty()) return problem;
  return {"`" + operands[0] + "` is no command", "did you mean `nnscan " + guess + "`?"};
}

}  // namespace

UsageProblem usage_problem(const CLI::App& app, const CLI::ParseError& error) {
  std::vector<CommandText> all = command_texts(app);
  std::vector<CLI::App*> chosen = app.get_subcommands();
  std::string name = chosen.empty() ? "" : chosen[0]->get_name();
  auto at = std::find_if(all.begin(), all.end(), [&](const CommandText& one) { return one.name == name; });
  const CommandText& command = at == all.end() ? all[0] : *at;
  Words left = (chosen.empty() ? app : *chosen[0]).remaining(true);
  if (!dynamic_cast<const CLI::ExtrasError*>(&error) || left.empty()) return {error.what(), help_of(command)};
  for (const std::string& argument : left)
    if (argument.size() > 1 && argument[0] == '-') return unknown_option(argument, command, all);
  const CLI::Option* file = chosen.empty() ? app.get_option_no_throw("FILE") : nullptr;
  return surplus(left[0], command, file ? file->results() : Words(), all);
}

}  // namespace nnscan::cli
