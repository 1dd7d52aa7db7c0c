// The source as the grammar should read it. Three things are put right before, each by changing
// bytes in place, so that all offsets stay those of the file: a lone carriage return is a line
// end; a byte order mark is nothing; and a format that starts with `=`, as in f"{x:=^10}", must not be
// read as the operator `:=`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nnscan::syntax {

struct SourceProblem {
  size_t offset;
  std::string message;
  std::string hint;
};

// What makes the text no Python source at all: bytes that are not UTF-8, a NUL character.
std::optional<SourceProblem> find_source_problem(std::string_view text);

std::string prepare_source(std::string_view text);

// Where, in f-strings' fields outside brackets, the `=` of a `:=` stands.
std::vector<size_t> format_equals(std::string_view text);

}  // namespace nnscan::syntax
