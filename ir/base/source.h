// Source files and places in them. A Span is half-open in bytes; lines and columns are computed
// on demand, both from 1, columns in bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ir/base/ids.h"

namespace nnscan {

using FileId = Id<struct FileTag>;

struct Span {
  FileId file;
  uint32_t begin = 0;
  uint32_t end = 0;

  bool valid() const { return file.valid(); }
  friend bool operator==(Span, Span) = default;
};

struct Position {
  uint32_t line = 0;
  uint32_t column = 0;
};

struct SourceFile {
  std::string path;       // where it was read from; empty for embedded text
  std::string shown;      // how messages name it: relative to the working directory
  std::string text;
  bool is_prelude = false;
  std::vector<uint32_t> line_starts;  // byte offset of each line
};

class SourceMap {
 public:
  FileId add(std::string path, std::string shown, std::string text, bool is_prelude);
  const SourceFile& operator[](FileId id) const { return files_[id]; }
  uint32_t size() const { return files_.size(); }

  Position position(FileId file, uint32_t offset) const;
  Position start(Span span) const { return position(span.file, span.begin); }
  // The line that holds `offset`, without its newline.
  std::string_view line_text(FileId file, uint32_t offset) const;
  std::string_view text(Span span) const;

 private:
  Store<FileId, SourceFile> files_;
};

}  // namespace nnscan
