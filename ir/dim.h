// Symbolic integers: the sizes of tensors and what Python computes from them.
//
// A Dim is the id of a normalised expression: a sum of integer multiples of products of atoms,
// where an atom is a symbol (`N`, or an anonymous unknown) or floor(a / b), a mod b, max, min of
// normalised expressions. Equal expressions have equal ids, so `H // 2 * 2` and `2 * (H // 2)`
// are one, and equality that can be proved is a comparison of two integers. All arithmetic is
// Python's: floor division rounds to minus infinity, the sign of `%` is the divisor's.
//
// Every symbol that stands for a tensor's size is at least 0.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ir/base/ids.h"

namespace nnscan {

using Dim = Id<struct DimTag>;

enum class DimOp : uint8_t { kSymbol, kFloorDiv, kMod, kMax, kMin };

struct DimAtom {
  DimOp op;
  Dim a, b;          // operands; a.index is the symbol's number when op is kSymbol
  friend auto operator<=>(const DimAtom&, const DimAtom&) = default;
};

struct DimSymbol {
  std::string name;       // as the user wrote it, or "?3"
  bool anonymous = true;  // may be refined to a constant by use
  int64_t lower = 0;      // what is known of its value
  std::optional<int64_t> upper;
};

// Inclusive; an absent end is unbounded.
struct DimRange {
  std::optional<int64_t> lower, upper;
};

enum class Compare : uint8_t { kEq, kNe, kLt, kLe, kGt, kGe };

class DimPool {
 public:
  using Atom = uint32_t;  // index into atoms()
  struct Term {
    std::vector<Atom> factors;  // sorted, repeated for powers; empty for the constant term
    int64_t coefficient;
    friend auto operator<=>(const Term&, const Term&) = default;
  };

  Dim constant(int64_t value);
  // A named symbol: the same name gives the same symbol.
  Dim symbol(const std::string& name);
  // A fresh unknown. `size`: it is some tensor's size and so not negative.
  Dim unknown(bool size = true);

  // On overflow of 64 bits these throw DimOverflow.
  Dim add(Dim a, Dim b);
  Dim sub(Dim a, Dim b);
  Dim mul(Dim a, Dim b);
  Dim neg(Dim a) { return mul(constant(-1), a); }
  Dim floor_div(Dim a, Dim b);  // b must not be the constant 0
  Dim mod(Dim a, Dim b);        // likewise
  Dim max(Dim a, Dim b);
  Dim min(Dim a, Dim b);

  std::optional<int64_t> known(Dim dim) const;
  // The symbol's number when the expression is just one symbol.
  std::optional<uint32_t> as_symbol(Dim dim) const;
  DimRange range(Dim dim) const;
  // Decides `a op b` if it holds, or fails, for every value of the symbols.
  std::optional<bool> compare(Compare op, Dim a, Dim b);
  // True if a is b times something, always.
  std::optional<Dim> divide_exactly(Dim a, Dim b);
  Dim substitute(Dim dim, const std::map<uint32_t, Dim>& symbols);
  std::vector<uint32_t> symbols_of(Dim dim) const;  // sorted, no repeats

  DimSymbol& symbol_info(uint32_t number) { return symbols_[number]; }
  const DimSymbol& symbol_info(uint32_t number) const { return symbols_[number]; }
  Dim symbol_dim(uint32_t number);
  const std::vector<Term>& terms(Dim dim) const { return exprs_[dim.index]; }
  const DimAtom& atom(Atom index) const { return atoms_[index]; }

  std::string text(Dim dim) const;  // `2*N + H//2`
};

}  // namespace nnscan
