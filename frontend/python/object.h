// The objects of the heap, one struct a kind. Every object carries two stamps for the journal
// (journal.h): when it was made, and which fork last saved its contents. Whoever changes an
// object's contents calls Journal::touch first.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <string_view>
#include <vector>

#include "frontend/python/table.h"
#include "frontend/python/value.h"
#include "frontend/syntax/tree.h"

namespace nnscan::syntax {
class Outline;
}

namespace nnscan::py {

class Interp;
struct ClassObj;
struct DictObj;
struct ModuleObj;

enum class Kind : uint8_t {
  kStr, kBytes, kBigInt, kComplex, kTuple, kList, kDict, kSet, kDictView, kSlice, kRange,
  kFunction, kNative, kBoundMethod, kClass, kInstance, kModule,
  kCell, kFrame, kIterator, kGenerator,
  kProperty, kStaticMethod, kClassMethod, kSuper,
  kLazy, kPoison, kChoice, kUnsure, kRun,
  kTensor, kStorage, kDType,
  kOpaque,  // what a native module made for itself; Python only hands it around
};

// The kind comes last, so that the first small member of an object lies beside it.
struct Obj {
  Obj(Kind kind, ClassObj* cls) : cls(cls), kind(kind) {}
  ClassObj* cls;
  uint32_t birth = 0;  // the journal's clock when it was made
  uint32_t saved = 0;  // the fork that holds its earlier contents
  bool frozen = false;  // stands for an object that another name holds too: not to be changed
  Kind kind;
  bool filled_by_calls = false;  // a container that functions changed while modules were imported
  bool kept = false;             // the journal's base holds its earlier contents
};

inline bool is(const Value& v, Kind kind) { return v.is_object() && v.obj->kind == kind; }
template <class T>
T* as(const Value& v) {
  return static_cast<T*>(v.obj);
}
// The object if it is of that kind, else null.
template <class T>
T* get_if(const Value& v) {
  return v.is_object() && v.obj->kind == T::kKind ? static_cast<T*>(v.obj) : nullptr;
}

struct StrObj : Obj {
  static constexpr Kind kKind = Kind::kStr;
  StrObj(ClassObj* cls, std::string text) : Obj(kKind, cls), text(std::move(text)) {}
  Symbol symbol;             // set for interned ones
  const std::string text;
  DictObj* attrs = nullptr;  // of instances of subclasses
  uint64_t hash() const { return hash_ ? hash_ : hash_ = hash_text(text); }
  static uint64_t hash_text(std::string_view text) { return std::hash<std::string_view>{}(text) | 1; }

