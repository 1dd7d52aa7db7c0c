// One analysis, in a child of a warm process: reads the file as the editor has it, runs one entry and
// writes what was found, one JSON object a line.
//
// RUN: {"path": the entry's file, "shown": how messages name it,
//       "unsaved": {PATH: TEXT},              files as editors have them
//       "watched": [PATH...],                 files of which hints are wanted
//       "broken": whether the editor's parser found errors, so that the file is parsed whole first,
//       "whole": it is parsed whole in any case, for what is wrong in functions that nobody calls,
//       "entry": CALL | null, "name", "configured", "inputs": [TEXT...], "sets": [TEXT...],
//       "seed": what an earlier run needed | null, "seconds", "graph": whether it is wanted}
//
// Out of it, in this order and as far as it comes:
//   {"syntax": [DIAGNOSTIC...]}               the file is no Python, and nothing follows
//   {"unread": [DIAGNOSTIC...]}               it could not be run as a module; nothing follows
//   {"entries": [ENTRY...], "module": NAME}   ENTRY: as check::described, "needs_arguments", "default_call"
//   {"file", "entry", "outcome", "diagnostics", "assumptions", "classes", "imported", "seed", "retry",
//    "seconds",                               as `nnscan check` has it: tools/check/worker.h
//    "hints": {PATH: [HINT...]}, "calls": {PATH: [CALL...]}, "modules": [MODULE...], "ran": [SPAN...],
//    "counts": COUNTS, "graph": docs/json.md}
// HINT: {"b", "e", "k": '=' | 'r' | 'p', "c": [{"t", "d", "m": [MODULE PATH...], "n": how often}...]}
// CALL: {"b", "e", "name", "signature", "torch", "class", "defined": SPAN, "made": SPAN, "ops": {NAME: COUNT},
//        "c": [{"a": [TEXT...], "r": TEXT, "m": [PATH...], "p": parameters, "n"}...]}
// MODULE: {"path", "class", "span", COUNTS...}; COUNTS: {"parameters", "multiply_adds", "at", "per"}
#pragma once

#include "frontend/torch/workspace.h"
#include "tools/lsp/json.h"

namespace nnscan::lsp {

void analyse(torch::Workspace& workspace, const Json& run, int out);

// Of a SETUP (warm.h).
void set_options(Options& options, const Json& setup);

}  // namespace nnscan::lsp
