// The methods of str.
#include <algorithm>

#include "frontend/python/native_table.h"
#include "frontend/python/open_text.h"
#include "frontend/python/unicode.h"
#include "frontend/python/utf8.h"

namespace nnscan::py {

namespace {

// A text whose characters are looked at.
const std::string& read(Interp& in, const Value& v) { return look_at_text(in, text_of(in, v)); }
const std::string& self(Interp& in, const Args& a) { return read(in, a[0]); }

template <class F>
std::string mapped(const std::string& s, F f) {
  std::u32string points = to_code_points(s);
  for (char32_t& c : points) c = f(c);
  return to_utf8(points);
}

std::string lower(const std::string& s) {
  if (!is_ascii(s)) return mapped(s, to_lower);
  std::string out = s;
  for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return out;
}

bool every(const std::string& s, bool (*f)(char32_t)) {
  std::u32string points = to_code_points(s);
  return !points.empty() && std::all_of(points.begin(), points.end(), f);
}

// Some capitals are two letters: those of the sharp s and of ligatures are spelt out.
std::string upper(const std::string& s) {
  std::string out;
  if (is_ascii(s)) {
    out = s;
    for (char& c : out) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return out;
  }
  for (char32_t c : to_code_points(s)) out += c == 0xdf ? "SS" : utf8_encode(static_cast<uint32_t>(to_upper(c)));
  return out;
}

Value str_new(Interp& in, const Args& args) {
  Value text = args.size() > 1 ? in.str(in.to_str(args[1])) : in.str("");
  if (args.size() > 2 || (args.size() > 1 && !args.keywords.empty() && is(args[1], Kind::kBytes)))
    text = in.call(in.get(args[1], "decode"), args.positional.subspan(2), args.keywords);
  if (as<ClassObj>(args[0]) == in.types.str) return args.size() > 1 && is(args[1], Kind::kStr) && args[1].obj->cls == in.types.str ? args[1] : text;
  return Value::of(in.make<StrObj>(as<ClassObj>(args[0]), as<StrObj>(text)->text));
}

Value str_join(Interp& in, const Args& a) {
  std::string out;
  bool first = true;
  int64_t position = 0;
  const std::string& separator = text_of(in, a[0]);
  for (const Value& v : in.unpack(a[1])) {
    if (is(in.force(v), Kind::kPoison)) return in.force(v);
    if (!first) out += separator;
    first = false;
    Value item = in.force(v);
    if (!is(item, Kind::kStr))
      in.raise(in.types.type_error, "sequence item " + std::to_string(position) + ": expected str instance, " + in.type_name(item) + " found");
    out += as<StrObj>(item)->text;
    ++position;
  }
  return in.str(std::move(out));
}

// The parts of a text between those that are `separator`.
Value parts_between(Interp& in, const std::string& s, const std::string& separator, int64_t most) {
  if (separator.empty()) in.raise(in.types.value_error, "empty separator");
  std::vector<Value> parts;
  size_t at = 0;
  auto room = [&] { return most < 0 || static_cast<int64_t>(parts.size()) < most; };
  for (size_t next; room() && (next = s.find(separator, at)) != std::string::npos; at = next + separator.size())
    parts.push_back(in.str(s.substr(at, next - at)));
  parts.push_back(in.str(s.substr(at)));
  return in.list(std::move(parts));
}

Value str_split(Interp& in, const Args& args) {
  if (args.size() == 2 && args.keywords.empty() && is(args[1], Kind::kStr))
    return parts_between(in, self(in, args), as<StrObj>(args[1])->text, -1);
  Parameters p(in, {args.positional.subspan(1), args.keywords}, "split", {"sep", "maxsplit"});
  const std::string& s = self(in, args);
  int64_t most = p.has(1) ? in.index_of(p[1]) : -1;
  std::vector<Value> parts;
  auto room = [&] { return most < 0 || static_cast<int64_t>(parts.size()) < most; };
  if (!p.has(0) || p[0].is_none()) {
    size_t i = 0;
    while ((i = s.find_first_not_of(" \t\n\r\f\v", i)) != std::string::npos) {
      if (!room()) {
        parts.push_back(in.str(s.substr(i)));
        break;
      }
      size_t end = s.find_first_of(" \t\n\r\f\v", i);
      parts.push_back(in.str(s.substr(i, end - i)));
      if (end == std::string::npos) break;
      i = end;
    }
    return in.list(std::move(parts));
  }
  return parts_between(in, s, text_of(in, p[0]), most);
}

// From the right: the same on the text in reverse.
Value str_rsplit(Interp& in, const Args& args) {
  Parameters p(in, {args.positional.subspan(1), args.keywords}, "rsplit", {"sep", "maxsplit"});
  if (!p.has(1) || in.index_of(p[1]) < 0) return str_split(in, args);
  auto reversed = [&](const Value& v) {
    std::u32string points = to_code_points(text_of(in, v));
    return in.str(to_utf8(std::u32string(points.rbegin(), points.rend())));
  };
  Value separator = !p.has(0) || p[0].is_none() ? Value::none() : reversed(p[0]);
  const Value all[] = {reversed(args[0]), separator, p[1]};
  std::vector<Value> parts;
  for (const Value& part : as<ListObj>(str_split(in, {all, {}}))->items) parts.insert(parts.begin(), reversed(part));
  return in.list(std::move(parts));
}

Value strip(Interp& in, const Args& a, bool left, bool right) {
  const std::string& s = self(in, a);
  std::string chars = a.size() > 1 && !a[1].is_none() ? read(in, a[1]) : " \t\n\r\f\v";
  size_t begin = left ? s.find_first_not_of(chars) : 0;
  if (begin == std::string::npos) return in.str("");
  size_t end = right ? s.find_last_not_of(chars) : s.size() - 1;
  if (end == std::string::npos || s.empty()) return in.str("");
  return in.str(s.substr(begin, end - begin + 1));
}

// Positions are code points to Python, bytes to us. The part of the text from argument `first` up
// to the one behind it, as bytes; false if it starts behind the end.
bool part_of(Interp& in, const Args& a, size_t first, std::string_view& part, size_t& offset) {
  const std::string& s = self(in, a);
  offset = 0;
  part = s;
  bool plain = [&] {
    for (size_t i = first; i < a.size(); ++i)
      if (!a[i].is_none()) return false;
    return true;
  }();
  if (plain) return true;
  std::vector<std::string_view> chars = utf8_chars(s);
  auto count = static_cast<int64_t>(chars.size());
  auto position = [&](size_t i, int64_t fallback) {
    if (i >= a.size() || a[i].is_none()) return fallback;
    int64_t at = in.index_of(a[i]);
    return at < 0 ? std::max<int64_t>(0, at + count) : at;
  };
  int64_t start = position(first, 0), end = std::min(position(first + 1, count), count);
  if (start > count || end < start) return false;
  auto byte = [&](int64_t at) {
    return at == count ? s.size() : static_cast<size_t>(chars[static_cast<size_t>(at)].data() - s.data());
  };
  offset = byte(start);
  part = std::string_view(s).substr(offset, byte(end) - offset);
  return true;
}

Value affix(Interp& in, const Args& a, bool start) {
  std::string_view s;
  size_t offset = 0;
  bool there = part_of(in, a, 2, s, offset);
  auto check = [&](const Value& v) {
    if (!is(v, Kind::kStr))
      in.raise(in.types.type_error, std::string(start ? "startswith" : "endswith") +
                                        " first arg must be str or a tuple of str, not " + in.type_name(v));
    const std::string& t = as<StrObj>(v)->text;
    return there && (start ? s.starts_with(t) : s.ends_with(t));
  };
  if (auto* t = get_if<TupleObj>(a[1])) {
    for (const Value& v : t->items)
      if (check(in.force(v))) return Value::of(true);
    return Value::of(false);
  }
  return Value::of(check(a[1]));
}

Value locate(Interp& in, const Args& a, bool last, bool must) {
  const std::string &s = self(in, a), &t = read(in, a[1]);
  std::string_view part;
  size_t offset = 0;
  bool there = part_of(in, a, 2, part, offset);
  size_t at = !there ? std::string::npos : last ? part.rfind(t) : part.find(t);
  if (at == std::string::npos) {
    if (must) in.raise(in.types.value_error, "substring not found");
    return Value::of(-1);
  }
  return Value::of(utf8_length(std::string_view(s).substr(0, offset + at)));
}

Value str_replace(Interp& in, const Args& a) {
  const std::string &s = self(in, a), &from = read(in, a[1]), &to = read(in, a[2]);
  int64_t most = a.size() > 3 ? in.index_of(a[3]) : -1;
  std::string out;
  size_t at = 0;
  if (from.empty()) {
    for (std::string_view c : utf8_chars(s)) {
      if (most != 0) out += to, --most;
      out += c;
    }
    return in.str(most != 0 ? out + to : out);
  }
  for (size_t next; most != 0 && (next = s.find(from, at)) != std::string::npos; at = next + from.size(), --most)
    out.append(s, at, next - at) += to;
  return in.str(out.append(s, at));
}

Value partition(Interp& in, const Args& a, bool last) {
  const std::string &s = self(in, a), &t = read(in, a[1]);
  size_t at = last ? s.rfind(t) : s.find(t);
  Value empty = Value::of(in.str(in.symbol("")));
  if (at == std::string::npos) return last ? in.tuple({empty, empty, a[0]}) : in.tuple({a[0], empty, empty});
  return in.tuple({in.str(s.substr(0, at)), a[1], in.str(s.substr(at + t.size()))});
}

Value justify(Interp& in, const Args& a, char align) {
  const std::string& s = self(in, a);
  size_t width = static_cast<size_t>(std::max<int64_t>(0, in.index_of(a[1]))), length = utf8_length(s);
  std::string fill = a.size() > 2 ? read(in, a[2]) : " ";
  if (width <= length || width > 1000000) return a[0];
  size_t missing = width - length, left = align == '<' ? 0 : align == '>' ? missing : missing / 2 + (missing & width & 1);
  std::string out;
  for (size_t i = 0; i < left; ++i) out += fill;
  out += s;
  for (size_t i = left; i < missing; ++i) out += fill;
  return in.str(std::move(out));
}

Value str_zfill(Interp& in, const Args& a) {
  std::string s = self(in, a);
  size_t width = static_cast<size_t>(std::clamp<int64_t>(in.index_of(a[1]), 0, 1000000));
  size_t sign = !s.empty() && (s[0] == '-' || s[0] == '+') ? 1 : 0;
  if (s.size() < width) s.insert(sign, width - s.size(), '0');
  return in.str(std::move(s));
}

Value str_title(Interp& in, const Args& a) {
  bool start = true;
  return in.str(mapped(self(in, a), [&](char32_t c) {
    char32_t out = start ? to_upper(c) : to_lower(c);
    start = !(is_upper(c) || is_lower(c));
    return out;
  }));
}
Value str_capitalize(Interp& in, const Args& a) {
  bool start = true;
  return in.str(mapped(self(in, a), [&](char32_t c) { return std::exchange(start, false) ? to_upper(c) : to_lower(c); }));
}
Value str_swapcase(Interp& in, const Args& a) {
  return in.str(mapped(self(in, a), [](char32_t c) { return is_upper(c) ? to_lower(c) : to_upper(c); }));
}
Value str_count(Interp& in, const Args& a) {
  const std::string& t = read(in, a[1]);
  std::string_view s;
  size_t offset = 0;
  if (!part_of(in, a, 2, s, offset)) return Value::of(0);
  if (t.empty()) return Value::of(utf8_length(s) + 1);
  int64_t n = 0;
  for (size_t at = 0; (at = s.find(t, at)) != std::string::npos; at += t.size()) ++n;
  return Value::of(n);
}
Value str_splitlines(Interp& in, const Args& a) {
  const std::string& s = self(in, a);
  Parameters p(in, {a.positional.subspan(1), a.keywords}, "splitlines", {"keepends"});
  bool keep = p.has(0) && in.is_true(p[0]);
  std::vector<Value> lines;
  for (size_t at = 0; at < s.size();) {
    size_t end = s.find_first_of("\r\n", at);
    if (end == std::string::npos) {
      lines.push_back(in.str(s.substr(at)));
      break;
    }
    size_t after = end + (s[end] == '\r' && end + 1 < s.size() && s[end + 1] == '\n' ? 2 : 1);
    lines.push_back(in.str(s.substr(at, (keep ? after : end) - at)));
    at = after;
  }
  return in.list(std::move(lines));
}
Value str_isidentifier(Interp& in, const Args& a) {
  std::u32string s = to_code_points(self(in, a));
  bool ok = !s.empty() && !is_digit(s[0]);
  for (char32_t c : s) ok = ok && (is_alnum(c) || c == '_');
  return Value::of(ok);
}
Value cased(Interp& in, const Args& a, bool want_upper) {
  bool any = false;
  for (char32_t c : to_code_points(self(in, a))) {
    if (want_upper ? is_lower(c) : is_upper(c)) return Value::of(false);
    any |= is_lower(c) || is_upper(c);
  }
  return Value::of(any);
}
Value str_expandtabs(Interp& in, const Args& a) {
  Parameters p(in, {a.positional.subspan(1), a.keywords}, "expandtabs", {"tabsize"});
  int64_t size = p.has(0) ? std::clamp<int64_t>(in.index_of(p[0]), 0, 1000) : 8, column = 0;
  std::string out;
  for (std::string_view c : utf8_chars(self(in, a))) {
    if (c == "\t") {
      int64_t spaces = size ? size - column % size : 0;
      out += std::string(static_cast<size_t>(spaces), ' ');
      column += spaces;
    } else {
      out += c;
      column = c == "\n" || c == "\r" ? 0 : column + 1;
    }
  }
  return in.str(std::move(out));
}
Value str_translate(Interp& in, const Args& a) {
  std::string out;
  for (std::string_view c : utf8_chars(self(in, a))) {
    Value* to = is(a[1], Kind::kDict) ? in.find(as<DictObj>(a[1]), Value::of(static_cast<int64_t>(utf8_decode(c)))) : nullptr;
    if (!to) out += c;
    else if (to->is_int()) out += utf8_encode(static_cast<uint32_t>(to->i));
    else if (!to->is_none()) out += text_of(in, *to);
  }
  return in.str(std::move(out));
}
Value str_maketrans(Interp& in, const Args& a) {
  DictObj* d = in.dict();
  if (a.size() == 1) {
    for (const TableEntry& e : as<DictObj>(a[0])->table.entries())
      if (e.live) in.put(d, is(e.key, Kind::kStr) ? Value::of(static_cast<int64_t>(utf8_decode(as<StrObj>(e.key)->text))) : e.key, e.value);
    return Value::of(d);
  }
  auto from = utf8_chars(read(in, a[0])), to = utf8_chars(read(in, a[1]));
  if (from.size() != to.size()) in.raise(in.types.value_error, "the first two maketrans arguments must have equal length");
  for (size_t i = 0; i < from.size(); ++i)
    in.put(d, Value::of(static_cast<int64_t>(utf8_decode(from[i]))), Value::of(static_cast<int64_t>(utf8_decode(to[i]))));
  if (a.size() > 2)
    for (std::string_view c : utf8_chars(read(in, a[2]))) in.put(d, Value::of(static_cast<int64_t>(utf8_decode(c))), Value::none());
  return Value::of(d);
}

constexpr NativeRow kStrRows[] = {
    {"__new__", str_new, 1, 4, true},
    {"__init__", [](Interp&, const Args&) { return Value::none(); }, 1, -1, true},
    {"join", str_join, 2, 2}, {"split", str_split, 1, 3, true}, {"rsplit", str_rsplit, 1, 3, true},
    {"strip", [](Interp& in, const Args& a) { return strip(in, a, true, true); }, 1, 2},
    {"lstrip", [](Interp& in, const Args& a) { return strip(in, a, true, false); }, 1, 2},
    {"rstrip", [](Interp& in, const Args& a) { return strip(in, a, false, true); }, 1, 2},
    {"startswith", [](Interp& in, const Args& a) { return affix(in, a, true); }, 2, 4},
    {"endswith", [](Interp& in, const Args& a) { return affix(in, a, false); }, 2, 4},
    {"find", [](Interp& in, const Args& a) { return locate(in, a, false, false); }, 2, 4},
    {"rfind", [](Interp& in, const Args& a) { return locate(in, a, true, false); }, 2, 4},
    {"index", [](Interp& in, const Args& a) { return locate(in, a, false, true); }, 2, 4},
    {"rindex", [](Interp& in, const Args& a) { return locate(in, a, true, true); }, 2, 4},
    {"replace", str_replace, 3, 4},
    {"partition", [](Interp& in, const Args& a) { return partition(in, a, false); }, 2, 2},
    {"rpartition", [](Interp& in, const Args& a) { return partition(in, a, true); }, 2, 2},
    {"lower", [](Interp& in, const Args& a) { return in.str(lower(self(in, a))); }, 1, 1},
    {"casefold", [](Interp& in, const Args& a) {
       return in.str(mapped(upper(self(in, a)), to_lower)); }, 1, 1},
    {"upper", [](Interp& in, const Args& a) { return in.str(upper(self(in, a))); }, 1, 1},
    {"title", str_title, 1, 1}, {"capitalize", str_capitalize, 1, 1}, {"swapcase", str_swapcase, 1, 1},
    {"ljust", [](Interp& in, const Args& a) { return justify(in, a, '<'); }, 2, 3},
    {"rjust", [](Interp& in, const Args& a) { return justify(in, a, '>'); }, 2, 3},
    {"center", [](Interp& in, const Args& a) { return justify(in, a, '^'); }, 2, 3},
    {"zfill", str_zfill, 2, 2}, {"count", str_count, 2, 4}, {"splitlines", str_splitlines, 1, 2, true},
    {"isdigit", [](Interp& in, const Args& a) { return Value::of(every(self(in, a), is_digit)); }, 1, 1},
    {"isdecimal", [](Interp& in, const Args& a) { return Value::of(every(self(in, a), is_digit)); }, 1, 1},
    {"isnumeric", [](Interp& in, const Args& a) { return Value::of(every(self(in, a), is_digit)); }, 1, 1},
    {"isalpha", [](Interp& in, const Args& a) { return Value::of(every(self(in, a), is_alpha)); }, 1, 1},
    {"isalnum", [](Interp& in, const Args& a) { return Value::of(every(self(in, a), is_alnum)); }, 1, 1},
    {"isspace", [](Interp& in, const Args& a) { return Value::of(every(self(in, a), is_space)); }, 1, 1},
    {"isprintable", [](Interp& in, const Args& a) {
       return Value::of(self(in, a).empty() || every(self(in, a), is_printable)); }, 1, 1},
    {"isascii", [](Interp& in, const Args& a) {
       return Value::of(std::all_of(self(in, a).begin(), self(in, a).end(), [](char c) { return !(c & 0x80); })); }, 1, 1},
    {"expandtabs", str_expandtabs, 1, 2, true},
    {"format_map", [](Interp& in, const Args& a) {
       return in.str(in.brace_format(text_of(in, a[0]), {}, a[1])); }, 2, 2},
    {"isupper", [](Interp& in, const Args& a) { return cased(in, a, true); }, 1, 1},
    {"islower", [](Interp& in, const Args& a) { return cased(in, a, false); }, 1, 1},
    {"isidentifier", str_isidentifier, 1, 1},
    {"removeprefix", [](Interp& in, const Args& a) {
       const std::string &s = self(in, a), &t = read(in, a[1]);
       return s.starts_with(t) ? in.str(s.substr(t.size())) : a[0]; }, 2, 2},
    {"removesuffix", [](Interp& in, const Args& a) {
       const std::string &s = self(in, a), &t = read(in, a[1]);
       return !t.empty() && s.ends_with(t) ? in.str(s.substr(0, s.size() - t.size())) : a[0]; }, 2, 2},
    {"format", [](Interp& in, const Args& a) {
       return in.str(in.brace_format(text_of(in, a[0]), {a.positional.subspan(1), a.keywords})); }, 1, -1, true},
    {"translate", str_translate, 2, 2},
    {"__len__", [](Interp& in, const Args& a) { return Value::of(utf8_length(self(in, a))); }, 1, 1},
    {"__str__", [](Interp& in, const Args& a) { return in.str(text_of(in, a[0])); }, 1, 1},
};
}  // namespace

void install_str(Interp& in) {
  add_methods(in, in.types.str, kStrRows);
  as<NativeObj>(*in.find(in.types.str->attrs, in.names().new_))->binds = false;
  Value trans = in.native("maketrans", str_maketrans, 1, 3);
  in.put(in.types.str->attrs, in.symbol("maketrans"), Value::of(in.make<StaticMethodObj>(in.types.static_method, trans)));
}

}  // namespace nnscan::py
