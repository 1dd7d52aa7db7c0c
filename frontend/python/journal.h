// The journal makes both sides of a branch start from the same state. While a fork is open, the
// first change of every older object saves its contents; between the sides they are restored, and
// at the join the contents that each side left are compared (fork.cpp).
//
// Objects made after the fork began need no saving: no other side can see them.
//
// Below all forks may lie bases, one on another: what has changed since one was laid, forks or not, can be
// put back as a whole, so that an analysis can be repeated. What cannot be put back (modules that were
// imported, a generator that went on) spoils it, and those below.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "frontend/python/object.h"

namespace nnscan::py {

struct Frame;

// The contents of one object at one moment.
using Contents = std::variant<std::monostate, std::vector<Value>, Table, Value, ValueId, int64_t>;

struct Saved {
  Obj* object;
  Contents before;
  uint32_t previous = 0;  // the fork that had saved it before this one
  bool frame = false;     // the object is a frame, and may die before the fork ends
};

struct JournalFork {
  uint32_t stamp;
  std::vector<Saved> saved;
};

class Journal {
 public:
  // What is made while the journal is suspended has always been there, as far as forks know: the
  // loading of a module happens once, whatever branch touches it first.
  class Suspended {
   public:
    explicit Suspended(Journal& journal) : journal_(journal) {
      open_.swap(journal.open_);
      clock_ = journal.clock_;
      journal.clock_ = 0;
    }
    ~Suspended() {
      open_.swap(journal_.open_);
      journal_.clock_ = clock_;
    }

   private:
    friend class Journal;
    Journal& journal_;
    std::vector<JournalFork> open_;
    uint32_t clock_;
  };

  // Whether anything changes, while it lives, that is older than it. Watches may stand one in another.
  class Watch {
   public:
    explicit Watch(Journal& journal)
        : journal_(journal), since_(++journal.clock_), outer_(std::exchange(journal.oldest_changed_, kNothing)) {}
    ~Watch() { journal_.oldest_changed_ = std::min(outer_, journal_.oldest_changed_); }
    Watch(const Watch&) = delete;
    uint32_t since() const { return since_; }  // what is made from then on is not older
    bool saw_a_change() const { return journal_.oldest_changed_ < since_; }

   private:
    Journal& journal_;
    uint32_t since_, outer_;
  };

  std::function<void(Obj*)> on_frozen;  // an object is changed that must not be
  explicit Journal(Frame* const& frame) : frame_(&frame) {}

  uint32_t now() const { return clock_; }
  bool active() const { return !open_.empty(); }
  // Must be called before an object's contents change.
  void touch(Obj* object) {
    if (object->frozen) [[unlikely]] on_frozen(object);
    if (clock_ == 0) note_import_change(object);
    note_change(object->birth);
    if (object->birth < base_ && !object->kept) [[unlikely]] keep(object);
    if (open_.empty() || object->birth >= open_.back().stamp || object->saved == open_.back().stamp)
      return;
    save(object);
  }
  // Whether the object already existed when the innermost fork began.
  bool is_older(const Obj* object) const { return active() && object->birth < open_.back().stamp; }
  uint32_t innermost() const { return open_.empty() ? 0 : open_.back().stamp; }

  void begin();                        // opens a fork
  // Puts everything back as it was at begin, and returns what had been left there.
  std::vector<Saved> rollback();
  // Ends the fork. What it saved is handed to the fork outside, as far as that needs it; the
  // list is returned (with the contents at begin).
  std::vector<Saved> end();
  size_t depth() const { return open_.size(); }
  // What changed since the innermost fork began, with the contents at its begin.
  const std::vector<Saved>& changed() const { return open_.back().saved; }
  // Takes back every open fork: the analysis is given up and starts again. Frames are gone by
  // then and are left alone.
  void unwind();
  // Makes the fork outside remember `before` for an object that is about to be changed.
  void remember(Obj* object, const Contents& before);

  // ---- the base
  void lay_base();
  // Puts everything back as it was when the uppermost was laid; it stays. Open forks are forgotten. Not to
  // be called where it is spoiled.
  void restore_base();
  // Forgets the uppermost. What has changed since counts for the one below it.
  void drop_base();
  bool has_base() const { return base_ != 0; }
  bool is_spoiled() const { return spoiled_; }
  void spoil() { spoiled_ = true, note_change(0); }
  // Must be called before an object changes in a way that cannot be put back.
  void change_for_good(const Obj* object) {
    note_change(object->birth);
    if (is_below_base(object)) spoil();
  }
  bool is_below_base(const Obj* object) const { return object->birth < base_; }
  bool is_below_all_bases(const Obj* object) const { return bases_.empty() || object->birth < bases_.front().stamp; }
  // Must be called before a field of an object changes that is none of its contents.
  template <class T>
  void keep(const Obj* object, T& field) {
    note_change(object->birth);
    if (object->birth < base_) undo_.push_back([&field, before = field] { field = before; });
  }

  // ---- the age of what changes
  // A new moment: whatever is made from now on is younger than all that is there. While no watch lives.
  uint32_t advance() { return oldest_changed_ = oldest_since_advance_ = kNothing, ++clock_; }
  // Whether something older than that moment has changed since.
  bool changed_older_than(uint32_t moment) const { return oldest_since_advance_ < moment; }

  static Contents capture(const Obj* object);
  static void restore(Obj* object, const Contents& contents);

 private:
  static constexpr uint32_t kNothing = UINT32_MAX;
  void note_change(uint32_t birth) {
    if (birth >= oldest_changed_) return;
    oldest_changed_ = birth;
    oldest_since_advance_ = std::min(oldest_since_advance_, birth);
  }
  void save(Obj* object);
  void keep(Obj* object);
  void note_import_change(Obj* object);
  std::vector<JournalFork> open_;
  uint32_t clock_ = 1;
  struct Base {
    uint32_t stamp;          // the clock when it was laid
    size_t undone_to;        // in undo_
    std::vector<Obj*> kept;  // what changed since, while it was the uppermost
  };
  std::vector<Base> bases_;
  uint32_t base_ = 0;  // the stamp of the uppermost; 0: there is none
  bool spoiled_ = false;
  uint32_t oldest_changed_ = kNothing;        // the birth of the oldest object that changed, in the innermost watch
  uint32_t oldest_since_advance_ = kNothing;  // likewise, since the last advance
  std::vector<std::function<void()>> undo_;  // to be run backwards
  Frame* const* frame_;  // the innermost one
};

}  // namespace nnscan::py
