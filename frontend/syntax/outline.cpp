#include "frontend/syntax/outline.h"

#include <algorithm>

#include "frontend/syntax/pieces.h"

namespace nnscan::syntax {

// A logical line: one that brackets, strings and backslashes may spread over several.
struct Outline::Line {
  uint32_t begin = 0, end = 0;  // from its first character to its line break
  uint32_t start = 0;           // of the line that it begins
  bool opens = false;           // ends with a colon: a block follows
};

namespace {

constexpr size_t kSmallFile = 4096;  // parsed as it is
constexpr uint32_t kSmallBody = 120;

// Walks a file's logical lines. What it does not understand ends it: the file is then parsed whole.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}
  bool understood() const { return understood_; }

  template <class Line>
  bool next(Line& line) {
    if (!skip_blank()) return false;
    line.start = start_;
    line.begin = static_cast<uint32_t>(at_);
    char last = 0;
    int depth = 0;
    while (at_ < text_.size()) {
      char c = text_[at_];
      if (c == '\n' && depth == 0) break;
      if (c == '#') {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
        continue;
      }
      if (c == '\'' || c == '"') {
        if (!skip_string(c)) return understood_ = false;
        last = c;
        continue;
      }
      if (c == '\\') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '\n') return understood_ = false;
        at_ += 2;
        continue;
      }
      depth += c == '(' || c == '[' || c == '{';
      depth -= c == ')' || c == ']' || c == '}';
      if (depth < 0) return understood_ = false;
      if (c != ' ' && c != '\n') last = c;
      ++at_;
    }
    if (depth != 0) return understood_ = false;
    line.end = static_cast<uint32_t>(at_);
    line.opens = last == ':';
    return true;
  }

 private:
  // To the first character of the next line with something on it.
  bool skip_blank() {
    while (at_ < text_.size()) {
      if (text_[at_] == '\n') ++at_;
      start_ = static_cast<uint32_t>(at_);
      while (at_ < text_.size() && text_[at_] == ' ') ++at_;
      if (at_ == text_.size()) return false;
      if (text_[at_] == '#')
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
      if (at_ < text_.size() && text_[at_] != '\n') return true;
    }
    return false;
  }

  bool skip_string(char quote) {
    bool triple = text_.substr(at_).starts_with(std::string(3, quote));
    at_ += triple ? 3 : 1;
    for (; at_ < text_.size(); ++at_) {
      char c = text_[at_];
      if (c == '\\') {
        ++at_;
      } else if (c == '\n' && !triple) {
        return false;
      } else if (c == quote && (!triple || text_.substr(at_).starts_with(std::string(3, quote)))) {
        at_ += triple ? 3 : 1;
        return true;
      }
    }
    return false;
  }

  std::string_view text_;
  size_t at_ = 0;
  uint32_t start_ = 0;
  bool understood_ = true;
};

bool starts(std::string_view text, uint32_t at, std::string_view word) { return text.substr(at).starts_with(word); }

// Where the name of the function begins that a line defines; 0 if it defines none.
uint32_t name_of(std::string_view text, uint32_t at) {
  if (starts(text, at, "async def ")) at += 10;
  else if (starts(text, at, "def ")) at += 4;
  else return 0;
  while (at < text.size() && text[at] == ' ') ++at;
  // Type parameters are a scope of their own around the function.
  size_t after = text.find_first_of("([", at);
  return after != std::string_view::npos && text[after] == '(' ? at : 0;
}

// Changes every place in a tree.
template <class Place>
void move_places(Tree& tree, Place place) {
  auto move = [&](auto& what) {
    what.begin = place(what.begin);
    what.end = place(what.end);
  };
  for (uint32_t i = 0; i < tree.exprs.size(); ++i) move(tree.exprs[ExprId{i}]);
  for (uint32_t i = 0; i < tree.stmts.size(); ++i) move(tree.stmts[StmtId{i}]);
  for (const auto& function : tree.functions) move(function->span), move(function->name_span);
  for (const auto& made : tree.classes) move(made->span), move(made->name_span);
  for (Import& import : tree.imports)
    for (ImportedName& name : import.names) move(name.span);
  for (Pattern& pattern : tree.patterns) move(pattern.span);
}

