#include "frontend/python/function_objects.h"

#include <algorithm>

#include "frontend/python/interp.h"

namespace nnscan::py {

namespace {

// Of code objects and cells: whose they are. No program can write the name.
constexpr const char* kOfFunction = "<function>";

Value hidden(Interp& in, const Value& holder) {
  auto* object = get_if<InstanceObj>(holder);
  Value* found = object && object->attrs ? in.find(object->attrs, in.symbol(kOfFunction)) : nullptr;
  return found ? *found : Value::none();
}

bool takes(const syntax::Param& p, bool keyword_only) {
  return keyword_only ? p.kind == syntax::ParamKind::kKeywordOnly
                      : p.kind <= syntax::ParamKind::kPositional;
}

void forget_defaults(FunctionObj* function, bool keyword_only) {
  const auto& params = function->code->params;
  for (size_t i = 0; i < params.size(); ++i)
    if (takes(params[i], keyword_only)) function->defaults[i] = Value();
}

// A tuple is for the last of the parameters that can be given by position.
void give_defaults(Interp& in, FunctionObj* function, const Value& values) {
  forget_defaults(function, false);
  if (values.is_none()) return;
  if (!is(values, Kind::kTuple))
    in.raise(in.types.type_error, "__defaults__ must be set to a tuple object");
  std::span<const Value> left = as<TupleObj>(values)->items;
  const auto& params = function->code->params;
  for (size_t i = params.size(); i-- > 0 && !left.empty();) {
    if (!takes(params[i], false)) continue;
    function->defaults[i] = left.back();
    left = left.first(left.size() - 1);
  }
}

void give_keyword_defaults(Interp& in, FunctionObj* function, const Value& values) {
  forget_defaults(function, true);
  if (values.is_none()) return;
  if (!is(values, Kind::kDict))
    in.raise(in.types.type_error, "__kwdefaults__ must be set to a dict object");
  const auto& params = function->code->params;
  for (size_t i = 0; i < params.size(); ++i)
    if (takes(params[i], true))
      if (Value* value = in.find(as<DictObj>(values), params[i].name)) function->defaults[i] = *value;
}

bool is_closure_of(Interp& in, const Value& closure, FunctionObj* function) {
  if (function->captures.empty()) return closure.is_none();
  if (!is(closure, Kind::kTuple)) return false;
  const std::vector<Value>& cells = as<TupleObj>(closure)->items;
  return cells.size() == function->captures.size() &&
         std::all_of(cells.begin(), cells.end(), [&](const Value& cell) {
           return hidden(in, cell).identical(Value::of(function));
         });
}

}  // namespace

// What __code__ says of a function's parameters and variables.
Value Interp::code_object(FunctionObj* function) {
  std::vector<Value> variables;
  int64_t positional = 0, keyword_only = 0;
  for (const syntax::Param& p : function->code->params) {
    positional += p.kind <= syntax::ParamKind::kPositional;
    keyword_only += p.kind == syntax::ParamKind::kKeywordOnly;
  }
  auto add = [&](auto wanted) {
    for (const syntax::Param& p : function->code->params)
      if (wanted(p.kind)) variables.push_back(Value::of(str(p.name)));
  };
  add([](syntax::ParamKind k) { return k <= syntax::ParamKind::kPositional; });
  add([](syntax::ParamKind k) { return k == syntax::ParamKind::kKeywordOnly; });
  add([](syntax::ParamKind k) { return k == syntax::ParamKind::kVarArgs; });
  add([](syntax::ParamKind k) { return k == syntax::ParamKind::kVarKeywords; });
  size_t parameters = variables.size();
  for (Symbol local : function->code->locals) {
    Value name = Value::of(str(local));
    auto known = [&](const Value& v) { return v.identical(name); };
    if (std::none_of(variables.begin(), variables.begin() + static_cast<int64_t>(parameters), known)) variables.push_back(name);
  }
  auto* code = make<InstanceObj>(types.object);
  code->attrs = dict();
  put(code->attrs, symbol("co_varnames"), tuple(std::move(variables)));
  put(code->attrs, symbol("co_argcount"), Value::of(positional));
  put(code->attrs, symbol("co_kwonlyargcount"), Value::of(keyword_only));
  put(code->attrs, symbol("co_name"), function->name);
  put(code->attrs, symbol(kOfFunction), Value::of(function));
  return Value::of(code);
}

Value closure_of(Interp& in, FunctionObj* function) {
  std::vector<Value> cells;
  for (Cell* captured : function->captures) {
    auto* cell = in.make<InstanceObj>(in.types.object);
    cell->attrs = in.dict();
    if (!captured->value.is_unbound()) in.put(cell->attrs, in.symbol("cell_contents"), captured->value);
    in.put(cell->attrs, in.symbol(kOfFunction), Value::of(function));
    cells.push_back(Value::of(cell));
  }
  return cells.empty() ? Value::none() : in.tuple(std::move(cells));
}

bool set_defaults(Interp& in, FunctionObj* function, Symbol name, Value values) {
  bool by_keyword = name == in.names().kwdefaults;
  if (!by_keyword && name != in.names().defaults) return false;
  if (in.journal.is_older(function)) {
    in.refuse(Code::kUnsupportedConstruct,
              "`" + in.text(name) + "` changes inside a branch on tensor data");
    return true;
  }
  values = in.force(values);
  by_keyword ? give_keyword_defaults(in, function, values) : give_defaults(in, function, values);
  return true;
}

// https://docs.python.org/3/library/types.html#types.FunctionType, for copies of a function: with its
// own code, globals and closure.
Value function_new(Interp& in, const Args& args) {
  Parameters p(in, {args.positional.subspan(1), args.keywords}, "function",
               {"code", "globals", "name", "argdefs", "closure", "kwdefaults"});
  if (!p.has(0) || !p.has(1))
    in.raise(in.types.type_error, "function() missing required arguments 'code' and 'globals'");
  Value original = hidden(in, p[0]);
  if (!is(original, Kind::kFunction))
    in.raise(in.types.type_error, "function() argument 'code' must be code");
  auto* function = as<FunctionObj>(original);
  if (function->left_out) in.complete(function);
  if (!p[1].identical(Value::of(function->module->attrs)) ||
      !is_closure_of(in, p.or_(4, Value::none()), function))
    return in.refuse(Code::kUnsupportedConstruct,
                     "a function is made of the code of one and the globals or closure of another",
                     "define it with `def`");
  auto* copy = in.make<FunctionObj>(*function);
  copy->attrs = nullptr;
  if (p.has(2) && !p[2].is_none()) copy->name = p[2];
  copy->qualified_name = in.to_str(copy->name);
  give_defaults(in, copy, p.or_(3, Value::none()));
  give_keyword_defaults(in, copy, p.or_(5, Value::none()));
  return Value::of(copy);
}

const ClassObj* public_owner(const Interp& in, const FunctionObj& function, const Value& self) {
  const std::string& name = function.qualified_name;
  if (!function.module->is_prelude || !name.starts_with('_') || name.find('.') == std::string::npos) return nullptr;
  const ClassObj* cls = is(self, Kind::kClass) ? as<ClassObj>(self) : in.class_of(self);
  for (const ClassObj* base : cls->mro)
    if (base->module && base->module->is_prelude && !base->name.starts_with('_')) return base;
  return nullptr;
}

std::string shown_name(const Interp& in, const FunctionObj& function, const Value* self) {
  const ClassObj* owner = self ? public_owner(in, function, *self) : nullptr;
  return owner ? owner->qualified_name + method_of_owner(function, is(*self, Kind::kClass)) : function.qualified_name;
}

std::string method_of_owner(const FunctionObj& function, bool of_class) {
  const std::string& name = function.qualified_name;
  std::string method = name.substr(name.find('.'), name.find(".<locals>") - name.find('.'));
  return of_class && method == ".__call__" ? "" : method;
}

}  // namespace nnscan::py
