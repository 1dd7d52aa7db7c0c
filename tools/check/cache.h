// What an earlier check found out of files, as long as neither they nor anything that they may import has
// changed since. Contents decide, not times: every file of a package that an analysis read from is hashed.
// A change counts for a file that may import the changed one, whose name stands in one of its import
// statements or in those of what it imports (imports.h); new and removed files are changes too, and so is a
// package that was not there. Where a model asks for data files, another content or listing of one of them
// outdates everything. What depends on a time limit or a crash is not kept.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tools/check/discover.h"
#include "tools/check/worker.h"

namespace nnscan::check {

struct CachePlace {
  std::string folder;   // empty: nothing is kept
  std::string problem;  // what is wrong with a folder that was asked for
};
// `asked` if it is given, else below $XDG_CACHE_HOME or ~/.cache.
CachePlace cache_place(const std::string& asked);

class Cache {
 public:
  // `files` are those of the check, examined or not.
  Cache(std::string folder, const WorkOptions& options, const std::vector<std::string>& files);

  // What the job's worker said, or nothing. What follows is of this job and its like.
  std::optional<std::vector<Json>> known(const Job& job) const;
  void begins(const std::vector<Job>& jobs);
  void note(const Json& message);
  void ends();  // of the jobs that began
  // Writes everything that is still right. A cache that cannot be written is none.
  void save();

 private:
  using Hashes = std::map<std::string, uint64_t>;  // by path
  void drop_outdated(const Hashes& before);
  std::string found_now(const std::string& name) const;
  Hashes hash_sources(const Hashes& before) const;

  std::string folder_, file_, key_;
  std::vector<std::string> files_;
  std::set<std::string> packages_;  // folders, or files at a root, that analyses read from
  std::set<std::string> missing_;
  std::set<std::string> roots_;
  Hashes hashes_, asked_;  // of sources; of what models asked about
  std::map<std::string, Json> results_;  // by job
  int64_t began_ = 0;
  struct Running {
    std::string job;
    Json messages = Json::array();
    bool whole = false, kept = true;
  };
  std::map<std::string, Running> running_;  // by file
};

}  // namespace nnscan::check
