#include "frontend/torch/annotations.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace nnscan::torch {

namespace {

// The parts of `text` between separators that stand in no brackets.
std::vector<std::string> parts_of(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  int depth = 0;
  for (char c : text) {
    depth += (c == '[') - (c == ']');
    if (c == separator && depth == 0) parts.emplace_back();
    else parts.back() += c;
  }
  return parts;
}

// `List[Tensor]` in its spellings: what is between the brackets of one of these names; else empty.
std::string argument_of(const std::string& kind, std::initializer_list<const char*> names) {
  size_t open = kind.find('[');
  if (open == std::string::npos || kind.back() != ']') return "";
  std::string name = kind.substr(0, open);
  name.erase(0, name.rfind('.') + 1);
  bool one = std::any_of(names.begin(), names.end(), [&](const char* n) { return name == n; });
  return one ? kind.substr(open + 1, kind.size() - open - 2) : "";
}

// Behind the string literal that begins at `at`.
size_t behind_string(std::string_view source, size_t at) {
  char quote = source[at];
  bool tripled = source.substr(at).starts_with(std::string(3, quote));
  size_t width = tripled ? 3 : 1;
  for (at += width; at < source.size(); ++at) {
    if (source[at] == '\\') ++at;
    else if (source.substr(at).starts_with(std::string(width, quote))) return at + width;
  }
  return source.size();
}

// Behind the colon that ends a function's header.
size_t behind_header(std::string_view source) {
  int depth = 0;
  for (size_t at = 0; at < source.size();) {
    char c = source[at];
    if (c == '\'' || c == '"') {
      at = behind_string(source, at);
      continue;
    }
    if (c == '#') {
      at = std::min(source.find('\n', at), source.size());
      continue;
    }
    depth += (c == '(' || c == '[' || c == '{') - (c == ')' || c == ']' || c == '}');
    ++at;
    if (c == ':' && depth == 0) return at;
  }
  return source.size();
}

std::string_view trimmed(std::string_view text) {
  size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// The comment that follows the header, without its mark.
std::string_view first_comment(std::string_view source) {
  for (size_t at = behind_header(source), line = 0; line < 2 && at < source.size(); ++line) {
    size_t end = std::min(source.find('\n', at), source.size());
    std::string_view text = trimmed(source.substr(at, end - at));
    if (text.starts_with('#')) return trimmed(text.substr(1));
    if (!text.empty()) return {};
    at = end + 1;
  }
  return {};
}

}  // namespace

bool is_tensor(const std::string& kind) {
  static const char* const kKinds[] = {"Tensor", "FloatTensor", "LongTensor", "BoolTensor"};
  std::string last = kind.substr(kind.rfind('.') + 1);
  return std::find(std::begin(kKinds), std::end(kKinds), last) != std::end(kKinds);
}

std::string core(std::string annotation) {
  std::erase_if(annotation, [](char c) { return c == ' ' || c == '\'' || c == '"'; });
  if (std::string inner = argument_of(annotation, {"Optional"}); !inner.empty()) return core(inner);
  std::string options = argument_of(annotation, {"Union"});
  std::vector<std::string> kinds = options.empty() ? parts_of(annotation, '|') : parts_of(options, ',');
  std::erase(kinds, "None");
  auto tensor = std::find_if(kinds.begin(), kinds.end(), is_tensor);
  if (tensor != kinds.end()) return *tensor;
  return kinds.size() == 1 ? kinds[0] : annotation;
}

std::string element_of_list(const std::string& kind) {
  return argument_of(kind, {"List", "list", "Sequence", "Iterable"});
}

size_t size_of_tuple(const std::string& kind) {
  std::string inner = argument_of(kind, {"Tuple", "tuple"});
  std::vector<std::string> kinds = parts_of(inner, ',');
  return !inner.empty() && std::all_of(kinds.begin(), kinds.end(), is_tensor) ? kinds.size() : 0;
}

std::vector<std::string> annotations_in_comment(std::string_view source) {
  std::string_view comment = first_comment(source);
  if (!comment.starts_with("type:")) return {};
  comment = trimmed(comment.substr(5));
  size_t arrow = comment.rfind("->");
  if (arrow == std::string_view::npos) return {};
  std::string_view inside = trimmed(comment.substr(0, arrow));
  if (!inside.starts_with('(') || !inside.ends_with(')')) return {};
  inside = trimmed(inside.substr(1, inside.size() - 2));
  if (inside.empty() || inside == "...") return {};
  std::vector<std::string> parts = parts_of(std::string(inside), ',');
  for (std::string& part : parts) part = trimmed(part);
  return parts;
}

}  // namespace nnscan::torch
