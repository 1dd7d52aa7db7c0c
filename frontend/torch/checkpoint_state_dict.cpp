#include "frontend/torch/checkpoint_state_dict.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nnscan::checkpoint {
namespace {

// In this order; checkpoint.h documents it.
constexpr std::array<std::string_view, 11> kWeightNames = {
    "state_dict", "model_state_dict", "model_state", "model",   "module", "network",
    "net",        "params_ema",       "params",      "weights", "state"};
// Dicts beside the weights that may hold tensors of their own.
constexpr std::string_view kOtherNames[] = {
    "optimizer",     "optimizers",   "optimizer_state_dict", "optimizer_states", "optim",
    "scheduler",     "lr_scheduler", "scheduler_state_dict", "lr_schedulers",    "scaler",
    "amp",           "callbacks",    "loops",                "hyper_parameters", "args",
    "random_states", "rng_state",    "rng_states"};
constexpr int kMaxNesting = 4;
constexpr size_t kMaxVersionEntries = 32;
constexpr size_t kMaxListed = 50;

struct Found {
  PickleId dict;
  std::string container;
};

// What one pass over a dict says.
struct Inspection {
  std::array<PickleId, kWeightNames.size()> weights = {};  // entries of these names, dicts only
  std::vector<std::pair<std::string_view, PickleId>> others;  // other dicts, by name
  std::vector<std::string_view> names;                        // of the first entries
  bool holds_tensors = false;
};

class Finder {
 public:
  explicit Finder(const PickleTree& tree) : tree_(tree), seen_(tree.nodes.size(), false) {}
  Found find_in_root();

 private:
  Inspection inspect(PickleId dict) const;
  std::optional<Found> find(PickleId dict, int nesting);
  std::optional<Found> find_in_others(const Inspection& inspection, int nesting);
  [[noreturn]] void fail_without() const;

