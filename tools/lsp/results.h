// What is known of an open file's models: the latest result of each entry, its places kept up with
// the text as it is edited.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tools/lsp/document.h"
#include "tools/lsp/json.h"

namespace nnscan::lsp {

// Of a run of one entry (analysis.h), with all places in the file's present text.
struct Result {
  Json message;                    // but "hints" and "calls"
  std::vector<Json> hints, calls;  // of this file; "b" and "e" are kept up
  bool stale = true;               // the text changed since in a way that may change it
  uint64_t taken = 0;              // when it came, counted in results
  double seconds = 0;              // that it took
};

// Of what a run says: the entry is a class with arguments that its users give it, or with defaults.
bool is_guess(const Json& message);
// Such a guess that led to no module: it says nothing of the class.
bool is_vain(const Json& message);

// Moves all spans in `json` that are in the file at `path`, [PATH, SHOWN, BEGIN, END], and "b",
// "e". False: a hint's or call's own place is gone.
bool shift_places(Json& json, const std::string& packed_path, const Edit& edit);

class Results {
 public:
  explicit Results(std::string path);

  void edited(const Edit& edit);
  // Edits changed the inside of the function of this name, or, if there is none, anything.
  void touched(const std::optional<Range>& function);
  void take(const std::string& call, Json message);
  void forget_but(const std::vector<std::string>& calls);
  Result* find(const std::string& call);
  const std::map<std::string, Result>& all() const { return results_; }
  std::map<std::string, Result>& all() { return results_; }

  // Hints at their places: what fresh results say. What older ones say is added where the fresh
  // ones say no more and no less than they did then, and stands alone at places that only they
  // know.
  std::vector<Json> hints() const;
  std::vector<Json> calls() const;

  Json entries = Json::array();  // as last listed
  std::string module;            // the file's name as one
  Json syntax;                   // diagnostics while it is no Python; else null
  Json unread;                   // while it cannot be run; else null
  double seconds = 0;            // that the latest run took
  const std::string& packed_path() const { return packed_; }

 private:
  std::vector<Json> merged(std::vector<Json> Result::* list) const;
  std::string path_, packed_;
  std::map<std::string, Result> results_;  // by call
  uint64_t taken_ = 0;                     // results so far
};

}  // namespace nnscan::lsp
