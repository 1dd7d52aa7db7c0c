// Registries: containers that modules fill with calls as they are imported, for example the models
// of a library by name. Imports are lazy, so that a registry may lack what Python would have put
// there. Whoever misses something in one, or asks for all of it, has every import run first that
// the program has come to.
#include <utility>

#include "frontend/python/frame.h"
#include "frontend/python/interp.h"

namespace nnscan::py {

namespace {

const Table* table_of(const Value& container) {
  if (auto* d = get_if<DictObj>(container)) return &d->table;
  if (auto* s = get_if<SetObj>(container)) return &s->table;
  return nullptr;
}

bool is_empty(const Value& container) {
  if (auto* l = get_if<ListObj>(container)) return l->items.empty();
  const Table* table = table_of(container);
  return table && table->size() == 0;
}

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

// The container was made when a module was imported, and user code looks for `key` in it, or for
// everything.
void Interp::complete(const Value& container, const Value* key) {
  bool while_importing = journal.now() == 0;
  if (while_importing || !frame || frame->is_prelude) return;
  if (!container.obj->filled_by_calls && !is_empty(container)) return;
  if (key) {
    if (auto* d = get_if<DictObj>(container); d && find(d, *key)) return;
    if (auto* s = get_if<SetObj>(container); s && has(s, *key)) return;
  }
  finish_imports();
}

void Interp::finish_imports() {
  struct Outside {
    int& depth;
    int kept;
    ~Outside() { depth = kept; }
  } outside{try_depth, std::exchange(try_depth, 0)};
  while (!pending_imports_.empty()) {
    LazyObj* import = pending_imports_.back();
    pending_imports_.pop_back();
    const std::string& name = import->module;
    if (knows_library(name)) continue;
    size_t reports = session.sink.size(), assumptions = session.graph.assumptions.size();
    uint32_t first_report = next_report_;
    try {
      import_parents(name);
      if (import_module(name, false) && import->name != "*") force_lazy(Value::of(import));
    } catch (Raise&) {
      // Python would have ended here; the module that wanted the name may not be needed.
    } catch (Stop&) {
      // Nor may one whose calls nest too deep. Past the other limits there is no going on.
      if (session.sink.size() == reports || session.sink.all().back().code != Code::kLimitDepth) throw;
    }
    if (session.sink.size() > reports) withdraw(reports, assumptions, first_report);
  }
}

}  // namespace nnscan::py
