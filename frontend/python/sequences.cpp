// Iterables of which the length is known only when the model runs: ranges up to a symbolic size,
// the rows of a tensor, lists that a loop filled, and enumerate, zip, map and reversed over them.
#include "frontend/python/interp.h"
#include "ir/base/check.h"

namespace nnscan::py {

namespace {

using syntax::BinaryOp;

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
  if (has_runs(v)) {
    if (as<ListObj>(v)->lost) return std::nullopt;
    auto view = united(as<ListObj>(v));
    if (!view) return std::nullopt;
    return Sequence{view->length, [this, part = view->part](Value i) { return run_item(part, i); }};
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
    entangle(memory.storage, u->loop);
  }
  if (!u->bound) assume_at(u->loop, "this loop runs at least once");
  return u->value;
}

}  // namespace nnscan::py
