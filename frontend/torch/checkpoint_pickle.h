// A symbolic decoder of Python pickles: from the opcodes of protocols 0 to 5 to a flat tree of
// values. It builds dicts, lists and numbers; a call (`REDUCE`, `NEWOBJ`, …) becomes a kObject
// node that records what would be called and with what, and is never made. Strings are views of
// the input, which must outlive the tree.
//
// Names outside the allowlist do not stop the decoder: they are noted, so that all of them can be
// reported; a tree with such names must not be used for anything else. Work and memory are
// linear in the input, whose length and number of values are limited. The tree may hold cycles
// and is walked by id, never recursively without a bound.
#pragma once

#include <deque>

#include "frontend/torch/checkpoint_bytes.h"
#include "frontend/torch/checkpoint_globals.h"
#include "ir/base/ids.h"

namespace nnscan::checkpoint {

using PickleId = Id<struct PickleTag>;

enum class PickleKind : uint8_t {
  kNone,
  kBool,
  kInt,
  kBigInt,  // an int beyond 64 bits: its decimal digits, or its little-endian bytes
  kFloat,
  kString,
  kBytes,
  kTuple,
  kList,
  kSet,
  kDict,        // items: key, value, key, value…, in order, keys possibly repeated
  kGlobal,      // row is null for a refused name
  kObject,      // items: what is called, its arguments
  kPersistent,  // items: the persistent id
};

struct PickleNode {
  PickleKind kind = PickleKind::kNone;
  PickleId state = {};           // kDict, kObject: what BUILD would set
  int64_t integer = 0;           // kBool, kInt
  double real = 0;               // kFloat
  std::string_view text = {};    // kString, kBytes, kBigInt; a refused name
  const GlobalRow* row = nullptr;  // kGlobal; kDict: its class, where it has one of its own
  std::vector<PickleId> items = {};
};

struct PickleTree {
  Store<PickleId, PickleNode> nodes;
  PickleId root;
  uint64_t consumed = 0;             // bytes up to and with STOP
  std::vector<std::string_view> refused;  // names outside the allowlist, in order, no repeats
  std::deque<std::string> texts;          // what views refer to that is not in the input

  const PickleNode& operator[](PickleId id) const { return nodes[id]; }
  // The value of a dict's last entry with this key, or an invalid id. Linear.
  PickleId find(PickleId dict, std::string_view key) const;
  // What a kObject calls, if that is a name of the allowlist.
  const GlobalRow* callee(PickleId id) const;
};

// Throws CheckpointError: kMalformed, kLimit.
PickleTree decode_pickle(std::span<const std::byte> input, const CheckpointLimits& limits);

// Throws kPickleRefused if the tree refers to names outside the allowlist.
void check_names(const PickleTree& tree);

}  // namespace nnscan::checkpoint
