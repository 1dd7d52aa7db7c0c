// Calls: binding arguments to parameters, running frames, making instances.
#include <algorithm>
#include <memory>
#include <optional>

#include "frontend/python/function_objects.h"
#include "frontend/python/interp.h"
#include "frontend/python/observer.h"
#include "frontend/python/suggest.h"
#include "frontend/syntax/outline.h"
#include "ir/base/check.h"

namespace nnscan::py {

using syntax::Param;
using syntax::ParamKind;

namespace {

constexpr size_t kOnStack = 64;       // variables of a call that need no heap
constexpr uint64_t kLongCall = 400;  // steps, from which on a call is remembered for others like it

}  // namespace

// Puts a frame on top for as long as it lives.
struct Interp::FrameGuard {
  FrameGuard(Interp& interp, Frame& f) : interp(interp) {
    if (++interp.depth_ > interp.session.options.limits.depth) {
      --interp.depth_;
      interp.limit(Code::kLimitDepth,
                   "calls are nested more than " + std::to_string(interp.session.options.limits.depth) + " deep here",
                   "a recursion without end, or raise the limit with --max-depth");
    }
    f.caller = interp.frame;
    interp.frame = &f;
  }
  ~FrameGuard() {
    interp.frame = interp.frame->caller;
    --interp.depth_;
  }
  Interp& interp;
};

namespace {

// A tensor, or a choice among tensors; among numbers too, if these count.
bool chooses_tensors(const Value& v, bool numbers) {
  auto* choice = get_if<ChoiceObj>(v);
  return choice ? chooses_tensors(choice->then_value, numbers) && chooses_tensors(choice->else_value, numbers)
                : is(v, Kind::kTensor) || (numbers && (v.is_number() || v.is_symbolic()));
}

// Of tensors of different ranks nothing that a function asks has one answer: the call is made on
// both paths as a whole. So is one of torch's own functions on a number or a tensor, which it tells
// apart. False where no argument is such a choice.
bool call_for_each(Interp& in, FunctionObj* function, const Args& args, Value& result) {
  if (function->code->is_generator) return false;
  for (size_t i = 0; i < args.positional.size() + args.keywords.size(); ++i) {
    size_t named = i - args.positional.size();
    const Value& v = i < args.positional.size() ? args.positional[i] : args.keywords[named].value;
    if (!is(v, Kind::kChoice) || !chooses_tensors(v, function->module->is_prelude)) continue;
    result = in.distribute(as<ChoiceObj>(v), [&](Value chosen) {
      std::vector<Value> positional(args.positional.begin(), args.positional.end());
      std::vector<Keyword> keywords(args.keywords.begin(), args.keywords.end());
      (i < positional.size() ? positional[i] : keywords[named].value) = chosen;
      return in.call_function(function, {positional, keywords});
    });
    return true;
  }
  return false;
}

}  // namespace

Value Interp::make_function(const syntax::Function* code) {
  auto* function = make<FunctionObj>(types.function, frame->tree, code, frame->module);
  function->defaults.resize(code->params.size());
  auto in_a_row = [&](const Param& p) {
    return p.kind <= ParamKind::kPositional && p.slot == static_cast<uint32_t>(&p - code->params.data());
  };
  function->only_positional = std::all_of(code->params.begin(), code->params.end(), in_a_row);
  function->positional = static_cast<uint32_t>(code->params.size());
  for (size_t i = 0; i < code->params.size(); ++i)
    if (code->params[i].default_value.valid()) function->defaults[i] = eval(code->params[i].default_value);
  for (const syntax::Capture& capture : code->captures)
    function->captures.push_back(frame->cells[capture.outer_cell]);
  function->left_out = frame->module->outline && frame->tree == frame->module->tree && frame->module->outline->leaves_out(*code);
  function->class_cell = frame->class_cell;
  function->name = Value::of(str(code->name));
  std::string prefix = frame->function ? frame->function->qualified_name + ".<locals>." : "";
  if (frame->names) prefix = frame->class_prefix;
  function->qualified_name = prefix + text(code->name);
  return Value::of(function);
}

std::string Interp::callee_name(const Value& callee) {
  if (auto* f = get_if<FunctionObj>(callee)) return f->qualified_name;
  if (auto* m = get_if<BoundMethodObj>(callee)) return callee_name(m->function);
  if (auto* n = get_if<NativeObj>(callee)) return n->name;
  if (auto* c = get_if<ClassObj>(callee)) return c->name;
  return type_name(callee);
}

Value Interp::call(Value callee, std::span<const Value> positional, std::span<const Keyword> keywords) {
  callee = force(callee);
  if (!callee.is_object()) raise(types.type_error, "'" + type_name(callee) + "' object is not callable");
  switch (callee.obj->kind) {
    case Kind::kFunction: return call_function(as<FunctionObj>(callee), {positional, keywords});
    case Kind::kBoundMethod: {
      auto* method = as<BoundMethodObj>(callee);
      return call(method->function, ArgumentList(method->self, positional).all(), keywords);
    }
    case Kind::kNative: {
      auto* native = as<NativeObj>(callee);
      int count = static_cast<int>(positional.size());
      if (native->keywords && count + static_cast<int>(keywords.size()) < native->min_args)
        raise(types.type_error, native->name + "() takes at least " + std::to_string(native->min_args) + " arguments, not " +
                                    std::to_string(count + static_cast<int>(keywords.size())));
      if (!native->keywords) {
        if (!keywords.empty())
          raise(types.type_error, native->name + "() takes no keyword arguments");
        if (count < native->min_args || (native->max_args >= 0 && count > native->max_args))
          raise(types.type_error, native->name + "() takes " + std::to_string(native->min_args) + " to " +
                                      std::to_string(native->max_args) + " arguments, not " + std::to_string(count));
      }
      bool lazy = false;
      if (!native->keeps_lazy) {
        for (const Value& v : positional) lazy |= is(v, Kind::kLazy);
        for (const Keyword& k : keywords) lazy |= is(k.value, Kind::kLazy);
      }
      try {
        native_data = native->data;
        if (!lazy) return native->fn(*this, {positional, keywords});
        std::vector<Value> forced;
        for (const Value& v : positional) forced.push_back(force(v));
        std::vector<Keyword> forced_keywords;
        for (const Keyword& k : keywords) forced_keywords.push_back({k.name, force(k.value)});
        native_data = native->data;
        return native->fn(*this, {forced, forced_keywords});
      } catch (Poisoned& poisoned) {
        return use_poison(poisoned.value);
      }
    }
    case Kind::kClass: return instantiate(as<ClassObj>(callee), {positional, keywords});
    case Kind::kPoison: return use_poison(callee);
    case Kind::kChoice:
      return distribute(as<ChoiceObj>(callee), [&](Value v) { return call(v, positional, keywords); });
    case Kind::kStaticMethod: return call(as<StaticMethodObj>(callee)->function, positional, keywords);
    default: break;
  }
  ClassObj* cls = class_of(callee);
  Value* hook = class_lookup(cls, names().call);
  if (!hook) raise(types.type_error, "'" + type_name(callee) + "' object is not callable");
  Value method = *hook;
  if (is(method, Kind::kFunction) || is(method, Kind::kNative)) {
    return call(method, ArgumentList(callee, positional).all(), keywords);
  }
  return call(bind(method, callee, cls), positional, keywords);
}

Value Interp::call_method(Value object, std::string_view name, std::initializer_list<Value> args) {
  return call(get(object, symbol(name)), std::span<const Value>(args.begin(), args.size()));
}

bool Interp::try_special(Value object, Symbol name, std::span<const Value> args, Value& out) {
  object = force(object);
  ClassObj* cls = class_of(object);
  Value* hook = class_lookup(cls, name);
  if (!hook || hook->is_none()) return false;
  out = call(bind(*hook, object, cls), args);
  return true;
}

void Interp::setup_frame(Frame& f, FunctionObj* function) {
  f.birth = journal.now();
  f.tree = function->tree;
  f.code = function->code;
  f.function = function;
  f.module = function->module;
  f.class_cell = function->class_cell;
  f.is_prelude = function->module->is_prelude;
  for (Frame::Control c : {Frame::kReturned, Frame::kBroke, Frame::kContinued}) f.control[c] = Value::of(false);
  f.at_begin = function->code->name_span.begin;
  f.at_end = function->code->name_span.end;
}

void Interp::give_variables(Frame& f, const syntax::Scope& scope, std::span<Cell* const> captured) {
  f.slots = {heap.room_for<Value>(scope.locals.size()), scope.locals.size()};
  std::uninitialized_fill(f.slots.begin(), f.slots.end(), Value());
  f.cells = {heap.room_for<Cell*>(scope.own_cells.size() + captured.size()), scope.own_cells.size() + captured.size()};
  for (Cell*& cell : f.cells.first(scope.own_cells.size())) cell = make<Cell>(Value());
  std::copy(captured.begin(), captured.end(), f.cells.begin() + static_cast<ptrdiff_t>(scope.own_cells.size()));
}

namespace {

bool is_array_module(const std::string& name) { return name.starts_with("torch") || name.starts_with("numpy"); }

// The poison that an argument is, or that stands for its items or for one of them.
std::optional<Value> unknown_part(const Value& v) {
  if (is(v, Kind::kPoison)) return v;
  if (!is(v, Kind::kList) && !is(v, Kind::kTuple)) return std::nullopt;
  if (auto* list = get_if<ListObj>(v); list && list->lost) return Value::of(list->lost);
  for (const Value& item : items_in(v)) {
    if (is(item, Kind::kPoison)) return item;
    if (auto* run = get_if<RunObj>(item); run && !run->readable()) return Value::of(run->unread);
  }
  return std::nullopt;
}

// The first argument without a value that user code gives to an operation of torch or numpy: its result
// has none either, and what the prelude would ask of it only repeats what is wrong.
std::optional<Value> unknown_operand(Interp& in, const FunctionObj* function, const Args& args) {
  if (!function->module->is_prelude || !in.frame || !is_array_module(function->module->name)) return std::nullopt;
  const std::string& name = in.text(function->code->name);
  bool constructs = name == "__call__" && args.size() > 0 && is(args[0], Kind::kClass);
  if ((name.starts_with("__") && !constructs) || (in.frame->is_prelude && name != "forward")) return std::nullopt;
  // Of a module that holds others, the rest is worth looking at.
  auto unknown = [&](const Value& v) { return !constructs ? unknown_part(v) : is(v, Kind::kPoison) ? std::optional(v) : std::nullopt; };
  for (const Value& v : args.positional)
    if (auto one = unknown(v)) return one;
  for (const Keyword& keyword : args.keywords)
    if (auto one = unknown(keyword.value)) return one;
  return std::nullopt;
}

}  // namespace

Value Interp::call_function(FunctionObj* function, const Args& args) {
  step();
  if (function->left_out) complete(function);
  if (Value result; call_for_each(*this, function, args, result)) return result;
  if (auto unknown = unknown_operand(*this, function, args)) return use_poison(*unknown);
  if (function->module->is_prelude || !tensors) return call_plainly(function, args);
  if (function->takes_long) return tensors->result(function, args, [&] { return call_plainly(function, args); });
  const uint64_t before = steps_;
  Value result = call_plainly(function, args);
  function->takes_long = steps_ - before > kLongCall;
  return result;
}

Value Interp::call_plainly(FunctionObj* function, const Args& args) {
  const syntax::Function& code = *function->code;
  Frame f;
  setup_frame(f, function);
  const size_t slots = code.locals.size(), own = code.own_cells.size(), cells = own + function->captures.size();
  if (code.is_generator || slots > kOnStack || cells > kOnStack) {
    give_variables(f, code, function->captures);
    return run_call(function, args, f);
  }
  // Nobody keeps the variables of a call that has ended.
  Value* values = static_cast<Value*>(__builtin_alloca(slots * sizeof(Value)));
  std::uninitialized_fill_n(values, slots, Value());
  f.slots = {values, slots};
  if (cells > 0) {
    f.cells = {static_cast<Cell**>(__builtin_alloca(cells * sizeof(Cell*))), cells};
    for (size_t i = 0; i < own; ++i) f.cells[i] = make<Cell>(Value());
    std::copy(function->captures.begin(), function->captures.end(), f.cells.data() + own);
  }
  return run_call(function, args, f);
}

Value Interp::run_call(FunctionObj* function, const Args& args, Frame& f) {
  const syntax::Function& code = *function->code;
  if (function->only_positional && args.keywords.empty() && args.size() == function->positional)
    std::copy(args.positional.begin(), args.positional.end(), f.slots.begin());
  else
    bind_arguments(function, args, f);
  for (auto [slot, cell] : code.cell_params) f.cells[cell]->value = f.slots[slot];
  if (code.is_generator) return make_generator(std::move(f));
  if (code.is_async)
    return refuse(Code::kUnsupportedConstruct, "`async def " + function->qualified_name + "` has no place in a model");
  FrameGuard guard(*this, f);
  if (observer && !f.is_prelude) observer->entered(f);
  if (code.expression.valid()) return eval(code.expression);
  return run_frame(f);
}

Value Interp::run_frame(Frame& f) {
  Flow flow;
  try {
    flow = exec(f.code->body);
  } catch (Raise& raised) {
    if (f.pending.empty()) throw;
    adopt_exited(raised);
    flow = take_flags();
  }
  return finish_frame(flow);
}

namespace {

std::string quoted_list(Interp& in, const std::vector<Symbol>& symbols) {
  std::string list;
  for (size_t i = 0; i < symbols.size(); ++i) {
    if (i > 0) list += i + 1 == symbols.size() ? " and " : ", ";
    list += "'" + in.text(symbols[i]) + "'";
  }
  return list;
}

}  // namespace

void Interp::bind_arguments(FunctionObj* function, const Args& args, Frame& f) {
  const syntax::Function& code = *function->code;
  auto name = [&] { return shown_name(*this, *function, args.size() > 0 ? &args[0] : nullptr); };
  size_t positional = 0;
  const Param *var_args = nullptr, *var_keywords = nullptr;
  for (const Param& p : code.params) {
    if (p.kind == ParamKind::kPositionalOnly || p.kind == ParamKind::kPositional) ++positional;
    if (p.kind == ParamKind::kVarArgs) var_args = &p;
    if (p.kind == ParamKind::kVarKeywords) var_keywords = &p;
  }
  size_t given = std::min(args.size(), positional);
  for (size_t i = 0; i < given; ++i) f.slots[code.params[i].slot] = args[i];
  if (args.size() > positional && !var_args) {
    size_t optional = 0;
    for (size_t i = 0; i < positional; ++i) optional += !function->defaults[i].is_unbound();
    std::string range = optional ? "from " + std::to_string(positional - optional) + " to " : "";
    raise(types.type_error, name() + "() takes " + range + std::to_string(positional) +
                                " positional argument" + (positional == 1 ? "" : "s") + " but " +
                                std::to_string(args.size()) + (args.size() == 1 ? " was given" : " were given"));
  }
  if (var_args) {
    std::vector<Value> rest(args.positional.begin() + given, args.positional.end());
    f.slots[var_args->slot] = tuple(std::move(rest));
  }
  DictObj* extra = nullptr;
  if (var_keywords) {
    extra = dict();
    f.slots[var_keywords->slot] = Value::of(extra);
  }
  for (const Keyword& k : args.keywords) {
    const Param* target = nullptr;
    for (const Param& p : code.params)
      if (p.name == k.name && (p.kind == ParamKind::kPositional || p.kind == ParamKind::kKeywordOnly)) target = &p;
    if (target) {
      if (!f.slots[target->slot].is_unbound())
        raise(types.type_error, name() + "() got multiple values for argument '" + text(k.name) + "'");
      f.slots[target->slot] = k.value;
    } else if (extra) {
      if (find(extra, k.name))
        raise(types.type_error, callable_text(Value::of(function)) + " got multiple values for keyword argument '" + text(k.name) + "'");
      put(extra, k.name, k.value);
    } else {
      for (const Param& p : code.params)
        if (p.name == k.name && p.kind == ParamKind::kPositionalOnly)
          raise(types.type_error, name() + "() got some positional-only arguments passed as keyword arguments: '" +
                                      text(k.name) + "'");
      std::vector<std::string> known;
      for (const Param& p : code.params)
        if (p.kind == ParamKind::kPositional || p.kind == ParamKind::kKeywordOnly) known.push_back(text(p.name));
      raise_with_hint(*this, types.type_error, name() + "() got an unexpected keyword argument '" + text(k.name) + "'",
                      did_you_mean(meant_by(text(k.name), known)));
    }
  }
  std::vector<Symbol> missing, missing_keywords;
  for (size_t i = 0; i < code.params.size(); ++i) {
    const Param& p = code.params[i];
    if (p.kind == ParamKind::kVarArgs || p.kind == ParamKind::kVarKeywords) continue;
    Value& slot = f.slots[p.slot];
    if (!slot.is_unbound()) continue;
    slot = function->defaults[i];
    if (slot.is_unbound()) (p.kind == ParamKind::kKeywordOnly ? missing_keywords : missing).push_back(p.name);
  }
  auto complain = [&](const std::vector<Symbol>& list, const char* what) {
    if (list.empty()) return;
    raise(types.type_error, name() + "() missing " + std::to_string(list.size()) +
                                " required " + what + " argument" + (list.size() == 1 ? "" : "s") + ": " +
                                quoted_list(*this, list));
  };
  complain(missing, "positional");
  complain(missing_keywords, "keyword-only");
}

Value Interp::instantiate(ClassObj* cls, const Args& args) {
  step();
  ClassObj* metaclass = cls->cls;
  if (metaclass != types.type) {
    if (Value* hook = class_lookup(metaclass, names().call); hook && !is(*hook, Kind::kNative)) {
      return call(*hook, ArgumentList(Value::of(cls), args.positional).all(), args.keywords);
    }
  }
  return construct(cls, args);
}

// type.__call__: __new__, then __init__ if that gave an instance of the class.
Value Interp::construct(ClassObj* cls, const Args& args) {
  if (cls == types.super && args.size() <= 2 && args.keywords.empty()) return super_object(args.positional);
  Value* maker = class_lookup(cls, names().new_);
  NNSCAN_CHECK(maker != nullptr, "object has __new__");
  if (is(*maker, Kind::kNative) && maker->obj == plain_new && cls->layout == Kind::kInstance) {
    auto plainly = [&] { return initialised(Value::of(make<InstanceObj>(cls)), args); };
    bool may_be_copied = tensors && cls->copied != ClassObj::Copied::kNo;
    return may_be_copied ? tensors->instance(cls, args, plainly) : plainly();
  }
  Value constructor = *maker;
  if (auto* s = get_if<StaticMethodObj>(constructor)) constructor = s->function;
  Value object = call(constructor, ArgumentList(Value::of(cls), args.positional).all(), args.keywords);
  return is_instance(object, cls) ? initialised(object, args) : object;
}

Value Interp::initialised(Value object, const Args& args) {
  Value* init = class_lookup(class_of(object), names().init);
  if (!init) return object;
  Value method = *init;
  if (is(method, Kind::kFunction) || is(method, Kind::kNative)) {
    call(method, ArgumentList(object, args.positional).all(), args.keywords);
  } else {
    call(bind(method, object, class_of(object)), args.positional, args.keywords);
  }
  return object;
}

Parameters::Parameters(Interp& in, const Args& args, const char* function,
                       std::initializer_list<const char*> names)
    : values_(names.size()) {
  if (args.size() > names.size())
    in.raise(in.types.type_error, std::string(function) + "() takes at most " + std::to_string(names.size()) +
                                      " arguments (" + std::to_string(args.size()) + " given)");
  for (size_t i = 0; i < args.size(); ++i) values_[i] = args[i];
  for (const Keyword& k : args.keywords) {
    size_t i = 0;
    for (const char* name : names) {
      if (in.text(k.name) == name) break;
      ++i;
    }
    if (i == names.size())
      in.raise(in.types.type_error, std::string(function) + "() got an unexpected keyword argument '" + in.text(k.name) + "'");
    if (!values_[i].is_unbound())
      in.raise(in.types.type_error, std::string(function) + "() got multiple values for argument '" + in.text(k.name) + "'");
    values_[i] = k.value;
  }
}

// ---- generators

Value Interp::make_generator(Frame&& f) {
  auto* generator = make<GeneratorObj>(types.generator);
  generator->frame = std::move(f);
  generator->frame.generator = generator;
  generator->frame.birth = journal.now();
  generators_.push_back(generator);
  return Value::of(generator);
}

namespace {
struct GeneratorKilled {};
}  // namespace

bool Interp::resume(GeneratorObj* g, Value sent, Value& out) {
  for (int i = 0; i < 8; ++i) step();  // changing stacks costs more than a statement
  if (g->fiber && g->fiber->done()) return false;
  if (g->fiber && g->fiber->running()) raise(types.value_error, "generator already executing");
  journal.change_for_good(g);
  if (side_stamp != 0 && g->frame.birth < side_stamp) {
    out = refuse(Code::kUnsupportedConstruct,
                 "a generator made before a branch on tensor data is advanced inside of it",
                 "make a list of it first");
    return false;
  }
  if (!g->fiber) {
    ++paused_generators_;
    g->fiber = std::make_unique<Fiber>(stacks, [this, g] {
      if (g->closing) return;
      Frame& f = g->frame;
      if (f.code->generator) {
        run_clauses(*f.code->generator, 0, [&] { yield_value(eval(f.code->expression)); });
        g->returned = Value::none();
      } else {
        g->returned = run_frame(f);
      }
    });
  }
  g->sent = sent;
  g->yielded = Value();
  // The frame joins the stack of whoever resumes it; what it has above itself stays its own.
  Frame* outer = frame;
  Frame* resumed = g->inner ? g->inner : &g->frame;
  g->frame.caller = outer;
  frame = resumed;
  ++depth_;
  int outer_tries = try_depth;
  auto back = [&] {
    frame = outer;
    --depth_;
    try_depth = outer_tries;
    if (g->fiber->done()) --paused_generators_;
  };
  try {
    g->fiber->resume();
  } catch (...) {
    back();
    throw;
  }
  back();
  if (g->fiber->done()) return false;
  out = g->yielded;
  return true;
}

Value Interp::yield_value(Value v) {
  Frame* f = frame;
  GeneratorObj* g = f->generator;
  NNSCAN_CHECK(g != nullptr, "yield stands in a generator");
  if (!f->pending.empty() || (journal.active() && journal.innermost() > f->birth && side_stamp > f->birth))
    return refuse(Code::kUnsupportedConstruct, "`yield` inside a branch or loop on tensor data",
                  "collect what it gives in a list, and return that");
  g->yielded = v;
  g->inner = f;
  g->fiber->pause();
  if (g->closing) throw GeneratorKilled{};
  if (!g->thrown.is_unbound()) raise_value(std::exchange(g->thrown, Value()));
  return g->sent.is_unbound() ? Value::none() : g->sent;
}

void Interp::close_generators() {
  for (GeneratorObj* g : generators_) {
    if (!g->fiber || g->fiber->done()) continue;
    g->closing = true;
    Frame* outer = frame;
    frame = g->inner ? g->inner : &g->frame;
    try {
      g->fiber->resume();
    } catch (...) {
      // The generator is gone either way; what its `finally` raised has nobody to go to.
    }
    frame = outer;
  }
  generators_.clear();
  paused_generators_ = 0;
}

}  // namespace nnscan::py
