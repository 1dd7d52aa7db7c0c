#include "tools/check/uses.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace nnscan::check {

namespace {

constexpr size_t kMostCalls = 6;       // of one class that are tried
constexpr size_t kLongestCall = 2000;  // bytes

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// The end of the string literal that starts at `at`.
size_t after_string(std::string_view text, size_t at) {
  char quote = text[at];
  bool triple = text.substr(at, 3) == std::string(3, quote);
  for (size_t i = at + (triple ? 3 : 1); i < text.size(); ++i) {
    if (text[i] == '\\') ++i;
    else if (!triple && text[i] == '\n') return i;
    else if (text[i] == quote && (!triple || text.substr(i, 3) == std::string(3, quote))) return i + (triple ? 3 : 1);
  }
  return text.size();
}

// Where the parenthesis at `open` is closed; npos: not near.
size_t closing(std::string_view text, size_t open) {
  int depth = 0;
  for (size_t i = open; i < text.size() && i < open + kLongestCall; ++i) {
    char c = text[i];
    if (c == '"' || c == '\'') i = after_string(text, i) - 1;
    else if (c == '#') i = text.find('\n', i) == std::string_view::npos ? text.size() : text.find('\n', i);
    else if (c == '(' || c == '[' || c == '{') ++depth;
    else if ((c == ')' || c == ']' || c == '}') && --depth == 0) return i;
  }
  return std::string_view::npos;
}

using Names = std::map<std::string, std::vector<size_t>, std::less<>>;  // which are of that name

struct Calls {
  std::vector<std::pair<std::string, std::string>> made;  // name and call
  std::set<std::string> defined;                          // classes of these names
};

// Calls of names that stand in program text: `Name(…)`, not in strings, comments or definitions.
Calls calls_in(std::string_view text, const Names& names) {
  Calls calls;
  for (size_t i = 0; i < text.size();) {
    char c = text[i];
    if (c == '"' || c == '\'') {
      i = after_string(text, i);
    } else if (c == '#') {
      i = std::min(text.find('\n', i), text.size());
    } else if (in_word(c)) {
      size_t end = i;
      while (end < text.size() && in_word(text[end])) ++end;
      std::string_view word = text.substr(i, end - i);
      auto at = names.find(word);
      std::string_view before = text.substr(i > 7 ? i - 7 : 0, std::min<size_t>(i, 7));
      bool defined = before.ends_with("class ") || before.ends_with("def ");
      if (at != names.end() && before.ends_with("class ")) calls.defined.emplace(word);
      if (at != names.end() && end < text.size() && text[end] == '(' && !defined && !before.ends_with(".")) {
        size_t close = closing(text, end);
        if (close != std::string_view::npos)
          calls.made.emplace_back(word, text.substr(i, close + 1 - i));
      }
      i = end;
    } else {
      ++i;
    }
  }
  return calls;
}

// The words of what a file says outside of functions and classes, and the names of those: no other
// names are known where a module's own names are.
std::set<std::string, std::less<>> module_words(std::string_view text) {
  std::set<std::string, std::less<>> words;
  bool inside = false;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty()) continue;
    const bool at_margin = line[0] != ' ' && line[0] != '\t' && line[0] != '\r' && line[0] != '#';
    if (inside && (!at_margin || line[0] == ')')) continue;
    inside = line.starts_with("def ") || line.starts_with("class ") || line.starts_with("async def ");
    if (inside) line = line.substr(0, line.find('('));
    for (size_t i = 0; i < line.size();) {
      size_t word_end = i;
      while (word_end < line.size() && in_word(line[word_end])) ++word_end;
      if (word_end > i) words.emplace(line.substr(i, word_end - i));
      i = word_end + 1;
    }
  }
  return words;
}

