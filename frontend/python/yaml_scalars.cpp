// What a plain scalar of YAML 1.1 means, by the rules that PyYAML's safe loader has.
#include <cmath>

#include "frontend/python/wide.h"
#include "frontend/python/yaml_reader.h"

namespace nnscan::py::yaml {

namespace {

bool one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  for (std::string_view w : words)
    if (text == w) return true;
  return false;
}

bool all_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

std::string without(std::string_view text, char c) {
  std::string out(text);
  std::erase(out, c);
  return out;
}

// Base 60, "1:30"; unbound if it is not that.
Value sexagesimal(std::string_view text, bool negative) {
  int64_t total = 0;
  bool first = true;
  for (size_t at = 0; at <= text.size();) {
    size_t end = std::min(text.find(':', at), text.size());
    std::string part = without(text.substr(at, end - at), '_');
    if (!all_of(part, "0123456789") || part.size() > (first ? 9u : 2u) || (first && part[0] == '0')) return Value();
    int64_t n = std::stoll(part);
    if (!first && n > 59) return Value();
    total = total * 60 + n;
    first = false;
    at = end + 1;
  }
  return Value::of(negative ? -total : total);
}

Value integer(Interp& in, std::string_view text) {
  bool negative = text[0] == '-';
  std::string_view body = text[0] == '-' || text[0] == '+' ? text.substr(1) : text;
  auto based = [&](std::string_view digits, std::string_view allowed, unsigned base) {
    if (!all_of(digits, allowed)) return Value();
    return parse_integer(in, (negative ? "-" : "") + without(digits, '_'), base);
  };
  if (body == "0") return Value::of(0);
  if (body.starts_with("0b")) return based(body.substr(2), "01_", 2);
  if (body.starts_with("0x")) return based(body.substr(2), "0123456789abcdefABCDEF_", 16);
  if (body.starts_with("0")) return based(body.substr(1), "01234567_", 8);
  if (body.empty() || body[0] < '1' || body[0] > '9') return Value();
  if (body.find(':') != std::string_view::npos) return sexagesimal(body, negative);
  return based(body, "0123456789_", 10);
}

// A float has a point, and an exponent has a sign: `1e5` is a word.
Value floating(std::string_view text) {
  std::string_view body = text[0] == '-' || text[0] == '+' ? text.substr(1) : text;
  bool negative = text[0] == '-';
  if (one_of(body, {".inf", ".Inf", ".INF"})) return Value::of(negative ? -INFINITY : INFINITY);
  if (one_of(text, {".nan", ".NaN", ".NAN"})) return Value::of(std::nan(""));
  size_t point = body.find('.');
  if (point == std::string_view::npos) return Value();
  std::string_view whole = body.substr(0, point), rest = body.substr(point + 1);
  size_t e = rest.find_first_of("eE");
  std::string_view fraction = rest.substr(0, e);
  if (e != std::string_view::npos) {
    std::string_view exponent = rest.substr(e + 1);
    if (exponent.size() < 2 || (exponent[0] != '+' && exponent[0] != '-') || !all_of(exponent.substr(1), "0123456789"))
      return Value();
  }
  bool digits_before = all_of(whole, "0123456789_") && whole[0] != '_';
  bool digits_behind = all_of(fraction, "0123456789_");
  if (!digits_before && !(whole.empty() && digits_behind && fraction[0] != '_')) return Value();
  if (!fraction.empty() && !digits_behind) return Value();
  if (whole.empty() && text.size() != body.size()) return Value();  // `-.5` is a word too
  return Value::of(std::strtod(without(text, '_').c_str(), nullptr));
}

bool is_date(std::string_view text) {
  return text.size() >= 8 && all_of(text.substr(0, 4), "0123456789") && text[4] == '-' &&
         all_of(text.substr(5, 1), "0123456789") && text.find('-', 6) != std::string_view::npos &&
         all_of(text.substr(0, 10), "0123456789-");
}

}  // namespace

Value plain_scalar(Interp& in, const std::string& text) {
  if (text.empty() || one_of(text, {"~", "null", "Null", "NULL"})) return Value::none();
  if (one_of(text, {"yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"})) return Value::of(true);
  if (one_of(text, {"no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"})) return Value::of(false);
  if (is_date(text)) return in.refuse(Code::kUnsupportedConstruct, "the date `" + text + "` in a YAML file is not supported");
  if (Value v = integer(in, text); !v.is_unbound()) return v;
  if (Value v = floating(text); !v.is_unbound()) return v;
  return in.str(text);
}

}  // namespace nnscan::py::yaml
