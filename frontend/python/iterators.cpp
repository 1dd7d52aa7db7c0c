// Iterators and generators as objects: their methods.
#include "frontend/python/native_table.h"

namespace nnscan::py {

namespace {

Value iterator_next(Interp& in, const Args& a) {
  Value out;
  if (in.next(a[0], out)) return out;
  in.raise(in.types.stop_iteration, "");
}
Value generator_send(Interp& in, const Args& a) {
  Value out;
  if (in.resume(as<GeneratorObj>(a[0]), a[1], out)) return out;
  auto* g = as<GeneratorObj>(a[0]);
  Value result = g->returned.is_unbound() ? Value::none() : g->returned;
  in.raise_value(in.call(Value::of(in.types.stop_iteration), {result}));
}
Value generator_throw(Interp& in, const Args& a) {
  auto* g = as<GeneratorObj>(a[0]);
  g->thrown = is(a[1], Kind::kClass) ? in.call(a[1], {}) : a[1];
  if (!g->fiber) in.raise_value(g->thrown);
  return generator_send(in, {std::initializer_list<Value>{a[0], Value::none()}, {}});
}
// Raises GeneratorExit where the generator stands, so that its `finally` blocks run.
Value generator_close(Interp& in, const Args& a) {
  auto* g = as<GeneratorObj>(a[0]);
  if (!g->fiber || g->fiber->done()) return Value::none();
  g->thrown = in.call(Value::of(in.types.generator_exit), {});
  Value out;
  try {
    if (in.resume(g, Value::none(), out)) in.raise(in.types.runtime_error, "generator ignored GeneratorExit");
  } catch (Raise& raised) {
    if (!in.is_instance(raised.exception, in.types.generator_exit) && !in.is_instance(raised.exception, in.types.stop_iteration)) throw;
  }
  return Value::none();
}

constexpr NativeRow kIteratorRows[] = {{"__next__", iterator_next, 1, 1}, {"__iter__", [](Interp&, const Args& a) { return a[0]; }, 1, 1}};
constexpr NativeRow kGeneratorRows[] = {
    {"send", generator_send, 2, 2}, {"throw", generator_throw, 2, 4},
    {"close", generator_close, 1, 1},
};

}  // namespace

void install_iterators(Interp& in) {
  for (ClassObj* cls : {in.types.iterator, in.types.generator}) add_methods(in, cls, kIteratorRows);
  add_methods(in, in.types.generator, kGeneratorRows);
}

}  // namespace nnscan::py
