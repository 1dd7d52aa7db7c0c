// The insertion-ordered hash table behind dicts, sets and namespaces. Keys are compared by hash
// and identity first; where neither decides, by the caller's function, since equality of Python
// objects may run Python.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "frontend/python/value.h"

namespace nnscan::py {

struct TableEntry {
  Value key, value;
  uint64_t hash : 63 = 0;  // the lowest bit is set; the highest is left out
  bool live : 1 = true;
};

class Table {
 public:
  Table() = default;
  Table(const Table& other) : entries_(other.entries_), live_(other.live_) { copy_index(other); }
  explicit Table(std::span<const TableEntry> live);  // in order, and all of different keys
  Table(Table&& other) noexcept
      : entries_(std::move(other.entries_)), index_(std::move(other.index_)), live_(std::exchange(other.live_, 0)) {
    ++other.changes_;
  }
  Table& operator=(const Table& other);
  Table& operator=(Table&& other) noexcept;

  size_t size() const { return live_; }
  // Another number whenever another key may stand at a place.
  uint32_t changes() const { return changes_; }
  void reserve(size_t entries) { entries_.reserve(entries); }
  // `equal(key)` is asked for entries of the same hash that are not identical to `key`.
  template <class Equal>
  TableEntry* find(const Value& key, uint64_t hash, Equal equal) {
    if (!index_) {
      for (TableEntry& entry : entries_)
        if (entry.live && matches(entry, key, hash, equal)) return &entry;
      return nullptr;
    }
    const std::vector<uint32_t>& index = *index_;
    size_t mask = index.size() - 1;
    for (size_t at = spread(hash) & mask; index[at] != 0; at = (at + 1) & mask) {
      TableEntry& entry = entries_[index[at] - 1];
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
    return entry.hash == (hash & kHash) && (entry.key.identical(key) || equal(entry.key));
  }
  // Hashes are odd.
  static constexpr uint64_t kHash = ~uint64_t{0} >> 1;
  static size_t spread(uint64_t hash) { return (hash & kHash) >> 1 ^ (hash & kHash) >> 33; }
  void put(uint32_t entry);
  void reindex();
  void copy_index(const Table& other);
  std::vector<TableEntry> entries_;
  std::unique_ptr<std::vector<uint32_t>> index_;  // open addressing; 0 empty, else entry + 1
  uint32_t live_ = 0;
  uint32_t changes_ = 0;
};

}  // namespace nnscan::py
