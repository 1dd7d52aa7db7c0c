// Symbolic sizes: one normal form for equal expressions, and what ranges decide. The random test
// compares with the same arithmetic on numbers.
#include <catch2/catch.hpp>

#include <random>

#include "ir/dim.h"

using namespace nnscan;

namespace {

// Small expressions over one pool, written as they read in Python.
struct Expr {
  DimPool* pool;
  Dim dim;
};
Expr lift(const Expr& like, int64_t value) { return {like.pool, like.pool->constant(value)}; }
Expr operator+(Expr a, Expr b) { return {a.pool, a.pool->add(a.dim, b.dim)}; }
Expr operator-(Expr a, Expr b) { return {a.pool, a.pool->sub(a.dim, b.dim)}; }
Expr operator*(Expr a, Expr b) { return {a.pool, a.pool->mul(a.dim, b.dim)}; }
Expr operator/(Expr a, Expr b) { return {a.pool, a.pool->floor_div(a.dim, b.dim)}; }
Expr operator%(Expr a, Expr b) { return {a.pool, a.pool->mod(a.dim, b.dim)}; }
Expr operator+(Expr a, int64_t b) { return a + lift(a, b); }
Expr operator-(Expr a, int64_t b) { return a - lift(a, b); }
Expr operator*(Expr a, int64_t b) { return a * lift(a, b); }
Expr operator/(Expr a, int64_t b) { return a / lift(a, b); }
Expr operator%(Expr a, int64_t b) { return a % lift(a, b); }
Expr operator*(int64_t a, Expr b) { return lift(b, a) * b; }
Expr operator-(int64_t a, Expr b) { return lift(b, a) - b; }
Expr max(Expr a, Expr b) { return {a.pool, a.pool->max(a.dim, b.dim)}; }
Expr min(Expr a, Expr b) { return {a.pool, a.pool->min(a.dim, b.dim)}; }
Expr max(Expr a, int64_t b) { return max(a, lift(a, b)); }
Expr min(Expr a, int64_t b) { return min(a, lift(a, b)); }
std::string text(Expr a) { return a.pool->text(a.dim); }

struct Symbols {
  DimPool pool;
  Expr h{&pool, pool.symbol("H")}, n{&pool, pool.symbol("N")}, m{&pool, pool.symbol("M")};
};

int64_t floor_of(int64_t a, int64_t b) { return a / b - ((a % b != 0) && ((a < 0) != (b < 0))); }

}  // namespace

TEST_CASE("equal sizes have one text") {
  Symbols s;
  Expr h = s.h, n = s.n, m = s.m;
  struct Row {
    Expr expr;
    const char* text;
  };
  const Row rows[] = {
      {h - h, "0"},
      {2 * (h / 2), "2*(H//2)"},
      {h / 2 * 2, "2*(H//2)"},
      {n + n + 1, "2*N + 1"},
      {(n + 1) * (n - 1), "N*N - 1"},
      {5 - n, "5 - N"},
      {0 - n, "-N"},
      {(h - 1) / 2 + 1, "(H + 1)//2"},
      {(4 * h + 2) / 4, "H"},
      {(2 * h + 1) / 4, "H//2"},
      {(6 * h + 3) / 3, "2*H + 1"},
      {h / 2 / 3, "H//6"},
      {(h / 2 + 1) / 2, "(H + 2)//4"},
      {0 - (0 - h) / 2, "(H + 1)//2"},
      {0 - h / 3, "-(H//3)"},
      {n - n / 3, "N - N//3"},
      {h / 1, "H"},
      {h / -2, "-((H + 1)//2)"},
      {h % 8, "H%8"},
      {h % 1, "0"},
      {(8 * h + 3) % 8, "3"},
      {(h % 8) / 8, "0"},
      {(h % 7) % 14, "H%7"},
      {h - h % 8, "8*(H//8)"},
      {h + (8 - h % 8) % 8, "8*((H + 7)//8)"},
      {(h + (8 - h % 8) % 8) / 8, "(H + 7)//8"},
      {n % m, "N%M"},
      {n / n, "N//N"},
      {min(n, 5), "min(N, 5)"},
      {max(n, 5), "max(N, 5)"},
      {min(n, 5) + max(n - 5, 0), "N"},
      {max(n, m) + min(n, m), "M + N"},
      {min(min(n, 5), 3), "min(N, 3)"},
      {min(min(n, 3), 5), "min(N, 3)"},
      {max(max(n, 3), 5), "max(N, 5)"},
      {max(2 * n, 2 * m), "2*max(M, N)"},
      {max(n, 0), "N"},
      {max(n, n + 1), "N + 1"},
      {3 * (n * m) * 2, "6*M*N"},
  };
  for (const Row& row : rows) CHECK(text(row.expr) == row.text);
}

