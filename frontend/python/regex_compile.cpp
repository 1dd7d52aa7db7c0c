// From a pattern to its program, by recursive descent: each rule emits what it has read.
#include <algorithm>

#include "frontend/python/regex.h"
#include "frontend/python/unicode.h"
#include "frontend/python/utf8.h"

namespace nnscan::py::regex {

namespace {

using Op = Instruction::Op;

constexpr size_t kMostInstructions = 50'000;
constexpr int kMostDepth = 200;
constexpr uint32_t kMany = UINT32_MAX;

struct Failure {};

class Compiler {
 public:
  Compiler(const std::u32string& pattern, uint32_t flags, Compiled& out)
      : text_(pattern), flags_(flags), out_(out), program_(out.program) {}

  void run() {
    emit(Op::kSave, 0);
    alternatives();
    if (at_ < text_.size()) fail("unbalanced parenthesis");
    emit(Op::kSave, 1);
    emit(Op::kMatch);
    program_.flags = flags_ & kAscii ? flags_ : flags_ | kUnicode;
  }

 private:
  // The least and greatest number of characters that a part can take; look-behind needs to know.
  struct Width {
    uint64_t least = 0, most = 0;
  };
  static Width in_a_row(Width a, Width b) { return {a.least + b.least, std::min<uint64_t>(a.most + b.most, kMany)}; }

  [[noreturn]] void fail(std::string message) { fail_at(at_, std::move(message)); }
  [[noreturn]] void fail_at(size_t at, std::string message) {
    out_.error = std::move(message);
    out_.at = at;
    throw Failure{};
  }
  [[noreturn]] void refuse(std::string message) {
    out_.unsupported = std::move(message);
    throw Failure{};
  }

