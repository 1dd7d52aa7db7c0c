#include "frontend/torch/module_methods.h"

#include <set>

#include "frontend/python/native_table.h"
#include "frontend/torch/tensor.h"

namespace nnscan::torch {

using py::Args;
using py::as;
using py::get_if;
using py::Interp;
using py::is;
using py::Kind;
using py::NativeRow;
using py::text_of;
using py::Value;

namespace {

constexpr int kDeepestModule = 500;

py::DictObj* required_space(Interp& in, const Value& module, Symbol name, const char* what) {
  py::DictObj* found = space_of(in, module, name);
  if (!found) in.raise(in.types.attribute_error, std::string("cannot assign ") + what + " before Module.__init__() call");
  return found;
}

void drop(Interp& in, py::DictObj* from, const Value& name) {
  if (from && in.find(from, name)) in.remove(from, name);
}

Value module_init(Interp& in, const Args& a) {
  py::DictObj* own = a.size() > 0 ? in.attributes(a[0], true) : nullptr;
  if (!own) in.raise(in.types.type_error, "Module.__init__() missing 1 required positional argument: 'self'");
  const Interp::Names& names = in.names();
  in.put(own, names.training, Value::of(true));
  for (Symbol name : {names.parameters, names.buffers}) in.put(own, name, Value::of(in.dict()));
  in.put(own, names.non_persistent, Value::of(in.set()));
  for (Symbol name : {names.modules, names.forward_hooks, names.forward_pre_hooks}) in.put(own, name, Value::of(in.dict()));
  return Value::none();
}

Value module_setattr(Interp& in, const Args& a) {
  Torch& torch = torch_of(in);
  const Value &self = a[0], &name = a[1], &v = a[2];
  if (is(v, Kind::kTensor) && in.is_subclass(v.obj->cls, torch.buffer_class()))
    return in.call_method(self, "_assign_buffer", {name, v});
  Symbol symbol = py::symbol_of(in, name);
  py::DictObj* own = in.attributes(self, true);
  py::DictObj *parameters = space_of(in, self, in.names().parameters), *buffers = space_of(in, self, in.names().buffers),
              *modules = space_of(in, self, in.names().modules);
  if (is(v, Kind::kTensor) && in.is_subclass(v.obj->cls, torch.parameter_class())) {
    parameters = required_space(in, self, in.names().parameters, "parameters");
    for (py::DictObj* d : {own, buffers, modules}) drop(in, d, name);
    in.put(parameters, symbol, v);
  } else if (v.is_object() && v.obj->cls && !is(v, Kind::kClass) && in.is_subclass(v.obj->cls, torch.module_class())) {
    modules = required_space(in, self, in.names().modules, "module");
    for (py::DictObj* d : {own, parameters, buffers}) drop(in, d, name);
    in.put(modules, symbol, v);
  } else if (parameters && in.find(parameters, symbol)) {
    if (!v.is_none())
      in.raise(in.types.type_error, "cannot assign '" + in.type_name(v) + "' as parameter '" + in.text(symbol) +
                                        "' (torch.nn.Parameter or None expected)");
    in.put(parameters, symbol, v);
  } else if (modules && in.find(modules, symbol)) {
    if (!v.is_none())
      in.raise(in.types.type_error, "cannot assign '" + in.type_name(v) + "' as child module '" + in.text(symbol) +
                                        "' (torch.nn.Module or None expected)");
    in.put(modules, symbol, v);
  } else if (buffers && in.find(buffers, symbol)) {
    if (!v.is_none() && !is(v, Kind::kTensor) && !is(v, Kind::kPoison))
      in.raise(in.types.type_error, "cannot assign '" + in.type_name(v) + "' object to buffer '" + in.text(symbol) +
                                        "' (torch Tensor or None required)");
    in.put(buffers, symbol, v);
  } else {
    in.set_plain(self, symbol, v);
  }
  return Value::none();
}

bool find_member(Interp& in, const Value& self, Symbol name, Value& out) {
  for (Symbol where : {in.names().parameters, in.names().buffers, in.names().modules})
    if (py::DictObj* d = space_of(in, self, where))
      if (Value* found = in.find(d, name)) return out = *found, true;
  return false;
}

Value module_getattr(Interp& in, const Args& a) {
  Value found;
  Symbol name = py::symbol_of(in, a[1]);
  if (find_member(in, a[0], name, found)) return found;
  in.raise(in.types.attribute_error, "'" + in.type_name(a[0]) + "' object has no attribute '" + in.text(name) + "'");
}

// Whether it is plain that the module has no such attribute. `hasattr` would raise and catch for it.
Value module_lacks(Interp& in, const Args& a) {
  py::ClassObj *cls = in.class_of(a[0]), *owner = nullptr;
  Symbol name = py::symbol_of(in, a[1]);
  in.class_lookup(cls, in.names().getattr, &owner);
  Value* hook = in.class_lookup(cls, in.names().getattribute);
  if (owner != torch_of(in).module_class() || (hook && is(*hook, Kind::kFunction))) return Value::of(false);
  if (in.text(name).starts_with("__") || in.class_lookup(cls, name)) return Value::of(false);
  for (py::DictObj* d : {in.attributes(a[0], false), space_of(in, a[0], in.names().parameters), space_of(in, a[0], in.names().buffers),
                         space_of(in, a[0], in.names().modules)})
    if (d && in.find(d, name)) return Value::of(false);
  return Value::of(true);
}

Value module_delattr(Interp& in, const Args& a) {
  for (Symbol where : {in.names().parameters, in.names().buffers, in.names().modules})
    if (py::DictObj* d = space_of(in, a[0], where); d && in.find(d, a[1])) return in.remove(d, a[1]), Value::none();
  in.del_plain(a[0], py::symbol_of(in, a[1]));
  return Value::none();
}

// The values of a hook table, or nothing.
std::vector<Value> hooks(Interp& in, const Value& module, Symbol name) {
  std::vector<Value> list;
  if (py::DictObj* d = space_of(in, module, name))
    for (const py::TableEntry& e : d->table.entries())
      if (e.live) list.push_back(e.value);
  return list;
}

// A container may make no node itself; its class is wanted all the same, for the tree of modules.
void note_class(Interp& in, const py::Obj* module, const std::string& path) {
  Store<OriginId, Origin>& origins = in.session.graph.origins;
  if (!module->cls || path.empty()) return;
  Origin origin;
  origin.module_path = path;
  origin.module_class = module->cls->name;
  origins.add(std::move(origin));
}

Value module_call(Interp& in, const Args& args) {
  const Value& self = args[0];
  auto known = in.module_paths.find(self.obj);
  std::string path = known != in.module_paths.end() ? known->second
                     : in.module_stack.empty() ? "" : in.module_stack.back().path;
  in.module_stack.push_back({self.obj, path, in.frame});
  note_class(in, self.obj, path);
  struct Pop {
    Interp& in;
    ~Pop() { in.module_stack.pop_back(); }
  } pop{in};
  std::vector<Value> positional(args.positional.begin() + 1, args.positional.end());
  for (const Value& hook : hooks(in, self, in.names().forward_pre_hooks)) {
    Value changed = in.call(hook, {self, in.tuple(positional)});
    if (changed.is_none()) continue;
    if (is(changed, Kind::kTuple)) positional = as<py::TupleObj>(changed)->items;
    else positional = {changed};
  }
  Value result = in.call(in.get(self, in.names().forward), positional, args.keywords);
  for (const Value& hook : hooks(in, self, in.names().forward_hooks)) {
    Value changed = in.call(hook, {self, in.tuple(positional), result});
    if (!changed.is_none()) result = changed;
  }
  return result;
}

// ---- walks over the tree

// Whether the module has nn.Module's own method of this name.
bool has_own(Interp& in, const Value& module, Symbol name) {
  if (!is(module, Kind::kInstance)) return false;
  py::ClassObj* owner = nullptr;
  in.class_lookup(module.obj->cls, name, &owner);
  py::DictObj* own = in.attributes(module, false);
  return owner == torch_of(in).module_class() && !(own && in.find(own, name));
}

void check_depth(Interp& in, int depth) {
  if (depth > kDeepestModule)
    in.limit(Code::kLimitDepth, "modules are nested more than " + std::to_string(kDeepestModule) + " deep here",
             "a module that contains itself");
  in.step();
}

// Whether a module of `_modules`, by itself or with its name, is one and comes for the first time: what filters
// children. `self` is the set of those that came.
Value is_new_child(Interp& in, const Args& a) {
  const Value child = in.force(is(a[1], Kind::kTuple) ? as<py::TupleObj>(a[1])->items[1] : a[1]);
  return Value::of(!child.is_none() && in.add(as<py::SetObj>(a[0]), Value::of(child.i)));
}

Value new_children(Interp& in, const Args&) {
  Value test = in.native("is_new_child", is_new_child, 2, 2);
  return Value::of(in.make<py::BoundMethodObj>(in.types.native, Value::of(in.set()), test));
}

void apply(Interp& in, const Value& module, const Value& function, int depth);

// As children() gives them, one by one: the function may change modules that come later.
void apply_to_children(Interp& in, const Value& module, const Value& function, int depth) {
  py::DictObj* children = space_of(in, module, in.names().modules);
  if (!children) in.raise(in.types.attribute_error, "'" + in.type_name(module) + "' object has no attribute '_modules'");
  std::set<const py::Obj*> seen;
  const size_t count = children->table.size();
  for (size_t i = 0; i < children->table.entries().size(); ++i) {
    const py::TableEntry entry = children->table.entries()[i];
    if (!entry.live || entry.value.is_none()) continue;
    Value child = in.force(entry.value);
    if (child.is_object() && !seen.insert(child.obj).second) continue;
    apply(in, child, function, depth);
    if (children->table.size() != count) in.raise(in.types.runtime_error, "dictionary changed size during iteration");
  }
}

void apply(Interp& in, const Value& module, const Value& function, int depth) {
  check_depth(in, depth);
  bool is_walked_here = depth == 0 || has_own(in, module, in.symbol("apply"));
  if (!is_walked_here) {
    in.call_method(module, "apply", {function});
    return;
  }
  if (has_own(in, module, in.symbol("children")) && has_own(in, module, in.symbol("named_children")))
    apply_to_children(in, module, function, depth + 1);
  else
    in.for_each(in.call_method(module, "children"), [&](Value child) { apply(in, child, function, depth + 1); });
  in.call(function, {module});
}

Value module_apply(Interp& in, const Args& args) {
  py::Parameters p(in, args, "apply", {"self", "fn"});
  if (!p.has(1)) in.raise(in.types.type_error, "Module.apply() missing 1 required positional argument: 'fn'");
  apply(in, p[0], p[1], 0);
  return p[0];
}

// ---- train()

void set_training(Interp& in, const Value& module, const Value& mode, int depth);

void set_children(Interp& in, const Value& module, const Value& mode, int depth) {
  py::DictObj* children = space_of(in, module, in.names().modules);
  if (!children) return;
  std::set<const py::Obj*> seen;
  for (const py::TableEntry& e : std::vector<py::TableEntry>(children->table.entries())) {
    if (!e.live || e.value.is_none()) continue;
    Value child = in.force(e.value);
    if (child.is_object() && !seen.insert(child.obj).second) continue;
    set_training(in, child, mode, depth);
  }
}

// Modules whose `train` is nn.Module's own are walked here, the others are asked.
void set_training(Interp& in, const Value& module, const Value& mode, int depth) {
  check_depth(in, depth);
  if (depth > 0 && !has_own(in, module, in.names().train)) {
    in.call_method(module, "train", {mode});
    return;
  }
  in.set(module, in.names().training, mode);
  set_children(in, module, mode, depth + 1);
}

Value module_train(Interp& in, const Args& args) {
  py::Parameters p(in, args, "train", {"self", "mode"});
  Value mode = p.has(1) ? p[1] : Value::of(true);
  if (mode.tag != py::Tag::kBool && mode.tag != py::Tag::kSymBool)
    in.raise(in.types.value_error, "training mode is expected to be boolean");
  set_training(in, p[0], mode, 0);
  return p[0];
}

constexpr NativeRow kModuleRows[] = {
    {"module_init", module_init, 0, -1, true},    {"module_call", module_call, 1, -1, true},
    {"module_setattr", module_setattr, 3, 3},     {"module_getattr", module_getattr, 2, 2},
    {"module_delattr", module_delattr, 2, 2},     {"module_lacks", module_lacks, 2, 2},
    {"module_train", module_train, 1, 2, true},   {"module_apply", module_apply, 1, 2, true},
    {"new_children", new_children, 0, 0},
};

}  // namespace

py::DictObj* space_of(Interp& in, const Value& module, Symbol name) {
  py::DictObj* attrs = in.attributes(module, false);
  Value* found = attrs ? in.find(attrs, name) : nullptr;
  return found && is(*found, Kind::kDict) ? as<py::DictObj>(*found) : nullptr;
}

void add_module_methods(Interp& in, py::DictObj* native) {
  add_functions(in, native, kModuleRows);
  for (const NativeRow& row : kModuleRows) as<py::NativeObj>(*in.find(native, in.symbol(row.name)))->binds = true;
  as<py::NativeObj>(*in.find(native, in.symbol("module_getattr")))->find = find_member;
}

}  // namespace nnscan::torch
