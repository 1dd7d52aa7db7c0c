#include "tools/lsp/watch.h"

#include "frontend/torch/tensor.h"

namespace nnscan::lsp {

using py::as;
using py::get_if;
using py::is;
using py::Kind;
using py::Value;

namespace {

// Of an analysis: a loop of many rounds says the same each time.
constexpr size_t kMostRecords = 200'000;  // `mark` counts on it
constexpr size_t kShownArguments = 8;

// As users write it: torch.nn.modules is where torch keeps torch.nn's classes.
std::string public_name(const py::ClassObj& cls) {
  const std::string& module = cls.module->public_name;
  return (module.starts_with("torch.nn.modules.") ? std::string("torch.nn.") : module + ".") +
         cls.qualified_name;
}

}  // namespace

bool Watch::is_module(const Value& v) {
  return is(v, Kind::kInstance) && v.obj->cls &&
         in_.is_subclass(v.obj->cls, torch::torch_of(in_).module_class());
}

uint32_t Watch::context() {
  Context context{in_.call_spans(), in_.module_stack.empty() ? "" : in_.module_stack.back().path};
  std::vector<std::pair<uint32_t, uint32_t>> places;
  for (Span span : context.calls) places.push_back({span.file.index, span.begin});
  auto [at, fresh] = context_ids_.try_emplace({context.module, std::move(places)},
                                              static_cast<uint32_t>(contexts_.size()));
  if (!fresh) return at->second;
  const py::Frame* outside = in_.module_stack.empty() ? nullptr : in_.module_stack.back().caller;
  size_t frames = 0;
  for (const py::Frame* f = in_.frame; f && f != outside; f = f->caller) frames += !f->is_prelude;
  context.inside = std::min(context.calls.size(), frames > 0 ? frames - 1 : 0);
  contexts_.push_back(std::move(context));
  return at->second;
}

void Watch::note(Span span, char kind, const Value& v) {
  if (!in_.tensors->in_forward() || assigned_.size() >= kMostRecords) return;
  Shape shape = shape_of(in_, v);
  if (shape.shows()) assigned_.push_back({span, kind, std::move(shape), context()});
}

void Watch::entered(const py::Frame& frame) {
  if (!frame.code) return;
  Span name = frame.code->name_span;
  ran_.try_emplace({name.file.index, name.begin}, name);
  if (!in_.tensors->in_forward()) return;
  for (const syntax::Param& p : frame.code->params) {
    // Of a lambda or a generator nothing says where its parameters stand.
    if (frame.code->is_lambda || frame.code->generator || p.slot >= frame.slots.size()) continue;
    std::string_view text = in_.session.sources[name.file].text;
    const std::string& wanted = in_.text(p.name);
    uint32_t from = name.end;
    size_t at = text.find(wanted, from);
    auto in_word = [&](size_t i) {
      return i < text.size() &&
             (std::isalnum(static_cast<unsigned char>(text[i])) || text[i] == '_');
    };
    while (at != std::string_view::npos && at < frame.code->span.end &&
           (in_word(at - 1) || in_word(at + wanted.size())))
      at = text.find(wanted, at + 1);
    if (at == std::string_view::npos || at >= frame.code->span.end) continue;
    auto begin = static_cast<uint32_t>(at);
    note({name.file, begin, begin + static_cast<uint32_t>(wanted.size())}, 'p',
         frame.slots[p.slot]);
  }
}

void Watch::reached(const py::Frame& frame, Span statement) {
  if (!wanted_ || wanted_->offset < statement.begin || wanted_->offset >= statement.end) return;
  if (!in_.tensors->in_forward() || read_.size() >= kMostRecords || !frame.code) return;
  if (in_.session.sources[statement.file].path != wanted_->path) return;
  auto is_it = [&](Symbol name) { return in_.text(name) == wanted_->name; };
  const py::Value* value = nullptr;
  for (size_t i = 0; i < frame.code->locals.size() && i < frame.slots.size(); ++i)
    if (is_it(frame.code->locals[i]) && !frame.slots[i].is_unbound()) value = &frame.slots[i];
  for (size_t i = 0; i < frame.cells.size(); ++i) {
    size_t own = frame.code->own_cells.size();
    Symbol name = i < own ? frame.code->own_cells[i] : frame.code->captures[i - own].name;
    if (is_it(name) && frame.cells[i]) value = &frame.cells[i]->value;
  }
  if (!value) return;
  Shape shape = shape_of(in_, *value);
  if (shape.shows()) read_.push_back({statement, '=', std::move(shape), context()});
}

void Watch::assigned(Span target, const Value& owner, const Value& v) {
  if (owner.is_unbound() || !is_module(owner)) return note(target, '=', v);
  if (is_module(v)) made_.try_emplace(v.obj, target);
  note(target, '=', v);
}

void Watch::returned(Span expression, const Value& v) { note(expression, 'r', v); }

void Watch::forget(size_t mark) {
  auto cut = [](auto& list, size_t size) { list.resize(std::min(list.size(), size & 0x1fffff)); };
  cut(assigned_, mark >> 42);
  cut(called_, mark >> 21);
  cut(read_, mark);
}

std::string Watch::signature(const py::FunctionObj* function, const std::string& name, bool bound) {
  std::string out;
  bool keyword_only = false;
  const auto& params = function->code->params;
  for (size_t i = bound ? 1 : 0; i < params.size(); ++i) {
    const syntax::Param& p = params[i];
    if (p.kind == syntax::ParamKind::kKeywordOnly && !std::exchange(keyword_only, true))
      out += out.empty() ? "*, " : ", *, ";
    else if (!out.empty())
      out += ", ";
    const char* star = p.kind == syntax::ParamKind::kVarArgs       ? "*"
                       : p.kind == syntax::ParamKind::kVarKeywords ? "**"
                                                                   : "";
    keyword_only |= p.kind == syntax::ParamKind::kVarArgs;
    out += star + in_.text(p.name);
    auto source = [&](syntax::ExprId id) {
      return std::string(in_.session.sources.text(function->tree->span(function->tree->exprs[id])));
    };
    if (p.annotation.valid()) out += ": " + source(p.annotation);
    if (p.default_value.valid())
      out += (p.annotation.valid() ? " = " : "=") + source(p.default_value);
  }
  return name + "(" + out + ")";
}

Watch::Callee Watch::describe(const Value& callee) {
  Callee out;
  if (auto* function = get_if<py::FunctionObj>(callee)) {
    out.torch = function->module->is_prelude;
    const std::string& qualified = function->qualified_name;
    out.name = out.torch ? function->module->public_name + "." +
                               qualified.substr(0, qualified.find(".<locals>"))
                         : qualified;
    bool method = qualified.find('.') != std::string::npos && !function->code->params.empty() &&
                  in_.text(function->code->params[0].name) == "self";
    out.signature = signature(function, qualified.substr(qualified.rfind('.') + 1), method);
    if (!out.torch) out.defined = function->code->name_span;
    return out;
  }
  const py::ClassObj* cls = is(callee, Kind::kClass) ? as<py::ClassObj>(callee)
                            : is_module(callee)      ? callee.obj->cls
                                                     : nullptr;
  if (!cls || !cls->module) return out;
  out.is_class = is(callee, Kind::kClass);
  out.torch = cls->module->is_prelude;
  out.name = out.torch ? public_name(*cls) : cls->qualified_name;
  if (!out.torch) out.defined = cls->span;
  Value* init = in_.class_lookup(const_cast<py::ClassObj*>(cls),
                                 out.is_class ? in_.names().init : in_.symbol("forward"));
  if (auto* function = init ? get_if<py::FunctionObj>(*init) : nullptr)
    out.signature = signature(function, out.is_class ? cls->name : "forward", true);
  return out;
}

uint32_t Watch::callee_of(const Value& callee, const Value&) {
  // Of modules, what they are instances of.
  const void* key = is_module(callee) ? static_cast<const void*>(callee.obj->cls)
                                      : static_cast<const void*>(&callee.obj->kind);
  if (!is_module(callee) && is(callee, Kind::kClass)) key = &as<py::ClassObj>(callee)->name;
  auto [at, fresh] = callee_ids_.try_emplace(key, static_cast<uint32_t>(callees_.size()));
  if (fresh) callees_.push_back(describe(callee));
  return at->second;
}

void Watch::called(Span call, const Value& callee, const py::Args& args, const Value& result) {
  if (called_.size() >= kMostRecords) return;
  Value of = is(callee, Kind::kLazy) ? in_.force(callee) : callee;
  if (is(of, Kind::kBoundMethod)) of = as<py::BoundMethodObj>(of)->function;
  if (!is(of, Kind::kFunction) && !is(of, Kind::kClass) && !is_module(of)) return;
  const bool in_forward = in_.tensors->in_forward();
  // In constructors, what makes modules is of interest.
  if (!in_forward && !(is(of, Kind::kClass) && is_module(result))) return;
  uint32_t id = callee_of(of, result);
  if (callees_[id].name.empty()) return;
  const py::Obj* module = is_module(of) ? of.obj : is_module(result) ? result.obj : nullptr;
  Called record{call, id, {}, {}, context(), module};
  if (in_forward) {
    for (size_t i = 0; i < std::min(args.positional.size(), kShownArguments); ++i)
      if (!is_module(args.positional[i]))
        record.arguments.push_back(shape_of(in_, args.positional[i]));
    record.result = shape_of(in_, result);
  }
  called_.push_back(std::move(record));
}

}  // namespace nnscan::lsp
