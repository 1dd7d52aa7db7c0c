// The built-in classes: object, type, the exceptions, and those that wrap functions.
#include "frontend/python/function_objects.h"
#include "frontend/python/native_table.h"
#include "ir/base/check.h"

namespace nnscan::py {

namespace {

Value object_new(Interp& in, const Args& args) {
  auto* cls = get_if<ClassObj>(args[0]);
  if (!cls) in.raise(in.types.type_error, "object.__new__(X): X is not a type object");
  if (cls->layout == Kind::kInstance) return Value::of(in.make<InstanceObj>(cls));
  // A class whose layout is a built-in's: its own __new__ makes the instances.
  Value* maker = nullptr;
  for (ClassObj* base : cls->mro)
    if (base != in.types.object && (maker = in.find(base->attrs, in.names().new_)) && is(*maker, Kind::kNative))
      return in.call(*maker, args.positional, args.keywords);
  in.raise(in.types.type_error, "object.__new__(" + cls->name + ") is not safe");
}

Value object_init(Interp& in, const Args& args) {
  if (args.size() > 1 || !args.keywords.empty()) {
    Value* maker = in.class_lookup(in.class_of(args[0]), in.names().new_);
    if (!maker || is(*maker, Kind::kNative))
      in.raise(in.types.type_error, in.type_name(args[0]) + "() takes no arguments");
  }
  return Value::none();
}

Symbol name_of(Interp& in, const Value& v) { return symbol_of(in, v); }

constexpr NativeRow kObjectRows[] = {
    {"__new__", object_new, 1, -1, true},
    {"__init__", object_init, 1, -1, true},
    {"__setattr__", [](Interp& in, const Args& a) { return in.set_plain(a[0], name_of(in, a[1]), a[2]), Value::none(); }, 3, 3},
    {"__delattr__", [](Interp& in, const Args& a) { return in.del_plain(a[0], name_of(in, a[1])), Value::none(); }, 2, 2},
    {"__getattribute__", [](Interp& in, const Args& a) {
       Value out;
       if (in.get_default(a[0], name_of(in, a[1]), out)) return out;
       in.raise(in.types.attribute_error, "'" + in.type_name(a[0]) + "' object has no attribute '" + text_of(in, a[1]) + "'");
     }, 2, 2},
    {"__init_subclass__", [](Interp&, const Args&) { return Value::none(); }, 0, -1, true},
    {"__repr__", [](Interp& in, const Args& a) {
       return in.str("<" + in.class_of(a[0])->qualified_name + " object>"); }, 1, 1},
    {"__str__", [](Interp& in, const Args& a) { return in.str(in.repr(a[0])); }, 1, 1},
    {"__hash__", [](Interp& in, const Args& a) {
       return in.note_effect(), Value::of(static_cast<int64_t>(reinterpret_cast<uintptr_t>(a[0].is_object() ? a[0].obj : nullptr) >> 4)); }, 1, 1},
    {"__format__", [](Interp& in, const Args& a) { return in.str(in.format(a[0], text_of(in, a[1]))); }, 2, 2},
};

Value type_new(Interp& in, const Args& args) {
  auto* meta = as<ClassObj>(args[0]);
  if (args.size() == 2 && meta == in.types.type) {
    if (is(args[1], Kind::kPoison)) return in.use_poison(args[1]);
    if (auto* choice = get_if<ChoiceObj>(args[1]))
      return in.distribute(choice, [&](Value one) { return Value::of(in.class_of(in.force(one))); });
    return Value::of(in.class_of(args[1]));
  }
  // The most derived metaclass of the bases makes the class.
  if (args.size() == 4 && is(args[2], Kind::kTuple))
    for (const Value& base : as<TupleObj>(args[2])->items)
      if (auto* cls = get_if<ClassObj>(in.force(base)); cls && cls->cls != meta && in.is_subclass(cls->cls, meta)) meta = cls->cls;
  if (meta != args[0].obj) return in.call(Value::of(meta), args.positional.subspan(1), args.keywords);
  return in.new_class(as<ClassObj>(args[0]), args.positional.subspan(1), args.keywords);
}

constexpr NativeRow kTypeRows[] = {
    {"__new__", type_new, 2, 4, true},
    {"__init__", [](Interp&, const Args&) { return Value::none(); }, 1, -1, true},
    {"__call__", [](Interp& in, const Args& a) {
       return in.construct(as<ClassObj>(a[0]), {a.positional.subspan(1), a.keywords}); }, 1, -1, true},
    {"__instancecheck__", [](Interp& in, const Args& a) {
       return Value::of(in.is_instance(a[1], as<ClassObj>(a[0]))); }, 2, 2},
    {"__subclasscheck__", [](Interp& in, const Args& a) {
       return Value::of(is(a[1], Kind::kClass) && in.is_subclass(as<ClassObj>(a[1]), as<ClassObj>(a[0]))); }, 2, 2},
    {"mro", [](Interp& in, const Args& a) {
       std::vector<Value> order;
       for (ClassObj* c : as<ClassObj>(a[0])->mro) order.push_back(Value::of(c));
       return in.list(std::move(order));
     }, 1, 1},
    {"__prepare__", [](Interp& in, const Args&) { return Value::of(in.dict()); }, 0, -1, true},
};

Value exception_new(Interp& in, const Args& args) {
  auto* exception = in.make<InstanceObj>(as<ClassObj>(args[0]));
  exception->attrs = in.dict();
  in.put(exception->attrs, in.names().args, in.tuple({args.positional.begin() + 1, args.positional.end()}));
  return Value::of(exception);
}

Value exception_init(Interp& in, const Args& args) {
  in.set_plain(args[0], in.names().args, in.tuple({args.positional.begin() + 1, args.positional.end()}));
  for (const Keyword& k : args.keywords) in.set_plain(args[0], k.name, k.value);
  return Value::none();
}

constexpr NativeRow kExceptionRows[] = {
    {"__new__", exception_new, 1, -1, true},
    {"__init__", exception_init, 1, -1, true},
    {"with_traceback", [](Interp&, const Args& a) { return a[0]; }, 2, 2},
    {"add_note", [](Interp&, const Args&) { return Value::none(); }, 2, 2},
};

Value property_new(Interp& in, const Args& args) {
  Parameters p(in, {args.positional.subspan(1), args.keywords}, "property", {"fget", "fset", "fdel", "doc"});
  auto* made = in.make<PropertyObj>(as<ClassObj>(args[0]), p.or_(0, Value::none()), p.or_(1, Value::none()),
                                    p.or_(2, Value::none()));
  made->doc = p.or_(3, Value::none());
  return Value::of(made);
}

Value property_with(Interp& in, PropertyObj* like, Value getter, Value setter, Value deleter) {
  auto* made = in.make<PropertyObj>(like->cls, getter, setter, deleter);
  made->doc = like->doc;
  return Value::of(made);
}

constexpr NativeRow kPropertyRows[] = {
    {"__new__", property_new, 1, 5, true},
    {"__init__", [](Interp&, const Args&) { return Value::none(); }, 1, -1, true},
    {"getter", [](Interp& in, const Args& a) {
       auto* p = as<PropertyObj>(a[0]);
       return property_with(in, p, a[1], p->setter, p->deleter); }, 2, 2},
    {"setter", [](Interp& in, const Args& a) {
       auto* p = as<PropertyObj>(a[0]);
       return property_with(in, p, p->getter, a[1], p->deleter); }, 2, 2},
    {"__get__", [](Interp& in, const Args& a) { return a[1].is_none() ? a[0] : in.call(as<PropertyObj>(a[0])->getter, {a[1]}); }, 2, 3},
    {"__set__", [](Interp& in, const Args& a) { return in.call(as<PropertyObj>(a[0])->setter, {a[1], a[2]}); }, 3, 3},
    {"deleter", [](Interp& in, const Args& a) {
       auto* p = as<PropertyObj>(a[0]);
       return property_with(in, p, p->getter, p->setter, a[1]); }, 2, 2},
};

Value static_new(Interp& in, const Args& a) { return Value::of(in.make<StaticMethodObj>(as<ClassObj>(a[0]), a[1])); }
Value class_method_new(Interp& in, const Args& a) { return Value::of(in.make<ClassMethodObj>(as<ClassObj>(a[0]), a[1])); }
Value super_new(Interp& in, const Args& a) { return in.super_object(a.positional.subspan(1)); }
Value method_new(Interp& in, const Args& a) { return Value::of(in.make<BoundMethodObj>(in.types.method, a[2], a[1])); }

void add_getter(Interp& in, ClassObj* cls, const char* name, NativeFn fn) {
  Value getter = in.native(name, fn, 1, 1);
  in.put(cls->attrs, in.symbol(name), Value::of(in.make<PropertyObj>(in.types.property, getter, Value::none(), Value::none())));
}

Value stop_value(Interp& in, const Args& a) {
  auto* e = as<InstanceObj>(a[0]);
  Value* args = e->attrs ? in.find(e->attrs, in.names().args) : nullptr;
  if (!args || !is(*args, Kind::kTuple) || as<TupleObj>(*args)->items.empty()) return Value::none();
  return as<TupleObj>(*args)->items[0];
}

constexpr NativeRow kFunctionRows[] = {
    {"__get__", [](Interp& in, const Args& a) {
       return a[1].is_none() ? a[0] : Value::of(in.make<BoundMethodObj>(in.types.method, a[1], a[0])); }, 2, 3}};

Value module_init(Interp& in, const Args& args) {
  Parameters p(in, {args.positional.subspan(1), args.keywords}, "module", {"name", "doc"});
  if (!p.has(0)) in.raise(in.types.type_error, "module() missing required argument 'name'");
  in.set_plain(args[0], in.names().name, p[0]);
  in.set_plain(args[0], in.names().doc, p.or_(1, Value::none()));
  return Value::none();
}
constexpr NativeRow kModuleTypeRows[] = {{"__init__", module_init, 1, 3, true}};

constexpr NativeRow kNoInit[] = {
    {"__init__", [](Interp&, const Args&) { return Value::none(); }, 0, -1, true}};
constexpr NativeRow kStaticNew[] = {{"__new__", static_new, 2, 2}};
constexpr NativeRow kClassMethodNew[] = {{"__new__", class_method_new, 2, 2}};
constexpr NativeRow kSuperNew[] = {{"__new__", super_new, 1, 3}};
constexpr NativeRow kMethodNew[] = {{"__new__", method_new, 3, 3}};
constexpr NativeRow kFunctionNew[] = {{"__new__", function_new, 1, 7, true}};

struct ClassRow {
  ClassObj* Builtins::*slot;
  const char* name;
  Kind layout;
  bool public_name;  // a name of the built-ins
};
constexpr ClassRow kClasses[] = {
    {&Builtins::none, "NoneType", Kind::kInstance, false},
    {&Builtins::ellipsis, "ellipsis", Kind::kInstance, false},
    {&Builtins::not_implemented, "NotImplementedType", Kind::kInstance, false},
    {&Builtins::integer, "int", Kind::kInstance, true},
    {&Builtins::floating, "float", Kind::kInstance, true},
    {&Builtins::complex, "complex", Kind::kComplex, true},
    {&Builtins::str, "str", Kind::kStr, true},
    {&Builtins::bytes, "bytes", Kind::kBytes, true},
    {&Builtins::tuple, "tuple", Kind::kTuple, true},
    {&Builtins::list, "list", Kind::kList, true},
    {&Builtins::dict, "dict", Kind::kDict, true},
    {&Builtins::set, "set", Kind::kSet, true},
    {&Builtins::frozenset, "frozenset", Kind::kSet, true},
    {&Builtins::slice, "slice", Kind::kSlice, true},
    {&Builtins::range, "range", Kind::kRange, true},
    {&Builtins::function, "function", Kind::kFunction, false},
    {&Builtins::native, "builtin_function_or_method", Kind::kNative, false},
    {&Builtins::method, "method", Kind::kBoundMethod, false},
    {&Builtins::module, "module", Kind::kInstance, false},  // of classes derived from it
    {&Builtins::iterator, "iterator", Kind::kIterator, false},
    {&Builtins::generator, "generator", Kind::kGenerator, false},
    {&Builtins::property, "property", Kind::kProperty, true},
    {&Builtins::static_method, "staticmethod", Kind::kStaticMethod, true},
    {&Builtins::class_method, "classmethod", Kind::kClassMethod, true},
    {&Builtins::super, "super", Kind::kSuper, true},
    {&Builtins::mapping_proxy, "mappingproxy", Kind::kDict, false},
};

struct ExceptionRow {
  ClassObj* Builtins::*slot;  // null: nobody here names it
  const char* name;
  const char* base;
};
constexpr ExceptionRow kExceptions[] = {
    {&Builtins::exception, "Exception", "BaseException"},
    {&Builtins::generator_exit, "GeneratorExit", "BaseException"},
    {&Builtins::system_exit, "SystemExit", "BaseException"},
    {nullptr, "KeyboardInterrupt", "BaseException"},
    {&Builtins::arithmetic_error, "ArithmeticError", "Exception"},
    {&Builtins::zero_division_error, "ZeroDivisionError", "ArithmeticError"},
    {&Builtins::overflow_error, "OverflowError", "ArithmeticError"},
    {nullptr, "FloatingPointError", "ArithmeticError"},
    {&Builtins::assertion_error, "AssertionError", "Exception"},
    {&Builtins::attribute_error, "AttributeError", "Exception"},
    {nullptr, "BufferError", "Exception"},
    {nullptr, "EOFError", "Exception"},
    {&Builtins::import_error, "ImportError", "Exception"},
    {&Builtins::module_not_found_error, "ModuleNotFoundError", "ImportError"},
    {&Builtins::lookup_error, "LookupError", "Exception"},
    {&Builtins::index_error, "IndexError", "LookupError"},
    {&Builtins::key_error, "KeyError", "LookupError"},
    {&Builtins::memory_error, "MemoryError", "Exception"},
    {&Builtins::name_error, "NameError", "Exception"},
    {&Builtins::unbound_local_error, "UnboundLocalError", "NameError"},
    {&Builtins::os_error, "OSError", "Exception"},
    {&Builtins::file_not_found_error, "FileNotFoundError", "OSError"},
    {nullptr, "FileExistsError", "OSError"},
    {nullptr, "PermissionError", "OSError"},
    {nullptr, "ConnectionError", "OSError"},
    {nullptr, "TimeoutError", "OSError"},
    {nullptr, "ReferenceError", "Exception"},
    {&Builtins::runtime_error, "RuntimeError", "Exception"},
    {&Builtins::not_implemented_error, "NotImplementedError", "RuntimeError"},
    {&Builtins::recursion_error, "RecursionError", "RuntimeError"},
    {&Builtins::stop_iteration, "StopIteration", "Exception"},
    {nullptr, "StopAsyncIteration", "Exception"},
    {&Builtins::syntax_error, "SyntaxError", "Exception"},
    {nullptr, "SystemError", "Exception"},
    {&Builtins::type_error, "TypeError", "Exception"},
    {&Builtins::value_error, "ValueError", "Exception"},
    {nullptr, "UnicodeError", "ValueError"},
    {nullptr, "UnicodeDecodeError", "UnicodeError"},
    {nullptr, "UnicodeEncodeError", "UnicodeError"},
    {nullptr, "Warning", "Exception"},
    {nullptr, "UserWarning", "Warning"},
    {nullptr, "DeprecationWarning", "Warning"},
    {nullptr, "PendingDeprecationWarning", "Warning"},
    {nullptr, "RuntimeWarning", "Warning"},
    {nullptr, "FutureWarning", "Warning"},
    {nullptr, "SyntaxWarning", "Warning"},
    {nullptr, "ImportWarning", "Warning"},
    {nullptr, "ResourceWarning", "Warning"},
    {nullptr, "UnicodeWarning", "Warning"},
    {nullptr, "BytesWarning", "Warning"},
};

}  // namespace

void install_types(Interp& in) {
  Builtins& t = in.types;
  // The knot of object, type and dict is tied by hand.
  t.object = in.make<ClassObj>(nullptr, "object");
  t.type = in.make<ClassObj>(nullptr, "type");
  t.dict = in.make<ClassObj>(nullptr, "dict");
  for (ClassObj* cls : {t.object, t.type, t.dict}) {
    cls->cls = t.type;
    cls->qualified_name = cls->name;
    cls->mro = {cls};
    cls->attrs = in.make<DictObj>(t.dict);
    if (cls == t.object) continue;
    cls->bases = {t.object};
    cls->mro.push_back(t.object);
  }
  t.type->layout = Kind::kClass;
  t.dict->layout = Kind::kDict;
  in.builtins_dict = in.dict();
  auto publish = [&](ClassObj* cls) { in.put(in.builtins_dict, in.symbol(cls->name), Value::of(cls)); };
  for (ClassObj* cls : {t.object, t.type}) publish(cls);
  for (const ClassRow& row : kClasses) {
    ClassObj* cls = t.*row.slot ? t.*row.slot : in.make_class(row.name, {t.object}, in.dict(), t.type);
    cls->layout = row.layout;
    t.*row.slot = cls;
    if (row.public_name) publish(cls);
  }
  t.boolean = in.make_class("bool", {t.integer}, in.dict(), t.type);
  publish(t.boolean);
  t.base_exception = in.make_class("BaseException", {t.object}, in.dict(), t.type);
  publish(t.base_exception);
  for (const ExceptionRow& row : kExceptions) {
    Value* base = in.find(in.builtins_dict, in.symbol(row.base));
    NNSCAN_CHECK(base, row.base);
    ClassObj* cls = in.make_class(row.name, {as<ClassObj>(*base)}, in.dict(), t.type);
    if (row.slot) t.*row.slot = cls;
    publish(cls);
  }
  in.put(in.builtins_dict, in.symbol("EnvironmentError"), Value::of(t.os_error));
  in.put(in.builtins_dict, in.symbol("IOError"), Value::of(t.os_error));
  add_methods(in, t.object, kObjectRows);
  add_methods(in, t.type, kTypeRows);
  as<NativeObj>(*in.find(t.type->attrs, in.names().prepare))->binds = false;
  add_methods(in, t.base_exception, kExceptionRows);
  add_methods(in, t.property, kPropertyRows);
  add_methods(in, t.module, kModuleTypeRows);
  for (ClassObj* cls : {t.static_method, t.class_method, t.super, t.method, t.function}) add_methods(in, cls, kNoInit);
  add_methods(in, t.static_method, kStaticNew);
  add_methods(in, t.class_method, kClassMethodNew);
  add_methods(in, t.super, kSuperNew);
  add_methods(in, t.method, kMethodNew);
  add_methods(in, t.function, kFunctionNew);
  for (ClassObj* cls : {t.function, t.native}) add_methods(in, cls, kFunctionRows);
  add_getter(in, t.property, "fget", [](Interp&, const Args& a) { return as<PropertyObj>(a[0])->getter; });
  add_getter(in, t.property, "fset", [](Interp&, const Args& a) { return as<PropertyObj>(a[0])->setter; });
  add_getter(in, t.property, "fdel", [](Interp&, const Args& a) { return as<PropertyObj>(a[0])->deleter; });
  add_getter(in, t.stop_iteration, "value", stop_value);
  // __new__ takes its class explicitly, __init_subclass__ belongs to the class.
  for (ClassObj* cls : {t.object, t.type, t.base_exception, t.property, t.static_method, t.class_method, t.super, t.method, t.function})
    if (Value* maker = in.find(cls->attrs, in.names().new_)) as<NativeObj>(*maker)->binds = false;
  as<NativeObj>(*in.find(t.object->attrs, in.names().init_subclass))->binds = false;
  in.put(in.builtins_dict, in.symbol("NotImplemented"), Value::make(Tag::kNotImplemented));
  in.put(in.builtins_dict, in.symbol("Ellipsis"), Value::make(Tag::kEllipsis));
  in.put(in.builtins_dict, in.symbol("__debug__"), Value::of(true));
  // Making an object does not look at what it is made of.
  for (Symbol name : {in.names().new_, in.names().init})
    as<NativeObj>(*in.find(t.object->attrs, name))->keeps_lazy = true;
  in.adopt_early_strings();
  in.plain_new = as<NativeObj>(*in.find(t.object->attrs, in.names().new_));
  in.plain_setattr = as<NativeObj>(*in.find(t.object->attrs, in.names().setattr));
  in.plain_delattr = as<NativeObj>(*in.find(t.object->attrs, in.names().delattr));
}

}  // namespace nnscan::py
