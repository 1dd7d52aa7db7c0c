// `--input 'x:float32[N,3,224,224]'` and `--set 'flag=True'`: what the user declares of forward's
// parameters. Paths are dotted: `state.0`, `batch.mask`.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ir/type.h"

namespace nnscan {

struct DeclaredDim {
  enum class Kind : uint8_t { kFixed, kNamed, kUnknown } kind = Kind::kUnknown;
  int64_t size = 0;
  std::string name;
};

struct InputSpec {
  std::string path;                             // "x", "state.0"
  DType dtype = DType::kFloat32;
  std::optional<std::vector<DeclaredDim>> dims;  // nullopt: even the rank is open
};

struct SetSpec {
  std::string path;
  std::string literal;  // Python source
};

// The specification, or what is wrong with it.
std::variant<InputSpec, std::string> parse_input(const std::string& text);
std::variant<SetSpec, std::string> parse_set(const std::string& text);

}  // namespace nnscan
