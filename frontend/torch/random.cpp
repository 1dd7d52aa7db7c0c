#include "frontend/torch/random.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "ir/base/check.h"

namespace nnscan::torch {

namespace {

// splitmix64: https://prng.di.unimi.it/splitmix64.c describes the step
uint64_t next(uint64_t& state) {
  uint64_t z = state += 0x9e3779b97f4a7c15ull;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return z ^ (z >> 31);
}

double uniform(uint64_t& state) { return static_cast<double>(next(state) >> 11) * 0x1.0p-53; }

double normal(uint64_t& state) {
  double u = 1 - uniform(state), v = uniform(state);
  return std::sqrt(-2 * std::log(u)) * std::cos(2 * M_PI * v);
}

// Rows (or columns, whichever are fewer) made orthonormal by Gram and Schmidt.
std::vector<double> orthogonal(int64_t rows, int64_t columns, double gain, uint64_t& state) {
  bool wide = columns > rows;
  int64_t count = wide ? rows : columns, length = wide ? columns : rows;
  std::vector<double> q(static_cast<size_t>(count * length));
  for (int64_t i = 0; i < count; ++i) {
    double* v = q.data() + i * length;
    for (int64_t k = 0; k < length; ++k) v[k] = normal(state);
    for (int64_t j = 0; j < i; ++j) {
      const double* w = q.data() + j * length;
      double dot = std::inner_product(v, v + length, w, 0.0);
      for (int64_t k = 0; k < length; ++k) v[k] -= dot * w[k];
    }
    double norm = std::sqrt(std::inner_product(v, v + length, v, 0.0));
    for (int64_t k = 0; k < length; ++k) v[k] *= gain / norm;
  }
  if (wide) return q;
  std::vector<double> transposed(q.size());
  for (int64_t i = 0; i < count; ++i)
    for (int64_t k = 0; k < length; ++k) transposed[static_cast<size_t>(k * count + i)] = q[static_cast<size_t>(i * length + k)];
  return transposed;
}

}  // namespace

ConstantRef draw(const std::string& kind, DType dtype, const std::vector<int64_t>& shape,
                 const std::vector<double>& p, uint64_t& state) {
  int64_t numel = 1;
  for (int64_t d : shape) numel *= d;
  size_t size = size_of(dtype);
  std::vector<std::byte> bytes(size * static_cast<size_t>(numel));
  auto at = [&](size_t i, double fallback) { return i < p.size() ? p[i] : fallback; };
  auto fill = [&](const std::function<double()>& one) {
    for (int64_t i = 0; i < numel; ++i) store_element(dtype, bytes.data() + static_cast<size_t>(i) * size, one());
  };
  if (kind == "normal") {
    fill([&] { return at(0, 0) + at(1, 1) * normal(state); });
  } else if (kind == "uniform") {
    fill([&] { return at(0, 0) + (at(1, 1) - at(0, 0)) * uniform(state); });
  } else if (kind == "trunc_normal") {
    fill([&] {
      for (int tries = 0; tries < 1000; ++tries) {
        double x = at(0, 0) + at(1, 1) * normal(state);
        if (x >= at(2, -2) && x <= at(3, 2)) return x;
      }
      return std::clamp(at(0, 0), at(2, -2), at(3, 2));
    });
  } else if (kind == "bernoulli") {
    fill([&] { return uniform(state) < at(0, 0.5) ? 1.0 : 0.0; });
  } else if (kind == "integers") {
    fill([&] { return std::floor(at(0, 0) + (at(1, 1) - at(0, 0)) * uniform(state)); });
  } else if (kind == "permutation") {
    std::vector<int64_t> order(static_cast<size_t>(numel));
    std::iota(order.begin(), order.end(), int64_t{0});
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[next(state) % i]);
    for (size_t i = 0; i < order.size(); ++i) store_element(dtype, bytes.data() + i * size, order[i]);
  } else if (kind == "orthogonal") {
    int64_t rows = shape.empty() ? 1 : shape[0];
    std::vector<double> q = orthogonal(rows, rows ? numel / rows : 0, at(0, 1), state);
    for (size_t i = 0; i < q.size(); ++i) store_element(dtype, bytes.data() + i * size, q[i]);
  } else {
    NNSCAN_CHECK(kind == "empty", "random numbers of kind " + kind);
  }
  return Constant::own(dtype, shape, std::move(bytes));
}

}  // namespace nnscan::torch
