#include "tools/check/file_checker.h"

#include <chrono>

#include "tools/check/entry_runs.h"

namespace nnscan::check {

// False where the file cannot be imported.
bool FileChecker::load(const Job& job, std::vector<torch::Entry>& entries) {
  if (!workspace_ || root_ != job.file.root) {
    sources_told_ = 0;
    Options options = options_.analysis;
    options.whole_files = true;
    workspace_ = std::make_unique<torch::Workspace>(options);
    root_ = job.file.root;
  }
  workspace_->interp().restart_steps();
  file_ = nullptr;
  workspace_->guarded("this file", [&] {
    py::ModuleObj* file = workspace_->load(job.file.path);
    if (job.find_entries) entries = torch::entries_of(workspace_->interp(), file);
    file_ = file;
  });
  return file_ && !workspace_->session().sink.has_errors();
}

void FileChecker::check(const Job& job) {
  std::vector<torch::Entry> entries;
  if (!load(job, entries)) {
    send_({{"file", job.file.path}, {"diagnostics", diagnostics_of(workspace_->session())}});
    tell_sources(job);
    workspace_.reset();  // what it left half done would reach the next file
    sources_told_ = 0;
    return;
  }
  for (const Wanted& wanted : job.wanted) check(job, wanted);
  for (const torch::Entry& entry : entries) check(job, entry);
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
  EntryRuns runs(*workspace_, file_, options_.seconds);
  Json result = runs.apart(request, wanted.configured);
  find_want_of_arguments(result, message["entry"], wanted.configured || wanted.call != wanted.name);
  message.update(result);
  message["seconds"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  send_(message);
  runs.import_for(result);
}

}  // namespace nnscan::check
