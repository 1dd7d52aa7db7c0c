// What is known of an expression's value. Interval arithmetic over the symbols' bounds, made
// sharper where it matters for shapes: c*(a//c) lies within c-1 below a, and max(a, b) is one
// of a and b, so these are replaced by what they enclose before the interval is taken. That is
// what proves `N - 8*(N//8)` to be in [0, 7] and `N + 5 - max(N, 5)` at most 5.
#include <algorithm>

#include "ir/dim.h"
#include "ir/dim_terms.h"

namespace nnscan {

using namespace dim_terms;

namespace {

using Bound = std::optional<int64_t>;

constexpr int kEffort = 3;            // how many atoms may be replaced at once
constexpr size_t kMaxRelaxedTerms = 8;  // longer sums are judged by plain intervals

Bound add_bound(Bound a, Bound b) {
  int64_t result;
  if (!a || !b || __builtin_add_overflow(*a, *b, &result)) return std::nullopt;
  return result;
}

// The bound that is certain if both hold.
Bound tighter_lower(Bound a, Bound b) { return a && b ? std::max(*a, *b) : a ? a : b; }
Bound tighter_upper(Bound a, Bound b) { return a && b ? std::min(*a, *b) : a ? a : b; }
// The bound that is certain if either holds.
Bound looser_lower(Bound a, Bound b) { return a && b ? Bound(std::min(*a, *b)) : std::nullopt; }
Bound looser_upper(Bound a, Bound b) { return a && b ? Bound(std::max(*a, *b)) : std::nullopt; }

DimRange intersect(const DimRange& a, const DimRange& b) {
  return {tighter_lower(a.lower, b.lower), tighter_upper(a.upper, b.upper)};
}

DimRange plus(const DimRange& a, const DimRange& b) {
  return {add_bound(a.lower, b.lower), add_bound(a.upper, b.upper)};
}

DimRange times(const DimRange& range, int64_t factor) {
  auto scale = [&](Bound bound) -> Bound {
    int64_t result;
    if (!bound || __builtin_mul_overflow(*bound, factor, &result)) return std::nullopt;
    return result;
  };
  if (factor >= 0) return {scale(range.lower), scale(range.upper)};
  return {scale(range.upper), scale(range.lower)};
}

bool non_negative(const DimRange& range) { return range.lower && *range.lower >= 0; }

// The product of two intervals. Where signs mix and an end is open, nothing is known.
DimRange times(const DimRange& a, const DimRange& b) {
  int64_t product;
  if (non_negative(a) && non_negative(b)) {
    DimRange result{0, std::nullopt};
    if (!__builtin_mul_overflow(*a.lower, *b.lower, &product)) result.lower = product;
    if (a.upper && b.upper && !__builtin_mul_overflow(*a.upper, *b.upper, &product))
      result.upper = product;
    return result;
  }
  if (!a.lower || !a.upper || !b.lower || !b.upper) return {};
  DimRange result{INT64_MAX, INT64_MIN};
  for (int64_t x : {*a.lower, *a.upper}) {
    for (int64_t y : {*b.lower, *b.upper}) {
      if (__builtin_mul_overflow(x, y, &product)) return {};
      result.lower = std::min(*result.lower, product);
      result.upper = std::max(*result.upper, product);
    }
  }
  return result;
}

// A divisor of 0 has no value to speak of, so one that is not negative is at least 1.
DimRange as_divisor(DimRange range) {
  if (non_negative(range)) range.lower = std::max<int64_t>(*range.lower, 1);
  return range;
}

DimRange quotient(const DimRange& a, const DimRange& b) {
  if (!b.lower || *b.lower < 1) return {};
  DimRange result;
  if (a.lower) {
    if (*a.lower < 0)
      result.lower = floor_quotient(*a.lower, *b.lower);
    else
      result.lower = b.upper ? floor_quotient(*a.lower, *b.upper) : 0;
  }
  if (a.upper) {
    if (*a.upper >= 0)
      result.upper = floor_quotient(*a.upper, *b.lower);
    else
      result.upper = b.upper ? floor_quotient(*a.upper, *b.upper) : -1;
  }
  return result;
}

DimRange remainder(const DimRange& a, const DimRange& b) {
  if (!b.lower || *b.lower < 1) return {};
  DimRange result{0, add_bound(b.upper, -1)};
  if (non_negative(a)) result.upper = tighter_upper(result.upper, a.upper);
  return result;
}

}  // namespace

DimRange DimPool::range(Dim dim) const { return range_of(terms(dim), kEffort); }

DimRange DimPool::atom_range(const DimAtom& atom, int effort) const {
  if (atom.op == DimOp::kSymbol) {
    const DimSymbol& symbol = symbols_[atom.a.index];
    Bound lower = symbol.lower == INT64_MIN ? Bound() : Bound(symbol.lower);
    return {lower, symbol.upper};
  }
  DimRange a = range_of(terms(atom.a), effort - 1);
  DimRange b = range_of(terms(atom.b), effort - 1);
  switch (atom.op) {
    case DimOp::kFloorDiv: return quotient(a, as_divisor(b));
    case DimOp::kMod: return remainder(a, as_divisor(b));
    case DimOp::kMax:
      return {tighter_lower(a.lower, b.lower), looser_upper(a.upper, b.upper)};
    case DimOp::kMin:
      return {looser_lower(a.lower, b.lower), tighter_upper(a.upper, b.upper)};
    case DimOp::kSymbol: break;
  }
  return {};
}

DimRange DimPool::plain_range(const Terms& terms, int effort) const {
  DimRange total{0, 0};
  for (const Term& term : terms) {
    DimRange product{1, 1};
    for (Atom factor : term.factors) product = times(product, atom_range(atoms_[factor], effort));
    total = plus(total, times(product, term.coefficient));
  }
  return total;
}

// e = rest + k*(a//c), and c*(a//c) lies in [a - (c-1), a]; so c*e lies between c*rest + k*a
// and that less k*(c-1).
DimRange DimPool::relax_division(const Terms& sum, size_t at, int effort) const {
  const DimAtom& atom = atoms_[sum[at].factors[0]];
  int64_t divisor = constant_divisor(atom), factor = sum[at].coefficient;
  Terms enclosing =
      dim_terms::sum(scaled(without(sum, at), divisor), terms(atom.a), factor);
  DimRange range = range_of(enclosing, effort - 1);
  int64_t slack = checked_mul(factor, divisor - 1);
  if (slack > 0) range.lower = add_bound(range.lower, -slack);
  if (slack < 0) range.upper = add_bound(range.upper, checked_mul(slack, -1));
  if (range.lower) range.lower = ceil_quotient(*range.lower, divisor);
  if (range.upper) range.upper = floor_quotient(*range.upper, divisor);
  return range;
}

// e = rest + k*max(a, b) is rest + k*a or rest + k*b: the larger of them for positive k, the
// smaller for negative.
DimRange DimPool::relax_max(const Terms& sum, size_t at, int effort) const {
  const DimAtom& atom = atoms_[sum[at].factors[0]];
  Terms rest = without(sum, at);
  int64_t factor = sum[at].coefficient;
  DimRange a = range_of(dim_terms::sum(rest, terms(atom.a), factor), effort - 1);
  DimRange b = range_of(dim_terms::sum(rest, terms(atom.b), factor), effort - 1);
  if (factor > 0) return {tighter_lower(a.lower, b.lower), looser_upper(a.upper, b.upper)};
  return {looser_lower(a.lower, b.lower), tighter_upper(a.upper, b.upper)};
}

// e = rest + k*i with i < n lies on one side of rest + k*(n-1): above it for negative k, below it
// for positive.
DimRange DimPool::relax_index(const Terms& sum, size_t at, Dim below, int effort) const {
  int64_t factor = sum[at].coefficient;
  Terms last = dim_terms::sum(terms(below), Terms{{{}, 1}}, -1);
  DimRange range = range_of(dim_terms::sum(without(sum, at), last, factor), effort - 1);
  if (factor < 0) return {range.lower, std::nullopt};
  return {std::nullopt, range.upper};
}

DimRange DimPool::range_of(const Terms& terms, int effort) const {
  if (std::optional<int64_t> value = dim_terms::known(terms)) return {value, value};
  DimRange range = plain_range(terms, effort);
  if (effort <= 0 || terms.size() > kMaxRelaxedTerms) return range;
  for (size_t i = 0; i < terms.size(); ++i) {
    try {
      const DimAtom* division = lone_atom(terms[i], DimOp::kFloorDiv);
      if (division && constant_divisor(*division) > 0)
        range = intersect(range, relax_division(terms, i, effort));
      else if (lone_atom(terms[i], DimOp::kMax))
        range = intersect(range, relax_max(terms, i, effort));
      else if (const DimAtom* symbol = lone_atom(terms[i], DimOp::kSymbol);
               symbol && symbols_[symbol->a.index].below.valid())
        range = intersect(range, relax_index(terms, i, symbols_[symbol->a.index].below, effort));
    } catch (const DimOverflow&) {
      // The plain interval stands.
    }
  }
  return range;
}

// A sum of multiples of g and a constant that g does not divide is never 0.
static bool never_zero(const Terms& difference) {
  int64_t divisor = common_divisor(difference, false);
  return divisor > 1 && constant_part(difference) % divisor != 0;
}

std::optional<bool> DimPool::compare(Compare op, Dim a, Dim b) {
  if (op == Compare::kNe || op == Compare::kGe || op == Compare::kGt) {
    Compare opposite = op == Compare::kNe ? Compare::kEq
                       : op == Compare::kGe ? Compare::kLt : Compare::kLe;
    std::optional<bool> result = compare(opposite, a, b);
    return result ? std::optional(!*result) : std::nullopt;
  }
  if (a == b) return op != Compare::kLt;
  Terms difference;
  try {
    difference = sum(terms(a), terms(b), -1);
  } catch (const DimOverflow&) {
    return std::nullopt;
  }
  DimRange range = range_of(difference, kEffort);
  bool below = range.upper && *range.upper < 0, above = range.lower && *range.lower > 0;
  if (op == Compare::kEq) {
    if (below || above || never_zero(difference)) return false;
    bool zero = range.lower == 0 && range.upper == 0;
    return zero ? std::optional(true) : std::nullopt;
  }
  int64_t limit = op == Compare::kLt ? -1 : 0;  // a < b: the difference is at most -1
  if (range.upper && *range.upper <= limit) return true;
  if (range.lower && *range.lower > limit) return false;
  return std::nullopt;
}

}  // namespace nnscan
