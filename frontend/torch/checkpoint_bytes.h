// What the readers of weight files share: a window on bytes that somebody keeps alive, the mapped
// file, the budget for copies, and the way to fail. The readers throw CheckpointError;
// read_checkpoint catches it.
#pragma once

#include <bit>
#include <cstring>
#include <optional>
#include <string_view>

#include "frontend/torch/checkpoint.h"

namespace nnscan::checkpoint {

static_assert(std::endian::native == std::endian::little,
              "weight files are little-endian and are used in place");

using Code = CheckpointError::Code;

[[noreturn]] void fail(Code code, std::string message, std::string hint = {});
[[noreturn]] void damaged(std::string_view what);

// Text from a file, fit for a message: in backticks, control characters and what is not UTF-8
// escaped, cut after `limit` bytes.
std::string quote(std::string_view text, size_t limit = 200);

// Bytes and who keeps them alive.
struct Window {
  std::span<const std::byte> bytes;
  std::shared_ptr<const void> owner;

  uint64_t size() const { return bytes.size(); }
  // The part [offset, offset + length), if it lies inside.
  std::optional<Window> part(uint64_t offset, uint64_t length) const;
  std::string_view text() const {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
};

// Maps a regular file for reading.
Window map_file(const std::string& path);

// An unaligned little-endian number at `at`, which must be inside.
template <class T>
T load_le(const std::byte* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

// How many bytes may still be copied out of the file.
class CopyBudget {
 public:
  CopyBudget(uint64_t file_size, const CheckpointLimits& limits)
      : left_(file_size + limits.copied_bytes) {}
  // Fails with kLimit when `bytes` are too many; `what` names them in the message.
  void take(uint64_t bytes, std::string_view what);

 private:
  uint64_t left_;
};

// a * b, unless it leaves the range of int64.
std::optional<int64_t> checked_mul(int64_t a, int64_t b);

// The readers. `file` is the whole file.
Checkpoint read_zip(const Window& file, const CheckpointLimits& limits);
bool is_legacy(const Window& file);
Checkpoint read_legacy(const Window& file, const CheckpointLimits& limits);
bool is_safetensors(const Window& file, const CheckpointLimits& limits);
Checkpoint read_safetensors(const Window& file, const CheckpointLimits& limits);

}  // namespace nnscan::checkpoint
