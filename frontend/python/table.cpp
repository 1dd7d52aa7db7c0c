#include "frontend/python/table.h"

#include <algorithm>

namespace nnscan::py {

Table& Table::operator=(const Table& other) {
  if (this == &other) return *this;
  entries_ = other.entries_;
  live_ = other.live_;
  copy_index(other);
  ++changes_;
  return *this;
}

Table& Table::operator=(Table&& other) noexcept {
  entries_ = std::move(other.entries_);
  index_ = std::move(other.index_);
  live_ = std::exchange(other.live_, 0);
  ++changes_;
  ++other.changes_;
  return *this;
}

Table::Table(std::span<const TableEntry> live)
    : entries_(live.begin(), live.end()), live_(static_cast<uint32_t>(live.size())) {
  if (live.size() > kLinear) reindex();
}

void Table::copy_index(const Table& other) {
  index_ = other.index_ ? std::make_unique<std::vector<uint32_t>>(*other.index_) : nullptr;
}

void Table::put(uint32_t entry) {
  std::vector<uint32_t>& index = *index_;
  size_t mask = index.size() - 1;
  size_t at = spread(entries_[entry].hash) & mask;
  while (index[at] != 0) at = (at + 1) & mask;
  index[at] = entry + 1;
}

void Table::reindex() {
  std::erase_if(entries_, [](const TableEntry& e) { return !e.live; });
  if (entries_.size() <= kLinear) {
    index_.reset();
    return;
  }
  size_t size = 16;
  while (size < entries_.size() * 3) size *= 2;
  if (!index_) index_ = std::make_unique<std::vector<uint32_t>>();
  index_->assign(size, 0);
  for (uint32_t i = 0; i < entries_.size(); ++i) put(i);
}

void Table::insert_new(const Value& key, uint64_t hash, const Value& value) {
  ++changes_;
  if (entries_.capacity() == 0) entries_.reserve(kFirst);
  entries_.push_back({key, value, hash & kHash, true});
  ++live_;
  if (!index_ ? entries_.size() > kLinear : entries_.size() * 2 > index_->size())
    reindex();
  else if (index_)
    put(static_cast<uint32_t>(entries_.size() - 1));
}

void Table::erase(TableEntry* entry) {
  ++changes_;
  entry->live = false;
  entry->key = entry->value = Value();
  --live_;
  if (live_ == 0) clear();
}

void Table::clear() {
  ++changes_;
  entries_.clear();
  index_.reset();
  live_ = 0;
}

void Table::move_to_end(TableEntry* entry, bool last) {
  ++changes_;
  TableEntry moved = *entry;
  entries_.erase(entries_.begin() + (entry - entries_.data()));
  entries_.insert(last ? entries_.end() : entries_.begin(), moved);
  reindex();
}

}  // namespace nnscan::py
