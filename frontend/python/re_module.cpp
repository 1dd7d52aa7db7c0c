// `_re`: what the prelude's `re` needs natively, which is compiling and matching.
#include <algorithm>

#include "frontend/python/native_table.h"
#include "frontend/python/regex.h"
#include "frontend/python/unicode.h"

namespace nnscan::py {

namespace {

struct PatternObj : Obj {
  static constexpr Kind kKind = Kind::kOpaque;
  PatternObj(ClassObj* cls, regex::Program program) : Obj(kKind, cls), program(std::move(program)) {}
  regex::Program program;
};

constexpr uint64_t kBudget = 4'000'000;   // steps of one call
constexpr uint64_t kStepsOfOne = 64;      // how many weigh as much as a statement

// The source text as code points; bytes match bytes.
std::u32string points_of(Interp& in, const Value& v) {
  if (auto* b = get_if<BytesObj>(v)) {
    std::u32string out;
    for (char c : b->data) out += static_cast<unsigned char>(c);
    return out;
  }
  if (!is(v, Kind::kStr)) in.raise(in.types.type_error, "expected string or bytes-like object, got '" + in.type_name(v) + "'");
  return to_code_points(as<StrObj>(v)->text);
}

// (handle, groups, [(name, number)], flags), or (None, message, position).
Value compile(Interp& in, const Args& a) {
  bool bytes = is(a[0], Kind::kBytes);
  auto flags = static_cast<uint32_t>(in.index_of(a[1]));
  regex::Compiled compiled = regex::compile(points_of(in, a[0]), flags | (bytes ? regex::kAscii : 0u));
  // The program cannot be followed past a match that is not known.
  if (!compiled.unsupported.empty()) in.limit(Code::kUnsupportedConstruct, compiled.unsupported, "");
  if (!compiled.error.empty()) return in.tuple({Value::none(), in.str(compiled.error),
                     compiled.at == regex::kNowhere ? Value::none() : Value::of(compiled.at)});
  std::vector<Value> names;
  for (auto& [name, number] : compiled.program.names) names.push_back(in.tuple({in.str(name), Value::of(number)}));
  int64_t groups = compiled.program.groups, set = compiled.program.flags & (bytes ? ~regex::kAscii : ~0u);
  Value handle = Value::of(in.make<PatternObj>(in.types.object, std::move(compiled.program)));
  return in.tuple({handle, Value::of(groups), in.list(std::move(names)), Value::of(set)});
}

enum Mode { kMatch, kFull, kSearch, kAll };

class Search {
 public:
  Search(Interp& in, const PatternObj* pattern, std::u32string text, size_t end)
      : in_(in), program_(pattern->program), text_(std::move(text)), end_(end) {}

  // The first match that starts in [start, last]; unbound: none.
  bool find(size_t start, size_t last, bool whole, bool filled) {
    for (size_t at = start; at <= last; ++at) {
      regex::Outcome outcome = regex::match(program_, text_, at, end_, whole, filled && at == start, slots, budget_);
      if (outcome == regex::Outcome::kOverBudget) over = true;
      if (outcome != regex::Outcome::kNone) return !over;
    }
    return false;
  }
  Value result() const {
    std::vector<Value> out;
    for (int64_t s : slots) out.push_back(Value::of(s));
    return in_.tuple(std::move(out));
  }
  // Counts what was done as the interpreter's own steps.
  Value done(Value v) {
    for (uint64_t used = kBudget - budget_; used >= kStepsOfOne; used -= kStepsOfOne) in_.step();
    if (over) in_.limit(Code::kLimitSteps, "this regular expression takes too long here", "");
    return v;
  }

  std::vector<int64_t> slots;
  bool over = false;

 private:
  Interp& in_;
  const regex::Program& program_;
  std::u32string text_;
  size_t end_;
  uint64_t budget_ = kBudget;
};

// run(handle, text, start, end, mode, count): slots, None, or for kAll a list of slots.
Value run(Interp& in, const Args& a) {
  if (!is(a[0], Kind::kOpaque)) in.raise(in.types.type_error, "a compiled pattern is required");
  std::u32string text = points_of(in, a[1]);
  auto size = static_cast<int64_t>(text.size());
  auto start = static_cast<size_t>(std::clamp<int64_t>(in.index_of(a[2]), 0, size));
  auto end = static_cast<size_t>(std::clamp<int64_t>(in.index_of(a[3]), 0, size));
  int64_t mode = in.index_of(a[4]), count = in.index_of(a[5]);
  Search search(in, as<PatternObj>(a[0]), std::move(text), end);
  if (start > end) return mode == kAll ? in.list({}) : Value::none();
  if (mode != kAll) {
    bool found = search.find(start, mode == kSearch ? end : start, mode == kFull, false);
    return search.done(found ? search.result() : Value::none());
  }
  std::vector<Value> all;
  // After a match of nothing the next one must be of something, or start later.
  for (bool filled = false; (count == 0 || static_cast<int64_t>(all.size()) < count) && search.find(start, end, false, filled);) {
    all.push_back(search.result());
    filled = search.slots[0] == search.slots[1];
    start = static_cast<size_t>(search.slots[1]);
  }
  return search.done(in.list(std::move(all)));
}

constexpr NativeRow kReRows[] = {{"compile", compile, 2, 2}, {"run", run, 6, 6}};

}  // namespace

void install_re(Interp& in) {
  in.native_modules["_re"] = [](Interp& interp, ModuleObj* module) { add_functions(interp, module->attrs, kReRows); };
}

}  // namespace nnscan::py
