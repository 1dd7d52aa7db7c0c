#include "tools/lsp/analyst.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <tuple>

#include "ir/base/diagnostic.h"
#include "ir/base/paths.h"
#include "tools/check/isolate.h"
#include "tools/check/wire.h"
#include "tools/lsp/server.h"

namespace nnscan::lsp {

namespace {

constexpr size_t kMostTasks = 400;    // of one file
constexpr int kMostFailures = 5;      // of its process, in a row
constexpr auto kSoon = std::chrono::seconds(1);  // what takes longer tells its progress
// That the next run waits for one that reads imports.
constexpr auto kReading = std::chrono::seconds(3);

Clock::time_point in(int64_t milliseconds) {
  return Clock::now() + std::chrono::milliseconds(milliseconds);
}

Json broken_message(const Task& task, const Json& described, const Results& results, bool late,
                    double seconds, int signal) {
  Json span{results.packed_path(), shown_path(task.path), 0, 0};
  if (described.contains("span") && described["span"].is_array()) span = described["span"];
  std::string what =
      late ? fmt::format("the analysis took longer than {:g} s", seconds)
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

// Of what another file makes: what is said of this one. Nothing, where it is another class of that
// name.
void keep_own(Json& message, const std::string& packed_path) {
  auto is_own = [&](const Json& span) { return span.is_array() && span[0] == packed_path; };
  auto is_elsewhere = [&](const Json& d) {
    const Json& chain = at(d, "chain");
    auto is_here = [&](const Json& call) { return is_own(at(call, "span")); };
    return !is_here(d) && std::none_of(chain.begin(), chain.end(), is_here);
  };
  for (const char* key : {"diagnostics", "assumptions"}) {
    if (!message.contains(key)) continue;
    Json kept = Json::array();
    for (Json& d : message[key])
      if (!is_elsewhere(d)) kept.push_back(std::move(d));
    message[key] = std::move(kept);
  }
  const Json& classes = at(message, "classes");
  if (std::none_of(classes.begin(), classes.end(), is_own)) {
    message["outcome"] = "no module";
    message["diagnostics"] = Json::array();
  }
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
  end_progress(server);
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
  leave_jobs();
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
  if (std::optional<Clock::time_point> until = reading_until())
    sooner(first_due_ ? std::max(*first_due_, *until) : *until);
  else
    sooner(first_due_);
  if (!first_due_ && !running(Job::What::kFirst)) sooner(rest_due_);
  for (const Job& job : jobs_) {
    sooner(job.until);
    if (!job.watched) sooner(job.begun + kSoon);
  }
  return first;
}

void Analyst::tick(Server& server, OpenFile& file) {
  Clock::time_point now = Clock::now();
  for (size_t i = jobs_.size(); i-- > 0;)
    if (now > jobs_[i].until) {
      Job late = std::move(jobs_[i]);
      jobs_.erase(jobs_.begin() + static_cast<ptrdiff_t>(i));
      end_job(late);
      finish(server, file, late, -1);
      break;  // it may have begun another
    }
  for (Job& job : jobs_)
    if (!job.watched && now > job.begun + kSoon) {
      job.watched = true;
      const bool shows = job.request.is_null() && !job.outdated && progress_.empty();
      if (shows) begin_progress(server, file), tell_progress(server, file, job);
    }
  if (first_due_ && now >= std::max(*first_due_, reading_until().value_or(now))) {
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
  return std::any_of(jobs_.begin(), jobs_.end(),
                     [&](const Job& job) { return job.what == what && !job.outdated; });
}

// How long what was begun for an older text may go on reading imports by itself, if it does.
std::optional<Clock::time_point> Analyst::reading_until() const {
  for (const Job& job : jobs_)
    if (job.outdated && Clock::now() < job.begun + kReading) return job.begun + kReading;
  return std::nullopt;
}

bool Analyst::is_busy() const {
  return std::any_of(jobs_.begin(), jobs_.end(), [](const Job& job) { return !job.outdated; });
}

void Analyst::end_job(Job& job) {
  process_.send({{"end", job.id}});
  close(job.fd);
}

// The text has changed. What imports must be read for may take long, and is not the text's affair:
// one job goes on until it can say so, that a keystroke does not begin all over again.
void Analyst::leave_jobs() {
  auto is_outdated = [](const Job& job) { return job.outdated; };
  bool reads = std::any_of(jobs_.begin(), jobs_.end(), is_outdated);
  for (Job& job : jobs_) {
    const bool of_text = job.what == Job::What::kFirst || job.what == Job::What::kRest;
    if (!reads && of_text && !job.elsewhere && !job.told_imports) job.outdated = reads = true;
  }
  stop_jobs(false);
}

// An export goes on: what it writes is what was asked for.
void Analyst::stop_jobs(bool all) {
  std::erase_if(jobs_, [&](Job& job) {
    if ((job.what == Job::What::kExport || job.outdated) && !all) return false;
    end_job(job);
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

bool Analyst::has_process(Server& server, OpenFile& file) {
  if (process_.fd() >= 0 && !process_stale_) return true;
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
  Json setup{{"root", check::source_path(path).root},
             {"include", project.analysis.include},
             {"opset", project.analysis.opset},
             {"as_export", project.analysis.as_export},
             {"train", project.analysis.train},
             {"steps", project.analysis.limits.steps},
             {"unrolled", project.analysis.limits.unrolled},
             {"depth", project.analysis.limits.depth},
             {"imports", imports_since(file, 0)},
             {"in_order", in_order_},
             {"apart", apart_}};
  process_stale_ = false;
  handed_over_ = import_order_.size();
  return server.workers.open(server, setup, process_);
}

// What can be imported ahead of an analysis, of what is known since there were `from`.
Json Analyst::imports_since(const OpenFile& file, size_t from) const {
  Json names = Json::array();
  for (size_t i = from; i < import_order_.size(); ++i)
    if (!spoiled_.count(import_order_[i]) && import_order_[i] != file.results.module)
      names.push_back(import_order_[i]);
  return names;
}

// The process reads what analyses have imported since it was made, so that the next need not.
void Analyst::hand_over_imports(const OpenFile& file) {
  Json names = imports_since(file, handed_over_);
  handed_over_ = import_order_.size();
  if (!names.empty()) process_.send({{"import", names}});
}

void Analyst::learn_imports(const Json& names) {
  for (const Json& name : names)
    if (imports_.insert(name).second) import_order_.push_back(name);
}

void Analyst::start(Server& server, OpenFile& file, const Task& task, Job::What what,
                    const Json& extra, const Json& request) {
  int ends[2];
  if (!has_process(server, file) || pipe(ends) != 0) {
    server.notify("nnscan/status", {{"state", "failed"},
                                    {"uri", file.document.uri},
                                    {"message", "no process for an analysis is to be had"}});
    return;
  }
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  for (int end : ends) fcntl(end, F_SETFD, FD_CLOEXEC);
  if (request.is_null()) hand_over_imports(file);
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
  job.task = task;
  job.call = task.call;
  job.extra = extra;
  job.seeded = !seen.is_null();
  job.elsewhere = task.path != file.document.path;
  job.serial = file.document.serial();
  job.begun = Clock::now();
  // The run itself counts the processor's time, of which a busy machine gives less.
  job.until = job.begun + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(
                              server.settings.timeout * check::kClock));
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
    for (const Json& path : json["ready"]) read_.insert(path.get<std::string>());
  }
}

// ---- what comes out of a run

void Analyst::take(Server& server, OpenFile& file, Job& job, const Json& message) {
  settle_edits(file);
  // What another file that makes a class of this one imports is this one, as often as not.
  if (message.contains("imported") && !job.elsewhere) learn_imports(message["imported"]);
  if (message.contains("out_of_order") && message.size() == 1)
    return start_in_order(server, file, job.id, message["out_of_order"]);
  if (message.contains("late")) {
    Job late = taken_out(job.id);
    end_job(late);
    return finish(server, file, late, -1);
  }
  if (message.contains("imported") && message.size() == 1) {
    job.told_imports = true;
    if (!job.outdated) return;
    Job done = taken_out(job.id);
    return end_job(done);
  }
  if (job.outdated) return;
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
    add_uses(message["uses"]);
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
    file.results.unread = nullptr;
    if (message["chosen"].is_string()) job.call = message["chosen"];
    take_entries(file, message);
  } else if (message.contains("outcome")) {
    job.got_result = true;
    std::string call = message["entry"]["call"];
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
    if (is_spare(file, job.task)) spare_ += message["seconds"].get<double>();
    Json kept = message;
    if (job.elsewhere) keep_own(kept, file.results.packed_path());
    if (job.seeded) kept["seeded"] = true;
    const Result* before = file.results.find(call);
    const bool shows = !is_vain(kept) || (before && !is_vain(before->message));
    file.results.take(call, std::move(kept));
    if (shows || job.what == Job::What::kFirst) server.shown(file, false);
  }
}

// What is imported on first use would be another order than Python's, and it shows.
void Analyst::start_in_order(Server& server, OpenFile& file, int64_t id, const Json& packages) {
  Job again = taken_out(id);
  close(again.fd);
  const size_t before = in_order_.size();
  for (const Json& package : packages) in_order_.insert(package);
  if (in_order_.size() == before) return finish(server, file, again, 0);  // it has been told
  process_stale_ = true;
  if (again.outdated) return;
  if (again.what == Job::What::kFirst) {
    first_due_ = Clock::now();
  } else if (again.request.is_null()) {
    start(server, file, again.task, again.what, again.extra);
  } else if (auto on_end = on_end_.find(id); on_end != on_end_.end()) {
    auto tell = std::move(on_end->second);
    on_end_.erase(on_end);
    start_for(server, file, again.task, again.extra, again.what, again.request, std::move(tell));
  }
}

Job Analyst::taken_out(int64_t id) {
  auto at = std::find_if(jobs_.begin(), jobs_.end(), [&](const Job& job) { return job.id == id; });
  Job job = std::move(*at);
  jobs_.erase(at);
  return job;
}

void Analyst::take_entries(OpenFile& file, const Json& message) {
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
  if (message["chosen"].is_string()) add_guess(file, message["chosen"]);
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
  if (job.outdated) return;
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

// ---- questions

std::optional<Task> Analyst::task_of(const std::string& call) const {
  for (const Task& task : tasks_)
    if (task.call == call) return task;
  for (const auto& [name, tasks] : guesses_)
    for (const Task& task : tasks)
      if (task.call == call) return task;
  return std::nullopt;
}

std::vector<const Result*> Analyst::in_order(const OpenFile& file) const {
  std::vector<std::pair<size_t, const Result*>> ranked;
  for (const auto& [call, result] : file.results.all()) {
    size_t rank = kUnordered;
    for (size_t i = 0; i < tasks_.size(); ++i)
      if (tasks_[i].call == call) rank = i;
    if (auto guess = guess_order_.find(call); guess != guess_order_.end())
      rank += 1 + guess->second;
    ranked.push_back({rank, &result});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Result*> results;
  for (const auto& [rank, result] : ranked) results.push_back(result);
  return results;
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
      if (is_vain(result.message)) continue;
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
  start_for(server, file, task, extra, what, request, std::move(on_end));
}

void Analyst::start_for(Server& server, OpenFile& file, const Task& task, const Json& extra,
                        Job::What what, const Json& request,
                        std::function<void(const Json& result)> on_end) {
  start(server, file, task, what, extra, request);
  if (jobs_.empty() || jobs_.back().request != request) return on_end({{"broken", true}});
  on_end_[jobs_.back().id] = std::move(on_end);
}

// `id` by value: it may be that of a job that goes away here.
void Analyst::cancel(Server&, Json id) {
  for (size_t i = jobs_.size(); i-- > 0;) {
    if (jobs_[i].request.is_null() || at(jobs_[i].request, "id") != id) continue;
    end_job(jobs_[i]);
    auto on_end = on_end_.find(jobs_[i].id);
    std::function<void(const Json&)> tell;
    if (on_end != on_end_.end()) tell = std::move(on_end->second), on_end_.erase(on_end);
    jobs_.erase(jobs_.begin() + static_cast<ptrdiff_t>(i));
    if (tell) tell({{"cancelled", true}});
  }
}

}  // namespace nnscan::lsp
