// The prelude: Python embedded in the executable, one entry a file, by path below
// frontend/prelude ("torch/nn/functional.py"). The trees were made when nnscan was built; the text
// is there for messages and for what asks for the source.
#pragma once

#include <span>
#include <string_view>

namespace nnscan {

struct PreludeFile {
  std::string_view path;
  std::string_view text;
  std::string_view tree;  // syntax::unpack reads it
};

std::span<const PreludeFile> embedded_prelude();  // sorted by path

}  // namespace nnscan
