// What `torch.save` wrote before PyTorch 1.6, and still does on request: a row of pickles (magic
// number, protocol, facts about the machine, the object tree, the keys of the storages), then
// each storage in the order of the keys: 8 bytes with its count, then its elements.
#include <fmt/format.h>

#include "frontend/torch/checkpoint_state_dict.h"

namespace nnscan::checkpoint {
namespace {

constexpr std::string_view kMagicBytes = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";
constexpr std::string_view kMagicDigits = "119547037146038801333356";
constexpr uint64_t kLongestMagic = 64;
constexpr int64_t kProtocol = 1001;

// Takes one pickle off the front of what is left.
PickleTree next_pickle(Window& rest, const CheckpointLimits& limits) {
  PickleTree tree = decode_pickle(rest.bytes, limits);
  check_names(tree);
  rest.bytes = rest.bytes.subspan(tree.consumed);
  return tree;
}

bool is_magic(const PickleNode& node) {
  return node.kind == PickleKind::kBigInt &&
         (node.text == kMagicBytes || node.text == kMagicDigits);
}

void check_machine(const PickleTree& tree) {
  if (tree[tree.root].kind != PickleKind::kDict) damaged("no facts about the machine");
  const PickleId little = tree.find(tree.root, "little_endian");
  if (!little || tree[little].kind != PickleKind::kBool) damaged("its byte order is missing");
  if (tree[little].integer == 0) {
    fail(Code::kUnsupported, "checkpoint was written on a big-endian machine",
         "load it in Python on this machine and save it again");
  }
}

// Where the bytes of each storage lie. The counts come with the bytes, the element sizes from the
// tree, which must name every storage that follows it.
class Storages {
 public:
  // `rest`: what follows the keys.
  Storages(const PickleTree& tree, const PickleTree& keys, Window rest) {
    collect(tree);
    const PickleNode& list = keys[keys.root];
    if (list.kind != PickleKind::kList) damaged("no list of storages");
    for (const PickleId id : list.items) place(keys[id], rest);
  }

  Window find(const StorageRef& storage) const {
    const auto known = storages_.find(storage.key);
    if (known == storages_.end() || !known->second.bytes) {
      damaged(fmt::format("no storage {}", quote(storage.key)));
    }
    const uint64_t element = storage.type->size;
    const auto part =
        known->second.bytes->part(static_cast<uint64_t>(storage.view_offset) * element,
                                  static_cast<uint64_t>(storage.view_count) * element);
    if (!part) damaged(fmt::format("storage {} is too small", quote(storage.key)));
    return *part;
  }

 private:
  struct Place {
    uint64_t element;
    std::optional<Window> bytes;
  };

  void collect(const PickleTree& tree) {
    for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
      if (tree[PickleId{i}].kind != PickleKind::kPersistent) continue;
      if (is_module_ref(tree, PickleId{i})) continue;
      const StorageRef storage = storage_ref(tree, PickleId{i});
      const auto place = storages_.try_emplace(storage.key, Place{storage.type->size, {}}).first;
      if (place->second.element != storage.type->size) {
        damaged(fmt::format("storage {} has two element types", quote(storage.key)));
      }
    }
  }

  void place(const PickleNode& key, Window& rest) {
    const auto known = key.kind == PickleKind::kString ? storages_.find(key.text) : storages_.end();
    if (known == storages_.end() || known->second.bytes) damaged("its list of storages is wrong");
    if (known->second.element == 0) {
      fail(Code::kUnsupported, "checkpoint holds tensors of less than a byte an element");
    }
    if (rest.size() < sizeof(uint64_t)) damaged("it ends before its last storage");
    const auto count = load_le<uint64_t>(rest.bytes.data());
    rest.bytes = rest.bytes.subspan(sizeof count);
    if (count > rest.size() / known->second.element) damaged("it ends before its last storage");
    const uint64_t bytes = count * known->second.element;
    known->second.bytes = rest.part(0, bytes);
    rest.bytes = rest.bytes.subspan(bytes);
  }

  std::map<std::string_view, Place> storages_;
};

}  // namespace

bool is_legacy(const Window& file) {
  CheckpointLimits limits;
  limits.pickle_bytes = kLongestMagic;
  try {
    const PickleTree tree = decode_pickle(file.bytes, limits);
    return is_magic(tree[tree.root]);
  } catch (const CheckpointError&) {
    return false;
  }
}

Checkpoint read_legacy(const Window& file, const CheckpointLimits& limits) {
  Window rest = file;
  next_pickle(rest, limits);  // the magic number
  const PickleTree protocol = next_pickle(rest, limits);
  if (protocol[protocol.root].kind != PickleKind::kInt ||
      protocol[protocol.root].integer != kProtocol) {
    fail(Code::kUnsupported, "checkpoint has an unknown version of PyTorch's old format");
  }
  check_machine(next_pickle(rest, limits));
  const PickleTree tree = next_pickle(rest, limits);
  const PickleTree keys = next_pickle(rest, limits);
  const Storages storages(tree, keys, rest);
  const auto lookup = [&](const StorageRef& storage) { return storages.find(storage); };
  CopyBudget budget(file.size(), limits);
  return read_state_dict(tree, lookup, limits, budget);
}

}  // namespace nnscan::checkpoint
