#include "tools/check/codes.h"

#include <algorithm>

#include "ir/base/spelling.h"

namespace nnscan::check {

std::string problem_with_code(const std::string& code) {
  if (code.empty()) return "an empty text names no code";
  std::vector<std::string> known;
  for (const CodeInfo& row : all_codes()) {
    if (std::string_view(row.id).starts_with(code)) return "";
    known.push_back(row.id);
  }
  std::string guess = meant_by(code, known);
  return "no code begins with `" + code + "`" +
         (guess.empty() ? "" : "; did you mean `" + guess + "`?");
}

Codes split_codes(const std::vector<std::string>& texts, std::string& problem) {
  Codes codes;
  for (const std::string& text : texts) {
    for (size_t at = 0; at <= text.size();) {
      size_t comma = std::min(text.find(',', at), text.size());
      size_t begin = std::min(text.find_first_not_of(" \t", at), comma);
      size_t end = comma;
      while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
      codes.push_back(text.substr(begin, end - begin));
      if (problem.empty()) problem = problem_with_code(codes.back());
      at = comma + 1;
    }
  }
  return codes;
}

size_t match(const Codes& codes, Code code) {
  std::string_view id = info(code).id;
  size_t longest = 0;
  for (const std::string& start : codes)
    if (id.starts_with(start)) longest = std::max(longest, start.size());
  return longest;
}

bool selects(const Codes& select, const Codes& ignore, Code code) {
  size_t wanted = match(select, code), unwanted = match(ignore, code);
  if (select.empty()) return unwanted == 0;
  return wanted > 0 && wanted > unwanted;
}

}  // namespace nnscan::check
