// What of an open file is analysed after the entry that somebody looks at, and in which order.
#include <algorithm>
#include <set>
#include <tuple>

#include "ir/base/paths.h"
#include "tools/lsp/server.h"

namespace nnscan::lsp {

namespace {

constexpr size_t kWorthProgress = 4;  // models to come, from which on progress is told
constexpr double kMostSpare = 10;  // seconds of guesses that only add to hints, after each edit

// As it is shown while it is analysed: on one line, and not a long one.
std::string short_form(const std::string& call) {
  constexpr size_t kShown = 60;
  std::string text;
  for (char c : call) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) text += c;
    else if (!text.empty() && text.back() != ' ' && text.back() != '(') text += ' ';
  }
  if (text.size() <= kShown) return text;
  size_t end = kShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

void Analyst::choose_rest(Server& server, OpenFile& file) {
  queue_.clear();
  spare_ = 0;
  if (!file.document.well_formed() && !file.results.syntax.is_null())
    return;  // the last good ones stay
  auto wants = [&](const Task& task) {
    if (failed_.count(task.call)) return false;
    Result* known = file.results.find(task.call);
    return !known || known->stale || known->message.contains("seeded");
  };
  for (const Task& task : tasks_)
    if (wants(task)) queue_.push_back(task);
  std::set<std::string> names;
  for (const Json& entry : file.results.entries) names.insert(entry["name"]);
  for (const auto& [name, tasks] : guesses_)
    for (const Task& task : tasks)
      if (names.count(name) && wants(task)) queue_.push_back(task);
  if (queue_.size() >= kWorthProgress) begin_progress(server, file);
}

void Analyst::begin_progress(Server& server, const OpenFile& file) {
  if (!progress_.empty() || !server.client.progress) return;
  progress_ = "nnscan-" + std::to_string(server.workers.next_job());
  progress_of_ = queue_.size();
  progress_share_ = 0;
  server.ask("window/workDoneProgress/create", {{"token", progress_}});
  server.notify("$/progress", {{"token", progress_},
                               {"value",
                                {{"kind", "begin"},
                                 {"title", "nnscan"},
                                 {"cancellable", true},
                                 {"message", "models of " + shown_path(file.document.path)},
                                 {"percentage", 0}}}});
}

void Analyst::tell_progress(Server& server, const OpenFile& file, const Job& job) {
  if (progress_.empty()) return;
  std::string what = short_form(job.call);
  if (job.what == Job::What::kUses) what = "uses of the file's classes";
  else if (what.empty()) what = "what " + shown_path(file.document.path) + " imports";
  progress_of_ = std::max(progress_of_, queue_.size() + 1);
  progress_share_ =
      std::max(progress_share_, 100 * (progress_of_ - queue_.size() - 1) / progress_of_);
  server.notify("$/progress",
                {{"token", progress_},
                 {"value",
                  {{"kind", "report"}, {"message", what}, {"percentage", progress_share_}}}});
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

// Classes that need arguments and are part of nothing that is analysed as it stands: a check asks
// no others how they are used.
static Json open_classes(const OpenFile& file) {
  std::set<uint32_t> parts, wanting;
  for (const auto& [call, result] : file.results.all()) {
    const Json& entry = at(result.message, "entry");
    if (is_guess(result.message)) continue;
    if (result.message.value("outcome", "") == "needs arguments" && entry["span"].is_array())
      wanting.insert(entry["span"][2].get<uint32_t>());
    for (const Json& span : at(result.message, "classes"))
      if (span.is_array() && span[0] == file.results.packed_path() && span != at(entry, "span"))
        parts.insert(span[2].get<uint32_t>());
  }
  Json open = Json::array();
  for (const Json& entry : file.results.entries) {
    if (entry["kind"] != "class" || !entry["span"].is_array()) continue;
    const uint32_t begin = entry["span"][2];
    if ((entry["needs_arguments"] == true || wanting.count(begin)) && !parts.count(begin))
      open.push_back({file.document.path, entry["name"], entry["default_call"]});
  }
  return open;
}

void Analyst::next_of_queue(Server& server, OpenFile& file) {
  if (first_due_ || running(Job::What::kFirst)) return;
  while (!is_busy()) {
    std::optional<Task> task = next_task(file);
    if (!task) break;
    start(server, file, *task, Job::What::kRest);
    if (!jobs_.empty()) tell_progress(server, file, jobs_.back());
  }
  if (!queue_.empty() || is_busy() || rest_due_) return;
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
  if (has_process(server, file)) hand_over_imports(file);
}

// The file's own models, then what classes are guessed to be made with: what makes one that is no
// part of another, and what is near, comes first. What no check would look at any more only adds to
// the hints; that it does for a while.
std::optional<Task> Analyst::next_task(OpenFile& file) {
  std::set<uint32_t> parts;
  for (const auto& [call, result] : file.results.all())
    for (const Json& span : at(result.message, "classes"))
      if (span.is_array() && span[0] == file.results.packed_path() &&
          span != at(result.message, "entry", "span"))
        parts.insert(span[2].get<uint32_t>());
  std::set<std::string> part_names;
  for (const Json& entry : file.results.entries)
    if (entry["span"].is_array() && parts.count(entry["span"][2])) part_names.insert(entry["name"]);
  auto rank = [&](const Task& task) {
    const bool guess = guess_order_.count(task.call) > 0;
    const bool part = guess && part_names.count(task.name) > 0;
    const bool far = guess && task.path != file.document.path;
    return std::tuple(guess, guess && is_spare(file, task), part, far);
  };
  while (!queue_.empty()) {
    size_t best = 0;
    auto least = rank(queue_[0]);
    for (size_t i = 1; i < queue_.size(); ++i)
      if (auto other = rank(queue_[i]); other < least) best = i, least = other;
    Task task = std::move(queue_[best]);
    queue_.erase(queue_.begin() + static_cast<ptrdiff_t>(best));
    if (!std::get<1>(least) || spare_ < kMostSpare) return task;
  }
  return std::nullopt;
}

// Whether an earlier guess of how the class is made gives a module.
bool Analyst::is_spare(OpenFile& file, const Task& task) const {
  auto order = [&](const std::string& call) {
    auto at = guess_order_.find(call);
    return at == guess_order_.end() ? kUnordered : at->second;
  };
  auto known = guesses_.find(task.name);
  if (known == guesses_.end()) return false;
  return std::any_of(known->second.begin(), known->second.end(), [&](const Task& other) {
    if (order(other.call) >= order(task.call)) return false;
    const Result* result = file.results.find(other.call);
    if (!result || result->stale) return false;
    const std::string outcome = result->message.value("outcome", "not built");
    return outcome != "not built" && outcome != "no module";
  });
}

void Analyst::add_uses(const Json& uses) {
  for (const Json& use : uses) {
    Task task{use["call"], use["name"], use["path"], false, {}, {}};
    guess_order_.try_emplace(task.call, guess_order_.size());
    std::vector<Task>& known = guesses_[task.name];
    if (std::find(known.begin(), known.end(), task) != known.end()) continue;
    known.push_back(task);
    queue_.push_back(task);
  }
}

// What the run itself has chosen to analyse.
void Analyst::add_guess(const OpenFile& file, const std::string& call) {
  for (const Json& entry : file.results.entries) {
    if (entry["default_call"] != call) continue;
    Task task{call, entry["name"], file.document.path, false, {}, {}};
    std::vector<Task>& known = guesses_[task.name];
    if (std::find(known.begin(), known.end(), task) == known.end()) known.push_back(task);
  }
}

}  // namespace nnscan::lsp
