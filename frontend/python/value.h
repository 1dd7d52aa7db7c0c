// Python values as the abstract interpreter sees them. A Value is two words: a tag, and either an
// immediate (None, bools, 64-bit integers, floats, and their symbolic counterparts, which name
// something of the graph) or a pointer to an object of the heap. Objects live as long as their
// session: nothing is freed in between, and nothing is counted.
#pragma once

#include <cstdint>

#include "ir/graph.h"

namespace nnscan::py {

struct Obj;

enum class Tag : uint8_t {
  kUnbound,  // no value: a local before its assignment, an absent argument
  kNone,
  kEllipsis,
  kNotImplemented,
  kBool,
  kInt,
  kFloat,
  kSymBool,   // a bool of rank 0 in the graph
  kSymInt,    // a Dim
  kSymFloat,  // a float64 of rank 0 in the graph
  kObject,
};

struct Value {
  Tag tag = Tag::kUnbound;
  union {
    int64_t i;
    double f;
    bool b;
    uint32_t id;
    Obj* obj;
  };

  constexpr Value() : i(0) {}
  static Value none() { return make(Tag::kNone); }
  static Value make(Tag tag) {
    Value v;
    v.tag = tag;
    return v;
  }
  static Value of(bool b) {
    Value v = make(Tag::kBool);
    v.b = b;
    return v;
  }
  static Value of(int64_t i) {
    Value v = make(Tag::kInt);
    v.i = i;
    return v;
  }
  static Value of(int i) { return of(static_cast<int64_t>(i)); }
  static Value of(size_t i) { return of(static_cast<int64_t>(i)); }
  static Value of(double f) {
    Value v = make(Tag::kFloat);
    v.f = f;
    return v;
  }
  static Value of(Obj* obj) {
    Value v = make(Tag::kObject);
    v.obj = obj;
    return v;
  }
  static Value sym_bool(ValueId id) { return symbolic(Tag::kSymBool, id.index); }
  static Value sym_int(Dim dim) { return symbolic(Tag::kSymInt, dim.index); }
  static Value sym_float(ValueId id) { return symbolic(Tag::kSymFloat, id.index); }

  bool is_unbound() const { return tag == Tag::kUnbound; }
  bool is_none() const { return tag == Tag::kNone; }
  bool is_object() const { return tag == Tag::kObject; }
  bool is_bool() const { return tag == Tag::kBool; }
  bool is_int() const { return tag == Tag::kInt; }
  bool is_float() const { return tag == Tag::kFloat; }
  bool is_symbolic() const { return tag >= Tag::kSymBool && tag <= Tag::kSymFloat; }
  // A known number: bool, int or float.
  bool is_number() const { return tag >= Tag::kBool && tag <= Tag::kFloat; }
  bool is_any_int() const { return tag == Tag::kBool || tag == Tag::kInt; }
  int64_t as_int() const { return tag == Tag::kBool ? static_cast<int64_t>(b) : i; }
  double as_double() const { return tag == Tag::kFloat ? f : static_cast<double>(as_int()); }
  Dim dim() const { return Dim{id}; }
  ValueId value_id() const { return ValueId{id}; }
  // The same immediate or the same object: Python's `is`.
  bool identical(const Value& o) const {
    if (tag != o.tag) return false;
    switch (tag) {
      case Tag::kBool: return b == o.b;
      case Tag::kSymBool: case Tag::kSymInt: case Tag::kSymFloat: return id == o.id;
      case Tag::kInt: case Tag::kFloat: case Tag::kObject: return i == o.i;
      case Tag::kUnbound: case Tag::kNone: case Tag::kEllipsis: case Tag::kNotImplemented: break;
    }
    return true;
  }

 private:
  static Value symbolic(Tag tag, uint32_t id) {
    Value v = make(tag);
    v.id = id;
    return v;
  }
};

}  // namespace nnscan::py
