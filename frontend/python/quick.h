// What programs do most, without a call: looking at a variable, and computing with numbers that
// stay numbers. Where these do not apply, the interpreter goes the long way.
#pragma once

#include "frontend/python/interp.h"

namespace nnscan::py {

// The value of an expression.
inline Value operand(Interp& in, syntax::ExprId id) {
  const Frame& f = *in.frame;
  const syntax::Expr& e = f.tree->exprs[id];
  if (e.kind == syntax::ExprKind::kLocal) {
    const Value& v = f.slots[e.a];
    if (v.is_object() ? v.obj->kind != Kind::kUnsure : !v.is_unbound()) return v;
  }
  return in.eval(id);
}

// Of two ints or two floats; false where the result is no such number, or an error.
inline bool quick_binary(syntax::BinaryOp op, const Value& a, const Value& b, Value& out) {
  using syntax::BinaryOp;
  if (a.is_int() && b.is_int()) {
    int64_t r = 0;
    bool done = false;
    switch (op) {
      case BinaryOp::kAdd: done = !__builtin_add_overflow(a.i, b.i, &r); break;
      case BinaryOp::kSub: done = !__builtin_sub_overflow(a.i, b.i, &r); break;
      case BinaryOp::kMul: done = !__builtin_mul_overflow(a.i, b.i, &r); break;
      case BinaryOp::kFloorDiv: case BinaryOp::kMod: {
        if (b.i <= 0) return false;
        int64_t quotient = a.i / b.i, rest = a.i % b.i;
        if (rest < 0) --quotient, rest += b.i;
        r = op == BinaryOp::kMod ? rest : quotient;
        done = true;
        break;
      }
      default: return false;
    }
    if (done) out = Value::of(r);
    return done;
  }
  if (!a.is_float() || !b.is_float()) return false;
  switch (op) {
    case BinaryOp::kAdd: out = Value::of(a.f + b.f); return true;
    case BinaryOp::kSub: out = Value::of(a.f - b.f); return true;
    case BinaryOp::kMul: out = Value::of(a.f * b.f); return true;
    default: return false;
  }
}

// Of two ints, by an operator up to `>=`.
inline bool quick_compare(syntax::CompareOp op, int64_t a, int64_t b) {
  using syntax::CompareOp;
  switch (op) {
    case CompareOp::kEq: return a == b;
    case CompareOp::kNe: return a != b;
    case CompareOp::kLt: return a < b;
    case CompareOp::kLe: return a <= b;
    case CompareOp::kGt: return a > b;
    default: return a >= b;
  }
}

}  // namespace nnscan::py
