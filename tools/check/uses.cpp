#include "tools/check/uses.h"

#include <cctype>
#include <fstream>
#include <map>
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

// Calls of names that stand in program text: `Name(…)`, not in strings, comments or definitions.
void calls_in(std::string_view text, const std::map<std::string, size_t, std::less<>>& names,
              const std::function<void(size_t which, std::string call)>& found) {
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
      if (at != names.end() && end < text.size() && text[end] == '(' && !defined && !before.ends_with(".")) {
        size_t close = closing(text, end);
        if (close != std::string_view::npos) found(at->second, std::string(text.substr(i, close + 1 - i)));
      }
      i = end;
    } else {
      ++i;
    }
  }
}

}  // namespace

std::vector<Job> uses_of(const std::vector<Verdicts::Open>& open, const std::vector<SourcePath>& files,
                         const std::map<std::string, std::string>& unsaved) {
  std::map<std::string, size_t, std::less<>> names;
  for (size_t i = 0; i < open.size(); ++i) names.emplace(open[i].name, i);
  std::vector<size_t> tried(open.size());
  std::vector<Job> jobs;
  if (open.empty()) return jobs;
  for (const SourcePath& file : files) {
    std::stringstream text;
    if (auto own = unsaved.find(file.path); own != unsaved.end()) text << own->second;
    else text << std::ifstream(file.path, std::ios::binary).rdbuf();
    Job job{file, false, {}};
    std::set<std::string> seen;
    calls_in(text.view(), names, [&](size_t which, std::string call) {
      if (tried[which] >= kMostCalls || !seen.insert(call).second) return;
      ++tried[which];
      job.wanted.push_back({open[which].name, std::move(call), {}, {}, false});
    });
    // What nobody makes may be made by default. The first that gives a module counts.
    for (const Verdicts::Open& o : open)
      if (o.file == file.path && !o.default_call.empty()) job.wanted.push_back({o.name, o.default_call, {}, {}, false});
    if (!job.wanted.empty()) jobs.push_back(std::move(job));
  }
  return jobs;
}

}  // namespace nnscan::check
