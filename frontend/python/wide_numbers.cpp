// Arithmetic of integers beyond 64 bits.
#include "frontend/python/wide.h"

#include <cmath>

#include "frontend/python/format.h"

namespace nnscan::py {

using syntax::BinaryOp;
using syntax::CompareOp;

namespace {

bool holds(CompareOp op, int order) {
  switch (op) {
    case CompareOp::kEq: return order == 0;
    case CompareOp::kNe: return order != 0;
    case CompareOp::kLt: return order < 0;
    case CompareOp::kLe: return order <= 0;
    case CompareOp::kGt: return order > 0;
    default: return order >= 0;
  }
}

Value too_large(Interp& in) {
  return in.refuse(Code::kLimitSize, "an integer of more than " + std::to_string(kMostBits) + " bits is made here");
}

Value power(Interp& in, const BigInt& base, const Value& exponent) {
  BigInt one(1), minus_one(-1);
  bool trivial = base.is_zero() || BigInt::compare(base, one) == 0 || BigInt::compare(base, minus_one) == 0;
  if (trivial) {
    bool odd = big_of(exponent).odd();
    if (base.is_zero()) return Value::of(big_of(exponent).is_zero() ? 1 : 0);
    return Value::of(base.negative() && odd ? -1 : 1);
  }
  if (!exponent.is_any_int() || exponent.as_int() > kMostBits) return too_large(in);
  if ((base.bit_length() - 1) * exponent.as_int() > kMostBits) return too_large(in);
  BigInt result(1), square = base;
  for (int64_t e = exponent.as_int(); e > 0; e >>= 1) {
    if (e & 1) result = result * square;
    if (e > 1) square = square * square;
  }
  return integer_value(in, std::move(result));
}

// a / b, correctly rounded: 64 or more bits of the quotient, then one rounding.
Value true_divide(Interp& in, const BigInt& a, const BigInt& b) {
  if (a.is_zero()) return Value::of(b.negative() ? -0.0 : 0.0);
  int64_t shift = 66 - (a.bit_length() - b.bit_length());
  BigInt x = a.negative() ? -a : a, y = b.negative() ? -b : b;
  auto [quotient, rest] = shift >= 0 ? BigInt::divide(x.shifted(shift), y) : BigInt::divide(x, y.shifted(-shift));
  if (!rest.is_zero()) quotient = BigInt::bitwise(BigInt::Bits::kOr, quotient, BigInt(1));
  double d = std::ldexp(quotient.to_double(), static_cast<int>(std::clamp<int64_t>(-shift, -100000, 100000)));
  if (std::isinf(d)) in.raise(in.types.overflow_error, "integer division result too large for a float");
  return Value::of(a.negative() != b.negative() ? -d : d);
}

Value shift(Interp& in, const BigInt& a, const Value& by, bool left) {
  BigInt count = big_of(by);
  if (count.negative()) in.raise(in.types.value_error, "negative shift count");
  auto n = count.to_int64();
  if (a.is_zero()) return Value::of(0);
  if (!left) return !n || *n > kMostBits ? Value::of(a.negative() ? -1 : 0) : integer_value(in, a.shifted(-*n));
  if (!n || *n > kMostBits) return too_large(in);
  return integer_value(in, a.shifted(*n));
}

Value big_binary(Interp& in, BinaryOp op, const Value& a, const Value& b) {
  BigInt x = big_of(a), y = big_of(b);
  switch (op) {
    case BinaryOp::kAdd: return integer_value(in, x + y);
    case BinaryOp::kSub: return integer_value(in, x - y);
    case BinaryOp::kMul:
      if (x.bit_length() + y.bit_length() > kMostBits + 1) return too_large(in);
      return integer_value(in, x * y);
    case BinaryOp::kDiv:
      if (y.is_zero()) in.raise(in.types.zero_division_error, "division by zero");
      return true_divide(in, x, y);
    case BinaryOp::kFloorDiv: case BinaryOp::kMod: {
      if (y.is_zero())
        in.raise(in.types.zero_division_error, op == BinaryOp::kMod ? "integer modulo by zero" : "integer division or modulo by zero");
      auto [quotient, rest] = BigInt::divide(x, y);
      return integer_value(in, op == BinaryOp::kMod ? std::move(rest) : std::move(quotient));
    }
    case BinaryOp::kPow:
      if (y.negative()) return in.binary(op, Value::of(double_of(in, a)), Value::of(double_of(in, b)));
      return power(in, x, b);
    case BinaryOp::kAnd: return integer_value(in, BigInt::bitwise(BigInt::Bits::kAnd, x, y));
    case BinaryOp::kOr: return integer_value(in, BigInt::bitwise(BigInt::Bits::kOr, x, y));
    case BinaryOp::kXor: return integer_value(in, BigInt::bitwise(BigInt::Bits::kXor, x, y));
    case BinaryOp::kLeftShift: return shift(in, x, b, true);
    case BinaryOp::kRightShift: return shift(in, x, b, false);
    case BinaryOp::kMatMul: break;
  }
  return Value();
}

std::complex<double> complex_of(Interp& in, const Value& v) {
  if (auto* c = get_if<ComplexObj>(v)) return c->number;
  return is(v, Kind::kBigInt) ? double_of(in, v) : v.as_double();
}

// A real operand is not made complex: that would lose signs of zeros and spread NaN.
Value complex_binary(Interp& in, BinaryOp op, const Value& a, const Value& b) {
  std::complex<double> x = complex_of(in, a), y = complex_of(in, b);
  switch (op) {
    case BinaryOp::kAdd: return complex_value(in, {x.real() + y.real(), x.imag() + y.imag()});
    case BinaryOp::kSub: return complex_value(in, {x.real() - y.real(), x.imag() - y.imag()});
    case BinaryOp::kMul:
      return complex_value(in, {x.real() * y.real() - x.imag() * y.imag(), x.real() * y.imag() + x.imag() * y.real()});
    case BinaryOp::kDiv: {
      if (y == std::complex<double>(0)) in.raise(in.types.zero_division_error, "complex division by zero");
      bool wide_real = std::fabs(y.real()) >= std::fabs(y.imag());
      double ratio = wide_real ? y.imag() / y.real() : y.real() / y.imag();
      double scale = wide_real ? y.real() + y.imag() * ratio : y.real() * ratio + y.imag();
      if (wide_real)
        return complex_value(in, {(x.real() + x.imag() * ratio) / scale, (x.imag() - x.real() * ratio) / scale});
      return complex_value(in, {(x.real() * ratio + x.imag()) / scale, (x.imag() * ratio - x.real()) / scale});
    }
    case BinaryOp::kPow: return complex_power(in, x, y);
    case BinaryOp::kFloorDiv: case BinaryOp::kMod:
      in.raise(in.types.type_error, op == BinaryOp::kMod ? "can't mod complex numbers." : "can't take floor of complex number.");
    default: return Value();
  }
}

// The order of an integer and a float, neither rounded to the other's kind.
std::optional<int> order_with_float(const BigInt& x, double y) {
  if (std::isnan(y)) return std::nullopt;
  if (std::isinf(y)) return y > 0 ? -1 : 1;
  int order = BigInt::compare(x, BigInt::from_double(std::floor(y)));
  return order != 0 ? order : y > std::floor(y) ? -1 : 0;
}

}  // namespace

BigInt big_of(const Value& v) {
  return is(v, Kind::kBigInt) ? as<BigIntObj>(v)->number : BigInt(v.as_int());
}

Value integer_value(Interp& in, BigInt number) {
  if (auto small = number.to_int64()) return Value::of(*small);
  if (number.bit_length() > kMostBits) return too_large(in);
  return Value::of(in.make<BigIntObj>(in.types.integer, std::move(number)));
}

Value complex_value(Interp& in, std::complex<double> number) {
  return Value::of(in.make<ComplexObj>(in.types.complex, number));
}

Value parse_integer(Interp& in, std::string_view digits, unsigned base) {
  // Each digit is at most six bits; quadratic work is bounded before it starts.
  if (digits.size() > static_cast<size_t>(kMostBits)) return too_large(in);
  auto number = BigInt::parse(digits, base);
  return number ? integer_value(in, std::move(*number)) : Value();
}

Value integer_from_double(Interp& in, double whole) {
  if (std::isnan(whole)) in.raise(in.types.value_error, "cannot convert float NaN to integer");
  if (std::isinf(whole)) in.raise(in.types.overflow_error, "cannot convert float infinity to integer");
  if (std::fabs(whole) < 9.2e18) return Value::of(static_cast<int64_t>(whole));
  return integer_value(in, BigInt::from_double(whole));
}

double double_of(Interp& in, const Value& v) {
  if (!is(v, Kind::kBigInt)) return v.as_double();
  double d = as<BigIntObj>(v)->number.to_double();
  if (std::isinf(d)) in.raise(in.types.overflow_error, "int too large to convert to float");
  return d;
}

Value wide_binary(Interp& in, BinaryOp op, const Value& a, const Value& b) {
  if (is(a, Kind::kComplex) || is(b, Kind::kComplex)) return complex_binary(in, op, a, b);
  if (a.is_float() || b.is_float())
    return in.binary(op, Value::of(double_of(in, a)), Value::of(double_of(in, b)));
  return big_binary(in, op, a, b);
}

Value wide_compare(Interp& in, CompareOp op, const Value& a, const Value& b) {
  if (is(a, Kind::kComplex) || is(b, Kind::kComplex)) {
    if (op != CompareOp::kEq && op != CompareOp::kNe) return Value();
    return Value::of((complex_of(in, a) == complex_of(in, b)) == (op == CompareOp::kEq));
  }
  std::optional<int> order;
  if (b.is_float()) {
    order = order_with_float(big_of(a), b.f);
  } else if (a.is_float()) {
    order = order_with_float(big_of(b), a.f);
    if (order) order = -*order;
  } else {
    order = BigInt::compare(big_of(a), big_of(b));
  }
  return Value::of(order ? holds(op, *order) : op == CompareOp::kNe);
}

Value wide_unary(Interp& in, syntax::UnaryOp op, const Value& v) {
  if (auto* c = get_if<ComplexObj>(v)) {
    if (op == syntax::UnaryOp::kInvert) return Value();
    return op == syntax::UnaryOp::kMinus ? complex_value(in, -c->number) : v;
  }
  const BigInt& number = as<BigIntObj>(v)->number;
  if (op == syntax::UnaryOp::kMinus) return integer_value(in, -number);
  if (op == syntax::UnaryOp::kInvert) return integer_value(in, -number - BigInt(1));
  return v;
}

// Equal numbers have equal hashes, whatever their kind.
uint64_t wide_hash(Interp& in, const Value& v) {
  if (auto* c = get_if<ComplexObj>(v)) {
    uint64_t imaginary = c->number.imag() == 0 ? 0 : in.hash(Value::of(c->number.imag()));
    return in.hash(Value::of(c->number.real())) ^ (imaginary * 1000003 & ~1ull);
  }
  double d = as<BigIntObj>(v)->number.to_double();
  return in.hash(Value::of(d));
}

bool wide_truth(const Value& v) {
  return !is(v, Kind::kComplex) || as<ComplexObj>(v)->number != std::complex<double>(0);
}

std::string wide_text(const Value& v) {
  if (is(v, Kind::kBigInt)) return as<BigIntObj>(v)->number.text();
  auto part = [](double d) {
    std::string text = float_repr(d);
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
  };
  std::complex<double> c = as<ComplexObj>(v)->number;
  std::string imaginary = part(c.imag()) + "j";
  if (c.real() == 0 && !std::signbit(c.real())) return imaginary;
  bool sign = imaginary[0] == '-';
  return "(" + part(c.real()) + (sign ? "" : "+") + imaginary + ")";
}

std::string wide_format(Interp& in, const Value& v, const std::string& spec, std::string& error) {
  if (auto* c = get_if<ComplexObj>(v)) {
    std::string real = format_float(c->number.real(), spec, error);
    std::string imaginary = format_float(c->number.imag(), "+" + spec, error);
    return real + imaginary + "j";
  }
  if (spec.find_first_of("eEfFgG%") != std::string::npos) return format_float(double_of(in, v), spec, error);
  const BigInt& number = as<BigIntObj>(v)->number;
  return format_digits(number.negative(), [&](unsigned base) {
    std::string text = number.text(base);
    return number.negative() ? text.substr(1) : text;
  }, spec, error);
}

Value complex_power(Interp& in, std::complex<double> base, std::complex<double> exponent) {
  if (exponent == std::complex<double>(0)) return complex_value(in, 1);
  if (base == std::complex<double>(0)) {
    if (exponent.imag() != 0 || exponent.real() < 0)
      in.raise(in.types.zero_division_error, "0.0 to a negative or complex power");
    return complex_value(in, 0);
  }
  // Small whole exponents multiply, as they do there: exact where the parts are whole.
  double n = exponent.real();
  if (exponent.imag() == 0 && n == std::floor(n) && std::fabs(n) <= 100) {
    std::complex<double> result = 1, square = base;
    for (int64_t e = std::abs(static_cast<int64_t>(n)); e > 0; e >>= 1) {
      Value product = complex_binary(in, BinaryOp::kMul, complex_value(in, result), complex_value(in, square));
      if (e & 1) result = as<ComplexObj>(product)->number;
      square = as<ComplexObj>(complex_binary(in, BinaryOp::kMul, complex_value(in, square), complex_value(in, square)))->number;
    }
    Value out = complex_value(in, result);
    return n > 0 ? out : complex_binary(in, BinaryOp::kDiv, complex_value(in, 1), out);
  }
  double length = std::pow(std::abs(base), exponent.real()), angle = std::arg(base) * exponent.real();
  if (exponent.imag() != 0) {
    length /= std::exp(std::arg(base) * exponent.imag());
    angle += exponent.imag() * std::log(std::abs(base));
  }
  return complex_value(in, {length * std::cos(angle), length * std::sin(angle)});
}

}  // namespace nnscan::py
