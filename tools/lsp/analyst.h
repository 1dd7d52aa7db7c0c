// When which entry of an open file is analysed. An edit ends what runs for the file; after a moment
// without another, the entry that runs the edited function is analysed and shown; after a pause,
// all others whose results may have changed.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tools/lsp/channel.h"
#include "tools/lsp/results.h"

namespace nnscan::lsp {

class Server;
struct OpenFile;
using Clock = std::chrono::steady_clock;

// What is asked of a run: an entry, or what `nnscan check` would try for a class that needs
// arguments.
struct Task {
  std::string call, name, path;  // of the file that holds the entry
  bool configured = false;
  std::vector<std::string> inputs, sets;
  friend bool operator==(const Task&, const Task&) = default;
};

// One analysis in another process, and what has come out of it.
struct Job {
  enum class What : uint8_t { kFirst, kRest, kUses, kGraph, kRead, kExport } what = What::kFirst;
  int64_t id = 0;
  int fd = -1;
  Task task;            // without a call: the run chooses
  std::string call;     // of the entry, once it is known
  uint64_t serial = 0;  // of the document's text
  Clock::time_point begun, until;
  std::string pending;  // of its output
  bool got_result = false, saw_syntax = false, seeded = false;
  bool elsewhere = false;  // the run reads another file, which makes a class of this one
  bool told_imports = false;
  bool watched = false;   // it has been seen to take long
  bool outdated = false;  // the text has changed since: it goes on for the sake of what it imports
  Json extra;             // of RUN (analysis.h)
  Json request;           // that waits for it; null: none
};

class Analyst {
  static constexpr size_t kUnordered = 1'000'000;  // more than there are tasks and guesses

 public:
  void begin(Server& server, OpenFile& file);  // it was opened, or all of it may be different
  void edited(Server& server, OpenFile& file, const Edit& edit);
  // Other text that its models import has changed.
  void imports_changed(Server& server, OpenFile& file, const std::string& path);
  void settings_changed(Server& server, OpenFile& file);
  void end(Server& server);  // it was closed

  void tick(Server& server, OpenFile& file);  // does what is due
  std::optional<Clock::time_point> due() const;
  std::vector<std::pair<int, bool>> fds() const;  // to be polled; whether it is a job's
  void readable(Server& server, OpenFile& file, int fd);

  // Whether the present text has been analysed: first only, or all of it.
  bool is_fresh() const { return !first_due_ && !running(Job::What::kFirst); }
  bool is_done() const { return is_fresh() && !rest_due_ && queue_.empty() && !is_busy(); }
  // Whether imports of its models are among what was read.
  bool reads(const std::string& path) const { return read_.count(path) > 0; }

  // A run for a request: the graph, or an export. The job's result goes to `on_end`.
  void run_for(Server& server, OpenFile& file, const Task& task, const Json& extra, Job::What what,
               const Json& request, std::function<void(const Json& result)> on_end);
  void cancel(Server& server, Json id);
  bool cancel_progress(Server& server, const Json& token);
  // The entries that the function, class or factory at a place is run by, best first.
  std::vector<std::string> entries_at(const OpenFile& file, uint32_t offset) const;
  std::optional<Task> task_of(const std::string& call) const;
  // Results in the order in which a check looks at them.
  std::vector<const Result*> in_order(const OpenFile& file) const;

 private:
  // The same, by the names of the functions and classes around it, innermost last.
  std::vector<std::string> entries_of(const OpenFile& file, const std::vector<Range>& names) const;
  bool running(Job::What what) const;
  bool is_busy() const;
  std::optional<Clock::time_point> reading_until() const;
  bool has_process(Server& server, OpenFile& file);
  Json imports_since(const OpenFile& file, size_t from) const;
  void hand_over_imports(const OpenFile& file);
  void learn_imports(const Json& names);
  void stop_jobs(bool all);
  void leave_jobs();
  void end_job(Job& job);
  void start(Server& server, OpenFile& file, const Task& task, Job::What what,
             const Json& extra = {}, const Json& request = {});
  void start_for(Server& server, OpenFile& file, const Task& task, const Json& extra,
                 Job::What what, const Json& request,
                 std::function<void(const Json& result)> on_end);
  void take(Server& server, OpenFile& file, Job& job, const Json& message);
  void take_entries(OpenFile& file, const Json& message);
  Job taken_out(int64_t id);
  void finish(Server& server, OpenFile& file, Job& job, int signal);
  void start_in_order(Server& server, OpenFile& file, int64_t id, const Json& packages);
  void take_from_process(Server& server, OpenFile& file, const Channel::Message& message);
  void choose_rest(Server& server, OpenFile& file);
  void next_of_queue(Server& server, OpenFile& file);
  std::optional<Task> next_task(OpenFile& file);
  bool is_spare(OpenFile& file, const Task& task) const;
  void add_uses(const Json& uses);
  void add_guess(const OpenFile& file, const std::string& call);
  std::string pick(const OpenFile& file) const;
  void begin_progress(Server& server, const OpenFile& file);
  void tell_progress(Server& server, const OpenFile& file, const Job& job);
  void end_progress(Server& server);

  Channel process_;
  bool process_stale_ = false;
  int failures_ = 0;  // of the process, in a row
  std::set<std::string> imports_, spoiled_, read_, apart_;
  std::set<std::string> in_order_;  // packages that are imported as Python does
  std::vector<std::string> import_order_;
  size_t handed_over_ = 0;  // of import_order_, to the process
  std::vector<Job> jobs_;
  std::map<int64_t, std::function<void(const Json&)>> on_end_;
  std::vector<Task> queue_;  // of the rest
  std::vector<Task> tasks_;  // all that are known
  std::map<std::string, std::vector<Task>>
      guesses_;                        // of classes that need arguments, by name
  // By call: a check takes the first that gives a module.
  std::map<std::string, size_t> guess_order_;
  double spare_ = 0;                   // seconds that guesses took which no check would need
  std::map<std::string, Json> seeds_;  // by call
  std::set<std::string> failed_;       // calls whose run broke on this text
  std::string uses_of_;                // what was asked about uses last
  std::string first_;                  // the entry analysed first
  std::optional<uint32_t> edited_at_;
  std::string progress_;  // its token, while it is told
  size_t progress_of_ = 0, progress_share_ = 0;
  std::optional<Clock::time_point> first_due_, rest_due_;
};

// The first warm process, and numbers for jobs.
class Workers {
 public:
  bool open(Server& server, const Json& setup, Channel& channel);
  void warm_up() { start(); }  // so that it is there when the first file is opened
  int64_t next_job() { return next_++; }
  void stop();
  // What of torch is understood, once it has been asked for and has come: {NAME: [OPERATORS, OPSET,
  // REFUSED]}.
  const Json& catalogue(Server& server);
  int catalogue_fd() const { return catalogue_fd_; }
  bool read_catalogue();  // whether all of it has come
  int fd() const { return first_.fd(); }

 private:
  bool start();
  Channel first_;
  pid_t pid_ = -1;
  int64_t next_ = 1;
  int starts_ = 0;
  int catalogue_fd_ = -1;
  std::string catalogue_text_;
  Json catalogue_;
};

}  // namespace nnscan::lsp
