#include "tools/check/file_checker.h"

#include <chrono>

#include "tools/check/entry_runs.h"

namespace nnscan::check {

// False where the file cannot be imported.
bool FileChecker::load(const Job& job) {
  entries_.clear();
  if (!workspace_ || root_ != job.file.root) {
    sources_told_ = 0;
    Options options = options_.analysis;
    options.whole_files = true;
    options.imports_in_order = in_order_;
    workspace_ = std::make_unique<torch::Workspace>(options);
    root_ = job.file.root;
  }
  workspace_->interp().restart_steps();
  file_ = nullptr;
  workspace_->guarded("this file", [&] {
    py::ModuleObj* file = workspace_->load(job.file.path);
    if (job.find_entries) entries_ = torch::entries_of(workspace_->interp(), file);
    file_ = file;
  });
  return file_ && !workspace_->session().sink.has_errors();
}

void FileChecker::check(const Job& job) {
  if (!load(job)) {
    send_({{"file", job.file.path}, {"diagnostics", diagnostics_of(workspace_->session())}});
    tell_sources(job);
    workspace_.reset();  // what it left half done would reach the next file
    sources_told_ = 0;
    return;
  }
  for (const Wanted& wanted : job.wanted) check(job, wanted);
  for (size_t i = 0; i < entries_.size(); ++i) check(job, torch::Entry(entries_[i]));
  tell_sources(job);
}

// What the job's answers depend on: files that were read, packages that were not there, paths
// that models asked about.
void FileChecker::tell_sources(const Job& job) {
  const SourceMap& sources = workspace_->session().sources;
  Json read = Json::array();
  for (; sources_told_ < sources.size(); ++sources_told_) {
    const SourceFile& source = sources[FileId{static_cast<uint32_t>(sources_told_)}];
    if (!source.is_prelude) read.push_back(source.path);
  }
  py::Interp& in = workspace_->interp();
  send_({{"file", job.file.path}, {"sources", read}, {"missing", in.missing_packages}, {"asked", in.asked_paths}});
}

void FileChecker::check(const Job& job, const torch::Entry& entry) {
  for (const Wanted& wanted : job.wanted)
    if (wanted.configured && wanted.name == entry.name) return;
  Json message{{"file", job.file.path}, {"entry", described(entry, workspace_->session().sources)}};
  if (entry.needs_arguments) {
    message["outcome"] = "needs arguments";
    message["default_call"] = entry.default_call;
    return send_(message);
  }
  analyse(job, {entry.name, entry.name, {}, {}, false}, message);
}

void FileChecker::check(const Job& job, const Wanted& wanted) {
  Json message{{"file", job.file.path}};
  torch::Entry entry{wanted.name, "class", "", false, "", {}, true};
  workspace_->guarded("this file", [&] {
    for (const torch::Entry& known : torch::entries_of(workspace_->interp(), file_))
      if (known.name == wanted.name) entry = known;
  });
  message["entry"] = described(entry, workspace_->session().sources);
  message["entry"]["call"] = wanted.call;
  message["entry"]["configured"] = wanted.configured;
  analyse(job, wanted, message);
}

void FileChecker::analyse(const Job& job, const Wanted& wanted, Json& message) {
  torch::AnalysisRequest request;
  request.file = job.file.path;
  request.entry = wanted.call;
  request.inputs = wanted.inputs;
  request.sets = wanted.sets;
  request.options = options_.analysis;
  if (options_.progress) send_({{"file", job.file.path}, {"begins", wanted.call}});
  auto begin = std::chrono::steady_clock::now();
  Json result;
  do {
    EntryRuns runs(*workspace_, file_, options_.seconds);
    result = runs.apart(request, wanted.configured);
    runs.import_for(result);
  } while (puts_in_order(job, result));
  find_want_of_arguments(result, message["entry"], wanted.configured || wanted.call != wanted.name);
  message.update(result);
  message["seconds"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  send_(message);
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
