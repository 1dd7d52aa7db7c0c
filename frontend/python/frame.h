// A frame: the running of one function, generator, class body or module.
#pragma once

#include <span>
#include <vector>

#include "frontend/python/journal.h"
#include "frontend/python/object.h"

namespace nnscan::py {

enum class Flow : uint8_t { kNext, kReturn, kBreak, kContinue };

struct GeneratorObj;

// A branch of which one side has left (by return, break or continue) while the other goes on: the
// rest is analysed inside the other side's block, and the two are joined where the exit leads.
struct Pending {
  NodeId branch;                // the If
  ValueId condition;
  bool exited_then = false;     // the side that left
  Flow flow = Flow::kReturn;    // how
  std::vector<Saved> exited;    // the contents that it left behind
  size_t journal_depth = 0;
};

struct Frame : Obj {
  static constexpr Kind kKind = Kind::kFrame;
  Frame() : Obj(kKind, nullptr) {}

  Frame* caller = nullptr;
  const syntax::Tree* tree = nullptr;
  const syntax::Function* code = nullptr;  // null for a module or class body
  FunctionObj* function = nullptr;
  ModuleObj* module = nullptr;
  DictObj* names = nullptr;          // of a class body
  ClassCell* class_cell = nullptr;
  std::string class_prefix;          // of a class body: "Outer." for qualified names
  std::span<Value> slots;            // on the stack of the call, or in the heap
  std::span<Cell*> cells;            // own, then captured
  uint32_t at_begin = 0, at_end = 0;  // the place being evaluated
  std::vector<Value> handled;        // exceptions of the except blocks being run
  GeneratorObj* generator = nullptr;
  bool is_prelude = false;
  DictObj* executed = nullptr;  // names that `exec` has bound in a function, which only locals() has

  // How control leaves what is being run. They are locations like any other: at a join, where one
  // side has returned and the other has not, `returned` becomes a condition of the graph.
  enum Control : size_t { kReturned, kBroke, kContinued, kResult, kControlCount };
  Value control[kControlCount];
  std::vector<Pending> pending;

  Span here() const { return {tree ? tree->file : FileId{}, at_begin, at_end}; }
};

}  // namespace nnscan::py
