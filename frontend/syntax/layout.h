// Where things stand in a file, for tools that go by its lines: comments, statements, definitions.
// Offsets are those of the file. Text that is no Python has comments all the same, and what could
// be read around its errors.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nnscan::syntax {

struct Range {
  uint32_t begin = 0, end = 0;
  bool holds(uint32_t offset) const { return begin <= offset && offset < end; }
  uint32_t size() const { return end - begin; }
};

struct Layout {
  struct Definition {
    Range range;
    std::string name;  // qualified: `Net.forward`
  };
  std::vector<Range> comments;    // from `#` to the end of the line
  std::vector<Range> statements;  // whole simple ones; of compound ones each clause up to its block
  std::vector<Definition> definitions;  // outer ones before those inside of them

  // The innermost statement that holds `offset`; empty at `offset` where there is none.
  Range statement_at(uint32_t offset) const;
  // The innermost definition; "" at the file's margin.
  std::string definition_at(uint32_t offset) const;
};

Layout layout_of(std::string_view text);

}  // namespace nnscan::syntax
