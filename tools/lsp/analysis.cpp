#include "tools/lsp/analysis.h"

#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <set>

#include "emit/emit.h"
#include "frontend/torch/entry.h"
#include "tools/check/entry_runs.h"
#include "tools/check/isolate.h"
#include "tools/check/uses.h"
#include "tools/lsp/findings.h"
#include "tools/lsp/watch.h"
#include "tools/report.h"

namespace nnscan::lsp {

namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kMostFiles = 3000;  // that are searched for uses

int late_out = -1;

// A line that was being written may be in pieces: this one stands alone.
void say_late(int) {
  constexpr char kLate[] = "\n{\"late\":true}\n";
  [[maybe_unused]] ssize_t written = write(late_out, kLate, sizeof kLate - 1);
  _exit(0);
}

// Ends this process, which says so, once it has taken so much of a processor's time from now on. By
// the clock a busy machine would end what has hardly begun. Runs of forward, which have processes
// of their own, do not count.
void end_after(double seconds, int out) {
  late_out = out;
  struct sigaction action{};
  action.sa_handler = say_late;
  sigaction(SIGPROF, &action, nullptr);
  const double whole = std::floor(std::min(seconds, 1e6));
  itimerval timer{};
  timer.it_value.tv_sec = static_cast<time_t>(whole);
  timer.it_value.tv_usec = static_cast<suseconds_t>((std::min(seconds, 1e6) - whole) * 1e6) + 1;
  setitimer(ITIMER_PROF, &timer, nullptr);
}

class Run {
 public:
  Run(torch::Workspace& workspace, const Json& run, int out)
      : workspace_(workspace),
        session_(workspace.session()),
        run_(run),
        out_(out),
        path_(run["path"]) {}

  void operator()();

 private:
  void send(const Json& message) { check::write_all(out_, check::line_of(message)); }
  bool parses_whole();
  bool load();
  struct Chosen {
    torch::Entry entry;
    std::string call;
  };
  std::optional<Chosen> chosen();
  Json imported() const;
  torch::AnalysisRequest request(const std::string& call);
  void find_uses();
  void export_file();

