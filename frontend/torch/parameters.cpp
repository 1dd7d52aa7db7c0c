#include "frontend/torch/parameters.h"

#include <map>
#include <set>

#include "frontend/torch/checkpoint_match.h"
#include "frontend/torch/module_methods.h"

namespace nnscan::torch {

using py::as;
using py::is;
using py::Kind;
using py::Value;

namespace {

void walk(py::Interp& in, const Value& module, const std::string& path, std::vector<StateEntry>& state, int depth) {
  if (depth > 500)
    in.limit(Code::kLimitDepth, "modules are nested more than 500 deep at `" + path + "`", "a module that contains itself");
  in.module_paths.emplace(module.obj, path);
  std::string prefix = path.empty() ? "" : path + ".";
  auto each = [&](Symbol name, auto use) {
    if (py::DictObj* d = space_of(in, module, name))
      for (const py::TableEntry& e : std::vector<py::TableEntry>(d->table.entries()))
        if (e.live && is(e.key, Kind::kStr) && e.value.is_object()) use(as<py::StrObj>(e.key)->text, in.force(e.value));
  };
  each(in.names().parameters, [&](const std::string& name, const Value& v) {
    if (is(v, Kind::kTensor)) state.push_back({prefix + name, as<TensorObj>(v), true});
  });
  py::DictObj* attrs = in.attributes(module, false);
  Value* left_out = attrs ? in.find(attrs, in.names().non_persistent) : nullptr;
  each(in.names().buffers, [&](const std::string& name, const Value& v) {
    if (!is(v, Kind::kTensor)) return;
    bool persistent = !(left_out && is(*left_out, Kind::kSet) && in.has(as<py::SetObj>(*left_out), in.str(name)));
    state.push_back({prefix + name, as<TensorObj>(v), persistent});
  });
  each(in.names().modules, [&](const std::string& name, const Value& v) {
    if (v.obj->cls && in.attributes(v, false)) walk(in, v, prefix + name, state, depth + 1);
  });
}

[[noreturn]] void report(py::Interp& in, const CheckpointError& error, const std::string& path) {
  Code code = error.code == CheckpointError::Code::kMismatch        ? Code::kWeightsMismatch
              : error.code == CheckpointError::Code::kPickleRefused ? Code::kPickleRefused
                                                                    : Code::kWeightsUnreadable;
  in.session.sink.report({code, {}, path + ": " + error.message, error.hint, {}, {}});
  throw Stop{};
}

}  // namespace

std::vector<StateEntry> collect_state(py::Interp& in, Value module) {
  std::vector<StateEntry> state;
  walk(in, module, "", state, 0);
  return state;
}

std::vector<py::Obj*> modules_of(py::Interp& in, Value module) {
  if (!module.is_object()) return {};
  std::vector<py::Obj*> found{module.obj};
  std::set<py::Obj*> seen{module.obj};
  for (size_t i = 0; i < found.size(); ++i)
    if (py::DictObj* children = space_of(in, Value::of(found[i]), in.names().modules))
      for (const py::TableEntry& e : children->table.entries())
        if (e.live && e.value.is_object() && e.value.obj->cls && seen.insert(e.value.obj).second)
          found.push_back(e.value.obj);
  return found;
}

std::vector<BoundState> bind_state(py::Interp& in, const std::vector<StateEntry>& state,
                                   const Checkpoint* checkpoint, const std::string& path) {
  Torch& torch = torch_of(in);
  std::vector<BoundState> bound;
  std::map<std::string, ConstantRef> loaded;
  if (checkpoint) {
    std::vector<ParameterSlot> slots;
    for (const StateEntry& e : state) {
      if (!e.persistent) continue;
      const Type& type = torch.type(e.tensor);
      slots.push_back({e.key, type.dtype, known_shape(type, in.session.dims).value_or(std::vector<int64_t>{})});
    }
    auto matched = match_checkpoint(slots, *checkpoint);
    if (auto* error = std::get_if<CheckpointError>(&matched)) report(in, *error, path);
    const auto& constants = std::get<std::vector<ConstantRef>>(matched);
    for (size_t i = 0; i < slots.size(); ++i) loaded[slots[i].key] = constants[i];
  }
  // Tensors that share memory are loaded one after the other, as copy_ would: the last one stays.
  // Two entries of one storage are one initializer, named after the first.
  std::map<py::StorageObj*, ValueId> done;
  std::map<py::StorageObj*, ConstantRef> last;
  std::set<py::StorageObj*> owned;  // by an entry that is the whole of it
  for (const StateEntry& e : state)
    if (!e.tensor->base) owned.insert(e.tensor->storage);
  for (const StateEntry& e : state)
    if (auto found = loaded.find(e.key); found != loaded.end() && !e.tensor->base) last[e.tensor->storage] = found->second;
  for (const StateEntry& e : state) {
    if (!e.tensor->base && done.count(e.tensor->storage)) continue;
    ValueId before = torch.content(e.tensor);
    const ValueInfo info = in.session.graph.values[before];
    ConstantRef bytes = info.constant;
    if (auto found = loaded.find(e.key); found != loaded.end())
      bytes = e.tensor->base ? found->second : last[e.tensor->storage];
    // A parameter that is a view of another's storage keeps being one, unless a file fills it.
    if (e.tensor->base && owned.count(e.tensor->storage) && !loaded.count(e.key)) continue;
    ValueId value = in.builder.initializer(e.key, info.type, bytes);
    torch.write(e.tensor, value);
    bound.push_back({e.key, e.tensor, value});
    if (!e.tensor->base) done[e.tensor->storage] = value;
  }
  return bound;
}

Kept kept_memory(py::Interp& in, const std::vector<BoundState>& state) {
  torch_of(in).settle();
  std::set<py::StorageObj*> bound;
  for (const BoundState& s : state)
    if (!s.tensor->base) bound.insert(s.tensor->storage);
  Kept kept;
  for (py::StorageObj* storage : torch_of(in).constructed)
    if (!bound.count(storage)) kept.storages.push_back({storage, storage->content});
  for (const auto& [module, path] : in.module_paths) {
    py::DictObj* attrs = in.attributes(Value::of(module), false);
    if (!attrs) continue;
    in.journal.keep(attrs, attrs->watched);
    attrs->watched = true;
    for (const py::TableEntry& e : attrs->table.entries()) {
      if (!e.live || !is(e.key, Kind::kStr) || as<py::StrObj>(e.key)->text.starts_with("_")) continue;
      bool container = is(e.value, Kind::kList) || is(e.value, Kind::kDict) || is(e.value, Kind::kSet);
      if (e.value.is_object() && !container && !is(e.value, Kind::kStr)) continue;
      kept.attributes.push_back({attrs, e.key, (path.empty() ? "" : path + ".") + as<py::StrObj>(e.key)->text, e.value,
                                 container ? py::Journal::capture(e.value.obj) : py::Contents()});
    }
  }
  return kept;
}

static bool same_contents(const py::Contents& a, const py::Contents& b) {
  if (auto* x = std::get_if<std::vector<Value>>(&a)) {
    const auto& y = std::get<std::vector<Value>>(b);
    return std::equal(x->begin(), x->end(), y.begin(), y.end(), [](const Value& p, const Value& q) { return p.identical(q); });
  }
  const auto &x = std::get<py::Table>(a).entries(), &y = std::get<py::Table>(b).entries();
  return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const py::TableEntry& p, const py::TableEntry& q) {
    return p.live == q.live && p.key.identical(q.key) && p.value.identical(q.value);
  });
}

