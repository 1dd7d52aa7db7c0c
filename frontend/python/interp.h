// The abstract interpreter: Python over known values and over values that exist only when the
// model runs. It knows Python, not torch; what torch adds (tensors, modules, parameters) comes
// through TensorHooks and native modules.
//
// Python exceptions travel as the C++ exception Raise. A refusal is reported at once and leaves a
// poison value behind, so that the analysis goes on and finds the next one. Stop ends the run.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "frontend/python/arguments.h"
#include "frontend/python/fiber.h"
#include "frontend/python/frame.h"
#include "frontend/python/function_ref.h"
#include "frontend/python/heap.h"
#include "frontend/python/journal.h"
#include "frontend/python/object.h"
#include "frontend/python/prelude.h"
#include "frontend/python/storage.h"
#include "frontend/session.h"

namespace nnscan::py {

struct Overlay;
class Observer;

struct Raise {
  Value exception;
  Span span;                    // the user's line
  std::vector<CallSite> chain;
};

// A native function was given a value that is not known: the call's result is not known either.
struct Poisoned {
  Value value;
};

struct GeneratorObj : Obj {
  static constexpr Kind kKind = Kind::kGenerator;
  explicit GeneratorObj(ClassObj* cls) : Obj(kKind, cls) {}
  std::unique_ptr<Fiber> fiber;
  Frame frame;
  Frame* inner = nullptr;  // the frame that yielded
  Value sent, yielded, returned, thrown;
  bool closing = false;
};

// The tuple that an iterator gives to a loop which takes it apart at once: one for all iterations.
struct LoopTuple {
  TupleObj* tuple = nullptr;
  Value* items = nullptr;
};

// What the truth of a value is.
struct Truth {
  enum class State : uint8_t { kFalse, kTrue, kSymbolic } state;
  ValueId condition;  // kSymbolic
  bool known() const { return state != State::kSymbolic; }
  bool is_true() const { return state == State::kTrue; }
};

// The built-in classes that the interpreter itself needs to name.
struct Builtins {
  ClassObj *object, *type, *none, *ellipsis, *not_implemented, *boolean, *integer, *floating, *complex, *str,
      *bytes, *tuple, *list, *dict, *set, *frozenset, *slice, *range, *function, *native, *method,
      *module, *iterator, *generator, *property, *static_method, *class_method, *super, *mapping_proxy;
  ClassObj* dict_views[3];  // of keys(), values() and items()
  ClassObj *base_exception, *exception, *type_error, *value_error, *attribute_error, *name_error,
      *unbound_local_error, *index_error, *key_error, *runtime_error, *not_implemented_error,
      *stop_iteration, *import_error, *module_not_found_error, *assertion_error, *zero_division_error,
      *overflow_error, *recursion_error, *os_error, *generator_exit, *lookup_error, *syntax_error,
      *file_not_found_error, *arithmetic_error, *system_exit, *memory_error;
};

// How tensors take part in joins. One implementation, frontend/torch.
class TensorHooks {
 public:
  virtual ~TensorHooks() = default;
  virtual ValueId read(Value tensor) = 0;            // its content now
  virtual StorageObj* storage(Value tensor) = 0;     // at the bottom of its views
  virtual DType dtype(Value tensor) = 0;
  // A tensor of storage of its own with this content, otherwise as `a` and `b` are.
  virtual Value joined(Value a, Value b, ValueId content) = 0;
  // On the path where condition is `when`, `joined` is the very memory of `original`.
  virtual void link(Value joined, Value original, ValueId condition, bool when) = 0;
  virtual bool is_view(Value tensor) = 0;
  // A plain tensor of this content, with memory of its own.
  virtual Value made(ValueId content) = 0;
  // The size of its first axis; invalid where it has none.
  virtual Dim length(Value tensor) = 0;
  virtual bool in_forward() const = 0;
  // The program goes on only if the tensor has so many axes: where the model's inputs leave that open,
  // it teaches them; throws NeedRefinement.
  virtual void expect_rank(Value tensor, size_t rank) = 0;
  // An instance as `construct` makes it of these arguments: a copy, where one was made before and nothing but
  // the arguments decides.
  virtual Value instance(ClassObj* cls, const Args& args, FunctionRef<Value()> construct) = 0;
  // Likewise, what `call` gives: of a function that took long before.
  virtual Value result(FunctionObj* function, const Args& args, FunctionRef<Value()> call) = 0;
};

struct RunEntry;

class Interp {
 public:
  explicit Interp(Session& session);
  ~Interp();
  Interp(const Interp&) = delete;

  Session& session;
  Builder builder;
  FiberStacks stacks;  // of generators
  Heap heap;
  Journal journal{frame};
  Builtins types{};
  std::unique_ptr<TensorHooks> tensors;
  Observer* observer = nullptr;  // observer.h; null: nobody looks
  Frame* frame = nullptr;  // innermost

  template <class T, class... A>
  T* make(A&&... args) {
    T* object = heap.make<T>(std::forward<A>(args)...);
    object->birth = journal.now();
    return object;
  }

