// `nnscan explain`: what a diagnostic means. The pages are those of docs/diagnostics, embedded as
// they stand when nnscan is built, and printed without what only a browser needs.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace nnscan {

struct Page {
  std::string_view code;      // "NN401"
  std::string_view markdown;
};
std::span<const Page> pages();

// The page of a code as plain text; without a code, all codes by family. Returns the exit status.
int explain(const std::string& code);

// Headings without marks, code indented instead of fenced, links as their text.
std::string plain_text(std::string_view markdown);

}  // namespace nnscan
