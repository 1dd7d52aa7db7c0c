// Loops whose number of iterations is known only when the model runs. The body is analysed again
// and again, each time from what may hold at the start of any iteration as far as was found out:
// first of the state before the loop alone; then every location that an iteration leaves
// different is a state of the Loop, of a type that covers both. It ends when an iteration leaves
// nothing that its start did not cover.
//
// A location whose value changes its kind (None before, a tensor later; not bound before) is not
// to be read at the start of an iteration. Where the body does read it, the caller runs one
// iteration ahead of the loop, after which the kinds mostly agree.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "frontend/python/interp.h"

namespace nnscan::py {

struct LoopSpec {
  Span place;
  std::optional<Dim> trips;  // of a `for`: how often it runs if nothing leaves it
  ValueId first;             // of a `while`: its first condition; invalid: it holds
  // One iteration, whose `continue`s are settled. The index counts from 0.
  std::function<Flow(Value index)> body;
  // Of a `while`: asked behind every iteration. Empty: it holds.
  std::function<Truth()> condition;
  // Whether it becomes a Loop in any case; if what leaves it early, or its condition, turns out
  // to depend on data; or if nothing in the body keeps it from being one.
  enum class Wish : uint8_t { kMust, kIfExits, kIfCondition, kMay } wish = Wish::kMust;
};

struct LoopOutcome {
  enum class Kind : uint8_t {
    kDone,      // the Loop stands; what it wrote is written
    kPeel,      // nothing happened: the caller is to run one iteration, and may ask again
    kRefused,   // reported; what the loop wrote is unusable
  } kind = Kind::kDone;
  Value broke = Value::of(false);  // whether it was left by `break`: known or symbolic
};

// Where a container or iterator says that its contents are lost; null: it is neither.
Obj** lost_slot(Obj* object);

class LoopAnalysis {
 public:
  // `may_peel`: the caller is able to run an iteration ahead.
  LoopAnalysis(Interp& interp, const LoopSpec& spec, bool may_peel)
      : in_(interp), spec_(spec), may_peel_(may_peel) {}
  LoopOutcome run();

 private:
  // What one location holds from iteration to iteration.
  struct Carry {
    enum class What : uint8_t {
      kFixed,     // the same in all
      kNumber,    // a bool, integer or float: a state
      kTensor,    // a state
      kParts,     // a container made anew in each, of carries
      kChanging,  // not to be read at the start of an iteration
    } what = What::kFixed;
    Value entry;               // before the loop
    std::vector<Carry> parts;  // kParts; of an instance or dict, by entry of its table
    Type type;                 // of the state in the body
    Type entry_type;
    bool typed = false;        // a tensor's type was found out
    bool shared = false;       // its memory may be that of another tensor as well
    std::optional<int64_t> lower;  // of an integer, in every iteration
    ValueId content;           // of a storage before the loop; else invalid
    // Of the present attempt:
    ValueId param, next, output;
    Value start, left;         // what the iteration finds, and what it leaves
  };
  // An object that iterations change.
  struct Place {
    Obj* object;
    Contents entry, next;
    std::vector<Carry> carries;  // by item; one for a cell or storage
    bool grows = false;          // a list to which each iteration appends
    bool lost = false;           // its shape changes in no way that can be told
    bool more_keys = false;      // a dict that gets further keys
    Obj* was_lost = nullptr;     // the container's own `lost` before the loop
    RunObj* run = nullptr;       // stands at the start for what the iterations before appended
    std::vector<Value> appended;
  };

  // ---- one attempt (loop.cpp)
  void open();
  void attempt();
  void leave_attempt();
  Value next_condition();
  Value take_flag(Frame::Control which, Flow flow, Flow own);
  bool settled();
  bool was_read() const;
  bool new_errors() const;
  bool wanted() const;
  LoopOutcome step_back();
  LoopOutcome give_up();
  LoopOutcome finish();
  void in_body(const std::function<void()>& f);

  // ---- carries (loop_carry.cpp)
  void collect_states(Carry& carry, std::vector<Builder::LoopState>& states, std::vector<Carry*>& leaves);
  ValueId entry_value(const Carry& carry);
  Contents start_contents(Place& place);
  Value start_value(Carry& carry, const std::string& name);
  bool cover(Place& place);
  bool cover(Carry& carry, Value next);
  void become(Carry& carry, Value next);
  bool cover_type(Carry& carry, ValueId next);
  bool cover_dim(Dim& dim, Dim entry, Dim next);
  bool find_shared();
  std::vector<StorageObj*> older_memory(StorageObj* storage);
  void tensors_of(Carry& carry, std::vector<Carry*>& states, std::vector<Value>& others);
  std::string name_of(const Place& place, size_t at);
  Value rebuild(const Value& like, const std::vector<Value>& parts);
  Value unread(std::string message);

  // ---- what is left behind (loop_leave.cpp)
  Value left_value(const Place& place, size_t at, Carry& carry);
  Value left_changing(const Place& place, size_t at, Value left);
  Value left_or_entry(const Place& place, size_t at, Carry& carry);
  Contents left_contents(Place& place);
  void scan(Place& place, Dim iterations);
  bool keeps_content(const Value& tensor);
  ValueId state(ValueId next);
  Type outside(const Type& type);
  Value left_flag(Value flag);

  Interp& in_;
  const LoopSpec& spec_;
  bool may_peel_;
  std::vector<Place> places_;
  // Sizes that differ from iteration to iteration: those that start and go on alike are one.
  std::map<std::pair<uint32_t, uint32_t>, Dim> varying_;
  std::map<uint32_t, Dim> outer_sizes_;  // what they are behind the loop

  // Of the present attempt.
  NodeId loop_;
  BlockId body_;
  std::vector<Carry*> leaves_;
  std::vector<PoisonObj*> unread_;
  std::vector<std::pair<Value, Value>> links_;  // a tensor behind the loop and the one before it
  std::optional<Raise> raised_;
  Value broke_, returned_, going_on_;
  bool asked_known_ = true;              // the `while` condition behind the iteration
  std::map<uint32_t, Dim> next_sizes_;   // of a varying size: the next iteration's
  std::vector<SharedMemory> shared_;     // by the value that is being left
  std::vector<UnsureObj*> unsures_;
  Value entered_;                        // whether it runs at all: known or symbolic
  size_t reports_ = 0, assumptions_ = 0;
  uint32_t first_report_ = 0;
  uint32_t stamp_ = 0;
};

}  // namespace nnscan::py
