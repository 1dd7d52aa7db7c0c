#include "ir/dim.h"

#include <algorithm>
#include <numeric>

#include "ir/base/check.h"
#include "ir/dim_terms.h"

namespace nnscan {

using namespace dim_terms;

namespace {

// The tree of an expression, atoms opened, may have this many nodes: recursion over it is
// bounded, and its text still fits a message.
constexpr uint64_t kMaxWeight = 2000;

// Splits into the terms that are multiples of `divisor`, divided, and the rest.
std::pair<DimPool::Term, bool> divided(const DimPool::Term& term, const Terms& divisor) {
  if (divisor.size() != 1) return {term, false};
  std::optional<Term> part = quotient(term, divisor[0]);
  return part ? std::pair{*part, true} : std::pair{term, false};
}

std::pair<Terms, Terms> split_multiples(const Terms& terms, const Terms& divisor) {
  Terms quotients, rest;
  for (const Term& term : terms) {
    auto [part, exact] = divided(term, divisor);
    (exact ? quotients : rest).push_back(part);
  }
  std::sort(quotients.begin(), quotients.end());
  return {quotients, rest};
}

}  // namespace

// Interning.

Dim DimPool::intern(Terms terms) {
  auto found = interned_.find(terms);
  if (found != interned_.end()) return found->second;
  uint64_t weight = 0;
  for (const Term& term : terms) {
    ++weight;
    for (Atom factor : term.factors) {
      const DimAtom& atom = atoms_[factor];
      ++weight;
      if (atom.op != DimOp::kSymbol) weight += weights_[atom.a.index] + weights_[atom.b.index];
    }
  }
  if (weight > kMaxWeight) throw DimOverflow("a symbolic size grew too large");
  Dim dim{static_cast<uint32_t>(exprs_.size())};
  exprs_.push_back(terms);
  weights_.push_back(static_cast<uint32_t>(weight));
  interned_.emplace(std::move(terms), dim);
  return dim;
}

DimPool::Atom DimPool::atom_of(DimOp op, Dim a, Dim b) {
  auto [at, is_new] = atom_ids_.emplace(DimAtom{op, a, b}, static_cast<Atom>(atoms_.size()));
  if (is_new) atoms_.push_back(at->first);
  return at->second;
}

Dim DimPool::intern_atom(DimOp op, Dim a, Dim b) {
  return intern({Term{{atom_of(op, a, b)}, 1}});
}

Dim DimPool::constant(int64_t value) { return intern(dim_terms::constant(value)); }

Dim DimPool::new_symbol(DimSymbol symbol) {
  symbols_.push_back(std::move(symbol));
  return symbol_dim(static_cast<uint32_t>(symbols_.size() - 1));
}

Dim DimPool::symbol(const std::string& name) {
  auto found = symbol_ids_.find(name);
  if (found != symbol_ids_.end()) return symbol_dim(found->second);
  symbol_ids_.emplace(name, static_cast<uint32_t>(symbols_.size()));
  return new_symbol({name, false, 0, std::nullopt});
}

Dim DimPool::unknown(bool size) {
  return new_symbol(
      {"?" + std::to_string(unknowns_++), true, size ? 0 : INT64_MIN, std::nullopt});
}

Dim DimPool::symbol_dim(uint32_t number) {
  return intern_atom(DimOp::kSymbol, Dim{number}, Dim{});
}

// Ring arithmetic.

Dim DimPool::add(Dim a, Dim b) { return intern(sum(terms(a), terms(b))); }
Dim DimPool::sub(Dim a, Dim b) { return intern(sum(terms(a), terms(b), -1)); }
Dim DimPool::mul(Dim a, Dim b) { return intern(product(terms(a), terms(b))); }

// Floor division.

const DimAtom* DimPool::lone_atom(const Term& term, DimOp op) const {
  if (term.factors.size() != 1) return nullptr;
  const DimAtom& atom = atoms_[term.factors[0]];
  return atom.op == op ? &atom : nullptr;
}

int64_t DimPool::constant_divisor(const DimAtom& atom) const {
  if (atom.op != DimOp::kFloorDiv) return 0;
  return known(atom.b).value_or(0);
}

Dim DimPool::floor_div(Dim a, Dim b) {
  std::optional<int64_t> divisor = known(b);
  if (!divisor) return floor_div_symbolic(a, b);
  NNSCAN_CHECK(*divisor != 0, "floor division by zero");
  if (*divisor > 0) return floor_div_by(a, *divisor);
  return floor_div_by(neg(a), checked_mul(*divisor, -1));
}

// (c*q + r) // c = q + r // c, with the constant of r in [0, c); common factors cancelled; an
// inner division merged; the leading coefficient of r made positive by -((-r + c - 1) // c).
Dim DimPool::floor_div_by(Dim a, int64_t divisor) {
  if (divisor == 1) return a;
  Terms whole, rest;
  for (const Term& term : terms(a)) {
    int64_t quotient = floor_quotient(term.coefficient, divisor);
    int64_t remainder = term.coefficient % divisor;
    if (remainder < 0) remainder += divisor;
    bool is_constant = term.factors.empty();
    if (remainder == 0 || (is_constant && quotient != 0)) whole.push_back({term.factors, quotient});
    if (remainder != 0) rest.push_back({term.factors, is_constant ? remainder : term.coefficient});
  }
  Dim outside = intern(std::move(whole));
  DimRange inner = range_of(rest, 2);
  if (inner.lower && inner.upper) {
    int64_t quotient = floor_quotient(*inner.lower, divisor);
    if (quotient == floor_quotient(*inner.upper, divisor)) return add(outside, constant(quotient));
  }
  if (std::optional<Dim> merged = merge_inner_division(rest, divisor))
    return add(outside, *merged);
  int64_t common = std::gcd(common_divisor(rest, false), divisor);
  if (common > 1) {
    Terms reduced = dim_terms::constant(floor_quotient(constant_part(rest), common));
    for (const Term& term : variable_part(rest))
      reduced.push_back({term.factors, term.coefficient / common});
    return add(outside, floor_div_by(intern(std::move(reduced)), divisor / common));
  }
  if (leading(rest).coefficient < 0) {
    Terms negated = sum(dim_terms::constant(divisor - 1), rest, -1);
    return sub(outside, intern_atom(DimOp::kFloorDiv, intern(negated), constant(divisor)));
  }
  return add(outside, intern_atom(DimOp::kFloorDiv, intern(rest), constant(divisor)));
}

// (p//b + r) // c = (p + b*r) // (b*c) for positive b and c, whatever r; and -(p//b) is
// (-p + b - 1) // b. Only where one such quotient stands there: else the choice would decide
// the form.
std::optional<Dim> DimPool::merge_inner_division(const Terms& rest, int64_t divisor) {
  size_t at = rest.size();
  for (size_t i = 0; i < rest.size(); ++i) {
    const DimAtom* atom = lone_atom(rest[i], DimOp::kFloorDiv);
    if (!atom || constant_divisor(*atom) == 0) continue;
    if (rest[i].coefficient != 1 && rest[i].coefficient != -1) continue;
    if (at != rest.size()) return std::nullopt;
    at = i;
  }
  if (at == rest.size()) return std::nullopt;
  const DimAtom& inner = atoms_[rest[at].factors[0]];
  int64_t by = constant_divisor(inner);
  int64_t merged_divisor;
  if (__builtin_mul_overflow(by, divisor, &merged_divisor)) return std::nullopt;
  Terms numerator = scaled(without(rest, at), by);
  numerator = sum(numerator, terms(inner.a), rest[at].coefficient);
  if (rest[at].coefficient == -1) numerator = sum(numerator, dim_terms::constant(by - 1));
  return floor_div_by(intern(std::move(numerator)), merged_divisor);
}

bool DimPool::nonzero(Dim dim) const {
  DimRange r = range(dim);
  return (r.lower && *r.lower > 0) || (r.upper && *r.upper < 0);
}

Dim DimPool::floor_div_symbolic(Dim a, Dim b) {
  if (nonzero(b)) {
    if (std::optional<Dim> exact = divide_exactly(a, b)) return *exact;
    if (compare(Compare::kGe, a, constant(0)) == true && compare(Compare::kLt, a, b) == true)
      return constant(0);
    auto [quotients, rest] = split_multiples(terms(a), terms(b));
    if (!quotients.empty())
      return add(intern(std::move(quotients)), floor_div(intern(std::move(rest)), b));
  }
  return intern_atom(DimOp::kFloorDiv, a, b);
}

Dim DimPool::mod(Dim a, Dim b) {
  if (known(b)) return sub(a, mul(b, floor_div(a, b)));
  if (nonzero(b)) {
    if (divide_exactly(a, b)) return constant(0);
    if (compare(Compare::kGe, a, constant(0)) == true && compare(Compare::kLt, a, b) == true)
      return a;
    auto [quotients, rest] = split_multiples(terms(a), terms(b));
    if (!quotients.empty()) return mod(intern(std::move(rest)), b);
  }
  return intern_atom(DimOp::kMod, a, b);
}

// With a - b = g*(p - q), where p and q have positive coefficients only and no common term:
// max(a, b) = g*max(p, q) + b - g*q. So every maximum of sizes that differ by the same amount
// is the same atom.
Dim DimPool::max(Dim a, Dim b) {
  if (a == b || compare(Compare::kGe, a, b) == true) return a;
  if (compare(Compare::kLe, a, b) == true) return b;
  if (std::optional<Dim> flat = flatten_max(a, b)) return *flat;
  if (std::optional<Dim> flat = flatten_max(b, a)) return *flat;
  Terms difference = sum(terms(a), terms(b), -1);
  int64_t common = common_divisor(difference, true);
  Terms positive, negative;
  for (const Term& term : difference) {
    int64_t coefficient = term.coefficient / common;
    if (coefficient > 0)
      positive.push_back({term.factors, coefficient});
    else
      negative.push_back({term.factors, checked_mul(coefficient, -1)});
  }
  Dim p = intern(std::move(positive)), q = intern(std::move(negative));
  Dim larger = intern_atom(DimOp::kMax, std::min(p, q), std::max(p, q));
  return add(b, mul(constant(common), sub(larger, q)));
}

// With a = r + max(p, q): where b is at least r + q, that operand cannot win.
std::optional<Dim> DimPool::flatten_max(Dim a, Dim b) {
  const Terms copy = terms(a);
  for (size_t i = 0; i < copy.size(); ++i) {
    const DimAtom* found = lone_atom(copy[i], DimOp::kMax);
    if (!found || copy[i].coefficient != 1) continue;
    const DimAtom atom = *found;
    Dim rest = intern(without(copy, i));
    Dim p = add(rest, atom.a), q = add(rest, atom.b);
    if (compare(Compare::kGe, b, q) == true) return max(p, b);
    if (compare(Compare::kGe, b, p) == true) return max(q, b);
  }
  return std::nullopt;
}

// With a = r - max(p, q), which is min(r - p, r - q): where b is at most r - q, likewise.
std::optional<Dim> DimPool::flatten_min(Dim a, Dim b) {
  const Terms copy = terms(a);
  for (size_t i = 0; i < copy.size(); ++i) {
    const DimAtom* found = lone_atom(copy[i], DimOp::kMax);
    if (!found || copy[i].coefficient != -1) continue;
    const DimAtom atom = *found;
    Dim rest = intern(without(copy, i));
    Dim p = sub(rest, atom.a), q = sub(rest, atom.b);
    if (compare(Compare::kLe, b, q) == true) return min(p, b);
    if (compare(Compare::kLe, b, p) == true) return min(q, b);
  }
  return std::nullopt;
}

Dim DimPool::min(Dim a, Dim b) {
  if (std::optional<Dim> flat = flatten_min(a, b)) return *flat;
  if (std::optional<Dim> flat = flatten_min(b, a)) return *flat;
  return sub(add(a, b), max(a, b));
}

// Questions.

std::optional<int64_t> DimPool::known(Dim dim) const { return dim_terms::known(terms(dim)); }

std::optional<uint32_t> DimPool::as_symbol(Dim dim) const {
  const Terms& sum = terms(dim);
  if (sum.size() != 1 || sum[0].coefficient != 1) return std::nullopt;
  const DimAtom* atom = lone_atom(sum[0], DimOp::kSymbol);
  return atom ? std::optional(atom->a.index) : std::nullopt;
}

std::optional<Dim> DimPool::divide_exactly(Dim a, Dim b) {
  try {
    std::optional<Terms> quotient = exact_quotient(terms(a), terms(b));
    return quotient ? std::optional(intern(std::move(*quotient))) : std::nullopt;
  } catch (const DimOverflow&) {
    return std::nullopt;
  }
}

// Substitution.

Dim DimPool::rebuild(const DimAtom& atom, const std::map<uint32_t, Dim>& symbols) {
  if (atom.op == DimOp::kSymbol) {
    auto found = symbols.find(atom.a.index);
    return found == symbols.end() ? symbol_dim(atom.a.index) : found->second;
  }
  Dim a = substitute(atom.a, symbols), b = substitute(atom.b, symbols);
  bool by_zero = known(b) == 0 && (atom.op == DimOp::kFloorDiv || atom.op == DimOp::kMod);
  if (by_zero) throw DimOverflow("a symbolic size divides by zero");
  switch (atom.op) {
    case DimOp::kFloorDiv: return floor_div(a, b);
    case DimOp::kMod: return mod(a, b);
    case DimOp::kMax: return max(a, b);
    case DimOp::kMin: return min(a, b);
    case DimOp::kSymbol: break;
  }
  return a;
}

Dim DimPool::substitute(Dim dim, const std::map<uint32_t, Dim>& symbols) {
  Dim result = constant(0);
  const Terms copy = terms(dim);  // the stores grow below
  for (const Term& term : copy) {
    Dim product = constant(term.coefficient);
    for (Atom factor : term.factors)
      product = mul(product, rebuild(DimAtom(atoms_[factor]), symbols));
    result = add(result, product);
  }
  return result;
}

std::vector<uint32_t> DimPool::symbols_of(Dim dim) const {
  std::vector<uint32_t> found;
  for (const Term& term : terms(dim)) {
    for (Atom factor : term.factors) {
      const DimAtom& atom = atoms_[factor];
      if (atom.op == DimOp::kSymbol) {
        found.push_back(atom.a.index);
        continue;
      }
      for (Dim operand : {atom.a, atom.b}) {
        std::vector<uint32_t> inner = symbols_of(operand);
        found.insert(found.end(), inner.begin(), inner.end());
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace nnscan
