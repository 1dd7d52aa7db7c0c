// Evaluation of expressions. One case a kind; what an operation means is in the file of its
// family (operators, attributes, subscripts, calls).
#include <algorithm>

#include "frontend/python/observer.h"
#include "frontend/python/quick.h"
#include "frontend/python/runs.h"
#include "frontend/python/suggest.h"
#include "frontend/python/wide.h"
#include "ir/base/check.h"

namespace nnscan::py {

using syntax::Expr;
using syntax::ExprId;
using syntax::ExprKind;

namespace {

// The place being evaluated, for reports: set just before an operation, after its operands.
void at(Frame& frame, const Expr& e) {
  frame.at_begin = e.begin;
  frame.at_end = e.end;
}

ExprId id(uint32_t index) { return ExprId{index}; }

constexpr size_t kLiterals = 1024;       // string literals whose values are at hand
constexpr size_t kConstantTuples = 256;  // displays of constants whose values are

}  // namespace

// What programs do most is here; the rest is in eval_other, so that this stays small.
Value Interp::eval(ExprId expr_id) {
  Frame& f = *frame;
  const Expr& e = f.tree->exprs[expr_id];
  switch (e.kind) {
    case ExprKind::kConstant: {
      const syntax::Literal& l = f.tree->literals[e.a];
      const int64_t* number = std::get_if<int64_t>(&l);
      return number ? Value::of(*number) : literal(l);
    }
    case ExprKind::kLocal: {
      const Value& v = f.slots[e.a];
      return v.is_unbound() || is(v, Kind::kUnsure) ? eval_local(e) : v;
    }
    case ExprKind::kGlobal: at(f, e); return load_global(Symbol{e.a});
    case ExprKind::kAttribute: {
      Value object = operand(*this, id(e.a));
      at(f, e);
      return get(object, Symbol{e.b});
    }
    case ExprKind::kSubscript: return eval_subscript(e);
    case ExprKind::kCall: return eval_call(e);
    case ExprKind::kBinary: {
      Value a = operand(*this, id(e.a));
      Value b = operand(*this, id(e.b)), out;
      auto op = static_cast<syntax::BinaryOp>(e.op);
      if (quick_binary(op, a, b, out)) return out;
      at(f, e);
      return binary(op, a, b);
    }
    case ExprKind::kCompare: {
      Value left = operand(*this, id(e.a));
      const syntax::Comparison& c = f.tree->comparisons[e.b];
      if (e.c != 1) return eval_compare_from(left, e, 0);
      Value right = operand(*this, c.right);
      if (left.is_int() && right.is_int() && c.op <= syntax::CompareOp::kGe)
        return Value::of(quick_compare(c.op, left.i, right.i));
      at(f, e);
      return compare(c.op, left, right);
    }
    default: return eval_other(e);
  }
}

Value Interp::eval_local(const Expr& e) {
  const Value& v = frame->slots[e.a];
  at(*frame, e);
  if (is(v, Kind::kUnsure)) {
    Value bound = bound_by_loop(v);
    journal.touch(frame);
    return frame->slots[e.a] = bound;
  }
  raise(types.unbound_local_error, "cannot access local variable '" + text(Symbol{e.b}) +
                                       "' where it is not associated with a value");
}

Value Interp::eval_subscript(const Expr& e) {
  Value object = operand(*this, id(e.a));
  const Expr& index_expr = frame->tree->exprs[id(e.b)];
  Value index;
  if (index_expr.kind == ExprKind::kSlice) {
    object = force(object);
    if (object.is_object() && (object.obj->cls == types.str || object.obj->cls == types.list || object.obj->cls == types.tuple))
      return eval_slice(e, object);
  }
  index = operand(*this, id(e.b));
  at(*frame, e);
  return subscript(object, index);
}

// object[start:stop:step] of a class that keeps no slice: it needs no object of its own.
Value Interp::eval_slice(const Expr& e, const Value& object) {
  const Expr& parts = frame->tree->exprs[id(e.b)];
  auto part = [&](uint32_t i) { return i == syntax::kNoIndex ? Value::none() : force(eval(id(i))); };
  Value start = part(parts.a), stop = part(parts.b), step = part(parts.c);
  SliceObj slice(types.slice, start, stop, step);
  at(*frame, e);
  return subscript_builtin(object, Value::of(&slice));
}

// The poison among the items of a display in which something is starred: it may stand for any number.
static const Value* unknown_of_starred(const syntax::Tree& tree, std::span<const uint32_t> display, std::span<const Value> items) {
  auto is_unknown = [](const Value& item) { auto* poison = get_if<PoisonObj>(item); return poison && poison->report != 0; };
  auto unknown = std::find_if(items.begin(), items.end(), is_unknown);
  if (unknown == items.end()) return nullptr;
  auto is_starred = [&](uint32_t item) { return tree.exprs[id(item)].kind == ExprKind::kStarred; };
  return std::any_of(display.begin(), display.end(), is_starred) ? &*unknown : nullptr;
}

Value Interp::eval_tuple(const Expr& e) {
  if (constant_tuples_.empty()) constant_tuples_.resize(kConstantTuples);
  TupleEntry& known = constant_tuples_[(reinterpret_cast<uintptr_t>(&e) / sizeof e) % kConstantTuples];
  if (known.display == &e) return known.value;
  std::span<const uint32_t> list = frame->tree->list(e.a, e.b);
  auto is_constant = [&](uint32_t item) { return frame->tree->exprs[id(item)].kind == ExprKind::kConstant; };
  if (!std::all_of(list.begin(), list.end(), is_constant)) {
    std::vector<Value> items = eval_items(e.a, e.b);
    const Value* unknown = unknown_of_starred(*frame->tree, list, items);
    return unknown ? *unknown : tuple(std::move(items));
  }
  Journal::Suspended suspended(journal);
  Value made = tuple(eval_items(e.a, e.b));
  known = {&e, made};
  return made;
}

Value Interp::eval_other(const Expr& e) {
  switch (e.kind) {
    case ExprKind::kConstant: case ExprKind::kLocal: case ExprKind::kGlobal: case ExprKind::kAttribute:
    case ExprKind::kSubscript: case ExprKind::kCall: case ExprKind::kBinary: case ExprKind::kCompare: break;
    case ExprKind::kCell: {
      const Value& v = frame->cells[e.a]->value;
      if (is(v, Kind::kUnsure)) return bound_by_loop(v);
      if (!v.is_unbound()) return v;
      at(*frame, e);
      raise(types.name_error, "cannot access free variable '" + text(Symbol{e.b}) +
                                  "' where it is not associated with a value in enclosing scope");
    }
    case ExprKind::kClassName: at(*frame, e); return load_class_name(e);
    case ExprKind::kTuple: return eval_tuple(e);
    case ExprKind::kList: {
      Value made = list(eval_items(e.a, e.b));
      if (const Value* unknown = unknown_of_starred(*frame->tree, frame->tree->list(e.a, e.b), items_in(made)))
        as<ListObj>(made)->lost = unknown->obj;
      return made;
    }
    case ExprKind::kSet: {
      SetObj* result = set();
      for (const Value& item : eval_items(e.a, e.b)) add(result, item);
      return Value::of(result);
    }
    case ExprKind::kDict: return eval_dict(e);
    case ExprKind::kSlice: {
      auto part = [&](uint32_t i) { return i == syntax::kNoIndex ? Value::none() : force(eval(id(i))); };
      Value start = part(e.a), stop = part(e.b), step = part(e.c);
      return Value::of(make<SliceObj>(types.slice, start, stop, step));
    }
    case ExprKind::kUnary: {
      Value v = eval(id(e.a));
      at(*frame, e);
      return unary(static_cast<syntax::UnaryOp>(e.op), v);
    }
    case ExprKind::kAnd: return eval_logic_from(e, 0, true);
    case ExprKind::kOr: return eval_logic_from(e, 0, false);
    case ExprKind::kConditional: {
      Value condition = eval(id(e.a));
      at(*frame, e);
      Truth t = truth(condition);
      if (t.known()) return eval(id(t.is_true() ? e.b : e.c));
      return fork_value(t.condition, [&] { return eval(id(e.b)); }, [&] { return eval(id(e.c)); });
    }
    case ExprKind::kLambda: return make_function(frame->tree->functions[e.a].get());
    case ExprKind::kListComp: case ExprKind::kSetComp: case ExprKind::kDictComp:
      return eval_comprehension(e);
    case ExprKind::kGenerator: {
      Value source = eval(id(e.b));
      at(*frame, e);
      Value iterator = iterate(source);
      Value function = make_function(frame->tree->functions[e.a].get());
      return call(function, {iterator});
    }
    case ExprKind::kStarred:
      at(*frame, e);
      raise(types.syntax_error, "can't use starred expression here");
    case ExprKind::kYield: {
      Value v = e.a == syntax::kNoIndex ? Value::none() : eval(id(e.a));
      at(*frame, e);
      return yield_value(v);
    }
    case ExprKind::kYieldFrom: {
      Value source = iterate(eval(id(e.a)));
      at(*frame, e);
      Value item;
      while (next(source, item)) yield_value(item);
      if (auto* inner = get_if<GeneratorObj>(source))
        return inner->returned.is_unbound() ? Value::none() : inner->returned;
      return Value::none();
    }
    case ExprKind::kAwait:
      at(*frame, e);
      return refuse(Code::kUnsupportedConstruct, "`await` has no place in a model",
                    "export the synchronous part");
    case ExprKind::kNamed: {
      Value v = eval(id(e.b));
      assign(id(e.a), v);
      return v;
    }
    case ExprKind::kJoinedString: return eval_joined(e);
    case ExprKind::kFormatted: {
      std::string made;
      Value unknown = append_formatted(e, made);
      return unknown.is_unbound() ? str(std::move(made)) : unknown;
    }
  }
  NNSCAN_CHECK(false, "an expression kind without a case");
}

Value Interp::literal(const syntax::Literal& l) {
  struct Visitor {
    Interp& in;
    const syntax::Literal& l;
    Value operator()(const syntax::None&) { return Value::none(); }
    Value operator()(const syntax::EllipsisLiteral&) { return Value::make(Tag::kEllipsis); }
    Value operator()(bool b) { return Value::of(b); }
    Value operator()(int64_t i) { return Value::of(i); }
    Value operator()(double d) { return Value::of(d); }
    Value operator()(const std::string& s) {
      // Short literals are names, keys and flags: sharing them makes comparisons cheap.
      if (in.literal_cache_.empty()) in.literal_cache_.resize(kLiterals);
      LiteralEntry& entry = in.literal_cache_[(reinterpret_cast<uintptr_t>(&l) / sizeof l) % kLiterals];
      if (entry.literal != &l) entry = {&l, s.size() <= 64 ? Value::of(in.str(in.symbol(s))) : in.str(s)};
      return entry.value;
    }
    Value operator()(const syntax::Bytes& b) { return Value::of(in.make<BytesObj>(in.types.bytes, b.data)); }
    Value operator()(const syntax::BigInteger& b) {
      return parse_integer(in, b.digits, 10);
    }
    Value operator()(const syntax::Imaginary& i) { return complex_value(in, {0, i.value}); }
  };
  return std::visit(Visitor{*this, l}, l);
}

std::vector<Value> Interp::eval_items(uint32_t first, uint32_t count) {
  std::vector<Value> items;
  items.reserve(count);
  for (uint32_t i = 0; i < count; ++i) {
    ExprId item = id(frame->tree->lists[first + i]);
    const Expr& e = frame->tree->exprs[item];
    if (e.kind == ExprKind::kStarred) {
      Value source = eval(id(e.a));
      at(*frame, e);
      source = walkable(*this, source);
      if (!is(source, Kind::kPoison))
        for (const Value& v : unpack(source)) items.push_back(v);
      if (Obj* lost = lost_in(source)) items.push_back(use_poison(Value::of(lost)));
    } else {
      items.push_back(operand(*this, item));
    }
  }
  return items;
}

Value Interp::eval_dict(const Expr& e) {
  DictObj* result = dict();
  for (uint32_t i = 0; i < e.b; ++i) {
    uint32_t key_id = frame->tree->lists[e.a + 2 * i], value_id = frame->tree->lists[e.a + 2 * i + 1];
    if (key_id != syntax::kNoIndex) {
      Value key = force(eval(id(key_id)));
      Value v = eval(id(value_id));
      at(*frame, e);
      put(result, key, v);
      continue;
    }
    Value other = force(eval(id(value_id)));
    at(*frame, e);
    for (const Value& key : unpack(call_method(other, "keys"))) put(result, key, subscript(other, key));
  }
  return Value::of(result);
}

Value Interp::find_global(Symbol name) {
  DictObj* space = frame->module->attrs;
  auto remember = [&](DictObj* where, const TableEntry* entry) {
    globals_[(reinterpret_cast<uintptr_t>(space) / 16 * 31 + name.index) % kGlobals] = {
        space, name, space->table.changes(), builtins_dict->table.changes(),
        static_cast<uint32_t>(entry - where->table.entries().data()), where != space};
    return entry->value;
  };
  if (TableEntry* found = find_entry(space, name)) return remember(space, found);
  Value out;
  if (TableEntry* found = find_entry(builtins_dict, name)) {
    if (frame->module->stars.empty()) return remember(builtins_dict, found);
    // A star import hides a built-in function; `from torch import *` leaves the types alone.
    Value builtin = found->value;
    return !frame->is_prelude && !is(builtin, Kind::kClass) && star_attribute_of(frame->module, name, out) ? out : builtin;
  }
  if (module_attribute(frame->module, name, out)) return out;
  raise_with_hint(*this, types.name_error, "name '" + text(name) + "' is not defined",
                  did_you_mean(meant_by(text(name), names_of(*this, *frame))));
}

Value Interp::load_class_name(const Expr& e) {
  if (frame->names)
    if (Value* found = find(frame->names, Symbol{e.a})) return *found;
  if (e.b != syntax::kNoIndex && !frame->cells[e.b]->value.is_unbound()) return frame->cells[e.b]->value;
  return load_global(Symbol{e.a});
}

// `and` and `or` keep both paths where the truth of an operand is not known: `a and b` is b on
// the path where a is true, and a on the other.
Value Interp::eval_logic_from(const Expr& e, uint32_t index, bool is_and) {
  Value v = eval(id(frame->tree->lists[e.a + index]));
  if (index + 1 == e.b) return v;
  at(*frame, e);
  Truth t = truth(v);
  if (t.known()) return t.is_true() == is_and ? eval_logic_from(e, index + 1, is_and) : v;
  auto rest = [&] { return eval_logic_from(e, index + 1, is_and); };
  // Past this point only the truth of a tensor operand matters to nearly all code, but its value
  // is kept: it is what Python would give.
  auto itself = [&] { return v.tag == Tag::kSymBool ? Value::of(!is_and) : v; };
  return is_and ? fork_value(t.condition, rest, itself) : fork_value(t.condition, itself, rest);
}

Value Interp::eval_compare_from(Value left, const Expr& e, uint32_t index) {
  const syntax::Comparison& c = frame->tree->comparisons[e.b + index];
  Value right = eval(c.right);
  at(*frame, e);
  Value result = compare(c.op, left, right);
  if (index + 1 == e.c) return result;
  Truth t = truth(result);
  auto rest = [&] { return eval_compare_from(right, e, index + 1); };
  if (t.known()) return t.is_true() ? rest() : result;
  return fork_value(t.condition, rest, [&] { return Value::of(false); });
}

Value Interp::eval_joined(const Expr& e) {
  std::string result;
  for (uint32_t i = 0; i < e.b; ++i) {
    const Expr& part = frame->tree->exprs[id(frame->tree->lists[e.a + i])];
    Value unknown;
    if (part.kind == ExprKind::kFormatted)
      unknown = append_formatted(part, result);
    else if (auto* plain = part.kind == ExprKind::kConstant ? std::get_if<std::string>(&frame->tree->literals[part.a]) : nullptr)
      result += *plain;
    else if (Value v = eval(id(frame->tree->lists[e.a + i])); is(v, Kind::kPoison))
      unknown = v;
    else
      result += as<StrObj>(v)->text;
    if (!unknown.is_unbound()) return unknown;
  }
  return str(std::move(result));
}

Value Interp::append_formatted(const Expr& e, std::string& out) {
  Value v = force(eval(id(e.a)));
  if (is(v, Kind::kPoison)) return v;
  std::string spec;
  if (e.b != syntax::kNoIndex) {
    const Expr& parts = frame->tree->exprs[id(e.b)];
    const Expr& first = frame->tree->exprs[id(frame->tree->lists[parts.a])];
    if (parts.kind == ExprKind::kJoinedString && parts.b == 1 && first.kind == ExprKind::kConstant) {
      spec = std::get<std::string>(frame->tree->literals[first.a]);
    } else {
      Value s = eval(id(e.b));
      if (is(s, Kind::kPoison)) return s;
      spec = as<StrObj>(s)->text;
    }
  }
  at(*frame, e);
  if (e.c == 'r' || e.c == 'a') out += format(str(repr(v)), spec);
  else if (e.c == 's') out += format(str(to_str(v)), spec);
  else if (spec.empty() && v.is_int()) out += std::to_string(v.i);
  else if (spec.empty() && is_plain_text(v)) out += as<StrObj>(v)->text;
  else out += format(v, spec);
  return Value();
}

Value Interp::run_clauses(const syntax::Comprehension& c, size_t index, FunctionRef<void()> body) {
  Value unknown;
  if (index == c.clauses.size()) return body(), unknown;
  const syntax::ComprehensionClause& clause = c.clauses[index];
  Value source = eval(clause.iterable);
  const Expr& place = frame->tree->exprs[clause.iterable];
  at(*frame, place);
  source = walkable(*this, source);
  if (is(source, Kind::kPoison)) return use_poison(source);
  LoopTuple reused;
  auto element = [&](Value item) {
    step();
    assign(clause.target, item);
    for (ExprId condition : clause.conditions) {
      Value v = eval(condition);
      at(*frame, frame->tree->exprs[condition]);
      Truth t = truth(v);
      if (!t.known()) {
        unknown = is(force(v), Kind::kPoison) ? v
                                              : refuse(Code::kDataDependentLoop,
                                                       "which elements a comprehension keeps depends on tensor data",
                                                       "select with a mask or `torch.where` instead");
        return;
      }
      if (!t.is_true()) return;
    }
    if (Value inner = run_clauses(c, index + 1, body); !inner.is_unbound()) unknown = inner;
  };
  for_each_in_graph(source, element, takes_apart(clause.target) ? &reused : nullptr);
  if (Obj* lost = lost_in(source)) unknown = Value::of(lost);
  return unknown;
}

Value Interp::eval_comprehension(const Expr& e) {
  const syntax::Comprehension& c = frame->tree->comprehensions[e.a];
  for (uint32_t cell : c.cells) frame->cells[cell] = make<Cell>(Value());
  if (e.kind == ExprKind::kListComp) {
    // The list under construction is invisible to the program until it is complete.
    auto* result = make<ListObj>(types.list, std::vector<Value>{});
    Value unknown = run_clauses(c, 0, [&] {
      Value v = eval(c.element);
      journal.touch(result);
      result->items.push_back(v);
    });
    return unknown.is_unbound() ? Value::of(result) : unknown;
  }
  if (e.kind == ExprKind::kSetComp) {
    SetObj* result = set();
    Value unknown = run_clauses(c, 0, [&] { add(result, force(eval(c.element))); });
    return unknown.is_unbound() ? Value::of(result) : unknown;
  }
  DictObj* result = dict();
  Value unknown = run_clauses(c, 0, [&] {
    Value key = force(eval(c.element));
    Value v = eval(c.value);
    put(result, key, v);
  });
  return unknown.is_unbound() ? Value::of(result) : unknown;
}

// A callable as messages about its arguments name it: "model.Net()".
std::string Interp::callable_text(const Value& callee) {
  Value module;
  bool named = try_get(callee, names().module, module) && is(module, Kind::kStr) && as<StrObj>(module)->text != "builtins";
  Value name;
  bool own = try_get(callee, names().qualname, name) && is(name, Kind::kStr);
  return (named ? as<StrObj>(module)->text + "." : "") + (own ? as<StrObj>(name)->text : callee_name(callee)) + "()";
}

void Interp::unpack_keywords(const Value& callee, Value mapping, KeywordList& keywords) {
  auto add = [&](const Value& key, const Value& value) {
    auto* name = get_if<StrObj>(key);
    if (!name) raise(types.type_error, "keywords must be strings");
    for (const Keyword& k : keywords)
      if (text(k.name) == name->text)
        raise(types.type_error, callable_text(callee) + " got multiple values for keyword argument '" + name->text + "'");
    keywords.push_back({symbol(name->text), value});
  };
  if (is(mapping, Kind::kDict) && mapping.obj->cls == types.dict) {
    look(mapping);
    for (const TableEntry& entry : std::vector<TableEntry>(as<DictObj>(mapping)->table.entries()))
      if (entry.live) add(entry.key, entry.value);
    return;
  }
  Value keys;
  if (!try_get(mapping, names().keys, keys))
    raise(types.type_error, callable_text(callee) + " argument after ** must be a mapping, not " + type_name(mapping));
  for (const Value& key : unpack(call(keys, {}))) add(key, subscript(mapping, key));
}

// An argument that only one path has is given there and left out on the other.
Value Interp::call_on_paths(const Value& callee, std::span<const Value> positional, std::vector<Keyword> keywords) {
  for (size_t i = 0; i < keywords.size(); ++i) {
    auto* poison = get_if<PoisonObj>(keywords[i].value);
    if (!poison || !poison->is_on_one_path) continue;
    if (!poison->condition.valid()) return use_poison(keywords[i].value);
    std::vector<Keyword> with = keywords, without = keywords;
    with[i].value = poison->item;
    without.erase(without.begin() + static_cast<int64_t>(i));
    if (!poison->when) std::swap(with, without);
    return fork_value(poison->condition, [&] { return call_on_paths(callee, positional, with); },
                      [&] { return call_on_paths(callee, positional, without); });
  }
  return call(callee, positional, keywords);
}

Value Interp::collect_arguments(const Value& callee, const Expr& e, ArgumentList& positional, KeywordList& keywords,
                                std::optional<std::vector<Value>>& zipped) {
  Value unknown;
  for (uint32_t i = 0; i < e.c; ++i) {
    const syntax::Argument& argument = frame->tree->arguments[e.b + i];
    Value v = operand(*this, argument.value);
    switch (argument.star) {
      case syntax::Star::kNone:
        if (argument.keyword.valid())
          keywords.push_back({argument.keyword, v});
        else
          positional.push_back(v);
        break;
      case syntax::Star::kStar:
        at(*frame, e);
        v = force(v);
        if (is(v, Kind::kPoison)) {
          unknown = use_poison(v);
          break;
        }
        if (!v.is_object())
          raise(types.type_error, callable_text(callee) + " argument after * must be an iterable, not " + type_name(v));
        // zip(*pairs) turns a list of tuples into as many lists, however long it is.
        if (has_runs(v) && e.c == 1 && is(callee, Kind::kNative) && as<NativeObj>(callee)->name == "zip")
          if (auto columns = run_columns(as<ListObj>(v))) {
            zipped = std::move(columns);
            break;
          }
        for (const Value& item : unpack(v)) positional.push_back(item);
        break;
      case syntax::Star::kDoubleStar: {
        at(*frame, e);
        v = force(v);
        if (is(v, Kind::kPoison)) {
          unknown = use_poison(v);
          break;
        }
        unpack_keywords(callee, v, keywords);
        break;
      }
    }
  }
  return unknown;
}

Value Interp::eval_call(const Expr& e) {
  ArgumentList positional;
  KeywordList keywords;
  const Expr& function = frame->tree->exprs[id(e.a)];
  Value callee;
  if (function.kind == ExprKind::kAttribute) {
    Value object = force(operand(*this, id(function.a)));
    at(*frame, function);
    // `object.method(...)` needs no bound method in between.
    Value self = object;
    callee = plain_method(object, Symbol{function.b});
    if (!callee.is_unbound() || super_method(object, Symbol{function.b}, callee, self))
      positional.push_back(self);
    else
      callee = get(object, Symbol{function.b});
  } else {
    callee = eval(id(e.a));
  }
  std::optional<std::vector<Value>> zipped;
  Value unknown = collect_arguments(callee, e, positional, keywords, zipped);
  at(*frame, e);
  if (!unknown.is_unbound()) return unknown;
  if (zipped) return iterate(tuple(std::move(*zipped)));
  if (has_uneven_dicts_) {
    std::span<const Keyword> all = keywords.all();
    return call_on_paths(callee, positional.all(), {all.begin(), all.end()});
  }
  return call_evaluated(callee, {positional.all(), keywords.all()});
}

Value Interp::call_evaluated(const Value& callee, const Args& args) {
  Value result = is(callee, Kind::kFunction) ? call_function(as<FunctionObj>(callee), args)
                                             : call(callee, args.positional, args.keywords);
  if (observer && !frame->is_prelude) observer->called(frame->here(), callee, args, result);
  return result;
}

}  // namespace nnscan::py
