#include "tools/check/hints.h"

#include <string_view>

namespace nnscan::check {

namespace {

struct Word {
  std::string_view option, key;
};
constexpr Word kWords[] = {{"--input", "inputs"}, {"--set", "set"}};

// `--input 'x:float32[N]'` and a bare `--input`, each as the key; whether there was any.
bool replace(std::string& hint, const Word& word) {
  bool any = false;
  for (size_t at = 0; (at = hint.find(word.option, at)) != std::string::npos; any = true) {
    size_t end = at + word.option.size(), close = std::string::npos;
    if (hint.compare(end, 2, " '") == 0) close = hint.find('\'', end + 2);
    std::string key = "`" + std::string(word.key) + "`";
    if (close != std::string::npos) {
      key = "`" + std::string(word.key) + " = [\"" + hint.substr(end + 2, close - end - 2) + "\"]`";
      end = close + 1;
    }
    hint.replace(at, end - at, key);
    at += key.size();
  }
  return any;
}

}  // namespace

void speak_of_settings(Report& report) {
  for (Finding& finding : report.findings) {
    std::string& hint = finding.diagnostic.hint;
    bool any = false;
    for (const Word& word : kWords) any |= replace(hint, word);
    if (!any) continue;
    std::string entry = finding.entries.empty() ? "FILE:CLASS" : finding.entries[0];
    hint += ", in [tool.nnscan.entries.\"" + entry + "\"] of pyproject.toml";
  }
}

}  // namespace nnscan::check
