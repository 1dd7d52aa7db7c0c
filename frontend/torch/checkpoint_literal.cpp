#include "frontend/torch/checkpoint_literal.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace nnscan::checkpoint {
namespace {

std::optional<uint32_t> parse_hex(std::string_view text, size_t at, size_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  const std::string_view hex = text.substr(at, digits);
  uint32_t code = 0;
  const auto [end, error] = std::from_chars(hex.data(), hex.data() + digits, code, 16);
  if (error != std::errc() || end != hex.data() + digits) return std::nullopt;
  return code;
}

void append_utf8(std::string& out, uint32_t code) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (code >> shift & 0x3f)); };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xc0 | code >> 6);
    tail(0);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xe0 | code >> 12);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xf0 | code >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace

std::optional<Integer> parse_decimal(std::string_view digits) {
  Integer out;
  const char* const last = digits.data() + digits.size();
  const auto [end, error] = std::from_chars(digits.data(), last, out.value);
  if (error == std::errc::invalid_argument || end != last) return std::nullopt;
  out.fits = error == std::errc();
  return out;
}

Integer parse_little_endian(std::string_view bytes) {
  if (bytes.size() > sizeof(int64_t)) return {0, false};
  const bool negative = !bytes.empty() && (bytes.back() & 0x80) != 0;
  uint64_t value = negative ? ~uint64_t{0} : 0;
  for (size_t i = bytes.size(); i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return {static_cast<int64_t>(value), true};
}

std::optional<double> parse_float(std::string_view digits) {
  double value = 0;
  const char* const last = digits.data() + digits.size();
  const auto [end, error] = std::from_chars(digits.data(), last, value);
  if (error != std::errc() || end != last) return std::nullopt;
  return value;
}

std::optional<std::string> parse_escapes(std::string_view text) {
  static constexpr std::pair<char, char> kSimple[] = {{'\\', '\\'}, {'\'', '\''}, {'"', '"'},
                                                      {'n', '\n'},  {'r', '\r'},  {'t', '\t'}};
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    if (++i == text.size()) return std::nullopt;
    if (text[i] == 'x') {
      const auto code = parse_hex(text, i + 1, 2);
      if (!code) return std::nullopt;
      out += static_cast<char>(*code);
      i += 2;
      continue;
    }
    const auto simple = std::ranges::find(kSimple, text[i], &std::pair<char, char>::first);
    if (simple == std::end(kSimple)) return std::nullopt;
    out += simple->second;
  }
  return out;
}

std::optional<std::string> parse_unicode_escapes(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char letter = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
    const size_t digits = letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    if (digits > 0) {
      const auto code = parse_hex(text, i + 2, digits);
      if (!code || *code > 0x10ffff) return std::nullopt;
      append_utf8(out, *code);
      i += 1 + digits;
    } else if (static_cast<unsigned char>(text[i]) >= 0x80) {
      append_utf8(out, static_cast<unsigned char>(text[i]));  // the rest is Latin-1
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace nnscan::checkpoint
