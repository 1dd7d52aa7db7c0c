#include "frontend/torch/checkpoint_tensor.h"

#include <fmt/format.h>

#include <algorithm>

namespace nnscan::checkpoint {
namespace {

// Parameter(Parameter(…)) is legal and pointless; more than this is an attack.
constexpr int kMaxWrappers = 8;
// torch numbers its storages; the names are compared often.
constexpr size_t kMaxStorageKey = 64;

[[noreturn]] void malformed(std::string_view what) {
  fail(Code::kMalformed, fmt::format("checkpoint is damaged: {}", what));
}

[[noreturn]] void malformed_tensor(std::string_view key) {
  malformed(fmt::format("{} is described in a way that torch does not write", quote(key)));
}

const PickleNode* item(const PickleTree& tree, const PickleNode& tuple, size_t index,
                       PickleKind kind) {
  if (index >= tuple.items.size()) return nullptr;
  const PickleNode& node = tree[tuple.items[index]];
  return node.kind == kind ? &node : nullptr;
}

std::optional<std::vector<int64_t>> ints(const PickleTree& tree, const PickleNode& node) {
  if (node.kind != PickleKind::kTuple && node.kind != PickleKind::kList) return std::nullopt;
  if (node.items.size() > kMaxRank) return std::nullopt;
  std::vector<int64_t> out;
  for (const PickleId id : node.items) {
    if (tree[id].kind != PickleKind::kInt) return std::nullopt;
    out.push_back(tree[id].integer);
  }
  return out;
}

// One call, seen through wrappers.
struct Call {
  const GlobalRow* row;
  PickleId args;  // a tuple
};

Call call_of(const PickleTree& tree, PickleId id, std::string_view key) {
  const GlobalRow* row = tree.callee(id);
  if (!row) malformed_tensor(key);
  return {row, tree[id].items[1]};
}

// _rebuild_from_type_v2(function, class, arguments, state): the call that it stands for, or
// nothing for a class of somebody's own.
std::optional<Call> call_inside(const PickleTree& tree, const Call& outer, std::string_view key) {
  const PickleNode& args = tree[outer.args];
  const PickleNode* function = item(tree, args, 0, PickleKind::kGlobal);
  const PickleNode* type = item(tree, args, 1, PickleKind::kGlobal);
  if (!function || !function->row || !type || !item(tree, args, 2, PickleKind::kTuple)) {
    malformed_tensor(key);
  }
  if (!type->row || type->row->meaning != GlobalMeaning::kTensorClass) return std::nullopt;
  return Call{function->row, args.items[2]};
}

// Bits that change what the bytes mean ({'neg': True}: negated when read).
bool has_metadata(const PickleTree& tree, const PickleNode& args, size_t index) {
  if (index >= args.items.size()) return false;
  const PickleNode& node = tree[args.items[index]];
  return node.kind != PickleKind::kNone &&
         !(node.kind == PickleKind::kDict && node.items.empty());
}

void read_geometry(const PickleTree& tree, const PickleNode& args, std::string_view key,
                   TensorRef& out) {
  const PickleNode* offset = item(tree, args, 1, PickleKind::kInt);
  if (args.items.size() < 4 || !offset || !item(tree, args, 0, PickleKind::kPersistent)) {
    malformed_tensor(key);
  }
  const auto shape = ints(tree, tree[args.items[2]]);
  const auto strides = ints(tree, tree[args.items[3]]);
  if (!shape || !strides || shape->size() != strides->size()) malformed_tensor(key);
  out.storage = storage_ref(tree, args.items[0]);
  out.view.shape = *shape;
  out.view.strides = *strides;
  out.view.offset = offset->integer;
}

TensorRef read_call(const PickleTree& tree, const Call& call, std::string_view key) {
  const PickleNode& args = tree[call.args];
  TensorRef out;
  read_geometry(tree, args, key, out);
  const bool third = call.row->meaning == GlobalMeaning::kRebuildTensorV3;
  const GlobalRow* type = out.storage.type;
  if (third) {
    const PickleNode* dtype = item(tree, args, 6, PickleKind::kGlobal);
    if (!dtype || !dtype->row || dtype->row->meaning != GlobalMeaning::kDtype) {
      malformed_tensor(key);
    }
    type = dtype->row;
  }
  if (!type->dtype) {
    out.unsupported = type->label;
  } else if (out.storage.location == "meta") {
    out.unsupported = "a meta tensor, which has no data";
  } else if (has_metadata(tree, args, third ? 7 : 6)) {
    out.unsupported = "a tensor that is conjugated or negated when it is read";
  } else {
    out.view.dtype = *type->dtype;
  }
  return out;
}

}  // namespace

bool is_module_ref(const PickleTree& tree, PickleId persistent) {
  const PickleNode& id = tree[tree[persistent].items[0]];
  const PickleNode* tag = item(tree, id, 0, PickleKind::kString);
  return tag && tag->text == "module";
}

StorageRef storage_ref(const PickleTree& tree, PickleId persistent) {
  const PickleNode& id = tree[tree[persistent].items[0]];
  const PickleNode* tag = item(tree, id, 0, PickleKind::kString);
  const PickleNode* type = item(tree, id, 1, PickleKind::kGlobal);
  const PickleNode* key = item(tree, id, 2, PickleKind::kString);
  const PickleNode* location = item(tree, id, 3, PickleKind::kString);
  const PickleNode* count = item(tree, id, 4, PickleKind::kInt);
  if (!tag || tag->text != "storage" || !type || !type->row ||
      type->row->meaning != GlobalMeaning::kStorage || !key ||
      key->text.size() > kMaxStorageKey || !location || !count ||
      count->integer < 0 || !checked_mul(count->integer, type->row->size)) {
    malformed("a storage is described in a way that torch does not write");
  }
  StorageRef out{type->row, key->text, location->text, count->integer, 0, count->integer};
  if (const PickleNode* view = item(tree, id, 5, PickleKind::kTuple)) {
    const PickleNode* offset = item(tree, *view, 1, PickleKind::kInt);
    const PickleNode* size = item(tree, *view, 2, PickleKind::kInt);
    if (!offset || !size || offset->integer < 0 || size->integer < 0 ||
        offset->integer > out.count || size->integer > out.count - offset->integer) {
      malformed("a view reaches outside its storage");
    }
    out.view_offset = offset->integer;
    out.view_count = size->integer;
  }
  return out;
}

bool is_tensor(const PickleTree& tree, PickleId id) {
  const GlobalRow* row = tree.callee(id);
  return row && (row->meaning == GlobalMeaning::kRebuildTensor ||
                 row->meaning == GlobalMeaning::kRebuildTensorV3 ||
                 row->meaning == GlobalMeaning::kRebuildParameter ||
                 row->meaning == GlobalMeaning::kRebuildFromType ||
                 row->meaning == GlobalMeaning::kUnsupportedTensor);
}

TensorRef tensor_ref(const PickleTree& tree, PickleId id, std::string_view key) {
  Call call = call_of(tree, id, key);
  for (int depth = 0; depth < kMaxWrappers; ++depth) {
    const PickleNode& args = tree[call.args];
    switch (call.row->meaning) {
      case GlobalMeaning::kRebuildParameter:
        if (!item(tree, args, 0, PickleKind::kObject)) malformed_tensor(key);
        call = call_of(tree, args.items[0], key);
        break;
      case GlobalMeaning::kRebuildFromType: {
        const std::optional<Call> inner = call_inside(tree, call, key);
        if (!inner) return {.storage = {}, .view = {}, .unsupported = "a tensor subclass"};
        call = *inner;
        break;
      }
      case GlobalMeaning::kUnsupportedTensor:
        return {.storage = {}, .view = {}, .unsupported = call.row->label};
      case GlobalMeaning::kRebuildTensor:
      case GlobalMeaning::kRebuildTensorV3:
        return read_call(tree, call, key);
      case GlobalMeaning::kInert:
      case GlobalMeaning::kDict:
      case GlobalMeaning::kDefaultDict:
      case GlobalMeaning::kList:
      case GlobalMeaning::kTuple:
      case GlobalMeaning::kSet:
      case GlobalMeaning::kSize:
      case GlobalMeaning::kStorage:
      case GlobalMeaning::kDtype:
      case GlobalMeaning::kTensorClass:
        malformed_tensor(key);
    }
  }
  malformed_tensor(key);
}

}  // namespace nnscan::checkpoint