  // ---- making values (values.cpp)
  Symbol symbol(std::string_view text) { return session.symbols.intern(text); }
  const std::string& text(Symbol symbol) const { return session.symbols.text(symbol); }
  // The one object of an interned string.
  StrObj* str(Symbol symbol) {
    StrObj* known = symbol.index < interned_.size() ? interned_[symbol.index] : nullptr;
    return known ? known : intern(symbol);
  }
  Value str(std::string text);
  Value character(std::string_view text);   // a string of one character
  void adopt_early_strings();
  Value tuple(const std::vector<Value>& items) { return Value::of(make_tuple(types.tuple, items)); }
  Value tuple(std::initializer_list<Value> items) {
    return Value::of(make_tuple(types.tuple, {items.begin(), items.size()}));
  }
  TupleObj* make_tuple(ClassObj* cls, std::span<const Value> items);
  Value list(std::vector<Value> items);
  DictObj* dict();
  SetObj* set(bool frozen = false);
  Value native(const char* name, NativeFn fn, int min_args = 0, int max_args = -1);
  Value poison(Code code, std::string message, uint32_t report = 0, Span span = {});
  // An immediate for a Dim: an int if it is known.
  Value from_dim(Dim dim);
  Dim to_dim(const Value& v);               // of an int, bool or symbolic int
  ValueId to_graph(const Value& number, DType dtype);  // a rank-0 value
  Value from_graph_scalar(ValueId value);   // by dtype: a known number or a symbolic one

  // ---- errors (errors.cpp)
  [[noreturn]] void raise(ClassObj* type, std::string message);
  [[noreturn]] void raise_value(Value exception);
  Value handled_exception() const;  // unbound where none is
  void set_context(Value exception, Value context);
  Value make_exception(ClassObj* type, std::string message);
  std::string describe_exception(const Value& exception);  // "ValueError: bad"
  // Reports what cannot be exported, at the user's innermost line; returns poison.
  Value refuse(Code code, std::string message, std::string hint = "");
  Value refuse_at(Span span, Code code, std::string message, std::string hint = "");
  // Takes back the reports made since there were `reports`, and the assumptions: a top-level
  // statement failed that perhaps nobody needs. Whoever uses what it left behind reports again.
  void withdraw(size_t reports, size_t assumptions, uint32_t first);
  uint32_t next_report() const { return next_report_; }
  void assume(std::string message);
  void assume_at(Span span, std::string message);
  // The program goes on only where this condition is `holds`. If it compares a size that the inputs
  // leave open, that teaches the size: throws NeedRefinement.
  void learn_from(ValueId condition, bool holds);
  Span user_span() const;                    // innermost place that is not prelude
  std::vector<CallSite> user_chain() const;  // calls of user code above it, outermost first
  std::string torch_call() const;            // the prelude function that the user called
  std::vector<Span> call_spans() const;
  OriginId origin();
  [[noreturn]] void limit(Code code, std::string message, std::string hint);
  void step() {
    if (++steps_ > session.options.limits.steps) over_steps();
    if (heap.bytes() > most_bytes_) over_memory();
  }
  // What an analysis changes besides objects. rewind() puts it and them back, as long as the journal's
  // base is not spoiled; no frame may be open at either (rewind.cpp).
  struct Mark;
  Mark mark();
  void rewind(const Mark& mark);
  // Each analysis may take as many steps, and as much memory, as the options say, whatever ran before it.
  void restart_limits() {
    steps_ = charged_ = 0;
    most_bytes_ = heap.bytes() + session.options.limits.heap_bytes;
  }
  uint64_t steps() const { return steps_; }
  uint32_t depth() const { return depth_; }  // of the calls that run
  // For what is done at once instead of step by step.
  bool may_take(uint64_t steps) const { return steps_ + steps < session.options.limits.steps; }
  void take(uint64_t steps) { steps_ += steps; }
  // What a call may do that no object shows: equal before and after it where it did nothing of the kind.
  struct Effects;
  Effects effects() const;
  // Something is told of the program that another run of the same code would be told otherwise: where an object
  // lies, who calls.
  void note_effect() { ++effects_; }
  // Counts memory that an object holds besides itself.
  void charge(size_t bytes) {
    charged_ += bytes;
    if (charged_ > session.options.limits.heap_bytes) over_memory();
  }
  // Whether some frame below catches exceptions: a conditional raise cannot become an assumption.
  int try_depth = 0;
  // When the innermost side of a branch began that will be taken back: generators older than it
  // cannot be advanced inside.
  uint32_t side_stamp = 0;

  // ---- evaluation (expressions.cpp, statements.cpp)
  Value eval(syntax::ExprId id);
  Flow exec(const syntax::Block& block);
  void assign(syntax::ExprId target, Value value);
  void run_module_body(ModuleObj* module);

  // ---- operators (operators.cpp)
  Value unary(syntax::UnaryOp op, Value v);
  Value binary(syntax::BinaryOp op, Value a, Value b);
  Value inplace(syntax::BinaryOp op, Value a, Value b);
  Value compare(syntax::CompareOp op, Value a, Value b);
  bool equal(const Value& a, const Value& b);        // known equality; refuses symbolic ones
  Value equals(const Value& a, const Value& b);      // ==, may be symbolic
  Value contains(Value container, Value item);
  Truth truth(Value v);
  bool is_true(Value v);                             // known truth; refuses symbolic ones
  Value bool_value(const Truth& truth);
  uint64_t hash(const Value& v);
  Value logical_not(Value v);
  Value binary_builtin(syntax::BinaryOp op, const Value& a, const Value& b);  // of containers; unbound: none