TEST_CASE("x // x is 1 only where x cannot be 0") {
  DimPool pool;
  Dim n = pool.symbol("N"), m = pool.symbol("M");
  CHECK(pool.text(pool.floor_div(pool.mul(n, m), n)) == "(M*N)//N");
  CHECK(pool.text(pool.mod(n, n)) == "N%N");
  pool.symbol_info(*pool.as_symbol(n)).lower = 1;
  CHECK(pool.known(pool.floor_div(n, n)) == 1);
  CHECK(pool.floor_div(pool.mul(n, m), n) == m);
  CHECK(pool.known(pool.mod(pool.mul(n, m), n)) == 0);
}

TEST_CASE("ranges decide comparisons") {
  Symbols s;
  Expr h = s.h, n = s.n, m = s.m;
  struct Row {
    Expr a;
    Compare op;
    Expr b;
    std::optional<bool> expected;
  };
  auto k = [&](int64_t value) { return lift(n, value); };
  const Row rows[] = {
      {n, Compare::kGe, k(0), true},
      {n, Compare::kGt, k(0), std::nullopt},
      {n, Compare::kLt, n + 1, true},
      {n, Compare::kEq, n + 1, false},
      {n, Compare::kNe, n + 1, true},
      {n, Compare::kEq, n, true},
      {n, Compare::kEq, m, std::nullopt},
      {n, Compare::kEq, k(-1), false},
      {2 * n, Compare::kEq, k(7), false},
      {h % 8, Compare::kLt, k(8), true},
      {h % 8, Compare::kGe, k(0), true},
      {8 - h % 8, Compare::kGe, k(1), true},
      {h / 3, Compare::kLe, h, true},
      {h - h / 3, Compare::kGe, k(0), true},
      {h / 2 * 2, Compare::kLe, h, true},
      {min(n, 5), Compare::kLe, k(5), true},
      {min(n, 5), Compare::kLe, n, true},
      {max(n, m), Compare::kGe, m, true},
      {n % m, Compare::kLt, m, std::nullopt},  // if M is 0 there is no remainder to speak of
      {n * m, Compare::kGe, k(0), true},
  };
  for (const Row& row : rows) {
    INFO(text(row.a) << " against " << text(row.b));
    CHECK(s.pool.compare(row.op, row.a.dim, row.b.dim) == row.expected);
  }
}

TEST_CASE("polynomials divide exactly or not at all") {
  Symbols s;
  Expr n = s.n, m = s.m;
  Expr product = (n + m) * (n - 2);
  CHECK(s.pool.divide_exactly(product.dim, (n - 2).dim) == (n + m).dim);
  CHECK(s.pool.divide_exactly((n * m * 6).dim, (2 * m).dim) == (3 * n).dim);
  CHECK_FALSE(s.pool.divide_exactly((n * 3).dim, (2 * n).dim));
  CHECK_FALSE(s.pool.divide_exactly(n.dim, m.dim));
  CHECK_FALSE(s.pool.divide_exactly(n.dim, s.pool.constant(0)));
}

TEST_CASE("substitution normalises again") {
  Symbols s;
  Expr e = (s.h + s.n) / 2 + max(s.n, s.m);
  std::map<uint32_t, Dim> with{{*s.pool.as_symbol(s.h.dim), s.n.dim},
                               {*s.pool.as_symbol(s.m.dim), s.pool.constant(0)}};
  CHECK(s.pool.substitute(e.dim, with) == (2 * s.n).dim);
}

TEST_CASE("an unknown that is no size may be negative") {
  DimPool pool;
  Dim size = pool.unknown(), number = pool.unknown(false), zero = pool.constant(0);
  CHECK(pool.compare(Compare::kGe, size, zero) == true);
  CHECK(pool.compare(Compare::kGe, number, zero) == std::nullopt);
  CHECK(pool.text(pool.max(number, zero)) == "max(?1, 0)");
}

