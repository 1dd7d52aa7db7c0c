// From what workers say to a report: who is an entry, who is part of one, and each with its verdict.
#pragma once

#include <set>

#include "tools/check/worker.h"

namespace nnscan::check {

class Verdicts {
 public:
  explicit Verdicts(Report& report) : report_(report) {}

  void take(const Json& message);
  // The classes that need arguments and are part of nothing that was analysed so far, as
  // FILE and name: somebody may know how they are made, if only by default (torch::Entry).
  struct Open {
    std::string file, name, default_call;
  };
  std::vector<Open> open() const;
  // Merges equal findings, sorts, and fills the report.
  void finish();

 private:
  struct Seen {
    Entry entry;
    std::string file, outcome, default_call, reason;
    bool module = false;      // it is one, or promises to give one
    bool configured = false;  // named by the user
    bool guessed = false;     // its arguments are from elsewhere in the sources
    std::vector<Diagnostic> findings;
  };
  void judge(Seen& seen) const;

  Report& report_;
  std::vector<Seen> seen_;
  std::vector<std::pair<std::string, Diagnostic>> of_files_;
  using PlaceKey = std::pair<uint32_t, uint32_t>;  // file and offset
  std::set<PlaceKey> parts_;         // classes inside of entries with a graph
  std::set<PlaceKey> refused_parts_;  // and of refused ones
};

}  // namespace nnscan::check
