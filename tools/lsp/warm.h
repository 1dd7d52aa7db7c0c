// Warm processes: they have read what analyses need, and fork a child for each.
//
// The first one knows torch's prelude and nothing else. For each open file it forks another, which
// also imports what the file's models import: but neither the file itself, nor what depends on it
// or on other text that changes. A child of that one gets the text as it is now, analyses one entry
// of it, writes what it finds to a pipe and ends. So an analysis starts where the file's own
// statements begin, and whatever it breaks, uses up or never finishes goes with its process.
//
// To the first:
//   {"open": SETUP} with a channel's end        a process for a file, which listens there
//   {"catalogue": true} with a pipe             what of torch is understood: {NAME: [OPERATORS,
//   OPSET, REFUSED]}
// To a file's:
//   {"run": RUN, "id": N} with a pipe           analysis.h has what RUN is, and what comes out of
//   the pipe
//   {"end": N}
//   {"import": [NAME...]}                       is imported as well, from the next run on
// From a file's:
//   {"ready": [PATH...], "spoiled": NAME?}      it has read these files; or it could not import
//   NAME
//                                               alone, and has ended
//   {"ended": N, "signal": S}                   a run, however it came to its end
//
// SETUP: {"root", "include", "opset", "as_export", "train", "limits",
// "imports": [NAME...],
// "in_order": [PACKAGE...], "apart": [PATH...]}
#pragma once

#include <sys/types.h>

#include "frontend/session.h"
#include "tools/lsp/channel.h"

namespace nnscan::lsp {

// Forks the first warm process, which ends when `channel`'s other end is closed. -1: it cannot be.
pid_t start_warm_process(Channel& channel, const Options& options);

}  // namespace nnscan::lsp
