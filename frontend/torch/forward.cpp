#include "frontend/torch/forward.h"

#include <algorithm>
#include <set>

#include "frontend/torch/annotations.h"
#include "frontend/torch/errors.h"
#include "ir/base/check.h"
#include "ir/base/spelling.h"

namespace nnscan::torch {

using py::as;
using py::get_if;
using py::is;
using py::Keyword;
using py::Kind;
using py::Tag;
using py::Value;
using syntax::ParamKind;

namespace {

bool is_number(const std::string& s) { return !s.empty() && s.find_first_not_of("0123456789") == std::string::npos; }

}  // namespace

Forward::Declared& Forward::Declared::child(const std::string& name) {
  for (auto& [known, declared] : children)
    if (known == name) return declared;
  children.push_back({name, {}});
  return children.back().second;
}

void Forward::read_declarations() {
  auto fail = [&](const std::string& message, const std::string& hint) {
    in_.session.sink.report({Code::kBadInputSpec, {}, message, hint, {}, {}});
  };
  auto place = [&](const std::string& path) -> Declared& {
    Declared* at = &root_;
    for (size_t begin = 0; begin <= path.size();) {
      size_t dot = std::min(path.find('.', begin), path.size());
      at = &at->child(path.substr(begin, dot - begin));
      begin = dot + 1;
    }
    return *at;
  };
  for (const InputSpec& spec : request_.inputs) {
    Declared& d = place(spec.path);
    if (d.input) fail("`" + spec.path + "` is declared twice", "keep one --input for it");
    d.input = &spec;
  }
  for (const SetSpec& spec : request_.sets) {
    Declared& d = place(spec.path);
    if (d.input || d.set) fail("`" + spec.path + "` is declared twice", "keep one --input or --set for it");
    d.set = &spec;
  }
}

const py::FunctionObj* Forward::find_signature(Value module) {
  Value forward = in_.get(module, "forward");
  while (true) {
    if (auto* m = get_if<py::BoundMethodObj>(forward)) forward = m->function;
    auto* f = get_if<py::FunctionObj>(forward);
    if (!f) return nullptr;
    if (f->left_out) in_.complete(f);
    Value* wrapped = f->attrs ? in_.find(f->attrs, in_.names().wrapped) : nullptr;
    if (!wrapped) return f;
    forward = *wrapped;
  }
}

// ---- inputs

Dim Forward::unknown_dim(const std::string& path, size_t axis) {
  auto key = std::make_pair(path, axis);
  if (auto at = axis_dims_.find(key); at != axis_dims_.end()) return at->second;
  Dim dim;
  if (auto size = learnt_.sizes.find(key); size != learnt_.sizes.end()) {
    dim = in_.session.dims.constant(size->second);
  } else if (auto name = learnt_.names.find(key); name != learnt_.names.end()) {
    dim = in_.session.dims.symbol(name->second);
  } else if (auto same = learnt_.same.find(key); same != learnt_.same.end()) {
    dim = unknown_dim(same->second.first, same->second.second);
  } else {
    dim = in_.session.dims.unknown();
    symbol_axes_[*in_.session.dims.as_symbol(dim)] = key;
  }
  return axis_dims_[key] = dim;
}

Dim Forward::declared_dim(const DeclaredDim& d, const std::string& path, size_t axis) {
  switch (d.kind) {
    case DeclaredDim::Kind::kFixed: return in_.session.dims.constant(d.size);
    case DeclaredDim::Kind::kNamed: return in_.session.dims.symbol(d.name);
    case DeclaredDim::Kind::kUnknown: break;
  }
  return unknown_dim(path, axis);
}

Value Forward::input(const std::string& path, DType dtype, const std::vector<DeclaredDim>* dims,
                     const std::string& annotation) {
  Type type = Type::unranked(dtype);
  if (dims) {
    type.ranked = true;
    for (size_t i = 0; i < dims->size(); ++i) type.dims.push_back(declared_dim((*dims)[i], path, i));
  } else if (auto rank = learnt_.ranks.find(path); rank != learnt_.ranks.end()) {
    type.ranked = true;
    for (int i = 0; i < rank->second; ++i) type.dims.push_back(unknown_dim(path, static_cast<size_t>(i)));
  }
  ValueId value = in_.builder.input(path, type);
  input_paths_[value.index] = path;
  // A Python number stays one: a symbolic bool, int or float.
  bool scalar = dims && dims->empty();
  std::string kind = core(annotation);
  if (scalar && ((kind == "bool" && dtype == DType::kBool) || (kind == "int" && is_integer(dtype)) ||
                 (kind == "float" && is_float(dtype))))
    return in_.from_graph_scalar(value);
  return torch_of(in_).make(value);
}

Value Forward::container(const Declared& declared, const std::string& path, const std::string& annotation) {
  bool sequence = std::all_of(declared.children.begin(), declared.children.end(),
                              [](const auto& child) { return is_number(child.first); });
  if (!sequence) {
    py::DictObj* d = in_.dict();
    for (const auto& [name, child] : declared.children)
      in_.put(d, in_.symbol(name), argument(child, path + "." + name, ""));
    return Value::of(d);
  }
  std::vector<Value> items(declared.children.size());
  for (const auto& [name, child] : declared.children) {
    size_t index = std::stoul(name);
    if (index >= items.size()) {
      in_.session.sink.report({Code::kBadInputSpec, {}, "`" + path + "` has an element " + name + " but not all before it",
                               "declare elements 0 to " + name, {}, {}});
      throw Stop{};
    }
    items[index] = argument(child, path + "." + name, "");
  }
  for (const Value& v : items)
    if (v.is_unbound()) {
      in_.session.sink.report({Code::kBadInputSpec, {}, "an element of `" + path + "` is declared twice", "", {}, {}});
      throw Stop{};
    }
  std::string kind = core(annotation);
  bool list = kind.starts_with("List") || kind.starts_with("list") || kind.starts_with("Sequence") || kind.starts_with("typing.List");
  return list ? in_.list(std::move(items)) : in_.tuple(std::move(items));
}

Value Forward::argument(const Declared& d, const std::string& path, const std::string& annotation) {
  if (d.set) return in_.eval_text(d.set->literal, "--set " + d.set->path, file_);
  if (d.input) return input(path, d.input->dtype, d.input->dims ? &*d.input->dims : nullptr, annotation);
  return container(d, path, annotation);
}

// A parameter that nobody declared: its annotation says what it may be, its use the rest.
Value Forward::undeclared(const std::string& path, const std::string& annotation, Span span) {
  std::string kind = core(annotation);
  static const std::vector<DeclaredDim> kScalar;
  if (kind == "bool") return input(path, DType::kBool, &kScalar, kind);
  if (kind == "int") return input(path, DType::kInt64, &kScalar, kind);
  if (kind == "float") return input(path, DType::kFloat32, &kScalar, kind);
  if (kind.ends_with("LongTensor")) return input(path, DType::kInt64, nullptr, kind);
  if (kind.ends_with("BoolTensor")) return input(path, DType::kBool, nullptr, kind);
  if (size_t count = size_of_tuple(kind)) return in_.tuple(elements(path, count));
  bool list = is_tensor(element_of_list(kind));
  if (auto count = learnt_.lists.find(path); list && count != learnt_.lists.end())
    return in_.list(elements(path, count->second));
  if (list) open_lists_.push_back(path);  // how long it is can be supposed
  if (!kind.empty() && !is_tensor(kind)) {
    in_.session.sink.report({Code::kBadInputSpec, span, "what to give for `" + path + ": " + annotation + "` is not known",
                             "declare it with --input '" + path + ":float32[N,…]' (elements by path: '" + path +
                                 ".0:…'), or fix it with --set '" + path + "=…'", {}, {}});
    throw Stop{};
  }
  return guessed(path, kind);
}

std::vector<Value> Forward::elements(const std::string& path, size_t count) {
  std::vector<Value> items;
  for (size_t i = 0; i < count; ++i) items.push_back(guessed(path + "." + std::to_string(i), "Tensor"));
  return items;
}

// Some tensor: of floats, unless its use says otherwise.
Value Forward::guessed(const std::string& path, const std::string& annotation) {
  auto learnt = learnt_.dtypes.find(path);
  Value v = input(path, learnt == learnt_.dtypes.end() ? DType::kFloat32 : learnt->second, nullptr, annotation);
  torch_of(in_).guessed.insert(torch_of(in_).content(as<TensorObj>(v)).index);
  return v;
}

void Forward::bind(Value module, std::vector<Value>& positional, std::vector<Keyword>& keywords) {
  signature_ = find_signature(module);
  if (!signature_) {
    in_.session.sink.report({Code::kUnsupportedConstruct, {}, "`forward` of this module is not a function", "", {}, {}});
    throw Stop{};
  }
  read_declarations();
  std::set<std::string> known;
  const syntax::Function& code = *signature_->code;
  bool by_keyword = false;
  Span behind_name{code.name_span.file, code.name_span.end, code.span.end};
  const std::vector<std::string> commented = annotations_in_comment(in_.session.sources.text(behind_name));
  const size_t commented_self = commented.size() == code.params.size() ? 1 : 0;  // it may leave `self` out
  for (size_t i = 1; i < code.params.size(); ++i) {
    const syntax::Param& p = code.params[i];
    std::string name = in_.text(p.name);
    known.insert(name);
    std::string annotation;
    Span span = code.name_span;
    if (p.annotation.valid()) {
      span = signature_->tree->span(signature_->tree->exprs[p.annotation]);
      annotation = std::string(in_.session.sources.text(span));
    } else if (i - 1 + commented_self < commented.size()) {
      annotation = commented[i - 1 + commented_self];
    }
    const Declared* declared = nullptr;
    for (const auto& [known_name, d] : root_.children)
      if (known_name == name) declared = &d;
    const bool many = p.kind == ParamKind::kVarArgs || p.kind == ParamKind::kVarKeywords;
    if (many && declared && (declared->input || declared->set)) {
      std::string stars = p.kind == ParamKind::kVarArgs ? "*" : "**";
      std::string inner = p.kind == ParamKind::kVarArgs ? "`, one by one: `" + name + ".0`" : "`, by name: `" + name + ".mask`";
      in_.session.sink.report({Code::kBadInputSpec, code.name_span, "`" + stars + name + "` is not a single input",
                               "declare what is in `" + stars + name + inner, {}, {}});
      throw Stop{};
    }
    if (p.kind == ParamKind::kVarArgs) {
      if (!declared) {
        open_arguments_ = name;
      } else {
        Value items = container(*declared, name, "");
        for (const Value& v : in_.unpack(items)) positional.push_back(v);
      }
      by_keyword = true;
      continue;
    }
    if (p.kind == ParamKind::kVarKeywords) {
      if (declared)
        for (const auto& [key, child] : declared->children)
          keywords.push_back({in_.symbol(key), argument(child, name + "." + key, "")});
      continue;
    }
    bool has_default = !signature_->defaults[i].is_unbound();
    if (!declared && has_default && !request_.given.count(name)) {
      by_keyword = true;  // what follows skips over it
      bool open = annotation.empty() ? signature_->defaults[i].is_none() : is_tensor(core(annotation));
      if (open) kept_.push_back(name);
      continue;
    }
    Value v = declared ? argument(*declared, name, annotation) : undeclared(name, annotation, span);
    if (by_keyword || p.kind == ParamKind::kKeywordOnly) keywords.push_back({p.name, v});
    else positional.push_back(v);
  }
  for (const auto& [name, d] : root_.children) {
    if (known.count(name)) continue;
    std::vector<std::string> names(known.begin(), known.end());
    std::string list, guess = meant_by(name, names);
    for (const std::string& n : names) list += (list.empty() ? "`" : ", `") + n + "`";
    in_.session.sink.report({Code::kBadInputSpec, code.name_span, "`forward` has no parameter `" + name + "`",
                             guess.empty() ? "it has " + (list.empty() ? "none" : list) : "did you mean `" + guess + "`?", {}, {}});
  }
  if (in_.session.sink.has_errors()) throw Stop{};
}

// ---- outputs

// Outside of every function: a branch needs a frame.
Value Forward::selected(const py::ChoiceObj* c) {
  py::Frame frame;
  py::Frame* outer = std::exchange(in_.frame, &frame);
  Value one = in_.select(c->condition, c->then_value, c->else_value);
  in_.frame = outer;
  return one;
}

// Tensors of one dtype and different ranks as one result of an `If`, whose rank is open; else none.
ValueId Forward::either_tensor(const py::ChoiceObj* choice) {
  ValueId sides[2];
  for (bool then_side : {true, false}) {
    Value v = then_side ? choice->then_value : choice->else_value;
    if (auto* inner = get_if<py::ChoiceObj>(v)) sides[then_side] = either_tensor(inner);
    else if (is(v, Kind::kTensor)) sides[then_side] = torch_of(in_).content(as<TensorObj>(v));
    if (!sides[then_side].valid()) return {};
  }
  const Graph& graph = in_.session.graph;
  if (graph.type(sides[0]).dtype != graph.type(sides[1]).dtype) return {};
  NodeId branch = in_.builder.open_if(choice->condition);
  return in_.builder.add_if_output(branch, sides[1], sides[0]);
}

void Forward::flatten(Value v, std::vector<ValueId>& leaves) {
  v = in_.force(v);
  switch (v.tag) {
    case Tag::kNone: return;
    case Tag::kBool: case Tag::kSymBool: leaves.push_back(in_.to_graph(v, DType::kBool)); return;
    case Tag::kInt: case Tag::kSymInt: leaves.push_back(in_.to_graph(v, DType::kInt64)); return;
    case Tag::kFloat: case Tag::kSymFloat: leaves.push_back(in_.to_graph(v, DType::kFloat64)); return;
    case Tag::kObject: break;
    default: return;
  }
  switch (v.obj->kind) {
    case Kind::kTensor: leaves.push_back(torch_of(in_).content(as<TensorObj>(v))); return;
    case Kind::kTuple: case Kind::kList:
      for (const Value& item : in_.unpack(v)) flatten(item, leaves);
      return;
    case Kind::kDict:
      in_.look(v);
      for (const py::TableEntry& e : std::vector<py::TableEntry>(as<py::DictObj>(v)->table.entries()))
        if (e.live) flatten(e.value, leaves);
      return;
    case Kind::kInstance: {
      // Complex and sparse tensors are objects of the prelude, which say what to return instead.
      if (Value* instead = in_.class_lookup(v.obj->cls, in_.symbol("to_be_returned_as"))) {
        in_.refuse_at(signature_->code->name_span, Code::kTargetLacks,
                      "`forward` returns a " + in_.type_name(v) + ", and ONNX has no such outputs",
                      "return " + in_.to_str(*instead));
        return;
      }
      Value fields;
      if (in_.try_get(v, in_.symbol("__dataclass_fields__"), fields) && is(in_.force(fields), Kind::kDict)) {
        for (const Value& name : in_.unpack(fields)) flatten(in_.get(v, in_.to_str(name)), leaves);
        return;
      }
      // An object that has items and says how to walk them, such as a cache of keys and values.
      if (in_.class_lookup(v.obj->cls, in_.names().iter) && in_.class_lookup(v.obj->cls, in_.names().len)) {
        for (const Value& item : in_.unpack(v)) flatten(item, leaves);
        return;
      }
      break;
    }
    case Kind::kChoice: {
      auto* c = as<py::ChoiceObj>(v);
      // A file has no output that is sometimes missing.
      if (c->else_value.is_none() && c->loop.file.valid()) {
        in_.assume_at(c->loop, "this loop runs at least once: what it sets is None before it, and `forward` returns that");
        return flatten(c->then_value, leaves);
      }
      if (Value one = selected(c); !is(one, Kind::kChoice)) return flatten(one, leaves);
      if (ValueId either = either_tensor(c); either.valid()) {
        leaves.push_back(either);
        return;
      }
      in_.refuse_at(signature_->code->name_span, Code::kBranchMismatch,
                    "`forward` returns a " + in_.type_name(c->then_value) + " on one path and a " +
                        in_.type_name(c->else_value) + " on the other",
                    "return tensors of one dtype in the same structure on every path");
      return;
    }
    case Kind::kPoison: in_.use_poison(v); return;
    default: break;
  }
  in_.refuse_at(signature_->code->name_span, Code::kUnsupportedConstruct,
                "`forward` returns a " + in_.type_name(v) + ", which is no tensor, number, or container of those",
                "return tensors");
}

std::vector<std::string> Forward::output_names(size_t count, bool single) {
  std::vector<std::string> names(count);
  // All return statements must agree on the names.
  const auto& returned = in_.return_names;
  bool agreed = !returned.empty();
  for (const auto& one : returned) agreed &= one == returned[0];
  if (agreed && returned[0].size() == count && (count > 1 || single)) names = returned[0];
  std::set<std::string> taken;
  for (ValueId v : in_.session.graph.blocks[in_.session.graph.root].params)
    taken.insert(in_.session.graph.values[v].name);
  for (ValueId v : in_.session.graph.parameters) taken.insert(in_.session.graph.values[v].name);
  for (size_t i = 0; i < count; ++i) {
    if (names[i].empty() || taken.count(names[i])) names[i] = "output_" + std::to_string(i);
    while (taken.count(names[i])) names[i] += "_";
    taken.insert(names[i]);
  }
  return names;
}

void Forward::collect(Value result) {
  std::vector<ValueId> leaves;
  flatten(result, leaves);
  if (in_.session.sink.has_errors()) return;
  if (leaves.empty()) {
    in_.refuse_at(signature_->code->name_span, Code::kUnsupportedConstruct, "`forward` returns no tensor", "return what the model computes");
    return;
  }
  std::vector<std::string> names = output_names(leaves.size(), is(in_.force(result), Kind::kTensor));
  for (size_t i = 0; i < leaves.size(); ++i) in_.session.graph.outputs.push_back({leaves[i], names[i]});
}

bool has_forward(py::Interp& in, Value module) {
  Value* of_all = in.find(torch_of(in).module_class()->attrs, in.symbol("forward"));
  Value own = in.get(module, "forward");
  auto* method = get_if<py::BoundMethodObj>(own);
  return !of_all || !method || !method->function.identical(*of_all);
}

void Forward::run(Value module, py::ModuleObj* file) {
  file_ = file;
  if (!has_forward(in_, module)) {
    in_.session.sink.report({Code::kPythonRaised, in_.class_of(module)->span,
                             "calling it raises `NotImplementedError`: `" + in_.type_name(module) + "` has no `forward`",
                             "define it, or name a class that does", {}, {}});
    throw Stop{};
  }
  torch_of(in_).forward_running = true;
  std::vector<Value> positional{module};
  std::vector<Keyword> keywords;
  bind(module, positional, keywords);
  in_.watched = signature_->code;
  Value call = in_.get(Value::of(in_.class_of(module)), "__call__");
  try {
    collect(in_.call(call, positional, keywords));
  } catch (const py::Raise& raised) {
    bool wants_more = in_.is_instance(raised.exception, in_.types.type_error) ||
                      in_.is_instance(raised.exception, in_.types.index_error);
    if (wants_more && !open_arguments_.empty())
      give_hint(in_, raised.exception, Code::kPythonRaised,
                "`forward` takes `*" + open_arguments_ + "`, which is empty as nothing declares what it holds: --input '" +
                    open_arguments_ + ".0:float32[N,3,224,224]'");
    throw;
  }
}

// ---- refinement

bool Forward::learn(const std::vector<Refinement>& refinements, Learnt& learnt) const {
  bool fresh = false;
  for (const Refinement& r : refinements) {
    if (r.value.valid()) {
      auto path = input_paths_.find(r.value.index);
      if (path == input_paths_.end()) continue;
      if (r.rank >= 0) fresh |= learnt.ranks.emplace(path->second, r.rank).second;
      if (r.dtype) fresh |= learnt.dtypes.emplace(path->second, *r.dtype).second;
      continue;
    }
    auto axis = symbol_axes_.find(r.symbol);
    if (axis == symbol_axes_.end()) continue;
    if (auto size = in_.session.dims.known(r.dim)) {
      fresh |= learnt.sizes.emplace(axis->second, *size).second;
    } else if (auto symbol = in_.session.dims.as_symbol(r.dim)) {
      auto other = symbol_axes_.find(*symbol);
      const DimSymbol& info = in_.session.dims.symbol_info(*symbol);
      if (other != symbol_axes_.end()) fresh |= learnt.same.emplace(axis->second, other->second).second;
      else if (!info.anonymous) fresh |= learnt.names.emplace(axis->second, info.name).second;
    }
  }
  return fresh;
}

std::vector<OpenInput> Forward::open() const {
  std::vector<OpenInput> open;
  for (const std::string& path : open_lists_) open.push_back({path, DType::kFloat32, -1, {}, true});
  const Graph& graph = in_.session.graph;
  for (ValueId v : graph.blocks[graph.root].params) {
    auto path = input_paths_.find(v.index);
    if (path == input_paths_.end()) continue;
    const Type& type = graph.type(v);
    OpenInput input{path->second, type.dtype, type.ranked ? static_cast<int>(type.rank()) : -1, {}, false};
    for (size_t i = 0; type.ranked && i < type.rank(); ++i) {
      auto symbol = in_.session.dims.as_symbol(type.dims[i]);
      if (symbol && symbol_axes_.count(*symbol)) input.axes.push_back(i);
    }
    if (!type.ranked || !input.axes.empty()) open.push_back(std::move(input));
  }
  return open;
}

}  // namespace nnscan::torch
