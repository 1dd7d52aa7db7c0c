// Regular expressions as the module `re` has them: a pattern becomes a program of small
// instructions, which a matcher runs by backtracking over code points. Backtracking can take
// exponential time, so that every search has a budget of steps; a pattern that passes it, or that
// is too large, is told apart from one that does not match. Knows nothing of the interpreter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nnscan::py::regex {

// The values of re.I and so on.
enum Flag : uint32_t {
  kIgnoreCase = 2, kMultiLine = 8, kDotAll = 16, kUnicode = 32, kVerbose = 64, kAscii = 256,
};

struct CharRange {
  char32_t first, last;
};

// One character of a set: ranges, classes (`\d`), perhaps all but those.
struct CharSet {
  std::vector<CharRange> ranges;
  std::string classes;  // of "dDwWsS"
  bool negated = false;
};

struct Instruction {
  enum class Op : uint8_t {
    kChar, kAny, kAnyButNewline, kSet,
    kSplit,   // tries a, then b
    kJump,    // to a
    kSave,    // the position in slot a
    kMark,    // the position in loop register a
    kProgress,  // fails if the position is still that of register a
    kBackReference,  // of group a
    kGroupSet,  // jumps to b unless group a matched
    kLook,    // the program from here up to b must match; a: how far back it starts
    kLookNot,
    kTextStart, kTextEnd, kLineStart, kLineEnd, kLastLineEnd, kWordEdge, kNoWordEdge,
    kMatch,
  } op;
  uint32_t a = 0, b = 0;
  uint32_t flags = 0;  // kIgnoreCase, kAscii
};

struct Program {
  std::vector<Instruction> code;
  std::vector<CharSet> sets;
  std::vector<std::pair<std::string, int>> names;  // of groups, in order
  int groups = 0;
  uint32_t loops = 0;
  uint32_t flags = 0;
};

// The pattern is wrong (`error`, at a code point), or beyond what is supported (`unsupported`).
constexpr size_t kNowhere = SIZE_MAX;
struct Compiled {
  Program program;
  std::string error, unsupported;
  size_t at = 0;  // or kNowhere
};
Compiled compile(const std::u32string& pattern, uint32_t flags);

enum class Outcome : uint8_t { kMatched, kNone, kOverBudget };
// Tries to match at `start` exactly; `whole`: up to `end`; `filled`: not nothing. Slots 2g and 2g + 1 are where group g
// begins and ends, -1 where it took no part; the last slot is the group that was closed last. Steps are taken from the budget.
Outcome match(const Program& program, const std::u32string& text, size_t start, size_t end, bool whole,
              bool filled, std::vector<int64_t>& slots, uint64_t& budget);

}  // namespace nnscan::py::regex
