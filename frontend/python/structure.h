// Containers as trees of values: what is inside of one, whether two are built alike, and one that
// is built like another of other parts. Branches and loops take them apart this way.
#pragma once

#include <optional>
#include <vector>

#include "frontend/python/interp.h"

namespace nnscan::py {

// The dtype in which a number, known or symbolic, is carried by a graph.
std::optional<DType> number_kind(const Value& v);
bool same_text(const Value& a, const Value& b);
// The values inside a tuple, list, dict or instance; false where it is none that can be taken apart.
bool parts_of(const Value& v, std::vector<Value>& parts);
bool same_keys(const Table& a, const Table& b);
// Whether both are containers of one class that hold as much under the same names.
bool alike(const Value& a, const Value& b);
// A container as `like`, made anew of these parts.
Value rebuild(Interp& in, const Value& like, const std::vector<Value>& parts);
// A list of these items, among which may be runs.
ListObj* list_with_runs(Interp& in, ClassObj* cls, std::vector<Value> items);
// The storages that this one is, or may be on some path.
std::vector<StorageObj*> memory_of(Interp& in, StorageObj* storage);

}  // namespace nnscan::py
