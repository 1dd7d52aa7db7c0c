// The prelude: Python text embedded in the executable, one entry a file, by path below
// frontend/prelude ("torch/nn/functional.py").
#pragma once

#include <span>
#include <string_view>

namespace nnscan {

struct PreludeFile {
  std::string_view path;
  std::string_view text;
};

std::span<const PreludeFile> embedded_prelude();  // sorted by path

}  // namespace nnscan
