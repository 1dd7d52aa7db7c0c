#include "tools/lsp/counts.h"

#include <set>

#include "frontend/torch/tensor.h"
#include "ir/multiply_adds.h"
#include "tools/check/suppose.h"

namespace nnscan::lsp {

namespace {

constexpr int64_t kSide = 224, kLength = 128,
                  kChannels = 3;  // of inputs of which nothing says their sizes

// How people call the axes of an input of this rank.
const char* letters(size_t rank, DType dtype) {
  constexpr const char* kFloats[] = {"", "N", "NC", "NLC", "NCHW", "NCDHW"};
  constexpr const char* kIntegers[] = {"", "L", "NL", "NLC", "NCHW", "NCDHW"};
  if (rank > 5) return "";
  return is_integer(dtype) || dtype == DType::kBool ? kIntegers[rank] : kFloats[rank];
}

const Type* input_type(const Graph& graph, const std::string& path) {
  for (ValueId input : graph.blocks[graph.root].params)
    if (graph.values[input].name == path) return &graph.type(input);
  return nullptr;
}

bool is_below(const std::string& key, const std::string& path) {
  return path.empty() ||
         (key.starts_with(path) && (key.size() == path.size() || key[path.size()] == '.'));
}

}  // namespace

void name_sizes(torch::Workspace& workspace, const torch::Attempt& attempt) {
  Session& session = workspace.session();
  std::set<std::string> taken;
  for (uint32_t i = 0; i < session.graph.values.size(); ++i) {
    const Type& type = session.graph.type(ValueId{i});
    for (Dim dim : type.dims)
      if (auto symbol = session.dims.as_symbol(dim))
        taken.insert(session.dims.symbol_info(*symbol).name);
  }
  for (const auto& [symbol, axis] : attempt.symbol_axes) {
    const Type* type = input_type(session.graph, axis.first);
    if (!type || !type->ranked) continue;
    std::string name(letters(type->rank(), type->dtype));
    if (axis.second >= name.size()) continue;
    name = name[axis.second];
    if (taken.count(name)) name += "_" + axis.first;
    if (!taken.insert(name).second) continue;
    session.dims.symbol_info(symbol).name = name;
  }
}

Counts::Counts(torch::Workspace& workspace, const torch::Built& built,
               const torch::Attempt& attempt)
    : workspace_(workspace) {
  Session& session = workspace.session();
  py::Interp& in = workspace.interp();
  for (const torch::BoundState& state : built.state) {
    py::Value tensor = py::Value::of(state.tensor);
    if (!in.is_instance(tensor, torch::torch_of(in).parameter_class())) continue;
    int64_t count = 1;
    for (Dim dim : session.graph.type(state.value).dims) {
      auto size = session.dims.known(dim);
      if (!size || __builtin_mul_overflow(count, *size, &count)) count = 0;
    }
    numbers_[state.key] = count;
  }
  std::vector<check::ImageSize> named = check::sizes_named_by(in, built.module);
  for (const auto& [symbol, axis] : attempt.symbol_axes) {
    const Type* type = input_type(session.graph, axis.first);
    if (!type || !type->ranked) continue;
    const size_t rank = type->rank();
    if (axis.second == 0 && rank > 1) {
      if (batch_.empty()) batch_ = session.dims.symbol_info(symbol).name;
      one_[symbol] = session.dims.constant(1);
      two_[symbol] = session.dims.constant(2);
      continue;
    }
    int64_t size = rank >= 4 && axis.second >= 2         ? kSide
                   : axis.second + 1 == rank || rank < 3 ? kLength
                                                         : kChannels;
    if (rank == 3 && axis.second == 1) size = kLength;
    if (rank >= 4 && axis.second == 1) size = kChannels;
    if (rank == 4 && axis.second >= 2 && !named.empty())
      size = axis.second == 2 ? named[0].height : named[0].width;
    nominal_[symbol] = one_[symbol] = two_[symbol] = session.dims.constant(size);
  }
}

int64_t Counts::parameters(const std::string& path) const {
  int64_t sum = 0;
  for (const auto& [key, count] : numbers_)
    if (is_below(key, path)) sum += count;
  return sum;
}

Json Counts::of(const std::string& path) {
  Session& session = workspace_.session();
  Json json{{"parameters", parameters(path)}};
  try {
    MultiplyAdds count = multiply_adds(session.graph, session.dims, [&](const Node& node) {
      return path.empty() || (node.origin.valid() &&
                              is_below(session.graph.origins[node.origin].module_path, path));
    });
    auto one = session.dims.known(session.dims.substitute(count.count, one_));
    auto two = session.dims.known(session.dims.substitute(count.count, two_));
    if (!count.complete || !one) return json;
    std::string sizes;
    std::set<std::string> shown;
    for (uint32_t symbol : session.dims.symbols_of(count.count))
      if (nominal_.count(symbol))
        shown.insert(session.dims.symbol_info(symbol).name + "=" +
                     std::to_string(*session.dims.known(nominal_[symbol])));
    for (const std::string& size : shown) sizes += (sizes.empty() ? "" : ", ") + size;
    json["multiply_adds"] = *one;
    json["per"] = two && *one != 0 && *two == 2 * *one ? batch_ : "";
    json["at"] = sizes;
    json["at_most"] = count.at_most;
  } catch (DimOverflow&) {  // more than 64 bits hold: not said
  }
  return json;
}

}  // namespace nnscan::lsp
