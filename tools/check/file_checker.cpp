#include "tools/check/file_checker.h"

#include <signal.h>

#include <algorithm>
#include <chrono>

#include "tools/check/entry_runs.h"

namespace nnscan::check {

namespace {

constexpr int kTriesInPlace = 2;                  // of an entry: the first may import what spoils it
constexpr size_t kMostLitter = size_t{32} << 20;  // bytes that entries leave behind, which nobody frees

}  // namespace

// False where the file cannot be imported.
bool FileChecker::load(const Job& job) {
  entries_.clear();
  if (!workspace_ || root_ != job.file.root) {
    files_told_ = 0;
    Options options = options_.analysis;
    options.whole_files = true;
    options.imports_in_order = in_order_;
    workspace_ = std::make_unique<torch::Workspace>(options);
    root_ = job.file.root;
  }
  workspace_->interp().restart_limits();
  file_ = nullptr;
  workspace_->guarded("this file", [&] {
    py::ModuleObj* file = workspace_->load(job.file.path);
    if (job.find_entries) entries_ = torch::entries_of(workspace_->interp(), file);
    file_ = file;
  });
  if (workspace_->session().sink.has_errors()) file_ = nullptr;
  return file_;
}

void FileChecker::check(const Job& job) {
  if (!load(job)) {
    send_({{"file", job.file.path}, {"diagnostics", diagnostics_of(workspace_->session())}});
    tell_sources(job);
    workspace_.reset();  // what it left half done would reach the next file
    files_told_ = 0;
    return;
  }
  std::vector<Item> items;
  for (const Wanted& wanted : job.wanted) items.push_back(item(job, wanted));
  for (const torch::Entry& entry : entries_) {
    auto is_this = [&](const Wanted& wanted) { return wanted.configured && wanted.name == entry.name; };
    if (std::none_of(job.wanted.begin(), job.wanted.end(), is_this)) items.push_back(item(job, entry));
  }
  for (size_t i = 0; i < items.size() && file_;) {
    if (items[i].wanted) i = analyse(job, items, i);
    else send_(items[i++].message);
  }
  if (!file_) send_({{"file", job.file.path}, {"diagnostics", diagnostics_of(workspace_->session())}});
  tell_sources(job);
}

// What the job's answers depend on: files that were read, packages that were not there, paths
// that models asked about.
void FileChecker::tell_sources(const Job& job) {
  py::Interp& in = workspace_->interp();
  Json read = Json::array();
  for (; files_told_ < in.files_read.size(); ++files_told_) read.push_back(in.files_read[files_told_]);
  send_({{"file", job.file.path}, {"sources", read}, {"missing", in.missing_packages}, {"asked", in.asked_paths}});
}

FileChecker::Item FileChecker::item(const Job& job, const torch::Entry& entry) const {
  Item item{{{"file", job.file.path}, {"entry", described(entry, workspace_->session().sources)}}, {}};
  if (entry.needs_arguments) {
    item.message["outcome"] = "needs arguments";
    item.message["default_call"] = entry.default_call;
  } else {
    item.wanted = {entry.name, entry.name, {}, {}, false};
  }
  return item;
}

FileChecker::Item FileChecker::item(const Job& job, const Wanted& wanted) {
  torch::Entry entry{wanted.name, "class", "", false, "", {}, true};
  workspace_->guarded("this file", [&] {
    for (const torch::Entry& known : torch::entries_of(workspace_->interp(), file_))
      if (known.name == wanted.name) entry = known;
  });
  Item item{{{"file", job.file.path}, {"entry", described(entry, workspace_->session().sources)}}, wanted};
  item.message["entry"]["call"] = wanted.call;
  item.message["entry"]["configured"] = wanted.configured;
  return item;
}

torch::AnalysisRequest FileChecker::request(const Job& job, const Wanted& wanted) const {
  torch::AnalysisRequest request;
  request.file = job.file.path;
  request.entry = wanted.call;
  request.inputs = wanted.inputs;
  request.sets = wanted.sets;
  request.options = options_.analysis;
  return request;
}

// In a child: entries one after another, each taken back before the next, as long as that can be done.
void FileChecker::analyse_all(const Job& job, const std::vector<Item>& items, size_t from, const Series::Say& say) {
  const size_t before = memory_in_use();
  for (size_t i = from; i < items.size(); ++i) {
    if (!items[i].wanted) continue;
    torch::Rewind rewind(workspace_->interp());
    Json result;
    {
      EntryRuns runs(*workspace_, file_, options_.seconds);
      if (items[i].tries < kTriesInPlace) runs.take_back();
      result = runs.here(request(job, *items[i].wanted), items[i].wanted->configured, nullptr);
    }
    say(line_of(result));
    if (!rewind.is_possible() || std::max(rewind.litter(), memory_in_use() - before) > kMostLitter) return;
    rewind.back();
  }
}

// Analyses entries in one child, from one that needs it on; the first that is left.
size_t FileChecker::analyse(const Job& job, std::vector<Item>& items, size_t from) {
  Series child([&](const Series::Say& say) { analyse_all(job, items, from, say); });
  for (size_t i = from; i < items.size(); ++i) {
    Item& item = items[i];
    if (!item.wanted) {
      send_(item.message);
      continue;
    }
    if (options_.progress) send_({{"file", job.file.path}, {"begins", item.wanted->call}});
    auto begin = std::chrono::steady_clock::now();
    Outcome outcome = child.next(options_.seconds);
    if (outcome.ok() && outcome.output.empty()) {
      if (i > from) return i;
      outcome.signal = SIGABRT;  // it ended without an answer
    }
    Json result = outcome.ok() ? Json::parse(outcome.output) : Json();
    // What an entry imports is imported here, and it is tried again. Which run of forward it was that
    // crashed shows where each has a process of its own.
    if (result.contains("spoiled")) {
      import_for(*workspace_, result);
      ++item.tries;
      return i;
    }
    if (!outcome.ok() && !outcome.late && item.tries < kTriesInPlace) {
      item.tries = kTriesInPlace;
      return i;
    }
    if (!outcome.ok()) result = broken(outcome, options_.seconds, file_, workspace_->session().sources);
    import_for(*workspace_, result);
    if (puts_in_order(job, result)) return i;
    finish(item, result, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    if (!outcome.ok() || !file_) return i + 1;
  }
  return items.size();
}

void FileChecker::finish(Item& item, const Json& result, double seconds) {
  item.message.update(result);
  const Wanted& wanted = *item.wanted;
  find_want_of_arguments(item.message, item.message["entry"], wanted.configured || wanted.call != wanted.name);
  item.message["seconds"] = seconds;
  send_(item.message);
}

// Whether the entry is to be analysed once more, by an interpreter that imports as Python does what the
// last one, with imports on first use, was seen to import in another order.
bool FileChecker::puts_in_order(const Job& job, const Json& result) {
  const size_t before = in_order_.size();
  for (const Json& package : result.value("out_of_order", Json::array())) in_order_.insert(package);
  if (in_order_.size() == before) return false;
  tell_sources(job);
  workspace_.reset();
  return load(job);
}

}  // namespace nnscan::check
