#include "tools/lsp/text.h"

#include <algorithm>

namespace nnscan::lsp {

namespace {

size_t character_bytes(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

uint64_t unsigned_at(const Json& position, const char* key) {
  const Json& value = at(position, key);
  if (value.is_number_unsigned()) return value.get<uint64_t>();
  return 0;
}

}  // namespace

bool shift(Range& range, const Edit& edit) {
  const bool inserts = edit.begin == edit.old_end;
  if (!inserts && edit.begin <= range.begin && edit.old_end >= range.end && range.begin < range.end)
    return false;
  auto moved = [&](uint32_t offset) { return offset - edit.old_end + edit.new_end; };
  // What is put before a range moves it; what is put at its end belongs to it.
  if (edit.old_end <= range.begin &&
      !(inserts && edit.begin == range.begin && range.begin == range.end))
    range.begin = moved(range.begin);
  else if (edit.begin < range.begin)
    range.begin = edit.new_end;
  if (edit.old_end <= range.end)
    range.end = moved(range.end);
  else if (edit.begin < range.end)
    range.end = edit.begin;
  range.end = std::max(range.begin, range.end);
  return true;
}

Lines::Lines(std::string_view text) : starts_{0} {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (text[i] == '\n' || text[i] == '\r') starts_.push_back(static_cast<uint32_t>(i + 1));
  }
}

uint32_t Lines::line_of(uint32_t offset) const {
  return static_cast<uint32_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) -
                               starts_.begin() - 1);
}

Range Lines::line(std::string_view text, uint32_t line) const {
  if (line >= starts_.size())
    return {static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size())};
  uint32_t end = line + 1 < starts_.size() ? starts_[line + 1] : static_cast<uint32_t>(text.size());
  while (end > starts_[line] && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  return {starts_[line], end};
}

uint32_t Lines::offset(std::string_view text, const Json& position, Encoding encoding) const {
  uint64_t line_number = unsigned_at(position, "line"), column = unsigned_at(position, "character");
  if (line_number >= starts_.size()) return static_cast<uint32_t>(text.size());
  Range at_line = line(text, static_cast<uint32_t>(line_number));
  uint32_t offset = at_line.begin;
  uint64_t units = 0;
  while (offset < at_line.end && units < column) {
    size_t bytes = character_bytes(static_cast<unsigned char>(text[offset]));
    units += encoding == Encoding::kUtf8 ? bytes : bytes == 4 ? 2 : 1;
    if (units > column) break;  // inside of a character: at its beginning
    offset += static_cast<uint32_t>(bytes);
  }
  return std::min(offset, at_line.end);
}

Json Lines::position(std::string_view text, uint32_t offset, Encoding encoding) const {
  offset = std::min(offset, static_cast<uint32_t>(text.size()));
  uint32_t number = line_of(offset), units = 0;
  for (uint32_t i = starts_[number]; i < offset;) {
    size_t bytes = character_bytes(static_cast<unsigned char>(text[i]));
    units += static_cast<uint32_t>(encoding == Encoding::kUtf8 ? bytes : bytes == 4 ? 2 : 1);
    i += static_cast<uint32_t>(bytes);
  }
  return {{"line", number}, {"character", units}};
}

Json Lines::range(std::string_view text, Range range, Encoding encoding) const {
  return {{"start", position(text, range.begin, encoding)},
          {"end", position(text, range.end, encoding)}};
}

Range Lines::bytes(std::string_view text, const Json& range, Encoding encoding) const {
  Range bytes{offset(text, at(range, "start"), encoding), offset(text, at(range, "end"), encoding)};
  bytes.end = std::max(bytes.begin, bytes.end);
  return bytes;
}

}  // namespace nnscan::lsp
