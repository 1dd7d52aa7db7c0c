// The built-in functions.
#include <algorithm>
#include <cmath>

#include "frontend/python/format.h"
#include "frontend/python/native_table.h"
#include "frontend/python/open_text.h"
#include "frontend/python/runs.h"
#include "frontend/python/utf8.h"
#include "frontend/python/wide.h"

namespace nnscan::py {

namespace {

using syntax::BinaryOp;
using syntax::CompareOp;

Value make_iterator(Interp& in, IteratorObj::Over over, Value source, std::vector<Value> parts) {
  auto* it = in.make<IteratorObj>(in.types.iterator, source);
  it->over = over;
  it->parts = std::move(parts);
  return Value::of(it);
}

Value fn_abs(Interp& in, const Args& a) {
  Value v = a[0];
  if (is(v, Kind::kInstance) && !as<InstanceObj>(v)->payload.is_unbound()) {
    Value hook;
    if (in.try_special(v, in.names().abs, {}, hook)) return hook;
    v = as<InstanceObj>(v)->payload;
  }
  if (auto* c = get_if<ComplexObj>(v)) return Value::of(std::hypot(c->number.real(), c->number.imag()));
  if (v.is_float()) return Value::of(std::fabs(v.f));
  if (is_integer_number(v)) {
    bool negative = is(v, Kind::kBigInt) ? as<BigIntObj>(v)->number.negative() : v.as_int() < 0;
    return in.unary(negative ? syntax::UnaryOp::kMinus : syntax::UnaryOp::kPlus, v);
  }
  if (v.tag == Tag::kSymInt) return in.from_dim(in.session.dims.max(v.dim(), in.session.dims.neg(v.dim())));
  if (v.tag == Tag::kSymFloat) return in.from_graph_scalar(in.builder.make1("Abs", {v.value_id()}));
  Value out;
  if (in.try_special(v, in.names().abs, {}, out)) return out;
  if (is(v, Kind::kPoison)) return in.use_poison(v);
  in.raise(in.types.type_error, "bad operand type for abs(): '" + in.type_name(v) + "'");
}

Value fold_truth(Interp& in, const Args& a, bool any) {
  Value source = walkable(in, a[0]);
  if (is(source, Kind::kPoison)) return source;
  if (in.has_unknown_length(in.force(a[0]))) {
    auto* found = as<ListObj>(in.list({Value::of(!any)}));
    in.for_each_in_graph(a[0], [&](Value v) {
      in.step();
      Value one = in.bool_value(in.truth(v)), before = found->items[0];
      if (before.is_bool() && before.b == any) return;
      Value next = before.is_bool() ? one : one.is_bool() ? one.b == any ? one : before
                   : Value::sym_bool(in.builder.make1(any ? "Or" : "And", {before.value_id(), one.value_id()}));
      in.journal.touch(found);
      found->items[0] = next;
    });
    return found->items[0];
  }
  Value result = Value::of(!any);
  // What comes behind the item that decides is never made.
  Value iterator = in.iterate(a[0]), v;
  while (in.next(iterator, v)) {
    in.step();
    Truth t = in.truth(v);
    if (t.known()) {
      if (t.is_true() == any) return Value::of(any);
      continue;
    }
    result = result.is_bool() ? in.bool_value(t)
                              : Value::sym_bool(in.builder.make1(any ? "Or" : "And", {result.value_id(), t.condition}));
  }
  return result;
}
Value fn_all(Interp& in, const Args& a) { return fold_truth(in, a, false); }
Value fn_any(Interp& in, const Args& a) { return fold_truth(in, a, true); }

Value fn_callable(Interp& in, const Args& a) {
  Value v = a[0];
  if (!v.is_object()) return Value::of(false);
  switch (v.obj->kind) {
    case Kind::kFunction: case Kind::kNative: case Kind::kBoundMethod: case Kind::kClass: return Value::of(true);
    case Kind::kChoice:
      return in.distribute(as<ChoiceObj>(v), [&](Value one) {
        Value args[] = {in.force(one)};
        return fn_callable(in, {args, {}});
      });
    case Kind::kPoison: return in.use_poison(v);
    default: return Value::of(in.class_lookup(in.class_of(v), in.names().call) != nullptr);
  }
}

Value fn_chr(Interp& in, const Args& a) {
  if (is(a[0], Kind::kBigInt)) in.raise(in.types.overflow_error, "Python int too large to convert to C int");
  int64_t code = in.index_of(a[0]);
  if (code < 0 || code > 0x10ffff) in.raise(in.types.value_error, "chr() arg not in range(0x110000)");
  return in.character(utf8_encode(static_cast<uint32_t>(code)));
}
Value fn_ord(Interp& in, const Args& a) {
  const std::string& s = text_of(in, a[0]);
  if (utf8_length(s) != 1) in.raise(in.types.type_error, "ord() expected a character");
  return Value::of(static_cast<int64_t>(utf8_decode(s)));
}

Symbol name_argument(Interp& in, const Value& v) { return in.symbol(look_at_text(in, text_of(in, v))); }

bool probe(Interp& in, const Value& object, Symbol name, Value& out) {
  try {
    return in.try_get(object, name, out);
  } catch (Raise& raised) {
    if (in.is_instance(raised.exception, in.types.attribute_error)) return false;
    throw;
  }
}

Value fn_getattr(Interp& in, const Args& a) {
  if (a.size() == 2) return in.force(in.get(a[0], name_argument(in, a[1])));
  Value out;
  return probe(in, a[0], name_argument(in, a[1]), out) ? in.force(out) : a[2];
}
Value fn_hasattr(Interp& in, const Args& a) {
  Value out;
  return Value::of(probe(in, a[0], name_argument(in, a[1]), out));
}
Value fn_setattr(Interp& in, const Args& a) { return in.set(a[0], name_argument(in, a[1]), a[2]), Value::none(); }
Value fn_delattr(Interp& in, const Args& a) { return in.del(a[0], name_argument(in, a[1])), Value::none(); }

Value fn_dir(Interp& in, const Args& a) {
  if (a.size() > 0 && in.overrides(a[0], "__dir__")) {
    Value names = in.list(in.unpack(in.call_method(a[0], "__dir__")));
    in.call_method(names, "sort");
    return names;
  }
  SetObj* seen = in.set();
  auto add = [&](DictObj* d) {
    if (!d) return;
    for (const TableEntry& e : d->table.entries())
      if (e.live) in.add(seen, e.key);
  };
  if (a.size() == 0) {
    add(in.frame->module->attrs);
  } else {
    add(in.attributes(a[0], false));
    ClassObj* cls = is(a[0], Kind::kClass) ? as<ClassObj>(a[0]) : in.class_of(a[0]);
    for (ClassObj* c : cls->mro) add(c->attrs);
  }
  std::vector<Value> names = in.unpack(Value::of(seen));
  std::sort(names.begin(), names.end(), [](const Value& x, const Value& y) {
    return as<StrObj>(x)->text < as<StrObj>(y)->text; });
  return in.list(std::move(names));
}

Value fn_divmod(Interp& in, const Args& a) {
  Value out, other[] = {a[1]};
  if (is(a[0], Kind::kInstance) && in.try_special(a[0], in.names().divmod, other, out)) return out;
  return in.tuple({in.binary(BinaryOp::kFloorDiv, a[0], a[1]), in.binary(BinaryOp::kMod, a[0], a[1])});
}

Value fn_enumerate(Interp& in, const Args& args) {
  Parameters p(in, args, "enumerate", {"iterable", "start"});
  if (!p.has(0)) in.raise(in.types.type_error, "enumerate() missing required argument 'iterable'");
  return make_iterator(in, IteratorObj::Over::kEnumerate, Value::of(in.index_of(p.or_(1, Value::of(0)))),
                       {in.iterate(p[0])});
}
Value fn_zip(Interp& in, const Args& args) {
  std::vector<Value> parts;
  for (const Value& v : args.positional) parts.push_back(in.iterate(v));
  Value it = make_iterator(in, IteratorObj::Over::kZip, Value::none(), std::move(parts));
  for (const Keyword& k : args.keywords) {
    if (in.text(k.name) != "strict") in.raise(in.types.type_error, "zip() got an unexpected keyword argument '" + in.text(k.name) + "'");
    as<IteratorObj>(it)->strict = in.is_true(k.value);
  }
  return it;
}
Value fn_map(Interp& in, const Args& a) {
  std::vector<Value> parts;
  for (size_t i = 1; i < a.size(); ++i) parts.push_back(in.iterate(a[i]));
  return make_iterator(in, IteratorObj::Over::kMap, a[0], std::move(parts));
}
Value fn_filter(Interp& in, const Args& a) {
  return make_iterator(in, IteratorObj::Over::kFilter, a[0], {in.iterate(a[1])});
}
Value fn_iter(Interp& in, const Args& a) {
  if (a.size() == 2) return make_iterator(in, IteratorObj::Over::kCallable, a[0], {a[1]});
  return in.iterate(a[0]);
}
Value fn_next(Interp& in, const Args& a) {
  Value out;
  if (in.next(a[0], out)) return out;
  if (a.size() == 2) return a[1];
  if (is(a[0], Kind::kPoison)) return a[0];
  auto* g = get_if<GeneratorObj>(a[0]);
  if (g && !g->returned.is_unbound() && !g->returned.is_none())
    in.raise_value(in.call(Value::of(in.types.stop_iteration), {g->returned}));
  in.raise_value(in.call(Value::of(in.types.stop_iteration), {}));
}
Value fn_reversed(Interp& in, const Args& a) {
  Value v = a[0], out;
  if (in.try_special(v, in.names().reversed, {}, out)) return out;
  if (in.has_unknown_length(v)) return make_iterator(in, IteratorObj::Over::kReversed, v, {});
  if (is(v, Kind::kDict) || is(v, Kind::kSet)) v = in.list(in.unpack(v));
  if (is(v, Kind::kStr)) v = in.list(in.unpack(v));
  if (!is(v, Kind::kList) && !is(v, Kind::kTuple) && !(is(v, Kind::kRange) && as<RangeObj>(v)->known())) {
    if (is(v, Kind::kPoison)) return in.use_poison(v);
    int64_t n = in.index_of(in.len(v));
    std::vector<Value> items;
    for (int64_t i = n; i-- > 0;) items.push_back(in.subscript(v, Value::of(i)));
    return in.iterate(in.list(std::move(items)));
  }
  return make_iterator(in, IteratorObj::Over::kReversed, v, {});
}

Value fn_locals(Interp& in, const Args&);

// Where a text of the program's runs: with the names of the function that calls `eval` or `exec`,
// unless it hands over dicts of its own.
struct TextScope {
  Value stopped;  // what the call gives instead of running it
  std::string text;
  ModuleObj* module = nullptr;
  DictObj* names = nullptr;
  bool of_function = false;  // `names` is a copy of a function's variables
};
TextScope text_scope(Interp& in, const char* what, const Args& a) {
  TextScope scope;
  if (is(a[0], Kind::kPoison)) return {in.use_poison(a[0]), "", nullptr, nullptr, false};
  if (!is(a[0], Kind::kStr)) {
    scope.stopped = in.refuse(Code::kUnsupportedConstruct, std::string("`") + what + "` of something that is not a string");
    return scope;
  }
  scope.text = as<StrObj>(a[0])->text;
  bool own_globals = a.size() > 1 && !a[1].is_none(), own_locals = a.size() > 2 && !a[2].is_none();
  for (size_t i = 1; i < a.size(); ++i)
    if (!a[i].is_none() && !is(a[i], Kind::kDict)) in.raise(in.types.type_error, "globals and locals must be dicts");
  scope.module = in.frame->module;
  if (own_globals) {
    scope.module = in.make<ModuleObj>(in.types.module, scope.module->name);
    scope.module->attrs = as<DictObj>(a[1]);
    scope.module->done = true;
  }
  const bool inside = in.frame->code || in.frame->names;
  if (own_locals) {
    scope.names = as<DictObj>(a[2]);
  } else if (!own_globals && inside) {
    Value names = fn_locals(in, a);
    if (!is(names, Kind::kDict)) return {names, "", nullptr, nullptr, false};
    scope.names = as<DictObj>(names);
    scope.of_function = in.frame->code;
  }
  return scope;
}
Value fn_eval(Interp& in, const Args& a) {
  TextScope scope = text_scope(in, "eval", a);
  if (!scope.stopped.is_unbound()) return scope.stopped;
  size_t blank = std::min(scope.text.find_first_not_of(" \t"), scope.text.size());
  return in.eval_text(scope.text.substr(blank), "<eval>", scope.module, scope.names);
}
Value fn_exec(Interp& in, const Args& a) {
  TextScope scope = text_scope(in, "exec", a);
  if (!scope.stopped.is_unbound()) return scope.stopped;
  Frame* caller = in.frame;
  in.exec_text(scope.text, "<exec>", scope.module, scope.names);
  if (!scope.of_function) return Value::none();
  if (!caller->executed) caller->executed = in.dict();
  DictObj* variables = in.dict();
  for (Symbol name : caller->code->locals) in.put(variables, name, Value::none());
  for (Symbol name : caller->code->own_cells) in.put(variables, name, Value::none());
  for (const syntax::Capture& capture : caller->code->captures) in.put(variables, capture.name, Value::none());
  for (const TableEntry& e : scope.names->table.entries())
    if (e.live && !in.find(variables, e.key)) in.put(caller->executed, e.key, e.value);
  return Value::none();
}
Value fn_open(Interp& in, const Args& a) { return in.call(in.prelude_name("_io", "open"), a.positional, a.keywords); }
Value fn_input(Interp& in, const Args&) {
  return in.refuse(Code::kUnsupportedConstruct, "`input` has no meaning for a model that is not run");
}

Value fn_format(Interp& in, const Args& a) { return in.str(in.format(a[0], a.size() > 1 ? text_of(in, a[1]) : "")); }
Value fn_globals(Interp& in, const Args&) { return Value::of(in.frame->module->attrs); }
Value fn_locals(Interp& in, const Args&) {
  Frame& f = *in.frame;
  if (f.names) return Value::of(f.names);
  if (!f.code) return Value::of(f.module->attrs);
  DictObj* d = in.dict();
  if (f.executed) d->table = f.executed->table;
  for (size_t i = 0; i < f.slots.size(); ++i)
    if (!f.slots[i].is_unbound()) in.put(d, f.code->locals[i], f.slots[i]);
  size_t own = f.code->own_cells.size();
  for (size_t i = 0; i < f.cells.size(); ++i)
    if (!f.cells[i]->value.is_unbound())
      in.put(d, i < own ? f.code->own_cells[i] : f.code->captures[i - own].name, f.cells[i]->value);
  return Value::of(d);
}
Value fn_vars(Interp& in, const Args& a) {
  if (a.size() == 0) return fn_locals(in, a);
  if (is(a[0], Kind::kClass)) return Value::of(as<ClassObj>(a[0])->attrs);
  DictObj* d = in.attributes(a[0], true);
  if (!d) in.raise(in.types.type_error, "vars() argument must have __dict__ attribute");
  return Value::of(d);
}

// What the prelude does with places stays with it, but for places that are kept in what it is given.
void note_place(Interp& in) {
  if (in.frame && !in.frame->is_prelude) in.note_effect();
}

Value fn_hash(Interp& in, const Args& a) { return note_place(in), Value::of(static_cast<int64_t>(in.hash(a[0]) >> 2)); }
Value fn_id(Interp& in, const Args& a) { return note_place(in), Value::of(static_cast<int64_t>(a[0].i & 0x7fffffffffffffff)); }
Value based(Interp& in, const Value& v, char type) {
  Value number = is_integer_number(v) ? v : Value::of(in.index_of(v));
  if (number.is_bool()) number = Value::of(number.as_int());
  return in.str(in.format(number, std::string("#") + type));
}
Value fn_bin(Interp& in, const Args& a) { return based(in, a[0], 'b'); }
Value fn_hex(Interp& in, const Args& a) { return based(in, a[0], 'x'); }
Value fn_oct(Interp& in, const Args& a) { return based(in, a[0], 'o'); }

Value fn_isinstance(Interp& in, const Args& a) {
  for (const Value& v : {a[0], a[1]})
    if (is(v, Kind::kPoison)) return in.use_poison(v);
  return in.bool_value(in.instance_check(a[0], a[1]));
}
Value fn_issubclass(Interp& in, const Args& a) { return in.bool_value(in.subclass_check(a[0], a[1])); }
Value fn_len(Interp& in, const Args& a) { return in.len(a[0]); }
Value fn_ascii(Interp& in, const Args& a) { return in.str(ascii_only(in.repr(a[0]))); }
Value fn_repr(Interp& in, const Args& a) { return in.str(in.repr(a[0])); }

// The larger (or smaller) of two; sizes stay sizes, other symbolic numbers are selected.
Value better(Interp& in, Value a, Value b, Value key_a, Value key_b, bool largest) {
  auto size = [](const Value& v) { return v.is_any_int() || v.tag == Tag::kSymInt; };
  Value wins = in.compare(largest ? CompareOp::kGt : CompareOp::kLt, key_b, key_a);
  Truth t = in.truth(wins);
  if (t.known()) return t.is_true() ? b : a;
  if (size(a) && size(b) && a.identical(key_a) && b.identical(key_b))
    return in.from_dim(largest ? in.session.dims.max(in.to_dim(a), in.to_dim(b))
                               : in.session.dims.min(in.to_dim(a), in.to_dim(b)));
  return in.select(t.condition, b, a);
}

Value extreme(Interp& in, const Args& args, const char* name, bool largest) {
  Value key, fallback;
  for (const Keyword& k : args.keywords) {
    if (in.text(k.name) == "key") key = k.value;
    else if (in.text(k.name) == "default") fallback = k.value;
    else in.raise(in.types.type_error, std::string(name) + "() got an unexpected keyword argument '" + in.text(k.name) + "'");
  }
  bool keyed = !key.is_unbound() && !key.is_none();
  auto key_of = [&](const Value& v) { return keyed ? in.call(key, {v}) : v; };
  if (args.size() == 1 && in.has_unknown_length(in.force(args[0]))) {
    // In a list, where a Loop over items of unknown number finds it.
    auto* best = as<ListObj>(in.list({fallback.is_unbound() ? Value::none() : fallback}));
    auto* met = as<ListObj>(in.list({Value::of(false)}));
    in.for_each_in_graph(args[0], [&](Value item) {
      in.step();
      item = in.force(item);
      Truth known = in.truth(met->items[0]);
      auto chosen = [&] { return better(in, best->items[0], item, key_of(best->items[0]), key_of(item), largest); };
      Value next = known.known() ? known.is_true() ? chosen() : item
                                 : in.fork_value(known.condition, chosen, [&] { return item; });
      in.journal.touch(best);
      best->items[0] = next;
      in.journal.touch(met);
      met->items[0] = Value::of(true);
    });
    if (fallback.is_unbound()) {
      Truth any = in.truth(met->items[0]);
      if (any.known() && !any.is_true()) in.raise(in.types.value_error, std::string(name) + "() arg is an empty sequence");
      if (!any.known()) in.assume(std::string(name) + "(): the sequence is not empty");
      if (auto* choice = get_if<ChoiceObj>(best->items[0]); choice && choice->else_value.is_none()) return choice->then_value;
    }
    return best->items[0];
  }
  std::vector<Value> items(args.positional.begin(), args.positional.end());
  if (args.size() == 1) {
    Value source = walkable(in, args[0]);
    items = in.unpack(source);
    if (Obj* lost = lost_in(source)) return Value::of(lost);
  }
  if (items.empty()) {
    if (!fallback.is_unbound()) return fallback;
    in.raise(in.types.value_error, std::string(name) + "() arg is an empty sequence");
  }
  Value best = in.force(items[0]), best_key = key_of(best);
  for (size_t i = 1; i < items.size(); ++i) {
    Value item = in.force(items[i]), item_key = key_of(item);
    best = better(in, best, item, best_key, item_key, largest);
    best_key = keyed ? key_of(best) : best;
  }
  return best;
}
Value fn_max(Interp& in, const Args& a) { return extreme(in, a, "max", true); }
Value fn_min(Interp& in, const Args& a) { return extreme(in, a, "min", false); }

Value big_power(Interp& in, const Value& base, const Value& exponent, const Value& modulus) {
  for (const Value& v : {base, exponent, modulus})
    if (!is_integer_number(v))
      in.raise(in.types.type_error, "pow() 3rd argument not allowed unless all arguments are integers");
  BigInt e = big_of(exponent), m = big_of(modulus), result(1), square = BigInt::divide(big_of(base), m).second;
  if (e.negative()) in.raise(in.types.value_error, "base is not invertible for the given modulus");
  for (; !e.is_zero(); e = e.shifted(-1)) {
    in.step();
    if (e.odd()) result = BigInt::divide(result * square, m).second;
    square = BigInt::divide(square * square, m).second;
  }
  return integer_value(in, BigInt::divide(result, m).second);
}

Value fn_pow(Interp& in, const Args& args) {
  Parameters p(in, args, "pow", {"base", "exp", "mod"});
  if (!p.has(2) || p[2].is_none()) return in.binary(BinaryOp::kPow, p[0], p[1]);
  if (is(p[0], Kind::kBigInt) || is(p[1], Kind::kBigInt) || is(p[2], Kind::kBigInt)) return big_power(in, p[0], p[1], p[2]);
  int64_t base = in.index_of(p[0]), exponent = in.index_of(p[1]), mod = in.index_of(p[2]);
  if (mod == 0) in.raise(in.types.value_error, "pow() 3rd argument cannot be 0");
  if (exponent < 0) in.raise(in.types.value_error, "base is not invertible for the given modulus");
  __int128 result = 1, b = ((base % mod) + mod) % mod;
  for (; exponent > 0; exponent >>= 1) {
    if (exponent & 1) result = result * b % mod;
    b = b * b % mod;
  }
  return Value::of(static_cast<int64_t>(result % mod));
}

Value fn_print(Interp& in, const Args& args) {
  std::string separator = " ", end = "\n";
  for (const Keyword& k : args.keywords) {
    if (in.text(k.name) == "sep" && is(k.value, Kind::kStr)) separator = text_of(in, k.value);
    if (in.text(k.name) == "end" && is(k.value, Kind::kStr)) end = text_of(in, k.value);
  }
  if (!in.collect_print) return Value::none();
  for (size_t i = 0; i < args.size(); ++i) in.print_output += (i ? separator : "") + in.to_str(args[i]);
  in.print_output += end;
  return Value::none();
}

// To a multiple of a power of ten, ties to the even multiple.
Value round_integer(Interp& in, const Value& v, int64_t digits) {
  if (-digits > 10000) return Value::of(0);
  BigInt scale(1);
  for (int64_t i = 0; i < -digits; ++i) scale = scale * BigInt(10);
  auto [quotient, rest] = BigInt::divide(big_of(v), scale);
  int half = BigInt::compare(rest + rest, scale);
  if (half > 0 || (half == 0 && quotient.odd())) quotient = quotient + BigInt(1);
  return integer_value(in, quotient * scale);
}

Value fn_round(Interp& in, const Args& args) {
  Parameters p(in, args, "round", {"number", "ndigits"});
  Value v = p[0];
  bool to_int = !p.has(1) || p[1].is_none();
  if (is(v, Kind::kInstance) && !as<InstanceObj>(v)->payload.is_unbound() && !in.overrides(v, "__round__"))
    v = as<InstanceObj>(v)->payload;
  if (is_integer_number(v)) {
    int64_t digits = to_int ? 0 : in.index_of(p[1]);
    return digits >= 0 ? in.unary(syntax::UnaryOp::kPlus, v) : round_integer(in, v, digits);
  }
  if (v.is_float()) {
    if (to_int) {
      return integer_from_double(in, std::nearbyint(v.f));
    }
    // Correct rounding of the decimal value, as through its text.
    char text[512];
    int64_t digits = std::clamp<int64_t>(in.index_of(p[1]), -300, 300);
    if (digits >= 0) {
      std::snprintf(text, sizeof text, "%.*f", static_cast<int>(digits), v.f);
      return Value::of(std::strtod(text, nullptr));
    }
    double scale = std::pow(10.0, static_cast<double>(-digits));
    return Value::of(std::nearbyint(v.f / scale) * scale);
  }
  if (v.tag == Tag::kSymFloat && to_int)
    return in.from_graph_scalar(in.builder.cast(in.builder.make1("Round", {v.value_id()}), DType::kInt64));
  if (v.tag == Tag::kSymInt) return v;
  Value out;
  std::vector<Value> rest;
  if (!to_int) rest.push_back(p[1]);
  if (in.try_special(v, in.names().round, rest, out)) return out;
  if (is(v, Kind::kPoison)) return in.use_poison(v);
  in.raise(in.types.type_error, "type " + in.type_name(v) + " doesn't define __round__ method");
}

Value fn_sorted(Interp& in, const Args& args) {
  if (args.size() != 1) in.raise(in.types.type_error, "sorted expected 1 argument, got " + std::to_string(args.size()));
  Value source = walkable(in, args[0]), result = in.list(in.unpack(source));
  if (Obj* lost = lost_in(source)) return Value::of(lost);
  in.call(in.get(result, "sort"), {}, args.keywords);
  return result;
}

Value fn_sum(Interp& in, const Args& args) {
  Parameters p(in, args, "sum", {"iterable", "start"});
  // In a list, where a Loop over items of unknown number finds it.
  auto* total = as<ListObj>(in.list({p.or_(1, Value::of(0))}));
  Value source = walkable(in, p[0]);
  in.for_each_in_graph(source, [&](Value v) {
    in.step();
    Value next = in.binary(BinaryOp::kAdd, total->items[0], v);
    in.journal.touch(total);
    total->items[0] = next;
  });
  if (Obj* lost = lost_in(source)) return Value::of(lost);
  return total->items[0];
}

// __import__(name, globals=None, locals=None, fromlist=(), level=0)
Value fn_import(Interp& in, const Args& args) {
  std::string name = text_of(in, args[0]);
  Value from = args.size() > 3 ? args[3] : Value::none(), level = args.size() > 4 ? args[4] : Value::of(0);
  for (const Keyword& k : args.keywords) {
    if (in.text(k.name) == "fromlist") from = k.value;
    if (in.text(k.name) == "level") level = k.value;
  }
  if (in.index_of(level) != 0)
    return in.refuse(Code::kUnsupportedConstruct, "`__import__` of a relative name", "use `importlib.import_module`");
  ModuleObj* module = in.import_module(name);
  return Value::of(in.is_true(from) ? module : in.import_module(name.substr(0, name.find('.'))));
}

constexpr NativeRow kFunctions[] = {
    {"abs", fn_abs, 1, 1}, {"all", fn_all, 1, 1}, {"any", fn_any, 1, 1}, {"ascii", fn_ascii, 1, 1},
    {"bin", fn_bin, 1, 1}, {"callable", fn_callable, 1, 1}, {"chr", fn_chr, 1, 1},
    {"delattr", fn_delattr, 2, 2}, {"dir", fn_dir, 0, 1}, {"divmod", fn_divmod, 2, 2},
    {"enumerate", fn_enumerate, 0, 2, true}, {"eval", fn_eval, 1, 3}, {"exec", fn_exec, 1, 3},
    {"filter", fn_filter, 2, 2}, {"format", fn_format, 1, 2}, {"getattr", fn_getattr, 2, 3},
    {"globals", fn_globals, 0, 0}, {"hasattr", fn_hasattr, 2, 2}, {"hash", fn_hash, 1, 1},
    {"hex", fn_hex, 1, 1}, {"id", fn_id, 1, 1}, {"input", fn_input, 0, 1},
    {"isinstance", fn_isinstance, 2, 2}, {"issubclass", fn_issubclass, 2, 2}, {"iter", fn_iter, 1, 2},
    {"len", fn_len, 1, 1}, {"locals", fn_locals, 0, 0}, {"map", fn_map, 2, -1},
    {"max", fn_max, 1, -1, true}, {"min", fn_min, 1, -1, true}, {"next", fn_next, 1, 2},
    {"oct", fn_oct, 1, 1}, {"open", fn_open, 1, -1, true}, {"ord", fn_ord, 1, 1},
    {"pow", fn_pow, 2, 3, true}, {"print", fn_print, 0, -1, true}, {"repr", fn_repr, 1, 1},
    {"reversed", fn_reversed, 1, 1}, {"round", fn_round, 1, 2, true}, {"setattr", fn_setattr, 3, 3},
    {"sorted", fn_sorted, 1, 1, true}, {"sum", fn_sum, 1, 2, true}, {"vars", fn_vars, 0, 1},
    {"zip", fn_zip, 0, -1, true}, {"__import__", fn_import, 1, -1, true},
};

}  // namespace

void install_builtins(Interp& in) {
  add_functions(in, in.builtins_dict, kFunctions);
  in.native_modules["builtins"] = [](Interp& interp, ModuleObj* module) { module->attrs = interp.builtins_dict; };
}

}  // namespace nnscan::py
