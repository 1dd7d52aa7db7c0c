// Flow collections and block scalars of YAML.
#include <algorithm>

#include "frontend/python/yaml_reader.h"

namespace nnscan::py::yaml {

namespace {

constexpr int kMostDepth = 200;

}  // namespace

Value Reader::flow_node() {
  if (++depth_ > kMostDepth) fail("collections nest too deeply");
  in_.step();
  skip_to_content();
  std::string anchor;
  if (peek() == '&') {
    anchor = word();
    skip_to_content();
  }
  Value v;
  switch (peek()) {
    case '[': v = flow_sequence(); break;
    case '{': v = flow_mapping(); break;
    case '"': case '\'': v = in_.str(quoted()); break;
    case '*': v = alias(); break;
    case '!': fail("tags such as `" + word() + "` are not supported");
    case '\0': fail("expected the node content, but found the end of the stream");
    default: v = plain_scalar(in_, plain(-1, true)); break;
  }
  --depth_;
  return anchored(anchor, v);
}

Value Reader::flow_sequence() {
  std::vector<Value> items;
  ++at_;
  while (skip_to_content(), peek() != ']') {
    Value v = flow_node();
    skip_to_content();
    if (peek() == ':') {  // a mapping of one pair
      ++at_;
      DictObj* pair = in_.dict();
      in_.put(pair, v, flow_node());
      v = Value::of(pair);
      skip_to_content();
    }
    items.push_back(v);
    if (peek() == ',') ++at_;
    else if (peek() != ']') fail("expected ',' or ']'");
  }
  ++at_;
  return in_.list(std::move(items));
}

Value Reader::flow_mapping() {
  DictObj* d = in_.dict();
  std::vector<Value> merged;
  ++at_;
  while (skip_to_content(), peek() != '}') {
    Value k = flow_node(), v = Value::none();
    skip_to_content();
    if (peek() == ':') {
      ++at_;
      skip_to_content();
      if (peek() != ',' && peek() != '}') v = flow_node();
      skip_to_content();
    }
    put(d, k, v, merged);
    if (peek() == ',') ++at_;
    else if (peek() != '}') fail("expected ',' or '}'");
  }
  ++at_;
  return finish(d, merged);
}

// `|` keeps line breaks, `>` folds them; `-` and `+` say what happens to the last ones.
Value Reader::block_scalar(int64_t parent) {
  bool fold = peek() == '>';
  char chomp = 0;
  int64_t indent = -1;
  for (++at_; peek() != '\n' && peek() != ' ' && more(); ++at_) {
    if (peek() == '-' || peek() == '+') chomp = peek();
    else if (peek() >= '1' && peek() <= '9') indent = std::max<int64_t>(parent, 0) + (peek() - '0');
    else fail("expected chomping or indentation indicators");
  }
  skip_spaces();
  if (more() && peek() != '\n') fail("expected a comment or a line break");
  if (more()) ++at_;
  std::vector<std::string> lines;
  while (more()) {
    size_t end = std::min(text_.find('\n', at_), text_.size());
    size_t first = std::min(text_.find_first_not_of(' ', at_), end);
    auto spaces = static_cast<int64_t>(first - at_);
    bool blank = first == end;
    if (indent < 0 && !blank) indent = spaces > parent ? spaces : parent + 1;
    if (!blank && spaces < indent) break;
    lines.push_back(indent >= 0 && end - at_ > static_cast<size_t>(indent)
                        ? text_.substr(at_ + static_cast<size_t>(indent), end - at_ - static_cast<size_t>(indent)) : "");
    at_ = std::min(end + 1, text_.size());
  }
  size_t kept = lines.size();
  while (kept > 0 && lines[kept - 1].empty()) --kept;
  std::string out;
  for (size_t i = 0; i < kept; ++i) {
    out += lines[i];
    if (i + 1 == kept) break;
    auto indented = [&](const std::string& line) { return line.starts_with(' ') || line.starts_with('\t'); };
    // Folding: one break between two plain lines is a space, of several one goes.
    size_t next = i + 1;
    while (next < kept && lines[next].empty()) ++next;
    bool plain_pair = fold && !lines[i].empty() && !indented(lines[i]) && !indented(lines[next]);
    if (!plain_pair) out += '\n';
    else if (next == i + 1) out += ' ';
  }
  if (kept > 0 && chomp != '-') out += '\n';
  if (chomp == '+') out += std::string(lines.size() - kept, '\n');
  return in_.str(std::move(out));
}

}  // namespace nnscan::py::yaml
