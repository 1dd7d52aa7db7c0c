#include "frontend/torch/checkpoint.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <stdexcept>

#include "frontend/torch/checkpoint_pickle.h"

namespace nnscan {
namespace checkpoint {
namespace {

constexpr const char* kWhatIsRead =
    "give a `.safetensors` file or one written by `torch.save(model.state_dict(), path)`";

// Files that people mistake for a checkpoint, by the bytes at an offset.
struct ForeignRow {
  size_t offset;
  std::string_view magic;
  const char* name;
  const char* hint;
};
constexpr ForeignRow kForeign[] = {
    {0, "\x89HDF\r\n\x1a\n", "an HDF5 file, as Keras writes", kWhatIsRead},
    {257, "ustar", "a tar archive",
     "PyTorch before 0.1.10 wrote these: load it in Python and save it again with `torch.save`"},
    {0, "\x1f\x8b", "a gzip file", "unpack it first: `gunzip`"},
    {0, "BZh", "a bzip2 file", "unpack it first: `bunzip2`"},
    {0, std::string_view("\xfd\x37zXZ\0", 6), "an xz file", "unpack it first: `unxz`"},
    {0, "\x28\xb5\x2f\xfd", "a zstd file", "unpack it first: `unzstd`"},
    {0, "\x93NUMPY", "a NumPy array (.npy)", kWhatIsRead},
    {0, "GGUF", "a GGUF file", kWhatIsRead},
    {0, "version https://git-lfs", "a Git LFS pointer instead of the file", "run `git lfs pull`"},
};

bool is_text(std::string_view start) {
  return std::ranges::all_of(start, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 ? byte != 0x7f : c == '\n' || c == '\r' || c == '\t' || c == '\f';
  });
}

// What it refers to is worth more to know than that its form is wrong.
[[noreturn]] void fail_pickle(const Window& file, const CheckpointLimits& limits) {
  check_names(decode_pickle(file.bytes, limits));
  fail(Code::kNotCheckpoint, "checkpoint is a pickle that `torch.save` did not write", kWhatIsRead);
}

[[noreturn]] void fail_foreign(const Window& file, const CheckpointLimits& limits) {
  const std::string_view text = file.text();
  for (const ForeignRow& row : kForeign) {
    if (text.size() > row.offset && text.substr(row.offset).starts_with(row.magic)) {
      fail(Code::kNotCheckpoint, fmt::format("checkpoint is {}", row.name), row.hint);
    }
  }
  const std::string_view start = text.substr(0, 4096);
  if (is_text(start)) {
    const bool index = start.find("\"weight_map\"") != std::string_view::npos;
    fail(Code::kNotCheckpoint,
         index ? "checkpoint is the index of a checkpoint in several files"
               : "checkpoint is a text file",
         index ? "join the files it names into one `.safetensors` file" : kWhatIsRead);
  }
  if (text[0] == '\x80') fail_pickle(file, limits);
  fail(Code::kNotCheckpoint, "checkpoint is in an unknown format", kWhatIsRead);
}

Checkpoint read_any(const Window& file, const CheckpointLimits& limits) {
  if (file.size() == 0) fail(Code::kMalformed, "checkpoint is an empty file");
  if (file.text().starts_with("PK\x03\x04")) return read_zip(file, limits);
  if (is_legacy(file)) return read_legacy(file, limits);
  if (is_safetensors(file, limits)) return read_safetensors(file, limits);
  fail_foreign(file, limits);
}

using Result = std::variant<Checkpoint, CheckpointError>;

template <class Read>
Result guarded(Read read) {
  try {
    return read();
  } catch (CheckpointError& error) {
    return std::move(error);
  } catch (const std::bad_alloc&) {
    return CheckpointError{Code::kLimit, "checkpoint needs more memory than there is", ""};
  }
}

}  // namespace
}  // namespace checkpoint

std::variant<Checkpoint, CheckpointError> read_checkpoint(const std::string& path,
                                                          const CheckpointLimits& limits) {
  return checkpoint::guarded(
      [&] { return checkpoint::read_any(checkpoint::map_file(path), limits); });
}

std::variant<Checkpoint, CheckpointError> read_checkpoint_bytes(std::span<const std::byte> bytes,
                                                                std::shared_ptr<const void> owner,
                                                                const CheckpointLimits& limits) {
  return checkpoint::guarded(
      [&] { return checkpoint::read_any({bytes, std::move(owner)}, limits); });
}

}  // namespace nnscan