std::unique_ptr<Tree> parsed(std::string_view piece, FileId file, SymbolTable& symbols, Pieces* ahead) {
  if (ahead)
    if (auto tree = ahead->take(piece, file)) return tree;
  DiagnosticSink problems;
  return parse_text(piece, file, symbols, problems);
}

}  // namespace

std::unique_ptr<Outline> Outline::of(std::string_view text) {
  // Tabs and form feeds take part in indentation, and carriage returns end lines.
  if (text.size() < kSmallFile || text.find_first_of("\t\f\r") != std::string_view::npos) return nullptr;
  std::vector<Line> lines;
  Lines walk(text);
  for (Line line; walk.next(line);) lines.push_back(line);
  if (!walk.understood()) return nullptr;
  auto outline = std::make_unique<Outline>();
  uint32_t copied = 0;  // so much of the file
  auto indent = [&](size_t i) { return lines[i].begin - lines[i].start; };
  size_t holder = lines.size();  // the class at the margin that we are in
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (indent(i) == 0) holder = lines[i].opens && starts(text, lines[i].begin, "class ") ? i : lines.size();
    bool is_method = indent(i) > 0 && holder < lines.size() && indent(i) == indent(holder + 1);
    uint32_t name = indent(i) == 0 || is_method ? name_of(text, lines[i].begin) : 0;
    if (!name || !lines[i].opens || indent(i + 1) <= indent(i)) continue;
    size_t last = i + 1;
    while (last + 1 < lines.size() && indent(last + 1) > indent(i)) ++last;
    Part part{{lines[i].start, lines[i].end}, {lines[i + 1].start, lines[last].end}, {0, 0}, {}};
    if (is_method) part.class_head = {lines[holder].start, lines[holder].end};
    if (part.body.end - part.body.begin >= kSmallBody) {
      outline->text_ += text.substr(copied, lines[i + 1].begin - copied);
      outline->text_ += '0';
      copied = part.body.end;
      const auto length = static_cast<uint32_t>(outline->text_.size());
      outline->cuts_.push_back({length, copied - length});
      outline->parts_.emplace(name, std::move(part));
    }
    i = last;
  }
  if (outline->parts_.empty()) return nullptr;
  outline->text_ += text.substr(copied);
  return outline;
}

std::unique_ptr<Tree> Outline::margin(FileId file, SymbolTable& symbols, Pieces* ahead) const {
  auto tree = parsed(text_, file, symbols, ahead);
  if (!tree) return nullptr;
  move_places(*tree, [this](uint32_t place) {
    auto behind = std::upper_bound(cuts_.begin(), cuts_.end(), place, [](uint32_t p, const Cut& cut) { return p < cut.at; });
    return behind == cuts_.begin() ? place : place + std::prev(behind)->bytes;
  });
  return tree;
}

// A function stands alone, below the head of its class, and is moved to its place afterwards.
std::string Outline::piece_of(const Part& part, std::string_view file) {
  auto text_of = [&](Range range) { return file.substr(range.begin, range.end - range.begin); };
  std::string text(text_of(part.class_head));
  if (!text.empty()) text += '\n';
  text += text_of({part.head.begin, part.body.end});
  return text += '\n';
}

std::vector<std::string> Outline::pieces(std::string_view file) const {
  std::vector<std::string> pieces{text_};
  for (const auto& [name, part] : parts_) pieces.push_back(piece_of(part, file));
  return pieces;
}

const Outline::Complete& Outline::complete(const Function& function, std::string_view file, SymbolTable& symbols,
                                           Pieces* ahead) {
  const uint32_t name = function.name_span.begin;
  Part& part = parts_.at(name);
  if (part.complete.tree) return part.complete;
  const std::string text = piece_of(part, file);
  const auto moved = part.body.end + 1 - static_cast<uint32_t>(text.size());
  auto tree = parsed(text, function.span.file, symbols, ahead);
  if (!tree) return part.complete;
  move_places(*tree, [moved](uint32_t place) { return place + moved; });
  for (const auto& candidate : tree->functions)
    if (candidate->name_span.begin == name) part.complete.function = candidate.get();
  part.complete.tree = std::move(tree);
  return part.complete;
}

}  // namespace nnscan::syntax
