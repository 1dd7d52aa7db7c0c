// The prelude's module `onnx`: each signature of onnx.py becomes a native function that applies
// the primitive of that name. Inputs are tensors, or numbers and lists that the signature's
// annotation turns into constants; attributes are known Python values.
#include <algorithm>
#include <memory>

#include "frontend/python/plain.h"
#include "frontend/torch/errors.h"
#include "frontend/torch/tensor.h"
#include "ir/base/check.h"
#include "ir/ops/lacks.h"

namespace nnscan::torch {

using py::Args;
using py::as;
using py::get_if;
using py::Interp;
using py::is;
using py::Keyword;
using py::Kind;
using py::Tag;
using py::Value;

namespace {

enum class InputKind : uint8_t { kSame, kInt64, kFloat32, kBool, kTensor };
enum class AttributeKind : uint8_t { kInt, kFloat, kString, kInts, kFloats, kStrings, kTensor, kDType };

struct InputRow {
  Symbol name;
  InputKind kind;
  bool optional;
};
struct AttributeRow {
  Symbol name;
  AttributeKind kind;
  Value fallback;  // unbound: required
};
struct Primitive {
  const OpInfo* op;
  std::vector<InputRow> inputs;
  bool variadic = false;
  std::vector<AttributeRow> attributes;
};

std::string annotation(Interp& in, const py::FunctionObj* f, const syntax::Param& p) {
  if (!p.annotation.valid()) return "";
  std::string text(in.session.sources.text(f->tree->span(f->tree->exprs[p.annotation])));
  std::erase(text, '\'');
  std::erase(text, '"');
  return text;
}

InputKind input_kind(const std::string& name) {
  if (name == "T") return InputKind::kSame;
  if (name == "i64") return InputKind::kInt64;
  if (name == "f32") return InputKind::kFloat32;
  if (name == "bool") return InputKind::kBool;
  NNSCAN_CHECK(name == "any", "input annotation " + name);
  return InputKind::kTensor;
}

AttributeKind attribute_kind(const std::string& name) {
  static constexpr std::pair<const char*, AttributeKind> kKinds[] = {
      {"int", AttributeKind::kInt}, {"float", AttributeKind::kFloat}, {"str", AttributeKind::kString},
      {"ints", AttributeKind::kInts}, {"floats", AttributeKind::kFloats}, {"strings", AttributeKind::kStrings},
      {"tensor", AttributeKind::kTensor}, {"dtype", AttributeKind::kDType}};
  for (auto [text, kind] : kKinds)
    if (name == text) return kind;
  NNSCAN_CHECK(false, "attribute annotation " + name);
}

Primitive read_signature(Interp& in, py::FunctionObj* f) {
  Primitive p;
  p.op = find_op(in.text(f->code->name));
  NNSCAN_CHECK(p.op, "a primitive for " + in.text(f->code->name));
  for (size_t i = 0; i < f->code->params.size(); ++i) {
    const syntax::Param& param = f->code->params[i];
    std::string kind = annotation(in, f, param);
    if (param.kind == syntax::ParamKind::kKeywordOnly) {
      p.attributes.push_back({param.name, attribute_kind(kind), f->defaults[i]});
    } else {
      p.variadic |= param.kind == syntax::ParamKind::kVarArgs;
      p.inputs.push_back({param.name, input_kind(kind), !f->defaults[i].is_unbound()});
    }
  }
  return p;
}

// What ONNX Runtime's CPU provider computes in single precision only, though the standard has doubles:
// https://github.com/microsoft/onnxruntime/blob/main/docs/OperatorKernels.md
constexpr std::string_view kSingleOnly[] = {
    "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "AveragePool", "Col2Im", "Conv", "ConvTranspose", "Cosh",
    "Det", "Elu", "Erf", "Gelu", "GlobalAveragePool", "GlobalMaxPool", "HardSigmoid", "HardSwish", "Hardmax",
    "InstanceNormalization", "LRN", "LeakyRelu", "LpPool", "MaxUnpool", "Mean", "Mish", "Multinomial", "PRelu",
    "RNN", "Resize", "Selu", "Sinh", "Softplus", "Softsign", "Tan", "ThresholdedRelu"};

class Call {
 public:
  Call(Interp& in, const Primitive& primitive, const Args& args) : in_(in), p_(primitive), args_(args) {}

