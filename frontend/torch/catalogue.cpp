#include "frontend/torch/catalogue.h"

#include <algorithm>
#include <map>
#include <set>

#include "frontend/python/interp.h"
#include "frontend/torch/tensor.h"
#include "ir/ops/op.h"

namespace nnscan::torch {

using py::as;
using py::ClassObj;
using py::DictObj;
using py::FunctionObj;
using py::get_if;
using py::Interp;
using py::ModuleObj;
using py::Value;
using syntax::ExprKind;
using syntax::StmtKind;

namespace {

constexpr int kLowestOpset = 11;

// The namespaces that users import from.
constexpr const char* kNamespaces[] = {"torch", "torch.nn", "torch.nn.functional", "torch.linalg", "torch.special",
                                       "torch.fft", "torch.nn.utils", "torch.nn.utils.rnn", "torch.ops.torchvision",
                                       "einops"};

class Reader {
 public:
  explicit Reader(Interp& in) : in_(in) {
    onnx_ = in.import_module("onnx");
    native_ = in.import_module("_native");
    compat_ = in.import_module("onnx_compat");
    tensor_ = get_if<ClassObj>(in.prelude_name("torch._tensor", "Tensor"));
    module_ = get_if<ClassObj>(in.prelude_name("torch.nn.modules.module", "Module"));
  }

