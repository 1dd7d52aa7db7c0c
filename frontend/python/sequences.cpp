// Iterables of which the length is known only when the model runs: ranges up to a symbolic size,
// the rows of a tensor, lists that a loop filled, and enumerate, zip, map and reversed over them.
#include "frontend/python/interp.h"
#include "ir/base/check.h"

namespace nnscan::py {

namespace {

using syntax::BinaryOp;

// The items of a list, if all are appended ones of one kind.
RunObj* only_run(const Value& v) {
  auto* list = get_if<ListObj>(v);
  if (!list || list->items.size() != 1) return nullptr;
  auto* run = get_if<RunObj>(list->items[0]);
  return run && run->length.valid() && run->stacked.size() == 1 ? run : nullptr;
}

}  // namespace

// What `v` has by index. Unlike symbolic_sequence this takes known lengths too, which zip() may
// pair with unknown ones.
std::optional<Interp::Sequence> Interp::indexed(const Value& v) {
  if (auto* range = get_if<RangeObj>(v)) {
    Value start = range->start, step = range->step;
    return Sequence{to_dim(len(v)), [this, start, step](Value i) {
                      return binary(BinaryOp::kAdd, start, binary(BinaryOp::kMul, i, step));
                    }};
  }
  if (is(v, Kind::kTensor)) {
    Dim length = tensors->length(v);
    if (!length.valid()) return std::nullopt;
    return Sequence{length, [this, v](Value i) { return subscript(v, i); }};
  }
  if (RunObj* run = only_run(v)) {
    Value stacked = run->stacked[0];
    return Sequence{run->length, [this, stacked](Value i) { return subscript(stacked, i); }};
  }
  auto* it = get_if<IteratorObj>(v);
  if (!it || it->position != 0 || it->lost) return std::nullopt;
  using Over = IteratorObj::Over;
  switch (it->over) {
    case Over::kUnknown: case Over::kRange: return indexed(it->source);
    case Over::kEnumerate: {
      auto items = indexed(it->parts[0]);
      if (!items) return std::nullopt;
      Value start = it->source;
      return Sequence{items->length, [this, start, item = items->item](Value i) {
                        return tuple({binary(BinaryOp::kAdd, start, i), item(i)});
                      }};
    }
    case Over::kZip: case Over::kMap: {
      if (it->strict) return std::nullopt;
      Dim length;
      std::vector<std::function<Value(Value)>> parts;
      for (const Value& part : it->parts) {
        auto items = indexed(part);
        if (!items) return std::nullopt;
        length = length.valid() ? session.dims.min(length, items->length) : items->length;
        parts.push_back(std::move(items->item));
      }
      if (parts.empty()) return std::nullopt;
      bool zip = it->over == Over::kZip;
      Value function = it->source;
      return Sequence{length, [this, zip, function, parts](Value i) {
                        std::vector<Value> items;
                        for (const auto& part : parts) items.push_back(part(i));
                        return zip ? tuple(std::move(items)) : call(function, items);
                      }};
    }
    case Over::kReversed: {
      auto items = indexed(it->source);
      if (!items) return std::nullopt;
      Value last = from_dim(session.dims.sub(items->length, session.dims.constant(1)));
      return Sequence{items->length, [this, last, item = items->item](Value i) {
                        return item(binary(BinaryOp::kSub, last, i));
                      }};
    }
    default: return std::nullopt;
  }
}

std::optional<Interp::Sequence> Interp::symbolic_sequence(const Value& iterable) {
  using Over = IteratorObj::Over;
  if (auto* it = get_if<IteratorObj>(iterable); it && (it->over == Over::kRange || it->over == Over::kSequence)) return std::nullopt;
  auto sequence = indexed(iterable);
  if (!sequence || session.dims.known(sequence->length)) return std::nullopt;
  return sequence;
}

bool Interp::has_unknown_length(const Value& v) {
  if (auto* range = get_if<RangeObj>(v)) return !range->known();
  if (is(v, Kind::kTensor)) {
    Dim length = tensors->length(v);
    return length.valid() && !session.dims.known(length);
  }
  return has_runs(v);
}

bool Interp::has_runs(const Value& v) {
  auto* list = get_if<ListObj>(v);
  if (!list || !list->may_have_runs) return false;
  for (const Value& item : list->items)
    if (is(item, Kind::kRun)) return true;
  return false;
}

Value Interp::run_list_length(ListObj* list) {
  Dim total = session.dims.constant(0);
  for (const Value& item : list->items) {
    auto* run = get_if<RunObj>(item);
    if (run && !run->length.valid()) return use_poison(Value::of(run->unread));
    Dim count = run ? session.dims.mul(run->length, session.dims.constant(static_cast<int64_t>(run->stacked.size())))
                    : session.dims.constant(1);
    total = session.dims.add(total, count);
  }
  return from_dim(total);
}

// The item at `i`, counted from the end where that is negative, of the items from `at` on.
Value Interp::run_list_item_at(const std::vector<Value>& items, size_t at, int64_t i) {
  bool from_end = i < 0;
  for (; at < items.size(); ++at) {
    const Value& item = items[from_end ? items.size() - 1 - at : at];
    auto* run = get_if<RunObj>(item);
    if (!run) {
      if (i == (from_end ? -1 : 0)) return item;
      i += from_end ? 1 : -1;
      continue;
    }
    if (!run->length.valid()) return use_poison(Value::of(run->unread));
    auto count = static_cast<int64_t>(run->stacked.size());
    int64_t part = from_end ? (count + i % count) % count : i % count;
    int64_t round = from_end ? (i - (part - count)) / count - 1 : i / count;
    Value stacked = run->stacked[static_cast<size_t>(part)];
    auto found = [&] { return subscript(stacked, Value::of(round)); };
    if (at + 1 == items.size()) return found();  // or an error, as Python's
    Value enough = compare(syntax::CompareOp::kGe, from_dim(run->length),
                           Value::of(from_end ? -round : round + 1));
    Truth t = truth(enough);
    if (t.known() && t.is_true()) return found();
    // With too few iterations it is an item behind them; which one is known if there are none.
    if (i != (from_end ? -1 : 0) || count != 1) return use_poison(Value::of(run->unread));
    return fork_value(t.condition, found, [&] { return run_list_item_at(items, at + 1, i); });
  }
  raise(types.index_error, "list index out of range");
}

Value Interp::run_list_item(ListObj* list, const Value& index) {
  if (index.is_any_int()) return run_list_item_at(list->items, 0, index.as_int());
  if (RunObj* run = only_run(Value::of(list))) return subscript(run->stacked[0], index);
  for (const Value& item : list->items)
    if (auto* run = get_if<RunObj>(item)) return use_poison(Value::of(run->unread));
  NNSCAN_CHECK(false, "a list with runs has one");
}

// The items between runs as lists, the runs as tuples of what they stack.
Value Interp::list_segments(const Value& v) {
  if (!has_runs(v)) return Value::none();
  std::vector<Value> segments, plain;
  auto flush = [&] {
    if (!plain.empty()) segments.push_back(list(std::move(plain)));
    plain.clear();
  };
  for (const Value& item : as<ListObj>(v)->items) {
    auto* run = get_if<RunObj>(item);
    if (!run) {
      plain.push_back(item);
      continue;
    }
    if (!run->length.valid()) return use_poison(Value::of(run->unread));
    flush();
    segments.push_back(tuple(run->stacked));
  }
  flush();
  return list(std::move(segments));
}

// A variable that only a loop binds is read: the loop is taken to have run.
Value Interp::bound_by_loop(Value unsure) {
  auto* u = as<UnsureObj>(unsure);
  if (try_depth > 0 && !u->bound)
    return refuse(Code::kDataDependentRaise,
                  "whether this variable is bound depends on how often a loop runs, and a `try` may catch it if not",
                  "give it a value before the loop");
  for (const SharedMemory& memory : u->memory) {
    if (memory.storage->content.index != memory.content)
      return refuse(Code::kConditionalAlias, "this variable is a view, taken in a loop, of a tensor that was written to since",
                    "take the view again behind the loop");
    memory.storage->entangled = true;
  }
  if (!u->bound) assume_at(u->loop, "this loop runs at least once");
  return u->value;
}

}  // namespace nnscan::py