  Value run() {
    bind();
    if (!poison_.is_unbound()) return in_.use_poison(poison_);
    if (p_.variadic && values_.empty()) in_.raise(in_.types.type_error, std::string(p_.op->name) + " needs an input");
    if (p_.op->since > in_.session.options.opset) return older();
    std::vector<ValueId> inputs = convert_inputs();
    std::vector<NamedAttribute> attributes = convert_attributes();
    while (!inputs.empty() && !inputs.back().valid()) inputs.pop_back();
    if (!poison_.is_unbound()) return in_.use_poison(poison_);
    try {
      bool narrowed = narrow(inputs);
      std::vector<ValueId> outputs = in_.builder.make(*p_.op, std::move(inputs), std::move(attributes), outputs_);
      if (narrowed)
        for (ValueId& v : outputs)
          if (dtype_of(v) == DType::kFloat32) v = in_.builder.cast(v, DType::kFloat64);
      Torch& torch = torch_of(in_);
      if (!torch.forward_running)
        for (ValueId v : outputs) check_size(in_.session.graph.type(v));
      if (!several_) return torch.make(outputs[0]);
      std::vector<Value> tensors;
      for (ValueId v : outputs) tensors.push_back(torch.make(v));
      return in_.tuple(std::move(tensors));
    } catch (DimOverflow&) {
      in_.limit(Code::kLimitSize, "a size does not fit in 64 bits here", "");
    } catch (OperatorLacks& lacks) {
      if (lacks.code == Code::kUnknownRank)
        for (const Value& v : values_)
          if (auto* t = get_if<TensorObj>(v); t && !torch_of(in_).type(t).ranked)
            return refuse_rank(in_, torch_of(in_).content(t));
      return in_.refuse(lacks.code, in_call("`") + lacks.message, hint_for(lacks.code));
    } catch (TypeError& error) {
      raise_as(in_, Code::kShapeMismatch, in_call("") + error.message);
    }
  }

 private:
  // "torch.nn.Linear: ", in quotes where they are given.
  std::string in_call(const std::string& quote) {
    std::string call = in_.torch_call();
    return call.empty() ? "" : quote + call + quote + ": ";
  }

  static std::string hint_for(Code code) {
    if (code == Code::kTargetLacks) return "convert the tensor first, e.g. by `.float()`";
    if (code == Code::kDTypeMismatch) return "bring them to one dtype, e.g. by `.to(other.dtype)`";
    if (code == Code::kOpsetTooLow) return "try a higher one, e.g. --opset 20";
    if (code == Code::kUnknownRank) return "declare the input with all its dimensions: --input 'x:float32[N,3,224,224]'";
    if (code == Code::kUnknownDim || code == Code::kLimitSize)
      return "give fixed sizes: --input 'x:float32[N,3,224,224]'";
    return "";
  }

  void bind() {
    values_.resize(p_.variadic ? args_.size() : p_.inputs.size());
    if (args_.size() > values_.size())
      in_.raise(in_.types.type_error, std::string(p_.op->name) + " takes at most " + std::to_string(values_.size()) + " inputs");
    for (size_t i = 0; i < args_.size(); ++i) take(args_[i], values_[i]);
    attributes_.resize(p_.attributes.size());
    for (const Keyword& k : args_.keywords) {
      if (in_.text(k.name) == "outputs") {
        several_ = true;
        outputs_ = static_cast<size_t>(in_.index_of(k.value));
        several_ = outputs_ != 1 || std::string_view(p_.op->name) == "Split";
        continue;
      }
      if (Value* slot = named(k.name)) {
        take(k.value, *slot);
        continue;
      }
      in_.raise(in_.types.type_error, std::string(p_.op->name) + " has no attribute '" + in_.text(k.name) + "'");
    }
  }

  // A constructor's tensors exist in memory, in PyTorch at least.
  void check_size(const Type& type) {
    Dim count = element_count(type, in_.session.dims);
    auto known = count.valid() ? in_.session.dims.known(count) : std::nullopt;
    if (known && static_cast<uint64_t>(*known) > in_.session.options.limits.elements)
      in_.limit(Code::kLimitSize, "a tensor of " + std::to_string(*known) + " elements is made here", "");
  }

  Value* named(Symbol name) {
    for (size_t i = 0; i < p_.attributes.size(); ++i)
      if (p_.attributes[i].name == name) return &attributes_[i];
    if (!p_.variadic)
      for (size_t i = 0; i < p_.inputs.size(); ++i)
        if (p_.inputs[i].name == name) return &values_[i];
    return nullptr;
  }

  void take(const Value& v, Value& slot) {
    slot = py::plain(v);
    if (is(v, Kind::kPoison)) poison_ = v;
  }

