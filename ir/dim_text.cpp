// Symbolic integers as people write them: `a % c` and `min(a, b)` restored from the normal form,
// terms in an order that does not depend on what else the pool has seen.
#include <algorithm>

#include "ir/dim.h"
#include "ir/dim_terms.h"

namespace nnscan {

using namespace dim_terms;

namespace {

using Part = DimPool::Part;

class Printer {
 public:
  Printer(const DimPool& pool, const DimPool::NameOf& name_of) : pool_(pool), name_of_(name_of) {}

  std::string sum(Dim dim) const {
    std::vector<Part> parts = pool_.readable(dim);
    std::vector<std::pair<Part, std::string>> printed;
    bool starts_positive =
        std::any_of(parts.begin(), parts.end(), [](const Part& p) { return p.coefficient > 0; });
    for (Part& part : parts) {
      std::string text = product(part, part.coefficient > 0 || starts_positive);
      printed.emplace_back(std::move(part), std::move(text));
    }
    std::stable_sort(printed.begin(), printed.end(), before);
    std::string text;
    for (auto& [part, body] : printed) {
      bool negative = part.coefficient < 0;
      if (text.empty())
        text = negative ? "-" : "";
      else
        text += negative ? " - " : " + ";
      text += body;
    }
    return text.empty() ? "0" : text;
  }

 private:
  // Positive parts first, then by degree, then by their text.
  static bool before(const std::pair<Part, std::string>& a,
                     const std::pair<Part, std::string>& b) {
    auto key = [](const Part& part) {
      return std::pair{part.coefficient < 0, -static_cast<int64_t>(part.factors.size())};
    };
    if (key(a.first) != key(b.first)) return key(a.first) < key(b.first);
    return a.second < b.second;
  }

  // Without its sign. A minus that opens the text would bind tighter than `//` does: there
  // `open` is false, and a quotient needs its parentheses even alone.
  std::string product(const Part& part, bool open) const {
    std::string magnitude = std::to_string(part.coefficient);
    if (magnitude[0] == '-') magnitude.erase(0, 1);
    if (part.factors.empty()) return magnitude;
    bool alone = magnitude == "1" && part.factors.size() == 1 && open;
    std::vector<std::string> factors;
    for (const DimAtom& atom : part.factors) factors.push_back(this->atom(atom, alone));
    std::sort(factors.begin(), factors.end());
    std::string text = magnitude == "1" ? "" : magnitude + "*";
    for (size_t i = 0; i < factors.size(); ++i) text += (i ? "*" : "") + factors[i];
    return text;
  }

  std::string atom(const DimAtom& atom, bool alone) const {
    if (atom.op == DimOp::kSymbol) return name_of_(atom.a.index);
    if (atom.op == DimOp::kMax || atom.op == DimOp::kMin) {
      std::string a = sum(atom.a), b = sum(atom.b);
      if (pool_.known(atom.a) || (!pool_.known(atom.b) && b < a)) std::swap(a, b);
      return (atom.op == DimOp::kMax ? "max(" : "min(") + a + ", " + b + ")";
    }
    const char* sign = atom.op == DimOp::kMod ? "%" : "//";
    std::string text = operand(atom.a) + sign + operand(atom.b);
    return alone ? text : "(" + text + ")";
  }

  std::string operand(Dim dim) const {
    std::string text = sum(dim);
    bool simple = pool_.as_symbol(dim) || (pool_.known(dim) && text[0] != '-');
    return simple ? text : "(" + text + ")";
  }

  const DimPool& pool_;
  const DimPool::NameOf& name_of_;
};

// Whether `factor` times each term of `wanted` stands in `terms`. The constant need not.
bool contains(const Terms& terms, const Terms& wanted, int64_t factor) {
  for (const DimPool::Term& term : variable_part(wanted)) {
    int64_t coefficient;
    if (__builtin_mul_overflow(term.coefficient, factor, &coefficient)) return false;
    if (!std::binary_search(terms.begin(), terms.end(),
                            DimPool::Term{term.factors, coefficient}))
      return false;
  }
  return true;
}

}  // namespace

// m*a - c*m*(a//c) is m*(a % c).
bool DimPool::take_mod(Terms& sum, std::vector<Part>& parts) const {
  for (size_t i = 0; i < sum.size(); ++i) {
    const DimAtom* atom = lone_atom(sum[i], DimOp::kFloorDiv);
    int64_t divisor = atom ? constant_divisor(*atom) : 0;
    if (divisor == 0 || sum[i].coefficient % divisor != 0) continue;
    int64_t factor = sum[i].coefficient / divisor;
    if (factor == INT64_MIN) continue;
    factor = -factor;
    if (!contains(sum, terms(atom->a), factor)) continue;
    parts.push_back({factor, {DimAtom{DimOp::kMod, atom->a, atom->b}}});
    sum = dim_terms::sum(without(sum, i), terms(atom->a), -factor);
    return true;
  }
  return false;
}

// a + b - max(a, b) is min(a, b).
bool DimPool::take_min(Terms& sum, std::vector<Part>& parts) const {
  for (size_t i = 0; i < sum.size(); ++i) {
    const DimAtom* atom = lone_atom(sum[i], DimOp::kMax);
    int64_t factor = sum[i].coefficient;
    if (!atom || factor == INT64_MIN) continue;
    Terms both = dim_terms::sum(terms(atom->a), terms(atom->b));
    if (!contains(sum, both, -factor)) continue;
    parts.push_back({-factor, {DimAtom{DimOp::kMin, atom->a, atom->b}}});
    sum = dim_terms::sum(without(sum, i), both, factor);
    return true;
  }
  return false;
}

std::vector<Part> DimPool::readable(Dim dim) const {
  std::vector<Part> parts;
  Terms sum = terms(dim);
  try {
    while (take_mod(sum, parts) || take_min(sum, parts)) {
    }
  } catch (const DimOverflow&) {
    // The plain terms say the same.
    sum = terms(dim);
    parts.clear();
  }
  for (const Term& term : sum) {
    Part part{term.coefficient, {}};
    for (Atom factor : term.factors) part.factors.push_back(atoms_[factor]);
    parts.push_back(std::move(part));
  }
  return parts;
}

std::string DimPool::text(Dim dim) const {
  return text(dim, [this](uint32_t symbol) { return symbols_[symbol].name; });
}

std::string DimPool::text(Dim dim, const NameOf& name_of) const {
  return Printer(*this, name_of).sum(dim);
}

}  // namespace nnscan
