// What `torch.save` writes since PyTorch 1.6: a zip archive of one folder with the object tree in
// `data.pkl` and each storage as a record `data/KEY`.
// https://github.com/pytorch/pytorch/blob/main/docs/source/notes/serialization.rst
#include <fmt/format.h>

#include "frontend/torch/checkpoint_archive.h"
#include "frontend/torch/checkpoint_state_dict.h"

namespace nnscan::checkpoint {
namespace {

constexpr const char* kSaveWeights =
    "load it in Python and save the weights alone: `torch.save(model.state_dict(), path)`";

// Other programs' archives, and PyTorch's own that hold programs.
[[noreturn]] void fail_foreign(const Archive& archive) {
  if (archive.has(archive.folder() + "/model.json") || archive.has("model.json")) {
    fail(Code::kNotCheckpoint, "checkpoint is a TorchScript archive, written by `torch.jit.save`",
         kSaveWeights);
  }
  if (archive.first_name().ends_with(".npy")) {
    fail(Code::kNotCheckpoint, "checkpoint is a NumPy archive (.npz)", kSaveWeights);
  }
  fail(Code::kNotCheckpoint, "checkpoint is a zip archive without `data.pkl`, so not PyTorch's",
       kSaveWeights);
}

void check_byte_order(const Archive& archive, CopyBudget& budget) {
  const std::optional<Window> record = archive.read(archive.folder() + "/byteorder", budget);
  if (!record || record->text() == "little") return;
  if (record->text() == "big") {
    fail(Code::kUnsupported, "checkpoint was written on a big-endian machine",
         "load it in Python on this machine and save it again");
  }
  fail(Code::kMalformed, "checkpoint is damaged: its byte order is neither little nor big");
}

// Storages by key; each is read once, however many tensors share it.
class Storages {
 public:
  Storages(const Archive& archive, CopyBudget& budget) : archive_(archive), budget_(budget) {}

  Window find(const StorageRef& storage) {
    const auto known = windows_.find(storage.key);
    const Window& all = known != windows_.end() ? known->second : read(storage.key);
    const auto bytes = static_cast<uint64_t>(storage.count) * storage.type->size;
    const std::optional<Window> part = all.part(0, bytes);
    if (!part) {
      fail(Code::kMalformed,
           fmt::format("checkpoint is damaged: storage {} has {} bytes instead of {}",
                       quote(storage.key), all.size(), bytes));
    }
    return *part;
  }

 private:
  const Window& read(std::string_view key) {
    const auto record =
        archive_.read(fmt::format("{}/data/{}", archive_.folder(), key), budget_);
    if (!record) {
      fail(Code::kMalformed, fmt::format("checkpoint is damaged: no storage {}", quote(key)));
    }
    return windows_.emplace(key, *record).first->second;
  }

  const Archive& archive_;
  CopyBudget& budget_;
  std::map<std::string, Window, std::less<>> windows_;
};

}  // namespace

Checkpoint read_zip(const Window& file, const CheckpointLimits& limits) {
  const Archive archive(file, limits);
  CopyBudget budget(file.size(), limits);
  if (archive.has(archive.folder() + "/constants.pkl")) {
    fail(Code::kNotCheckpoint, "checkpoint is a TorchScript archive, written by `torch.jit.save`",
         kSaveWeights);
  }
  const std::optional<Window> pickle = archive.read(archive.folder() + "/data.pkl", budget);
  if (!pickle) fail_foreign(archive);
  check_byte_order(archive, budget);
  const PickleTree tree = decode_pickle(pickle->bytes, limits);
  check_names(tree);
  Storages storages(archive, budget);
  const auto lookup = [&](const StorageRef& storage) { return storages.find(storage); };
  return read_state_dict(tree, lookup, limits, budget);
}

}  // namespace nnscan::checkpoint
