#include "frontend/torch/entry.h"

#include <algorithm>

#include "ir/base/spelling.h"

namespace nnscan::torch {

using py::as;
using py::get_if;
using py::Interp;
using py::is;
using py::Kind;
using py::Value;

namespace {

[[noreturn]] void stop(Interp& in, Code code, Span span, std::string message, std::string hint) {
  in.session.sink.report({code, span, std::move(message), std::move(hint), {}, {}});
  throw Stop{};
}

bool is_identifier(const std::string& s) {
  return !s.empty() && !std::isdigit(static_cast<unsigned char>(s[0])) &&
         std::all_of(s.begin(), s.end(), [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
         });
}

bool is_module(Interp& in, const Value& v) {
  return v.is_object() && v.obj->cls && !is(v, Kind::kClass) && in.is_subclass(v.obj->cls, torch_of(in).module_class());
}

bool is_module_class(Interp& in, const Value& v) {
  auto* cls = get_if<py::ClassObj>(v);
  return cls && in.is_subclass(cls, torch_of(in).module_class());
}

// The parameters that a call without arguments would leave open.
std::vector<std::string> required(Interp& in, const py::FunctionObj* f, size_t skip) {
  std::vector<std::string> names;
  for (size_t i = skip; i < f->code->params.size(); ++i) {
    const syntax::Param& p = f->code->params[i];
    bool open = p.kind == syntax::ParamKind::kPositional || p.kind == syntax::ParamKind::kPositionalOnly ||
                p.kind == syntax::ParamKind::kKeywordOnly;
    if (open && f->defaults[i].is_unbound()) names.push_back(in.text(p.name));
  }
  return names;
}

// The function that a call of this value runs first, and how many parameters it is given.
const py::FunctionObj* signature_of(Interp& in, const Value& v, size_t& skip) {
  skip = 0;
  if (auto* cls = get_if<py::ClassObj>(v)) {
    Value* init = in.class_lookup(cls, in.names().init);
    skip = 1;
    return init ? get_if<py::FunctionObj>(*init) : nullptr;
  }
  Value f = v, inner;
  while (is(f, Kind::kFunction) && as<py::FunctionObj>(f)->attrs &&
         in.find(as<py::FunctionObj>(f)->attrs, in.names().wrapped))
    f = *in.find(as<py::FunctionObj>(f)->attrs, in.names().wrapped);
  return get_if<py::FunctionObj>(f);
}

std::string example_call(const std::string& name, const std::vector<std::string>& names) {
  std::string call = name + "(";
  for (size_t i = 0; i < names.size(); ++i) call += (i ? ", " : "") + names[i] + "=…";
  return call + ")";
}

Value found(Interp& in, py::ModuleObj* file, const std::string& name) {
  Value v;
  if (in.module_attribute(file, in.symbol(name), v)) return in.force(v);
  std::vector<std::string> names;
  for (const Entry& e : entries_of(in, file)) names.push_back(e.name);
  std::string guess = meant_by(name, names), hint;
  if (!guess.empty()) {
    hint = "did you mean `" + guess + "`?";
  } else if (names.empty()) {
    hint = "this file defines no nn.Module class and no function";
  } else {
    hint = "it has:";
    for (size_t i = 0; i < names.size() && i < 12; ++i) hint += (i ? ", `" : " `") + names[i] + "`";
    if (names.size() > 12) hint += ", …; `nnscan list` shows all";
  }
  stop(in, Code::kEntryNotFound, {file->file, 0, 0}, "no `" + name + "` in this file", hint);
}

// `Net(NetConfig())`, where `config: NetConfig` is all that Net needs and NetConfig needs nothing.
std::string default_call(Interp& in, const std::string& name, const py::FunctionObj* f, const std::vector<std::string>& needed) {
  std::string call;
  for (const syntax::Param& p : f->code->params) {
    if (std::find(needed.begin(), needed.end(), in.text(p.name)) == needed.end()) continue;
    if (!p.annotation.valid()) return "";
    std::string made(in.session.sources.text(f->tree->span(f->tree->exprs[p.annotation])));
    Value v;
    if (!is_identifier(made) || !in.module_attribute(f->module, in.symbol(made), v)) return "";
    v = in.force(v);
    size_t skip = 0;
    auto* cls = get_if<py::ClassObj>(v);
    const py::FunctionObj* init = cls && !cls->module ? nullptr : signature_of(in, v, skip);
    bool plain = cls && cls->module && !cls->module->is_prelude && !is_module_class(in, v);
    if (!plain || (init && !required(in, init, skip).empty())) return "";
    call += (call.empty() ? "" : ", ") + in.text(p.name) + "=" + made + "()";
  }
  return name + "(" + call + ")";
}

// Whether the function's annotation names a module class.
bool annotated_as_module(Interp& in, const py::FunctionObj* f) {
  if (!f->code->returns.valid()) return false;
  std::string text(in.session.sources.text(f->tree->span(f->tree->exprs[f->code->returns])));
  std::erase_if(text, [](char c) { return c == ' ' || c == '\'' || c == '"'; });
  Value v;
  if (is_identifier(text)) return in.module_attribute(f->module, in.symbol(text), v) && is_module_class(in, in.force(v));
  return text.ends_with("nn.Module");
}

// A function that does nothing else than to return a list, or what else of Python's own: `return list(_names)`.
bool gives_a_container(Interp& in, const py::FunctionObj* f) {
  const syntax::Tree& tree = *f->tree;
  const syntax::Block& body = f->code->body;
  if (f->left_out || f->code->is_generator || f->code->expression.valid() || body.count != 1) return false;
  const syntax::Stmt& only = tree.stmts[syntax::StmtId{tree.lists[body.first]}];
  if (only.kind != syntax::StmtKind::kReturn || only.a == syntax::kNoIndex) return false;
  const syntax::Expr& value = tree.exprs[syntax::ExprId{only.a}];
  switch (value.kind) {
    case syntax::ExprKind::kTuple: case syntax::ExprKind::kList: case syntax::ExprKind::kSet: case syntax::ExprKind::kDict:
      return true;
    case syntax::ExprKind::kCall: {
      const syntax::Expr& callee = tree.exprs[syntax::ExprId{value.a}];
      if (callee.kind != syntax::ExprKind::kGlobal) return false;
      const Symbol name{callee.a};
      Value* builtin = in.find(in.builtins_dict, name);
      return builtin && is(*builtin, Kind::kClass) && f->module->stars.empty() && !in.find(f->module->attrs, name) &&
             in.text(name) != "super" && in.text(name) != "type" && in.text(name) != "object";
    }
    default: return false;
  }
}

}  // namespace

Value build_entry(Interp& in, py::ModuleObj* file, const std::string& entry) {
  Value v = is_identifier(entry) ? found(in, file, entry) : in.eval_text(entry, "--class", file);
  Span made_by{file->file, 0, 0};
  if (is(v, Kind::kPoison)) {
    in.use_poison(v);
    throw Stop{};
  }
  if (!is_module(in, v) && (is(v, Kind::kClass) || is(v, Kind::kFunction))) {
    if (is(v, Kind::kClass) && !is_module_class(in, v))
      stop(in, Code::kEntryNotAModule, as<py::ClassObj>(v)->span.valid() ? as<py::ClassObj>(v)->span : Span{file->file, 0, 0},
           "`" + entry + "` is a class, but not an nn.Module", "name a subclass of nn.Module, or a function that returns one");
    size_t skip = 0;
    if (const py::FunctionObj* f = signature_of(in, v, skip)) {
      std::vector<std::string> names = required(in, f, skip);
      if (!names.empty())
        stop(in, Code::kEntryNeedsArguments, f->module->is_prelude ? Span{file->file, 0, 0} : f->code->name_span,
             "`" + entry + "` cannot be called without arguments",
             "give them: --class '" + example_call(entry, names) + "'");
    }
    if (auto* f = get_if<py::FunctionObj>(v); f && f->module == file) made_by = f->code->name_span;
    v = in.call(v, {});
  }
  if (is(v, Kind::kPoison)) {
    in.use_poison(v);
    throw Stop{};
  }
  if (!is_module(in, v))
    stop(in, Code::kEntryNotAModule, made_by, "`" + entry + "` gives a " + in.type_name(v) + ", not an nn.Module",
         "name a subclass of nn.Module, a function that returns one, or a variable that holds one");
  return v;
}

namespace {

// Where a file's own name was last assigned; its beginning where that is not to be seen.
Span assigned_at(const py::ModuleObj* file, Symbol name) {
  Span at{file->file, 0, 0};
  if (!file->tree) return at;
  const syntax::Tree& tree = *file->tree;
  for (const syntax::Stmt& stmt : tree.stmts) {
    if (stmt.kind != syntax::StmtKind::kAssign) continue;
    for (uint32_t id : tree.list(stmt.a, stmt.b)) {
      const syntax::Expr& target = tree.exprs[syntax::ExprId{id}];
      if (target.kind == syntax::ExprKind::kGlobal && target.a == name.index) at = tree.span(target);
    }
  }
  return at;
}

}  // namespace

std::vector<Entry> entries_of(Interp& in, py::ModuleObj* file) {
  std::vector<Entry> entries;
  std::vector<py::TableEntry> attributes = file->attrs->table.entries();
  for (const py::TableEntry& e : attributes) {
    if (!e.live || !is(e.key, Kind::kStr) || is(e.value, Kind::kLazy)) continue;
    Entry entry{as<py::StrObj>(e.key)->text, "", "", false, "", {file->file, 0, 0}, false};
    if (entry.name.starts_with("__")) continue;
    bool own_class = is(e.value, Kind::kClass) && as<py::ClassObj>(e.value)->module == file;
    bool own_function = is(e.value, Kind::kFunction) && as<py::FunctionObj>(e.value)->module == file;
    if (own_function && gives_a_container(in, as<py::FunctionObj>(e.value))) continue;
    if (own_class && is_module_class(in, e.value)) entry.kind = "class";
    else if (own_function && !entry.name.starts_with("_")) entry.kind = "function";
    else if (is_module(in, e.value)) entry.kind = "variable", entry.span = assigned_at(file, in.symbol(entry.name));
    else if (is(e.value, Kind::kFunction)) {
      size_t skip = 0;
      const py::FunctionObj* f = signature_of(in, e.value, skip);
      if (!f || f->module != file || entry.name.starts_with("_")) continue;
      entry.kind = "function";
    } else continue;
    entry.gives_module = entry.kind != "function";
    if (entry.kind == "class") entry.span = as<py::ClassObj>(e.value)->span;
    if (entry.kind != "variable") {
      size_t skip = 0;
      if (const py::FunctionObj* f = signature_of(in, e.value, skip)) {
        std::vector<std::string> names = required(in, f, skip);
        entry.needs_arguments = !names.empty();
        if (entry.kind == "class" && !names.empty()) entry.default_call = default_call(in, entry.name, f, names);
        if (entry.kind == "function") {
          entry.span = f->code->name_span;
          entry.gives_module = annotated_as_module(in, f);
        }
        std::string text;
        for (size_t i = skip; i < f->code->params.size(); ++i) {
          const syntax::Param& p = f->code->params[i];
          const char* star = p.kind == syntax::ParamKind::kVarArgs ? "*" : p.kind == syntax::ParamKind::kVarKeywords ? "**" : "";
          text += (i > skip ? ", " : "") + std::string(star) + in.text(p.name);
          if (p.default_value.valid())
            text += "=" + std::string(in.session.sources.text(f->tree->span(f->tree->exprs[p.default_value])));
        }
        entry.arguments = "(" + text + ")";
      } else {
        entry.arguments = "()";
      }
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace nnscan::torch