  // ---- attributes (attributes.cpp)
  ClassObj* class_of(const Value& v) const {
    return v.is_object() && v.obj->cls ? v.obj->cls : class_of_immediate(v);
  }
  Value* class_lookup(ClassObj* cls, Symbol name, ClassObj** owner = nullptr) {
    LookupEntry& entry = lookup_slot(cls, name);
    bool fresh = entry.cls == cls && entry.name == name && entry.version == class_version_;
    LookupEntry& known = fresh ? entry : fill_lookup(cls, name);
    if (owner) *owner = known.owner;
    return known.value;
  }
  bool try_get(Value object, Symbol name, Value& out);
  Value get(Value object, Symbol name);
  Value get(Value object, std::string_view name) { return get(object, symbol(name)); }
  void set(Value object, Symbol name, Value v);
  void set_plain(Value object, Symbol name, Value v);  // object.__setattr__
  void del(Value object, Symbol name);
  void note_change(const Value& object);  // of a class or module itself
  void del_plain(Value object, Symbol name);
  bool get_plain(Value object, Symbol name, Value& out);  // without __getattr__
  // object.__getattribute__: what no namespace holds, then the namespaces.
  bool get_default(Value object, Symbol name, Value& out) { return special_attribute(object, name, out) || get_plain(object, name, out); }
  DictObj* attributes(Value object, bool create);
  Value bind(Value attribute, Value self, ClassObj* cls);
  // The function that object.name is a bound method of; unbound where it is anything else.
  Value plain_method(const Value& object, Symbol name);
  void class_changed() { ++class_version_; }
  uint32_t class_version() const { return class_version_; }
  // How often something was assigned to a module or class of the prelude.
  uint32_t prelude_changes() const { return prelude_changes_; }
  // Whether the program ever did: from then on torch's own code may be the program's.
  bool is_prelude_patched() const { return is_prelude_patched_; }
  // What abstract classes answered to `issubclass`, for as long as no class changes.
  struct SubclassAnswers {
    uint32_t version = 0;
    std::map<std::pair<const Obj*, const Obj*>, bool> known;
  };
  SubclassAnswers subclass_answers;
  Value use_poison(Value poison);  // reports it if that is news; returns it

  // ---- dicts and sets
  Value* find(DictObj* dict, const Value& key);
  Value* find(DictObj* dict, Symbol key) {
    TableEntry* entry = find_entry(dict, key);
    return entry ? &entry->value : nullptr;
  }
  TableEntry* find_entry(DictObj* dict, Symbol key);
  void put(DictObj* dict, const Value& key, Value v);
  void put(DictObj* dict, Symbol key, Value v);
  bool remove(DictObj* dict, const Value& key);
  bool add(SetObj* set, const Value& key);
  bool has(SetObj* set, const Value& key);
  // Before a container is read, for one key or for all: a diagnostic if a branch lost its contents.
  void look(const Value& container, const Value* key = nullptr);
  void look_whole(const Value& dict);  // the same, of one whose keys are counted or walked

  // ---- calls (calls.cpp)
  Value call(Value callee, std::span<const Value> positional, std::span<const Keyword> keywords = {});
  Value call(Value callee, std::initializer_list<Value> positional) {
    return call(callee, std::span<const Value>(positional.begin(), positional.size()));
  }
  Value call_method(Value object, std::string_view name, std::initializer_list<Value> args = {});
  // Calls a special method looked up on the class; false if there is none.
  bool try_special(Value object, Symbol name, std::span<const Value> args, Value& out);
  Value call_function(FunctionObj* function, const Args& args);
  Value instantiate(ClassObj* cls, const Args& args);  // as a metaclass may have it
  Value construct(ClassObj* cls, const Args& args);    // type.__call__
  Value initialised(Value object, const Args& args);   // by its __init__
  std::string callee_name(const Value& callee);
  Value make_function(const syntax::Function* code);
  // Parses the body of a function of which its file's outline has none.
  void complete(FunctionObj* function);

  // ---- iteration (iteration.cpp)
  Value iterate(Value iterable);                    // iter()
  bool next(Value iterator, Value& out, LoopTuple* reused = nullptr);
  Value pair(const Value& first, const Value& second, LoopTuple* reused);
  std::vector<Value> unpack(Value iterable);        // all items
  void for_each(Value iterable, FunctionRef<void(Value)> body);
  Value yield_value(Value v);
  Value make_generator(Frame&& frame);
  bool resume(GeneratorObj* generator, Value sent, Value& out);
  void close_generators();

  // ---- indexing (subscripts.cpp)
  Value subscript(Value object, Value index);
  void set_subscript(Value object, Value index, Value v);
  void del_subscript(Value object, Value index);
  // What the built-in classes themselves do, whatever a subclass overrides.
  Value subscript_builtin(Value object, Value index);
  void set_subscript_builtin(Value object, Value index, Value v);
  void del_subscript_builtin(Value object, Value index);
  void set_item(DictObj* dict, const Value& key, Value v);  // as the dict's class has it
  bool overrides(const Value& object, std::string_view name);  // its class defines it in Python
  int64_t index_of(const Value& v);                 // __index__; raises TypeError
  struct SliceBounds { int64_t start, stop, step, count; };
  SliceBounds slice_bounds(const SliceObj* slice, int64_t length);
  std::optional<int64_t> length(const Value& v);    // of a container that has a known one
  Value len(Value v);

