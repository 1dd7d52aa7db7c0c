// Python numbers that do not fit in a Value: integers beyond 64 bits and complex numbers. An
// integer that fits in 64 bits is always an immediate, so that equal numbers have one form.
#pragma once

#include <complex>

#include "frontend/python/bigint.h"
#include "frontend/python/interp.h"

namespace nnscan::py {

struct BigIntObj : Obj {
  static constexpr Kind kKind = Kind::kBigInt;
  BigIntObj(ClassObj* cls, BigInt number) : Obj(kKind, cls), number(std::move(number)) {}
  BigInt number;
};

struct ComplexObj : Obj {
  static constexpr Kind kKind = Kind::kComplex;
  ComplexObj(ClassObj* cls, std::complex<double> number) : Obj(kKind, cls), number(number) {}
  std::complex<double> number;
};

// Whether a float is the same number.
inline bool exact_as_double(int64_t v) { return v >= -(int64_t{1} << 53) && v <= int64_t{1} << 53; }

// More than any hash or mask needs; what is larger is a diagnostic.
constexpr int64_t kMostBits = 1 << 16;

inline bool is_wide(const Value& v) { return is(v, Kind::kBigInt) || is(v, Kind::kComplex); }
inline bool is_integer_number(const Value& v) { return v.is_any_int() || is(v, Kind::kBigInt); }

BigInt big_of(const Value& integer);  // of what is_integer_number holds
// The smallest form of an integer; poison and a diagnostic past kMostBits.
Value integer_value(Interp& in, BigInt number);
Value complex_value(Interp& in, std::complex<double> number);
// Digits of a base, perhaps with a sign; unbound if they are none.
Value parse_integer(Interp& in, std::string_view digits, unsigned base);
Value integer_from_double(Interp& in, double whole);  // raises for infinities and NaN
// As a float; raises OverflowError where Python does.
double double_of(Interp& in, const Value& integer);

// Of two known numbers, one of them wide or the result too wide for 64 bits; unbound: no such
// operation.
Value wide_binary(Interp& in, syntax::BinaryOp op, const Value& a, const Value& b);
Value wide_compare(Interp& in, syntax::CompareOp op, const Value& a, const Value& b);
Value wide_unary(Interp& in, syntax::UnaryOp op, const Value& v);
uint64_t wide_hash(Interp& in, const Value& v);
std::string wide_text(const Value& v);
std::string wide_format(Interp& in, const Value& v, const std::string& spec, std::string& error);
bool wide_truth(const Value& v);
Value complex_power(Interp& in, std::complex<double> base, std::complex<double> exponent);

}  // namespace nnscan::py
