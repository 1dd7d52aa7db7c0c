#include "tools/check/formats.h"

#include "tools/check/formats/writers.h"

namespace nnscan::check {

namespace {

constexpr Format kFormats[] = {
    {"text", true, write_text},      {"concise", true, write_concise},  {"json", false, write_json},
    {"sarif", false, write_sarif},   {"github", false, write_github},   {"gitlab", false, write_gitlab},
    {"junit", false, write_junit},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* format_named(std::string_view name) {
  for (const Format& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

std::string format_names(std::string_view separator) {
  std::string names;
  for (const Format& format : kFormats) names.append(names.empty() ? "" : separator).append(format.name);
  return names;
}

}  // namespace nnscan::check