  // ---- classes (classes.cpp)
  ClassObj* make_class(std::string name, std::vector<ClassObj*> bases, DictObj* attrs,
                       ClassObj* metaclass = nullptr);
  Value exec_class(const syntax::Class& code);
  Value new_class(ClassObj* metaclass, std::span<const Value> args, std::span<const Keyword> keywords);
  bool is_subclass(const ClassObj* cls, const ClassObj* base) const;
  bool is_instance(const Value& v, const ClassObj* base) const { return is_subclass(class_of(v), base); }
  Truth instance_check(Value v, Value cls);         // isinstance()
  Truth subclass_check(Value cls, Value base);
  Value super_object(std::span<const Value> args);

  // ---- branches (fork.cpp)
  Flow fork_flow(ValueId condition, const std::function<Flow()>& then_side,
                 const std::function<Flow()>& else_side);
  Value fork_value(ValueId condition, const std::function<Value()>& then_side,
                   const std::function<Value()>& else_side);
  Value distribute(ChoiceObj* choice, const std::function<Value(Value)>& use);
  // Joins the branches that the frame left open above `mark`. `at_end`: the function is over.
  Flow settle(size_t mark, Flow flow);
  Value finish_frame(Flow flow);                    // the function's result
  Value select(ValueId condition, Value a, Value b);  // without running anything

  // ---- loops (loop.cpp, sequences.cpp)
  // An iterable by index, which may be known only when the model runs.
  struct Sequence {
    Dim length;
    std::function<Value(Value index)> item;
  };
  // Of an iterator or iterable whose length is not known; nothing if it is.
  std::optional<Sequence> symbolic_sequence(const Value& iterable);
  bool has_unknown_length(const Value& iterable);

  // ---- memory (structure.cpp)
  // From now on nothing may be written to this storage.
  void entangle(StorageObj* storage, Span at);
  std::vector<StorageObj*> entangled;  // in order, so that an attempt can be taken back
  void disentangle(size_t from);
  std::map<const Obj*, Span> frozen_at;  // of a frozen container, what made it so

  // ---- lists of which the graph knows how many items there are (runs.cpp)
  bool has_runs(const Value& list);
  Value run_list_length(ListObj* list);
  Value run_list_item(ListObj* list, const Value& index);
  Value run_list_slice(ListObj* list, const SliceObj* slice);
  // The place of an item before the first run, or, counted from the end, behind the last; or null.
  Value* plain_item_of_runs(ListObj* list, const Value& index);
  struct RunView {
    RunPart part;
    Dim length;
  };
  std::optional<RunView> united(const ListObj* list);
  Value run_item(const RunPart& part, const Value& index);
  std::optional<std::vector<Value>> run_columns(const ListObj* list);
  // The items of an iterable as a list takes them over, runs included.
  std::vector<Value> added_items(const Value& iterable);
  Value run_repeated(const Value& list, const Value& count);  // list * count, of a symbolic count
  Value add_runs(const Value& a, const Value& b);  // a + b; unbound where that is an error
  // None of a list without runs; else a list of the lists between runs and the tuples of what
  // the runs stack.
  Value list_segments(const Value& list);

  // Runs `body` for each item, as a Loop where their number is not known.
  void for_each_in_graph(Value iterable, FunctionRef<void(Value)> body, LoopTuple* reused = nullptr);

  // ---- modules (modules.cpp)
  ModuleObj* load_file(const std::string& path);   // the model file; Stop on failure
  void run_as_main(const std::string& path);       // as a program: what it raises comes out
  ModuleObj* import_module(const std::string& name, bool must = true);  // null: not found
  Value force(Value v) { return is(v, Kind::kLazy) ? force_lazy(v) : v; }  // resolves a lazy reference
  bool module_attribute(ModuleObj* module, Symbol name, Value& out);
  bool star_attribute_of(ModuleObj* module, Symbol name, Value& out);
  bool are_stars_settled(const ModuleObj* module, int depth = 0) const;
  bool star_attribute(LazyObj* star, Symbol name, Value& out);
  void exec_import(const syntax::Import& import);
  DictObj* builtins_dict = nullptr;
  NativeObj *plain_new = nullptr, *plain_setattr = nullptr, *plain_delattr = nullptr;  // object's own
  // Evaluates an expression given as text in a module's namespace. Stop on a syntax error.
  // names: what an expression sees before the module's names, as the body of a class does.
  Value eval_text(const std::string& text, const std::string& shown, ModuleObj* module, DictObj* names = nullptr);
  // Runs statements given as text; what they bind goes to `names`, or else to the module.
  void exec_text(const std::string& text, const std::string& shown, ModuleObj* module, DictObj* names = nullptr);
  std::map<std::string, ModuleObj*> modules;
  std::vector<std::string> made_modules;  // their names, in the order in which they were made
  // The holders of registries for which imports were run.
  std::set<std::set<std::string>> completed;
  void finish_imports(const std::set<std::string>& holders);
  using NativeModule = void (*)(Interp&, ModuleObj*);
  std::map<std::string, NativeModule> native_modules;
  std::map<std::string, NativeModule> module_hooks;  // run once a prelude file of that name has run
  const void* native_data = nullptr;                 // of the native function being called
  void add_root(std::string folder);
  const std::vector<std::string>& roots() const { return roots_; }
  Value prelude_name(const std::string& module, std::string_view name);  // resolved
  std::vector<std::string> files_read;

  // ---- text (text.cpp)
  std::string repr(Value v);
  std::string to_str(Value v);
  std::string format(Value v, const std::string& spec);
  std::string percent_format(const std::string& format, Value arguments);
  std::string brace_format(const std::string& format, const Args& args, Value mapping = Value());
  std::string type_name(const Value& v) const;

