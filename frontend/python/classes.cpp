// Classes: class statements, method resolution order, super(), isinstance().
#include <algorithm>

#include "frontend/python/interp.h"

namespace nnscan::py {

namespace {

// The C3 order of a class with these bases, without itself; empty if there is none.
std::vector<ClassObj*> linearise(const std::vector<ClassObj*>& bases) {
  std::vector<std::vector<ClassObj*>> lists;
  for (ClassObj* base : bases) lists.push_back(base->mro);
  lists.push_back(bases);
  std::vector<ClassObj*> order;
  while (true) {
    std::erase_if(lists, [](const auto& l) { return l.empty(); });
    if (lists.empty()) return order;
    ClassObj* next = nullptr;
    for (const auto& l : lists) {
      bool in_tail = std::any_of(lists.begin(), lists.end(), [&](const auto& other) {
        return std::find(other.begin() + 1, other.end(), l.front()) != other.end();
      });
      if (!in_tail) {
        next = l.front();
        break;
      }
    }
    if (!next) return {};
    order.push_back(next);
    for (auto& l : lists)
      if (l.front() == next) l.erase(l.begin());
  }
}

}  // namespace

bool Interp::is_subclass(const ClassObj* cls, const ClassObj* base) const {
  return std::find(cls->mro.begin(), cls->mro.end(), base) != cls->mro.end();
}

ClassObj* Interp::make_class(std::string name, std::vector<ClassObj*> bases, DictObj* attrs, ClassObj* metaclass) {
  if (bases.empty() && types.object) bases.push_back(types.object);
  for (ClassObj* base : bases)
    if (!metaclass || is_subclass(base->cls, metaclass)) metaclass = base->cls;
  auto* cls = make<ClassObj>(metaclass, name);
  cls->qualified_name = std::move(name);
  cls->bases = bases;
  cls->mro = linearise(bases);
  if (cls->mro.empty() && !bases.empty()) {
    std::string names;
    for (ClassObj* base : bases) names += (names.empty() ? "" : ", ") + base->name;
    raise(types.type_error, "Cannot create a consistent method resolution\norder (MRO) for bases " + names);
  }
  cls->mro.insert(cls->mro.begin(), cls);
  cls->attrs = attrs;
  cls->module = frame ? frame->module : nullptr;
  for (ClassObj* base : cls->mro)
    if (base->layout != Kind::kInstance) cls->layout = base->layout;
  for (ClassObj* base : bases) {
    journal.touch(base->attrs);
    journal.keep(base, base->heirs);
    base->heirs.push_back(cls);
  }
  class_changed();
  return cls;
}

Value Interp::exec_class(const syntax::Class& code) {
  std::vector<Value> base_values;
  std::vector<Keyword> keywords;
  Value metaclass;
  for (uint32_t i = 0; i < code.bases_count; ++i) {
    const syntax::Argument& argument = frame->tree->arguments[code.bases_first + i];
    Value v = force(eval(argument.value));
    if (argument.star == syntax::Star::kStar) {
      for (const Value& base : unpack(v)) base_values.push_back(force(base));
    } else if (argument.star == syntax::Star::kDoubleStar) {
      for (const TableEntry& e : as<DictObj>(v)->table.entries())
        if (e.live) keywords.push_back({symbol(as<StrObj>(e.key)->text), e.value});
    } else if (!argument.keyword.valid()) {
      base_values.push_back(v);
    } else if (text(argument.keyword) == "metaclass") {
      metaclass = v;
    } else {
      keywords.push_back({argument.keyword, v});
    }
  }
  std::vector<Value> plain_bases;
  for (Value base : base_values) {
    if (is(base, Kind::kPoison)) return use_poison(base);
    if (!is(base, Kind::kClass)) {
      Value replaced;  // typing's aliases and the like name their classes
      if (try_get(base, symbol("__mro_entries__"), replaced)) {
        for (const Value& b : unpack(call(replaced, {tuple(base_values)}))) {
          Value entry = force(b);
          if (is(entry, Kind::kPoison)) return use_poison(entry);
          if (!is(entry, Kind::kClass)) raise(types.type_error, "__mro_entries__ must return a tuple of classes");
          plain_bases.push_back(entry);
        }
        continue;
      }
      raise(types.type_error, "a base class must be a class, not " + type_name(base));
    }
    plain_bases.push_back(base);
  }
  ClassObj* meta = is(metaclass, Kind::kClass) ? as<ClassObj>(metaclass) : nullptr;
  for (const Value& base : plain_bases) {
    ClassObj* m = as<ClassObj>(base)->cls;
    if (!meta || is_subclass(m, meta)) meta = m;
  }
  if (!meta) meta = types.type;

  DictObj* space = dict();
  if (Value* prepare = class_lookup(meta, names().prepare); prepare && !is(*prepare, Kind::kNative)) {
    std::vector<Value> args{str(text(code.name)), tuple(plain_bases)};
    Value made = call(bind(*prepare, Value(), meta), args, keywords);
    if (is(made, Kind::kDict)) space = as<DictObj>(made);
  }
  Frame body;
  body.birth = journal.now();
  body.tree = frame->tree;
  body.function = nullptr;
  body.module = frame->module;
  body.names = space;
  body.is_prelude = frame->is_prelude;
  auto* cell = heap.make<ClassCell>();
  body.class_cell = cell;
  std::string prefix = frame->names ? frame->class_prefix
                       : frame->function ? frame->function->qualified_name + ".<locals>." : "";
  std::string qualified = prefix + text(code.name);
  body.class_prefix = qualified + ".";
  std::vector<Cell*> captured;
  for (const syntax::Capture& capture : code.captures) captured.push_back(frame->cells[capture.outer_cell]);
  give_variables(body, code, captured);
  for (Frame::Control c : {Frame::kReturned, Frame::kBroke, Frame::kContinued}) body.control[c] = Value::of(false);
  body.at_begin = code.name_span.begin;
  body.at_end = code.name_span.end;
  put(space, names().module, str(frame->module->public_name));
  put(space, names().qualname, str(qualified));
  if (!code.docstring.empty()) put(space, names().doc, str(code.docstring));
  {
    body.caller = frame;
    frame = &body;
    struct Pop {
      Interp& in;
      ~Pop() { in.frame = in.frame->caller; }
    } pop{*this};
    exec(code.body);
  }
  std::vector<Value> args{Value::of(str(code.name)), tuple(plain_bases), Value::of(space)};
  Value made = meta == types.type ? new_class(meta, args, keywords) : call(Value::of(meta), args, keywords);
  if (auto* cls = get_if<ClassObj>(made)) {
    cell->cls = cls;
    cls->qualified_name = qualified;
    cls->code = &code;
    cls->tree = frame->tree;
    cls->span = code.name_span;
  }
  return made;
}

// type.__new__(metaclass, name, bases, namespace, **keywords)
Value Interp::new_class(ClassObj* meta, std::span<const Value> args, std::span<const Keyword> keywords) {
  if (args.size() != 3 || !is(args[0], Kind::kStr) || !is(args[1], Kind::kTuple) || !is(args[2], Kind::kDict))
    raise(types.type_error, "type.__new__() takes a name, a tuple of bases and a dict");
  std::vector<ClassObj*> bases;
  for (const Value& base : as<TupleObj>(args[1])->items) {
    Value b = force(base);
    if (!is(b, Kind::kClass)) raise(types.type_error, "bases must be classes");
    bases.push_back(as<ClassObj>(b));
  }
  DictObj* attrs = dict();
  attrs->table = as<DictObj>(args[2])->table;
  ClassObj* cls = make_class(as<StrObj>(args[0])->text, bases, attrs, meta);
  if (Value* qualified = find(attrs, names().qualname); qualified && is(*qualified, Kind::kStr))
    cls->qualified_name = as<StrObj>(*qualified)->text;
  // A class that defines __eq__ and no __hash__ cannot be hashed.
  if (find(attrs, names().eq) && !find(attrs, names().hash)) put(attrs, names().hash, Value::none());
  // These two are what their names say even without a decorator.
  for (Symbol name : {names().init_subclass, names().class_getitem})
    if (Value* found = find(attrs, name); found && is(*found, Kind::kFunction))
      *found = Value::of(make<ClassMethodObj>(types.class_method, *found));
  if (Value* found = find(attrs, names().new_); found && is(*found, Kind::kFunction))
    *found = Value::of(make<StaticMethodObj>(types.static_method, *found));
  class_changed();
  // Functions of the class body may ask for the class before it is bound.
  for (const TableEntry& e : attrs->table.entries())
    if (auto* f = e.live ? get_if<FunctionObj>(e.value) : nullptr; f && f->class_cell && !f->class_cell->cls)
      f->class_cell->cls = cls;
  std::vector<TableEntry> entries = attrs->table.entries();
  for (const TableEntry& e : entries)
    if (e.live && is(e.value, Kind::kInstance)) {
      Value args2[] = {Value::of(cls), e.key}, out;
      try_special(e.value, names().set_name, args2, out);
    }
  auto* super = make<SuperObj>(types.super, cls, Value::of(cls));
  Value hook;
  if (super_attribute(super, names().init_subclass, hook) && !is(hook, Kind::kNative)) call(hook, {}, keywords);
  return Value::of(cls);
}

Truth Interp::instance_check(Value v, Value cls) {
  auto known = [](bool b) { return Truth{b ? Truth::State::kTrue : Truth::State::kFalse, {}}; };
  v = force(v);
  cls = force(cls);
  if (is(cls, Kind::kPoison)) return truth(use_poison(cls));
  if (is(v, Kind::kPoison)) return truth(use_poison(v));
  if (auto* c = get_if<ChoiceObj>(v))
    return truth(distribute(c, [&](Value x) { return bool_value(instance_check(x, cls)); }));
  if (auto* t = get_if<TupleObj>(cls)) {
    for (const Value& one : t->items) {
      Truth check = instance_check(v, one);
      if (!check.known() || check.is_true()) return check;
    }
    return known(false);
  }
  if (cls.is_none()) return known(v.is_none());
  auto* c = get_if<ClassObj>(cls);
  if (!c) {
    Value args[] = {v}, out;
    if (try_special(cls, names().instancecheck, args, out)) return truth(out);
    raise(types.type_error, "isinstance() arg 2 must be a type, a tuple of types, or a union");
  }
  if (c->cls != types.type)
    if (Value* hook = class_lookup(c->cls, names().instancecheck); hook && is(*hook, Kind::kFunction))
      return truth(call(*hook, {cls, v}));
  return known(is_instance(v, c));
}

Truth Interp::subclass_check(Value cls, Value base) {
  auto known = [](bool b) { return Truth{b ? Truth::State::kTrue : Truth::State::kFalse, {}}; };
  cls = force(cls);
  base = force(base);
  if (!is(cls, Kind::kClass)) raise(types.type_error, "issubclass() arg 1 must be a class");
  if (auto* t = get_if<TupleObj>(base)) {
    for (const Value& one : t->items) {
      Truth check = subclass_check(cls, one);
      if (!check.known() || check.is_true()) return check;
    }
    return known(false);
  }
  auto* b = get_if<ClassObj>(base);
  if (!b) raise(types.type_error, "issubclass() arg 2 must be a class or a tuple of classes");
  if (b->cls != types.type)
    if (Value* hook = class_lookup(b->cls, names().subclasscheck); hook && is(*hook, Kind::kFunction))
      return truth(call(*hook, {base, cls}));
  return known(is_subclass(as<ClassObj>(cls), b));
}

Value Interp::super_object(std::span<const Value> args) {
  ClassObj* after = nullptr;
  Value self;
  if (args.empty()) {
    Frame* f = frame;
    if (!f->class_cell || !f->class_cell->cls || !f->code || f->code->params.empty())
      raise(types.runtime_error, "super(): no arguments");
    after = f->class_cell->cls;
    self = f->slots[f->code->params[0].slot];
    for (auto [slot, cell] : f->code->cell_params)
      if (slot == f->code->params[0].slot) self = f->cells[cell]->value;
  } else {
    Value first = force(args[0]);
    if (!is(first, Kind::kClass)) raise(types.type_error, "super() argument 1 must be a type");
    after = as<ClassObj>(first);
    if (args.size() > 1) self = force(args[1]);
  }
  if (self.is_unbound()) raise(types.runtime_error, "super(): arg[0] deleted");
  bool fits = is_instance(self, after) || (is(self, Kind::kClass) && is_subclass(as<ClassObj>(self), after));
  if (!fits) raise(types.type_error, "super(type, obj): obj must be an instance or subtype of type");
  return Value::of(make<SuperObj>(types.super, after, self));
}

}  // namespace nnscan::py
