#include "ir/base/source.h"

#include <algorithm>

namespace nnscan {

FileId SourceMap::add(std::string path, std::string shown, std::string text, bool is_prelude) {
  SourceFile file{std::move(path), std::move(shown), std::move(text), is_prelude, {0}};
  for (uint32_t i = 0; i < file.text.size(); ++i)
    if (file.text[i] == '\n') file.line_starts.push_back(i + 1);
  return files_.add(std::move(file));
}

Position SourceMap::position(FileId id, uint32_t offset) const {
  const auto& starts = files_[id].line_starts;
  auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  uint32_t line = static_cast<uint32_t>(next - starts.begin());
  return {line, offset - starts[line - 1] + 1};
}

std::string_view SourceMap::line_text(FileId id, uint32_t offset) const {
  const SourceFile& file = files_[id];
  uint32_t begin = file.line_starts[position(id, offset).line - 1];
  size_t end = file.text.find_first_of("\r\n", begin);
  if (end == std::string::npos) end = file.text.size();
  return std::string_view(file.text).substr(begin, end - begin);
}

std::string_view SourceMap::text(Span span) const {
  return std::string_view(files_[span.file].text).substr(span.begin, span.end - span.begin);
}

}  // namespace nnscan