  // What an answer depends on besides the sources that were read: packages that were looked for in vain,
  // and paths that the program asked about, read or listed.
  std::set<std::string> missing_packages, asked_paths;

  std::string print_output;  // of print(), when the run command collects it
  bool collect_print = false;

  // Attributes of the watched namespaces (DictObj::watched) that were read, or written, first.
  std::set<std::pair<DictObj*, uint32_t>> read_first, written_first;

  // Tensors of the prelude need their class; resolved on first use.
  struct ModuleCall {
    Obj* module;
    std::string path;
    const Frame* caller;
  };
  std::vector<ModuleCall> module_stack;  // of nn.Module, being run
  std::unordered_map<Obj*, std::string> module_paths;      // of the modules of the entry

  struct Names;  // the special names, interned once
  // The names that each return statement of the watched function gives its results, where it
  // returns variables: the names of the graph's outputs.
  const syntax::Function* watched = nullptr;
  std::vector<std::vector<std::string>> return_names;

  const Names& names() const { return *names_; }

  struct FrameGuard;

 private:
  friend struct FrameGuard;
  friend class LoopAnalysis;
  using KeywordList = ShortList<Keyword, 4>;
  Value eval_other(const syntax::Expr& e);
  Value eval_local(const syntax::Expr& e);
  Value eval_subscript(const syntax::Expr& e);
  Value eval_slice(const syntax::Expr& e, const Value& object);
  Value eval_tuple(const syntax::Expr& e);
  Value eval_call(const syntax::Expr& e);
  Value eval_logic_from(const syntax::Expr& e, uint32_t at, bool is_and);
  Value eval_compare_from(Value left, const syntax::Expr& e, uint32_t at);
  Value eval_comprehension(const syntax::Expr& e);
  // Unbound, or the poison of a condition that is not known: then the elements are not either.
  Value run_clauses(const syntax::Comprehension& c, size_t at, FunctionRef<void()> body);
  Value eval_joined(const syntax::Expr& e);
  Value append_formatted(const syntax::Expr& e, std::string& text);  // unbound, or poison
  Value eval_dict(const syntax::Expr& e);
  std::vector<Value> eval_items(uint32_t first, uint32_t count);
  Value load_global(Symbol name) {
    DictObj* space = frame->module->attrs;
    const GlobalEntry& known = globals_[(reinterpret_cast<uintptr_t>(space) / 16 * 31 + name.index) % kGlobals];
    bool fresh = known.space == space && known.name == name && known.changes == space->table.changes() &&
                 (!known.builtin || known.builtin_changes == builtins_dict->table.changes());
    if (!fresh) return find_global(name);
    return (known.builtin ? builtins_dict : space)->table.entries()[known.place].value;
  }
  Value find_global(Symbol name);
  Value load_class_name(const syntax::Expr& e);
  Value literal(const syntax::Literal& literal);
  std::string callable_text(const Value& callee);
  // Unbound, or the poison that `*` or `**` was to unpack: then the call gives it.
  // `zipped`: what zip(*list) gives of a list with runs.
  Value collect_arguments(const Value& callee, const syntax::Expr& e, ArgumentList& positional, KeywordList& keywords,
                          std::optional<std::vector<Value>>& zipped);
  Value call_on_paths(const Value& callee, std::span<const Value> positional, std::vector<Keyword> keywords);
  void unpack_keywords(const Value& callee, Value mapping, KeywordList& keywords);

  Flow exec_statement(const syntax::Stmt& s);
  void note_return_names(const syntax::Stmt& s);
  Flow exec_if(const syntax::Stmt& s);
  Flow exec_while(const syntax::Stmt& s);
  Flow exec_for(const syntax::Stmt& s);
  Flow exec_try(const syntax::Stmt& s);
  Flow exec_try_body(const syntax::Try& t);
  Flow exec_handlers(const syntax::Try& t, Raise& raised);
  Flow exec_handler(const syntax::Handler& handler, const Raise& raised);
  void unbind(syntax::ExprId target);
  Flow exec_with(const syntax::Stmt& s, uint32_t item);
  Flow exec_match(const syntax::Stmt& s);
  Flow match_from(const syntax::Match& match, size_t at_case, Value subject);
  Truth match_pattern(const syntax::Pattern& pattern, Value subject);
  void exec_assert(const syntax::Stmt& s);
  void exec_raise(const syntax::Stmt& s);
  void exec_delete(const syntax::Stmt& s);
  void exec_aug_assign(const syntax::Stmt& s);
  void exec_function(const syntax::Stmt& s);
  void exec_class_statement(const syntax::Stmt& s);
  void exec_top_level(const syntax::Block& block);
  void poison_targets(const syntax::Stmt& s, Value poison);
  void poison_target(syntax::ExprId target, Value poison);
  void unpack_assign(std::span<const uint32_t> targets, Value value);
  void assign_items(std::span<const uint32_t> targets, std::span<const Value> items);
  Value call_evaluated(const Value& callee, const Args& args);
  bool assign_display(const syntax::Stmt& s);
  bool unpacked_sizes(const syntax::Stmt& s, Value& sizes);
  bool takes_apart(syntax::ExprId target) const;  // a tuple is unpacked, and nobody keeps it
  void poison_assigned(const syntax::Block& block, Value poison);
  struct SymbolicLoop;
  Flow run_symbolic(SymbolicLoop& loop, int peeled, Value& broke);
  Flow unroll_while(const syntax::Stmt& s, SymbolicLoop& loop, Value& broke);
  Flow finish_loop(size_t mark, Flow flow, Value broke, const syntax::Block* orelse);
  Flow for_items(const Value& source, const Value& iterator, FunctionRef<Flow(Value)> body, Value& broke,
                 LoopTuple* reused);
  // The flag tells whether it became a Loop.
  std::pair<Flow, bool> for_sequence(const Sequence& sequence, int64_t from, bool must,
                                     FunctionRef<Flow(Value)> body, Value& broke);
  Flow run_in_block(BlockId block, const std::function<Flow()>& body, std::optional<Raise>& raised);
  Value bound_by_loop(Value unsure);
  Value run_list_item_at(const std::vector<Value>& items, size_t at, int64_t i);
  Value unread_run(const ListObj* list);
  void take_out(ListObj* list, int64_t i);
  void thaw(const Value& v);
  RunPart run_part_slice(const RunPart& part, const Value& slice);
  Value list_of_numbers(std::initializer_list<int64_t> numbers);
  Value run_list(RunPart part, Dim length, PoisonObj* unread);
  std::optional<Sequence> indexed(const Value& v);

