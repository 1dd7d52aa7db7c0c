// The text form of a graph: the debugging view, the format of golden tests, and input again.
//
//     graph(x: f32[N,8], flag: bool[]) -> (y: f32[N,10]) {
//       initializer %fc.weight: f32[10,8] = input
//       initializer %fc.bias: f32[10] = splat(0.0)
//       %0: f32[N,10] = Gemm(%x, %fc.weight, %fc.bias) {transB = 1}  # fc
//       %1: f32[N,10] = If(%flag) then {
//         %2: f32[N,10] = Mul(%0, 0.5: f32[])
//         yield %2
//       } else {
//         yield %0
//       }
//       return %1
//     }
//
// Numbers are given in the order of the text, to values and to anonymous sizes (`?0`), so the
// text does not depend on how the graph came about. Short constants stand where they are used;
// longer ones are listed at the head as `embedded`, without their bytes unless asked for, and a
// text that leaves bytes out is not read back. An initializer is an `input` where its bytes are
// not known. `%5 as ?1: i64[]` says that the size ?1 is the number in %5. After `#` stands the
// module path.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "ir/graph.h"

namespace nnscan {

struct PrintOptions {
  bool all_bytes = false;  // every constant in full, however long
};
std::string print(const Graph& graph, const DimPool& dims, const PrintOptions& options = {});

struct TextError {
  uint32_t line = 0, column = 0;  // from 1
  std::string message;
};
// The graph that a text describes. Nothing is inferred, folded or checked beyond the syntax, the
// names of operators, and that values stand before their uses: verify() does that.
std::variant<Graph, TextError> parse_graph(std::string_view text, DimPool& dims);

}  // namespace nnscan