 private:
  mutable uint64_t hash_ = 0;  // 0: nobody has asked yet
};

struct BytesObj : Obj {
  static constexpr Kind kKind = Kind::kBytes;
  BytesObj(ClassObj* cls, std::string data) : Obj(kKind, cls), data(std::move(data)) {}
  std::string data;
};

// What a tuple holds: as many values as it was made of, in the heap beside it.
class TupleItems : public std::span<const Value> {
 public:
  using std::span<const Value>::span;
  operator std::vector<Value>() const { return {begin(), end()}; }
};

// Made by Interp::make_tuple.
struct TupleObj : Obj {
  static constexpr Kind kKind = Kind::kTuple;
  TupleObj(ClassObj* cls, const Value* first, size_t count) : Obj(kKind, cls), items(first, count) {}
  const TupleItems items;
  DictObj* attrs = nullptr;
};

// Contents that the two sides of a branch left with different lengths or keys: `lost` says
// where. Any look at them is a diagnostic.
struct ListObj : Obj {
  static constexpr Kind kKind = Kind::kList;
  ListObj(ClassObj* cls, std::vector<Value> items) : Obj(kKind, cls), items(std::move(items)) {}
  bool may_have_runs = false;  // among its items may be a RunObj
  std::vector<Value> items;
  Obj* lost = nullptr;  // a PoisonObj
  DictObj* attrs = nullptr;
};

// The items of a list or tuple.
inline std::span<const Value> items_in(const Value& sequence) {
  if (sequence.obj->kind == Kind::kTuple) return static_cast<TupleObj*>(sequence.obj)->items;
  return static_cast<ListObj*>(sequence.obj)->items;
}

struct DictObj : Obj {
  static constexpr Kind kKind = Kind::kDict;
  explicit DictObj(ClassObj* cls) : Obj(kKind, cls) {}
  Table table;
  Obj* lost = nullptr;
  bool watched = false;  // attributes of which is noted what is read before it is written
  DictObj* attrs = nullptr;
};

struct SetObj : Obj {
  static constexpr Kind kKind = Kind::kSet;
  explicit SetObj(ClassObj* cls) : Obj(kKind, cls) {}
  Table table;  // values unused
  Obj* lost = nullptr;
  DictObj* attrs = nullptr;
};

struct SliceObj : Obj {
  static constexpr Kind kKind = Kind::kSlice;
  SliceObj(ClassObj* cls, Value start, Value stop, Value step)
      : Obj(kKind, cls), start(start), stop(stop), step(step) {}
  Value start, stop, step;
};

struct RangeObj : Obj {
  static constexpr Kind kKind = Kind::kRange;
  RangeObj(ClassObj* cls, Value start, Value stop, Value step)
      : Obj(kKind, cls), start(start), stop(stop), step(step) {}
  Value start, stop, step;  // ints or symbolic ints
  bool known() const { return start.is_int() && stop.is_int() && step.is_int(); }
  int64_t length() const;  // of a known range
};

struct Cell : Obj {
  static constexpr Kind kKind = Kind::kCell;
  explicit Cell(Value value) : Obj(kKind, nullptr), value(value) {}
  Value value;
};

// What a class body's functions share: the class, once it exists. Zero-argument super() asks it.
struct ClassCell {
  ClassObj* cls = nullptr;
};

struct FunctionObj : Obj {
  static constexpr Kind kKind = Kind::kFunction;
  FunctionObj(ClassObj* cls, const syntax::Tree* tree, const syntax::Function* code, ModuleObj* module)
      : Obj(kKind, cls), tree(tree), code(code), module(module) {}
  uint32_t positional = 0;         // so many parameters in a row fill the first slots
  bool only_positional = false;    // and there are no others
  bool left_out = false;           // its body has yet to be parsed (Interp::complete)
  bool takes_long = false;         // a call of it did
  const syntax::Tree* tree;
  const syntax::Function* code;
  ModuleObj* module;
  std::vector<Value> defaults;     // by parameter; unbound: none
  std::vector<Cell*> captures;
  ClassCell* class_cell = nullptr;
  Value name;                      // __name__
  std::string qualified_name;      // "Net.forward"
  DictObj* attrs = nullptr;        // __dict__, __doc__, __wrapped__ …
};

struct Keyword {
  Symbol name;
  Value value;
};
struct Args {
  std::span<const Value> positional;
  std::span<const Keyword> keywords;
  size_t size() const { return positional.size(); }
  const Value& operator[](size_t i) const { return positional[i]; }
};
using NativeFn = Value (*)(Interp&, const Args&);
// A `__getattr__` that says by false, not by an exception, that there is no such attribute.
using NativeFind = bool (*)(Interp&, const Value& self, Symbol name, Value& out);

struct NativeObj : Obj {
  static constexpr Kind kKind = Kind::kNative;
  NativeObj(ClassObj* cls, const char* name, NativeFn fn, int min_args, int max_args)
      : Obj(kKind, cls), name(name), fn(fn), min_args(min_args), max_args(max_args) {}
  std::string name;
  NativeFn fn;
  int min_args, max_args;   // positional; max -1: any number
  bool binds = true;        // as a class attribute it becomes a method
  bool keywords = false;    // takes keyword arguments itself
  bool keeps_lazy = false;  // takes unresolved references as they are
  const void* data = nullptr;
  NativeFind find = nullptr;  // what `fn` does, where that is a `__getattr__`
};

struct BoundMethodObj : Obj {
  static constexpr Kind kKind = Kind::kBoundMethod;
  BoundMethodObj(ClassObj* cls, Value self, Value function) : Obj(kKind, cls), self(self), function(function) {}
  Value self, function;
};

struct ClassObj : Obj {
  static constexpr Kind kKind = Kind::kClass;
  ClassObj(ClassObj* metaclass, std::string name) : Obj(kKind, metaclass), name(std::move(name)) {}
  std::string name;
  std::string qualified_name;
  ModuleObj* module = nullptr;
  std::vector<ClassObj*> bases;
  std::vector<ClassObj*> mro;  // itself first
  DictObj* attrs = nullptr;
  Kind layout = Kind::kInstance;  // what its instances are
  const syntax::Class* code = nullptr;
  const syntax::Tree* tree = nullptr;
  Span span;
  std::vector<ClassObj*> heirs;
  uint32_t most_attributes = 0;  // of an instance, so far
  // Whether instances are copied that a constructor made of the same arguments, as those of torch's layers and
  // of the program's modules are; who makes tensors finds out.
  enum class Copied : uint8_t { kUnknown, kNo, kLayer, kModule } copied = Copied::kUnknown;
};

struct InstanceObj : Obj {
  static constexpr Kind kKind = Kind::kInstance;
  explicit InstanceObj(ClassObj* cls) : Obj(kKind, cls) {}
  DictObj* attrs = nullptr;  // made on demand
  Value payload;             // the int or float of a subclass of int or float
};

struct ModuleObj : Obj {
  static constexpr Kind kKind = Kind::kModule;
  ModuleObj(ClassObj* cls, std::string name) : Obj(kKind, cls), name(std::move(name)) {}
  std::string name;         // "torchvision.models.resnet"
  std::string package;      // what relative imports start from
  std::string public_name;  // a prelude file's __module__, else name
  std::string folder;       // of a package on disk, where submodules are; empty else
  FileId file;
  bool is_prelude = false;
  bool running = false, done = false;
  DictObj* attrs = nullptr;
  std::vector<Value> stars;  // star imports, searched last, latest first
  std::unordered_map<uint32_t, Value> found;  // what stars and the folder gave for names; unbound: nothing does
  Value substitute;          // what its own code put into sys.modules in its place
  const syntax::Tree* tree = nullptr;
  syntax::Outline* outline = nullptr;  // of a file of which only the outline was parsed
};

struct IteratorObj : Obj {
  static constexpr Kind kKind = Kind::kIterator;
  IteratorObj(ClassObj* cls, Value source) : Obj(kKind, cls), source(source) {
    if (auto* dict = get_if<DictObj>(source)) size = dict->table.size();
    if (auto* set = get_if<SetObj>(source)) size = set->table.size();
  }
  enum class Over : uint8_t { kSequence, kKeys, kValues, kItems, kRange, kEnumerate, kZip, kMap, kFilter, kReversed, kCallable, kStr, kObject,
                             kUnknown };  // of a length that is known only when the model runs
  Over over = Over::kSequence;
  Value source;
  int64_t position = 0;      // kEnd: a dict or set that is used up
  size_t size = 0;           // of a dict or set when this was made: it must stay so
  static constexpr int64_t kEnd = -1;
  int64_t length = 0;        // of a known range
  std::vector<Value> parts;  // iterators of zip and map; the function of map and filter is source
  bool strict = false;
  Obj* lost = nullptr;  // the paths of a branch left it at different places
};

// What every tensor object is to this folder; the rest is in frontend/torch/tensor.h.
struct TensorBaseObj : Obj {
  static constexpr Kind kKind = Kind::kTensor;
  explicit TensorBaseObj(ClassObj* cls) : Obj(kKind, cls) {}
  DictObj* attrs = nullptr;
};

struct PropertyObj : Obj {
  static constexpr Kind kKind = Kind::kProperty;
  PropertyObj(ClassObj* cls, Value getter, Value setter, Value deleter)
      : Obj(kKind, cls), getter(getter), setter(setter), deleter(deleter) {}
  Value getter, setter, deleter;
  Value doc = Value::none();  // its own; else the getter's
};

struct StaticMethodObj : Obj {
  static constexpr Kind kKind = Kind::kStaticMethod;
  StaticMethodObj(ClassObj* cls, Value function) : Obj(kKind, cls), function(function) {}
  Value function;
};

struct ClassMethodObj : Obj {
  static constexpr Kind kKind = Kind::kClassMethod;
  ClassMethodObj(ClassObj* cls, Value function) : Obj(kKind, cls), function(function) {}
  Value function;
};

struct SuperObj : Obj {
  static constexpr Kind kKind = Kind::kSuper;
  SuperObj(ClassObj* cls, ClassObj* after, Value self) : Obj(kKind, cls), after(after), self(self) {}
  ClassObj* after;  // the lookup starts behind this class
  Value self;       // an instance or a class
};

// An import that nobody has looked at yet.
struct LazyObj : Obj {
  static constexpr Kind kKind = Kind::kLazy;
  LazyObj(std::string module, std::string name, Span span)
      : Obj(kKind, nullptr), module(std::move(module)), name(std::move(name)), span(span) {}
  std::string module;  // absolute dotted name
  std::string name;    // the attribute, or empty for the module itself
  Span span;
  Value resolved;
  bool resolving = false;
};

// No usable value. Harmless until used; then it is reported, if
// it was not, or if its report was withdrawn.
struct PoisonObj : Obj {
  static constexpr Kind kKind = Kind::kPoison;
  PoisonObj() : Obj(kKind, nullptr) {}
  uint32_t report = 0;  // the number of its report; 0: none yet
  Code code = Code::kPoisonUsed;
  std::string message;
  std::string hint;
  Span span;  // where it became one
  std::string package;  // that raised an exception when it was imported
  // Of an item of a dict whose key exists on one path of a branch: which, and the item there.
  bool is_on_one_path = false;
  ValueId condition;  // of the branch; invalid behind the place where the branch ended
  bool when = true;
  Value item;
};

// One of two values, by a condition known when the model runs. Using it forks.
struct ChoiceObj : Obj {
  static constexpr Kind kKind = Kind::kChoice;
  ChoiceObj(ValueId condition, Value then_value, Value else_value)
      : Obj(kKind, nullptr), condition(condition), then_value(then_value), else_value(else_value) {}
  ValueId condition;
  Value then_value, else_value;
  Span loop;  // set where the condition is that this loop ran
};

struct StorageObj;

// Memory of which a value is a part, and the content that the value was taken from.
struct SharedMemory {
  StorageObj* storage;
  uint32_t content = 0;  // a ValueId
};

// The value of a variable that only a loop binds: there is one if the loop ran (`bound`: it did),
// and it is right as long as nothing wrote to the memory that it is part of.
struct UnsureObj : Obj {
  static constexpr Kind kKind = Kind::kUnsure;
  UnsureObj(Value value, Span loop) : Obj(kKind, nullptr), value(value), loop(loop) {}
  Value value;
  Span loop;
  bool bound = false;
  std::vector<SharedMemory> memory;
};

// What a run holds of one item of an iteration.
struct RunPart {
  enum class What : uint8_t {
    kSame,    // `like`, in all iterations
    kTensor,  // a row of `stacked`, whose first axis counts the iterations
    kNumber,  // likewise, as a Python number
    kParts,   // a container built as `like` is, of parts
  } what = What::kSame;
  Value like, stacked;
  Type type;  // of a tensor or number
  std::vector<RunPart> parts;
};

// Items of a list that a Loop appended: as often as `length` says, `rate` of them. It stands in
// the list as one item, which only those operations may meet that know of it (runs.h); others use
// `unread`.
struct RunObj : Obj {
  static constexpr Kind kKind = Kind::kRun;
  explicit RunObj(PoisonObj* unread) : Obj(kKind, nullptr), unread(unread) {}
  Dim length;                  // invalid: not even that is known
  int64_t rate = 1;
  std::vector<RunPart> items;  // of one iteration; empty: they are not known
  PoisonObj* unread;
  bool readable() const { return length.valid() && !items.empty(); }
};

}  // namespace nnscan::py