  void bind_arguments(FunctionObj* function, const Args& args, Frame& frame);
  Value run_frame(Frame& frame);
  Value run_call(FunctionObj* function, const Args& args, Frame& frame);
  Value call_plainly(FunctionObj* function, const Args& args);
  void setup_frame(Frame& frame, FunctionObj* function);
  // Gives a frame its slots and cells, in the heap.
  void give_variables(Frame& frame, const syntax::Scope& scope, std::span<Cell* const> captured);
  StrObj* intern(Symbol symbol);
  ClassObj* class_of_immediate(const Value& v) const;
  bool super_method(const Value& object, Symbol name, Value& callee, Value& self);

  struct Side;
  struct Join;
  Side run_side(BlockId block, const std::function<Flow(Value&)>& body);
  Flow run_fork(ValueId condition, const std::function<Flow(Value&)>& then_side,
                const std::function<Flow(Value&)>& else_side, Value* result);
  Flow keep_one_side(NodeId branch, Side& then_side, Side& else_side, Value* result);
  void join_states(NodeId branch, ValueId condition, const std::vector<Saved>& then_left,
                   const Value* then_result, const Value* else_result, Value* result,
                   std::optional<bool> returned_side = std::nullopt);
  Value merge(Join& join, Value a, Value b);
  Value merge_numbers(Join& join, Value a, Value b);
  std::optional<std::vector<Value>> merge_tails(Join& join, const std::vector<Value>& x, const std::vector<Value>& y);
  bool tail_entries(Join& join, const std::vector<Value>& items, size_t from, bool then_side, std::deque<RunPart>& made,
                    std::vector<RunEntry>& entries);
  Value merge_lists(Join& join, ListObj* a, ListObj* b);
  static std::string differing_lengths(const std::vector<Value>& x, const std::vector<Value>& y);
  void on_side(Join& join, bool then_side, const std::function<void()>& f);
  void entangle(Join& join, StorageObj* storage, bool then_side);
  Span branch_span(const Join& join) const;
  ValueId stand_in(BlockId block, Type& type);
  Value merge_tensors(Join& join, Value a, Value b);
  void link_side(Join& join, Value merged, Value side, bool then_side);
  using Conditions = std::vector<std::pair<ValueId, bool>>;
  void link_exports(Join& join, Value merged, Value side, StorageObj* storage, const Conditions& met, bool then_side);
  void link_aliases(Join& join, Value merged, Value side, bool then_side);
  void link_on(Join& join, Value merged, Value other, const Conditions& met, bool then_side, bool in_part);
  Value merge_objects(Join& join, Value a, Value b);
  Value lost(Join& join, const std::string& why);
  Value on_one_path(Join& join, Value item, bool then_side);
  Value behind(Value v);
  bool has_uneven_dicts_ = false;  // some dict has, or had, items on one path only
  ValueId read_on(Join& join, Value tensor, bool then_side);
  bool visible_outside(const Value& number);
  Contents merge_contents(Join& join, Obj* object, const Contents& a, const Contents& b);
  // How values that were made inside a block come to be usable outside of it.
  struct Exporter {
    std::function<bool(const Obj*)> young;                 // made inside
    std::function<bool(const Value&)> visible;             // a symbolic number
    std::function<Value(Value, DType)> scalar;
    std::function<Value(Value)> tensor;
    std::function<Value(const std::string& what)> lost;    // "a tuple made inside the branch"
    std::map<Obj*, Value>* done = nullptr;                 // containers already made usable, by what they were
    std::map<const Cell*, Cell*>* cells = nullptr;         // of functions: what stands for each outside
  };
  Value exported_function(const Exporter& exporter, FunctionObj* function);
  Value exported(const Exporter& exporter, Value v);
  Value exported_container(const Exporter& exporter, Value v);
  Value exported_run(const Exporter& exporter, RunObj* run);
  bool exported_same(const Exporter& exporter, RunPart& part);
  Value exported(Join& join, Value v, bool then_side);
  void close_pending(Pending pending);
  // The open path raised: only the one that left earlier remains, under an assumption.
  void adopt_exited(const Raise& raised);
  void assume_not_raised(const Raise& raised);
  Flow take_flags();
  void reopen_flags();
  void open_exit(Frame::Control which, Flow flow);
  void set_control(Frame::Control which, Value v);
  void apply(const std::vector<Saved>& contents);
  Flow settle_loop(size_t mark, Flow flow, Frame::Control which, Value& happened);

