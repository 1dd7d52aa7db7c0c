#include "ir/dim_terms.h"

#include <algorithm>
#include <numeric>

namespace nnscan::dim_terms {

namespace {

// Bounds on what one expression may become; far above what shapes need, far below what hurts.
constexpr size_t kMaxTerms = 2048;
constexpr size_t kMaxDegree = 64;
constexpr int kMaxDivisionSteps = 512;

[[noreturn]] void overflow() { throw DimOverflow("a size does not fit 64 bits"); }
[[noreturn]] void too_large() { throw DimOverflow("a symbolic size grew too large"); }

// Higher degree leads; within a degree, the earlier atoms. Compatible with multiplication,
// which polynomial division needs.
bool leads(const Term& a, const Term& b) {
  if (a.factors.size() != b.factors.size()) return a.factors.size() > b.factors.size();
  return a.factors < b.factors;
}

Term multiplied(const Term& a, const Term& b) {
  Term term;
  term.coefficient = checked_mul(a.coefficient, b.coefficient);
  if (a.factors.size() + b.factors.size() > kMaxDegree) too_large();
  std::merge(a.factors.begin(), a.factors.end(), b.factors.begin(), b.factors.end(),
             std::back_inserter(term.factors));
  return term;
}

}  // namespace

const Term& leading(const Terms& terms) {
  return *std::min_element(terms.begin(), terms.end(), leads);
}

int64_t checked_add(int64_t a, int64_t b) {
  int64_t result;
  if (__builtin_add_overflow(a, b, &result)) overflow();
  return result;
}

int64_t checked_mul(int64_t a, int64_t b) {
  int64_t result;
  if (__builtin_mul_overflow(a, b, &result)) overflow();
  return result;
}

int64_t floor_quotient(int64_t a, int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }
int64_t ceil_quotient(int64_t a, int64_t b) { return a / b + (a % b > 0 ? 1 : 0); }

Terms constant(int64_t value) {
  if (value == 0) return {};
  return {Term{{}, value}};
}

std::optional<int64_t> known(const Terms& terms) {
  if (terms.empty()) return 0;
  if (terms.size() == 1 && terms[0].factors.empty()) return terms[0].coefficient;
  return std::nullopt;
}

Terms sum(const Terms& a, const Terms& b, int64_t factor_of_b) {
  Terms result;
  size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (j == b.size() || (i < a.size() && a[i].factors < b[j].factors)) {
      result.push_back(a[i++]);
      continue;
    }
    int64_t coefficient = checked_mul(b[j].coefficient, factor_of_b);
    if (i < a.size() && a[i].factors == b[j].factors)
      coefficient = checked_add(coefficient, a[i++].coefficient);
    if (coefficient != 0) result.push_back({b[j].factors, coefficient});
    ++j;
  }
  if (result.size() > kMaxTerms) too_large();
  return result;
}

Terms scaled(const Terms& a, int64_t factor) { return sum({}, a, factor); }

Terms product(const Terms& a, const Terms& b) {
  if (a.size() * b.size() > kMaxTerms) too_large();
  std::map<std::vector<DimPool::Atom>, int64_t> collected;
  for (const Term& x : a) {
    for (const Term& y : b) {
      Term term = multiplied(x, y);
      int64_t& coefficient = collected[std::move(term.factors)];
      coefficient = checked_add(coefficient, term.coefficient);
    }
  }
  Terms result;
  for (auto& [factors, coefficient] : collected)
    if (coefficient != 0) result.push_back({factors, coefficient});
  return result;
}

Terms without(const Terms& terms, size_t at) {
  Terms rest = terms;
  rest.erase(rest.begin() + static_cast<ptrdiff_t>(at));
  return rest;
}

// The empty list of factors sorts first.
int64_t constant_part(const Terms& terms) {
  return !terms.empty() && terms[0].factors.empty() ? terms[0].coefficient : 0;
}

Terms variable_part(const Terms& terms) {
  return constant_part(terms) == 0 ? terms : without(terms, 0);
}

int64_t common_divisor(const Terms& terms, bool with_constant) {
  int64_t divisor = 0;
  for (const Term& term : terms) {
    if (term.factors.empty() && !with_constant) continue;
    if (term.coefficient == INT64_MIN) return 1;  // std::gcd needs its magnitude
    divisor = std::gcd(divisor, term.coefficient);
  }
  return divisor;
}

std::optional<Term> quotient(const Term& term, const Term& by) {
  if (by.coefficient == -1 && term.coefficient == INT64_MIN) return std::nullopt;
  if (term.coefficient % by.coefficient != 0) return std::nullopt;
  if (!std::includes(term.factors.begin(), term.factors.end(), by.factors.begin(),
                     by.factors.end()))
    return std::nullopt;
  Term result{{}, term.coefficient / by.coefficient};
  std::set_difference(term.factors.begin(), term.factors.end(), by.factors.begin(),
                      by.factors.end(), std::back_inserter(result.factors));
  return result;
}

std::optional<Terms> exact_quotient(Terms a, const Terms& b) {
  if (b.empty()) return std::nullopt;
  const Term& by = leading(b);
  Terms result;
  for (int step = 0; !a.empty(); ++step) {
    if (step == kMaxDivisionSteps) return std::nullopt;
    std::optional<Term> part = quotient(leading(a), by);
    if (!part) return std::nullopt;
    a = sum(a, product({*part}, b), -1);
    result = sum(result, {*part});
  }
  return result;
}

}  // namespace nnscan::dim_terms
