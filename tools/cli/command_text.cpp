#include "tools/cli/command_text.h"

#include <CLI/CLI.hpp>

#include <cctype>

namespace nnscan::cli {

namespace {

bool is_word(std::string_view text) {
  if (text.empty()) return false;
  for (char c : text)
    if (!std::islower(static_cast<unsigned char>(c)) && c != '-' && c != '_') return false;
  return true;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (size_t end; (end = text.find(separator)) != text.npos; text.remove_prefix(end + 1))
    parts.emplace_back(text.substr(0, end));
  parts.emplace_back(text);
  return parts;
}

// "inputs|random[:SEED]|zeros": what stands in brackets may follow, and is not offered.
std::vector<std::string> choices_of(std::string_view value) {
  std::vector<std::string> words = split(value, '|');
  for (std::string& word : words) {
    word.resize(std::min(word.size(), word.find('[')));
    if (!is_word(word)) return {};
  }
  return words.size() > 1 ? words : std::vector<std::string>();
}

OptionText option_text(const CLI::Option& option) {
  OptionText text;
  text.help = option.get_description();
  text.repeatable = option.get_items_expected_max() > 1 || option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
  if (option.get_items_expected_max() > 0) {
    text.value = option.get_type_name();
    // The parser adds what a number may be: "N:INT in [11 - 20]".
    text.value.resize(std::min(text.value.size(), text.value.find(":INT in ")));
    text.choices = choices_of(text.value);
  }
  if (option.get_positional()) {
    text.names = {option.get_name()};
    if (text.choices.empty()) text.value = text.names[0];
    return text;
  }
  for (const std::string& name : option.get_snames()) text.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) text.names.push_back("--" + name);
  return text;
}

CommandText command_text(const CLI::App& app, std::string name) {
  CommandText text{std::move(name), app.get_description(), {}, {}};
  for (const CLI::Option* option : app.get_options())
    if (!option->get_group().empty())
      (option->get_positional() ? text.operands : text.options).push_back(option_text(*option));
  return text;
}

}  // namespace

std::vector<CommandText> command_texts(const CLI::App& app) {
  std::vector<CommandText> texts{command_text(app, "")};
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    if (!command->get_group().empty()) texts.push_back(command_text(*command, command->get_name()));
  return texts;
}

std::string escaped(std::string_view text, std::string_view special, std::string_view escape) {
  std::string result;
  for (char c : text) {
    if (special.find(c) != special.npos) result += escape;
    result += c;
  }
  return result;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string text;
  for (const std::string& word : words) (text += text.empty() ? "" : separator) += word;
  return text;
}

}  // namespace nnscan::cli
