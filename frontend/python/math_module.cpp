// The module `math`. On numbers that are known only when the model runs, a function becomes its
// operator in float64 where there is one.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "frontend/python/native_table.h"
#include "frontend/python/wide.h"

namespace nnscan::py {

namespace {

Value unknown_number(Interp& in) {
  return in.refuse(Code::kDynamicPython, "this function of `math` needs a number that is known before the model runs",
                   "compute it by torch, of a tensor; a size is known if it is given by --input");
}

double number(Interp& in, const Value& v) {
  if (v.is_number()) return v.as_double();
  if (is(v, Kind::kBigInt)) return double_of(in, v);
  if (is(v, Kind::kInstance) && as<InstanceObj>(v)->payload.is_number()) return as<InstanceObj>(v)->payload.as_double();
  Value out;
  if (v.is_object() && in.try_special(v, in.names().float_, {}, out)) return number(in, out);
  if (v.is_symbolic()) throw Poisoned{unknown_number(in)};
  in.raise(in.types.type_error, "must be real number, not " + in.type_name(v));
}

struct Unary {
  const char* name;
  double (*fn)(double);
  const char* op;  // its operator, or null
};

double degrees(double x) { return x * 180.0 / M_PI; }
double radians(double x) { return x * M_PI / 180.0; }

constexpr Unary kUnary[] = {
    {"sqrt", std::sqrt, "Sqrt"}, {"exp", std::exp, "Exp"}, {"sin", std::sin, "Sin"}, {"cos", std::cos, "Cos"},
    {"tan", std::tan, "Tan"}, {"asin", std::asin, "Asin"}, {"acos", std::acos, "Acos"}, {"atan", std::atan, "Atan"},
    {"sinh", std::sinh, "Sinh"}, {"cosh", std::cosh, "Cosh"}, {"tanh", std::tanh, "Tanh"},
    {"asinh", std::asinh, nullptr}, {"acosh", std::acosh, nullptr}, {"atanh", std::atanh, nullptr},
    {"log10", std::log10, nullptr}, {"log1p", std::log1p, nullptr}, {"expm1", std::expm1, nullptr},
    {"erf", std::erf, "Erf"}, {"erfc", std::erfc, nullptr}, {"gamma", std::tgamma, nullptr},
    {"lgamma", std::lgamma, nullptr}, {"fabs", std::fabs, "Abs"}, {"degrees", degrees, nullptr},
    {"radians", radians, nullptr}, {"exp2", std::exp2, nullptr}, {"cbrt", std::cbrt, nullptr},
    {"log2", std::log2, nullptr},
};

// ln of an integer that no float may hold: the exponent is taken apart.
double logarithm(Interp& in, const Value& v) {
  const BigInt& number = as<BigIntObj>(v)->number;
  if (number.negative()) in.raise(in.types.value_error, "math domain error");
  double direct = number.to_double();
  if (std::isfinite(direct)) return std::log(direct);
  int64_t extra = number.bit_length() - 64;
  return std::log(number.shifted(-extra).to_double()) + static_cast<double>(extra) * M_LN2;
}

Value wide_logarithm(Interp& in, int base, const Value& v) {
  double direct = as<BigIntObj>(v)->number.to_double();
  if (direct > 0 && std::isfinite(direct)) return Value::of(base == 2 ? std::log2(direct) : std::log10(direct));
  return Value::of(logarithm(in, v) / (base == 2 ? M_LN2 : M_LN10));
}

bool symbolic(const Value& v) { return v.is_symbolic(); }

Value apply_unary(Interp& in, const Unary& row, Value v) {
  std::string_view name = row.name;
  if (is(v, Kind::kBigInt) && name.starts_with("log") && name != "log1p")
    return wide_logarithm(in, name == "log2" ? 2 : 10, v);
  if (is(v, Kind::kPoison)) return in.use_poison(v);
  if (auto* c = get_if<ChoiceObj>(v)) return in.distribute(c, [&](Value x) { return apply_unary(in, row, x); });
  if (v.is_object()) {
    Value out;
    if (in.try_special(v, in.names().float_, {}, out)) v = out;
  }
  if (symbolic(v) && row.op)
    return in.from_graph_scalar(in.builder.make1(row.op, {in.to_graph(v, DType::kFloat64)}));
  if (symbolic(v)) return unknown_number(in);  // without an exception: this may be a side of a branch
  double x = number(in, v), y = row.fn(x);
  if (std::isnan(y) && !std::isnan(x)) in.raise(in.types.value_error, "math domain error");
  if (std::isinf(y) && std::isfinite(x)) {
    if (x == 0 || std::string(row.name).starts_with("log") || std::string(row.name) == "atanh")
      in.raise(in.types.value_error, "math domain error");
    in.raise(in.types.overflow_error, "math range error");
  }
  return Value::of(y);
}

template <size_t I>
Value unary_fn(Interp& in, const Args& a) { return apply_unary(in, kUnary[I], a[0]); }

template <size_t... I>
void add_unary(Interp& in, DictObj* space, std::index_sequence<I...>) {
  const NativeRow rows[] = {{kUnary[I].name, unary_fn<I>, 1, 1}...};
  add_functions(in, space, rows);
}

Value rounding(Interp& in, Value v, const char* op, double (*fn)(double), Symbol special) {
  if (is(v, Kind::kPoison)) return in.use_poison(v);
  if (auto* c = get_if<ChoiceObj>(v)) return in.distribute(c, [&](Value x) { return rounding(in, x, op, fn, special); });
  if (v.is_any_int()) return Value::of(v.as_int());
  if (v.tag == Tag::kSymInt || is(v, Kind::kBigInt)) return v;
  Value out;
  if (v.is_object() && in.try_special(v, special, {}, out)) return out;
  if (v.is_object() && in.try_special(v, in.names().float_, {}, out)) v = out;
  if (v.tag == Tag::kSymFloat)
    return in.from_graph_scalar(in.builder.cast(in.builder.make1(op, {v.value_id()}), DType::kInt64));
  return integer_from_double(in, fn(number(in, v)));
}
Value fn_floor(Interp& in, const Args& a) { return rounding(in, a[0], "Floor", std::floor, in.names().floor); }
Value fn_ceil(Interp& in, const Args& a) { return rounding(in, a[0], "Ceil", std::ceil, in.names().ceil); }
Value fn_trunc(Interp& in, const Args& a) {
  if (a[0].tag == Tag::kSymFloat) return in.from_graph_scalar(in.builder.cast(a[0].value_id(), DType::kInt64));
  return rounding(in, a[0], "Floor", std::trunc, in.names().trunc);
}

Value fn_log(Interp& in, const Args& a) {
  if (symbolic(a[0]) || (a.size() > 1 && symbolic(a[1]))) {
    ValueId x = in.builder.make1("Log", {in.to_graph(a[0], DType::kFloat64)});
    if (a.size() > 1) x = in.builder.make1("Div", {x, in.builder.make1("Log", {in.to_graph(a[1], DType::kFloat64)})});
    return in.from_graph_scalar(x);
  }
  bool wide = is(a[0], Kind::kBigInt);
  double x = wide ? 1 : number(in, a[0]);
  if (x <= 0) in.raise(in.types.value_error, "math domain error");
  if (wide) {
    double base = a.size() > 1 ? number(in, a[1]) : 0;
    if (a.size() > 1 && (base <= 0 || base == 1)) in.raise(in.types.value_error, "math domain error");
    return Value::of(a.size() > 1 ? logarithm(in, a[0]) / std::log(base) : logarithm(in, a[0]));
  }
  if (a.size() == 1) return Value::of(std::log(x));
  double base = number(in, a[1]);
  if (base <= 0) in.raise(in.types.value_error, "math domain error");
  if (base == 1) in.raise(in.types.zero_division_error, "float division by zero");
  return Value::of(std::log(x) / std::log(base));
}
Value fn_pow(Interp& in, const Args& a) {
  if (symbolic(a[0]) || symbolic(a[1]))
    return in.from_graph_scalar(in.builder.make1("Pow", {in.to_graph(a[0], DType::kFloat64), in.to_graph(a[1], DType::kFloat64)}));
  double r = std::pow(number(in, a[0]), number(in, a[1]));
  if (std::isnan(r)) in.raise(in.types.value_error, "math domain error");
  return Value::of(r);
}
Value fn_prod(Interp& in, const Args& args) {
  Parameters p(in, args, "prod", {"iterable", "start"});
  Value total = p.or_(1, Value::of(1));
  for (const Value& v : in.unpack(p[0])) total = in.binary(syntax::BinaryOp::kMul, total, v);
  return total;
}
// What math computes with whole numbers; the answers may be of any size.
BigInt whole(Interp& in, const Value& v) {
  return is_integer_number(v) ? big_of(v) : BigInt(in.index_of(v));
}
BigInt common_divisor(Interp& in, BigInt a, BigInt b) {
  while (!b.is_zero()) {
    in.step();
    BigInt rest = BigInt::divide(a, b).second;
    a = std::exchange(b, std::move(rest));
  }
  return a.negative() ? -a : a;
}
Value fn_gcd(Interp& in, const Args& a) {
  BigInt g(0);
  for (const Value& v : a.positional) g = common_divisor(in, std::move(g), whole(in, v));
  return integer_value(in, std::move(g));
}
Value fn_lcm(Interp& in, const Args& a) {
  BigInt l(1);
  for (const Value& v : a.positional) {
    BigInt n = whole(in, v), g = common_divisor(in, l, n);
    l = g.is_zero() ? BigInt(0) : BigInt::divide(l * n, g).first;
  }
  return integer_value(in, l.negative() ? -l : l);
}
// first * (first + 1) * … * last; poison past the limit of bits.
Value product(Interp& in, int64_t first, int64_t last) {
  Value out = Value::of(1);
  for (int64_t i = first; i <= last && !is(out, Kind::kPoison); ++i) {
    in.step();
    out = in.binary(syntax::BinaryOp::kMul, out, Value::of(i));
  }
  return out;
}
Value fn_factorial(Interp& in, const Args& a) {
  int64_t n = in.index_of(a[0]);
  if (n < 0) in.raise(in.types.value_error, "factorial() not defined for negative values");
  return product(in, 2, n);
}
Value fn_comb(Interp& in, const Args& a) {
  int64_t n = in.index_of(a[0]), k = in.index_of(a[1]);
  if (n < 0 || k < 0) in.raise(in.types.value_error, n < 0 ? "n must be a non-negative integer" : "k must be a non-negative integer");
  if (k > n) return Value::of(0);
  k = std::min(k, n - k);
  Value above = product(in, n - k + 1, n);
  return is(above, Kind::kPoison) ? above : in.binary(syntax::BinaryOp::kFloorDiv, above, product(in, 2, k));
}
Value fn_perm(Interp& in, const Args& a) {
  int64_t n = in.index_of(a[0]), k = a.size() > 1 && !a[1].is_none() ? in.index_of(a[1]) : n;
  if (n < 0 || k < 0) in.raise(in.types.value_error, n < 0 ? "n must be a non-negative integer" : "k must be a non-negative integer");
  return k > n ? Value::of(0) : product(in, n - k + 1, n);
}
Value fn_modf(Interp& in, const Args& a) {
  double whole = 0, part = std::modf(number(in, a[0]), &whole);
  return in.tuple({Value::of(part), Value::of(whole)});
}
Value fn_frexp(Interp& in, const Args& a) {
  int exponent = 0;
  double mantissa = std::frexp(number(in, a[0]), &exponent);
  return in.tuple({Value::of(mantissa), Value::of(exponent)});
}
Value fn_ldexp(Interp& in, const Args& a) {
  int64_t exponent = std::clamp<int64_t>(in.index_of(a[1]), -5000, 5000);
  return Value::of(std::ldexp(number(in, a[0]), static_cast<int>(exponent)));
}
// Newton's method from above.
Value fn_isqrt(Interp& in, const Args& a) {
  BigInt n = whole(in, a[0]);
  if (n.negative()) in.raise(in.types.value_error, "isqrt() argument must be nonnegative");
  if (n.is_zero()) return Value::of(0);
  BigInt root = BigInt(1).shifted((n.bit_length() + 1) / 2);
  while (true) {
    in.step();
    BigInt next = (root + BigInt::divide(n, root).first).shifted(-1);
    if (BigInt::compare(next, root) >= 0) return integer_value(in, std::move(root));
    root = std::move(next);
  }
}
Value fn_isclose(Interp& in, const Args& args) {
  Parameters p(in, args, "isclose", {"a", "b", "rel_tol", "abs_tol"});
  double a = number(in, p[0]), b = number(in, p[1]);
  double rel = p.has(2) ? number(in, p[2]) : 1e-9, abs = p.has(3) ? number(in, p[3]) : 0;
  if (a == b) return Value::of(true);
  if (std::isinf(a) || std::isinf(b)) return Value::of(false);
  return Value::of(std::fabs(a - b) <= std::max(rel * std::max(std::fabs(a), std::fabs(b)), abs));
}
Value fn_fsum(Interp& in, const Args& a) {
  long double total = 0;
  for (const Value& v : in.unpack(a[0])) total += number(in, v);
  return Value::of(static_cast<double>(total));
}
Value fn_dist(Interp& in, const Args& a) {
  std::vector<Value> p = in.unpack(a[0]), q = in.unpack(a[1]);
  if (p.size() != q.size()) in.raise(in.types.value_error, "both points must have the same number of dimensions");
  double sum = 0;
  for (size_t i = 0; i < p.size(); ++i) sum = std::hypot(sum, number(in, p[i]) - number(in, q[i]));
  return Value::of(sum);
}
Value fn_hypot(Interp& in, const Args& a) {
  double sum = 0;
  for (const Value& v : a.positional) sum = std::hypot(sum, number(in, v));
  return Value::of(sum);
}

constexpr NativeRow kMathRows[] = {
    {"floor", fn_floor, 1, 1}, {"ceil", fn_ceil, 1, 1}, {"trunc", fn_trunc, 1, 1}, {"log", fn_log, 1, 2},
    {"pow", fn_pow, 2, 2}, {"prod", fn_prod, 1, 2, true}, {"gcd", fn_gcd, 0, -1}, {"lcm", fn_lcm, 0, -1},
    {"factorial", fn_factorial, 1, 1}, {"comb", fn_comb, 2, 2}, {"isqrt", fn_isqrt, 1, 1},
    {"perm", fn_perm, 1, 2}, {"modf", fn_modf, 1, 1}, {"frexp", fn_frexp, 1, 1}, {"ldexp", fn_ldexp, 2, 2},
    {"isclose", fn_isclose, 2, 4, true}, {"fsum", fn_fsum, 1, 1}, {"hypot", fn_hypot, 0, -1}, {"dist", fn_dist, 2, 2},
    {"fmod", [](Interp& in, const Args& a) { return Value::of(std::fmod(number(in, a[0]), number(in, a[1]))); }, 2, 2},
    {"atan2", [](Interp& in, const Args& a) { return Value::of(std::atan2(number(in, a[0]), number(in, a[1]))); }, 2, 2},
    {"copysign", [](Interp& in, const Args& a) { return Value::of(std::copysign(number(in, a[0]), number(in, a[1]))); }, 2, 2},
    {"isnan", [](Interp& in, const Args& a) { return Value::of(std::isnan(number(in, a[0]))); }, 1, 1},
    {"isinf", [](Interp& in, const Args& a) { return Value::of(std::isinf(number(in, a[0]))); }, 1, 1},
    {"isfinite", [](Interp& in, const Args& a) { return Value::of(std::isfinite(number(in, a[0]))); }, 1, 1},
};

}  // namespace

void install_math(Interp& in) {
  in.native_modules["math"] = [](Interp& interp, ModuleObj* module) {
    add_unary(interp, module->attrs, std::make_index_sequence<std::size(kUnary)>());
    add_functions(interp, module->attrs, kMathRows);
    auto constant = [&](const char* name, double v) { interp.put(module->attrs, interp.symbol(name), Value::of(v)); };
    constant("pi", M_PI);
    constant("e", M_E);
    constant("tau", 2 * M_PI);
    constant("inf", INFINITY);
    constant("nan", std::nan(""));
  };
}

}  // namespace nnscan::py
