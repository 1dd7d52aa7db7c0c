// Runs a program over a text. What may have to be undone is on a stack of its own, so that depth
// of backtracking costs memory of the heap and steps of the budget, and no stack.
#include "frontend/python/regex.h"
#include "frontend/python/unicode.h"

namespace nnscan::py::regex {

namespace {

using Op = Instruction::Op;

bool in_class(char kind, char32_t c, bool ascii) {
  switch (kind) {
    case 'd': return ascii ? c >= '0' && c <= '9' : is_digit(c);
    case 's': return c == ' ' || (c >= '\t' && c <= '\r') || (!ascii && is_space(c));
    case 'w': return c == '_' || (ascii ? c < 0x80 && is_alnum(c) : is_alnum(c));
    default: return !in_class(static_cast<char>(kind | 0x20), c, ascii);
  }
}

bool in_ranges(const CharSet& set, char32_t c) {
  for (const CharRange& r : set.ranges)
    if (c >= r.first && c <= r.last) return true;
  return false;
}

bool in_set(const CharSet& set, char32_t c, uint32_t flags) {
  bool inside = in_ranges(set, c);
  if (!inside && flags & kIgnoreCase) inside = in_ranges(set, to_lower(c)) || in_ranges(set, to_upper(c));
  for (char kind : set.classes) inside = inside || in_class(kind, c, flags & kAscii);
  return inside != set.negated;
}

class Matcher {
 public:
  Matcher(const Program& program, const std::u32string& text, size_t end, bool whole, int64_t not_at,
          std::vector<int64_t>& slots, uint64_t& budget)
      : program_(program), text_(text), end_(end), whole_(whole), not_at_(not_at), slots_(slots), budget_(budget),
        marks_(program.loops, -1) {}

  Outcome run(uint32_t pc, size_t at, bool inner) {
    size_t floor = undo_.size();
    while (true) {
      if (budget_ == 0) return Outcome::kOverBudget;
      --budget_;
      const Instruction& i = program_.code[pc];
      if (i.op == Op::kMatch) {
        bool good = (!whole_ || at == end_) && static_cast<int64_t>(at) != not_at_;
        if (inner || good) {
          if (inner) forget_choices(floor);
          return Outcome::kMatched;
        }
        if (!back(floor, pc, at)) return Outcome::kNone;
        continue;
      }
      if (i.op == Op::kLook || i.op == Op::kLookNot) {
        Outcome ahead = at >= i.a ? run(pc + 1, at - i.a, true) : Outcome::kNone;
        if (ahead == Outcome::kOverBudget) return ahead;
        bool holds = (ahead == Outcome::kMatched) == (i.op == Op::kLook);
        if (holds) pc = i.b;
        else if (!back(floor, pc, at)) return Outcome::kNone;
        continue;
      }
      if (!step(i, pc, at) && !back(floor, pc, at)) return Outcome::kNone;
    }
  }

 private:
  // A choice to come back to (slot -1), or what a slot or loop register held.
  struct Undo {
    int64_t slot, value;
    uint32_t pc;
  };

  void set_slot(size_t slot, int64_t value) {
    undo_.push_back({static_cast<int64_t>(slot), slots_[slot], 0});
    slots_[slot] = value;
  }
  void set_mark(size_t loop, int64_t value) {
    undo_.push_back({-2 - static_cast<int64_t>(loop), marks_[loop], 0});
    marks_[loop] = value;
  }
  bool back(size_t floor, uint32_t& pc, size_t& at) {
    while (undo_.size() > floor) {
      Undo u = undo_.back();
      undo_.pop_back();
      if (u.slot == -1) {
        pc = u.pc;
        at = static_cast<size_t>(u.value);
        return true;
      }
      (u.slot >= 0 ? slots_[static_cast<size_t>(u.slot)] : marks_[static_cast<size_t>(-2 - u.slot)]) = u.value;
    }
    return false;
  }
  // What a look-around found stays; how else it might have matched does not.
  void forget_choices(size_t floor) {
    std::erase_if(undo_, [&, n = size_t{0}](const Undo& u) mutable { return n++ >= floor && u.slot == -1; });
  }

