#include "frontend/python/journal.h"

#include <algorithm>

#include "frontend/python/frame.h"
#include "frontend/python/loop.h"
#include "frontend/python/storage.h"
#include "ir/base/check.h"

namespace nnscan::py {

namespace {

std::vector<Value> frame_contents(const Frame& frame) {
  std::vector<Value> contents(frame.control, frame.control + Frame::kControlCount);
  contents.insert(contents.end(), frame.slots.begin(), frame.slots.end());
  return contents;
}

}  // namespace

Contents Journal::capture(const Obj* object) {
  switch (object->kind) {
    case Kind::kList: return static_cast<const ListObj*>(object)->items;
    case Kind::kDict: return static_cast<const DictObj*>(object)->table;
    case Kind::kSet: return static_cast<const SetObj*>(object)->table;
    case Kind::kCell: return static_cast<const Cell*>(object)->value;
    case Kind::kStorage: return static_cast<const StorageObj*>(object)->content;
    case Kind::kIterator: return static_cast<const IteratorObj*>(object)->position;
    case Kind::kFrame: return frame_contents(*static_cast<const Frame*>(object));
    default: break;
  }
  NNSCAN_CHECK(false, "contents of an object that never changes");
}

void Journal::restore(Obj* object, const Contents& contents) {
  switch (object->kind) {
    case Kind::kList: static_cast<ListObj*>(object)->items = std::get<std::vector<Value>>(contents); return;
    case Kind::kDict: static_cast<DictObj*>(object)->table = std::get<Table>(contents); return;
    case Kind::kSet: static_cast<SetObj*>(object)->table = std::get<Table>(contents); return;
    case Kind::kCell: static_cast<Cell*>(object)->value = std::get<Value>(contents); return;
    case Kind::kStorage: static_cast<StorageObj*>(object)->content = std::get<ValueId>(contents); return;
    case Kind::kIterator: static_cast<IteratorObj*>(object)->position = std::get<int64_t>(contents); return;
    case Kind::kFrame: {
      Frame& frame = *static_cast<Frame*>(object);
      const auto& values = std::get<std::vector<Value>>(contents);
      std::copy(values.begin(), values.begin() + Frame::kControlCount, frame.control);
      std::copy(values.begin() + Frame::kControlCount, values.end(), frame.slots.begin());
      return;
    }
    default: break;
  }
  NNSCAN_CHECK(false, "contents of an object that never changes");
}

void Journal::save(Obj* object) {
  open_.back().saved.push_back(
      {object, capture(object), object->saved, object->kind == Kind::kFrame});
  object->saved = open_.back().stamp;
}

void Journal::lay_base() {
  if (bases_.empty()) spoiled_ = false, undo_.clear();
  else for (Obj* object : bases_.back().kept) object->kept = false;
  base_ = ++clock_;
  bases_.push_back({base_, undo_.size(), {}});
}

void Journal::keep(Obj* object) {
  // A frame that is older than the base goes on on a stack of its own, which cannot be put back.
  if (object->kind == Kind::kFrame) return spoil();
  if (Obj** lost = lost_slot(object)) keep(object, *lost);
  if (object->kind == Kind::kList) keep(object, static_cast<ListObj*>(object)->may_have_runs);
  if (object->kind == Kind::kIterator) keep(object, static_cast<IteratorObj*>(object)->size);
  undo_.push_back([object, before = capture(object)] { restore(object, before); });
  object->kept = true;
  bases_.back().kept.push_back(object);
}

void Journal::restore_base() {
  NNSCAN_CHECK(has_base() && !spoiled_, "the base is whole");
  open_.clear();
  Base& base = bases_.back();
  for (; undo_.size() > base.undone_to; undo_.pop_back()) undo_.back()();
  for (Obj* object : base.kept) object->kept = false;
  base.kept.clear();
}

void Journal::drop_base() {
  NNSCAN_CHECK(has_base(), "there is a base to drop");
  std::vector<Obj*> kept = std::move(bases_.back().kept);
  bases_.pop_back();
  base_ = bases_.empty() ? 0 : bases_.back().stamp;
  if (bases_.empty()) {
    for (Obj* object : kept) object->kept = false;
    undo_.clear();
    return;
  }
  std::vector<Obj*>& below = bases_.back().kept;
  below.insert(below.end(), kept.begin(), kept.end());
  for (Obj* object : below) object->kept = true;
}

void Journal::begin() { open_.push_back({++clock_, {}}); }

std::vector<Saved> Journal::rollback() {
  std::vector<Saved> left;
  for (Saved& saved : open_.back().saved) {
    left.push_back({saved.object, capture(saved.object), saved.previous, saved.frame});
    restore(saved.object, saved.before);
    saved.object->saved = saved.previous;
  }
  open_.back().saved.clear();
  return left;
}

std::vector<Saved> Journal::end() {
  std::vector<Saved> list = std::move(open_.back().saved);
  open_.pop_back();
  for (Saved& saved : list) {
    saved.object->saved = saved.previous;
    remember(saved.object, saved.before);
  }
  return list;
}

void Journal::unwind() {
  for (; !open_.empty(); open_.pop_back())
    for (Saved& saved : open_.back().saved) {
      if (saved.frame) continue;
      restore(saved.object, saved.before);
      saved.object->saved = saved.previous;
    }
}

void Journal::remember(Obj* object, const Contents& before) {
  if (open_.empty() || object->birth >= open_.back().stamp || object->saved == open_.back().stamp)
    return;
  open_.back().saved.push_back({object, before, object->saved, object->kind == Kind::kFrame});
  object->saved = open_.back().stamp;
}

}  // namespace nnscan::py
