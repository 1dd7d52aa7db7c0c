// int, float, bool, slice, range: construction and methods.
#include <algorithm>
#include <cmath>

#include "frontend/python/native_table.h"
#include "frontend/python/open_text.h"
#include "frontend/python/wide.h"

namespace nnscan::py {

namespace {

std::string stripped(std::string s) {
  size_t begin = s.find_first_not_of(" \t\n\r"), end = s.find_last_not_of(" \t\n\r");
  return begin == std::string::npos ? "" : s.substr(begin, end - begin + 1);
}

Value parse_int(Interp& in, const std::string& original, int base) {
  if (base != 0 && (base < 2 || base > 36)) in.raise(in.types.value_error, "int() base must be >= 2 and <= 36, or 0");
  std::string s = stripped(original);
  auto fail = [&]() -> Value {
    in.raise(in.types.value_error, "invalid literal for int() with base " + std::to_string(base) + ": " + in.repr(in.str(original)));
  };
  if (s.starts_with('_') || s.ends_with('_') || s.find("__") != std::string::npos) return fail();
  std::erase(s, '_');
  bool negative = !s.empty() && s[0] == '-';
  if (!s.empty() && (s[0] == '-' || s[0] == '+')) s = s.substr(1);
  if (s.size() > 2 && s[0] == '0') {
    int by_prefix = s[1] == 'x' || s[1] == 'X' ? 16 : s[1] == 'b' || s[1] == 'B' ? 2 : s[1] == 'o' || s[1] == 'O' ? 8 : 0;
    if (by_prefix && (base == 0 || base == by_prefix)) {
      base = by_prefix;
      s = s.substr(2);
    }
  }
  if (base == 0) base = 10;
  if (s.empty() || s[0] == '-' || s[0] == '+') return fail();
  Value out = parse_integer(in, (negative ? "-" : "") + s, static_cast<unsigned>(base));
  return out.is_unbound() ? fail() : out;
}

Value to_int(Interp& in, Value v) {
  switch (v.tag) {
    case Tag::kBool: case Tag::kInt: return Value::of(v.as_int());
    case Tag::kSymInt: return v;
    case Tag::kSymBool: return in.from_dim(in.to_dim(v));
    case Tag::kFloat:
      return integer_from_double(in, std::trunc(v.f));
    case Tag::kSymFloat: return in.from_graph_scalar(in.builder.cast(v.value_id(), DType::kInt64));
    default: break;
  }
  if (auto* s = get_if<StrObj>(v)) return parse_int(in, look_at_text(in, s->text), 10);
  if (auto* b = get_if<BytesObj>(v)) return parse_int(in, b->data, 10);
  if (is(v, Kind::kBigInt)) return v;
  if (is(v, Kind::kInstance) && !as<InstanceObj>(v)->payload.is_unbound()) return to_int(in, as<InstanceObj>(v)->payload);
  if (is(v, Kind::kPoison)) return in.use_poison(v);
  if (auto* c = get_if<ChoiceObj>(v)) return in.distribute(c, [&](Value x) { return to_int(in, x); });
  Value out;
  for (Symbol name : {in.names().int_, in.names().index, in.names().trunc})
    if (in.try_special(v, name, {}, out)) return out;
  in.raise(in.types.type_error, "int() argument must be a string, a bytes-like object or a real number, not '" + in.type_name(v) + "'");
}

Value to_float(Interp& in, Value v) {
  switch (v.tag) {
    case Tag::kBool: case Tag::kInt: return Value::of(static_cast<double>(v.as_int()));
    case Tag::kFloat: case Tag::kSymFloat: return v;
    case Tag::kSymInt: case Tag::kSymBool: return in.from_graph_scalar(in.to_graph(v, DType::kFloat64));
    default: break;
  }
  if (is(v, Kind::kBigInt)) return Value::of(double_of(in, v));
  if (auto* s = get_if<StrObj>(v)) {
    std::string text = stripped(look_at_text(in, s->text));
    std::erase(text, '_');
    char* end = nullptr;
    double d = std::strtod(text.c_str(), &end);
    bool hex = text.find_first_of("xX") != std::string::npos;
    if (text.empty() || *end || hex) in.raise(in.types.value_error, "could not convert string to float: " + in.repr(v));
    return Value::of(d);
  }
  if (is(v, Kind::kInstance) && !as<InstanceObj>(v)->payload.is_unbound()) return to_float(in, as<InstanceObj>(v)->payload);
  if (is(v, Kind::kPoison)) return in.use_poison(v);
  if (auto* c = get_if<ChoiceObj>(v)) return in.distribute(c, [&](Value x) { return to_float(in, x); });
  Value out;
  for (Symbol name : {in.names().float_, in.names().index})
    if (in.try_special(v, name, {}, out)) return out;
  in.raise(in.types.type_error, "float() argument must be a string or a real number, not '" + in.type_name(v) + "'");
}

// An instance of a subclass carries the number.
Value as_class(Interp& in, const Value& cls, ClassObj* base, Value number) {
  if (as<ClassObj>(cls) == base || is(number, Kind::kPoison)) return number;
  auto* instance = in.make<InstanceObj>(as<ClassObj>(cls));
  instance->payload = number;
  return Value::of(instance);
}

Value int_new(Interp& in, const Args& args) {
  Parameters p(in, {args.positional.subspan(1), args.keywords}, "int", {"x", "base"});
  Value v = !p.has(0) ? Value::of(0)
            : p.has(1) ? parse_int(in, text_of(in, p[0]), static_cast<int>(in.index_of(p[1])))
                       : to_int(in, p[0]);
  return as_class(in, args[0], in.types.integer, v);
}
Value float_new(Interp& in, const Args& args) {
  return as_class(in, args[0], in.types.floating, args.size() > 1 ? to_float(in, args[1]) : Value::of(0.0));
}
Value bool_new(Interp& in, const Args& args) {
  return args.size() > 1 ? in.bool_value(in.truth(args[1])) : Value::of(false);
}

Value plain(const Value& v) {
  return is(v, Kind::kInstance) ? as<InstanceObj>(v)->payload : v;
}

Value bit_length(Interp&, const Args& a) { return Value::of(big_of(plain(a[0])).bit_length()); }
Value bit_count(Interp&, const Args& a) {
  int64_t n = 0;
  for (uint32_t limb : big_of(plain(a[0])).limbs()) n += __builtin_popcount(limb);
  return Value::of(n);
}
Value to_bytes(Interp& in, const Args& args) {
  Parameters p(in, {args.positional.subspan(1), args.keywords}, "to_bytes", {"length", "byteorder", "signed"});
  BigInt number = big_of(plain(args[0]));
  int64_t length = p.has(0) ? in.index_of(p[0]) : 1;
  if (length < 0 || length > kMostBits) in.raise(in.types.value_error, "length argument must be non-negative");
  bool with_sign = p.has(2) && in.is_true(p[2]);
  if (number.negative() && !with_sign) in.raise(in.types.overflow_error, "can't convert negative int to unsigned");
  BigInt most = BigInt(1).shifted(with_sign ? std::max<int64_t>(0, 8 * length - 1) : 8 * length);
  BigInt low = number.negative() ? -number - BigInt(1) : number;
  if (BigInt::compare(low, most) >= 0) in.raise(in.types.overflow_error, "int too big to convert");
  if (number.negative()) number = number + BigInt(1).shifted(8 * length);
  std::string out(static_cast<size_t>(length), 0);
  for (size_t i = 0; i < out.size() && i / 4 < number.limbs().size(); ++i)
    out[i] = static_cast<char>(number.limbs()[i / 4] >> (i % 4 * 8));
  if (!p.has(1) || text_of(in, p[1]) != "little") std::reverse(out.begin(), out.end());
  return Value::of(in.make<BytesObj>(in.types.bytes, std::move(out)));
}
Value from_bytes(Interp& in, const Args& args) {
  Parameters p(in, {args.positional.subspan(1), args.keywords}, "from_bytes", {"bytes", "byteorder", "signed"});
  std::string data;
  if (auto* b = get_if<BytesObj>(p[0])) data = b->data;
  else for (const Value& v : in.unpack(p[0])) data += static_cast<char>(in.index_of(v));
  if (!p.has(1) || text_of(in, p[1]) != "little") std::reverse(data.begin(), data.end());
  if (data.size() > static_cast<size_t>(kMostBits)) in.raise(in.types.overflow_error, "too many bytes");
  std::vector<uint32_t> limbs(data.size() / 4 + 1, 0);
  for (size_t i = 0; i < data.size(); ++i)
    limbs[i / 4] |= static_cast<uint32_t>(static_cast<unsigned char>(data[i])) << (i % 4 * 8);
  BigInt number = BigInt::from_limbs(std::move(limbs), false);
  bool negative = p.has(2) && in.is_true(p[2]) && !data.empty() && (data.back() & 0x80);
  if (negative) number = number - BigInt(1).shifted(static_cast<int64_t>(data.size()) * 8);
  return integer_value(in, std::move(number));
}
// A float is a whole number over a power of two.
Value integer_ratio(Interp& in, const Args& a) {
  Value v = plain(a[0]);
  if (!v.is_float()) return in.tuple({v.is_bool() ? Value::of(v.as_int()) : v, Value::of(1)});
  if (std::isnan(v.f)) in.raise(in.types.value_error, "cannot convert NaN to integer ratio");
  if (std::isinf(v.f)) in.raise(in.types.overflow_error, "cannot convert Infinity to integer ratio");
  int exponent = 0;
  double mantissa = std::frexp(v.f, &exponent);
  while (mantissa != std::floor(mantissa)) mantissa *= 2, --exponent;
  BigInt above = BigInt::from_double(mantissa), below(1);
  (exponent > 0 ? above : below) = (exponent > 0 ? above : below).shifted(std::abs(exponent));
  return in.tuple({integer_value(in, std::move(above)), integer_value(in, std::move(below))});
}
Value same_number(Interp&, const Args& a) {
  Value v = plain(a[0]);
  return v.is_bool() ? Value::of(v.as_int()) : v;
}
Value is_integer_fn(Interp& in, const Args& a) {
  double d = plain(a[0]).as_double();
  static_cast<void>(in);
  return Value::of(std::isfinite(d) && d == std::floor(d));
}
Value from_hex(Interp& in, const Args& a) {
  return Value::of(std::strtod(text_of(in, a[1]).c_str(), nullptr));
}

// Scalars of numpy's int64 and float64 are Python numbers here, and give their number as those do.
Value item(Interp&, const Args& a) { return plain(a[0]); }

constexpr NativeRow kIntRows[] = {
    {"item", item, 1, 1},
    {"bit_length", bit_length, 1, 1}, {"bit_count", bit_count, 1, 1}, {"to_bytes", to_bytes, 1, 4, true},
    {"as_integer_ratio", integer_ratio, 1, 1}, {"conjugate", same_number, 1, 1},
    {"is_integer", [](Interp&, const Args&) { return Value::of(true); }, 1, 1},
    {"__index__", [](Interp& in, const Args& a) { return to_int(in, plain(a[0])); }, 1, 1},
    {"__int__", [](Interp& in, const Args& a) { return to_int(in, plain(a[0])); }, 1, 1},
    {"__float__", [](Interp& in, const Args& a) { return to_float(in, plain(a[0])); }, 1, 1},
};
constexpr NativeRow kFloatRows[] = {
    {"item", item, 1, 1},
    {"is_integer", is_integer_fn, 1, 1}, {"as_integer_ratio", integer_ratio, 1, 1},
    {"conjugate", same_number, 1, 1},
    {"__int__", [](Interp& in, const Args& a) { return to_int(in, plain(a[0])); }, 1, 1},
    {"__float__", [](Interp&, const Args& a) { return plain(a[0]); }, 1, 1},
};
constexpr NativeRow kIntNew[] = {{"__new__", int_new, 1, 3, true},
                                 {"__init__", [](Interp&, const Args&) { return Value::none(); }, 1, -1, true}};
constexpr NativeRow kFloatNew[] = {{"__new__", float_new, 1, 2},
                                   {"__init__", [](Interp&, const Args&) { return Value::none(); }, 1, -1, true}};
constexpr NativeRow kBoolNew[] = {{"__new__", bool_new, 1, 2}};

Value slice_new(Interp& in, const Args& a) {
  Value none = Value::none();
  if (a.size() == 2) return Value::of(in.make<SliceObj>(in.types.slice, none, a[1], none));
  return Value::of(in.make<SliceObj>(in.types.slice, a[1], a[2], a.size() > 3 ? a[3] : none));
}
Value slice_indices(Interp& in, const Args& a) {
  auto b = in.slice_bounds(as<SliceObj>(a[0]), in.index_of(a[1]));
  return in.tuple({Value::of(b.start), Value::of(b.stop), Value::of(b.step)});
}
Value slice_start(Interp&, const Args& a) { return as<SliceObj>(a[0])->start; }
Value slice_stop(Interp&, const Args& a) { return as<SliceObj>(a[0])->stop; }
Value slice_step(Interp&, const Args& a) { return as<SliceObj>(a[0])->step; }

Value range_new(Interp& in, const Args& a) {
  auto bound = [&](const Value& v) {
    if (v.tag == Tag::kSymInt) return v;
    if (v.tag == Tag::kSymBool) return in.from_dim(in.to_dim(v));
    if (is(v, Kind::kTensor)) {
      Value out;
      if (in.try_special(v, in.names().index, {}, out)) return out;
    }
    return Value::of(in.index_of(v));
  };
  for (size_t i = 1; i < a.size(); ++i)
    if (is(a[i], Kind::kPoison)) return in.use_poison(a[i]);
  Value start = a.size() > 2 ? bound(a[1]) : Value::of(0);
  Value stop = bound(a.size() > 2 ? a[2] : a[1]);
  Value step = a.size() > 3 ? bound(a[3]) : Value::of(1);
  if (step.is_int() && step.i == 0) in.raise(in.types.value_error, "range() arg 3 must not be zero");
  for (const Value& v : {start, stop, step})
    if (is(v, Kind::kPoison)) return v;
  return Value::of(in.make<RangeObj>(in.types.range, start, stop, step));
}
Value range_start(Interp&, const Args& a) { return as<RangeObj>(a[0])->start; }
Value range_stop(Interp&, const Args& a) { return as<RangeObj>(a[0])->stop; }
Value range_step(Interp&, const Args& a) { return as<RangeObj>(a[0])->step; }
Value range_index(Interp& in, const Args& a) {
  auto* r = as<RangeObj>(a[0]);
  int64_t offset = in.index_of(a[1]) - r->start.i;
  if (!r->known() || offset % r->step.i != 0 || offset / r->step.i < 0 || offset / r->step.i >= r->length())
    in.raise(in.types.value_error, in.repr(a[1]) + " is not in range");
  return Value::of(offset / r->step.i);
}

constexpr NativeRow kNoInit[] = {{"__init__", [](Interp&, const Args&) { return Value::none(); }, 1, -1, true}};
constexpr NativeRow kSliceRows[] = {{"__new__", slice_new, 2, 4}, {"indices", slice_indices, 2, 2}};
constexpr NativeRow kRangeRows[] = {{"__new__", range_new, 2, 4}, {"index", range_index, 2, 2},
                                    {"count", [](Interp& in, const Args& a) {
                                       return Value::of(in.is_true(in.contains(a[0], a[1])) ? 1 : 0); }, 2, 2}};

void add_property(Interp& in, ClassObj* cls, const char* name, NativeFn getter) {
  Value get = in.native(name, getter, 1, 1);
  in.put(cls->attrs, in.symbol(name), Value::of(in.make<PropertyObj>(in.types.property, get, Value::none(), Value::none())));
}

}  // namespace

void install_numbers(Interp& in) {
  add_methods(in, in.types.integer, kIntRows);
  add_methods(in, in.types.integer, kIntNew);
  add_methods(in, in.types.floating, kFloatRows);
  add_methods(in, in.types.floating, kFloatNew);
  add_methods(in, in.types.boolean, kBoolNew);
  add_methods(in, in.types.slice, kSliceRows);
  add_methods(in, in.types.range, kRangeRows);
  for (ClassObj* cls : {in.types.slice, in.types.range}) add_methods(in, cls, kNoInit);
  for (ClassObj* cls : {in.types.integer, in.types.floating, in.types.boolean, in.types.slice, in.types.range})
    as<NativeObj>(*in.find(cls->attrs, in.names().new_))->binds = false;
  add_property(in, in.types.slice, "start", slice_start);
  add_property(in, in.types.slice, "stop", slice_stop);
  add_property(in, in.types.slice, "step", slice_step);
  add_property(in, in.types.range, "start", range_start);
  add_property(in, in.types.range, "stop", range_stop);
  add_property(in, in.types.range, "step", range_step);
  for (ClassObj* cls : {in.types.integer, in.types.floating}) {
    add_property(in, cls, "real", same_number);
    add_property(in, cls, "imag", [](Interp&, const Args& a) {
      return plain(a[0]).is_float() ? Value::of(0.0) : Value::of(0); });
  }
  add_property(in, in.types.integer, "numerator", same_number);
  add_property(in, in.types.integer, "denominator", [](Interp&, const Args&) { return Value::of(1); });
  auto of_class = [&](ClassObj* cls, const char* name, NativeFn fn) {
    Value function = in.native(name, fn, 1, -1);
    as<NativeObj>(function)->keywords = true;
    in.put(cls->attrs, in.symbol(name), Value::of(in.make<ClassMethodObj>(in.types.class_method, function)));
  };
  of_class(in.types.integer, "from_bytes", from_bytes);
  of_class(in.types.floating, "fromhex", from_hex);
}

}  // namespace nnscan::py
