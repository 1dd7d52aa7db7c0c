// `_json`: reading JSON into Python values, with CPython's messages about what is wrong.
#include <cmath>

#include "frontend/python/native_table.h"
#include "frontend/python/utf8.h"
#include "frontend/python/wide.h"

namespace nnscan::py {

namespace {

constexpr int kMostDepth = 500;

class Reader {
 public:
  // The hooks may be None; the one for pairs comes first.
  Reader(Interp& in, const std::string& text, Value hook, Value pairs_hook)
      : in_(in), text_(text), hook_(hook), pairs_hook_(pairs_hook) {}

  // The whole text as one value; otherwise `error` and `at` say why not.
  Value document() {
    Value v = value();
    if (error.empty() && (skip(), at < text_.size())) fail("Extra data", at);
    return v;
  }

  std::string error;
  size_t at = 0;

 private:
  Value fail(std::string message, size_t where) {
    if (error.empty()) {
      error = std::move(message);
      at = where;
    }
    return Value::none();
  }
  void skip() { while (at < text_.size() && std::string_view(" \t\n\r").find(text_[at]) != std::string_view::npos) ++at; }
  bool accept(char c) {
    if (at >= text_.size() || text_[at] != c) return false;
    ++at;
    return true;
  }
  bool accept(std::string_view word) {
    if (std::string_view(text_).substr(at, word.size()) != word) return false;
    at += word.size();
    return true;
  }

  Value value() {
    in_.step();
    skip();
    size_t start = at;
    if (accept('"')) return string(start);
    if (accept('{')) return nested(&Reader::object);
    if (accept('[')) return nested(&Reader::array);
    if (accept("true")) return Value::of(true);
    if (accept("false")) return Value::of(false);
    if (accept("null")) return Value::none();
    if (accept("NaN")) return Value::of(std::nan(""));
    if (accept("Infinity")) return Value::of(INFINITY);
    if (accept("-Infinity")) return Value::of(-INFINITY);
    return number(start);
  }

  Value nested(Value (Reader::*read)()) {
    if (++depth_ > kMostDepth)
      in_.raise(in_.types.recursion_error, "maximum recursion depth exceeded while decoding a JSON value");
    Value v = (this->*read)();
    --depth_;
    return v;
  }

  Value number(size_t start) {
    auto digits = [&] {
      size_t first = at;
      while (at < text_.size() && text_[at] >= '0' && text_[at] <= '9') ++at;
      return at > first;
    };
    accept('-');
    if (!accept('0') && !digits()) return fail("Expecting value", start);
    bool whole = true;
    size_t before = at;
    if (accept('.')) {
      if (digits()) whole = false;
      else at = before;
    }
    before = at;
    if (accept('e') || accept('E')) {
      if (!accept('+')) accept('-');
      if (digits()) whole = false;
      else at = before;
    }
    std::string text = text_.substr(start, at - start);
    return whole ? parse_integer(in_, text, 10) : Value::of(std::strtod(text.c_str(), nullptr));
  }

  bool hex(uint32_t& code) {
    code = 0;
    for (int i = 0; i < 4; ++i, ++at) {
      char c = at < text_.size() ? text_[at] : ' ';
      int d = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
      if (d < 0) return false;
      code = code << 4 | static_cast<uint32_t>(d);
    }
    return true;
  }

  Value string(size_t start) {
    std::string out;
    while (!accept('"')) {
      if (at >= text_.size()) return fail("Unterminated string starting at", start);
      char c = text_[at++];
      if (static_cast<unsigned char>(c) < 0x20) return fail("Invalid control character at", at - 1);
      if (c != '\\') {
        out += c;
        continue;
      }
      size_t escape = at - 1;
      if (at >= text_.size()) return fail("Unterminated string starting at", start);
      static constexpr std::string_view kFrom = "\"\\/bfnrt", kTo = "\"\\/\b\f\n\r\t";
      char letter = text_[at++];
      if (size_t known = kFrom.find(letter); known != std::string_view::npos) {
        out += kTo[known];
        continue;
      }
      if (letter != 'u') return fail("Invalid \\escape", escape);
      uint32_t code = 0, low = 0;
      if (!hex(code)) return fail("Invalid \\uXXXX escape", escape + 1);
      size_t pair = at;
      if (code >= 0xd800 && code < 0xdc00 && accept("\\u") && hex(low) && low >= 0xdc00 && low < 0xe000)
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
      else
        at = pair;
      out += utf8_encode(code);
    }
    return in_.str(std::move(out));
  }

