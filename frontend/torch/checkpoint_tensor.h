// Tensors as a pickle describes them: calls of torch._utils._rebuild_tensor_v2 and its kin on
// persistent ids, which stand for storages that lie elsewhere in the file.
#pragma once

#include "frontend/torch/checkpoint_pickle.h"
#include "frontend/torch/checkpoint_strided.h"

namespace nnscan::checkpoint {

// ('storage', class, key, location, count), in the old format with a view of it at the end.
struct StorageRef {
  const GlobalRow* type = nullptr;
  std::string_view key;
  std::string_view location;  // "cpu", "cuda:0", "meta"
  int64_t count = 0;          // elements of `type`
  int64_t view_offset = 0;    // the part that the tensor sees, in elements
  int64_t view_count = 0;
};
// Throws kMalformed on what is no storage.
StorageRef storage_ref(const PickleTree& tree, PickleId persistent);
// True for persistent ids that the old format uses for classes.
bool is_module_ref(const PickleTree& tree, PickleId persistent);

struct TensorRef {
  StorageRef storage;
  StridedView view;
  std::string_view unsupported;  // why it cannot be read ("complex64"); else empty
};
bool is_tensor(const PickleTree& tree, PickleId id);
// `id` is a tensor; `key` names it in messages.
TensorRef tensor_ref(const PickleTree& tree, PickleId id, std::string_view key);

}  // namespace nnscan::checkpoint
