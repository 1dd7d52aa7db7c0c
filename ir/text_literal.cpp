#include "ir/text_literal.h"

#include <charconv>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

namespace nnscan::text_form {

namespace {

template <class T>
std::string shortest(T value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  std::string text = fmt::format("{}", value);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

std::string element(const Constant& constant, int64_t i) {
  if (constant.dtype() == DType::kBool) return constant.as_int(i) != 0 ? "true" : "false";
  if (!is_float(constant.dtype())) return std::to_string(constant.as_int(i));
  if (constant.dtype() == DType::kFloat64) return number(constant.as_double(i));
  return number(static_cast<float>(constant.as_double(i)));
}

bool all_equal(const Constant& constant) {
  if (constant.is_splat()) return true;
  size_t size = size_of(constant.dtype());
  for (int64_t i = 1; i < constant.numel(); ++i)
    if (std::memcmp(constant.element(0), constant.element(i), size) != 0) return false;
  return true;
}

template <class T>
bool read_number(std::string_view text, T& value) {
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

template <class T, class Stored>
bool read_as(DType dtype, std::string_view text, std::byte* to) {
  T value;
  if (!read_number(text, value)) return false;
  store_element(dtype, to, static_cast<Stored>(value));
  return true;
}

}  // namespace

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '.';
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\')
      result += std::string("\\") + c;
    else if (static_cast<unsigned char>(c) < 0x20)
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    else
      result += c;
  }
  return result + "\"";
}

std::string name(std::string_view name) {
  bool bare = !name.empty();
  for (char c : name) bare = bare && is_name_character(c);
  return bare ? std::string(name) : quoted(name);
}

std::string number(double value) { return shortest(value); }
std::string number(float value) { return shortest(value); }

std::string elements(const Constant& constant) {
  if (constant.rank() == 0) return element(constant, 0);
  if (constant.numel() > 1 && all_equal(constant)) return "splat(" + element(constant, 0) + ")";
  std::string text = "[";
  for (int64_t i = 0; i < constant.numel(); ++i)
    text += (i == 0 ? "" : ", ") + element(constant, i);
  return text + "]";
}

bool is_short(const Constant& constant) {
  return constant.is_splat() || constant.numel() <= kShortLength;
}

bool read_element(DType dtype, std::string_view text, std::byte* to) {
  if (dtype == DType::kBool) {
    if (text != "true" && text != "false") return false;
    store_element(dtype, to, int64_t{text == "true"});
    return true;
  }
  if (!is_float(dtype)) return read_as<int64_t, int64_t>(dtype, text, to);
  if (dtype == DType::kFloat64) return read_as<double, double>(dtype, text, to);
  return read_as<float, double>(dtype, text, to);
}

}  // namespace nnscan::text_form