  [[noreturn]] void over_steps();
  [[noreturn]] void over_memory();
  Value binary_numbers(syntax::BinaryOp op, const Value& a, const Value& b);
  Value binary_symbolic(syntax::BinaryOp op, const Value& a, const Value& b);
  Value compare_symbolic(syntax::CompareOp op, const Value& a, const Value& b);
  Value compare_sequences(syntax::CompareOp op, Value a, Value b);
  // A string of the class str itself.
  bool is_plain_text(const Value& v) const { return is(v, Kind::kStr) && v.obj->cls == types.str; }
  Value binary_special(syntax::BinaryOp op, const Value& a, const Value& b);
  Value compare_builtin(syntax::CompareOp op, Value a, Value b);
  Value both(Value a, Value b);

  std::optional<PreludeFile> prelude_file(const std::string& path);
  ModuleObj* new_module(const std::string& name);
  void name_module(ModuleObj* module, const std::string& name);
  void try_import(const std::string& module, const std::string& name);
  bool knows_library(const std::string& module);
  [[noreturn]] void missing_module(const std::string& name);
  ModuleObj* read_file(const std::string& path);
  bool has_file(const std::string& path) const;
  std::optional<std::string> read_source(const std::string& path);
  struct ModuleFile {
    std::string path;
    bool is_package;
  };
  std::optional<ModuleFile> module_file(const std::string& root, const std::string& module) const;
  ModuleObj* start_module(const std::string& name, std::string path, std::string shown, std::string text,
                          bool package);
  std::unique_ptr<syntax::Tree> parse_outline(ModuleObj* module);
  syntax::Tree* parse_text(const std::string& source, const std::string& shown, bool is_expression);
  template <class Work>
  void run_text(const syntax::Tree& tree, ModuleObj* module, DictObj* names, Work work);
  ModuleObj* start_overlay(const Overlay& overlay, const std::string& name, const std::string& root);
  void lay_over(ModuleObj* module, ModuleObj* stand_in);
  bool substitute_attribute(ModuleObj* module, Symbol name, Value& out);
  ModuleObj* start_prelude_module(const std::string& name, const PreludeFile& file, bool package);
  void remember_import(LazyObj* import);
  void note_out_of_order(const std::string& package);
  void note_overwriting(DictObj* dict, const Value& key, const Value& v);
  void import_in_order(const std::string& module, const std::string& name);
  void import_parents(const std::string& module);
  void complete(const Value& container, const Value* key);
  void finish_imports(const Obj* container);
  bool run_import(LazyObj* import, FunctionRef<bool(const std::string&)> may_change);
  Value force_lazy(Value v);
  Value resolve(LazyObj* lazy);
  void watched_read(DictObj* attrs, Symbol name);
  void watched_write(DictObj* attrs, Symbol name);
  Value select_item(const std::vector<Value>& items, const Value& k, size_t at);
  int64_t index_of_or_raise(const Value& object, const Value& index);
  bool special_attribute(Value object, Symbol name, Value& out);
  Value code_object(FunctionObj* function);
  bool set_special(Value object, Symbol name, Value v);
  bool super_attribute(SuperObj* super, Symbol name, Value& out);
  Value pending_attribute_error_;
  int repr_depth_ = 0;

  uint32_t next_report_ = 1;
  std::vector<std::pair<uint32_t, uint32_t>> withdrawn_;  // ranges of report numbers
  bool is_withdrawn(uint32_t report) const;

