// Symbolic integers: the sizes of tensors and what Python computes from them.
//
// A Dim is the id of a normalised expression: a sum of integer multiples of products of atoms,
// where an atom is a symbol (`N`, or an anonymous unknown) or floor(a / b), a mod b, max, min of
// normalised expressions. Equal expressions have equal ids, so `H // 2 * 2` and `2 * (H // 2)`
// are one, and equality that can be proved is a comparison of two integers. All arithmetic is
// Python's: floor division rounds to minus infinity, the sign of `%` is the divisor's.
//
// Two more rules keep one expression for one value: `a % c` by a constant is `a - c*(a//c)`, and
// `min(a, b)` is `a + b - max(a, b)`. readable() gives the forms that people write back.
//
// Every symbol that stands for a tensor's size is at least 0.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "ir/base/ids.h"

namespace nnscan {

using Dim = Id<struct DimTag>;

// A size or a coefficient does not fit 64 bits, or an expression grew past any sense.
class DimOverflow : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class DimOp : uint8_t { kSymbol, kFloorDiv, kMod, kMax, kMin };

struct DimAtom {
  DimOp op;
  Dim a, b;          // operands; a.index is the symbol's number when op is kSymbol
  friend auto operator<=>(const DimAtom&, const DimAtom&) = default;
};

struct DimSymbol {
  std::string name;       // as the user wrote it, or "?3"
  bool anonymous = true;  // may be refined to a constant by use
  int64_t lower = 0;      // what is known of its value; INT64_MIN: unbounded
  std::optional<int64_t> upper;
  Dim below;              // valid: its value is less than this, an index of so many
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
  using NameOf = std::function<std::string(uint32_t symbol)>;
  std::string text(Dim dim, const NameOf& name_of) const;

  // The sum as people would write it, with `a % c` and `min(a, b)` restored: what text() prints
  // and the builder computes. Sorted independently of the order in which atoms were made.
  struct Part {
    int64_t coefficient;
    std::vector<DimAtom> factors;  // empty for the constant
  };
  std::vector<Part> readable(Dim dim) const;

 private:
  using Terms = std::vector<Term>;  // sorted by factors, coefficients not 0

  Dim intern(Terms terms);
  Dim intern_atom(DimOp op, Dim a, Dim b);
  Atom atom_of(DimOp op, Dim a, Dim b);
  Dim new_symbol(DimSymbol symbol);
  // Coefficient and atom of a term that is one multiple of one atom of kind `op`.
  const DimAtom* lone_atom(const Term& term, DimOp op) const;
  // The divisor of an atom `a // c` with a constant c, else 0.
  int64_t constant_divisor(const DimAtom& atom) const;
  Dim floor_div_by(Dim a, int64_t divisor);
  Dim floor_div_symbolic(Dim a, Dim b);
  std::optional<Dim> merge_inner_division(const Terms& rest, int64_t divisor);
  bool nonzero(Dim dim) const;
  std::optional<Dim> flatten_max(Dim a, Dim b);
  std::optional<Dim> flatten_min(Dim a, Dim b);
  Dim rebuild(const DimAtom& atom, const std::map<uint32_t, Dim>& symbols);

  DimRange range_of(const Terms& terms, int effort) const;
  DimRange plain_range(const Terms& terms, int effort) const;
  DimRange atom_range(const DimAtom& atom, int effort) const;
  DimRange relax_division(const Terms& terms, size_t at, int effort) const;
  DimRange relax_max(const Terms& terms, size_t at, int effort) const;
  DimRange relax_index(const Terms& terms, size_t at, Dim below, int effort) const;

  bool take_mod(Terms& terms, std::vector<Part>& parts) const;
  bool take_min(Terms& terms, std::vector<Part>& parts) const;

  std::vector<Terms> exprs_;
  std::vector<uint32_t> weights_;  // by expression: the nodes of its tree
  std::map<Terms, Dim> interned_;
  std::vector<DimAtom> atoms_;
  std::map<DimAtom, Atom> atom_ids_;
  std::vector<DimSymbol> symbols_;
  std::unordered_map<std::string, uint32_t> symbol_ids_;
  uint32_t unknowns_ = 0;
};

}  // namespace nnscan
