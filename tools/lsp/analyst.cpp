#include "tools/lsp/analyst.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>

#include "ir/base/diagnostic.h"
#include "ir/base/paths.h"
#include "tools/check/wire.h"
#include "tools/lsp/server.h"

namespace nnscan::lsp {

namespace {

constexpr size_t kMostTasks = 400;    // of one file
constexpr int kMostFailures = 5;      // of its process, in a row
constexpr size_t kJobsAtOnce = 1;     // of the rest: the edited function's must not wait for them
constexpr size_t kWorthProgress = 4;  // models to come, from which on progress is told
constexpr auto kGrace = std::chrono::milliseconds(500);

Clock::time_point in(int64_t milliseconds) {
  return Clock::now() + std::chrono::milliseconds(milliseconds);
}

Json broken_message(const Task& task, const Json& described, const Results& results, bool late,
                    double seconds, int signal) {
  Json span{results.packed_path(), shown_path(task.path), 0, 0};
  if (described.contains("span") && described["span"].is_array()) span = described["span"];
  std::string what =
      late ? "the analysis took longer than " + std::to_string(static_cast<int>(seconds)) + " s"
           : "the analysis ended by signal " + std::to_string(signal);
  Json d{{"code", static_cast<int>(late ? Code::kLimitSteps : Code::kInternal)},
         {"span", span},
         {"message", what},
         {"hint", late ? "raise `nnscan.timeout`, or look for a loop that never ends"
                       : "please report this with the model file"},
         {"chain", Json::array()},
         {"notes", Json::array()}};
  return {{"file", task.path},
          {"entry", described},
          {"outcome", "refused"},
          {"diagnostics", Json::array({d})}};
}

// As --input has it.
std::string text_of_input(const InputSpec& input) {
  std::string text = input.path + ":" + info(input.dtype).name;
  if (!input.dims) return text;
  text += "[";
  for (size_t i = 0; i < input.dims->size(); ++i) {
    const DeclaredDim& dim = (*input.dims)[i];
    text += i ? "," : "";
    text += dim.kind == DeclaredDim::Kind::kFixed   ? std::to_string(dim.size)
            : dim.kind == DeclaredDim::Kind::kNamed ? dim.name
                                                    : "?";
  }
  return text + "]";
}

}  // namespace

// ---- when

void Analyst::begin(Server& server, OpenFile& file) {
  stop_jobs(false);
  queue_.clear();
  for (auto& [call, result] : file.results.all()) result.stale = true;
  failed_.clear();
  uses_of_.clear();
  failures_ = 0;
  first_due_ = Clock::now();
  rest_due_ = in(server.settings.pause);
}

void Analyst::edited(Server& server, OpenFile&, const Edit& edit) {
  end_progress(server);
  stop_jobs(false);
  queue_.clear();
  failed_.clear();
  failures_ = 0;
  edited_at_ = edit.new_end;
  first_due_ = in(server.settings.debounce);
  rest_due_ = in(std::max(server.settings.pause, server.settings.debounce));
}

void Analyst::imports_changed(Server& server, OpenFile& file, const std::string& path) {
  if (!reads(path)) return;
  if (!apart_.count(path)) process_stale_ = true;
  for (auto& [call, result] : file.results.all()) result.stale = true;
  stop_jobs(false);
  queue_.clear();
  first_due_ = rest_due_ = in(server.settings.pause);
}

void Analyst::settings_changed(Server& server, OpenFile& file) {
  process_stale_ = true;
  seeds_.clear();
  begin(server, file);
}

void Analyst::end(Server& server) {
  end_progress(server);
  stop_jobs(true);
  process_ = Channel();
  first_due_ = rest_due_ = std::nullopt;
}

std::optional<Clock::time_point> Analyst::due() const {
  std::optional<Clock::time_point> first;
  auto sooner = [&](const std::optional<Clock::time_point>& at) {
    if (at && (!first || *at < *first)) first = at;
  };
  sooner(first_due_);
  if (!first_due_ && !running(Job::What::kFirst)) sooner(rest_due_);
  for (const Job& job : jobs_) sooner(job.until);
  return first;
}

void Analyst::tick(Server& server, OpenFile& file) {
  Clock::time_point now = Clock::now();
  for (size_t i = jobs_.size(); i-- > 0;)
    if (now > jobs_[i].until) {
      Job late = std::move(jobs_[i]);
      jobs_.erase(jobs_.begin() + static_cast<ptrdiff_t>(i));
      process_.send({{"end", late.id}});
      close(late.fd);
      finish(server, file, late, -1);
      break;  // it may have begun another
    }
  if (first_due_ && now >= *first_due_) {
    first_due_.reset();
    server.notify("nnscan/status", {{"state", "analysing"}, {"uri", file.document.uri}});
    std::string call = pick(file);
    std::optional<Task> task = task_of(call);
    start(server, file, task ? *task : Task{"", "", file.document.path, false, {}, {}},
          Job::What::kFirst);
    settle_edits(file);
  }
  if (!first_due_ && rest_due_ && now >= *rest_due_ && !running(Job::What::kFirst)) {
    rest_due_.reset();
    choose_rest(server, file);
    next_of_queue(server, file);
  }
}

bool Analyst::running(Job::What what) const {
  return std::any_of(jobs_.begin(), jobs_.end(), [&](const Job& job) { return job.what == what; });
}

// An export goes on: what it writes is what was asked for.
void Analyst::stop_jobs(bool all) {
  std::erase_if(jobs_, [&](Job& job) {
    if (job.what == Job::What::kExport && !all) return false;
    process_.send({{"end", job.id}});
    close(job.fd);
    auto on_end = on_end_.find(job.id);
    if (on_end != on_end_.end()) {
      auto tell = std::move(on_end->second);
      on_end_.erase(on_end);
      tell(nullptr);
    }
    return true;
  });
}

std::vector<std::pair<int, bool>> Analyst::fds() const {
  std::vector<std::pair<int, bool>> fds;
  if (process_.fd() >= 0) fds.push_back({process_.fd(), false});
  for (const Job& job : jobs_) fds.push_back({job.fd, true});
  return fds;
}

// ---- processes

// `renew`: with what analyses have imported since it was made, if nothing runs there.
bool Analyst::has_process(Server& server, OpenFile& file, bool renew) {
  if (process_.fd() >= 0 && !process_stale_ && !(renew && wants_imports_ && jobs_.empty()))
    return true;
  if (failures_ > kMostFailures) return false;
  if (running(Job::What::kFirst)) first_due_ = Clock::now();
  stop_jobs(true);
  const std::string& path = file.document.path;
  std::string problem;
  check::Settings project =
      project_settings(server.settings, path, server.folder_of(path), problem);
  if (!problem.empty()) server.log(2, problem);
  std::erase_if(tasks_, [](const Task& task) { return task.configured; });
  std::vector<Task> configured;
  for (const check::Job& job : project.entries)
    if (job.file.path == path)
      for (const check::Wanted& wanted : job.wanted) {
        Task task{wanted.call, wanted.name, path, true, {}, {}};
        for (const InputSpec& input : wanted.inputs) task.inputs.push_back(text_of_input(input));
        for (const SetSpec& set : wanted.sets) task.sets.push_back(set.path + "=" + set.literal);
        std::erase_if(tasks_, [&](const Task& other) { return other.name == task.name; });
        configured.push_back(std::move(task));
      }
  tasks_.insert(tasks_.begin(), configured.begin(), configured.end());
  apart_ = {path};
  for (const auto& [uri, other] : server.files())
    if (other->differs) apart_.insert(other->document.path);
  Json imports = Json::array();
  for (const std::string& name : import_order_)
    if (!spoiled_.count(name) && name != file.results.module) imports.push_back(name);
  Json setup{{"root", check::source_path(path).root},
             {"include", project.analysis.include},
             {"opset", project.analysis.opset},
             {"as_export", project.analysis.as_export},
             {"train", project.analysis.train},
             {"steps", project.analysis.limits.steps},
             {"unrolled", project.analysis.limits.unrolled},
             {"depth", project.analysis.limits.depth},
             {"imports", imports},
             {"apart", apart_}};
  process_stale_ = process_ready_ = wants_imports_ = false;
  return server.workers.open(server, setup, process_);
}

void Analyst::start(Server& server, OpenFile& file, const Task& task, Job::What what,
                    const Json& extra, const Json& request) {
  int ends[2];
  if (!has_process(server, file, what == Job::What::kFirst) || pipe(ends) != 0) {
    server.notify("nnscan/status", {{"state", "failed"},
                                    {"uri", file.document.uri},
                                    {"message", "no process for an analysis is to be had"}});
    return;
  }
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  for (int end : ends) fcntl(end, F_SETFD, FD_CLOEXEC);
  // What is learnt of inputs is learnt anew once there is time: the text may teach something else
  // by now.
  const bool quick =
      what == Job::What::kFirst || what == Job::What::kGraph || what == Job::What::kRead;
  auto seed = seeds_.find(task.call);
  Json seen = quick && seed != seeds_.end() ? seed->second : Json();
  Json run{{"path", task.path},
           {"shown", shown_path(task.path)},
           {"unsaved", server.unsaved(file)},
           {"watched", {file.document.path}},
           {"broken", !file.document.well_formed()},
           {"whole", what == Job::What::kFirst},
           {"entry", nullptr},
           {"name", task.name},
           {"configured", task.configured},
           {"inputs", task.inputs},
           {"sets", task.sets},
           {"seed", seen},
           {"seconds", server.settings.timeout},
           {"graph", false}};
  if (!task.call.empty()) run["entry"] = task.call;
  if (extra.is_object()) run.update(extra);
  Job job;
  job.what = what;
  job.id = server.workers.next_job();
  job.fd = ends[0];
  job.call = task.call;
  job.seeded = !seen.is_null();
  job.elsewhere = task.path != file.document.path;
  job.serial = file.document.serial();
  job.begun = Clock::now();
  job.until = job.begun +
              std::chrono::duration_cast<Clock::duration>(
                  std::chrono::duration<double>(server.settings.timeout)) +
              kGrace;
  job.request = request;
  bool sent = process_.send({{"run", run}, {"id", job.id}}, ends[1]);
  close(ends[1]);
  if (sent) {
    jobs_.push_back(std::move(job));
  } else {  // it has died: begin again with another
    close(ends[0]);
    process_ = Channel();
    ++failures_;
    first_due_ = in(100);
  }
}

void Analyst::readable(Server& server, OpenFile& file, int fd) {
  if (fd == process_.fd()) {
    while (std::optional<Channel::Message> message = process_.receive())
      take_from_process(server, file, *message);
    if (!process_.ended()) return;
    process_ = Channel();
    bool worked = !jobs_.empty();
    stop_jobs(true);
    if (!process_stale_) ++failures_;
    if (worked) first_due_ = in(50);
    return;
  }
  auto job = std::find_if(jobs_.begin(), jobs_.end(), [&](const Job& j) { return j.fd == fd; });
  if (job == jobs_.end()) return;
  const int64_t id = job->id;
  char part[65536];
  ssize_t got;
  while ((got = read(fd, part, sizeof part)) > 0)
    job->pending.append(part, static_cast<size_t>(got));
  const bool ended = got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
  size_t begin = 0;
  for (size_t end; (end = job->pending.find('\n', begin)) != std::string::npos; begin = end + 1) {
    Json message = Json::parse(job->pending.begin() + static_cast<ptrdiff_t>(begin),
                               job->pending.begin() + static_cast<ptrdiff_t>(end), nullptr, false);
    if (!message.is_discarded()) take(server, file, *job, message);
    // What it told may have led to its end.
    job = std::find_if(jobs_.begin(), jobs_.end(), [&](const Job& j) { return j.id == id; });
    if (job == jobs_.end()) return;
  }
  job->pending.erase(0, begin);
  if (!ended) return;
  Job done = std::move(*job);
  jobs_.erase(job);
  close(done.fd);
  finish(server, file, done, 0);
}

void Analyst::take_from_process(Server&, OpenFile&, const Channel::Message& message) {
  const Json& json = message.json;
  if (message.fd >= 0) close(message.fd);
  if (json.contains("spoiled")) {
    // Without what cannot be imported alone; what was under way begins again, as the process ends.
    spoiled_.insert(json["spoiled"].get<std::string>());
    process_stale_ = true;
  } else if (json.contains("ready")) {
    process_ready_ = true;
    for (const Json& path : json["ready"]) read_.insert(path.get<std::string>());
  }
}

// ---- what comes out of a run

void Analyst::take(Server& server, OpenFile& file, Job& job, const Json& message) {
  settle_edits(file);
  if (auto on_end = on_end_.find(job.id); on_end != on_end_.end()) {
    if (!message.contains("outcome") && !message.contains("result")) return;
    auto tell = std::move(on_end->second);
    on_end_.erase(on_end);
    job.got_result = true;
    tell(message);
    return;
  }
  if (message.contains("uses")) {
    job.got_result = true;
    add_uses(file, message["uses"]);
  } else if (job.elsewhere && !message.contains("outcome")) {
    // Of the other file: what is in it, or why it cannot be read, is no business of this one.
    job.got_result |= !message.contains("entries");
  } else if (message.contains("syntax")) {
    job.got_result = job.saw_syntax = true;
    file.results.syntax = message["syntax"];
    server.shown(file, false);
  } else if (message.contains("unread")) {
    job.got_result = true;
    file.results.unread = message["unread"];
    server.shown(file, false);
  } else if (message.contains("entries")) {
    take_entries(server, file, message);
    file.results.unread = nullptr;
    if (job.call.empty()) {
      const Json* best = nullptr;
      for (const Json& entry : file.results.entries)
        if (entry["needs_arguments"] == false &&
            (!best || (entry["module"] == true && (*best)["module"] == false)))
          best = &entry;
      if (best) job.call = (*best)["call"];
    }
  } else if (message.contains("outcome")) {
    job.got_result = true;
    std::string call = message["entry"]["call"];
    for (const Json& name : message.value("imported", Json::array()))
      if (imports_.insert(name).second) import_order_.push_back(name), wants_imports_ = true;
    // What a seed says of the inputs no longer holds: once more without. But where there was no
    // graph before either, there is none now, as far as one can tell at once.
    auto known = seeds_.find(call);
    const bool misled =
        message.contains("retry") &&
        (known == seeds_.end() || known->second["refused"] != true || !message.contains("hints"));
    if (misled) {
      seeds_.erase(call);
      if (job.what == Job::What::kFirst) first_due_ = Clock::now();
      return;
    }
    if (message.contains("seed")) seeds_[call] = message["seed"];
    for (const Json& path : message.value("read", Json::array()))
      read_.insert(path.get<std::string>());
    if (job.what == Job::What::kFirst) first_ = call;
    Json kept = message;
    if (job.seeded) kept["seeded"] = true;
    file.results.take(call, std::move(kept));
    server.shown(file, job.what != Job::What::kFirst && queue_.empty() && is_done());
  }
}

void Analyst::take_entries(Server&, OpenFile& file, const Json& message) {
  file.results.entries = message["entries"];
  file.results.module = message["module"];
  std::erase_if(tasks_, [](const Task& task) { return !task.configured; });
  std::vector<std::string> calls;
  for (const Json& entry : file.results.entries) {
    std::string name = entry["name"];
    bool configured = std::any_of(tasks_.begin(), tasks_.end(), [&](const Task& task) {
      return task.configured && task.name == name;
    });
    if (!configured && entry["needs_arguments"] == false && tasks_.size() < kMostTasks)
      tasks_.push_back({name, name, file.document.path, false, {}, {}});
  }
  for (const Task& task : tasks_) calls.push_back(task.call);
  for (const auto& [name, tasks] : guesses_) {
    bool known = std::any_of(file.results.entries.begin(), file.results.entries.end(),
                             [&](const Json& entry) { return entry["name"] == name; });
    for (const Task& task : tasks)
      if (known) calls.push_back(task.call);
  }
  file.results.forget_but(calls);
}

void Analyst::finish(Server& server, OpenFile& file, Job& job, int signal) {
  const bool late = signal == -1;
  if (auto on_end = on_end_.find(job.id); on_end != on_end_.end()) {
    auto tell = std::move(on_end->second);
    on_end_.erase(on_end);
    tell(late ? Json{{"late", true}} : Json{{"broken", true}});
    return;
  }
  if (!job.got_result && job.what != Job::What::kUses) {
    Json described{{"name", job.call}, {"call", job.call},   {"kind", "class"},
                   {"span", nullptr},  {"configured", true}, {"module", true}};
    for (const Json& entry : file.results.entries)
      if (entry["call"] == job.call) described = entry;
    std::optional<Task> task = task_of(job.call);
    bool has_entries = job.call.empty() ? !file.results.entries.empty() : true;
    if (!job.call.empty()) {
      file.results.take(
          job.call,
          broken_message(task ? *task : Task{job.call, job.call, file.document.path, true, {}, {}},
                         described, file.results, late, server.settings.timeout, SIGABRT));
      failed_.insert(job.call);
    } else if (late || !has_entries) {
      Json d = broken_message({"", "", file.document.path, true, {}, {}}, described, file.results,
                              late, server.settings.timeout, SIGABRT)["diagnostics"];
      // A file without an entry ends without a word, having told its entries.
      if (late) file.results.unread = d;
    }
  }
  if (job.what == Job::What::kFirst) {
    if (first_due_) return;
    const bool mended = !job.saw_syntax && !file.results.syntax.is_null();
    if (mended) file.results.syntax = nullptr;
    if (mended || job.call.empty() || failed_.count(job.call))
      server.shown(file, false);
    else
      server.answer_waiting(file.document.uri);
    if (!rest_due_) rest_due_ = Clock::now();
  } else {
    next_of_queue(server, file);
  }
}

// ---- the rest

void Analyst::choose_rest(Server& server, OpenFile& file) {
  queue_.clear();
  if (!file.document.well_formed() && !file.results.syntax.is_null())
    return;  // the last good ones stay
  auto wants = [&](const Task& task) {
    if (failed_.count(task.call)) return false;
    Result* known = file.results.find(task.call);
    return !known || known->stale || known->message.contains("seeded");
  };
  for (const Task& task : tasks_)
    if (wants(task)) queue_.push_back(task);
  for (const auto& [name, tasks] : guesses_)
    for (const Task& task : tasks)
      if (file.results.find(task.call) && wants(task)) queue_.push_back(task);
  if (queue_.size() < kWorthProgress || !server.client.progress) return;
  progress_ = "nnscan-" + std::to_string(server.workers.next_job());
  progress_of_ = queue_.size();
  server.ask("window/workDoneProgress/create", {{"token", progress_}});
  server.notify("$/progress", {{"token", progress_},
                               {"value",
                                {{"kind", "begin"},
                                 {"title", "nnscan"},
                                 {"cancellable", true},
                                 {"message", "models of " + shown_path(file.document.path)},
                                 {"percentage", 0}}}});
}

void Analyst::end_progress(Server& server) {
  if (progress_.empty()) return;
  server.notify("$/progress", {{"token", progress_}, {"value", {{"kind", "end"}}}});
  progress_.clear();
}

bool Analyst::cancel_progress(Server& server, const Json& token) {
  if (progress_.empty() || token != progress_) return false;
  queue_.clear();
  end_progress(server);
  return true;
}

// Classes that need arguments and are part of nothing that was analysed.
static Json open_classes(const OpenFile& file) {
  std::set<uint32_t> parts;
  for (const auto& [call, result] : file.results.all())
    for (const Json& span : at(result.message, "classes"))
      if (span.is_array() && span[0] == file.results.packed_path() &&
          span != at(result.message, "entry", "span"))
        parts.insert(span[2].get<uint32_t>());
  Json open = Json::array();
  for (const Json& entry : file.results.entries)
    if (entry["needs_arguments"] == true && entry["kind"] == "class" && entry["span"].is_array() &&
        !parts.count(entry["span"][2].get<uint32_t>()))
      open.push_back({file.document.path, entry["name"], entry["default_call"]});
  return open;
}

void Analyst::next_of_queue(Server& server, OpenFile& file) {
  if (first_due_ || running(Job::What::kFirst)) return;
  while (!queue_.empty() && jobs_.size() < kJobsAtOnce) {
    Task task = queue_.front();
    if (!progress_.empty())
      server.notify("$/progress",
                    {{"token", progress_},
                     {"value",
                      {{"kind", "report"},
                       {"message", task.call},
                       {"percentage", 100 * (progress_of_ - std::min(progress_of_, queue_.size())) /
                                          progress_of_}}}});
    queue_.erase(queue_.begin());
    start(server, file, task, Job::What::kRest);
  }
  if (!queue_.empty() || !jobs_.empty() || rest_due_) return;
  Json open = open_classes(file);
  if (!open.empty() && text_of(open) != uses_of_) {
    uses_of_ = text_of(open);
    start(server, file, {"", "", file.document.path, false, {}, {}}, Job::What::kUses,
          {{"uses", open}, {"folder", server.folder_of(file.document.path)}});
    return;
  }
  end_progress(server);
  server.shown(file, true);
  server.notify("nnscan/status", {{"state", "idle"}, {"uri", file.document.uri}});
  // Ready for the next keystroke, with what this analysis has imported.
  if (process_stale_ || wants_imports_) has_process(server, file, true);
}

void Analyst::add_uses(OpenFile& file, const Json& uses) {
  for (const Json& use : uses) {
    Task task{use["call"], use["name"], use["path"], false, {}, {}};
    std::vector<Task>& known = guesses_[task.name];
    if (std::find(known.begin(), known.end(), task) == known.end()) known.push_back(task);
    if (!file.results.find(task.call)) queue_.push_back(task);
  }
}

// ---- questions

std::optional<Task> Analyst::task_of(const std::string& call) const {
  for (const Task& task : tasks_)
    if (task.call == call) return task;
  for (const auto& [name, tasks] : guesses_)
    for (const Task& task : tasks)
      if (task.call == call) return task;
  return std::nullopt;
}

std::vector<std::string> Analyst::entries_at(const OpenFile& file, uint32_t offset) const {
  // Names of functions and classes around the place, innermost last.
  std::vector<Range> names;
  const grammar::Tree& tree = file.document.tree();
  for (uint32_t i = 0; i < tree.size(); ++i) {
    const grammar::Node& node = tree[i];
    if (node.begin > offset) break;
    if (node.end < offset || (node.kind != grammar::Kind::kFunctionDefinition &&
                              node.kind != grammar::Kind::kClassDefinition))
      continue;
    grammar::NodeIndex name = tree.child(i, grammar::Field::kName);
    if (name != grammar::kNoNode) names.push_back({tree[name].begin, tree[name].end});
  }
  return entries_of(file, names);
}

std::vector<std::string> Analyst::entries_of(const OpenFile& file,
                                             const std::vector<Range>& names) const {
  std::vector<std::pair<double, std::string>> ranked;
  auto spans_hold = [&](const Json& spans, uint32_t begin) {
    return spans.is_array() && std::any_of(spans.begin(), spans.end(), [&](const Json& span) {
             return span.is_array() && span[0] == file.results.packed_path() && span[2] == begin;
           });
  };
  for (size_t i = names.size(); i-- > 0 && ranked.empty();) {
    for (const auto& [call, result] : file.results.all()) {
      const Json& own = at(result.message, "entry", "span");
      bool is_it =
          own.is_array() && own[0] == file.results.packed_path() && own[2] == names[i].begin;
      bool ran = spans_hold(at(result.message, "ran"), names[i].begin) ||
                 spans_hold(at(result.message, "classes"), names[i].begin);
      if (is_it || ran) ranked.push_back({(is_it ? 0 : 1e6) + result.seconds, call});
    }
    // One that was not analysed yet.
    if (ranked.empty())
      for (const Task& task : tasks_)
        for (const Json& entry : file.results.entries)
          if (entry["name"] == task.name && entry["span"].is_array() &&
              entry["span"][2] == names[i].begin)
            ranked.push_back({0, task.call});
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> calls;
  for (auto& [seconds, call] : ranked) calls.push_back(std::move(call));
  return calls;
}

std::string Analyst::pick(const OpenFile& file) const {
  if (edited_at_) {
    const bool inside = file.pending && file.pending->before;
    std::vector<std::string> calls =
        inside ? entries_of(file, {file.pending->before->name}) : entries_at(file, *edited_at_);
    for (const std::string& call : calls)
      if (task_of(call)) return call;
  }
  if (task_of(first_)) return first_;
  return tasks_.empty() ? "" : tasks_[0].configured ? tasks_[0].call : "";
}

void Analyst::run_for(Server& server, OpenFile& file, const Task& task, const Json& extra,
                      Job::What what, const Json& request,
                      std::function<void(const Json& result)> on_end) {
  // One graph at a time, and one hover: a newer request takes an older one's place.
  if (what == Job::What::kGraph || what == Job::What::kRead)
    for (size_t i = jobs_.size(); i-- > 0;)
      if (jobs_[i].what == what) cancel(server, at(jobs_[i].request, "id"));
  start(server, file, task, what, extra, request);
  if (jobs_.empty() || jobs_.back().request != request) return on_end({{"broken", true}});
  on_end_[jobs_.back().id] = std::move(on_end);
}

// `id` by value: it may be that of a job that goes away here.
void Analyst::cancel(Server&, Json id) {
  for (size_t i = jobs_.size(); i-- > 0;) {
    if (jobs_[i].request.is_null() || at(jobs_[i].request, "id") != id) continue;
    process_.send({{"end", jobs_[i].id}});
    close(jobs_[i].fd);
    auto on_end = on_end_.find(jobs_[i].id);
    std::function<void(const Json&)> tell;
    if (on_end != on_end_.end()) tell = std::move(on_end->second), on_end_.erase(on_end);
    jobs_.erase(jobs_.begin() + static_cast<ptrdiff_t>(i));
    if (tell) tell({{"cancelled", true}});
  }
}

}  // namespace nnscan::lsp
