#include "frontend/python/table.h"

#include <algorithm>

namespace nnscan::py {

void Table::put(uint32_t entry) {
  size_t mask = index_.size() - 1;
  size_t at = spread(entries_[entry].hash) & mask;
  while (index_[at] != 0) at = (at + 1) & mask;
  index_[at] = entry + 1;
}

void Table::reindex() {
  std::erase_if(entries_, [](const TableEntry& e) { return !e.live; });
  if (entries_.size() <= kLinear) {
    index_.clear();
    return;
  }
  size_t size = 16;
  while (size < entries_.size() * 3) size *= 2;
  index_.assign(size, 0);
  for (uint32_t i = 0; i < entries_.size(); ++i) put(i);
}

void Table::insert_new(const Value& key, uint64_t hash, const Value& value) {
  if (entries_.capacity() == 0) entries_.reserve(kFirst);
  entries_.push_back({key, value, hash, true});
  ++live_;
  if (index_.empty() ? entries_.size() > kLinear : entries_.size() * 2 > index_.size())
    reindex();
  else if (!index_.empty())
    put(static_cast<uint32_t>(entries_.size() - 1));
}

void Table::erase(TableEntry* entry) {
  entry->live = false;
  entry->key = entry->value = Value();
  --live_;
  if (live_ == 0) clear();
}

void Table::clear() {
  entries_.clear();
  index_.clear();
  live_ = 0;
}

void Table::move_to_end(TableEntry* entry, bool last) {
  TableEntry moved = *entry;
  entries_.erase(entries_.begin() + (entry - entries_.data()));
  entries_.insert(last ? entries_.end() : entries_.begin(), moved);
  reindex();
}

}  // namespace nnscan::py
