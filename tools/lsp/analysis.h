// One analysis, in a child of a warm process: reads the file as the editor has it, runs one entry
// and writes what was found, one JSON object a line.
//
// RUN: {"path": the entry's file, "shown": how messages name it,
//       "unsaved": {PATH: TEXT},    files as editors have them
//       "watched": [PATH...],       files of which hints are wanted
//       "broken": whether the editor's parser found errors, so that the file is parsed whole first,
//       "whole": it is parsed whole in any case, for what is wrong in functions that nobody calls,
//       "entry": CALL | null, "name", "configured", "inputs": [TEXT...], "sets": [TEXT...],
//       "seed": what an earlier run needed | null, "seconds", "graph": whether it is wanted,
//       "read": [PATH, OFFSET, NAME] of a name that somebody points at, if somebody does}
//
// Out of it, in this order and as far as it comes; after one of the first two nothing follows:
//   {"late": true}                            it has taken "seconds" of a processor's time
//   {"out_of_order": [PACKAGE...]}            they are to be imported in Python's order
//   {"syntax": [DIAGNOSTIC...]}               the file is no Python, and nothing follows
//   {"unread": [DIAGNOSTIC...]}               it could not be run as a module; nothing follows
//   {"entries": [ENTRY...], "module": NAME, "chosen": CALL | null,    of the entry that is analysed
//    "imported": [NAME...]}
//   {"imported": [NAME...]}                   the module was made; with what that imported
//   {"file", "entry", "outcome", "diagnostics", "assumptions", "classes", "imported", "seed",
//    "retry", "seconds",                      as `nnscan check` has it: tools/check/worker.h
//    "hints": {PATH: [HINT...]}, "calls": {PATH: [CALL...]}, "modules": [MODULE...],
//    "ran": [SPAN...], "counts": COUNTS, "graph": docs/json.md}
//    or, of the last two lines, only "reaching": [CONTEXT...], where "read" was asked for
//
// ENTRY: as check::described has it, with "needs_arguments" and "default_call"
// HINT: {"b", "e", "k": '=' | 'r' | 'p', "c": [CONTEXT...]}
// CALL: {"b", "e", "name", "signature", "torch", "class", "defined": SPAN, "made": SPAN,
//        "ops": {NAME: COUNT}, "c": [CONTEXT...]}
// CONTEXT: {"t": TEXT, "d": [DTYPE, [SIZE...]]}, or of a call
//          {"a": [TEXT...], "r": TEXT, "p": parameters, "w": MODULE PATH}; in both,
//          "n": how often; "m": [MODULE PATH...] of whose forward it is; and
//          "v": [[MODULE PATH, [SPAN...]]...], where that forward calls functions: which calls
// MODULE: {"path", "class", "span", COUNTS...}
// COUNTS: {"parameters", "multiply_adds", "at", "per"}
#pragma once

#include "frontend/torch/workspace.h"
#include "tools/lsp/json.h"

namespace nnscan::lsp {

void analyse(torch::Workspace& workspace, const Json& run, int out);

// Of a SETUP (warm.h).
void set_options(Options& options, const Json& setup);

}  // namespace nnscan::lsp
