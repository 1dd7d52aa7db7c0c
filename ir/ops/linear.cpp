// Products of matrices, and sums of products in index notation.
#include <fmt/format.h>

#include <map>
#include <set>

#include "ir/ops/families.h"
#include "ir/ops/fold.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

constexpr Admits kMultiplied = {kFloats | kWideIntegers};

// numpy.matmul: a 1-d operand is a row or a column whose axis vanishes from the result.
void infer_matmul(InferContext& ctx) {
  if (!admit(ctx, 0, kMultiplied) || !same_dtype(ctx, 0, 1)) return;
  const Type &a = ctx.in(0), &b = ctx.in(1);
  if (!a.ranked || !b.ranked) return ctx.set(Type::unranked(a.dtype));
  if (a.rank() == 0 || b.rank() == 0) return ctx.fail("an operand has no axes");
  ctx.unify(a.dims.back(), b.rank() == 1 ? b.dims[0] : b.dims[b.rank() - 2],
            "the last axis of the first operand and the rows of the second");
  auto batch = [&](const Type& type) {
    size_t n = type.rank() < 2 ? 0 : type.rank() - 2;
    return Type::of(type.dtype, Dims(type.dims.begin(), type.dims.begin() + n));
  };
  Type left = batch(a), right = batch(b);
  const Type* types[] = {&left, &right};
  Type out = ctx.broadcast(a.dtype, types);
  if (a.rank() > 1) out.dims.push_back(a.dims[a.rank() - 2]);
  if (b.rank() > 1) out.dims.push_back(b.dims.back());
  ctx.set(std::move(out));
}

// [rows, inner] × [inner, columns], sums in double (int64 for integers).
template <class A>
void multiply(const Elements<A>& a, const Elements<A>& b, int64_t from_a, int64_t from_b,
              int64_t rows, int64_t inner, int64_t columns, std::vector<A>& out) {
  for (int64_t i = 0; i < rows; ++i) {
    for (int64_t j = 0; j < columns; ++j) {
      A sum = 0;
      for (int64_t k = 0; k < inner; ++k) {
        A x = a[from_a + i * inner + k], y = b[from_b + k * columns + j];
        if constexpr (std::is_integral_v<A>) sum = A(uint64_t(sum) + uint64_t(x) * uint64_t(y));
        else sum += x * y;
      }
      out.push_back(sum);
    }
  }
}

Folded fold_matmul(const FoldContext& ctx) {
  if (!foldable(ctx)) return {};
  const Constant &a = *ctx.inputs[0], &b = *ctx.inputs[1];
  Shape left = a.shape(), right = b.shape(), shape = out_shape(ctx);
  if (left.size() == 1) left.insert(left.begin(), 1);
  if (right.size() == 1) right.push_back(1);
  int64_t rows = left[left.size() - 2], inner = left.back(), columns = right.back();
  if (inner > 0 && count(shape) > kMaxFoldWork / inner) return {};
  // Strides over the batch axes, in whole matrices.
  Shape batch_a(left.begin(), left.end() - 2), batch_b(right.begin(), right.end() - 2);
  Shape batch = broadcast_shapes(batch_a, batch_b);
  auto fold = [&]<class A>(A) -> Folded {
    Elements<A> x(a), y(b);
    std::vector<A> out;
    for_each_offset<2>(batch, {broadcast_strides(batch_a, batch),
                               broadcast_strides(batch_b, batch)}, {0, 0},
                       [&](int64_t i, int64_t j) {
                         multiply(x, y, i * rows * inner, j * inner * columns, rows, inner,
                                  columns, out);
                       });
    return {store<A>(a.dtype(), shape, out)};
  };
  return is_float(a.dtype()) ? fold(double{}) : fold(int64_t{});
}

// alpha · A' B' + beta · C, where C broadcasts to the product.
void infer_gemm(InferContext& ctx) {
  if (!admit(ctx, 0, kMultiplied) || !same_dtype(ctx, 0, 1)) return;
  if (!ctx.want_rank(0, 2, "the first operand") || !ctx.want_rank(1, 2, "the second operand")) {
    return;
  }
  const Type &a = ctx.in(0), &b = ctx.in(1);
  size_t flip_a = ctx.node.int_or("transA", 0) != 0, flip_b = ctx.node.int_or("transB", 0) != 0;
  ctx.unify(a.dims[1 - flip_a], b.dims[flip_b],
            "the inner axes of the two operands");
  Type out = Type::of(a.dtype, {a.dims[flip_a], b.dims[1 - flip_b]});
  if (ctx.has(2)) {
    if (!same_dtype(ctx, 0, 2)) return;
    const Type& c = ctx.in(2);
    if (c.ranked && c.rank() > 2) return ctx.fail("the summand has more than two axes");
    const Type* types[] = {&out, &c};
    if (c.ranked) ctx.broadcast(a.dtype, types);
  }
  ctx.set(std::move(out));
}

// One operand's labels; the ellipsis stands as '.'.
using Labels = std::string;

