#include "frontend/python/interp.h"

#include "frontend/syntax/outline.h"

namespace nnscan::py {

Interp::Interp(Session& s)
    : session(s),
      builder(s.graph, s.dims, [this] { return origin(); }),
      names_(std::make_unique<Names>(s.symbols)) {
  restart_limits();
  journal.on_frozen = [this](Obj* object) {
    journal.keep(object, object->frozen);
    object->frozen = false;
    Value refused = poison(Code::kConditionalAlias,
                           "a container is changed that a loop or a branch put into a list, or under another name, as well",
                           0, frozen_at[object]);
    as<PoisonObj>(refused)->hint = "keep a copy there, or change it before that";
    use_poison(refused);
  };
  install_types(*this);
  install_builtins(*this);
  install_numbers(*this);
  install_str(*this);
  install_bytes(*this);
  install_containers(*this);
  install_sets(*this);
  install_dict_views(*this);
  install_iterators(*this);
  install_complex(*this);
  install_re(*this);
  install_json(*this);
  install_files(*this);
  install_hashlib(*this);
  install_yaml(*this);
  install_dunders(*this);
  install_math(*this);
  install_python_module(*this);
}

Interp::~Interp() { close_generators(); }

// Where the node that is being made comes from.
OriginId Interp::origin() {
  Origin o;
  o.span = user_span();
  o.calls = call_spans();
  o.torch_call = torch_call();
  if (!module_stack.empty()) {
    o.module_path = module_stack.back().path;
    if (module_stack.back().module->cls) o.module_class = module_stack.back().module->cls->name;
  }
  Store<OriginId, Origin>& known = session.graph.origins;
  // Nodes of one line come in a row.
  if (known.size() > 0 && known[OriginId{known.size() - 1}] == o) return OriginId{known.size() - 1};
  return known.add(std::move(o));
}

}  // namespace nnscan::py
