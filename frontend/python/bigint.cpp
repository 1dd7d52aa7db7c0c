#include "frontend/python/bigint.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nnscan::py {

namespace {

using Limbs = std::vector<uint32_t>;

int compare_magnitudes(const Limbs& a, const Limbs& b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  for (size_t i = a.size(); i-- > 0;)
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}

Limbs add_magnitudes(const Limbs& a, const Limbs& b) {
  Limbs out(std::max(a.size(), b.size()) + 1);
  uint64_t carry = 0;
  for (size_t i = 0; i < out.size(); ++i) {
    carry += (i < a.size() ? a[i] : 0ull) + (i < b.size() ? b[i] : 0ull);
    out[i] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  return out;
}

// a - b, where a is not the smaller.
Limbs subtract_magnitudes(const Limbs& a, const Limbs& b) {
  Limbs out(a.size());
  int64_t borrow = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    int64_t d = static_cast<int64_t>(a[i]) - (i < b.size() ? b[i] : 0) + borrow;
    out[i] = static_cast<uint32_t>(d);
    borrow = d < 0 ? -1 : 0;
  }
  return out;
}

// Divides in place by one limb; the remainder.
uint32_t divide_small(Limbs& a, uint32_t divisor) {
  uint64_t rest = 0;
  for (size_t i = a.size(); i-- > 0;) {
    rest = rest << 32 | a[i];
    a[i] = static_cast<uint32_t>(rest / divisor);
    rest %= divisor;
  }
  while (!a.empty() && a.back() == 0) a.pop_back();
  return static_cast<uint32_t>(rest);
}

Limbs shift_left(const Limbs& a, size_t bits) {
  Limbs out(bits / 32, 0);
  uint32_t carry = 0;
  unsigned part = bits % 32;
  for (uint32_t limb : a) {
    out.push_back(part ? limb << part | carry : limb);
    carry = part ? limb >> (32 - part) : 0;
  }
  out.push_back(carry);
  return out;
}

Limbs shift_right(const Limbs& a, size_t bits) {
  Limbs out;
  unsigned part = bits % 32;
  for (size_t i = bits / 32; i < a.size(); ++i) {
    uint32_t above = i + 1 < a.size() ? a[i + 1] : 0;
    out.push_back(part ? a[i] >> part | above << (32 - part) : a[i]);
  }
  return out;
}

// Knuth's algorithm D on magnitudes, |a| >= |b|, b of two limbs or more: quotient; `a` becomes the
// remainder.
Limbs divide_long(Limbs& a, const Limbs& divisor) {
  auto shift = static_cast<size_t>(__builtin_clz(divisor.back()));
  Limbs u = shift_left(a, shift), v = shift_left(divisor, shift);
  v.resize(divisor.size());
  u.resize(a.size() + 1);
  size_t n = v.size(), m = a.size() - n;
  Limbs q(m + 1);
  for (size_t j = m + 1; j-- > 0;) {
    uint64_t top = static_cast<uint64_t>(u[j + n]) << 32 | u[j + n - 1];
    uint64_t guess = top / v[n - 1], rest = top % v[n - 1];
    while (guess >> 32 || guess * v[n - 2] > (rest << 32 | u[j + n - 2])) {
      --guess;
      rest += v[n - 1];
      if (rest >> 32) break;
    }
    int64_t borrow = 0;
    uint64_t carry = 0;
    for (size_t i = 0; i < n; ++i) {
      carry += guess * v[i];
      int64_t d = static_cast<int64_t>(u[i + j]) - static_cast<uint32_t>(carry) + borrow;
      u[i + j] = static_cast<uint32_t>(d);
      borrow = d < 0 ? -1 : 0;
      carry >>= 32;
    }
    int64_t d = static_cast<int64_t>(u[j + n]) - static_cast<int64_t>(carry) + borrow;
    u[j + n] = static_cast<uint32_t>(d);
    if (d < 0) {  // the guess was one too large: add the divisor back
      --guess;
      uint64_t sum = 0;
      for (size_t i = 0; i < n; ++i) {
        sum += static_cast<uint64_t>(u[i + j]) + v[i];
        u[i + j] = static_cast<uint32_t>(sum);
        sum >>= 32;
      }
      u[j + n] += static_cast<uint32_t>(sum);
    }
    q[j] = static_cast<uint32_t>(guess);
  }
  a = shift_right(u, shift);
  return q;
}

// Two's complement of `size` limbs.
Limbs complement(const BigInt& v, size_t size) {
  Limbs out = v.limbs();
  out.resize(size);
  if (!v.negative()) return out;
  uint64_t carry = 1;
  for (uint32_t& limb : out) {
    carry += static_cast<uint32_t>(~limb);
    limb = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  return out;
}

}  // namespace

BigInt::BigInt(int64_t value) : negative_(value < 0) {
  uint64_t magnitude = negative_ ? ~static_cast<uint64_t>(value) + 1 : static_cast<uint64_t>(value);
  for (; magnitude; magnitude >>= 32) limbs_.push_back(static_cast<uint32_t>(magnitude));
}

BigInt BigInt::from_limbs(Limbs limbs, bool negative) {
  BigInt out;
  out.limbs_ = std::move(limbs);
  out.negative_ = negative;
  out.trim();
  return out;
}

BigInt BigInt::from_double(double whole) {
  int exponent = 0;
  double mantissa = std::frexp(std::fabs(whole), &exponent);
  BigInt out(static_cast<int64_t>(std::ldexp(mantissa, 53)));
  out = out.shifted(exponent - 53);
  out.negative_ = whole < 0 && !out.is_zero();
  return out;
}

std::optional<BigInt> BigInt::parse(std::string_view digits, unsigned base) {
  bool negative = !digits.empty() && digits[0] == '-';
  if (negative || (!digits.empty() && digits[0] == '+')) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  Limbs limbs;
  for (char c : digits) {
    unsigned digit = c >= '0' && c <= '9' ? static_cast<unsigned>(c - '0')
                     : c >= 'a' && c <= 'z' ? static_cast<unsigned>(c - 'a' + 10)
                     : c >= 'A' && c <= 'Z' ? static_cast<unsigned>(c - 'A' + 10) : 99;
    if (digit >= base) return std::nullopt;
    uint64_t carry = digit;
    for (uint32_t& limb : limbs) {
      carry += static_cast<uint64_t>(limb) * base;
      limb = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    if (carry) limbs.push_back(static_cast<uint32_t>(carry));
  }
  return from_limbs(std::move(limbs), negative);
}

void BigInt::trim() {
  while (!limbs_.empty() && limbs_.back() == 0) limbs_.pop_back();
  if (limbs_.empty()) negative_ = false;
}

int64_t BigInt::bit_length() const {
  if (limbs_.empty()) return 0;
  return static_cast<int64_t>(limbs_.size()) * 32 - __builtin_clz(limbs_.back());
}

std::optional<int64_t> BigInt::to_int64() const {
  if (limbs_.size() > 2) return std::nullopt;
  uint64_t magnitude = 0;
  for (size_t i = limbs_.size(); i-- > 0;) magnitude = magnitude << 32 | limbs_[i];
  uint64_t most = static_cast<uint64_t>(std::numeric_limits<int64_t>::max()) + (negative_ ? 1 : 0);
  if (magnitude > most) return std::nullopt;
  return static_cast<int64_t>(negative_ ? ~magnitude + 1 : magnitude);
}

double BigInt::to_double() const {
  int64_t extra = bit_length() - 64;
  if (extra > 1024) return negative_ ? -INFINITY : INFINITY;
  // 64 bits, the lowest of which also stands for everything below: one rounding follows.
  BigInt top = extra > 0 ? from_limbs(shift_right(limbs_, static_cast<size_t>(extra)), false)
                         : from_limbs(limbs_, false);
  uint64_t bits = 0;
  for (size_t i = top.limbs_.size(); i-- > 0;) bits = bits << 32 | top.limbs_[i];
  if (extra > 0 && compare_magnitudes(from_limbs(shift_left(top.limbs_, static_cast<size_t>(extra)), false).limbs_, limbs_) != 0)
    bits |= 1;
  double d = std::ldexp(static_cast<double>(bits), static_cast<int>(std::max<int64_t>(extra, 0)));
  return negative_ ? -d : d;
}

std::string BigInt::text(unsigned base) const {
  if (limbs_.empty()) return "0";
  std::string out;
  // As many digits at a time as fit in a limb.
  uint32_t chunk = base;
  int digits = 1;
  while (static_cast<uint64_t>(chunk) * base <= UINT32_MAX) chunk *= base, ++digits;
  for (Limbs rest = limbs_; !rest.empty();) {
    uint32_t part = divide_small(rest, chunk);
    for (int i = 0; i < digits && (part || !rest.empty()); ++i, part /= base)
      out += "0123456789abcdefghijklmnopqrstuvwxyz"[part % base];
  }
  if (negative_) out += '-';
  std::reverse(out.begin(), out.end());
  return out;
}

BigInt BigInt::operator-() const { return from_limbs(limbs_, !negative_); }

BigInt operator+(const BigInt& a, const BigInt& b) {
  if (a.negative_ == b.negative_) return BigInt::from_limbs(add_magnitudes(a.limbs_, b.limbs_), a.negative_);
  if (compare_magnitudes(a.limbs_, b.limbs_) >= 0)
    return BigInt::from_limbs(subtract_magnitudes(a.limbs_, b.limbs_), a.negative_);
  return BigInt::from_limbs(subtract_magnitudes(b.limbs_, a.limbs_), b.negative_);
}

BigInt operator*(const BigInt& a, const BigInt& b) {
  Limbs out(a.limbs_.size() + b.limbs_.size());
  for (size_t i = 0; i < a.limbs_.size(); ++i) {
    uint64_t carry = 0;
    for (size_t j = 0; j < b.limbs_.size(); ++j) {
      carry += static_cast<uint64_t>(a.limbs_[i]) * b.limbs_[j] + out[i + j];
      out[i + j] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    out[i + b.limbs_.size()] = static_cast<uint32_t>(carry);
  }
  return BigInt::from_limbs(std::move(out), a.negative_ != b.negative_);
}

std::pair<BigInt, BigInt> BigInt::divide(const BigInt& a, const BigInt& b) {
  Limbs rest = a.limbs_, quotient;
  if (compare_magnitudes(a.limbs_, b.limbs_) >= 0) {
    if (b.limbs_.size() == 1) {
      quotient = rest;
      rest = {divide_small(quotient, b.limbs_[0])};
    } else {
      quotient = divide_long(rest, b.limbs_);
    }
  }
  BigInt q = from_limbs(std::move(quotient), a.negative_ != b.negative_);
  BigInt r = from_limbs(std::move(rest), a.negative_);
  if (!r.is_zero() && r.negative_ != b.negative_) {
    q = q - BigInt(1);
    r = r + b;
  }
  return {q, r};
}

BigInt BigInt::shifted(int64_t left) const {
  if (left >= 0) return from_limbs(shift_left(limbs_, static_cast<size_t>(left)), negative_);
  if (!negative_) return from_limbs(shift_right(limbs_, static_cast<size_t>(-left)), false);
  // Towards minus infinity: ~(~x >> n).
  BigInt below = -*this - BigInt(1);
  return -from_limbs(shift_right(below.limbs_, static_cast<size_t>(-left)), false) - BigInt(1);
}

BigInt BigInt::bitwise(Bits op, const BigInt& a, const BigInt& b) {
  size_t size = std::max(a.limbs_.size(), b.limbs_.size()) + 1;
  Limbs x = complement(a, size), y = complement(b, size);
  for (size_t i = 0; i < size; ++i)
    x[i] = op == Bits::kAnd ? x[i] & y[i] : op == Bits::kOr ? x[i] | y[i] : x[i] ^ y[i];
  bool negative = x.back() >> 31;
  if (!negative) return from_limbs(std::move(x), false);
  return from_limbs(complement(from_limbs(std::move(x), true), size), true);
}

int BigInt::compare(const BigInt& a, const BigInt& b) {
  if (a.negative_ != b.negative_) return a.negative_ ? -1 : 1;
  int magnitudes = compare_magnitudes(a.limbs_, b.limbs_);
  return a.negative_ ? -magnitudes : magnitudes;
}

}  // namespace nnscan::py