// Names that a call can use anywhere, and what else looks like names.
constexpr std::string_view kKnown[] = {
    "None", "True", "False", "and", "or", "not", "in", "is", "if", "else",
    "int", "float", "bool", "str", "list", "tuple", "dict", "set", "frozenset", "slice", "object", "type",
    "len", "range", "min", "max", "sum", "abs", "round", "pow", "divmod", "sorted", "reversed", "map",
    "filter", "zip", "enumerate", "iter", "next", "any", "all", "isinstance", "issubclass", "getattr",
    "hasattr", "callable", "print", "super", "complex", "bytes", "repr", "id", "hash"};

// Whether all that a call names is known in its module: most calls stand in functions and name
// those' parameters. Where that is not to be seen, it may be.
bool may_run(std::string_view call, const std::set<std::string, std::less<>>& words) {
  for (size_t i = call.find('('); i < call.size();) {
    char c = call[i];
    if (c == '"' || c == '\'') {
      i = after_string(call, i);
    } else if (c == '#') {
      i = std::min(call.find('\n', i), call.size());
    } else if (!in_word(c)) {
      ++i;
    } else {
      size_t end = i;
      while (end < call.size() && in_word(call[end])) ++end;
      std::string_view word = call.substr(i, end - i);
      if (word == "for" || word == "lambda") return true;  // they bind names of their own
      size_t next = call.find_first_not_of(" \t\r\n", end);
      const char after = next < call.size() ? call[next] : ' ';
      const bool keyword = after == '=' && call.substr(next, 2) != "==";
      const bool bound = after == ':' && call.substr(next, 2) == ":=";
      const bool attribute = call[call.find_last_not_of(" \t\r\n", i - 1)] == '.';
      const bool literal = std::isdigit(static_cast<unsigned char>(c)) || after == '"' || after == '\'';
      if (bound) return true;
      if (!keyword && !attribute && !literal && !words.count(word) &&
          std::find(std::begin(kKnown), std::end(kKnown), word) == std::end(kKnown))
        return false;
      i = end;
    }
  }
  return true;
}

}  // namespace

std::vector<Job> uses_of(const std::vector<Verdicts::Open>& open, const std::vector<SourcePath>& files,
                         const std::map<std::string, std::string>& unsaved) {
  Names names;
  for (size_t i = 0; i < open.size(); ++i) names[open[i].name].push_back(i);
  std::vector<size_t> tried(open.size());
  std::vector<Job> jobs;
  if (open.empty()) return jobs;
  for (const SourcePath& file : files) {
    std::stringstream text;
    if (auto own = unsaved.find(file.path); own != unsaved.end()) text << own->second;
    else text << std::ifstream(file.path, std::ios::binary).rdbuf();
    Job job{file, false, {}};
    std::set<std::string> seen;
    Calls calls = calls_in(text.view(), names);
    std::set<std::string, std::less<>> words;
    if (!calls.made.empty()) words = module_words(text.view());
    const bool all_known = words.count("import") && text.view().find("import *") != std::string::npos;
    for (auto& [name, call] : calls.made) {
      const std::vector<size_t>& of = names.find(name)->second;
      auto is_own = [&](size_t i) { return open[i].file == file.path; };
      auto own = std::find_if(of.begin(), of.end(), is_own);
      // A file means its own class, and another's only where it has none of that name.
      if (own == of.end() && calls.defined.count(name)) continue;
      if (!all_known && !may_run(call, words)) continue;
      size_t which = own == of.end() ? of.front() : *own;
      if (tried[which] >= kMostCalls || !seen.insert(call).second) continue;
      ++tried[which];
      job.wanted.push_back({name, std::move(call), {}, {}, false});
    }
    // What nobody makes may be made by default. The first that gives a module counts.
    for (const Verdicts::Open& o : open)
      if (o.file == file.path && !o.default_call.empty()) job.wanted.push_back({o.name, o.default_call, {}, {}, false});
    if (!job.wanted.empty()) jobs.push_back(std::move(job));
  }
  return jobs;
}

}  // namespace nnscan::check
