#include "frontend/torch/size_methods.h"

#include <algorithm>
#include <optional>

#include "frontend/python/native_table.h"
#include "ir/dim.h"

namespace nnscan::torch {

using py::Args;
using py::Interp;
using py::is;
using py::Kind;
using py::NativeRow;
using py::Tag;
using py::Value;

namespace {

std::optional<std::span<const Value>> items_of(const Value& list) {
  if (!is(list, Kind::kTuple) && !is(list, Kind::kList)) return std::nullopt;
  return py::items_in(list);
}

std::optional<Dims> dims_of(Interp& in, const Value& list) {
  auto items = items_of(list);
  if (!items) return std::nullopt;
  Dims dims;
  dims.reserve(items->size());
  for (const Value& v : *items) {
    if (!v.is_int() && v.tag != Tag::kSymInt) return std::nullopt;
    dims.push_back(in.to_dim(v));
  }
  return dims;
}

Value list_of(Interp& in, const Dims& dims) {
  std::vector<Value> items;
  items.reserve(dims.size());
  for (Dim dim : dims) items.push_back(in.from_dim(dim));
  return in.list(std::move(items));
}

// The pool's arithmetic on shapes.
struct Sizes {
  Interp& in;
  DimPool& pool = in.session.dims;

  // Whether two sizes are proved to be equal. What cannot be decided is asked of the graph, as it is
  // where Python compares: sizes that are read there once are read there by whatever comes later.
  bool same(Dim a, Dim b) {
    if (a == b) return true;
    if (std::optional<bool> equal = pool.compare(Compare::kEq, a, b)) return *equal;
    in.equals(in.from_dim(a), in.from_dim(b));
    return false;
  }
  Dim product(const Dims& dims) {
    Dim total = pool.constant(1);
    for (Dim dim : dims) total = pool.mul(total, dim);
    return total;
  }
  // `sizes` without those that are provably 1.
  Dims wide(const Dims& sizes) {
    Dims wide;
    Dim one = pool.constant(1);
    for (Dim size : sizes)
      if (!same(size, one)) wide.push_back(size);
    return wide;
  }
  bool same_all(const Dims& a, const Dims& b) {
    return std::ranges::equal(a, b, [&](Dim x, Dim y) { return same(x, y); });
  }
  // product(shape) // product(sizes), without a division where the sizes stand for whole axes:
  // those after or before the ones that are asked for, or some of them one by one.
  std::optional<Dim> quotient(const Dims& shape, const Dims& sizes) {
    const Dim asked = product(sizes);
    Dims before{pool.constant(1)}, after{pool.constant(1)};  // of so many axes at either end
    for (size_t i = 0; i < shape.size(); ++i) {
      before.push_back(pool.mul(before.back(), shape[i]));
      after.push_back(pool.mul(after.back(), shape[shape.size() - 1 - i]));
    }
    for (size_t k = 0; k <= shape.size(); ++k) {
      if (same(after[shape.size() - k], asked)) return before[k];
      if (same(before[k], asked)) return after[shape.size() - k];
    }
    Dims left = shape, right;
    for (Dim size : sizes) {
      auto at = std::ranges::find_if(left, [&](Dim own) { return same(own, size); });
      if (at != left.end()) left.erase(at);
      else right.push_back(size);
    }
    const Dim divisor = product(right);
    if (pool.known(divisor) == 0) return std::nullopt;
    return pool.floor_div(product(left), divisor);
  }
};

// What the sizes of a view are: `sizes` with -1 worked out.
Value view_sizes(Interp& in, const Args& a) {
  auto shape = dims_of(in, a[0]), sizes = dims_of(in, a[1]);
  if (!shape || !sizes) return Value::none();
  Sizes on{in};
  auto is_free = [&](Dim size) { return on.pool.known(size).value_or(0) < 0; };
  const auto frees = std::ranges::count_if(*sizes, is_free);
  if (frees > 1) return Value::none();
  try {
    const auto total = on.pool.known(on.product(*shape));
    if (frees == 0) {
      const auto asked = on.pool.known(on.product(*sizes));
      return asked && total && *asked != *total ? Value::none() : list_of(in, *sizes);
    }
    auto free = std::ranges::find_if(*sizes, is_free);
    if (on.pool.known(*free) != -1) return Value::none();
    const size_t at = static_cast<size_t>(free - sizes->begin());
    Dims others = *sizes;
    others.erase(others.begin() + static_cast<ptrdiff_t>(at));
    const auto rest = on.pool.known(on.product(others));
    if (rest && (*rest == 0 || (total && *total % *rest != 0))) return Value::none();
    std::optional<Dim> quotient = on.quotient(*shape, others);
    if (!quotient) return Value::none();
    (*sizes)[at] = *quotient;
    return list_of(in, *sizes);
  } catch (DimOverflow&) {
    return Value::none();
  }
}

// The input of a Reshape to these sizes: numbers, with 0 for an axis that stays and one -1.
Value reshape_form(Interp& in, const Args& a) {
  auto shape = dims_of(in, a[0]), sizes = dims_of(in, a[1]);
  if (!shape || !sizes) return Value::none();
  Sizes on{in};
  std::vector<Value> form;
  bool has_free = false;
  for (size_t i = 0; i < sizes->size(); ++i) {
    const Dim size = (*sizes)[i];
    if (auto known = on.pool.known(size)) {
      if (*known == 0) return Value::none();
      has_free |= *known == -1;
      form.push_back(Value::of(*known));
    } else if (i < shape->size() && on.same(size, (*shape)[i])) {
      form.push_back(Value::of(int64_t{0}));
    } else if (!has_free) {
      has_free = true;
      form.push_back(Value::of(int64_t{-1}));
    } else {
      return Value::none();
    }
  }
  return in.list(std::move(form));
}

// Whether two shapes differ in axes of size 1 only.
Value same_wide_sizes(Interp& in, const Args& a) {
  auto one = dims_of(in, a[0]), other = dims_of(in, a[1]);
  if (!one || !other) return Value::none();
  Sizes on{in};
  return Value::of(on.same_all(on.wide(*one), on.wide(*other)));
}

// A list of so many numbers, from one number or as many of them.
Value known_sizes(Interp& in, const Args& a) {
  const int64_t count = in.index_of(a[1]);
  if (a[0].is_int()) return in.list(std::vector<Value>(static_cast<size_t>(count), a[0]));
  auto items = items_of(a[0]);
  auto is_number = [](const Value& v) { return v.is_int(); };
  bool fits = items && std::ssize(*items) == count && std::ranges::all_of(*items, is_number);
  if (!fits) return Value::none();
  return in.list({items->begin(), items->end()});
}

// An order of axes, each counted from the front, and the one that undoes it.
Value permutation(Interp& in, const Args& a) {
  auto dims = items_of(a[0]);
  if (!dims) return Value::none();
  const int64_t rank = std::ssize(*dims);
  std::vector<Value> order, back(dims->size());
  for (const Value& v : *dims) {
    if (!v.is_int() || v.i < -rank || v.i >= rank) return Value::none();
    const int64_t axis = v.i < 0 ? v.i + rank : v.i;
    Value& place = back[static_cast<size_t>(axis)];
    if (!place.is_unbound()) return Value::none();
    place = Value::of(std::ssize(order));
    order.push_back(Value::of(axis));
  }
  return in.tuple({in.list(std::move(order)), in.list(std::move(back))});
}

constexpr NativeRow kSizeRows[] = {
    {"view_sizes", view_sizes, 2, 2},
    {"reshape_form", reshape_form, 2, 2},
    {"same_wide_sizes", same_wide_sizes, 2, 2},
    {"known_sizes", known_sizes, 2, 2},
    {"permutation", permutation, 1, 1},
};

}  // namespace

void add_size_methods(Interp& in, py::DictObj* native) { add_functions(in, native, kSizeRows); }

}  // namespace nnscan::torch
