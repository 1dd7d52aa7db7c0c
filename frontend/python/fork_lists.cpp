// Joins of lists of which the sides of a branch left different ones: what both have in front is
// joined item by item, and the rest becomes a run (runs.h), a result of the If on either side.
#include <algorithm>
#include <deque>

#include "frontend/python/fork.h"
#include "frontend/python/runs.h"
#include "frontend/python/structure.h"

namespace nnscan::py {

std::string Interp::differing_lengths(const std::vector<Value>& x, const std::vector<Value>& y) {
  if (x.size() == y.size()) return "its items differ";
  return "it has " + std::to_string(x.size()) + " items on one path and " + std::to_string(y.size()) + " on the other";
}

// The items of one side from `from` on; false where there is a run that nobody can read.
bool Interp::tail_entries(Join& join, const std::vector<Value>& items, size_t from, bool then_side, std::deque<RunPart>& made,
                          std::vector<RunEntry>& entries) {
  bool readable = true;
  for (size_t i = from; i < items.size() && readable; ++i) {
    auto* run = get_if<RunObj>(items[i]);
    if (!run) {
      entries.push_back({items[i], nullptr, {}, then_side});
      continue;
    }
    if (!run->readable()) return false;
    RunPart& part = made.emplace_back();
    on_side(join, then_side, [&] { readable = interleaved(*this, *run, part); });
    entries.push_back({{}, &part, session.dims.mul(run->length, session.dims.constant(run->rate)), then_side});
  }
  return readable;
}

std::optional<std::vector<Value>> Interp::merge_tails(Join& join, const std::vector<Value>& x, const std::vector<Value>& y) {
  size_t common = 0;
  while (common < std::min(x.size(), y.size()) &&
         (x[common].identical(y[common]) || (!is(x[common], Kind::kRun) && !is(y[common], Kind::kRun))))
    ++common;
  std::deque<RunPart> made;
  std::vector<RunEntry> entries;
  if (!tail_entries(join, x, common, true, made, entries) || !tail_entries(join, y, common, false, made, entries)) return std::nullopt;
  RunForms forms(*this);
  forms.read = [&](const Value& tensor, int side) { return read_on(join, tensor, side == 1); };
  forms.lasting = [&](const Value& v) { return v.is_object() ? !join.younger(v.obj) : visible_outside(v); };
  RunPart form;
  if (!forms.form(entries, form)) return std::nullopt;
  const Node& node = session.graph.nodes[join.branch];
  BlockId blocks[] = {node.blocks[0], node.blocks[1]};
  auto of_side = [](const std::vector<RunEntry>& all, bool then_side) {
    std::vector<RunEntry> own;
    std::copy_if(all.begin(), all.end(), std::back_inserter(own), [&](const RunEntry& e) { return (e.side == 1) == then_side; });
    return own;
  };
  Dim length;
  if (has_leaves(form)) {
    length = session.dims.unknown();
  } else {
    auto count = [&](bool then_side) {
      Dim total = session.dims.constant(0);
      for (const RunEntry& entry : of_side(entries, then_side))
        total = session.dims.add(total, entry.part ? entry.length : session.dims.constant(1));
      return from_dim(total);
    };
    length = to_dim(merge_numbers(join, count(true), count(false)));
  }
  forms.stack = [&](const RunPart& leaf, const std::vector<RunEntry>& all) {
    ValueId sides[2];
    Type type = leaf.type;
    type.dims.insert(type.dims.begin(), session.dims.constant(0));
    for (bool then_side : {true, false}) {
      std::vector<RunEntry> own = of_side(all, then_side);
      ValueId& value = sides[then_side ? 0 : 1];
      if (own.empty()) {
        Type none = type;
        value = stand_in(blocks[then_side ? 0 : 1], none);
      } else {
        builder.enter(blocks[then_side ? 0 : 1]);
        value = forms.joined(leaf, own);
        builder.leave();
      }
      // What is written to an item's memory from now on would not reach the run.
      for (const RunEntry& entry : own)
        if (!entry.part && is(entry.item, Kind::kTensor)) entangle(join, tensors->storage(entry.item), then_side);
    }
    type.dims[0] = length;
    return stack_of(*this, builder.add_if_output(join.branch, sides[0], sides[1], &type));
  };
  auto* run = make<RunObj>(as<PoisonObj>(lost(join, differing_lengths(x, y))));
  if (x.size() != y.size()) run->unread->hint = "give both paths as many";
  run->length = length;
  run->items.push_back(forms.filled(form, entries));
  std::vector<Value> merged;
  join.where = "an item of a list";
  for (size_t i = 0; i < common; ++i) merged.push_back(merge(join, x[i], y[i]));
  merged.push_back(Value::of(run));
  return merged;
}

// Two lists that the sides made; unbound where no list is both.
Value Interp::merge_lists(Join& join, ListObj* a, ListObj* b) {
  if (a->lost || b->lost) return Value();
  const std::vector<Value>&x = a->items, &y = b->items;
  bool runs = a->may_have_runs || b->may_have_runs;
  if (!runs && x.size() == y.size()) {
    std::vector<Value> items;
    for (size_t i = 0; i < x.size(); ++i) items.push_back(merge(join, x[i], y[i]));
    return Value::of(make<ListObj>(a->cls, std::move(items)));
  }
  if (!runs) return Value();  // either of two lists of known length is worth more
  std::string where = join.where;
  join.where = "a list";
  std::optional<std::vector<Value>> merged = merge_tails(join, x, y);
  join.where = where;
  return merged ? Value::of(list_with_runs(*this, a->cls, std::move(*merged))) : Value();
}

// A run that a side made.
Value Interp::exported_run(const Exporter& x, RunObj* run) {
  if (!run->readable()) return x.lost("a list");
  auto* copy = make<RunObj>(run->unread);
  copy->rate = run->rate;
  for (const RunPart& part : run->items) {
    RunPart& out = copy->items.emplace_back(part);
    for_each_leaf(out, [&](RunPart& leaf) {
      leaf.stacked = x.tensor(leaf.stacked);
      entangle(tensors->storage(leaf.stacked), user_span());
      if (!copy->length.valid()) copy->length = session.graph.type(tensors->read(leaf.stacked)).dims[0];
    });
    if (!exported_same(x, out)) return x.lost("a list");
  }
  Value length = from_dim(run->length);
  if (x.visible(length) || !length.is_symbolic()) copy->length = run->length;
  else if (!copy->length.valid()) copy->length = to_dim(x.scalar(length, DType::kInt64));
  return Value::of(copy);
}

// What is the same in all items must mean the same outside.
bool Interp::exported_same(const Exporter& x, RunPart& part) {
  if (part.what == RunPart::What::kSame) part.like = exported(x, part.like);
  for (RunPart& inner : part.parts)
    if (!exported_same(x, inner)) return false;
  return !is(part.like, Kind::kPoison);
}

}  // namespace nnscan::py
