#include "frontend/torch/call_copies.h"

#include <algorithm>

#include "frontend/torch/copy_key.h"

namespace nnscan::torch {

using py::Kind;
using py::Value;
using Copied = py::ClassObj::Copied;

namespace {

constexpr int kMostTries = 4;          // the first may import something
constexpr uint64_t kStepsOfPart = 16;  // a part of a recipe is cheap where a call takes so many for each
constexpr size_t kMostAtOnce = 256;
constexpr size_t kMostBytes = size_t{8} << 20;  // of all recipes, and of what finds them

}  // namespace

bool CallCopies::is_time() const {
  const py::Interp& in = torch_.in;
  return !torch_.forward_running && !in.journal.active() && in.journal.now() != 0 &&
         in.session.options.init != Options::Init::kRandom && in.handled_exception().is_unbound();
}

// nn.Module's heirs that are made as instances are: by a plain __new__.
bool CallCopies::counts(py::ClassObj* cls) {
  if (cls->copied == Copied::kUnknown) {
    auto is_module = [](const py::ClassObj* base) {
      return base->name == "Module" && base->module && base->module->is_prelude && base->module->name == "torch.nn.modules.module";
    };
    bool is_heir = cls->layout == Kind::kInstance && std::ranges::any_of(cls->mro, is_module) &&
                   torch_.in.is_subclass(cls, torch_.module_class());
    bool is_layer = cls->module && cls->module->is_prelude && cls->module->name.starts_with("torch.nn.modules.");
    cls->copied = !is_heir ? Copied::kNo : is_layer ? Copied::kLayer : Copied::kModule;
  }
  return cls->copied == Copied::kLayer || (cls->copied == Copied::kModule && cls->birth < world_ && !torch_.in.observer);
}

Value CallCopies::instance(py::ClassObj* cls, const py::Args& args, Call construct) {
  if (!is_time() || !counts(cls)) return construct();
  CopyKey key(torch_.in, torch_.module_class(), world_);
  if (!key.add(cls, args)) return construct();
  return made(key, cls->copied == Copied::kLayer && key.is_plain() && !torch_.in.is_prelude_patched(), construct);
}

Value CallCopies::result(py::FunctionObj* function, const py::Args& args, Call call) {
  if (!is_time() || function->birth >= world_ || torch_.in.observer) return call();
  CopyKey key(torch_.in, torch_.module_class(), world_);
  return key.add(function, args) ? made(key, false, call) : call();
}

// A copy takes as many steps as the call: limits are passed in the same place.
Value CallCopies::made(CopyKey& key, bool is_of_torch, Call call) {
  py::Interp& in = torch_.in;
  if (valid_for_ != in.prelude_changes()) forget();
  valid_for_ = in.prelude_changes();
  if (!is_of_torch && !is_world_unchanged()) return call();
  auto found = known_.find(key.text());
  if (found == known_.end()) {
    if (bytes_ >= kMostBytes) return call();
    bytes_ += key.text().size() + sizeof(Known);
    found = known_.emplace(key.text(), Known()).first;
  }
  Known& known = found->second;
  if (known.recipe) {
    if (in.depth() > known.depth || !in.may_take(known.steps)) return call();
    in.take(known.steps);
    return known.recipe->make(torch_, key.objects());
  }
  if (known.calls++ == kMostTries) return --known.calls, call();
  return watched(key, is_of_torch, known.calls == 1 && !is_of_torch, call);
}

// What is made once does not pay for a recipe, unless that costs little beside the call itself.
Value CallCopies::watched(const CopyKey& key, bool is_of_torch, bool is_first, Call call) {
  py::Interp& in = torch_.in;
  py::Journal::Watch watch(in.journal);
  const py::Interp::Effects before = in.effects();
  const uint64_t steps = in.steps();
  Value made = call();
  bool is_pure = !watch.saw_a_change() && in.effects() == before && (is_of_torch || is_world_unchanged());
  if (!is_pure || in.journal.active() || bytes_ >= kMostBytes || valid_for_ != in.prelude_changes()) return made;
  const size_t most = is_first ? std::min<size_t>((in.steps() - steps) / kStepsOfPart, kMostAtOnce) : Recipe::kMostParts;
  std::optional<Recipe> recipe = Recipe::of(torch_, made, key.objects(), {watch.since(), world_}, most);
  if (!recipe) return made;
  bytes_ += recipe->bytes();
  auto known = known_.find(key.text());
  if (known != known_.end()) known->second = {0, std::move(recipe), in.steps() - steps, in.depth()};
  return made;
}

}  // namespace nnscan::torch
