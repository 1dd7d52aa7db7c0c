#include "frontend/python/suggest.h"

namespace nnscan::py {

namespace {

constexpr size_t kMostNames = 4000;

void add_names(Interp&, const DictObj* attrs, std::vector<std::string>& names) {
  if (!attrs) return;
  for (const TableEntry& entry : attrs->table.entries()) {
    auto* key = entry.live ? get_if<StrObj>(entry.key) : nullptr;
    if (key && names.size() < kMostNames) names.push_back(key->text);
  }
}

}  // namespace

std::vector<std::string> names_of(Interp& in, ModuleObj* module) {
  std::vector<std::string> names;
  add_names(in, module->attrs, names);
  // A name that is not there was looked for in all of these.
  for (const Value& star : std::vector<Value>(module->stars)) {
    if (as<LazyObj>(star)->module.empty() || as<LazyObj>(star)->resolving) continue;
    if (ModuleObj* from = in.import_module(as<LazyObj>(star)->module, false); from && from != module && from->stars.empty())
      add_names(in, from->attrs, names);
  }
  return names;
}

std::vector<std::string> names_of(Interp& in, const Value& object) {
  std::vector<std::string> names;
  if (auto* instance = get_if<InstanceObj>(object)) {
    add_names(in, instance->attrs, names);
    // Where nn.Module keeps what was assigned.
    for (const char* kept : {"_parameters", "_buffers", "_modules"})
      if (Value* inner = instance->attrs ? in.find(instance->attrs, in.symbol(kept)) : nullptr; inner && is(*inner, Kind::kDict))
        add_names(in, as<DictObj>(*inner), names);
  }
  ClassObj* cls = is(object, Kind::kClass) ? as<ClassObj>(object) : in.class_of(object);
  for (ClassObj* c : cls->mro) add_names(in, c->attrs, names);
  return names;
}

std::vector<std::string> names_of(Interp& in, const Frame& frame) {
  std::vector<std::string> names;
  if (frame.code)
    for (size_t i = 0; i < frame.code->locals.size() && i < frame.slots.size(); ++i)
      if (!frame.slots[i].is_unbound()) names.push_back(in.text(frame.code->locals[i]));
  std::vector<std::string> globals = names_of(in, frame.module);
  names.insert(names.end(), globals.begin(), globals.end());
  add_names(in, in.builtins_dict, names);
  return names;
}

void raise_with_hint(Interp& in, ClassObj* type, std::string message, std::string hint) {
  Value exception = in.make_exception(type, std::move(message));
  auto* object = get_if<InstanceObj>(exception);
  if (object && object->attrs && !hint.empty()) {
    bool is_name = in.is_subclass(type, in.types.name_error);
    const char* code = info(is_name ? Code::kUnknownName : Code::kPythonRaised).id;
    in.put(object->attrs, in.symbol(kDiagnosticAttribute), in.tuple({in.str(std::string(code)), in.str(std::move(hint))}));
  }
  in.raise_value(exception);
}

Value refuse_name(Interp& in, const std::string& full, std::string_view name, const std::vector<std::string>& candidates) {
  std::string meant = slip_of(name, candidates);
  return in.refuse(Code::kUnsupportedTorchName, "`" + full + "` is not supported",
                   meant.empty() ? "`nnscan ops` lists what is" : did_you_mean(meant) + " `nnscan ops` lists what is supported");
}

}  // namespace nnscan::py
