// `_python`: what the prelude's slices of the standard library need of the interpreter.
#include <algorithm>
#include <functional>

#include "frontend/python/exports.h"
#include "frontend/python/keys.h"
#include "frontend/python/native_table.h"

namespace nnscan::py {

namespace {

Value refuse(Interp& in, const Args& args) {
  Parameters p(in, args, "refuse", {"message", "hint"});
  return in.refuse(Code::kUnsupportedConstruct, text_of(in, p[0]), p.has(1) ? text_of(in, p[1]) : "");
}

// A value that is refused only where it is used.
Value unknown(Interp& in, const Args& args) {
  Parameters p(in, args, "unknown", {"message", "hint"});
  Value v = in.poison(Code::kUnsupportedConstruct, text_of(in, p[0]));
  if (p.has(1)) as<PoisonObj>(v)->hint = text_of(in, p[1]);
  return v;
}

Value warn(Interp& in, const Args& a) {
  // A warning is no part of the result; where it hangs on data, only that it may come is known.
  if (in.journal.active()) in.assume("a warning may be given here: " + in.to_str(a[0]));
  return Value::none();
}

DictObj* copy_dict(Interp& in, DictObj* from) {
  if (!from) return nullptr;
  auto* copy = in.make<DictObj>(from->cls);
  copy->table = from->table;
  return copy;
}

Value shallow_copy(Interp& in, const Args& a) {
  Value v = a[0];
  if (!v.is_object()) return v;
  switch (v.obj->kind) {
    case Kind::kList: {
      auto* copy = in.make<ListObj>(v.obj->cls, as<ListObj>(v)->items);
      copy->attrs = copy_dict(in, as<ListObj>(v)->attrs);
      return Value::of(copy);
    }
    case Kind::kDict: {
      auto* copy = copy_dict(in, as<DictObj>(v));
      copy->attrs = copy_dict(in, as<DictObj>(v)->attrs);
      return Value::of(copy);
    }
    case Kind::kSet: {
      auto* copy = in.make<SetObj>(v.obj->cls);
      copy->table = as<SetObj>(v)->table;
      copy->attrs = copy_dict(in, as<SetObj>(v)->attrs);
      return Value::of(copy);
    }
    case Kind::kTuple: {
      if (v.obj->cls == in.types.tuple) return v;
      auto* copy = in.make_tuple(v.obj->cls, as<TupleObj>(v)->items);
      copy->attrs = copy_dict(in, as<TupleObj>(v)->attrs);
      return Value::of(copy);
    }
    case Kind::kInstance: {
      auto* copy = in.make<InstanceObj>(v.obj->cls);
      copy->payload = as<InstanceObj>(v)->payload;
      copy->attrs = copy_dict(in, as<InstanceObj>(v)->attrs);
      return Value::of(copy);
    }
    case Kind::kTensor: return in.call_method(v, "_shallow_copy");
    default: return v;
  }
}

Value is_tensor(Interp&, const Args& a) { return Value::of(is(a[0], Kind::kTensor)); }
Value clone_tensor(Interp& in, const Args& a) { return in.call_method(a[0], "_deep_copy"); }

const char* kind_name(syntax::ParamKind kind) {
  switch (kind) {
    case syntax::ParamKind::kPositionalOnly: return "POSITIONAL_ONLY";
    case syntax::ParamKind::kPositional: return "POSITIONAL_OR_KEYWORD";
    case syntax::ParamKind::kVarArgs: return "VAR_POSITIONAL";
    case syntax::ParamKind::kKeywordOnly: return "KEYWORD_ONLY";
    case syntax::ParamKind::kVarKeywords: return "VAR_KEYWORD";
  }
  return "";
}

// [(name, kind, has_default, default, annotation text or None)]
Value signature_parameters(Interp& in, const Args& a) {
  Value v = a[0];
  size_t skip = 0;
  if (auto* m = get_if<BoundMethodObj>(v)) {
    v = m->function;
    skip = 1;
  }
  auto* f = get_if<FunctionObj>(v);
  if (!f) in.raise(in.types.value_error, "no signature found for " + in.repr(a[0]));
  std::vector<Value> rows;
  for (size_t i = skip; i < f->code->params.size(); ++i) {
    const syntax::Param& p = f->code->params[i];
    bool has_default = !f->defaults[i].is_unbound();
    Value annotation = Value::none();
    if (p.annotation.valid())
      annotation = in.str(std::string(in.session.sources.text(f->tree->span(f->tree->exprs[p.annotation]))));
    rows.push_back(in.tuple({Value::of(in.str(p.name)), in.str(kind_name(p.kind)), Value::of(has_default),
                             has_default ? f->defaults[i] : Value::none(), annotation}));
  }
  return in.list(std::move(rows));
}

Value qualified_name(Interp& in, const Args& a) { return in.get(a[0], in.names().qualname); }

Value class_namespace(Interp& in, const Args& a) {
  if (!is(a[0], Kind::kClass)) in.raise(in.types.type_error, "a class is required");
  return Value::of(copy_dict(in, as<ClassObj>(a[0])->attrs));
}

Value set_class_attribute(Interp& in, const Args& a) {
  if (!is(a[0], Kind::kClass)) in.raise(in.types.type_error, "a class is required");
  in.put(as<ClassObj>(a[0])->attrs, in.symbol(text_of(in, a[1])), a[2]);
  in.class_changed();
  return Value::none();
}

Interp::SubclassAnswers& subclass_answers(Interp& in) {
  if (in.subclass_answers.version != in.class_version()) in.subclass_answers = {in.class_version(), {}};
  return in.subclass_answers;
}

// None: not known.
Value known_subclass(Interp& in, const Args& a) {
  const auto& known = subclass_answers(in).known;
  auto found = known.find({a[0].obj, a[1].obj});
  return found == known.end() ? Value::none() : Value::of(found->second);
}

Value learn_subclass(Interp& in, const Args& a) {
  bool is_answer = a[2].identical(Value::of(true)) || a[2].identical(Value::of(false));
  if (is_answer) subclass_answers(in).known[{a[0].obj, a[1].obj}] = a[2].identical(Value::of(true));
  return Value::none();
}

Value forget_subclasses(Interp& in, const Args&) {
  in.class_changed();
  return Value::none();
}

Value move_to_end(Interp& in, const Args& a) {
  return in.call(*in.find(in.types.dict->attrs, in.symbol("__dict_move_to_end__")), a.positional);
}

// functools.partial's call, where nothing about what it remembers is unusual; `_call_apart` else.
Value call_partial(Interp& in, const Args& a) {
  DictObj* attrs = in.attributes(a[0], false);
  auto remembered = [&](const char* name) { return attrs ? in.find(attrs, in.symbol(name)) : nullptr; };
  Value *function = remembered("func"), *args = remembered("args"), *keywords = remembered("keywords");
  auto is_poison = [](const Value& v) { return is(v, Kind::kPoison); };
  bool is_plain = function && args && keywords && is(*args, Kind::kTuple) && args->obj->cls == in.types.tuple &&
                  is(*keywords, Kind::kDict) && keywords->obj->cls == in.types.dict;
  if (is_plain) in.look_whole(*keywords);
  std::vector<Keyword> all;
  if (is_plain) {
    for (const TableEntry& entry : as<DictObj>(*keywords)->table.entries()) {
      if (!entry.live) continue;
      is_plain = is_plain && is(entry.key, Kind::kStr) && !is_poison(entry.value);
      if (is_plain) all.push_back({in.symbol(as<StrObj>(entry.key)->text), entry.value});
    }
  }
  if (!is_plain || std::ranges::any_of(a.positional, is_poison) ||
      std::ranges::any_of(a.keywords, [&](const Keyword& given) { return is_poison(given.value); }))
    return in.call(in.get(a[0], in.symbol("_call_apart")), a.positional.subspan(1), a.keywords);
  for (const Keyword& given : a.keywords) {
    auto known = std::ranges::find_if(all, [&](const Keyword& each) { return each.name == given.name; });
    if (known == all.end()) all.push_back(given);
    else known->value = given.value;
  }
  const auto& first = as<TupleObj>(*args)->items;
  std::vector<Value> positional(first.begin(), first.end());
  positional.insert(positional.end(), a.positional.begin() + 1, a.positional.end());
  return in.call(*function, positional, all);
}

Value import_by_name(Interp& in, const Args& a) { return Value::of(in.import_module(text_of(in, a[0]))); }

// What a module's code puts in the module's own place; a module that has run keeps its names.
Value replace_module(Interp& in, const Args& a) {
  auto known = in.modules.find(text_of(in, a[0]));
  in.note_effect();
  if (known != in.modules.end() && !is(a[1], Kind::kModule)) known->second->substitute = a[1];
  return Value::none();
}

Value find_exporter(Interp& in, const Args& a) {
  std::string found = exporting_module(text_of(in, a[0]), text_of(in, a[1]));
  return found.empty() ? Value::none() : in.str(found);
}

// The text of a module of the program; None of what has none.
Value module_text(Interp& in, const Args& a) {
  auto* module = get_if<ModuleObj>(a[0]);
  if (!module || module->is_prelude || !module->file.valid()) return Value::none();
  return in.str(in.session.sources[module->file].text);
}

// What a call gives that changes nothing that was there before but caches, which are dicts of this class;
// nothing, and nothing done, where it changes more, raises an exception, or gives what is not `wanted`.
Value call_without_effect(Interp& in, std::span<const Value> call, const ClassObj* caches,
                          const std::function<bool(const Value&)>& wanted) {
  std::vector<Keyword> keywords;
  for (const TableEntry& e : as<DictObj>(call[2])->table.entries())
    if (e.live) keywords.push_back({as<StrObj>(e.key)->symbol, e.value});
  in.journal.begin();
  Value result;
  try {
    result = in.call(call[0], items_in(call[1]), keywords);
  } catch (Raise&) {
  } catch (...) {
    in.journal.rollback();
    in.journal.end();
    throw;
  }
  auto is_cache = [&](const Saved& saved) { return saved.object->kind == Kind::kDict && saved.object->cls == caches; };
  const auto& changed = in.journal.changed();
  if (!std::all_of(changed.begin(), changed.end(), is_cache) || result.is_unbound() || !wanted(result)) {
    in.journal.rollback();
    result = Value();
  }
  in.journal.end();
  in.class_changed();
  return result;
}

// What a cache is to say of a call, in a tuple; None: look it up as ever. If it remembers the call on one path
// of a branch alone, it is what calling again gives, where that is the very same; then the other path may remember
// it as well. Where a number of the key is known only when the model runs, it is what a call without effect gives.
Value confirmed_item(Interp& in, const Args& a) {
  auto* entries = as<DictObj>(a[0]);
  Value result;
  if (is_unknown_key(a[1])) {
    result = call_without_effect(in, a.positional.subspan(2), entries->cls, [](const Value&) { return true; });
  } else {
    Value* entry = in.find(entries, a[1]);
    auto* poison = entry ? get_if<PoisonObj>(*entry) : nullptr;
    if (!poison || !poison->is_on_one_path || poison->item.is_unbound()) return Value::none();
    result = call_without_effect(in, a.positional.subspan(2), entries->cls,
                                 [poison](const Value& again) { return again.identical(poison->item); });
    if (!result.is_unbound()) in.set_item(entries, a[1], result);
  }
  return result.is_unbound() ? Value::none() : in.tuple({result});
}

// The program's own calls that are running, the innermost first, out to the module that is being
// read: (module, name, line) of each.
Value running_calls(Interp& in, const Args&) {
  in.note_effect();
  std::vector<Value> calls;
  for (const Frame* f = in.frame; f; f = f->caller) {
    if (f->is_prelude || !f->module) continue;
    const bool is_function = f->code != nullptr, is_class = f->names != nullptr;
    std::string name = is_function ? std::string(in.text(f->code->name)) : is_class ? f->class_prefix : "<module>";
    if (is_class && name.ends_with('.')) name.pop_back();
    int64_t line = f->tree ? static_cast<int64_t>(in.session.sources.start(f->here()).line) : 0;
    calls.push_back(in.tuple({Value::of(f->module), in.str(std::move(name)), Value::of(line)}));
    if (!is_function && !is_class) break;
  }
  return in.list(std::move(calls));
}

Value is_lazy(Interp&, const Args& a) {
  return Value::of(is(a[0], Kind::kLazy) && as<LazyObj>(a[0])->resolved.is_unbound());
}

constexpr NativeRow kPythonRows[] = {
    {"refuse", refuse, 1, 2, true}, {"unknown", unknown, 1, 2, true}, {"warn", warn, 1, 1}, {"shallow_copy", shallow_copy, 1, 1},
    {"is_tensor", is_tensor, 1, 1}, {"is_lazy", is_lazy, 1, 1}, {"clone_tensor", clone_tensor, 1, 1},
    {"signature_parameters", signature_parameters, 1, 1}, {"qualified_name", qualified_name, 1, 1},
    {"class_namespace", class_namespace, 1, 1}, {"set_class_attribute", set_class_attribute, 3, 3},
    {"known_subclass", known_subclass, 2, 2}, {"learn_subclass", learn_subclass, 3, 3},
    {"forget_subclasses", forget_subclasses, 0, 0},
    {"move_to_end", move_to_end, 2, 3}, {"import_module", import_by_name, 1, 1},
    {"replace_module", replace_module, 2, 2}, {"call_partial", call_partial, 1, -1, true}, {"exporting_module", find_exporter, 2, 2},
    {"module_text", module_text, 1, 1}, {"running_calls", running_calls, 0, 0}, {"confirmed_item", confirmed_item, 5, 5},
};

}  // namespace

void install_python_module(Interp& in) {
  in.native_modules["_python"] = [](Interp& interp, ModuleObj* module) {
    add_functions(interp, module->attrs, kPythonRows);
    for (const char* name : {"is_lazy", "call_partial"})
      as<NativeObj>(*interp.find(module->attrs, interp.symbol(name)))->keeps_lazy = true;
    as<NativeObj>(*interp.find(module->attrs, interp.symbol("call_partial")))->binds = true;
    const std::pair<const char*, ClassObj*> classes[] = {
        {"function_type", interp.types.function}, {"method_type", interp.types.method},
        {"builtin_type", interp.types.native},    {"module_type", interp.types.module},
        {"generator_type", interp.types.generator}, {"none_type", interp.types.none}};
    for (auto [name, cls] : classes) interp.put(module->attrs, interp.symbol(name), Value::of(cls));
  };
}

}  // namespace nnscan::py
