// Registries: containers that modules fill with calls as they are imported, for example the models
// of a library by name. Imports are lazy, so that a registry may lack what Python would have put
// there. Whoever misses something in one, or asks for all of it, has every import run first that
// the program has come to and that may lead to whoever holds the container.
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "frontend/python/frame.h"
#include "frontend/python/holders.h"
#include "frontend/python/import_graph.h"
#include "frontend/python/interp.h"

namespace nnscan::py {

namespace {

bool is_empty(const Obj* container) {
  switch (container->kind) {
    case Kind::kList: return static_cast<const ListObj*>(container)->items.empty();
    case Kind::kDict: return static_cast<const DictObj*>(container)->table.size() == 0;
    case Kind::kSet: return static_cast<const SetObj*>(container)->table.size() == 0;
    default: return false;
  }
}

// What a registry may be: filled by calls, or not filled yet.
bool may_be_filled(const Obj* container) { return container->filled_by_calls || is_empty(container); }

}  // namespace

// While modules are imported nothing is old: the clock stands at 0.
void Journal::note_import_change(Obj* object) {
  const Frame* by = frame_ ? *frame_ : nullptr;
  while (by && by->is_prelude) by = by->caller;
  if (by && by->code) object->filled_by_calls = true;
}

// A model analysed in spite of it would be one of another order; whoever asked for it starts anew.
void Interp::note_out_of_order(const std::string& package) {
  if (session.options.imports_in_order.count(package)) return;
  session.out_of_order.insert(package);
  if (session.stops_out_of_order) throw Stop{};
}

// Which of two classes a name stands for is up to the order in which their modules are imported.
void Interp::note_overwriting(DictObj* dict, const Value& key, const Value& v) {
  if (journal.now() != 0 || !dict->filled_by_calls || !frame || frame->is_prelude) return;
  if (!is(v, Kind::kClass) && !is(v, Kind::kFunction)) return;
  const Value* old = find(dict, key);
  if (!old || old->identical(v)) return;
  const Frame* body = frame;
  while (body->code && body->caller) body = body->caller;
  note_out_of_order(body->module->name.substr(0, body->module->name.find('.')));
}

void Interp::remember_import(LazyObj* import) { pending_imports_.push_back(import); }

// What is known of the program's modules while registries are completed.
struct Interp::Registries {
  struct Settled {
    size_t bodies = 0, imports = 0;
    const LazyObj* last = nullptr;
    bool operator==(const Settled&) const = default;
  };
  explicit Registries(Interp& in) : in(in), graph([this](const std::string& module) { return source_of(module); }) {}
  std::optional<ImportGraph::Source> source_of(const std::string& module) const;
  const std::set<std::string>& holders_of(const Obj* container);
  void note_loaded();

  Interp& in;
  ImportGraph graph;
  std::map<std::set<std::string>, Settled> settled;  // by holders: when their imports were last run

