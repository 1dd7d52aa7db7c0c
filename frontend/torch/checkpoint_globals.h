// The allowlist of a pickle: which names a checkpoint may refer to, and what each means to the
// symbolic decoder. A name without a row is refused. Nothing here is ever called; a row says how
// the *description* of the call is to be read.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ir/type.h"

namespace nnscan::checkpoint {

enum class GlobalMeaning : uint8_t {
  kInert,              // data that no tensor depends on; kept, never looked into
  kDict,               // makes a dict: of nothing, of a dict, of a list of pairs
  kDefaultDict,        // makes an empty dict, whatever the arguments
  kList,               // makes a list: of nothing, of a sequence
  kTuple,
  kSet,
  kSize,               // torch.Size: the tuple that it wraps
  kStorage,            // a storage class: the element type of a persistent id
  kDtype,              // a torch.dtype
  kTensorClass,        // torch.Tensor, Parameter: the class argument of kRebuildFromType
  kRebuildTensor,      // (storage, offset, size, stride[, requires_grad, hooks[, metadata]])
  kRebuildTensorV3,    // (storage, offset, size, stride, requires_grad, hooks, dtype[, metadata])
  kRebuildParameter,   // (tensor, …)
  kRebuildFromType,    // (function, class, arguments, state)
  kUnsupportedTensor,  // quantised, sparse, meta…: refused where a state_dict holds it
};

struct GlobalRow {
  const char* module;
  const char* name;
  GlobalMeaning meaning;
  std::optional<DType> dtype = {};  // kStorage, kDtype: absent for types that are not read
  uint8_t size = 0;                 // kStorage, kDtype: bytes of an element; 0 if not known
  const char* label = "";           // kDtype, kStorage, kUnsupportedTensor: for messages
};

std::span<const GlobalRow> global_rows();
// The row of `module.name` as a pickle spells it (Python 2's names of modules included), or null.
const GlobalRow* find_global(std::string_view module, std::string_view name);

}  // namespace nnscan::checkpoint
