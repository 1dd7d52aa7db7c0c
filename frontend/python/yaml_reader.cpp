#include "frontend/python/yaml_reader.h"

#include <algorithm>

#include "frontend/python/utf8.h"

namespace nnscan::py::yaml {

namespace {

constexpr int kMostDepth = 200;

struct Deeper {
  explicit Deeper(int& depth) : depth(depth) { ++depth; }
  ~Deeper() { --depth; }
  int& depth;
};

bool is_break(char c) { return c == '\n' || c == '\0'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || is_break(c); }

}  // namespace

Reader::Reader(Interp& in, std::string text) : in_(in) {
  if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
  for (size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r') text_ += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n') text_ += '\n';
}

void Reader::fail(std::string message) const {
  auto line = std::count(text_.begin(), text_.begin() + static_cast<int64_t>(std::min(at_, text_.size())), '\n');
  throw Problem{std::move(message), static_cast<size_t>(line) + 1};
}

int64_t Reader::column() const {
  size_t start = at_ == 0 ? std::string::npos : text_.rfind('\n', at_ - 1);
  return static_cast<int64_t>(start == std::string::npos ? at_ : at_ - start - 1);
}

bool Reader::at_marker(const char* marker) const {
  return column() == 0 && text_.compare(at_, 3, marker) == 0 && is_blank(peek(3));
}

void Reader::skip_spaces() {
  while (peek() == ' ' || peek() == '\t') ++at_;
  if (peek() == '#' && (at_ == 0 || is_blank(text_[at_ - 1])))
    while (more() && peek() != '\n') ++at_;
}

bool Reader::skip_to_content() {
  while (more()) {
    size_t start = at_;
    skip_spaces();
    if (peek() == '\n') {
      ++at_;
      continue;
    }
    if (more() && column() > 0 && text_.find('\t', start) < at_ && std::all_of(text_.begin() + static_cast<int64_t>(at_ - static_cast<size_t>(column())), text_.begin() + static_cast<int64_t>(at_), [](char c) { return c == ' ' || c == '\t'; }))
      fail("found character '\\t' that cannot start any token");
    break;
  }
  return more() && !at_marker("---") && !at_marker("...");
}

Value Reader::document() {
  while (skip_spaces(), more() && (peek() == '\n' || (peek() == '%' && column() == 0)))
    at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
  if (at_marker("---")) at_ += 3;
  Value v = block_node(-1, false);
  if (skip_to_content()) fail("expected <document start>");
  if (at_marker("...")) at_ += 3;
  if (skip_to_content() || at_marker("---")) fail("expected a single document in the stream");
  return v;
}

Value Reader::anchored(const std::string& name, Value v) {
  if (!name.empty()) anchors_[name] = v;
  return v;
}

std::string Reader::word() {
  size_t start = ++at_;
  while (!is_blank(peek()) && std::string_view("[]{},").find(peek()) == std::string_view::npos) ++at_;
  if (at_ == start) fail("expected alphabetic or numeric character");
  return text_.substr(start, at_ - start);
}

Value Reader::alias() {
  std::string name = word();
  auto known = anchors_.find(name);
  if (known == anchors_.end()) fail("found undefined alias '" + name + "'");
  return known->second;
}

// A node that may begin on this line or on a later one, further in than `parent`; a sequence may
// stand at its parent mapping's own column.
Value Reader::block_node(int64_t parent, bool sequence_at_parent) {
  Deeper deeper(depth_);
  if (depth_ > kMostDepth) fail("collections nest too deeply");
  in_.step();
  bool same_line = at_ > 0 && text_[at_ - 1] != '\n';
  std::string anchor;
  skip_spaces();
  if (peek() == '&') {
    anchor = word();
    skip_spaces();
  }
  if (same_line && !is_break(peek())) return anchored(anchor, inline_node(parent));
  if (!skip_to_content()) return Value::none();
  int64_t indent = column();
  bool dash = peek() == '-' && is_blank(peek(1));
  if (indent < parent || (indent == parent && !(dash && sequence_at_parent))) return anchored(anchor, Value::none());
  if (dash) return anchored(anchor, block_sequence(indent));
  if (key_follows()) return anchored(anchor, block_mapping(indent));
  return anchored(anchor, inline_node(parent));
}

// What stands on the line behind a key or a dash.
Value Reader::inline_node(int64_t parent) {
  switch (peek()) {
    case '[': case '{': return flow_node();
    case '"': case '\'': return in_.str(quoted());
    case '*': return alias();
    case '|': case '>': return block_scalar(parent);
    case '!': fail("tags such as `" + word() + "` are not supported");
    case '%': case '@': case '`': fail(std::string("found character '") + peek() + "' that cannot start any token");
    case '?': if (is_blank(peek(1))) fail("explicit keys are not supported"); break;
    default: break;
  }
  return plain_scalar(in_, plain(parent, false));
}

Value Reader::block_sequence(int64_t indent) {
  std::vector<Value> items;
  Value out = in_.list({});
  while (skip_to_content() && column() == indent && peek() == '-' && is_blank(peek(1))) {
    ++at_;
    while (peek() == ' ') ++at_;
    if (is_break(peek()) || peek() == '#' || peek() == '&') {
      items.push_back(block_node(indent, false));
      continue;
    }
    // A collection may begin behind the dash; its column is where it stands.
    if (peek() == '-' && is_blank(peek(1))) items.push_back(block_sequence(column()));
    else if (key_follows()) items.push_back(block_mapping(column()));
    else items.push_back(inline_node(indent));
  }
  if (skip_to_content() && column() > indent) fail("expected <block end>, but found something else");
  as<ListObj>(out)->items = std::move(items);
  return out;
}

// Whether a key and its colon stand here, on one line.
bool Reader::key_follows() const {
  size_t i = at_;
  char c = peek();
  if (c == '"' || c == '\'') {
    for (++i; i < text_.size() && text_[i] != c && text_[i] != '\n'; ++i)
      if (c == '"' && text_[i] == '\\') ++i;
    for (++i; i < text_.size() && text_[i] == ' '; ++i) {}
    return i < text_.size() && text_[i] == ':' && (i + 1 == text_.size() || is_blank(text_[i + 1]));
  }
  if (std::string_view("[{|>!%@`#&").find(c) != std::string_view::npos) return false;
  for (; i < text_.size() && text_[i] != '\n'; ++i) {
    if (text_[i] == '#' && i > at_ && is_blank(text_[i - 1])) return false;
    if (text_[i] == ':' && (i + 1 == text_.size() || is_blank(text_[i + 1]))) return true;
  }
  return false;
}

Value Reader::key() {
  if (peek() == '"' || peek() == '\'') return in_.str(quoted());
  if (peek() == '*') return alias();
  size_t start = at_;
  while (!(peek() == ':' && is_blank(peek(1)))) ++at_;
  std::string text = text_.substr(start, at_ - start);
  while (text.ends_with(' ')) text.pop_back();
  return plain_scalar(in_, text);
}

void Reader::put(DictObj* d, Value key, Value v, std::vector<Value>& merged) {
  in_.step();
  auto* name = get_if<StrObj>(key);
  if (name && name->text == "<<") merged.push_back(v);
  else in_.put(d, key, v);
}

// Merged mappings come first and yield to the mapping's own keys.
Value Reader::finish(DictObj* own, const std::vector<Value>& merged) {
  if (merged.empty()) return Value::of(own);
  DictObj* out = in_.dict();
  auto take = [&](const Value& v) {
    auto* from = get_if<DictObj>(v);
    if (!from) fail("expected a mapping for merging");
    for (const TableEntry& e : from->table.entries()) {
      in_.step();
      if (e.live) in_.put(out, e.key, e.value);
    }
  };
  for (const Value& v : merged) {
    // Of several, the first wins: the last goes in first.
    if (auto* list = get_if<ListObj>(v))
      for (size_t i = list->items.size(); i-- > 0;) take(list->items[i]);
    else
      take(v);
  }
  take(Value::of(own));
  own->table = out->table;
  return Value::of(own);
}

Value Reader::block_mapping(int64_t indent) {
  DictObj* d = in_.dict();
  std::vector<Value> merged;
  while (skip_to_content() && column() == indent) {
    if (!key_follows()) fail(peek() == '-' ? "block sequence entries are not allowed here" : "could not find expected ':'");
    Value k = key();
    while (peek() == ' ') ++at_;
    ++at_;
    put(d, k, mapping_value(indent), merged);
  }
  if (skip_to_content() && column() > indent) fail("expected <block end>, but found something else");
  return finish(d, merged);
}

Value Reader::mapping_value(int64_t indent) {
  size_t line = std::min(text_.find('\n', at_), text_.size());
  Value v = block_node(indent, true);
  // A second key on the line of the first is no mapping within it.
  bool same_line = at_ <= line;
  skip_spaces();
  if (same_line && peek() == ':') fail("mapping values are not allowed here");
  return v;
}

std::string Reader::plain_line(bool flow) {
  size_t start = at_;
  while (!is_break(peek())) {
    if (peek() == ':' && (is_blank(peek(1)) || (flow && std::string_view(",[]{}").find(peek(1)) != std::string_view::npos))) {
      if (!flow) fail("mapping values are not allowed here");
      break;
    }
    if (flow && std::string_view(",[]{}").find(peek()) != std::string_view::npos) break;
    if (peek() == '#' && at_ > start && is_blank(text_[at_ - 1])) break;
    ++at_;
  }
  size_t end = at_;
  while (end > start && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
  return text_.substr(start, end - start);
}

// A plain scalar goes on over lines further in than its parent; a blank line is a line break.
std::string Reader::plain(int64_t parent, bool flow) {
  std::string out = plain_line(flow);
  while (peek() == '\n') {
    size_t mark = at_;
    size_t breaks = 0;
    while (peek() == '\n' || peek() == ' ') {
      breaks += peek() == '\n';
      ++at_;
    }
    bool ends = !more() || peek() == '#' || (!flow && column() <= parent) || (flow && std::string_view(",[]{}:").find(peek()) != std::string_view::npos) ||
                (column() == 0 && (at_marker("---") || at_marker("...")));
    if (ends) {
      at_ = mark;
      break;
    }
    out += breaks > 1 ? std::string(breaks - 1, '\n') : " ";
    out += plain_line(flow);
  }
  return out;
}

std::string Reader::double_escape() {
  char c = peek();
  ++at_;
  static constexpr std::string_view kFrom = "0abtnvfre \"/\\N_LP";
  static constexpr std::string_view kTo[] = {std::string_view("\0", 1), "\a", "\b", "\t", "\n", "\v", "\f", "\r", "\x1b",
                                             " ", "\"", "/", "\\", "\xc2\x85", "\xc2\xa0", "\xe2\x80\xa8", "\xe2\x80\xa9"};
  if (size_t known = kFrom.find(c); known != std::string_view::npos) return std::string(kTo[known]);
  int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  if (digits == 0) fail(std::string("found unknown escape character '") + c + "'");
  std::string hex = text_.substr(at_, static_cast<size_t>(digits));
  if (hex.size() != static_cast<size_t>(digits) || hex.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos)
    fail("expected escape sequence of hexadecimal digits");
  at_ += hex.size();
  return utf8_encode(static_cast<uint32_t>(std::stoul(hex, nullptr, 16)));
}

std::string Reader::quoted() {
  char quote = peek();
  ++at_;
  std::string out;
  while (true) {
    if (!more()) fail("found unexpected end of stream while scanning a quoted scalar");
    char c = text_[at_++];
    if (c == quote && quote == '\'' && peek() == '\'') {
      out += quote;
      ++at_;
    } else if (c == quote) {
      return out;
    } else if (c == '\\' && quote == '"') {
      if (peek() != '\n') {
        out += double_escape();
        continue;
      }
      for (++at_; peek() == ' ' || peek() == '\t';) ++at_;
    } else if (c == '\n') {
      while (out.ends_with(' ') || out.ends_with('\t')) out.pop_back();
      size_t breaks = 1;
      while (peek() == ' ' || peek() == '\t' || peek() == '\n') breaks += text_[at_++] == '\n';
      out += breaks > 1 ? std::string(breaks - 1, '\n') : " ";
    } else {
      out += c;
    }
  }
}

}  // namespace nnscan::py::yaml
