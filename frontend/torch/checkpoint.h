// Weight files: from a path to named constant tensors.
//
// Reads what `torch.save` writes (the zip archive since 1.6 and the stream before it) and
// safetensors, recognised by content and never by name. Pickles are decoded into a symbolic tree
// by an allowlist of names and never executed. The file is mapped, not read: a tensor that lies
// in it in row-major order borrows its bytes and keeps the mapping alive; the others (transposed
// or expanded views, deflated archives) are copied, within a bound that depends on the file's
// size. Everything that is wrong with a file comes back as a CheckpointError, whose message does
// not name the file: the caller knows it.
//
// A file that another process truncates while it is mapped cannot be survived (SIGBUS).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "ir/constant.h"

namespace nnscan {

struct CheckpointLimits {
  uint64_t pickle_bytes = uint64_t{64} << 20;  // of one pickle, without the tensors' bytes
  uint32_t pickle_nodes = 4'000'000;           // values in one pickle
  uint32_t tensors = 1'000'000;                // entries of one state_dict, records of an archive
  uint32_t key_bytes = 1024;                   // length of one key
  uint64_t header_bytes = 100'000'000;         // of safetensors' JSON; its own reader's limit
  uint64_t copied_bytes = uint64_t{256} << 20;  // copied out of the file, beyond the file's size
};

struct CheckpointTensor {
  std::string key;
  ConstantRef data;
};

struct Checkpoint {
  std::vector<CheckpointTensor> tensors;  // in the order of the file, keys as written there
  // Where in a training checkpoint the state_dict was found: "model.state_dict"; empty when the
  // file is one itself.
  std::string container;
  // The versions that `state_dict()` notes beside the tensors, by module path ("layer1.0.bn1").
  std::map<std::string, int64_t> versions;
};

struct CheckpointError {
  enum class Code : uint8_t {
    kCannotRead,     // the file cannot be opened or mapped
    kNotCheckpoint,  // some other kind of file
    kMalformed,      // truncated, damaged or contradicting itself
    kPickleRefused,  // the pickle refers to code, or holds a whole module
    kUnsupported,    // an element type, tensor kind or byte order that is not read
    kLimit,          // over one of CheckpointLimits
    kNoStateDict,    // holds no state_dict, or more than one that could be meant
    kMismatch,       // does not fit the module (match_checkpoint)
  };
  Code code;
  std::string message;
  std::string hint;  // what to do; may be empty
};

// In a training checkpoint the state_dict is the first of these that is a dict with tensors in
// it, looked up at every level before the level itself: `state_dict`, `model_state_dict`,
// `model_state`, `model`, `module`, `network`, `net`, `params_ema`, `params`, `weights`, `state`.
// Failing those, the top level itself when it holds tensors, else the only other entry that does.
std::variant<Checkpoint, CheckpointError> read_checkpoint(const std::string& path,
                                                          const CheckpointLimits& limits = {});

// The same for bytes in memory, kept alive by `owner`.
std::variant<Checkpoint, CheckpointError> read_checkpoint_bytes(
    std::span<const std::byte> bytes, std::shared_ptr<const void> owner,
    const CheckpointLimits& limits = {});

}  // namespace nnscan