struct Equation {
  std::vector<Labels> operands;
  std::optional<Labels> result;
};

std::optional<Equation> parse_equation(const std::string& text) {
  Equation out;
  Labels current;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == ' ') continue;
    if (c == ',' && !out.result) {
      out.operands.push_back(std::exchange(current, {}));
    } else if (text.compare(i, 2, "->") == 0 && !out.result) {
      out.operands.push_back(std::exchange(current, {}));
      out.result.emplace();
      ++i;
    } else if (text.compare(i, 3, "...") == 0 && current.find('.') == Labels::npos) {
      current += '.';
      i += 2;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      current += c;
    } else {
      return std::nullopt;
    }
  }
  if (out.result) out.result = current;
  else out.operands.push_back(current);
  return out;
}

// The sizes that the labels stand for.
struct LabelSizes {
  std::map<char, Dim> sizes;
  std::map<char, int> uses;
  Type ellipsis;
};

void bind_operand(InferContext& ctx, const Labels& labels, const Type& x, LabelSizes& all) {
  bool open = labels.find('.') != Labels::npos;
  size_t named = labels.size() - open;
  if (open ? x.rank() < named : x.rank() != named) {
    return ctx.fail(fmt::format("`{}` does not fit an operand of {} axes", labels, x.rank()));
  }
  size_t axis = 0;
  for (char label : labels) {
    if (label == '.') {
      size_t n = x.rank() - named;
      Type part = Type::of(x.dtype, Dims(x.dims.begin() + axis, x.dims.begin() + axis + n));
      const Type* types[] = {&all.ellipsis, &part};
      all.ellipsis = ctx.broadcast(x.dtype, types);
      axis += n;
      continue;
    }
    Dim size = x.dims[axis++];
    ++all.uses[label];
    auto [entry, fresh] = all.sizes.emplace(label, size);
    if (fresh) continue;
    if (ctx.dims.known(entry->second) == 1) entry->second = size;
    else if (ctx.dims.known(size) != 1) {
      entry->second = ctx.unify(entry->second, size, fmt::format("the sizes of `{}`", label));
    }
  }
}

// Without an arrow: the ellipsis, then the labels that occur once, in alphabetical order.
Labels implied_result(const LabelSizes& all) {
  Labels out = all.ellipsis.dims.empty() ? "" : ".";
  for (auto [label, uses] : all.uses) {
    if (uses == 1) out += label;
  }
  return out;
}

void infer_einsum(InferContext& ctx) {
  for (size_t i = 0; i < ctx.input_count(); ++i) {
    if (!admit(ctx, i, {kNumbers}) || !same_dtype(ctx, 0, i)) return;
  }
  std::string text = ctx.node.string_or("equation", "");
  auto equation = parse_equation(text);
  if (!equation || equation->operands.size() != ctx.input_count()) {
    return ctx.fail(fmt::format("`{}` is not an equation for {} operands", text,
                                ctx.input_count()));
  }
  LabelSizes all;
  all.ellipsis = Type::scalar(ctx.in(0).dtype);
  for (size_t i = 0; i < ctx.input_count() && !ctx.failed(); ++i) {
    const Labels& labels = equation->operands[i];
    if (!ctx.in(i).ranked) {
      if (labels.find('.') != Labels::npos) return ctx.set(Type::unranked(ctx.in(i).dtype));
      if (!ctx.want_rank(i, static_cast<int>(labels.size()), "an operand")) return;
    }
    bind_operand(ctx, labels, ctx.in(i), all);
  }
  if (ctx.failed()) return;
  Type out = Type::scalar(ctx.in(0).dtype);
  for (char label : equation->result ? *equation->result : implied_result(all)) {
    if (label == '.') {
      out.dims.insert(out.dims.end(), all.ellipsis.dims.begin(), all.ellipsis.dims.end());
    } else if (auto size = all.sizes.find(label); size != all.sizes.end()) {
      out.dims.push_back(size->second);
    } else {
      return ctx.fail(fmt::format("the result's `{}` is in no operand", label));
    }
  }
  ctx.set(std::move(out));
}

// The last two axes are square matrices.
void infer_det(InferContext& ctx) {
  if (!admit(ctx, 0, {kIeeeFloats})) return;
  const Type& x = ctx.in(0);
  if (!x.ranked) return ctx.set(x);
  if (x.rank() < 2) return ctx.fail("the input needs two axes");
  ctx.unify(x.dims[x.rank() - 2], x.dims.back(), "the last two axes");
  ctx.set(x.dtype, Dims(x.dims.begin(), x.dims.end() - 2));
}

constexpr OpInfo kLinearRows[] = {
    {"MatMul", 9, infer_matmul, fold_matmul},
    {"Gemm", 11, infer_gemm},
    {"Einsum", 12, infer_einsum},
    {"Det", 11, infer_det},
};

}  // namespace

std::span<const OpInfo> linear_ops() { return kLinearRows; }

}  // namespace nnscan
