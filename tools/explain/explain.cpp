#include "tools/explain/explain.h"

#include <algorithm>
#include <cctype>
#include <cstdio>

#include "ir/base/severity.h"
#include "tools/report.h"

namespace nnscan {

namespace {

// By the first digit of the codes.
constexpr std::string_view kFamilies[] = {
    "",        "Files and entries", "Python", "torch",  "Shapes and dtypes", "Control flow",
    "Opsets and targets", "Weights", "Limits", "Internal",
};

void print_list() {
  char family = 0;
  for (const CodeInfo& code : all_codes()) {
    if (code.id[2] != family) {
      std::printf("%s%s\n", family ? "\n" : "", std::string(kFamilies[code.id[2] - '0']).c_str());
      family = code.id[2];
    }
    std::printf("  %s  %-7s  %s\n", code.id, name_of(code.severity), code.title);
  }
  std::puts("\nnnscan explain CODE says more of one.");
}

// nn401, 401 and NN401 are one code.
std::string normal_form(const std::string& text) {
  std::string code;
  for (char c : text) code += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  bool digits = code.find_first_not_of("0123456789") == std::string::npos;
  return digits ? "NN" + code : code;
}

// The code with the most characters in common, place by place.
std::string_view nearest_code(const std::string& wanted) {
  std::string_view best = all_codes().front().id;
  size_t most = 0;
  for (const CodeInfo& code : all_codes()) {
    std::string_view id = code.id;
    size_t common = 0;
    for (size_t i = 0; i < std::min(id.size(), wanted.size()); ++i) common += id[i] == wanted[i];
    if (common > most) best = id, most = common;
  }
  return best;
}

// `[text](target)` becomes `text`.
std::string without_links(std::string_view line) {
  std::string out;
  for (size_t i = 0; i < line.size();) {
    size_t middle = line[i] == '[' ? line.find("](", i) : std::string_view::npos;
    size_t end = middle == std::string_view::npos ? middle : line.find(')', middle);
    if (end == std::string_view::npos) {
      out += line[i++];
      continue;
    }
    out += line.substr(i + 1, middle - i - 1);
    i = end + 1;
  }
  return out;
}

}  // namespace

std::string plain_text(std::string_view markdown) {
  std::string out;
  bool code = false;
  while (!markdown.empty()) {
    size_t end = std::min(markdown.find('\n'), markdown.size());
    std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    if (line.starts_with("```")) {
      code = !code;
      // A fence may name the file that it holds.
      if (size_t space = line.find(' '); code && space != std::string_view::npos)
        out += "    # " + std::string(line.substr(space + 1)) + "\n\n";
      continue;
    }
    if (code) {
      if (!line.empty()) out += "    " + std::string(line);
    } else {
      size_t marks = line.find_first_not_of('#');
      bool heading = marks != 0 && marks != std::string_view::npos && line[marks] == ' ';
      out += without_links(heading ? line.substr(marks + 1) : line);
    }
    out += '\n';
  }
  return out;
}

int explain(const std::string& code) {
  if (code.empty()) return print_list(), 0;
  std::string wanted = normal_form(code);
  for (const Page& page : pages()) {
    if (page.code != wanted) continue;
    std::fputs(plain_text(page.markdown).c_str(), stdout);
    return 0;
  }
  print_error("there is no code `" + code + "`",
              "did you mean `" + std::string(nearest_code(wanted)) + "`? `nnscan explain` lists all");
  return 2;
}

}  // namespace nnscan
