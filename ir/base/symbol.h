// Interned strings: names of variables, attributes, dims. Equal text, equal Symbol.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ir/base/ids.h"

namespace nnscan {

using Symbol = Id<struct SymbolTag>;

class SymbolTable {
 public:
  Symbol intern(std::string_view text) {
    auto found = ids_.find(text);
    if (found != ids_.end()) return found->second;
    texts_.emplace_back(text);
    Symbol id{static_cast<uint32_t>(texts_.size() - 1)};
    ids_.emplace(texts_.back(), id);
    return id;
  }
  const std::string& text(Symbol symbol) const { return texts_[symbol.index]; }
  uint32_t size() const { return static_cast<uint32_t>(texts_.size()); }

 private:
  std::deque<std::string> texts_;  // a deque never moves what it holds
  std::unordered_map<std::string_view, Symbol> ids_;
};

}  // namespace nnscan
