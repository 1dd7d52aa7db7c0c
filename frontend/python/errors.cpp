// Reports, Python exceptions, and where in the user's code we are.
#include <pthread.h>

#include <exception>

#include <algorithm>

#include "frontend/python/function_objects.h"
#include "frontend/python/interp.h"
#include "ir/base/open_text.h"

namespace nnscan::py {

namespace {

std::string frame_name(const Frame& frame) {
  if (frame.function) return frame.function->qualified_name;
  if (frame.names) return "class body";
  return frame.module ? "module " + frame.module->name : "module";
}

// As its documentation calls it: `torch.nn.Linear`, whatever file below torch.nn.modules defines it.
std::string layer_name(const ClassObj& cls) {
  constexpr std::string_view kLayers = "torch.nn.";
  const std::string& module = cls.module->public_name;
  return (module.starts_with(std::string(kLayers) + "modules.") ? std::string(kLayers) : module + ".") + cls.qualified_name;
}

}  // namespace

Span Interp::user_span() const {
  const Frame* last = nullptr;
  for (const Frame* f = frame; f; f = f->caller) {
    if (!f->is_prelude) return f->here();
    last = f;
  }
  return last ? last->here() : Span{};
}

std::vector<CallSite> Interp::user_chain() const {
  std::vector<CallSite> chain;
  bool innermost = true;
  for (const Frame* f = frame; f; f = f->caller) {
    if (f->is_prelude) continue;
    if (!innermost) chain.insert(chain.begin(), {f->here(), frame_name(*f)});
    innermost = false;
  }
  return chain;
}

std::vector<Span> Interp::call_spans() const {
  std::vector<Span> spans;
  bool innermost = true;
  for (const Frame* f = frame; f; f = f->caller) {
    if (f->is_prelude) continue;
    if (!innermost) spans.insert(spans.begin(), f->here());
    innermost = false;
  }
  return spans;
}

std::string Interp::torch_call() const {
  // What calls it from the standard library, as functools.partial does, is not what is called.
  auto is_torch = [](const Frame* f) { return f->function && f->module->public_name.starts_with("torch"); };
  const Frame *outermost_prelude = nullptr, *outermost_torch = nullptr;
  for (const Frame* f = frame; f && f->is_prelude; f = f->caller) {
    if (f->function) outermost_prelude = f;
    if (is_torch(f)) outermost_torch = f;
  }
  if (outermost_torch) outermost_prelude = outermost_torch;
  if (!outermost_prelude) return "";
  // A layer called as such: the innermost one, as its class is called in public.
  bool by_its_layer = std::any_of(module_stack.begin(), module_stack.end(),
                                  [&](const ModuleCall& call) { return call.caller == outermost_prelude->caller; });
  if (by_its_layer)
    for (const ClassObj* cls : module_stack.back().module->cls->mro)
      if (cls->module && cls->module->is_prelude) return layer_name(*cls);
  const FunctionObj& function = *outermost_prelude->function;
  const std::string& name = function.qualified_name;
  if (name.starts_with('_') && !function.code->params.empty()) {
    const Value& self = outermost_prelude->slots[function.code->params[0].slot];
    if (const ClassObj* owner = public_owner(*this, function, self))
      return layer_name(*owner) + (name.ends_with(".__init__") ? "" : method_of_owner(function, is(self, Kind::kClass)));
  }
  std::string shown = name.substr(0, name.find(".<locals>"));
  constexpr std::string_view kMissing = ".__getattr__";  // what is called is of the class
  if (shown.ends_with(kMissing)) shown.resize(shown.size() - kMissing.size());
  return outermost_prelude->module->public_name + "." + shown;
}

Value Interp::make_exception(ClassObj* type, std::string message) {
  auto* exception = make<InstanceObj>(type);
  exception->attrs = dict();
  put(exception->attrs, names().args, tuple({str(std::move(message))}));
  return Value::of(exception);
}

// The exception that is being handled where the program is.
Value Interp::handled_exception() const {
  for (const Frame* f = frame; f; f = f->caller)
    if (!f->handled.empty()) return f->handled.back();
  return Value();
}

// The graph keeps where a report was made as one more origin, though no node has it: views show the stop
// in its module, after the nodes that were made before.
static void mark_stop(Interp& in) {
  if (!in.module_stack.empty()) in.origin();
}

void Interp::raise_value(Value exception) {
  Value handled = handled_exception();
  if (!handled.is_unbound() && !handled.identical(exception)) set_context(exception, handled);
  mark_stop(*this);
  throw Raise{exception, user_span(), user_chain()};
}

void Interp::set_context(Value exception, Value context) {
  auto attrs_of = [](const Value& v) { return is(v, Kind::kInstance) ? as<InstanceObj>(v)->attrs : nullptr; };
  if (!attrs_of(exception)) return;
  // The chain must not come back to the exception itself.
  constexpr int kLongest = 1000;
  Value link = context;
  for (int i = 0; i < kLongest && attrs_of(link); ++i) {
    Value* next = find(attrs_of(link), names().context);
    if (!next) break;
    if (next->identical(exception)) {
      put(attrs_of(link), names().context, Value::none());
      break;
    }
    link = *next;
  }
  put(attrs_of(exception), names().context, context);
}

void Interp::raise(ClassObj* type, std::string message) {
  raise_value(make_exception(type, std::move(message)));
}

std::string Interp::describe_exception(const Value& exception) {
  std::string name = type_name(exception);
  std::string message;
  try {
    message = to_str(exception);
  } catch (const Raise&) {
  }
  constexpr size_t kLongest = 400;
  if (message.size() > kLongest) message = message.substr(0, kLongest) + "…";
  return message.empty() ? name : name + ": " + message;
}

Value Interp::refuse(Code code, std::string message, std::string hint) {
  return refuse_at(user_span(), code, std::move(message), std::move(hint));
}

Value Interp::refuse_at(Span span, Code code, std::string message, std::string hint) {
  mark_stop(*this);
  session.sink.report({code, span, message, std::move(hint), user_chain(), {}});
  return poison(code, std::move(message), next_report_++, span);
}

void Interp::withdraw(size_t reports, size_t assumptions, uint32_t first) {
  session.sink.truncate(reports);
  auto& list = session.graph.assumptions;
  if (list.size() > assumptions) list.erase(list.begin() + static_cast<int64_t>(assumptions), list.end());
  if (next_report_ > first) withdrawn_.push_back({first, next_report_});
}

bool Interp::is_withdrawn(uint32_t report) const {
  for (auto [first, end] : withdrawn_)
    if (report >= first && report < end) return true;
  return false;
}

// A poison that nobody has heard of yet is reported by whoever uses it first.
Value Interp::use_poison(Value v) {
  auto* p = as<PoisonObj>(v);
  if (p->report != 0 && !is_withdrawn(p->report)) return v;
  mark_stop(*this);
  if (!p->package.empty()) note_out_of_order(p->package);
  journal.keep(p, p->report);
  p->report = next_report_++;
  Diagnostic d{p->code, user_span(), p->message, p->hint, user_chain(), {}};
  if (!d.span.valid()) d.span = p->span;  // nobody's line: what --class itself names
  if (p->span.valid() && !(p->span == d.span)) d.notes.push_back({p->span, "it comes from here"});
  session.sink.report(std::move(d));
  return v;
}

void Interp::assume(std::string message) { assume_at(user_span(), std::move(message)); }

void Interp::assume_at(Span span, std::string message) {
  for (const Assumption& known : session.graph.assumptions)
    if (known.span == span && known.message == message) return;
  session.graph.assumptions.push_back({span, without_marks(std::move(message))});
}

void Interp::limit(Code code, std::string message, std::string hint) {
  mark_stop(*this);
  session.sink.report({code, user_span(), std::move(message), std::move(hint), user_chain(), {}});
  throw Stop{};
}

void Interp::over_steps() {
  limit(Code::kLimitSteps,
        "analysis passed " + std::to_string(session.options.limits.steps) + " steps here",
        "a loop that never ends, or a very large constructor; raise the limit with --max-steps");
}

void Interp::over_memory() {
  limit(Code::kLimitSize,
        "the source makes more than " + std::to_string(session.options.limits.heap_bytes >> 20) + " MB of Python objects",
        "a loop that never ends, or very large lists");
}

void on_deep_stack(const std::function<void()>& body) {
  struct Job {
    const std::function<void()>* body;
    std::exception_ptr failure;
  } job{&body, nullptr};
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, size_t{1} << 30);  // reserved, touched only as needed
  pthread_t thread;
  int error = pthread_create(&thread, &attributes, [](void* p) -> void* {
    auto* job = static_cast<Job*>(p);
    try {
      (*job->body)();
    } catch (...) {
      job->failure = std::current_exception();
    }
    return nullptr;
  }, &job);
  pthread_attr_destroy(&attributes);
  if (error != 0) {  // no room for the stack: the caller's own will do for ordinary files
    body();
    return;
  }
  pthread_join(thread, nullptr);
  if (job.failure) std::rethrow_exception(job.failure);
}

}  // namespace nnscan::py
