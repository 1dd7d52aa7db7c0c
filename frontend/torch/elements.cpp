// Writing single elements of tensors whose contents are known, as constructors fill tables: in place,
// where the general way would make a view, a node and a copy of the whole for each.
#include <cfloat>
#include <cmath>

#include "frontend/torch/tensor.h"
#include "ir/constant.h"

namespace nnscan::torch {

using py::as;
using py::is;
using py::Kind;
using py::Tag;
using py::Value;

namespace {

constexpr int64_t kMostElements = int64_t{1} << 24;

// The row-major place of an element; -1: this is no index of one, or one out of range.
int64_t place_of(const Value& index, const std::vector<int64_t>& shape) {
  std::span<const Value> items(&index, 1);
  if (is(index, Kind::kTuple)) items = as<py::TupleObj>(index)->items;
  if (items.size() != shape.size()) return -1;
  int64_t place = 0;
  for (size_t axis = 0; axis < shape.size(); ++axis) {
    if (items[axis].tag != Tag::kInt) return -1;
    int64_t i = items[axis].i < 0 ? items[axis].i + shape[axis] : items[axis].i;
    if (i < 0 || i >= shape[axis]) return -1;
    place = place * shape[axis] + i;
  }
  return place;
}

// Numbers that a tensor of the dtype surely takes.
bool fits(const Value& number, DType dtype) {
  constexpr int64_t kSmallest = 127;  // what all integers hold
  switch (dtype) {
    case DType::kBool: return number.tag == Tag::kBool;
    case DType::kFloat64: return number.is_number();
    case DType::kFloat32: return number.is_number() && !(std::fabs(number.as_double()) > FLT_MAX);
    case DType::kInt64: return number.is_any_int();
    case DType::kFloat16: case DType::kBFloat16: return false;
    default: return number.is_any_int() && number.as_int() >= 0 && number.as_int() <= kSmallest;
  }
}

}  // namespace

bool Torch::write_element(TensorObj* t, const Value& index, const Value& number) {
  py::StorageObj* storage = t->storage;
  if (t->base || t->released || in.journal.active() || storage->entangled || !storage->aliases.empty()) return false;
  const ValueInfo& info = in.session.graph.values[storage->content];
  if (info.kind != ValueKind::kConstant || !fits(number, info.type.dtype)) return false;
  ConstantRef constant = info.constant;
  int64_t place = constant->numel() <= kMostElements ? place_of(index, constant->shape()) : -1;
  if (place < 0) return false;
  if (storage != written_in_place_.storage || written_in_place_.clock != in.journal.now()) {
    settle();
    std::span<const std::byte> old = constant->bytes();
    auto bytes = std::make_shared<std::vector<std::byte>>(old.begin(), old.end());
    write(t, in.builder.fresh_constant(Constant::borrow(constant->dtype(), constant->shape(), bytes->data(), bytes)));
    written_in_place_ = {storage, std::move(bytes), in.journal.now()};
  }
  std::byte* element = written_in_place_.bytes->data() + place * static_cast<int64_t>(size_of(constant->dtype()));
  if (is_float(constant->dtype())) store_element(constant->dtype(), element, number.as_double());
  else store_element(constant->dtype(), element, number.as_int());
  return true;
}

void Torch::settle() {
  py::StorageObj* storage = std::exchange(written_in_place_.storage, nullptr);
  if (!storage) return;
  in.journal.keep(storage, storage->content);
  auto& values = in.session.graph.values;
  const ValueId written = storage->content;
  storage->content = in.builder.constant(values[written].constant);
  // Tables of many layers are equal: one copy of the bytes is enough.
  values[written].constant = values[storage->content].constant;
  written_in_place_.bytes.reset();
}

}  // namespace nnscan::torch