  uint64_t steps_ = 0, effects_ = 0;
  uint64_t charged_ = 0, most_bytes_;
  uint32_t depth_ = 0;
  uint32_t class_version_ = 1;
  uint32_t prelude_changes_ = 0;
  bool is_prelude_patched_ = false;
  // How an attribute of a class's instances is read.
  enum class Access : uint8_t {
    kUnknown,   // not worked out yet
    kLong,      // a special name, a descriptor of the program's, a __getattribute__ in Python
    kOwnFirst,  // from the instance's namespace, then as the class has it
    kProperty,  // by calling the getter
  };
  // What a class has under a name, for as long as no class changes.
  struct LookupEntry {
    const ClassObj* cls = nullptr;
    Symbol name;
    uint32_t version = 0;
    Value* value = nullptr;
    ClassObj* owner = nullptr;
    Access access = Access::kUnknown;
    bool is_method = false;        // a call may pass the instance itself
    bool writes_own = false;       // writing it is writing to the instance's namespace
    uint32_t place = 0;            // in the namespace of the instance that had it last
  };
  static constexpr size_t kLookups = 4096;
  std::vector<LookupEntry> lookups_ = std::vector<LookupEntry>(kLookups);
  LookupEntry& lookup_slot(const ClassObj* cls, Symbol name) {
    return lookups_[(reinterpret_cast<uintptr_t>(cls) / 16 * 31 + name.index) % kLookups];
  }
  LookupEntry& fill_lookup(ClassObj* cls, Symbol name);
  LookupEntry& work_out_access(ClassObj* cls, Symbol name);
  // The entry with its access worked out.
  LookupEntry& access_to(ClassObj* cls, Symbol name) {
    class_lookup(cls, name);
    LookupEntry& entry = lookup_slot(cls, name);
    return entry.access == Access::kUnknown ? work_out_access(cls, name) : entry;
  }
  // The value of a name in an instance's namespace.
  TableEntry* find_own(DictObj* own, LookupEntry& entry);
  // Where global names were found.
  struct GlobalEntry {
    const DictObj* space = nullptr;
    Symbol name;
    uint32_t changes = 0, builtin_changes = 0;
    uint32_t place = 0;
    bool builtin = false;
  };
  static constexpr size_t kGlobals = 1024;
  std::vector<GlobalEntry> globals_ = std::vector<GlobalEntry>(kGlobals);
  struct LiteralEntry {
    const syntax::Literal* literal = nullptr;
    Value value;
  };
  std::vector<LiteralEntry> literal_cache_;  // of strings
  struct TupleEntry {
    const syntax::Expr* display = nullptr;
    Value value;
  };
  std::vector<TupleEntry> constant_tuples_;
  std::vector<StrObj*> interned_;
  std::vector<StrObj*> characters_;  // by ASCII code
  std::vector<std::unique_ptr<syntax::Tree>> trees_;
  std::vector<std::unique_ptr<syntax::Outline>> outlines_;
  std::unordered_map<std::string, std::string> prelude_texts_;  // by path, of a prelude on disk
  std::vector<std::string> roots_;
  std::vector<LazyObj*> pending_imports_;  // that completing registries has not run
  struct Registries;
  std::shared_ptr<Registries> registries_;
  size_t bodies_run_ = 0;  // of the program's modules
  std::vector<GeneratorObj*> generators_;
  size_t paused_generators_ = 0;  // that have begun and not ended
  std::unique_ptr<Names> names_;
};

struct Interp::Effects {
  uint64_t noted;
  size_t reports, assumptions, nodes, modules, withdrawn, entangled, frozen, printed, paused_generators;
  uint32_t next_report, prelude_changes;
  bool asked_for_export;
  bool operator==(const Effects&) const = default;
};

struct Interp::Mark {
  DimPool dims;
  Builder::State building;
  size_t reports, entangled, generators, paused_generators;
  uint32_t next_report;
  std::vector<std::pair<uint32_t, uint32_t>> withdrawn;
  uint64_t steps, charged;
  bool has_uneven_dicts;
  Span asked_for_export;
  std::map<const Obj*, Span> frozen_at;
  std::vector<LazyObj*> pending_imports;
  std::set<std::pair<DictObj*, uint32_t>> read_first, written_first;
  const syntax::Function* watched;
  std::vector<std::vector<std::string>> return_names;
  std::unordered_map<Obj*, std::string> module_paths;
};

// The names that the interpreter looks up itself.
struct Interp::Names {
  explicit Names(SymbolTable& s);
  Symbol init, new_, call, getattr, getattribute, setattr, delattr, get, set, delete_, getitem,
      setitem, delitem, len, iter, next, contains, bool_, eq, ne, lt, le, gt, ge, hash, repr, str,
      format, enter, exit, index, int_, float_, name, qualname, module, doc, dict, class_, bases,
      mro, annotations, wrapped, init_subclass, set_name, class_getitem, instancecheck,
      subclasscheck, missing, all, file, path, package, args, cause, self, func, prepare, reversed,
      neg, pos, invert, abs, round, defaults, subclasses, context, suppress_context, traceback, slots, main, code,
      kwdefaults, closure, globals, message, copy, deepcopy, hash_none, match_args, fget, fset,
      add_note, weakref, keys, public_name, length_hint, value, start, stop, step, real, imag,
      trunc, floor, ceil, divmod;
  // Of modules.
  Symbol forward, train, training, parameters, buffers, non_persistent, modules, forward_hooks, forward_pre_hooks;
  // By operator: those of BinaryNames, and of comparisons but `is` and `in`.
  static constexpr size_t kBinaries = 13, kComparisons = 6;
  Symbol plain[kBinaries], reflected[kBinaries], inplace[kBinaries];
  Symbol compared[kComparisons], swapped[kComparisons];
};

// Special-method names of binary operators: plain, reflected and in-place.
struct BinaryNames {
  const char *symbol, *plain, *reflected, *inplace;
};
const BinaryNames& binary_names(syntax::BinaryOp op);
const char* compare_symbol(syntax::CompareOp op);

// Reads a native function's arguments by position or keyword, as its parameter list says.
class Parameters {
 public:
  Parameters(Interp& interp, const Args& args, const char* function,
             std::initializer_list<const char*> names);
  const Value& operator[](size_t i) const { return values_[i]; }
  bool has(size_t i) const { return !values_[i].is_unbound(); }
  Value or_(size_t i, Value fallback) const { return has(i) ? values_[i] : fallback; }

 private:
  std::vector<Value> values_;
};

// Runs `body` on a thread with a stack deep enough for the depth limit; exceptions come out.
void on_deep_stack(const std::function<void()>& body);

// Installs the built-in classes, functions and the native modules of the standard library.
void install_types(Interp& interp);
void install_builtins(Interp& interp);
void install_numbers(Interp& interp);
void install_str(Interp& interp);
void install_bytes(Interp& interp);
void install_containers(Interp& interp);
void install_sets(Interp& interp);
void install_dict_views(Interp& interp);
void install_iterators(Interp& interp);
void install_complex(Interp& interp);
void install_re(Interp& interp);
void install_json(Interp& interp);
void install_files(Interp& interp);
void install_hashlib(Interp& interp);
void install_yaml(Interp& interp);
void install_dunders(Interp& interp);
void install_math(Interp& interp);
void install_python_module(Interp& interp);

}  // namespace nnscan::py
