// Sums of terms as plain data: what dim.cpp and dim_range.cpp do to expressions before they are
// interned. Not for anyone else. All functions throw DimOverflow past 64 bits.
#pragma once

#include "ir/dim.h"

namespace nnscan::dim_terms {

using Term = DimPool::Term;
using Terms = std::vector<Term>;

int64_t checked_add(int64_t a, int64_t b);
int64_t checked_mul(int64_t a, int64_t b);
// Python's; b > 0.
int64_t floor_quotient(int64_t a, int64_t b);
int64_t ceil_quotient(int64_t a, int64_t b);

Terms constant(int64_t value);
std::optional<int64_t> known(const Terms& terms);
Terms sum(const Terms& a, const Terms& b, int64_t factor_of_b = 1);
Terms scaled(const Terms& a, int64_t factor);
Terms product(const Terms& a, const Terms& b);
Terms without(const Terms& terms, size_t at);
// The constant term, 0 if there is none.
int64_t constant_part(const Terms& terms);
Terms variable_part(const Terms& terms);
// The term of the highest degree, the earliest atoms first.
const Term& leading(const Terms& terms);
// The greatest common divisor of the coefficients; without the constant term if so asked.
int64_t common_divisor(const Terms& terms, bool with_constant);
// term / by, if by's factors and coefficient divide it.
std::optional<Term> quotient(const Term& term, const Term& by);
// a / b as polynomials, if nothing is left over.
std::optional<Terms> exact_quotient(Terms a, const Terms& b);

}  // namespace nnscan::dim_terms
