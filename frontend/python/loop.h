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

#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "frontend/python/runs.h"

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
    bool shared_left = false;  // behind the loop
    std::vector<StorageObj*> memory;  // from before the loop, which may be its own: not to be written
    // Whether iterations read what the ones before left: unknown, or not as far as was seen (it is
    // kChanging then), or they do.
    enum class Need : uint8_t { kUnknown, kNone, kReal } need = Need::kUnknown;
    PoisonObj* unread = nullptr;  // stands for it at the start where there is none
    std::optional<int64_t> lower;  // of an integer, in every iteration
    ValueId content;           // of a storage before the loop; else invalid
    std::optional<Type> rows;  // of a stack that grows: it begins without any of these
    Dim rows_left;             // and has so many behind the loop; invalid: as its type says
    bool frozen = false;       // a container that another name may hold as well
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
    // What is appended has one form, and each iteration appends so many, as far as that holds.
    std::optional<RunPart> form;
    std::optional<Dim> rate;
    // It is carried as stacks that grow, one a leaf of the form, since iterations look at it or
    // append different numbers of items; else it is collected by scans.
    bool carried = false;
    std::vector<Carry> stacks;
    int forms = 0;               // that were tried
    std::string why;             // it cannot be collected
  };

  // A name that iterations bind to a longer list: `out = out + [x]`. The list is a copy, from before
  // the loop, of the one that the name had; it takes on what each iteration made, so that the name
  // is bound to one list which grows. That is the same as long as nobody else holds either.
  struct Regrown {
    Frame* frame;
    size_t at;        // as in the frame's contents
    Value before;     // what the name had
    ListObj* list;
    std::vector<Value> start;  // what it holds where the iteration begins
    bool given_up = false;
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
  bool find_held_twice();
  bool find_needed();
  void visit_carries(const std::function<void(Carry&)>& f);
  void resolve_choices();
  std::vector<StorageObj*> older_memory(StorageObj* storage);
  void tensors_of(Carry& carry, std::vector<Carry*>& states, std::vector<Value>& others);
  std::string name_of(const Place& place, size_t at);
  Value unread(std::string message);

  // ---- lists that grow (loop_lists.cpp)
  Value start_run(Place& place);
  bool cover_growth(Place& place);
  bool take_form(Place& place, const RunPart& form);
  bool entries_of(const std::vector<Value>& items, std::deque<RunPart>& made, std::vector<RunEntry>& entries);
  std::optional<Dim> rate_of(const std::vector<RunEntry>& entries);
  void cover_stacks(Place& place, RunForms& forms, RunPart& form, const std::vector<RunEntry>& entries, bool& wider);
  bool keep_growing();
  bool outside_computable(Dim dim);
  void for_body(RunForms& forms);
  void leave_list(Place& place, std::optional<Dim> trips);
  void scan(Place& place, std::optional<Dim> trips);
  void leave_stacks(Place& place, std::optional<Dim> trips);
  void lose_list(Place& place, const std::string& why);
  std::string way_out(const std::string& why) const;
  bool start_regrowing(Place& place, size_t at, const Value& left);
  bool regrow();
  bool regrow(const Regrown& one);
  bool is_held_by_others(const ListObj* made, const ListObj* start);

  // ---- what is left behind (loop_leave.cpp)
  Value left_value(const Place& place, size_t at, Carry& carry);
  Value left_changing(const Place& place, size_t at, Value left);
  Value left_or_entry(const Place& place, size_t at, Carry& carry);
  Contents left_contents(Place& place);
  bool keeps_content(const Value& tensor);
  ValueId state(ValueId next);
  Type outside(const Type& type);
  Value left_flag(Value flag);

  Interp& in_;
  const LoopSpec& spec_;
  bool may_peel_;
  std::vector<Place> places_;
  std::vector<Regrown> regrown_;
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
  size_t observed_ = 0;                  // by whoever looks on, before it
  bool asked_known_ = true;              // the `while` condition behind the iteration
  std::map<uint32_t, Dim> next_sizes_;   // of a varying size: the next iteration's
  std::vector<SharedMemory> shared_;     // by the value that is being left
  std::vector<UnsureObj*> unsures_;
  std::map<StorageObj*, int> holders_;   // names and lists that hold a tensor of it behind an iteration
  std::vector<ChoiceObj*> choices_;      // tensors that the last iteration left, or those from before
  size_t entangled_ = 0;                 // storages that were, before the loop
  std::map<Obj*, Value> rebuilt_;        // containers of the body, as they are left behind
  std::set<Obj*> held_twice_;            // containers of the body that more than one name holds
  Value entered_;                        // whether it runs at all: known or symbolic
  size_t reports_ = 0, assumptions_ = 0;
  uint32_t first_report_ = 0;
  uint32_t stamp_ = 0;
};

}  // namespace nnscan::py
