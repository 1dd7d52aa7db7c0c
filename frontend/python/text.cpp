// repr(), str() and format(): text as Python writes it.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "frontend/python/format.h"
#include "frontend/python/dict_view.h"
#include "frontend/python/unicode.h"
#include "frontend/python/utf8.h"
#include "frontend/python/wide.h"
#include "ir/base/open_text.h"

namespace nnscan::py {

std::string Interp::type_name(const Value& v) const {
  if (v.is_unbound()) return "unbound";
  if (is(v, Kind::kPoison)) return "unknown";
  if (is(v, Kind::kChoice)) return "one of two values";
  return class_of(v)->name;
}

std::string float_repr(double f) {
  if (std::isnan(f)) return "nan";
  if (std::isinf(f)) return f < 0 ? "-inf" : "inf";
  char buffer[64];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, f, std::chars_format::scientific).ptr;
  std::string s(buffer, end);
  size_t e = s.find('e');
  int exponent = std::stoi(s.substr(e + 1));
  std::string sign = s[0] == '-' ? "-" : "";
  std::string digits = s.substr(sign.size(), e - sign.size());
  std::erase(digits, '.');
  if (exponent < -4 || exponent >= 16) {
    std::string mantissa = digits.substr(0, 1);
    if (digits.size() > 1) mantissa += "." + digits.substr(1);
    std::string power = std::to_string(std::abs(exponent));
    if (power.size() < 2) power = "0" + power;
    return sign + mantissa + (exponent < 0 ? "e-" : "e+") + power;
  }
  if (exponent < 0) return sign + "0." + std::string(static_cast<size_t>(-exponent - 1), '0') + digits;
  size_t point = static_cast<size_t>(exponent) + 1;
  if (digits.size() <= point) return sign + digits + std::string(point - digits.size(), '0') + ".0";
  return sign + digits.substr(0, point) + "." + digits.substr(point);
}

