// Control flow. The builder makes these nodes, gives their outputs types, and knows their
// blocks; the rows are here so that they have a name and an opset like all others.
#include "ir/ops/families.h"
#include "ir/ops/rule.h"

namespace nnscan {
namespace {

void types_from_builder(InferContext&) {}

constexpr OpInfo kControlRows[] = {
    {"If", 11, types_from_builder, nullptr, false},
    {"Loop", 11, types_from_builder, nullptr, false},
};

}  // namespace

std::span<const OpInfo> control_ops() { return kControlRows; }

}  // namespace nnscan
