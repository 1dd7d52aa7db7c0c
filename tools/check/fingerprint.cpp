#include "tools/check/fingerprint.h"

#include <fmt/format.h>

namespace nnscan::check {

namespace {

// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv: the same on every machine.
uint64_t hash(std::string_view text) {
  uint64_t value = 0xcbf29ce484222325;
  for (char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return value;
}

std::string_view trimmed(std::string_view text) {
  size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return "";
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

}  // namespace

std::vector<std::string> fingerprints(const Report& report) {
  std::map<std::string, size_t> seen;
  std::vector<std::string> all;
  for (const Finding& f : report.findings) {
    const Diagnostic& d = f.diagnostic;
    std::string text = std::string(info(d.code).id) + '\0' + d.message;
    if (d.span.valid()) {
      text += '\0' + report.sources[d.span.file].shown + '\0';
      text += trimmed(report.sources.line_text(d.span.file, d.span.begin));
    } else if (!f.entries.empty()) {
      text += '\0' + f.entries[0];
    }
    size_t number = seen[text]++;
    all.push_back(fmt::format("{:016x}", hash(text + '\0' + std::to_string(number))));
  }
  return all;
}

}  // namespace nnscan::check
