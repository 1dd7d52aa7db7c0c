#include "frontend/python/dict_view.h"

#include <algorithm>

#include "frontend/python/native_table.h"

namespace nnscan::py {

namespace {

using Over = IteratorObj::Over;

DictViewObj* view_of(Interp& in, const Value& v) {
  if (!is(v, Kind::kDictView)) in.raise(in.types.type_error, "a view of a dict is required, not " + in.type_name(v));
  in.look(Value::of(as<DictViewObj>(v)->dict));
  return as<DictViewObj>(v);
}

// Iteration asks a class's own Python for it: the function is one line of the prelude.
Value walk(Interp& in, const Args& a) {
  auto* view = view_of(in, a[0]);
  in.look_whole(Value::of(view->dict));
  auto* it = in.make<IteratorObj>(in.types.iterator, Value::of(view->dict));
  it->over = view->over;
  return Value::of(it);
}

Value reversed(Interp& in, const Args& a) {
  std::vector<Value> items = in.unpack(a[0]);
  std::reverse(items.begin(), items.end());
  return in.iterate(in.list(std::move(items)));
}

Value size(Interp& in, const Args& a) {
  auto* view = view_of(in, a[0]);
  in.look_whole(Value::of(view->dict));
  return Value::of(view->dict->table.size());
}

Value view_contains(Interp& in, const Args& a) {
  auto* view = view_of(in, a[0]);
  if (view->over == Over::kKeys) return in.contains(Value::of(view->dict), a[1]);
  if (view->over == Over::kValues) return in.contains(in.list(in.unpack(a[0])), a[1]);
  auto* pair = get_if<TupleObj>(a[1]);
  if (!pair || pair->items.size() != 2) return Value::of(false);
  Value* found = in.find(view->dict, pair->items[0]);
  return found ? in.bool_value(in.truth(in.equals(*found, pair->items[1]))) : Value::of(false);
}

Value is_disjoint(Interp& in, const Args& a) {
  auto* own = as<SetObj>(view_as_set(in, Value::of(view_of(in, a[0]))));
  for (const Value& v : in.unpack(a[1]))
    if (in.has(own, v)) return Value::of(false);
  return Value::of(true);
}

Value mapping(Interp& in, const Args& a) { return Value::of(view_of(in, a[0])->dict); }

template <Over over, size_t at>
Value make_view(Interp& in, const Args& a) {
  if (!is(a[0], Kind::kDict)) in.raise(in.types.type_error, "a dict is required, not " + in.type_name(a[0]));
  in.look(a[0]);
  ClassObj* cls = in.types.dict_views[at];
  if (!in.class_lookup(cls, in.names().iter)) {
    Journal::Suspended suspended(in.journal);  // the classes have it from now on, whatever path asks first
    Value own = in.prelude_name("_views", "__iter__");
    for (ClassObj* each : in.types.dict_views) in.put(each->attrs, in.names().iter, own);
    in.class_changed();
  }
  return Value::of(in.make<DictViewObj>(cls, as<DictObj>(a[0]), over));
}

constexpr NativeRow kViewRows[] = {
    {"__len__", size, 1, 1}, {"__contains__", view_contains, 2, 2}, {"__reversed__", reversed, 1, 1}};
constexpr NativeRow kSetLike[] = {{"isdisjoint", is_disjoint, 2, 2}};
constexpr NativeRow kDictViewRows[] = {
    {"keys", make_view<Over::kKeys, 0>, 1, 1},
    {"values", make_view<Over::kValues, 1>, 1, 1},
    {"items", make_view<Over::kItems, 2>, 1, 1}};
constexpr NativeRow kDictViewModuleRows[] = {{"walk", walk, 1, 1}};

}  // namespace

Value view_as_set(Interp& in, const Value& v) {
  auto* view = get_if<DictViewObj>(v);
  if (!view || view->over == Over::kValues) return v;
  in.look_whole(Value::of(view->dict));
  SetObj* out = in.set();
  if (view->over == Over::kKeys) {
    out->table = view->dict->table;
  } else {
    for (const Value& pair : in.unpack(v)) in.add(out, pair);
  }
  return Value::of(out);
}

void install_dict_views(Interp& in) {
  const char* names[] = {"dict_keys", "dict_values", "dict_items"};
  for (size_t i = 0; i < 3; ++i) {
    ClassObj* cls = in.make_class(names[i], {in.types.object}, in.dict(), in.types.type);
    cls->layout = Kind::kDictView;
    in.types.dict_views[i] = cls;
    add_methods(in, cls, kViewRows);
    if (i != 1) add_methods(in, cls, kSetLike);
    if (i != 1) in.put(cls->attrs, in.names().hash, Value::none());
    Value getter = in.native("mapping", mapping, 1, 1);
    in.put(cls->attrs, in.symbol("mapping"),
           Value::of(in.make<PropertyObj>(in.types.property, getter, Value::none(), Value::none())));
  }
  add_methods(in, in.types.dict, kDictViewRows);
  in.native_modules["_dict_views"] = [](Interp& interp, ModuleObj* module) {
    add_functions(interp, module->attrs, kDictViewModuleRows);
  };
}

}  // namespace nnscan::py