namespace {

// An escape for one code point: \xe9, \u65e5 or \U0001f600.
std::string escape_of(char32_t c) {
  char out[16];
  auto code = static_cast<unsigned>(c);
  std::snprintf(out, sizeof out, code < 0x100 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x", code);
  return out;
}

}  // namespace

std::string string_repr(const std::string& text) {
  char quote = text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
  std::string out(1, quote);
  for (std::string_view c : utf8_chars(text)) {
    char first = c[0];
    if (first == quote || first == '\\') (out += '\\') += first;
    else if (first == '\n') out += "\\n";
    else if (first == '\r') out += "\\r";
    else if (first == '\t') out += "\\t";
    else if (char32_t point = utf8_decode(c); is_printable(point)) out += c;
    else out += escape_of(point);
  }
  return out + quote;
}

std::string ascii_only(const std::string& text) {
  std::string out;
  for (std::string_view c : utf8_chars(text)) out += c.size() == 1 ? std::string(c) : escape_of(utf8_decode(c));
  return out;
}

namespace {

std::string bytes_repr(const std::string& data) {
  char quote = data.find('\'') != std::string::npos && data.find('"') == std::string::npos ? '"' : '\'';
  std::string out(1, quote);
  for (char c : data) {
    auto byte = static_cast<unsigned char>(c);
    if (c == quote || c == '\\') (out += '\\') += c;
    else if (c == '\n') out += "\\n";
    else if (c == '\r') out += "\\r";
    else if (c == '\t') out += "\\t";
    else if (byte >= 0x20 && byte < 0x7f) out += c;
    else out += escape_of(byte);
  }
  return out + quote;
}

std::string joined(Interp& in, const std::vector<Value>& items) {
  std::string out;
  for (size_t i = 0; i < items.size(); ++i) {
    in.step();
    out += (i ? ", " : "") + in.repr(items[i]);
    if (out.size() > in.session.options.limits.string_bytes)
      in.limit(Code::kLimitSize, "the text of this value is longer than " +
                                     std::to_string(in.session.options.limits.string_bytes) + " bytes", "");
  }
  return out;
}

std::vector<Value> keys_of(const Table& table) {
  std::vector<Value> keys;
  for (const TableEntry& e : table.entries())
    if (e.live) keys.push_back(e.key);
  return keys;
}

}  // namespace

std::string Interp::repr(Value v) {
  v = force(v);
  switch (v.tag) {
    case Tag::kUnbound: return "<unbound>";
    case Tag::kNone: return "None";
    case Tag::kEllipsis: return "Ellipsis";
    case Tag::kNotImplemented: return "NotImplemented";
    case Tag::kBool: return v.b ? "True" : "False";
    case Tag::kInt: return std::to_string(v.i);
    case Tag::kFloat: return float_repr(v.f);
    case Tag::kSymInt: return open_text(session.dims.text(v.dim()));
    case Tag::kSymBool: return open_text("<bool of the graph>");
    case Tag::kSymFloat: return open_text("<float of the graph>");
    case Tag::kObject: break;
  }
  if (v.obj->cls)
    if (Value* hook = class_lookup(v.obj->cls, names().repr); hook && !is(*hook, Kind::kNative)) {
      Value out = call(bind(*hook, v, v.obj->cls), {});
      if (auto* s = get_if<StrObj>(out)) return is(v, Kind::kTensor) ? open_text(s->text) : s->text;
      if (is(out, Kind::kPoison)) return "<unknown>";
      raise(types.type_error, "__repr__ returned non-string (type " + type_name(out) + ")");
    }
  if (++repr_depth_ > 100) {
    repr_depth_ = 0;
    raise(types.recursion_error, "maximum recursion depth exceeded while getting the repr of an object");
  }
  struct Depth {
    int& d;
    ~Depth() { if (d > 0) --d; }
  } depth{repr_depth_};
  switch (v.obj->kind) {
    case Kind::kStr: return string_repr(as<StrObj>(v)->text);
    case Kind::kBigInt: case Kind::kComplex: return wide_text(v);
    case Kind::kDictView: {
      ClassObj* of = as<DictViewObj>(v)->dict->cls;
      bool ordered = std::any_of(of->mro.begin(), of->mro.end(), [](ClassObj* c) { return c->name == "OrderedDict"; });
      return (ordered ? "o" : "") + v.obj->cls->name + "([" + joined(*this, unpack(v)) + "])";
    }
    case Kind::kBytes: return "b" + bytes_repr(as<BytesObj>(v)->data);
    case Kind::kTuple: {
      auto& items = as<TupleObj>(v)->items;
      std::string body = "(" + joined(*this, items) + (items.size() == 1 ? ",)" : ")");
      return v.obj->cls == types.tuple || class_of(v)->name.empty() ? body : body;
    }
    case Kind::kList: return "[" + joined(*this, as<ListObj>(v)->items) + "]";
    case Kind::kDict: {
      std::string out;
      for (const TableEntry& e : std::vector<TableEntry>(as<DictObj>(v)->table.entries()))
        if (e.live) out += (out.empty() ? "" : ", ") + repr(e.key) + ": " + repr(e.value);
      return "{" + out + "}";
    }
    case Kind::kSet: {
      auto* s = as<SetObj>(v);
      std::string body = "{" + joined(*this, keys_of(s->table)) + "}";
      if (s->cls == types.set) return s->table.size() ? body : "set()";
      return s->cls->name + (s->table.size() ? "(" + body + ")" : "()");
    }
    case Kind::kSlice: {
      auto* s = as<SliceObj>(v);
      return "slice(" + repr(s->start) + ", " + repr(s->stop) + ", " + repr(s->step) + ")";
    }
    case Kind::kRange: {
      auto* r = as<RangeObj>(v);
      std::string step = r->step.is_int() && r->step.i == 1 ? "" : ", " + repr(r->step);
      return "range(" + repr(r->start) + ", " + repr(r->stop) + step + ")";
    }
    case Kind::kFunction: return "<function " + as<FunctionObj>(v)->qualified_name + ">";
    case Kind::kNative: return "<built-in function " + as<NativeObj>(v)->name + ">";
    case Kind::kBoundMethod:
      return "<bound method " + callee_name(as<BoundMethodObj>(v)->function) + " of " + repr(as<BoundMethodObj>(v)->self) + ">";
    case Kind::kClass: {
      auto* c = as<ClassObj>(v);
      std::string module = c->module ? c->module->public_name + "." : "";
      if (Value* m = find(c->attrs, names().module); m && is(*m, Kind::kStr)) module = as<StrObj>(*m)->text + ".";
      return "<class '" + (module == "builtins." ? "" : module) + c->qualified_name + "'>";
    }
    case Kind::kModule: return "<module '" + as<ModuleObj>(v)->name + "'>";
    case Kind::kGenerator: return "<generator object " + as<GeneratorObj>(v)->frame.function->qualified_name + ">";
    case Kind::kDType: return to_str(call_method(v, "_text"));
    case Kind::kPoison: use_poison(v); return "<unknown>";
    case Kind::kChoice: return open_text("<one of two values>");
    case Kind::kInstance: {
      auto* i = as<InstanceObj>(v);
      if (!i->payload.is_unbound()) return repr(i->payload);
      if (is_instance(v, types.base_exception)) {
        Value* args = i->attrs ? find(i->attrs, names().args) : nullptr;
        std::string body = args && is(*args, Kind::kTuple) ? joined(*this, as<TupleObj>(*args)->items) : "";
        return i->cls->name + "(" + body + ")";
      }
      break;
    }
    default: break;
  }
  ClassObj* cls = class_of(v);
  if (Value* hook = class_lookup(cls, names().repr); hook && is(v, Kind::kTensor)) {
    Value out = call(bind(*hook, v, cls), {});
    if (auto* s = get_if<StrObj>(out)) return open_text(s->text);
  }
  std::string module = cls->module ? cls->module->public_name + "." : "";
  return "<" + module + cls->qualified_name + " object>";
}

std::string Interp::to_str(Value v) {
  v = force(v);
  if (auto* s = get_if<StrObj>(v)) {
    Value* hook = s->cls == types.str ? nullptr : class_lookup(s->cls, names().str);
    if (!hook || is(*hook, Kind::kNative)) return s->text;
  }
  if (v.is_object() && v.obj->cls) {
    if (Value* hook = class_lookup(v.obj->cls, names().str); hook && !is(*hook, Kind::kNative)) {
      Value out = call(bind(*hook, v, v.obj->cls), {});
      if (auto* s = get_if<StrObj>(out)) return is(v, Kind::kTensor) ? open_text(s->text) : s->text;
      if (is(out, Kind::kPoison)) return "<unknown>";
      raise(types.type_error, "__str__ returned non-string (type " + type_name(out) + ")");
    }
    if (is(v, Kind::kInstance) && is_instance(v, types.base_exception)) {
      auto* i = as<InstanceObj>(v);
      Value* args = i->attrs ? find(i->attrs, names().args) : nullptr;
      if (!args || !is(*args, Kind::kTuple) || as<TupleObj>(*args)->items.empty()) return "";
      const auto& items = as<TupleObj>(*args)->items;
      if (items.size() > 1) return repr(*args);
      return is_instance(v, types.key_error) ? repr(items[0]) : to_str(items[0]);
    }
  }
  return repr(v);
}

std::string Interp::format(Value v, const std::string& spec) {
  v = force(v);
  if (v.is_object() && v.obj->cls) {
    Value* hook = class_lookup(v.obj->cls, names().format);
    if (hook && !is(*hook, Kind::kNative)) {
      Value out = call(bind(*hook, v, v.obj->cls), {str(spec)});
      return is(out, Kind::kStr) ? as<StrObj>(out)->text : "<unknown>";
    }
    if (is(v, Kind::kInstance) && !as<InstanceObj>(v)->payload.is_unbound() && !spec.empty()) v = as<InstanceObj>(v)->payload;
  }
  if (spec.empty()) return to_str(v);
  std::string error, out;
  if (v.is_number() && !v.is_bool())
    out = v.is_float() ? format_float(v.f, spec, error) : format_int(v.i, spec, error);
  else if (v.is_bool())
    out = spec.find_first_of("bcdoxXneEfFgG%") == std::string::npos ? format_string(to_str(v), spec, error)
                                                                     : format_int(v.as_int(), spec, error);
  else if (is_wide(v))
    out = wide_format(*this, v, spec, error);
  else if (v.is_symbolic())
    out = to_str(v);  // of any width, so that any spec does
  else if (is(v, Kind::kStr))
    out = format_string(to_str(v), spec, error);
  else
    error = "unsupported format string passed to " + type_name(v) + ".__format__";
  if (!error.empty()) raise(is(v, Kind::kStr) || v.is_number() || is_wide(v) ? types.value_error : types.type_error, error);
  return out;
}

// `format % arguments`
std::string Interp::percent_format(const std::string& f, Value arguments) {
  arguments = force(arguments);
  std::vector<Value> items;
  bool mapping = is(arguments, Kind::kDict);
  if (auto* t = get_if<TupleObj>(arguments)) items = t->items;
  else items.push_back(arguments);
  size_t used = 0;
  std::string out;
  for (size_t i = 0; i < f.size(); ++i) {
    if (f[i] != '%') {
      out += f[i];
      continue;
    }
    if (++i >= f.size()) raise(types.value_error, "incomplete format");
    if (f[i] == '%') {
      out += '%';
      continue;
    }
    Value v;
    bool keyed = false;
    if (f[i] == '(') {
      size_t close = f.find(')', i);
      if (close == std::string::npos) raise(types.value_error, "incomplete format key");
      if (!mapping) raise(types.type_error, "format requires a mapping");
      v = subscript(arguments, str(f.substr(i + 1, close - i - 1)));
      keyed = true;
      i = close + 1;
    }
    std::string flags, width, precision;
    while (i < f.size() && std::string("#0- +").find(f[i]) != std::string::npos) flags += f[i++];
    auto number = [&](std::string& into) {
      if (i < f.size() && f[i] == '*') {
        if (used >= items.size()) raise(types.type_error, "not enough arguments for format string");
        into = std::to_string(index_of(items[used++]));
        ++i;
      } else {
        while (i < f.size() && std::isdigit(static_cast<unsigned char>(f[i]))) into += f[i++];
      }
    };
    number(width);
    bool has_precision = i < f.size() && f[i] == '.';
    if (has_precision) {
      ++i;
      number(precision);
      if (precision.empty()) precision = "0";
    }
    while (i < f.size() && std::string("hlL").find(f[i]) != std::string::npos) ++i;
    if (i >= f.size()) raise(types.value_error, "incomplete format");
    if (!keyed) {
      if (used >= items.size()) raise(types.type_error, "not enough arguments for format string");
      v = items[used++];
    }
    v = force(v);
    char type = f[i];
    bool left = flags.find('-') != std::string::npos;
    std::string spec = left ? "<" : type == 's' || type == 'r' || type == 'a' || type == 'c' ? ">" : "";
    if (flags.find('+') != std::string::npos) spec += '+';
    else if (flags.find(' ') != std::string::npos) spec += ' ';
    if (flags.find('#') != std::string::npos) spec += '#';
    if (flags.find('0') != std::string::npos && !left) spec += '0';
    spec += width;
    std::string error;
    switch (type) {
      case 's': case 'r': case 'a': case 'c': {
        std::string s = type == 'r' ? repr(v) : type == 'a' ? ascii_only(repr(v))
                        : type == 'c' && v.is_int() ? utf8_encode(static_cast<uint32_t>(v.i)) : to_str(v);
        if (has_precision) s = to_utf8(to_code_points(s).substr(0, static_cast<size_t>(std::stoll(precision))));
        std::erase_if(spec, [](char c) { return c == '+' || c == '#' || c == ' '; });
        out += format_string(s, spec, error);
        break;
      }
      case 'd': case 'i': case 'u': case 'x': case 'X': case 'o': {
        if (v.is_symbolic()) {
          out += to_str(v);
          break;
        }
        if (is(v, Kind::kInstance) && !as<InstanceObj>(v)->payload.is_unbound()) v = as<InstanceObj>(v)->payload;
        bool decimal = type == 'd' || type == 'i' || type == 'u';
        if (v.is_float() && decimal) v = integer_from_double(*this, std::trunc(v.f));
        if (!is_integer_number(v) && !is(v, Kind::kInstance) && !is(v, Kind::kTensor))
          raise(types.type_error, std::string("%") + type + " format: " + (decimal ? "a real number" : "an integer") +
                                      " is required, not " + type_name(v));
        if (!is_integer_number(v)) v = Value::of(index_of(v));
        // A precision is a least number of digits.
        if (has_precision) spec = (left ? "<" : "") + std::string("0") + precision;
        spec += decimal ? 'd' : type;
        out += is(v, Kind::kBigInt) ? wide_format(*this, v, spec, error) : format_int(v.as_int(), spec, error);
        break;
      }
      case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
        if (is(v, Kind::kInstance) && !as<InstanceObj>(v)->payload.is_unbound()) v = as<InstanceObj>(v)->payload;
        if (is(v, Kind::kBigInt)) v = Value::of(double_of(*this, v));
        if (v.is_object())
          if (Value plain; try_special(v, names().float_, {}, plain)) v = plain;
        if (!v.is_number()) {
          if (v.is_symbolic()) {
            out += to_str(v);
            break;
          }
          raise(types.type_error, "must be real number, not " + type_name(v));
        }
        out += format_float(v.as_double(), spec + "." + (has_precision ? precision : "6") + type, error);
        break;
      default: raise(types.value_error, std::string("unsupported format character '") + type + "'");
    }
    if (!error.empty()) raise(types.value_error, error);
  }
  if (!mapping && used < items.size()) raise(types.type_error, "not all arguments converted during string formatting");
  return out;
}

// format.format(*args, **keywords)
std::string Interp::brace_format(const std::string& f, const Args& args, Value mapping) {
  std::string out;
  size_t automatic = 0;
  auto field_value = [&](const std::string& field) {
    size_t end = field.find_first_of(".[");
    std::string head = field.substr(0, end);
    Value v;
    if (head.empty() || std::isdigit(static_cast<unsigned char>(head[0]))) {
      size_t index = head.empty() ? automatic++ : std::stoul(head);
      if (index >= args.size()) raise(types.index_error, "Replacement index " + std::to_string(index) + " out of range for positional args tuple");
      v = args[index];
    } else if (!mapping.is_unbound()) {
      v = subscript(mapping, str(head));
    } else {
      bool found = false;
      for (const Keyword& k : args.keywords)
        if (text(k.name) == head) {
          v = k.value;
          found = true;
        }
      if (!found) raise_value(call(Value::of(types.key_error), {str(head)}));
    }
    while (end != std::string::npos && end < field.size()) {
      if (field[end] == '.') {
        size_t next_end = field.find_first_of(".[", end + 1);
        v = get(v, field.substr(end + 1, next_end == std::string::npos ? next_end : next_end - end - 1));
        end = next_end;
      } else {
        size_t close = field.find(']', end);
        if (close == std::string::npos) raise(types.value_error, "Missing ']' in format string");
        std::string key = field.substr(end + 1, close - end - 1);
        bool numeric = !key.empty() && key.find_first_not_of("0123456789") == std::string::npos;
        v = subscript(v, numeric ? Value::of(static_cast<int64_t>(std::stoll(key))) : str(key));
        end = close + 1 < field.size() ? close + 1 : std::string::npos;
      }
    }
    return v;
  };
  for (size_t i = 0; i < f.size(); ++i) {
    if (f[i] == '{' && i + 1 < f.size() && f[i + 1] == '{') {
      out += f[i++];
    } else if (f[i] == '}') {
      if (i + 1 >= f.size() || f[i + 1] != '}') raise(types.value_error, "Single '}' encountered in format string");
      out += f[i++];
    } else if (f[i] == '{') {
      int depth = 1;
      size_t start = ++i;
      while (i < f.size() && depth > 0) {
        if (f[i] == '{') ++depth;
        if (f[i] == '}') --depth;
        ++i;
      }
      if (depth) raise(types.value_error, "expected '}' before end of string");
      --i;
      std::string field = f.substr(start, i - start), spec;
      size_t colon = field.find(':');
      size_t bang = field.substr(0, colon).find('!');
      if (colon != std::string::npos) spec = field.substr(colon + 1);
      char conversion = bang != std::string::npos && bang + 1 < field.size() ? field[bang + 1] : 0;
      Value v = field_value(field.substr(0, std::min(bang, colon)));
      if (spec.find('{') != std::string::npos) {
        std::string inner;
        for (size_t k = 0; k < spec.size(); ++k) {
          if (spec[k] != '{') {
            inner += spec[k];
            continue;
          }
          size_t close = spec.find('}', k);
          if (close == std::string::npos) raise(types.value_error, "expected '}' before end of string");
          inner += to_str(field_value(spec.substr(k + 1, close - k - 1)));
          k = close;
        }
        spec = inner;
      }
      if (conversion == 'r') v = str(repr(v));
      if (conversion == 'a') v = str(ascii_only(repr(v)));
      if (conversion == 's') v = str(to_str(v));
      out += format(v, spec);
    } else {
      out += f[i];
    }
  }
  return out;
}

}  // namespace nnscan::py
