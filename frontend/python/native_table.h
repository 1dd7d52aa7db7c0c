// Tables of native functions, and how they become methods or module attributes.
#pragma once

#include <span>

#include "frontend/python/interp.h"

namespace nnscan::py {

struct NativeRow {
  const char* name;
  NativeFn fn;
  int min_args, max_args;  // positional, `self` included; max -1: any number
  bool keywords = false;
};

inline void add_methods(Interp& in, ClassObj* cls, std::span<const NativeRow> rows) {
  for (const NativeRow& row : rows) {
    Value v = in.native(row.name, row.fn, row.min_args, row.max_args);
    as<NativeObj>(v)->keywords = row.keywords;
    in.put(cls->attrs, in.symbol(row.name), v);
  }
}

inline void add_functions(Interp& in, DictObj* space, std::span<const NativeRow> rows) {
  for (const NativeRow& row : rows) {
    Value v = in.native(row.name, row.fn, row.min_args, row.max_args);
    as<NativeObj>(v)->keywords = row.keywords;
    as<NativeObj>(v)->binds = false;
    in.put(space, in.symbol(row.name), v);
  }
}

// The text of a string argument; raises TypeError.
inline const std::string& text_of(Interp& in, const Value& v) {
  if (!is(v, Kind::kStr)) in.raise(in.types.type_error, "a string is required, not " + in.type_name(v));
  return as<StrObj>(v)->text;
}
// The same, as a name.
inline Symbol symbol_of(Interp& in, const Value& v) {
  const std::string& text = text_of(in, v);
  Symbol known = as<StrObj>(v)->symbol;
  return known.valid() ? known : in.symbol(text);
}

}  // namespace nnscan::py
