// Numbers and strings: from their spelling to their value.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "frontend/syntax/builder.h"
#include "frontend/syntax/unicode.h"

namespace nnscan::syntax {
namespace {

// As CPython, against quadratic conversion:
// https://docs.python.org/3/library/stdtypes.html#integer-string-conversion-length-limitation
constexpr size_t kMaxDigits = 4300;

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
uint32_t hex_value(char c) { return is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10; }

// Underscores stand between two digits, or after a base prefix.
bool underscores_fit(std::string_view number, bool based) {
  for (size_t i = 0; i < number.size(); ++i) {
    if (number[i] != '_') continue;
    bool before = i > 0 && (is_hex_digit(number[i - 1]) || (based && i == 2));
    bool after = i + 1 < number.size() && is_hex_digit(number[i + 1]);
    if (!before || !after) return false;
    if (!based && (!is_digit(number[i - 1]) || !is_digit(number[i + 1]))) return false;
  }
  return true;
}

std::string without_underscores(std::string_view number) {
  std::string out(number);
  out.erase(std::remove(out.begin(), out.end(), '_'), out.end());
  return out;
}

double to_double(const std::string& digits) {
  double value = 0;
  auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  // Out of range: infinity, or zero, as strtod tells apart.
  return status == std::errc() ? value : std::strtod(digits.c_str(), nullptr);
}

// The decimal digits of an integer in another base.
std::string to_decimal(std::string_view digits, uint32_t base) {
  constexpr uint64_t kLimb = 1'000'000'000;
  std::vector<uint32_t> limbs{0};  // least significant first
  for (char c : digits) {
    uint64_t carry = hex_value(c);
    for (uint32_t& limb : limbs) {
      carry += uint64_t{limb} * base;
      limb = static_cast<uint32_t>(carry % kLimb);
      carry /= kLimb;
    }
    if (carry) limbs.push_back(static_cast<uint32_t>(carry));
  }
  std::string out = std::to_string(limbs.back());
  for (size_t i = limbs.size() - 1; i-- > 0;) out += fmt::format("{:09}", limbs[i]);
  return out;
}

struct Prefix {
  bool raw = false, bytes = false, format = false, unicode = false;
  bool ok = true;
};

Prefix parse_prefix(std::string_view letters) {
  Prefix prefix;
  for (char letter : letters) {
    bool* flag = nullptr;
    switch (letter | 0x20) {
      case 'r': flag = &prefix.raw; break;
      case 'b': flag = &prefix.bytes; break;
      case 'f': flag = &prefix.format; break;
      case 'u': flag = &prefix.unicode; break;
      default: break;
    }
    if (!flag || *flag) prefix.ok = false;
    if (flag) *flag = true;
  }
  if (prefix.bytes && (prefix.format || prefix.unicode)) prefix.ok = false;
  if (prefix.unicode && letters.size() > 1) prefix.ok = false;
  return prefix;
}

}  // namespace

// What the parts of one literal, `"a" f"b{c}"`, have gathered so far.
struct Builder::StringParts {
  std::string text;           // since the last interpolation
  std::vector<ExprId> items;  // of a joined string
  bool bytes = false, format = false;
  CstNode node;
};

ExprId Builder::number(CstNode node) {
  std::string_view written = text(node);
  bool based = written.size() > 1 && written[0] == '0' && is_one_of(written[1], "xXoObB");
  if (!underscores_fit(written, based)) {
    error(node, fmt::format("`{}` is not a number: underscores stand between digits", written));
    return error_expr(node);
  }
  std::string digits = without_underscores(written);
  if ((digits.back() | 0x20) == 'l') {
    error(node, fmt::format("`{}` is a Python 2 long integer", written), "leave out the `L`");
    return error_expr(node);
  }
  if (!based && (digits.back() | 0x20) == 'j') {
    digits.pop_back();
    return add_literal(Imaginary{to_double(digits)}, node);
  }
  if (kind(node) == Kind::kFloat) return add_literal(to_double(digits), node);
  return integer(node, digits);
}

ExprId Builder::integer(CstNode node, std::string_view digits) {
  uint32_t base = 10;
  if (digits.size() > 1 && digits[0] == '0' && !is_digit(digits[1])) {
    char letter = digits[1] | 0x20;
    base = letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
    digits.remove_prefix(2);
  } else if (digits[0] == '0' && digits.find_first_not_of('0') != std::string_view::npos) {
    error(node, fmt::format("`{}`: a decimal number cannot start with a zero", digits),
          "for an octal number write `0o`");
    return error_expr(node);
  }
  int64_t value = 0;
  auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value,
                                       static_cast<int>(base));
  if (status == std::errc()) return add_literal(value, node);
  if (digits.size() > kMaxDigits) {
    error(node, fmt::format("a number of {} digits is too long", digits.size()));
    return error_expr(node);
  }
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return add_literal(BigInteger{base == 10 ? std::string(digits) : to_decimal(digits, base)}, node);
}