  const PickleTree& tree_;
  std::vector<bool> seen_;  // dicts looked into, so that a cycle ends and the work stays linear
};

Inspection Finder::inspect(PickleId dict) const {
  Inspection out;
  const std::vector<PickleId>& items = tree_[dict].items;
  for (size_t i = 0; i + 1 < items.size(); i += 2) {
    const PickleNode& key = tree_[items[i]];
    if (key.kind != PickleKind::kString) continue;
    if (out.names.size() < kMaxListed) out.names.push_back(key.text);
    out.holds_tensors = out.holds_tensors || is_tensor(tree_, items[i + 1]);
    if (tree_[items[i + 1]].kind != PickleKind::kDict) continue;
    const auto known = std::ranges::find(kWeightNames, key.text);
    if (known != kWeightNames.end()) {
      out.weights[static_cast<size_t>(known - kWeightNames.begin())] = items[i + 1];
    } else if (std::ranges::find(kOtherNames, key.text) == std::end(kOtherNames)) {
      out.others.emplace_back(key.text, items[i + 1]);
    }
  }
  return out;
}

std::optional<Found> Finder::find(PickleId dict, int nesting) {
  if (seen_[dict.index] || nesting > kMaxNesting) return std::nullopt;
  seen_[dict.index] = true;
  const Inspection inspection = inspect(dict);
  for (size_t i = 0; i < kWeightNames.size(); ++i) {
    if (!inspection.weights[i]) continue;
    if (auto found = find(inspection.weights[i], nesting + 1)) {
      found->container = std::string(kWeightNames[i]) +
                         (found->container.empty() ? "" : "." + found->container);
      return found;
    }
  }
  if (inspection.holds_tensors) return Found{dict, ""};
  return find_in_others(inspection, nesting);
}

std::optional<Found> Finder::find_in_others(const Inspection& inspection, int nesting) {
  std::optional<Found> only;
  for (const auto& [name, dict] : inspection.others) {
    auto found = find(dict, nesting + 1);
    if (!found) continue;
    found->container =
        std::string(name.substr(0, 200)) + (found->container.empty() ? "" : "." + found->container);
    if (only) {
      fail(Code::kNoStateDict,
           fmt::format("checkpoint holds more than one state_dict: {} and {}",
                       quote(only->container), quote(found->container)),
           "save the one that is meant by itself");
    }
    only = std::move(found);
  }
  return only;
}

void Finder::fail_without() const {
  const PickleNode& root = tree_[tree_.root];
  std::string what = "something else";
  if (is_tensor(tree_, tree_.root)) what = "a single tensor";
  if (root.kind == PickleKind::kList || root.kind == PickleKind::kTuple) what = "a list";
  if (root.kind == PickleKind::kDict) {
    const std::string type = root.row ? root.row->name : "dict";
    what = fmt::format("an empty {}", type);
    std::string names;
    for (const std::string_view name : inspect(tree_.root).names) {
      names += (names.empty() ? "" : ", ") + quote(name, 60);
    }
    if (!root.items.empty()) what = fmt::format("a {} without tensors", type);
    if (!names.empty()) what += ", with the keys " + names;
  }
  fail(Code::kNoStateDict, fmt::format("checkpoint holds no state_dict but {}", what),
       "save one: `torch.save(model.state_dict(), path)`");
}

Found Finder::find_in_root() {
  if (tree_[tree_.root].kind == PickleKind::kDict) {
    if (auto found = find(tree_.root, 0)) return *found;
  }
  fail_without();
}

// The last value of each key of a dict, in the order of the first, as Python's dict keeps them.
std::vector<std::pair<std::string_view, PickleId>> tensor_entries(const PickleTree& tree,
                                                                  PickleId dict,
                                                                  const CheckpointLimits& limits) {
  const std::vector<PickleId>& items = tree[dict].items;
  if (items.size() / 2 > limits.tensors) {
    fail(Code::kLimit, fmt::format("checkpoint holds more than {} tensors", limits.tensors));
  }
  std::vector<std::pair<std::string_view, PickleId>> entries;
  std::map<std::string_view, size_t> places;
  for (size_t i = 0; i + 1 < items.size(); i += 2) {
    const PickleNode& key = tree[items[i]];
    if (key.kind != PickleKind::kString) continue;
    if (key.text.size() > limits.key_bytes) {
      fail(Code::kLimit, fmt::format("checkpoint has a key of {} bytes", key.text.size()));
    }
    const auto [place, added] = places.try_emplace(key.text, entries.size());
    if (added) {
      entries.emplace_back(key.text, items[i + 1]);
    } else {
      entries[place->second].second = items[i + 1];
    }
  }
  std::erase_if(entries, [&](const auto& entry) { return !is_tensor(tree, entry.second); });
  return entries;
}

ConstantRef read_tensor(const TensorRef& tensor, const StorageLookup& lookup, CopyBudget& budget,
                        std::string_view key) {
  const bool empty = std::ranges::find(tensor.view.shape, 0) != tensor.view.shape.end();
  const Window storage = empty ? Window{} : lookup(tensor.storage);
  return read_strided(tensor.view, storage, budget, key);
}

// `state_dict()` hangs {module path: {'version': n}} on the dict as an attribute `_metadata`.
void read_versions(const PickleTree& tree, PickleId dict, const CheckpointLimits& limits,
                   std::map<std::string, int64_t>& out) {
  const PickleId state = tree[dict].state;
  if (!state || tree[state].kind != PickleKind::kDict) return;
  const PickleId metadata = tree.find(state, "_metadata");
  if (!metadata || tree[metadata].kind != PickleKind::kDict) return;
  const std::vector<PickleId>& items = tree[metadata].items;
  for (size_t i = 0; i + 1 < std::min<size_t>(items.size(), 2 * size_t{limits.tensors}); i += 2) {
    const PickleNode& path = tree[items[i]];
    const PickleNode& local = tree[items[i + 1]];
    if (path.kind != PickleKind::kString || path.text.size() > limits.key_bytes ||
        local.kind != PickleKind::kDict || local.items.size() > kMaxVersionEntries) {
      continue;
    }
    const PickleId version = tree.find(items[i + 1], "version");
    if (version && tree[version].kind == PickleKind::kInt) {
      out[std::string(path.text)] = tree[version].integer;
    }
  }
}

}  // namespace

Checkpoint read_state_dict(const PickleTree& tree, const StorageLookup& lookup,
                           const CheckpointLimits& limits, CopyBudget& budget) {
  Found found = Finder(tree).find_in_root();
  Checkpoint out;
  out.container = std::move(found.container);
  std::string unsupported;
  size_t listed = 0;
  for (const auto& [key, id] : tensor_entries(tree, found.dict, limits)) {
    const TensorRef tensor = tensor_ref(tree, id, key);
    if (tensor.unsupported.empty()) {
      out.tensors.push_back({std::string(key), read_tensor(tensor, lookup, budget, key)});
    } else if (listed++ < kMaxListed) {
      unsupported += fmt::format("{}{} is {}", unsupported.empty() ? "" : ", ", quote(key),
                                 tensor.unsupported);
    }
  }
  if (listed > kMaxListed) unsupported += fmt::format(" and {} more", listed - kMaxListed);
  if (listed > 0) {
    fail(Code::kUnsupported,
         fmt::format("checkpoint has tensors that cannot be read: {}", unsupported),
         "save float, integer and bool tensors that are dense and not quantised");
  }
  read_versions(tree, found.dict, limits, out.versions);
  return out;
}

}  // namespace nnscan::checkpoint
