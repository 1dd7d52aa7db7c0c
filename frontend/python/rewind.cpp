// What an analysis does besides changing objects, and going back to before it, so that it can be repeated in the
// same process.
#include "frontend/python/interp.h"
#include "ir/base/check.h"

namespace nnscan::py {

Interp::Effects Interp::effects() const {
  return {effects_, session.sink.size(), session.graph.assumptions.size(), session.graph.nodes.size(), modules.size(),
          withdrawn_.size(), entangled.size(), frozen_at.size(), print_output.size(), paused_generators_,
          next_report_, prelude_changes_, session.asked_for_export.valid()};
}

Interp::Mark Interp::mark() {
  NNSCAN_CHECK(!frame && module_stack.empty() && !journal.active(), "nothing runs");
  journal.lay_base();
  return {session.dims, builder.state(), session.sink.size(), entangled.size(), generators_.size(), paused_generators_, next_report_,
          withdrawn_, steps_, charged_, has_uneven_dicts_, session.asked_for_export, frozen_at, pending_imports_,
          read_first, written_first, watched, return_names, module_paths};
}

// What an exception left open is closed with it.
void Interp::rewind(const Mark& mark) {
  journal.restore_base();
  session.dims = mark.dims;
  builder.restore(mark.building);
  session.sink.truncate(mark.reports);
  entangled.resize(mark.entangled);
  generators_.resize(mark.generators);
  paused_generators_ = mark.paused_generators;
  next_report_ = mark.next_report;
  withdrawn_ = mark.withdrawn;
  steps_ = mark.steps;
  charged_ = mark.charged;
  has_uneven_dicts_ = mark.has_uneven_dicts;
  session.asked_for_export = mark.asked_for_export;
  frozen_at = mark.frozen_at;
  pending_imports_ = mark.pending_imports;
  read_first = mark.read_first;
  written_first = mark.written_first;
  watched = mark.watched;
  return_names = mark.return_names;
  module_paths = mark.module_paths;
  frame = nullptr;
  module_stack.clear();
  try_depth = repr_depth_ = 0;
  side_stamp = depth_ = 0;
  pending_attribute_error_ = Value();
  class_changed();
}

}  // namespace nnscan::py
