#include "frontend/python/interp.h"

namespace nnscan::py {

Interp::Names::Names(SymbolTable& s)
    : init(s.intern("__init__")), new_(s.intern("__new__")), call(s.intern("__call__")),
      getattr(s.intern("__getattr__")), getattribute(s.intern("__getattribute__")),
      setattr(s.intern("__setattr__")), delattr(s.intern("__delattr__")), get(s.intern("__get__")),
      set(s.intern("__set__")), delete_(s.intern("__delete__")), getitem(s.intern("__getitem__")),
      setitem(s.intern("__setitem__")), delitem(s.intern("__delitem__")), len(s.intern("__len__")),
      iter(s.intern("__iter__")), next(s.intern("__next__")), contains(s.intern("__contains__")),
      bool_(s.intern("__bool__")), eq(s.intern("__eq__")), ne(s.intern("__ne__")),
      lt(s.intern("__lt__")), le(s.intern("__le__")), gt(s.intern("__gt__")), ge(s.intern("__ge__")),
      hash(s.intern("__hash__")), repr(s.intern("__repr__")), str(s.intern("__str__")),
      format(s.intern("__format__")), enter(s.intern("__enter__")), exit(s.intern("__exit__")),
      index(s.intern("__index__")), int_(s.intern("__int__")), float_(s.intern("__float__")),
      name(s.intern("__name__")), qualname(s.intern("__qualname__")), module(s.intern("__module__")),
      doc(s.intern("__doc__")), dict(s.intern("__dict__")), class_(s.intern("__class__")),
      bases(s.intern("__bases__")), mro(s.intern("__mro__")),
      annotations(s.intern("__annotations__")), wrapped(s.intern("__wrapped__")),
      init_subclass(s.intern("__init_subclass__")), set_name(s.intern("__set_name__")),
      class_getitem(s.intern("__class_getitem__")), instancecheck(s.intern("__instancecheck__")),
      subclasscheck(s.intern("__subclasscheck__")), missing(s.intern("__missing__")),
      all(s.intern("__all__")), file(s.intern("__file__")), path(s.intern("__path__")),
      package(s.intern("__package__")), args(s.intern("args")), cause(s.intern("__cause__")),
      self(s.intern("__self__")), func(s.intern("__func__")), prepare(s.intern("__prepare__")),
      reversed(s.intern("__reversed__")), neg(s.intern("__neg__")), pos(s.intern("__pos__")),
      invert(s.intern("__invert__")), abs(s.intern("__abs__")), round(s.intern("__round__")),
      defaults(s.intern("__defaults__")), subclasses(s.intern("__subclasses__")),
      context(s.intern("__context__")), suppress_context(s.intern("__suppress_context__")), traceback(s.intern("__traceback__")),
      slots(s.intern("__slots__")), main(s.intern("__main__")), code(s.intern("__code__")),
      kwdefaults(s.intern("__kwdefaults__")), closure(s.intern("__closure__")),
      globals(s.intern("__globals__")), message(s.intern("message")), copy(s.intern("__copy__")),
      deepcopy(s.intern("__deepcopy__")), hash_none(s.intern("__hash_none__")),
      match_args(s.intern("__match_args__")), fget(s.intern("fget")), fset(s.intern("fset")),
      add_note(s.intern("add_note")), weakref(s.intern("__weakref__")), keys(s.intern("keys")),
      public_name(s.intern("__public_name__")), length_hint(s.intern("__length_hint__")),
      value(s.intern("value")), start(s.intern("start")), stop(s.intern("stop")),
      step(s.intern("step")), real(s.intern("real")), imag(s.intern("imag")),
      trunc(s.intern("__trunc__")), floor(s.intern("__floor__")), ceil(s.intern("__ceil__")),
      divmod(s.intern("__divmod__")), forward(s.intern("forward")), train(s.intern("train")),
      training(s.intern("training")), parameters(s.intern("_parameters")), buffers(s.intern("_buffers")),
      non_persistent(s.intern("_non_persistent_buffers_set")), modules(s.intern("_modules")),
      forward_hooks(s.intern("_forward_hooks")), forward_pre_hooks(s.intern("_forward_pre_hooks")),
      compared{eq, ne, lt, le, gt, ge},
      swapped{eq, ne, gt, ge, lt, le} {
  for (size_t i = 0; i < kBinaries; ++i) {
    const BinaryNames& n = binary_names(static_cast<syntax::BinaryOp>(i));
    plain[i] = s.intern(n.plain);
    reflected[i] = s.intern(n.reflected);
    inplace[i] = s.intern(n.inplace);
  }
}

}  // namespace nnscan::py
