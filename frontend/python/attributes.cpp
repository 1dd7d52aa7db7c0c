// Attribute access: Python's data model over our objects.
#include <algorithm>

#include "frontend/python/function_objects.h"
#include "frontend/python/interp.h"
#include "frontend/python/suggest.h"
#include "ir/base/check.h"

namespace nnscan::py {

namespace {

DictObj** attrs_field(Obj* object) {
  switch (object->kind) {
    case Kind::kStr: return &static_cast<StrObj*>(object)->attrs;
    case Kind::kTuple: return &static_cast<TupleObj*>(object)->attrs;
    case Kind::kList: return &static_cast<ListObj*>(object)->attrs;
    case Kind::kDict: return &static_cast<DictObj*>(object)->attrs;
    case Kind::kSet: return &static_cast<SetObj*>(object)->attrs;
    case Kind::kFunction: return &static_cast<FunctionObj*>(object)->attrs;
    case Kind::kClass: return &static_cast<ClassObj*>(object)->attrs;
    case Kind::kInstance: return &static_cast<InstanceObj*>(object)->attrs;
    case Kind::kModule: return &static_cast<ModuleObj*>(object)->attrs;
    case Kind::kTensor: return &static_cast<TensorBaseObj*>(object)->attrs;
    default: return nullptr;
  }
}

}  // namespace

ClassObj* Interp::class_of_immediate(const Value& v) const {
  switch (v.tag) {
    case Tag::kNone: return types.none;
    case Tag::kEllipsis: return types.ellipsis;
    case Tag::kNotImplemented: return types.not_implemented;
    case Tag::kBool: case Tag::kSymBool: return types.boolean;
    case Tag::kInt: case Tag::kSymInt: return types.integer;
    case Tag::kFloat: case Tag::kSymFloat: return types.floating;
    case Tag::kObject: return types.object;
    case Tag::kUnbound: break;
  }
  NNSCAN_CHECK(false, "the class of no value");
}

Interp::LookupEntry& Interp::fill_lookup(ClassObj* cls, Symbol name) {
  LookupEntry& entry = lookup_slot(cls, name);
  entry = {};
  for (ClassObj* base : cls->mro)
    if (Value* found = find(base->attrs, name)) {
      entry.value = found;
      entry.owner = base;
      break;
    }
  if (entry.value && is(*entry.value, Kind::kLazy)) {
    LookupEntry keep = entry;
    Value resolved = force(*keep.value);
    // Resolving may have run Python that changed classes: look again.
    if (Value* again = find(keep.owner->attrs, name)) *again = resolved;
    class_changed();
    return fill_lookup(cls, name);
  }
  entry.cls = cls;
  entry.name = name;
  entry.version = class_version_;
  return entry;
}

// What is always so of an attribute of a class's instances. The lookups on the way may take the
// entry's place, so that it is filled in last.
Interp::LookupEntry& Interp::work_out_access(ClassObj* cls, Symbol name) {
  Value* getter = class_lookup(cls, names().getattribute);
  bool plain_get = !(getter && is(*getter, Kind::kFunction)) && !text(name).starts_with("__");
  Value* setter = class_lookup(cls, names().setattr);
  bool plain_set = (!setter || setter->obj == plain_setattr) && name != names().class_ && name != names().dict;
  class_lookup(cls, name);
  LookupEntry& entry = lookup_slot(cls, name);
  const Value found = entry.value ? *entry.value : Value();
  bool descriptor = is(found, Kind::kInstance) || is(found, Kind::kPoison);
  bool property = is(found, Kind::kProperty);
  if (!plain_get || descriptor) entry.access = Access::kLong;
  else if (!property) entry.access = Access::kOwnFirst;
  else entry.access = as<PropertyObj>(found)->getter.is_none() ? Access::kLong : Access::kProperty;
  bool callable = is(found, Kind::kFunction) || (is(found, Kind::kNative) && as<NativeObj>(found)->binds);
  entry.is_method = callable && entry.access == Access::kOwnFirst;
  entry.writes_own = plain_set && !descriptor && !property;
  return entry;
}

// Instances of a class nearly always get their attributes in one order.
TableEntry* Interp::find_own(DictObj* own, LookupEntry& entry) {
  StrObj* key = str(entry.name);
  std::vector<TableEntry>& entries = own->table.entries();
  if (entry.place < entries.size()) {
    TableEntry& likely = entries[entry.place];
    if (likely.key.is_object() && likely.key.obj == key) return &likely;
  }
  TableEntry* found = find_entry(own, entry.name);
  if (found) entry.place = static_cast<uint32_t>(found - entries.data());
  return found;
}

Value Interp::bind(Value attribute, Value self, ClassObj* cls) {
  if (!attribute.is_object()) return attribute;
  switch (attribute.obj->kind) {
    case Kind::kFunction:
      if (self.is_unbound()) return attribute;
      return Value::of(make<BoundMethodObj>(types.method, self, attribute));
    case Kind::kNative:
      if (self.is_unbound() || !as<NativeObj>(attribute)->binds) return attribute;
      return Value::of(make<BoundMethodObj>(types.native, self, attribute));
    case Kind::kStaticMethod: return as<StaticMethodObj>(attribute)->function;
    case Kind::kClassMethod:
      return Value::of(make<BoundMethodObj>(types.method, Value::of(cls), as<ClassMethodObj>(attribute)->function));
    case Kind::kProperty:
      if (self.is_unbound()) return attribute;
      if (as<PropertyObj>(attribute)->getter.is_none()) raise(types.attribute_error, "unreadable attribute");
      return call(as<PropertyObj>(attribute)->getter, {self});
    case Kind::kInstance: {
      Value* getter = class_lookup(attribute.obj->cls, names().get);
      if (!getter) return attribute;
      Value args[] = {attribute, self.is_unbound() ? Value::none() : self, Value::of(cls)};
      return call(*getter, args);
    }
    default: return attribute;
  }
}

DictObj* Interp::attributes(Value object, bool create) {
  if (!object.is_object()) return nullptr;
  DictObj** field = attrs_field(object.obj);
  if (!field) return nullptr;
  if (!*field && create) {
    journal.keep(object.obj, *field);
    *field = dict();
    // A namespace made inside a fork belongs to its object's age, so that the journal sees it.
    (*field)->birth = object.obj->birth;
    if (object.obj->kind == Kind::kInstance) (*field)->table.reserve(object.obj->cls->most_attributes);
  }
  return *field;
}

bool Interp::get_plain(Value object, Symbol name, Value& out) {
  ClassObj* cls = class_of(object);
  Value* on_class = class_lookup(cls, name);
  bool data = false;
  if (on_class && on_class->is_object()) {
    if (on_class->obj->kind == Kind::kProperty) {
      data = true;
    } else if (on_class->obj->kind == Kind::kInstance) {
      data = class_lookup(on_class->obj->cls, names().set) != nullptr;
    }
  }
  if (data) {
    out = bind(*on_class, object, cls);
    return true;
  }
  if (auto* own = get_if<ClassObj>(object)) {
    ClassObj* owner = nullptr;
    if (Value* found = class_lookup(own, name, &owner)) {
      out = bind(*found, Value(), own);
      return true;
    }
  } else if (DictObj* attrs = attributes(object, false)) {
    if (Value* found = find(attrs, name)) {
      out = *found;
      if (attrs->watched) [[unlikely]] watched_read(attrs, name);
      return true;
    }
  }
  if (on_class) {
    Value attribute = *on_class;
    out = bind(attribute, object, cls);
    return true;
  }
  return false;
}

Value Interp::plain_method(const Value& object, Symbol name) {
  if (!object.is_object()) return Value();
  switch (object.obj->kind) {
    case Kind::kInstance: case Kind::kStr: case Kind::kTuple: case Kind::kList: case Kind::kDict: case Kind::kSet:
    case Kind::kTensor: break;
    default: return Value();
  }
  LookupEntry& entry = access_to(object.obj->cls, name);
  if (!entry.is_method) return Value();
  DictObj* own = object.obj->kind == Kind::kInstance ? as<InstanceObj>(object)->attrs : *attrs_field(object.obj);
  return own && find_own(own, entry) ? Value() : *entry.value;
}

// `super().name(...)`: the function and what it is called on, where the attribute is a method.
bool Interp::super_method(const Value& object, Symbol name, Value& callee, Value& self) {
  auto* super = get_if<SuperObj>(object);
  if (!super || !is(super->self, Kind::kInstance)) return false;
  ClassObj* start = super->self.obj->cls;
  auto at = std::find(start->mro.begin(), start->mro.end(), super->after);
  if (at == start->mro.end()) return false;
  for (++at; at != start->mro.end(); ++at)
    if (Value* found = find((*at)->attrs, name)) {
      if (!is(*found, Kind::kFunction)) return false;
      callee = *found;
      self = super->self;
      return true;
    }
  return false;
}

namespace {

NativeFind native_find(const Value& hook) {
  auto* native = get_if<NativeObj>(hook);
  return native ? native->find : nullptr;
}

}  // namespace

bool Interp::try_get(Value object, Symbol name, Value& out) {
  object = force(object);
  if (object.is_object()) {
    switch (object.obj->kind) {
      case Kind::kPoison: out = use_poison(object); return true;
      case Kind::kChoice:
        out = distribute(as<ChoiceObj>(object), [&](Value v) { return get(v, name); });
        return true;
      case Kind::kModule:
        if (special_attribute(object, name, out)) return true;
        return module_attribute(as<ModuleObj>(object), name, out);
      case Kind::kSuper: return super_attribute(as<SuperObj>(object), name, out);
      default: break;
    }
  }
  ClassObj* cls = class_of(object);
  if (Value* hook = class_lookup(cls, names().getattribute); hook && is(*hook, Kind::kFunction) && name != names().class_) {
    try {
      out = call(*hook, {object, Value::of(str(name))});
      return true;
    } catch (Raise& raised) {
      if (!is_instance(raised.exception, types.attribute_error)) throw;
      pending_attribute_error_ = raised.exception;
    }
  } else if (special_attribute(object, name, out) || get_plain(object, name, out)) {
    return true;
  }
  if (Value* hook = class_lookup(cls, names().getattr)) {
    if (NativeFind find = native_find(*hook)) return find(*this, object, name, out);
    try {
      out = call(bind(*hook, object, cls), {Value::of(str(name))});
      return true;
    } catch (Raise& raised) {
      if (is_instance(raised.exception, types.attribute_error)) {
        pending_attribute_error_ = raised.exception;
        return false;
      }
      throw;
    }
  }
  return false;
}

Value Interp::get(Value object, Symbol name) {
  if (is(object, Kind::kInstance) || is(object, Kind::kTensor)) {
    LookupEntry& entry = access_to(object.obj->cls, name);
    if (entry.access == Access::kOwnFirst) {
      DictObj* own = is(object, Kind::kInstance) ? as<InstanceObj>(object)->attrs : as<TensorBaseObj>(object)->attrs;
      if (TableEntry* found = own ? find_own(own, entry) : nullptr) {
        if (own->watched) [[unlikely]] watched_read(own, name);
        return found->value;
      }
      if (entry.value) return bind(*entry.value, object, object.obj->cls);
      Value* hook = class_lookup(object.obj->cls, names().getattr);
      if (Value out; hook && native_find(*hook) && native_find(*hook)(*this, object, name, out)) return out;
    } else if (entry.access == Access::kProperty) {
      return call(as<PropertyObj>(*entry.value)->getter, {object});
    }
  }
  Value out;
  pending_attribute_error_ = Value();
  if (try_get(object, name, out)) return out;
  if (!pending_attribute_error_.is_unbound()) raise_value(std::exchange(pending_attribute_error_, Value()));
  object = force(object);
  if (auto* module = get_if<ModuleObj>(object)) {
    if (module->is_prelude) {
      return refuse_name(*this, module->public_name + "." + text(name), text(name), names_of(*this, module));
    }
    raise_with_hint(*this, types.attribute_error, "module '" + module->name + "' has no attribute '" + text(name) + "'",
                    did_you_mean(meant_by(text(name), names_of(*this, module))));
  }
  if (auto* cls = get_if<ClassObj>(object))
    raise_with_hint(*this, types.attribute_error, "type object '" + cls->name + "' has no attribute '" + text(name) + "'",
                    did_you_mean(meant_by(text(name), names_of(*this, object))));
  if (is(object, Kind::kTensor) && text(name).substr(0, 2) != "__")
    return refuse_name(*this, "torch.Tensor." + text(name), text(name), names_of(*this, object));
  raise_with_hint(*this, types.attribute_error, "'" + type_name(object) + "' object has no attribute '" + text(name) + "'",
                  did_you_mean(meant_by(text(name), names_of(*this, object))));
}

bool Interp::super_attribute(SuperObj* super, Symbol name, Value& out) {
  bool on_class = is(super->self, Kind::kClass);
  ClassObj* start = on_class ? as<ClassObj>(super->self) : class_of(super->self);
  // In a metaclass's method, `self` is a class whose metaclass is what super() walks.
  if (on_class && !is_subclass(start, super->after)) {
    start = class_of(super->self);
    on_class = false;
  }
  auto at = std::find(start->mro.begin(), start->mro.end(), super->after);
  if (at == start->mro.end()) return false;
  for (++at; at != start->mro.end(); ++at)
    if (Value* found = find((*at)->attrs, name)) {
      Value attribute = force(*found);
      out = bind(attribute, on_class && !is(attribute, Kind::kClassMethod) ? Value() : super->self, start);
      return true;
    }
  if (name == names().class_) {
    out = Value::of(start);
    return true;
  }
  return false;
}

// Attributes that no namespace holds.
bool Interp::special_attribute(Value object, Symbol name, Value& out) {
  const std::string& n = text(name);
  if (n.size() < 5 || n[0] != '_' || n[1] != '_') return false;
  if (name == names().class_) {
    out = Value::of(class_of(object));
    return true;
  }
  if (!object.is_object()) return false;
  if (name == names().dict) {
    if (auto* cls = get_if<ClassObj>(object)) {
      out = Value::of(cls->attrs);
      return true;
    }
    DictObj* attrs = attributes(object, true);
    if (!attrs) return false;
    out = Value::of(attrs);
    return true;
  }
  bool calls = is(object, Kind::kFunction) || is(object, Kind::kNative) || is(object, Kind::kBoundMethod);
  if (calls && name == names().call) {
    out = object;
    return true;
  }
  auto tuple_of = [&](const std::vector<ClassObj*>& classes) {
    std::vector<Value> items;
    for (ClassObj* c : classes) items.push_back(Value::of(c));
    return tuple(std::move(items));
  };
  switch (object.obj->kind) {
    case Kind::kClass: {
      auto* cls = as<ClassObj>(object);
      if (name == names().name) out = str(cls->name);
      else if (name == names().qualname) out = str(cls->qualified_name);
      else if (name == names().mro) out = tuple_of(cls->mro);
      else if (name == names().bases) out = tuple_of(cls->bases);
      else if (name == names().module && !find(cls->attrs, name))
        out = str(cls->module ? cls->module->public_name : "builtins");
      else if (name == names().annotations) {
        Value* own = find(cls->attrs, name);
        if (!own) {
          put(cls->attrs, name, Value::of(dict()));
          own = find(cls->attrs, name);
        }
        out = *own;
      } else if (name == names().doc) {
        Value* own = find(cls->attrs, name);
        out = own ? *own : Value::none();
      } else if (name == names().subclasses) {
        out = native("__subclasses__", [](Interp& in, const Args& args) {
          std::vector<Value> items;
          for (ClassObj* heir : as<ClassObj>(args[0])->heirs) items.push_back(Value::of(heir));
          return in.list(std::move(items));
        }, 1, 1);
        out = Value::of(make<BoundMethodObj>(types.method, object, out));
      } else return false;
      return true;
    }
    case Kind::kFunction: {
      auto* function = as<FunctionObj>(object);
      if (function->attrs && find(function->attrs, name)) return false;
      if (function->left_out && (name == names().doc || name == names().code)) complete(function);
      if (name == names().name) out = function->name;
      else if (name == names().qualname) out = str(function->qualified_name);
      else if (name == names().module) out = str(function->module->public_name);
      else if (name == names().doc)
        out = function->code->docstring.empty() ? Value::none() : str(function->code->docstring);
      else if (name == names().globals) out = Value::of(function->module->attrs);
      else if (name == names().defaults) {
        std::vector<Value> items;
        for (size_t i = 0; i < function->code->params.size(); ++i)
          if (!function->defaults[i].is_unbound() &&
              function->code->params[i].kind <= syntax::ParamKind::kPositional)
            items.push_back(function->defaults[i]);
        out = items.empty() ? Value::none() : tuple(std::move(items));
      } else if (name == names().kwdefaults) {
        DictObj* known = dict();
        for (size_t i = 0; i < function->code->params.size(); ++i)
          if (!function->defaults[i].is_unbound() && function->code->params[i].kind == syntax::ParamKind::kKeywordOnly)
            put(known, function->code->params[i].name, function->defaults[i]);
        out = known->table.size() ? Value::of(known) : Value::none();
      } else if (name == names().closure) {
        out = closure_of(*this, function);
      } else if (name == names().code) {
        out = code_object(function);
      } else if (name == names().annotations) {
        DictObj* annotations = dict();
        for (const syntax::Param& p : function->code->params)
          if (p.annotation.valid())
            put(annotations, p.name,
                str(std::string(session.sources.text(function->tree->span(function->tree->exprs[p.annotation])))));
        if (function->code->returns.valid())
          put(annotations, symbol("return"),
              str(std::string(session.sources.text(function->tree->span(function->tree->exprs[function->code->returns])))));
        out = Value::of(annotations);
      } else return false;
      return true;
    }
    case Kind::kNative:
      if (name == names().name || name == names().qualname) out = str(as<NativeObj>(object)->name);
      else if (name == names().doc) out = Value::none();
      else if (name == names().module) out = str("builtins");
      else return false;
      return true;
    case Kind::kBoundMethod: {
      auto* method = as<BoundMethodObj>(object);
      if (name == names().self) out = method->self;
      else if (name == names().func) out = method->function;
      else return try_get(method->function, name, out);
      return true;
    }
    case Kind::kModule: {
      auto* module = as<ModuleObj>(object);
      if (name == names().name) out = str(module->name);
      else if (name == names().file) {
        const std::string path = module->file.valid() ? session.sources[module->file].path : "";
        out = path.empty() ? Value::none() : str(path);
      } else if (name == names().package) out = str(module->package);
      else if (name == names().doc)
        out = module->tree && !module->tree->docstring.empty() ? str(module->tree->docstring) : Value::none();
      else return false;
      return true;
    }
    case Kind::kInstance:
      if (name == names().doc) {
        if (DictObj* own = as<InstanceObj>(object)->attrs; own && find(own, name)) return false;
        Value* found = class_lookup(object.obj->cls, name);
        out = found ? *found : Value::none();
        return true;
      }
      if ((name == names().cause || name == names().context || name == names().traceback || name == names().suppress_context) &&
          is_instance(object, types.base_exception)) {
        Value* found = as<InstanceObj>(object)->attrs ? find(as<InstanceObj>(object)->attrs, name) : nullptr;
        out = found ? *found : name == names().suppress_context ? Value::of(false) : Value::none();
        return true;
      }
      return false;
    case Kind::kStaticMethod: case Kind::kClassMethod: {
      Value function = object.obj->kind == Kind::kStaticMethod ? as<StaticMethodObj>(object)->function
                                                               : as<ClassMethodObj>(object)->function;
      if (name != names().func && name != names().wrapped) return try_get(function, name, out);
      out = function;
      return true;
    }
    case Kind::kProperty: {
      if (name == names().doc) {
        auto* p = as<PropertyObj>(object);
        if (p->doc.is_none()) return try_get(p->getter, name, out);
        out = p->doc;
        return true;
      }
      return false;
    }
    default: return false;
  }
}

void Interp::set(Value object, Symbol name, Value v) {
  if (is(object, Kind::kInstance) && as<InstanceObj>(object)->attrs) {
    LookupEntry& entry = access_to(object.obj->cls, name);
    if (entry.writes_own) {
      DictObj* own = as<InstanceObj>(object)->attrs;
      if (own->watched) [[unlikely]] watched_write(own, name);
      journal.touch(own);
      if (TableEntry* found = find_own(own, entry)) {
        found->value = v;
      } else {
        StrObj* key = str(name);
        own->table.insert_new(Value::of(key), key->hash(), v);
        uint32_t& most = object.obj->cls->most_attributes;
        most = std::max(most, static_cast<uint32_t>(own->table.size()));
      }
      return;
    }
  }
  object = force(object);
  if (is(object, Kind::kPoison)) {
    use_poison(object);
    return;
  }
  if (auto* choice = get_if<ChoiceObj>(object)) {
    distribute(choice, [&](Value o) {
      set(o, name, v);
      return Value::none();
    });
    return;
  }
  ClassObj* cls = class_of(object);
  if (Value* hook = class_lookup(cls, names().setattr); hook && hook->obj != plain_setattr) {
    Value method = bind(*hook, object, cls);
    call(method, {Value::of(str(name)), v});
    return;
  }
  set_plain(object, name, v);
}

void Interp::set_plain(Value object, Symbol name, Value v) {
  ClassObj* cls = class_of(object);
  if (Value* on_class = class_lookup(cls, name); on_class && on_class->is_object()) {
    if (auto* property = get_if<PropertyObj>(*on_class)) {
      if (property->setter.is_none())
        raise(types.attribute_error, "property '" + text(name) + "' of '" + cls->name + "' object has no setter");
      call(property->setter, {object, v});
      return;
    }
    if (is(*on_class, Kind::kInstance)) {
      Value descriptor = *on_class;
      if (Value* setter = class_lookup(descriptor.obj->cls, names().set)) {
        Value args[] = {descriptor, object, v};
        call(*setter, args);
        return;
      }
    }
  }
  if (set_special(object, name, v)) return;
  DictObj* attrs = attributes(object, true);
  if (!attrs)
    raise(types.attribute_error, "'" + type_name(object) + "' object has no attribute '" + text(name) + "'");
  if (attrs->watched) [[unlikely]] watched_write(attrs, name);
  put(attrs, name, v);
  note_change(object);
}

void Interp::note_change(const Value& object) {
  const ModuleObj* module = get_if<ModuleObj>(object);
  if (auto* cls = get_if<ClassObj>(object)) {
    class_changed();
    module = cls->module;
  }
  if (!module || !module->is_prelude) return;
  ++prelude_changes_;
  if (!frame || !frame->is_prelude) is_prelude_patched_ = true;
}

void Interp::watched_read(DictObj* attrs, Symbol name) {
  auto key = std::pair(attrs, name.index);
  if (!written_first.count(key)) read_first.insert(key);
}

// What is written on one path only may still be read as it was.
void Interp::watched_write(DictObj* attrs, Symbol name) {
  auto key = std::pair(attrs, name.index);
  if (!journal.active() && !read_first.count(key)) written_first.insert(key);
}

bool Interp::set_special(Value object, Symbol name, Value v) {
  if (name == names().class_ && is(object, Kind::kInstance)) {
    if (!is(v, Kind::kClass)) raise(types.type_error, "__class__ must be set to a class");
    if (journal.is_older(object.obj)) {
      refuse(Code::kUnsupportedConstruct, "`__class__` changes inside a branch on tensor data");
      return true;
    }
    journal.keep(object.obj, object.obj->cls);
    object.obj->cls = as<ClassObj>(v);
    return true;
  }
  if (name == names().dict && is(object, Kind::kInstance) && is(v, Kind::kDict)) {
    DictObj* attrs = attributes(object, true);
    journal.touch(attrs);
    attrs->table = as<DictObj>(v)->table;
    return true;
  }
  if (auto* cls = get_if<ClassObj>(object)) {
    auto* s = get_if<StrObj>(v);
    if (s) journal.change_for_good(cls);
    if (name == names().name && s) return cls->name = s->text, true;
    if (name == names().qualname && s) return cls->qualified_name = s->text, true;
  }
  if (auto* function = get_if<FunctionObj>(object)) {
    journal.change_for_good(function);
    if (name == names().name && is(v, Kind::kStr)) return function->name = v, true;
    if (name == names().qualname && is(v, Kind::kStr)) return function->qualified_name = as<StrObj>(v)->text, true;
    return set_defaults(*this, function, name, v);
  }
  return false;
}

void Interp::del(Value object, Symbol name) {
  object = force(object);
  if (is(object, Kind::kPoison)) {
    use_poison(object);
    return;
  }
  ClassObj* cls = class_of(object);
  if (Value* hook = class_lookup(cls, names().delattr); hook && hook->obj != plain_delattr) {
    call(bind(*hook, object, cls), {Value::of(str(name))});
    return;
  }
  del_plain(object, name);
}

void Interp::del_plain(Value object, Symbol name) {
  ClassObj* cls = class_of(object);
  if (Value* on_class = class_lookup(cls, name); on_class && is(*on_class, Kind::kProperty)) {
    if (as<PropertyObj>(*on_class)->deleter.is_none())
      raise(types.attribute_error, "property '" + text(name) + "' has no deleter");
    call(as<PropertyObj>(*on_class)->deleter, {object});
    return;
  }
  if (Value* on_class = class_lookup(cls, name); on_class && is(*on_class, Kind::kInstance))
    if (Value* hook = class_lookup(on_class->obj->cls, names().delete_)) {
      Value args[] = {*on_class, object};
      call(*hook, args);
      return;
    }
  DictObj* attrs = attributes(object, false);
  if (!attrs || !remove(attrs, Value::of(str(name))))
    raise(types.attribute_error, "'" + type_name(object) + "' object has no attribute '" + text(name) + "'");
  note_change(object);
}

}  // namespace nnscan::py
