// Comments that silence findings, and those that have nothing to silence.
//
//   x = f(y)  # nnscan: ignore[NN302, NN4]     these, on the lines of this statement
//   x = f(y)  # nnscan: ignore                 all of them
//   # nnscan: ignore-file[NN5]                 in the whole file
//
// Only findings go: a refused entry stays refused.
#pragma once

#include "tools/check/discover.h"
#include "tools/check/report.h"

namespace nnscan::check {

// Takes out of the report what comments silence, and puts in which of the comments in `checked`
// silence nothing. Of places that the run has not come to, nobody knows; `whole` says that the run
// is over whole folders, so that whoever uses a function of theirs had the chance to.
void apply_comments(Report& report, const std::vector<SourcePath>& checked, bool whole);

}  // namespace nnscan::check
