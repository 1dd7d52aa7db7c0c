// `_hashlib`: SHA-256 (FIPS 180-4) and MD5 (RFC 1321), which models use to name and check files.
#include <array>
#include <bit>
#include <cmath>

#include "frontend/python/native_table.h"

namespace nnscan::py {

namespace {

// The message with a one bit, zeros, and its length in bits behind it: whole blocks of 64 bytes.
std::string padded(std::string message, bool big_endian) {
  uint64_t bits = message.size() * 8;
  message += '\x80';
  while (message.size() % 64 != 56) message += '\0';
  for (int i = 0; i < 8; ++i) message += static_cast<char>(bits >> (big_endian ? 56 - 8 * i : 8 * i));
  return message;
}

uint32_t word_at(const std::string& s, size_t at, bool big_endian) {
  uint32_t word = 0;
  for (size_t i = 0; i < 4; ++i)
    word |= static_cast<uint32_t>(static_cast<unsigned char>(s[at + i])) << (big_endian ? 24 - 8 * i : 8 * i);
  return word;
}

template <size_t N>
std::string bytes_of(const std::array<uint32_t, N>& state, bool big_endian) {
  std::string out;
  for (uint32_t word : state)
    for (int i = 0; i < 4; ++i) out += static_cast<char>(word >> (big_endian ? 24 - 8 * i : 8 * i));
  return out;
}

// The first 32 bits behind the point of a root of a prime: SHA-256 takes its constants from them.
uint32_t fraction_of_root(uint32_t prime, bool cube) {
  long double root = cube ? std::cbrt(static_cast<long double>(prime)) : std::sqrt(static_cast<long double>(prime));
  return static_cast<uint32_t>((root - std::floor(root)) * 4294967296.0L);
}

struct Sha256Constants {
  std::array<uint32_t, 8> start;
  std::array<uint32_t, 64> rounds;
  Sha256Constants() {
    uint32_t candidate = 2;
    for (size_t n = 0; n < 64; ++candidate) {
      bool prime = true;
      for (uint32_t d = 2; d * d <= candidate && prime; ++d) prime = candidate % d != 0;
      if (!prime) continue;
      if (n < 8) start[n] = fraction_of_root(candidate, false);
      rounds[n++] = fraction_of_root(candidate, true);
    }
  }
};

std::string sha256(const std::string& message) {
  const Sha256Constants constants;
  std::array<uint32_t, 8> state = constants.start;
  std::string text = padded(message, true);
  for (size_t block = 0; block < text.size(); block += 64) {
    std::array<uint32_t, 64> w;
    for (size_t i = 0; i < 16; ++i) w[i] = word_at(text, block + 4 * i, true);
    for (size_t i = 16; i < 64; ++i) {
      uint32_t a = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ w[i - 15] >> 3;
      uint32_t b = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ w[i - 2] >> 10;
      w[i] = w[i - 16] + a + w[i - 7] + b;
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (size_t i = 0; i < 64; ++i) {
      uint32_t s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
      uint32_t t1 = h + s1 + ((e & f) ^ (~e & g)) + constants.rounds[i] + w[i];
      uint32_t s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
      uint32_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
    }
    const uint32_t added[] = {a, b, c, d, e, f, g, h};
    for (size_t i = 0; i < 8; ++i) state[i] += added[i];
  }
  return bytes_of(state, true);
}

std::string md5(const std::string& message) {
  constexpr int kTurns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  std::array<uint32_t, 4> state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  std::string text = padded(message, false);
  for (size_t block = 0; block < text.size(); block += 64) {
    auto [a, b, c, d] = state;
    for (uint32_t i = 0; i < 64; ++i) {
      uint32_t mixed = i < 16 ? (b & c) | (~b & d) : i < 32 ? (d & b) | (~d & c) : i < 48 ? b ^ c ^ d : c ^ (b | ~d);
      uint32_t at = i < 16 ? i : i < 32 ? 5 * i + 1 : i < 48 ? 3 * i + 5 : 7 * i;
      auto sine = static_cast<uint32_t>(static_cast<uint64_t>(std::fabs(std::sin(static_cast<double>(i + 1))) * 4294967296.0));
      uint32_t sum = mixed + a + sine + word_at(text, block + 4 * (at % 16), false);
      a = d, d = c, c = b;
      b += std::rotl(sum, kTurns[i / 16][i % 4]);
    }
    const uint32_t added[] = {a, b, c, d};
    for (size_t i = 0; i < 4; ++i) state[i] += added[i];
  }
  return bytes_of(state, false);
}

using Digest = std::string (*)(const std::string&);

template <Digest digest>
Value digest_of(Interp& in, const Args& a) {
  if (!is(a[0], Kind::kBytes)) in.raise(in.types.type_error, "Strings must be encoded before hashing");
  const std::string& data = as<BytesObj>(a[0])->data;
  for (size_t blocks = data.size() / 1024; blocks > 0; --blocks) in.step();
  return Value::of(in.make<BytesObj>(in.types.bytes, digest(data)));
}

constexpr NativeRow kHashRows[] = {{"sha256", digest_of<sha256>, 1, 1}, {"md5", digest_of<md5>, 1, 1}};

}  // namespace

void install_hashlib(Interp& in) {
  in.native_modules["_hashlib"] = [](Interp& interp, ModuleObj* module) { add_functions(interp, module->attrs, kHashRows); };
}

}  // namespace nnscan::py