 private:
  std::optional<Holders> holders_;
  size_t holders_bodies_ = 0, holders_modules_ = 0;  // how many there were
  size_t loaded_bodies_ = 0;
};

// The text of a module of the program, for what it imports.
std::optional<ImportGraph::Source> Interp::Registries::source_of(const std::string& module) const {
  if (auto known = in.modules.find(module); known != in.modules.end()) {
    const ModuleObj* m = known->second;
    if (m->is_prelude || !m->tree) return std::nullopt;
    return ImportGraph::Source{in.session.sources[m->file].text, !m->folder.empty()};
  }
  if (in.knows_library(module)) return std::nullopt;
  for (const std::string& root : in.roots_) {
    std::optional<ModuleFile> file = in.module_file(root, module);
    std::optional<std::string> text = file ? in.read_source(file->path) : std::nullopt;
    if (!text) continue;
    in.files_read.push_back(file->path);
    return ImportGraph::Source{*std::move(text), file->is_package};
  }
  return std::nullopt;
}

const std::set<std::string>& Interp::Registries::holders_of(const Obj* container) {
  const std::set<std::string>* known = holders_ ? &holders_->of(container) : nullptr;
  bool is_old = !known || holders_bodies_ != in.bodies_run_ || (known->empty() && holders_modules_ != in.modules.size());
  if (!is_old) return *known;
  holders_.emplace(in.modules, may_be_filled);
  holders_bodies_ = in.bodies_run_;
  holders_modules_ = in.modules.size();
  return holders_->of(container);
}

void Interp::Registries::note_loaded() {
  if (std::exchange(loaded_bodies_, in.bodies_run_) == in.bodies_run_) return;
  for (const auto& [name, module] : in.modules)
    if (!module->is_prelude) graph.note_loaded(name, module->done || module->running);
}

// The container was made when a module was imported, and user code looks for `key` in it, or for
// everything.
void Interp::complete(const Value& container, const Value* key) {
  bool while_importing = journal.now() == 0;
  if (while_importing || !frame || frame->is_prelude) return;
  if (!may_be_filled(container.obj)) return;
  if (key) {
    if (auto* d = get_if<DictObj>(container); d && find(d, *key)) return;
    if (auto* s = get_if<SetObj>(container); s && has(s, *key)) return;
  }
  finish_imports(container.obj);
}

// Runs the imports that may change the container.
void Interp::finish_imports(const Obj* container) {
  if (!registries_) registries_ = std::make_shared<Registries>(*this);
  finish_imports(std::set<std::string>(registries_->holders_of(container)));
}

// Runs the imports that may change what the modules hold; all where there are none of these.
void Interp::finish_imports(const std::set<std::string>& holders) {
  if (!registries_) registries_ = std::make_shared<Registries>(*this);
  Registries& registries = *registries_;
  Registries::Settled& settled = registries.settled[holders];
  auto now = [&] {
    return Registries::Settled{bodies_run_, pending_imports_.size(), pending_imports_.empty() ? nullptr : pending_imports_.back()};
  };
  if (settled == now()) return;
  completed.insert(holders);
  registries.note_loaded();
  ImportGraph::Search search(registries.graph, holders);
  auto may_change = [&](const std::string& module) {
    registries.note_loaded();
    return holders.empty() || search.may_change(module);
  };
  std::vector<LazyObj*> others;
  while (!pending_imports_.empty()) {
    LazyObj* import = pending_imports_.back();
    pending_imports_.pop_back();
    if (knows_library(import->module)) continue;
    bool has_run = true;
    try {
      has_run = run_import(import, may_change);
    } catch (...) {
      pending_imports_.insert(pending_imports_.end(), others.rbegin(), others.rend());
      throw;
    }
    if (!has_run) others.push_back(import);
  }
  pending_imports_.assign(others.rbegin(), others.rend());
  settled = now();
}

// Runs one, and the packages around it, unless they are of no consequence. False if that is so.
bool Interp::run_import(LazyObj* import, FunctionRef<bool(const std::string&)> may_change) {
  struct Outside {
    int& depth;
    int kept;
    ~Outside() { depth = kept; }
  } outside{try_depth, std::exchange(try_depth, 0)};
  const std::string& name = import->module;
  const bool is_star = import->name == "*";
  size_t reports = session.sink.size(), assumptions = session.graph.assumptions.size();
  uint32_t first_report = next_report_;
  bool has_run = false;
  try {
    for (size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1))
      if (const std::string package = name.substr(0, dot); may_change(package)) import_module(package, false);
    const bool is_named = !is_star && !import->name.empty();
    has_run = may_change(name) || (is_named && may_change(name + "." + import->name));
    if (has_run && import_module(name, false) && !is_star) force_lazy(Value::of(import));
  } catch (Raise&) {
    // Python would have ended here; the module that wanted the name may not be needed.
  } catch (Stop&) {
    // Nor may one whose calls nest too deep. Past the other limits there is no going on.
    if (session.sink.size() == reports || session.sink.all().back().code != Code::kLimitDepth) throw;
  }
  if (session.sink.size() > reports) withdraw(reports, assumptions, first_report);
  return has_run;
}

}  // namespace nnscan::py
