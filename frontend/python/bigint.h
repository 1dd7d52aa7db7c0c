// Integers of any size, for the few that leave 64 bits: hashes, masks, random seeds, factorials. A
// sign and a magnitude of 32-bit limbs, lowest first, without leading zeros; zero has no limbs and
// no sign. Plain arithmetic: who bounds the size is whoever makes values of them
// (wide_numbers.cpp). Division and shifts round down and bit operations act on two's complement,
// as Python's do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nnscan::py {

class BigInt {
 public:
  BigInt() = default;
  BigInt(int64_t value);  // every int64 is one
  static BigInt from_double(double whole);  // of a finite number without fraction
  // Digits of a base up to 36, an optional sign before them; nothing if a character is none.
  static std::optional<BigInt> parse(std::string_view digits, unsigned base);
  static BigInt from_limbs(std::vector<uint32_t> limbs, bool negative);

  bool is_zero() const { return limbs_.empty(); }
  bool negative() const { return negative_; }
  bool odd() const { return !limbs_.empty() && (limbs_[0] & 1); }
  int64_t bit_length() const;
  std::optional<int64_t> to_int64() const;
  double to_double() const;  // the nearest, ties to even; infinite if there is none
  std::string text(unsigned base = 10) const;  // lower case, with a sign
  const std::vector<uint32_t>& limbs() const { return limbs_; }

  BigInt operator-() const;
  friend BigInt operator+(const BigInt& a, const BigInt& b);
  friend BigInt operator-(const BigInt& a, const BigInt& b) { return a + -b; }
  friend BigInt operator*(const BigInt& a, const BigInt& b);
  // Quotient rounded down and remainder of the divisor's sign; the divisor is not zero.
  static std::pair<BigInt, BigInt> divide(const BigInt& a, const BigInt& b);
  BigInt shifted(int64_t left) const;  // right if negative
  enum class Bits : uint8_t { kAnd, kOr, kXor };
  static BigInt bitwise(Bits op, const BigInt& a, const BigInt& b);
  static int compare(const BigInt& a, const BigInt& b);  // -1, 0 or 1

 private:
  void trim();
  std::vector<uint32_t> limbs_;
  bool negative_ = false;
};

}  // namespace nnscan::py