ExprId Builder::string(CstNode node) {
  StringParts parts;
  parts.node = node;
  if (kind(node) == Kind::kString) {
    string_part(node, parts);
  } else {
    for (CstNode part : children(node)) string_part(part, parts);
  }
  return finish_string(node, parts);
}

void Builder::string_part(CstNode node, StringParts& parts) {
  CstNode start = cst_.first_child(node);
  std::string_view opening = text(start);
  size_t quote = opening.find_first_of("'\"`");
  if (quote == std::string_view::npos || opening[quote] == '`') {
    error(start, "backticks are Python 2", "write `repr(...)`");
    return;
  }
  Prefix prefix = parse_prefix(opening.substr(0, quote));
  if (!prefix.ok)
    error(start, fmt::format("`{}` is not a string prefix", opening.substr(0, quote)));
  bool first = node == parts.node || node == cst_.first_child(parts.node);
  if (!first && prefix.bytes != parts.bytes) error(node, "bytes and text cannot be joined");
  parts.bytes = prefix.bytes;
  parts.format |= prefix.format;
  uint32_t at = cst_[start].end;
  for (CstNode child : children(node)) {
    bool inside = kind(child) == Kind::kInterpolation;
    if (!inside && kind(child) != Kind::kStringEnd) continue;
    // The closing token of a raw string may hold backslashes that belong to the text.
    uint32_t quotes = static_cast<uint32_t>(opening.size() - quote);
    uint32_t end = inside ? cst_[child].begin : cst_[child].end - quotes;
    decode({at, end, prefix.raw, prefix.bytes, prefix.format, quotes == 3}, parts.text);
    if (inside) interpolation(child, prefix.raw, parts);
    at = cst_[child].end;
  }
}

// Turns the text gathered so far into an item.
void Builder::flush_text(StringParts& parts) {
  if (parts.text.empty()) return;
  parts.items.push_back(add_literal(std::move(parts.text), parts.node));
  parts.text.clear();
}

ExprId Builder::finish_string(CstNode node, StringParts& parts) {
  if (parts.bytes) return add_literal(Bytes{std::move(parts.text)}, node);
  if (!parts.format) return add_literal(std::move(parts.text), node);
  flush_text(parts);
  return add_run(ExprKind::kJoinedString, node, parts.items);
}

// `{value}`, `{value=}`, `{value!r:spec}`.
void Builder::interpolation(CstNode node, bool raw, StringParts& parts) {
  Nested nested(*this, node);
  if (!nested) return;
  CstNode value = field(node, Field::kExpression);
  CstNode equals = cst_.child(node, Kind::kTokenEquals);
  CstNode conversion = field(node, Field::kTypeConversion);
  CstNode spec = field(node, Field::kFormatSpecifier);
  if (equals != kNoNode) {
    // The text up to what comes after the equals sign, at least the closing brace.
    for (char c : text(cst_[node].begin + 1, cst_[cst_.next(equals)].begin))
      if (c != '\r') parts.text += c;
  }
  flush_text(parts);
  char letter = 0;
  if (conversion != kNoNode) {
    letter = text(conversion)[1];
    if (!is_one_of(letter, "rsa"))
      error(conversion, fmt::format("`!{}` is not a conversion", letter),
            "there are `!r`, `!s` and `!a`");
  } else if (equals != kNoNode && spec == kNoNode) {
    letter = 'r';
  }
  if (kind(value) == Kind::kLambda || kind(value) == Kind::kNamedExpression)
    error(value, "a colon in an f-string's field starts the format", "use parentheses");
  ExprId made = element(value, kStar | kYield | kNamed);
  refuse_lone_star(made, value);
  ExprId format = spec == kNoNode ? ExprId{} : format_spec(node, spec, raw);
  parts.items.push_back(add(ExprKind::kFormatted, node, made.index, format.index,
                            static_cast<uint32_t>(letter)));
}