  torch::Workspace& workspace_;
  Session& session_;
  const Json& run_;
  int out_;
  std::string path_;
  py::ModuleObj* file_ = nullptr;
  std::vector<torch::Entry> entries_;
  std::set<std::string> known_;  // modules that were imported before
};

// What a parse of the whole file says is wrong with it. A file of which only functions that are
// called are parsed may have errors in others.
bool Run::parses_whole() {
  auto text = session_.unsaved.find(path_);
  if (text == session_.unsaved.end()) return true;
  size_t reports = session_.sink.size();
  FileId file = session_.sources.add(path_, run_["shown"], text->second, false);
  bool parsed = syntax::parse(session_.sources, file, session_.symbols, session_.sink) != nullptr;
  if (!parsed) send({{"syntax", check::diagnostics_of(session_, reports)}});
  return parsed;
}

bool Run::load() {
  workspace_.guarded("this file", [&] {
    py::ModuleObj* file = workspace_.load(path_);
    entries_ = torch::entries_of(workspace_.interp(), file);
    file_ = file;
  });
  if (!session_.out_of_order.empty()) return false;
  if (file_ && !session_.sink.has_errors()) return true;
  send({{"unread", check::diagnostics_of(session_)}});
  return false;
}

// What the run is to be about: what it was told, or the first that gives a module without being
// told how. Where each needs to be told, the first that can be guessed.
std::optional<Run::Chosen> Run::chosen() {
  if (run_["entry"].is_string()) {
    std::string call = run_["entry"], name = run_.value("name", call);
    for (const torch::Entry& entry : entries_)
      if (entry.name == name) return Chosen{entry, call};
    return Chosen{{name, "class", "", false, "", {}, true}, call};
  }
  const torch::Entry *best = nullptr, *guessed = nullptr;
  for (const torch::Entry& entry : entries_) {
    if (!entry.needs_arguments && (!best || (entry.gives_module && !best->gives_module)))
      best = &entry;
    if (!guessed && !entry.default_call.empty()) guessed = &entry;
  }
  if (best) return Chosen{*best, best->name};
  return guessed ? std::optional(Chosen{*guessed, guessed->default_call}) : std::nullopt;
}

// What has been imported here.
Json Run::imported() const {
  Json names = Json::array();
  for (const auto& [name, module] : workspace_.interp().modules)
    if (!known_.count(name)) names.push_back(name);
  return names;
}

torch::AnalysisRequest Run::request(const std::string& call) {
  torch::AnalysisRequest request;
  request.file = path_;
  request.entry = call;
  request.options = session_.options;
  for (const std::string& text : run_.value("inputs", std::vector<std::string>()))
    if (auto spec = parse_input(text); auto* input = std::get_if<InputSpec>(&spec))
      request.inputs.push_back(*input);
  for (const std::string& text : run_.value("sets", std::vector<std::string>()))
    if (auto spec = parse_set(text); auto* set = std::get_if<SetSpec>(&spec))
      request.sets.push_back(*set);
  return request;
}

// How the classes that need arguments are made elsewhere in the sources.
void Run::find_uses() {
  std::vector<check::Verdicts::Open> open;
  for (const Json& row : run_["uses"]) open.push_back({row[0], row[1], row[2]});
  check::Discovery files = check::discover({run_["folder"]}, {});
  // The file's own folder is as far as a very large tree is searched.
  if (files.files.size() > kMostFiles)
    files = check::discover({std::filesystem::path(path_).parent_path().string()}, {});
  bool listed = std::any_of(files.files.begin(), files.files.end(),
                            [&](const auto& file) { return file.path == path_; });
  if (!listed) files.files.push_back(check::source_path(path_));
  Json uses = Json::array();
  for (const check::Job& job : check::uses_of(open, files.files, session_.unsaved))
    for (const check::Wanted& wanted : job.wanted)
      uses.push_back({{"path", job.file.path}, {"name", wanted.name}, {"call", wanted.call}});
  send({{"uses", uses}});
}

// As the command line would, of the buffer's text.
void Run::export_file() {
  torch::AnalysisRequest request = this->request(run_["entry"]);
  request.unsaved = session_.unsaved;
  torch::Analysis analysis = torch::analyse(request);
  Session& done = *analysis.session;
  Json messages = Json::array();
  auto tell = [&](const Diagnostic& d) { messages.push_back(render(d, done.sources, false)); };
  for (const Diagnostic& d : done.sink.all()) tell(d);
  EmitOptions options;
  options.opset = done.options.opset;
  options.output = run_["output"];
  options.format = run_.value("format", "onnx");
  // Of a refused model there is nothing to be had but a page up to where it stops.
  if (!analysis.ok && (options.format != "html" || !torch::has_begun(analysis)))
    return send({{"result", {{"ok", false}, {"messages", messages}}}});
  if (!analysis.ok)
    for (const Diagnostic& d : done.sink.all())
      if (info(d.code).severity == Severity::kError) options.stopped.push_back(d);
  options.version = NNSCAN_VERSION;
  if (options.output.ends_with('/')) options.output += done.graph.name + ".onnx";
  EmitResult written = emit(done.graph, done.dims, done.sources, options);
  for (const Diagnostic& d : nnscan::diagnostics_of(done, written)) tell(d);
  if (!written.ok()) messages.push_back(written.error);
  for (const std::string& warning : written.warnings) messages.push_back(warning);
  if (written.ok())
    for (const std::vector<Assumption>* list : {&done.graph.assumptions, &written.assumptions})
      for (const Assumption& assumption : *list) tell(assumed(assumption));
  send({{"result", {{"ok", written.ok()}, {"path", options.output}, {"messages", messages}}}});
}

void Run::operator()() {
  auto begin = Clock::now();
  session_.unsaved = run_["unsaved"].get<std::map<std::string, std::string>>();
  const double seconds = run_["seconds"];
  end_after(seconds, out_);
  if (run_.contains("uses")) return find_uses();
  if (run_.contains("output")) return export_file();
  session_.options.whole_files = false;
  session_.options.all_outlines = true;
  workspace_.interp().restart_limits();
  if (run_["broken"] == true && !parses_whole()) return;
  for (const auto& [name, module] : workspace_.interp().modules) known_.insert(name);
  Watch watch(workspace_.interp());
  if (run_.contains("read")) watch.want({run_["read"][0], run_["read"][1], run_["read"][2]});
  workspace_.interp().observer = &watch;
  if (!load()) return;
  Json entries = Json::array();
  for (const torch::Entry& entry : entries_) {
    entries.push_back(check::described(entry, session_.sources));
    entries.back()["needs_arguments"] = entry.needs_arguments;
    entries.back()["default_call"] = entry.default_call;
  }
  std::optional<Chosen> chosen = this->chosen();
  send({{"entries", entries},
        {"module", file_->name},
        {"imported", imported()},
        {"chosen", chosen ? Json(chosen->call) : Json()}});
  auto parse_rest = [&] {
    if (run_["whole"] == true && run_["broken"] != true) parses_whole();
  };
  if (!chosen) return parse_rest();
  const auto& [entry, call] = *chosen;
  Json message{{"file", path_}, {"entry", check::described(entry, session_.sources)}};
  message["entry"]["call"] = call;
  message["entry"]["configured"] = run_["configured"] == true;
  check::EntryRuns runs(workspace_, file_, seconds);
  runs.built = [&] {
    if (session_.out_of_order.empty()) send({{"imported", imported()}});
  };
  runs.look = [&](Json& result, const torch::Built& built, const torch::Attempt& attempt) {
    result.update(found(workspace_, watch, built, attempt, run_));
  };
  end_after(seconds, out_);
  Json result = runs.here(request(call), run_["configured"] == true, run_["seed"]);
  check::find_want_of_arguments(result, message["entry"],
                                run_["configured"] == true || call != entry.name);
  if (!session_.out_of_order.empty()) return;
  // What the file itself imports counts as well as what its models do.
  std::set<std::string> names = result.value("imported", std::set<std::string>());
  for (const Json& name : imported()) names.insert(name);
  result["imported"] = names;
  message.update(result);
  message["read"] = workspace_.interp().files_read;
  message["seconds"] = std::chrono::duration<double>(Clock::now() - begin).count();
  send(message);
  parse_rest();
}

}  // namespace

void analyse(torch::Workspace& workspace, const Json& run, int out) {
  try {
    workspace.session().stops_out_of_order = true;
    Run(workspace, run, out)();
    std::set<std::string> packages = workspace.session().out_of_order;
    if (packages.empty()) return;
    // Whoever asked starts anew, with a process to which this can be said before it imports
    // anything.
    check::write_all(out, check::line_of({{"out_of_order", packages}}));
  } catch (const std::exception& error) {
    Json d{{"code", static_cast<int>(Code::kInternal)},
           {"span", nullptr},
           {"message", error.what()},
           {"hint", "please report this with the model file"},
           {"chain", Json::array()},
           {"notes", Json::array()}};
    check::write_all(out, check::line_of({{"unread", Json::array({d})}}));
  }
}

void set_options(Options& options, const Json& setup) {
  options.include = setup["include"].get<std::vector<std::string>>();
  options.opset = setup["opset"];
  options.as_export = setup["as_export"];
  options.train = setup["train"];
  options.limits.steps = setup["steps"];
  options.limits.unrolled = setup["unrolled"];
  options.limits.depth = setup["depth"];
}

}  // namespace nnscan::lsp