  bool word_at(size_t at, uint32_t flags) const { return at < text_.size() && in_class('w', text_[at], flags & kAscii); }
  bool word_edge(size_t at, uint32_t flags) const {
    return (at > 0 && word_at(at - 1, flags)) != (at < end_ && word_at(at, flags));
  }
  static bool same(char32_t a, char32_t b, uint32_t flags) {
    return a == b || (flags & kIgnoreCase && (to_lower(a) == to_lower(b) || to_upper(a) == to_upper(b)));
  }
  bool back_reference(const Instruction& i, size_t& at) const {
    int64_t from = slots_[2 * i.a], to = slots_[2 * i.a + 1];
    if (from < 0 || to < 0) return false;
    for (int64_t k = from; k < to; ++k, ++at)
      if (at >= end_ || !same(text_[static_cast<size_t>(k)], text_[at], i.flags)) return false;
    return true;
  }

  bool step(const Instruction& i, uint32_t& pc, size_t& at) {
    auto take = [&](bool fits) {
      if (!fits) return false;
      ++at;
      ++pc;
      return true;
    };
    auto hold = [&](bool holds) {
      ++pc;
      return holds;
    };
    switch (i.op) {
      case Op::kChar: return take(at < end_ && same(text_[at], i.a, i.flags));
      case Op::kAny: return take(at < end_);
      case Op::kAnyButNewline: return take(at < end_ && text_[at] != '\n');
      case Op::kSet: return take(at < end_ && in_set(program_.sets[i.a], text_[at], i.flags));
      case Op::kSplit:
        undo_.push_back({-1, static_cast<int64_t>(at), i.b});
        pc = i.a;
        return true;
      case Op::kJump: pc = i.a; return true;
      case Op::kSave:
        set_slot(i.a, static_cast<int64_t>(at));
        if (i.a > 1 && i.a % 2) set_slot(slots_.size() - 1, i.a / 2);  // the group that was closed last
        return hold(true);
      case Op::kMark: set_mark(i.a, static_cast<int64_t>(at)); return hold(true);
      case Op::kProgress:
        // Without progress the loop is left: the jump behind this one is passed over.
        pc += marks_[i.a] == static_cast<int64_t>(at) ? 2 : 1;
        return true;
      case Op::kBackReference: return hold(back_reference(i, at));
      case Op::kGroupSet:
        pc = 2 * i.a + 1 < slots_.size() - 1 && slots_[2 * i.a + 1] >= 0 ? pc + 1 : i.b;
        return true;
      case Op::kTextStart: return hold(at == 0);
      case Op::kTextEnd: return hold(at == end_);
      case Op::kLineStart: return hold(at == 0 || text_[at - 1] == '\n');
      case Op::kLineEnd: return hold(at == end_ || text_[at] == '\n');
      case Op::kLastLineEnd: return hold(at == end_ || (at + 1 == end_ && text_[at] == '\n'));
      case Op::kWordEdge: return hold(word_edge(at, i.flags));
      case Op::kNoWordEdge: return hold(!word_edge(at, i.flags));
      case Op::kLook: case Op::kLookNot: case Op::kMatch: break;
    }
    return false;
  }

  const Program& program_;
  const std::u32string& text_;
  size_t end_;
  bool whole_;
  int64_t not_at_;  // where no match may end
  std::vector<int64_t>& slots_;
  uint64_t& budget_;
  std::vector<int64_t> marks_;
  std::vector<Undo> undo_;
};

}  // namespace

Outcome match(const Program& program, const std::u32string& text, size_t start, size_t end, bool whole,
              bool filled, std::vector<int64_t>& slots, uint64_t& budget) {
  slots.assign(2 * static_cast<size_t>(program.groups) + 3, -1);
  return Matcher(program, text, end, whole, filled ? static_cast<int64_t>(start) : -1, slots, budget).run(0, start, false);
}

}  // namespace nnscan::py::regex