  Value array() {
    std::vector<Value> items;
    skip();
    if (accept(']')) return in_.list({});
    while (true) {
      items.push_back(value());
      skip();
      if (!error.empty()) return Value::none();
      if (accept(']')) return in_.list(std::move(items));
      if (!accept(',')) return fail("Expecting ',' delimiter", at);
    }
  }

  Value object() {
    std::vector<std::pair<Value, Value>> pairs;
    skip();
    if (!accept('}')) {
      while (true) {
        skip();
        size_t start = at;
        if (!accept('"')) return fail("Expecting property name enclosed in double quotes", start);
        Value key = string(start);
        skip();
        if (!error.empty()) return Value::none();
        if (!accept(':')) return fail("Expecting ':' delimiter", at);
        pairs.emplace_back(key, value());
        skip();
        if (!error.empty()) return Value::none();
        if (accept('}')) break;
        if (!accept(',')) return fail("Expecting ',' delimiter", at);
      }
    }
    return finished(pairs);
  }

  Value finished(const std::vector<std::pair<Value, Value>>& pairs) {
    if (!pairs_hook_.is_none()) {
      std::vector<Value> items;
      for (auto& [key, v] : pairs) items.push_back(in_.tuple({key, v}));
      return in_.call(pairs_hook_, {in_.list(std::move(items))});
    }
    DictObj* d = in_.dict();
    for (auto& [key, v] : pairs) in_.put(d, key, v);
    return hook_.is_none() ? Value::of(d) : in_.call(hook_, {Value::of(d)});
  }

  Interp& in_;
  const std::string& text_;
  Value hook_, pairs_hook_;
  int depth_ = 0;
};

// (value, None, 0), or (None, message, position in characters).
Value loads(Interp& in, const Args& a) {
  const std::string& text = text_of(in, a[0]);
  Reader reader(in, text, a[1], a[2]);
  Value v = reader.document();
  if (reader.error.empty()) return in.tuple({v, Value::none(), Value::of(0)});
  size_t at = utf8_chars(std::string_view(text).substr(0, reader.at)).size();
  return in.tuple({Value::none(), in.str(reader.error), Value::of(at)});
}

// A string as JSON writes it, in ASCII alone or not.
Value quote(Interp& in, const Args& a) {
  bool ascii = in.is_true(a[1]);
  std::string out = "\"";
  auto escape = [&](uint32_t unit) {
    char text[8];
    std::snprintf(text, sizeof text, "\\u%04x", unit);
    out += text;
  };
  for (std::string_view c : utf8_chars(text_of(in, a[0]))) {
    uint32_t code = utf8_decode(c);
    static constexpr std::string_view kFrom = "\"\\\b\f\n\r\t", kTo = "\"\\bfnrt";
    if (size_t known = code < 0x80 ? kFrom.find(static_cast<char>(code)) : std::string_view::npos;
        known != std::string_view::npos) {
      out += '\\';
      out += kTo[known];
    } else if (code < 0x20 || (ascii && code > 0x7e && code < 0x10000)) {
      escape(code);
    } else if (ascii && code >= 0x10000) {
      escape(0xd800 + ((code - 0x10000) >> 10));
      escape(0xdc00 + ((code - 0x10000) & 0x3ff));
    } else {
      out += c;
    }
  }
  return in.str(out + "\"");
}

constexpr NativeRow kJsonRows[] = {{"loads", loads, 3, 3}, {"quote", quote, 2, 2}};

}  // namespace

void install_json(Interp& in) {
  in.native_modules["_json"] = [](Interp& interp, ModuleObj* module) { add_functions(interp, module->attrs, kJsonRows); };
}

}  // namespace nnscan::py