// Between the colon and the closing brace of the field; the grammar drops blanks at its ends.
ExprId Builder::format_spec(CstNode field, CstNode spec, bool raw) {
  StringParts parts;
  parts.node = spec;
  uint32_t at = cst_[spec].begin + 1;
  for (CstNode child : children(spec)) {
    if (kind(child) != Kind::kFormatExpression) continue;
    decode({at, cst_[child].begin, raw, false, false, true}, parts.text);
    interpolation(child, raw, parts);
    at = cst_[child].end;
  }
  decode({at, cst_[field].end - 1, raw, false, false, true}, parts.text);
  flush_text(parts);
  return add_run(ExprKind::kJoinedString, spec, parts.items);
}

// Appends the value of a stretch of a string's source. Line ends become `\n`.
void Builder::decode(const Stretch& from, std::string& out) {
  out.reserve(out.size() + from.end - from.begin);
  bool escaped = false;  // in a raw string: the character before is a backslash that counts
  for (size_t at = from.begin; at < from.end;) {
    char c = text_[at];
    if (c == '\\' && !from.raw) {
      decode_escape(at, from, out);
      continue;
    }
    if (c == '\r' || c == '\n') {
      if (!from.lines && !escaped)
        return error(place(from.begin, at), "the string is never closed");
      if (c == '\n' || at + 1 == from.end || text_[at + 1] != '\n') out += '\n', escaped = false;
      ++at;
      continue;
    }
    if (from.braces && (c == '{' || c == '}')) {
      if (at + 1 < from.end && text_[at + 1] == c) ++at;
      else error(place(at, at + 1), fmt::format("single `{}` in an f-string", c),
                 fmt::format("for the character itself write `{}{}`", c, c));
    }
    if (from.bytes && static_cast<uint8_t>(c) >= 0x80)
      return error(place(at, at + 1), "bytes can only contain ASCII characters",
                   "write `\\x` escapes");
    escaped = c == '\\' && !escaped;
    out += c;
    ++at;
  }
}

// https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
void Builder::decode_escape(size_t& at, const Stretch& from, std::string& out) {
  static constexpr std::string_view kLetters = "\\'\"abfnrtv";
  static constexpr std::string_view kValues = "\\'\"\a\b\f\n\r\t\v";
  size_t begin = at++;
  char c = at < from.end ? text_[at] : '\0';
  size_t simple = at < from.end ? kLetters.find(c) : std::string_view::npos;
  if (simple != std::string_view::npos) {
    out += kValues[simple];
    ++at;
  } else if (c == '\n') {
    ++at;
  } else if (c == '\r') {
    at += at + 1 < from.end && text_[at + 1] == '\n' ? 2 : 1;
  } else if (c >= '0' && c <= '7') {
    uint32_t value = 0;
    for (int n = 0; n < 3 && at < from.end && text_[at] >= '0' && text_[at] <= '7'; ++n, ++at)
      value = value * 8 + (text_[at] - '0');
    if (from.bytes) out += static_cast<char>(value);
    else append_utf8(value, out);
  } else if (c == 'x') {
    decode_hex(begin, at, 2, from, out);
  } else if (!from.bytes && (c == 'u' || c == 'U')) {
    decode_hex(begin, at, c == 'u' ? 4 : 8, from, out);
  } else if (!from.bytes && c == 'N') {
    decode_name(begin, at, from, out);
  } else {
    out += '\\';  // not an escape: both characters stay
  }
}

void Builder::decode_hex(size_t begin, size_t& at, size_t digits, const Stretch& from,
                         std::string& out) {
  uint32_t value = 0;
  size_t end = ++at + digits;
  for (; at < end && at < from.end && is_hex_digit(text_[at]); ++at)
    value = value * 16 + hex_value(text_[at]);
  if (at != end || value > 0x10ffff)
    error(place(begin, at), fmt::format("the escape `\\{}` needs {} hexadecimal digits{}",
                                        text_[begin + 1], digits,
                                        value > 0x10ffff ? " up to 10ffff" : ""));
  else if (from.bytes) out += static_cast<char>(value);
  else append_utf8(value, out);
}

void Builder::decode_name(size_t begin, size_t& at, const Stretch& from, std::string& out) {
  size_t close = text_.find('}', ++at);
  if (at >= from.end || text_[at] != '{' || close >= from.end) {
    error(place(begin, at), "the escape `\\N` needs a character's name in braces");
    return;
  }
  std::string_view name = text_.substr(at + 1, close - at - 1);
  uint32_t value = character_by_name(name);
  at = close + 1;
  if (value != kNoCharacter) return append_utf8(value, out);
  error(place(begin, at), fmt::format("the character name `{}` is not known here", name),
        "write the character itself, or a `\\u` escape");
}

}  // namespace nnscan::syntax