// Whether the next call of `forward` would find another value there than this one did.
static bool changed(py::Interp& in, const KeptAttribute& kept) {
  auto* name = as<py::StrObj>(kept.key);
  if (!in.read_first.count({kept.attrs, in.symbol(name->text).index})) return false;
  Value* now = in.find(kept.attrs, kept.key);
  if (!now) return true;
  if (is(kept.value, Kind::kStr) && is(*now, Kind::kStr)) return as<py::StrObj>(kept.value)->text != as<py::StrObj>(*now)->text;
  if (!now->identical(kept.value)) return true;
  return kept.contents.index() != 0 && !same_contents(kept.contents, py::Journal::capture(now->obj));
}

// The buffer, or attribute of a module, that holds a tensor of this memory: `layers.0.attention.cache`.
static std::string name_of(py::Interp& in, const std::vector<BoundState>& state, py::StorageObj* storage) {
  for (const BoundState& s : state)
    if (s.tensor->storage == storage) return "`" + s.key + "`";
  for (const auto& [module, path] : in.module_paths)
    if (py::DictObj* attrs = in.attributes(Value::of(module), false))
      for (const py::TableEntry& e : attrs->table.entries())
        if (e.live && is(e.key, Kind::kStr) && is(e.value, Kind::kTensor) && as<TensorObj>(e.value)->storage == storage)
          return "`" + (path.empty() ? "" : path + ".") + as<py::StrObj>(e.key)->text + "`";
  return "a tensor that the constructor made";
}

void assume_unchanged(py::Interp& in, const std::vector<BoundState>& state, const Kept& kept, Span forward) {
  const std::string why = ": `forward` changes it, and a file keeps nothing between runs";
  for (const BoundState& s : state)
    if (!s.tensor->base && torch_of(in).content(s.tensor) != s.value)
      in.assume_at(forward, "`" + s.key + "` is as it was loaded" + why);
  std::set<std::string> names;
  for (auto [storage, before] : kept.storages)
    if (storage->content != before) names.insert(name_of(in, state, storage));
  for (const KeptAttribute& one : kept.attributes)
    if (changed(in, one)) names.insert("`" + one.name + "`");
  for (const std::string& name : names) in.assume_at(forward, name + " is as the constructor left it" + why);
}

}  // namespace nnscan::torch
