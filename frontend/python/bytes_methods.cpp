// bytes: construction, methods, and the way to text and back.
#include <algorithm>

#include "frontend/python/native_table.h"
#include "frontend/python/unicode.h"
#include "frontend/python/utf8.h"

namespace nnscan::py {

namespace {

const std::string& self(Interp& in, const Value& v) {
  if (!is(v, Kind::kBytes)) in.raise(in.types.type_error, "a bytes-like object is required, not '" + in.type_name(v) + "'");
  return as<BytesObj>(v)->data;
}
Value bytes(Interp& in, std::string data) {
  if (data.size() > in.session.options.limits.string_bytes) in.limit(Code::kLimitSize, "very long bytes are made here", "");
  return Value::of(in.make<BytesObj>(in.types.bytes, std::move(data)));
}

enum class Encoding { kUtf8, kAscii, kLatin1 };

Encoding encoding_of(Interp& in, const Parameters& p) {
  if (!p.has(0)) return Encoding::kUtf8;
  std::string name = text_of(in, p[0]);
  for (char& c : name) c = c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (name == "utf-8" || name == "utf8") return Encoding::kUtf8;
  if (name == "ascii" || name == "us-ascii") return Encoding::kAscii;
  if (name == "latin-1" || name == "latin1" || name == "iso-8859-1") return Encoding::kLatin1;
  in.refuse(Code::kUnsupportedConstruct, "the encoding `" + name + "` is not supported");
  in.raise(in.types.lookup_error, "unknown encoding: " + name);
}

[[noreturn]] void bad_character(Interp& in, const char* type, const std::string& message) {
  in.raise(as<ClassObj>(*in.find(in.builtins_dict, in.symbol(type))), message);
}

// What to do with a character that the encoding does not have.
bool ignores(Interp& in, const Parameters& p, const char* type, const std::string& message) {
  std::string errors = p.has(1) ? text_of(in, p[1]) : "strict";
  if (errors != "ignore" && errors != "replace") bad_character(in, type, message);
  return errors == "ignore";
}

Value encode(Interp& in, const Args& args) {
  Parameters p(in, {args.positional.subspan(1), args.keywords}, "encode", {"encoding", "errors"});
  const std::string& text = text_of(in, args[0]);
  Encoding encoding = encoding_of(in, p);
  if (encoding == Encoding::kUtf8) return bytes(in, text);
  char32_t most = encoding == Encoding::kAscii ? 0x7f : 0xff;
  std::string out;
  for (char32_t c : to_code_points(text)) {
    if (c <= most) out += static_cast<char>(c);
    else if (!ignores(in, p, "UnicodeEncodeError", "a character that the encoding does not have")) out += '?';
  }
  return bytes(in, std::move(out));
}

// The length of the well-formed UTF-8 sequence at `at`, or 0.
size_t sequence_at(const std::string& s, size_t at) {
  auto lead = static_cast<unsigned char>(s[at]);
  if (lead < 0x80) return 1;
  size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > s.size()) return 0;
  for (size_t i = 1; i < length; ++i)
    if ((static_cast<unsigned char>(s[at + i]) & 0xc0) != 0x80) return 0;
  uint32_t code = utf8_decode(std::string_view(s).substr(at, length));
  static constexpr uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  return code < kLeast[length] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0 : length;
}

Value decode(Interp& in, const Args& args) {
  Parameters p(in, {args.positional.subspan(1), args.keywords}, "decode", {"encoding", "errors"});
  const std::string& s = self(in, args[0]);
  Encoding encoding = encoding_of(in, p);
  std::string out;
  for (size_t i = 0; i < s.size();) {
    auto byte = static_cast<unsigned char>(s[i]);
    size_t length = encoding == Encoding::kUtf8 ? sequence_at(s, i) : encoding == Encoding::kLatin1 || byte < 0x80 ? 1 : 0;
    if (length == 0) {
      std::string name = encoding == Encoding::kUtf8 ? "utf-8" : "ascii";
      if (!ignores(in, p, "UnicodeDecodeError", "'" + name + "' codec can't decode byte in position " + std::to_string(i)))
        out += "\xef\xbf\xbd";
      ++i;
      continue;
    }
    if (encoding == Encoding::kLatin1) out += utf8_encode(byte);
    else out += s.substr(i, length);
    i += length;
  }
  return in.str(std::move(out));
}

Value bytes_new(Interp& in, const Args& args) {
  if (args.size() == 1) return bytes(in, "");
  if (is(args[1], Kind::kStr)) {
    if (args.size() < 3 && args.keywords.empty()) in.raise(in.types.type_error, "string argument without an encoding");
    return encode(in, {args.positional.subspan(1), args.keywords});
  }
  if (is(args[1], Kind::kBytes)) return args[1];
  if (args[1].is_any_int()) {
    int64_t n = args[1].as_int();
    if (n < 0) in.raise(in.types.value_error, "negative count");
    if (static_cast<uint64_t>(n) > in.session.options.limits.string_bytes) in.limit(Code::kLimitSize, "very long bytes are made here", "");
    return bytes(in, std::string(static_cast<size_t>(n), 0));
  }
  std::string out;
  for (const Value& v : in.unpack(args[1])) {
    int64_t byte = in.index_of(v);
    if (byte < 0 || byte > 255) in.raise(in.types.value_error, "bytes must be in range(0, 256)");
    out += static_cast<char>(byte);
  }
  return bytes(in, std::move(out));
}

Value hex(Interp& in, const Args& a) {
  std::string out;
  for (char c : self(in, a[0])) {
    out += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    out += "0123456789abcdef"[c & 15];
  }
  return in.str(std::move(out));
}
Value from_hex(Interp& in, const Args& a) {
  std::string digits = text_of(in, a[1]), out;
  std::erase_if(digits, [](char c) { return c == ' ' || c == '\n'; });
  if (digits.size() % 2 || digits.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos)
    in.raise(in.types.value_error, "non-hexadecimal number found in fromhex() arg");
  for (size_t i = 0; i < digits.size(); i += 2) out += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  return bytes(in, std::move(out));
}

Value find(Interp& in, const Args& a) {
  const std::string& s = self(in, a[0]);
  std::string part = is(a[1], Kind::kBytes) ? as<BytesObj>(a[1])->data : std::string(1, static_cast<char>(in.index_of(a[1])));
  int64_t from = a.size() > 2 ? in.index_of(a[2]) : 0, size = static_cast<int64_t>(s.size());
  if (from < 0) from = std::max<int64_t>(0, from + size);
  size_t at = from > size ? std::string::npos : s.find(part, static_cast<size_t>(from));
  return Value::of(at == std::string::npos ? int64_t{-1} : static_cast<int64_t>(at));
}
Value bytes_contains(Interp& in, const Args& a) {
  const Value both[] = {a[0], a[1]};
  return Value::of(find(in, {both, {}}).i >= 0);
}
Value affix(Interp& in, const Args& a, bool start) {
  auto check = [&](const Value& v) {
    return start ? self(in, a[0]).starts_with(self(in, v)) : self(in, a[0]).ends_with(self(in, v));
  };
  if (auto* t = get_if<TupleObj>(a[1])) return Value::of(std::any_of(t->items.begin(), t->items.end(), check));
  return Value::of(check(a[1]));
}

// What is the same on bytes and on text of Latin-1 is done by the method of str.
Value through_text(Interp& in, const char* method, const Args& a) {
  auto to_text = [&](const Value& v) {
    if (!is(v, Kind::kBytes)) return v;
    std::string out;
    for (char c : as<BytesObj>(v)->data) out += utf8_encode(static_cast<unsigned char>(c));
    return in.str(std::move(out));
  };
  std::function<Value(Value)> back = [&](Value v) -> Value {
    if (auto* s = get_if<StrObj>(v)) {
      std::string out;
      for (char32_t c : to_code_points(s->text)) out += static_cast<char>(c);
      return bytes(in, std::move(out));
    }
    std::vector<Value> items;
    if (!is(v, Kind::kList) && !is(v, Kind::kTuple)) return v;
    for (const Value& item : in.unpack(v)) items.push_back(back(item));
    return is(v, Kind::kList) ? in.list(std::move(items)) : in.tuple(std::move(items));
  };
  std::vector<Value> args;
  for (size_t i = 1; i < a.size(); ++i) {
    if (std::string_view(method) == "join") {
      std::vector<Value> parts;
      for (const Value& v : in.unpack(a[i])) parts.push_back(to_text(v));
      args.push_back(in.list(std::move(parts)));
    } else {
      args.push_back(to_text(a[i]));
    }
  }
  return back(in.call(in.get(to_text(a[0]), method), args, a.keywords));
}

template <size_t N>
struct MethodName {
  constexpr MethodName(const char (&text)[N]) { std::copy_n(text, N, name); }
  char name[N];
};
template <MethodName method>
Value as_text(Interp& in, const Args& a) { return through_text(in, method.name, a); }

constexpr NativeRow kBytesRows[] = {
    {"__new__", bytes_new, 1, 4, true}, {"__init__", [](Interp&, const Args&) { return Value::none(); }, 1, -1, true},
    {"decode", decode, 1, 3, true}, {"hex", hex, 1, 1}, {"find", find, 2, 4}, {"__contains__", bytes_contains, 2, 2},
    {"startswith", [](Interp& in, const Args& a) { return affix(in, a, true); }, 2, 2},
    {"endswith", [](Interp& in, const Args& a) { return affix(in, a, false); }, 2, 2},
    {"split", as_text<"split">, 1, 3, true}, {"splitlines", as_text<"splitlines">, 1, 2, true},
    {"strip", as_text<"strip">, 1, 2}, {"lstrip", as_text<"lstrip">, 1, 2}, {"rstrip", as_text<"rstrip">, 1, 2},
    {"replace", as_text<"replace">, 3, 4}, {"join", as_text<"join">, 2, 2}, {"count", as_text<"count">, 2, 4},
    {"upper", as_text<"upper">, 1, 1}, {"lower", as_text<"lower">, 1, 1}, {"partition", as_text<"partition">, 2, 2},
    {"rpartition", as_text<"rpartition">, 2, 2}, {"isdigit", as_text<"isdigit">, 1, 1},
};
constexpr NativeRow kTextRows[] = {{"encode", encode, 1, 3, true}};

}  // namespace

void install_bytes(Interp& in) {
  add_methods(in, in.types.bytes, kBytesRows);
  add_methods(in, in.types.str, kTextRows);
  as<NativeObj>(*in.find(in.types.bytes->attrs, in.names().new_))->binds = false;
  Value fromhex = in.native("fromhex", from_hex, 2, 2);
  in.put(in.types.bytes->attrs, in.symbol("fromhex"), Value::of(in.make<ClassMethodObj>(in.types.class_method, fromhex)));
}

}  // namespace nnscan::py
