// What is shown of a value: dtype and sizes of tensors, symbolic numbers, and containers of those.
#pragma once

#include <string>
#include <vector>

#include "frontend/python/interp.h"
#include "ir/type.h"
#include "tools/lsp/json.h"

namespace nnscan::lsp {

struct Shape {
  enum class Kind : uint8_t {
    kNothing,
    kTensor,
    kSize,
    kNumber,
    kTuple,
    kList,
    kOther
  } kind = Kind::kNothing;
  Type type;                 // kTensor; of a kNumber: its dtype
  Dim dim;                   // kSize
  std::vector<Shape> items;  // of containers, the first few
  size_t count = 0;          // of all items
  std::string text;          // kOther: how it is written

  // Worth a hint: there is something of the graph in it.
  bool shows() const;
};

// Reads nothing that is not known already: the graph stays as it is.
Shape shape_of(py::Interp& in, const py::Value& v);

// Names for sizes that have none: `N` for an input's first axis.
using SizeNames = std::function<std::string(uint32_t symbol)>;
// {"t": "float32[N, 64, H//2, W//2]", "d": [DTYPE, [SIZE...]]}; "d" only of tensors of known rank.
Json to_json(const Shape& shape, const DimPool& dims, const SizeNames& name_of);

}  // namespace nnscan::lsp
