#include "emit/onnx/wire.h"

#include <algorithm>
#include <cstring>

#include "emit/onnx/proto.h"

namespace nnscan {

namespace {

// The tags of length-delimited fields. https://protobuf.dev/programming-guides/encoding
constexpr char tag(int field) { return static_cast<char>(field << 3 | 2); }
constexpr char kModelGraph = tag(onnx::ModelProto::kGraphFieldNumber);
constexpr char kGraphInitializer = tag(onnx::GraphProto::kInitializerFieldNumber);
constexpr char kTensorRawData = tag(onnx::TensorProto::kRawDataFieldNumber);

constexpr uint64_t kSmallestExternal = 1024;
constexpr uint64_t kAlignment = 64;
constexpr uint64_t kPageAlignedFrom = 64 << 10;
constexpr uint64_t kPage = 4096;

std::string varint(uint64_t value) {
  std::string text;
  for (; value >= 0x80; value >>= 7) text += static_cast<char>(value | 0x80);
  return text + static_cast<char>(value);
}

uint64_t align(uint64_t offset, uint64_t to) { return (offset + to - 1) / to * to; }

void set_external(onnx::TensorProto& tensor, const std::string& location, ExternalPlace place) {
  auto entry = [&](const char* key, const std::string& value) {
    auto& to = *tensor.add_external_data();
    to.set_key(key);
    to.set_value(value);
  };
  tensor.set_data_location(onnx::TensorProto::EXTERNAL);
  entry("location", location);
  entry("offset", std::to_string(place.offset));
  entry("length", std::to_string(place.length));
}

}  // namespace

ExternalLayout lay_out(const std::vector<Initializer>& initializers, std::string location) {
  ExternalLayout layout{std::move(location), {}};
  uint64_t end = 0;
  for (const Initializer& each : initializers) {
    uint64_t length = each.value->byte_size();
    layout.places.emplace_back();
    if (length < kSmallestExternal) continue;
    uint64_t offset = align(end, length >= kPageAlignedFrom ? kPage : kAlignment);
    layout.places.back() = ExternalPlace{offset, length};
    end = offset + length;
  }
  return layout;
}

WireModel::WireModel(OnnxModel& model, const ExternalLayout* layout) {
  for (size_t i = 0; i < model.initializers.size(); ++i) {
    const Initializer& each = model.initializers[i];
    onnx::TensorProto header = tensor_header(each.name, *each.value);
    if (!each.doc.empty()) header.set_doc_string(each.doc);
    bool is_outside = layout && layout->places[i];
    if (is_outside) set_external(header, layout->location, *layout->places[i]);
    Tensor tensor{header.SerializeAsString(), is_outside ? nullptr : &each};
    if (!is_outside) tensor.head += kTensorRawData + varint(each.value->byte_size());
    graph_size_ += 1 + varint(tensor.size()).size() + tensor.size();
    tensors_.push_back(std::move(tensor));
  }
  graph_ = model.proto.graph().SerializeAsString();
  graph_size_ += graph_.size();
  model.proto.clear_graph();
  model_ = model.proto.SerializeAsString();
}

uint64_t WireModel::size() const {
  return model_.size() + 1 + varint(graph_size_).size() + graph_size_;
}

std::string WireModel::write(OutputFile& file) const {
  file.write(model_);
  file.write(kModelGraph + varint(graph_size_));
  std::string error = file.write(graph_);
  for (const Tensor& tensor : tensors_) {
    error = file.write(kGraphInitializer + varint(tensor.size()) + tensor.head);
    if (tensor.from) error = write_bytes(file, *tensor.from);
    if (!error.empty()) break;
  }
  return error;
}

std::string write_bytes(OutputFile& file, const Initializer& initializer) {
  const Constant& value = *initializer.value;
  if (!value.is_splat() && initializer.swap) return write_swapped(file, value, *initializer.swap);
  if (!value.is_splat()) return file.write(value.bytes());
  size_t element = size_of(value.dtype());
  uint64_t left = value.byte_size();
  std::vector<std::byte> block(std::min<uint64_t>(left, kPageAlignedFrom));
  for (size_t i = 0; i < block.size(); i += element)
    std::memcpy(&block[i], value.element(0), element);
  std::string error;
  for (; left > 0 && error.empty(); left -= std::min<uint64_t>(left, block.size()))
    error =
        file.write(std::span<const std::byte>(block).first(std::min<uint64_t>(left, block.size())));
  return error;
}

std::string write_external(OutputFile& file, const std::vector<Initializer>& initializers,
                           const ExternalLayout& layout) {
  std::string error;
  for (size_t i = 0; i < initializers.size() && error.empty(); ++i) {
    if (!layout.places[i]) continue;
    error = file.zeros(layout.places[i]->offset - file.written());
    if (error.empty()) error = write_bytes(file, initializers[i]);
  }
  return error;
}

}  // namespace nnscan
