// The bytes of a model file. A protocol buffer's fields may come in any order and a message is
// the concatenation of its fields, so the model is put together from pieces: the serialised
// ModelProto without its graph, the graph without its weights, and each weight's few header
// bytes followed by its own bytes, straight from where they lie.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emit/onnx/model.h"
#include "emit/output.h"

namespace nnscan {

// Where each initializer's bytes lie in the file of external data; none: in the model itself.
struct ExternalPlace {
  uint64_t offset = 0;
  uint64_t length = 0;
};
struct ExternalLayout {
  std::string location;                              // the file's name, beside the model
  std::vector<std::optional<ExternalPlace>> places;  // by initializer
};

// Tensors of 1 KiB and more, each at an offset that mapping it wants.
ExternalLayout lay_out(const std::vector<Initializer>& initializers, std::string location);

// Protocol buffers end at 2 GiB.
inline constexpr uint64_t kLargestModel = (uint64_t{1} << 31) - 1;

class WireModel {
 public:
  // Takes the model apart, but for its initializers, which must stay where they are. `layout` may
  // be null: every weight is in the model.
  WireModel(OnnxModel& model, const ExternalLayout* layout);

  uint64_t size() const;
  std::string write(OutputFile& file) const;

 private:
  struct Tensor {
    std::string head;         // all of the TensorProto but the raw bytes themselves
    const Initializer* from;  // of the bytes; null: they are elsewhere
    uint64_t size() const { return head.size() + (from ? from->value->byte_size() : 0); }
  };
  std::string model_, graph_;
  std::vector<Tensor> tensors_;
  uint64_t graph_size_ = 0;
};

std::string write_bytes(OutputFile& file, const Initializer& initializer);
std::string write_external(OutputFile& file, const std::vector<Initializer>& initializers,
                           const ExternalLayout& layout);

}  // namespace nnscan