  uint32_t here() const { return static_cast<uint32_t>(program_.code.size()); }
  uint32_t emit(Op op, uint32_t a = 0, uint32_t b = 0) {
    if (program_.code.size() > kMostInstructions) refuse("this regular expression is too large");
    program_.code.push_back({op, a, b, flags_ & (kIgnoreCase | kAscii)});
    return here() - 1;
  }
  bool more() const { return at_ < text_.size(); }
  char32_t peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : 0; }
  bool accept(char32_t c) {
    if (!more() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool accept(std::u32string_view s) {
    if (std::u32string_view(text_).substr(at_, s.size()) != s) return false;
    at_ += s.size();
    return true;
  }
  void skip_blanks() {
    while (flags_ & kVerbose && more()) {
      if (text_[at_] == '#') {
        while (more() && text_[at_] != '\n') ++at_;
      } else if (std::u32string_view(U" \t\n\r\f\v").find(text_[at_]) != std::u32string_view::npos) {
        ++at_;
      } else {
        return;
      }
    }
  }

  Width alternatives() {
    if (++depth_ > kMostDepth) refuse("this regular expression is nested too deeply");
    uint32_t start = here();
    Width width = sequence();
    std::vector<uint32_t> jumps;
    while (accept('|')) {
      // The branch before stands behind a choice between itself and what follows.
      insert(start, Op::kSplit);
      program_.code[start].a = start + 1;
      jumps.push_back(emit(Op::kJump));
      program_.code[start].b = here();
      start = here();
      Width other = sequence();
      width = {std::min(width.least, other.least), std::max(width.most, other.most)};
    }
    for (uint32_t j : jumps) program_.code[j].a = here();
    --depth_;
    return width;
  }

  // Makes room for an instruction; targets behind it move.
  void insert(uint32_t at, Op op) {
    emit(op);
    auto& code = program_.code;
    std::rotate(code.begin() + at, code.end() - 1, code.end());
    for (uint32_t i = at + 1; i < here(); ++i) shift(code[i], at, 1);
  }
  static void shift(Instruction& i, uint32_t from, uint32_t by) {
    bool first = i.op == Op::kSplit || i.op == Op::kJump;
    bool second = i.op == Op::kSplit || i.op == Op::kLook || i.op == Op::kLookNot || i.op == Op::kGroupSet;
    if (first && i.a >= from) i.a += by;
    if (second && i.b >= from) i.b += by;
  }

  Width sequence() {
    Width width;
    while (skip_blanks(), more() && peek() != '|' && peek() != ')') width = in_a_row(width, repeated());
    return width;
  }

  Width repeated() {
    uint32_t start = here();
    bool simple = false;
    Width width = atom(simple);
    for (int count = 0;; ++count) {
      skip_blanks();
      uint32_t least = 0, most = kMany;
      size_t mark = at_;
      if (accept('*')) {
      } else if (accept('+')) {
        least = 1;
      } else if (accept('?')) {
        most = 1;
      } else if (!bounds(least, most)) {
        return width;
      }
      if (simple) fail_at(mark, "nothing to repeat");
      if (count > 0) fail_at(mark, "multiple repeat");
      bool lazy = accept('?');
      if (!lazy && accept('+')) refuse("possessive quantifiers are not supported");
      repeat(start, least, most, lazy);
      width = {width.least * least, most == kMany || width.most == kMany ? (width.most ? kMany : 0)
                                                                         : std::min<uint64_t>(width.most * most, kMany)};
    }
  }

  // {m}, {m,}, {,n} or {m,n}; anything else in braces is literal.
  bool bounds(uint32_t& least, uint32_t& most) {
    size_t start = at_;
    if (!accept('{')) return false;
    auto number = [&](uint32_t& into) {
      size_t first = at_;
      uint64_t n = 0;
      while (more() && peek() >= '0' && peek() <= '9') n = std::min<uint64_t>(n * 10 + (text_[at_++] - '0'), kMany - 1);
      if (at_ > first) into = static_cast<uint32_t>(n);
      return at_ > first;
    };
    bool low = number(least);
    if (accept('}') && low) {
      most = least;
      return true;
    }
    if (accept(',')) {
      bool high = number(most);
      if ((low || high) && accept('}')) {
        if (most < least) fail_at(start + 1, "min repeat greater than max repeat");
        return true;
      }
      if (accept('}')) return true;  // {,} is any number of times
    }
    at_ = start;
    least = 0, most = kMany;
    return false;
  }

  void repeat(uint32_t start, uint32_t least, uint32_t most, bool lazy) {
    std::vector<Instruction> body(program_.code.begin() + start, program_.code.end());
    program_.code.resize(start);
    auto copy = [&] {
      uint32_t moved = here() - start;
      if (program_.code.size() + body.size() > kMostInstructions) refuse("this regular expression is too large");
      for (Instruction i : body) {
        shift(i, start, moved);
        program_.code.push_back(i);
      }
    };
    auto choice = [&](uint32_t split) {
      auto& i = program_.code[split];
      i.a = split + 1, i.b = here();
      if (lazy) std::swap(i.a, i.b);
    };
    for (uint32_t i = 0; i < least; ++i) copy();
    if (most != kMany) {
      std::vector<uint32_t> splits;
      for (uint32_t i = least; i < most; ++i) {
        splits.push_back(emit(Op::kSplit));
        copy();
      }
      for (uint32_t s : splits) choice(s);
      return;
    }
    // A turn that takes no character ends the loop.
    uint32_t split = emit(Op::kSplit), loop = program_.loops++;
    emit(Op::kMark, loop);
    copy();
    emit(Op::kProgress, loop);
    emit(Op::kJump, split);
    choice(split);
  }

  Width atom(bool& simple) {
    char32_t c = text_[at_++];
    switch (c) {
      case '.': emit(flags_ & kDotAll ? Op::kAny : Op::kAnyButNewline); return {1, 1};
      case '^': emit(flags_ & kMultiLine ? Op::kLineStart : Op::kTextStart); return {};
      case '$': emit(flags_ & kMultiLine ? Op::kLineEnd : Op::kLastLineEnd); return {};
      case '[': return char_set();
      case '(': return group(simple);
      case '\\': return escape();
      case '*': case '+': case '?': fail_at(at_ - 1, "nothing to repeat");
      default: emit(Op::kChar, c); return {1, 1};
    }
  }

  Width group(bool& simple) {
    size_t open = at_ - 1;
    uint32_t outer_flags = flags_;
    Width width;
    if (!accept('?')) {
      width = capture("");
    } else if (accept(':')) {
      width = alternatives();
    } else if (accept(U"P<")) {
      width = capture(name('>'));
    } else if (accept(U"P=")) {
      return back_reference(group_named(name(')')));
    } else if (accept('=')) {
      return look(Op::kLook, false, open);
    } else if (accept('!')) {
      return look(Op::kLookNot, false, open);
    } else if (accept(U"<=")) {
      return look(Op::kLook, true, open);
    } else if (accept(U"<!")) {
      return look(Op::kLookNot, true, open);
    } else if (accept('#')) {
      while (more() && peek() != ')') ++at_;
      if (!accept(')')) fail_at(open, "missing ), unterminated comment");
      simple = true;
      return {};
    } else if (accept('(')) {
      width = conditional();
    } else if (accept('>')) {
      refuse("atomic groups are not supported");
    } else if (set_flags()) {
      simple = true;
      return {};  // (?i) holds for the whole pattern
    } else {
      width = alternatives();
    }
    flags_ = outer_flags;
    if (!accept(')')) fail_at(open, "missing ), unterminated subpattern");
    return width;
  }

  Width capture(const std::string& group_name) {
    int group = ++program_.groups;
    if (group > 200) refuse("this regular expression has too many groups");
    if (!group_name.empty()) {
      for (auto& [known, number] : program_.names)
        if (known == group_name)
          fail_at(name_start(group_name), "redefinition of group name '" + group_name + "' as group " + std::to_string(group) + "; was group " +
               std::to_string(number));
      program_.names.emplace_back(group_name, group);
    }
    emit(Op::kSave, static_cast<uint32_t>(2 * group));
    Width width = alternatives();
    emit(Op::kSave, static_cast<uint32_t>(2 * group + 1));
    return width;
  }

  Width look(Op op, bool behind, size_t open) {
    uint32_t start = emit(op);
    uint32_t outer_flags = flags_;
    Width width = alternatives();
    flags_ = outer_flags;
    if (!accept(')')) fail_at(open, "missing ), unterminated subpattern");
    if (behind && width.least != width.most) fail_at(kNowhere, "look-behind requires fixed-width pattern");
    emit(Op::kMatch);
    program_.code[start].a = behind ? static_cast<uint32_t>(width.least) : 0;
    program_.code[start].b = here();
    return {};
  }

  Width conditional() {
    std::string which = name(')');
    bool digits = which.find_first_not_of("0123456789") == std::string::npos;
    uint32_t group = digits ? static_cast<uint32_t>(std::stoul(which.substr(0, 6))) : group_named(which);
    uint32_t test = emit(Op::kGroupSet, group);
    Width width = sequence(), other;
    uint32_t jump = emit(Op::kJump);
    program_.code[test].b = here();
    if (accept('|')) other = sequence();
    program_.code[jump].a = here();
    return {std::min(width.least, other.least), std::max(width.most, other.most)};
  }

  // (?i) sets flags for all, (?i:…) for the group; true if the group is over.
  bool set_flags() {
    size_t start = at_;
    bool off = false, any = false;
    uint32_t set = flags_;
    while (more() && peek() != ')' && peek() != ':') {
      char32_t c = text_[at_++];
      static constexpr std::pair<char32_t, Flag> kLetters[] = {
          {'i', kIgnoreCase}, {'m', kMultiLine}, {'s', kDotAll}, {'x', kVerbose}, {'a', kAscii}, {'u', kUnicode}};
      uint32_t flag = 0;
      for (auto [letter, value] : kLetters)
        if (c == letter) flag = value;
      if (c == '-' && !off) off = true;
      else if (!flag) fail_at(start - 1, "unknown extension ?" + utf8_encode(static_cast<uint32_t>(c)));
      else set = off ? set & ~flag : set | flag, any = true;
    }
    if (!more() || !any) fail_at(start, "missing -, : or )");
    flags_ = set;
    return text_[at_++] == ')';
  }

  std::string name(char32_t close) {
    size_t start = at_;
    std::string out;
    while (more() && peek() != close) out += utf8_encode(static_cast<uint32_t>(text_[at_++]));
    if (!accept(close)) fail_at(start, std::string("missing ") + static_cast<char>(close) + ", unterminated name");
    if (out.empty()) fail_at(start, "missing group name");
    return out;
  }
  // The name has been read up to its closing character.
  size_t name_start(const std::string& name) const { return at_ - to_code_points(name).size() - 1; }
  uint32_t group_named(const std::string& wanted) {
    for (auto& [known, number] : program_.names)
      if (known == wanted) return static_cast<uint32_t>(number);
    fail_at(name_start(wanted), "unknown group name '" + wanted + "'");
  }
  Width back_reference(uint32_t group) {
    if (group > static_cast<uint32_t>(program_.groups))
      fail_at(at_ - std::to_string(group).size(), "invalid group reference " + std::to_string(group));
    emit(Op::kBackReference, group);
    return {0, kMany};
  }

  Width escape() {
    if (!more()) fail_at(at_ - 1, "bad escape (end of pattern)");
    char32_t c = text_[at_];
    if (c >= '1' && c <= '9') {
      uint32_t group = text_[at_++] - '0';
      if (more() && peek() >= '0' && peek() <= '9') group = group * 10 + (text_[at_++] - '0');
      return back_reference(group);
    }
    switch (c) {
      case 'A': ++at_; emit(Op::kTextStart); return {};
      case 'Z': ++at_; emit(Op::kTextEnd); return {};
      case 'b': ++at_; emit(Op::kWordEdge); return {};
      case 'B': ++at_; emit(Op::kNoWordEdge); return {};
      case 'd': case 'D': case 'w': case 'W': case 's': case 'S':
        ++at_;
        program_.sets.push_back({{}, std::string(1, static_cast<char>(c)), false});
        emit(Op::kSet, static_cast<uint32_t>(program_.sets.size() - 1));
        return {1, 1};
      default: emit(Op::kChar, escaped_char()); return {1, 1};
    }
  }

  char32_t escaped_char() {
    char32_t c = text_[at_++];
    switch (c) {
      case 'n': return '\n';
      case 't': return '\t';
      case 'r': return '\r';
      case 'f': return '\f';
      case 'v': return '\v';
      case 'a': return '\a';
      case '0': return 0;
      case 'x': return hex(2);
      case 'u': return hex(4);
      case 'U': return hex(8);
      default: break;
    }
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter) fail_at(at_ - 2, "bad escape \\" + utf8_encode(static_cast<uint32_t>(c)));
    return c;
  }
  char32_t hex(int digits) {
    char32_t value = 0;
    for (int i = 0; i < digits; ++i) {
      char32_t c = more() ? text_[at_++] : 0;
      char32_t d = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10
                   : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 16;
      if (d == 16) fail("incomplete escape");
      value = value << 4 | d;
    }
    return value;
  }

  Width char_set() {
    size_t open = at_ - 1;
    CharSet set;
    set.negated = accept('^');
    bool first = true;
    while (first || peek() != ']') {
      if (!more()) fail_at(open, "unterminated character set");
      first = false;
      char32_t low = 0;
      size_t start = at_;
      if (set_member(set, low)) continue;
      if (peek() != '-' || peek(1) == ']' || at_ + 1 >= text_.size()) {
        set.ranges.push_back({low, low});
        continue;
      }
      ++at_;
      char32_t high = 0;
      if (set_member(set, high) || high < low)
        fail_at(start, "bad character range " + to_utf8(text_.substr(start, at_ - start)));
      set.ranges.push_back({low, high});
    }
    ++at_;
    program_.sets.push_back(std::move(set));
    emit(Op::kSet, static_cast<uint32_t>(program_.sets.size() - 1));
    return {1, 1};
  }
  // One character, or true for a class, which the set takes.
  bool set_member(CharSet& set, char32_t& c) {
    c = text_[at_++];
    if (c != '\\') return false;
    if (!more()) fail("bad escape (end of pattern)");
    if (std::u32string_view(U"dDwWsS").find(peek()) != std::u32string_view::npos) {
      set.classes += static_cast<char>(text_[at_++]);
      return true;
    }
    if (peek() == 'b') {
      ++at_;
      c = '\b';
      return false;
    }
    c = escaped_char();
    return false;
  }

  const std::u32string& text_;
  uint32_t flags_;
  Compiled& out_;
  Program& program_;
  size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

Compiled compile(const std::u32string& pattern, uint32_t flags) {
  Compiled out;
  try {
    Compiler(pattern, flags, out).run();
  } catch (Failure&) {
  }
  return out;
}

}  // namespace nnscan::py::regex
