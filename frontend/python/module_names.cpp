// What a name of a module is: its own, what a lazy import or a star stands for, a module below it, or what its
// own `__getattr__` gives.
#include <algorithm>
#include <utility>

#include "frontend/python/interp.h"
#include "frontend/python/suggest.h"

namespace nnscan::py {

Value Interp::force_lazy(Value v) {
  auto* lazy = as<LazyObj>(v);
  if (!lazy->resolved.is_unbound()) return lazy->resolved;
  if (lazy->resolving)
    throw Raise{make_exception(types.import_error, "cannot import name '" + (lazy->name.empty() ? lazy->module : lazy->name) +
                                                       "' (most likely due to a circular import)"),
                lazy->span, user_chain()};
  lazy->resolving = true;
  struct Done {
    LazyObj* lazy;
    ~Done() { lazy->resolving = false; }
  } done{lazy};
  Value out = resolve(lazy);
  if (is(out, Kind::kPoison)) return out;
  if (out.is_object() && !journal.is_below_all_bases(out.obj)) journal.keep(lazy, lazy->resolved);
  lazy->resolved = out;
  return out;
}

Value Interp::resolve(LazyObj* lazy) {
  // Imports are analysed as they would be at the top of the program, whatever branch asks first.
  ModuleObj* module = import_module(lazy->module, false);
  if (!module) {
    // `from package import name` where only the parent exists is an AttributeError elsewhere;
    // here the module itself is unknown.
    if (try_depth > 0) missing_module(lazy->module);
    if (knows_library(lazy->module))
      return refuse(Code::kUnsupportedTorchName,
                    "`" + lazy->module + (lazy->name.empty() ? "" : "." + lazy->name) + "` is not supported",
                    "`nnscan ops` lists what is");
    return refuse_at(lazy->span, Code::kImportNotFound, "cannot find the module `" + lazy->module + "`",
                     "install it in the active virtual environment, or name the folder that holds it with -I: its source is read, never run");
  }
  if (lazy->name.empty()) return Value::of(module);
  Value out;
  if (module_attribute(module, symbol(lazy->name), out)) {
    if (!is(out, Kind::kLazy) || !as<LazyObj>(out)->resolving) return force(out);
    // `from . import part` in a package's own file: the submodule.
    if (ModuleObj* child = import_module(lazy->module + "." + lazy->name, false)) return Value::of(child);
    return force(out);
  }
  if (module->is_prelude)
    return refuse_name(*this, module->public_name + "." + lazy->name, lazy->name, names_of(*this, module));
  raise_with_hint(*this, types.import_error, "cannot import name '" + lazy->name + "' from '" + lazy->module + "'",
                  did_you_mean(meant_by(lazy->name, names_of(*this, module))));
}

bool Interp::star_attribute(LazyObj* star, Symbol name, Value& out) {
  if (star->resolving || star->module.empty()) return false;
  star->resolving = true;
  struct Done {
    LazyObj* lazy;
    ~Done() { lazy->resolving = false; }
  } done{star};
  ModuleObj* from = import_module(star->module, false);
  if (!from) return false;
  if (Value* all = find(from->attrs, names().all)) {
    Value list = force(*all);
    if (!is(list, Kind::kPoison) && !is_true(contains(list, Value::of(str(name))))) return false;
  } else if (text(name)[0] == '_') {
    return false;
  }
  if (Value* own = find(from->attrs, name)) {
    out = *own;
    return true;
  }
  return module_attribute(from, name, out);
}

// Whether everything that the stars stand for has been read: in Python the names were bound there and then.
bool Interp::are_stars_settled(const ModuleObj* module, int depth) const {
  constexpr int kDeepest = 8;  // modules may stand for one another
  return depth < kDeepest && std::ranges::all_of(module->stars, [&](const Value& star) {
    auto from = modules.find(as<LazyObj>(star)->module);
    return from != modules.end() && from->second->done && from->second->substitute.is_unbound() &&
           are_stars_settled(from->second, depth + 1);
  });
}

bool Interp::star_attribute_of(ModuleObj* module, Symbol name, Value& out) {
  if (auto known = module->found.find(name.index); known != module->found.end()) {
    out = known->second;
    return !out.is_unbound();
  }
  bool is_found = false;
  for (const Value& star : std::vector<Value>(module->stars))
    if (!is_found) is_found = star_attribute(as<LazyObj>(star), name, out);
  const bool may_stay = !is_found || !out.is_object() || journal.is_below_all_bases(out.obj);
  if (may_stay && are_stars_settled(module))
    module->found.emplace(name.index, is_found ? out : Value());
  return is_found;
}

// What the object gives that a module put in its own place: `sys.modules[__name__] = Lazy(...)`.
// It may fetch the name from where the module's own lookup would come back to it.
bool Interp::substitute_attribute(ModuleObj* module, Symbol name, Value& out) {
  if (text(name).starts_with("__")) return false;
  Value substitute = std::exchange(module->substitute, Value());
  struct Restore {
    ModuleObj* module;
    Value substitute;
    ~Restore() { module->substitute = substitute; }
  } restore{module, substitute};
  return try_get(substitute, name, out);
}

bool Interp::module_attribute(ModuleObj* module, Symbol name, Value& out) {
  if (Value* found = find(module->attrs, name)) {
    out = *found;
    return true;
  }
  run_module_body(module);
  if (Value* found = find(module->attrs, name)) {
    out = *found;
    return true;
  }
  if (!module->substitute.is_unbound() && substitute_attribute(module, name, out)) return true;
  if (auto known = module->found.find(name.index); known != module->found.end() && !known->second.is_unbound()) {
    out = known->second;
    return true;
  }
  const std::string& n = text(name);
  bool dunder = n.size() > 4 && n.starts_with("__");
  // `from .part import *` binds what part exports, `part` itself included if it does.
  for (const Value& star : std::vector<Value>(module->stars))
    if (!dunder && as<LazyObj>(star)->module == module->name + "." + n && star_attribute(as<LazyObj>(star), name, out))
      return true;
  if (!module->folder.empty() && !dunder) {
    std::string full = module->name + "." + n;
    if (ModuleObj* child = import_module(full, false)) {
      out = Value::of(child);
      return true;
    }
  }
  // Another module's `__version__` may come with a star; what a module is asked about itself does not.
  if (dunder && !n.starts_with("__version") && n != "__author__") return false;
  if (star_attribute_of(module, name, out)) return true;
  if (module->done)
    if (Value* hook = find(module->attrs, names().getattr)) {
      try {
        out = call(*hook, {Value::of(str(name))});
        return true;
      } catch (Raise& raised) {
        if (!is_instance(raised.exception, types.attribute_error)) throw;
      }
    }
  return false;
}

}  // namespace nnscan::py
