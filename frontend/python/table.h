// The insertion-ordered hash table behind dicts, sets and namespaces. Keys are compared by hash
// and identity first; where neither decides, by the caller's function, since equality of Python
// objects may run Python.
#pragma once

#include <cstdint>
#include <vector>

#include "frontend/python/value.h"

namespace nnscan::py {

struct TableEntry {
  Value key, value;
  uint64_t hash = 0;
  bool live = true;
};

class Table {
 public:
  size_t size() const { return live_; }
  // `equal(key)` is asked for entries of the same hash that are not identical to `key`.
  template <class Equal>
  TableEntry* find(const Value& key, uint64_t hash, Equal equal) {
    if (index_.empty()) {
      for (TableEntry& entry : entries_)
        if (entry.live && matches(entry, key, hash, equal)) return &entry;
      return nullptr;
    }
    size_t mask = index_.size() - 1;
    for (size_t at = spread(hash) & mask; index_[at] != 0; at = (at + 1) & mask) {
      TableEntry& entry = entries_[index_[at] - 1];
      if (entry.live && matches(entry, key, hash, equal)) return &entry;
    }
    return nullptr;
  }
  void insert_new(const Value& key, uint64_t hash, const Value& value);  // must be absent
  void erase(TableEntry* entry);
  void clear();
  // Entries in order; skip those that are not live.
  std::vector<TableEntry>& entries() { return entries_; }
  const std::vector<TableEntry>& entries() const { return entries_; }
  void move_to_end(TableEntry* entry, bool last);

 private:
  static constexpr size_t kFirst = 4;   // what most instances have room for
  static constexpr size_t kLinear = 8;  // up to here a scan beats an index
  template <class Equal>
  static bool matches(const TableEntry& entry, const Value& key, uint64_t hash, Equal& equal) {
    return entry.hash == hash && (entry.key.identical(key) || equal(entry.key));
  }
  // Hashes are odd.
  static size_t spread(uint64_t hash) { return hash >> 1 ^ hash >> 33; }
  void put(uint32_t entry);
  void reindex();
  std::vector<TableEntry> entries_;
  std::vector<uint32_t> index_;  // open addressing; 0 empty, else entry + 1
  size_t live_ = 0;
};

}  // namespace nnscan::py
