// Tables about operators as text. A type is `f32[N,3,?]`, `f32[*]` without a rank; a constant is
// a type with known sizes and its elements, `i64[2] 1 2` (one element for many is a splat); a
// shape that the graph computes is `@N,4`, one number of it `$N`; an omitted input is empty. `?`
// is a size that a model input leaves open.
#pragma once

#include <string>
#include <vector>

#include "ir/builder.h"

namespace nnscan::ops_test {

using Ints = std::vector<int64_t>;

struct Call {
  std::string op;
  std::vector<std::string> inputs;
  std::vector<NamedAttribute> attributes;
  size_t outputs = 1;
  int opset = 20;
};

// The types of the results, ` `-separated; or `error: …`; or what a restart would know:
// `?0=3`, `input 0 has rank 4`.
std::string types_of(const Call& call);

// The results as constants; `type` where one is not folded.
std::vector<std::string> folded(const Call& call);
ConstantRef parse_constant(const std::string& text);
// Integers and bools are equal, floats near enough for their dtype; NaN equals NaN.
bool agrees(const std::string& result, const std::string& expected);

}  // namespace nnscan::ops_test
