// Tensors as Python sees them: objects with identity, each a view of a storage. The storage's
// content is an SSA value; a view computes its own from its base's. Writing through a view
// rewrites the storage, and every other view reads the new content: in-place updates are
// functional underneath.
//
// How a view reads and writes its base is said by two Python closures of the prelude.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "frontend/python/interp.h"

namespace nnscan::torch {

struct TensorObj : py::TensorBaseObj {
  explicit TensorObj(py::ClassObj* cls) : TensorBaseObj(cls) {}
  py::StorageObj* storage = nullptr;  // at the bottom of the views
  TensorObj* base = nullptr;          // null: this is the storage itself
  py::Value read, write;              // of a view; write may be None
  py::Value place;                    // of a view that is a box of its base: its cuts; else None
  // Of a view without a write: it may as well be a copy (torch decides by strides, which are not
  // tracked). What is written to it stays here; its base is then uncertain, and so is this once
  // its base was written, which is an error only where the uncertain one is read.
  py::StorageObj* own = nullptr;      // content invalid until something is written
  ValueId made_for;                   // the base's content when this was made
  ValueId cached, cached_for;         // the view's content, for that content of the base
  uint32_t cached_epoch = 0;
  bool released = false;              // `set_()` took its memory away
  bool constructed = false;           // made before forward runs
  TensorObj *views = nullptr, *next_view = nullptr;  // those of which this is the base; a list of them
  Type type;                          // as of the last read
};

struct DTypeObj : py::Obj {
  static constexpr py::Kind kKind = py::Kind::kDType;
  DTypeObj(py::ClassObj* cls, DType dtype) : Obj(kKind, cls), dtype(dtype) {}
  DType dtype;
};

class Torch;

class CallCopies;

class Torch : public py::TensorHooks {
 public:
  explicit Torch(py::Interp& interp);
  ~Torch() override;

  py::Interp& in;
  // The analysis of an entry begins: what calls make alike is copied, as long as what is there now stays as it is.
  void begin_entry();
  // What a run of forward changes here. After rewind(), contents that were read since are void.
  struct Mark;
  Mark mark() const;
  void rewind(const Mark& mark);
  bool forward_running = false;
  std::set<uint32_t> guessed;  // inputs, by value, of which nobody said the dtype
  std::vector<py::StorageObj*> constructed;  // the memory made before forward runs
  uint64_t random_state = 0;

  // ---- making
  py::Value make(ValueId content, py::ClassObj* cls = nullptr);  // a storage of its own
  py::Value view(TensorObj* base, py::Value read, py::Value write, py::Value place);
  py::Value alias(TensorObj* of, py::ClassObj* cls);
  // Makes the object another view of its memory, as `unsqueeze_` does: `view`, made of an alias of
  // it. Views and aliases that it has keep looking at what it was. False where that cannot be done:
  // what one path does to an older object, or a call to what the next one finds, cannot be undone.
  bool become(TensorObj* tensor, TensorObj* view);
  py::ClassObj* tensor_class();
  py::ClassObj* parameter_class();
  py::ClassObj* buffer_class();
  py::ClassObj* module_class();
  py::Value dtype_object(DType dtype);
  // A number, symbolic number, or nested list of them (or of tensors of rank 0).
  py::Value from_data(py::Value data, const DType* dtype);

  // ---- content
  ValueId content(TensorObj* tensor);
  const Type& type(TensorObj* tensor);
  void write(TensorObj* tensor, ValueId value);
  // Writes a number to the element at `index`, an int or a tuple of ints, of a tensor of known contents.
  // False where that needs the general way; nothing is written then.
  bool write_element(TensorObj* tensor, const py::Value& index, const py::Value& number);
  // Ends writing in place: from now on others may hold the content.
  void settle();
  py::Value item(TensorObj* tensor);     // of one element: a known or symbolic number
  py::Value shape(TensorObj* tensor);    // torch.Size
  // Whether writing to `target`, element by element, what `other` of the same memory holds in the
  // place of each, would read what was written already; null where that cannot be counted. Without
  // `in_place`, elements that stand in the same place count as well.
  std::optional<bool> reads_written(TensorObj* target, TensorObj* other, bool in_place);

  // ---- TensorHooks
  ValueId read(py::Value tensor) override { return content(py::as<TensorObj>(tensor)); }
  py::StorageObj* storage(py::Value tensor) override { return py::as<TensorObj>(tensor)->storage; }
  // Known without reading: a tensor keeps its dtype.
  DType dtype(py::Value tensor) override { return py::as<TensorObj>(tensor)->type.dtype; }
  py::Value joined(py::Value a, py::Value b, ValueId content) override;
  void link(py::Value joined, py::Value original, ValueId condition, bool when) override;
  bool is_view(py::Value tensor) override { return py::as<TensorObj>(tensor)->base != nullptr; }
  py::Value made(ValueId content) override { return make(content); }
  Dim length(py::Value tensor) override {
    const Type& known = type(py::as<TensorObj>(tensor));
    return known.ranked && !known.dims.empty() ? known.dims[0] : Dim();
  }
  py::Value instance(py::ClassObj* cls, const py::Args& args, py::FunctionRef<py::Value()> construct) override;
  py::Value result(py::FunctionObj* function, const py::Args& args, py::FunctionRef<py::Value()> call) override;
  bool in_forward() const override { return forward_running; }
  void expect_rank(py::Value tensor, size_t rank) override;

  // torch.result_type
  DType promote(std::span<const py::Value> operands);
  static DType promote_types(DType a, DType b);

  TensorObj* object(py::ClassObj* cls);  // that looks at nothing yet

 private:
  void look_as(TensorObj* tensor, const TensorObj* other);
  void write_storage(py::StorageObj* storage, ValueId value);
  void write_alias(const py::StorageObj::Alias& alias);
  void write_own(TensorObj* tensor, ValueId value);
  ValueId uncertain(const Type& type);
  const Constant* places(TensorObj* tensor);
  ValueId dense(const py::RunPart& part, Dim length);
  uint32_t epoch_ = 1;
  py::ClassObj *tensor_class_ = nullptr, *parameter_class_ = nullptr, *buffer_class_ = nullptr,
               *module_class_ = nullptr,
               *size_class_ = nullptr;
  py::Value dtypes_[kDTypeCount];
  std::unique_ptr<CallCopies> copies_;
  // A content that nobody has seen since it was last written to, so that its bytes may change.
  struct WrittenInPlace {
    py::StorageObj* storage = nullptr;
    std::shared_ptr<std::vector<std::byte>> bytes;
    uint32_t clock = 0;  // of the journal
  } written_in_place_;
  std::vector<py::StorageObj*> written_;                 // a write and the aliases it is passed on to
  std::vector<std::pair<ValueId, bool>> alias_paths_;    // the conditions on which it is passed on
};

struct Torch::Mark {
  bool forward_running;
  std::set<uint32_t> guessed;
  size_t constructed;
  uint32_t prelude_changes;
  uint64_t random_state;
  WrittenInPlace written_in_place;
};

inline Torch& torch_of(py::Interp& in) { return static_cast<Torch&>(*in.tensors); }
// The tensor, or a TypeError.
TensorObj* tensor_of(py::Interp& in, const py::Value& v);
// The dtype of a torch.dtype object; raises TypeError.
DType dtype_of(py::Interp& in, const py::Value& v);

// Registers the native modules `_native` and the primitives of `onnx`.
void install_torch(py::Interp& interp);
void install_primitives(py::Interp& interp);

}  // namespace nnscan::torch