TEST_CASE("what does not fit 64 bits is refused") {
  DimPool pool;
  Dim n = pool.symbol("N"), big = pool.constant(INT64_MAX);
  CHECK_THROWS_AS(pool.add(big, pool.constant(1)), DimOverflow);
  CHECK_THROWS_AS(pool.mul(pool.mul(n, big), pool.constant(2)), DimOverflow);
  CHECK_THROWS_AS(pool.neg(pool.constant(INT64_MIN)), DimOverflow);
  CHECK_THROWS_AS(pool.floor_div(pool.constant(INT64_MIN), pool.constant(-1)), DimOverflow);
  CHECK(pool.compare(Compare::kLt, pool.mul(n, big), pool.mul(n, pool.constant(INT64_MIN))) ==
        std::nullopt);
}

TEST_CASE("expressions that grow without end are refused") {
  DimPool pool;
  Dim power = pool.symbol("N");
  auto square = [&] { for (int i = 0; i < 40; ++i) power = pool.mul(power, power); };
  CHECK_THROWS_AS(square(), DimOverflow);
  Dim nested = pool.symbol("M"), n = pool.symbol("N");
  auto nest = [&] {
    for (int i = 0; i < 100000; ++i)
      nested = pool.add(pool.floor_div(nested, n), pool.mod(nested, n));
  };
  CHECK_THROWS_AS(nest(), DimOverflow);
}

// Builds the same expression as a Dim and as a number for each of some assignments; the Dim,
// with its symbols replaced, must be that number, and lie in the range that the pool claims.
TEST_CASE("expressions mean what Python means") {
  std::mt19937 random(20240501);
  auto pick = [&](int64_t low, int64_t high) {
    return low + static_cast<int64_t>(random() % static_cast<uint64_t>(high - low + 1));
  };
  constexpr int kAssignments = 6;
  for (int round = 0; round < 400; ++round) {
    Symbols s;
    const Dim symbols[] = {s.h.dim, s.n.dim, s.m.dim};
    std::vector<std::array<int64_t, 3>> values(kAssignments);
    for (auto& v : values) v = {pick(0, 9), pick(0, 40), pick(0, 3)};
    struct Pair {
      Dim dim;
      std::array<int64_t, kAssignments> numbers;
    };
    std::vector<Pair> made;
    for (int i = 0; i < 3; ++i) {
      Pair pair{symbols[i], {}};
      for (int k = 0; k < kAssignments; ++k) pair.numbers[k] = values[k][i];
      made.push_back(pair);
    }
    for (int step = 0; step < 9; ++step) {
      const Pair a = made[pick(0, made.size() - 1)], b = made[pick(0, made.size() - 1)];
      int64_t c = pick(-6, 6);
      if (c == 0) c = 4;
      int kind = static_cast<int>(pick(0, 8));
      Pair result = a;
      Dim constant = s.pool.constant(c);
      switch (kind) {
        case 0: result.dim = s.pool.add(a.dim, b.dim); break;
        case 1: result.dim = s.pool.sub(a.dim, b.dim); break;
        case 2: result.dim = s.pool.mul(a.dim, constant); break;
        case 3: result.dim = s.pool.floor_div(a.dim, constant); break;
        case 4: result.dim = s.pool.mod(a.dim, constant); break;
        case 5: result.dim = s.pool.max(a.dim, b.dim); break;
        case 6: result.dim = s.pool.min(a.dim, b.dim); break;
        case 7: result.dim = s.pool.add(a.dim, constant); break;
        default: result.dim = s.pool.min(a.dim, constant); break;
      }
      for (int k = 0; k < kAssignments; ++k) {
        int64_t x = a.numbers[k], y = b.numbers[k];
        const int64_t expected[] = {x + y, x - y, x * c, floor_of(x, c), x - c * floor_of(x, c),
                                    std::max(x, y), std::min(x, y), x + c, std::min(x, c)};
        result.numbers[k] = expected[kind];
        std::map<uint32_t, Dim> with;
        for (int i = 0; i < 3; ++i)
          with[*s.pool.as_symbol(symbols[i])] = s.pool.constant(values[k][i]);
        INFO(s.pool.text(result.dim));
        REQUIRE(s.pool.known(s.pool.substitute(result.dim, with)) == expected[kind]);
        DimRange range = s.pool.range(result.dim);
        if (range.lower) REQUIRE(*range.lower <= expected[kind]);
        if (range.upper) REQUIRE(*range.upper >= expected[kind]);
      }
      made.push_back(result);
    }
  }
}