  // The same call in terms of older operators.
  Value older() {
    py::ModuleObj* compat = in_.import_module("onnx_compat");
    Value function;
    if (in_.module_attribute(compat, in_.symbol(p_.op->name), function))
      return in_.call(function, args_.positional, args_.keywords);
    return in_.refuse(Code::kOpsetTooLow,
                      "`" + in_.torch_call() + "` needs opset " + std::to_string(p_.op->since) + " (`" + p_.op->name + "`)",
                      "--opset " + std::to_string(p_.op->since));
  }

  std::vector<ValueId> convert_inputs() {
    std::optional<DType> same;
    for (size_t i = 0; i < values_.size(); ++i)
      if (row(i).kind == InputKind::kSame && is(values_[i], Kind::kTensor) && !same)
        same = torch_of(in_).type(as<TensorObj>(values_[i])).dtype;
    std::vector<ValueId> inputs;
    for (size_t i = 0; i < values_.size(); ++i) {
      const Value& v = values_[i];
      if (v.is_unbound() || v.is_none()) {
        if (!row(i).optional) in_.raise(in_.types.type_error, std::string(p_.op->name) + " needs its input '" + in_.text(row(i).name) + "'");
        inputs.push_back(ValueId{});
        continue;
      }
      inputs.push_back(convert(v, row(i), same));
    }
    return inputs;
  }

  // Doubles of which there is no kernel go by way of floats. What is known is computed here, exactly.
  bool narrow(std::vector<ValueId>& inputs) {
    if (!std::ranges::binary_search(kSingleOnly, std::string_view(p_.op->name))) return false;
    auto is_double = [&](ValueId v) { return v.valid() && dtype_of(v) == DType::kFloat64; };
    auto is_known = [&](ValueId v) { return !v.valid() || in_.session.graph.constant(v); };
    if (std::ranges::none_of(inputs, is_double) || std::ranges::all_of(inputs, is_known)) return false;
    if (!std::ranges::binary_search(kSingleOnly, std::string_view(p_.op->name))) return false;
    for (ValueId& v : inputs)
      if (is_double(v)) v = in_.builder.cast(v, DType::kFloat32);
    in_.assume("single precision is enough for `" + std::string(p_.op->name) + "`, which ONNX Runtime has not in double");
    return true;
  }

  DType dtype_of(ValueId v) const { return in_.session.graph.type(v).dtype; }

  const InputRow& row(size_t i) const { return p_.inputs[std::min(i, p_.inputs.size() - 1)]; }

  ValueId convert(const Value& v, const InputRow& row, std::optional<DType> same) {
    Torch& torch = torch_of(in_);
    if (is(v, Kind::kTensor)) return torch.content(as<TensorObj>(v));
    DType dtype = row.kind == InputKind::kInt64 ? DType::kInt64
                  : row.kind == InputKind::kFloat32 ? DType::kFloat32
                  : row.kind == InputKind::kBool ? DType::kBool : same.value_or(DType::kFloat32);
    if (row.kind == InputKind::kTensor || (row.kind == InputKind::kSame && !same))
      in_.raise(in_.types.type_error, std::string(p_.op->name) + " needs a Tensor for '" + in_.text(row.name) + "', not " + in_.type_name(v));
    if (v.is_number() || v.is_symbolic()) return in_.to_graph(v, dtype);
    if (is(v, Kind::kList) || is(v, Kind::kTuple)) {
      std::span<const Value> items = py::items_in(v);
      if (dtype == DType::kInt64) {
        if (std::optional<Dims> dims = sizes(items)) return in_.builder.shape_value(*dims);
      }
      Value tensor = torch.from_data(v, &dtype);
      if (is(tensor, Kind::kPoison)) {
        poison_ = tensor;
        return ValueId{};
      }
      return torch.content(as<TensorObj>(tensor));
    }
    in_.raise(in_.types.type_error, std::string(p_.op->name) + " cannot take " + in_.type_name(v) + " for '" + in_.text(row.name) + "'");
  }

  std::optional<Dims> sizes(std::span<const Value> items) {
    Dims dims;
    for (Value v : items) {
      v = py::plain(in_.force(v));
      if (is(v, Kind::kPoison)) poison_ = v;
      if (is(v, Kind::kTensor)) v = torch_of(in_).item(as<TensorObj>(v));
      if (!v.is_any_int() && v.tag != Tag::kSymInt) return std::nullopt;
      dims.push_back(in_.to_dim(v));
    }
    return dims;
  }

  [[noreturn]] void unknown_attribute(const AttributeRow& a, const Value& v) {
    if (v.is_symbolic() || is(v, Kind::kTensor)) {
      in_.refuse(Code::kUnknownDim,
                 "`" + in_.torch_call() + "` needs a known number for `" + in_.text(a.name) + "` of " + p_.op->name +
                     ", not `" + in_.to_str(v) + "`",
                 "give fixed sizes by --input");
    }
    in_.raise(in_.types.type_error, std::string(p_.op->name) + " cannot take " + in_.type_name(v) + " for its attribute '" + in_.text(a.name) + "'");
  }

