// Checks files one after another, as a worker takes them: with one interpreter as long as their imports
// start at the same root, so that what they import is read once. Says what it finds in the messages
// of worker.h.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "frontend/torch/entry.h"
#include "frontend/torch/workspace.h"
#include "tools/check/isolate.h"
#include "tools/check/worker.h"

namespace nnscan::check {

class FileChecker {
 public:
  using Send = std::function<void(const Json& message)>;
  FileChecker(const WorkOptions& options, Send send) : options_(options), send_(std::move(send)) {}

  void check(const Job& job);

 private:
  bool load(const Job& job);
  void tell_sources(const Job& job);
  // An entry, with what is said of it so far; `wanted` is empty where that is all.
  struct Item {
    Json message;
    std::optional<Wanted> wanted;
    int tries = 0;
  };
  Item item(const Job& job, const torch::Entry& entry) const;
  Item item(const Job& job, const Wanted& wanted);
  torch::AnalysisRequest request(const Job& job, const Wanted& wanted) const;
  size_t analyse(const Job& job, std::vector<Item>& items, size_t from);
  void analyse_all(const Job& job, const std::vector<Item>& items, size_t from, const Series::Say& say);
  void finish(Item& item, const Json& result, double seconds);
  bool puts_in_order(const Job& job, const Json& result);

  const WorkOptions& options_;
  Send send_;
  std::unique_ptr<torch::Workspace> workspace_;
  std::string root_;
  size_t files_told_ = 0;
  py::ModuleObj* file_ = nullptr;
  std::vector<torch::Entry> entries_;  // of the file
  std::set<std::string> in_order_;     // packages that are imported as Python does
};

}  // namespace nnscan::check
