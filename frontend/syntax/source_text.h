// The source as the grammar should read it. The grammar has slips; each is mended by changing
// bytes in place before it reads the text, so that all offsets stay those of the file. The
// builder takes names and the values of strings from the file itself: what was changed has no
// effect beyond the structure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/syntax/layout.h"

namespace nnscan::syntax {

struct SourceProblem {
  size_t offset;
  std::string message;
  std::string hint;
};

// What makes the text no Python source at all: bytes that are not UTF-8, a NUL character.
std::optional<SourceProblem> find_source_problem(std::string_view text);

// The comments of a file, as the grammar gets to see them: `#` in strings is none.
std::vector<Range> comments_of(std::string_view text);

// Always:
// - a lone carriage return is a line end, a byte order mark is blank;
// - the format of f"{x:=^10}" starts with another character than `=`, which is not `:=`;
// - `type` before a bracket, at the start of a statement, is an ordinary name;
// - in files with very many of them, comments and joined lines are blank: the grammar's scanner
//   takes quadratic time for long runs.
std::string prepare_source(std::string_view text);

// Where the grammar failed, tried on what prepare_source returned:
// - lines inside brackets are joined: their indentation confuses the grammar's scanner;
// - a star before a display or string (`x = a, *[b]`, `t[*[b]]`) becomes a `~`, which can stand
//   there. The builder knows a star by the character in the file.
std::string repair_source(std::string_view prepared);

}  // namespace nnscan::syntax