  std::vector<CatalogueRow> rows() {
    for (const char* name : kNamespaces)
      if (ModuleObj* found = in_.import_module(name, false)) add_namespace(found, name);
    add_methods();
    std::sort(rows_.begin(), rows_.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return std::move(rows_);
  }

 private:
  using Names = std::set<std::string>;

  void add_namespace(ModuleObj* module, const std::string& name) {
    in_.run_module_body(module);
    for (const Value& star : std::vector<Value>(module->stars))
      if (ModuleObj* from = in_.import_module(as<py::LazyObj>(star)->module, false)) add_namespace(from, name);
    for (const auto& [key, value] : public_items(module->attrs)) {
      Value found = in_.force(value);
      if (auto* function = get_if<FunctionObj>(found))
        add(name + "." + key, "function", {function});
      else if (auto* cls = get_if<ClassObj>(found); cls && module_ && in_.is_subclass(cls, module_))
        add(name + "." + key, "module", parts(cls));
    }
  }

  void add_methods() {
    for (const auto& [key, value] : public_items(tensor_->attrs)) {
      Value found = in_.force(value);
      if (auto* property = get_if<py::PropertyObj>(found)) found = property->getter;
      if (auto* function = get_if<FunctionObj>(found)) add("torch.Tensor." + key, "method", {function});
    }
  }

  std::vector<std::pair<std::string, Value>> public_items(DictObj* attrs) {
    std::vector<std::pair<std::string, Value>> items;
    for (const auto& entry : attrs->table.entries())
      if (auto* key = entry.live ? get_if<py::StrObj>(entry.key) : nullptr; key && key->text[0] != '_') items.emplace_back(key->text, entry.value);
    return items;
  }

  // What runs when a layer is called: its methods and those of its bases below Module.
  std::vector<FunctionObj*> parts(ClassObj* cls) {
    static const Names kAtConstruction = {"__init__", "reset_parameters", "_reset_parameters", "extra_repr", "__repr__"};
    std::vector<FunctionObj*> found;
    Names seen;
    for (ClassObj* base : cls->mro) {
      if (base == module_ || !base->module || !base->module->is_prelude) break;
      for (const auto& entry : std::vector(base->attrs->table.entries())) {
        auto* key = entry.live ? get_if<py::StrObj>(entry.key) : nullptr;
        auto* function = key ? get_if<FunctionObj>(in_.force(entry.value)) : nullptr;
        if (function && !kAtConstruction.contains(key->text) && seen.insert(key->text).second) found.push_back(function);
      }
    }
    return found;
  }

  void add(std::string name, const char* kind, const std::vector<FunctionObj*>& functions) {
    CatalogueRow row{.name = std::move(name), .kind = kind};
    Names operators;
    std::set<const FunctionObj*> seen;
    for (FunctionObj* function : functions) collect(function, operators, seen);
    row.operators.assign(operators.begin(), operators.end());
    row.refused = functions.size() == 1 && only_refuses(functions[0]);
    for (const std::string& op : row.operators) row.opset = std::max(row.opset, lowest(op));
    for (const std::string& op : row.operators)
      if (row.opset > kLowestOpset && lowest(op) == row.opset) row.needs.push_back(op);
    rows_.push_back(std::move(row));
  }

  // The lowest opset that has the operator, or a form of it made of older ones.
  int lowest(const std::string& op) {
    auto [known, is_new] = lowest_.emplace(op, kLowestOpset);
    if (!is_new) return known->second;
    int since = find_op(op)->since, result = since;
    Value older;
    if (since > kLowestOpset && in_.module_attribute(compat_, in_.symbol(op), older)) {
      auto* function = get_if<FunctionObj>(in_.force(older));
      if (function && !only_refuses(function)) {
        Names operators;
        std::set<const FunctionObj*> seen;
        collect(function, operators, seen);
        result = kLowestOpset;
        for (const std::string& part : operators)
          if (part != op) result = std::max(result, lowest(part));
      }
    }
    return lowest_[op] = result;
  }

  void collect(const FunctionObj* function, Names& operators, std::set<const FunctionObj*>& seen) {
    if (!function->module->is_prelude || !seen.insert(function).second) return;
    for (const Value& used : references(function)) {
      if (auto* next = get_if<FunctionObj>(used)) {
        collect(next, operators, seen);
      } else if (auto* primitive = get_if<py::NativeObj>(used)) {
        if (find_op(primitive->name)) operators.insert(primitive->name);
      } else if (auto* cls = get_if<ClassObj>(used); cls && module_ && in_.is_subclass(cls, module_)) {
        for (FunctionObj* part : parts(cls)) collect(part, operators, seen);
      }
    }
    for (const py::Cell* cell : function->captures)
      if (auto* captured = cell ? get_if<FunctionObj>(cell->value) : nullptr) collect(captured, operators, seen);
  }

  // What a function's code names: its module's names, attributes of modules among them, and methods
  // of what it got.
  std::vector<Value> references(const FunctionObj* function) {
    const syntax::Tree& tree = *function->tree;
    Span span = function->code->span;
    std::vector<Value> found;
    for (const syntax::Expr& e : tree.exprs) {
      if (e.begin < span.begin || e.end > span.end) continue;
      Value value;
      if (e.kind == ExprKind::kGlobal || e.kind == ExprKind::kAttribute) value = meaning(function, e);
      if (value.is_unbound() && e.kind == ExprKind::kAttribute) value = method(function, e);
      if (!value.is_unbound()) found.push_back(value);
    }
    for (const syntax::Import& import : tree.imports)
      for (const syntax::ImportedName& name : import.names)
        if (import.is_from && name.span.begin >= span.begin && name.span.end <= span.end)
          if (Value value = imported(function->module, import, name.name); !value.is_unbound()) found.push_back(value);
    return found;
  }

  Value meaning(const FunctionObj* function, const syntax::Expr& e) {
    Value found;
    if (e.kind == ExprKind::kGlobal) {
      if (in_.module_attribute(function->module, Symbol{e.a}, found)) return in_.force(found);
    } else if (e.kind == ExprKind::kAttribute) {
      Value base = meaning(function, function->tree->exprs[syntax::ExprId{e.a}]);
      auto* module = base.is_unbound() ? nullptr : get_if<ModuleObj>(base);
      if (module && in_.module_attribute(module, Symbol{e.b}, found)) return in_.force(found);
    }
    return Value();
  }

  // A method of something that the function got: of a class of its own file, or of a tensor.
  Value method(const FunctionObj* function, const syntax::Expr& e) {
    Symbol name{e.b};
    ExprKind base = function->tree->exprs[syntax::ExprId{e.a}].kind;
    if (base == ExprKind::kGlobal || base == ExprKind::kAttribute || in_.text(name).starts_with("_")) return Value();
    for (ClassObj* other : {in_.types.str, in_.types.list, in_.types.tuple, in_.types.dict, in_.types.set})
      if (in_.class_lookup(other, name)) return Value();
    for (const auto& entry : function->module->attrs->table.entries())
      if (auto* cls = entry.live ? get_if<ClassObj>(entry.value) : nullptr; cls && cls->module == function->module)
        if (Value* own = in_.class_lookup(cls, name)) return in_.force(*own);
    Value* found = in_.class_lookup(tensor_, name);
    return found ? in_.force(*found) : Value();
  }

  Value imported(ModuleObj* from, const syntax::Import& import, Symbol name) {
    std::string package = from->package;
    for (uint32_t level = 1; level < import.level; ++level) package = package.substr(0, package.rfind('.'));
    std::string base = import.module.valid() ? in_.text(import.module) : "";
    if (import.level) base = base.empty() ? package : package + "." + base;
    ModuleObj* module = in_.import_module(base, false);
    Value found;
    return module && in_.module_attribute(module, name, found) ? in_.force(found) : Value();
  }

  // `return _native.refuse(…)`, or a helper that does so, and nothing else.
  bool only_refuses(const FunctionObj* function) {
    const syntax::Tree& tree = *function->tree;
    auto body = tree.list(function->code->body.first, function->code->body.count);
    size_t at = !function->code->docstring.empty() && body.size() > 1 ? 1 : 0;
    if (body.size() != at + 1) return false;
    const syntax::Stmt& s = tree.stmts[syntax::StmtId{body[at]}];
    if (s.kind != StmtKind::kReturn || s.a == syntax::kNoIndex) return false;
    const syntax::Expr& call = tree.exprs[syntax::ExprId{s.a}];
    if (call.kind != ExprKind::kCall) return false;
    Value callee = meaning(function, tree.exprs[syntax::ExprId{call.a}]);
    if (auto* native = callee.is_unbound() ? nullptr : get_if<py::NativeObj>(callee)) return native->name == "refuse";
    auto* helper = callee.is_unbound() ? nullptr : get_if<FunctionObj>(callee);
    return helper && helper != function && only_refuses(helper);
  }

  Interp& in_;
  ModuleObj *onnx_, *native_, *compat_;
  ClassObj *tensor_, *module_;
  std::map<std::string, int> lowest_;
  std::vector<CatalogueRow> rows_;
};

}  // namespace

std::vector<CatalogueRow> catalogue(Session& session) {
  std::vector<CatalogueRow> rows;
  py::on_deep_stack([&] {
    Interp in(session);
    install_torch(in);
    rows = Reader(in).rows();
  });
  return rows;
}

}  // namespace nnscan::torch
