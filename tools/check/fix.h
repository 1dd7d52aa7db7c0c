// The one edit that does away with a finding, where message and hint say exactly which: a misspelt
// name, a comment that silences nothing, a missing colon. Never a guess: what could stand for more
// than one place is left to the reader.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "frontend/syntax/layout.h"
#include "ir/base/diagnostic.h"

namespace nnscan::check {

struct Fix {
  std::string title;    // "Change to `relu`"
  syntax::Range place;  // of the file's text, in bytes: is replaced
  std::string text;     // by this
};

// `place`, `hint` and `message` are those of a diagnostic in the file with this text.
std::optional<Fix> fix_of(std::string_view text, syntax::Range place, Code code, const std::string& hint,
                          const std::string& message);
std::optional<Fix> fix_of(const Diagnostic& diagnostic, const SourceMap& sources);

}  // namespace nnscan::check
