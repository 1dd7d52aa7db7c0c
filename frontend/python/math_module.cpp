// The module `math`. On numbers that are known only when the model runs, a function becomes its
// operator in float64 where there is one.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "frontend/python/native_table.h"

namespace nnscan::py {

namespace {

double number(Interp& in, const Value& v) {
  if (v.is_number()) return v.as_double();
  if (is(v, Kind::kInstance) && as<InstanceObj>(v)->payload.is_number()) return as<InstanceObj>(v)->payload.as_double();
  Value out;
  if (v.is_object() && in.try_special(v, in.names().float_, {}, out)) return number(in, out);
  if (v.is_symbolic()) {
    in.refuse(Code::kDynamicPython, "this function of `math` needs a number that is known before the model runs");
    in.raise(in.types.type_error, "a number that is known only when the model runs");
  }
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

bool symbolic(const Value& v) { return v.is_symbolic(); }

Value apply_unary(Interp& in, const Unary& row, Value v) {
  if (is(v, Kind::kPoison)) return in.use_poison(v);
  if (auto* c = get_if<ChoiceObj>(v)) return in.distribute(c, [&](Value x) { return apply_unary(in, row, x); });
  if (v.is_object()) {
    Value out;
    if (in.try_special(v, in.names().float_, {}, out)) v = out;
  }
  if (symbolic(v) && row.op)
    return in.from_graph_scalar(in.builder.make1(row.op, {in.to_graph(v, DType::kFloat64)}));
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
  if (v.tag == Tag::kSymInt) return v;
  Value out;
  if (v.is_object() && in.try_special(v, special, {}, out)) return out;
  if (v.is_object() && in.try_special(v, in.names().float_, {}, out)) v = out;
  if (v.tag == Tag::kSymFloat)
    return in.from_graph_scalar(in.builder.cast(in.builder.make1(op, {v.value_id()}), DType::kInt64));
  double d = fn(number(in, v));
  if (std::isnan(d)) in.raise(in.types.value_error, "cannot convert float NaN to integer");
  if (std::isinf(d)) in.raise(in.types.overflow_error, "cannot convert float infinity to integer");
  return Value::of(static_cast<int64_t>(d));
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
  double x = number(in, a[0]);
  if (x <= 0) in.raise(in.types.value_error, "math domain error");
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
Value fn_gcd(Interp& in, const Args& a) {
  int64_t g = 0;
  for (const Value& v : a.positional) g = std::gcd(g, in.index_of(v));
  return Value::of(g);
}
Value fn_lcm(Interp& in, const Args& a) {
  int64_t l = 1;
  for (const Value& v : a.positional) l = std::lcm(l, in.index_of(v));
  return Value::of(l);
}
Value fn_factorial(Interp& in, const Args& a) {
  int64_t n = in.index_of(a[0]), r = 1;
  if (n < 0) in.raise(in.types.value_error, "factorial() not defined for negative values");
  if (n > 20) return in.refuse(Code::kUnsupportedConstruct, "this integer does not fit in 64 bits");
  for (int64_t i = 2; i <= n; ++i) r *= i;
  return Value::of(r);
}
Value fn_comb(Interp& in, const Args& a) {
  int64_t n = in.index_of(a[0]), k = in.index_of(a[1]);
  if (n < 0 || k < 0) in.raise(in.types.value_error, "n and k must be non-negative integers");
  if (k > n) return Value::of(0);
  __int128 r = 1;
  for (int64_t i = 0; i < std::min(k, n - k); ++i) {
    r = r * (n - i) / (i + 1);
    if (r > INT64_MAX) return in.refuse(Code::kUnsupportedConstruct, "this integer does not fit in 64 bits");
  }
  return Value::of(static_cast<int64_t>(r));
}
Value fn_perm(Interp& in, const Args& a) {
  int64_t n = in.index_of(a[0]), k = a.size() > 1 && !a[1].is_none() ? in.index_of(a[1]) : n;
  if (n < 0 || k < 0) in.raise(in.types.value_error, "n and k must be non-negative integers");
  if (k > n) return Value::of(0);
  __int128 r = 1;
  for (int64_t i = 0; i < k; ++i) {
    r *= n - i;
    if (r > INT64_MAX) return in.refuse(Code::kUnsupportedConstruct, "this integer does not fit in 64 bits");
  }
  return Value::of(static_cast<int64_t>(r));
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
Value fn_isqrt(Interp& in, const Args& a) {
  int64_t n = in.index_of(a[0]);
  if (n < 0) in.raise(in.types.value_error, "isqrt() argument must be nonnegative");
  auto r = static_cast<int64_t>(std::sqrt(static_cast<double>(n)));
  while (r * r > n) --r;
  while ((r + 1) * (r + 1) <= n) ++r;
  return Value::of(r);
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
Value fn_hypot(Interp& in, const Args& a) {
  double sum = 0;
  for (const Value& v : a.positional) sum = std::hypot(sum, number(in, v));
  return Value::of(sum);
}

constexpr NativeRow kRows[] = {
    {"floor", fn_floor, 1, 1}, {"ceil", fn_ceil, 1, 1}, {"trunc", fn_trunc, 1, 1}, {"log", fn_log, 1, 2},
    {"pow", fn_pow, 2, 2}, {"prod", fn_prod, 1, 2, true}, {"gcd", fn_gcd, 0, -1}, {"lcm", fn_lcm, 0, -1},
    {"factorial", fn_factorial, 1, 1}, {"comb", fn_comb, 2, 2}, {"isqrt", fn_isqrt, 1, 1},
    {"perm", fn_perm, 1, 2}, {"modf", fn_modf, 1, 1}, {"frexp", fn_frexp, 1, 1}, {"ldexp", fn_ldexp, 2, 2},
    {"isclose", fn_isclose, 2, 4, true}, {"fsum", fn_fsum, 1, 1}, {"hypot", fn_hypot, 0, -1},
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
    add_functions(interp, module->attrs, kRows);
    auto constant = [&](const char* name, double v) { interp.put(module->attrs, interp.symbol(name), Value::of(v)); };
    constant("pi", M_PI);
    constant("e", M_E);
    constant("tau", 2 * M_PI);
    constant("inf", INFINITY);
    constant("nan", std::nan(""));
  };
}

}  // namespace nnscan::py
