// Places in a text: byte offsets here, lines and columns in the client's encoding there.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tools/lsp/json.h"

namespace nnscan::lsp {

enum class Encoding : uint8_t { kUtf16, kUtf8 };

// A half-open range of bytes.
struct Range {
  uint32_t begin = 0, end = 0;
  bool holds(uint32_t offset) const { return begin <= offset && offset < end; }
  bool touches(uint32_t offset) const { return begin <= offset && offset <= end; }
  friend auto operator<=>(const Range&, const Range&) = default;
};

// Bytes [begin, old_end) became [begin, new_end).
struct Edit {
  uint32_t begin, old_end, new_end;
};
// Where a range is after an edit; false: it was overwritten.
bool shift(Range& range, const Edit& edit);

// Where the lines of a text begin: behind \n, \r\n and a lone \r, as the protocol counts them.
class Lines {
 public:
  explicit Lines(std::string_view text);

  // Places past the end of a line, or of the text, are at its end.
  uint32_t offset(std::string_view text, const Json& position, Encoding encoding) const;
  Json position(std::string_view text, uint32_t offset, Encoding encoding) const;
  Json range(std::string_view text, Range range, Encoding encoding) const;
  // An end before its begin is at it.
  Range bytes(std::string_view text, const Json& range, Encoding encoding) const;
  uint32_t line_of(uint32_t offset) const;
  Range line(std::string_view text, uint32_t line) const;  // without its end
  uint32_t count() const { return static_cast<uint32_t>(starts_.size()); }

 private:
  std::vector<uint32_t> starts_;
};

}  // namespace nnscan::lsp
