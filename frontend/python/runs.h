// Runs: the items of a list of which only the graph knows how many there are, since a loop or one
// side of a branch appended them. A run keeps them as a tree of parts (RunPart) whose leaves stack
// what differs from item to item: tensors of one type, and numbers.
//
// A run stands in its list as one item. Its containers are made anew whenever one is taken out, so
// they are frozen; a tensor that is taken out is a view of the stack, whose memory is entangled
// with that of the tensors which were appended.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "frontend/python/interp.h"

namespace nnscan::py {

// One item of a list or, where `part` is set, `length` items.
struct RunEntry {
  Value item;
  const RunPart* part = nullptr;
  Dim length;
  int side = 0;  // of a branch: 1 is the then-side
};

// Finds the form that items have in common, and fills it with what they hold.
class RunForms {
 public:
  explicit RunForms(Interp& interp);
  RunForms(const RunForms&) = delete;

  // How a tensor is read, on a side of a branch; whether a value means the same where the run will
  // be used; whether a size can be computed there; what stacks the entries of a leaf. As made,
  // all of it is for the current place.
  std::function<ValueId(const Value& tensor, int side)> read;
  std::function<bool(const Value&)> lasting;
  std::function<bool(Dim)> usable;
  std::function<Value(const RunPart& leaf, const std::vector<RunEntry>&)> stack;
  std::string why;  // form() gave false: "holds a str"

  bool form(const std::vector<RunEntry>& entries, RunPart& out);
  RunPart filled(const RunPart& form, const std::vector<RunEntry>& entries);
  // The items of an entry, stacked in front of a new axis.
  ValueId slab(const RunPart& leaf, const RunEntry& entry);
  ValueId joined(const RunPart& leaf, const std::vector<RunEntry>& entries);

 private:
  bool same_form(const std::vector<RunEntry>& entries, RunPart& out);
  bool number_form(const std::vector<RunEntry>& entries, RunPart& out);
  bool tensor_form(const std::vector<RunEntry>& entries, RunPart& out);
  bool parts_form(const std::vector<RunEntry>& entries, RunPart& out);
  static std::vector<RunEntry> inside(const std::vector<RunEntry>& entries, size_t at);

  Interp& in_;
};

// Calls `f` for each leaf of a part that has a stack.
void for_each_leaf(RunPart& part, const std::function<void(RunPart&)>& f);
bool has_leaves(const RunPart& part);
// Whether an item is, or holds, an object that can be changed.
bool is_mutable(const RunPart& part);
// A stack: memory that is not to be written, since the items' own is elsewhere.
Value stack_of(Interp& in, ValueId content);
// A tuple of the rows of `stacked`, however many. They are views of `tensor`, which is not to be written.
Value rows_of(Interp& in, const Value& tensor, ValueId stacked);
// A list of the numbers that a tensor of one axis holds, however many.
Value numbers_of(Interp& in, ValueId stacked);
// Calls `body` for each item: those of a list or tuple as they are now, runs included; of anything else
// one after the other, so that what gives them may look at what `body` made of those before.
// The poison of items whose number nobody knows, which the walk by this iterator has met.
Obj* lost_in(const Value& iterator);
// What can be walked in the place of an iterable: itself, or its iterator where its items may be
// unknown. The iterator may be poison.
Value walkable(Interp& in, Value iterable);
void each_in_turn(Interp& in, const Value& iterable, FunctionRef<void(Value)> body);
// Adds the items to the end of a list.
void extend(Interp& in, ListObj* list, const Value& iterable);
// Nothing may be written any more to the memory of a tensor.
void hold(Interp& in, const Value& tensor);
// What stands for a container that another name holds, too, is not to be changed.
void freeze(Interp& in, const Value& container, Span at);
// The one part that a run of several items an iteration is, its items in order.
bool interleaved(Interp& in, const RunObj& run, RunPart& out);

}  // namespace nnscan::py