  std::vector<NamedAttribute> convert_attributes() {
    std::vector<NamedAttribute> out;
    for (size_t i = 0; i < p_.attributes.size(); ++i) {
      const AttributeRow& row = p_.attributes[i];
      const Value& v = attributes_[i];
      if (v.is_unbound()) {
        if (row.fallback.is_unbound()) in_.raise(in_.types.type_error, std::string(p_.op->name) + " needs its attribute '" + in_.text(row.name) + "'");
        continue;
      }
      if (v.is_none() || same_as_default(v, row.fallback)) continue;
      out.push_back({in_.text(row.name), attribute(row, v)});
    }
    return out;
  }

  bool same_as_default(const Value& v, const Value& fallback) {
    if (fallback.is_unbound() || fallback.is_none()) return false;
    bool comparable = v.is_number() || is(v, Kind::kStr) || is(v, Kind::kList) || is(v, Kind::kTuple);
    if (!comparable) return false;
    if (is(v, Kind::kTuple) || is(v, Kind::kList)) return false;
    return in_.equal(v, fallback);
  }

  template <class T, class Read>
  std::vector<T> each(const AttributeRow& row, const Value& v, Read read) {
    if (!is(v, Kind::kList) && !is(v, Kind::kTuple)) unknown_attribute(row, v);
    std::vector<T> out;
    for (Value item : in_.unpack(v)) out.push_back(read(py::plain(in_.force(item))));
    return out;
  }

  Attribute attribute(const AttributeRow& row, const Value& v) {
    auto integer = [&](const Value& x) -> int64_t {
      if (!x.is_any_int()) unknown_attribute(row, x);
      return x.as_int();
    };
    auto real = [&](const Value& x) -> double {
      if (!x.is_number()) unknown_attribute(row, x);
      return x.as_double();
    };
    auto string = [&](const Value& x) -> std::string {
      if (!is(x, Kind::kStr)) unknown_attribute(row, x);
      return as<py::StrObj>(x)->text;
    };
    switch (row.kind) {
      case AttributeKind::kInt: return integer(v);
      case AttributeKind::kFloat: return real(v);
      case AttributeKind::kString: return string(v);
      case AttributeKind::kInts: return each<int64_t>(row, v, integer);
      case AttributeKind::kFloats: return each<double>(row, v, real);
      case AttributeKind::kStrings: return each<std::string>(row, v, string);
      case AttributeKind::kDType: return static_cast<int64_t>(info(torch::dtype_of(in_, v)).onnx);
      case AttributeKind::kTensor: {
        ValueId content = torch_of(in_).content(tensor_of(in_, v));
        const ValueInfo& value = in_.session.graph.values[content];
        if (!value.constant) unknown_attribute(row, v);
        return value.constant;
      }
    }
    NNSCAN_CHECK(false, "an attribute kind without a case");
  }

  Interp& in_;
  const Primitive& p_;
  const Args& args_;
  std::vector<Value> values_, attributes_;
  Value poison_;
  size_t outputs_ = 1;
  bool several_ = false;
};

Value call_primitive(Interp& in, const Args& args) {
  const auto& primitive = *static_cast<const Primitive*>(in.native_data);
  // One of two values: the call is made on both paths.
  for (size_t i = 0; i < args.size(); ++i)
    if (auto* choice = get_if<py::ChoiceObj>(args[i])) {
      return in.distribute(choice, [&](Value v) {
        std::vector<Value> positional(args.positional.begin(), args.positional.end());
        positional[i] = v;
        in.native_data = &primitive;
        return call_primitive(in, {positional, args.keywords});
      });
    }
  return Call(in, primitive, args).run();
}

}  // namespace

void install_primitives(Interp& interp) {
  interp.module_hooks["onnx"] = [](Interp& in, py::ModuleObj* module) {
    for (py::TableEntry& entry : module->attrs->table.entries()) {
      auto* f = entry.live ? get_if<py::FunctionObj>(entry.value) : nullptr;
      if (!f) continue;
      auto* primitive = in.heap.make<Primitive>(read_signature(in, f));
      Value native = in.native(primitive->op->name, call_primitive, 0, -1);
      as<py::NativeObj>(native)->keywords = true;
      as<py::NativeObj>(native)->binds = false;
      as<py::NativeObj>(native)->data = primitive;
      entry.value = native;
    }
  };
}

}  // namespace nnscan::torch
