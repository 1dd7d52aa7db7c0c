#include "frontend/python/format.h"

#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "frontend/python/utf8.h"

namespace nnscan::py {

namespace {

struct Spec {
  std::string fill = " ";
  char align = 0, sign = '-', grouping = 0, type = 0;
  bool alternate = false;
  int width = 0, precision = -1;
};

bool parse(const std::string& text, Spec& spec, std::string& error) {
  size_t i = 0;
  auto at = [&](size_t k) { return k < text.size() ? text[k] : '\0'; };
  auto is_align = [](char c) { return c == '<' || c == '>' || c == '=' || c == '^'; };
  // What fills may be any character.
  size_t fill = 1;
  while (fill < text.size() && (text[fill] & 0xc0) == 0x80) ++fill;
  if (is_align(at(fill))) {
    spec.fill = text.substr(0, fill);
    spec.align = at(fill);
    i = fill + 1;
  } else if (is_align(at(0))) {
    spec.align = at(0);
    i = 1;
  }
  if (at(i) == '+' || at(i) == '-' || at(i) == ' ') spec.sign = at(i++);
  if (at(i) == 'z') ++i;
  if (at(i) == '#') spec.alternate = true, ++i;
  if (at(i) == '0') {
    if (!spec.align) spec.fill = "0", spec.align = '=';
    ++i;
  }
  auto number = [&](int& into) {
    for (into = 0; std::isdigit(static_cast<unsigned char>(at(i))); ++i)
      if (into < 1000000) into = into * 10 + (at(i) - '0');
  };
  if (std::isdigit(static_cast<unsigned char>(at(i)))) number(spec.width);
  if (at(i) == ',' || at(i) == '_') spec.grouping = at(i++);
  if (at(i) == '.') {
    ++i;
    if (!std::isdigit(static_cast<unsigned char>(at(i)))) return error = "Format specifier missing precision", false;
    number(spec.precision);
    if (spec.precision > 100000) return error = "precision too big", false;
  }
  if (i < text.size()) spec.type = at(i++);
  if (i < text.size()) return error = "Invalid format specifier '" + text + "'", false;
  return true;
}

std::string pad(const std::string& sign, const std::string& body, const Spec& spec, char default_align) {
  if (spec.width == 0) return sign + body;
  size_t length = utf8_length(sign) + utf8_length(body);
  char align = spec.align ? spec.align : default_align;
  if (static_cast<size_t>(spec.width) <= length) return sign + body;
  size_t missing = static_cast<size_t>(spec.width) - length;
  auto filled = [&](size_t n) {
    std::string out;
    for (size_t k = 0; k < n; ++k) out += spec.fill;
    return out;
  };
  switch (align) {
    case '<': return sign + body + filled(missing);
    case '^': return filled(missing / 2) + sign + body + filled(missing - missing / 2);
    case '=': return sign + filled(missing) + body;
    default: return filled(missing) + sign + body;
  }
}

std::string grouped(const std::string& digits, char separator, size_t every) {
  if (!separator) return digits;
  std::string out;
  for (size_t k = 0; k < digits.size(); ++k) {
    if (k > 0 && (digits.size() - k) % every == 0) out += separator;
    out += digits[k];
  }
  return out;
}

std::string sign_of(bool negative, char mode) {
  if (negative) return "-";
  return mode == '+' ? "+" : mode == ' ' ? " " : "";
}

}  // namespace

std::string format_string(const std::string& text, const std::string& text_spec, std::string& error) {
  Spec spec;
  if (!parse(text_spec, spec, error)) return "";
  if (spec.type && spec.type != 's') return error = std::string("Unknown format code '") + spec.type + "' for object of type 'str'", "";
  if (spec.align == '=') return error = "'=' alignment not allowed in string format specifier", "";
  std::string body = text;
  if (spec.precision >= 0) {
    auto chars = utf8_chars(text);
    body.clear();
    for (size_t k = 0; k < chars.size() && k < static_cast<size_t>(spec.precision); ++k) body += chars[k];
  }
  return pad("", body, spec, '<');
}

std::string format_int(int64_t value, const std::string& text, std::string& error) {
  char type = text.empty() ? 'd' : text.back();
  if (std::string("eEfFgG%").find(type) != std::string::npos) return format_float(static_cast<double>(value), text, error);
  if (type == 'c') {
    Spec spec;
    if (!parse(text, spec, error)) return "";
    return pad("", utf8_encode(static_cast<uint32_t>(value)), spec, '<');
  }
  uint64_t magnitude = value < 0 ? ~static_cast<uint64_t>(value) + 1 : static_cast<uint64_t>(value);
  return format_digits(value < 0, [&](unsigned base) {
    std::string digits;
    uint64_t rest = magnitude;
    do {
      digits.insert(digits.begin(), "0123456789abcdef"[rest % base]);
      rest /= base;
    } while (rest);
    return digits;
  }, text, error);
}

std::string format_digits(bool negative, const std::function<std::string(unsigned)>& digits_of,
                          const std::string& text, std::string& error) {
  Spec spec;
  if (!parse(text, spec, error)) return "";
  char type = spec.type ? spec.type : 'd';
  unsigned base = type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
  if (base == 10 && type != 'd' && type != 'n')
    return error = std::string("Unknown format code '") + type + "' for object of type 'int'", "";
  if (spec.precision >= 0) return error = "Precision not allowed in integer format specifier", "";
  if (spec.grouping == ',' && base != 10) return error = std::string("Cannot specify ',' with '") + type + "'.", "";
  std::string digits = digits_of(base);
  if (type == 'X')
    for (char& c : digits) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  // Zeros that fill are grouped too.
  size_t every = base == 10 ? 3 : 4;
  std::string prefix = spec.alternate && base != 10 ? std::string("0") + type : "";
  std::string sign = sign_of(negative, spec.sign) + prefix;
  if (spec.grouping && spec.fill == "0" && spec.align == '=')
    while (sign.size() + grouped(digits, spec.grouping, every).size() < static_cast<size_t>(spec.width)) digits.insert(0, "0");
  return pad(sign, grouped(digits, spec.grouping, every), spec, '>');
}

std::string format_float(double value, const std::string& text, std::string& error) {
  Spec spec;
  if (!parse(text, spec, error)) return "";
  char type = spec.type;
  if (type && std::string("eEfFgGn%").find(type) == std::string::npos)
    return error = std::string("Unknown format code '") + type + "' for object of type 'float'", "";
  bool negative = std::signbit(value) && !std::isnan(value);
  double magnitude = std::fabs(value);
  std::string body;
  bool upper = type == 'E' || type == 'F' || type == 'G';
  if (std::isnan(value) || std::isinf(value)) {
    body = std::isnan(value) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf");
    if (type == '%') body += "%";
  } else if (!type && spec.precision < 0) {
    body = float_repr(magnitude);
  } else {
    char print_type = type == '%' ? 'f' : type == 'n' || !type ? 'g' : type;
    int precision = spec.precision < 0 ? 6 : spec.precision;
    if (print_type == 'g' && precision == 0) precision = 1;
    if (type == '%') magnitude *= 100;
    char room[512];
    auto style = print_type == 'e' ? std::chars_format::scientific
                 : print_type == 'f' ? std::chars_format::fixed : std::chars_format::general;
    std::to_chars_result made{room, std::errc::value_too_large};
    if (!upper && !spec.alternate) made = std::to_chars(room, room + sizeof room, magnitude, style, precision);
    if (made.ec == std::errc()) {
      body.assign(room, made.ptr);
    } else {
      std::string f = std::string("%") + (spec.alternate ? "#" : "") + ".*" + print_type;
      int size = std::snprintf(nullptr, 0, f.c_str(), precision, magnitude);
      body.resize(static_cast<size_t>(size) + 1);
      std::snprintf(body.data(), body.size(), f.c_str(), precision, magnitude);
      body.pop_back();
    }
    if (!type && body.find_first_of(".e") == std::string::npos) body += ".0";
    if (type == '%') body += "%";
  }
  if (spec.grouping) {
    size_t end = body.find_first_not_of("0123456789");
    if (end == std::string::npos) end = body.size();
    body = grouped(body.substr(0, end), spec.grouping, 3) + body.substr(end);
  }
  return pad(sign_of(negative, spec.sign), body, spec, '>');
}

}  // namespace nnscan::py
