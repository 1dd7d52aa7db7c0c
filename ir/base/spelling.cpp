#include "ir/base/spelling.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <utility>

namespace nnscan {

namespace {

constexpr size_t kMove = 2, kCase = 1;  // what an edit costs, as CPython counts
constexpr size_t kLongest = 40;         // of names that are compared

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

size_t substitution(char a, char b) { return a == b ? 0 : lower(a) == lower(b) ? kCase : kMove; }

// Insertions, deletions, substitutions and exchanges of neighbours.
size_t distance(std::string_view a, std::string_view b) {
  std::vector<size_t> before, row(b.size() + 1), two_before;
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j * kMove;
  for (size_t i = 1; i <= a.size(); ++i) {
    two_before = std::exchange(before, row);
    row[0] = i * kMove;
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({before[j] + kMove, row[j - 1] + kMove, before[j - 1] + substitution(a[i - 1], b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && a[i - 1] != a[i - 2])
        row[j] = std::min(row[j], two_before[j - 2] + kMove);
    }
  }
  return row.back();
}

bool is_letters_but(std::string_view name, size_t from, size_t to) {
  return std::all_of(name.begin() + static_cast<ptrdiff_t>(from), name.begin() + static_cast<ptrdiff_t>(to),
                     [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

// One edit, of letters, that is not at the end of the name: `relu6`, `sort_` and `igammac` are names.
bool is_slip(std::string_view name, std::string_view meant) {
  constexpr size_t kShortest = 4;
  if (name.size() < kShortest || meant.size() < kShortest || distance(name, meant) > kMove) return false;
  size_t same = 0, shorter = std::min(name.size(), meant.size()), tail = 0;
  while (same < shorter && name[same] == meant[same]) ++same;
  while (tail < shorter - same && name[name.size() - 1 - tail] == meant[meant.size() - 1 - tail]) ++tail;
  bool at_end = tail == 0 && name.size() != meant.size();
  return !at_end && is_letters_but(name, same, name.size() - tail) && is_letters_but(meant, same, meant.size() - tail);
}

}  // namespace

std::string meant_by(std::string_view name, const std::vector<std::string>& candidates) {
  if (std::ranges::find(candidates, name) != candidates.end()) return "";
  std::string best;
  size_t best_distance = 0;
  for (const std::string& candidate : candidates) {
    bool too_long = std::max(name.size(), candidate.size()) > kLongest;
    if (too_long || (candidate.starts_with('_') && !name.starts_with('_'))) continue;
    size_t most = (name.size() + candidate.size() + 3) * kMove / 6, far = distance(name, candidate);
    if (far > most || (!best.empty() && far >= best_distance)) continue;
    best = candidate;
    best_distance = far;
  }
  return best;
}

std::string slip_of(std::string_view name, const std::vector<std::string>& candidates) {
  std::string meant = meant_by(name, candidates);
  return is_slip(name, meant) ? meant : "";
}

std::string did_you_mean(const std::string& meant) { return meant.empty() ? "" : "did you mean `" + meant + "`?"; }

}  // namespace nnscan
