// Pieces of a file that were parsed ahead, by their text. A keystroke changes one function; the
// trees of all others are those of before, at other places. Who keeps the pieces parses nothing of
// a file but what changed, and a process forked from it takes them along.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "frontend/syntax/tree.h"

namespace nnscan::syntax {

class Pieces {
 public:
  // Parses what of the file's outline (outline.h) is not here yet, and forgets what is no part of
  // it any more. `symbols` must be the table of whoever takes them.
  void keep(std::string_view text, SymbolTable& symbols);

  // The tree of such a piece, which is here no longer; null: there is none, so parse it.
  std::unique_ptr<Tree> take(std::string_view piece, FileId file);

  size_t size() const { return trees_.size(); }

 private:
  std::unordered_map<std::string, std::unique_ptr<Tree>> trees_;
};

}  // namespace nnscan::syntax
